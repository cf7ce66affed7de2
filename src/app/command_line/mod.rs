//! A view as the command line that prints it: `planfact screen targets --size 120x36 --focus vehicles-by-2025 …`.
//!
//! [`PARTS`] is the one table of what a view is made of: each part knows its option, how the state says it and how the
//! option is read back. The options of `planfact screen`, the copied line and the README follow from it.
//! Not here: what is copied and where to (`take_along`).

mod names;

pub(super) use names::{of as name_of, of_series};

use std::path::Path;

use crate::dataset::records::Dataset;
use crate::page::drawing::{Form, Growth, Mode, Subjects, Window};
use crate::page::sift::{Direction, Order};
use crate::page::{Evidence, PageKind, Shown, Slot, words};
use crate::render::theme::{ColorLevel, Glyphs};

use super::line::Line;
use super::state::{Choice, Overlay, State, Under};

/// A part of a view that an option of the command line says.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// The option, without its dashes.
    pub option: &'static str,
    /// What stands for its value in the help.
    pub value: &'static str,
    /// What it does.
    pub help: &'static str,
    /// Its value in a state; none where that is as it is without the option.
    pub say: fn(&State, &Dataset) -> Option<String>,
    /// Takes a value into the state, or says what is wrong with it.
    pub take: fn(&mut State, &str, &Dataset) -> Result<(), String>,
}

