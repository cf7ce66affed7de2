//! The program: the clock, the arguments, the exit code. Everything else is in the library.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use planfact::app::terminal::signals;
use planfact::commands::{self, CommandOutput, Exit};
use planfact::settings::{HostEnvironment, Interactivity};

fn main() -> ExitCode {
    let outcome = commands::run(env::args_os(), &environment());
    let told = io::stderr().write_all(outcome.stderr.as_bytes());
    let exit = match print(&outcome) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            // Where even this cannot be said, the exit code says it.
            let _ = writeln!(io::stderr(), "planfact: standard output: {error}");
            Exit::Environment
        }
        _ => outcome.exit,
    };
    if let (Exit::Killed(signal), Ok(())) = (exit, told) {
        signals::die_by_signal(signal);
    }
    ExitCode::from(exit.code())
}

/// Prints what a command has to say; whoever stops listening has heard enough.
fn print(outcome: &CommandOutput) -> io::Result<()> {
    if outcome.stdout.is_empty() {
        return Ok(());
    }
    let mut stdout = io::stdout().lock();
    stdout.write_all(outcome.stdout.as_bytes())?;
    stdout.flush()
}

fn environment() -> HostEnvironment {
    let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
    let env_vars: BTreeMap<_, _> = env::vars_os().map(|(name, value)| (text(name), text(value))).collect();
    let is_person = io::stdin().is_terminal() && io::stdout().is_terminal();
    let interactivity = if is_person { Interactivity::Interactive } else { Interactivity::Batch };
    let time_of_day = || chrono::Local::now().time();
    HostEnvironment {
        today: chrono::Local::now().date_naive(),
        env_vars,
        interactivity,
        clock: std::time::Instant::now,
        time_of_day,
    }
}
