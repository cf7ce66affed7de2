//! A view as the command line that prints it: `planfact screen targets --size 120x36 --focus vehicles-by-2025 …`.
//!
//! [`VIEW_OPTIONS`] is the one table of the parts of a view: the option of each, how its value is formatted and parsed. The
//! options of `planfact screen`, the copied command and the README follow from it.

mod names;

pub(super) use crate::app::dashboard::command_line::names::{name_of as display_name, series_name};

use std::path::Path;

use crate::app::dashboard::state::{LowerOverlay, Overlay, RowChoice, State};
use crate::app::input::text_input::TextInput;
use crate::dataset::records::Dataset;
use crate::page::i18n;
use crate::page::model::{
    ChartForm, ChartMode, EvidenceView, PageKind, PanelSlot, ScaleKind, SortDirection, SortOrder, SubjectLayout,
    Visibility, YearRange,
};
use crate::render::look::theme::{ColorLevel, Glyphs};

/// An option of the command line for one part of a view.
#[derive(Debug, Clone, Copy)]
pub struct ViewOption {
    /// The name without dashes.
    pub name: &'static str,
    /// The placeholder of the value in the help.
    pub value: &'static str,
    /// The description in the help.
    pub help: &'static str,
    /// The value for a state; none for the default.
    pub format: fn(&State, &Dataset) -> Option<String>,
    /// Parses a value into the state, or says what is wrong with it.
    pub parse: fn(&mut State, &str, &Dataset) -> Result<(), String>,
}

