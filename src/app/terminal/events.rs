//! Input, signals and remote messages in one channel that the event loop waits on.
//!
//! Three threads block in the kernel: for signals, for input and for a hangup of the terminal. What a remote message is
//! and who sends it is not known here.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::Event;

use crate::app::terminal::background::{Background, background_of_reply};
use crate::app::terminal::sequences::Input;
use crate::app::terminal::signals::{self, Signal};
use crate::app::terminal::{input, session};

/// An event from outside.
#[derive(Debug)]
pub(crate) enum AppEvent<Remote> {
    /// A key, a mouse event or a paste.
    Input(Event),
    /// Reply to the background query.
    Background(Background),
    /// Reply that the terminal draws signs of ambiguous width two columns wide.
    WideSigns,
    /// A signal.
    Signal(Signal),
    /// The terminal can no longer be read.
    TerminalClosed,
    /// A message from another process.
    Remote(Remote),
}

/// The channel, with signals already arriving.
pub(crate) struct EventQueue<Remote> {
    sender: Sender<Incoming<Remote>>,
    receiver: Receiver<Incoming<Remote>>,
    expected: ExpectedReplies,
}

/// What is in the channel.
enum Incoming<Remote> {
    Terminal(Input),
    Event(AppEvent<Remote>),
}

/// The replies that the terminal still owes. Others are late, repeated or for another program, and ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ExpectedReplies {
    /// To the background query.
    pub background: bool,
    /// To the query of the width of signs.
    pub sign_width: bool,
}

impl<Remote: Send + 'static> EventQueue<Remote> {
    /// Opens the channel and registers the signals, so that none is missed from here on.
    pub(crate) fn open() -> io::Result<Self> {
        let queue = Self::without_sources();
        let sender = queue.sender.clone();
        signals::forward_signals(move |signal| sender.send(Incoming::Event(AppEvent::Signal(signal))).is_ok())?;
        Ok(queue)
    }

    fn without_sources() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, expected: ExpectedReplies::default() }
    }

    /// Starts to read the terminal, which has to be in raw mode.
    pub(crate) fn start_input(&self) -> io::Result<()> {
        let sender = self.sender.clone();
        signals::watch_hangup(session::output(), move || {
            let _ = sender.send(Incoming::Event(AppEvent::TerminalClosed));
        })?;
        let sender = self.sender.clone();
        thread::Builder::new().name("input".into()).spawn(move || {
            input::read(|input| sender.send(Incoming::Terminal(input)).is_ok());
            let _ = sender.send(Incoming::Event(AppEvent::TerminalClosed));
        })?;
        Ok(())
    }

    /// Puts remote messages into the channel; returns false once the queue is gone.
    pub(crate) fn remote_sender(&self) -> impl Fn(Remote) -> bool + Clone + Send + use<Remote> {
        let sender = self.sender.clone();
        move |message| sender.send(Incoming::Event(AppEvent::Remote(message))).is_ok()
    }

    /// Accepts one reply to each of these queries from now on.
    pub(crate) fn expect(&mut self, replies: ExpectedReplies) {
        self.expected = replies;
    }

    /// Waits for an event, at most for `timeout`, then yields it and up to 500 that follow without a wait.
    pub(crate) fn wait(&mut self, timeout: Option<Duration>) -> impl Iterator<Item = AppEvent<Remote>> + '_ {
        let first = match timeout {
            None => self.receiver.recv().ok(),
            Some(timeout) => self.receiver.recv_timeout(timeout).ok(),
        };
        let incoming = first.into_iter().chain(self.receiver.try_iter().take(500));
        incoming.filter_map(|incoming| app_event(&mut self.expected, incoming))
    }

    /// Reads replies that are still on their way, so that they do not reach the shell as input.
    pub(crate) fn drain_replies(&mut self) {
        /// Longer than a local terminal takes to reply, shorter than a person notices.
        const MAX_WAIT: Duration = Duration::from_millis(100);
        while self.expected != ExpectedReplies::default() {
            let Ok(incoming) = self.receiver.recv_timeout(MAX_WAIT) else { return };
            let is_reply = matches!(incoming, Incoming::Terminal(Input::SystemCommand(_) | Input::CursorReport { .. }));
            app_event(&mut self.expected, incoming);
            if !is_reply {
                // Other input would delay the exit; it has no meaning any more.
                return;
            }
        }
    }
}

/// The event; none if it is a reply that has no meaning.
fn app_event<Remote>(expected: &mut ExpectedReplies, incoming: Incoming<Remote>) -> Option<AppEvent<Remote>> {
    match incoming {
        Incoming::Event(event) => Some(event),
        Incoming::Terminal(Input::Event(event)) => Some(AppEvent::Input(event)),
        Incoming::Terminal(Input::SystemCommand(reply)) => {
            let background = background_of_reply(&reply).filter(|_| expected.background)?;
            expected.background = false;
            Some(AppEvent::Background(background))
        }
        Incoming::Terminal(Input::CursorReport { column, .. }) if expected.sign_width => {
            expected.sign_width = false;
            // The sign stood in the first column.
            (column > 2).then_some(AppEvent::WideSigns)
        }
        Incoming::Terminal(Input::CursorReport { key, .. }) => key.map(AppEvent::Input),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    const BOTH: ExpectedReplies = ExpectedReplies { background: true, sign_width: true };

    fn queue(inputs: Vec<Input>) -> EventQueue<()> {
        let mut queue = EventQueue::without_sources();
        for input in inputs {
            queue.sender.send(Incoming::Terminal(input)).unwrap();
        }
        queue.expect(BOTH);
        queue
    }

    fn key() -> Input {
        Input::Event(Event::Key(KeyEvent::new(KeyCode::Char('j'), KeyModifiers::NONE)))
    }

    fn white() -> Input {
        Input::SystemCommand("11;rgb:ffff/ffff/ffff".into())
    }

    fn events(queue: &mut EventQueue<()>) -> Vec<String> {
        queue.wait(Some(Duration::ZERO)).map(|event| format!("{event:?}")).collect()
    }

    #[test]
    fn each_reply_counts_once_and_others_are_ignored() {
        let wide = || Input::CursorReport { column: 3, key: None };
        let foreground = Input::SystemCommand("10;rgb:0/0/0".into());
        let mut queue = queue(vec![foreground, white(), white(), wide(), wide()]);
        assert_eq!(events(&mut queue), ["Background(Light)", "WideSigns"]);
    }

    #[test]
    fn a_terminal_that_draws_signs_one_column_wide_is_no_event_and_f3_is_a_key_afterwards() {
        let f3 = || Input::CursorReport { column: 2, key: Some(Event::FocusGained) };
        let mut queue = queue(vec![f3(), f3()]);
        assert_eq!(events(&mut queue), ["Input(FocusGained)"]);
    }

    #[test]
    fn pending_replies_are_drained_before_exit() {
        let mut queue = queue(vec![Input::CursorReport { column: 2, key: None }, white(), key()]);
        queue.drain_replies();
        assert_eq!(queue.expected, ExpectedReplies::default());
        assert_eq!(events(&mut queue).len(), 1, "the key was dropped");
    }

    #[test]
    fn exit_does_not_wait_for_replies_that_were_not_requested_or_follow_other_keys() {
        let mut queue = queue(vec![key(), white()]);
        queue.drain_replies();
        assert_eq!(queue.expected, BOTH);
        queue.expect(ExpectedReplies::default());
        queue.drain_replies();
        assert_eq!(events(&mut queue), Vec::<String>::new(), "a reply that was not requested counts");
    }
}
