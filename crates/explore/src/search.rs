//! Full text: the words of the search box, and where in the archive they stand.
//!
//! Words are folded and whole; `"a phrase"` wants its words side by side; `prefix*` any word that begins so; `-` before any of
//! them excludes; `OR` joins its two neighbours; everything else is ANDed. Nothing is stemmed, nothing guessed: a word that
//! does not occur finds nothing.

use crate::language::Words as Wordings;
use crate::plan::short;
use crate::query::Scope;
use crate::set::Set;
use crate::view::Notice;
use archive::{Archive, BlockId, EXACT, Posting, Postings};
use std::ops::Range;
use text::Words;

/// A place in a title counts so many times.
const TITLE: u32 = 4;
/// More terms than this are set aside, with a notice; of pieces without a word so many have a notice each.
pub(crate) const MOST_TERMS: usize = 32;

/// A parsed search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Search {
    /// All must be met; of each at least one alternative.
    pub(crate) wanted: Vec<Vec<Term>>,
    pub(crate) excluded: Vec<Term>,
}

/// A word, a phrase or the beginning of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded; several stand side by side in this order.
    pub(crate) words: Vec<String>,
    /// The spelling of a single word as typed, in lower case.
    spelling: String,
    /// The last word may go on.
    pub(crate) is_prefix: bool,
    /// As typed, for the visitor.
    pub(crate) written: String,
}

/// Where a term stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hits {
    /// The documents, ascending, and how often it stands in each; in a title, four times as often as it does.
    pub(crate) documents: Vec<(u32, u32)>,
    /// Of them those that have the very spelling, ascending; `None` where all do.
    pub(crate) exact: Option<Vec<u32>>,
    /// The blocks, ascending, and how often it stands in each: of a phrase, and where passages are asked for. [`Term::blocks`]
    /// has them of every term.
    pub(crate) blocks: Vec<(u32, u32)>,
}

impl Search {
    /// Reads what was typed. Any text gives a search; what it cannot use becomes a notice.
    pub(crate) fn parse(typed: &str, words: Wordings) -> (Search, Vec<Notice>) {
        let mut search = Search::default();
        let mut notices = Vec::new();
        let mut joins = false;
        let mut was_wanted = false;
        let (mut count, mut wordless) = (0, 0);
        for piece in pieces(typed) {
            if piece.text == "OR" && !piece.quoted && !piece.excluded {
                joins = was_wanted;
                continue;
            }
            let Some(term) = Term::parse(&piece) else {
                wordless += 1;
                if wordless <= MOST_TERMS {
                    notices.push(told(words.fill("“{}” holds no word to search for.", &[&short(&piece.text)])));
                }
                continue;
            };
            count += 1;
            if count > MOST_TERMS {
                let most = MOST_TERMS.to_string();
                notices.push(told(words.fill("The search has more than {} words; the rest were set aside.", &[&most])));
                break;
            }
            if piece.excluded {
                search.excluded.push(term);
            } else if let (true, Some(last)) = (joins, search.wanted.last_mut()) {
                last.push(term);
            } else {
                search.wanted.push(vec![term]);
            }
            joins = false;
            was_wanted = !piece.excluded;
        }
        if wordless > MOST_TERMS {
            let more = words.number(wordless - MOST_TERMS);
            notices.push(told(words.fill("{} more pieces of the search hold no word either.", &[&more])));
        }
        (search, notices)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.excluded.is_empty()
    }

    /// The terms that can be marked.
    pub(crate) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.wanted.iter().flatten()
    }
}

fn told(text: String) -> Notice {
    Notice { text, way_out: None, more: Vec::new() }
}

struct Piece {
    text: String,
    quoted: bool,
    excluded: bool,
}

