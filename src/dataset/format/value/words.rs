//! The words of values in three languages: hedges, scales, units. All in lower case, with single spaces.

use crate::dataset::format::value::Hedge;

/// Before the number. A sign must come before its own prefixes.
pub(super) const HEDGES_BEFORE: [(&str, Hedge); 44] = [
    ("<~", Hedge::Nearly),
    ("<=", Hedge::AtMost),
    (">=", Hedge::AtLeast),
    ("<", Hedge::LessThan),
    (">", Hedge::MoreThan),
    ("~", Hedge::About),
    ("=", Hedge::Exact),
    ("about", Hedge::About),
    ("around", Hedge::About),
    ("approximately", Hedge::About),
    ("roughly", Hedge::About),
    ("около", Hedge::About),
    ("примерно", Hedge::About),
    ("приблизительно", Hedge::About),
    ("шамамен", Hedge::About),
    ("at least", Hedge::AtLeast),
    ("not less than", Hedge::AtLeast),
    ("no less than", Hedge::AtLeast),
    ("не менее", Hedge::AtLeast),
    ("не меньше", Hedge::AtLeast),
    ("минимум", Hedge::AtLeast),
    ("кемінде", Hedge::AtLeast),
    ("up to", Hedge::AtMost),
    ("at most", Hedge::AtMost),
    ("not more than", Hedge::AtMost),
    ("no more than", Hedge::AtMost),
    ("не более", Hedge::AtMost),
    ("не больше", Hedge::AtMost),
    ("максимум", Hedge::AtMost),
    ("ең көбі", Hedge::AtMost),
    ("more than", Hedge::MoreThan),
    ("over", Hedge::MoreThan),
    ("above", Hedge::MoreThan),
    ("более", Hedge::MoreThan),
    ("больше", Hedge::MoreThan),
    ("свыше", Hedge::MoreThan),
    ("less than", Hedge::LessThan),
    ("under", Hedge::LessThan),
    ("below", Hedge::LessThan),
    ("менее", Hedge::LessThan),
    ("меньше", Hedge::LessThan),
    ("nearly", Hedge::Nearly),
    ("almost", Hedge::Nearly),
    ("почти", Hedge::Nearly),
];

/// Behind the number.
pub(super) const HEDGES_BEHIND: [(&str, Hedge); 3] =
    [("астам", Hedge::MoreThan), ("кем", Hedge::LessThan), ("дерлік", Hedge::Nearly)];

/// The case ending that a number, or its scale, has before a Kazakh hedge: `30-дан астам`, `19 мыңнан астам`.
pub(super) const ENDINGS: [(&str, ()); 6] =
    [("дан", ()), ("ден", ()), ("тан", ()), ("тен", ()), ("нан", ()), ("нен", ())];

/// Words that say two things.
pub(super) const AMBIGUOUS: [(&str, &str); 1] = [("до", "\"as much as\" or \"at most\"")];

/// The scales and their powers of ten. A full stop may follow.
pub(super) const SCALES: [(&str, i32); 27] = [
    ("k", 3),
    ("m", 6),
    ("bn", 9),
    ("trn", 12),
    ("тыс", 3),
    ("мың", 3),
    ("млн", 6),
    ("млрд", 9),
    ("трлн", 12),
    ("thousand", 3),
    ("тысяча", 3),
    ("тысячи", 3),
    ("тысяч", 3),
    ("million", 6),
    ("mln", 6),
    ("миллион", 6),
    ("миллиона", 6),
    ("миллионов", 6),
    ("billion", 9),
    ("bln", 9),
    ("миллиард", 9),
    ("миллиарда", 9),
    ("миллиардов", 9),
    ("trillion", 12),
    ("триллион", 12),
    ("триллиона", 12),
    ("триллионов", 12),
];

/// Before the number of a multiple, `x2`: the letter x, the sign of multiplication, the Cyrillic letter.
pub(super) const TIMES: [(&str, ()); 3] = [("x", ()), ("×", ()), ("х", ())];

/// What may follow a number besides a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Percent,
    Points,
}

pub(super) const UNITS: [(&str, Unit); 2] = [("%", Unit::Percent), ("pp", Unit::Points)];
