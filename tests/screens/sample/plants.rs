//! The plants page: sites, map, milestones.

use planfact::dataset::records::Id;
use planfact::page::model::{
    Align, Block, DataPoint, FilterResult, Gantt, Lane, Map, MapPlace, Mark, Page, PageKind, Panel, PanelBody,
    PanelSlot, RecordRef, Role, Table, TableCell, TableRow,
};

use super::target_list::column;
use super::{label, muted, panel, run, runs, text};

struct SamplePlant {
    name: &'static str,
    city: &'static str,
    /// Degrees north and east.
    at: (f64, f64),
    mark: Mark,
    status: &'static str,
    capacity: &'static str,
}

const fn plant([name, city, status, capacity]: [&'static str; 4], at: (f64, f64), mark: Mark) -> SamplePlant {
    SamplePlant { name, city, at, mark, status, capacity }
}

const PLANTS: [SamplePlant; 9] = [
    plant(["Astana Motors Manufacturing Kazakhstan", "Almaty", "operating", "90,000"], (43.24, 76.89), Mark::Operating),
    plant(["Kia Qazaqstan", "Kostanay", "operating", "≤70,000"], (53.21, 63.63), Mark::Operating),
    plant(["SaryarkaAvtoProm (Allur)", "Kostanay", "operating", "?"], (53.21, 63.63), Mark::Operating),
    plant(["QazTehna", "Saran", "operating", "1,700"], (49.79, 72.83), Mark::Operating),
    plant(["Orbis Heavy Machinery", "Astana", "operating", "11,880"], (51.17, 71.43), Mark::Operating),
    plant(["SemAZ", "Semey", "being built", "≤1,500"], (50.41, 80.23), Mark::Building),
    plant(["KAMAZ-Engineering", "Kokshetau", "operating", "?"], (53.28, 69.39), Mark::Operating),
    plant(["Proton", "Karaganda", "planned", "?"], (49.8, 73.1), Mark::Planned),
    plant(["Azia Avto", "Öskemen", "closed", "30,000"], (49.95, 82.61), Mark::Closed),
];

pub(crate) fn plants(chosen: usize) -> Page {
    let rows = PLANTS.iter().enumerate().map(|(index, plant)| {
        let cells = vec![
            text(plant.name),
            muted(plant.city),
            TableCell::WithMark(plant.mark, label(plant.status), Role::Plain),
            text(plant.capacity),
        ];
        TableRow::new(Some(RecordRef::Subject(Id::new(index))), cells)
    });
    let list = Table {
        columns: vec![
            column("PLANT", Align::Left, 0).flexible(),
            column("CITY", Align::Left, 1),
            column("STATUS", Align::Left, 2),
            column("CAPACITY", Align::Right, 3),
        ],
        rows: rows.collect(),
        chosen: Some(chosen),
        empty: String::new(),
        longest_sentence: Vec::new(),
        filtered: FilterResult::default(),
    };
    let mut places: Vec<MapPlace> = Vec::new();
    for (index, plant) in PLANTS.iter().enumerate() {
        let is_chosen = index == chosen;
        let key = RecordRef::Subject(Id::new(index));
        if let Some(place) = places.iter_mut().find(|place| place.name.long() == plant.city) {
            place.sites.push(key);
            place.chosen |= is_chosen;
            continue;
        }
        let (name, at, mark) = (label(plant.city), plant.at, plant.mark);
        places.push(MapPlace { name, at, mark, sites: vec![key], chosen: is_chosen });
    }
    places.sort_by_key(|place| place.chosen);
    let outline = vec![OUTLINE.to_vec()];
    let detail = Panel {
        slot: PanelSlot::Detail,
        heading: vec![
            run("Astana Motors Manufacturing Kazakhstan", Role::Heading),
            run("  Almaty, industrial zone · Chery, Changan, Haval, Tank", Role::Muted),
        ],
        body: PanelBody::Gantt(
            gantt(),
            vec![Block::Paragraph(runs("No output has been reported yet; *2,600 jobs* were promised."))],
        ),
    };
    Page {
        kind: PageKind::Plants,
        sentence: runs(
            "6 plants work, 1 is being built, 1 is planned, 1 closed. The newest opened *9 months after* its promised pilot.",
        ),
        panels: vec![
            panel(PanelSlot::List, PanelBody::Table(list)),
            panel(PanelSlot::Side, PanelBody::Map(Map { outline, places })),
            detail,
        ],
    }
}

fn gantt() -> Gantt {
    let lane = |name: &str, mark, verdict: &str, role| Lane {
        label: label(name),
        said: label("late 2023|2023"),
        due: label("2025"),
        promised: None,
        happened: None,
        not_by: None,
        mark,
        verdict: label(verdict),
        role,
        data_point: DataPoint::default(),
    };
    Gantt {
        from: 2022.0,
        to: 2027.0,
        ticks: (2022..2027).map(|year| (f64::from(year), year.to_string())).collect(),
        now: Some(2026.89),
        lanes: vec![
            Lane {
                promised: Some((2024.75, 2025.0)),
                happened: Some((2025.4, 2025.75)),
                ..lane("built", Mark::MetLate, "5–8 months late", Role::Good)
            },
            Lane {
                promised: Some((2025.0, 2025.25)),
                happened: Some((2025.66, 2025.75)),
                ..lane("first cars", Mark::MetLate, "6 months late|late", Role::Good)
            },
            Lane {
                promised: Some((2025.0, 2026.0)),
                not_by: Some(2026.89),
                ..lane("90,000 cars a year", Mark::NoData, "no data", Role::Missing)
            },
            lane("export", Mark::Unquantified, "not dated", Role::Missing),
        ],
    }
}

/// A rough outline of the country, degrees (north, east).
const OUTLINE: [(f64, f64); 30] = [
    (48.6, 46.5),
    (51.7, 50.8),
    (51.0, 55.0),
    (50.6, 58.6),
    (51.9, 61.4),
    (53.9, 61.0),
    (54.3, 65.2),
    (55.4, 69.0),
    (54.1, 71.2),
    (54.2, 73.6),
    (53.5, 76.9),
    (50.9, 80.0),
    (51.2, 83.4),
    (49.1, 87.3),
    (47.2, 85.5),
    (45.5, 82.3),
    (44.9, 79.9),
    (42.9, 80.2),
    (42.9, 75.8),
    (43.2, 73.5),
    (42.3, 70.9),
    (41.0, 68.0),
    (42.0, 66.1),
    (43.6, 65.0),
    (45.5, 61.0),
    (45.0, 58.6),
    (41.5, 55.9),
    (42.1, 52.5),
    (44.3, 50.3),
    (46.9, 51.2),
];
