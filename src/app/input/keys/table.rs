//! The table: every command, the keys that give it, where they do.

use ratatui::crossterm::event::KeyCode;

use crate::app::action::{Action, CopyRequest, Direction, Format, Movement, TimeStep};
use crate::app::input::keys::chord::Chord;
use crate::app::input::text_input::TextEdit;

/// A row of the table: commands that are explained together.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The message that says what they do.
    pub message_id: &'static str,
    /// Where they do it.
    pub context: KeyContext,
    /// Its order among the hints of the last line; 0 if it is not hinted at.
    pub hint_order: u8,
    /// The commands.
    pub commands: &'static [Command],
}

/// Something that a person can ask for.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub action: Action,
    /// The keys that give it; the first is the one to show.
    pub chords: &'static [Chord],
}

/// Where a key does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyContext {
    /// Everywhere.
    Anywhere,
    /// On a page, with no sheet over it.
    Page,
    /// On a page with rows.
    Rows,
    /// Where there are rows or lines to go through.
    Scrollable,
    /// On a page with a list that has any rows, all of them left out perhaps.
    List,
    /// On a page whose rows stand in different ways.
    StatusFilter,
    /// On a page whose rows stand in an order of the person's own.
    SortedRows,
    /// On a page with a picture that can be read point by point.
    Chart,
    /// On the Output page with something to show.
    OutputModes,
    /// On a page with a picture of years.
    Zoom,
    /// On a page with a picture, drawn or written as a table.
    Picture,
    /// On a page with more than one panel.
    Panels,
    /// On a page with text beside or below its rows.
    Detail,
    /// On the Output page.
    Output,
    /// On a page whose chart shows what we work out.
    Outlook,
    /// On the Evidence page.
    Evidence,
    /// In a sheet.
    Sheet,
    /// In a sheet that names what can be gone on to.
    SheetLinks,
    /// In a sheet with such a thing chosen.
    ChosenSheetLink,
    /// While words are typed, when letters are no keys.
    TextEntry,
    /// While rows are found by words that are typed.
    FilterEntry,
    /// In the palette.
    Palette,
    /// Where there is a step back: in a sheet, with the crosshair on, with rows left out.
    Back,
    /// Where what is at hand can be cited.
    Citation,
    /// Where only the row is at hand.
    RowCopy,
    /// Where what is at hand has an address.
    Address,
    /// Where it is asked as what the view is to be written.
    FormatQuestion,
    /// Where the dataset comes from a file.
    File,
    /// Where there is a shell to stop for.
    JobControl,
}

impl KeyContext {
    /// Whether it is one where words are typed.
    #[must_use]
    pub fn is_for_typing(self) -> bool {
        matches!(self, Self::TextEntry | Self::FilterEntry | Self::Palette)
    }

    /// Every place.
    pub const ALL: [Self; 29] = [
        Self::Anywhere,
        Self::Page,
        Self::Rows,
        Self::Scrollable,
        Self::List,
        Self::StatusFilter,
        Self::SortedRows,
        Self::Chart,
        Self::OutputModes,
        Self::Zoom,
        Self::Picture,
        Self::Panels,
        Self::Detail,
        Self::Output,
        Self::Outlook,
        Self::Evidence,
        Self::Sheet,
        Self::SheetLinks,
        Self::ChosenSheetLink,
        Self::TextEntry,
        Self::FilterEntry,
        Self::Palette,
        Self::Back,
        Self::Citation,
        Self::RowCopy,
        Self::Address,
        Self::FormatQuestion,
        Self::File,
        Self::JobControl,
    ];
}

/// Places that can be at once: a key means one thing among them.
pub const CONCURRENT_CONTEXTS: [&[KeyContext]; 5] = [
    &[
        KeyContext::Anywhere,
        KeyContext::Page,
        KeyContext::Rows,
        KeyContext::Scrollable,
        KeyContext::List,
        KeyContext::StatusFilter,
        KeyContext::SortedRows,
        KeyContext::Chart,
        KeyContext::OutputModes,
        KeyContext::Zoom,
        KeyContext::Picture,
        KeyContext::Panels,
        KeyContext::Outlook,
        KeyContext::Detail,
        KeyContext::Output,
        KeyContext::Evidence,
        KeyContext::Back,
        KeyContext::Citation,
        KeyContext::RowCopy,
        KeyContext::Address,
        KeyContext::File,
        KeyContext::JobControl,
    ],
    &[
        KeyContext::Anywhere,
        KeyContext::Scrollable,
        KeyContext::Sheet,
        KeyContext::SheetLinks,
        KeyContext::ChosenSheetLink,
        KeyContext::Back,
        KeyContext::Citation,
        KeyContext::RowCopy,
        KeyContext::Address,
        KeyContext::File,
        KeyContext::JobControl,
    ],
    &[KeyContext::FormatQuestion, KeyContext::Back],
    &[KeyContext::TextEntry, KeyContext::FilterEntry, KeyContext::Scrollable, KeyContext::Back, KeyContext::JobControl],
    &[KeyContext::TextEntry, KeyContext::Palette, KeyContext::Scrollable, KeyContext::Back, KeyContext::JobControl],
];

