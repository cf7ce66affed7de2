//! A checked dataset as one text, for the record that is part of the program: read and checked when that is built.
//!
//! Here: writing that text, and reading it back, which checks nothing, copies nothing and is done before the first frame.
//! Not here: the files that people write (`load`); the index, which is made anew.
//!
//! Each field follows the one before: a number as characters of six bits, the least first, a text or list after its length.
//! All of it is a text because the compiler then vouches for every text in it: bytes would have to be looked through for
//! that at each start, which takes longer than the rest.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::dataset::format::period::{DatePrecision, Due, Month, PartialDate, Period, Span};
use crate::dataset::format::value::{Amount, Hedge, Value};
use crate::dataset::records::index::{IdMap, Index, RecordsById};
use crate::dataset::records::kinds::{Better, MetricKind, Quality, SourceKind, SubjectKind, TargetKind};
use crate::dataset::records::{
    Actual, CowStr, Dataset, Id, LocalizedText, Metric, SceneRecord, Source, Subject, Target, TargetReading,
};

/// A dataset as one text.
#[must_use]
pub fn pack(dataset: &Dataset) -> String {
    let mut text = String::new();
    dataset.pack(&mut text);
    text
}

/// The dataset that was packed, with its texts where they stand; none if this is not all of what `pack` wrote.
#[must_use]
pub fn unpack(text: &'static str) -> Option<Dataset> {
    let mut rest = text;
    let mut dataset = Dataset::unpack(&mut rest).filter(|_| rest.is_empty())?;
    let names = RecordsById {
        targets: by_id(dataset.targets.iter().map(|target| &target.id)),
        metrics: by_id(dataset.metrics.iter().map(|metric| &metric.id)),
        subjects: by_id(dataset.subjects.iter().map(|subject| &subject.id)),
        sources: by_id(dataset.sources.iter().map(|source| &source.id)),
    };
    dataset.index = Index::build(names, &dataset.targets, &dataset.actuals, dataset.sources.len());
    Some(dataset)
}

fn by_id<'d, T>(ids: impl Iterator<Item = &'d CowStr>) -> IdMap<T> {
    ids.enumerate().map(|(at, id)| (id.clone(), Id::new(at))).collect()
}

/// What can be packed.
trait Packed: Sized {
    /// Writes it at the end of a text.
    fn pack(&self, text: &mut String);

    /// Reads it from the beginning of a text, and leaves the rest; none if it is not there.
    fn unpack(rest: &mut &'static str) -> Option<Self>;
}

/// The bits of a number that one character carries; the next one says that more follow.
const BITS: u32 = 6;
const MORE: u8 = 1 << BITS;

impl Packed for u64 {
    fn pack(&self, text: &mut String) {
        let mut left = *self;
        while left >= u64::from(MORE) {
            text.push(char::from(left.to_le_bytes()[0] & (MORE - 1) | MORE));
            left >>= BITS;
        }
        text.push(char::from(left.to_le_bytes()[0]));
    }

    fn unpack(rest: &mut &'static str) -> Option<Self> {
        let (mut number, mut shift) = (0, 0);
        for (at, byte) in rest.bytes().enumerate() {
            number |= u64::from(byte & (MORE - 1)).checked_shl(shift)?;
            shift += BITS;
            if byte & MORE == 0 {
                *rest = rest.get(at + 1..)?;
                return Some(number);
            }
        }
        None
    }
}

/// A number that is written as another one.
macro_rules! as_number {
    ($($number:ty: $to:expr, $from:expr;)+) => {$(
        impl Packed for $number {
            fn pack(&self, text: &mut String) {
                let to: fn(&Self) -> u64 = $to;
                to(self).pack(text);
            }

            fn unpack(rest: &mut &'static str) -> Option<Self> {
                let from: fn(u64) -> Option<Self> = $from;
                from(u64::unpack(rest)?)
            }
        }
    )+};
}
as_number! {
    bool: |yes| u64::from(*yes), |number| Some(number == 1);
    u32: |number| u64::from(*number), |number| number.try_into().ok();
    i32: |number| u64::from(number.cast_unsigned()), |number| u32::try_from(number).ok().map(u32::cast_signed);
    usize: |number| *number as u64, |number| number.try_into().ok();
    // Turned round, because the last bits of most numbers are 0.
    f64: |number| number.to_bits().reverse_bits(), |number| Some(Self::from_bits(number.reverse_bits()));
    NaiveDate: |day| u64::from(day.num_days_from_ce().cast_unsigned()),
        |number| Self::from_num_days_from_ce_opt(u32::try_from(number).ok()?.cast_signed());
}

impl<T> Packed for Id<T> {
    fn pack(&self, text: &mut String) {
        self.index().pack(text);
    }

