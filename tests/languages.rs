//! Every wording of the page has its entry in every catalogue of `crates/explore/languages`, and no catalogue has another.
//!
//! The wordings are read out of the sources, as gettext does it: the texts given to `say`, `fill`, `wording` and `count`, and those
//! that panels put into elements by themselves.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A piece of a source: a name or number, a text as it is when compiled, or a sign.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Text(String),
    Sign(char),
}

#[test]
fn every_wording_stands_in_every_catalogue() {
    let wordings = wordings();
    assert!(wordings.len() > 300, "only {} wordings were found", wordings.len());
    for (name, catalogue) in catalogues() {
        let known: BTreeSet<String> = catalogue.into_iter().map(|(english, _)| english).collect();
        let missing: Vec<_> = wordings.difference(&known).collect();
        assert!(missing.is_empty(), "{name} lacks {missing:#?}");
        let stale: Vec<_> = known.difference(&wordings).collect();
        assert!(stale.is_empty(), "{name} has what the page never says: {stale:#?}");
    }
}

#[test]
fn an_entry_has_the_places_of_its_wording() {
    for (name, catalogue) in catalogues() {
        for (english, other) in catalogue {
            // Whoever has reviewed a translation leaves this one empty.
            if english == "This translation needs the review of a speaker." {
                continue;
            }
            assert!(!other.trim().is_empty(), "{name}: {english:?} is empty");
            assert_eq!(places(&other), places(&english), "{name}: {english:?} is {other:?}");
        }
    }
}

#[test]
fn a_catalogue_says_each_wording_once_and_its_direction() {
    for (name, catalogue) in catalogues() {
        let known: BTreeSet<&String> = catalogue.iter().map(|(english, _)| english).collect();
        assert_eq!(known.len(), catalogue.len(), "{name} has a wording twice");
        let direction = catalogue.iter().find(|(english, _)| english == "ltr").map(|(_, other)| other.as_str());
        assert!(matches!(direction, Some("ltr" | "rtl")), "{name}: {direction:?}");
    }
}

/// What looks like words in a panel or a View, and is no wording, would stay English in every language.
#[test]
fn no_words_are_said_past_the_catalogues() {
    let wordings = wordings();
    let mut past = Vec::new();
    for file in sources() {
        let tokens = tokens(&fs::read_to_string(&file).expect("a source can be read"));
        for token in tokens {
            if let Token::Text(text) = token
                && reads_like_words(&text)
                && !wordings.contains(&text)
                && !NO_WORDINGS.contains(&text.as_str())
            {
                past.push(format!("{}: {text:?}", file.display()));
            }
        }
    }
    assert!(past.is_empty(), "{past:#?}");
}

#[test]
fn sources_are_read_as_the_compiler_reads_them() {
    let source = "// say(\"not this\")\nwords.say(if one { \"{} a\\u{301} \\\n   b\" } else { 'x'; r\"c\" }); fill(\"d {}\", &[\"e\"])\n\
                  count(1, \"f\"); words.count(n, \"g\", \"h\"); fn wording(english: &'static str) {} .add(\"i j\").add(\"…\")";
    let mut found = BTreeSet::new();
    said(&tokens(source), true, &mut found);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["c", "d {}", "g", "h", "i j", "{} a\u{301} b"]);
    assert_eq!(places("{} of {}"), places("{1}, {0}"));
    assert_ne!(places("{} of {}"), places("{0} {0}"));
}

/// Texts of the sources that look like words and are said to nobody, or are the same in every language.
const NO_WORDINGS: [&str; 13] = [
    "# or, if somebody said it: speaker = \"an-id\"",
    "# or, if these are nobody's words: statement = false",
    "Ctrl End",
    "Ctrl Home",
    "Te reo Māori",
    "The words of this language could not be loaded, so the page speaks English. Load it again.",
    "counted by {}: {}",
    "facets dates",
    "noopener noreferrer external",
    "onrecord notes ",
    "statement = false",
    "the page has no element named app",
    "there is one at a time",
];

/// All wordings of the page.
fn wordings() -> BTreeSet<String> {
    let mut wordings = BTreeSet::new();
    for file in sources() {
        let source = fs::read_to_string(&file).expect("a source can be read");
        said(&tokens(&source), !file.starts_with("crates"), &mut wordings);
    }
    // What the measures are called stands with them.
    let measures = fs::read_to_string("crates/graph/src/association/measure.rs").expect("the measures are there");
    let (_, named) = measures.split_once("fn label").expect("measures have labels");
    wordings.extend(tokens(named).into_iter().filter_map(text));
    let script = fs::read_to_string("src/offline/register.js").expect("the script is there");
    wordings.extend(script.split("said('").skip(1).filter_map(|rest| Some(rest.split_once('\'')?.0.to_owned())));
    wordings
}

/// The sources of what the page says: the engine without what it writes into files, and the page.
fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from("crates/explore/src"), PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be read") {
            let path = entry.expect("an entry can be read").path();
            match path.is_dir() {
                true if path.ends_with("explore/src/export") => {}
                true => folders.push(path),
                false if path.extension().is_some_and(|ending| ending == "rs") => files.push(path),
                false => {}
            }
        }
    }
    files
}

