//! The key table: every command with its default keys and its context.

use ratatui::crossterm::event::KeyCode;

use crate::app::action::{Action, CopyRequest, Direction, Format, Movement, TimeStep};
use crate::app::input::keys::chord::Chord::{self, Char, Ctrl, Key, Shift};
use crate::app::input::keys::context::KeyContext;
use crate::app::input::text_input::TextEdit;

/// A row of the table: commands with one description.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Message id of the description.
    pub message_id: &'static str,
    /// Where the keys work.
    pub context: KeyContext,
    /// Order among the hints of the last line; 0 for no hint.
    pub hint_order: u8,
    /// Such as up and down.
    pub commands: &'static [Command],
}

/// An action with a name for the settings file.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Unique except for a command in two contexts.
    pub name: &'static str,
    /// What it does.
    pub action: Action,
    /// Default keys; the first is shown in hints.
    pub chords: &'static [Chord],
}

const fn row(message_id: &'static str, context: KeyContext, hint_order: u8) -> Binding {
    Binding { message_id, context, hint_order, commands: &[] }
}

impl Binding {
    const fn of(self, commands: &'static [Command]) -> Self {
        Self { commands, ..self }
    }
}

const fn command(name: &'static str, action: Action, chords: &'static [Chord]) -> Command {
    Command { name, action, chords }
}

const UP_AND_DOWN: &[Command] = &[
    command("up", Action::Move(Movement::Row(Direction::Previous)), &[Key(KeyCode::Up), Char('k')]),
    command("down", Action::Move(Movement::Row(Direction::Next)), &[Key(KeyCode::Down), Char('j')]),
];

const COPY_CURRENT: &[Command] = &[command("copy-at-hand", Action::Copy(CopyRequest::Current), &[Char('y')])];

