//! What comes in from outside: keys and clicks, and signals, through one channel that can be waited on.
//!
//! Three threads sleep in the kernel until there is something: one for signals, one for keys, one for the end of the terminal.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event};

use crate::app::notes::TalkUpdate;
use crate::app::notes::server::RemoteKey;
use crate::app::terminal::background::Background;

/// Something from outside.
#[derive(Debug)]
pub enum AppEvent {
    /// A key, a click, a paste.
    Input(Event),
    /// The ground of the terminal, which it was asked for.
    Background(Background),
    /// A signal.
    Signal(Signal),
    /// The terminal can no longer be read.
    TerminalClosed,
    /// A key that was pressed at the speaker's notes.
    RemoteKey(RemoteKey),
    /// What the speaker's notes hear of a talk.
    TalkUpdate(TalkUpdate),
}

/// The signals that are handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// To end, by this number: SIGTERM, SIGHUP, SIGINT, SIGQUIT.
    Terminate(i32),
    /// To stop for a while: SIGTSTP.
    Suspend,
    /// To go on: SIGCONT.
    Continue,
    /// The terminal has another size: SIGWINCH.
    Resized,
}

/// The channel, with signals already arriving.
pub struct EventQueue {
    sender: Sender<AppEvent>,
    receiver: Receiver<AppEvent>,
}

impl EventQueue {
    /// Opens the channel and registers the signals, so that none is missed from here on.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn open() -> io::Result<Self> {
        let (sender, receiver) = channel();
        signals::forward_signals(sender.clone())?;
        Ok(Self { sender, receiver })
    }

    /// An inbox that hears nothing but what is put into it.
    #[cfg(test)]
    pub(in crate::app) fn with(all: impl IntoIterator<Item = AppEvent>) -> Self {
        let (sender, receiver) = channel();
        all.into_iter().for_each(|incoming| sender.send(incoming).unwrap());
        Self { sender, receiver }
    }

    /// Starts to read the terminal, which has to be in raw mode.
    ///
    /// # Errors
    /// If the system has no thread to spare.
    pub fn start_input(&self) -> io::Result<()> {
        signals::watch_terminal(self.sender.clone())?;
        let sender = self.sender.clone();
        thread::Builder::new().name("input".into()).spawn(move || {
            loop {
                let Ok(event) = event::read() else {
                    let _ = sender.send(AppEvent::TerminalClosed);
                    return;
                };
                if sender.send(AppEvent::Input(event)).is_err() {
                    return;
                }
            }
        })?;
        Ok(())
    }

    /// Where others put what comes in from them.
    #[must_use]
    pub fn sender(&self) -> Sender<AppEvent> {
        self.sender.clone()
    }

    /// Waits for something, at most for so long, then takes whatever else is there, up to some hundreds.
    pub fn wait(&self, most: Option<Duration>) -> impl Iterator<Item = AppEvent> + '_ {
        let first = match most {
            None => self.receiver.recv().ok(),
            Some(most) => self.receiver.recv_timeout(most).ok(),
        };
        first.into_iter().chain(self.receiver.try_iter().take(500))
    }
}

/// Ends the process as the signal would have.
pub fn die_by_signal(signal: i32) {
    signals::die_by_signal(signal);
}

/// Stops as a shell's job: the whole job for a key, which the terminal would have stopped, else only this process.
pub fn suspend(job: SuspendScope) {
    signals::suspend(job);
}

/// Whom to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuspendScope {
    /// Every process of the job, us included: the signal comes back to us as [`Signal::Suspend`].
    WholeJob,
    /// This process, at once.
    ThisProcess,
}

/// Whether somebody could continue us after a stop: not where we are what the terminal was opened for.
#[must_use]
pub fn can_suspend() -> bool {
    signals::can_suspend()
}

#[cfg(unix)]
mod signals {
    //! Signals of Unix.

    use std::io;
    use std::os::fd::AsFd;
    use std::sync::mpsc::Sender;
    use std::thread;

    use nix::errno::Errno;
    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
    use nix::sys::signal::{self, Signal as Unix};
    use nix::unistd::{self, Pid};
    use ratatui::crossterm::terminal;
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use super::{AppEvent, Signal, SuspendScope};

    /// What `kill` takes for the process group of the caller.
    const OUR_GROUP: Pid = Pid::from_raw(0);

    pub(in crate::app) fn forward_signals(sender: Sender<AppEvent>) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::Builder::new().name("signals".into()).spawn(move || {
            let mut asked = Vec::new();
            for number in &mut signals {
                if asked.contains(&number) {
                    // Asked to end a second time: the first one waits for a terminal that takes no more output.
                    let _ = terminal::disable_raw_mode();
                    low_level::emulate_default_handler(number).unwrap_or_default();
                }
                let signal = match number {
                    SIGTSTP => Signal::Suspend,
                    SIGCONT => Signal::Continue,
                    SIGWINCH => Signal::Resized,
                    end => Signal::Terminate(end),
                };
                if matches!(signal, Signal::Terminate(_)) {
                    asked.push(number);
                }
                if sender.send(AppEvent::Signal(signal)).is_err() {
                    return;
                }
            }
        })?;
        Ok(())
    }

    /// Tells when nobody holds the other end of the terminal any more: a signal says so only to the leader of the session,
    /// and who reads the keys would go round and round over it.
    pub(in crate::app) fn watch_terminal(sender: Sender<AppEvent>) -> io::Result<()> {
        thread::Builder::new().name("terminal".into()).spawn(move || {
            let output = io::stdout();
            // Nothing is waited for but what is always told: that the terminal is gone.
            let mut gone = [PollFd::new(output.as_fd(), PollFlags::empty())];
            while let Err(Errno::EINTR) = poll(&mut gone, PollTimeout::NONE) {}
            // Some systems cannot wait for a terminal, and say that instead.
            let end = PollFlags::POLLHUP | PollFlags::POLLERR;
            if gone[0].revents().is_some_and(|told| told.intersects(end)) {
                let _ = sender.send(AppEvent::TerminalClosed);
            }
        })?;
        Ok(())
    }

    pub(in crate::app) fn die_by_signal(signal: i32) {
        let _ = low_level::emulate_default_handler(signal);
    }

    pub(in crate::app) fn suspend(job: SuspendScope) {
        let _ = match job {
            SuspendScope::WholeJob => signal::kill(OUR_GROUP, Unix::SIGTSTP).map_err(io::Error::from),
            SuspendScope::ThisProcess => low_level::raise(SIGSTOP),
        };
    }

    pub(in crate::app) fn can_suspend() -> bool {
        // In a container the leader may be outside and have the number 0, which is not ours either.
        unistd::getsid(None).is_ok_and(|leader| leader != unistd::getpid())
    }
}

#[cfg(not(unix))]
mod signals {
    //! Where there are no signals, the keys do.

    use std::io;
    use std::sync::mpsc::Sender;

    use super::{AppEvent, SuspendScope};

    pub(in crate::app) fn forward_signals(_: Sender<AppEvent>) -> io::Result<()> {
        Ok(())
    }

    pub(in crate::app) fn watch_terminal(_: Sender<AppEvent>) -> io::Result<()> {
        Ok(())
    }

    pub(in crate::app) fn die_by_signal(_: i32) {}

    pub(in crate::app) fn suspend(_: SuspendScope) {}

    pub(in crate::app) fn can_suspend() -> bool {
        false
    }
}
