//! An element of the page, as plain data that Leptos can draw and patch in place.
//!
//! `view!` gives every shape of markup a type of its own, and the compiler writes out its drawing and patching each time.
//! With the panels' hundred shapes that came to 130 KB of the download (brotli), more than the engine and Leptos together.
//! This one type draws them all. Strings become attributes and text nodes, never markup.

mod drawn;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod sent;

use std::borrow::Cow;

use leptos::prelude::*;
use web_sys::Event;

use super::{figure, say};

/// Attributes that hold words. A literal among them, or as text, is a wording of the page; a `String` may be of a document.
const NAMING: [&str; 4] = ["aria-label", "title", "placeholder", "data-head"];

type Handler = Box<dyn FnMut(&Event) + Send>;

/// One element with all that stands in it. Boxed, so that a chain of calls hands on one word.
pub(crate) struct Element(Box<Data>);

struct Data {
    tag: &'static str,
    /// A name that begins with `--` is a custom property of its style.
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    handlers: Vec<(&'static str, Handler)>,
    children: Vec<Piece>,
}

/// What stands in an element.
pub(crate) enum Piece {
    Text(Cow<'static, str>),
    Element(Element),
    /// Something that Leptos draws again by itself.
    Live(AnyView),
}

#[inline(never)]
pub(crate) fn element(tag: &'static str) -> Element {
    Element(Box::new(Data { tag, attributes: Vec::new(), handlers: Vec::new(), children: Vec::new() }))
}

/// Drawn again whenever a signal read in it changes.
pub(crate) fn redrawn(draw: impl FnMut() -> Option<Element> + Send + 'static) -> AnyView {
    let draw: Box<dyn FnMut() -> Option<Element> + Send> = Box::new(draw);
    draw.into_any()
}

/// The same, within an element. Where there is no browser (`first.rs`) it is drawn once.
pub(crate) fn live(mut draw: impl FnMut() -> Option<Element> + Send + 'static) -> Piece {
    match cfg!(target_arch = "wasm32") {
        true => Piece::Live(redrawn(draw)),
        false => draw().map_or(Piece::Text("".into()), Piece::Element),
    }
}

impl Element {
    #[inline(never)]
    pub(crate) fn class(self, class: &'static str) -> Element {
        self.set("class", class)
    }

    #[inline(never)]
    pub(crate) fn set(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Element {
        let value = match value.into() {
            Cow::Borrowed(words) if NAMING.contains(&name) => say(words).into(),
            value => value,
        };
        self.0.attributes.push((name, value));
        self
    }

    /// Sets it unless the value is empty.
    #[inline(never)]
    pub(crate) fn set_given(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Element {
        let value = value.into();
        if value.is_empty() { self } else { self.set(name, value) }
    }

    /// Sets an attribute that needs no value, if `so`.
    #[inline(never)]
    pub(crate) fn mark(self, name: &'static str, so: bool) -> Element {
        if so { self.set(name, "") } else { self }
    }

    /// A name for those who hear the page, shown to those who point.
    #[inline(never)]
    pub(crate) fn says(self, words: String) -> Element {
        self.set("aria-label", words.clone()).set("title", words)
    }

    /// One of many that share a stop of the Tab key (see `roving`).
    #[inline(never)]
    pub(crate) fn stop(self, number: usize) -> Element {
        self.set("tabindex", "-1").set("data-stop", number.to_string())
    }

    /// For signals that a reload may lose; what matters is a link or a form.
    pub(crate) fn on(mut self, event: &'static str, handler: impl FnMut(&Event) + Send + 'static) -> Element {
        self.0.handlers.push((event, Box::new(handler)));
        self
    }

    /// Text, elements or none, in their order.
    #[inline(never)]
    pub(crate) fn add(mut self, content: impl Content) -> Element {
        content.put_into(&mut self.0.children);
        self
    }
}

impl Element {
    /// Words with an element in their place `{}`, wherever their language has it.
    #[inline(never)]
    pub(crate) fn around(mut self, words: Cow<'static, str>, content: Element) -> Element {
        let (before, rest) = words.split_once('{').unwrap_or((&words, ""));
        let (_, after) = rest.split_once('}').unwrap_or_default();
        let children = &mut self.0.children;
        let text = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        text(before).put_into(children);
        content.put_into(children);
        text(after).put_into(children);
        self
    }
}

/// What can be added to an element.
pub(crate) trait Content {
    fn put_into(self, children: &mut Vec<Piece>);
}

macro_rules! content {
    ($($type:ty: |$value:ident| $piece:expr),+ $(,)?) => {
        $(impl Content for $type {
            fn put_into(self, children: &mut Vec<Piece>) {
                let $value = self;
                children.push($piece);
            }
        })+
    };
}

content! {
    &'static str: |text| Piece::Text(say(text).into()),
    String: |text| Piece::Text(text.into()),
    usize: |number| Piece::Text(figure(number).into()),
    Element: |element| Piece::Element(element),
    Piece: |piece| piece,
}

impl<T: Content> Content for Option<T> {
    fn put_into(self, children: &mut Vec<Piece>) {
        if let Some(content) = self {
            content.put_into(children);
        }
    }
}

impl<T: Content> Content for Vec<T> {
    fn put_into(self, children: &mut Vec<Piece>) {
        self.into_iter().for_each(|content| content.put_into(children));
    }
}
