//! A text of a story with its numbers: each from the figures known that day, in the role that it has in a chart.

use crate::compare::checks::{Outcome, checks};
use crate::compare::known::{Figure, figures};
use crate::compare::outlook::Line;
use crate::compare::verdict::{Reported, Status, Step};
use crate::dataset::index::Series;
use crate::dataset::period::{Due, Period};
use crate::dataset::records::{Id, MetricKind, Source, SubjectKind, Target, TargetKind};
use crate::dataset::template::{Ask, Field, Length, Piece, pieces};
use crate::page::context::Context;
use crate::page::explain::status_name;
use crate::page::marked::marked;
use crate::page::prose::Role;
use crate::page::words::{Arg, Form, When, one_stop};
use crate::page::{evidence, lanes, outlook, promise};

/// A text with its numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Filled {
    /// The text, numbers marked with their roles.
    pub(super) text: String,
    /// Every number in it, as short as it goes, with its role.
    pub(super) numbers: Vec<(String, Role)>,
    /// What it rests on.
    pub(super) cited: Cited,
    /// What was asked for and is not known, as it is written: `{reported}`.
    pub(super) holes: Vec<String>,
}

/// The publications that numbers rest on, each once, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cited {
    /// Of what was promised.
    pub promised: Vec<Id<Source>>,
    /// Of what was reported.
    pub reported: Vec<Id<Source>>,
    /// The numbers are counts over the whole record.
    pub whole: bool,
}

impl Cited {
    /// Adds who says that something was promised.
    pub(super) fn promise(&mut self, ctx: &Context<'_>, target: Id<Target>) {
        add(&mut self.promised, ctx.dataset[target].sources.iter().take(1));
    }

    /// Adds who reports what a promise is held against.
    pub(super) fn outcome(&mut self, ctx: &Context<'_>, target: Id<Target>) {
        let verdict = ctx.verdict(target);
        let figure = verdict.reported.or(verdict.reached).map(|figure| figure.actual);
        let own = figure.map_or(&[][..], |actual| &ctx.dataset[actual].sources);
        add(&mut self.reported, own.iter().take(1));
        if figure.is_none() {
            let others = verdict.sources.iter().filter(|source| !ctx.dataset[target].sources.contains(source));
            add(&mut self.reported, others.take(1));
        }
    }

    /// Adds who reports a figure; where reports differ, all of them.
    pub(super) fn figure(&mut self, ctx: &Context<'_>, figure: &Figure) {
        let most = if figure.differs() { usize::MAX } else { 1 };
        add(&mut self.reported, figure.sources(ctx.dataset, ctx.query.known).iter().take(most));
    }

    /// Adds what another text rests on.
    pub(super) fn join(&mut self, other: &Self) {
        add(&mut self.promised, other.promised.iter());
        add(&mut self.reported, other.reported.iter());
        self.whole |= other.whole;
    }
}

fn add<'s>(list: &mut Vec<Id<Source>>, more: impl Iterator<Item = &'s Id<Source>>) {
    for source in more {
        if !list.contains(source) {
            list.push(*source);
        }
    }
}

/// Answers of so many letters stay on one line.
const TOGETHER: usize = 14;

/// An answer: the words, and as short as they go.
struct Answer {
    long: String,
    short: String,
    role: Role,
}

impl Answer {
    fn new(long: String, short: String, role: Role) -> Self {
        Self { long, short, role }
    }

    /// Words that no chart colours.
    fn plain(words: String) -> Self {
        Self::new(words, String::new(), Role::Plain)
    }
}

impl Filled {
    /// Adds an answer, or a question mark.
    fn take(&mut self, answer: Option<Answer>, ask: &Ask) {
        let Some(Answer { long, short, role }) = answer else {
            self.text.push_str(&marked("?", Role::Missing));
            self.holes.push(name_of(ask));
            return;
        };
        // A short number keeps its hedge and its unit beside it.
        let long = if long.chars().count() <= TOGETHER { long.replace(' ', "\u{a0}") } else { long };
        let words = if self.text.is_empty() { capital(&long) } else { long };
        self.text.push_str(&if role == Role::Plain { words } else { marked(&words, role) });
        if !short.is_empty() {
            self.numbers.push((short, role));
        }
    }
}

