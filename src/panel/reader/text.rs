//! The blocks of a document; passages carry their numbers, which are links to them.

use archive::BlockKind;
use explore::view::{ReadStatement, ReaderBlock, Segment};

use crate::panel::statements::speaker;
use crate::part::{Content, Element, Piece, anchor, element, fill, linked, links, say};

/// `arrive`: the visitor arrives at the first hit; else at the passage the address points at.
/// `noted`: whether there is a note on the passage of that number.
pub(crate) fn text(blocks: Vec<ReaderBlock>, arrive: bool, noted: &dyn Fn(u32) -> bool) -> Vec<Element> {
    blocks.into_iter().map(|each| block(each, arrive, noted)).collect()
}

fn block(block: ReaderBlock, arrive: bool, noted: &dyn Fn(u32) -> bool) -> Element {
    let words = match (block.kind, block.level) {
        (BlockKind::Heading, 0..=2) => element("h2"),
        (BlockKind::Heading, 3) => element("h3"),
        (BlockKind::Heading, _) => element("h4"),
        (BlockKind::Table | BlockKind::Code, _) => element("pre"),
        (BlockKind::Quotation, _) => element("blockquote"),
        _ => element("p"),
    };
    let names = (!block.names_only.is_empty()).then(|| {
        let names = links(element("span"), block.names_only);
        element("span").class("names-only").around(say("Text not shown. It names {}").into(), names)
    });
    let words = words.set("dir", "auto").add(said(block.segments, &block.statements, arrive)).add(names);
    let Some(number) = block.passage else { return words };
    let star = noted(number).then_some("★");
    let number = number.to_string();
    let place = anchor(block.href)
        .class("number")
        .set("id", ["passage-", &number].concat())
        .says(fill(if star.is_some() { "Passage {}, with your note" } else { "Passage {}" }, &[&number]))
        .add(number.clone())
        .add(star);
    let sayings: Vec<Element> = block.statements.into_iter().map(saying).collect();
    let sayings = (!sayings.is_empty()).then(|| element("ul").class("sayings").add(sayings));
    element("div")
        .class("passage")
        .set("id", ["p-", &number].concat())
        .set("tabindex", "-1")
        .set("data-kind", block.kind.word())
        .set_given("aria-current", if block.current { "location" } else { "" })
        .mark("data-arrive", block.current)
        .add(place)
        .add(words)
        .add(sayings)
}

/// The text with the words of its statements marked; those of a speaker who is not sure otherwise than the rest.
fn said(segments: Vec<Segment>, statements: &[ReadStatement], arrive: bool) -> Vec<Piece> {
    // Of each segment: 0 if nobody says it, else 1, or 2 if that is not sure.
    let mut levels = vec![0; segments.len()];
    for statement in statements {
        for (first, end) in &statement.segments {
            for level in levels.iter_mut().take(*end).skip(*first).filter(|level| **level == 0) {
                *level = 1 + usize::from(!statement.is_sure);
            }
        }
    }
    let (mut pieces, mut segments, mut at) = (Vec::new(), segments.into_iter(), 0);
    while at < levels.len() {
        let length = levels[at..].iter().take_while(|level| **level == levels[at]).count();
        let stretch = linked(segments.by_ref().take(length).collect(), arrive);
        match levels[at] {
            0 => stretch.put_into(&mut pieces),
            level => element("span").class("said").mark("data-unsure", level > 1).add(stretch).put_into(&mut pieces),
        }
        at += length;
    }
    pieces
}

/// Who is on record with words of the passage, how sure that is, and a record to correct it with.
fn saying(statement: ReadStatement) -> Element {
    let correction = (!statement.correction.is_empty()).then(|| {
        let record = element("pre").set("dir", "auto").add(statement.correction);
        element("details").add(element("summary").add("Correct this")).add(record)
    });
    element("li")
        .mark("data-unsure", !statement.is_sure)
        .add(speaker(statement.speaker, statement.source))
        .add(element("span").class("how").add(statement.verb))
        .add(element("span").class("how").add(statement.kind))
        .add(element("span").class("how").add(statement.status))
        .add(correction)
}
