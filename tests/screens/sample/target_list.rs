//! A list of targets.

use planfact::dataset::records::Id;
use planfact::page::model::{
    Align, Bullet, FilterResult, Mark, RecordRef, Role, Table, TableCell, TableColumn, TableRow,
};

use super::{label, muted, text};

/// A row of the list of targets.
struct SampleTarget {
    name: &'static str,
    said: &'static str,
    due: &'static str,
    reported: &'static str,
    /// Of the target, as a fraction.
    share: Option<f64>,
    gap: &'static str,
    mark: Mark,
    verdict: &'static str,
}

fn sample_targets() -> Vec<SampleTarget> {
    use Mark::{AtRisk, Contested, Met, MetLate, Missed, NoData, NotYetDue, OnTrack, Undetermined};
    let target = |[name, said, due, reported, gap]: [&'static str; 5], share, mark, verdict| SampleTarget {
        name,
        said,
        due,
        reported,
        share,
        gap,
        mark,
        verdict,
    };
    vec![
        target(["≥200,000 vehicles", "Jul 2016", "2025", "171,442", "−28,558"], Some(0.857), Missed, "missed"),
        target(
            ["~100,000 vehicles", "Sep 2018", "2020", "77,471", "−22,529"],
            Some(0.775),
            MetLate,
            "met 2 years late|met late",
        ),
        target(["50 % localisation", "Sep 2018", "2021", "?", ""], None, NoData, "no data"),
        target(["Almaty plant: first cars", "2023", "Q1 25", "Sep 2025", "+8 months"], None, MetLate, "met late"),
        target(["Electric cars in Kostanay", "2017", "2018", ">30 built", ""], None, Undetermined, "undetermined"),
        target(["160,000 vehicles", "May 2024", "2024", "145,300", "−14,700"], Some(0.908), Missed, "missed"),
        target(["90,000 cars a year at the new plant", "Mar 2022", "2024", "~99,000", "+9,000"], Some(1.1), Met, "met"),
        target(["500,000 vehicles", "2023", "2030", "171,442", ""], Some(0.343), AtRisk, "at risk"),
        target(["~209,000 vehicles (forecast)", "Feb 2026", "2026", "102,000", ""], Some(0.488), OnTrack, "on track"),
        target(["A third of cars made at home", "2019", "2025", "41 %", ""], Some(1.24), Met, "met early"),
        target(["KZT 120 bn invested", "2024", "2027", ">40 bn", ""], Some(0.333), NotYetDue, "not yet due"),
        target(["60 % for export", "2022", "2025", "", ""], None, Contested, "sources differ"),
    ]
}

pub(super) fn column(head: &str, align: Align, drop_priority: u8) -> TableColumn {
    TableColumn { head: label(head), align, drop_priority, is_flexible: false }
}

pub(crate) fn table(chosen: usize) -> Table {
    let rows = sample_targets().into_iter().enumerate().map(|(index, target)| {
        let role = match target.mark {
            Mark::Met | Mark::MetLate | Mark::OnTrack => Role::Good,
            Mark::Missed | Mark::AtRisk => Role::Bad,
            Mark::Undetermined => Role::Caution,
            Mark::Contested => Role::Contested,
            _ => Role::Missing,
        };
        let bullet = Bullet {
            bar: target.share,
            is_missing: target.share.is_none(),
            soft: (index == 10).then_some(0.5),
            is_open: index == 10,
            is_partial: index == 8,
            about: (index == 1).then_some((0.95, 1.05)),
            role,
        };
        let cells = vec![
            text(target.name),
            muted(target.said),
            text(target.due),
            text(target.reported),
            TableCell::Bullet(bullet),
            text(target.gap),
            TableCell::WithMark(target.mark, label(target.verdict), role),
        ];
        TableRow::new(Some(RecordRef::Target(Id::new(index))), cells)
    });
    Table {
        columns: vec![
            column("PROMISE", Align::Left, 0).flexible(),
            column("SAID", Align::Left, 5),
            column("DUE", Align::Left, 2),
            column("REPORTED", Align::Right, 3),
            column("OF PROMISE|0 %", Align::Left, 1).flexible(),
            column("GAP", Align::Right, 4),
            column("VERDICT", Align::Left, 0),
        ],
        rows: rows.collect(),
        chosen: Some(chosen),
        empty: "Nobody had promised anything yet.".into(),
        longest_sentence: Vec::new(),
        filtered: FilterResult::default(),
    }
}
