//! What a visitor sees: texts, the focus, pictures, and what axe-core says of it all.

use std::{fs, path::Path};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::json;
use xtask::{Outcome, node};

use super::Page;

#[allow(dead_code, reason = "the words journeys are told in; not each is in use at any time")]
impl Page {
    pub(crate) fn title(&self) -> Outcome<String> {
        self.wait(self.driver().title())
    }

    /// The text that is seen in the first element of this selector.
    pub(crate) fn text(&self, selector: &str) -> Outcome<String> {
        let found =
            self.evaluate_with("return document.querySelector(arguments[0])?.innerText", vec![json!(selector)])?;
        found.as_str().map(|text| text.trim().to_owned()).ok_or_else(|| format!("nothing matches {selector}").into())
    }

    /// The texts of all elements of this selector.
    pub(crate) fn texts(&self, selector: &str) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())";
        let found = self.evaluate_with(script, vec![json!(selector)])?;
        Ok(serde_json::from_value(found)?)
    }

    pub(crate) fn count(&self, selector: &str) -> Outcome<usize> {
        let count =
            self.evaluate_with("return document.querySelectorAll(arguments[0]).length", vec![json!(selector)])?;
        Ok(serde_json::from_value(count)?)
    }

    /// An attribute of the first element of this selector; none if it has no such attribute.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Outcome<Option<String>> {
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        let found = self.evaluate_with(script, vec![json!(selector), json!(name)])?;
        Ok(found.as_str().map(str::to_owned))
    }

    /// Name of the element that has the focus: its label or text, else its tag.
    pub(crate) fn focused(&self) -> Outcome<String> {
        let script = "
            const e = document.activeElement;
            const label = e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? (e === document.body ? '' : e.innerText);
            return (label ?? '').replace(/\\s+/g, ' ').trim() || e.tagName.toLowerCase()";
        Ok(self.evaluate(script)?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the first element of this selector shows this text somewhere.
    pub(crate) fn until_text(&self, selector: &str, text: &str) -> Outcome<()> {
        self.until(&format!("\"{text}\" in {selector}"), || Ok(self.text(selector)?.contains(text).then_some(())))
    }

    /// Runs axe-core over all that is shown; each violation is told with the elements that it is about.
    pub(crate) fn is_accessible(&self) -> Outcome<()> {
        self.keeps_rules("{}")
    }

    /// Runs the rules of axe-core that are about colours, which are all that another mode can break.
    pub(crate) fn has_contrast(&self) -> Outcome<()> {
        self.keeps_rules("{ runOnly: ['color-contrast', 'link-in-text-block'] }")
    }

    fn keeps_rules(&self, options: &str) -> Outcome<()> {
        let packages = node::installed()?.ok_or("axe-core is not installed: `cargo xtask build` does, where npm is")?;
        if self.evaluate("return typeof axe")? != json!("object") {
            self.evaluate(&fs::read_to_string(packages.axe())?)?;
        }
        let script = format!(
            "const done = arguments[arguments.length - 1];
            axe.run(document, {{ ...{options}, resultTypes: ['violations'] }}).then(
                found => done(found.violations.map(v => `${{v.id}}: ${{v.help}}: ${{v.nodes.map(n => n.html).join(' | ')}}`)),
                error => done([String(error)]))"
        );
        let violations: Vec<String> = serde_json::from_value(self.evaluate_later(&script)?)?;
        if violations.is_empty() {
            Ok(())
        } else {
            Err(format!("accessibility:\n    {}", violations.join("\n    ")).into())
        }
    }

    /// What is seen now, as a PNG file.
    pub(crate) fn picture(&self, file: &Path) -> Outcome<()> {
        self.wait(self.driver().screenshot(file))
    }

    /// The page from its top to `most` pixels below, as a PNG file.
    pub(crate) fn whole_picture(&self, file: &Path, most: u64) -> Outcome<()> {
        let size = self.evaluate("const e = document.documentElement; return [e.clientWidth, e.scrollHeight]")?;
        let (width, height) = (size[0].as_u64().unwrap_or(0), size[1].as_u64().unwrap_or(0).min(most));
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let taken = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.devtools("Page.captureScreenshot", taken)?;
        fs::write(file, BASE64_STANDARD.decode(picture["data"].as_str().unwrap_or_default())?)?;
        Ok(())
    }
}
