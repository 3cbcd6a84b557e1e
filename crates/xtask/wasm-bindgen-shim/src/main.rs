//! `wasm-bindgen` as Trunk calls it: the options Trunk passes, handed to the library.

use std::{env, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("wasm-bindgen: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let (mut input, mut out, mut keep_debug) = (None, None, false);
    bindgen.typescript(true).omit_default_module_path(false);

    while let Some(argument) = arguments.next() {
        let (name, inline) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (argument.as_str(), None),
        };
        let mut value = || inline.clone().or_else(|| arguments.next()).ok_or(format!("{name} needs a value"));
        match name {
            "--version" | "-V" => {
                println!("wasm-bindgen {}", env!("CARGO_PKG_VERSION"));
                return Ok(());
            }
            "--out-dir" => out = Some(PathBuf::from(value()?)),
            "--out-name" => {
                bindgen.out_name(&value()?);
            }
            "--target" => {
                match value()?.as_str() {
                    "web" => bindgen.web(true),
                    "no-modules" => bindgen.no_modules(true),
                    other => return Err(format!("target {other} is not one that Trunk asks for")),
                }
                .map_err(|error| format!("{error:?}"))?;
            }
            "--no-typescript" => {
                bindgen.typescript(false);
            }
            "--keep-debug" => keep_debug = true,
            "--no-demangle" => {
                bindgen.demangle(false);
            }
            option if option.starts_with("--") => return Err(format!("unknown option {option}")),
            path => input = Some(PathBuf::from(path)),
        }
    }

    // Trunk has no switch for the name section, a third of a small program's bytes.
    bindgen.keep_debug(keep_debug).remove_name_section(!keep_debug);
    let input = input.ok_or("no input file")?;
    let out = out.ok_or("--out-dir is missing")?;
    bindgen.input_path(input).generate(out).map_err(|error| format!("{error:?}"))
}
