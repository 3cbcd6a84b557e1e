//! How long a step keeps the screen waiting: `cargo xtask bench frames` builds the page over a large corpus and measures it.
//!
//! A frame is 16.7 ms. Of each step is told, as medians over the rounds: the longest time between two frames, how many frames
//! were lost in all, and the longest task of the program. The steps follow a link from the start of the page, as a visitor
//! would; drawing what was asked for is part of them.

use std::path::Path;

use serde_json::json;
use xtask::{Outcome, browsers::Engine};

use crate::{
    driver,
    page::{Page, Source},
};

const ROUNDS: usize = 7;

/// Where a visitor goes from the start of the page.
const STEPS: &[&str] =
    &["?view=timeline", "?view=network", "?view=network&top=200", "?view=matrix&top=200", "?view=pairs&top=200"];

/// Goes to an address and back to the start, and hands over what the screen did meanwhile.
const STEP: &str = "
    const [address, done] = arguments;
    const tasks = [], frames = [];
    const observer = new PerformanceObserver(list => tasks.push(...list.getEntries().map(entry => entry.duration)));
    observer.observe({ entryTypes: ['longtask'] });
    const go = href => {
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
        link.click();
        link.remove();
    };
    let last, watching = true;
    const frame = now => {
        if (last) frames.push(now - last);
        last = now;
        if (watching) requestAnimationFrame(frame);
    };
    const later = (milliseconds, doing) => setTimeout(doing, milliseconds);
    requestAnimationFrame(frame);
    later(200, () => {
        go(address);
        later(1200, () => {
            watching = false;
            observer.disconnect();
            const lost = frames.reduce((sum, each) => sum + Math.max(0, Math.round(each / 16.67) - 1), 0);
            go('?');
            later(400, () => done([Math.max(...frames), lost, Math.max(0, ...tasks)]));
        });
    });";

/// Measures the page that was built into this folder.
pub(crate) fn measure(folder: &Path) -> Outcome<()> {
    let driver = driver::start(Engine::Chromium)?;
    let page = Page::start(&driver, Source::Host, folder)?;
    page.open("?")?;
    println!("{}, {}", driver.browser.version, page.text(".found")?);
    println!("{:>12} {:>12} {:>12}  step", "longest ms", "lost frames", "task ms");
    for step in STEPS {
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let seen: Vec<f64> = serde_json::from_value(page.evaluate_later_with(STEP, vec![json!(step)])?)?;
            rounds.push(seen);
        }
        let median = |at: usize| {
            let mut values: Vec<f64> = rounds.iter().filter_map(|round| round.get(at).copied()).collect();
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied().unwrap_or_default()
        };
        // A task below 50 ms is none that the browser tells of.
        println!("{:>12.1} {:>12} {:>12.0}  {step}", median(0), median(1), median(2));
    }
    page.quit()
}
