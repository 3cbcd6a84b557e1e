//! Texts as each format writes them, so that none leaves its place.

use super::Format;

/// Adds a text, on one line. BibTeX counts braces even behind a backslash, hence their names.
#[inline(never)]
pub(super) fn escape(format: Format, text: &str, escaped: &mut String) {
    let (mut is_parted, mut is_begun) = (false, false);
    for letter in text.chars() {
        if letter.is_whitespace() || letter.is_control() {
            is_parted = is_begun;
            continue;
        }
        if std::mem::take(&mut is_parted) {
            escaped.push(' ');
        }
        is_begun = true;
        let name = match letter {
            '"' | '\\' if format == Format::Csl => "\\",
            _ if format != Format::Bibtex => "",
            '\\' => "{\\textbackslash}",
            '{' => "{\\textbraceleft}",
            '}' => "{\\textbraceright}",
            '~' => "{\\textasciitilde}",
            '^' => "{\\textasciicircum}",
            '%' | '&' | '#' | '$' | '_' => "\\",
            _ => "",
        };
        escaped.push_str(name);
        if name.len() < 2 {
            escaped.push(letter);
        }
    }
}

/// Not generic, as `concat` is.
#[inline(never)]
pub(super) fn push(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}
