//! The table: every command, the keys that give it, where they do.

use ratatui::crossterm::event::KeyCode;

use super::chord::Chord;
use crate::app::action::{Action, Format, Move, Take, Travel, Way};
use crate::app::line::Edit;

/// A row of the table: commands that are explained together.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The message that says what they do.
    pub word: &'static str,
    /// Where they do it.
    pub place: Place,
    /// Its order among the hints of the last line; 0 if it is not hinted at.
    pub hint: u8,
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
pub enum Place {
    /// Everywhere.
    Anywhere,
    /// On a page, with no sheet over it.
    Page,
    /// On a page with rows.
    Rows,
    /// Where there are rows or lines to go through.
    Long,
    /// On a page with a list that has any rows, all of them left out perhaps.
    List,
    /// On a page whose rows stand in different ways.
    Standings,
    /// On a page whose rows stand in an order of the person's own.
    Sorted,
    /// On a page with a picture that can be read point by point.
    Chart,
    /// On the Output page with something to show.
    Modes,
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
    Onward,
    /// In a sheet with such a thing chosen.
    Chosen,
    /// While words are typed, when letters are no keys.
    Typing,
    /// While rows are found by words that are typed.
    Filtering,
    /// In the palette.
    Palette,
    /// Where there is a step back: in a sheet, with the crosshair on, with rows left out.
    Back,
    /// Where what is at hand can be cited.
    Cited,
    /// Where only the row is at hand.
    Copied,
    /// Where what is at hand has an address.
    Address,
    /// Where it is asked as what the view is to be written.
    Format,
    /// Where the dataset comes from a file.
    File,
    /// Where there is a shell to stop for.
    Shell,
}

impl Place {
    /// Whether it is one where words are typed.
    #[must_use]
    pub fn is_for_typing(self) -> bool {
        matches!(self, Self::Typing | Self::Filtering | Self::Palette)
    }

    /// Every place.
    pub const ALL: [Self; 29] = [
        Self::Anywhere,
        Self::Page,
        Self::Rows,
        Self::Long,
        Self::List,
        Self::Standings,
        Self::Sorted,
        Self::Chart,
        Self::Modes,
        Self::Zoom,
        Self::Picture,
        Self::Panels,
        Self::Detail,
        Self::Output,
        Self::Outlook,
        Self::Evidence,
        Self::Sheet,
        Self::Onward,
        Self::Chosen,
        Self::Typing,
        Self::Filtering,
        Self::Palette,
        Self::Back,
        Self::Cited,
        Self::Copied,
        Self::Address,
        Self::Format,
        Self::File,
        Self::Shell,
    ];
}

/// Places that can be at once: a key means one thing among them.
pub const TOGETHER: [&[Place]; 5] = [
    &[
        Place::Anywhere,
        Place::Page,
        Place::Rows,
        Place::Long,
        Place::List,
        Place::Standings,
        Place::Sorted,
        Place::Chart,
        Place::Modes,
        Place::Zoom,
        Place::Picture,
        Place::Panels,
        Place::Outlook,
        Place::Detail,
        Place::Output,
        Place::Evidence,
        Place::Back,
        Place::Cited,
        Place::Copied,
        Place::Address,
        Place::File,
        Place::Shell,
    ],
    &[
        Place::Anywhere,
        Place::Long,
        Place::Sheet,
        Place::Onward,
        Place::Chosen,
        Place::Back,
        Place::Cited,
        Place::Copied,
        Place::Address,
        Place::File,
        Place::Shell,
    ],
    &[Place::Format, Place::Back],
    &[Place::Typing, Place::Filtering, Place::Long, Place::Back, Place::Shell],
    &[Place::Typing, Place::Palette, Place::Long, Place::Back, Place::Shell],
];

const fn row(word: &'static str, place: Place, hint: u8, commands: &'static [Command]) -> Binding {
    Binding { word, place, hint, commands }
}

const fn on(name: &'static str, action: Action, chords: &'static [Chord]) -> Command {
    Command { name, action, chords }
}

const UP_AND_DOWN: &[Command] = &[
    on("up", Action::Move(Move::Row(Way::Previous)), &[Chord::Key(KeyCode::Up), Chord::Sign('k')]),
    on("down", Action::Move(Move::Row(Way::Next)), &[Chord::Key(KeyCode::Down), Chord::Sign('j')]),
];

/// Taking along what is at hand.
const AT_HAND: &[Command] = &[on("copy-at-hand", Action::Copy(Take::AtHand), &[Chord::Sign('y')])];

