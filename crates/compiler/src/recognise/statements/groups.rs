//! Groups: a reporting verb with the auxiliaries and adverbs before it, and what they say of its subject.

use super::lexicon::class;
use super::tokens::{Passage, TokenKind};
use super::verbs::form;
use std::ops::Range;

/// The verb's company to its left.
pub(super) struct Group {
    /// First token: auxiliaries and adverbs belong to it.
    pub(super) start: usize,
    pub(super) is_passive: bool,
    pub(super) is_gerund: bool,
    pub(super) is_infinitive: bool,
    pub(super) is_negated: bool,
    pub(super) forms: u8,
}

pub(super) fn group(passage: &Passage, sentence: &Range<usize>, at: usize, forms: u8) -> Option<Group> {
    let tokens = &passage.tokens;
    let mut start = at;
    let mut company = 0;
    while start > sentence.start {
        let token = tokens[start - 1];
        let word = passage.word(start - 1);
        let joins = token.is(class::AUXILIARY | class::NOT)
            || token.is(class::ADVERB)
                && !token.is(class::SUBJECT | class::DETERMINER | class::CONJUNCTION)
                && !token.is_capital
            || token.is(class::TO)
            || token.is(class::ADVERB | class::AUXILIARY) && matches!(word, "all" | "both" | "each");
        if !joins {
            break;
        }
        company |= token.info.classes;
        start -= 1;
        if token.is(class::TO) {
            break;
        }
        // "he'd", "they've" are subject and auxiliary in one.
        if token.is(class::AUXILIARY) && word.contains(['\'', '’']) && !token.is(class::NOT) {
            break;
        }
    }
    let has = |class: u32| company & class != 0;
    let finite = forms & (form::BASE | form::THIRD | form::PAST) != 0;
    let is_infinitive = has(class::TO) && forms & form::BASE != 0;
    let is_gerund = forms & form::GERUND != 0 && !has(class::BE) || start < at && passage.word(start) == "having";
    let is_passive = has(class::BE) && forms & form::PARTICIPLE != 0 && forms & form::GERUND == 0;
    if has(class::TO) && !is_infinitive || !finite && !is_gerund && !has(class::BE | class::HAVE) {
        return None;
    }
    let only_base = forms & (form::THIRD | form::PAST | form::GERUND) == 0;
    if only_base && !is_infinitive && !has(class::MODAL) && !takes_base(passage, sentence, start) {
        return None;
    }
    Some(Group { start, is_passive, is_gerund, is_infinitive, is_negated: has(class::NOT), forms })
}

/// Whether what stands before can be the subject of a bare form: a plural, "they", "I".
fn takes_base(passage: &Passage, sentence: &Range<usize>, at: usize) -> bool {
    if at <= sentence.start {
        return false;
    }
    let token = passage.tokens[at - 1];
    let word = passage.word(at - 1);
    match token.kind {
        TokenKind::Comma | TokenKind::Close => true,
        TokenKind::Word => {
            matches!(
                word,
                "i" | "we"
                    | "they"
                    | "you"
                    | "who"
                    | "people"
                    | "police"
                    | "many"
                    | "some"
                    | "others"
                    | "and"
                    | "which"
            ) || word.ends_with('s')
                && !word.ends_with("ss")
                && !token.is(class::DETERMINER | class::SUBJECT | class::AUXILIARY)
        }
        _ => false,
    }
}

/// Whether the words before make a noun of the verb ("the claims", "by reports"), or leave its deed undone ("without saying").
pub(super) fn is_no_report(passage: &Passage, sentence: &Range<usize>, group: &Group) -> bool {
    let Some(before) = group.start.checked_sub(1).filter(|before| *before >= sentence.start) else { return false };
    let token = passage.tokens[before];
    let is_determined = token.is(class::DETERMINER) && !token.is(class::SUBJECT);
    let is_led = is_determined
        || token.is(class::PREPOSITION) && !token.is(class::SUBJECT)
        || token.kind == TokenKind::Possessive;
    if group.is_infinitive {
        return !follows_own_verb(passage, sentence, group.start);
    }
    if !group.is_gerund {
        return is_led;
    }
    let is_means = matches!(passage.word(before), "by" | "in" | "while" | "when" | "after" | "as");
    is_led && token.is(class::DETERMINER) || token.is(class::PREPOSITION | class::SUBORDINATOR) && !is_means
}

/// Whether "to say" is the subject's own: "went on to say", not "declined to say" and not "urged the party to say".
fn follows_own_verb(passage: &Passage, sentence: &Range<usize>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= sentence.start) else { return false };
    let word = passage.word(before);
    word == "on"
        || [
            "continued",
            "continues",
            "began",
            "started",
            "proceeded",
            "seemed",
            "appeared",
            "twitter",
            "facebook",
            "radio",
            "used",
            "wanted",
            "wants",
            "had",
            "came",
            "seeks",
            "sought",
            "hopes",
            "hoped",
            "plans",
            "planned",
            "promised",
            "vowed",
            "intends",
            "likes",
            "paused",
            "returned",
            "stopped",
            "able",
            "willing",
            "ready",
        ]
        .contains(&word)
}

/// "a statement saying": the noun is the source.
pub(super) fn follows_noun(passage: &Passage, sentence: &Range<usize>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= sentence.start) else { return false };
    let token = passage.tokens[before];
    let classes = class::PREPOSITION
        | class::CONJUNCTION
        | class::AUXILIARY
        | class::SUBORDINATOR
        | class::ADVERB
        | class::TIME
        | class::NOT;
    token.is_word() && !token.is(classes) && (!token.is_verb() || token.is(class::NOUN))
}
