//! With another language's catalogue nothing of a View stays English but what is the corpus's.

mod support;

use explore::Query;
use explore::language::{Catalogue, Words};
use explore::view;
use explore::view::Main;
use std::collections::BTreeSet;
use support::archive;

/// Its words are no English, but for what must be recognised.
const CORPUS: &str = r##"
== corpus.toml
[corpus]
id = "zwix"
title = "Zwix"
language = "en"
method = "Brumt."
== versions.jsonl
{"fingerprint":"00aa00aa00aa00aa","date":"2024-05-03","documents":{"qlom":"0011223344556677"}}
== gazetteers/people.toml
[[people]]
id = "zan-quov"
name = "Zan Quov"
note = "Brumt."
parties = [{ party = "vreds", to = "2023-12" }, { party = "blurs", from = "2024-01" }]
roles = [{ title = "Vlimt", from = "2022-03" }]
[[people]]
id = "bel-moxt"
name = "Bel Moxt"
parties = [{ party = "blurs" }]
[[people]]
id = "kim-dralf"
name = "Kim Dralf"
== gazetteers/parties.toml
[[parties]]
id = "vreds"
name = "Vred Group"
short = "Vreds"
in_government = [{ from = "2020", to = "2022" }]
[[parties]]
id = "blurs"
name = "Blur Group"
== gazetteers/places.toml
[[places]]
id = "zork"
name = "Zork"
== gazetteers/organisations.toml
[[organisations]]
id = "hulm"
name = "Hulm"
== gazetteers/topics.toml
[[topics]]
id = "glorps"
label = "Glorps"
keywords = ["glorp"]
== documents/one.md
+++
id = "one"
title = "Glorp klomt"
date = "2023-05-04"
outlet = ["Snarf", "Blat"]
source_url = "https://example.org/a"
people = ["Zan Quov", "Wim Trosk"]
+++
“Vlo glorp vil unt xor bly zem uf frip grunt,” Zan Quov said. Kim Dralf brolt.

She claimed that Bel Moxt vad nemt zeen glorp. Klemt uf Hulm ut Zork.
== documents/two.md
+++
id = "two"
title = "Glorp unt Zan Quov"
date = "2023-05"
date_precision = "month-inferred"
outlet = "Troz"
+++
Zan Quov said: “Vlo glorp vil unt xor bly zem uf frip grunt.”

Bel Moxt uf Blur Group claimed that Zan Quov vad Vred Group klomt.
== documents/three.md
+++
id = "three"
title = "Drolt"
date = "2024"
rights = "metadata"
+++
Zan Quov met Bel Moxt uf Vred Group.
== documents/four.md
+++
id = "four"
title = "Vemt"
rights = "snippets"
kind = "speech"
speakers = ["Bel Moxt"]
+++
Brolt frip Zan Quov grunt vil unt xor zem klomt brumt snalf drolt vemt gulp trilf zonk pelm wuft hesk jomp klib.
"##;

