//! How figures are drawn: what the keys of the charts change.

use crate::app::action::{Action, Direction};
use crate::app::dashboard::crosshair;
use crate::app::dashboard::state::State;
use crate::page::Page;
use crate::page::model::chart_options::{ChartForm, ChartMode, ScaleKind, SubjectLayout};

/// Draws in another way, as the action means.
pub(in crate::app) fn apply(state: &mut State, action: Action, page: &Page) {
    let zoomed = |direction| crosshair::zoomed_window(state, direction, page);
    let mut drawing = state.viewed.chart_options;
    match action {
        Action::NextChartMode => drawing.mode = next_of(&ChartMode::ALL, drawing.mode),
        Action::NextSubjectLayout => drawing.subjects = next_of(&SubjectLayout::ALL, drawing.subjects),
        Action::ToggleLogScale => {
            drawing.scale = match drawing.scale {
                ScaleKind::Linear => ScaleKind::Log,
                ScaleKind::Log => ScaleKind::Linear,
            };
        }
        Action::ToggleTableForm => {
            drawing.form = match drawing.form {
                ChartForm::Picture => ChartForm::Table,
                ChartForm::Table => ChartForm::Picture,
            };
        }
        Action::Zoom(direction) => drawing.window = zoomed(direction),
        _ => {}
    }
    state.viewed.chart_options = drawing;
}

/// The one after another, round and round.
fn next_of<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or_default();
    all.get(Direction::Next.wrapped_step(at, all.len())).copied().unwrap_or(now)
}