/// Every part of a view besides its page, size, day and look. To make another one known, add a row.
pub const PARTS: &[Part] = &[
    Part {
        option: "focus",
        value: "ROW",
        help: "The chosen row: an id (or target:, source:, subject:ID), metric/place/N for the Nth figure, check:N, ROW@N for the Nth row of the same",
        say: |state, dataset| {
            let Choice { key, nth } = state.chosen()?;
            let name = names::of(key, state.tab, dataset);
            Some(if nth == 0 { name } else { format!("{name}@{}", nth + 1) })
        },
        take: |state, written, dataset| {
            let (name, nth) = match written.rsplit_once('@') {
                Some((name, nth)) => (name, number(nth)? - 1),
                None => (written, 0),
            };
            state.choose(Some(Choice { key: names::find(name, state.tab, dataset)?, nth }));
            Ok(())
        },
    },
    Part {
        option: "series",
        value: "METRIC/PLACE",
        help: "The series of the Output page",
        say: |state, dataset| {
            let series = state.series.filter(|_| state.tab == PageKind::Output)?;
            Some(names::of_series(series, dataset))
        },
        take: |state, written, dataset| {
            state.series = Some(names::find_series(written, dataset)?);
            Ok(())
        },
    },
    Part {
        option: "evidence",
        value: "VIEW",
        help: "What the Evidence page shows: sources or checks",
        say: |state, _| {
            (state.evidence == Evidence::Checks && state.tab == PageKind::Evidence).then(|| "checks".to_owned())
        },
        take: |state, written, _| {
            let views = [("sources", Evidence::Sources), ("checks", Evidence::Checks)];
            state.evidence = one_of(written, &views)?;
            Ok(())
        },
    },
    Part {
        option: "filter",
        value: "WORDS",
        help: "Only the rows that contain these words, in any spelling",
        say: |state, _| Some(state.sift().words.clone()).filter(|words| !words.is_empty()),
        take: |state, written, _| {
            let mut line = Line::default();
            line.insert(written);
            line.text().clone_into(&mut state.sift_mut().words);
            Ok(())
        },
    },
    Part {
        option: "status",
        value: "STATUS",
        help: "Only the rows that stand so: missed, met_late, contradiction, operating, ...",
        say: |state, _| state.sift().standing.clone(),
        take: |state, written, _| {
            state.sift_mut().standing = Some(written.to_owned());
            Ok(())
        },
    },
    Part {
        option: "sort",
        value: "COLUMN",
        help: "The column that rows are sorted by, from 1, and which way: 3:rising or 3:falling",
        say: |state, _| {
            let order = state.sift().order?;
            let run = RUNS.iter().find(|(_, run)| *run == order.run).map_or("", |(name, _)| name);
            Some(format!("{}:{run}", order.column + 1))
        },
        take: |state, written, _| {
            let (column, run) = written.split_once(':').unwrap_or((written, RUNS[0].0));
            state.sift_mut().order = Some(Order { column: number(column)? - 1, run: one_of(run, &RUNS)? });
            Ok(())
        },
    },
    Part {
        option: "outlook",
        value: "SHOWN",
        help: "Pace, estimates and projections of ours: on or off",
        say: |state, _| (state.outlook == Shown::No).then(|| "off".to_owned()),
        take: |state, written, _| {
            state.outlook = one_of(written, &[("on", Shown::Yes), ("off", Shown::No)])?;
            Ok(())
        },
    },
    Part {
        option: "point",
        value: "N",
        help: "The point of the picture under the crosshair, from 1",
        say: |state, _| state.view.cursor.map(|cursor| (cursor + 1).to_string()),
        take: |state, written, _| {
            state.view.cursor = Some(number(written)? - 1);
            Ok(())
        },
    },
    Part {
        option: "mode",
        value: "MODE",
        help: "What stands side by side on the Output page: years, parts, within or index",
        say: |state, _| (state.drawing.mode != Mode::default()).then(|| state.drawing.mode.name().to_owned()),
        take: |state, written, _| {
            state.drawing.mode = one_of(written, &Mode::ALL.map(|mode| (mode.name(), mode)))?;
            Ok(())
        },
    },
    Part {
        option: "subjects",
        value: "WHOSE",
        help: "Whose figures on the Output page: one, overlaid or apart",
        say: |state, _| {
            (state.drawing.subjects != Subjects::default()).then(|| state.drawing.subjects.name().to_owned())
        },
        take: |state, written, _| {
            state.drawing.subjects = one_of(written, &Subjects::ALL.map(|whose| (whose.name(), whose)))?;
            Ok(())
        },
    },
    Part {
        option: "scale",
        value: "SCALE",
        help: "How the scale of the Output page grows: even or log",
        say: |state, _| (state.drawing.growth == Growth::Log).then(|| "log".to_owned()),
        take: |state, written, _| {
            state.drawing.growth = one_of(written, &[("even", Growth::Even), ("log", Growth::Log)])?;
            Ok(())
        },
    },
    Part {
        option: "years",
        value: "FROM-TO",
        help: "The years in sight of a chart, such as 2016-2020",
        say: |state, _| state.drawing.window.map(|Window { from, to }| format!("{from}-{to}")),
        take: |state, written, _| {
            let ends = written.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
            let window = ends.filter(|(from, to)| from <= to).map(|(from, to)| Window { from, to });
            state.drawing.window = Some(window.ok_or("write the first and the last year as 2016-2020")?);
            Ok(())
        },
    },
    Part {
        option: "figures",
        value: "FORM",
        help: "How figures are shown: picture or table",
        say: |state, _| (state.drawing.form == Form::Table).then(|| "table".to_owned()),
        take: |state, written, _| {
            state.drawing.form = one_of(written, &[("picture", Form::Picture), ("table", Form::Table)])?;
            Ok(())
        },
    },
    Part {
        option: "enlarged",
        value: "PANEL",
        help: "The panel that has the whole page: main, list, side or detail",
        say: |state, _| {
            let shown = state.view.enlarged?;
            SLOTS.iter().find(|(_, slot)| *slot == shown).map(|(name, _)| (*name).to_owned())
        },
        take: |state, written, _| {
            state.view.enlarged = Some(one_of(written, &SLOTS)?);
            Ok(())
        },
    },
    Part {
        option: "detail-line",
        value: "N",
        help: "The first line in sight of the text below the rows, from 1",
        say: |state, _| line(state.view.detail_top),
        take: |state, written, _| {
            state.view.detail_top = number(written)? - 1;
            Ok(())
        },
    },
    Part {
        option: "sheet",
        value: "SHEET",
        help: "What lies over the page, lowest first: help, what to explain, named as a row is, records:N, record:N",
        say: |state, dataset| {
            let under = state.under.iter().map(|under| under.overlay);
            let all: Vec<String> =
                under.chain([state.overlay]).filter_map(|sheet| said(sheet, state.tab, dataset)).collect();
            (!all.is_empty()).then(|| all.join(","))
        },
        take: |state, written, dataset| {
            for name in written.split(',') {
                let lower = std::mem::replace(&mut state.overlay, sheet(name, state.tab, dataset)?);
                if lower != Overlay::None {
                    state.under.push(Under { overlay: lower, top: 0, onward: None });
                }
            }
            Ok(())
        },
    },
    Part {
        option: "sheet-name",
        value: "N",
        help: "Which of the things that the sheet names is chosen, from 1",
        say: |state, _| state.view.onward.map(|nth| (nth + 1).to_string()),
        take: |state, written, _| {
            state.view.onward = Some(number(written)? - 1);
            Ok(())
        },
    },
    Part {
        option: "sheet-line",
        value: "N",
        help: "The first line in sight of what lies over the page, from 1",
        say: |state, _| line(state.view.sheet_top),
        take: |state, written, _| {
            state.view.sheet_top = number(written)? - 1;
            Ok(())
        },
    },
];

