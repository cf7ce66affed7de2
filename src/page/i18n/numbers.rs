//! Numbers: digits, grouping and decimal mark of the language, from ICU; the minus is U+2212 everywhere.

use fluent_bundle::FluentValue;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::GroupingStrategy;
use icu_locale_core::Locale;
use icu_plurals::PluralRules;
use intl_memoizer::{IntlLangMemoizer, Memoizable};
use unic_langid::LanguageIdentifier;

/// Formats numbers in one language.
pub(super) struct Numbers(Option<DecimalFormatter>);

/// Which signs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SignDisplay {
    Minus,
    /// A plus too: for differences.
    Both,
}

impl Numbers {
    pub(super) fn new(code: &str) -> Self {
        // Four digits are grouped too, so that all numbers of a column look alike.
        Self(DecimalFormatter::try_new(locale(code).into(), GroupingStrategy::Always.into()).ok())
    }

    /// `value` with a fixed number of decimals.
    pub(super) fn write(&self, value: f64, decimals: usize, sign: SignDisplay) -> String {
        let digits = format!("{:.decimals$}", value.abs());
        let text = match (&self.0, fixed_decimal::Decimal::try_from_str(&digits)) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            // Infinities have no digits; the callers show bounds instead.
            _ => digits.replace("inf", "∞"),
        };
        let is_zero = !digits.contains(|c: char| c != '0' && c != '.');
        match sign {
            _ if is_zero => text,
            _ if value < 0.0 => format!("−{text}"),
            SignDisplay::Both => format!("+{text}"),
            SignDisplay::Minus => text,
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

/// Fluent's formatter of values: counts are grouped as [`Numbers`] does it, other values are left to Fluent.
pub(super) fn format_count(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    memoizer.with_try_get::<Numbers, _, _>((), |numbers| numbers.write(number.value, 0, SignDisplay::Minus)).ok()
}

/// The cardinal plural rules of a language.
pub(super) fn plural_rules(code: &str) -> Option<PluralRules> {
    PluralRules::try_new_cardinal(locale(code).into()).ok()
}

fn locale(code: &str) -> Locale {
    code.parse().unwrap_or(Locale::UNKNOWN)
}