/// All rows, in the order of the help overlay.
pub const KEYS: &[Binding] = &[
    row("key-open", KeyContext::Anywhere, 0).of(&[
        command("open-1", Action::OpenTab(0), &[Char('1')]),
        command("open-2", Action::OpenTab(1), &[Char('2')]),
        command("open-3", Action::OpenTab(2), &[Char('3')]),
        command("open-4", Action::OpenTab(3), &[Char('4')]),
        command("open-5", Action::OpenTab(4), &[Char('5')]),
        command("open-6", Action::OpenTab(5), &[Char('6')]),
        command("open-7", Action::OpenTab(6), &[Char('7')]),
        command("open-8", Action::OpenTab(7), &[Char('8')]),
        command("open-9", Action::OpenTab(8), &[Char('9')]),
    ]),
    row("key-turn", KeyContext::Anywhere, 9).of(&[
        command("next-page", Action::CycleTab(Direction::Next), &[Key(KeyCode::Tab)]),
        command("previous-page", Action::CycleTab(Direction::Previous), &[Shift(KeyCode::Tab)]),
    ]),
    row("key-choose", KeyContext::Rows, 1).of(UP_AND_DOWN),
    row("key-scroll", KeyContext::Overlay, 1).of(UP_AND_DOWN),
    row("key-screenful", KeyContext::Scrollable, 0).of(&[
        command("screenful-up", Action::Move(Movement::Page(Direction::Previous)), &[Key(KeyCode::PageUp)]),
        command("screenful-down", Action::Move(Movement::Page(Direction::Next)), &[Key(KeyCode::PageDown)]),
    ]),
    row("key-ends", KeyContext::Anywhere, 0).of(&[
        command("first", Action::Move(Movement::First), &[Key(KeyCode::Home)]),
        command("last", Action::Move(Movement::Last), &[Key(KeyCode::End)]),
    ]),
    row("key-read", KeyContext::Chart, 3).of(&[
        command("point-left", Action::StepCrosshair(Direction::Previous), &[Key(KeyCode::Left), Char('h')]),
        command("point-right", Action::StepCrosshair(Direction::Next), &[Key(KeyCode::Right), Char('l')]),
    ]),
    // Also without rows to filter, and over an overlay: words typed after it are never taken for keys.
    row("key-filter", KeyContext::Anywhere, 5).of(&[command("filter", Action::EditFilter, &[Char('/')])]),
    row("key-status-filter", KeyContext::StatusFilter, 0).of(&[command(
        "standing",
        Action::NextStatusFilter,
        &[Char('f')],
    )]),
    row("key-sort", KeyContext::List, 0).of(&[command("sort", Action::SortByNextColumn, &[Char('S')])]),
    row("key-turn-order", KeyContext::SortedRows, 0).of(&[command("turn-order", Action::ReverseSort, &[Char('R')])]),
    row("key-detail", KeyContext::Detail, 0).of(&[
        command("text-down", Action::ScrollDetail(Direction::Next), &[Char('J')]),
        command("text-up", Action::ScrollDetail(Direction::Previous), &[Char('K')]),
    ]),
    row("key-mode", KeyContext::OutputModes, 4).of(&[command("mode", Action::NextChartMode, &[Char('m')])]),
    row("key-subjects", KeyContext::OutputModes, 0).of(&[command("subjects", Action::NextSubjectLayout, &[Char('n')])]),
    row("key-log", KeyContext::OutputModes, 0).of(&[command("log", Action::ToggleLogScale, &[Char('L')])]),
    row("key-zoom", KeyContext::Zoom, 0).of(&[
        command("zoom-in", Action::Zoom(Direction::Next), &[Char('z')]),
        command("zoom-out", Action::Zoom(Direction::Previous), &[Char('Z')]),
    ]),
    row("key-figures", KeyContext::Picture, 0).of(&[command("figures", Action::ToggleTableForm, &[Char('d')])]),
    row("key-enlarge", KeyContext::Panels, 0).of(&[command("enlarge", Action::EnlargeNextPanel, &[Char('e')])]),
    row("key-why", KeyContext::Page, 2).of(&[command("why", Action::Why, &[Key(KeyCode::Enter)])]),
    row("key-onward", KeyContext::OverlayLinks, 3).of(&[
        command("name-before", Action::ChooseLink(Direction::Previous), &[Key(KeyCode::Left), Char('h')]),
        command("name-after", Action::ChooseLink(Direction::Next), &[Key(KeyCode::Right), Char('l')]),
    ]),
    row("key-go-on", KeyContext::ChosenOverlayLink, 2).of(&[command(
        "go-on",
        Action::FollowLink(None),
        &[Key(KeyCode::Enter)],
    )]),
    row("key-history", KeyContext::Anywhere, 0).of(&[
        command("history-back", Action::History(Direction::Previous), &[Char('<'), Key(KeyCode::Backspace)]),
        command("history-forward", Action::History(Direction::Next), &[Char('>')]),
    ]),
    row("key-back", KeyContext::Back, 2).of(&[command("back", Action::Back, &[Key(KeyCode::Esc)])]),
    row("key-travel", KeyContext::Anywhere, 5).of(&[
        command("day-before", Action::SetKnownDate(TimeStep::Day(Direction::Previous)), &[Char('[')]),
        command("day-after", Action::SetKnownDate(TimeStep::Day(Direction::Next)), &[Char(']')]),
    ]),
    row("key-travel-years", KeyContext::Anywhere, 0).of(&[
        command("year-before", Action::SetKnownDate(TimeStep::Year(Direction::Previous)), &[Char('{')]),
        command("year-after", Action::SetKnownDate(TimeStep::Year(Direction::Next)), &[Char('}')]),
    ]),
    row("key-now", KeyContext::Anywhere, 0).of(&[command("now", Action::SetKnownDate(TimeStep::Now), &[Char('\\')])]),
    row("key-subject", KeyContext::Output, 4).of(&[command("subject", Action::NextSeries, &[Char('s')])]),
    row("key-projections", KeyContext::Projections, 0).of(&[command("outlook", Action::ToggleOutlook, &[Char('x')])]),
    row("key-checks", KeyContext::Evidence, 4).of(&[command("checks", Action::ToggleChecks, &[Char('v')])]),
    row("key-language", KeyContext::Anywhere, 0).of(&[command("language", Action::NextLanguage, &[Char('g')])]),
    row("key-theme", KeyContext::Anywhere, 0).of(&[command("theme", Action::NextTheme, &[Char('t')])]),
    row("key-mouse", KeyContext::Anywhere, 0).of(&[command("mouse", Action::ToggleMouse, &[Char('M')])]),
    row("key-copy", KeyContext::Anywhere, 13).of(&[command(
        "copy-view",
        Action::Copy(CopyRequest::View),
        &[Char('c')],
    )]),
    row("key-cite", KeyContext::Citation, 11).of(COPY_CURRENT),
    row("key-copy-row", KeyContext::RowCopy, 11).of(COPY_CURRENT),
    row("key-address", KeyContext::Address, 10).of(&[command("address", Action::NextAddress, &[Char('o')])]),
    row("key-write", KeyContext::Anywhere, 12).of(&[command("write", Action::AskFormat, &[Char('w')])]),
    row("key-write-text", KeyContext::FormatQuestion, 1).of(&[command(
        "write-text",
        Action::Write(Format::Text),
        &[Char('t')],
    )]),
    row("key-write-svg", KeyContext::FormatQuestion, 1).of(&[command(
        "write-svg",
        Action::Write(Format::Svg),
        &[Char('s')],
    )]),
    row("key-write-html", KeyContext::FormatQuestion, 1).of(&[command(
        "write-html",
        Action::Write(Format::Html),
        &[Char('h')],
    )]),
    row("key-pick", KeyContext::Palette, 1).of(&[command("pick", Action::Accept, &[Key(KeyCode::Enter)])]),
    row("key-accept", KeyContext::FilterEntry, 1).of(&[command("accept", Action::Accept, &[Key(KeyCode::Enter)])]),
    row("key-type-choose", KeyContext::TextEntry, 3).of(&[
        command("found-up", Action::Move(Movement::Row(Direction::Previous)), &[Key(KeyCode::Up), Ctrl('p')]),
        command("found-down", Action::Move(Movement::Row(Direction::Next)), &[Key(KeyCode::Down), Ctrl('n')]),
    ]),
    row("key-caret", KeyContext::TextEntry, 0).of(&[
        command("caret-left", Action::Edit(TextEdit::Left), &[Key(KeyCode::Left)]),
        command("caret-right", Action::Edit(TextEdit::Right), &[Key(KeyCode::Right)]),
        command("caret-start", Action::Edit(TextEdit::Start), &[Key(KeyCode::Home), Ctrl('a')]),
        command("caret-end", Action::Edit(TextEdit::End), &[Key(KeyCode::End), Ctrl('e')]),
    ]),
    row("key-erase", KeyContext::TextEntry, 0).of(&[
        command("erase", Action::Edit(TextEdit::Backspace), &[Key(KeyCode::Backspace), Ctrl('h')]),
        command("delete", Action::Edit(TextEdit::Delete), &[Key(KeyCode::Delete)]),
        command("erase-word", Action::Edit(TextEdit::DeleteWordBefore), &[Ctrl('w')]),
        command("erase-all", Action::Edit(TextEdit::DeleteToStart), &[Ctrl('u')]),
    ]),
    row("key-palette", KeyContext::Anywhere, 9).of(&[command("palette", Action::OpenPalette, &[Char(':'), Ctrl('p')])]),
    row("key-reload", KeyContext::File, 0).of(&[command("reload", Action::Reload, &[Char('r')])]),
    row("key-present", KeyContext::Anywhere, 0).of(&[command(
        "present",
        Action::Present,
        &[Char('p'), Key(KeyCode::F(5))],
    )]),
    row("key-help", KeyContext::Anywhere, 7).of(&[command("help", Action::ToggleHelp, &[Char('?')])]),
    row("key-suspend", KeyContext::JobControl, 0).of(&[command("suspend", Action::Suspend, &[Ctrl('z')])]),
    row("key-quit", KeyContext::Anywhere, 8).of(&[command("quit", Action::Quit, &[Char('q'), Ctrl('c')])]),
];
