//! Random datasets of targets of every kind, the same ones each time.

/// A generator of random numbers (`SplitMix64`).
pub(super) struct Random(pub(super) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }

    /// From `first` to `last`, both included.
    pub(super) fn between(&mut self, first: i32, last: i32) -> i32 {
        let count = u64::try_from(last - first + 1).unwrap();
        first + i32::try_from(self.next() % count).unwrap()
    }

    /// True in so many cases of a hundred.
    fn chance(&mut self, percent: i32) -> bool {
        self.between(1, 100) <= percent
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::try_from(self.next() % choices.len() as u64).unwrap()]
    }
}

const KINDS: [&str; 13] = [
    "milestone",
    "flow",
    "flow",
    "flow",
    "flow",
    "stock",
    "stock",
    "share",
    "share",
    "growth",
    "ratio",
    "cumulative",
    "cumulative",
];
pub(super) const CURRENCIES: [&str; 6] = ["KZT", "USD", "EUR", "RUB", "CNY", "XOF"];
const SCALES: [&str; 7] = ["", "", "", "k", "m", "bn", "trn"];
const HEDGES: [&str; 8] = ["=", "=", "", "", ">=", "~", ">", "<~"];
const HEDGES_OF_LESS: [&str; 6] = ["=", "", "<=", "<", "~", ">"];

/// Who reports.
const S: &str = r#", "sources": ["s"]"#;
const Q: &str = r#", "sources": ["q"]"#;

/// The records of one series and its targets.
pub(super) struct RandomSeries {
    pub(super) is_less_better: bool,
    kind: &'static str,
    metric: String,
    targets: Vec<String>,
    actuals: Vec<String>,
}

/// A dataset of these series, to be read as of a date.
pub(super) fn dataset<'a>(series: impl IntoIterator<Item = &'a RandomSeries>) -> String {
    let (mut metrics, mut targets, mut actuals) = (Vec::new(), Vec::new(), Vec::new());
    for series in series {
        metrics.push(series.metric.as_str());
        targets.extend(series.targets.iter().map(String::as_str));
        actuals.extend(series.actuals.iter().map(String::as_str));
    }
    format!(
        r#"{{"planfact": 1, "id": "case", "title": "Case", "about": "Case.",
"sources": [{{"id": "s", "publisher": "Office", "title": "t", "kind": "statistics"}}, {{"id": "q", "publisher": "Paper", "title": "t", "kind": "press"}}],
"subjects": [{{"id": "x", "kind": "country", "name": "Land"}}],
"metrics": [{}],
"targets": [{}],
"actuals": [{}]}}"#,
        metrics.join(",\n"),
        targets.join(",\n"),
        actuals.join(",\n")
    )
}

/// Writes numbers near one number, with the same digits after the decimal mark and the same scale word.
struct Numbers {
    middle: i64,
    decimals: usize,
    scale: &'static str,
    /// The largest number.
    most: i64,
}

impl Numbers {
    fn of(kind: &str, random: &mut Random) -> Self {
        let digits = random.between(1, 7);
        let middle = i64::from(random.between(1, 9)) * 10i64.pow(digits.unsigned_abs() - 1);
        let middle = middle + i64::from(random.between(0, 999)) * middle / 1_000;
        if matches!(kind, "share" | "growth") {
            let whole = random.between(0, 2);
            let decimals = usize::try_from((digits - whole).max(0)).unwrap();
            let most = 100 * 10i64.pow(u32::try_from(decimals).unwrap());
            return Self { middle: middle.min(most), decimals, scale: "", most };
        }
        let scale = random.pick(&SCALES);
        let decimals = usize::try_from(random.between(0, if scale.is_empty() { 5 } else { 3 })).unwrap();
        let decimals = if scale == "trn" { decimals.max(2) } else { decimals };
        Self { middle, decimals, scale, most: i64::MAX }
    }

    /// A number between two multiples of the middle, in hundredths.
    fn near(&self, random: &mut Random, low: i32, high: i32) -> i64 {
        let hundredths = i64::from(random.between(low * 10, high * 10));
        (self.middle * hundredths / 1_000 + i64::from(random.between(0, 1))).min(self.most)
    }

    fn write(&self, number: i64) -> String {
        let digits = format!("{:0>width$}", number.abs(), width = self.decimals + 1);
        let (whole, rest) = digits.split_at(digits.len() - self.decimals);
        let sign = if number < 0 { "-" } else { "" };
        format!("{sign}{whole}{}{rest}{}", if rest.is_empty() { "" } else { "." }, self.scale)
    }
}