const fn row(message_id: &'static str, context: KeyContext, hint_order: u8, commands: &'static [Command]) -> Binding {
    Binding { message_id, context, hint_order, commands }
}

const fn command(name: &'static str, action: Action, chords: &'static [Chord]) -> Command {
    Command { name, action, chords }
}

const UP_AND_DOWN: &[Command] = &[
    command("up", Action::Move(Movement::Row(Direction::Previous)), &[Chord::Key(KeyCode::Up), Chord::Char('k')]),
    command("down", Action::Move(Movement::Row(Direction::Next)), &[Chord::Key(KeyCode::Down), Chord::Char('j')]),
];

/// Taking along what is at hand.
const COPY_CURRENT: &[Command] = &[command("copy-at-hand", Action::Copy(CopyRequest::Current), &[Chord::Char('y')])];

/// Everything that can be asked for, in the order in which it is explained.
pub const KEYS: &[Binding] = &[
    row(
        "key-open",
        KeyContext::Anywhere,
        0,
        &[
            command("open-1", Action::OpenTab(0), &[Chord::Char('1')]),
            command("open-2", Action::OpenTab(1), &[Chord::Char('2')]),
            command("open-3", Action::OpenTab(2), &[Chord::Char('3')]),
            command("open-4", Action::OpenTab(3), &[Chord::Char('4')]),
            command("open-5", Action::OpenTab(4), &[Chord::Char('5')]),
            command("open-6", Action::OpenTab(5), &[Chord::Char('6')]),
            command("open-7", Action::OpenTab(6), &[Chord::Char('7')]),
            command("open-8", Action::OpenTab(7), &[Chord::Char('8')]),
            command("open-9", Action::OpenTab(8), &[Chord::Char('9')]),
        ],
    ),
    row(
        "key-turn",
        KeyContext::Anywhere,
        9,
        &[
            command("next-page", Action::CycleTab(Direction::Next), &[Chord::Key(KeyCode::Tab)]),
            command("previous-page", Action::CycleTab(Direction::Previous), &[Chord::Shift(KeyCode::Tab)]),
        ],
    ),
    row("key-choose", KeyContext::Rows, 1, UP_AND_DOWN),
    row("key-scroll", KeyContext::Sheet, 1, UP_AND_DOWN),
    row(
        "key-screenful",
        KeyContext::Scrollable,
        0,
        &[
            command("screenful-up", Action::Move(Movement::Page(Direction::Previous)), &[Chord::Key(KeyCode::PageUp)]),
            command("screenful-down", Action::Move(Movement::Page(Direction::Next)), &[Chord::Key(KeyCode::PageDown)]),
        ],
    ),
    row(
        "key-ends",
        KeyContext::Anywhere,
        0,
        &[
            command("first", Action::Move(Movement::First), &[Chord::Key(KeyCode::Home)]),
            command("last", Action::Move(Movement::Last), &[Chord::Key(KeyCode::End)]),
        ],
    ),
    row(
        "key-read",
        KeyContext::Chart,
        3,
        &[
            command(
                "point-left",
                Action::StepCrosshair(Direction::Previous),
                &[Chord::Key(KeyCode::Left), Chord::Char('h')],
            ),
            command(
                "point-right",
                Action::StepCrosshair(Direction::Next),
                &[Chord::Key(KeyCode::Right), Chord::Char('l')],
            ),
        ],
    ),
    row("key-filter", KeyContext::List, 5, &[command("filter", Action::EditFilter, &[Chord::Char('/')])]),
    row(
        "key-standing",
        KeyContext::StatusFilter,
        0,
        &[command("standing", Action::NextStatusFilter, &[Chord::Char('f')])],
    ),
    row("key-sort", KeyContext::List, 0, &[command("sort", Action::SortByNextColumn, &[Chord::Char('S')])]),
    row(
        "key-turn-order",
        KeyContext::SortedRows,
        0,
        &[command("turn-order", Action::ReverseSort, &[Chord::Char('R')])],
    ),
    row(
        "key-detail",
        KeyContext::Detail,
        0,
        &[
            command("text-down", Action::ScrollDetail(Direction::Next), &[Chord::Char('J')]),
            command("text-up", Action::ScrollDetail(Direction::Previous), &[Chord::Char('K')]),
        ],
    ),
    row("key-mode", KeyContext::OutputModes, 4, &[command("mode", Action::NextChartMode, &[Chord::Char('m')])]),
    row(
        "key-subjects",
        KeyContext::OutputModes,
        0,
        &[command("subjects", Action::NextSubjectLayout, &[Chord::Char('n')])],
    ),
    row("key-log", KeyContext::OutputModes, 0, &[command("log", Action::ToggleLogScale, &[Chord::Char('L')])]),
    row(
        "key-zoom",
        KeyContext::Zoom,
        0,
        &[
            command("zoom-in", Action::Zoom(Direction::Next), &[Chord::Char('z')]),
            command("zoom-out", Action::Zoom(Direction::Previous), &[Chord::Char('Z')]),
        ],
    ),
    row("key-figures", KeyContext::Picture, 0, &[command("figures", Action::ToggleTableForm, &[Chord::Char('d')])]),
    row("key-enlarge", KeyContext::Panels, 0, &[command("enlarge", Action::EnlargeNextPanel, &[Chord::Char('e')])]),
    row("key-why", KeyContext::Page, 2, &[command("why", Action::Why, &[Chord::Key(KeyCode::Enter)])]),
    row(
        "key-onward",
        KeyContext::SheetLinks,
        3,
        &[
            command(
                "name-before",
                Action::ChooseLink(Direction::Previous),
                &[Chord::Key(KeyCode::Left), Chord::Char('h')],
            ),
            command("name-after", Action::ChooseLink(Direction::Next), &[Chord::Key(KeyCode::Right), Chord::Char('l')]),
        ],
    ),
    row(
        "key-go-on",
        KeyContext::ChosenSheetLink,
        2,
        &[command("go-on", Action::FollowLink(None), &[Chord::Key(KeyCode::Enter)])],
    ),
    row(
        "key-history",
        KeyContext::Anywhere,
        0,
        &[
            command(
                "history-back",
                Action::History(Direction::Previous),
                &[Chord::Char('<'), Chord::Key(KeyCode::Backspace)],
            ),
            command("history-forward", Action::History(Direction::Next), &[Chord::Char('>')]),
        ],
    ),
    row("key-back", KeyContext::Back, 2, &[command("back", Action::Back, &[Chord::Key(KeyCode::Esc)])]),
    row(
        "key-travel",
        KeyContext::Anywhere,
        5,
        &[
            command("day-before", Action::SetKnownDate(TimeStep::Day(Direction::Previous)), &[Chord::Char('[')]),
            command("day-after", Action::SetKnownDate(TimeStep::Day(Direction::Next)), &[Chord::Char(']')]),
        ],
    ),
    row(
        "key-travel-years",
        KeyContext::Anywhere,
        0,
        &[
            command("year-before", Action::SetKnownDate(TimeStep::Year(Direction::Previous)), &[Chord::Char('{')]),
            command("year-after", Action::SetKnownDate(TimeStep::Year(Direction::Next)), &[Chord::Char('}')]),
        ],
    ),
    row(
        "key-now",
        KeyContext::Anywhere,
        0,
        &[command("now", Action::SetKnownDate(TimeStep::Now), &[Chord::Char('\\')])],
    ),
    row("key-subject", KeyContext::Output, 4, &[command("subject", Action::NextSeries, &[Chord::Char('s')])]),
    row("key-outlook", KeyContext::Outlook, 0, &[command("outlook", Action::ToggleOutlook, &[Chord::Char('x')])]),
    row("key-checks", KeyContext::Evidence, 4, &[command("checks", Action::ToggleChecks, &[Chord::Char('v')])]),
    row("key-language", KeyContext::Anywhere, 0, &[command("language", Action::NextLanguage, &[Chord::Char('g')])]),
    row("key-theme", KeyContext::Anywhere, 0, &[command("theme", Action::NextTheme, &[Chord::Char('t')])]),
    row("key-mouse", KeyContext::Anywhere, 0, &[command("mouse", Action::ToggleMouse, &[Chord::Char('M')])]),
    row(
        "key-copy",
        KeyContext::Anywhere,
        13,
        &[command("copy-view", Action::Copy(CopyRequest::View), &[Chord::Char('c')])],
    ),
    row("key-cite", KeyContext::Citation, 11, COPY_CURRENT),
    row("key-copy-row", KeyContext::RowCopy, 11, COPY_CURRENT),
    row("key-address", KeyContext::Address, 10, &[command("address", Action::NextAddress, &[Chord::Char('o')])]),
    row("key-write", KeyContext::Anywhere, 12, &[command("write", Action::AskFormat, &[Chord::Char('w')])]),
    row(
        "key-write-text",
        KeyContext::FormatQuestion,
        1,
        &[command("write-text", Action::Write(Format::Text), &[Chord::Char('t')])],
    ),
    row(
        "key-write-svg",
        KeyContext::FormatQuestion,
        1,
        &[command("write-svg", Action::Write(Format::Svg), &[Chord::Char('s')])],
    ),
    row(
        "key-write-html",
        KeyContext::FormatQuestion,
        1,
        &[command("write-html", Action::Write(Format::Html), &[Chord::Char('h')])],
    ),
    row("key-pick", KeyContext::Palette, 1, &[command("pick", Action::Accept, &[Chord::Key(KeyCode::Enter)])]),
    row("key-accept", KeyContext::FilterEntry, 1, &[command("accept", Action::Accept, &[Chord::Key(KeyCode::Enter)])]),
    row(
        "key-type-choose",
        KeyContext::TextEntry,
        3,
        &[
            command(
                "found-up",
                Action::Move(Movement::Row(Direction::Previous)),
                &[Chord::Key(KeyCode::Up), Chord::Ctrl('p')],
            ),
            command(
                "found-down",
                Action::Move(Movement::Row(Direction::Next)),
                &[Chord::Key(KeyCode::Down), Chord::Ctrl('n')],
            ),
        ],
    ),
    row(
        "key-caret",
        KeyContext::TextEntry,
        0,
        &[
            command("caret-left", Action::Edit(TextEdit::Left), &[Chord::Key(KeyCode::Left)]),
            command("caret-right", Action::Edit(TextEdit::Right), &[Chord::Key(KeyCode::Right)]),
            command("caret-start", Action::Edit(TextEdit::Start), &[Chord::Key(KeyCode::Home), Chord::Ctrl('a')]),
            command("caret-end", Action::Edit(TextEdit::End), &[Chord::Key(KeyCode::End), Chord::Ctrl('e')]),
        ],
    ),
    row(
        "key-erase",
        KeyContext::TextEntry,
        0,
        &[
            command("erase", Action::Edit(TextEdit::Backspace), &[Chord::Key(KeyCode::Backspace), Chord::Ctrl('h')]),
            command("delete", Action::Edit(TextEdit::Delete), &[Chord::Key(KeyCode::Delete)]),
            command("erase-word", Action::Edit(TextEdit::DeleteWordBefore), &[Chord::Ctrl('w')]),
            command("erase-all", Action::Edit(TextEdit::DeleteToStart), &[Chord::Ctrl('u')]),
        ],
    ),
    row(
        "key-palette",
        KeyContext::Anywhere,
        9,
        &[command("palette", Action::OpenPalette, &[Chord::Char(':'), Chord::Ctrl('p')])],
    ),
    row("key-reload", KeyContext::File, 0, &[command("reload", Action::Reload, &[Chord::Char('r')])]),
    row(
        "key-present",
        KeyContext::Anywhere,
        0,
        &[command("present", Action::Present, &[Chord::Char('p'), Chord::Key(KeyCode::F(5))])],
    ),
    row("key-help", KeyContext::Anywhere, 7, &[command("help", Action::ToggleHelp, &[Chord::Char('?')])]),
    row("key-suspend", KeyContext::JobControl, 0, &[command("suspend", Action::Suspend, &[Chord::Ctrl('z')])]),
    row("key-quit", KeyContext::Anywhere, 8, &[command("quit", Action::Quit, &[Chord::Char('q'), Chord::Ctrl('c')])]),
];