/// Fills a text whose scene is about the target `own`. Begins with a capital, as a sentence does.
pub(super) fn fill(ctx: &Context<'_>, text: &str, own: Option<Id<Target>>) -> Filled {
    let mut filled = Filled::default();
    let Ok(pieces) = pieces(text, &ctx.dataset.index.names, own) else {
        return Filled { text: text.to_owned(), ..filled };
    };
    let mut cited = Cited::default();
    for piece in &pieces {
        match piece {
            Piece::Words(words) => filled.text.push_str(words),
            Piece::Ask(ask) => filled.take(answer(ctx, ask, &mut cited), ask),
        }
    }
    filled.cited = cited;
    filled.text = one_stop(filled.text);
    filled
}

fn answer(ctx: &Context<'_>, ask: &Ask, cited: &mut Cited) -> Option<Answer> {
    match ask {
        Ask::Known => Some(Answer::plain(ctx.words.date(ctx.query.known, Form::Long))),
        Ask::Count(what) => {
            cited.whole = true;
            let number = ctx.words.number(count(ctx, what) as f64, 0);
            Some(Answer::new(number.clone(), number, Role::Strong))
        }
        Ask::Figure(series, period, length) => {
            let figure = figure(ctx, *series, period)?;
            cited.figure(ctx, &figure);
            let words = |form| ctx.words.quantity(&figure.value, &ctx.dataset[series.0], form);
            let long = words(if *length == Length::Long { Form::Long } else { Form::Plain });
            Some(Answer::new(long, words(Form::Plain), Role::Actual))
        }
        Ask::Rival(series, period) => {
            let figure = figure(ctx, *series, period)?;
            let rival = figure.rivals().next()?;
            cited.figure(ctx, &figure);
            let words = ctx.words.quantity(&rival.value, &ctx.dataset[series.0], Form::Plain);
            Some(Answer::new(words.clone(), words, Role::Contested))
        }
        Ask::Times(series, from, to) => {
            let (from, to) = (figure(ctx, *series, from)?, figure(ctx, *series, to)?);
            cited.figure(ctx, &from);
            cited.figure(ctx, &to);
            let times = to.value.nominal / from.value.nominal;
            // Whole from ten on, as it is spoken.
            let number = ctx.words.number(times, usize::from(times < 10.0));
            let words = ctx.words.say("times", &[("number", Arg::from(number))]);
            times.is_finite().then(|| Answer::new(words.clone(), words, Role::Actual))
        }
        Ask::Target(field, id) if ctx.is_said(*id) => {
            let answer = about(ctx, *field, *id);
            match field {
                Field::Reported | Field::ReportedShort | Field::In | Field::Period | Field::Late | Field::Recent => {
                    cited.outcome(ctx, *id);
                }
                Field::Attained | Field::Gap | Field::Verdict => {
                    cited.promise(ctx, *id);
                    cited.outcome(ctx, *id);
                }
                Field::Again | Field::Moved => {
                    for link in lanes::chain_of(ctx, *id) {
                        cited.promise(ctx, link);
                    }
                }
                _ => cited.promise(ctx, *id),
            }
            answer
        }
        Ask::Target(..) => None,
    }
}

/// What a field of a target says; none where nothing is known.
fn about(ctx: &Context<'_>, field: Field, id: Id<Target>) -> Option<Answer> {
    let (words, target, verdict) = (ctx.words, &ctx.dataset[id], ctx.verdict(id));
    let metric = &ctx.dataset[target.metric];
    let figure = verdict.reported.or(verdict.reached);
    let (_, outcome) = promise::sign(verdict.status);
    let promised = |form| Some(words.value(&target.value?, metric, form));
    let reported = |Reported { value, .. }: &Reported, form| words.quantity(value, metric, form);
    let text = |text: &str| (!text.is_empty()).then(|| Answer::plain(text.to_owned()));
    let number = |words: String, role| Some(Answer::new(words.clone(), words, role));
    match field {
        Field::Promised => Some(Answer::new(promised(Form::Long)?, promised(Form::Plain)?, Role::Target)),
        Field::PromisedShort => number(promised(Form::Plain)?, Role::Target),
        Field::Reported => {
            let figure = figure.as_ref()?;
            Some(Answer::new(reported(figure, Form::Long), reported(figure, Form::Plain), Role::Actual))
        }
        Field::ReportedShort => number(reported(figure.as_ref()?, Form::Plain), Role::Actual),
        Field::In => match happened(ctx, id) {
            Some(when) => Some(Answer::new(when, String::new(), Role::Actual)),
            None => Some(Answer::plain(words.period_as(&figure?.period, When::In))),
        },
        Field::Period => Some(Answer::plain(words.period(&figure?.period, Form::Long))),
        Field::By => Some(Answer::new(words.due_as(&target.due?, When::By), String::new(), Role::Target)),
        Field::Due => Some(Answer::new(words.due(&target.due?, Form::Plain), String::new(), Role::Target)),
        Field::Said => Some(Answer::plain(words.stamp_as(target.said, When::In))),
        Field::Stated => Some(Answer::plain(words.stamp_as(target.said, When::Name))),
        Field::Who => text(ctx.text(&target.by)),
        Field::Attained => number(words.attainment(&verdict.attainment?), outcome),
        Field::Gap => number(words.gap(&verdict.gap?, metric, Form::Plain), outcome),
        Field::Verdict => Some(Answer::new(words.verdict(verdict), String::new(), outcome)),
        Field::Late => Some(words.lateness(verdict.lateness))
            .filter(|late| !late.is_empty())
            .and_then(|late| number(late, outcome)),
        Field::Again => number(words.number(lanes::chain_of(ctx, id).len() as f64, 0), Role::Target),
        Field::Moved => number(moved(ctx, id)?, Role::Bad),
        Field::Needed | Field::Recent => {
            let need = verdict.required.as_ref()?;
            let line = verdict.pace.as_ref().map_or(Line::Geometric, |pace| pace.line);
            let (rate, role) = match field {
                Field::Needed => (need.growth.as_ref()?, Role::Target),
                _ => (need.recent.as_ref()?, Role::Actual),
            };
            number(outlook::growth(ctx, metric, rate.nominal, line), role)
        }
    }
}

