//! Pages of documents, written into a folder and read as a crawler reads them.

use super::*;
use crate::{folders, hostile};
use compiler::folder::File;
use explore::Query;
use serde_json::Value;

fn archive(files: &[(&str, &str)]) -> Archive {
    let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    let compiled = compiler::compile(&Folder::from_files(files.iter().map(file).collect()));
    Archive::open(compiled.archive.expect("a corpus without errors")).expect("an archive just made")
}

/// The pages of an archive, in a folder of this name.
fn written(name: &str, archive: &Archive, address: &str) -> std::path::PathBuf {
    let dist = folders::target().join("pages-test").join(name);
    fs::remove_dir_all(&dist).ok();
    fs::create_dir_all(&dist).expect("target/ can be written");
    fs::write(dist.join("index.html"), "<link rel=\"icon\" href=\"./icon-1.svg\">").expect("a file");
    assert_eq!(write_all(archive, &dist, address).expect("pages"), archive.documents());
    dist
}

fn page(dist: &Path, id: &str) -> String {
    fs::read_to_string(dist.join(FOLDER).join(file_name(id)).join("index.html")).expect("a page")
}

fn data(html: &str) -> Value {
    let data = between(html, "<script type=\"application/ld+json\">", "</script").expect("a block of data");
    serde_json::from_str(data).expect("JSON")
}

const TRUCE: &str = "---\ntitle: A truce\ndate: 2023-10\ndate_precision: month-inferred\noutlet: RNZ\nvia: Scoop\nauthor: A. Writer\nsource_title: Truce called for\n\
                     source_url: https://example.org/truce?a=1&b=2\nlanguage: en-NZ\n---\n\n## Wellington\n\nAnn Bell of the Reds spoke.\n\n- in the House\n";
const PEOPLE: &str =
    "[[people]]\nid = \"ann-bell\"\nname = \"Ann Bell\"\nwikidata = \"Q42\"\nparties = [{ party = \"reds\" }]\n";
const PARTIES: &str = "[[parties]]\nid = \"reds\"\nname = \"Reds\"\n";
const ABOUT: &str = "[corpus]\nid = \"c\"\ntitle = \"Collected\"\nlanguage = \"en\"\nlicence = \"CC-BY-4.0\"\npublisher = \"Us\"\nurl = \"https://example.org/us\"\n";

fn small(name: &str, address: &str) -> std::path::PathBuf {
    let files = [
        ("corpus.toml", ABOUT),
        ("gazetteers/people.toml", PEOPLE),
        ("gazetteers/parties.toml", PARTIES),
        ("documents/truce.md", TRUCE),
    ];
    written(name, &archive(&files), address)
}

#[test]
fn a_page_says_what_is_known_of_its_document() {
    let html = page(&small("facts", ""), "truce");
    for part in [
        "<title>A truce · Collected</title>",
        "<link rel=\"canonical\" href=\"./\">",
        "<link rel=\"icon\" href=\"../../icon-1.svg\">",
        "<article lang=\"en-NZ\">",
        "<h1 dir=\"auto\">A truce</h1>",
        "<time datetime=\"2023-10\">2023-10</time>, <bdi>month inferred</bdi>",
        "<dt>Published by</dt><dd><bdi>RNZ</bdi></dd>",
        "<dt>Via</dt><dd><bdi>Scoop</bdi></dd>",
        "<dt>Author</dt><dd><bdi>A. Writer</bdi></dd>",
        "<a href=\"https://example.org/truce?a=1&amp;b=2\" rel=\"noopener noreferrer external\"><bdi>Truce called for</bdi></a>",
        "<a href=\"../../?doc=truce\">",
        "<h2 dir=\"auto\">Wellington</h2>",
        "<p dir=\"auto\" id=\"p1\">Ann Bell of the Reds spoke.</p>",
        "<p dir=\"auto\" id=\"p2\" class=\"item\">in the House</p>",
        "<li><a href=\"../../?person=ann-bell\"><bdi>Ann Bell</bdi></a> (<bdi>Reds</bdi>)</li>",
        "Licence: <a href=\"https://spdx.org/licenses/CC-BY-4.0\"",
        "<meta property=\"og:description\" content=\"Ann Bell of the Reds spoke.\">",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    let data = data(&html);
    assert_eq!((&data["@type"], &data["headline"]), (&"Article".into(), &"A truce".into()));
    let report = &data["isBasedOn"];
    assert_eq!(report["headline"], "Truce called for");
    assert_eq!(report["url"], "https://example.org/truce?a=1&b=2");
    assert_eq!((&report["author"][0]["name"], &report["publisher"][0]["name"]), (&"A. Writer".into(), &"RNZ".into()));
    assert_eq!(report["datePublished"], Value::Null, "it is inferred");
    assert_eq!(data["publisher"]["name"], "Us", "the report's publisher did not write this text");
    assert_eq!(data["mentions"][0]["sameAs"], "https://www.wikidata.org/entity/Q42");
    assert_eq!(data["license"], "https://spdx.org/licenses/CC-BY-4.0");
    assert_eq!(data["url"], Value::Null, "nobody says where it stands");
}

#[test]
fn with_an_address_pages_name_their_own_and_are_listed() {
    let dist = small("address", "https://example.org/c/");
    let html = page(&dist, "truce");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/c/doc/truce/\">"), "{html}");
    assert!(html.contains("<meta property=\"og:url\" content=\"https://example.org/c/doc/truce/\">"), "{html}");
    assert_eq!(data(&html)["url"], "https://example.org/c/doc/truce/");
    let sitemap = fs::read_to_string(dist.join(SITEMAP)).expect("a list of addresses");
    assert_eq!(sitemap, "https://example.org/c/\nhttps://example.org/c/doc/\nhttps://example.org/c/doc/truce/\n");
    // Written again without one, nothing of it is left.
    let files = [("corpus.toml", ABOUT), ("documents/other.md", "# Other\n\nWords.\n")];
    write_all(&archive(&files), &dist, "").expect("pages");
    assert!(!dist.join(SITEMAP).exists() && !dist.join("doc/truce").exists());
}

