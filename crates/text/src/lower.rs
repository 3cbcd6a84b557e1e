//! Lower case that keeps diacritics, for the exact spelling of a word beside its folded form.

/// The text in lower case: Latin with all its accents, Greek and Cyrillic. Capitals of other scripts stay. The table of the
/// standard library, which knows all, would be four kilobytes of the page.
pub fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

fn lower(letter: char) -> char {
    let code = letter as u32;
    let distance = match code {
        // What has two letters in lower case, or none in a pair.
        0xd7 | 0x130 | 0x138 | 0x149 | 0x17f | 0x3a2 | 0x1e96..=0x1e9f => 0,
        0x41..=0x5a | 0xc0..=0xde | 0x391..=0x3ab | 0x410..=0x42f => 32,
        0x400..=0x40f => 80,
        // Capital and small stand side by side.
        0x139..=0x148 | 0x179..=0x17e => code % 2,
        0x100..=0x177 | 0x460..=0x481 | 0x48a..=0x4bf | 0x1e00..=0x1eff => 1 - code % 2,
        _ => 0,
    };
    char::from_u32(code + distance).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_lowered_as_the_standard_library_lowers_them() {
        let ranges = [0..=0x24f, 0x370..=0x3ff, 0x400..=0x4bf, 0x1e00..=0x1eff];
        for letter in ranges.into_iter().flatten().filter_map(char::from_u32) {
            let lower = lower(letter);
            let is_left = lower == letter;
            assert!(is_left || letter.to_lowercase().eq([lower]), "{letter} becomes {lower}");
        }
        let left: Vec<char> = (0..=0x17f)
            .chain(0x400..=0x4bf)
            .chain(0x1e00..=0x1eff)
            .filter_map(char::from_u32)
            .filter(|letter| lower(*letter) == *letter && !letter.to_lowercase().eq([*letter]))
            .collect();
        assert_eq!(left, ['İ', 'Ÿ', 'ẞ'], "capitals that stay");
        assert_eq!(lowered("TE ĀTI AWA o Ōtaki, ΑΘΗΝΑ, Київ"), "te āti awa o ōtaki, αθηνα, київ");
    }
}