/// The panels that can be enlarged, by name.
const SLOTS: [(&str, Slot); 4] =
    [("main", Slot::Main), ("list", Slot::List), ("side", Slot::Side), ("detail", Slot::Detail)];
/// Which way an order runs.
const RUNS: [(&str, Direction); 2] = [("rising", Direction::Rising), ("falling", Direction::Falling)];

/// The sheet of the keys. What has this for its id is named with its kind.
const HELP: &str = "help";

/// How the option says a sheet.
fn said(sheet: Overlay, tab: PageKind, dataset: &Dataset) -> Option<String> {
    match sheet {
        Overlay::None => None,
        Overlay::Why(key) => Some(names::of(key, tab, dataset)),
        Overlay::Help => Some(HELP.to_owned()),
        Overlay::Records(at) => Some(format!("records:{}", at + 1)),
        Overlay::Record(at) => Some(format!("record:{}", at + 1)),
    }
}

/// The sheet that the option says.
fn sheet(name: &str, tab: PageKind, dataset: &Dataset) -> Result<Overlay, String> {
    Ok(match name.split_once(':') {
        _ if name == HELP => Overlay::Help,
        Some(("records", place)) => Overlay::Records(number(place)? - 1),
        Some(("record", place)) => Overlay::Record(number(place)? - 1),
        _ => Overlay::Why(names::find(name, tab, dataset)?),
    })
}

/// The command that prints exactly this view, without what just happened.
#[must_use]
pub fn line_of(state: &State, dataset: &Dataset, file: Option<&Path>) -> String {
    let paint = state.paint;
    let mut words = vec!["planfact".to_owned(), "screen".to_owned(), state.tab.name().to_owned()];
    let mut option = |name: &str, value: String| {
        // What starts like an option would be taken for one.
        let apart = !value.starts_with('-');
        words.push(if apart { format!("--{name}") } else { format!("--{name}={}", quoted(&value)) });
        words.extend(apart.then(|| quoted(&value)));
    };
    option("size", format!("{}x{}", state.size.width.max(1), state.size.height.max(1)));
    if let Some(file) = file {
        option("data", file.to_string_lossy().into_owned());
    }
    option("as-of", state.day().to_string());
    for part in PARTS {
        if let Some(value) = (part.say)(state, dataset) {
            option(part.option, value);
        }
    }
    option("lang", words::code(state.language).to_owned());
    option("theme", paint.theme.name().to_owned());
    option("color", color(paint.colors).to_owned());
    option("glyphs", glyphs(paint.glyphs).to_owned());
    words.join(" ")
}

/// How the option says how many colours there are.
fn color(level: ColorLevel) -> &'static str {
    match level {
        ColorLevel::True => "true",
        ColorLevel::Ansi256 => "256",
        ColorLevel::Ansi16 => "16",
        ColorLevel::None => "never",
    }
}

/// How the option says which characters there are.
fn glyphs(glyphs: Glyphs) -> &'static str {
    match glyphs {
        Glyphs::Braille => "braille",
        Glyphs::Block => "block",
        Glyphs::Ascii => "ascii",
    }
}

/// A word as a shell takes it for one.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@,+%=".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// A line from 0 as the option says it; nothing for the first.
fn line(top: usize) -> Option<String> {
    (top > 0).then(|| (top + 1).to_string())
}

fn number(written: &str) -> Result<usize, String> {
    let number = written.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| "write a number from 1".to_owned())
}

fn one_of<T: Copy>(written: &str, all: &[(&str, T)]) -> Result<T, String> {
    let found = all.iter().find(|(name, _)| *name == written).map(|(_, value)| *value);
    let names = || all.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" or ");
    found.ok_or_else(|| format!("write {}", names()))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_shell_takes_a_quoted_word_for_one() {
        assert_eq!(quoted("vehicles/kazakhstan/3@2"), "vehicles/kazakhstan/3@2");
        assert_eq!(quoted("my plan.json"), "'my plan.json'");
        assert_eq!(quoted("it's; $HOME"), "'it'\\''s; $HOME'");
        assert_eq!(quoted("план"), "'план'");
        assert_eq!(quoted(""), "''");
    }
}