    fn unpack(rest: &mut &'static str) -> Option<Self> {
        usize::unpack(rest).map(Self::new)
    }
}

impl Packed for CowStr {
    fn pack(&self, text: &mut String) {
        self.len().pack(text);
        text.push_str(self);
    }

    fn unpack(rest: &mut &'static str) -> Option<Self> {
        let length = usize::unpack(rest)?;
        let (text, after) = rest.split_at_checked(length)?;
        *rest = after;
        Some(Cow::Borrowed(text))
    }
}

impl Packed for String {
    fn pack(&self, text: &mut String) {
        self.len().pack(text);
        text.push_str(self);
    }

    fn unpack(rest: &mut &'static str) -> Option<Self> {
        CowStr::unpack(rest).map(Cow::into_owned)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, text: &mut String) {
        self.is_some().pack(text);
        if let Some(thing) = self {
            thing.pack(text);
        }
    }

    fn unpack(rest: &mut &'static str) -> Option<Self> {
        if bool::unpack(rest)? { T::unpack(rest).map(Some) } else { Some(None) }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, text: &mut String) {
        self.len().pack(text);
        for item in self {
            item.pack(text);
        }
    }

    fn unpack(rest: &mut &'static str) -> Option<Self> {
        let length = usize::unpack(rest)?;
        // No item is shorter than a character: a wrong length asks for no more than there can be.
        let mut items = Self::with_capacity(length.min(rest.len()));
        for _ in 0..length {
            items.push(T::unpack(rest)?);
        }
        Some(items)
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, text: &mut String) {
        self.0.pack(text);
        self.1.pack(text);
    }

    fn unpack(rest: &mut &'static str) -> Option<Self> {
        Some((A::unpack(rest)?, B::unpack(rest)?))
    }
}

/// A record: its fields, all of them, one after the other; but for one that is made anew.
macro_rules! records {
    ($($record:ty: $($field:ident)+ $(, anew $anew:ident)?;)+) => {$(
        impl Packed for $record {
            fn pack(&self, text: &mut String) {
                let Self { $($field,)+ $($anew: _)? } = self;
                $($field.pack(text);)+
            }

            fn unpack(rest: &mut &'static str) -> Option<Self> {
                Some(Self { $($field: Packed::unpack(rest)?,)+ $($anew: Default::default())? })
            }
        }
    )+};
}
records! {
    Dataset: id title about updated lead words sources metrics subjects targets actuals story, anew index;
    LocalizedText: en ru kk;
    Source: id publisher title url published kind note;
    Metric: id name unit kind better currency parts note;
    Subject: id kind within name city at operator partners makes method status note;
    Target: id metric subject value tolerance spoken due said by sources restates readings kind note;
    TargetReading: value why;
    Actual: metric subject period value tolerance spoken sources growth published quality counts note;
    SceneRecord: page target subject metric known zoom spotlight title say notes seconds;
    Period: span is_approximate;
    Month: year month;
    PartialDate: day precision;
    Amount: hedge number place_value;
}

/// A choice: its number, then what it holds.
macro_rules! choices {
    ($($choice:ty: $($number:literal $variant:ident $(($($part:ident),+))?),+;)+) => {$(
        impl Packed for $choice {
            fn pack(&self, text: &mut String) {
                match self {
                    $(Self::$variant $(($($part),+))? => {
                        u64::pack(&$number, text);
                        $($($part.pack(text);)+)?
                    })+
                }
            }

            fn unpack(rest: &mut &'static str) -> Option<Self> {
                Some(match u64::unpack(rest)? {
                    $($number => {
                        $($(let $part = Packed::unpack(rest)?;)+)?
                        Self::$variant $(($($part),+))?
                    })+
                    _ => return None,
                })
            }
        }
    )+};
}
choices! {
    Value: 0 Amount(one), 1 Range(from, to), 2 EveryKth(parts), 3 Unquantified, 4 NotYet;
    Hedge: 0 Exact, 1 Plain, 2 About, 3 Nearly, 4 MoreThan, 5 AtLeast, 6 LessThan, 7 AtMost;
    Span: 0 Year(year), 1 Half(year, half), 2 Quarter(year, quarter), 3 Months(first, last), 4 Day(day), 5 Days(first, last);
    DatePrecision: 0 Day, 1 Month, 2 Year;
    Due: 0 In(period), 1 Between(first, last);
    SourceKind: 0 Statistics, 1 Government, 2 Association, 3 Company, 4 Press, 5 Other;
    MetricKind: 0 Flow, 1 Cumulative, 2 Stock, 3 Share, 4 Growth, 5 Ratio, 6 Milestone;
    Better: 0 More, 1 Less;
    SubjectKind: 0 Country, 1 Industry, 2 Site, 3 Brand, 4 Other;
    TargetKind: 0 Target, 1 Forecast;
    Quality: 0 Final, 1 Provisional, 2 Estimate;
}
