//! Text as XML 1.0 takes it, in attributes and between tags alike.

/// Escaped; what XML 1.0 forbids even escaped (most control characters, U+FFFE, U+FFFF) is dropped.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // As they are, a reader would make spaces of them.
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_leaves_its_place_and_nothing_forbidden_stays() {
        assert_eq!(escaped("<a b=\"c\" d='e'>&\n"), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;&#10;");
        assert_eq!(escaped("Te\0 Pā\u{1B}ti\u{FFFE} Māori\u{FFFF}"), "Te Pāti Māori");
        assert_eq!(escaped("🏛\u{FFFD}"), "🏛\u{FFFD}");
    }
}
