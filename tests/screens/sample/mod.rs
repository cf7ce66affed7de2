//! Pages built by hand, so that drawing is tested without a dataset.

mod chart;
mod plants;
mod target_list;

use planfact::page::model::{
    Block, Chrome, Fact, KeyHint, Label, LabelledBar, Page, PageKind, Panel, PanelBody, PanelSlot, Role, Tab,
    TableCell, TableRow, TextOverlay, TextRun,
};

pub(crate) use chart::{chart, years};
pub(crate) use plants::plants;
pub(crate) use target_list::table;

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

fn text(words: &str) -> TableCell {
    if words.is_empty() { TableCell::Empty } else { TableCell::Text(label(words), Role::Plain) }
}

fn muted(words: &str) -> TableCell {
    if words.is_empty() { TableCell::Empty } else { TableCell::Text(label(words), Role::Muted) }
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

pub(crate) fn overlay() -> TextOverlay {
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
