//! The Why overlay of any record: where its number comes from and how its verdict was reached.

use crate::compare::series::as_of::figures;
use crate::dataset::records::{Actual, Id, LocalizedText, Metric, Quality, Source, Subject, Target, TargetReading};
use crate::page::charts::readout;
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{
    Block, DataPoint, Fact, Panel, PanelBody, PanelSlot, RecordRef, Role, TextOverlay, TextRun, Visibility,
};
use crate::page::target::{chain, progress, row, sentence};
use crate::page::why::arithmetic::{self, Arithmetic};
use crate::page::why::{checks, evidence};

/// The overlay of a record.
pub fn why_overlay(ctx: &Context<'_>, key: RecordRef, arithmetic: Arithmetic) -> TextOverlay {
    TextOverlay::new(title(ctx, key), with_sentence(ctx, key, blocks(ctx, key, arithmetic)), Some(key))
}

/// The overlay as a panel beside a page whose sentence is about the record; none where there is no room.
pub(in crate::page) fn side_panel(ctx: &Context<'_>, key: RecordRef) -> Option<Panel> {
    let blocks = || blocks(ctx, key, Arithmetic::Folded);
    (ctx.query.why == Visibility::Shown).then(|| panel(ctx, key, PanelSlot::Why, blocks()))
}

/// The overlay as a panel of a page whose sentence is about something else.
pub(in crate::page) fn detail_panel(ctx: &Context<'_>, key: RecordRef) -> Panel {
    panel(ctx, key, PanelSlot::Detail, with_sentence(ctx, key, blocks(ctx, key, Arithmetic::Folded)))
}

fn panel(ctx: &Context<'_>, key: RecordRef, slot: PanelSlot, blocks: Vec<Block>) -> Panel {
    Panel { slot, heading: title(ctx, key), body: PanelBody::Text(blocks) }
}

/// The sentence about a target before its blocks.
fn with_sentence(ctx: &Context<'_>, key: RecordRef, blocks: Vec<Block>) -> Vec<Block> {
    let RecordRef::Target(id) = key else { return blocks };
    [Block::Paragraph(sentence::of_target(ctx, id)), Block::Gap].into_iter().chain(blocks).collect()
}

/// The records under the crosshair, one of them chosen.
pub fn record_list(ctx: &Context<'_>, data_point: &DataPoint, chosen: usize) -> TextOverlay {
    let record = |(index, key): (usize, &RecordRef)| {
        let is_chosen = index == chosen;
        let mut text = record_line(ctx, *key);
        if let Some(first) = text.first_mut().filter(|_| is_chosen) {
            first.role = Role::Strong;
        }
        Fact { term: if is_chosen { "›".to_owned() } else { "·".to_owned() }, text }
    };
    let count = Arg::from(data_point.keys.len());
    let title = ctx.words.format("records-title", &[("when", Arg::from(data_point.label.long())), ("count", count)]);
    let facts = data_point.keys.iter().enumerate().map(record).collect();
    TextOverlay::new(vec![TextRun::new(title, Role::Heading)], vec![Block::Facts(facts)], None)
}

fn record_line(ctx: &Context<'_>, key: RecordRef) -> Vec<TextRun> {
    match key {
        RecordRef::Actual(id) => readout::of_actual(ctx, id),
        RecordRef::Target(id) => readout::of_promise(ctx, id),
        RecordRef::Calculation(_) | RecordRef::Source(_) | RecordRef::Subject(_) | RecordRef::Check(_) => {
            title(ctx, key)
        }
    }
}

fn title(ctx: &Context<'_>, key: RecordRef) -> Vec<TextRun> {
    vec![TextRun::new(record_name(ctx, key), Role::Heading)]
}

