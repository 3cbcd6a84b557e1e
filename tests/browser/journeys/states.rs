//! Every view and every state of it, at every width and in every mode: what axe-core says, how far it scrolls, what is printed.

use serde_json::json;
use thirtyfour::Key;
use xtask::{Outcome, browsers::Engine};

use super::{holds, is, looks::VIEWS, looks::pixels_too_wide};
use crate::page::{Mode, Page, Scheme};

/// A state that no address says, and what brings it about.
struct State {
    name: &'static str,
    address: &'static str,
    enter: fn(&Page) -> Outcome<()>,
}

/// A telephone, a tablet, a desk.
const WIDTHS: [u32; 3] = [360, 768, 1440];

const STATES: &[State] = &[
    State { name: "as it is", address: "?view=network&topic=recognition&embed=1", enter: |_| Ok(()) },
    State { name: "as it is", address: "?view=statements&q=ceasefire&keys=off", enter: |_| Ok(()) },
    State {
        name: "the list of keys",
        address: "?q=ceasefire",
        enter: |page| {
            page.evaluate("document.getElementById('heading').focus()")?;
            page.press("?")?;
            page.until_text(".keys", "next and previous hit")
        },
    },
    State {
        name: "a whole facet",
        address: "?q=recognition",
        enter: |page| {
            filters(page)?;
            page.click_at("#facets .facet:first-child .all")?;
            page.until("its field", || Ok((page.count("#facets .facet:first-child input")? == 1).then_some(())))
        },
    },
    State { name: "the filters", address: "?q=recognition&person=winston-peters&not-topic=aid", enter: filters },
    State {
        name: "a passage kept",
        address: "?doc=oconnor-genocide-remark&at=2",
        enter: |page| {
            // Kept since it was last opened, it stays so.
            if page.count(".note-here textarea")? == 0 {
                page.click("Keep this passage")?;
            }
            page.until("a field", || Ok((page.count(".note-here textarea")? == 1).then_some(())))
        },
    },
    State { name: "in another language", address: "?lang=mi&q=ceasefire&person=chris-hipkins", enter: |_| Ok(()) },
    State { name: "all that opens", address: "?view=pairs&topic=recognition", enter: open_all },
    State { name: "all that opens", address: "?view=network&topic=recognition&top=12", enter: open_all },
    State { name: "all that opens", address: "?view=statements&topic=recognition", enter: open_all },
    State { name: "all that opens", address: "?doc=oconnor-genocide-remark&q=genocide", enter: open_all },
];

/// Shows the filters, which wait behind a button where there is little room.
fn filters(page: &Page) -> Outcome<()> {
    let hidden = page.evaluate("return !document.getElementById('facets').checkVisibility()")?;
    if hidden == json!(true) {
        page.click_at(".filter-button")?;
    }
    page.until_text("#facets", "People")
}

fn open_all(page: &Page) -> Outcome<()> {
    page.evaluate("document.querySelectorAll('main details, .about details').forEach(each => each.open = true)")
        .map(drop)
}

pub(super) fn every_view_is_accessible(page: &Page) -> Outcome<()> {
    let mut told = Vec::new();
    for view in VIEWS {
        page.open(view)?;
        for width in WIDTHS {
            page.resize(width, 900)?;
            in_every_mode(page, &format!("{view}, {width} pixels wide"), &mut told)?;
        }
    }
    for state in STATES {
        for width in WIDTHS {
            let what = format!("{}, {}, {width} pixels wide", state.address, state.name);
            page.resize(width, 900)?;
            page.open(state.address)?;
            (state.enter)(page).map_err(|error| format!("{what}: {error}"))?;
            in_every_mode(page, &what, &mut told)?;
        }
    }
    if page.engine() != Engine::Chromium {
        page.leave_unchecked("forced colours, and the dark at every width");
        page.scheme(Scheme::Dark)?;
        for view in VIEWS {
            page.open(view)?;
            told.extend(page.is_accessible().err().map(|error| format!("{view}, dark: {error}")));
        }
    }
    none(told)
}

/// Adds what axe-core says of what is shown: of all in light, of colours in the other modes.
fn in_every_mode(page: &Page, what: &str, told: &mut Vec<String>) -> Outcome<()> {
    let mut tell = |mode: Mode, done: Outcome<()>| {
        told.extend(done.err().map(|error| format!("{what}, {}: {error}", mode.name())));
    };
    if page.engine() == Engine::Chromium {
        for mode in [Mode::Dark, Mode::Forced] {
            page.mode(mode)?;
            tell(mode, page.has_contrast());
        }
        page.mode(Mode::Light)?;
    }
    tell(Mode::Light, page.is_accessible());
    Ok(())
}

