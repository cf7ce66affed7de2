//! Key contexts: where a key works, and in which modes of the dashboard.

/// Where a key works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyContext {
    /// Everywhere except in a text input.
    Anywhere,
    /// A page without an overlay, or a list of records.
    Page,
    /// A page with rows.
    Rows,
    /// Rows or lines that can be scrolled.
    Scrollable,
    /// A page with a list that has rows before filtering.
    List,
    /// A list whose rows have several verdicts.
    StatusFilter,
    /// A list that the user has sorted.
    SortedRows,
    /// A visible chart with data points.
    Chart,
    /// The output page with at least one series.
    OutputModes,
    /// A page with a chart over years.
    Zoom,
    /// A page with a chart or a map, drawn or in table form.
    Picture,
    /// A page with several panels.
    Panels,
    /// A page with text beside or below its rows that can be scrolled.
    Detail,
    /// The output page with several series.
    Output,
    /// A page whose chart shows projections.
    Projections,
    /// The evidence page.
    Evidence,
    /// An overlay without text input.
    Overlay,
    /// An overlay with links.
    OverlayLinks,
    /// An overlay with a chosen link.
    ChosenOverlayLink,
    /// Any text input. Characters are text there.
    TextEntry,
    /// The text input of the filter.
    FilterEntry,
    /// The palette.
    Palette,
    /// Where Back does something: overlay, crosshair, zoom, enlarged panel, filter.
    Back,
    /// Where the current record can be cited.
    Citation,
    /// Where there is a current row that cannot be cited.
    RowCopy,
    /// Where the current record has a web address.
    Address,
    /// While the format of an export is asked for.
    FormatQuestion,
    /// Where the dataset comes from a file.
    File,
    /// Where a shell could continue the process.
    JobControl,
}

impl KeyContext {
    /// Whether it is a context of text input.
    pub fn is_for_typing(self) -> bool {
        matches!(self, Self::TextEntry | Self::FilterEntry | Self::Palette)
    }

    /// The modes in which the context can be active.
    pub(super) fn modes(self) -> &'static [InputMode] {
        match self {
            Self::Back => &InputMode::ALL,
            Self::Scrollable | Self::JobControl => {
                &[InputMode::Page, InputMode::Overlay, InputMode::Filter, InputMode::Palette]
            }
            Self::Anywhere | Self::Citation | Self::RowCopy | Self::Address | Self::File => {
                &[InputMode::Page, InputMode::Overlay]
            }
            Self::Overlay | Self::OverlayLinks | Self::ChosenOverlayLink => &[InputMode::Overlay],
            Self::FormatQuestion => &[InputMode::Question],
            Self::TextEntry => &[InputMode::Filter, InputMode::Palette],
            Self::FilterEntry => &[InputMode::Filter],
            Self::Palette => &[InputMode::Palette],
            _ => &[InputMode::Page],
        }
    }
}

/// What receives the keys. A key has at most one command in each mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InputMode {
    Page,
    Overlay,
    Question,
    Filter,
    Palette,
}

impl InputMode {
    pub(super) const ALL: [Self; 5] = [Self::Page, Self::Overlay, Self::Question, Self::Filter, Self::Palette];
}
