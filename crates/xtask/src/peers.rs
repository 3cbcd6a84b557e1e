//! `cargo xtask bench --peers`: the product and what else could do its work, in one Chromium, on the same generated corpora.
//!
//! What is measured, and how, stands beside the bench in crates/explore/benches/peers/README.md.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome,
    browsers::{self, Engine},
    folders, node, page,
    steps::{Steps, run},
    tools::{self, Tools, cargo, found_in, on_path},
};

/// What is measured where nothing is asked for.
const SIZES: &str = "10k,100k";
const TASKS: [&str; 6] = ["facets", "text", "pairs", "layout", "page", "bytes"];
/// What is measured of whole pages, up to so many documents.
const OF_PAGES: [&str; 2] = ["page", "bytes"];
const MOST_AS_PAGE: usize = 10_000;

/// What is measured.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted {
    sizes: Vec<usize>,
    tasks: Vec<String>,
    /// Handed on: `--named a,b` (peers) and `--rounds N`.
    rest: Vec<String>,
}

impl Wanted {
    /// Reads what stands after `bench --peers`. Errors are words for the person typing.
    pub fn read(words: &[String]) -> Result<Wanted, String> {
        let (mut sizes, mut tasks, mut rest) = (SIZES.to_owned(), TASKS.join(","), Vec::new());
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            let mut value = || inline.clone().or_else(|| words.next().cloned()).ok_or(format!("{name} needs a value"));
            match name {
                "--size" => sizes = value()?,
                "--only" => tasks = value()?,
                "--rounds" | "--named" => rest.extend([name.to_owned(), value()?]),
                _ => {
                    return Err(format!(
                        "bench --peers has no option \"{word}\"; it takes --size, --only, --named, --rounds"
                    ));
                }
            }
        }
        let tasks: Vec<String> = tasks.split(',').map(str::to_owned).collect();
        if let Some(task) = tasks.iter().find(|task| !TASKS.contains(&task.as_str())) {
            return Err(format!("\"{task}\" is nothing to measure; there are {}", TASKS.join(", ")));
        }
        Ok(Wanted { sizes: sizes.split(',').map(size).collect::<Result<_, _>>()?, tasks, rest })
    }

    /// Of how many documents whole pages are measured.
    fn pages(&self) -> impl Iterator<Item = usize> {
        let any = self.tasks.iter().any(|task| OF_PAGES.contains(&task.as_str()));
        self.sizes.iter().copied().filter(move |size| any && *size <= MOST_AS_PAGE)
    }
}

/// "10k", "1M" or a number.
fn size(word: &str) -> Result<usize, String> {
    let (digits, many) = match word.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1_000),
        None => word.strip_suffix('M').map_or((word, 1), |digits| (digits, 1_000_000)),
    };
    let number =
        digits.parse::<usize>().ok().map(|number| number * many).filter(|number| (1000..=1_000_000).contains(number));
    number.ok_or(format!("\"{word}\" is no number of documents from 1k to 1M"))
}

/// Gets, builds and makes what is missing, then measures.
pub fn bench(words: &[String]) -> Outcome<()> {
    let wanted = Wanted::read(words)?;
    let engines = [Engine::Chromium];
    let pages: Vec<usize> = wanted.pages().collect();
    let mut steps = Steps::new(
        tools::STEPS + browsers::steps(&engines) + 4 + wanted.sizes.len() + pages.len() + pages.len().min(node::STEPS),
    );
    let tools = tools::install(&mut steps)?;
    browsers::install(&mut steps, &engines)?;
    fs::create_dir_all(target())?;
    install(&mut steps)?;
    for (profile, name) in [("release", "product"), ("fast", "product-fast")] {
        steps.say(&format!("the engine, as {name}: building"));
        product(profile, name, &tools.path)?;
    }
    for size in &wanted.sizes {
        corpus(&mut steps, *size)?;
    }
    if !pages.is_empty() {
        let packages = node::install(&mut steps)?;
        for size in &pages {
            steps.say(&format!("the page over {size} documents: building"));
            site(&tools, packages.as_ref(), *size)?;
        }
    }
    steps.say("measuring");
    let chromium = browsers::found(Engine::Chromium)?;
    let node = on_path(&["node"]).ok_or("node is missing")?;
    let sizes: Vec<String> = wanted.sizes.iter().map(usize::to_string).collect();
    let mut measure = Command::new(node);
    measure.arg(source().join("run.mjs")).args(["--size", &sizes.join(","), "--only", &wanted.tasks.join(",")]);
    measure.arg("--target").arg(target()).arg("--results").arg(source().join("RESULTS.md"));
    measure.arg("--chromium").arg(chromium.program).arg("--driver").arg(chromium.driver).args(wanted.rest);
    run(&mut measure)
}

