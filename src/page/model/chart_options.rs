//! How figures are to be drawn: what the columns are, whose figures, on which scale, of which years, or as a table.

/// How figures are to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChartOptions {
    /// What stands side by side on the Output page.
    pub mode: ChartMode,
    /// Whose figures on the Output page.
    pub subjects: SubjectLayout,
    /// How the scale of the Output page grows.
    pub scale: ScaleKind,
    /// Whether pictures are drawn, or written as tables; on every page.
    pub form: ChartForm,
    /// The years in sight; none for all of them.
    pub window: Option<YearRange>,
}

/// What stands side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartMode {
    /// Years.
    #[default]
    Years,
    /// Parts of years, as what they brought a month.
    PartYears,
    /// The months of a year, summed up: a line for each year.
    YearToDate,
    /// Years, as what they are of the first one.
    Index,
}

/// Whose figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SubjectLayout {
    /// Those of one subject.
    #[default]
    Single,
    /// Those of every subject that has some, in one picture.
    Overlaid,
    /// The same, each in a picture of its own, all on one scale.
    SmallMultiples,
}

/// How a scale grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ScaleKind {
    /// By the same amount.
    #[default]
    Linear,
    /// By the same factor: for lines and dots, never for columns.
    Log,
}

/// Whether a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartForm {
    /// It is.
    #[default]
    Picture,
    /// Its figures are written as a table.
    Table,
}

/// Some years, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct YearRange {
    /// The first.
    pub from: i32,
    /// The last, not before the first.
    pub to: i32,
}

impl ChartMode {
    /// Every mode, in the order in which they are turned through.
    pub const ALL: [Self; 4] = [Self::Years, Self::PartYears, Self::YearToDate, Self::Index];

    /// Its name on the command line.
    #[must_use]
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
    /// All of them, in the order in which they are turned through.
    pub const ALL: [Self; 3] = [Self::Single, Self::Overlaid, Self::SmallMultiples];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Single => "one",
            Self::Overlaid => "overlaid",
            Self::SmallMultiples => "apart",
        }
    }
}

impl YearRange {
    /// So many years around one of them, inside of these.
    #[must_use]
    pub fn around(year: i32, years: i32, all: Self) -> Self {
        let years = years.clamp(1, all.years());
        let from = (year - (years - 1) / 2).clamp(all.from, all.to - years + 1);
        Self { from, to: from + years - 1 }
    }

    /// How many years it has.
    #[must_use]
    pub fn years(self) -> i32 {
        self.to - self.from + 1
    }

    /// Whether a year lies in it.
    #[must_use]
    pub fn contains(self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// What both have, if there is any.
    #[must_use]
    pub fn intersection(self, all: Self) -> Option<Self> {
        let both = Self { from: self.from.max(all.from), to: self.to.min(all.to) };
        (both.from <= both.to).then_some(both)
    }

    /// Both, and what lies between.
    #[must_use]
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