/// All options of a view besides page, size, as-of date and look.
pub const VIEW_OPTIONS: &[ViewOption] = &[
    ViewOption {
        name: "focus",
        value: "ROW",
        help: "The selected row: an id (or target:, source:, subject:ID), METRIC/PLACE/N for the Nth figure, check:N; ROW@N for the Nth row with that id",
        format: |state, dataset| {
            let RowChoice { key, nth } = state.chosen()?;
            let name = names::name_of(key, state.viewed.tab, dataset);
            Some(if nth == 0 { name } else { format!("{name}@{}", nth + 1) })
        },
        parse: |state, written, dataset| {
            let (name, nth) = match written.rsplit_once('@') {
                Some((name, nth)) => (name, index(nth)?),
                None => (written, 0),
            };
            state.choose(Some(RowChoice { key: names::find_record(name, state.viewed.tab, dataset)?, nth }));
            Ok(())
        },
    },
    ViewOption {
        name: "series",
        value: "METRIC/PLACE",
        help: "The series of the Output page",
        format: |state, dataset| {
            let series = state.viewed.series.filter(|_| state.viewed.tab == PageKind::Output)?;
            Some(names::series_name(series, dataset))
        },
        parse: |state, written, dataset| {
            names::find_series(written, dataset).map(|series| state.viewed.series = Some(series))
        },
    },
    ViewOption {
        name: "evidence",
        value: "VIEW",
        help: "What the Evidence page shows: sources or checks",
        format: |state, _| {
            (state.viewed.evidence == EvidenceView::Checks && state.viewed.tab == PageKind::Evidence)
                .then(|| "checks".to_owned())
        },
        parse: |state, written, _| {
            let views = [("sources", EvidenceView::Sources), ("checks", EvidenceView::Checks)];
            state.viewed.evidence = one_of(written, &views)?;
            Ok(())
        },
    },
    ViewOption {
        name: "filter",
        value: "WORDS",
        help: "Only rows that contain these words, in any spelling",
        format: |state, _| Some(state.row_filter().words.clone()).filter(|words| !words.is_empty()),
        parse: |state, written, _| {
            let mut line = TextInput::default();
            line.insert(written);
            line.text().clone_into(&mut state.row_filter_mut().words);
            Ok(())
        },
    },
    ViewOption {
        name: "status",
        value: "STATUS",
        help: "Only rows with this status: missed, met_late, contradiction, operating, ...",
        format: |state, _| state.row_filter().status.clone(),
        parse: |state, written, _| {
            state.row_filter_mut().status = Some(written.to_owned());
            Ok(())
        },
    },
    ViewOption {
        name: "sort",
        value: "COLUMN",
        help: "Sort rows by this column, counted from 1: 3:rising or 3:falling",
        format: |state, _| {
            let order = state.row_filter().order?;
            let direction = SORT_DIRECTIONS
                .iter()
                .find(|(_, direction)| *direction == order.direction)
                .map_or("", |(name, _)| name);
            Some(format!("{}:{direction}", order.column + 1))
        },
        parse: |state, written, _| {
            let (column, direction) = written.split_once(':').unwrap_or((written, SORT_DIRECTIONS[0].0));
            state.row_filter_mut().order =
                Some(SortOrder { column: index(column)?, direction: one_of(direction, &SORT_DIRECTIONS)? });
            Ok(())
        },
    },
    ViewOption {
        name: "outlook",
        value: "SHOWN",
        help: "Show pace, estimates and projections: on or off",
        format: |state, _| (state.viewed.projections == Visibility::Hidden).then(|| "off".to_owned()),
        parse: |state, written, _| {
            one_of(written, &[("on", Visibility::Shown), ("off", Visibility::Hidden)])
                .map(|value| state.viewed.projections = value)
        },
    },
    ViewOption {
        name: "point",
        value: "N",
        help: "The data point under the crosshair, from 1",
        format: |state, _| state.viewed.positions.cursor.map(|cursor| (cursor + 1).to_string()),
        parse: |state, written, _| index(written).map(|index| state.viewed.positions.cursor = Some(index)),
    },
    ViewOption {
        name: "mode",
        value: "MODE",
        help: "Mode of the Output page: years, parts, within or index",
        format: |state, _| {
            (state.viewed.chart_options.mode != ChartMode::default())
                .then(|| state.viewed.chart_options.mode.name().to_owned())
        },
        parse: |state, written, _| {
            one_of(written, &ChartMode::ALL.map(|mode| (mode.name(), mode)))
                .map(|value| state.viewed.chart_options.mode = value)
        },
    },
    ViewOption {
        name: "subjects",
        value: "WHOSE",
        help: "Subjects on the Output page: one, overlaid or apart",
        format: |state, _| {
            (state.viewed.chart_options.subjects != SubjectLayout::default())
                .then(|| state.viewed.chart_options.subjects.name().to_owned())
        },
        parse: |state, written, _| {
            one_of(written, &SubjectLayout::ALL.map(|whose| (whose.name(), whose)))
                .map(|value| state.viewed.chart_options.subjects = value)
        },
    },
    ViewOption {
        name: "scale",
        value: "SCALE",
        help: "Scale of the Output page: even or log",
        format: |state, _| (state.viewed.chart_options.scale == ScaleKind::Log).then(|| "log".to_owned()),
        parse: |state, written, _| {
            one_of(written, &[("even", ScaleKind::Linear), ("log", ScaleKind::Log)])
                .map(|value| state.viewed.chart_options.scale = value)
        },
    },
    ViewOption {
        name: "years",
        value: "FROM-TO",
        help: "The visible years of a chart, such as 2016-2020",
        format: |state, _| state.viewed.chart_options.window.map(|YearRange { from, to }| format!("{from}-{to}")),
        parse: |state, written, _| {
            let ends = written.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
            let window = ends.filter(|(from, to)| from <= to).map(|(from, to)| YearRange { from, to });
            state.viewed.chart_options.window = Some(window.ok_or("write the first and the last year as 2016-2020")?);
            Ok(())
        },
    },
    ViewOption {
        name: "figures",
        value: "FORM",
        help: "Show figures as picture or table",
        format: |state, _| (state.viewed.chart_options.form == ChartForm::Table).then(|| "table".to_owned()),
        parse: |state, written, _| {
            one_of(written, &[("picture", ChartForm::Picture), ("table", ChartForm::Table)])
                .map(|value| state.viewed.chart_options.form = value)
        },
    },
    ViewOption {
        name: "enlarged",
        value: "PANEL",
        help: "The panel enlarged to the whole page: main, list, side or detail",
        format: |state, _| {
            let shown = state.viewed.positions.enlarged?;
            SLOTS.iter().find(|(_, slot)| *slot == shown).map(|(name, _)| (*name).to_owned())
        },
        parse: |state, written, _| one_of(written, &SLOTS).map(|slot| state.viewed.positions.enlarged = Some(slot)),
    },
    ViewOption {
        name: "detail-line",
        value: "N",
        help: "The first visible line of the text below the rows, from 1",
        format: |state, _| line(state.viewed.positions.detail_top),
        parse: |state, written, _| index(written).map(|index| state.viewed.positions.detail_top = index),
    },
    ViewOption {
        name: "sheet",
        value: "SHEET",
        help: "Overlays on the page, lowest first: help, a row to explain (named as in --focus), records:N, record:N",
        format: |state, dataset| {
            let lower = state.viewed.lower_overlays.iter().map(|lower| lower.overlay);
            let all: Vec<String> = lower
                .chain([state.viewed.overlay])
                .filter_map(|overlay| overlay_name(overlay, state.viewed.tab, dataset))
                .collect();
            (!all.is_empty()).then(|| all.join(","))
        },
        parse: |state, written, dataset| {
            for name in written.split(',') {
                let lower =
                    std::mem::replace(&mut state.viewed.overlay, parse_overlay(name, state.viewed.tab, dataset)?);
                if lower != Overlay::None {
                    state.viewed.lower_overlays.push(LowerOverlay { overlay: lower, top: 0, link: None });
                }
            }
            Ok(())
        },
    },
    ViewOption {
        name: "sheet-name",
        value: "N",
        help: "The selected link of the topmost overlay, from 1",
        format: |state, _| state.viewed.positions.link.map(|nth| (nth + 1).to_string()),
        parse: |state, written, _| index(written).map(|index| state.viewed.positions.link = Some(index)),
    },
    ViewOption {
        name: "sheet-line",
        value: "N",
        help: "The first visible line of the topmost overlay, from 1",
        format: |state, _| line(state.viewed.positions.overlay_top),
        parse: |state, written, _| index(written).map(|index| state.viewed.positions.overlay_top = index),
    },
];