/// The catalogues by name: English and the other, line by line.
fn catalogues() -> Vec<(String, Vec<(String, String)>)> {
    let folder = fs::read_dir("crates/explore/languages").expect("the catalogues are there");
    let files: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry can be read").path()).collect();
    assert!(!files.is_empty());
    let read = |path: &Path| fs::read_to_string(path).expect("a catalogue can be read");
    let entry = |line: &str| line.split_once('\t').map(|(english, other)| (english.to_owned(), other.to_owned()));
    files
        .iter()
        .map(|path| {
            let name = path.display().to_string();
            let entries = read(path).lines().filter(|line| !line.starts_with('#')).map(entry).collect();
            (name.clone(), Option::expect(entries, "every line is a comment, or has one tab"))
        })
        .collect()
}

/// Adds the wordings of a source; `panels`: also what is put into elements.
fn said(tokens: &[Token], panels: bool, wordings: &mut BTreeSet<String>) {
    for at in 1..tokens.len() {
        let (Token::Name(name), Some(Token::Sign('('))) = (&tokens[at], tokens.get(at + 1)) else { continue };
        let (is_method, is_defined) =
            (tokens[at - 1] == Token::Sign('.'), tokens[at - 1] == Token::Name("fn".to_owned()));
        let given = &tokens[at + 2..];
        match name.as_str() {
            _ if is_defined => {}
            "say" | "fill" | "wording" => wordings.extend(texts(given, 1)),
            "text" if is_method => wordings.extend(texts(given, 1)),
            "count" | "count_of" if is_method => wordings.extend(texts(given, usize::MAX)),
            "add" | "then_some" if panels => {
                let only = matches!(given.get(1), Some(Token::Sign(')')));
                wordings
                    .extend(given.first().cloned().filter(|_| only).and_then(text).filter(|text| has_letters(text)));
            }
            "set" | "set_given" if panels => {
                let named = matches!(given, [Token::Text(name), ..] if matches!(name.as_str(), "aria-label" | "title" | "placeholder" | "data-head"));
                wordings
                    .extend(given.get(2).cloned().filter(|_| named).and_then(text).filter(|text| has_letters(text)));
            }
            _ => {}
        }
    }
}

/// The texts among the first `most` of what is given to a function.
fn texts(given: &[Token], most: usize) -> Vec<String> {
    let (mut depth, mut number, mut texts) = (0, 0, Vec::new());
    for token in given {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') if depth == 0 => break,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Sign(',') if depth == 0 => number += 1,
            Token::Text(text) if number < most && !text.is_empty() => texts.push(text.clone()),
            _ => {}
        }
    }
    texts
}

fn text(token: Token) -> Option<String> {
    match token {
        Token::Text(text) => Some(text),
        _ => None,
    }
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Two words beside each other, and none of the signs of a selector, a path or a list of classes.
fn reads_like_words(text: &str) -> bool {
    let words: Vec<&str> =
        text.split(' ').filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic)).collect();
    words.len() > 1 && words.iter().any(|word| word.chars().count() > 1)
}

/// The places of a wording, as `Words::fill` fills them.
fn places(wording: &str) -> BTreeSet<usize> {
    let inside = |(number, rest): (usize, &str)| {
        let place = rest.split_once('}')?.0;
        Some(place.parse().unwrap_or(number))
    };
    wording.split('{').skip(1).enumerate().filter_map(inside).collect()
}

/// A source without its comments, and without its tests.
fn tokens(source: &str) -> Vec<Token> {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let letters: Vec<char> = source.chars().collect();
    let (mut tokens, mut at) = (Vec::new(), 0);
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied().unwrap_or_default();
        match letter {
            '/' if next == '/' => at += letters[at..].iter().take_while(|letter| **letter != '\n').count(),
            '"' => {
                let (text, after) = quoted(&letters, at + 1);
                tokens.push(Token::Text(text));
                at = after;
            }
            'r' if next == '"' && !letters[..at].last().is_some_and(|before| before.is_alphanumeric()) => {
                let text: String = letters[at + 2..].iter().take_while(|letter| **letter != '"').collect();
                at += text.chars().count() + 3;
                tokens.push(Token::Text(text));
            }
            // A letter of its own, or else a lifetime.
            '\'' if next == '\\' => at += 3 + letters[at + 3..].iter().take_while(|letter| **letter != '\'').count(),
            '\'' if letters.get(at + 2) == Some(&'\'') => at += 3,
            _ if letter.is_alphanumeric() || letter == '_' => {
                let is_inside = |letter: &&char| letter.is_alphanumeric() || **letter == '_';
                let name: String = letters[at..].iter().take_while(is_inside).collect();
                at += name.chars().count();
                tokens.push(Token::Name(name));
            }
            _ => {
                if !letter.is_whitespace() {
                    tokens.push(Token::Sign(letter));
                }
                at += 1;
            }
        }
    }
    tokens
}

/// A text in quotation marks from its first letter on, and where it has ended.
fn quoted(letters: &[char], from: usize) -> (String, usize) {
    let (mut text, mut at) = (String::new(), from);
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied().unwrap_or_default();
        at += 2;
        match (letter, next) {
            ('"', _) => return (text, at - 1),
            ('\\', 'n') => text.push('\n'),
            ('\\', 't') => text.push('\t'),
            ('\\', '\n') => at += letters[at..].iter().take_while(|letter| letter.is_whitespace()).count(),
            ('\\', 'u') => {
                let digits: String = letters[at + 1..].iter().take_while(|letter| **letter != '}').collect();
                at += digits.len() + 2;
                text.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            ('\\', other) => text.push(other),
            (letter, _) => {
                text.push(letter);
                at -= 1;
            }
        }
    }
    (text, at)
}
