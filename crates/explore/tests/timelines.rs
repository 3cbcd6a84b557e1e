//! The timeline, however long it is.

mod support;

use support::{archive, at};

#[test]
fn years_below_the_bars_are_few_and_evenly_apart() {
    for (first, last) in [(2023, 2026), (2015, 2026), (2004, 2026), (1901, 2026), (1275, 2026)] {
        let document =
            |year: i32| format!("== documents/{year}.md\n+++\ntitle = \"T\"\ndate = \"{year}-05-01\"\n+++\n\nText.\n");
        let archive = archive(&(document(first) + &document(last)));
        let bars = at(&archive, "").dates.timeline.bars;
        let ticks: Vec<i32> = bars.iter().filter_map(|bar| bar.tick.as_ref()?.parse().ok()).collect();
        assert!((2..10).contains(&ticks.len()), "{first} to {last}: {ticks:?}");
        let apart = ticks[1] - ticks[0];
        assert!(ticks.windows(2).all(|pair| pair[1] - pair[0] == apart), "{ticks:?}");
        assert!(ticks.iter().all(|year| year % apart == 0), "{ticks:?}");
    }
}