const SLOTS: [(&str, PanelSlot); 4] =
    [("main", PanelSlot::Main), ("list", PanelSlot::List), ("side", PanelSlot::Side), ("detail", PanelSlot::Detail)];
const SORT_DIRECTIONS: [(&str, SortDirection); 2] =
    [("rising", SortDirection::Ascending), ("falling", SortDirection::Descending)];

fn overlay_name(overlay: Overlay, tab: PageKind, dataset: &Dataset) -> Option<String> {
    match overlay {
        Overlay::None => None,
        Overlay::Why(key) => Some(names::name_of(key, tab, dataset)),
        Overlay::Help => Some(names::HELP.to_owned()),
        Overlay::RecordList(at) => Some(format!("records:{}", at + 1)),
        Overlay::RecordWhy(at) => Some(format!("record:{}", at + 1)),
    }
}

/// The overlay with this name.
fn parse_overlay(name: &str, tab: PageKind, dataset: &Dataset) -> Result<Overlay, String> {
    Ok(match name.split_once(':') {
        _ if name == names::HELP => Overlay::Help,
        Some(("records", number)) => Overlay::RecordList(index(number)?),
        Some(("record", number)) => Overlay::RecordWhy(index(number)?),
        _ => Overlay::Why(names::find_record(name, tab, dataset)?),
    })
}

/// The command that prints this view, without the notice.
pub fn command_for(state: &State, dataset: &Dataset, file: Option<&Path>) -> String {
    let paint = state.look.paint;
    let mut words = vec!["planfact".to_owned(), "screen".to_owned(), state.viewed.tab.name().to_owned()];
    let mut option = |name: &str, value: String| {
        // A value with a leading dash would be taken for an option.
        let is_separate = !value.starts_with('-');
        words.push(if is_separate { format!("--{name}") } else { format!("--{name}={}", quoted(&value)) });
        words.extend(is_separate.then(|| quoted(&value)));
    };
    option("size", format!("{}x{}", state.look.size.width.max(1), state.look.size.height.max(1)));
    if let Some(file) = file {
        option("data", file.to_string_lossy().into_owned());
    }
    option("as-of", state.known_date().to_string());
    for part in VIEW_OPTIONS {
        if let Some(value) = (part.format)(state, dataset) {
            option(part.name, value);
        }
    }
    option("lang", i18n::language_code(state.look.language).to_owned());
    option("theme", paint.theme.name().to_owned());
    option("color", color(paint.colors).to_owned());
    option("glyphs", glyphs(paint.glyphs).to_owned());
    words.join(" ")
}

fn color(level: ColorLevel) -> &'static str {
    match level {
        ColorLevel::True => "true",
        ColorLevel::Ansi256 => "256",
        ColorLevel::Ansi16 => "16",
        ColorLevel::None => "never",
    }
}

fn glyphs(glyphs: Glyphs) -> &'static str {
    match glyphs {
        Glyphs::Braille => "braille",
        Glyphs::Block => "block",
        Glyphs::Ascii => "ascii",
    }
}

/// A word quoted for a shell.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@,+%=".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// The line with this index, from 1; none for the first.
fn line(top: usize) -> Option<String> {
    (top > 0).then(|| (top + 1).to_string())
}

/// The index from 0 of a number from 1.
fn index(written: &str) -> Result<usize, String> {
    let number: Option<usize> = written.parse().ok();
    number.and_then(|number| number.checked_sub(1)).ok_or_else(|| "write a number from 1".to_owned())
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
    fn words_are_quoted_for_a_shell() {
        assert_eq!(quoted("vehicles/kazakhstan/3@2"), "vehicles/kazakhstan/3@2");
        assert_eq!(quoted("my plan.json"), "'my plan.json'");
        assert_eq!(quoted("it's; $HOME"), "'it'\\''s; $HOME'");
        assert_eq!(quoted("план"), "'план'");
        assert_eq!(quoted(""), "''");
    }
}
