//! Plain text: paragraphs exactly as they are given, trimmed at their ends.

use crate::corpus::{Block, BlockKind};

/// Paragraphs parted by blank lines; a line of white space alone is blank.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            push(&text[start..at], &mut blocks);
            start = at + line.len();
        }
        at += line.len();
    }
    push(&text[start..], &mut blocks);
    blocks
}

/// The same, but of a text without any blank line each line is a paragraph.
pub(super) fn paragraphs_or_lines(text: &str) -> Vec<Block> {
    if text.trim().lines().any(|line| line.trim().is_empty()) {
        return paragraphs(text);
    }
    let mut blocks = Vec::new();
    text.lines().for_each(|line| push(line, &mut blocks));
    blocks
}

fn push(paragraph: &str, blocks: &mut Vec<Block>) {
    let text = paragraph.trim();
    if !text.is_empty() {
        blocks.push(Block { kind: BlockKind::Paragraph, level: 0, text: text.to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(blocks: Vec<Block>) -> Vec<String> {
        blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs_and_nothing_inside_changes() {
        assert_eq!(texts(paragraphs("  one  two\n three\n \t\n\u{a0}\nfour\n\n\n")), ["one  two\n three", "four"]);
        assert_eq!(texts(paragraphs("one\ntwo")), ["one\ntwo"]);
        assert_eq!(texts(paragraphs("\n\n")), [""; 0]);
    }

    #[test]
    fn lines_are_paragraphs_where_no_line_is_blank() {
        assert_eq!(texts(paragraphs_or_lines("\n one\ntwo \n\n")), ["one", "two"]);
        assert_eq!(texts(paragraphs_or_lines("one\ntwo\n\nthree")), ["one\ntwo", "three"]);
    }
}
