//! Finding and replacing in the page's own HTML, whose places are known and each there once.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_missing_or_doubled_fails_the_build() {
        assert_eq!(replaced_once("a b c", "b", "x").expect("one place"), "a x c");
        assert!(replaced_once("a b b", "b", "x").is_err());
        assert!(replaced_once("a c", "b", "x").is_err());
    }
}
