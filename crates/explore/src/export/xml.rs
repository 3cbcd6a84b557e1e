//! XML 1.0, written element by element.

/// A document that grows; what is open is indented and closed again.
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

pub(super) type Attributes<'a> = [(&'a str, &'a str)];

impl Xml {
    pub(super) fn new() -> Xml {
        Xml { text: r#"<?xml version="1.0" encoding="UTF-8"?>"#.to_owned() + "\n", open: Vec::new() }
    }

    /// Opens an element that others stand in.
    pub(super) fn open(&mut self, name: &'static str, attributes: &Attributes) {
        self.begin(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.end(name);
        }
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &Attributes) {
        self.begin(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element that holds text.
    pub(super) fn text(&mut self, name: &'static str, attributes: &Attributes, text: &str) {
        self.begin(name, attributes);
        self.text.push('>');
        push_escaped(text, &mut self.text);
        self.end(name);
    }

    /// The document, with everything closed that was still open.
    pub(super) fn finished(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn indent(&mut self) {
        self.open.iter().for_each(|_| self.text.push_str("  "));
    }

    fn begin(&mut self, name: &str, attributes: &Attributes) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            for part in [" ", name, "=\""] {
                self.text.push_str(part);
            }
            push_escaped(value, &mut self.text);
            self.text.push('"');
        }
    }

    fn end(&mut self, name: &str) {
        for part in ["</", name, ">\n"] {
            self.text.push_str(part);
        }
    }
}

/// A text as it stands in an attribute and between tags, in XML and in HTML.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    push_escaped(text, &mut escaped);
    escaped
}

/// Escaped for attributes and for between tags alike; what XML 1.0 forbids even escaped (most control characters,
/// U+FFFE, U+FFFF) is dropped.
fn push_escaped(text: &str, escaped: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // As they are, a reader would make spaces of them.
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            letter => escaped.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place_and_nothing_forbidden_stays() {
        assert_eq!(escaped("<a b=\"c\" d='e'>&\n"), "&lt;a b=&quot;c&quot; d='e'&gt;&amp;&#10;");
        assert_eq!(escaped("Te\0 Pā\u{1B}ti\u{FFFE} Māori\u{FFFF}"), "Te Pāti Māori");
        assert_eq!(escaped("🏛\u{FFFD}"), "🏛\u{FFFD}");
    }

    #[test]
    fn what_is_opened_is_closed() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "1")]);
        xml.open("c", &[]);
        xml.empty("d", &[("e", "\"")]);
        xml.close();
        xml.text("f", &[], "<");
        let lines = ["  <c>", "    <d e=\"&quot;\"/>", "  </c>", "  <f>&lt;</f>", "</a>", ""].join("\n");
        assert!(xml.finished().ends_with(&format!("<a b=\"1\">\n{lines}")));
    }
}
