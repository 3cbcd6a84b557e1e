//! Places: from bytes of a file to lines and columns, and the part of a line worth showing.

use crate::corpus::Span;
use crate::folder::Folder;
use std::borrow::Cow;
use std::collections::HashMap;

/// Characters of a line that are shown.
const SHOWN: usize = 160;

/// Where a span begins, and the text round it.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    pub(super) path: &'a str,
    /// From 1.
    pub(super) line: usize,
    /// From 1, in Unicode code points.
    pub(super) column: usize,
    /// The line, or the part of a long one round the span.
    pub(super) shown: String,
    /// The span's bytes in `shown`; what of it stands on later lines is left out.
    pub(super) marked: std::ops::Range<usize>,
}

impl Place<'_> {
    /// The marked text.
    pub(super) fn text(&self) -> &str {
        &self.shown[self.marked.clone()]
    }
}

/// Finds places, and remembers where each file's lines begin.
pub(super) struct Places<'a> {
    folder: &'a Folder,
    lines: HashMap<usize, Vec<usize>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(folder: &'a Folder) -> Places<'a> {
        Places { folder, lines: HashMap::new() }
    }

    /// `None` if the folder has no such file.
    pub(super) fn find(&mut self, span: Span) -> Option<Place<'a>> {
        let file = self.folder.files.get(span.file)?;
        let bytes = file.bytes.as_slice();
        let begins = self.lines.entry(span.file).or_insert_with(|| {
            let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        });
        let start = span.start.min(bytes.len());
        let line = begins.partition_point(|begin| *begin <= start);
        let mut begin = begins[line - 1];
        let mut end = begins.get(line).map_or(bytes.len(), |next| next - 1);
        if begin == 0 && bytes.starts_with(b"\xEF\xBB\xBF") {
            begin = 3;
        }
        if bytes.get(end.wrapping_sub(1)) == Some(&b'\r') {
            end -= 1;
        }
        let start = start.max(begin).min(end.max(begin));
        let stop = span.end.clamp(start, end.max(start));
        let before = String::from_utf8_lossy(&bytes[begin..start]);
        let inside = String::from_utf8_lossy(&bytes[start..stop]);
        let after = String::from_utf8_lossy(&bytes[stop..end.max(stop)]);
        let (shown, marked) = window(&before, &inside, &after);
        Some(Place { path: &file.path, line, column: before.chars().count() + 1, shown, marked })
    }
}

/// The middle of a line, with as much before and after it as is shown.
fn window(before: &str, inside: &Cow<str>, after: &str) -> (String, std::ops::Range<usize>) {
    let inside_shown: String = inside.chars().take(SHOWN).collect();
    let is_cut = inside_shown.len() < inside.len();
    let room = SHOWN - inside_shown.chars().count();
    let (mut shown, used) = if before.chars().nth(room).is_none() {
        (before.to_owned(), before.chars().count())
    } else {
        let kept = room.min(SHOWN / 3);
        let from = before.char_indices().rev().nth(kept).map_or(0, |(at, letter)| at + letter.len_utf8());
        (format!("…{}", &before[from..]), kept)
    };
    let start = shown.len();
    shown.push_str(&inside_shown);
    let end = shown.len();
    let rest = room - used.min(room);
    let tail: String = if is_cut { String::new() } else { after.chars().take(rest).collect() };
    let is_whole = !is_cut && tail.len() == after.len();
    shown.push_str(&tail);
    if !is_whole {
        shown.push('…');
    }
    (shown, start..end)
}
