//! The steps about progress in words, with the digits from which they can be recomputed.

use crate::compare::progress::pace::PaceLine;
use crate::compare::progress::part_year::annualise;
use crate::compare::progress::projection::{DAMPING, TrendScale, damped_years};
use crate::compare::progress::required::{required_growth, run_rate};
use crate::compare::progress::types::{Annualisation, Carried, ProgressStep};
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::format::period::Period;
use crate::dataset::format::value::Hedge;
use crate::dataset::records::{Better, LineShape, Metric, MetricKind};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, decimals_for, digits_for, last_digit_place, operand, round_to};
use crate::page::target::open_rule;
use crate::page::target::progress::{baseline_text, growth, slip_text, year};

/// Significant digits of an amount, and of another number; more where a line needs them.
const USUAL_DIGITS: usize = 5;
const USUAL_PLAIN_DIGITS: usize = 3;

pub(in crate::page) fn text(ctx: &Context<'_>, metric: &Metric, step: &ProgressStep) -> String {
    let words = ctx.words;
    let writer = Writer { ctx, metric };
    match step {
        ProgressStep::Baseline { point } => {
            words.format("step-baseline", &[("start", Arg::from(baseline_text(ctx, metric, point)))])
        }
        ProgressStep::Annualised { period, annual, value } => writer.annualised(period, annual, value),
        ProgressStep::RequiredGrowth { base, target, years, line, growth: rate } => {
            let printed = writer.rate(rate.nominal, *line);
            let digits = digits_for(USUAL_DIGITS, |digits| {
                let number = |value| operand(value, digits);
                let years = plain(*years, digits);
                writer.rate(required_growth(*line, number(*base), number(*target), years), *line) == printed
            });
            let args = [
                ("base", writer.amount(*base, digits)),
                ("target", writer.amount(*target, digits)),
                ("years", writer.plain(*years, digits)),
                ("growth", Arg::from(printed)),
            ];
            words.format(by_line(*line, ["step-growth-geometric", "step-growth-linear"]), &args)
        }
        ProgressStep::RunRate { target, so_far, months, needed, multiple } => {
            let printed = (writer.result(*needed, USUAL_DIGITS), words.times(*multiple));
            let digits = digits_for(USUAL_DIGITS, |digits| {
                let (needed, _, multiple) = run_rate(operand(*target, digits), operand(*so_far, digits), *months);
                (writer.result(needed, USUAL_DIGITS), words.times(multiple)) == printed
            });
            let args = [
                ("target", writer.amount(*target, digits)),
                ("so-far", writer.amount(*so_far, digits)),
                ("months", Arg::from(*months)),
                ("needed", Arg::from(printed.0)),
                ("times", Arg::from(printed.1)),
            ];
            words.format("step-run-rate", &args)
        }
        ProgressStep::Pace { from, to, now, line, ratio, variance_years, .. } => {
            writer.pace(&PaceLine { line: *line, from: *from, to: *to }, *now, ratio, *variance_years)
        }
        ProgressStep::CeilingPace { used, ceiling, elapsed, ratio } => {
            let share = used / ceiling;
            let printed = digits_for(USUAL_DIGITS, |digits| {
                let of_printed = round_to(*elapsed, digits) / round_to(share, digits);
                open_rule::ratio(ctx, of_printed) == open_rule::ratio(ctx, ratio.nominal)
            });
            let part = |share| words.plain_in_full(round_to(share, printed));
            let digits =
                digits_for(printed, |digits| part(operand(*used, digits) / operand(*ceiling, digits)) == part(share));
            let args = [
                ("used", writer.amount(*used, digits)),
                ("ceiling", writer.amount(*ceiling, digits)),
                ("share", Arg::from(part(share))),
                ("elapsed", Arg::from(part(*elapsed))),
                ("ratio", Arg::from(open_rule::ratio_with_bounds(ctx, ratio))),
            ];
            words.format("step-ceiling", &args)
        }
        ProgressStep::Carried { carried, theta } => writer.carried(carried, *theta),
        ProgressStep::Projected { points, drift, scale, horizon, from, value, attainment, theta, .. } => {
            let trend = Trend { points: *points, drift: *drift, scale: *scale, horizon: *horizon, from: *from };
            writer.projected(&trend, value.nominal, *theta, *attainment)
        }
        ProgressStep::AtDue { value, theta, attainment } => writer.at_due(*value, *theta, *attainment, USUAL_DIGITS),
        ProgressStep::Open { rule } => open_rule::text(ctx, rule, metric.better),
        ProgressStep::Crosses { at: Some(at) } => words.format("step-crosses", &[("year", Arg::from(year(*at)))]),
        ProgressStep::Crosses { at: None } => words.get("step-crosses-never"),
        ProgressStep::Slipped { slip } => words.format("step-slipped", &[("slip", Arg::from(slip_text(ctx, slip)))]),
    }
}