/// The peers, from the lock file.
fn install(steps: &mut Steps) -> Outcome<()> {
    let folder = target().join("npm");
    if node::is_installed(&source(), &folder)? {
        steps.say("the peers: there");
        return Ok(());
    }
    steps.say("the peers: fetching them with npm, some 200 MB");
    let npm = on_path(&["npm"]).ok_or("npm is missing")?;
    node::install_locked(&npm, &source(), &folder)
}

/// The small program of the bench, by one of its profiles.
fn product(profile: &str, name: &str, path: &std::ffi::OsStr) -> Outcome<()> {
    let build = build_folder();
    let mut build_it = cargo();
    build_it.current_dir(source().join("product")).args(["build", "--locked", "--quiet", "--lib"]);
    build_it.args(["--target", "wasm32-unknown-unknown", "--profile", profile]).arg("--target-dir").arg(&build);
    run(&mut build_it)?;
    let program = build.join("wasm32-unknown-unknown").join(profile).join("peers_product.wasm");
    let mut bindgen = Command::new(found_in(env::split_paths(path), "wasm-bindgen").ok_or("wasm-bindgen is missing")?);
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "peers_product", "--out-dir"]);
    run(bindgen.arg(target().join(name)).arg(program))
}

/// The generated corpus of this size, unless it is there.
fn corpus(steps: &mut Steps, documents: usize) -> Outcome<()> {
    let folder = target().join("data").join(documents.to_string());
    // Its last file, and what a page is made of.
    let as_page = documents > MOST_AS_PAGE || folder.join("site/corpus.toml").is_file();
    if folder.join("corpus.archive").is_file() && as_page {
        steps.say(&format!("{documents} documents: there"));
        return Ok(());
    }
    steps.say(&format!("{documents} documents: generating"));
    let mut generate = cargo();
    generate.current_dir(source().join("product")).args(["run", "--locked", "--quiet", "--profile", "native"]);
    generate.arg("--target-dir").arg(build_folder()).arg("--").arg(documents.to_string()).arg(folder);
    run(&mut generate)
}

/// The page as it would be published, over the generated corpus of this size.
fn site(tools: &Tools, packages: Option<&node::Packages>, documents: usize) -> Outcome<()> {
    let corpus = target().join("data").join(documents.to_string()).join("site");
    let optimiser = packages.map(node::Packages::wasm_opt);
    let dist = target().join("site").join(documents.to_string());
    page::build(tools, &page::Plan { corpus: Some(&corpus), optimiser: optimiser.as_deref(), dist: &dist })
}

fn source() -> PathBuf {
    folders::root().join("crates/explore/benches/peers")
}

fn target() -> PathBuf {
    folders::target().join("peers")
}

fn build_folder() -> PathBuf {
    let own = Path::new("build");
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| target().join(own), PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Wanted, String> {
        Wanted::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn sizes_may_be_written_short() {
        assert_eq!(read("--size 1k,1M --only=facets").expect("a good line").sizes, [1_000, 1_000_000]);
        assert_eq!(read("").expect("a good line").sizes, [10_000, 100_000]);
        for wrong in ["--size 10", "--size 2M", "--size k", "--size", "--only fuses", "--sizes 1k"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn pages_are_built_where_they_are_measured() {
        let pages = |line: &str| read(line).expect("a good line").pages().collect::<Vec<_>>();
        assert_eq!(pages("--size 1k,10k,100k --only page"), [1_000, 10_000]);
        assert!(pages("--size 1k,10k --only facets,text").is_empty());
    }
}
