//! The scenes of a talk.

use super::Check;
use crate::dataset::finding::Path;
use crate::dataset::problem::Fault;
use crate::dataset::raw::RawScene;
use crate::dataset::records::Scene;

impl<'a> Check<'a> {
    /// A scene.
    pub(super) fn scene(&mut self, path: Path<'_>, raw: RawScene<'a>) -> Option<Scene> {
        if raw.page.is_none() {
            self.findings.missing(path, "page", "write the name of a page: \"overview\", \"targets\", \"output\"");
        }
        let page = self.choice(path.field("page"), raw.page, &Scene::PAGES.map(|name| (name, name)));
        let target = self.target(path.field("target"), raw.target.as_ref());
        let subject = self.subject_of(path.field("subject"), raw.subject.as_ref());
        let metric = self.metric_of(path.field("metric"), raw.metric.as_ref());
        let known = self.date(path.field("known"), raw.known).map(|date| date.day);
        let zoom = self.zoom(path.field("zoom"), raw.zoom.as_deref());
        let spotlight = self.period(path.field("spotlight"), raw.spotlight);
        let title = self.text(path.field("title"), raw.title);
        let say = self.text(path.field("say"), raw.say);
        let notes = self.text(path.field("notes"), raw.notes);
        let page = page?.into();
        Some(Scene { page, target, subject, metric, known, zoom, spotlight, title, say, notes, seconds: raw.seconds })
    }

    fn zoom(&mut self, path: Path<'_>, years: Option<&[i32]>) -> Option<(i32, i32)> {
        match years? {
            [first, last] if 1 <= *first && first <= last && *last <= 9999 => Some((*first, *last)),
            _ => {
                let remedy = "write the first and the last year shown: [2016, 2025]";
                self.findings.wrong(path, Fault::new("a zoom that is not two years in order", remedy));
                None
            }
        }
    }
}
