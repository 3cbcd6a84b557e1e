//! What a visitor does with pointer and keys.

use serde_json::json;
use thirtyfour::{Key, TypingData, WebElement};
use xtask::{Outcome, browsers::Engine};

use super::Page;

/// The first visible link, button, label or summary of a name.
const NAMED: &str = "
    const said = e => (e.getAttribute('aria-label') ?? e.innerText).replace(/\\s+/g, ' ').trim();
    return [...document.querySelectorAll('a[href], button, label, summary')]
        .find(e => e.checkVisibility() && said(e) === arguments[0]) ?? null";
/// The first visible element of a selector.
const SELECTED: &str = "return [...document.querySelectorAll(arguments[0])].find(e => e.checkVisibility()) ?? null";

#[allow(dead_code, reason = "the words journeys are told in; not each is in use at any time")]
impl Page {
    /// Clicks the first visible link, button, label or summary of this name, once there is one.
    pub(crate) fn click(&self, name: &str) -> Outcome<()> {
        self.click_found(&format!("a link or button named \"{name}\""), NAMED, name)
    }

    /// Clicks the first visible element of this selector, once there is one.
    pub(crate) fn click_at(&self, selector: &str) -> Outcome<()> {
        self.click_found(selector, SELECTED, selector)
    }

    fn click_found(&self, what: &str, script: &str, argument: &str) -> Outcome<()> {
        self.until(&format!("{what} that can be clicked"), || {
            let Some(element) = self.element(script, argument)? else { return Ok(None) };
            if self.engine() == Engine::WebKit {
                // Its driver does not come to what is below the window's edge.
                self.wait(element.scroll_into_view())?;
            }
            self.wait(element.click()).map(Some)
        })
    }

    fn element(&self, script: &str, argument: &str) -> Outcome<Option<WebElement>> {
        let found = self.wait(self.driver().execute(script, vec![json!(argument)]))?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// Drags with the pointer from the middle of one element to the middle of another.
    pub(crate) fn drag(&self, from: &str, to: &str) -> Outcome<()> {
        let script = "return document.querySelector(arguments[0])";
        let there = |selector: &str| self.until(selector, || self.element(script, selector));
        let (from, to) = (there(from)?, there(to)?);
        let drag = self.driver().action_chain().move_to_element_center(&from).click_and_hold();
        self.wait(drag.move_to_element_center(&to).release().perform())
    }

    /// Types where the focus is; `Key::Tab` and words alike.
    pub(crate) fn press(&self, keys: impl Into<TypingData>) -> Outcome<()> {
        self.wait(self.driver().action_chain().send_keys(keys).perform())
    }

    /// Presses a key while Shift is held down; sent as one word with it, Firefox takes it without.
    pub(crate) fn press_with_shift(&self, key: Key) -> Outcome<()> {
        let held = self.driver().action_chain().key_down(Key::Shift).key_down(key.clone());
        self.wait(held.key_up(key).key_up(Key::Shift).perform())
    }

    /// Replaces what stands in a field.
    pub(crate) fn fill(&self, selector: &str, text: &str) -> Outcome<()> {
        let field = self.until(&format!("the field {selector}"), || {
            self.element("return document.querySelector(arguments[0])", selector)
        })?;
        self.wait(field.clear())?;
        self.wait(field.send_keys(text))
    }

    /// Taps with a finger on the first visible link, button, label or summary of this name, once there is one.
    pub(crate) fn tap(&self, name: &str) -> Outcome<()> {
        self.tap_found(&format!("a link or button named \"{name}\""), NAMED, name)
    }

    /// Taps with a finger on the first visible element of this selector, once there is one.
    pub(crate) fn tap_at(&self, selector: &str) -> Outcome<()> {
        self.tap_found(selector, SELECTED, selector)
    }

    /// What is tapped is scrolled to first, as a finger would, and must lie under the finger, not below something else.
    fn tap_found(&self, what: &str, found: &str, argument: &str) -> Outcome<()> {
        let script = format!(
            "const found = (() => {{ {found} }})();
            if (!found) return null;
            found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const box = found.getClientRects()[0];
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            const hit = document.elementFromPoint(x, y);
            return found.contains(hit) || hit?.contains(found) ? [x, y] : null"
        );
        let (x, y): (f64, f64) = self.until(&format!("{what} under a finger"), || {
            let place = self.evaluate_with(&script, vec![json!(argument)])?;
            Ok(if place.is_null() { None } else { Some(serde_json::from_value(place)?) })
        })?;
        let touch = |kind: &str, points| json!({ "type": kind, "touchPoints": points });
        self.devtools("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": x, "y": y }])))?;
        self.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).map(drop)
    }
}
