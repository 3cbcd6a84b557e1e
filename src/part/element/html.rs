//! Elements as HTML: how they look before there is a program to draw them. Handlers stay behind, and what only the program or
//! those who use it need: ids, names that are heard, forms' hidden fields, what is folded away behind its summary, and the addresses
//! of links that stand beside another one or have no words.

use explore::export::escaped;

use super::{Data, Element, Piece};

/// Attributes that nothing is seen of.
const UNSEEN: [&str; 10] = [
    "id",
    "aria-label",
    "title",
    "for",
    "aria-controls",
    "aria-keyshortcuts",
    "draggable",
    "autocomplete",
    "spellcheck",
    "enterkeyhint",
];
/// Links that stand beside another one to the same, by their classes.
const BESIDE: [&str; 2] = ["count", "not"];
/// Elements without an end.
const VOID: [&str; 2] = ["input", "br"];

impl Element {
    pub(crate) fn html(&self) -> String {
        let mut html = String::new();
        self.0.write(&mut html);
        html
    }
}

impl Data {
    fn write(&self, html: &mut String) {
        if self.is("type", |kind| kind == "hidden") {
            return;
        }
        let has_words =
            self.children.iter().any(|child| !matches!(child, Piece::Element(mark) if mark.0.tag == "span"));
        let leads_on = has_words && !self.is("class", |class| BESIDE.contains(&class));
        *html += "<";
        *html += self.tag;
        for (name, value) in &self.attributes {
            if UNSEEN.contains(name) || (*name == "href" && !leads_on) {
                continue;
            }
            // The page's policy forbids styles as text: static/boot.js takes them from here.
            let (name, value) = match name.starts_with("--") {
                true => ("data-style", [name, ":", value].concat()),
                false => (*name, value.to_string()),
            };
            *html += " ";
            *html += name;
            if !value.is_empty() {
                *html += &["=\"", &escaped(&value), "\""].concat();
            }
        }
        *html += ">";
        let is_folded = self.tag == "details" && !self.is("open", |_| true);
        for child in self.children.iter().take(if is_folded { 1 } else { usize::MAX }) {
            match child {
                Piece::Text(text) => *html += &escaped(text),
                Piece::Element(element) => element.0.write(html),
                Piece::Live(_) => {}
            }
        }
        if !VOID.contains(&self.tag) {
            *html += &["</", self.tag, ">"].concat();
        }
    }

    fn is(&self, name: &str, so: impl Fn(&str) -> bool) -> bool {
        self.attributes.iter().any(|(given, value)| *given == name && so(value))
    }
}

#[cfg(test)]
mod tests {
    use super::super::element;

    #[test]
    fn it_shows_what_is_seen_and_no_more() {
        let link = element("a").set("href", "?q=<&\"").set("id", "one").says("heard".to_owned()).add("<b> & \"c\"");
        let count = element("a").class("count").set("href", "?q=1").add(3);
        let hidden = element("input").set("type", "hidden").set("name", "person").set("value", "x");
        let bar = element("a").set("href", "?from=2").add(element("span").class("bar").set("--share", "40"));
        let all = element("form").mark("data-live", true).add(hidden).add(link).add(count).add(bar);
        assert_eq!(
            all.html(),
            "<form data-live><a href=\"?q=&lt;&amp;&quot;\">&lt;b&gt; &amp; &quot;c&quot;</a><a class=\"count\">3</a>\
             <a><span class=\"bar\" data-style=\"--share:40\"></span></a></form>"
        );
        let folded = element("details").add(element("summary").add("What")).add("all of it");
        assert_eq!(folded.html(), "<details><summary>What</summary></details>");
    }
}
