//! Text of the corpus with the marks in it: always text nodes.

use explore::view::Segment;

use super::{
    anchor,
    element::{Content, Element, Piece, element},
    fill, kind_word,
};

/// With its hits marked, for places that are links as a whole and for short extracts.
pub(crate) fn marked(segments: Vec<Segment>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for segment in segments {
        match segment.mark {
            Some(mark) if mark.hit.is_some() => element("mark").add(segment.text).put_into(&mut pieces),
            _ => segment.text.put_into(&mut pieces),
        }
    }
    pieces
}

/// To read: hits are numbered places to jump to, mentions are quiet links. The visitor arrives at the first hit, if
/// `arrive` says so.
pub(crate) fn linked(segments: Vec<Segment>, arrive: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for segment in segments {
        let (hit, entity) = segment.mark.map_or((None, None), |mark| (mark.hit, mark.entity));
        let mention: Option<Element> = entity.map(|entity| {
            let note = fill("{}: {}", &[&entity.label, &entity.found_by]);
            anchor(entity.href).class("mention").set("data-kind", kind_word(entity.kind)).set("title", note)
        });
        let numbered = hit.map(|hit| {
            let id = ["hit-", &hit.to_string()].concat();
            element("mark").set("id", id).set("tabindex", "-1").mark("data-arrive", arrive && hit == 1)
        });
        match (numbered, mention) {
            (Some(hit), Some(mention)) => hit.add(mention.add(segment.text)).put_into(&mut pieces),
            (Some(one), None) | (None, Some(one)) => one.add(segment.text).put_into(&mut pieces),
            (None, None) => segment.text.put_into(&mut pieces),
        }
    }
    pieces
}
