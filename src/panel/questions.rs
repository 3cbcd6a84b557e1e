//! Questions to begin with.

use explore::view::Link;

use crate::part::{Element, element, link};

pub(crate) fn questions(questions: Vec<Link>) -> Option<Element> {
    let rows: Vec<Element> = questions.into_iter().map(|question| element("li").add(link(question))).collect();
    (!rows.is_empty()).then(|| {
        let heading = element("h2").set("id", "questions").add("Questions to begin with");
        element("nav").class("questions").set("aria-labelledby", "questions").add(heading).add(element("ul").add(rows))
    })
}
