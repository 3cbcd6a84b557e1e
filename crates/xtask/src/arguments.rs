//! The command line: a command, its options, and what is handed on.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

pub const USAGE: &str = "\
cargo xtask serve        installs what is missing, builds the page and serves it on http://127.0.0.1:8080
cargo xtask test         installs what is missing, runs every check and test
cargo xtask build        dist/, ready for any static host, in any folder
cargo xtask dev          the same in trunk serve, which reloads on every change
cargo xtask bench        the benches; what stands after -- is handed on to them; bench frames: those in the browser;
                         bench --peers [--size 1k|10k|100k|1M] [--only facets,text,pairs,layout,page,bytes]:
                         beside other programs
cargo xtask screenshots  pictures of addresses (\"?view=network\" …; without, of every view) into target/screenshots/, at many
                         sizes, in every mode, with sheets that show them side by side
cargo xtask hostile      writes a corpus with script, turned text and endless words into target/hostile/corpus/, to look at
cargo xtask setup        only installs what serve, build and dev need

  --all-engines  the journeys in Firefox and WebKit too (test)
  --single-file  beside the others, one file that opens from disk (build)
  --pages        beside the others, one plain page a document, in doc/ (build, serve)
  --dist DIR     a page that is built already, instead of building one (screenshots)
  --address URL  where dist/ will stand, which those pages then name (build)
  --corpus DIR   another corpus folder (serve, build, dev, bench, screenshots); so does the variable ONRECORD_CORPUS
  --port N       another port (serve, dev)";

const COMMANDS: [&str; 10] =
    ["serve", "test", "build", "dev", "bench", "screenshots", "hostile", "setup", "finish-dist", "help"];

#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    pub command: String,
    /// Absolute, and there.
    pub corpus: Option<PathBuf>,
    pub port: u16,
    /// Whether the page is also wanted in one file.
    pub single_file: bool,
    /// Whether each document is also wanted on a page of its own.
    pub pages: bool,
    /// Where the page will stand; only pages of documents name it.
    pub address: Option<String>,
    /// Whether the journeys are wanted in every engine.
    pub all_engines: bool,
    /// A page that is built already; absolute, and there.
    pub dist: Option<PathBuf>,
    /// What the command hands on.
    pub rest: Vec<String>,
}

impl Arguments {
    /// `corpus` is what the environment says; the option goes before it. Errors are words for the person typing.
    pub fn read(words: impl IntoIterator<Item = String>, corpus: Option<OsString>) -> Result<Arguments, String> {
        let mut words = words.into_iter();
        let command = words.next().unwrap_or_else(|| "help".to_owned());
        if !COMMANDS.contains(&command.as_str()) {
            return Err(format!("cargo xtask has no command \"{command}\""));
        }
        let mut corpus = corpus.filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let (mut port, mut single_file, mut all_engines, mut rest) = (8080, false, false, Vec::new());
        let (mut pages, mut address, mut dist) = (false, None, None);
        while let Some(word) = words.next() {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
                _ => (word.clone(), None),
            };
            let mut value = || inline.clone().or_else(|| words.next()).ok_or(format!("{name} needs a value"));
            match name.as_str() {
                "--corpus" => corpus = Some(PathBuf::from(value()?)),
                "--port" => port = value()?.parse().map_err(|_| "--port takes a number up to 65535".to_owned())?,
                "--single-file" if command == "build" => single_file = true,
                "--pages" if matches!(command.as_str(), "build" | "serve") => pages = true,
                "--address" if command == "build" => address = Some(value()?),
                "--dist" if command == "screenshots" => dist = Some(PathBuf::from(value()?)),
                "--all-engines" if command == "test" => all_engines = true,
                "--" => rest.extend(words.by_ref()),
                _ if matches!(command.as_str(), "bench" | "screenshots") => rest.push(word),
                _ => return Err(format!("cargo xtask {command} has no option \"{word}\"")),
            }
        }
        let corpus = corpus.as_deref().map(|folder| folder_that_is_there("corpus", folder)).transpose()?;
        let dist = dist.as_deref().map(|folder| folder_that_is_there("page", folder)).transpose()?;
        if corpus.is_some() && command == "test" {
            return Err(
                "cargo xtask test is about the project's own corpus: call it without ONRECORD_CORPUS".to_owned()
            );
        }
        if address.is_some() && !pages {
            return Err("--address is for --pages: nothing else names where it stands".to_owned());
        }
        Ok(Arguments { command, corpus, port, single_file, pages, address, all_engines, dist, rest })
    }
}

/// The build runs elsewhere, so a relative path would mean another folder there.
fn folder_that_is_there(what: &str, folder: &Path) -> Result<PathBuf, String> {
    match folder.canonicalize() {
        Ok(folder) if folder.is_dir() => Ok(folder),
        Ok(_) => Err(format!("the {what} {} is not a folder", folder.display())),
        Err(error) => Err(format!("the {what} folder {}: {error}", folder.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments, String> {
        Arguments::read(line.split_whitespace().map(str::to_owned), None)
    }

    #[test]
    fn options_may_be_written_both_ways() {
        let arguments = read("serve --port=8123 --corpus .").expect("a good line");
        assert_eq!(arguments.port, 8123);
        assert!(arguments.corpus.expect("a corpus").is_absolute());
    }

    #[test]
    fn a_corpus_that_is_not_there_is_said_before_the_build() {
        assert!(read("build --corpus ./no-such-folder").is_err());
        assert!(read("build --corpus").is_err());
    }

    #[test]
    fn the_option_goes_before_the_environment() {
        let words = ["serve", "--corpus", "."].map(str::to_owned);
        assert!(Arguments::read(words, Some("./no-such-folder".into())).is_ok());
    }

    #[test]
    fn what_is_not_known_is_refused_or_handed_on() {
        assert!(read("serv").is_err());
        assert!(read("serve --prot 1").is_err());
        assert!(read("serve --single-file").is_err());
        assert!(read("build --single-file").expect("a good line").single_file);
        assert!(read("build --pages --address https://example.org/").expect("a good line").pages);
        assert!(read("build --address https://example.org/").is_err());
        assert!(read("test --pages").is_err());
        assert!(read("build --all-engines").is_err());
        assert!(read("test --all-engines").expect("a good line").all_engines);
        assert!(read("screenshots --dist . ?view=network").expect("a good line").dist.is_some());
        assert!(read("screenshots --dist ./no-such-folder").is_err());
        assert_eq!(read("bench -- keystroke --quick").expect("a good line").rest, ["keystroke", "--quick"]);
    }
}