/// Every view, with and without something to show, and all that an address can be told of.
const ADDRESSES: &[&str] = &[
    "",
    "q=glorp+%22vil+unt%22+OR+xor+-klib&in=passage&sort=title",
    "q=glorpi&person=zan-quov",
    "q=glorpi+trompi",
    "q=!!!+glorp&person=kim-dralf&place=zork&not-topic=glorps",
    "person=zan-quov&person=bel-moxt&match-person=any&party=vreds&not-party=blurs&party-as=people",
    "party=vreds&party-as=named&from=2023&to=2023",
    "party=vreds&outlet=troz&not-outlet=snarf&from=2023-05-04&to=2024",
    "from=2024&to=2023",
    "from=2023-05&not-person=kim-dralf&not-organisation=hulm",
    "to=2024",
    "person=xixi&party=xixi&organisation=xixi&place=xixi&topic=xixi&outlet=xixi&zix=zox&keys=off&v=00ff00ff00ff00ff",
    "v=00aa00aa00aa00aa",
    "doc=xixi",
    "pair=xixi~zan-quov",
    "focus=xixi&view=network",
    "doc=one&q=glorp&person=zan-quov&at=2",
    "doc=one&at=99",
    "doc=one&at=2&quote=Brumt+snalf",
    "doc=one&at=2&quote=Vlo+glorp+vil",
    "doc=two",
    "doc=three",
    "doc=four&person=bel-moxt",
    "view=timeline&person=zan-quov",
    "view=timeline&q=glorpi",
    "view=network",
    "view=network&unit=document&measure=npmi&kind=person&kind=party&kind=place&kind=organisation&kind=topic",
    "view=network&tie=about",
    "view=network&show=backbone&unit=sentence&min=5",
    "view=network&focus=zan-quov&top=2&unit=document&topic=glorps",
    "view=matrix&show=less&min=0&unit=document",
    "view=matrix&tie=about&show=backbone",
    "view=pairs",
    "view=pairs&unit=document&measure=g2",
    "view=pairs&measure=deltap&unit=sentence&min=0",
    "view=pairs&tie=about&min=9&person=zan-quov",
    "view=pairs&kind=place&min=7&show=less",
    "pair=bel-moxt~zan-quov",
    "pair=bel-moxt~zan-quov&cell=first&unit=document",
    "pair=bel-moxt~zan-quov&cell=second&unit=sentence",
    "pair=bel-moxt~zan-quov&cell=neither",
    "pair=kim-dralf~wim-trosk&unit=document",
    "pair=zan-quov~zan-quov&unit=document",
    "pair=zan-quov~zan-quov&cell=neither",
    "view=statements",
    "view=statements&speaker=zan-quov&not-speaker=bel-moxt&speaker-party=vreds&about=glorps&sure=only",
    "view=statements&verb=say&verb-kind=claims&type=quote&not-type=reported&status=stated&not-status=likely",
    "view=statements&type=mixed&status=unresolved&not-status=corrected&not-verb-kind=calls-for",
    "view=statements&speaker=xixi",
    "view=entity&focus=zan-quov",
    "view=entity&focus=vreds",
    "view=entity",
    "view=notes",
    "view=concordance",
    "view=concordance&q=glorp&sort=left",
    "view=concordance&q=glorpi",
    "view=concordance&topic=glorps&not-person=zan-quov&not-person=bel-moxt&doc=",
    "view=concordance&focus=zan-quov&form=Zan+Quov",
    "view=concordance&focus=zan-quov&form=*&context=3",
    "view=concordance&focus=xixi&form=zix",
    "view=concordance&place=zork&person=kim-dralf&from=2030",
    "view=compare",
    "view=compare&person=zan-quov",
    "view=compare&person=zan-quov&with=person%3Dxixi%26person%3Dbel-moxt",
    "view=compare&person=xixi&with=q%3Dglorpi",
    "view=compare&q=glorpi",
    "view=batch",
    "view=batch&list=Zan+Quov%0Aglorp%0A!!!%0Axixi%0ASnarf%0AGlorps%0AVred+Group%0AHulm%0AZork&person=zan-quov",
    "view=batch&list=Kim+Dralf&person=zan-quov&person=bel-moxt&match-person=any",
    "outside=person%3Dzan-quov%26person%3Dxixi&in=passage&person=bel-moxt",
];

/// Fields whose text is an address, a name of the program's own, a record for a file, or a language's own name.
const NO_WORDS: [&str; 34] = [
    "exchanged",
    "keep",
    "others",
    "address",
    "share",
    "href",
    "remove",
    "toggle",
    "exclude",
    "only",
    "clear",
    "key",
    "slug",
    "tag",
    "iso",
    "id",
    "written",
    "from",
    "to",
    "url",
    "fingerprint",
    "program",
    "language",
    "start",
    "close",
    "previous",
    "next",
    "colour",
    "name",
    "value",
    "source_url",
    "at_publisher",
    "correction",
    "wikidata",
];

/// Where names are found.
const GAZETTEERS: [&str; 5] = ["people.toml", "parties.toml", "places.toml", "organisations.toml", "topics.toml"];

/// Formats of files, verbs as a dictionary has them, what addresses ask for in vain, and two words of addresses.
const NAMES: &str = "CSV BibTeX RIS CSL JSON GEXF GraphML SVG PNG say claim xixi zix zox glorpi trompi speaker OR";

