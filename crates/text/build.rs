//! Writes the fold table: what each letter of the European and Semitic scripts folds to (NFKD, lower case, marks dropped).
//!
//! The table is made here, from `unicode-normalization`, so that the page carries a few kilobytes of letters
//! instead of the whole of Unicode, and so that writer and reader fold by the very same table.

use std::{env, fs, path::PathBuf};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Latin, Greek, Cyrillic, Armenian and Hebrew, Arabic, phonetic and extended Latin and Greek, super- and subscripts,
/// letterlike and number forms, Latin extensions, ligatures and presentation forms, full-width forms.
const BLOCKS: [(u32, u32); 9] = [
    (0x00A0, 0x058F),
    (0x0590, 0x06FF),
    (0x1D00, 0x1FFF),
    (0x2070, 0x218F),
    (0x2C60, 0x2C7F),
    (0xA720, 0xA7FF),
    (0xFB00, 0xFB4F),
    (0xFB50, 0xFEFC),
    (0xFF01, 0xFF5E),
];

/// What Unicode's decomposition leaves alone and readers take for the same.
const BY_HAND: [(char, &str); 54] = [
    ('ʻ', "'"),
    ('ʼ', "'"),
    ('ʾ', "'"),
    ('ʿ', "'"),
    ('’', "'"),
    ('‘', "'"),
    ('‛', "'"),
    ('′', "'"),
    ('´', "'"),
    ('\u{1FFD}', "'"),
    ('`', "'"),
    ('ʹ', "'"),
    ('׳', "'"),
    ('״', "\""),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('‟', "\""),
    ('″', "\""),
    ('«', "\""),
    ('»', "\""),
    ('‐', "-"),
    ('‑', "-"),
    ('‒', "-"),
    ('–', "-"),
    ('—', "-"),
    ('―', "-"),
    ('−', "-"),
    ('־', "-"),
    ('…', "..."),
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('đ', "d"),
    ('Đ', "d"),
    ('ł', "l"),
    ('Ł', "l"),
    ('ø', "o"),
    ('Ø', "o"),
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('þ', "th"),
    ('Þ', "th"),
    ('ð', "d"),
    ('Ð', "d"),
    ('ı', "i"),
    ('ħ', "h"),
    ('Ħ', "h"),
    ('ŋ', "n"),
    ('Ŋ', "n"),
    ('ς', "σ"),
    ('ة', "ه"),
    ('ى', "ي"),
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let mut table: Vec<(char, String)> = BLOCKS
        .iter()
        .flat_map(|&(first, last)| first..=last)
        .filter_map(char::from_u32)
        .filter(|letter| !is_combining_mark(*letter) && !letter.is_whitespace())
        .filter(|letter| BY_HAND.iter().all(|(by_hand, _)| by_hand != letter))
        .map(|letter| (letter, folded(letter)))
        // A diacritic that stands alone is a space with a mark to Unicode: nothing to readers.
        .map(|(letter, folded)| (letter, folded.trim().to_owned()))
        .filter(|(letter, folded)| !folded.chars().eq([*letter]))
        // "¼" would become two words, and half of it cannot be marked: it stays itself.
        .filter(|(_, folded)| folded.chars().all(char::is_alphanumeric) || folded.chars().count() == 1)
        .collect();
    table.extend(BY_HAND.map(|(letter, folded)| (letter, folded.to_owned())));
    table.sort();

    let mut strings = String::new();
    let mut letters = Vec::new();
    let mut starts = Vec::new();
    for (letter, folded) in &table {
        letters.push(u16::try_from(*letter as u32).expect("every block lies in the first plane"));
        // Most letters fold to something already written: share it.
        let start = strings.find(folded.as_str()).unwrap_or_else(|| {
            strings.push_str(folded);
            strings.len() - folded.len()
        });
        starts.push((
            u16::try_from(start).expect("the strings are short"),
            u8::try_from(folded.len()).expect("and so is each"),
        ));
    }
    let source = format!(
        "pub(crate) static LETTERS: &[u16] = &{letters:?};\npub(crate) static STARTS: &[(u16, u8)] = &{starts:?};\npub(crate) static STRINGS: &str = {strings:?};\n"
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("fold_table.rs");
    fs::write(out, source).expect("OUT_DIR can be written");
}

/// Decompose, lower, decompose again, drop the marks; letters that fold by hand do so after decomposition too (ǿ → ø → o).
fn folded(letter: char) -> String {
    let lower: String = std::iter::once(letter).nfkd().flat_map(char::to_lowercase).collect();
    let bare: String = lower.nfkd().filter(|letter| !is_combining_mark(*letter) && *letter != 'ـ').collect();
    bare.chars()
        .map(|letter| {
            BY_HAND
                .iter()
                .find(|(by_hand, _)| *by_hand == letter)
                .map_or_else(|| letter.to_string(), |(_, to)| (*to).to_owned())
        })
        .collect()
}
