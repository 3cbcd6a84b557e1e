//! Laws of folding and cutting, over any text.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let once = text::fold(&text);
        prop_assert_eq!(text::fold(&once), once);
    }

    #[test]
    fn composed_and_decomposed_spellings_fold_alike(text in "[a-zA-Z\u{c0}-\u{17f}\u{370}-\u{3ff}\u{400}-\u{45f}\u{1e00}-\u{1eff} '’-]*") {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(text::fold(&composed), text::fold(&decomposed));
    }

    #[test]
    fn the_way_back_from_folded_text_is_whole_and_in_order(text in any::<String>()) {
        let folded = text::fold_with_origins(&text);
        prop_assert_eq!(&folded.text, &text::fold(&text));
        let mut end = 0;
        for (start, letter) in folded.text.char_indices() {
            let original = folded.original(start..start + letter.len_utf8());
            prop_assert!(original.start >= end || original.start == original.end || letter.len_utf8() < original.len() || original.end >= end);
            prop_assert!(text.get(original.clone()).is_some(), "{original:?} lies on character boundaries");
            end = original.start;
        }
    }

    #[test]
    fn a_word_folds_to_itself_at_its_place(text in any::<String>()) {
        let words = text::Words::of(&text);
        for word in words.iter() {
            prop_assert_eq!(text::fold(&text[word.original.clone()]), word.folded);
        }
    }

    #[test]
    fn sentences_part_a_passage_without_gaps(text in any::<String>()) {
        let mut end = 0;
        for range in text::sentences(&text) {
            prop_assert_eq!(range.start, end);
            prop_assert!(range.end > range.start);
            end = range.end;
        }
        prop_assert_eq!(end, text.len());
    }
}

#[test]
fn every_letter_of_unicode_folds_once_and_for_all() {
    for letter in '\0'..=char::MAX {
        let once = text::fold(&format!(" {letter} {letter}a"));
        assert_eq!(text::fold(&once), once, "{letter:?} (U+{:04X})", letter as u32);
    }
}

#[test]
fn every_letter_folds_alike_composed_and_decomposed() {
    let letters = ('\u{c0}'..='\u{17f}').chain('\u{370}'..='\u{45f}').chain('\u{1e00}'..='\u{1fff}');
    for letter in letters {
        let decomposed: String = std::iter::once(letter).nfd().collect();
        assert_eq!(text::fold(&letter.to_string()), text::fold(&decomposed), "{letter:?} (U+{:04X})", letter as u32);
    }
}
