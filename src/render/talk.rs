//! A talk as plain text, for reading and printing: each scene with its sentence, verdict, notes and source.

use super::measure::fit_or_cut;
use super::sign;
use super::theme::Glyphs;
use super::wrap::wrap;
use crate::page::prose::{Role, Run};
use crate::page::scene::Scene;
use crate::page::words::clock;

/// The scenes, the first with the number `first`, in lines of at most `width` cells.
#[must_use]
pub fn text(scenes: &[Scene], first: usize, width: u16, glyphs: Glyphs) -> String {
    let mut out = String::new();
    for (place, scene) in scenes.iter().enumerate() {
        if place > 0 {
            out.push('\n');
        }
        line(&mut out, &format!("{:>2}  {}", place + first, scene.title));
        indented(&mut out, &scene.sentence, width);
        if let Some(verdict) = &scene.verdict {
            line(&mut out, &format!("    {} {}", sign::mark(verdict.mark, glyphs), verdict.words.long()));
        }
        if let Some(source) = &scene.source {
            indented(&mut out, &[Run::plain(fit_or_cut(source, width * 2))], width);
        }
        if !scene.notes.is_empty() {
            out.push('\n');
            indented(&mut out, &[Run::new(&*scene.notes, Role::Muted)], width);
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

fn indented(out: &mut String, runs: &[Run], width: u16) {
    for pieces in wrap(runs, 0, 0, width.saturating_sub(4)) {
        let mut text = String::from("    ");
        let mut at = 0;
        for piece in pieces {
            while at < piece.x {
                text.push(' ');
                at += 1;
            }
            text.push_str(piece.text);
            at += super::measure::width(piece.text);
        }
        line(out, &text);
    }
}

/// The heads of a table of times: took, planned, in all.
pub type Heads = [String; 3];

/// How long each scene took, and was planned to take, in seconds.
#[must_use]
pub fn times(scenes: &[Scene], took: &[u64], [own, planned, all]: &Heads) -> String {
    let mut out = String::new();
    let columns = |one: &str, other: &str, what: &str| format!("{one:>9}  {other:>9}  {what}");
    line(&mut out, &columns(own, planned, ""));
    for (place, (scene, took)) in scenes.iter().zip(took).enumerate() {
        line(
            &mut out,
            &columns(&clock(*took), &clock(scene.seconds.into()), &format!("{:>2} {}", place + 1, scene.title)),
        );
    }
    let planned = scenes.iter().map(|scene| u64::from(scene.seconds)).sum();
    line(&mut out, &columns(&clock(took.iter().sum()), &clock(planned), &format!("   {all}")));
    out
}
