//! Page, stylesheets and scripts without what only their readers need: comments, indentation, empty lines.

use std::collections::HashMap;

/// A stylesheet without comments and indentation. A comment's marks stand in no string of ours.
pub fn stylesheet(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    lines(&bare, |line| !line.is_empty())
}

/// The page without comments; its lines stay, they show in a `pre`. Text from documents is escaped and holds no mark of one.
pub fn page(html: &str) -> String {
    let mut bare = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        bare.push_str(before.trim_end());
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare
}

/// A script, ours or the one that wasm-bindgen writes, without comments, each of which has lines of its own, and without
/// indentation. No text in it runs over lines.
pub fn script(script: &str) -> String {
    let mut in_comment = false;
    lines(script, |line| {
        in_comment |= line.starts_with("/**");
        let is_code = !in_comment && !line.is_empty() && !line.starts_with("//");
        in_comment &= !line.ends_with("*/");
        is_code
    })
}

/// Script and program with plain numbers in the names by which one calls the other, where wasm-bindgen has written hashes: no
/// compression makes a hash smaller, and there are two of each. The names keep their length, so nothing else moves.
pub fn shared_names(script: &str, program: &[u8]) -> (String, Vec<u8>) {
    let plain: HashMap<String, String> =
        hashes(script).into_iter().zip(0..).map(|(hash, number)| (hash, format!("_{number:0HASH$}"))).collect();
    // Once through: what is plain now may look like a hash, and with its documents the program may be large.
    let renamed = |bytes: &[u8]| {
        let mut renamed = bytes.to_owned();
        for at in (0..bytes.len().saturating_sub(HASH)).filter(|at| bytes[*at] == b'_') {
            let plain = std::str::from_utf8(&bytes[at..=at + HASH]).ok().and_then(|hash| plain.get(hash));
            if let Some(plain) = plain {
                renamed[at..=at + HASH].copy_from_slice(plain.as_bytes());
            }
        }
        renamed
    };
    (String::from_utf8(renamed(script.as_bytes())).expect("digits stand for digits"), renamed(program))
}

/// Digits of a hash.
const HASH: usize = 16;

/// The hashes at the ends of names, each with the line before it, in order.
fn hashes(script: &str) -> Vec<String> {
    let is_digit = |letter: char| matches!(letter, '0'..='9' | 'a'..='f');
    let mut found: Vec<String> = Vec::new();
    for name in script.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_') {
        if let Some((_, end)) = name.rsplit_once('_')
            && end.len() == HASH
            && end.chars().all(is_digit)
            && !found.iter().any(|known| known[1..] == *end)
        {
            found.push(format!("_{end}"));
        }
    }
    found
}

fn lines(text: &str, mut is_kept: impl FnMut(&str) -> bool) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| is_kept(line)) {
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_keeps_everything_but_its_comments() {
        assert_eq!(page("<a>\n  <!-- why\n so -->\n<b> <!-- x --></b>\n"), "<a>\n<b></b>\n");
    }

    #[test]
    fn script_and_program_still_call_each_other_by_one_name() {
        // The last hash looks like what the second becomes.
        let script = "__wbg_get_a8ee5c45dabc1b3b, __wbg_set_0123456789abcdef, _cast_0000000000000001, _short_a8ee";
        let (script, program) = shared_names(script, b"\x02__wbg_set_0123456789abcdef\0__wbg_get_a8ee5c45dabc1b3b\x01");
        let expected = "__wbg_get_0000000000000000, __wbg_set_0000000000000001, _cast_0000000000000002, _short_a8ee";
        assert_eq!(script, expected);
        assert_eq!(program, b"\x02__wbg_set_0000000000000001\0__wbg_get_0000000000000000\x01");
    }

    #[test]
    fn rules_stay_and_comments_go() {
        assert_eq!(
            stylesheet("/* one */\n@layer a {\n  b { c: d; } /* two\n three */\n\n}\n"),
            "@layer a {\nb { c: d; }\n}\n"
        );
        let written = "/**\n * what it does\n * @param {number} a\n */\nexport function f(a) {\n    // why\n    return `//${a}`;\n}\n";
        assert_eq!(script(written), "export function f(a) {\nreturn `//${a}`;\n}\n");
        assert_eq!(script("/** one line */\nlet a = 1;\n"), "let a = 1;\n");
    }
}
