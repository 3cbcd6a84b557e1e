//! Places: from bytes of a file to lines and columns, and the part of a line worth showing.

use crate::corpus::Span;
use crate::folder::Folder;
use std::collections::HashMap;

/// Characters of a line that are shown.
const SHOWN: usize = 160;
/// Bytes of a line that are read from a place on: more than are shown.
const MOST: usize = 4 * 1024;

/// Where a span begins, and the text round it.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    pub(super) path: &'a str,
    /// From 1.
    pub(super) line: usize,
    /// From 1, in Unicode code points.
    pub(super) column: usize,
    /// What stands there, up to the end of the line.
    pub(super) text: String,
    /// The line, or the part of a long one round the span, with what cannot be seen made visible.
    pub(super) shown: String,
    /// The span's bytes in `shown`; what of it stands on later lines is left out.
    pub(super) marked: std::ops::Range<usize>,
}

/// Finds places, and remembers where each file's lines end.
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
        let length = self.folder.length(span.file);
        let start = span.start.min(length);
        let (line, begin) = self.line(span.file, start);
        let bytes = self.folder.part(span.file, begin..length.min(start + MOST));
        let mark = if begin == 0 && bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        // From here on, bytes of this line.
        let start = (start - begin).min(bytes.len());
        let mut end =
            bytes[start..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| start + length);
        if bytes[start..end].ends_with(b"\r") {
            end -= 1;
        }
        let start = start.max(mark);
        let end = end.max(start);
        let stop = span.end.saturating_sub(begin).clamp(start, end);
        let before = String::from_utf8_lossy(&bytes[mark..start]);
        let inside = String::from_utf8_lossy(&bytes[start..stop]);
        let after = String::from_utf8_lossy(&bytes[stop..end]);
        let (shown, marked) = window(&before, &inside, &after);
        let text = inside.chars().take(SHOWN).collect();
        Some(Place { path: &file.path, line, column: before.chars().count() + 1, text, shown, marked })
    }

    /// The line, from 1, in which a byte stands, and where that line begins.
    fn line(&mut self, file: usize, at: usize) -> (usize, usize) {
        if at == 0 {
            return (1, 0);
        }
        let ends = self.lines.entry(file).or_insert_with(|| self.folder.line_ends(file));
        let before = ends.partition_point(|end| *end < at);
        (before + 1, before.checked_sub(1).map_or(0, |last| ends[last] + 1))
    }
}

/// The middle of a line, with as much before and after it as is shown.
fn window(before: &str, inside: &str, after: &str) -> (String, std::ops::Range<usize>) {
    let inside_shown: String = inside.chars().take(SHOWN).map(visible).collect();
    let is_cut = inside.chars().nth(SHOWN).is_some();
    let room = SHOWN - inside_shown.chars().count();
    let (mut shown, used) = if before.chars().nth(room).is_none() {
        (before.chars().map(visible).collect::<String>(), before.chars().count())
    } else {
        let kept = room.min(SHOWN / 3);
        let from = before.char_indices().rev().nth(kept).map_or(0, |(at, letter)| at + letter.len_utf8());
        (std::iter::once('…').chain(before[from..].chars().map(visible)).collect(), kept)
    };
    let start = shown.len();
    shown.push_str(&inside_shown);
    let end = shown.len();
    let rest = room - used.min(room);
    let rest = if is_cut { 0 } else { rest };
    shown.extend(after.chars().take(rest).map(visible));
    if is_cut || after.chars().nth(rest).is_some() {
        shown.push('…');
    }
    (shown, start..end)
}

/// A character that a terminal shows: one that it would swallow or obey becomes a replacement character.
fn visible(letter: char) -> char {
    let is_swallowed = letter != '\t' && letter.is_control()
        || matches!(letter, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(letter, '\u{FEFF}' | '\u{E0000}'..='\u{E007F}');
    if is_swallowed { char::REPLACEMENT_CHARACTER } else { letter }
}
