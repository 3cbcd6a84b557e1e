//! Speakers: which entity the words of a source mean.
//!
//! A source whose last word a mention covers is that entity. "He" and "she" are the only person named before in the
//! paragraph, or else in the nearest paragraph before that names anybody; an office ("the minister") is the only person
//! named in the document who holds it. Where two stand, nobody is chosen.

use super::given_names::{Gender, gender};
use super::lexicon::{LEXICON, class};
use super::paragraphs::{Link, Said};
use super::roles::{Offices, offices_of};
use super::tokens::{Passage, Token, TokenKind};
use super::{Statement, verbs};
use crate::corpus::{Document, EntityKind};
use crate::entities::Entities;
use crate::recognise::Mention;
use crate::statement::{Method, Status};
use std::cell::OnceCell;
use std::ops::Range;

/// How many paragraphs back a pronoun may point.
const BACK: usize = 3;

/// Everybody in a document, and what is needed to tell whom words mean.
pub(super) struct Company<'a> {
    entities: &'a Entities<'a>,
    passages: &'a [(usize, Passage<'a>)],
    /// Of each passage, by start.
    mentions: Vec<&'a [Mention]>,
    offices: Offices,
    /// Of each passage, for he and for she.
    candidates: Vec<OnceCell<[Candidates; 2]>>,
}

/// A speaker found.
struct Speaker {
    entity: Option<usize>,
    /// Passage and bytes.
    place: (usize, Range<usize>),
    method: Method,
}

impl<'a> Company<'a> {
    pub(super) fn of(
        document: &'a Document,
        entities: &'a Entities<'a>,
        passages: &'a [(usize, Passage<'a>)],
        mentions: &'a [Vec<Mention>],
    ) -> Company<'a> {
        let mentions: Vec<&[Mention]> =
            passages.iter().map(|(block, _)| mentions.get(block + 1).map_or(&[][..], Vec::as_slice)).collect();
        let offices = offices_of(document, entities, passages, &mentions);
        let candidates = passages.iter().map(|_| OnceCell::new()).collect();
        Company { entities, passages, mentions, offices, candidates }
    }

    /// The statements of what was said, one a speaker.
    pub(super) fn statements(&mut self, said: &Said) -> Vec<Statement> {
        let block = |passage: usize| self.passages[passage].0;
        let cue = said.cue.as_ref().map(|(at, cue)| (block(*at), self.passages[*at].1.bytes(cue.clone())));
        let verb = said.verb.map(|verb| &LEXICON.verbs[verb]).map(|verb: &verbs::Verb| (verb.lemma, verb.kind));
        let speakers = self.speakers(said);
        let statement = |speaker: Option<&Speaker>| {
            let method = speaker.map_or(Method::Nobody, |speaker| speaker.method);
            let entity = speaker.and_then(|speaker| speaker.entity);
            let (method, status) = match (entity, method, said.link) {
                (None, ..) => (Method::Nobody, Status::Unresolved),
                (Some(_), _, Link::Context) => (Method::Context, Status::Likely),
                (Some(_), Method::Named, Link::Reported) => (Method::Named, Status::Stated),
                (Some(_), method, Link::Reported) => (method, Status::Likely),
            };
            Statement {
                block: block(said.passage),
                content: said.content.clone(),
                pieces: said.pieces.clone(),
                kind: said.kind,
                speaker: entity,
                source: speaker.map(|speaker| (block(speaker.place.0), speaker.place.1.clone())),
                cue: cue.clone(),
                verb,
                method,
                status,
            }
        };
        if speakers.is_empty() {
            vec![statement(None)]
        } else {
            speakers.iter().map(|one| statement(Some(one))).collect()
        }
    }

    fn speakers(&self, said: &Said) -> Vec<Speaker> {
        let Some((at, source)) = &said.source else { return Vec::new() };
        let known = self.speakers_of(*at, source);
        let is_known = |speakers: &[Speaker]| speakers.iter().any(|speaker| speaker.entity.is_some());
        if is_known(&known) || said.link == Link::Reported {
            return known;
        }
        let mut others = said.others.iter().map(|(at, source)| self.speakers_of(*at, source));
        others.find(|others| is_known(others)).unwrap_or(known)
    }

    fn speakers_of(&self, at: usize, source: &Range<usize>) -> Vec<Speaker> {
        let passage = &self.passages[at].1;
        let parts = parts(passage, source);
        let mut speakers: Vec<Speaker> = Vec::new();
        for part in &parts {
            if let Some(speaker) = self.speaker(at, part)
                && !speakers.iter().any(|known| known.entity == speaker.entity)
            {
                speakers.push(speaker);
            }
        }
        if speakers.is_empty() {
            speakers.push(Speaker { entity: None, place: (at, passage.bytes(source.clone())), method: Method::Nobody });
        }
        speakers
    }

    fn speaker(&self, at: usize, part: &Range<usize>) -> Option<Speaker> {
        let passage = &self.passages[at].1;
        let head = head(passage, part);
        let token = passage.tokens[head];
        let bytes = passage.bytes(part.clone());
        let found =
            |entity, range: Range<usize>, method| Some(Speaker { entity: Some(entity), place: (at, range), method });
        let covers = |mention: &&Mention| {
            mention.range.start <= token.start as usize && token.end as usize <= mention.range.end
                || mention.range.start <= bytes.start && bytes.end <= mention.range.end
        };
        let mentions = self.mentions[at];
        let first = mentions.partition_point(|mention| mention.range.end <= bytes.start);
        let near = mentions[first..].iter().take_while(|mention| mention.range.start < bytes.end);
        if let Some(mention) = near.into_iter().find(covers) {
            return found(mention.entity, mention.range.clone(), Method::Named);
        }
        // A name behind its office in brackets or other words the phrase holds on to: "Ms Example (Labour)".
        let word = passage.word(head);
        if let Some(gender) = pronoun(word) {
            let entity = self.only_person_before(at, token.start as usize, gender)?;
            return found(entity, bytes, Method::Pronoun);
        }
        let entity = self.offices.only_holder(passage, part, head, (at, token.start as usize))?;
        found(entity, bytes, Method::Role)
    }

    /// The only person whom "he" or "she" at a place can mean.
    fn only_person_before(&self, at: usize, byte: usize, gender: Gender) -> Option<usize> {
        for back in 0..=BACK.min(at) {
            let limit = if back == 0 { byte } else { usize::MAX - 1 };
            let people = self.candidates(at - back, gender);
            match people.first {
                Some((end, only)) if end <= limit => return only.filter(|_| limit < people.second),
                _ => {}
            }
        }
        None
    }

    fn candidates(&self, passage: usize, gender: Gender) -> &Candidates {
        let of_gender = |gender| self.candidates_of(passage, gender);
        let [he, she] = self.candidates[passage].get_or_init(|| [of_gender(Gender::He), of_gender(Gender::She)]);
        if gender == Gender::He { he } else { she }
    }

    /// Who is named in a passage outside quotations and can be meant by a pronoun.
    fn candidates_of(&self, number: usize, wanted: Gender) -> Candidates {
        let passage = &self.passages[number].1;
        let mut found = Candidates { first: None, second: usize::MAX };
        let mentions = self.mentions[number].iter();
        let known = mentions
            .filter(|mention| self.entities.drafts[mention.entity].kind == EntityKind::Person)
            .filter(|mention| may_be(&self.entities.drafts[mention.entity].name, wanted))
            .filter(|mention| !is_quoted(passage, mention.range.start))
            .map(|mention| (mention.range.end, Some(mention.entity)));
        let strangers = strangers(passage, self.mentions[number])
            .into_iter()
            .filter(|name| may_be(&passage.text[name.clone()], wanted))
            .map(|name| (name.end, None));
        let mut all: Vec<(usize, Option<usize>)> = known.chain(strangers).collect();
        all.sort_unstable();
        for (end, person) in all {
            match found.first {
                None => found.first = Some((end, person)),
                Some((_, first)) if first == person && person.is_some() => {}
                Some(_) => {
                    found.second = end;
                    break;
                }
            }
        }
        found
    }
}

