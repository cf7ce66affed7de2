//! Numbers: the digits, grouping and decimal mark of the language, from ICU; the minus is U+2212 everywhere.

use fluent_bundle::FluentValue;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::GroupingStrategy;
use icu_locale_core::Locale;
use icu_plurals::PluralRules;
use intl_memoizer::{IntlLangMemoizer, Memoizable};
use unic_langid::LanguageIdentifier;

use crate::page::i18n::Words;

/// Writes numbers in one language.
pub(super) struct Numbers(Option<DecimalFormatter>);

/// Whether a positive number carries a plus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SignDisplay {
    /// Only a minus is written.
    Minus,
    /// A plus too: for variances.
    Both,
}

impl Numbers {
    pub(super) fn new(code: &str) -> Self {
        let locale: Locale = code.parse().unwrap_or(Locale::UNKNOWN);
        // Four digits are grouped too, so that a column of figures reads alike.
        Self(DecimalFormatter::try_new(locale.into(), GroupingStrategy::Always.into()).ok())
    }

    /// `value` with so many decimals.
    pub(super) fn write(&self, value: f64, decimals: usize, sign: SignDisplay) -> String {
        let digits = format!("{:.decimals$}", value.abs());
        let worded = match (&self.0, fixed_decimal::Decimal::try_from_str(&digits)) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            // Infinities have no digits; the callers show bounds instead.
            _ => digits.replace("inf", "∞"),
        };
        let zero = !digits.contains(|c: char| c != '0' && c != '.');
        match sign {
            _ if zero => worded,
            _ if value < 0.0 => format!("−{worded}"),
            SignDisplay::Both => format!("+{worded}"),
            SignDisplay::Minus => worded,
        }
    }
}

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();
    fn construct(language: LanguageIdentifier, (): Self::Args) -> Result<Self, Self::Error> {
        Ok(Self::new(&language.to_string()))
    }
}

/// How counts inside texts are written; everything else is left to Fluent.
pub(super) fn count(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    memoizer.with_try_get::<Numbers, _, _>((), |numbers| numbers.write(number.value, 0, SignDisplay::Minus)).ok()
}

/// The plural rules of a language.
pub(super) fn plurals(code: &str) -> Option<PluralRules> {
    let locale: Locale = code.parse().unwrap_or(Locale::UNKNOWN);
    PluralRules::try_new_cardinal(locale.into()).ok()
}

/// How many decimals show `value` to so many significant digits; none left of the decimal mark.
pub(super) fn decimals_for(value: f64, digits: usize) -> usize {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    // The exponent as it is after rounding to that many digits: 9.996 is 10.0.
    let rounded = format!("{:.*e}", digits.saturating_sub(1), value.abs());
    let exponent: i32 = rounded.split_once('e').and_then(|(_, e)| e.parse().ok()).unwrap_or(0);
    let wanted = i32::try_from(digits).unwrap_or(i32::MAX).saturating_sub(1).saturating_sub(exponent);
    usize::try_from(wanted).unwrap_or(0)
}

/// `value` rounded to so many significant digits.
pub(super) fn round_to(value: f64, digits: usize) -> f64 {
    format!("{:.*e}", digits.saturating_sub(1), value).parse().unwrap_or(value)
}

impl Words {
    /// A number with so many decimals: `2,636`, `44.5`.
    #[must_use]
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.numbers.write(value, decimals, SignDisplay::Minus)
    }

    /// A variance: with its sign, also if it is positive.
    #[must_use]
    pub fn signed(&self, value: f64, decimals: usize) -> String {
        self.numbers.write(value, decimals, SignDisplay::Both)
    }

    /// A computed value, to so many significant digits: 28,549 to three is `28,500`.
    #[must_use]
    pub fn significant(&self, value: f64, digits: usize) -> String {
        self.numbers.write(round_to(value, digits), decimals_for(value, digits), SignDisplay::Minus)
    }

    /// A share in per cent with so many decimals: `44.5%`.
    #[must_use]
    pub fn percent(&self, value: f64, decimals: usize) -> String {
        self.format("percent", &[("number", self.number(value, decimals).into())])
    }

    /// A difference of shares, in percentage points, with its sign: `+7.0 pp`.
    #[must_use]
    pub fn points(&self, value: f64, decimals: usize) -> String {
        self.format("points", &[("number", self.signed(value, decimals).into())])
    }

    /// A multiple, to three significant digits: `4.05×`.
    #[must_use]
    pub fn times(&self, value: f64) -> String {
        self.format("times", &[("number", self.significant(value, 3).into())])
    }
}
