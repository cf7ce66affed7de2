//! The modes of the Output page: years, part-years and months, year to date, index; one subject, overlaid, small multiples;
//! linear and log scales; zoomed; as a table.

use planfact::app::app_data::DataOrigin;
use planfact::page::model::{Chart, ChartLine, ChartMark, DotSymbol, LineJoin};
use planfact::page::model::{ChartMode, ScaleKind, SubjectLayout, YearRange};
use planfact::page::model::{PanelBody, PanelSlot};

use super::walk::Walk;

/// A farm with milk of three years, the last one in parts, and a dairy with one year; wool of one year alone.
const FARM: &str = r#"{"planfact": 1, "id": "farm", "title": "Farm", "updated": "2026-01-01", "lead": "milk-by-2025",
    "sources": [{"id": "office", "publisher": "The office", "published": "2026-01-01", "kind": "statistics"}],
    "metrics": [{"id": "milk", "name": "Milk", "unit": "litres", "kind": "flow"},
                {"id": "wool", "name": "Wool", "unit": "bales", "kind": "flow"}],
    "subjects": [{"id": "farm", "kind": "country", "name": "The farm"},
                 {"id": "dairy", "kind": "site", "within": "farm", "name": "The dairy"}],
    "targets": [{"id": "milk-by-2025", "metric": "milk", "subject": "farm", "value": 2400, "due": "2025",
                 "said": "2024-06-01", "by": "The farmer", "sources": ["office"]}],
    "actuals": [{"metric": "milk", "subject": "farm", "period": "2022", "value": 800, "sources": ["office"]},
                {"metric": "milk", "subject": "farm", "period": "2023", "value": 1000, "sources": ["office"],
                 "published": "2024-01-10"},
                {"metric": "milk", "subject": "farm", "period": "2024-01/2024-04", "value": ">390", "sources": ["office"],
                 "published": "2024-05-10"},
                {"metric": "milk", "subject": "farm", "period": "2025-01/2025-06", "value": 900, "sources": ["office"]},
                {"metric": "milk", "subject": "farm", "period": "2025-03", "value": 150, "sources": ["office"]},
                {"metric": "milk", "subject": "dairy", "period": "2023", "value": 0, "sources": ["office"]},
                {"metric": "milk", "subject": "dairy", "period": "2025", "value": 500, "sources": ["office"]},
                {"metric": "wool", "subject": "farm", "period": "2023", "value": ">5", "sources": ["office"]}]}"#;

fn farm() -> Walk {
    let mut walk = Walk::over(FARM, DataOrigin::File, (120, 40));
    walk.press("3");
    walk
}

fn chart(walk: &Walk) -> &Chart {
    walk.model.page().chart().unwrap()
}

/// The time and the value label of each chart column.
fn columns(walk: &Walk) -> Vec<(String, String)> {
    let words = |label: &planfact::page::model::Label| label.long().to_owned();
    chart(walk).columns.iter().map(|column| (words(&column.data_point.label), words(&column.value))).collect()
}

#[test]
fn m_cycles_through_the_chart_modes() {
    let mut walk = Walk::at(120, 40);
    walk.press("3");
    let years = walk.text();
    let mut seen = vec![years.clone()];
    for mode in [ChartMode::PartYears, ChartMode::YearToDate, ChartMode::Index] {
        walk.press("m");
        assert_eq!(walk.model.state().viewed.chart_options.mode, mode);
        let text = walk.text();
        assert!(!seen.contains(&text), "{mode:?} looks like another mode");
        seen.push(text);
    }
    walk.press("m");
    assert_eq!(walk.text(), years);
}

#[test]
fn parts_of_a_year_are_shown_as_monthly_averages() {
    let mut walk = farm();
    walk.press("m").sees("The farm: Milk a month, litres").sees("900 in Jan–Jun 2025, which is 150 a month");
    let expected = [("Jan–Apr", ">97"), ("Mar", "150"), ("Jan–Jun", "150")];
    let expected = expected.map(|(when, value)| (when.to_owned(), value.to_owned()));
    assert_eq!(columns(&walk), expected, "more than 390 in four months is more than 97 a month, and not 98");
    let inks: Vec<ChartMark> = chart(&walk).columns.iter().filter_map(|column| Some(column.bar?.mark)).collect();
    assert_eq!(inks, [ChartMark::PartYear, ChartMark::FullPeriod, ChartMark::PartYear], "an average is no month");
    walk.press("← End").sees("900 litres").sees("150 a month").sees("(200)");
}

