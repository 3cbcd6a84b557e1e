//! Contents: the words that were said, after a reporting verb or before it.

use super::circumstances;
use super::lexicon::{LEXICON, class};
use super::tokens::{Passage, TokenKind};
use super::verbs::{Verb, form, frame};

/// How far a "that" or a quotation is looked for behind "said in an interview with …", in tokens.
const FAR: usize = 20;

/// How a content begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// A quotation of its own, or what follows a colon.
    Quoted,
    Clause,
    /// A thing or an infinitive: it ends before the circumstances.
    Phrase,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) token: usize,
    pub(super) manner: Manner,
}

/// Where the content of a verb begins behind it, if it stands behind it.
pub(super) fn after(passage: &Passage, verb: &Verb, from: usize, to: usize) -> Option<Start> {
    let at = circumstances::behind(passage, from, to);
    at_place(passage, verb, at, to, verb.frames & frame::ADDRESSEE != 0)
}

fn at_place(passage: &Passage, verb: &Verb, at: usize, to: usize, is_told: bool) -> Option<Start> {
    let token = *passage.tokens.get(at).filter(|_| at < to)?;
    let has = |frames: u16| verb.frames & frames != 0;
    let start = |token, manner| (token < to).then_some(Start { token, manner });
    let next = passage.tokens.get(at + 1).filter(|_| at + 1 < to);
    match token.kind {
        TokenKind::Colon => start(at + 1, Manner::Quoted).filter(|_| has(frame::QUOTE | frame::CLAUSE | frame::THAT)),
        TokenKind::Comma => {
            let next = next?;
            if matches!(next.kind, TokenKind::Quotation(_)) && has(frame::QUOTE) {
                return start(at + 1, Manner::Quoted);
            }
            if next.is(class::THAT) && has(frame::CLAUSE | frame::THAT) {
                return start(at + 2, Manner::Clause);
            }
            // "said, in a statement, that"
            let close = (at + 1..to.min(at + FAR)).find(|at| passage.tokens[*at].kind == TokenKind::Comma)?;
            let behind = passage.tokens.get(close + 1).filter(|_| close + 1 < to)?;
            match behind.kind {
                TokenKind::Quotation(_) if has(frame::QUOTE) => start(close + 1, Manner::Quoted),
                TokenKind::Word if behind.is(class::THAT) && has(frame::CLAUSE | frame::THAT) => {
                    start(close + 2, Manner::Clause)
                }
                _ => None,
            }
        }
        TokenKind::Quotation(_) => {
            let manner = if has(frame::QUOTE) { Manner::Quoted } else { Manner::Phrase };
            start(at, manner)
        }
        TokenKind::Word
            if is_told && !token.is(class::THAT | class::TO | class::PREPOSITION) && !is_question(passage, at) =>
        {
            addressee(passage, verb, at, to)
        }
        TokenKind::Word if token.is(class::THAT) && has(frame::CLAUSE | frame::THAT) => start(at + 1, Manner::Clause),
        TokenKind::Word if token.is(class::TO) => {
            let is_deed = next.is_some_and(|next| !next.is(class::DETERMINER | class::OBJECT) && !next.is_capital);
            if has(frame::INFINITIVE | frame::ADDRESSEE) && is_deed {
                start(at, Manner::Phrase)
            } else if verb.prepositions.contains(&"to") {
                start(at + 1, Manner::Phrase)
            } else if has(frame::QUOTE | frame::CLAUSE | frame::THAT) {
                farther(passage, verb, at, to)
            } else {
                None
            }
        }
        TokenKind::Word if is_question(passage, at) && has(frame::QUESTION | frame::CLAUSE | frame::OBJECT) => {
            start(at, Manner::Clause)
        }
        TokenKind::Word if verb.prepositions.contains(&passage.word(at)) => {
            // "said of her, “…”" and "spoke of her".
            let quoted = || farther(passage, verb, at, to).filter(|found| found.manner == Manner::Quoted);
            has(frame::QUOTE).then(quoted).flatten().or_else(|| start(at + 1, Manner::Phrase))
        }
        TokenKind::Word if token.is(class::PREPOSITION) && !token.is(class::DETERMINER) => {
            if has(frame::QUOTE | frame::CLAUSE | frame::THAT) { farther(passage, verb, at, to) } else { None }
        }
        TokenKind::Word | TokenKind::Other if has(frame::CLAUSE) && !token.is(class::CONJUNCTION) => {
            start(at, Manner::Clause).filter(|_| is_clause(passage, at, to) || has(frame::OBJECT))
        }
        TokenKind::Word | TokenKind::Other
            if has(frame::OBJECT) && !token.is(class::CONJUNCTION | class::SUBORDINATOR) =>
        {
            start(at, Manner::Phrase)
        }
        TokenKind::Word | TokenKind::Other
            if has(frame::FINDING) && !token.is(class::CONJUNCTION | class::PREPOSITION) =>
        {
            start(at, Manner::Clause)
        }
        TokenKind::Word if has(frame::TAKEN) => {
            let near = at + 1..to.min(at + 9);
            let is_taken = near.clone().find(|at| passage.word_is(*at, "as") || !passage.tokens[*at].is_word());
            start(at, Manner::Phrase).filter(|_| is_taken.is_some_and(|at| passage.word_is(at, "as")))
        }
        TokenKind::Word if has(frame::THAT | frame::QUOTE) && !token.is(class::CONJUNCTION | class::SUBORDINATOR) => {
            farther(passage, verb, at, to).filter(|found| found.manner != Manner::Clause || found.token - at < 6)
        }
        _ => None,
    }
}

