//! Pages built by hand, so that drawing is tested without a dataset.

use planfact::dataset::records::Id;
use planfact::page::model::DataPoint;
use planfact::page::model::FilterResult;
use planfact::page::model::Mark;
use planfact::page::model::RecordRef;
use planfact::page::model::ScaleKind;
use planfact::page::model::TextOverlay;
use planfact::page::model::{Align, Bullet, Table, TableCell, TableColumn, TableRow};
use planfact::page::model::{Axis, Bar, Chart, ChartColumn as Year, ChartMark, TargetFrame};
use planfact::page::model::{Block, Fact, Label, LabelledBar, Role, TextRun};
use planfact::page::model::{Chrome, KeyHint, Tab};
use planfact::page::model::{Gantt, Lane};
use planfact::page::model::{Map, MapPlace};
use planfact::page::model::{Page, PageKind, Panel, PanelBody, PanelSlot};

pub(crate) fn label(forms: &str) -> Label {
    Label::forms(forms.split('|').map(str::to_owned))
}

fn run(text: &str, role: Role) -> TextRun {
    TextRun::new(text, role)
}

/// Text with roles: `*strong*`, `{target}`, `[actual]`.
fn runs(text: &str) -> Vec<TextRun> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '{', '[']) {
        if at > 0 {
            runs.push(TextRun::plain(&rest[..at]));
        }
        let (close, role) = match &rest[at..=at] {
            "*" => ('*', Role::Strong),
            "{" => ('}', Role::Target),
            _ => (']', Role::Actual),
        };
        let inner = &rest[at + 1..];
        let end = inner.find(close).unwrap_or(inner.len());
        runs.push(run(&inner[..end], role));
        rest = inner.get(end + 1..).unwrap_or("");
    }
    if !rest.is_empty() {
        runs.push(TextRun::plain(rest));
    }
    runs
}

pub(crate) fn chrome(open: PageKind) -> Chrome {
    let names = ["Overview", "Targets", "Output", "Plants", "Investments|Money", "Timeline|Time", "Evidence|Sources"];
    let hint = |keys: &str, action: &str| KeyHint { keys: label(keys), action: action.into() };
    Chrome {
        program: "planfact".into(),
        title: label("Kazakhstan motor industry|Kazakhstan"),
        right: vec![run("known 22 Nov 2026", Role::Muted)],
        tabs: PageKind::ALL.into_iter().zip(names).map(|(page, name)| Tab { page, label: label(name) }).collect(),
        active_tab: PageKind::ALL.iter().position(|kind| *kind == open).unwrap_or(0),
        hints: vec![
            hint("↑↓|up/down", "choose"),
            hint("Enter", "why"),
            hint("←→|left/right", "read the chart"),
            hint("[ ]", "travel in time"),
            hint("?", "help"),
            hint("q", "quit"),
        ],
        prompt: None,
        palette: None,
        too_small: label("the page needs 40 columns and 12 rows|needs 40x12"),
    }
}

pub(crate) fn years() -> Vec<(&'static str, Option<f64>, &'static str)> {
    vec![
        ("2012", Some(19.0), "19"),
        ("2013", Some(37.0), "37"),
        ("2014", None, "?"),
        ("2015", Some(14.0), "14"),
        ("2016", Some(11.0), "~11"),
        ("2017", Some(19.0), "19"),
        ("2018", Some(32.0), "32"),
        ("2019", Some(50.0), ">50"),
        ("2020", Some(77.5), "77"),
        ("2021", Some(92.0), "92"),
        ("2022", None, "?"),
        ("2023", Some(148.0), "148"),
        ("2024", Some(145.3), "145"),
        ("2025", Some(171.4), "171"),
        ("2026", Some(102.0), "102"),
    ]
}

