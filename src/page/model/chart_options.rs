//! How figures are drawn: mode, subjects, scale, years, as a chart or as a table.

/// How figures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChartOptions {
    /// What a column stands for on the Output page.
    pub mode: ChartMode,
    /// Which subjects are on the Output page.
    pub subjects: SubjectLayout,
    /// The scale on the Output page.
    pub scale: ScaleKind,
    /// Chart or table, on every page.
    pub form: ChartForm,
    /// The visible years; none for all.
    pub window: Option<YearRange>,
}

/// What a column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartMode {
    /// A year.
    #[default]
    Years,
    /// A part of a year, as a monthly average.
    PartYears,
    /// A month from January on, cumulative, with a line for each year.
    YearToDate,
    /// A year, as a percentage of the first one.
    Index,
}

/// Which subjects are drawn, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SubjectLayout {
    /// One subject.
    #[default]
    Single,
    /// All subjects with figures, in one chart.
    Overlaid,
    /// All subjects with figures, each in a chart of its own on one scale.
    SmallMultiples,
}

/// The scale of an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ScaleKind {
    /// Equal steps are equal amounts.
    #[default]
    Linear,
    /// Equal steps are equal factors: for lines and dots, never for columns.
    Log,
}

/// Chart or table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartForm {
    /// A chart.
    #[default]
    Picture,
    /// The figures of the chart as a table.
    Table,
}

/// A range of calendar years, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct YearRange {
    /// The first year.
    pub from: i32,
    /// The last year, not before the first.
    pub to: i32,
}

impl ChartOptions {
    /// The years of `all` that are visible; all of them if the window has none.
    pub fn visible(&self, all: YearRange) -> YearRange {
        self.window.and_then(|window| window.intersection(all)).unwrap_or(all)
    }
}

impl ChartMode {
    /// In the order in which a key cycles through them.
    pub const ALL: [Self; 4] = [Self::Years, Self::PartYears, Self::YearToDate, Self::Index];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::PartYears => "parts",
            Self::YearToDate => "within",
            Self::Index => "index",
        }
    }
}

impl SubjectLayout {
    /// In the order in which a key cycles through them.
    pub const ALL: [Self; 3] = [Self::Single, Self::Overlaid, Self::SmallMultiples];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Single => "one",
            Self::Overlaid => "overlaid",
            Self::SmallMultiples => "apart",
        }
    }
}

impl YearRange {
    /// The range of one year.
    pub fn single(year: i32) -> Self {
        Self { from: year, to: year }
    }

    /// A range of `years` years around `year`, clamped to `all`.
    pub fn around(year: i32, years: i32, all: Self) -> Self {
        let years = years.clamp(1, all.years());
        let from = (year - (years - 1) / 2).clamp(all.from, all.to - years + 1);
        Self { from, to: from + years - 1 }
    }

    /// The number of years.
    pub fn years(self) -> i32 {
        self.to - self.from + 1
    }

    /// Whether a year is in the range.
    pub fn contains(self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// The years in both ranges; none if they do not overlap.
    pub fn intersection(self, all: Self) -> Option<Self> {
        let both = Self { from: self.from.max(all.from), to: self.to.min(all.to) };
        (both.from <= both.to).then_some(both)
    }

    /// The smallest range that contains both.
    pub fn union(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }
}

#[cfg(test)]
mod tests {
    use super::YearRange;

    #[test]
    fn a_window_stays_inside_of_all_years() {
        let all = YearRange { from: 2012, to: 2026 };
        assert_eq!(YearRange::around(2020, 5, all), YearRange { from: 2018, to: 2022 });
        assert_eq!(YearRange::around(2012, 4, all), YearRange { from: 2012, to: 2015 });
        assert_eq!(YearRange::around(2026, 4, all), YearRange { from: 2023, to: 2026 });
        assert_eq!(YearRange::around(2020, 99, all), all);
        assert_eq!(YearRange::around(2020, 0, all), YearRange { from: 2020, to: 2020 });
    }
}
