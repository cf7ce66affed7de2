//! Annualising the first months of a year (analytics 3.1), with the pace of the remaining months learned from past years.

use crate::compare::progress::student_t;
use crate::compare::progress::types::{Annualisation, RemainingPace};
use crate::compare::series::figure::Figure;
use crate::compare::series::history::{History, YearFigures};
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::compare::series::season::Season;
use crate::dataset::records::MetricKind;

/// ρ where no past year gives it: half to double, symmetric in the logarithm.
pub const DEFAULT_REMAINING_PACE: RemainingPace = RemainingPace { lo: 0.5, mid: 1.0, hi: 2.0, years: 0 };
/// From this many past years on they replace the default band.
const MIN_YEARS_TO_LEARN: usize = 3;
/// Fewer months are not annualised.
pub(crate) const MIN_MONTHS: u32 = 2;
/// Fewer months of a past year give no ρ.
const MIN_MONTHS_TO_LEARN: u32 = 3;

/// `FY(ρ) = Y · (1 + ρ · (12 − n) / n)`: the year from the output `so_far` of its first `months`, if a remaining month brings ρ
/// times the output a month so far (analytics 3.1).
pub fn annualise(so_far: f64, months: u32, rho: f64) -> f64 {
    let months = f64::from(months);
    so_far * (1.0 + rho * (12.0 - months) / months)
}

/// ρ of a past year: `(FY ÷ Y − 1) · n ÷ (12 − n)` (analytics 3.1).
pub fn rho_of(so_far: f64, months: u32, year: f64) -> f64 {
    let months = f64::from(months);
    (year / so_far - 1.0) * months / (12.0 - months)
}

/// The annualised year with its band: low end from the certain lower bound, centre from the number, high end from the likely
/// upper bound. The year is certainly at least the output so far (analytics 3.1).
pub fn annualised_band(so_far: &Quantity, months: u32, rho: &RemainingPace) -> Quantity {
    let low = annualise(so_far.hard.lo.max(so_far.soft.lo), months, rho.lo);
    let high = annualise(so_far.soft.hi, months, rho.hi);
    let middle = annualise(so_far.nominal, months, rho.mid);
    Quantity::derived(middle, so_far.hard.open_above(), Interval::between(low, high))
}

/// ρ from past years: from three years on their geometric mean with an 80 % prediction interval; with fewer the default band,
/// widened to contain them (analytics 3.1).
pub fn remaining_pace_from(past: &[f64]) -> RemainingPace {
    let pairs = past.len();
    if pairs < MIN_YEARS_TO_LEARN {
        let lo = past.iter().copied().fold(DEFAULT_REMAINING_PACE.lo, f64::min);
        let hi = past.iter().copied().fold(DEFAULT_REMAINING_PACE.hi, f64::max);
        return RemainingPace { lo, hi, years: pairs, ..DEFAULT_REMAINING_PACE };
    }
    let count = pairs as f64;
    let mean = past.iter().map(|rho| rho.ln()).sum::<f64>() / count;
    let variance = past.iter().map(|rho| (rho.ln() - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let reach = student_t::quantile_90(pairs - 1) * (variance * (1.0 + 1.0 / count)).sqrt();
    RemainingPace { lo: (mean - reach).exp(), mid: mean.exp(), hi: (mean + reach).exp(), years: pairs }
}

/// ρ from the years before `year` with a full figure and a part of at least three months; the longest part of each counts
/// (analytics 10, "teaching ρ").
pub(crate) fn remaining_pace(history: &History, year: i32) -> RemainingPace {
    let past = history.years_between(i32::MIN, year).iter().filter_map(|known| {
        let full = history.figure(known.full?);
        let (part, months) = year_to_date(history, known)?;
        let rho = rho_of(part.value.nominal, months, full.value.nominal);
        (months >= MIN_MONTHS_TO_LEARN && rho.is_finite() && rho > 0.0).then_some(rho)
    });
    remaining_pace_from(&past.collect::<Vec<_>>())
}

/// The longest part of a year from its first month on, and its number of months.
pub(crate) fn year_to_date<'a>(history: &'a History, year: &YearFigures) -> Option<(&'a Figure, u32)> {
    let parts = year.parts.iter().map(|&index| history.figure(index)).filter(|_| history.season.is_year());
    let so_far = |figure: &Figure| history.season.months_so_far(figure.first, figure.last);
    parts.filter_map(|figure| Some((figure, so_far(figure)?))).max_by_key(|(_, months)| *months)
}

/// ρ from the years before `year`, from figures of a flow in order of time; the default where there are none.
pub(crate) fn remaining_pace_before(figures: Vec<Figure>, season: Season, year: i32) -> RemainingPace {
    remaining_pace(&History::new(MetricKind::Flow, figures, season), year)
}

/// The inverse of [`annualise`]: the output after so many months that leads to `total`, if a remaining month brings ρ times the
/// output a month so far (analytics 3.1).
pub fn required_year_to_date(total: f64, months: u32, rho: f64) -> f64 {
    total / annualise(1.0, months, rho)
}

/// A year annualised from a part.
pub(crate) struct AnnualisedYear<'a> {
    /// The part.
    pub(crate) figure: &'a Figure,
    /// The year.
    pub(crate) year: Quantity,
    pub(crate) annual: Annualisation,
}

/// A year annualised from its longest part; none below two months or for a negative figure.
pub(crate) fn annualise_year<'a>(history: &'a History, year: &YearFigures) -> Option<AnnualisedYear<'a>> {
    let (figure, months) = year_to_date(history, year)?;
    let so_far = figure.deciding_value();
    if months < MIN_MONTHS || so_far.nominal < 0.0 || so_far.soft.lo < 0.0 {
        return None;
    }
    let rho = remaining_pace(history, year.number);
    let annual = Annualisation { months, so_far, rho };
    Some(AnnualisedYear { figure, year: annualised_band(&so_far, months, &rho), annual })
}