pub(crate) fn chart() -> Chart {
    let columns = years()
        .into_iter()
        .map(|(year, value, words)| Year {
            data_point: DataPoint {
                label: label(&format!("{year}|{}", &year[2..])),
                readout: runs(&format!("{year}  [{words} thousand] vehicles, Union of car makers, 23 Feb 2026")),
                keys: vec![RecordRef::Actual(Id::new(0))],
                is_focused: year == "2025",
                ..DataPoint::default()
            },
            group: Label::default(),
            bar: value.map(|value| Bar {
                mark: if year == "2026" { ChartMark::PartYear } else { ChartMark::FullPeriod },
                value,
                soft: (year == "2019").then_some(60.0),
                is_open: year == "2019",
            }),
            value: label(words),
            frames: match year {
                "2020" => {
                    vec![TargetFrame { value: 100.0, label: label("~100"), is_focused: false, is_off_scale: false }]
                }
                "2024" => {
                    vec![TargetFrame { value: 160.0, label: label("160"), is_focused: false, is_off_scale: false }]
                }
                "2025" => {
                    vec![TargetFrame { value: 200.0, label: label("≥200"), is_focused: true, is_off_scale: false }]
                }
                _ => Vec::new(),
            },
            rivals: if year == "2018" { vec![40.0] } else { Vec::new() },
            differs: year == "2016",
        })
        .collect();
    Chart {
        title: label("Kazakhstan, vehicles a year, thousand|Vehicles a year, thousand"),
        axis: Axis {
            min: 0.0,
            max: 250.0,
            scale: ScaleKind::Linear,
            ticks: [0, 50, 100, 150, 200, 250].map(|tick| (f64::from(tick), tick.to_string())).to_vec(),
        },
        columns,
        lines: Vec::new(),
        years: None,
        projections: planfact::page::model::ChartProjections::default(),
        legend: vec![
            (ChartMark::FullPeriod, label("made")),
            (ChartMark::PartYear, label("part year")),
            (ChartMark::TargetFrame, label("promised")),
            (ChartMark::OtherSource, label("another source")),
        ],
        note: vec![run("* counts assembly kits too", Role::Muted)],
    }
}

fn text(words: &str) -> TableCell {
    if words.is_empty() { TableCell::Empty } else { TableCell::Text(label(words), Role::Plain) }
}

fn muted(words: &str) -> TableCell {
    if words.is_empty() { TableCell::Empty } else { TableCell::Text(label(words), Role::Muted) }
}

/// name, said, due, reported, share, gap, verdict
type Promise = (&'static str, &'static str, &'static str, &'static str, Option<f64>, &'static str, Mark, &'static str);

fn promises() -> Vec<Promise> {
    use Mark::{AtRisk, Contested, Met, MetLate, Missed, NoData, NotYetDue, OnTrack, Undetermined};
    vec![
        ("≥200,000 vehicles", "Jul 2016", "2025", "171,442", Some(0.857), "−28,558", Missed, "missed"),
        (
            "~100,000 vehicles",
            "Sep 2018",
            "2020",
            "77,471",
            Some(0.775),
            "−22,529",
            MetLate,
            "met 2 years late|met late",
        ),
        ("50 % localisation", "Sep 2018", "2021", "?", None, "", NoData, "no data"),
        ("Almaty plant: first cars", "2023", "Q1 25", "Sep 2025", None, "+8 months", MetLate, "met late"),
        ("Electric cars in Kostanay", "2017", "2018", ">30 built", None, "", Undetermined, "undetermined"),
        ("160,000 vehicles", "May 2024", "2024", "145,300", Some(0.908), "−14,700", Missed, "missed"),
        ("90,000 cars a year at the new plant", "Mar 2022", "2024", "~99,000", Some(1.1), "+9,000", Met, "met"),
        ("500,000 vehicles", "2023", "2030", "171,442", Some(0.343), "", AtRisk, "at risk"),
        ("~209,000 vehicles (forecast)", "Feb 2026", "2026", "102,000", Some(0.488), "", OnTrack, "on track"),
        ("A third of cars made at home", "2019", "2025", "41 %", Some(1.24), "", Met, "met early"),
        ("KZT 120 bn invested", "2024", "2027", ">40 bn", Some(0.333), "", NotYetDue, "not yet due"),
        ("60 % for export", "2022", "2025", "", None, "", Contested, "sources differ"),
    ]
}

