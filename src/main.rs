//! The program: clock, environment, arguments, output and exit code. Everything else is in the library.

use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use planfact::commands;
use planfact::commands::output::Exit;
use planfact::settings::environment::{HostEnvironment, Interactivity};

fn main() -> ExitCode {
    let output = commands::run(env::args_os(), &environment());
    let stderr_result = io::stderr().write_all(output.stderr.as_bytes());
    let exit = match print(&output.stdout) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            // If standard error fails too, the exit code still tells.
            let _ = writeln!(io::stderr(), "planfact: standard output: {error}");
            Exit::Environment
        }
        _ => output.exit,
    };
    if let (Exit::Killed(signal), Ok(())) = (exit, stderr_result) {
        planfact::app::terminal::signals::die_by_signal(signal);
    }
    ExitCode::from(exit.code())
}

fn print(text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

fn environment() -> HostEnvironment {
    let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
    let is_interactive = io::stdin().is_terminal() && io::stdout().is_terminal();
    HostEnvironment {
        today: chrono::Local::now().date_naive(),
        env_vars: env::vars_os().map(|(name, value)| (text(name), text(value))).collect(),
        interactivity: if is_interactive { Interactivity::Interactive } else { Interactivity::Batch },
        clock: std::time::Instant::now,
        time_of_day: || chrono::Local::now().time(),
    }
}
