//! Response time: from a key press to the last byte of the frame that answers it, beside minimal ratatui programs in a
//! terminal of the same size.
//!
//! `cargo bench --bench keys`. All programs run in pseudo-terminals and receive keys in turn, so that other load of the machine
//! slows all of them down: compare the ratios. The empty loop redraws one line that counts its keys: the lower limit of a
//! ratatui program. The full screen draws another letter into every cell: the lower limit of a new screen. The bare dashboard
//! has ratatui's own tabs, chart and table of 200 rows, of which a key selects the next one, and no data.
//!
//! Ratio to the empty loop, and in brackets to the full screen, measured on two cores of a virtual machine before cells were
//! written by ratatui (which sends about a third more bytes):
//!
//! ```text
//!                           120x36         200x60
//! select a row              2.30 (1.25)    2.52 (0.90)
//! move the crosshair        1.92 (1.07)    2.36 (0.86)
//! turn the page             2.78 (1.45)    3.45 (1.09)
//! step in time              2.19 (1.11)    2.73 (0.75)
//! change the chart mode     2.56 (1.25)    2.36 (0.61)
//! sort the rows             2.19 (1.17)    2.41 (0.52)
//! filter the rows           2.48 (1.26)    2.83 (0.96)
//! show the table            2.58 (1.33)    3.54 (1.24)
//! open Why                  3.31 (1.57)    3.52 (0.76)
//! search the palette        3.37 (1.64)    2.75 (0.94)
//! switch the language       2.84 (1.41)    4.32 (0.82)
//! switch the theme          2.77 (1.52)    5.81 (1.27)
//! ```

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{Event, KeyCode, read};
use ratatui::crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::widgets::{Axis, Block, Chart, Dataset, GraphType, Row, Table, TableState, Tabs};
use ratatui::{Frame, Terminal};

