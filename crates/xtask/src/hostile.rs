//! A corpus that tries to be more than text: script in titles, aliases and topics, text that turns its surroundings around, words
//! of ten thousand letters, front matter of a megabyte. It compiles, and the page must show it as the text it is.
//!
//! To look at it: `cargo xtask hostile`, then `cargo xtask serve --corpus target/hostile/corpus`.

use std::{fs, path::Path};

use crate::Outcome;

/// Runs if anything makes an element of it; the page's title says so then.
pub const SCRIPT: &str = "<script>document.title='ran'</script>";
/// The same for places where a quotation mark ends an attribute.
pub const ELEMENT: &str = "\"'><img src=x onerror=\"document.title='ran'\">";
/// Turns all that follows around, and is never closed.
pub const TURNED: &str = "\u{202e}sdrawkcab";
/// Words of a script that is written from right to left, with a number at the end, where it does most harm.
pub const ARABIC: &str = "العنوان الطويل 123";
/// Letters of the longest words.
pub const LETTERS: usize = 10_000;
/// Bytes of the longest front matter; a little less than what is refused.
pub const FRONT_MATTER: usize = 990_000;

/// Writes the corpus into a folder; what stood there before it is replaced.
pub fn corpus(folder: &Path) -> Outcome<()> {
    for (path, text) in files() {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, text)?;
    }
    Ok(())
}

/// The files, by path.
pub fn files() -> Vec<(&'static str, String)> {
    vec![
        ("corpus.toml", about()),
        ("gazetteers/people.toml", people()),
        ("gazetteers/parties.toml", parties()),
        ("gazetteers/organisations.toml", organisations()),
        ("gazetteers/places.toml", places()),
        ("gazetteers/topics.toml", topics()),
        ("documents/script.md", script()),
        ("documents/turned.md", turned()),
        ("documents/right-to-left.md", right_to_left()),
        ("documents/long-words.md", long_words()),
        ("documents/megabyte.md", megabyte()),
        ("documents/rows.jsonl", rows()),
    ]
}

/// A word without any place to break it.
pub fn long_word(begins: &str) -> String {
    begins.chars().chain("abcdefghij".chars().cycle()).take(LETTERS).collect()
}

/// As TOML writes a text.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|letter| match letter {
            '"' | '\\' => format!("\\{letter}"),
            letter if letter.is_control() => format!("\\u{:04x}", u32::from(letter)),
            letter => letter.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

fn about() -> String {
    format!(
        "[corpus]\nid = \"hostile\"\ntitle = {}\ndescription = {}\nlanguage = \"en\"\nlicence = {}\npublisher = {}\nmethod = {}\ncredits = {}\nurl = \"https://example.org/?a=1&b=<2>\"\n",
        quoted(&format!("Hostile {SCRIPT}")),
        quoted(&format!("{ELEMENT} {TURNED}")),
        quoted(SCRIPT),
        quoted(ARABIC),
        quoted(&long_word("Method")),
        quoted(ELEMENT),
    )
}

fn people() -> String {
    let person =
        |id: &str, name: &str, rest: &str| format!("[[people]]\nid = \"{id}\"\nname = {}\n{rest}\n", quoted(name));
    [
        person(
            "script",
            &format!("Ann {SCRIPT}"),
            &format!("aliases = [{}, \"Ann Script\"]\nnote = {}\n", quoted(ELEMENT), quoted(SCRIPT)),
        ),
        person(
            "turned",
            &format!("Tess {TURNED}"),
            "aliases = [\"Tess Turned\"]\nparties = [{ party = \"element\" }]\n",
        ),
        person("arabic", ARABIC, "parties = [{ party = \"arabic-party\" }]\n"),
        person(
            "long",
            &long_word("Longname"),
            &format!("aliases = [\"Lon Long\"]\nroles = [{{ title = {} }}]\n", quoted(&long_word("Minister"))),
        ),
        person("plain", "Paula Plain", ""),
    ]
    .concat()
}

fn parties() -> String {
    format!(
        "[[parties]]\nid = \"element\"\nname = {}\nshort = {}\ncolour = \"red;background:url(x)\"\n\n[[parties]]\nid = \"arabic-party\"\nname = {}\nshort = {}\ncolour = \"#336699\"\n",
        quoted(&format!("Party {ELEMENT}")),
        quoted(&format!("P{SCRIPT}")),
        quoted("حزب 456"),
        quoted(&long_word("Short")),
    )
}

fn organisations() -> String {
    format!(
        "[[organisations]]\nid = \"org\"\nname = {}\naliases = [\"Plain Office\"]\ncountry = {}\n",
        quoted(&format!("Office {SCRIPT}")),
        quoted(ELEMENT)
    )
}

fn places() -> String {
    format!("[[places]]\nid = \"place\"\nname = {}\naliases = [\"Plainville\"]\n", quoted(&format!("Town {TURNED}")))
}

