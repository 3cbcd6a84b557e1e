//! Markdown as plain text: its blocks, in order. HTML is text like any other; an image is its description.

use crate::corpus::{Block, BlockKind};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Deepest nesting of lists and quotations that is read.
const DEPTH_LIMIT: usize = 64;

/// The blocks of a Markdown text; `Err` with the byte where lists and quotations are nested too deep.
pub(super) fn blocks(markdown: &str) -> Result<Vec<Block>, usize> {
    if let Some(at) = too_deep(markdown) {
        return Err(at);
    }
    let mut rendering = Rendering::default();
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        rendering.take(event);
        if rendering.open.len() > DEPTH_LIMIT {
            return Err(range.start);
        }
    }
    rendering.flush(BlockKind::Paragraph, 0);
    Ok(rendering.blocks)
}

/// A line that opens more quotations and lists than are read: the parser would build them all.
fn too_deep(markdown: &str) -> Option<usize> {
    let mut at = 0;
    for line in markdown.split('\n') {
        let mut depth = 0;
        // The last two bytes, for a marker ends before white space: "-", "1.".
        let mut before = [b' '; 2];
        for byte in line.bytes() {
            match byte {
                b'>' => depth += 1,
                b' ' | b'\t' if matches!(before, [_, b'-' | b'*' | b'+'] | [b'0'..=b'9', b'.' | b')']) => depth += 1,
                b' ' | b'\t' | b'-' | b'*' | b'+' | b'.' | b')' | b'0'..=b'9' => {}
                _ => break,
            }
            before = [before[1], byte];
        }
        // A row of dashes with spaces between them is a rule, not a list of lists.
        let is_rule = !line.trim_end().is_empty()
            && line.bytes().all(|byte| matches!(byte, b'-' | b'*' | b'_' | b' ' | b'\t' | b'\r'));
        if depth > DEPTH_LIMIT && !is_rule {
            return Some(at);
        }
        at += line.len() + 1;
    }
    None
}

#[derive(Default)]
struct Rendering {
    blocks: Vec<Block>,
    /// The text of the block being read.
    text: String,
    /// Lists' items and quotations that are open.
    open: Vec<BlockKind>,
    is_first_cell: bool,
}

impl Rendering {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            // An editor's note to editors.
            Event::Html(text) | Event::InlineHtml(text) if text.trim_start().starts_with("<!--") => {}
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text.push_str(&text)
            }
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text.push_str(&text)
            }
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.flush(BlockKind::Paragraph, 0),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            // What stands before these in a list's item is a passage of its own.
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Table(_) => {
                self.flush(BlockKind::Paragraph, 0);
            }
            Tag::Item => {
                self.flush(BlockKind::Paragraph, 0);
                self.open.push(BlockKind::ListItem);
            }
            Tag::BlockQuote(_) => {
                self.flush(BlockKind::Paragraph, 0);
                self.open.push(BlockKind::Quotation);
            }
            Tag::TableHead | Tag::TableRow => self.is_first_cell = true,
            Tag::TableCell => self.text.push_str(if std::mem::take(&mut self.is_first_cell) { "" } else { " | " }),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.flush(BlockKind::Paragraph, 0),
            TagEnd::Heading(level) => self.flush(BlockKind::Heading, level as u8),
            TagEnd::CodeBlock => self.flush(BlockKind::Code, 0),
            TagEnd::Table => self.flush(BlockKind::Table, 0),
            TagEnd::TableHead | TagEnd::TableRow => self.text.push('\n'),
            TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.flush(BlockKind::Paragraph, 0);
                self.open.pop();
            }
            _ => {}
        }
    }

    /// Ends the block being read. A paragraph in a quotation is a quotation, in a list's item it is an item.
    fn flush(&mut self, kind: BlockKind, level: u8) {
        let text = std::mem::take(&mut self.text).replace("\r\n", "\n");
        let text = if kind == BlockKind::Code { text.trim_end().trim_start_matches('\n') } else { text.trim() };
        if text.trim().is_empty() {
            return;
        }
        let kind = match kind {
            BlockKind::Paragraph if self.open.contains(&BlockKind::Quotation) => BlockKind::Quotation,
            BlockKind::Paragraph if !self.open.is_empty() => BlockKind::ListItem,
            _ => kind,
        };
        self.blocks.push(Block { kind, level, text: text.to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    fn shown(markdown: &str) -> String {
        let mut shown = String::new();
        for block in blocks(markdown).expect("it is not deep") {
            writeln!(shown, "{}{}: {:?}", block.kind.word(), block.level, block.text).expect("strings take all");
        }
        shown
    }

    #[test]
    fn markdown_becomes_plain_text() {
        expect_test::expect![[r#"
            heading1: "A title with *stars* & code"
            paragraph0: "One two three link, an image."
            list-item0: "first"
            list-item0: "nested"
            list-item0: "second, loose"
            list-item0: "its second paragraph"
            quotation0: "said so"
            quotation0: "in a list"
            table0: "a | b\nc |"
            code0: "    let x = 1;\n  y"
            paragraph0: "<div>literal</div>"
            paragraph0: "Inline <b>html</b> too[^1] and ~~this~~."
            heading2: "Under"
            paragraph0: "a line\nbroken"
        "#]]
        .assert_eq(&shown(
            "# A *title* with \\*stars\\* &amp; `code`\n\nOne **two**\nthree [link](http://x.org), ![an image](y.png).\n\n\
             - first\n  - nested\n\n- second, loose\n\n  its second paragraph\n\n\
             > said\n> so\n>\n> - in a list\n\n| a | b |\n|---|---|\n| c | |\n\n```\n    let x = 1;\n  y\n\n```\n\n\
             <div>literal</div>\n\nInline <b>html</b> too[^1] and ~~this~~.\n\nUnder\n-----\n\na line  \nbroken\n\n   \n\n***\n",
        ));
    }

    #[test]
    fn line_ends_make_no_difference() {
        let text = "# T\n\none\ntwo  \nthree\n\n```\ncode\nmore\n```\n\n| a |\n|---|\n| b |\n\n<p>\nx\n</p>\n";
        assert_eq!(blocks(text), blocks(&text.replace('\n', "\r\n")));
    }

    #[test]
    fn nesting_has_an_end() {
        assert_eq!(blocks(&format!("ab\n{} x", "> ".repeat(100))), Err(3));
        assert_eq!(blocks(&format!("{} x", "- ".repeat(100))), Err(0));
        assert!(blocks(&"- ".repeat(100)).is_ok_and(|blocks| blocks.is_empty()));
        let stairs: String = (0..100).map(|step| format!("{}- x\n", "  ".repeat(step))).collect();
        assert!(blocks(&stairs).is_err());
    }
}
