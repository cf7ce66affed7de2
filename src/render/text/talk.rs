//! A talk as plain text, for reading and printing: each scene with its sentence, verdict, notes and source.

use crate::page::i18n::format_clock;
use crate::page::model::rich_text::{Role, TextRun};
use crate::page::talk::TalkScene;
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;
use crate::render::typeset::measure::fit_or_cut;
use crate::render::typeset::wrap::wrap;

/// The scenes, the first with the number `first`, in lines of at most `width` cells.
#[must_use]
pub fn talk_text(scenes: &[TalkScene], first: usize, width: u16, glyphs: Glyphs) -> String {
    let mut out = String::new();
    for (place, scene) in scenes.iter().enumerate() {
        if place > 0 {
            out.push('\n');
        }
        push_line(&mut out, &format!("{:>2}  {}", place + first, scene.title));
        push_indented(&mut out, &scene.sentence, width);
        if let Some(verdict) = &scene.verdict {
            push_line(&mut out, &format!("    {} {}", glyphs::mark_glyph(verdict.mark, glyphs), verdict.words.long()));
        }
        if let Some(source) = &scene.source {
            push_indented(&mut out, &[TextRun::plain(fit_or_cut(source, width * 2))], width);
        }
        if !scene.notes.is_empty() {
            out.push('\n');
            push_indented(&mut out, &[TextRun::new(&*scene.notes, Role::Muted)], width);
        }
    }
    out
}

fn push_line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

fn push_indented(out: &mut String, runs: &[TextRun], width: u16) {
    for pieces in wrap(runs, 0, 0, width.saturating_sub(4)) {
        let mut text = String::from("    ");
        let mut at = 0;
        for piece in pieces {
            while at < piece.x {
                text.push(' ');
                at += 1;
            }
            text.push_str(piece.text);
            at += crate::render::typeset::measure::width(piece.text);
        }
        push_line(out, &text);
    }
}

/// The heads of a table of times: took, planned, in all.
pub type TimeTableHeads = [String; 3];

/// How long each scene took, and was planned to take, in seconds.
#[must_use]
pub fn times_table(scenes: &[TalkScene], took: &[u64], [own, planned, all]: &TimeTableHeads) -> String {
    let mut out = String::new();
    let columns = |one: &str, other: &str, what: &str| format!("{one:>9}  {other:>9}  {what}");
    push_line(&mut out, &columns(own, planned, ""));
    for (place, (scene, took)) in scenes.iter().zip(took).enumerate() {
        push_line(
            &mut out,
            &columns(
                &format_clock(*took),
                &format_clock(scene.seconds.into()),
                &format!("{:>2} {}", place + 1, scene.title),
            ),
        );
    }
    let planned = scenes.iter().map(|scene| u64::from(scene.seconds)).sum();
    push_line(&mut out, &columns(&format_clock(took.iter().sum()), &format_clock(planned), &format!("   {all}")));
    out
}