/// Fails with all that was told.
fn none(told: Vec<String>) -> Outcome<()> {
    if told.is_empty() { Ok(()) } else { Err(told.join("\n    ").into()) }
}

pub(super) fn no_view_scrolls_sideways(page: &Page) -> Outcome<()> {
    let mut told = Vec::new();
    // 320 by 256 is what a screen of 1280 by 1024 shows at four times its size.
    for (width, height) in [(360, 800), (320, 256)] {
        page.resize(width, height)?;
        for view in VIEWS.iter().copied().chain(STATES.iter().map(|state| state.address)) {
            page.open(view)?;
            open_all(page)?;
            is(&format!("{view} at {width}: pixels too wide"), pixels_too_wide(page)?, 0)?;
            // The picture of a network and the grid of a matrix say more in two directions than in one; nothing else does.
            let script = "
                const scrolls = e => e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX);
                return [...document.querySelectorAll('main *, footer *')]
                    .filter(e => !e.closest('.canvas, .matrix, input') && e.checkVisibility() && scrolls(e))
                    .map(e => `${e.className || e.tagName} by ${e.scrollWidth - e.clientWidth}`)";
            let wide = page.evaluate(script)?;
            if wide != json!([]) {
                told.push(format!("{view} at {width}: scrolls sideways: {wide}"));
            }
            // What stays where it is leaves most of the screen to what moves.
            let script = "
                const stays = [...document.querySelectorAll('body *')].filter(e => /sticky|fixed/.test(getComputedStyle(e).position));
                return Math.max(0, ...stays.filter(e => e.checkVisibility()).map(e => e.offsetHeight)) / innerHeight";
            let share = page.evaluate(script)?.as_f64().unwrap_or(1.0);
            if share > 0.4 {
                told.push(format!("{view} at {width} by {height}: {share} of the screen stays"));
            }
        }
    }
    none(told)?;
    page.resize(360, 800)?;
    page.open("")?;
    let hidden = page.evaluate("return !document.getElementById('facets').checkVisibility()")?;
    is("the filters wait behind a button", hidden.as_bool(), Some(true))?;
    page.click("Filter")?;
    page.until_text("#facets", "People")?;
    is("filters shown: pixels too wide", pixels_too_wide(page)?, 0)
}

pub(super) fn every_view_prints_without_controls(page: &Page) -> Outcome<()> {
    let mut told = Vec::new();
    for view in VIEWS {
        page.open(view)?;
        page.mode(Mode::Print)?;
        let script = "
            return [...document.querySelectorAll('button, input, select, :not([open]) > summary, nav, .skip, .settings, .files, .hits')]
                .filter(e => e.checkVisibility() && e.getClientRects().length).map(e => e.outerHTML.slice(0, 90))";
        let controls = page.evaluate(script)?;
        if controls != json!([]) {
            told.push(format!("{view}: controls on paper: {controls}"));
        }
        holds(&format!("{view}: what it is about"), !page.text("h1")?.is_empty())?;
        holds(&format!("{view}: whose it is"), page.text("body")?.contains("New Zealand"))?;
        holds(&format!("{view}: where it is from"), page.text(".about")?.contains("http://"))?;
        is(&format!("{view}: pixels too wide"), pixels_too_wide(page)?, 0)?;
        page.mode(Mode::Light)?;
    }
    none(told)
}

pub(super) fn nothing_moves_for_who_asks_for_it(page: &Page) -> Outcome<()> {
    page.mode(Mode::Still)?;
    for view in VIEWS {
        page.open(view)?;
        page.press(Key::Tab)?;
        let script = "
            const moving = document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 0).length;
            const times = [...document.querySelectorAll('*')].flatMap(e => {
                const style = getComputedStyle(e);
                return `${style.transitionDuration}, ${style.animationDuration}`.split(', ').map(parseFloat);
            });
            return [moving, Math.max(...times), getComputedStyle(document.documentElement).scrollBehavior]";
        is(&format!("{view}: what moves"), page.evaluate(script)?, json!([0, 0, "auto"]))?;
    }
    Ok(())
}
