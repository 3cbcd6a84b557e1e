//! Front matter: the facts between `+++` (TOML) or `---` (YAML) lines at the head of a Markdown file.

use super::collected::Collected;
use super::source::Source;
use super::value::Field;
use super::{toml, yaml};

/// Longest front matter that is read, in bytes.
const LIMIT: usize = 1_000_000;

/// A Markdown file's facts and what follows them.
pub(super) struct Parts<'a> {
    pub(super) fields: Vec<Field>,
    /// What the fields were read from.
    pub(super) facts: Source<'a>,
    pub(super) markdown: Source<'a>,
}

/// Parts a file; `None` if its front matter cannot be read. A file that does not begin with a fence has none.
pub(super) fn parts<'a>(file: Source<'a>, problems: &mut Collected) -> Option<Parts<'a>> {
    let (first, body) = line_at(file.text, 0);
    let fence = first.trim_end();
    if fence != "+++" && fence != "---" {
        let blank = file.text.len() - file.text.trim_start().len();
        let late = line_at(file.text, blank).0.trim_end();
        if blank > 0 && (late == "+++" || late == "---") {
            problems.error(
                "late-front-matter",
                file.span(blank..blank + 3),
                "front matter stands on the first line, or it is text",
                "take out the lines before it",
            );
            return None;
        }
        return Some(Parts { fields: Vec::new(), facts: file.part(0..0), markdown: file });
    }
    let mut at = body;
    let end = loop {
        if at >= file.text.len() {
            let message = format!("the front matter that begins here has no closing `{fence}` line");
            problems.error(
                "unclosed-front-matter",
                file.span(0..fence.len()),
                message,
                "close it with a line of the same three signs",
            );
            return None;
        }
        let (line, next) = line_at(file.text, at);
        let line = line.trim_end();
        if line == fence || fence == "---" && line == "..." {
            break (at, next);
        }
        at = next;
        if at > LIMIT {
            let message = format!("front matter of more than {} MB", LIMIT / 1_000_000);
            problems.error("front-matter-too-long", file.span(0..fence.len()), message, "is its closing line missing?");
            return None;
        }
    };
    let facts = file.part(body..end.0);
    let fields = if fence == "+++" { toml::fields(facts, problems) } else { yaml::fields(facts, problems) }?;
    Some(Parts { fields, facts, markdown: file.part(end.1..file.text.len()) })
}

/// The line that begins at a byte, without its line feed, and where the next one begins.
fn line_at(text: &str, at: usize) -> (&str, usize) {
    let rest = &text[at..];
    match rest.find('\n') {
        Some(end) => (&rest[..end], at + end + 1),
        None => (rest, text.len()),
    }
}