/// The name of a record.
pub fn record_name(ctx: &Context<'_>, key: RecordRef) -> String {
    match key {
        RecordRef::Target(id) => row::label(ctx, id).long().to_owned(),
        RecordRef::Calculation(_) => ctx.words.get("why-steps"),
        RecordRef::Actual(id) => row::figure_label(ctx, &ctx.dataset[id]).long().to_owned(),
        RecordRef::Source(id) => ctx.text(&ctx.dataset[id].publisher).to_owned(),
        RecordRef::Subject(id) => ctx.text(&ctx.dataset[id].name).to_owned(),
        RecordRef::Check(index) => checks::explanation(ctx, index).map(|(title, _)| title).unwrap_or_default(),
    }
}

fn blocks(ctx: &Context<'_>, key: RecordRef, arithmetic: Arithmetic) -> Vec<Block> {
    match key {
        RecordRef::Target(id) => of_target(ctx, id, arithmetic),
        RecordRef::Calculation(id) => of_calculation(ctx, id),
        RecordRef::Actual(id) => of_actual(ctx, id),
        RecordRef::Source(id) => evidence::source_blocks(ctx, id),
        RecordRef::Subject(id) => of_subject(ctx, id),
        RecordRef::Check(index) => checks::explanation(ctx, index).map(|(_, blocks)| blocks).unwrap_or_default(),
    }
}

/// What Why of a target folds or a panel has no room for: the calculation, the sources, the restatements.
fn of_calculation(ctx: &Context<'_>, id: Id<Target>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(sentence::of_target(ctx, id))];
    blocks.extend(arithmetic::blocks(ctx, id, Arithmetic::Whole));
    blocks.extend(sources_of_target(ctx, id));
    blocks.extend(restatements(ctx, id));
    blocks
}

fn of_target(ctx: &Context<'_>, id: Id<Target>, arithmetic: Arithmetic) -> Vec<Block> {
    let target = &ctx.dataset[id];
    let metric = &ctx.dataset[target.metric];
    let verdict = ctx.verdict(id);
    let (_, role) = row::status_mark(verdict.status);
    let fact = |key: &str, text: Vec<TextRun>| Fact { term: ctx.words.get(key), text };
    let mut facts = vec![fact("why-verdict", vec![TextRun::new(row::verdict_label(ctx, verdict).long(), role)])];
    if let Some(value) = &target.value {
        facts.push(fact(
            "why-promised",
            vec![TextRun::new(ctx.words.value(value, metric, TextForm::Long), Role::Target)],
        ));
    }
    facts.push(fact("why-due", vec![TextRun::plain(row::due(ctx, target).long())]));
    let by = ctx.text(&target.by);
    let said = ctx.words.stamp(target.said, TextForm::Plain);
    facts.push(fact("why-said", vec![TextRun::plain(if by.is_empty() { said } else { format!("{said}, {by}") })]));
    let spoken = ctx.text(&target.spoken);
    if !spoken.is_empty() {
        facts.push(fact("why-spoken", vec![TextRun::plain(spoken)]));
    }
    if row::is_reported(verdict) {
        let mut text = vec![TextRun::new(row::reported(ctx, verdict).long(), Role::Actual)];
        if let Some(figure) = &verdict.reported {
            text = text.into_iter().map(|run| run.linked_to(RecordRef::Actual(figure.actual))).collect();
            text.push(TextRun::plain(format!("  {}", ctx.words.period(&figure.period, TextForm::Plain))));
            text.extend(evidence::remark(ctx.text(&ctx.dataset[figure.actual].counts)));
        }
        facts.push(fact("why-reported", text));
    }
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(sources_of_target(ctx, id));
    blocks.extend(readings(ctx, target, metric));
    let badges: Vec<Vec<TextRun>> =
        verdict.badges.iter().map(|badge| vec![TextRun::plain(ctx.words.badge_means(*badge))]).collect();
    if !badges.is_empty() {
        blocks.push(Block::Heading(ctx.words.get("why-badges")));
        blocks.push(Block::Steps(badges));
    }
    blocks.extend(restatements(ctx, id));
    blocks.extend(note(ctx, &target.note));
    let facts_of_progress = progress::facts(ctx, verdict);
    if !facts_of_progress.is_empty() {
        blocks.push(Block::Heading(ctx.words.get("why-way")));
        blocks.extend(progress::bars(ctx, verdict));
        blocks.push(Block::Facts(facts_of_progress));
    }
    blocks.extend(arithmetic::blocks(ctx, id, arithmetic));
    blocks
}

