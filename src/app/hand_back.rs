//! Giving the terminal back to the shell: for a while, and at the end.

use std::time::Duration;

use crate::app::terminal::Terminal;
use crate::app::terminal::background::BackgroundReader;
use crate::app::terminal::events::{self, AppEvent, EventQueue, SuspendScope};

/// Stops this process, with the terminal released. Does nothing where nobody could continue the process.
pub(in crate::app) fn suspend(terminal: &mut Terminal) {
    if events::can_suspend() {
        terminal.release();
        events::suspend(SuspendScope::ThisProcess);
    }
}

/// Waits for a background reply that is under way, so that it does not end up on the command line of the shell.
pub(in crate::app) fn await_background_reply(reader: &mut BackgroundReader, queue: &EventQueue) {
    /// Longer than a local terminal takes, shorter than a user notices.
    const MAX_WAIT: Duration = Duration::from_millis(100);
    while reader.is_expected() {
        let incoming: Vec<AppEvent> = queue.wait(Some(MAX_WAIT)).collect();
        let Some(last) = incoming.into_iter().map(|incoming| reader.receive(incoming).len()).last() else { return };
        if last > 0 {
            // Keys and clicks mean nothing any more.
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    fn keys(text: &str, first: KeyModifiers) -> impl Iterator<Item = AppEvent> {
        text.chars().enumerate().map(move |(place, ch)| {
            let modifiers = if place == 0 { first } else { KeyModifiers::NONE };
            AppEvent::Input(Event::Key(KeyEvent::new(KeyCode::Char(ch), modifiers)))
        })
    }

    #[test]
    fn a_late_background_reply_is_read_before_the_end() {
        let end = AppEvent::Input(Event::Key(KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL)));
        let queue = EventQueue::with(keys("]11;rgb:0000/0000/0000", KeyModifiers::ALT).chain([end]));
        let mut reader = BackgroundReader::default();
        reader.expect();
        await_background_reply(&mut reader, &queue);
        assert!(!reader.is_expected(), "the reply was left in the queue");
        assert_eq!(queue.wait(Some(Duration::ZERO)).count(), 0);
    }

    #[test]
    fn no_wait_without_a_query_or_behind_other_keys() {
        let queue = EventQueue::with(keys("jj", KeyModifiers::NONE));
        await_background_reply(&mut BackgroundReader::default(), &queue);
        assert_eq!(queue.wait(Some(Duration::ZERO)).count(), 2, "events were lost");
        let queue = EventQueue::with(keys("jj", KeyModifiers::NONE));
        let mut reader = BackgroundReader::default();
        reader.expect();
        await_background_reply(&mut reader, &queue);
        assert!(reader.is_expected());
    }
}