fn is_question(passage: &Passage, at: usize) -> bool {
    passage.tokens[at].is(class::QUESTION) && !passage.tokens[at].is(class::THAT)
}

/// Whether something is done in the words from `at`: any verb that can be known for one.
fn is_clause(passage: &Passage, at: usize, to: usize) -> bool {
    passage.tokens[at..to].iter().enumerate().any(|(more, token)| {
        let word = || passage.word(at + more);
        token.is(class::AUXILIARY)
            || token.is_verb()
            || token.kind == TokenKind::Possessive
            || token.is_word() && (word().ends_with("ed") || more > 0 && word().ends_with('s'))
            || token.is_word() && more > 0 && more < 5
    })
}

/// Whether somebody does something in these words, as far as auxiliaries, reporting verbs and endings tell.
pub(super) fn acts(passage: &Passage, range: std::ops::Range<usize>) -> bool {
    let start = range.start;
    range.into_iter().any(|at| {
        let token = passage.tokens[at];
        token.is(class::AUXILIARY)
            || token.is_verb() && !token.is(class::NOUN)
            || token.is_word() && !token.is_capital && at > start && passage.word(at).ends_with("ed")
    })
}

/// Behind those who are told: "told Parliament that", "urged Israel to".
fn addressee(passage: &Passage, verb: &Verb, from: usize, to: usize) -> Option<Start> {
    let tokens = &passage.tokens;
    let mut at = from;
    while at < to && at - from < FAR {
        let token = tokens[at];
        let is_phrase = match token.kind {
            TokenKind::Possessive | TokenKind::Other => true,
            TokenKind::Word if at == from => true,
            TokenKind::Word
                if token.is(class::THAT | class::TO | class::PREPOSITION | class::SUBORDINATOR | class::QUESTION) =>
            {
                passage.word(at) == "of" && !verb.prepositions.contains(&"of")
            }
            TokenKind::Word if token.is(class::SUBJECT) => false,
            TokenKind::Word if token.is(class::AUXILIARY) => return None,
            TokenKind::Word => {
                let before = tokens[at - 1];
                let begins = token.is(class::DETERMINER)
                    || token.is_capital
                        && before.is_word()
                        && !before.is_capital
                        && !before.is(class::DETERMINER | class::CONJUNCTION);
                let is_told = before.is(class::OBJECT | class::AUDIENCE) && !before.is(class::DETERMINER);
                !(begins || is_told) || before.is(class::CONJUNCTION) || circumstances::passes(passage, at)
            }
            _ => false,
        };
        if !is_phrase {
            break;
        }
        at += 1;
    }
    while at < to && circumstances::passes(passage, at) {
        at += 1;
    }
    let object = verb.frames & frame::OBJECT != 0;
    at_place(passage, verb, at, to, false)
        .or_else(|| (object && at > from && at == to).then_some(Start { token: from, manner: Manner::Phrase }))
}

