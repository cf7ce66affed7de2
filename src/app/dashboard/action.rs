//! What a person means by a key or a click, and what the world has to do about it.

use chrono::NaiveDate;
use ratatui::layout::Size;

use crate::app::input::text_input::TextEdit;
use crate::app::terminal::background::Background;
use crate::dataset::records::Language;

/// What the person meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Open the page of this tab, counted from 0.
    OpenTab(usize),
    /// Open the next page, or the one before; the last is followed by the first.
    CycleTab(Direction),
    /// Choose another row; in a sheet, scroll.
    Move(Movement),
    /// Scroll the text beside or below the rows.
    ScrollDetail(Direction),
    /// Set the crosshair on the next point of the chart, or the one before.
    StepCrosshair(Direction),
    /// Show the next mode of the Output page: years, parts of years, the months of a year, the index.
    NextChartMode,
    /// Show one subject, all of them in one picture, or each in a picture of its own.
    NextSubjectLayout,
    /// Let the scale grow by factors, or by the same amount.
    ToggleLogScale,
    /// Show fewer years around the crosshair, or more.
    Zoom(Direction),
    /// Write pictures as tables, or draw them.
    ToggleTableForm,
    /// Show one panel on the whole page, then the next; after the last all of them again.
    EnlargeNextPanel,
    /// Say why: of the point under the crosshair, else of the chosen row.
    Why,
    /// Show the keys.
    ToggleHelp,
    /// Choose the next of the things that the sheet names, or the one before.
    ChooseLink(Direction),
    /// Go on to what is chosen in the sheet, or to this of what it names.
    FollowLink(Option<usize>),
    /// Show again what was shown before, or after that.
    History(Direction),
    /// One step back: out of a sheet, off the chart.
    Back,
    /// Type words that rows have to contain.
    EditFilter,
    /// Leave the rows that stand as the next of their verdicts says.
    NextStatusFilter,
    /// Sort the rows by the next column; after the last one as in the file.
    SortByNextColumn,
    /// Turn the order round.
    ReverseSort,
    /// Sort the rows by this column; if they are already, turn the order round, then as in the file.
    SortBy(usize),
    /// Type a sign.
    Type(char),
    /// Change what was typed, or move the caret in it.
    Edit(TextEdit),
    /// Open the palette: everything that can be gone to or done.
    OpenPalette,
    /// Be done with typing; in the palette, do what is chosen.
    Accept,
    /// Do this of what was found in the palette.
    PickResult(usize),
    /// Know what was known on another day.
    SetKnownDate(TimeStep),
    /// Show the next subject that has a series.
    NextSeries,
    /// Shows or hides what we work out: pace, estimates, projections.
    ToggleOutlook,
    /// Turns between the sources and the checks.
    ToggleChecks,
    /// Speak the next language.
    NextLanguage,
    /// Speak this language.
    SetLanguage(Language),
    /// Wear the next theme.
    NextTheme,
    /// Wear the theme that suits this ground, unless one was chosen.
    SetBackground(Background),
    /// Take the mouse, or leave it to the terminal.
    ToggleMouse,
    /// Copy something for use elsewhere.
    Copy(CopyRequest),
    /// Ask as what the view is to be written.
    AskFormat,
    /// Write the view to a file.
    Write(Format),
    /// Show the address of what is at hand, or the next one.
    NextAddress,
    /// Read the file again.
    Reload,
    /// Choose this row; if it is chosen already, say why.
    ChooseRow(usize),
    /// Set the crosshair on this place of the picture.
    SetCrosshair(usize),
    /// The screen has this size now.
    Resize(Size),
    /// Show the talk, or go on with it.
    Present,
    /// Stop until the shell continues us.
    Suspend,
    /// End.
    Quit,
}

/// Forwards or backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Down, right, later.
    Next,
    /// Up, left, earlier.
    Previous,
}

/// How far to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// One row.
    Row(Direction),
    /// One notch of the wheel: one row, or some lines of a sheet.
    WheelNotch(Direction),
    /// As many rows as are seen.
    Page(Direction),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// How to travel in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeStep {
    /// To the next day on which something was said or published, or the one before.
    Day(Direction),
    /// To the end of the year, or of the one before.
    Year(Direction),
    /// Back to now.
    Now,
    /// To this day.
    To(NaiveDate),
}

/// What can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyRequest {
    /// The view, as a command.
    View,
    /// The citation of what is at hand, else the row.
    Current,
}

/// What a view can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text.
    Text,
    /// An SVG picture.
    Svg,
    /// An HTML page.
    Html,
}

impl Format {
    /// How the names of such files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Svg => "svg",
            Self::Html => "html",
        }
    }
}

/// What the world has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Hand this over to the clipboard.
    Copy(CopyRequest),
    /// Write the view to a file.
    Write(Format),
    /// Take the mouse, or leave it to the terminal, as the state says.
    SetMouse,
    /// Read the file again.
    Reload,
    /// Show the talk.
    Present,
    /// Stop until the shell continues us.
    Suspend,
    /// End.
    Quit,
}

impl Direction {
    /// The place after or before `place` among `count`, which is more than 0; the ends are stops.
    #[must_use]
    pub fn clamped_step(self, place: usize, count: usize) -> usize {
        match self {
            Self::Next => (place + 1).min(count.saturating_sub(1)),
            Self::Previous => place.saturating_sub(1),
        }
    }

    /// The place after or before `place` among `count`, round and round; 0 if there are none.
    #[must_use]
    pub fn wrapped_step(self, place: usize, count: usize) -> usize {
        match self {
            _ if count == 0 => 0,
            Self::Next => (place + 1) % count,
            Self::Previous => (place + count - 1) % count,
        }
    }
}