/// A series with one target or two, known until `known`.
pub(super) fn series(index: usize, known: i32, random: &mut Random) -> RandomSeries {
    let kind = random.pick(&KINDS);
    let is_less_better = random.chance(40);
    let currency = match kind {
        "share" | "growth" => String::new(),
        _ if random.chance(40) => format!(r#", "currency": "{}""#, random.pick(&CURRENCIES)),
        _ => String::new(),
    };
    let better = if is_less_better { "less" } else { "more" };
    let judged = if random.chance(3) { r#", "judged": false"# } else { "" };
    let metric = format!(
        r#"{{"id": "m{index}", "name": "Things", "unit": "thing", "kind": "{kind}", "better": "{better}"{currency}{judged}}}"#
    );
    let mut series = RandomSeries { is_less_better, kind, metric, targets: Vec::new(), actuals: Vec::new() };
    let numbers = Numbers::of(kind, random);
    let said = known - random.between(0, 7);
    let first = said - random.between(1, 8);
    let due = match random.between(1, 10) {
        1 | 2 => known.max(said),
        3 => said + random.between(10, 40),
        _ => said + random.between(1, 7),
    };
    let span = if kind == "flow" { random.pick(&["year", "year", "year", "quarter", "fiscal"]) } else { "year" };
    if kind == "milestone" {
        series.add_milestone(index, (said, due, known), random);
        return series;
    }
    let goal = numbers.near(random, 20, 250);
    series.add_figures(index, (first, said, known), span, (&numbers, goal), random);
    series.add_targets(index, (first, said, due), span, (&numbers, goal), random);
    series
}

impl RandomSeries {
    fn add_figures(
        &mut self,
        index: usize,
        (first, said, known): (i32, i32, i32),
        span: &str,
        (numbers, goal): (&Numbers, i64),
        random: &mut Random,
    ) {
        let mut add = |period: &str, value: &str, published: &str, rest: &str| {
            self.actuals.push(format!(
                r#"{{"metric": "m{index}", "subject": "x", "period": "{period}", "value": "{value}", "published": "{published}"{rest}}}"#
            ));
        };
        let is_negative = matches!(self.kind, "flow" | "growth" | "ratio") && random.chance(12);
        let is_contested = random.chance(25);
        let is_revised = matches!(self.kind, "share" | "ratio") && random.chance(40);
        // A flow of which the years are known, or quarters, or months.
        let parts = if self.kind == "flow" && span == "year" { random.pick(&[0, 0, 0, 4, 12]) } else { 0 };
        let hedge = random.pick(&["=", "=", "=", "", "", "~", ">=", "<=", "mixed"]);
        let level = random.between(30, 150);
        let drift = random.between(-12, 18);
        for year in first..known {
            if random.chance(8) {
                continue;
            }
            let middle = (level + drift * (year - first)).max(2);
            let mut value = || {
                let near = numbers.near(random, (middle * 9 / 10).max(1), (middle * 11 / 10).max(2));
                // Exactly what is promised.
                let number = if random.chance(8) { goal } else { near };
                let number = if is_negative && random.chance(50) { -number } else { number };
                let hedge = if hedge == "mixed" { random.pick(&HEDGES) } else { hedge };
                format!("{hedge}{}", numbers.write(number))
            };
            let (next, published) = (year + 1, format!("{}-02-01", year + 1));
            match (self.kind, span) {
                ("stock", _) => add(&format!("{year}-12-31"), &value(), &published, S),
                ("cumulative", _) if year < said => {}
                ("cumulative", _) => add(&format!("{said}-01-01/{year}-12-31"), &value(), &published, S),
                (_, "quarter") => add(&format!("{year}-Q4"), &value(), &published, S),
                (_, "fiscal") => add(&format!("{year}-04/{next}-03"), &value(), &format!("{next}-05-01"), S),
                _ if parts == 4 => (1..=4).for_each(|n| add(&format!("{year}-Q{n}"), &value(), &published, S)),
                _ if parts == 12 && year + 2 >= known => {
                    (1..=12).for_each(|n| add(&format!("{year}-{n:02}"), &value(), &published, S));
                }
                _ => add(&year.to_string(), &value(), &published, S),
            }
            // The first figure, which may be a base, is revised after the statement.
            if is_revised && year == first {
                add(&year.to_string(), &value(), &format!("{}-02-01", said + 1), S);
            }
            if is_contested && span == "year" && parts == 0 && self.kind != "cumulative" {
                let period = if self.kind == "stock" { format!("{year}-12-31") } else { year.to_string() };
                add(&period, &value(), &published, Q);
            }
        }
        if self.kind == "flow" && span == "year" && random.chance(50) {
            let months = random.between(1, 11);
            let number = numbers.near(random, 3 * months, 9 * months);
            let value = format!("{}{}", random.pick(&["=", "", "~", ">="]), numbers.write(number));
            add(&format!("{known}-01/{known}-{months:02}"), &value, &format!("{known}-12-05"), S);
            if random.chance(40) {
                for year in first..known {
                    let months = months.max(3);
                    let value = numbers.write(numbers.near(random, 3 * months, 9 * months));
                    add(&format!("{year}-01/{year}-{months:02}"), &value, &format!("{year}-12-05"), S);
                }
            }
        } else if self.kind == "flow" && span == "year" && random.chance(20) {
            let rest = format!(r#"{S}, "quality": "estimate""#);
            add(&known.to_string(), &numbers.write(numbers.near(random, 50, 150)), &format!("{known}-11-05"), &rest);
        }
    }

    fn add_targets(
        &mut self,
        index: usize,
        (first, said, due): (i32, i32, i32),
        span: &str,
        (numbers, number): (&Numbers, i64),
        random: &mut Random,
    ) {
        let is_sum = self.kind == "cumulative";
        let hedge = if self.is_less_better { random.pick(&HEDGES_OF_LESS) } else { random.pick(&HEDGES) };
        let mut value = format!("{hedge}{}", numbers.write(number));
        let mut rest = String::new();
        if !is_sum && random.chance(30) {
            rest += random.pick(&[r#", "path": "linear""#, r#", "path": "geometric""#]);
        }
        let range = format!("{}..{}", numbers.write(number * 3 / 4), numbers.write(number + 1));
        match random.between(1, 20) {
            1..=4 if !is_sum && self.kind != "growth" && span == "year" => {
                value = match random.between(0, 5) {
                    0 => format!("x{}", random.pick(&["2", "1.6", "0.45", "3.25"])),
                    1 => format!("-{}%..-{}%", random.between(5, 30), random.between(31, 60)),
                    2 if self.kind == "share" => {
                        format!("{}{}pp", random.pick(&["+", "-"]), random.pick(&["5", "0.5", "12.25"]))
                    }
                    3 => format!("~x{}", random.between(2, 4)),
                    _ => format!("{}{}%", random.pick(&["+", "-"]), random.pick(&["3", "22", "40", "12.5", "7.25"])),
                };
                let base = if self.kind == "stock" { format!("{first}-12-31") } else { first.to_string() };
                rest = format!(r#"{rest}, "base": "{base}""#);
            }
            5 | 6 => value = range,
            7 | 8 if !is_sum => {
                value = range;
                rest += r#", "goal": "within""#;
            }
            9 | 10 if !is_sum => rest += r#", "goal": "hold""#,
            11 if !is_sum => rest += r#", "kind": "plan""#,
            12 if value.starts_with('~') => rest += r#", "tolerance": 0.08"#,
            _ => {}
        }
        let means_year = random.chance(40);
        let window = |due: i32| match (self.kind, span) {
            ("cumulative", _) => format!("{said}-01-01/{due}-12-31"),
            (_, "quarter") => format!("{due}-Q4"),
            (_, "fiscal") if means_year => (due + 1).to_string(),
            (_, "fiscal") => format!("{due}-04/{}-03", due + 1),
            _ => due.to_string(),
        };
        let mut add = |id: String, said: String, due: String, rest: &str| {
            self.targets.push(format!(
                r#"{{"id": "{id}", "metric": "m{index}", "subject": "x", "value": "{value}", "due": "{due}", "said": "{said}", "by": "A", "sources": ["s"]{rest}}}"#
            ));
        };
        let day = format!("{said}-{:02}-{:02}", random.between(1, 12), random.between(1, 28));
        add(format!("t{index}"), day, window(due), &rest);
        if random.chance(8) {
            let again = format!(r#"{rest}, "restates": "t{index}""#);
            add(format!("u{index}"), format!("{}-03-01", said + 1), window(due + random.between(1, 3)), &again);
        }
    }

    /// A milestone that happens or not, and may be moved.
    fn add_milestone(&mut self, index: usize, (said, due, known): (i32, i32, i32), random: &mut Random) {
        let mut target = |id: &str, said: i32, due: i32, rest: &str| {
            self.targets.push(format!(
                r#"{{"id": "{id}{index}", "metric": "m{index}", "subject": "x", "due": "{due}", "said": "{said}-02-01", "by": "A", "sources": ["s"]{rest}}}"#
            ));
        };
        target("t", said, due, "");
        if random.chance(30) {
            target("u", said + 1, due + random.between(1, 3), &format!(r#", "restates": "t{index}""#));
        }
        let mut actual = |period: String, rest: &str| {
            self.actuals.push(format!(
                r#"{{"metric": "m{index}", "subject": "x", "period": "{period}", "published": "{known}-11-01", "sources": ["s"]{rest}}}"#
            ));
        };
        match random.between(1, 3) {
            1 => actual(format!("{known}-{:02}-04", random.between(1, 9)), ""),
            2 => actual(format!("{known}-03-01"), r#", "value": "not yet""#),
            _ => {}
        }
    }
}