pub(crate) fn table(chosen: usize) -> Table {
    let column = |head: &str, align: Align, drop_priority: u8, is_flexible: bool| TableColumn {
        head: label(head),
        align,
        drop_priority,
        is_flexible,
    };
    let rows = promises().into_iter().enumerate().map(|(index, promise)| {
        let (name, said, due, reported, share, gap, mark, verdict) = promise;
        let role = match mark {
            Mark::Met | Mark::MetLate | Mark::OnTrack => Role::Good,
            Mark::Missed | Mark::AtRisk => Role::Bad,
            Mark::Undetermined => Role::Caution,
            Mark::Contested => Role::Contested,
            _ => Role::Missing,
        };
        let bullet = Bullet {
            bar: share,
            soft: (index == 10).then_some(0.5),
            is_open: index == 10,
            is_partial: index == 8,
            about: (index == 1).then_some((0.95, 1.05)),
            role,
        };
        let cells = vec![
            text(name),
            muted(said),
            text(due),
            text(reported),
            TableCell::Bullet(bullet),
            text(gap),
            TableCell::WithMark(mark, label(verdict), role),
        ];
        TableRow::new(Some(RecordRef::Target(Id::new(index))), cells)
    });
    Table {
        columns: vec![
            column("PROMISE", Align::Left, 0, true),
            column("SAID", Align::Left, 5, false),
            column("DUE", Align::Left, 2, false),
            column("REPORTED", Align::Right, 3, false),
            column("OF PROMISE|0 %", Align::Left, 1, true),
            column("GAP", Align::Right, 4, false),
            column("VERDICT", Align::Left, 0, false),
        ],
        rows: rows.collect(),
        chosen: Some(chosen),
        empty: "Nobody had promised anything yet.".into(),
        filtered: FilterResult::default(),
    }
}

pub(crate) fn why() -> Vec<Block> {
    let fact = |term: &str, text: &str| Fact { term: term.into(), text: runs(text) };
    vec![
        Block::Paragraph(runs(
            "By 2025 the country was to make {at least 200,000 vehicles} a year, said the ministry when it presented the programme of industrial development.",
        )),
        Block::Gap,
        Block::Facts(vec![
            fact("said", "July 2016, Ministry of Investments and Development"),
            fact("due", "the whole of 2025"),
            fact(
                "reported",
                "[171,442] in 2025, cars, lorries and buses; Union of Kazakhstan’s car makers, 23 Feb 2026",
            ),
        ]),
        Block::Gap,
        Block::Heading("How the verdict follows".into()),
        Block::Steps(vec![
            runs("promised: ≥ 200,000, strictly: 200,000 or more"),
            runs("reported: 171,442, exact to the vehicle"),
            runs("171,442 − 200,000 = −28,558"),
            runs("171,442 ÷ 200,000 = *0.857*, below the bound: missed"),
        ]),
        Block::Gap,
        Block::Heading("Needed against recent".into()),
        Block::Bars(vec![
            bar("needed a year", 23.1, "23.1 %", Role::Target),
            bar("recent", 18.2, "18.2 %", Role::Actual),
        ]),
        Block::Gap,
        Block::Heading("Where the money was to come from".into()),
        Block::Stack(vec![
            bar("private", 3.6, "3.6 trn", Role::Actual),
            bar("the state", 0.9, "0.9 trn", Role::Target),
        ]),
        Block::Gap,
        Block::Facts(vec![Fact {
            term: "source".into(),
            text: vec![
                TextRun::plain("The Times of Central Asia, 14 Jul 2016, "),
                run("https://timesca.com/kazakhstan-plans-to-produce-200-thousand-vehicles-by-2025", Role::Link),
            ],
        }]),
    ]
}

