//! The counts of the whole collection in the page itself: they can be read before, or without, its program.

use archive::Archive;
use compiler::folder::Folder;
use explore::{Query, view};
use std::path::Path;

use crate::{Outcome, documents::escaped};

/// Values shown of a list.
const MOST: usize = 10;

/// How many documents carry which names, as the page's own filters begin. Empty if the corpus cannot be compiled: the build says why.
pub fn counts_html(corpus: &Path) -> Outcome<String> {
    let Some(bytes) = compiler::compile(&Folder::read(corpus)?).archive else { return Ok(String::new()) };
    let archive = Archive::open(bytes).map_err(|error| error.to_string())?;
    let screen = view(&archive, &Query::default());
    let lists: String = screen.facets.iter().filter(|facet| !facet.values.is_empty()).map(list).collect();
    Ok(format!("<p>{}</p>\n<div class=\"counts\">\n{lists}</div>", escaped(&screen.about.counts.join(", "))))
}

fn list(facet: &explore::view::Facet) -> String {
    let row =
        |value: &explore::view::FacetValue| format!("<li><bdi>{}</bdi> {}</li>\n", escaped(&value.label), value.count);
    let rows: String = facet.values.iter().take(MOST).map(row).collect();
    format!("<section><h2>{}</h2>\n<ul>\n{rows}</ul></section>\n", escaped(&facet.label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folders;

    #[test]
    fn the_counts_are_those_of_the_page_without_filters() {
        let html = counts_html(&folders::root().join("corpus")).expect("the project's own corpus");
        assert!(html.starts_with("<p>67 documents, 389 passages, 595 sentences</p>\n"), "{html}");
        assert!(html.contains("<section><h2>People</h2>\n<ul>\n<li><bdi>Winston Peters</bdi> 36</li>\n"), "{html}");
    }
}
