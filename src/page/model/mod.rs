//! What a page consists of, as plain data: panels, charts, tables, text. Nothing here reads a dataset.

mod chart;
mod chart_options;
mod chrome;
mod data_point;
mod data_table;
mod map;
mod milestones;
mod overlay;
mod page;
mod query;
mod record_ref;
mod rich_text;
mod row_filter;
mod sign;
mod table;

pub use chart::{
    Axis, Bar, Chart, ChartColumn, ChartLine, ChartProjections, Dot, DotSymbol, Estimate, LineJoin, SmallMultiples,
    TargetFrame, VisibleYears,
};
pub use chart_options::{ChartForm, ChartMode, ChartOptions, ScaleKind, SubjectLayout, YearRange};
pub use chrome::{Chrome, KeyHint, Palette, PaletteEntry, Prompt, Tab};
pub use data_point::{DataPoint, december};
pub use data_table::DataTable;
pub use map::{Map, MapPlace};
pub use milestones::{Gantt, Lane, MilestoneTrend, TrendPoint};
pub use overlay::TextOverlay;
pub use page::{Page, PageKind, Panel, PanelBody, PanelSlot};
pub use query::{EvidenceView, Query, Visibility};
pub use record_ref::RecordRef;
pub use rich_text::{Block, Fact, Label, LabelledBar, OverlayLink, Role, SignMeaning, TextRun};
pub use row_filter::{FilterResult, RowFilter, RowStatus, SortDirection, SortOrder};
pub use sign::{ChartMark, Mark, Sign, Symbol};
pub use table::{Align, Bullet, SortKey, Table, TableCell, TableColumn, TableRow};
