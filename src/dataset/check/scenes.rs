//! Checks of the scenes of a talk.

use crate::dataset::check::checker::Checker;
use crate::dataset::diagnose::findings::FieldPath;
use crate::dataset::diagnose::problem::Fault;
use crate::dataset::format::raw_records::RawScene;
use crate::dataset::format::raw_values::RawText;
use crate::dataset::format::template;
use crate::dataset::records::{Id, LocalizedText, SceneRecord, Target};

impl Checker {
    pub(super) fn check_scene(&mut self, path: FieldPath<'_>, raw: RawScene<'_>) -> Option<SceneRecord> {
        if raw.page.is_none() {
            self.findings.add_missing(path, "page", "write the name of a page: \"overview\", \"targets\", \"output\"");
        }
        let page = self.keyword(path.field("page"), raw.page, &SceneRecord::PAGES.map(|name| (name, name)));
        let target = self.resolve_target(path.field("target"), raw.target.as_ref());
        // An unknown target is reported above; its placeholders are then checked as if it existed.
        let scene_target = target.or_else(|| raw.target.as_ref().map(|_| Id::new(0)));
        let subject = self.resolve_subject(path.field("subject"), raw.subject.as_ref());
        let metric = self.resolve_metric(path.field("metric"), raw.metric.as_ref());
        let known = self.date(path.field("known"), raw.known).map(|date| date.day);
        let zoom = self.zoom(path.field("zoom"), raw.zoom.as_deref());
        let spotlight = self.period(path.field("spotlight"), raw.spotlight);
        let title = self.template_text(path.field("title"), raw.title, scene_target);
        let say = self.template_text(path.field("say"), raw.say, scene_target);
        let notes = self.template_text(path.field("notes"), raw.notes, scene_target);
        let (page, seconds) = (page?.into(), raw.seconds);
        Some(SceneRecord { page, target, subject, metric, known, zoom, spotlight, title, say, notes, seconds })
    }

    /// A text with placeholders, each of which must refer to something known.
    fn template_text(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawText<'_>>,
        scene_target: Option<Id<Target>>,
    ) -> LocalizedText {
        let is_plain = matches!(raw, Some(RawText::Plain(_)));
        let text = self.text(path, raw);
        for (language, text) in [("en", &text.en), ("ru", &text.ru), ("kk", &text.kk)] {
            let place = if is_plain { path } else { path.field(language) };
            let faults =
                text.as_deref().and_then(|text| template::parse_template(text, &self.by_id, scene_target).err());
            for fault in faults.into_iter().flatten() {
                self.findings.add_invalid(place, fault);
            }
        }
        text
    }

    fn zoom(&mut self, path: FieldPath<'_>, years: Option<&[i32]>) -> Option<(i32, i32)> {
        match years? {
            [first, last] if 1 <= *first && first <= last && *last <= 9999 => Some((*first, *last)),
            _ => {
                let remedy = "write the first and the last year shown: [2016, 2025]";
                self.findings.add_invalid(path, Fault::new("a zoom that is not two years in order", remedy));
                None
            }
        }
    }
}
