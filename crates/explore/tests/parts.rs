//! An archive in parts: asked, given what the View wants, and asked again, it gives within a few rounds the very View of the whole
//! archive; and on the way it shows no number that is another in the end.

#[path = "slow_oracle/generated.rs"]
#[allow(dead_code, reason = "the oracle uses all of it")]
mod generated;
mod support;
#[path = "slow_oracle/world.rs"]
#[allow(dead_code, reason = "the oracle uses all of it")]
mod world;

use archive::{Archive, Packed, PartSizes, Want, split};
use explore::view::{Main, Snippet, Timeline, View};
use explore::{Query, export, view, whole_facet};
use proptest::prelude::*;
use std::convert::Infallible;
use support::{archive, at, own_corpus};

/// Words, then texts for a phrase, then what is known of passages, then texts to show; one more that finds nothing wanted.
const MOST_ROUNDS: usize = 5;

/// A corpus in parts, and all that lies beside its core, by name.
struct Site {
    core: Archive,
    parts: Vec<(String, Vec<u8>)>,
}

impl Site {
    fn of(whole: &Archive, sizes: PartSizes) -> Site {
        let mut parts = Vec::new();
        let put_away = |part: &[u8]| {
            let mut name = [0; 16];
            name[..4].copy_from_slice(&(parts.len() as u32).to_be_bytes());
            parts.push((name.iter().map(|byte| format!("{byte:02x}")).collect(), part.to_vec()));
            Ok::<_, Infallible>(Packed { name, bytes: 1 })
        };
        let Ok(core) = split(whole, sizes, put_away);
        Site { core: Archive::open(core).expect("a core opens"), parts }
    }

    fn part(&self, want: &Want) -> &[u8] {
        &self.parts.iter().find(|(name, _)| *name == want.name).expect("what is wanted is there").1
    }

    /// Every View from the core alone to that where nothing is wanted.
    fn views(&self, address: &str) -> Vec<View> {
        let (mut archive, mut views) = (self.core.clone(), vec![at(&self.core, address)]);
        while let Some(wanting) = views.last().filter(|view| !view.wants.is_empty()) {
            for want in &wanting.wants {
                archive = archive.with(self.part(want).to_vec()).expect("its own part");
            }
            assert!(views.len() < MOST_ROUNDS, "?{address} still wants something after {MOST_ROUNDS} rounds");
            views.push(at(&archive, address));
        }
        views
    }
}

/// The law, for one address.
fn agrees(whole: &Archive, site: &Site, address: &str) -> usize {
    let mut expected = at(whole, address);
    // To count the forms of a name would fetch every text; of an archive in parts its page leaves them out.
    if let Main::Entity(entity) = &mut expected.main {
        entity.forms = Vec::new();
    }
    let mut views = site.views(address);
    assert!(views.last() == Some(&expected), "in the end, ?{address}");
    let rounds = views.len();
    views.pop();
    for partial in views {
        if partial.summary == "Counting …" {
            shows_no_number(&partial, address);
        } else {
            let (mut partial, mut expected) = (without_texts(partial), without_texts(expected.clone()));
            if let Main::Absent(text) = &partial.main
                && text == "What this view needs is being fetched."
            {
                // The region says that it is to come, and what it would say of itself above is not said.
                (expected.main, expected.heading) = (partial.main.clone(), partial.heading.clone());
                (partial.title, expected.title) = (String::new(), String::new());
            }
            // A quotation is looked for when the text is there, and then moves the address.
            assert!(address.contains("quote=") || partial == expected, "on the way, ?{address}");
        }
    }
    rounds
}

fn shows_no_number(view: &View, address: &str) {
    assert!(matches!(view.main, Main::Absent(_)) && view.facets.is_empty() && view.questions.is_empty(), "?{address}");
    assert_eq!(view.dates.timeline, Timeline::default(), "?{address}");
}

