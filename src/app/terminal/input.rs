//! The thread that reads the terminal.

pub(super) use platform::read;

#[cfg(unix)]
mod platform {
    use std::io;
    use std::os::fd::AsFd as _;

    use nix::errno::Errno;
    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
    use nix::unistd;

    use crate::app::terminal::sequences::{Input, SequenceReader};

    /// Passes what the terminal sends to `send`, until that returns false or the terminal can no longer be read.
    pub(in crate::app::terminal) fn read(mut send: impl FnMut(Input) -> bool) {
        let stdin = io::stdin();
        let mut reader = SequenceReader::default();
        let mut bytes = [0; 4096];
        loop {
            let timeout = reader.patience().and_then(|patience| patience.try_into().ok()).unwrap_or(PollTimeout::NONE);
            let inputs = match poll(&mut [PollFd::new(stdin.as_fd(), PollFlags::POLLIN)], timeout) {
                Ok(0) => reader.give_up().into_iter().collect(),
                Err(Errno::EINTR) => continue,
                // Systems that cannot poll a terminal can still read it.
                _ => match unistd::read(stdin.as_fd(), &mut bytes) {
                    Ok(count @ 1..) => reader.receive(&bytes[..count]),
                    Err(Errno::EINTR | Errno::EAGAIN) => continue,
                    Ok(0) | Err(_) => return,
                },
            };
            if !inputs.into_iter().all(&mut send) {
                return;
            }
        }
    }
}

#[cfg(not(unix))]
mod platform {
    use ratatui::crossterm::event;

    use crate::app::terminal::sequences::Input;

    pub(in crate::app::terminal) fn read(mut send: impl FnMut(Input) -> bool) {
        while event::read().is_ok_and(|event| send(Input::Event(event))) {}
    }
}
