//! `test`, `bench` and `screenshots`: what is run, in which order, and the sum at the end.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    Outcome,
    browsers::{self, Engine},
    folders, generated, hostile, node, page, peers, single,
    steps::{Steps, run as run_seen},
    tools::{self, cargo},
};

/// How many checks went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// Every check and test; each is run, even after one has failed, unless it needs what failed.
pub fn run(engines: &[Engine]) -> Outcome<()> {
    let mut steps = Steps::new(tools::STEPS + node::STEPS + browsers::steps(engines) + 8 + 2 * engines.len());
    let mut sum = Sum::default();

    let tools = tools::install(&mut steps)?;
    if let Err(error) = browsers::install(&mut steps, engines) {
        println!("{error}");
    }
    let packages = node::install(&mut steps)?;

    steps.say("formatting: cargo fmt --check");
    sum.one("formatting", run_seen(cargo().args(["fmt", "--all", "--check"])));

    steps.say("lints: cargo clippy, the first time about 2 minutes");
    let lints = ["clippy", "--locked", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    sum.one("lints", run_seen(cargo().args(lints)));

    steps.say("tests: cargo test --workspace, the first time about 3 minutes");
    sum.many("tests", cargo().args(["test", "--locked", "--quiet", "--workspace", "--no-fail-fast"]));

    // The page with its documents comes last, so that it is what is left in target/.
    let optimiser = packages.as_ref().map(node::Packages::wasm_opt);
    let optimiser = optimiser.as_deref();
    steps.say("the page over an empty corpus, for its size: the first time about 3 minutes");
    let (corpus, dist) = (page::empty_corpus()?, folders::empty_dist());
    let plan = page::Plan { corpus: Some(&corpus), optimiser, dist: &dist };
    let empty_built = sum.one("empty page", page::build(&tools, &plan));
    steps.say("the page over a hostile corpus");
    let (corpus, dist) = (folders::hostile_corpus(), folders::hostile_dist());
    hostile::corpus(&corpus)?;
    let plan = page::Plan { corpus: Some(&corpus), optimiser: None, dist: &dist };
    sum.one("hostile page", page::build(&tools, &plan));
    steps.say("the page with its archive in parts");
    let plan = page::Plan { corpus: None, optimiser: None, dist: &folders::dist_in_parts() };
    sum.one("page in parts", page::build_in_parts(&tools, &plan));
    steps.say("the page");
    let plan = page::Plan { corpus: None, optimiser, dist: &folders::dist() };
    let built = sum.one("page", page::build(&tools, &plan));

    steps.say("sizes: against tests/budget.toml");
    if built && empty_built {
        sum.many(
            "sizes",
            cargo().args(["test", "--locked", "--quiet", "--test", "sizes", "--", "--nocapture", "--test-threads=1"]),
        );
    } else {
        sum.one("sizes", Err("there is no page to weigh".into()));
    }

    let single = built && sum.one("page in one file", single::write(&folders::dist()).map(drop));
    for &engine in engines {
        journeys(&mut steps, &mut sum, engine, Journeys { name: "journeys", ready: built, handed_on: &[] });
        let in_one_file = Journeys { name: "journeys in one file", ready: single, handed_on: &["--single-file"] };
        journeys(&mut steps, &mut sum, engine, in_one_file);
    }
    sum.told()
}

struct Journeys<'a> {
    name: &'a str,
    /// Whether there is a page to visit.
    ready: bool,
    handed_on: &'a [&'a str],
}

/// The journeys in one engine.
fn journeys(steps: &mut Steps, sum: &mut Sum, engine: Engine, Journeys { name, ready, handed_on }: Journeys<'_>) {
    let browser = browsers::found(engine);
    let name = format!("{name} in {}", engine.name());
    steps.say(&match &browser {
        Ok(browser) if ready => format!("{name}: {}", browser.version),
        _ => format!("{name}: not run"),
    });
    match browser {
        Ok(_) if ready => {
            let arguments = ["test", "--locked", "--quiet", "--test", "browser", "--", "--engine", engine.name()];
            sum.many(&name, cargo().args(arguments).args(handed_on))
        }
        Ok(_) => sum.one(&name, Err("there is no page to visit".into())),
        Err(error) => sum.one(&name, Err(error)),
    };
}

/// Documents of the corpus that benches use where none is asked for.
const MANY: usize = 10_000;

/// The benches, on the corpus that is asked for; `frames` in the browser, `--peers` beside others, all else in the engine.
pub fn bench(corpus: Option<&Path>, rest: &[String]) -> Outcome<()> {
    if rest.first().is_some_and(|first| first == "frames") {
        return frames(corpus);
    }
    if let [first, rest @ ..] = rest
        && first == "--peers"
    {
        return peers::bench(rest);
    }
    println!("benches: cargo bench, the first time some minutes");
    let mut bench = cargo();
    bench.args(["bench", "--locked", "--package", "explore", "--benches", "--"]).args(rest);
    if let Some(corpus) = corpus {
        bench.env(page::CORPUS, corpus);
    }
    run_seen(&mut bench)
}

