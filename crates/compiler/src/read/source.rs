//! A source: the text of a file, or a part of it, that knows where in its file it stands.

use super::collected::Collected;
use super::odd;
use crate::corpus::Span;
use crate::folder::Folder;
use std::collections::BTreeMap;
use std::ops::Range;

/// Longest file that is read at once, in bytes.
pub(super) const FILE_LIMIT: usize = 200_000_000;
/// Longest line that is read, in bytes.
pub(super) const LINE_LIMIT: usize = 50_000_000;

/// A stretch of a file that is known to be UTF-8.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    pub(super) file: usize,
    /// Byte of the file at which `text` begins.
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl<'a> Source<'a> {
    /// A whole file, without its byte order mark; `None` if it is too big, has too long a line or is not UTF-8.
    pub(super) fn whole(folder: &'a Folder, file: usize, problems: &mut Collected) -> Option<Source<'a>> {
        let (start, bytes) = bytes(folder, file, problems)?;
        if let Some((at, line)) = lines(bytes).find(|(_, line)| line.len() > LINE_LIMIT) {
            long_line(Span { file, start: start + at, end: start + at }, line.len(), problems);
            return None;
        }
        utf8(file, start, bytes, problems)
    }

    pub(super) fn part(&self, range: Range<usize>) -> Source<'a> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        Source { file: self.file, start: self.start + range.start, text }
    }

    /// The place in the file of a range of `text`.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span { file: self.file, start: self.start + range.start, end: self.start + range.end }
    }

    /// The place where the text begins.
    pub(super) fn beginning(&self) -> Span {
        self.span(0..0)
    }

    /// What stands at a place of the same file; empty outside this text.
    pub(super) fn at(&self, span: Span) -> &'a str {
        let start = span.start.checked_sub(self.start);
        let end = span.end.checked_sub(self.start);
        start.zip(end).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// Warns of odd characters, of each where it first stands.
    pub(super) fn warn_of_odd_characters(&self, problems: &mut Collected) {
        let mut found: BTreeMap<char, (usize, usize)> = BTreeMap::new();
        for (at, letter) in odd::characters(self.text) {
            found.entry(letter).or_insert((at, 0)).1 += 1;
        }
        for (letter, (at, count)) in found {
            odd::warn(letter, count, self.span(at..at + letter.len_utf8()), problems);
        }
    }
}

/// The bytes of a file after its byte order mark, and where they begin; `None` if the file is too big.
pub(super) fn bytes<'a>(folder: &'a Folder, file: usize, problems: &mut Collected) -> Option<(usize, &'a [u8])> {
    let bytes = folder.files[file].bytes.as_slice();
    if bytes.len() > FILE_LIMIT {
        let message =
            format!("the file has {} MB; at most {} are read", bytes.len() / 1_000_000, FILE_LIMIT / 1_000_000);
        problems.error("file-too-big", Span { file, start: 0, end: 0 }, message, "part it into several files");
        return None;
    }
    Some(after_mark(file, bytes, problems))
}

/// The bytes with which a file begins, after its byte order mark, and where they begin.
pub(super) fn after_mark<'a>(file: usize, bytes: &'a [u8], problems: &mut Collected) -> (usize, &'a [u8]) {
    match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => {
            let span = Span { file, start: 0, end: 3 };
            problems.notice("byte-order-mark", span, "the file begins with a byte order mark; it was passed over", "");
            (3, rest)
        }
        None => (0, bytes),
    }
}

/// The text of bytes that begin at `start` of a file; `None`, with an error, if they are not UTF-8.
pub(super) fn utf8<'a>(file: usize, start: usize, bytes: &'a [u8], problems: &mut Collected) -> Option<Source<'a>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Source { file, start, text }),
        Err(error) => {
            let at = start + error.valid_up_to();
            let end = at + error.error_len().unwrap_or(1);
            let message = format!("byte {at} of the file is not UTF-8; the document was left out");
            problems.error("not-utf-8", Span { file, start: at, end }, message, "save the file as UTF-8");
            None
        }
    }
}

/// Lines without their line ends, and where each begins.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    bytes.split(|byte| *byte == b'\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    })
}

pub(super) fn long_line(span: Span, length: usize, problems: &mut Collected) {
    let message = format!("a line of {} MB; at most {} are read", length / 1_000_000, LINE_LIMIT / 1_000_000);
    problems.error("line-too-long", span, message, "part the text into paragraphs or documents");
}
