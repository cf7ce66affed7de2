//! How charts are drawn: what the keys of the charts change.

use crate::app::action::{Action, Direction};
use crate::app::dashboard::crosshair;
use crate::app::dashboard::state::State;
use crate::page::model::{ChartForm, ChartMode, Page, ScaleKind, SubjectLayout};

/// Applies an action that changes how charts are drawn.
pub(in crate::app) fn apply(state: &mut State, action: Action, page: &Page) {
    let zoomed = |direction| crosshair::zoomed_window(state, direction, page);
    let mut options = state.viewed.chart_options;
    match action {
        Action::NextChartMode => options.mode = next_of(&ChartMode::ALL, options.mode),
        Action::NextSubjectLayout => options.subjects = next_of(&SubjectLayout::ALL, options.subjects),
        Action::ToggleLogScale => {
            options.scale = if options.scale == ScaleKind::Linear { ScaleKind::Log } else { ScaleKind::Linear };
        }
        Action::ToggleTableForm => {
            options.form = if options.form == ChartForm::Picture { ChartForm::Table } else { ChartForm::Picture };
        }
        Action::Zoom(direction) => options.window = zoomed(direction),
        _ => {}
    }
    state.viewed.chart_options = options;
}

/// The value after `now`; wraps around.
fn next_of<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or_default();
    all.get(Direction::Next.wrapped_step(at, all.len())).copied().unwrap_or(now)
}