#[test]
fn a_year_to_date_line_is_level_between_reports() {
    let mut walk = farm();
    walk.press("m m")
        .sees("from January on")
        .sees("The farm: 900 in Jan–Jun 2025; 2,400 for the year needed 1,200 by then");
    let years: Vec<(String, Vec<usize>)> = chart(&walk)
        .lines
        .iter()
        .filter_map(|line| match &line.sign {
            DotSymbol::Year { digits, .. } => {
                Some((digits.clone(), line.dots.iter().map(|dot| dot.column + 1).collect()))
            }
            _ => None,
        })
        .collect();
    let expected = [("24".to_owned(), vec![4]), ("25".to_owned(), vec![6])];
    assert_eq!(years, expected, "years without a part, and months that start later, are not drawn");
    assert!(chart(&walk).lines.iter().all(|line| matches!(line.join, LineJoin::Stepped | LineJoin::Separate)));
    assert!(chart(&walk).columns.iter().all(|column| column.bar.is_none()));
    walk.press("← Home → → → → →").sees("Jun  2025 900 (The office)  300 behind the pace (1,200)");
    walk.press("→").sees("nothing reported up to then").sees("2025 needs 1,400 by then");
}

#[test]
fn the_index_compares_years_with_the_first_visible_one() {
    let mut walk = farm();
    walk.press("m m m").sees("The farm: Milk, 2022 = 100").sees("2023 is 125, where 2022 is 100");
    let line = chart(&walk).lines.iter().find(|line| line.sign == DotSymbol::Series(0)).unwrap();
    let dots: Vec<&str> = line.dots.iter().map(|dot| dot.label.long()).collect();
    assert_eq!(dots, ["100", "125"], "a part of a year is no year");
    walk.press("← Home").sees("100, where 2022 is 100");
}

#[test]
fn a_mode_without_data_says_why() {
    let mut walk = farm();
    walk.press("s s").sees("Wool");
    walk.press("m").sees("no part of a year was reported on its own");
    walk.press("m").sees("no figure runs from January to a month before December");
    walk.press("m").sees("no full year has a number that others could be held against");
    walk.press("← z d").sees("no full year has a number");
}

#[test]
fn a_log_scale_shows_dots_for_columns_and_says_so() {
    let mut walk = farm();
    assert!(chart(&walk).columns.iter().any(|column| column.bar.is_some()));
    walk.press("L").sees("log scale").sees("dots, because a column starts at zero");
    let chart = chart(&walk);
    assert_eq!(chart.axis.scale, ScaleKind::Log);
    assert!(chart.axis.min > 0.0, "a log scale has no zero");
    assert!(chart.columns.iter().all(|column| column.bar.is_none()), "a column on a log scale");
    assert!(chart.lines.iter().any(|line| line.sign == DotSymbol::Series(0) && line.dots.len() == 4));
    walk.press("L").sees_no("log scale");
}

#[test]
fn a_log_scale_omits_values_up_to_zero_and_says_so() {
    let mut walk = farm();
    walk.press("s").sees("The dairy").press("L").sees("What is not above zero has no place on a log scale");
}

#[test]
fn subjects_are_shown_singly_overlaid_and_as_small_multiples_on_one_scale() {
    let mut walk = farm();
    walk.press("n").sees("Milk: The farm 900 (Jan–Jun 2025), The dairy 500 (2025).");
    assert_eq!(walk.model.state().viewed.chart_options.subjects, SubjectLayout::Overlaid);
    let names: Vec<&str> =
        chart(&walk).lines.iter().map(|line| line.name.long()).filter(|name| !name.is_empty()).collect();
    assert_eq!(names, ["The dairy", "The farm"]);
    walk.press("← Home →").sees("2023  The farm 1,000 (The office)").sees("The dairy 0 (The office)");
    walk.press("n");
    let panel = walk.model.page().panel(PanelSlot::Main).unwrap();
    let PanelBody::SmallMultiples(apart) = &panel.body else { panic!("{:?}", panel.body) };
    assert_eq!(apart.charts.len(), 2);
    assert!(apart.charts.windows(2).all(|pair| pair[0].axis == pair[1].axis), "they are not on one scale");
    walk.sees("The dairy").sees("2023  The farm 1,000").press("n");
    assert_eq!(walk.model.state().viewed.chart_options.subjects, SubjectLayout::Single);
}