/// Everything that can be asked for, in the order in which it is explained.
pub const KEYS: &[Binding] = &[
    row(
        "key-open",
        Place::Anywhere,
        0,
        &[
            on("open-1", Action::Open(0), &[Chord::Sign('1')]),
            on("open-2", Action::Open(1), &[Chord::Sign('2')]),
            on("open-3", Action::Open(2), &[Chord::Sign('3')]),
            on("open-4", Action::Open(3), &[Chord::Sign('4')]),
            on("open-5", Action::Open(4), &[Chord::Sign('5')]),
            on("open-6", Action::Open(5), &[Chord::Sign('6')]),
            on("open-7", Action::Open(6), &[Chord::Sign('7')]),
            on("open-8", Action::Open(7), &[Chord::Sign('8')]),
            on("open-9", Action::Open(8), &[Chord::Sign('9')]),
        ],
    ),
    row(
        "key-turn",
        Place::Anywhere,
        9,
        &[
            on("next-page", Action::Turn(Way::Next), &[Chord::Key(KeyCode::Tab)]),
            on("previous-page", Action::Turn(Way::Previous), &[Chord::Shift(KeyCode::Tab)]),
        ],
    ),
    row("key-choose", Place::Rows, 1, UP_AND_DOWN),
    row("key-scroll", Place::Sheet, 1, UP_AND_DOWN),
    row(
        "key-screenful",
        Place::Long,
        0,
        &[
            on("screenful-up", Action::Move(Move::Page(Way::Previous)), &[Chord::Key(KeyCode::PageUp)]),
            on("screenful-down", Action::Move(Move::Page(Way::Next)), &[Chord::Key(KeyCode::PageDown)]),
        ],
    ),
    row(
        "key-ends",
        Place::Anywhere,
        0,
        &[
            on("first", Action::Move(Move::First), &[Chord::Key(KeyCode::Home)]),
            on("last", Action::Move(Move::Last), &[Chord::Key(KeyCode::End)]),
        ],
    ),
    row(
        "key-read",
        Place::Chart,
        3,
        &[
            on("point-left", Action::Read(Way::Previous), &[Chord::Key(KeyCode::Left), Chord::Sign('h')]),
            on("point-right", Action::Read(Way::Next), &[Chord::Key(KeyCode::Right), Chord::Sign('l')]),
        ],
    ),
    row("key-filter", Place::List, 5, &[on("filter", Action::Filter, &[Chord::Sign('/')])]),
    row("key-standing", Place::Standings, 0, &[on("standing", Action::Standing, &[Chord::Sign('f')])]),
    row("key-sort", Place::List, 0, &[on("sort", Action::Sort, &[Chord::Sign('S')])]),
    row("key-turn-order", Place::Sorted, 0, &[on("turn-order", Action::TurnOrder, &[Chord::Sign('R')])]),
    row(
        "key-detail",
        Place::Detail,
        0,
        &[
            on("text-down", Action::Scroll(Way::Next), &[Chord::Sign('J')]),
            on("text-up", Action::Scroll(Way::Previous), &[Chord::Sign('K')]),
        ],
    ),
    row("key-mode", Place::Modes, 4, &[on("mode", Action::Mode, &[Chord::Sign('m')])]),
    row("key-subjects", Place::Modes, 0, &[on("subjects", Action::Subjects, &[Chord::Sign('n')])]),
    row("key-log", Place::Modes, 0, &[on("log", Action::Growth, &[Chord::Sign('L')])]),
    row(
        "key-zoom",
        Place::Zoom,
        0,
        &[
            on("zoom-in", Action::Zoom(Way::Next), &[Chord::Sign('z')]),
            on("zoom-out", Action::Zoom(Way::Previous), &[Chord::Sign('Z')]),
        ],
    ),
    row("key-figures", Place::Picture, 0, &[on("figures", Action::Figures, &[Chord::Sign('d')])]),
    row("key-enlarge", Place::Panels, 0, &[on("enlarge", Action::Enlarge, &[Chord::Sign('e')])]),
    row("key-why", Place::Page, 2, &[on("why", Action::Why, &[Chord::Key(KeyCode::Enter)])]),
    row(
        "key-onward",
        Place::Onward,
        3,
        &[
            on("name-before", Action::Onward(Way::Previous), &[Chord::Key(KeyCode::Left), Chord::Sign('h')]),
            on("name-after", Action::Onward(Way::Next), &[Chord::Key(KeyCode::Right), Chord::Sign('l')]),
        ],
    ),
    row("key-go-on", Place::Chosen, 2, &[on("go-on", Action::GoOn(None), &[Chord::Key(KeyCode::Enter)])]),
    row(
        "key-history",
        Place::Anywhere,
        0,
        &[
            on("history-back", Action::History(Way::Previous), &[Chord::Sign('<'), Chord::Key(KeyCode::Backspace)]),
            on("history-forward", Action::History(Way::Next), &[Chord::Sign('>')]),
        ],
    ),
    row("key-back", Place::Back, 2, &[on("back", Action::Back, &[Chord::Key(KeyCode::Esc)])]),
    row(
        "key-travel",
        Place::Anywhere,
        5,
        &[
            on("day-before", Action::Know(Travel::Day(Way::Previous)), &[Chord::Sign('[')]),
            on("day-after", Action::Know(Travel::Day(Way::Next)), &[Chord::Sign(']')]),
        ],
    ),
    row(
        "key-travel-years",
        Place::Anywhere,
        0,
        &[
            on("year-before", Action::Know(Travel::Year(Way::Previous)), &[Chord::Sign('{')]),
            on("year-after", Action::Know(Travel::Year(Way::Next)), &[Chord::Sign('}')]),
        ],
    ),
    row("key-now", Place::Anywhere, 0, &[on("now", Action::Know(Travel::Now), &[Chord::Sign('\\')])]),
    row("key-subject", Place::Output, 4, &[on("subject", Action::Subject, &[Chord::Sign('s')])]),
    row("key-outlook", Place::Outlook, 0, &[on("outlook", Action::Outlook, &[Chord::Sign('x')])]),
    row("key-checks", Place::Evidence, 4, &[on("checks", Action::Checks, &[Chord::Sign('v')])]),
    row("key-language", Place::Anywhere, 0, &[on("language", Action::Language, &[Chord::Sign('g')])]),
    row("key-theme", Place::Anywhere, 0, &[on("theme", Action::Theme, &[Chord::Sign('t')])]),
    row("key-mouse", Place::Anywhere, 0, &[on("mouse", Action::Mouse, &[Chord::Sign('M')])]),
    row("key-copy", Place::Anywhere, 13, &[on("copy-view", Action::Copy(Take::View), &[Chord::Sign('c')])]),
    row("key-cite", Place::Cited, 11, AT_HAND),
    row("key-copy-row", Place::Copied, 11, AT_HAND),
    row("key-address", Place::Address, 10, &[on("address", Action::Address, &[Chord::Sign('o')])]),
    row("key-write", Place::Anywhere, 12, &[on("write", Action::AskFormat, &[Chord::Sign('w')])]),
    row("key-write-text", Place::Format, 1, &[on("write-text", Action::Write(Format::Text), &[Chord::Sign('t')])]),
    row("key-write-svg", Place::Format, 1, &[on("write-svg", Action::Write(Format::Svg), &[Chord::Sign('s')])]),
    row("key-write-html", Place::Format, 1, &[on("write-html", Action::Write(Format::Html), &[Chord::Sign('h')])]),
    row("key-pick", Place::Palette, 1, &[on("pick", Action::Accept, &[Chord::Key(KeyCode::Enter)])]),
    row("key-accept", Place::Filtering, 1, &[on("accept", Action::Accept, &[Chord::Key(KeyCode::Enter)])]),
    row(
        "key-type-choose",
        Place::Typing,
        3,
        &[
            on("found-up", Action::Move(Move::Row(Way::Previous)), &[Chord::Key(KeyCode::Up), Chord::Ctrl('p')]),
            on("found-down", Action::Move(Move::Row(Way::Next)), &[Chord::Key(KeyCode::Down), Chord::Ctrl('n')]),
        ],
    ),
    row(
        "key-caret",
        Place::Typing,
        0,
        &[
            on("caret-left", Action::Edit(Edit::Left), &[Chord::Key(KeyCode::Left)]),
            on("caret-right", Action::Edit(Edit::Right), &[Chord::Key(KeyCode::Right)]),
            on("caret-start", Action::Edit(Edit::Start), &[Chord::Key(KeyCode::Home), Chord::Ctrl('a')]),
            on("caret-end", Action::Edit(Edit::End), &[Chord::Key(KeyCode::End), Chord::Ctrl('e')]),
        ],
    ),
    row(
        "key-erase",
        Place::Typing,
        0,
        &[
            on("erase", Action::Edit(Edit::Erase), &[Chord::Key(KeyCode::Backspace), Chord::Ctrl('h')]),
            on("delete", Action::Edit(Edit::Delete), &[Chord::Key(KeyCode::Delete)]),
            on("erase-word", Action::Edit(Edit::EraseWord), &[Chord::Ctrl('w')]),
            on("erase-all", Action::Edit(Edit::EraseAll), &[Chord::Ctrl('u')]),
        ],
    ),
    row("key-palette", Place::Anywhere, 9, &[on("palette", Action::Palette, &[Chord::Sign(':'), Chord::Ctrl('p')])]),
    row("key-reload", Place::File, 0, &[on("reload", Action::Reload, &[Chord::Sign('r')])]),
    row(
        "key-present",
        Place::Anywhere,
        0,
        &[on("present", Action::Present, &[Chord::Sign('p'), Chord::Key(KeyCode::F(5))])],
    ),
    row("key-help", Place::Anywhere, 7, &[on("help", Action::Help, &[Chord::Sign('?')])]),
    row("key-suspend", Place::Shell, 0, &[on("suspend", Action::Suspend, &[Chord::Ctrl('z')])]),
    row("key-quit", Place::Anywhere, 8, &[on("quit", Action::Quit, &[Chord::Sign('q'), Chord::Ctrl('c')])]),
];