#[test]
fn what_may_not_be_shown_is_not_on_the_page() {
    let document = |rights: &str| {
        format!(
            "---\ntitle: Title\nrights: {rights}\n---\n\nSecret opening words before all of the names which Ann Bell heard and then many secret closing words.\n"
        )
    };
    let (snippets, metadata) = (document("snippets"), document("metadata"));
    let about = format!("{ABOUT}[rights]\nsnippet_words = 2\n");
    let files = [
        ("corpus.toml", about.as_str()),
        ("gazetteers/people.toml", "[[people]]\nid = \"ann-bell\"\nname = \"Ann Bell\"\n"),
        ("documents/cut.md", &snippets),
        ("documents/hidden.md", &metadata),
    ];
    let dist = written("rights", &archive(&files), "");
    let (cut, hidden) = (page(&dist, "cut"), page(&dist, "hidden"));
    for html in [&cut, &hidden] {
        assert!(!html.contains("ecret"), "{html}");
    }
    assert!(cut.contains("… names which Ann Bell heard and …"), "{cut}");
    assert!(hidden.contains("Text not shown. It names <a href=\"../../?person=ann-bell\"><bdi>Ann Bell</bdi></a>."));
    assert!(hidden.contains("may not be shown here"));
}

#[test]
fn a_hostile_corpus_stays_text() {
    let files = hostile::files();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let archive = archive(&files);
    let dist = written("hostile", &archive, "");
    let mut pages = vec![fs::read_to_string(dist.join("doc/index.html")).expect("the list")];
    pages.extend((0..archive.documents() as u32).map(|document| page(&dist, archive.id(DocumentId(document)))));
    for html in pages {
        let elements = html.matches("<script").count();
        assert_eq!(elements, html.matches("<script type=\"application/ld+json\">").count());
        assert!(!html.contains("<img") && !html.contains("onerror=\""), "an element out of a text");
        for address in html.split("href=\"").skip(1) {
            let is_ours = ["./", "../", "style-", "http://", "https://"].iter().any(|start| address.starts_with(start));
            let in_list = address.split('"').next().is_some_and(|name| name.ends_with('/') && !name.contains(':'));
            assert!(is_ours || in_list, "{}", address.chars().take(60).collect::<String>());
        }
        assert!(html.contains(&format!("content=\"{POLICY}\"")));
        if elements > 0 {
            assert_eq!(data(&html)["@context"], "https://schema.org");
        }
    }
    let html = page(&dist, "right-to-left");
    assert!(
        html.contains("<article lang=\"ar\">") && html.contains(&format!("<h1 dir=\"auto\">{}</h1>", hostile::ARABIC))
    );
    let html = page(&dist, "turned");
    assert!(html.contains("The paragraph after it, by Ann Script, is to be read from the left.</p>"));
}

#[test]
fn any_id_is_a_name_of_a_folder_and_no_two_are_one() {
    let long = "a".repeat(LONGEST_NAME + 1);
    let other = format!("{}b", "a".repeat(LONGEST_NAME));
    let ids = ["truce", "2023-10-a", "con", "com1", "comb", "", "العنوان", "müller", &long, &other, "..", "a/b", "a_b"];
    let names: std::collections::HashSet<String> = ids.iter().map(|id| file_name(id)).collect();
    assert_eq!(names.len(), ids.len());
    for name in &names {
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{name}");
        assert!(!name.is_empty() && name.len() <= LONGEST_NAME, "{name}");
    }
    assert!(names.contains("truce") && names.contains("comb") && !names.contains("con"));
}

#[test]
fn the_link_into_the_program_asks_for_the_document() {
    let files = [("documents/العنوان.md", "# One\n\nWords.\n"), ("documents/a-b.md", "# Two\n\nWords.\n")];
    let archive = archive(&files);
    let dist = written("links", &archive, "");
    for document in 0..2 {
        let id = archive.id(DocumentId(document));
        let html = page(&dist, id);
        let address = between(&html, "<a href=\"../../?doc=", "\"").expect("a link");
        assert_eq!(Query::parse(&format!("?doc={address}")).document.as_deref(), Some(id));
    }
}

#[test]
fn an_address_is_a_folder_of_a_host() {
    assert_eq!(with_slash("https://example.org/c").as_deref(), Ok("https://example.org/c/"));
    for wrong in
        ["example.org", "https://example.org/?a", "https://example.org/#a", "javascript:x", "https://a.nz/\"><b"]
    {
        assert!(with_slash(wrong).is_err(), "{wrong}");
    }
}