/// Behind the circumstances: "said in an interview with the paper that".
fn farther(passage: &Passage, verb: &Verb, from: usize, to: usize) -> Option<Start> {
    let has = |frames: u16| verb.frames & frames != 0;
    for at in from + 1..to.min(from + FAR) {
        let token = passage.tokens[at];
        let before = passage.tokens[at - 1];
        match token.kind {
            TokenKind::Colon if at + 1 < to => return Some(Start { token: at + 1, manner: Manner::Quoted }),
            TokenKind::Quotation(_) if before.kind == TokenKind::Comma => {
                return Some(Start { token: at, manner: Manner::Quoted });
            }
            TokenKind::Word if token.is(class::THAT) && has(frame::CLAUSE | frame::THAT) && at + 1 < to => {
                return Some(Start { token: at + 1, manner: Manner::Clause });
            }
            TokenKind::Word
                if has(frame::CLAUSE)
                    && token.is(class::SUBJECT)
                    && !token.is(class::RELATIVE)
                    && !before.is(class::PREPOSITION | class::SUBORDINATOR | class::TO | class::CONJUNCTION) =>
            {
                return Some(Start { token: at, manner: Manner::Clause });
            }
            TokenKind::Word
                if has(frame::CLAUSE)
                    && at > from + 1
                    && token.is(class::DETERMINER)
                    && before.is_word()
                    && !before.is(class::PREPOSITION
                        | class::SUBORDINATOR
                        | class::TO
                        | class::CONJUNCTION
                        | class::DETERMINER
                        | class::ADVERB)
                    && !before.is_verb()
                    && !passage.word(at - 1).ends_with("ing") =>
            {
                return Some(Start { token: at, manner: Manner::Clause });
            }
            TokenKind::Word if at > from + 1 && is_question(passage, at) && has(frame::QUESTION) => {
                return Some(Start { token: at, manner: Manner::Clause });
            }
            TokenKind::Semicolon | TokenKind::Stop | TokenKind::Colon => return None,
            TokenKind::Word if token.is_verb() && !token.is(class::NOUN) && passage.word(at).ends_with("ing") => {
                return None;
            }
            TokenKind::Comma => {
                let next = passage.tokens.get(at + 1).filter(|_| at + 1 < to)?;
                if !matches!(next.kind, TokenKind::Quotation(_)) && !next.is(class::THAT) {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}

/// Where a content that begins at `start` ends: the token after its last one.
pub(super) fn end(passage: &Passage, start: Start, to: usize, forms: u8, is_subordinate: bool) -> usize {
    let tokens = &passage.tokens;
    let mut to = to;
    while to > start.token + 1 && matches!(tokens[to - 1].kind, TokenKind::Stop) {
        to -= 1;
    }
    if start.manner == Manner::Quoted
        && matches!(tokens[start.token].kind, TokenKind::Quotation(_))
        && tokens.get(start.token + 1).filter(|_| start.token + 1 < to).is_none_or(|next| {
            matches!(next.kind, TokenKind::Comma | TokenKind::Dash | TokenKind::Semicolon | TokenKind::Open)
                || next.is(class::CONJUNCTION | class::SUBORDINATOR | class::RELATIVE)
                || next.is(class::PREPOSITION) && passage.leads_on(start.token)
                || matches!(next.kind, TokenKind::Quotation(_))
        })
    {
        return start.token + 1;
    }
    if ends_with_comma(passage, start.token, to) {
        return start.token + 1;
    }
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().take(to).skip(start.token + 1) {
        match token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => {
                if depth == 0 {
                    return at;
                }
                depth -= 1;
            }
            _ if depth > 0 => {}
            TokenKind::Semicolon => return at,
            TokenKind::Quotation(_) if ends_with_comma(passage, at, to) => return at + 1,
            TokenKind::Word if start.manner == Manner::Phrase && ends_quoted_phrase(passage, start.token, at) => {
                return at;
            }
            TokenKind::Comma if is_subordinate => return at,
            TokenKind::Dash if start.manner == Manner::Phrase => return at,
            TokenKind::Comma if ends_at_comma(passage, start, at, to, forms) => return at,
            TokenKind::Word if token.is(class::ACCORDING) => return at,
            TokenKind::Word if token.is(class::CONJUNCTION) && another_report(passage, at + 1, to, forms) => {
                return at;
            }
            TokenKind::Word
                if start.manner == Manner::Phrase
                    && matches!(
                        passage.word(at),
                        "when" | "while" | "after" | "because" | "although" | "though" | "during" | "where"
                    ) =>
            {
                return at;
            }
            _ => {}
        }
    }
    to
}

/// Whether a comma ends a content: another report begins, or, of a thing, its circumstances.
fn ends_at_comma(passage: &Passage, start: Start, comma: usize, to: usize, forms: u8) -> bool {
    let tokens = &passage.tokens;
    let Some(next) = tokens.get(comma + 1).filter(|_| comma + 1 < to) else { return true };
    let next_forms = LEXICON.verbs_of(next.info);
    if next_forms.iter().any(|(_, found)| *found == form::GERUND) || next.is(class::ACCORDING) {
        return true;
    }
    if next.is(class::CONJUNCTION) {
        return passage.word(comma + 1) == "but" || another_report(passage, comma + 2, to, forms);
    }
    if another_report(passage, comma + 1, to, forms)
        && passage.tokens.get(comma + 2).is_none_or(|next| next.kind != TokenKind::Comma)
        || forms & form::PAST != 0 && start.manner == Manner::Phrase && passage.word(comma + 1).ends_with("ed")
    {
        return true;
    }
    if is_parenthesis(passage, comma + 1, to) {
        return true;
    }
    next.is(class::RELATIVE) && !next.is(class::THAT) && acts(passage, start.token..comma)
        || start.manner == Manner::Phrase
            && (next.is(class::SUBORDINATOR
                | class::RELATIVE
                | class::PREPOSITION
                | class::DETERMINER
                | class::SUBJECT)
                || next.is_word() && passage.word(comma + 1).ends_with("ing"))
}

/// "…, Ms Example said." or "…, said Ms Example."
pub(super) fn is_parenthesis(passage: &Passage, from: usize, to: usize) -> bool {
    let tokens = &passage.tokens;
    let says = |at: usize| {
        LEXICON.verbs_of(tokens[at].info).iter().any(|(verb, found)| {
            found & (form::PAST | form::THIRD | form::BASE) != 0
                && LEXICON.verbs[*verb].frames & (frame::QUOTE | frame::CLAUSE) != 0
                && LEXICON.verbs[*verb].particle.is_none()
        })
    };
    let Some(verb) = (from..to.min(from + 8)).find(|at| {
        !(tokens[*at].is_word() || tokens[*at].kind == TokenKind::Possessive)
            || says(*at) && !tokens[*at].is(class::NOUN)
    }) else {
        return false;
    };
    if !tokens[verb].is_word()
        || tokens[from..verb].iter().any(|token| token.is(class::SUBORDINATOR | class::AUXILIARY))
    {
        return false;
    }
    let next = tokens.get(verb + 1).filter(|_| verb + 1 < to);
    if verb == from {
        return next.is_some_and(|next| next.is_capital || next.is(class::DETERMINER));
    }
    next.is_none_or(|next| matches!(next.kind, TokenKind::Comma | TokenKind::Stop) || next.is(class::TIME))
}

/// Whether a further reporting verb of the same subject begins here: "and [also] called". `forms`: those of the first verb.
fn another_report(passage: &Passage, from: usize, to: usize, forms: u8) -> bool {
    let mut at = from;
    while at < to && passage.tokens[at].is(class::ADVERB | class::HAVE) {
        at += 1;
    }
    let Some(token) = passage.tokens.get(at).filter(|_| at < to) else { return false };
    let wanted = form::GERUND | if forms & form::PAST != 0 { form::PAST } else { forms & form::THIRD };
    LEXICON.verbs_of(token.info).iter().any(|(_, found)| found & wanted != 0)
        && (forms & form::PAST != 0 || !token.is(class::NOUN) || at > from)
}

/// Whether circumstances follow a quoted thing: "called it “a farce” in a speech".
fn ends_quoted_phrase(passage: &Passage, start: usize, at: usize) -> bool {
    passage.quotation(at - 1).is_some()
        && matches!(passage.word(at), "in" | "on" | "at" | "during" | "as" | "while" | "when" | "after" | "and" | "but")
        && passage.quotation(at + 1).is_none()
        && !passage.tokens[start..at].iter().any(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Colon))
}

/// Whether a quotation's comma, which stands inside its marks, ends the content it belongs to, being no list's.
fn ends_with_comma(passage: &Passage, at: usize, to: usize) -> bool {
    let Some(quotation) = passage.quotation(at) else { return false };
    let is_quoted = |at: usize| at < to && matches!(passage.tokens[at].kind, TokenKind::Quotation(_));
    passage.text[quotation.inner.end..quotation.outer.end].trim_start().starts_with(',')
        && at + 1 < to
        && !is_quoted(at + 1)
        && !(passage.tokens[at + 1].is(class::CONJUNCTION) && is_quoted(at + 2))
}
