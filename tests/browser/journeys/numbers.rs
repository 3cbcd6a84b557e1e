//! Every number that is seen opens a list of that length: the engine's law, once more on the screen.

use serde_json::json;
use xtask::{Outcome, browsers::Engine};

use super::{holds, is};
use crate::page::Page;

/// What shows numbers with what stands behind them: rows, lines, cells, the list under the picture.
const VIEWS: &[&str] = &[
    "?view=pairs&topic=recognition&top=12",
    "?view=pairs&topic=recognition&top=12&unit=document&show=less",
    "?view=network&topic=recognition&top=12",
    "?view=network&topic=recognition&top=12&unit=sentence",
    "?view=matrix&topic=recognition&top=12&kind=person&kind=organisation",
];

/// Each link of the view that says a number of units, or is one, with that number; each once.
const NUMBERS: &str = "
    const said = link => link.getAttribute('aria-label') ?? link.textContent;
    const number = link => said(link).match(/^[\\d,]+$|(?<=: )[\\d,]+(?= (document|passage|sentence)s?$)|^[\\d,]+(?= (with|only|documents?|passages?|sentences?))/);
    const found = [...document.querySelectorAll(':is(.pairs, .network, .matrix) a[href^=\"?\"]')].map(link => [link.getAttribute('href'), number(link)]);
    const numbers = found.filter(([, number]) => number).map(([href, number]) => [href, Number(number[0].replace(/,/g, ''))]);
    return [...new Map(numbers.map(each => [each.join(' '), each])).values()]";

/// Follows a link as a click on it would, from wherever the page is.
const FOLLOW: &str = "
    const link = document.createElement('a');
    link.href = arguments[0];
    link.id = 'followed';
    document.body.append(link);
    link.click();
    link.remove();";

pub(super) fn every_number_opens_its_list(page: &Page) -> Outcome<()> {
    // WebKit takes a hundred changes of history in half a minute, and a step is two.
    let most = if page.engine() == Engine::WebKit { 30 } else { usize::MAX };
    if most < usize::MAX {
        page.leave_unchecked("more than 30 numbers of a view");
    }
    for view in VIEWS {
        page.open(view)?;
        let numbers = page.until("numbers", || Ok(Some(seen(page)?).filter(|numbers| numbers.len() > 10)))?;
        holds("several numbers, not all the same", numbers.iter().any(|(_, number)| *number != numbers[0].1))?;
        for (href, number) in numbers.into_iter().take(most) {
            is(&format!("{view}: the list behind {href}"), listed(page, &href)?, number)?;
        }
    }
    Ok(())
}

/// The numbers on the screen, each with the address that it opens.
pub(super) fn seen(page: &Page) -> Outcome<Vec<(String, usize)>> {
    Ok(serde_json::from_value(page.evaluate(NUMBERS)?)?)
}

/// How many units an address lists, over all its pages.
pub(super) fn listed(page: &Page, href: &str) -> Outcome<usize> {
    let (mut count, mut next) = (0, Some(href.to_owned()));
    while let Some(href) = next {
        page.evaluate_with(FOLLOW, vec![json!(href)])?;
        // What is listed, and where it goes on, once the screen is that of the address.
        let seen = page.until(&format!("the list of {href}"), || {
            let script = "
                if (new URLSearchParams(location.search).toString() !== new URLSearchParams(arguments[0]).toString()) return null;
                const list = document.querySelector('.units');
                const shown = new URL(document.getElementById('link').textContent).searchParams;
                shown.delete('v');
                if (!list || shown.toString() !== new URLSearchParams(arguments[0]).toString()) return null;
                return [list.children.length, document.querySelector('main .pager [rel=next]')?.getAttribute('href') ?? null]";
            let seen = page.evaluate_with(script, vec![json!(href)])?;
            Ok((!seen.is_null()).then_some(seen))
        })?;
        let (length, rest): (usize, Option<String>) = serde_json::from_value(seen)?;
        count += length;
        next = rest;
    }
    Ok(count)
}
