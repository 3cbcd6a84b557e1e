//! Journeys in a real browser: the built page from a small server, one new browser session a journey.
//!
//! `cargo test --test browser` runs them all, `cargo test --test browser -- history` those with "history" in their name.
//! The page must have been built (`cargo xtask build`). With `--single-file` before the words, the page is the one file of
//! `cargo xtask build --single-file`, opened from disk, and journeys that need a host are left out. Pictures of failed journeys go to target/browser/.

mod builds;
mod driver;
mod frames;
mod journeys;
mod page;
mod screenshots;

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    process::ExitCode,
};

use journeys::{HOST_JOURNEYS, JOURNEYS};
use page::{Page, Source};
use xtask::{Outcome, chromium, folders};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let done = match words.split_first() {
        Some((first, addresses)) if first == "--screenshots" => screenshots::take(addresses).map(|()| true),
        Some((first, [folder])) if first == "--frames" => frames::measure(Path::new(folder)).map(|()| true),
        Some((first, words)) if first == "--single-file" => run(words, Source::File),
        _ => run(&words, Source::Host),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the journeys whose name holds one of these words, all if there are none; false if one failed.
fn run(words: &[String], source: Source) -> Outcome<bool> {
    let driver = driver::start()?;
    let pictures = folders::target().join("browser");
    fs::create_dir_all(&pictures)?;
    println!("{}", driver.version);

    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    let everywhere = JOURNEYS.iter();
    let from_host = HOST_JOURNEYS.iter().filter(|_| source == Source::Host);
    let (mut passed, mut failed) = (0, 0);
    for (name, journey) in everywhere.chain(from_host).filter(|(name, _)| chosen(name)) {
        let picture = pictures.join(format!("{}.png", name.replace(' ', "-")));
        fs::remove_file(&picture).ok();
        let page = Page::start(&driver, source)?;
        // A journey that panics is a failed one; the others still get their turn.
        let done = catch_unwind(AssertUnwindSafe(|| journey(&page)));
        let done = done.unwrap_or_else(|_| Err("it panicked, see above".into()));
        match done.and_then(|()| page.console_is_quiet()).and_then(|()| page.all_requests_stay_home()) {
            Ok(()) => {
                passed += 1;
                println!("{name}: ok");
            }
            Err(error) => {
                failed += 1;
                println!("{name}: FAILED\n    {error}");
                match page.picture(&picture) {
                    Ok(()) => println!("    what was seen: {}", picture.display()),
                    Err(error) => println!("    no picture: {error}"),
                }
            }
        }
        page.quit()?;
    }
    println!("\n{passed} passed, {failed} failed");
    if passed + failed == 0 {
        return Err("no journey has such a name".into());
    }
    Ok(failed == 0)
}

/// The browser of this machine, or what to do to have one.
fn browser() -> Outcome<chromium::Chromium> {
    chromium::found().ok_or_else(|| "no chromium with a chromedriver on PATH; `cargo xtask test` installs them".into())
}
