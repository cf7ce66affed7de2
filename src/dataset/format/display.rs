//! Periods and dates in the notation of a dataset file: the inverse of their `parse` functions.

use std::fmt;

use crate::dataset::format::period::{DatePrecision, Due, Month, PartialDate, Period, Span};

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.span {
            Span::Year(year) => write!(f, "{year:04}"),
            Span::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Span::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Span::Months(first, last) if first == last => first.fmt(f),
            Span::Months(first, last) => write!(f, "{first}/{last}"),
            Span::Day(day) => day.fmt(f),
            Span::Days(first, last) => write!(f, "{first}/{last}"),
        }?;
        f.write_str(if self.is_approximate { "~" } else { "" })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::In(period) => period.fmt(f),
            Self::Between(first, last) => write!(f, "{first}..{last}"),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            DatePrecision::Day => self.day.fmt(f),
            DatePrecision::Month => Month::of(self.day).fmt(f),
            DatePrecision::Year => write!(f, "{:04}", Month::of(self.day).year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parsing_and_display_are_inverse() {
        for written in ["2025", "2025-H1", "2025-Q4", "2025-09", "2016-01/2016-05", "2025-10-21", "2025-09~"] {
            assert_eq!(Period::parse(written).unwrap().to_string(), written);
            assert_eq!(Due::parse(written).unwrap().to_string(), written);
        }
        assert_eq!(Due::parse("2019-07-01..2020-07-01").unwrap().to_string(), "2019-07-01..2020-07-01");
        for written in ["2016-07-01", "2016-07", "2016"] {
            assert_eq!(PartialDate::parse(written).unwrap().to_string(), written);
        }
    }
}
