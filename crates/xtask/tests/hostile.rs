//! A corpus that tries to be more than text (`cargo xtask hostile`): it compiles, and wherever it is shown it stays text.

use archive::Archive;
use compiler::folder::{File, Folder};
use compiler::problem::Severity;
use explore::view::{Main, View};
use explore::{FACETS, Query, view};
use xtask::documents::{documents_html, listing};
use xtask::hostile::{ELEMENT, FRONT_MATTER, LETTERS, SCRIPT, corpus, files, long_word};

/// Every view, with and without a choice, and every document.
const ADDRESSES: [&str; 16] = [
    "",
    "view=timeline",
    "view=network&kind=person&kind=party&kind=organisation&kind=place&kind=topic",
    "view=matrix",
    "view=pairs&min=0&top=500&unit=document",
    "person=script&party=element&topic=script",
    "person=turned&not-topic=long",
    "q=script+OR+sdrawkcab+OR+letters",
    "pair=arabic~plain",
    "focus=long&view=network",
    "doc=script",
    "doc=turned&at=2",
    "doc=right-to-left",
    "doc=megabyte",
    "doc=row&q=alert",
    "q=%3Cscript%3E&person=%3Cscript%3E&nonsense=%22%3E%3Cimg%3E",
];

fn archive() -> Archive {
    let file = |(path, text): (&str, String)| File { path: path.to_owned(), bytes: text.into_bytes() };
    let folder = Folder::from_files(files().into_iter().map(file).collect());
    let compiled = compiler::compile(&folder);
    let problems = compiler::show::human(&compiled.problems, &folder);
    assert!(compiled.problems.iter().all(|problem| problem.severity != Severity::Error), "{problems}");
    for told in ["bad-url", "bad-language", "bidi-control", "bad-colour"] {
        assert!(compiled.problems.iter().any(|problem| problem.code == told), "no {told} in\n{problems}");
    }
    Archive::open(compiled.archive.expect("there is no error")).expect("what was written can be opened")
}

/// The texts of a View, as Rust writes them.
fn said(view: &View) -> String {
    format!("{view:?}")
}

#[test]
fn it_is_as_hostile_as_it_says() {
    assert_eq!(long_word("Title").len(), LETTERS);
    let longest = files().iter().map(|(_, text)| text.len()).max();
    assert!(longest.is_some_and(|longest| longest >= FRONT_MATTER));
}

#[test]
fn every_view_holds_it_as_text() {
    let archive = archive();
    let shown: String = ADDRESSES.map(|address| said(&view(&archive, &Query::parse(address)))).concat();
    for hostile in [SCRIPT, ELEMENT] {
        let written = format!("{hostile:?}");
        assert!(shown.contains(written.trim_matches('"')), "{hostile} is shown, neither cut nor changed");
        // Whoever escapes for HTML here would be escaped once more by the page.
        assert!(!shown.contains("&lt;script"));
    }
    assert!(shown.contains(&long_word("Title")));
}

#[test]
fn every_link_leads_into_the_page_or_to_a_web_address() {
    let archive = archive();
    let mut count = 0;
    for address in ADDRESSES {
        let shown = said(&view(&archive, &Query::parse(address)));
        for key in
            ["href: \"", "only: \"", "remove: \"", "address: \"", "share: \"", "at_publisher: Some(\"", "url: \""]
        {
            for link in shown.split(key).skip(1) {
                let leads = link.starts_with('?') || link.starts_with("https://") || link.starts_with('"');
                assert!(leads, "{key}{}", link.chars().take(80).collect::<String>());
                count += 1;
            }
        }
        for scheme in ["\"javascript:", "\"data:", "\"//"] {
            assert!(!shown.contains(scheme), "{scheme} at {address}");
        }
    }
    assert!(count > 500, "{count} links");
}

#[test]
fn its_values_can_be_chosen() {
    let archive = archive();
    let start = view(&archive, &Query::default());
    for facet in &start.facets {
        for value in &facet.values {
            let chosen = view(&archive, &Query::parse(&value.only));
            let Main::Documents(documents) = chosen.main else { panic!("{} opens a list", value.only) };
            assert_eq!(documents.total, value.count, "{}", value.only.chars().take(80).collect::<String>());
        }
    }
    assert!(FACETS.len() <= start.facets.len() + 1);
}

#[test]
fn the_list_for_visitors_without_script_escapes_it() {
    let folder = std::env::temp_dir().join(format!("onrecord-hostile-{}", std::process::id()));
    corpus(&folder).expect("the corpus can be written");
    let listed = listing(&folder).expect("the corpus can be read");
    let html = documents_html(&listed.documents);
    std::fs::remove_dir_all(&folder).expect("what was written can be taken away");
    assert!(
        html.contains("&lt;script&gt;") && html.contains("sdrawkcab"),
        "{}",
        html.chars().take(3000).collect::<String>()
    );
    // Only what the list itself is made of.
    let tags = html.split('<').skip(1).filter_map(|rest| rest.split(['>', ' ']).next());
    let allowed = ["ul", "/ul", "li", "/li", "a", "/a", "br", "time", "/time", "bdi", "/bdi"];
    for tag in tags {
        assert!(allowed.contains(&tag), "<{tag}");
    }
    for address in html.split("href=\"").skip(1) {
        assert!(address.starts_with("https://"), "{}", address.chars().take(80).collect::<String>());
    }
}
