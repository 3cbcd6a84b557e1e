//! Tokens: a paragraph as words and marks, each quotation one token, cut into sentences.

use super::lexicon::{Info, LEXICON, class};
use super::quotations::{Quotation, quotations};
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    /// 's, parted from its word.
    Possessive,
    Comma,
    /// . ? ! …
    Stop,
    Colon,
    Semicolon,
    /// A dash with space round it, or a long one.
    Dash,
    Open,
    Close,
    /// Number of the quotation.
    Quotation(u32),
    Other,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: TokenKind,
    pub(super) info: Info,
    pub(super) is_capital: bool,
}

impl Token {
    pub(super) fn is(&self, classes: u32) -> bool {
        self.info.classes & classes != 0
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    pub(super) fn is_verb(&self) -> bool {
        !LEXICON.verbs_of(self.info).is_empty()
    }
}

/// A paragraph, ready to be read.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    /// In small letters (of ASCII), byte for byte.
    pub(super) lower: String,
    pub(super) quotations: Vec<Quotation>,
    pub(super) tokens: Vec<Token>,
    /// Token ranges.
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'a> Passage<'a> {
    pub(super) fn of(text: &'a str) -> Passage<'a> {
        let quotations = quotations(text);
        let lower = text.to_ascii_lowercase();
        let tokens = tokens(text, &lower, &quotations);
        let sentences = sentences(text, &tokens);
        Passage { text, lower, quotations, tokens, sentences }
    }

    /// The word of a token, in small letters.
    pub(super) fn word(&self, token: usize) -> &str {
        let Token { start, end, .. } = self.tokens[token];
        &self.lower[start as usize..end as usize]
    }

    pub(super) fn word_is(&self, token: usize, word: &str) -> bool {
        self.tokens.get(token).is_some_and(Token::is_word) && self.word(token) == word
    }

    /// The quotation a token stands for.
    pub(super) fn quotation(&self, token: usize) -> Option<&Quotation> {
        match self.tokens.get(token)?.kind {
            TokenKind::Quotation(number) => self.quotations.get(number as usize),
            _ => None,
        }
    }

    /// The bytes of a range of tokens that is not empty.
    pub(super) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].start as usize..self.tokens[tokens.end - 1].end as usize
    }

    /// Whether a quotation is a title: "The Old Dam".
    pub(super) fn is_title(&self, token: usize) -> bool {
        let Some(quotation) = self.quotation(token) else { return false };
        let words = &self.text[quotation.inner.clone()];
        let is_small = |word: &&str| word.starts_with(char::is_lowercase) && word.chars().count() > 3;
        words.split_whitespace().count() > 1
            && !words.ends_with(['.', '!', '?', '…'])
            && words.starts_with(char::is_uppercase)
            && !words.split_whitespace().any(|word| is_small(&word))
            && words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count() > 1
    }

    /// Whether a quotation's words end with a comma or another sign that its sentence goes on, before its closing mark.
    pub(super) fn leads_on(&self, token: usize) -> bool {
        self.quotation(token).is_some_and(|quotation| {
            let inside = self.text[quotation.inner.end..quotation.outer.end].trim_start();
            // A comma may stand inside the marks of a quotation in the quotation.
            let words = self.text[quotation.inner.clone()].trim_end_matches(['’', '\'', '”', '"']);
            inside.starts_with(',') || words.ends_with(['?', '!', '—', '–', '-', '…', '.', ','])
        })
    }
}

/// Longest sentence that is read as one, in tokens: nobody writes longer ones, and reading one takes the square of it.
const LONGEST: usize = 250;

fn tokens(text: &str, lower: &str, quotations: &[Quotation]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut ahead = quotations.iter().enumerate().peekable();
    let mut at = 0;
    while at < text.len() {
        if let Some((number, quotation)) = ahead.next_if(|(_, quotation)| quotation.outer.start == at) {
            push(&mut tokens, quotation.outer.clone(), TokenKind::Quotation(number as u32));
            at = quotation.outer.end;
            continue;
        }
        let limit = ahead.peek().map_or(text.len(), |(_, quotation)| quotation.outer.start);
        let rest = &text[at..limit];
        let Some(letter) = rest.chars().next() else { break };
        if letter.is_whitespace() {
            at += letter.len_utf8();
        } else if letter.is_alphanumeric() || matches!(letter, '@' | '#' | '$') {
            let end = at + word_length(rest);
            word(&mut tokens, text, lower, at..end);
            at = end;
        } else {
            let before = text[..at].chars().next_back();
            let after = rest.chars().nth(1);
            let is_free = before.is_none_or(char::is_whitespace) || after.is_none_or(char::is_whitespace);
            let kind = match letter {
                ',' => TokenKind::Comma,
                '.' | '?' | '!' | '…' => TokenKind::Stop,
                ':' => TokenKind::Colon,
                ';' => TokenKind::Semicolon,
                '—' => TokenKind::Dash,
                '-' | '–' if is_free => TokenKind::Dash,
                '(' | '[' | '{' | '<' => TokenKind::Open,
                ')' | ']' | '}' | '>' => TokenKind::Close,
                _ => TokenKind::Other,
            };
            push(&mut tokens, at..at + letter.len_utf8(), kind);
            at += letter.len_utf8();
        }
    }
    tokens
}

