//! The corpus about itself: what it holds, how it was made, who answers for it; printed, also the address of the view.

use explore::{
    export::escaped,
    language::wording,
    view::{About, Choice},
};

use crate::part::{Element, anchor, copy, element, isolated};

/// What single keys do, where the view has what they are about.
const KEYS: &[(&str, &str)] = &[
    ("/", wording("search")),
    ("n, p", wording("next and previous hit in a document")),
    (wording("→ ← ↓ Escape"), wording("in the network: along a name’s ties, on from the name reached, back")),
    (wording("Page Down, Page Up"), wording("in the network: through all names")),
    (wording("arrows, Home, End"), wording("in the matrix: from cell to cell")),
    ("?", wording("this list")),
];

/// In somebody else's page: whose view it is, and the way to the whole of it.
pub(crate) fn way_to_whole(about: About, link: String) -> Element {
    let whole = anchor(link).set("target", "_blank").set("rel", "noopener").add("Open the whole page");
    element("p").class("whole").add(isolated(about.title)).add(" ").add(whole)
}

/// `link`: the whole address of this view, to pass on.
pub(crate) fn about(about: About, link: String, keys: Choice) -> Element {
    let frame = frame(&about.title, &link);
    let counts: Vec<Element> = about.counts.into_iter().map(|count| element("li").add(count)).collect();
    let publisher = isolated(if about.publisher.is_empty() { about.url.clone() } else { about.publisher });
    let publisher = match about.url.is_empty() {
        true => publisher,
        false => anchor(about.url).set("rel", "noopener noreferrer external").add(publisher),
    };
    let facts = element("dl");
    let facts = fact(facts, wording("Made by"), publisher);
    let facts = fact(facts, wording("Edition"), element("code").add(about.fingerprint));
    let facts = fact(facts, wording("Program"), isolated(about.program));
    let facts = fact(facts, wording("This view"), element("code").set("id", "link").set("tabindex", "-1").add(link));
    element("footer")
        .set("id", "about")
        .class("about")
        .add(element("h2").add("About these documents"))
        .add(element("ul").class("counts").add(counts))
        .add(words(wording("How they were made"), about.method))
        .add(words(wording("Credits"), about.credits))
        .add(words(wording("How names and statements were found"), about.evaluation))
        .add(words(wording("Licence"), about.licence))
        .add(facts)
        .add((!about.translation.is_empty()).then(|| element("p").class("translation").add(about.translation)))
        .add(embedding(frame))
        .add(shortcuts(keys))
}

fn embedding(frame: String) -> Element {
    let code = element("code").set("id", "frame").set("tabindex", "-1").add(frame);
    element("details")
        .add(element("summary").add("Embed this view"))
        .add(element("p").add(code))
        .add(copy(wording("Copy the code"), "frame"))
}

/// The view in a frame of its own, and a plain link where a host lets no frame in. It runs without a place to store anything.
fn frame(title: &str, link: &str) -> String {
    let (title, link) = (escaped(title), escaped(link));
    [
        "<iframe src=\"",
        &link,
        "&amp;embed=1\" title=\"",
        &title,
        "\" width=\"100%\" height=\"640\" loading=\"lazy\" referrerpolicy=\"no-referrer\" sandbox=\"allow-scripts \
         allow-same-origin allow-popups\"></iframe>\n<p><a href=\"",
        &link,
        "\">",
        &title,
        "</a></p>",
    ]
    .concat()
}

fn shortcuts(switch: Choice) -> Element {
    let mut list = element("dl");
    for (key, what) in KEYS {
        list = fact(list, key, element("span").add(*what));
    }
    let summary = element("summary").set("aria-keyshortcuts", "?").add("Keys");
    let switch = element("p").add(anchor(switch.href).set("id", "keys").add(switch.label));
    element("details").class("keys").add(summary).add(list).add(switch)
}

fn words(name: &'static str, words: String) -> Option<Element> {
    let heading = element("h3").add(name);
    (!words.is_empty()).then(|| element("section").add(heading).add(element("p").set("dir", "auto").add(words)))
}

fn fact(facts: Element, name: &'static str, value: Element) -> Element {
    facts.add(element("dt").add(name)).add(element("dd").add(value))
}
