//! Input, signals and remote messages in one channel that the event loop waits on.
//!
//! Three threads block in the kernel: for signals, for input and for a hangup of the terminal. What a remote message is
//! and who sends it is not known here.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event};

use crate::app::terminal::background::{Background, BackgroundReader};
use crate::app::terminal::session;
use crate::app::terminal::signals::{self, Signal};

/// An event from outside.
#[derive(Debug)]
pub(crate) enum AppEvent<Remote> {
    /// A key, a mouse event or a paste.
    Input(Event),
    /// Reply to the background query.
    Background(Background),
    /// A signal.
    Signal(Signal),
    /// The terminal can no longer be read.
    TerminalClosed,
    /// A message from another process.
    Remote(Remote),
}

/// The channel, with signals already arriving.
pub(crate) struct EventQueue<Remote> {
    sender: Sender<AppEvent<Remote>>,
    receiver: Receiver<AppEvent<Remote>>,
    background: BackgroundReader,
}

impl<Remote: Send + 'static> EventQueue<Remote> {
    /// Opens the channel and registers the signals, so that none is missed from here on.
    pub(crate) fn open() -> io::Result<Self> {
        let queue = Self::without_sources();
        let sender = queue.sender.clone();
        signals::forward_signals(move |signal| sender.send(AppEvent::Signal(signal)).is_ok())?;
        Ok(queue)
    }

    fn without_sources() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, background: BackgroundReader::default() }
    }

    /// Starts to read the terminal, which has to be in raw mode.
    pub(crate) fn start_input(&self) -> io::Result<()> {
        let sender = self.sender.clone();
        signals::watch_hangup(session::output(), move || {
            let _ = sender.send(AppEvent::TerminalClosed);
        })?;
        let sender = self.sender.clone();
        thread::Builder::new().name("input".into()).spawn(move || {
            loop {
                let event = event::read().map_or(AppEvent::TerminalClosed, AppEvent::Input);
                let is_last = matches!(event, AppEvent::TerminalClosed);
                if sender.send(event).is_err() || is_last {
                    return;
                }
            }
        })?;
        Ok(())
    }

    /// Puts remote messages into the channel; returns false once the queue is gone.
    pub(crate) fn remote_sender(&self) -> impl Fn(Remote) -> bool + Clone + Send + use<Remote> {
        let sender = self.sender.clone();
        move |message| sender.send(AppEvent::Remote(message)).is_ok()
    }

    /// Holds back input that may be the reply to the background query, from now until the reply has come.
    pub(crate) fn expect_background_reply(&mut self) {
        self.background.expect();
    }

    /// Waits for an event, at most for `timeout`, then yields it and up to 500 that follow without a wait.
    pub(crate) fn wait(&mut self, timeout: Option<Duration>) -> impl Iterator<Item = AppEvent<Remote>> + '_ {
        let first = match timeout {
            None => self.receiver.recv().ok(),
            Some(timeout) => self.receiver.recv_timeout(timeout).ok(),
        };
        let events = first.into_iter().chain(self.receiver.try_iter().take(500));
        events.flat_map(|event| filtered(&mut self.background, event))
    }

    /// Reads a reply to the background query that is still on its way, so that it does not reach the shell as input.
    pub(crate) fn drain_background_reply(&mut self) {
        /// Longer than a local terminal takes to reply, shorter than a person notices.
        const MAX_WAIT: Duration = Duration::from_millis(100);
        while self.background.is_expected() {
            let Ok(first) = self.receiver.recv_timeout(MAX_WAIT) else { return };
            let batch = std::iter::once(first).chain(self.receiver.try_iter().take(500));
            let last = batch.map(|event| filtered(&mut self.background, event).len()).last();
            if last != Some(0) {
                // Other input would delay the exit; it has no meaning any more.
                return;
            }
        }
    }
}

/// The events that the reader does not hold back.
fn filtered<Remote>(reader: &mut BackgroundReader, event: AppEvent<Remote>) -> Vec<AppEvent<Remote>> {
    let AppEvent::Input(event) = event else { return vec![event] };
    let (events, background) = reader.receive(event);
    events.into_iter().map(AppEvent::Input).chain(background.map(AppEvent::Background)).collect()
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    fn queue_with(text: &str, first: KeyModifiers) -> EventQueue<()> {
        let queue = EventQueue::without_sources();
        for (index, ch) in text.chars().enumerate() {
            let modifiers = match (index, ch) {
                (0, _) => first,
                (_, '\u{7}') => KeyModifiers::CONTROL,
                _ => KeyModifiers::NONE,
            };
            let code = KeyCode::Char(if ch == '\u{7}' { 'g' } else { ch });
            queue.sender.send(AppEvent::Input(Event::Key(KeyEvent::new(code, modifiers)))).unwrap();
        }
        queue
    }

    fn left(queue: &mut EventQueue<()>) -> usize {
        queue.wait(Some(Duration::ZERO)).count()
    }

    #[test]
    fn a_pending_background_reply_is_drained_before_exit() {
        let mut queue = queue_with("]11;rgb:0000/0000/0000\u{7}", KeyModifiers::ALT);
        queue.expect_background_reply();
        queue.drain_background_reply();
        assert!(!queue.background.is_expected(), "the reply was not read");
        assert_eq!(left(&mut queue), 0);
    }

    #[test]
    fn exit_does_not_wait_for_a_reply_that_was_not_requested_or_follows_other_keys() {
        let mut queue = queue_with("jj", KeyModifiers::NONE);
        queue.drain_background_reply();
        assert_eq!(left(&mut queue), 2, "keys were dropped");
        let mut queue = queue_with("jj", KeyModifiers::NONE);
        queue.expect_background_reply();
        queue.drain_background_reply();
        assert!(queue.background.is_expected());
    }
}