/// Cuts what was typed at white space and quotation marks.
fn pieces(typed: &str) -> Vec<Piece> {
    let is_quote = |letter: char| matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '″');
    let mut pieces = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let after_minus = rest
            .strip_prefix(['-', '−', '–'])
            .filter(|after| after.starts_with(|letter: char| is_quote(letter) || letter.is_alphanumeric()));
        let excluded = after_minus.is_some();
        rest = after_minus.unwrap_or(rest);
        let (text, quoted, after) = match rest.strip_prefix(is_quote) {
            Some(inside) => {
                let end = inside.find(is_quote).unwrap_or(inside.len());
                let mut after = inside[end..].strip_prefix(is_quote).unwrap_or("");
                let mut text = inside[..end].to_owned();
                if let Some(star) = after.strip_prefix('*') {
                    text.push('*');
                    after = star;
                }
                (text, true, after)
            }
            None => {
                let end = rest.find(|letter: char| letter.is_whitespace() || is_quote(letter)).unwrap_or(rest.len());
                (rest[..end].to_owned(), false, &rest[end..])
            }
        };
        if !(quoted && text.trim().is_empty()) {
            pieces.push(Piece { text, quoted, excluded });
        }
        rest = after.trim_start();
    }
    pieces
}

impl Term {
    fn parse(piece: &Piece) -> Option<Term> {
        let is_prefix = piece.text.ends_with('*');
        let words = text::folded_words(&piece.text);
        let spelling = Words::of(&piece.text).iter().next().map(|word| text::lowered(&piece.text[word.original]))?;
        let written = if piece.quoted { format!("“{}”", piece.text) } else { piece.text.clone() };
        Some(Term { spelling: if words.len() == 1 { spelling } else { String::new() }, words, is_prefix, written })
    }

    /// Where the term stands.
    pub(crate) fn hits(&self, archive: &Archive, scope: Scope) -> Hits {
        let mut hits = Hits::default();
        if self.words.len() > 1 {
            hits.blocks = self.phrase_hits(archive);
            hits.documents = documents_of(archive, &hits.blocks);
            return hits;
        }
        if scope == Scope::Passage {
            hits.blocks = self.blocks(archive);
        }
        let Some(word) = self.words.first() else { return hits };
        if self.is_prefix {
            hits.documents = documents_from(archive, word);
        } else if let Some(entry) = archive.term(word) {
            hits.exact = self.exact(archive, word, entry.postings.clone());
            hits.documents = archive.documents_of(entry.postings, TITLE);
        }
        hits
    }

    /// The blocks it stands in, ascending, and how often in each.
    pub(crate) fn blocks(&self, archive: &Archive) -> Vec<(u32, u32)> {
        match self.words.as_slice() {
            [] => Vec::new(),
            [word] if self.is_prefix => blocks_from(archive, word),
            [word] => {
                let postings = archive.term(word).into_iter().flat_map(|entry| entry.postings);
                postings.map(|posting| (posting.block, posting.count)).collect()
            }
            _ => self.phrase_hits(archive),
        }
    }

    /// The documents in which a word has the spelling typed; `None` if it has but one.
    fn exact(&self, archive: &Archive, word: &str, postings: Postings) -> Option<Vec<u32>> {
        let start = format!("{word}{EXACT}");
        let mut spellings = archive.terms_from(&start).peekable();
        spellings.peek()?;
        let documents = if self.spelling == word {
            // Typed without diacritics: exact where not every occurrence has them.
            let marked = counts(archive, spellings.flat_map(|entry| entry.postings));
            let bare = postings.filter(|bare| marked[bare.block as usize] < bare.count);
            documents_of(archive, &bare.map(|bare| (bare.block, bare.count)).collect::<Vec<_>>())
        } else {
            let own = spellings.find(|entry| entry.word[start.len()..] == self.spelling);
            own.map_or_else(Vec::new, |entry| archive.documents_of(entry.postings, TITLE))
        };
        Some(documents.into_iter().map(|(document, _)| document).collect())
    }

