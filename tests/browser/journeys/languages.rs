//! The page's own words in another language, and a page that is read from right to left.

use xtask::Outcome;

use super::{holds, is, looks};
use crate::page::Page;

pub(super) fn another_language(page: &Page) -> Outcome<()> {
    page.open("?person=chris-hipkins")?;
    page.click("Te reo Māori")?;
    page.until_ready()?;
    page.until_address("?lang=mi&person=chris-hipkins")?;
    is("the page's language", page.evaluate("return document.documentElement.lang")?.as_str(), Some("mi"))?;
    for (place, words) in [("#facets", "Tāngata"), ("#tab-0", "Ngā tuhinga"), (".search", "Rapua")] {
        page.until_text(place, words)?;
    }
    for view in looks::VIEWS {
        page.open(&with_language(view))?;
        page.is_accessible().map_err(|error| format!("{view}: {error}"))?;
    }
    page.click("English")?;
    page.until_ready()?;
    is("back in English", page.evaluate("return document.documentElement.lang")?.as_str(), Some("en"))
}

pub(super) fn from_right_to_left(page: &Page) -> Outcome<()> {
    for width in [360, 1280] {
        page.resize(width, 800)?;
        for view in looks::VIEWS {
            page.open(view)?;
            page.evaluate("document.documentElement.dir = 'rtl'")?;
            is(&format!("{view} at {width}: pixels too wide"), looks::pixels_too_wide(page)?, 0)?;
            let cut = "return [...document.querySelectorAll('a, button, input, select, summary')].filter(control => {
                    const { left, right, width } = control.getBoundingClientRect();
                    return width && control.checkVisibility() && !control.closest('.wide, .canvas, .skip')
                        && (left < -1 || right > innerWidth + 1);
                }).map(control => control.textContent || control.id)";
            let cut = page.evaluate(cut)?;
            holds(&format!("{view} at {width}: out of sight: {cut}"), cut.as_array().is_some_and(Vec::is_empty))?;
        }
    }
    Ok(())
}

fn with_language(view: &str) -> String {
    if view.is_empty() { "?lang=mi".to_owned() } else { [view, "&lang=mi"].concat() }
}
