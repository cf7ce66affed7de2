//! Signals and job control: which signals are handled, and how the process suspends or ends as a signal would.

pub(crate) use platform::can_suspend;
pub use platform::die_by_signal;
pub(super) use platform::{forward_signals, is_in_background, suspend, watch_hangup};

/// A signal that is handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signal {
    /// Ends the program. Holds the number: SIGTERM, SIGHUP, SIGINT, SIGQUIT.
    Terminate(i32),
    Suspend,
    Continue,
    Resized,
}

/// Which processes are suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SuspendScope {
    /// The foreground process group, as Ctrl-Z does: this process then receives [`Signal::Suspend`].
    WholeJob,
    /// This process, at once.
    ThisProcess,
    /// This process, continued in the background, as one that changes the terminal there.
    BackgroundJob,
}

#[cfg(unix)]
mod platform {
    use std::io;
    use std::os::fd::AsFd as _;
    use std::thread;

    use nix::errno::Errno;
    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
    use nix::sys::signal;
    use nix::unistd::{self, Pid};
    use ratatui::crossterm::terminal;
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGTTOU, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use super::{Signal, SuspendScope};

    /// The process group of the caller, as `kill` takes it.
    const OWN_PROCESS_GROUP: Pid = Pid::from_raw(0);

    /// Registers the signals and passes each to `send` from a thread, until that returns false.
    pub(in crate::app::terminal) fn forward_signals(send: impl Fn(Signal) -> bool + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::Builder::new().name("signals".into()).spawn(move || {
            let mut received = Vec::new();
            for number in &mut signals {
                let signal = match number {
                    SIGTSTP => Signal::Suspend,
                    SIGCONT => Signal::Continue,
                    SIGWINCH => Signal::Resized,
                    _ => Signal::Terminate(number),
                };
                if let Signal::Terminate(_) = signal {
                    if received.contains(&number) {
                        // Handling of the first one is blocked by a terminal that accepts no output.
                        let _ = terminal::disable_raw_mode();
                        die_by_signal(number);
                    }
                    received.push(number);
                }
                if !send(signal) {
                    return;
                }
            }
        })?;
        Ok(())
    }

    /// Calls `hung_up` once nothing holds the other end of the terminal. SIGHUP reaches only the session leader, and the
    /// thread that reads keys would spin on end of file.
    pub(in crate::app::terminal) fn watch_hangup(
        output: io::Stdout,
        hung_up: impl FnOnce() + Send + 'static,
    ) -> io::Result<()> {
        thread::Builder::new().name("terminal".into()).spawn(move || {
            // No event is requested: a hangup is always reported.
            let mut polled = [PollFd::new(output.as_fd(), PollFlags::empty())];
            while let Err(Errno::EINTR) = poll(&mut polled, PollTimeout::NONE) {}
            // Systems that cannot poll a terminal report something else.
            let hangup = PollFlags::POLLHUP | PollFlags::POLLERR;
            if polled[0].revents().is_some_and(|events| events.intersects(hangup)) {
                hung_up();
            }
        })?;
        Ok(())
    }

    /// Ends the process as the default handler of the signal does.
    pub fn die_by_signal(signal: i32) {
        let _ = low_level::emulate_default_handler(signal);
    }

    pub(in crate::app::terminal) fn suspend(scope: SuspendScope) {
        let _ = match scope {
            SuspendScope::WholeJob => signal::kill(OWN_PROCESS_GROUP, signal::SIGTSTP).map_err(io::Error::from),
            SuspendScope::ThisProcess => low_level::raise(SIGSTOP),
            SuspendScope::BackgroundJob => low_level::raise(SIGTTOU),
        };
    }

    /// Whether the terminal belongs to another process group now, such as the shell.
    pub(in crate::app::terminal) fn is_in_background() -> bool {
        unistd::tcgetpgrp(io::stdin()).is_ok_and(|foreground| foreground != unistd::getpgrp())
    }

    /// Whether a shell could continue the process: false for the session leader, such as the command of a terminal window.
    pub(crate) fn can_suspend() -> bool {
        // In a container the leader may be outside and have the id 0.
        unistd::getsid(None).is_ok_and(|leader| leader != unistd::getpid())
    }
}

#[cfg(not(unix))]
mod platform {
    //! Systems without signals: keys do their work.

    use std::io;

    use super::{Signal, SuspendScope};

    pub(in crate::app::terminal) fn forward_signals(_: impl Fn(Signal) -> bool + Send + 'static) -> io::Result<()> {
        Ok(())
    }

    pub(in crate::app::terminal) fn watch_hangup(_: io::Stdout, _: impl FnOnce() + Send + 'static) -> io::Result<()> {
        Ok(())
    }

    /// Does nothing.
    pub fn die_by_signal(_: i32) {}

    pub(in crate::app::terminal) fn suspend(_: SuspendScope) {}

    pub(in crate::app::terminal) fn is_in_background() -> bool {
        false
    }

    pub(crate) fn can_suspend() -> bool {
        false
    }
}