    fn phrase_hits(&self, archive: &Archive) -> Vec<(u32, u32)> {
        let mut candidates: Option<Set> = None;
        for (at, word) in self.words.iter().enumerate() {
            let mut blocks = Set::empty(archive.blocks());
            if self.is_prefix && at + 1 == self.words.len() {
                blocks_from(archive, word).iter().for_each(|(block, _)| blocks.insert(*block));
            } else {
                archive
                    .term(word)
                    .into_iter()
                    .flat_map(|entry| entry.postings)
                    .for_each(|posting| blocks.insert(posting.block));
            }
            match &mut candidates {
                Some(candidates) => candidates.keep(&blocks),
                None => candidates = Some(blocks),
            }
        }
        let candidates = candidates.iter().flat_map(Set::iter);
        let counted = candidates.map(|block| (block, self.count_in(archive.text(BlockId(block)))));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    fn count_in(&self, text: &str) -> u32 {
        self.places(text, &Words::of(text)).len() as u32
    }

    /// The bytes of a text where the term stands.
    pub(crate) fn places(&self, original: &str, text: &Words) -> Vec<Range<usize>> {
        let words: Vec<_> = text.iter().collect();
        let fits = |at: usize| {
            self.words.iter().enumerate().all(|(offset, wanted)| {
                let last = offset + 1 == self.words.len();
                words.get(at + offset).is_some_and(|word| {
                    word.folded == wanted || (last && self.is_prefix && word.folded.starts_with(wanted.as_str()))
                })
            })
        };
        // Where words were left out, neighbours are none.
        let unbroken = |at: usize| {
            let between = words[at].original.end..words[at + self.words.len() - 1].original.start;
            !original.get(between).unwrap_or_default().contains('…')
        };
        let starts = (0..words.len()).filter(|at| fits(*at) && unbroken(*at));
        starts.map(|at| words[at].original.start..words[at + self.words.len() - 1].original.end).collect()
    }
}

/// The documents of blocks, and how often the term stands in each.
fn documents_of(archive: &Archive, blocks: &[(u32, u32)]) -> Vec<(u32, u32)> {
    archive.documents_of(blocks.iter().map(|(block, count)| Posting { block: *block, count: *count }), TITLE)
}

/// The words that begin so, without their spellings.
fn words_from<'a>(archive: &'a Archive, prefix: &'a str) -> impl Iterator<Item = Postings<'a>> {
    archive.terms_from(prefix).filter(|entry| !entry.word.contains(EXACT)).map(|entry| entry.postings)
}

/// The documents with words that begin so, and how often these stand in each.
fn documents_from(archive: &Archive, prefix: &str) -> Vec<(u32, u32)> {
    let mut counts = vec![0_u32; archive.documents()];
    words_from(archive, prefix).for_each(|postings| archive.add_to_documents(postings, TITLE, &mut counts));
    standing(&counts)
}

fn blocks_from(archive: &Archive, prefix: &str) -> Vec<(u32, u32)> {
    standing(&counts(archive, words_from(archive, prefix).flatten()))
}

/// Those of all that have a count, with it.
fn standing(counts: &[u32]) -> Vec<(u32, u32)> {
    let all = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    all.map(|(at, count)| (at as u32, *count)).collect()
}

/// How often postings name each block of the archive.
fn counts(archive: &Archive, postings: impl Iterator<Item = Posting>) -> Vec<u32> {
    let mut counts = vec![0_u32; archive.blocks()];
    postings.for_each(|posting| {
        counts[posting.block as usize] = counts[posting.block as usize].saturating_add(posting.count)
    });
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_as_people_mean_it() {
        let read = |typed: &str| {
            let (search, notices) = Search::parse(typed, Wordings::default());
            let one = |term: &Term| format!("{}{}", term.words.join(" "), if term.is_prefix { "*" } else { "" });
            let wanted: Vec<String> =
                search.wanted.iter().map(|any| any.iter().map(one).collect::<Vec<_>>().join("|")).collect();
            let excluded: Vec<String> = search.excluded.iter().map(|term| format!("-{}", one(term))).collect();
            (wanted.into_iter().chain(excluded).collect::<Vec<_>>().join(" + "), notices.len())
        };
        assert_eq!(read("Māori party"), ("maori + party".into(), 0));
        assert_eq!(read("“two states” -hostages"), ("two states + -hostages".into(), 0));
        assert_eq!(read("truce OR ceasefire Gaza"), ("truce|ceasefire + gaza".into(), 0));
        assert_eq!(read("OR truce OR"), ("truce".into(), 0));
        assert_eq!(read("two-state sanction*"), ("two state + sanction*".into(), 0));
        assert_eq!(read("-\"a b\" \"c d\"*"), ("c d* + -a b".into(), 0));
        assert_eq!(read("!!! \"\" - \""), (String::new(), 2));
        assert_eq!(read("\"open phrase"), ("open phrase".into(), 0));
    }
}
