//! The crosshair: its readout, its records, and how it and the rows follow each other.

use planfact::page::model::DataPoint;
use planfact::page::model::RecordRef;
use planfact::page::model::TextRun;

use super::walk::Walk;

/// The data point under the crosshair.
fn under(walk: &Walk) -> Option<DataPoint> {
    let cursor = walk.model.state().viewed.positions.cursor?;
    walk.model.page().data_points().get(cursor).map(|spot| (*spot).clone())
}

fn year(walk: &Walk) -> String {
    under(walk).unwrap().label.long().to_owned()
}

fn said(runs: &[TextRun]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[test]
fn the_readout_shows_value_hedge_source_and_distance_to_the_pace() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 ← Home → → → → → → →").sees("2019  more than 50,000 vehicles  FBC Business Consulting  ");
    walk.press("→").sees("2020  77,471 vehicles").sees("ahead of the pace (").sees("promised ~100,000");
    walk.press("←").sees_no("77,471 vehicles  Xinhua");
}

#[test]
fn without_projections_the_readout_shows_no_distance_to_the_pace() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 ←")
        .sees("behind the pace (")
        .press("x")
        .sees_no("behind the pace (")
        .press("x")
        .sees("behind the pace (");
}

#[test]
fn home_and_end_move_the_crosshair_to_the_first_and_last_point() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 End");
    assert_eq!(walk.model.state().viewed.positions.cursor, None, "End is a row where there is no crosshair");
    walk.press("← Home");
    let first = year(&walk);
    walk.press("End");
    let last = year(&walk);
    let chart = walk.model.page().chart().unwrap();
    let labels: Vec<&str> = chart.columns.iter().map(|column| column.data_point.label.long()).collect();
    assert_eq!((first.as_str(), last.as_str()), (labels[0], labels[labels.len() - 1]));
}

#[test]
fn enter_opens_the_one_record_under_the_crosshair() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 ← Home");
    let spot = under(&walk).unwrap();
    assert_eq!(spot.keys.len(), 1, "{}", said(&spot.readout));
    walk.press("Enter");
    assert_eq!(walk.model.explained_record(), spot.keys.first().copied());
}

#[test]
fn enter_lists_several_records_and_esc_returns_to_the_list() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 ←");
    while year(&walk) != "2018" {
        walk.press("←");
    }
    let keys = under(&walk).unwrap().keys;
    assert!(keys.len() > 1);
    walk.press("Enter").sees(&format!("2018: {} records", keys.len())).sees("JETRO").press("j Enter");
    assert_eq!(walk.model.explained_record(), keys.get(1).copied());
    walk.press("Esc").sees("2018: ").press("k k Enter");
    assert_eq!(walk.model.explained_record(), keys.first().copied());
    walk.press("Esc Esc").sees_no(" records");
    assert_eq!(year(&walk), "2018", "the crosshair went with the list");
}

#[test]
fn enter_opens_nothing_on_a_point_without_records() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 s ← End");
    while under(&walk).is_some_and(|spot| !spot.keys.is_empty()) {
        let before = walk.model.state().viewed.positions.cursor;
        walk.press("←");
        assert_ne!(
            walk.model.state().viewed.positions.cursor,
            before,
            "every year has a record: choose another series"
        );
    }
    walk.sees("nothing reported").press("Enter");
    assert_eq!(walk.model.explained_record(), None);
    walk.sees_no("Enter why");
}

#[test]
fn choosing_the_row_of_an_actual_moves_the_crosshair() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 ←");
    while year(&walk) != "2022" {
        walk.press("←");
    }
    walk.press("j");
    let Some(RecordRef::Actual(_)) = walk.chosen() else { panic!("the next row is no figure") };
    assert!(under(&walk).unwrap().holds(walk.chosen().unwrap()));
    walk.press("Esc j j j");
    assert_eq!(walk.model.state().viewed.positions.cursor, None, "rows do not turn the crosshair on");
}

#[test]
fn the_crosshair_keeps_its_year_on_another_date_and_in_another_language() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 ←");
    while year(&walk) != "2018" {
        walk.press("←");
    }
    walk.press("{ { { {");
    assert_eq!(year(&walk), "2018");
    walk.press("\\ g");
    assert_eq!(year(&walk), "2018");
}

#[test]
fn the_crosshair_reads_gantt_lanes_and_statements_like_years() {
    let mut walk = Walk::at(120, 40);
    walk.press("4 ←");
    let lane = under(&walk).unwrap();
    walk.sees(&said(&lane.readout)[..24]).press("Enter");
    assert_eq!(walk.model.explained_record(), lane.keys.first().copied());
    walk.press("Esc Esc 6 ←");
    let statement = under(&walk).unwrap();
    walk.sees(&said(&statement.readout)[..24]);
}

#[test]
fn click_and_wheel_move_the_crosshair_and_a_second_click_explains() {
    let mut walk = Walk::at(120, 36);
    walk.press("3");
    let (x, y) = walk.place_of(" 2021 ");
    walk.click((x + 2, y - 2));
    assert_eq!(year(&walk), "2021");
    walk.wheel((x + 2, y - 2));
    assert_eq!(year(&walk), "2022");
    walk.click((x + 2, y - 2)).click((x + 2, y - 2)).sees("2021");
    assert_ne!(walk.model.state().viewed.overlay, planfact::app::dashboard::state::Overlay::None);
}

#[test]
fn without_colours_the_crosshair_is_a_line_and_a_reversed_label() {
    use planfact::app::app_data::DataOrigin;
    use planfact::app::dashboard::state::State;
    use planfact::dataset::records::Language;
    use ratatui::style::Modifier;

    use super::walk::MOTOR;
    use crate::screens::PLAIN;

    let mut walk =
        Walk::from(MOTOR, DataOrigin::Bundled, State::new("2026-06-30".parse().unwrap(), Language::En, PLAIN));
    walk.resize((120, 36)).press("3");
    let before = walk.cells();
    walk.press("← Home → →");
    let after = walk.cells();
    let line = after.content().iter().filter(|cell| ["┊", "|", "│"].contains(&cell.symbol())).count();
    let was = before.content().iter().filter(|cell| ["┊", "|", "│"].contains(&cell.symbol())).count();
    assert!(line > was + 5, "{}", walk.text());
    let turned = |cells: &ratatui::buffer::Buffer| {
        cells.content().iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).count()
    };
    assert!(turned(&after) >= turned(&before) + 4);
}
