//! The program: the clock, the arguments, the exit code. Everything else is in the library.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use planfact::app::incoming;
use planfact::commands::{self, Exit, Outcome};
use planfact::settings::{Reader, World};

fn main() -> ExitCode {
    let outcome = commands::run(env::args_os(), &world());
    let told = io::stderr().write_all(outcome.err.as_bytes());
    let exit = match print(&outcome) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            // Where even this cannot be said, the exit code says it.
            let _ = writeln!(io::stderr(), "planfact: standard output: {error}");
            Exit::Environment
        }
        _ => outcome.exit,
    };
    if let (Exit::Killed(signal), Ok(())) = (exit, told) {
        incoming::die_of(signal);
    }
    ExitCode::from(exit.code())
}

/// Prints what a command has to say; whoever stops listening has heard enough.
fn print(outcome: &Outcome) -> io::Result<()> {
    if outcome.out.is_empty() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    out.write_all(outcome.out.as_bytes())?;
    out.flush()
}

fn world() -> World {
    let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
    let vars: BTreeMap<_, _> = env::vars_os().map(|(name, value)| (text(name), text(value))).collect();
    let is_person = io::stdin().is_terminal() && io::stdout().is_terminal();
    let reader = if is_person { Reader::Person } else { Reader::Program };
    let wall = || chrono::Local::now().time();
    World { today: chrono::Local::now().date_naive(), vars, reader, clock: std::time::Instant::now, wall }
}