/// A View without what comes with the texts; of a reader without text also without what is counted in it.
fn without_texts(mut view: View) -> View {
    let bare = |snippets: &mut Vec<Snippet>| snippets.clear();
    view.wants = Vec::new();
    view.share = String::new();
    match &mut view.main {
        Main::Documents(documents) => {
            for card in &mut documents.results {
                card.title = Vec::new();
                bare(&mut card.snippets);
            }
        }
        Main::Evidence(evidence) => evidence.units.iter_mut().for_each(unit_without_texts),
        Main::Statements(statements) => statements.rows.iter_mut().for_each(without_words),
        Main::Entity(entity) => {
            entity.newest.iter_mut().for_each(without_words);
            entity.newest_passages.iter_mut().for_each(unit_without_texts);
        }
        Main::Reader(reader) => {
            let is_text_here = !reader.blocks.iter().any(|block| block.segments.iter().any(|it| it.text == "…"));
            assert!(is_text_here || (reader.hits == 0 && reader.hit_words.is_empty() && reader.named.is_empty()));
            reader.blocks = Vec::new();
            (reader.hits, reader.hit_words, reader.named) = (0, String::new(), Vec::new());
            reader.at_publisher = None;
            reader.title = Vec::new();
            let neighbours = reader.previous.iter_mut().chain(reader.next.iter_mut());
            neighbours.for_each(|link| link.text = String::new());
            (view.heading, view.title) = (String::new(), String::new());
            reader.speakers = Vec::new();
        }
        _ => {}
    }
    view
}

fn unit_without_texts(unit: &mut explore::view::EvidenceUnit) {
    unit.note = String::new();
    unit.document.text = String::new();
    unit.passages.iter_mut().for_each(|passage| {
        passage.segments = Vec::new();
        (passage.cut_before, passage.cut_after) = (false, false);
    });
}

fn without_words(row: &mut explore::view::StatementRow) {
    (row.words, row.source, row.verb) = (Vec::new(), String::new(), String::new());
    row.document = String::new();
    row.also.iter_mut().for_each(|link| link.text = String::new());
    (row.cut_before, row.cut_after) = (false, false);
}

/// Every view, with every way to search.
const ADDRESSES: &[&str] = &[
    "",
    "page=3&sort=title",
    "sort=date&party=labour",
    "q=ceasefire",
    "q=%22New+Zealand%22+-hostages",
    "q=%22two+state*%22+OR+truce&in=passage",
    "q=recogni*&view=timeline",
    "q=-peace&person=chris-hipkins&sort=title",
    "q=Māori&view=network",
    "q=nowheretobefound",
    "q=%22of+the%22&view=pairs&unit=sentence",
    "view=network",
    "view=matrix&unit=document&top=20",
    "view=pairs&unit=sentence&min=2&in=passage&q=ceasefire",
    "view=statements",
    "view=statements&q=ceasefire&sure=only&page=2",
    "view=entity&focus=chris-hipkins",
    "in=passage",
    "in=passage&person=chris-hipkins&outlet=no-such-outlet",
    "outside=in%3Dpassage%26party%3Dlabour&view=timeline",
    "view=network&unit=document",
    "view=concordance&focus=chris-hipkins",
    "view=compare&with=party%3Dlabour",
    "view=batch&list=Labour%0ANational",
    "pair=chris-hipkins~christopher-luxon",
    "pair=chris-hipkins~christopher-luxon&unit=document&cell=first",
    "pair=chris-hipkins~labour&unit=sentence&q=truce",
    "doc=oconnor-genocide-remark",
    "doc=oconnor-genocide-remark&at=3&q=truce&party=labour",
    "doc=oconnor-genocide-remark&at=2&quote=no+such+words+anywhere",
    "doc=no-such-document&at=7",
];

#[test]
fn the_own_corpus_in_parts_is_the_own_corpus() {
    let whole = own_corpus();
    for sizes in [PartSizes { texts: 1, words: 1, titles: 1 }, PartSizes { texts: 20_000, words: 40_000, titles: 500 }]
    {
        let site = Site::of(&whole, sizes);
        let rounds: Vec<usize> = ADDRESSES.iter().map(|address| agrees(&whole, &site, address)).collect();
        assert!(rounds.contains(&1) && rounds.contains(&3), "some need nothing, some more than once: {rounds:?}");
    }
}