fn bar(label: &str, value: f64, words: &str, role: Role) -> LabelledBar {
    LabelledBar { label: label.into(), value, words: words.into(), role }
}

fn panel(slot: PanelSlot, body: PanelBody) -> Panel {
    Panel { slot, heading: Vec::new(), body }
}

pub(crate) fn overview(chosen: usize) -> Page {
    Page {
        kind: PageKind::Overview,
        sentence: runs(
            "At least {200,000 vehicles a year by 2025} were promised in July 2016. [171,442] were made: *86\u{a0}%* of the promise.",
        ),
        panels: vec![
            panel(PanelSlot::Main, PanelBody::Chart(chart())),
            panel(PanelSlot::List, PanelBody::Table(table(chosen))),
            panel(PanelSlot::Why, PanelBody::Text(why())),
        ],
    }
}

pub(crate) fn targets(chosen: usize) -> Page {
    let mut list = table(chosen);
    list.rows.insert(6, TableRow::heading("Plants"));
    list.rows.insert(0, TableRow::heading("The whole country"));
    list.chosen = Some(chosen + 1 + usize::from(chosen >= 6));
    Page {
        kind: PageKind::Targets,
        sentence: runs("12 promises are on record: *3 met*, 2 met late, 2 missed, 5 open or not to be judged."),
        panels: vec![panel(PanelSlot::List, PanelBody::Table(list)), panel(PanelSlot::Detail, PanelBody::Text(why()))],
    }
}

pub(crate) fn output() -> Page {
    Page {
        kind: PageKind::Output,
        sentence: runs("Output grew ninefold in ten years, to [171,442 vehicles] in 2025."),
        panels: vec![panel(PanelSlot::Main, PanelBody::Chart(chart()))],
    }
}

const PLANTS: [(&str, &str, f64, f64, Mark, &str, &str); 9] = [
    ("Astana Motors Manufacturing Kazakhstan", "Almaty", 43.24, 76.89, Mark::Operating, "operating", "90,000"),
    ("Kia Qazaqstan", "Kostanay", 53.21, 63.63, Mark::Operating, "operating", "≤70,000"),
    ("SaryarkaAvtoProm (Allur)", "Kostanay", 53.21, 63.63, Mark::Operating, "operating", "?"),
    ("QazTehna", "Saran", 49.79, 72.83, Mark::Operating, "operating", "1,700"),
    ("Orbis Heavy Machinery", "Astana", 51.17, 71.43, Mark::Operating, "operating", "11,880"),
    ("SemAZ", "Semey", 50.41, 80.23, Mark::Building, "being built", "≤1,500"),
    ("KAMAZ-Engineering", "Kokshetau", 53.28, 69.39, Mark::Operating, "operating", "?"),
    ("Proton", "Karaganda", 49.8, 73.1, Mark::Planned, "planned", "?"),
    ("Azia Avto", "Öskemen", 49.95, 82.61, Mark::Closed, "closed", "30,000"),
];

