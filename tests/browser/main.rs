//! Journeys in a real browser: the built page from a small server, one new browser session a journey.
//!
//! `cargo test --test browser` runs them all, `cargo test --test browser -- history` those with "history" in their name.
//! The page must have been built (`cargo xtask build`). `--site DIR` before the words takes those that hold of any documents over the
//! page that was built into that folder. With `--single-file` before the words, the page is the one file of
//! `cargo xtask build --single-file`, opened from disk, and journeys that need a host are left out. With `--engine firefox` or
//! `--engine webkit` they are taken in another browser than Chromium. Pictures of failed journeys go to target/browser/.

mod builds;
mod driver;
mod engines;
mod frames;
mod journeys;
mod page;
mod screenshots;

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    process::ExitCode,
};

use engines::Unable;
use journeys::{ANYWHERE, HOST_JOURNEYS, JOURNEYS};
use page::{Page, Source};
use xtask::{Outcome, browsers::Engine, folders};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let done = match words.split_first() {
        Some((first, addresses)) if first == "--screenshots" => screenshots::take(addresses).map(|()| true),
        Some((first, [folder])) if first == "--frames" => frames::measure(Path::new(folder)).map(|()| true),
        _ => Wish::read(words).and_then(|wish| run(&wish)),
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

/// Which journeys are wanted, and where.
struct Wish {
    engine: Engine,
    source: Source,
    /// Another page than the project's own.
    site: Option<PathBuf>,
    /// A journey's name must hold one of these, if there are any.
    words: Vec<String>,
}

impl Wish {
    fn read(given: Vec<String>) -> Outcome<Wish> {
        let mut wish = Wish { engine: Engine::Chromium, source: Source::Host, site: None, words: Vec::new() };
        let mut given = given.into_iter();
        while let Some(word) = given.next() {
            match word.as_str() {
                "--engine" => {
                    let name = given.next().unwrap_or_default();
                    wish.engine = Engine::named(&name).ok_or(format!("there is no engine \"{name}\""))?;
                }
                "--site" => wish.site = Some(given.next().ok_or("--site wants the folder of a page")?.into()),
                "--single-file" => wish.source = Source::File,
                _ => wish.words.push(word),
            }
        }
        Ok(wish)
    }

    fn holds(&self, name: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| name.contains(word.as_str()))
    }
}

/// Takes the journeys; false if one failed.
fn run(wish: &Wish) -> Outcome<bool> {
    let driver = driver::start(wish.engine)?;
    let pictures = folders::target().join("browser");
    fs::create_dir_all(&pictures)?;
    println!("{}", driver.browser.version);

    let (own, dist) = (wish.site.is_none(), wish.site.clone().unwrap_or_else(folders::dist));
    let everywhere = JOURNEYS.iter().filter(|_| own);
    let from_host = HOST_JOURNEYS.iter().filter(|_| own && wish.source == Source::Host);
    let anywhere = ANYWHERE.iter().filter(|_| wish.source == Source::Host);
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for (name, journey) in everywhere.chain(from_host).chain(anywhere).filter(|(name, _)| wish.holds(name)) {
        let picture = pictures.join(format!("{}-{}.png", name.replace(' ', "-"), wish.engine.name()));
        fs::remove_file(&picture).ok();
        let page = Page::start(&driver, wish.source, &dist)?;
        // A journey that panics is a failed one; the others still get their turn.
        let done = catch_unwind(AssertUnwindSafe(|| journey(&page)));
        let done = done.unwrap_or_else(|_| Err("it panicked, see above".into()));
        match done.and_then(|()| page.console_is_quiet()).and_then(|()| page.all_requests_stay_home()) {
            Ok(()) => {
                passed += 1;
                let unchecked = page.unchecked();
                let but = if unchecked.is_empty() {
                    String::new()
                } else {
                    format!(" (not checked: {})", unchecked.join("; "))
                };
                println!("{name}: ok{but}");
            }
            Err(error) if error.is::<Unable>() => {
                skipped += 1;
                println!("{name}: skipped: {error}");
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
    let but = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    println!("\n{passed} passed, {failed} failed{but}");
    if passed + failed + skipped == 0 {
        return Err("no journey has such a name".into());
    }
    Ok(failed == 0)
}