fn sources_of_target(ctx: &Context<'_>, id: Id<Target>) -> Vec<Block> {
    let (target, verdict) = (&ctx.dataset[id], ctx.verdict(id));
    sources(ctx, if verdict.sources.is_empty() { &target.sources } else { &verdict.sources })
}

fn restatements(ctx: &Context<'_>, id: Id<Target>) -> Vec<Block> {
    let chain = chain::restatement_chain(ctx, id);
    if chain.len() < 2 {
        return Vec::new();
    }
    let links = chain.into_iter().map(|link| restated(ctx, link, link == id)).collect();
    vec![Block::Heading(ctx.words.get("why-restated")), Block::Facts(links)]
}

fn readings(ctx: &Context<'_>, target: &Target, metric: &Metric) -> Vec<Block> {
    let fact = |reading: &TargetReading| Fact {
        term: ctx.words.value(&reading.value, metric, TextForm::Plain),
        text: vec![TextRun::plain(ctx.text(&reading.why))],
    };
    evidence::headed_facts(ctx, "why-readings", target.readings.iter().map(fact).collect())
}

fn restated(ctx: &Context<'_>, id: Id<Target>, is_this_target: bool) -> Fact {
    let target = &ctx.dataset[id];
    let role = if is_this_target { Role::Strong } else { Role::Plain };
    let due = row::due(ctx, target);
    let label = TextRun::new(row::label(ctx, id).long(), role).linked_to(RecordRef::Target(id));
    let mut text = vec![label, TextRun::new(format!("  {}", due.long()), role)];
    text.extend(evidence::remark(ctx.text(&target.by)));
    Fact { term: ctx.words.stamp(target.said, TextForm::Plain), text }
}

fn of_actual(ctx: &Context<'_>, id: Id<Actual>) -> Vec<Block> {
    let actual = &ctx.dataset[id];
    let metric = &ctx.dataset[actual.metric];
    let fact = |key: &str, text: String| Fact { term: ctx.words.get(key), text: vec![TextRun::plain(text)] };
    let mut facts = vec![
        Fact {
            term: ctx.words.get("why-reported"),
            text: vec![TextRun::new(ctx.words.value(&actual.value, metric, TextForm::Long), Role::Actual)],
        },
        fact("why-period", ctx.words.period(&actual.period, TextForm::Plain)),
        Fact {
            term: ctx.words.get("why-subject"),
            text: vec![
                TextRun::plain(ctx.text(&ctx.dataset[actual.subject].name))
                    .linked_to(RecordRef::Subject(actual.subject)),
            ],
        },
    ];
    let mut add = |key: &str, text: &str| {
        if !text.is_empty() {
            facts.push(fact(key, text.to_owned()));
        }
    };
    add("why-counts", ctx.text(&actual.counts));
    add("why-spoken", ctx.text(&actual.spoken));
    if let Some(growth) = &actual.growth {
        add("why-growth", &evidence::growth_text(ctx, growth));
    }
    add("why-known", &ctx.words.stamp(actual.published, TextForm::Plain));
    match actual.quality {
        Quality::Final => {}
        Quality::Provisional => add("why-quality", &ctx.words.get("quality-provisional")),
        Quality::Estimate => add("why-quality", &ctx.words.get("quality-estimate")),
    }
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(note(ctx, &actual.note));
    blocks.extend(rivals(ctx, id));
    blocks.extend(sources(ctx, &actual.sources));
    blocks
}

