//! Reads and checks the bundled dataset at build time, with the program's own code, and stores it packed.
//! An invalid dataset stops the build; each problem is printed with an excerpt of the text.
#![expect(clippy::print_stderr, reason = "a build script speaks by printing")]

#[path = "src/dataset/mod.rs"]
#[expect(dead_code, unreachable_pub, reason = "it is the program's: only reading and packing are used here")]
mod dataset;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// Path of the bundled dataset, relative to the package.
const RECORD: &str = "assets/kazakhstan-motor.json";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={RECORD}");
    let packed =
        fs::read_to_string(RECORD).map_err(|error| format!("{RECORD}: {error}")).and_then(|text| packed(&text));
    let written = packed.and_then(|record| {
        let folder = std::env::var_os("OUT_DIR").map(PathBuf::from).ok_or("there is no OUT_DIR")?;
        fs::write(folder.join("kazakhstan-motor.packed"), record).map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The dataset as bytes, or the rendered problems.
fn packed(text: &str) -> Result<Vec<u8>, String> {
    let pictures = |problems: Vec<dataset::diagnose::problem::Problem>| -> String {
        problems.iter().map(|problem| problem.render_excerpt(text, RECORD) + "\n\n").collect()
    };
    let dataset = dataset::load(text).map_err(pictures)?;
    dataset::packed::pack(&dataset).map_err(|error| error.to_string())
}
