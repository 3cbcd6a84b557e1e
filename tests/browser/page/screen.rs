//! The screen that a visitor has: its size, and what the system asks for.

use serde_json::{Value, json};
use xtask::Outcome;

use super::Page;
use crate::engines;

/// Light or dark, as the visitor's system asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// A way to look at the page that a visitor's system can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Light,
    Dark,
    /// Few colours, chosen by the visitor (`forced-colors`).
    Forced,
    /// Nothing is to move (`prefers-reduced-motion`).
    Still,
    Print,
}

impl Mode {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Mode::Light => "light",
            Mode::Dark => "dark",
            Mode::Forced => "forced-colours",
            Mode::Still => "reduced-motion",
            Mode::Print => "print",
        }
    }
}

#[allow(dead_code, reason = "the words journeys are told in; not each is in use at any time")]
impl Page {
    /// Width and height of what is seen, in CSS pixels; narrower than a window can be made.
    pub(crate) fn resize(&self, width: u32, height: u32) -> Outcome<()> {
        self.size.set((width, height));
        engines::resize(self, width, height)
    }

    /// Waits until what is seen is of this size: windows take their time.
    pub(crate) fn until_size(&self, width: u32, height: u32) -> Outcome<()> {
        self.until(&format!("a page of {width} by {height} pixels"), || {
            Ok((self.evaluate("return [innerWidth, innerHeight]")? == json!([width, height])).then_some(()))
        })
    }

    pub(crate) fn scheme(&self, scheme: Scheme) -> Outcome<()> {
        engines::scheme(self, scheme)
    }

    /// Shows the page in this mode, and in no other.
    pub(crate) fn mode(&self, mode: Mode) -> Outcome<()> {
        let on = |wanted: Mode, on: &'static str, off: &'static str| if mode == wanted { on } else { off };
        let features = [
            ("prefers-color-scheme", on(Mode::Dark, "dark", "light")),
            ("forced-colors", on(Mode::Forced, "active", "none")),
            ("prefers-reduced-motion", on(Mode::Still, "reduce", "no-preference")),
        ];
        let features: Vec<Value> = features.map(|(name, value)| json!({ "name": name, "value": value })).into();
        let media = json!({ "media": on(Mode::Print, "print", "screen"), "features": features });
        self.devtools("Emulation.setEmulatedMedia", media)?;
        // Colours on their way to other ones are neither.
        self.until("nothing that moves", || {
            Ok((self.evaluate("return document.getAnimations().length")? == json!(0)).then_some(()))
        })
    }

    /// A telephone: this many CSS pixels, each of two of its own, and a finger instead of a pointer.
    pub(crate) fn be_a_phone(&self, width: u32, height: u32) -> Outcome<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", size)?;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })).map(drop)
    }
}
