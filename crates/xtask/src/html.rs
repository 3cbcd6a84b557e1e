//! Finding and replacing in the page's own HTML, whose places are known and each there once; and JSON that may stand in it.

use crate::Outcome;

/// What stands between the first `before` and the next `after`.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

/// The text with `new` for `old`; an error if `old` is not there, or more than once.
pub fn replaced_once(text: &str, old: &str, new: &str) -> Outcome<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(format!("the page should hold {old:?} once, it holds it {count} times").into()),
    }
}

/// A text as JSON writes it, between quotation marks. What could end an element of HTML, or begin a comment in it, is written by
/// its number.
pub fn json_string(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            letter if letter < ' ' || matches!(letter, '<' | '>' | '&') => {
                json += &format!("\\u{:04x}", u32::from(letter));
            }
            letter => json.push(letter),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_missing_or_doubled_fails_the_build() {
        assert_eq!(replaced_once("a b c", "b", "x").expect("one place"), "a x c");
        assert!(replaced_once("a b b", "b", "x").is_err());
        assert!(replaced_once("a c", "b", "x").is_err());
    }

    #[test]
    fn a_text_stays_a_text_in_json_in_html() {
        assert_eq!(json_string("a \"b\" \\ \n ü"), "\"a \\\"b\\\" \\\\ \\u000a ü\"");
        assert_eq!(json_string("</script><!-- &"), "\"\\u003c/script\\u003e\\u003c!-- \\u0026\"");
    }
}