/// The people a pronoun in a passage, or after it, can mean.
#[derive(Debug)]
struct Candidates {
    /// Where the first is named (end, byte), and who it is, if that is known.
    first: Option<(usize, Option<usize>)>,
    /// Where another one is named: from there on nobody is meant surely.
    second: usize,
}

fn is_quoted(passage: &Passage, byte: usize) -> bool {
    let next = passage.quotations.partition_point(|quotation| quotation.outer.end <= byte);
    passage.quotations.get(next).is_some_and(|quotation| quotation.outer.start <= byte)
}

/// The names of people unknown to the gazetteer, as far as capitals tell.
fn strangers(passage: &Passage, mentions: &[Mention]) -> Vec<Range<usize>> {
    let tokens = &passage.tokens;
    let mut strangers = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_name = |token: &&Token| token.is_word() && token.is_capital && !token.is(class::TIME);
        let run = tokens[at..].iter().take_while(is_name).count();
        if run >= 2 {
            let bytes = passage.bytes(at..at + run);
            let next = mentions.partition_point(|mention| mention.range.end <= bytes.start);
            let is_known = mentions.get(next).is_some_and(|mention| mention.range.start < bytes.end);
            let is_thing = (at..at + run).any(|at| is_no_person(passage.word(at)))
                || at > 0 && tokens[at - 1].is(class::DETERMINER)
                || tokens[at..at + run]
                    .iter()
                    .any(|token| token.is(class::DETERMINER | class::PREPOSITION | class::SUBORDINATOR));
            if !is_known && !is_thing {
                strangers.push(bytes);
            }
        }
        at += run.max(1);
    }
    strangers
}

fn pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" => Some(Gender::He),
        "she" => Some(Gender::She),
        _ => None,
    }
}

fn may_be(name: &str, wanted: Gender) -> bool {
    gender(name).is_none_or(|known| known == wanted)
}

/// Words that make a capitalised run something else than a person's name.
fn is_no_person(word: &str) -> bool {
    const WORDS: &str = "party council ministry university house court street road new united north south east west \
        parliament government department committee commission association institute bank party national international \
        minister ministers secretary affairs state states city office agency union nations first green labour world news \
        times post press herald radio television act bill treaty agreement convention strip foreign prime middle";
    WORDS.split_whitespace().any(|listed| listed == word)
}

/// The sources that "and" and commas part: "Ms Example and the Greens".
fn parts(passage: &Passage, source: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = source.start;
    for at in source.clone() {
        let token = passage.tokens[at];
        let parted =
            token.is(class::CONJUNCTION) && matches!(passage.word(at), "and" | "&") || token.kind == TokenKind::Comma;
        if parted {
            if start < at {
                parts.push(start..at);
            }
            start = at + 1;
        }
    }
    if start < source.end {
        parts.push(start..source.end);
    }
    parts
}

/// The word that a source is about: the last before its first preposition.
fn head(passage: &Passage, part: &Range<usize>) -> usize {
    let led = part.clone().skip(1).find(|at| {
        let token = passage.tokens[*at];
        token.is(class::PREPOSITION) || matches!(token.kind, TokenKind::Open | TokenKind::Quotation(_))
    });
    let end = led.unwrap_or(part.end);
    let bare = (part.start..end).rev().find(|at| passage.tokens[*at].is_word());
    bare.unwrap_or(part.start)
}