/// What other sources report for the same period.
fn rivals(ctx: &Context<'_>, id: Id<Actual>) -> Vec<Block> {
    let actual = &ctx.dataset[id];
    let metric = &ctx.dataset[actual.metric];
    let all = figures(ctx.dataset, (actual.metric, actual.subject), ctx.query.as_of);
    let Some(figure) = all.iter().find(|figure| figure.period.span == actual.period.span) else { return Vec::new() };
    let others = figure.claims.iter().map(|claim| claim.actual);
    let facts: Vec<Fact> = others
        .filter(|&other| other != id)
        .map(|other| {
            let record = &ctx.dataset[other];
            let publisher = ctx.publisher(other);
            let value = ctx.words.value(&record.value, metric, TextForm::Plain);
            let mut text = vec![TextRun::new(value, Role::Contested).linked_to(RecordRef::Actual(other))];
            text.extend(evidence::remark(ctx.text(&record.counts)));
            Fact { term: publisher.to_owned(), text }
        })
        .collect();
    evidence::headed_facts(ctx, "why-others", facts)
}

fn of_subject(ctx: &Context<'_>, id: Id<Subject>) -> Vec<Block> {
    let mut blocks = about(ctx, id);
    let targets: Vec<Fact> = ctx
        .known_targets()
        .filter(|&target| ctx.dataset[target].subject == id)
        .map(|target| {
            let (_, role) = row::status_mark(ctx.verdict(target).status);
            let outcome = row::verdict_label(ctx, ctx.verdict(target));
            let due = row::due(ctx, &ctx.dataset[target]);
            let label = row::label(ctx, target);
            let text = vec![
                TextRun::new(label.0.last().cloned().unwrap_or_default(), Role::Target)
                    .linked_to(RecordRef::Target(target)),
                TextRun::new(format!("  {}  ", due.long()), Role::Muted),
                TextRun::new(outcome.long(), role),
            ];
            Fact { term: ctx.words.stamp(ctx.dataset[target].said, TextForm::Plain), text }
        })
        .collect();
    blocks.extend(evidence::headed_facts(ctx, "evidence-says", targets));
    blocks
}

/// A subject: operator, partners, products, method, place.
pub(in crate::page) fn about(ctx: &Context<'_>, id: Id<Subject>) -> Vec<Block> {
    let subject = &ctx.dataset[id];
    let list = |texts: &[LocalizedText]| {
        let texts: Vec<&str> = texts.iter().map(|text| text.get(ctx.words.language())).collect();
        texts.join(", ")
    };
    let coordinates = subject.at.map(|(north, east)| {
        let number = |degrees: f64| Arg::from(ctx.words.number(degrees, 2));
        ctx.words.format("place-degrees", &[("north", number(north)), ("east", number(east))])
    });
    let rows = [
        ("why-operator", ctx.text(&subject.operator).to_owned()),
        ("why-partners", list(&subject.partners)),
        ("why-makes", list(&subject.makes)),
        ("why-method", ctx.text(&subject.method).to_owned()),
        ("why-place", coordinates.unwrap_or_default()),
    ];
    let facts: Vec<Fact> = rows
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| Fact { term: ctx.words.get(key), text: vec![TextRun::plain(text)] })
        .collect();
    let mut blocks = if facts.is_empty() { Vec::new() } else { vec![Block::Facts(facts)] };
    blocks.extend(note(ctx, &subject.note));
    blocks
}

fn note(ctx: &Context<'_>, note: &LocalizedText) -> Vec<Block> {
    let text = note.get(ctx.words.language());
    if text.is_empty() {
        return Vec::new();
    }
    vec![Block::Gap, Block::Paragraph(vec![TextRun::new(text, Role::Muted)])]
}

fn sources(ctx: &Context<'_>, sources: &[Id<Source>]) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(ctx.words.get("why-sources"))];
    for &id in sources {
        let source = &ctx.dataset[id];
        let publisher = TextRun::new(ctx.text(&source.publisher), Role::Strong).linked_to(RecordRef::Source(id));
        let mut runs = vec![publisher, TextRun::plain("  ")];
        let title = ctx.text(&source.title);
        if !title.is_empty() {
            runs.push(TextRun::plain(format!("{title}  ")));
        }
        runs.extend(evidence::citation(ctx, id));
        blocks.push(Block::Paragraph(runs));
    }
    blocks
}