pub(crate) fn plants(chosen: usize) -> Page {
    let column = |head: &str, align: Align, drop_priority: u8, is_flexible: bool| TableColumn {
        head: label(head),
        align,
        drop_priority,
        is_flexible,
    };
    let rows = PLANTS.iter().enumerate().map(|(index, (name, city, _, _, mark, status, capacity))| {
        let cells =
            vec![text(name), muted(city), TableCell::WithMark(*mark, label(status), Role::Plain), text(capacity)];
        TableRow::new(Some(RecordRef::Subject(Id::new(index))), cells)
    });
    let list = Table {
        columns: vec![
            column("PLANT", Align::Left, 0, true),
            column("CITY", Align::Left, 1, false),
            column("STATUS", Align::Left, 2, false),
            column("CAPACITY", Align::Right, 3, false),
        ],
        rows: rows.collect(),
        chosen: Some(chosen),
        empty: String::new(),
        filtered: FilterResult::default(),
    };
    let mut places: Vec<MapPlace> = Vec::new();
    for (index, (_, city, north, east, mark, ..)) in PLANTS.iter().enumerate() {
        let here = index == chosen;
        let key = RecordRef::Subject(Id::new(index));
        if let Some(place) = places.iter_mut().find(|place| place.name.long() == *city) {
            place.sites.push(key);
            place.chosen |= here;
            continue;
        }
        places.push(MapPlace { name: label(city), at: (*north, *east), mark: *mark, sites: vec![key], chosen: here });
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

pub(crate) fn gantt() -> Gantt {
    let lane = |name: &str, promised, happened, not_by, mark, verdict: &str, role| Lane {
        label: label(name),
        said: label("late 2023|2023"),
        due: label("2025"),
        promised,
        happened,
        not_by,
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
            lane(
                "built",
                Some((2024.75, 2025.0)),
                Some((2025.4, 2025.75)),
                None,
                Mark::MetLate,
                "5–8 months late",
                Role::Good,
            ),
            lane(
                "first cars",
                Some((2025.0, 2025.25)),
                Some((2025.66, 2025.75)),
                None,
                Mark::MetLate,
                "6 months late|late",
                Role::Good,
            ),
            lane(
                "90,000 cars a year",
                Some((2025.0, 2026.0)),
                None,
                Some(2026.89),
                Mark::NoData,
                "no data",
                Role::Missing,
            ),
            lane("export", None, None, None, Mark::Unquantified, "not dated", Role::Missing),
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

pub(crate) fn sheet() -> TextOverlay {
    let hint = |keys: &str, action: &str| KeyHint { keys: label(keys), action: action.into() };
    TextOverlay {
        crumbs: vec![],
        title: runs("*Why*  ≥200,000 vehicles by 2025"),
        blocks: why(),
        hints: vec![hint("Esc", "close"), hint("y", "copy the citation"), hint("o", "open")],
    }
}

/// The first page in Russian.
pub(crate) fn russian() -> (Chrome, Page) {
    let mut chrome = chrome(PageKind::Overview);
    let names = ["Обзор", "Обещания", "Выпуск", "Заводы", "Инвестиции|Деньги", "Хронология|Время", "Источники"];
    for (tab, name) in chrome.tabs.iter_mut().zip(names) {
        tab.label = label(name);
    }
    chrome.title = label("Автопром Казахстана");
    chrome.right = vec![run("известно на 22 ноября 2026 г.", Role::Muted)];
    let mut page = overview(0);
    page.sentence = runs(
        "В июле 2016 г. обещали выпускать {не менее 200\u{a0}000 автомобилей в год к 2025 г.} Выпустили [171\u{a0}442]: *86\u{a0}%* обещанного.",
    );
    (chrome, page)
}

/// The first page in Kazakh.
pub(crate) fn kazakh() -> (Chrome, Page) {
    let mut chrome = chrome(PageKind::Overview);
    let names = ["Шолу", "Уәделер", "Өндіріс", "Зауыттар", "Инвестиция|Ақша", "Уақыт", "Дереккөздер|Дерек"];
    for (tab, name) in chrome.tabs.iter_mut().zip(names) {
        tab.label = label(name);
    }
    chrome.title = label("Қазақстан автоөнеркәсібі");
    chrome.right = vec![run("2026 ж. 22 қарашадағы білім", Role::Muted)];
    let mut page = overview(0);
    page.sentence = runs(
        "2016 жылдың шілдесінде {2025 жылға қарай жылына кемінде 200\u{a0}000 автомобиль} уәде етілді. [171\u{a0}442] шығарылды: уәденің *86\u{a0}%*.",
    );
    (chrome, page)
}