/// Draws a frame after this many keys.
type Drawing = fn(usize, &mut Frame<'_>);

/// The minimal programs, which this bench runs as itself: argument, name, what it draws.
const FLOORS: [(&str, &str, Drawing); 3] = [
    ("--empty-loop", "empty loop", empty_loop),
    ("--full-screen", "full screen", full_screen),
    ("--bare-dashboard", "bare dashboard", bare_dashboard),
];
/// The last bytes of a frame.
const END: &[u8] = b"\x1b[?2026l";
/// After this time without output, a frame is complete.
const QUIET: Duration = Duration::from_millis(8);
const PATIENCE: Duration = Duration::from_secs(10);
const SIZES: [(u16, u16); 2] = [(120, 36), (200, 60)];
const ROUNDS: usize = 25;

/// Names and keys. Each list of keys returns to the view it started from.
const CASES: [(&str, &[&str]); 12] = [
    ("select a row", &["j", "k"]),
    ("move the crosshair", &["\x1b[C", "\x1b[D"]),
    ("turn the page", &["2", "3", "4", "5", "6", "7", "1"]),
    ("step in time", &["[", "[", "]", "]"]),
    ("change the chart mode", &["3", "m", "m", "m", "m", "1"]),
    ("sort the rows", &["S", "S", "S", "S", "S", "S", "S", "S"]),
    ("filter the rows", &["/", "k", "i", "a", "\x1b"]),
    ("show the table", &["d", "d"]),
    ("open Why", &["\r", "\x1b"]),
    ("search the palette", &[":", "k", "i", "a", "\x1b"]),
    ("switch the language", &["g", "g", "g"]),
    ("switch the theme", &["t", "t", "t", "t"]),
];

/// A program in a pseudo-terminal.
struct Session {
    writer: Box<dyn Write + Send>,
    chunks: Receiver<(Instant, Vec<u8>)>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    fn start(program: &Path, arguments: &[&str], (cols, rows): (u16, u16)) -> anyhow::Result<Self> {
        let pair = native_pty_system().openpty(PtySize { rows, cols, ..PtySize::default() })?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env_remove("NO_COLOR");
        let child = pair.slave.spawn_command(command)?;
        let mut reader = pair.master.try_clone_reader()?;
        let (sender, chunks) = channel();
        thread::spawn(move || {
            let mut chunk = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut chunk) {
                if sender.send((Instant::now(), chunk[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer()?;
        let mut session = Self { writer, chunks, child, _master: pair.master };
        session.wait_for_frame(Instant::now());
        Ok(session)
    }

    /// The time from `from` to the last byte of a frame; none if nothing is drawn.
    fn wait_for_frame(&mut self, from: Instant) -> Option<Duration> {
        let (mut last, mut seen) = (None, Vec::new());
        loop {
            let is_complete = seen.ends_with(END);
            let patience = if is_complete { QUIET } else { PATIENCE };
            let Ok((at, chunk)) = self.chunks.recv_timeout(patience) else { return last };
            seen.extend(chunk);
            last = Some(at.saturating_duration_since(from));
        }
    }

    fn press(&mut self, key: &str) -> anyhow::Result<Duration> {
        let from = Instant::now();
        self.writer.write_all(key.as_bytes())?;
        self.writer.flush()?;
        self.wait_for_frame(from).ok_or_else(|| anyhow::anyhow!("nothing answered {key:?}"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(f64::NAN, |time| time.as_secs_f64() * 1e6)
}

#[expect(clippy::print_stdout, reason = "a bench reports on its standard output")]
fn measure() -> anyhow::Result<()> {
    let program = Path::new(env!("CARGO_BIN_EXE_planfact"));
    let own = std::env::current_exe()?;
    println!(
        "from a key to the last byte of its frame, medians in microseconds; in brackets how many times that of the floor\n"
    );
    for size in SIZES {
        let mut planfact = Session::start(program, &["--as-of", "2026-06-30", "--lang", "en"], size)?;
        let floors = FLOORS.iter().map(|(argument, ..)| Session::start(&own, &[argument], size));
        let mut floors = floors.collect::<anyhow::Result<Vec<_>>>()?;
        print!("{:<26}{:>10}", format!("{}x{}", size.0, size.1), "planfact");
        for (_, name, _) in FLOORS {
            print!("{name:>20}");
        }
        println!();
        for (name, keys) in CASES {
            let (mut ours, mut theirs) = (Vec::new(), [const { Vec::new() }; FLOORS.len()]);
            for key in std::iter::repeat_n(keys, ROUNDS).flatten() {
                ours.push(planfact.press(key)?);
                for (floor, times) in floors.iter_mut().zip(&mut theirs) {
                    times.push(floor.press("j")?);
                }
            }
            let ours = median(&mut ours);
            print!("{name:<26}{ours:>10.0}");
            for floor in theirs.iter_mut().map(|times| median(times)) {
                print!("{:>20}", format!("{floor:.0} ({:.2})", ours / floor));
            }
            println!();
        }
        println!();
    }
    Ok(())
}

/// Draws a frame after every key.
fn draw_at_keys(mut draw: impl FnMut(usize, &mut Frame<'_>)) -> anyhow::Result<()> {
    enable_raw_mode()?;
    let mut out = std::io::BufWriter::with_capacity(1 << 16, std::io::stdout());
    execute!(out, EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(out))?;
    for keys in 0.. {
        terminal.draw(|frame| draw(keys, frame))?;
        queue!(terminal.backend_mut(), EndSynchronizedUpdate)?;
        std::io::Write::flush(terminal.backend_mut())?;
        while !matches!(read()?, Event::Key(key) if key.code != KeyCode::Null) {}
    }
    execute!(terminal.backend_mut(), LeaveAlternateScreen)?;
    disable_raw_mode()?;
    Ok(())
}

fn empty_loop(keys: usize, frame: &mut Frame<'_>) {
    frame.render_widget(format!("{keys} keys"), frame.area());
}

fn full_screen(keys: usize, frame: &mut Frame<'_>) {
    let letter = char::from(b'a' + u8::try_from(keys % 26).unwrap_or_default());
    for cell in &mut frame.buffer_mut().content {
        cell.set_char(letter);
    }
}

fn bare_dashboard(keys: usize, frame: &mut Frame<'_>) {
    let [tabs, above, below] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Fill(1)]).areas(frame.area());
    frame.render_widget(Tabs::new(["Overview", "Targets", "Output", "Plants"]).select(keys % 4), tabs);
    let points =
        |height: f64| (0..60).map(f64::from).map(move |x| (x, (x / 9.0).sin() * height + 50.0)).collect::<Vec<_>>();
    let (plan, fact) = (points(40.0), points(30.0));
    let line = |points| Dataset::default().marker(Marker::Braille).graph_type(GraphType::Line).data(points);
    let chart = Chart::new(vec![line(&plan), line(&fact)])
        .block(Block::bordered().title("plan and fact"))
        .x_axis(Axis::default().bounds([0.0, 60.0]).labels(["2012", "2018", "2025"]))
        .y_axis(Axis::default().bounds([0.0, 100.0]).labels(["0", "50", "100"]));
    frame.render_widget(chart, above);
    let rows =
        (0..200).map(|row| Row::new([format!("promise {row}"), format!("{}", row * 137 % 1009), "met".to_owned()]));
    let table = Table::new(rows, [Constraint::Fill(2), Constraint::Fill(1), Constraint::Length(10)])
        .block(Block::bordered())
        .row_highlight_style(Style::new().reversed());
    frame.render_stateful_widget(table, below, &mut TableState::default().with_selected(Some(keys % 200)));
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match FLOORS.iter().find(|(argument, ..)| arguments.iter().any(|given| given == argument)) {
        Some((_, _, draw)) => draw_at_keys(draw),
        None => measure(),
    }
}
