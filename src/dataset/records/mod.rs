//! The checked records of a dataset: dictionaries (sources, metrics, subjects), targets, actuals and the scenes of the talk.
//! Every id in them exists, every date is in order. Reading a file is in `check`, what follows from the figures in `compare`.

pub mod index;

mod id;
mod kinds;
mod record;
mod tables;
mod text;

pub use id::Id;
pub use kinds::{Better, Goal, LineShape, MetricKind, Quality, SourceKind, SubjectKind, TargetKind};
pub use record::{Actual, Metric, SceneRecord, Source, Subject, Target, TargetReading};
pub use tables::Dataset;
pub use text::{CowStr, Language, LocalizedText};
