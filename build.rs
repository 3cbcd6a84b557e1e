//! corpus/ → compiler → $OUT_DIR/corpus.archive, which the page embeds. `ONRECORD_CORPUS` names another folder. With
//! the feature `parts` the archive lies in parts beside the page, and nothing is embedded.

use compiler::{folder::Folder, problem::Severity};
use std::{env, fs, path::PathBuf, process::exit};

fn main() {
    let own = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("corpus");
    let corpus = env::var_os("ONRECORD_CORPUS").map_or(own, PathBuf::from);
    println!("cargo:rerun-if-env-changed=ONRECORD_CORPUS");
    println!("cargo:rerun-if-changed={}", corpus.display());
    if env::var_os("CARGO_FEATURE_PARTS").is_some() {
        return;
    }
    let folder = Folder::read(&corpus).unwrap_or_else(|error| fail(&format!("{}: {error}", corpus.display())));
    let compiled = compiler::compile(&folder);
    for problem in compiled.problems.iter().filter(|problem| problem.severity == Severity::Warning) {
        println!("cargo:warning={}", problem.message.replace('\n', " "));
    }
    let Some(archive) = compiled.archive else { fail(&compiler::show::human(&compiled.problems, &folder)) };
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("corpus.archive");
    fs::write(&out, archive).unwrap_or_else(|error| fail(&format!("{}: {error}", out.display())));
}

fn fail(message: &str) -> ! {
    eprintln!("{message}");
    exit(1)
}
