//! A pseudo-terminal with the program in it, and an emulator of its screen.
//!
//! Tests do not sleep: they wait until the screen shows what they expect, up to a deadline.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Only a failing test waits this long.
const DEADLINE: Duration = Duration::from_secs(60);

/// The program in a terminal.
pub(super) struct Session {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Running,
    bytes: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// All bytes written to the terminal.
    pub(super) raw: Vec<u8>,
    /// Terminal settings before the program ran.
    before: String,
}

/// The program under test.
pub(super) fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_planfact"))
}

/// Arguments that fix the date and the language.
pub(super) const FIXED: [&str; 4] = ["--as-of", "2026-06-30", "--lang", "en"];

impl Session {
    /// The dashboard in a terminal of 100 columns and 30 rows.
    pub(super) fn dashboard() -> Self {
        Self::start(&program(), &FIXED, &[])
    }

    /// A program in a terminal of 100 columns and 30 rows, with further environment variables.
    pub(super) fn start(program: &Path, arguments: &[&str], vars: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.args(arguments);
        for (name, value) in vars {
            command.env(name, value);
        }
        let size = PtySize { rows: 30, cols: 100, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = settings(pair.master.as_ref());
        let child = Running(pair.slave.spawn_command(command).unwrap());
        let (sender, bytes) = channel();
        let mut reader = pair.master.try_clone_reader().unwrap();
        thread::spawn(move || {
            let mut chunk = vec![0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut chunk) {
                if sender.send(chunk[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let parser = vt100::Parser::new(cells(size.rows), cells(size.cols), 0);
        Self { master: pair.master, writer, child, bytes, parser, raw: Vec::new(), before }
    }

    /// Presses keys.
    pub(super) fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Clicks at a column and a row, from 0.
    pub(super) fn click(&mut self, (column, row): (u16, u16)) {
        let (column, row) = (column + 1, row + 1);
        self.press(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
    }

    /// Turns the wheel down at a column and a row.
    pub(super) fn wheel(&mut self, (column, row): (u16, u16)) {
        self.press(&format!("\x1b[<65;{};{}M", column + 1, row + 1));
    }

    /// Waits until a condition of the screen holds.
    pub(super) fn wait(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while self.is_mid_frame() || !wanted(self.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("never seen: {what}\nthe screen:\n{}", self.text());
                }
            }
        }
    }

    /// Presses keys until the screen shows a text, as a person does who sees nothing happen.
    pub(super) fn press_until(&mut self, keys: &str, text: &str) {
        /// Longer than the program waits for the rest of a sequence.
        const PATIENCE: Duration = Duration::from_secs(2);
        let deadline = Instant::now() + DEADLINE;
        while !self.text().contains(text) {
            assert!(Instant::now() < deadline, "never seen: {text}\nthe screen:\n{}", self.text());
            self.press(keys);
            while let Ok(bytes) = self.bytes.recv_timeout(PATIENCE) {
                self.take(&bytes);
                if self.text().contains(text) {
                    break;
                }
            }
        }
    }

    /// Waits until the screen shows a text.
    pub(super) fn see(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen no longer shows a text.
    pub(super) fn see_no(&mut self, text: &str) {
        self.wait(&format!("no {text}"), |screen| !screen.contents().contains(text));
    }

    /// The screen as text.
    pub(super) fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// A cell of the screen.
    pub(super) fn cell(&self, column: u16, row: u16) -> &vt100::Cell {
        self.parser.screen().cell(row, column).unwrap()
    }

    /// Column and row of the first character of a text.
    pub(super) fn position_of(&self, text: &str) -> (u16, u16) {
        let screen = self.parser.screen();
        let rows: Vec<String> = screen.rows(0, screen.size().1.get()).collect();
        let found = rows.iter().enumerate().find_map(|(row, line)| Some((line.find(text)?, row, line)));
        let Some((at, row, line)) = found else { panic!("{text} is not on the screen:\n{}", rows.join("\n")) };
        (u16::try_from(line[..at].chars().count()).unwrap(), u16::try_from(row).unwrap())
    }

    /// Closes the terminal and returns the exit status of the program.
    pub(super) fn close(mut self) -> ExitStatus {
        // The reading thread holds the terminal open until it cannot send what it has read.
        drop(std::mem::replace(&mut self.bytes, channel().1));
        self.press("j");
        let Self { master, writer, mut child, .. } = self;
        drop((master, writer));
        let deadline = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = child.0.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < deadline, "the program runs on without a terminal");
            thread::yield_now();
        }
    }

    /// Gives the terminal another size.
    pub(super) fn resize(&mut self, cols: u16, rows: u16) {
        self.parser.screen_mut().set_size(cells(rows), cells(cols));
        self.master.resize(PtySize { rows, cols, ..PtySize::default() }).unwrap();
    }

    /// Sends a signal to the program.
    pub(super) fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.child.0.process_id().unwrap()).unwrap();
        kill(Pid::from_raw(pid), signal).unwrap();
    }

    /// Sends a signal to the program in the foreground of a shell.
    pub(super) fn signal_job(&self, signal: Signal) {
        let leader = self.master.process_group_leader().unwrap();
        kill(Pid::from_raw(leader), signal).unwrap();
    }

    /// Waits for the end of the program and reads its remaining output.
    pub(super) fn end(&mut self) -> ExitStatus {
        let status = self.child.0.wait().unwrap();
        // Reading fails once no process has the terminal open.
        while let Ok(bytes) = self.bytes.recv_timeout(if cfg!(target_os = "linux") { DEADLINE } else { Duration::ZERO })
        {
            self.take(&bytes);
        }
        status
    }

    /// Fails unless the terminal is in the state from before the program ran.
    pub(super) fn is_restored(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is still on");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is still on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "mouse reporting is still on");
        assert_eq!(settings(self.master.as_ref()), self.before, "the terminal settings differ");
    }

    /// Whether the dashboard has entered the terminal.
    pub(super) fn has_terminal(screen: &vt100::Screen) -> bool {
        screen.alternate_screen() && screen.hide_cursor()
    }

    /// Whether a frame has started and not ended.
    fn is_mid_frame(&self) -> bool {
        let last = |what: &[u8]| self.raw.windows(what.len()).rposition(|window| window == what);
        last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.raw.extend_from_slice(bytes);
    }
}

/// A program that is killed with its test.
struct Running(Box<dyn Child + Send + Sync>);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

/// The terminal settings (termios).
fn settings(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios())
}

pub(super) fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}