#[test]
fn a_dot_of_a_partial_year_is_hollow_and_not_connected() {
    let mut walk = farm();
    walk.press("n");
    let line = chart(&walk).lines.iter().find(|line| line.sign == DotSymbol::Series(0)).unwrap();
    let full: Vec<(usize, bool)> = line.dots.iter().map(|dot| (dot.column, dot.is_full)).collect();
    assert_eq!(full, [(0, true), (1, true), (2, false), (3, false)]);
    walk.sees("●").sees("○");
}

#[test]
fn zooming_shows_fewer_years_and_the_crosshair_scrolls_them() {
    let mut walk = Walk::at(120, 40);
    walk.press("3 ←");
    while !walk.text().contains("2018  31,757") {
        walk.press("←");
    }
    let all = chart(&walk).columns.len();
    walk.press("z");
    let seen = walk.model.state().viewed.chart_options.window.unwrap();
    assert!(seen.contains(2018) && chart(&walk).columns.len() < all);
    let highest = chart(&walk).axis.max;
    walk.press("z z").sees("2018  31,757");
    assert!(chart(&walk).axis.max < highest, "the scale does not follow");
    let YearRange { from, to } = walk.model.state().viewed.chart_options.window.unwrap();
    walk.press("→ → →");
    let moved = walk.model.state().viewed.chart_options.window.unwrap();
    assert_eq!(moved.to - moved.from, to - from);
    assert!(moved.from > from, "the crosshair left the years in sight");
    walk.press("Home");
    assert_eq!(walk.model.state().viewed.chart_options.window.unwrap().from, 2012);
    walk.press("Z Z Z Z");
    assert_eq!(walk.model.state().viewed.chart_options.window, None);
    assert_eq!(chart(&walk).columns.len(), all);
}

#[test]
fn esc_closes_crosshair_zoom_and_enlarged_panel_one_by_one() {
    let mut walk = Walk::at(100, 30);
    walk.press("3");
    let before = walk.text();
    walk.press("e");
    let enlarged = walk.text();
    walk.press("z");
    let zoomed = walk.text();
    walk.press("← Esc");
    assert_eq!(walk.text(), zoomed);
    walk.press("Esc");
    assert_eq!(walk.text(), enlarged);
    walk.press("Esc");
    assert_eq!(walk.text(), before);
}

#[test]
fn e_enlarges_each_panel_in_turn() {
    let mut walk = Walk::at(100, 30);
    walk.press("4");
    let before = walk.text();
    walk.press("e").sees("Plant  1/").sees_no("Pilot production");
    walk.press("e").sees("Almaty").sees_no("Plant  1/");
    walk.press("e").sees("Pilot production").sees_no("Plant  1/");
    walk.press("e");
    assert_eq!(walk.text(), before);
}

#[test]
fn the_smallest_screen_shows_the_chart_when_it_is_enlarged() {
    let mut walk = Walk::at(40, 12);
    walk.press("3").sees_no("▁").press("e").sees("▁").press("← Home").sees("19,186");
}

#[test]
fn d_shows_every_chart_as_a_table_with_hedge_counts_and_source() {
    let mut walk = farm();
    walk.press("d").sees("Against the pace").sees("2,400").sees("The office").sees_no("▁");
    walk.press("← Home").sees("▸ 2022").press("→").sees("▸ 2023").press("Enter");
    assert!(walk.model.explained_record().is_some());
    walk.press("Esc m").sees(">97.5 (>390)").press("m m").sees("125 (1,000)").press("d").sees("▁");
    let mut walk = Walk::at(120, 40);
    for page in ["1", "2", "4", "5", "6"] {
        walk.press(page);
        let drawn = walk.text();
        walk.press("d");
        let written = walk.text();
        assert!(!written.contains('⣀') && !written.contains("├"), "page {page} still draws:\n{written}");
        walk.press("d");
        assert_eq!(walk.text(), drawn);
    }
}