fn topics() -> String {
    format!(
        "[[topics]]\nid = \"script\"\nlabel = {}\nscope = {}\nkeywords = [{}, \"plain\"]\n\n[[topics]]\nid = \"long\"\nlabel = {}\nkeywords = [\"letters\"]\n\n[[topics]]\nid = \"arabic\"\nlabel = {}\nkeywords = [\"العنوان\"]\n",
        quoted(&format!("Topic {SCRIPT}")),
        quoted(ELEMENT),
        quoted(SCRIPT),
        quoted(&long_word("Topic")),
        quoted("موضوع 789"),
    )
}

/// All fields of a front matter, and a text, with script in each.
fn script() -> String {
    format!(
        "+++\ntitle = {}\ndate = \"2024-05-01\"\ndate_precision = \"day-inferred\"\ndate_note = {}\noutlet = [{}, {}]\nvia = [{}]\nauthor = {}\nsource_title = {}\nsource_url = \"https://example.org/'onmouseover='document.title=1\"\nother_sources = [\"javascript:document.title='ran'\", \"https://example.org/&quot;&lt;\"]\nlanguage = {}\npeople = [{}]\ntopics = [\"script\"]\n+++\n\n# {SCRIPT}\n\nAnn Script said: “{SCRIPT} is plain.” {ELEMENT}\n\n<script>document.title='ran'</script>\n\n<img src=x onerror=\"document.title='ran'\">\n\n- [link](javascript:document.title='ran') by Paula Plain of Plain Office in Plainville\n- ![image](x onerror=document.title)\n\n> {ELEMENT}\n\n| {SCRIPT} | b |\n|---|---|\n| {ELEMENT} | d |\n\n```html\n{SCRIPT}\n```\n",
        quoted(&format!("Title {SCRIPT} {ELEMENT}")),
        quoted(ELEMENT),
        quoted(&format!("Outlet {SCRIPT}")),
        quoted(&format!("Second {ELEMENT}")),
        quoted(SCRIPT),
        quoted(ELEMENT),
        quoted(SCRIPT),
        quoted("en\" onclick=\"x"),
        quoted(&format!("Declared {SCRIPT}")),
    )
}

fn turned() -> String {
    format!(
        "---\ntitle: 'Turned {TURNED}'\ndate: 2024-05-02\noutlet: 'Outlet {TURNED}'\nauthor: 'Author {TURNED}'\ndate_note: '{TURNED}'\npeople: ['Declared {TURNED}']\n---\n\nTess Turned wrote {TURNED} to Paula Plain.\n\n\u{2066}\u{2067}\u{202b}Never closed, with letters of Tess {TURNED}.\n\nThe paragraph after it, by Ann Script, is to be read from the left.\n"
    )
}

fn right_to_left() -> String {
    format!(
        "---\ntitle: '{ARABIC}'\ndate: 2024-05-03\noutlet: 'صحيفة 5'\nauthor: 'كاتب 7'\nlanguage: ar\n---\n\nقال {ARABIC} شيئا، وذكر Paula Plain في Plainville.\n\nAn English paragraph with {ARABIC} in it, and Paula Plain.\n"
    )
}

fn long_words() -> String {
    let (title, outlet, word) = (long_word("Title"), long_word("Outlet"), long_word("word"));
    format!(
        "---\ntitle: {title}\ndate: 2024-05-04\noutlet: {outlet}\nauthor: {outlet}\nsource_title: {title}\nsource_url: https://example.org/{word}\nid: {}\npeople: [{}]\n---\n\n# {title}\n\nLon Long met Paula Plain: {word} letters {word}.\n\n- {word} Lon Long\n\n> {word}\n\n| {word} | b |\n|---|---|\n| {word} | d |\n\n```\n{word}\n```\n",
        word.chars().take(200).collect::<String>(),
        long_word("Declared"),
    )
}

/// A megabyte of facts: three quarters a note, the rest sources and people.
fn megabyte() -> String {
    let note = "A note without an end. ".repeat(FRONT_MATTER * 3 / 4 / 23);
    let people: Vec<String> = (0..2_000).map(|number| format!("\"Many {number} People\"")).collect();
    let mut facts = format!(
        "title = \"A megabyte of facts\"\ndate = \"2024-05-05\"\ndate_note = {}\npeople = [{}]\nother_sources = [\n",
        quoted(&note),
        people.join(", ")
    );
    let mut number = 0;
    while facts.len() < FRONT_MATTER {
        number += 1;
        facts += &format!("\"https://example.org/{number}\",\n");
    }
    format!("+++\n{facts}]\n+++\n\nPaula Plain wrote little.\n")
}

/// Documents in rows, whose facts are as hostile.
fn rows() -> String {
    let text = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "{{\"id\": \"row\", \"title\": \"{}\", \"date\": \"2024-05-06\", \"source\": \"{}\", \"url\": \"data:text/html,x\", \"people\": [\"{}\"], \"party\": \"element\", \"topics\": [\"{}\"], \"text\": \"{} by Paula Plain.\\n\\n\\u202e{}\"}}\n",
        text(&format!("Row {SCRIPT}")),
        text(&format!("Row {ELEMENT}")),
        text(&format!("Row {TURNED}")),
        text(&format!("Row {SCRIPT}")),
        text(SCRIPT),
        text(ELEMENT),
    )
}