/// A trend as a step carries it.
struct Trend {
    points: usize,
    drift: f64,
    scale: TrendScale,
    horizon: f64,
    from: f64,
}

/// The numbers of a step.
struct Writer<'a> {
    ctx: &'a Context<'a>,
    metric: &'a Metric,
}

impl Writer<'_> {
    fn annualised(&self, period: &Period, annual: &Annualisation, year: &Quantity) -> String {
        let (so_far, rho) = (&annual.so_far, annual.rho);
        let ends = Interval::between(so_far.hard.lo.max(so_far.soft.lo), so_far.soft.hi);
        let print = |value: f64| self.result(value, USUAL_DIGITS);
        let lines =
            [(so_far.nominal, rho.mid, year.nominal), (ends.lo, rho.lo, year.soft.lo), (ends.hi, rho.hi, year.soft.hi)];
        let digits = digits_for(USUAL_DIGITS, |digits| {
            lines.iter().all(|&(so_far, rho, year)| {
                print(annualise(operand(so_far, digits), annual.months, plain(rho, digits))) == print(year)
            })
        });
        let has_ends = ends.lo.to_bits() != ends.hi.to_bits();
        let band = |lo, hi| [("lo", Arg::from(lo)), ("hi", Arg::from(hi))];
        let between = |lo, hi| self.ctx.words.format("bounds-between", &band(lo, hi));
        let number = |value| self.ctx.words.in_full(operand(value, digits), self.metric);
        let rho_text = |rho| self.ctx.words.plain_in_full(plain(rho, digits));
        let args = [
            ("period", Arg::from(self.ctx.words.period(period, TextForm::Plain))),
            ("so-far", Arg::from(number(so_far.nominal))),
            ("months", Arg::from(annual.months)),
            ("rho", Arg::from(rho_text(rho.mid))),
            ("value", Arg::from(print(year.nominal))),
            ("band", Arg::from(between(print(year.soft.lo), print(year.soft.hi)))),
            ("rho-band", Arg::from(between(rho_text(rho.lo), rho_text(rho.hi)))),
            ("bounds", Arg::from(between(number(ends.lo), number(ends.hi)))),
            ("pairs", Arg::from(rho.years)),
        ];
        let year = self.ctx.words.format("step-annualised", &args);
        let band = match (rho.years == 0, has_ends) {
            (true, false) => "step-annual-band",
            (true, true) => "step-annual-band-bounds",
            (false, false) => "step-annual-band-learned",
            (false, true) => "step-annual-band-learned-bounds",
        };
        joined([year, self.ctx.words.format(band, &args)])
    }

    fn pace(&self, line: &PaceLine, now: (f64, f64), ratio: &Quantity, variance: f64) -> String {
        let gone = now.0 - line.from.0;
        let (expected, on_line) = (line.expected(now.0), line.ratio(now).unwrap_or(f64::NAN));
        // With bounds that leave some of its start out, R is not that of the numbers of the line.
        let is_of_line = open_rule::ratio(self.ctx, on_line) == open_rule::ratio(self.ctx, ratio.nominal);
        let print = |expected, ratio| (self.result(expected, USUAL_DIGITS), open_rule::ratio(self.ctx, ratio));
        let printed = print(expected, on_line);
        let years_off = |years: f64| self.ctx.words.signed(years, 2);
        let digits = digits_for(USUAL_DIGITS, |digits| {
            let number = |value| operand(value, digits);
            let (gone, years) = (plain(gone, digits), plain(line.years(), digits));
            let from = (0.0, number(line.from.1));
            let (line, now) = (PaceLine { from, to: (years, number(line.to.1)), ..*line }, (gone, number(now.1)));
            let off = line.earned(now.1) - now.0;
            let ratio = line.ratio(now).unwrap_or(f64::NAN);
            print(line.expected(gone), ratio) == printed && years_off(off) == years_off(variance)
        });
        let args = [
            ("from", self.amount(line.from.1, digits)),
            ("from-year", Arg::from(year(line.from.0))),
            ("to", self.amount(line.to.1, digits)),
            ("to-year", Arg::from(year(line.to.0))),
            ("now", self.amount(now.1, digits)),
            ("now-year", Arg::from(year(now.0))),
            ("gone", self.plain(gone, digits)),
            ("years", self.plain(line.years(), digits)),
            ("expected", Arg::from(printed.0)),
            ("ratio", Arg::from(open_rule::ratio_with_bounds(self.ctx, ratio))),
            ("variance", Arg::from(years_off(variance))),
        ];
        let ratio_key = if is_of_line {
            by_line(line.line, ["step-ratio-geometric", "step-ratio-linear"])
        } else {
            "step-ratio-bounds"
        };
        let line_key = by_line(line.line, ["step-line-geometric", "step-line-linear"]);
        joined([line_key, ratio_key].map(|key| self.ctx.words.format(key, &args)))
    }

    fn carried(&self, carried: &Carried, theta: f64) -> String {
        let (value, span, ahead) = (carried.value.nominal, carried.to.0 - carried.from.0, carried.due - carried.to.0);
        let end = |from: f64, to: f64, span: f64, ahead: f64| {
            PaceLine { line: carried.line, from: (0.0, from), to: (span, to) }.expected(span + ahead)
        };
        let uncut = end(carried.from.1, carried.to.1, span, ahead);
        let printed = self.digits_at_due(value, theta, carried.attainment);
        let digits = digits_for(printed, |digits| {
            let (number, years) = (|value| operand(value, digits), |years| plain(years, digits));
            let end = end(number(carried.from.1), number(carried.to.1), years(span), years(ahead));
            self.result(end, printed) == self.result(uncut, printed)
        });
        let args = [
            ("from", self.amount(carried.from.1, digits)),
            ("from-year", Arg::from(year(carried.from.0))),
            ("to", self.amount(carried.to.1, digits)),
            ("to-year", Arg::from(year(carried.to.0))),
            ("ahead", self.plain(ahead, digits)),
            ("span", self.plain(span, digits)),
            ("due", Arg::from(year(carried.due))),
            ("value", Arg::from(self.result(uncut, printed))),
        ];
        let line =
            self.ctx.words.format(by_line(carried.line, ["step-carried-geometric", "step-carried-linear"]), &args);
        self.with_attainment(line, (uncut, value), theta, carried.attainment, printed)
    }

    fn projected(&self, trend: &Trend, value: f64, theta: f64, attainment: Option<f64>) -> String {
        let uncut_scale = if trend.scale == TrendScale::Clipped { TrendScale::Linear } else { trend.scale };
        let end = |from, drift, damped| uncut_scale.changed(from, drift * damped);
        let damped = damped_years(trend.horizon, DAMPING);
        let uncut = end(trend.from, trend.drift, damped);
        let drift_decimals =
            |digits: usize| decimals_for(trend.drift, digits - USUAL_DIGITS + 1).max(digits - USUAL_DIGITS + 3);
        let printed = self.digits_at_due(value, theta, attainment);
        let digits = digits_for(printed, |digits| {
            let drift = format!("{:.*}", drift_decimals(digits), trend.drift).parse().unwrap_or(trend.drift);
            let short = plain(damped, digits);
            plain(damped_years(plain(trend.horizon, digits), DAMPING), digits).to_bits() == short.to_bits()
                && self.result(end(operand(trend.from, digits), drift, short), printed) == self.result(uncut, printed)
        });
        let signed = |value: f64| Arg::from(self.ctx.words.signed(value, drift_decimals(digits)));
        let args = [
            ("points", Arg::from(trend.points)),
            ("drift", signed(trend.drift)),
            ("against", signed(-trend.drift)),
            ("horizon", self.plain(trend.horizon, digits)),
            ("factor", self.plain(DAMPING / (1.0 - DAMPING), digits)),
            ("damping", self.plain(DAMPING, digits)),
            ("damped", self.plain(damped, digits)),
            ("whole", self.amount(100.0, digits)),
            ("from", self.amount(trend.from, digits)),
            ("value", Arg::from(self.result(uncut, printed))),
        ];
        let key = match trend.scale {
            TrendScale::Log => "step-projected-log",
            TrendScale::Logit => "step-projected-logit",
            TrendScale::Linear | TrendScale::Clipped => "step-projected-linear",
        };
        self.with_attainment(self.ctx.words.format(key, &args), (uncut, value), theta, attainment, printed)
    }

    /// Adds to a line what a share is at most or at least, and the attainment.
    fn with_attainment(
        &self,
        line: String,
        (uncut, value): (f64, f64),
        theta: f64,
        attainment: Option<f64>,
        digits: usize,
    ) -> String {
        let cut = (self.metric.kind == MetricKind::Share && !(0.0..=100.0).contains(&uncut))
            .then(|| self.ctx.words.format("step-cut", &[("end", Arg::from(self.result(value, digits)))]));
        let share = attainment.map(|ratio| self.at_due(value, theta, ratio, digits));
        joined([line, cut.unwrap_or_default(), share.unwrap_or_default()])
    }

    /// A value at the due date over θ; where less is better θ over it.
    fn at_due(&self, value: f64, theta: f64, ratio: f64, digits: usize) -> String {
        let digits = digits_for(digits, |digits| self.is_at_due(value, theta, ratio, digits));
        let (value, theta) = (Arg::from(self.result(value, digits)), self.amount(theta, digits));
        let (dividend, divisor) = if self.metric.better == Better::Less { (theta, value) } else { (value, theta) };
        let ratio = Arg::from(open_rule::attainment(self.ctx, ratio));
        self.ctx.words.format("step-at-due", &[("dividend", dividend), ("divisor", divisor), ("ratio", ratio)])
    }

    /// The digits of a value at the due date from which its attainment follows.
    fn digits_at_due(&self, value: f64, theta: f64, attainment: Option<f64>) -> usize {
        digits_for(USUAL_DIGITS, |digits| attainment.is_none_or(|ratio| self.is_at_due(value, theta, ratio, digits)))
    }

    fn is_at_due(&self, value: f64, theta: f64, ratio: f64, digits: usize) -> bool {
        let theta = operand(theta, digits);
        // A scale word cuts digits before the decimal mark too.
        [whole_in_full(value, digits), round_to(value, digits)].into_iter().all(|end| {
            let printed = if self.metric.better == Better::Less { theta / end } else { end / theta };
            open_rule::attainment(self.ctx, printed) == open_rule::attainment(self.ctx, ratio)
        })
    }

    /// An operand of a line.
    fn amount(&self, value: f64, digits: usize) -> Arg<'static> {
        Arg::from(self.ctx.words.in_full(operand(value, digits), self.metric))
    }

    /// What a line calculates: as an amount of so many digits, its whole part in full.
    fn result(&self, value: f64, digits: usize) -> String {
        let form = QuantityForm::Amount(Hedge::Plain, last_place(value, digits));
        self.ctx.words.quantity(&Quantity { form, ..Quantity::calculated(value) }, self.metric, TextForm::Plain)
    }

    /// A growth a year, its whole part in full.
    fn rate(&self, rate: f64, line: LineShape) -> String {
        // Where three digits are not the whole part: below the first scale of a line, and above the last.
        let unit = match rate.abs() {
            1e3..1e6 => 1.0,
            1e15.. => 1e12,
            _ => return growth(self.ctx, self.metric, rate, line),
        };
        match line {
            LineShape::Geometric => growth(self.ctx, self.metric, rate, line),
            LineShape::Linear => self.ctx.words.gap_in_full((rate / unit).round() * unit, self.metric),
        }
    }

    /// A number that is no amount.
    fn plain(&self, value: f64, digits: usize) -> Arg<'static> {
        Arg::from(self.ctx.words.plain_in_full(plain(value, digits)))
    }
}

/// A number that is no amount, as printed beside amounts of `digits`: with fewer digits.
fn plain(value: f64, digits: usize) -> f64 {
    round_to(value, USUAL_PLAIN_DIGITS + digits.saturating_sub(USUAL_DIGITS))
}

/// The place value of the last printed digit of a result.
fn last_place(value: f64, digits: usize) -> f64 {
    if value == 0.0 { 1.0 } else { last_digit_place(value, i32::try_from(digits).unwrap_or(i32::MAX)) }
}

/// To so many significant digits, but the whole part in full.
fn whole_in_full(value: f64, digits: usize) -> f64 {
    format!("{value:.*}", decimals_for(value, digits)).parse().unwrap_or(value)
}

fn by_line(line: LineShape, [geometric, linear]: [&'static str; 2]) -> &'static str {
    if line == LineShape::Geometric { geometric } else { linear }
}

/// Sentences one after the other.
fn joined<const N: usize>(sentences: [String; N]) -> String {
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}
