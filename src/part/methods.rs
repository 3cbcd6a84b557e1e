//! How pairs are counted: each measure in words, and a paragraph to cite.

use explore::{language::wording, view::Explained};

use super::{
    copy::copy,
    element::{Element, element},
    fill,
};

pub(crate) fn methods(explained: Vec<Explained>, methods: String) -> Element {
    let mut list = element("dl");
    for measure in explained {
        let words = element("dd").add(measure.sentence).add(" ").add(element("code").add(measure.formula));
        let label = if measure.current { fill("{} (in force)", &[&measure.label]) } else { measure.label };
        list = list.add(element("dt").add(label)).add(words);
    }
    element("details")
        .class("methods")
        .add(element("summary").add("How this is counted"))
        .add(list)
        .add(element("h2").add("To cite"))
        .add(element("p").set("id", "methods").add(methods))
        .add(copy(wording("Copy"), "methods"))
}
