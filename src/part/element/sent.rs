//! Elements as bytes: what one program draws up and another one puts on the screen. Handlers and live pieces stay behind.

use std::cell::RefCell;

use super::{Data, Element, Piece, element};

/// What follows: an element's tag, one of its attributes, a text in it, or nothing more of it.
const OPEN: u8 = 1;
const ATTRIBUTE: u8 = 2;
const TEXT: u8 = 3;
const CLOSE: u8 = 0;

impl Element {
    pub(crate) fn sent(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.0.send(&mut bytes);
        bytes
    }

    /// `None` if these are not the bytes of one element.
    pub(crate) fn received(mut bytes: &[u8]) -> Option<Element> {
        let mut open: Vec<Element> = Vec::new();
        loop {
            match byte(&mut bytes)? {
                OPEN => open.push(element(name(text(&mut bytes)?))),
                ATTRIBUTE => {
                    let name = name(text(&mut bytes)?);
                    open.last_mut()?.0.attributes.push((name, text(&mut bytes)?.to_owned().into()));
                }
                TEXT => open.last_mut()?.0.children.push(Piece::Text(text(&mut bytes)?.to_owned().into())),
                CLOSE => {
                    let closed = open.pop()?;
                    match open.last_mut() {
                        Some(around) => around.0.children.push(Piece::Element(closed)),
                        None => return bytes.is_empty().then_some(closed),
                    }
                }
                _ => return None,
            }
        }
    }
}

impl Data {
    fn send(&self, bytes: &mut Vec<u8>) {
        let put = |bytes: &mut Vec<u8>, text: &str| {
            bytes.extend((text.len() as u32).to_le_bytes());
            bytes.extend(text.as_bytes());
        };
        bytes.push(OPEN);
        put(bytes, self.tag);
        for (name, value) in &self.attributes {
            bytes.push(ATTRIBUTE);
            put(bytes, name);
            put(bytes, value);
        }
        for child in &self.children {
            match child {
                Piece::Text(text) => {
                    bytes.push(TEXT);
                    put(bytes, text);
                }
                Piece::Element(element) => element.0.send(bytes),
                Piece::Live(_) => {}
            }
        }
        bytes.push(CLOSE);
    }
}

fn byte(bytes: &mut &[u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

fn text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (text, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}

/// Tags and names of attributes are few, and live as long as the page.
fn name(name: &str) -> &'static str {
    thread_local! { static NAMES: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) } }
    NAMES.with_borrow_mut(|names| match names.iter().find(|known| **known == name) {
        Some(known) => known,
        None => {
            let new: &'static str = Box::leak(name.into());
            names.push(new);
            new
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn_up() -> Element {
        let link = element("a").set("href", "?q=Māori").mark("data-current", true).add("Māori \u{1}\u{0} <b>");
        element("p").class("found").add("one ").add(link).add(element("br")).add(12)
    }

    #[test]
    fn what_is_received_is_what_was_sent() {
        let sent = drawn_up().sent();
        let received = Element::received(&sent).expect("it was sent");
        assert_eq!(received.sent(), sent);
        assert_eq!((received.0.tag, received.0.children.len()), ("p", 4));
    }

    #[test]
    fn other_bytes_are_nothing() {
        let sent = drawn_up().sent();
        for end in 0..sent.len() {
            assert!(Element::received(&sent[..end]).is_none(), "{end}");
        }
        assert!(Element::received(&[sent.as_slice(), &[CLOSE]].concat()).is_none());
        assert!(Element::received(&[OPEN, 1, 0, 0, 0, 0xff, CLOSE]).is_none());
        assert!(Element::received(&[9]).is_none());
    }
}