/// When an event happened, in a sentence.
fn happened(ctx: &Context<'_>, id: Id<Target>) -> Option<String> {
    if ctx.dataset[ctx.dataset[id].metric].kind != MetricKind::Milestone {
        return None;
    }
    ctx.verdict(id).steps.iter().find_map(|step| match step {
        Step::Happened { first, last, .. } => Some(ctx.words.happened(*first, *last)),
        _ => None,
    })
}

/// How far the deadline moved from the first dated statement of the chain to the last, by their last days.
fn moved(ctx: &Context<'_>, id: Id<Target>) -> Option<String> {
    let chain = lanes::chain_of(ctx, id);
    let mut ends = chain.iter().filter_map(|&link| ctx.dataset[link].due.map(|due: Due| due.days().1));
    let (first, last) = (ends.next()?, ends.next_back()?);
    let days = last.signed_duration_since(first).num_days();
    Some(ctx.words.days(days, days))
}

/// The figure of a series for exactly this period.
fn figure(ctx: &Context<'_>, series: Series, period: &Period) -> Option<Figure> {
    let known = figures(ctx.dataset, series, ctx.query.known);
    known.into_iter().find(|figure| figure.period.days() == period.days())
}

/// How many there are: of the records known that day, of promises with a verdict, of checks with an outcome.
fn count(ctx: &Context<'_>, what: &str) -> usize {
    let known = ctx.query.known;
    let found = |outcome| checks(ctx.dataset, known).iter().filter(|check| check.outcome == outcome).count();
    let sites = || ctx.dataset.subjects.iter().filter(|subject| subject.kind == SubjectKind::Site);
    let promises = || ctx.said().filter(|&id| ctx.dataset[id].kind == TargetKind::Target);
    match what {
        "promises" => promises().count(),
        "figures" => ctx.dataset.actuals.iter().filter(|actual| actual.published.day <= known).count(),
        "sources" => evidence::sources(ctx).len(),
        "sites" => sites().count(),
        "sites-operating" => sites().filter(|site| site.status.as_deref() == Some("operating")).count(),
        "checks" => checks(ctx.dataset, known).len(),
        "contradictions" => found(Outcome::Contradiction),
        "doubts" => found(Outcome::Warn),
        status => {
            let named = |known: &Status| status_name(*known).replace('_', "-") == status;
            let status = Status::ALL.into_iter().find(named);
            promises().filter(|&id| Some(ctx.verdict(id).status) == status).count()
        }
    }
}

/// What was asked for, as it is written.
fn name_of(ask: &Ask) -> String {
    match ask {
        Ask::Target(field, _) => {
            let name = Field::NAMES.iter().find(|(_, known)| known == field).map_or("", |(name, _)| name);
            format!("{{{name}}}")
        }
        Ask::Rival(_, period) => format!("{{rival … {period}}}"),
        Ask::Figure(_, period, _) => format!("{{figure … {period}}}"),
        Ask::Times(_, from, to) => format!("{{times … {from} {to}}}"),
        Ask::Count(what) => format!("{{count {what}}}"),
        Ask::Known => "{known}".to_owned(),
    }
}

/// The text with its first letter as a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
