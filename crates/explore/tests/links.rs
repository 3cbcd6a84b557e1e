//! Links that are opened later: on another edition of the corpus, and after its documents were edited.

mod support;

use archive::Archive;
use compiler::editions::{edition, line};
use compiler::folder::{File, Folder};
use explore::view::{Main, View};
use support::at;

const CORPUS: &str = "[corpus]\nid = \"small\"\ntitle = \"Small\"\n";

/// A folder of documents, each a name and its text.
fn folder(documents: &[(&str, &str)], versions: &str) -> Folder {
    let file = |path: String, text: &str| File { path, bytes: text.as_bytes().to_vec() };
    let mut files = vec![file("corpus.toml".to_owned(), CORPUS), file("versions.jsonl".to_owned(), versions)];
    let front = |id: &str| format!("+++\ntitle = \"About {id}\"\ndate = \"2024-05-01\"\n+++\n");
    files.extend(documents.iter().map(|(id, text)| file(format!("documents/{id}.md"), &(front(id) + text))));
    Folder::from_files(files)
}

fn archive(folder: &Folder) -> Archive {
    let compiled = compiler::compile(folder);
    Archive::open(compiled.archive.expect("it has no error")).expect("it opens")
}

/// The line of versions.jsonl for an edition that was published on the third of May.
fn published(folder: &Folder) -> String {
    line(&edition(&compiler::read(folder).0, &archive(folder).fingerprint(), "2026-05-03")) + "\n"
}

fn notices(view: &View) -> Vec<&str> {
    view.notices.iter().map(|notice| notice.text.as_str()).collect()
}

/// The number and the first words of the passage that a reader points at.
fn passage(view: &View) -> Option<(u32, String)> {
    let Main::Reader(reader) = &view.main else { panic!("no reader") };
    let block = reader.blocks.iter().find(|block| block.current)?;
    Some((block.passage?, block.segments.iter().map(|segment| segment.text.as_str()).collect()))
}

const FIRST: &str = "The road to the port was opened on Monday by the mayor.\n\nThe road to the port was opened on Monday by the \
                     mayor, said another.\n\nNobody came.\n";

#[test]
fn a_link_to_a_passage_finds_it_after_others_were_put_before_it() {
    let before = archive(&folder(&[("a", FIRST)], ""));
    for number in 1..=3 {
        let link = at(&before, &format!("doc=a&at={number}")).share;
        let seen = at(&before, &link);
        assert_eq!(passage(&seen).map(|(at, _)| at), Some(number));
        assert_eq!(notices(&seen), Vec::<&str>::new());

        let after = archive(&folder(&[("a", &format!("A new beginning.\n\nAnd more.\n\n{FIRST}"))], ""));
        let moved = at(&after, &link);
        assert_eq!(passage(&moved).map(|(at, _)| at), Some(number + 2), "{link}");
        assert_eq!(passage(&moved).map(|(_, text)| text), passage(&seen).map(|(_, text)| text));
        assert!(
            notices(&moved).iter().any(|text| text.contains(&format!("it is number {} now", number + 2))),
            "{:?}",
            notices(&moved)
        );
        // What is passed on from here is a link to where it stands now.
        assert!(moved.share.contains(&format!("at={}", number + 2)));
    }
}

#[test]
fn a_passage_that_was_taken_out_is_said_to_be_gone() {
    let link = at(&archive(&folder(&[("a", FIRST)], "")), "doc=a&at=3").share;
    let after = archive(&folder(&[("a", "Something else altogether.\n")], ""));
    let view = at(&after, &link);
    assert_eq!(passage(&view), None);
    assert!(
        notices(&view).iter().any(|text| text.contains("not in this document any more: “Nobody came”")),
        "{:?}",
        notices(&view)
    );
}

#[test]
fn a_link_from_an_earlier_edition_says_what_has_changed() {
    let first = folder(&[("a", FIRST), ("b", "Two.\n"), ("c", "Three.\n")], "");
    let link = at(&archive(&first), "q=road").share;
    let versions = published(&first);
    assert_eq!(notices(&at(&archive(&first), &link)), Vec::<&str>::new());

    // Keeping an edition is no change of the corpus.
    let same = folder(&[("a", FIRST), ("b", "Two.\n"), ("c", "Three.\n")], &versions);
    assert_eq!(archive(&same).fingerprint(), archive(&first).fingerprint());

    let later = archive(&folder(&[("a", FIRST), ("b", "Two and a half.\n"), ("d", "Four.\n")], &versions));
    let view = at(&later, &link);
    let expected = "This link was made with the edition of 3 May 2026. 3 documents differ since: 1 added, 1 changed, 1 \
                    removed; counts may differ.";
    assert_eq!(notices(&view), [expected]);
    let named: Vec<&str> = view.notices[0].more.iter().map(|link| link.text.as_str()).collect();
    assert_eq!(named, ["added: About d", "changed: About b"]);
    let way_out = &view.notices[0].way_out.as_ref().expect("a way out").href;
    assert_eq!(notices(&at(&later, way_out)), Vec::<&str>::new());
}

#[test]
fn a_link_from_an_edition_that_nobody_kept_says_so() {
    let view = at(&archive(&folder(&[("a", FIRST)], "")), "q=road&v=0123456789abcdef");
    assert_eq!(notices(&view), ["This link was made with another edition of these documents; counts may differ."]);
    // Links of the page itself are links of this edition.
    assert!(view.tabs.iter().all(|tab| !tab.href.contains("v=")));
}

#[test]
fn a_passage_can_be_looked_for_at_its_publishers() {
    let front = "+++\ntitle = \"T\"\nsource_url = \"https://example.org/a#top\"\n+++\n";
    let text = "She told them: “We will not go there, ever – not now”, and left.\n\nNo word was quoted here.\n";
    let mut folder = folder(&[], "");
    folder.files.push(File { path: "documents/a.md".to_owned(), bytes: format!("{front}{text}").into_bytes() });
    let archive = archive(&Folder::from_files(folder.files));
    let link = |at_passage: u32| match at(&archive, &format!("doc=a&at={at_passage}")).main {
        Main::Reader(reader) => reader.at_publisher.expect("a link"),
        _ => panic!("no reader"),
    };
    assert_eq!(link(1), "https://example.org/a#:~:text=We%20will%20not%20go%20there%2C%20ever%20%E2%80%93%20not%20now");
    assert_eq!(link(2), "https://example.org/a#:~:text=No%20word%20was%20quoted%20here");
}
