//! The last scene shown and the time of the talk, kept in a file so that `--resume` continues after a crash.

use std::path::PathBuf;
use std::time::Duration;

use chrono::{NaiveTime, Timelike};

use crate::app::app_data::AppData;
use crate::files;
use crate::settings::environment::HostEnvironment;

const SECONDS_PER_DAY: u64 = 24 * 60 * 60;

/// Where a talk was at some moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TalkPosition {
    /// From 0.
    pub(super) scene: usize,
    /// Time since the start of the talk.
    pub(super) elapsed: Duration,
}

fn path(data: &AppData, environment: &HostEnvironment) -> Option<PathBuf> {
    Some(environment.state_folder()?.join(format!("present-{}", data.dataset.id)))
}

/// A function that saves a scene, from 0, and the time of the talk. If the file cannot be written, the talk continues.
pub(super) fn saver(data: &AppData, environment: &HostEnvironment) -> impl Fn(usize, Duration) + use<> {
    let (path, time_of_day) = (path(data, environment), environment.time_of_day);
    move |scene, elapsed| {
        if let Some(path) = &path {
            let _ = files::write_atomically(path, &TalkPosition { scene, elapsed }.format(time_of_day()));
        }
    }
}

/// The saved position of the last talk about this dataset, with the time that has passed since.
pub(super) fn saved(data: &AppData, environment: &HostEnvironment) -> Option<TalkPosition> {
    let text = files::read(&path(data, environment)?).ok()?;
    TalkPosition::parse(&text, (environment.time_of_day)())
}

impl TalkPosition {
    /// The number of the scene, from 1, the seconds of the talk, and the time of day in seconds.
    fn format(self, time_of_day: NaiveTime) -> String {
        format!("{} {} {}\n", self.scene + 1, self.elapsed.as_secs(), time_of_day.num_seconds_from_midnight())
    }

    /// A short pause counts as time of the talk; after a longer one the time starts from 0.
    fn parse(text: &str, time_of_day: NaiveTime) -> Option<Self> {
        const MAX_PAUSE_SECONDS: u64 = 20 * 60;
        let mut numbers = text.split_whitespace().map(str::parse::<u64>);
        let scene = usize::try_from(numbers.next()?.ok()?.checked_sub(1)?).ok()?;
        let (Some(Ok(elapsed)), Some(Ok(saved_at @ 0..SECONDS_PER_DAY))) = (numbers.next(), numbers.next()) else {
            return Some(Self { scene, elapsed: Duration::ZERO });
        };
        let pause = (u64::from(time_of_day.num_seconds_from_midnight()) + SECONDS_PER_DAY - saved_at) % SECONDS_PER_DAY;
        let elapsed = if pause <= MAX_PAUSE_SECONDS { elapsed.saturating_add(pause) } else { 0 };
        Some(Self { scene, elapsed: Duration::from_secs(elapsed.min(SECONDS_PER_DAY)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 5).unwrap()
    }

    fn position(scene: usize, seconds: u64) -> TalkPosition {
        TalkPosition { scene, elapsed: Duration::from_secs(seconds) }
    }

    #[test]
    fn a_talk_continues_with_its_scene_and_time() {
        let saved = TalkPosition { scene: 2, elapsed: Duration::from_millis(125_900) }.format(at(14, 32));
        assert_eq!(saved, "3 125 52325\n");
        assert_eq!(TalkPosition::parse(&saved, at(14, 34)), Some(position(2, 245)));
        assert_eq!(TalkPosition::parse(&saved, at(17, 0)), Some(position(2, 0)), "the time of another talk is kept");
        let late = position(0, 60).format(at(23, 59));
        assert_eq!(TalkPosition::parse(&late, at(0, 1)), Some(position(0, 180)), "the pause passes midnight");
    }

    #[test]
    fn a_damaged_file_gives_no_scene_or_no_time() {
        for text in ["", "0", "x", "-1 5 5", "99999999999999999999"] {
            assert_eq!(TalkPosition::parse(text, at(12, 0)), None, "{text}");
        }
        for text in ["3", "3 x 5", "3 5", "3 5 99999999", "3 18446744073709551615 43205 more"] {
            let TalkPosition { scene, elapsed } = TalkPosition::parse(text, at(12, 0)).unwrap();
            assert!(scene == 2 && elapsed <= Duration::from_secs(SECONDS_PER_DAY), "{text}: {elapsed:?}");
        }
    }
}