#[test]
fn the_crosshair_keeps_its_time_in_every_mode() {
    let mut walk = Walk::at(120, 40);
    walk.press("3 ←");
    while !walk.text().contains("2018  31,757") {
        walk.press("←");
    }
    walk.press("m").sees("Jan–Aug 2018").press("m m").sees("2018  31,757").press("m L").sees("2018  31,757");
}

#[test]
fn where_only_one_year_has_room_the_note_says_so() {
    let mut walk = Walk::at(80, 20);
    walk.press("3 m m").sees("from January on").sees("Only one year has room here; the table has every year.");
    walk.resize((120, 36)).sees("from January on").sees_no("has room here");
    walk.press("n n").sees("Azia Avto").sees("Only one year has room here");
}

#[test]
fn years_fade_with_age_and_are_named_at_the_ends_of_their_lines() {
    let mut walk = Walk::at(120, 36);
    walk.press("3 m m").sees("from January on");
    let text = walk.text();
    let plot =
        text.lines().skip_while(|line| !line.contains("from January on")).take(14).collect::<Vec<_>>().join("\n");
    let cells = walk.cells();
    let color = |name: &str| {
        let row =
            text.lines().position(|line| line.contains(&format!("─{name}")) || line.contains(&format!("━{name}")));
        let row = row.unwrap_or_else(|| panic!("{name} is not at the end of a line:\n{plot}"));
        let line: Vec<char> = text.lines().nth(row).unwrap().chars().collect();
        let end: Vec<char> = name.chars().collect();
        let column = line.windows(3).position(|part| "─━".contains(part[0]) && part[1..] == end[..]).unwrap() + 1;
        cells[(u16::try_from(column).unwrap(), u16::try_from(row).unwrap())].fg
    };
    let colors = [color("24"), color("22"), color("16")];
    assert!(colors[0] == colors[1] && colors[1] != colors[2], "{colors:?}\n{plot}");
}

#[test]
fn choosing_an_actual_highlights_its_year() {
    let mut walk = farm();
    walk.press("m m ←");
    let focus = |walk: &Walk| {
        let line = chart(walk)
            .lines
            .iter()
            .find(|line| line.is_focused && matches!(line.sign, DotSymbol::Year { .. }))
            .unwrap();
        line.sign.clone()
    };
    assert_eq!(focus(&walk), DotSymbol::Year { digits: "25".into(), age: 0 });
    walk.press("j j");
    assert_eq!(focus(&walk), DotSymbol::Year { digits: "24".into(), age: 1 });
    walk.sees("Apr  2024 >390");
}

#[test]
fn parts_that_add_up_are_drawn_as_their_year_and_as_its_first_months() {
    let quarter = |(quarter, value): (u32, u32)| {
        format!(
            r#"{{"metric": "milk", "subject": "farm", "period": "2024-Q{quarter}", "value": {value}, "sources": ["office"]}},"#
        )
    };
    let quarters: String = [(1, 71), (2, 85), (3, 96), (4, 121)].into_iter().map(quarter).collect();
    let part = r#"{"metric": "milk", "subject": "farm", "period": "2024-01/2024-04", "value": ">390", "sources": ["office"],
                 "published": "2024-05-10"},"#;
    let text = FARM.replace(part, &quarters);
    let mut walk = Walk::over(&text, DataOrigin::File, (120, 40));
    walk.press("3");
    let year = chart(&walk).columns.iter().find(|column| column.data_point.label.long() == "2024").unwrap();
    let bar = year.bar.unwrap();
    assert_eq!(bar.mark, ChartMark::FullPeriod);
    assert!((bar.value - 373.0).abs() < 1e-9, "{}", bar.value);
    walk.press("m m");
    let sums = |line: &ChartLine| line.dots.iter().map(|dot| format!("{:.0}", dot.value)).collect::<Vec<_>>();
    assert!(
        chart(&walk).lines.iter().any(|line| sums(line).join(" ").ends_with("71 156 252 373")),
        "{:?}",
        chart(&walk).lines
    );
}
