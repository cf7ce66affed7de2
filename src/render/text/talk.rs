//! A talk as plain text: each scene with its sentence, verdict, notes and source; the table of times.

use crate::page::i18n::format_clock;
use crate::page::model::{Role, TextRun};
use crate::page::talk::TalkScene;
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;
use crate::render::typeset::measure::{self, fit_or_cut};
use crate::render::typeset::wrap::wrap;

/// Scenes, numbered from `first`, in lines of at most `width` cells.
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
        let mut end = 0;
        for piece in pieces {
            text.extend(std::iter::repeat_n(' ', usize::from(piece.x.saturating_sub(end))));
            text.push_str(piece.text);
            end = end.max(piece.x) + measure::width(piece.text);
        }
        push_line(out, &text);
    }
}

/// The table of seconds that each scene took and was planned to take. `heads` are those of both columns and of the last row.
pub fn times_table(scenes: &[TalkScene], took: &[u64], heads: &[String; 3]) -> String {
    let mut out = String::new();
    let [actual, planned, all] = heads;
    let columns = |one: &str, other: &str, what: &str| format!("{one:>9}  {other:>9}  {what}");
    push_line(&mut out, &columns(actual, planned, ""));
    for (place, (scene, took)) in scenes.iter().zip(took).enumerate() {
        let title = format!("{:>2} {}", place + 1, scene.title);
        push_line(&mut out, &columns(&format_clock(*took), &format_clock(scene.seconds.into()), &title));
    }
    let planned = scenes.iter().map(|scene| u64::from(scene.seconds)).sum();
    push_line(&mut out, &columns(&format_clock(took.iter().sum()), &format_clock(planned), &format!("   {all}")));
    out
}
