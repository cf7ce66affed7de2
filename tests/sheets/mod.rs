//! Spreadsheets: what they become, and which are refused.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use planfact::dataset::format::period::Due;
use planfact::dataset::format::value::{Amount, Hedge, Value};
use planfact::dataset::{self, records::Dataset};

mod command;
mod layouts;
mod manifest;
mod mutations;
mod workbooks;

/// A figure of an imported dataset.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Figure {
    is_plan: bool,
    metric: String,
    subject: String,
    /// First and last day.
    period: String,
    value: String,
    hedge: String,
}

/// A value as number and hedge; of a range both ends.
fn written(value: &Value) -> (String, String) {
    let amount = |amount: &Amount| amount.number.to_string();
    match value {
        Value::Amount(one) => {
            let hedge = match one.hedge {
                Hedge::Exact | Hedge::Plain => "",
                Hedge::About => "~",
                Hedge::Nearly => "<~",
                Hedge::MoreThan => ">",
                Hedge::AtLeast => ">=",
                Hedge::LessThan => "<",
                Hedge::AtMost => "<=",
            };
            (amount(one), hedge.to_owned())
        }
        Value::Range(low, high) => (format!("{}..{}", amount(low), amount(high)), "..".to_owned()),
        other => (format!("{other:?}"), String::new()),
    }
}

fn days(due: Due) -> String {
    let (first, last) = due.days();
    format!("{first}/{last}")
}

fn figures(dataset: &Dataset) -> BTreeSet<Figure> {
    let name = |text: &planfact::dataset::records::LocalizedText| {
        text.get(planfact::dataset::records::Language::En).to_owned()
    };
    let plans = dataset.targets.iter().map(|target| {
        let (value, hedge) = written(target.value.as_ref().unwrap());
        let (metric, subject) = (name(&dataset[target.metric].name), name(&dataset[target.subject].name));
        Figure { is_plan: true, metric, subject, period: days(target.due.unwrap()), value, hedge }
    });
    let facts = dataset.actuals.iter().map(|actual| {
        let (value, hedge) = written(&actual.value);
        let (metric, subject) = (name(&dataset[actual.metric].name), name(&dataset[actual.subject].name));
        Figure { is_plan: false, metric, subject, period: days(Due::In(actual.period)), value, hedge }
    });
    plans.chain(facts).collect()
}

/// Imports text with flags as on the command line; the figures, or the exit code and the message.
fn import_text(text: &[u8], flags: &[&str]) -> Result<BTreeSet<Figure>, (i32, String)> {
    let sheet = own_folder().join("plan.csv");
    std::fs::write(&sheet, text).unwrap();
    import_file(&sheet, flags)
}

fn import_file(sheet: &Path, flags: &[&str]) -> Result<BTreeSet<Figure>, (i32, String)> {
    let plan = own_folder().join("plan.json");
    let _ = std::fs::remove_file(&plan);
    let mut arguments = vec!["import", sheet.to_str().unwrap(), "-o", plan.to_str().unwrap()];
    arguments.extend(flags);
    let output = planfact(&arguments);
    if !output.status.success() {
        assert!(!plan.exists(), "a refused sheet is written");
        return Err((output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap()));
    }
    Ok(figures(&dataset::load(&std::fs::read_to_string(plan).unwrap()).unwrap()))
}

fn planfact(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planfact")).args(arguments).args(["--lang", "en"]).output().unwrap()
}

/// A folder that no other test uses.
fn own_folder() -> PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    temporary_folder(&format!("own-{}", NUMBER.fetch_add(1, Ordering::Relaxed)))
}

fn temporary_folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sheets").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sheets").join(name)
}