/// Letters and digits, joined by apostrophes, hyphens, and full stops between letters ("U.S.").
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let joins = match letter {
            '\'' | '’' | 'ʼ' | '-' | '‑' | '–' | '/' | '_' | '&' => next.is_some_and(char::is_alphanumeric),
            '.' | ',' => {
                let before = rest[..at].chars().next_back();
                next.is_some_and(|next| next.is_numeric() && before.is_some_and(char::is_numeric))
                    || letter == '.' && next.is_some_and(char::is_alphabetic)
            }
            '@' | '#' | '$' => at == 0,
            _ => letter.is_alphanumeric() || text::is_dropped(letter),
        };
        if !joins {
            break;
        }
        end = at + letter.len_utf8();
    }
    // "U.S.", "J." and "Mr." keep their last full stop.
    if rest[end..].starts_with('.') && is_abbreviated(&rest[..end]) {
        end += 1;
    }
    end.max(rest.chars().next().map_or(1, char::len_utf8))
}

fn is_abbreviated(word: &str) -> bool {
    const TITLES: [&str; 30] = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Hon", "Rev", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Gen", "Lt", "Col",
        "Capt", "Sgt", "Maj", "Adm", "Jr", "Sr", "St", "Fr", "Rt", "Pres", "Atty", "Supt", "Insp", "Cpl",
    ];
    TITLES.contains(&word)
        || word.split('.').all(|part| part.chars().count() == 1) && word.starts_with(char::is_uppercase) && word != "I"
}

fn word(tokens: &mut Vec<Token>, text: &str, lower: &str, range: Range<usize>) {
    let spelled = &lower[range.clone()];
    let possessive = ["'s", "’s"].iter().find(|ending| spelled.len() > ending.len() && spelled.ends_with(**ending));
    let stem = range.end - possessive.map_or(0, |ending| ending.len());
    let word = &lower[range.start..stem];
    let is_capital = text[range.clone()].chars().next().is_some_and(|letter| letter.is_uppercase() || letter == '@');
    let is_acronym = is_capital && word.len() > 1 && !text[range.start..stem].contains(char::is_lowercase);
    let mut info = if word.contains('’') { LEXICON.info(&word.replace('’', "'")) } else { LEXICON.info(word) };
    // "US" is no pronoun, and a capitalised "Daily" mostly begins a name.
    if is_acronym || is_capital && info.is_only_adverb_by_ending(word) {
        info = Info::default();
    }
    tokens.push(Token { start: range.start as u32, end: stem as u32, kind: TokenKind::Word, info, is_capital });
    if stem < range.end {
        push(tokens, stem..range.end, TokenKind::Possessive);
    }
}

fn push(tokens: &mut Vec<Token>, range: Range<usize>, kind: TokenKind) {
    tokens.push(Token {
        start: range.start as u32,
        end: range.end as u32,
        kind,
        info: Info::default(),
        is_capital: false,
    });
}

/// Sentences of the report: what ends inside a quotation ends no sentence of the report, unless the quotation ends too
/// and nobody's "said" follows.
fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    for sentence in text::sentences(text) {
        let token = tokens.partition_point(|token| (token.end as usize) <= sentence.start);
        let is_start = tokens.get(token).is_some_and(|token| token.start as usize >= sentence.start);
        if is_start && !goes_on(text, tokens, token) && starts.last() != Some(&token) {
            starts.push(token);
        }
    }
    if starts.first() != Some(&0) && !tokens.is_empty() {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    let sentences = starts.iter().copied().zip(ends);
    let pieces =
        sentences.flat_map(|(start, end)| (start..end).step_by(LONGEST).map(move |from| from..end.min(from + LONGEST)));
    pieces.collect()
}

/// Whether a sentence that seems to begin only names who spoke the quotation before it: "“Why?” Ms Example said."
fn goes_on(text: &str, tokens: &[Token], start: usize) -> bool {
    let Some(before) = start.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    if !matches!(before.kind, TokenKind::Quotation(_))
        || text[before.start as usize..before.end as usize].ends_with(".”")
    {
        return false;
    }
    let name = tokens[start..].iter().take(6).take_while(|token| token.is_word() && !token.is_verb()).count();
    let is_said = tokens.get(start + name).is_some_and(Token::is_verb);
    let ends = tokens.get(start + name + 1).is_none_or(|next| {
        matches!(next.kind, TokenKind::Stop | TokenKind::Comma)
            || next.is(class::PREPOSITION | class::TIME | class::ADVERB)
    });
    name > 0 && is_said && ends
}