#[test]
fn a_passage_is_found_again_when_its_text_comes() {
    let whole = own_corpus();
    let site = Site::of(&whole, PartSizes { texts: 1, words: 1, titles: 1 });
    let share = at(&whole, "doc=oconnor-genocide-remark&at=3").share;
    assert!(share.contains("quote="), "{share}");
    let moved = share.trim_start_matches('?').replace("at=3", "at=1");
    let views = site.views(&moved);
    assert_eq!(views.last(), Some(&at(&whole, &moved)));
    let told = |view: &View| view.notices.iter().any(|notice| notice.text.contains("it is number 3 now"));
    assert!(!told(&views[0]) && told(&views[1]));
    assert!(views[0].notices.is_empty(), "nothing is said to be gone before it was looked for");
}

#[test]
fn only_what_is_shown_is_wanted() {
    let whole = own_corpus();
    let site = Site::of(&whole, PartSizes { texts: 1, words: 1, titles: 1 });
    let wanted = |address: &str| at(&site.core, address).wants.len();
    assert_eq!(wanted("view=network"), 2, "passages, and of which party people are");
    assert_eq!(wanted("view=timeline&party=labour"), 0);
    assert_eq!(wanted("in=passage&party=labour&view=timeline"), 1, "passages");
    assert_eq!(wanted("q=ceasefire"), 2, "one block of words, and how long documents are");
    assert_eq!(wanted("doc=oconnor-genocide-remark&from=1900&to=1901"), 3, "one text, with its forms and statements");
    assert_eq!(wanted("doc=oconnor-genocide-remark"), 5, "and the titles beside it");
    assert_eq!(wanted("sort=title&view=timeline"), whole.documents(), "all titles");
    assert_eq!(wanted(""), 21, "the texts of a page of documents, and their forms");
    assert_eq!(whole_facet(&site.core, &Query::parse("q=ceasefire"), "person", ""), None, "no number before the words");
    assert!(whole_facet(&site.core, &Query::parse("party=labour"), "person", "").is_some());
    for unknown in ["in=passage", "view=statements"] {
        let key = if unknown == "in=passage" { "person" } else { "speaker" };
        assert_eq!(whole_facet(&site.core, &Query::parse(unknown), key, ""), None, "{unknown}");
        assert!(whole_facet(&whole, &Query::parse(unknown), key, "").is_some_and(|facet| !facet.values.is_empty()));
    }
    assert!(view(&whole, &Query::parse("q=ceasefire")).wants.is_empty(), "a whole archive wants nothing");
}

#[test]
fn a_file_is_made_when_all_of_it_is_here() {
    let whole = own_corpus();
    let site = Site::of(&whole, PartSizes { texts: 1, words: 1, titles: 100 });
    for (address, key) in [
        ("", "documents.csv"),
        ("q=ceasefire&sort=title", "documents.bib"),
        ("view=pairs&unit=sentence", "pairs.csv"),
        ("q=ceasefire&view=concordance", "concordance.csv"),
    ] {
        let query = Query::parse(address);
        let (mut archive, mut rounds) = (site.core.clone(), 0);
        let file = loop {
            let (file, wants) = export::file_and_wants(&archive, &query, key);
            assert_eq!(file.is_some(), wants.is_empty(), "?{address} {key}");
            rounds += 1;
            assert!(rounds <= MOST_ROUNDS, "?{address} {key}");
            match file {
                Some(file) => break file,
                None => {
                    for want in wants {
                        archive = archive.with(site.part(&want).to_vec()).expect("its own part");
                    }
                }
            }
        };
        assert_eq!(Some(file), export::file(&whole, &query, key), "?{address} {key}");
        assert!(rounds > 1, "?{address} {key}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_corpus_in_parts_is_that_corpus(
        corpus in generated::corpus(),
        questions in prop::collection::vec(generated::question(), 4),
        view in prop::sample::select(vec!["documents", "timeline", "network", "matrix", "pairs", "statements", "entity"]),
        more in prop::sample::select(vec!["", "&q=%22lantern+kettle%22", "&q=lan*", "&doc=d0", "&q=again&doc=d1&at=1", "&pair=ann~bo"]),
        texts in 1..2000_usize,
        words in 1..2000_usize,
    ) {
        let whole = archive(&generated::files(&corpus));
        let site = Site::of(&whole, PartSizes { texts, words, titles: words / 4 });
        for question in questions {
            agrees(&whole, &site, &format!("{}{more}", generated::address(&question, view)));
        }
    }
}
