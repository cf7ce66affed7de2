//! Actions: what a key, a click or an event means. Effects: what the event loop does about them.
//!
//! The dashboard and the talk share both; an action that only a talk knows is a [`TalkAction`].

use chrono::NaiveDate;
use ratatui::layout::Size;

use crate::app::input::text_input::TextEdit;
use crate::app::terminal::background::Background;
use crate::dataset::records::Language;

/// What a key, a click or an event means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Open the page with this index among the tabs.
    OpenTab(usize),
    /// Open the next page, or the one before; wraps around.
    CycleTab(Direction),
    /// Choose another row; in an overlay, scroll.
    Move(Movement),
    /// Scroll the detail panel.
    ScrollDetail(Direction),
    /// Move the crosshair to the next data point, or the one before.
    StepCrosshair(Direction),
    /// Show the next mode of the Output page: years, parts of years, year to date, index.
    NextChartMode,
    /// Show one subject, all in one chart, or small multiples.
    NextSubjectLayout,
    /// Switch between a linear and a logarithmic scale.
    ToggleLogScale,
    /// Show fewer years around the crosshair, or more.
    Zoom(Direction),
    /// Show charts as tables, or draw them.
    ToggleTableForm,
    /// Enlarge one panel to the whole page, then the next; after the last one show all panels.
    EnlargeNextPanel,
    /// Explain the data point under the crosshair, else the chosen row.
    Why,
    /// Open or close the help.
    ToggleHelp,
    /// Choose the next link of the overlay, or the one before.
    ChooseLink(Direction),
    /// Follow the link with this index, else the chosen one.
    FollowLink(Option<usize>),
    /// Go back or forward in the history.
    History(Direction),
    /// Close the topmost thing: an overlay, the crosshair, the zoom, the filter.
    Back,
    /// Type the words of the row filter.
    EditFilter,
    /// Keep only the rows with the next status.
    NextStatusFilter,
    /// Sort by the next column; after the last one in file order.
    SortByNextColumn,
    /// Reverse the sort order.
    ReverseSort,
    /// Sort by the column with this index; again: reversed, then in file order.
    SortBy(usize),
    /// Type a character.
    Type(char),
    /// Edit the typed text or move its caret.
    Edit(TextEdit),
    /// Open the palette.
    OpenPalette,
    /// Finish typing; in the palette, run the chosen item.
    Accept,
    /// Run the palette result with this index.
    PickResult(usize),
    /// Change the as-of date.
    SetKnownDate(TimeStep),
    /// Show the next series.
    NextSeries,
    /// Show or hide pace, estimates and projections.
    ToggleOutlook,
    /// Switch between sources and checks.
    ToggleChecks,
    /// Switch to the next language.
    NextLanguage,
    /// Switch to this language.
    SetLanguage(Language),
    /// Switch to the next theme.
    NextTheme,
    /// Use the theme for this background, unless the user chose one.
    SetBackground(Background),
    /// Let the program or the terminal handle the mouse.
    ToggleMouse,
    /// Copy to the clipboard.
    Copy(CopyRequest),
    /// Ask for the format of the file to export.
    AskFormat,
    /// Export the view to a file.
    Write(Format),
    /// Show the first address of the current record, then the next.
    NextAddress,
    /// Read the file again.
    Reload,
    /// Choose the row with this index; explain it if it is chosen already.
    ChooseRow(usize),
    /// Set the crosshair on the data point with this index.
    SetCrosshair(usize),
    /// The screen has another size.
    Resize(Size),
    /// Start or resume the talk.
    Present,
    /// An action of the talk.
    Talk(TalkAction),
    /// Suspend the program until the shell continues it.
    Suspend,
    /// End the program.
    Quit,
}

/// An action that only a talk knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TalkAction {
    /// Finish the reveal; if it is finished, show the next scene, or the one before.
    Advance(Direction),
    /// Show the first scene, or the last.
    GoToEnd(Direction),
    /// Show the scene with this index.
    GoTo(usize),
    /// Type a digit of a scene number.
    Digit(u8),
    /// Show the scene that was typed or chosen in the list; else open the dashboard.
    Enter,
    /// Close the topmost thing: the list, the spotlight, a blank screen; else leave the talk.
    Back,
    /// Open or close the list of scenes.
    ToggleSceneList,
    /// Choose another scene of the list.
    ChooseScene(Direction),
    /// Blank the screen or show the scene again.
    ToggleBlank,
    /// Show the number large, or the sentence.
    ToggleLead,
    /// Put the spotlight on the next data point, or the one before.
    StepPoint(Direction),
    /// Show or hide the pressed keys.
    ToggleKeyEcho,
    /// Freeze what the audience sees, or unfreeze it.
    ToggleFreeze,
    /// Reveal the scene once more.
    Replay,
    /// Start or stop autoplay.
    ToggleAutoplay,
    /// Restart the clock of the talk.
    ResetClock,
    /// Open or close the list of keys.
    ToggleKeys,
    /// Time has passed.
    Tick,
}

/// What the event loop or the app does about an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Copy to the clipboard.
    Copy(CopyRequest),
    /// Export the view to a file.
    Write(Format),
    /// Enable or disable the mouse, as the state says.
    SetMouse,
    /// Read the file again.
    Reload,
    /// Start or resume the talk.
    Present,
    /// Show the dashboard with the view of the scene with this index.
    OpenDashboard(usize),
    /// Return to the dashboard that the talk was started from.
    LeaveTalk,
    /// Suspend the program until the shell continues it.
    Suspend,
    /// End the program.
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

/// How far to move a choice or a scroll position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// One row.
    Row(Direction),
    /// One notch of the wheel: one row, or some lines of an overlay.
    WheelNotch(Direction),
    /// As many rows as are visible.
    Page(Direction),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// How to change the as-of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeStep {
    /// To the next date of a statement or a publication, or the one before.
    Day(Direction),
    /// To the end of the year, or of the year before.
    Year(Direction),
    /// To today.
    Now,
    /// To this date.
    To(NaiveDate),
}

/// What can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyRequest {
    /// The command that prints the view.
    View,
    /// The citation of the current record, else the row.
    Current,
}

/// A format of an exported view.
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
    /// The file name extension.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Svg => "svg",
            Self::Html => "html",
        }
    }
}

impl Direction {
    /// The index after or before `index` of `count` items; stops at both ends.
    pub fn clamped_step(self, index: usize, count: usize) -> usize {
        match self {
            Self::Next => (index + 1).min(count.saturating_sub(1)),
            Self::Previous => index.saturating_sub(1),
        }
    }

    /// The index after or before `index` of `count` items; wraps around. 0 if there are none.
    pub fn wrapped_step(self, index: usize, count: usize) -> usize {
        match self {
            _ if count == 0 => 0,
            Self::Next => (index + 1) % count,
            Self::Previous => (index + count - 1) % count,
        }
    }
}