/// How long steps in the page keep the screen waiting, over a large corpus.
fn frames(corpus: Option<&Path>) -> Outcome<()> {
    let engines = [Engine::Chromium];
    let mut steps = Steps::new(tools::STEPS + node::STEPS + browsers::steps(&engines) + 2);
    let tools = tools::install(&mut steps)?;
    let packages = node::install(&mut steps)?;
    browsers::install(&mut steps, &engines)?;
    let folder = folders::target().join("bench");
    let own = folder.join(format!("generated-{MANY}"));
    if corpus.is_none() {
        generated::corpus(MANY, &own)?;
    }
    steps.say("the page: building over the corpus");
    let optimiser = packages.map(|packages| packages.wasm_opt());
    let dist = folder.join("dist");
    page::build(
        &tools,
        &page::Plan { corpus: Some(corpus.unwrap_or(&own)), optimiser: optimiser.as_deref(), dist: &dist },
    )?;
    steps.say("the page: measuring");
    run_seen(cargo().args(["test", "--quiet", "--test", "browser", "--", "--frames"]).arg(dist))
}

/// Pictures of the page in this folder at these addresses, or of every view if none is given.
pub fn screenshots(dist: &Path, addresses: &[String]) -> Outcome<()> {
    let taken = ["test", "--quiet", "--test", "browser", "--", "--screenshots", "--dist"];
    run_seen(cargo().args(taken).arg(dist).args(addresses))
}

#[derive(Default)]
struct Sum {
    tally: Tally,
    failed: Vec<String>,
}

impl Sum {
    /// A check that is passed or failed as a whole.
    fn one(&mut self, name: &str, outcome: Outcome<()>) -> bool {
        match outcome {
            Ok(()) => self.add(name, Tally { passed: 1, failed: 0 }),
            Err(error) => {
                println!("{name}: {error}");
                self.add(name, Tally { passed: 0, failed: 1 })
            }
        }
    }

    /// A command that counts its tests itself.
    fn many(&mut self, name: &str, command: &mut Command) -> bool {
        match counted(command) {
            Ok((tally, true)) => self.add(name, tally),
            // It failed without a failed test: it did not come so far as to run one.
            Ok((tally, false)) => self.add(name, Tally { failed: tally.failed.max(1), ..tally }),
            Err(error) => self.one(name, Err(error)),
        }
    }

    fn add(&mut self, name: &str, tally: Tally) -> bool {
        self.tally.passed += tally.passed;
        self.tally.failed += tally.failed;
        if tally.failed > 0 {
            self.failed.push(name.to_owned());
        }
        tally.failed == 0
    }

    fn told(self) -> Outcome<()> {
        let Tally { passed, failed } = self.tally;
        if !self.failed.is_empty() {
            println!("\nFailed: {}", self.failed.join(", "));
        }
        println!("\n{passed} passed, {failed} failed");
        if failed == 0 { Ok(()) } else { Err("not everything is well".into()) }
    }
}

/// Runs a command, shows what it prints and adds up the sums in it.
fn counted(command: &mut Command) -> Outcome<(Tally, bool)> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            if !is_about_nothing(&line) {
                println!("{line}");
            }
            if let Some(Tally { passed, failed }) = tally_in(&line) {
                tally.passed += passed;
                tally.failed += failed;
            }
        }
    }
    Ok((tally, child.wait()?.success()))
}

/// cargo tells of every target that it has no tests.
fn is_about_nothing(line: &str) -> bool {
    line.is_empty() || line == "running 0 tests" || line.starts_with("test result: ok. 0 passed; 0 failed;")
}

/// The sum in "test result: ok. 3 passed; 0 failed; 1 ignored; …" or in "2 passed, 1 failed".
fn tally_in(line: &str) -> Option<Tally> {
    let sum = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ")?.1,
        None => line,
    };
    let mut parts = sum.split([';', ',']).map(|part| part.trim().split_once(' '));
    let mut number = |what| match parts.next()?? {
        (number, word) if word == what => number.parse().ok(),
        _ => None,
    };
    Some(Tally { passed: number("passed")?, failed: number("failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_of_both_kinds_of_tests_are_read() {
        let cargo =
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(tally_in(cargo), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(tally_in("2 passed, 1 failed"), Some(Tally { passed: 2, failed: 1 }));
        for other in ["", "running 3 tests", "test result", "page starts: ok", "3 failed, 2 passed"] {
            assert_eq!(tally_in(other), None, "{other}");
        }
    }

    #[test]
    fn a_command_that_fails_before_its_tests_counts_as_one_failure() {
        let mut sum = Sum::default();
        assert!(!sum.many("nothing", Command::new("cargo").arg("--no-such-option").stderr(Stdio::null())));
        assert_eq!(sum.tally, Tally { passed: 0, failed: 1 });
        assert!(sum.told().is_err());
    }
}