#[test]
fn nothing_of_a_view_stays_english_in_another_language() {
    let archive = archive(CORPUS);
    let (words, known) = (foreign(), known());
    let mut seen = 0;
    for address in ADDRESSES {
        let query = Query { words, ..Query::parse(&format!("{address}&lang=mi")) };
        let shown = view(&archive, &query);
        for (field, text) in texts(&format!("{shown:?}")) {
            // What kind a row of a comparison is of, nobody reads.
            let is_kind = matches!(shown.main, Main::Compare(_)) && field == "kind";
            if NO_WORDS.contains(&field.as_str()) || is_kind {
                continue;
            }
            // What the page says of itself, and where a name was found.
            let own = [&query.to_url(), archive.about("program"), &archive.fingerprint()];
            let text = own.iter().chain(&GAZETTEERS).fold(text, |text, name| text.replace(name, ""));
            seen += usize::from(text.contains(|letter| ('ａ'..='ｚ').contains(&letter)));
            for word in text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
                assert!(known.contains(word), "{field} of ?{address} says {word:?}: {text:?}");
            }
        }
    }
    assert!(seen > 3000, "only {seen} texts were looked up");
}

#[test]
fn a_language_whose_words_did_not_come_is_told_of() {
    let archive = archive(CORPUS);
    let told = |query: Query| {
        let notices = view(&archive, &query).notices;
        notices.iter().any(|notice| notice.text.contains("could not be loaded"))
    };
    assert!(told(Query::parse("lang=mi")));
    assert!(!told(Query { words: foreign(), ..Query::parse("lang=mi") }));
    assert!(!told(Query::parse("")));
}

#[test]
fn a_translation_says_that_it_needs_a_review_until_it_had_one() {
    let archive = archive(CORPUS);
    let said = |words: Words| view(&archive, &Query { words, ..Query::parse("lang=mi") }).about.translation;
    assert_eq!(said(foreign()), wide("This translation needs the review of a speaker."));
    let reviewed = Catalogue::parse("This translation needs the review of a speaker.\t\n");
    assert_eq!(said(Words::of(Box::leak(Box::new(reviewed)))), "");
    assert_eq!(view(&archive, &Query::parse("")).about.translation, "");
}

/// Every wording in letters as wide as they are high: a language that nobody mistakes for English.
fn foreign() -> Words {
    let english = include_str!("../languages/mi.tsv").lines().filter_map(|line| Some(line.split_once('\t')?.0));
    let entries: Vec<String> = english.map(|english| [english, "\t", &wide(english)].concat()).collect();
    Words::of(Box::leak(Box::new(Catalogue::parse(&entries.join("\n")))))
}

fn wide(english: &str) -> String {
    let letter = |letter: char| match letter {
        'a'..='z' => char::from_u32(letter as u32 - 'a' as u32 + 'ａ' as u32),
        'A'..='Z' => char::from_u32(letter as u32 - 'A' as u32 + 'Ａ' as u32),
        _ => Some(letter),
    };
    english.chars().filter_map(letter).collect()
}

/// The words that may stand in a View as they are: those of the corpus, but for its keys.
fn known() -> BTreeSet<&'static str> {
    let values = CORPUS.lines().filter(|line| !line.starts_with("==")).flat_map(|line| match line.contains(" = ") {
        true => line.split('"').skip(1).step_by(2).collect::<Vec<_>>(),
        false => vec![line],
    });
    values.chain([NAMES]).flat_map(|text| text.split(|letter: char| !letter.is_ascii_alphabetic())).collect()
}

/// The texts of a View printed for debugging, each with the name of its field.
fn texts(printed: &str) -> Vec<(String, String)> {
    let (mut field, mut texts) = (String::new(), Vec::new());
    let mut rest = printed;
    while let Some(letter) = rest.chars().next() {
        let name = rest.len() - rest.trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '_').len();
        if letter == '"' {
            let (text, after) = quoted(&rest[1..]);
            texts.push((field.clone(), text));
            rest = after;
        } else if name > 0 {
            if rest[name..].starts_with(": ") {
                field = rest[..name].to_owned();
            }
            rest = &rest[name..];
        } else {
            rest = &rest[letter.len_utf8()..];
        }
    }
    texts
}

/// A text up to its closing mark, and what stands behind that.
fn quoted(printed: &str) -> (String, &str) {
    let (mut text, mut letters) = (String::new(), printed.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            // What is escaped is no letter of a word.
            '\\' => text.extend(letters.next().filter(|letter| !letter.is_alphabetic()).or(Some(' '))),
            letter => text.push(letter),
        }
    }
    (text, letters.as_str())
}
