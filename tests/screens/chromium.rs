//! SVG and HTML as Chromium shows them: every letter stands in its cell.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Appends what a browser measures: origin and width of the screen, then each letter with its left edge and its middle.
const SCRIPT: &str = "<script>
const box = document.querySelector('pre')?.getBoundingClientRect();
const root = document.documentElement;
const places = box ? [box.left, box.top, box.width] : [12, 12, root.width?.baseVal.value - 24];
for (const part of document.querySelectorAll('text, pre')) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    for (let index = 0; index !== node.length; index++) {
      if (node.data[index].trim() === '') continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const { left, top, bottom } = range.getBoundingClientRect();
      places.push(node.data.charCodeAt(index), left, (top + bottom) / 2);
    }
  }
}
root.setAttribute('data-places', places.join(' '));
</script>";

/// Debian's name first. Set `PLANFACT_CHROMIUM=required` to fail where there is none.
fn browser() -> Option<&'static str> {
    let runs = |name: &&str| Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let found = ["chromium", "chromium-browser", "google-chrome"].into_iter().find(|name| runs(name).is_ok());
    assert!(
        found.is_some() || std::env::var("PLANFACT_CHROMIUM").as_deref() != Ok("required"),
        "no Chromium is installed"
    );
    found
}

/// What `planfact screen` prints.
fn screen(view: &[&str], format: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planfact"));
    let output = command.arg("screen").args(view).args(["--as-of", "2026-06-30", "--format", format]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The numbers that the script leaves in a document.
fn measured(browser: &str, name: &str, document: &str) -> Vec<f64> {
    let folder = std::env::temp_dir().join(format!("planfact-chromium-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path: PathBuf = folder.join(name);
    std::fs::write(&path, document).unwrap();
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--dump-dom"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("file://{}", path.display()))
        .stderr(Stdio::null())
        .output()
        .unwrap();
    let _ = std::fs::remove_dir_all(&folder);
    let dom = String::from_utf8(output.stdout).unwrap();
    let (_, rest) = dom.split_once("data-places=\"").unwrap_or_else(|| panic!("{name}: nothing measured:\n{dom}"));
    let (numbers, _) = rest.split_once('"').unwrap();
    numbers.split(' ').map(|number| number.parse().unwrap()).collect()
}

/// Fails where a letter is not drawn in its cell.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place outside of the screen has no letter"
)]
fn letters_stand_in_their_cells(browser: &str, name: &str, view: &[&str]) {
    let rows: Vec<Vec<char>> = screen(view, "text").lines().map(|line| line.chars().collect()).collect();
    let is_shape = |letter: char| matches!(letter, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}');
    let wanted = rows.iter().flatten().filter(|letter| !letter.is_whitespace() && !is_shape(**letter)).count();
    for (format, last) in [("svg", "</svg>"), ("html", "</body>")] {
        let document = screen(view, format).replace(last, &format!("{SCRIPT}\n{last}"));
        let numbers = measured(browser, &format!("{name}.{format}"), &document);
        let (screen, letters) = numbers.split_at(3);
        let cell = screen[2] / 120.0;
        let mut seen = 0;
        for letter in letters.chunks_exact(3) {
            let code = char::from_u32(letter[0] as u32).unwrap();
            if is_shape(code) {
                continue;
            }
            let (column, row) = ((letter[1] - screen[0]) / cell, (letter[2] - screen[1]) / 20.0);
            let found = rows.get(row as usize).and_then(|row| row.get(column.round() as usize));
            let place = format!("{name}.{format}: {code} at column {column:.2}, row {row:.2}");
            assert_eq!(found, Some(&code), "{place}");
            assert!((column - column.round()).abs() < 0.3, "{place}");
            seen += 1;
        }
        assert_eq!(seen, wanted, "{name}.{format}: letters are missing");
    }
}

#[test]
fn every_letter_stands_in_its_cell_in_chromium() {
    let Some(browser) = browser() else {
        eprintln!("skipped: no Chromium is installed");
        return;
    };
    let size = ["--size", "120x36"];
    letters_stand_in_their_cells(browser, "overview", &[&["overview", "--lang", "en"], &size[..]].concat());
    letters_stand_in_their_cells(browser, "plants", &[&["plants", "--lang", "kk"], &size[..]].concat());
    letters_stand_in_their_cells(browser, "targets", &[&["targets", "--lang", "ru"], &size[..]].concat());
}
