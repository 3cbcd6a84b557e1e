//! What the visitor should know about the address, and the ways out.

use explore::view::Notice;

use crate::part::{Element, element, link};

pub(crate) fn notices(notices: Vec<Notice>) -> Element {
    let nothing = notices.is_empty();
    let one = |notice: Notice| {
        let words = element("span").set("dir", "auto").add(notice.text);
        let more: Vec<Element> = notice.more.into_iter().map(|one| element("li").add(link(one))).collect();
        let more = (!more.is_empty())
            .then(|| element("details").add(element("summary").add("Which")).add(element("ul").add(more)));
        element("li").add(words).add(" ").add(notice.way_out.map(link)).add(more)
    };
    let notices: Vec<Element> = notices.into_iter().map(one).collect();
    element("ul").class("notices").set("aria-label", "Notices").mark("hidden", nothing).add(notices)
}
