//! Reports: a reporting verb, its content and its source, in whatever order they stand.

use super::attributions::{Attribution, Sentence, main_source, push, trim_end};
use super::contents::{self, Manner, Start};
use super::groups::{Group, follows_noun, group, is_no_report};
use super::lexicon::{LEXICON, class};
use super::postposed::{continued, is_inverted, is_said, leads, led_content};
use super::sources;
use super::tokens::{Passage, TokenKind};
use super::verbs::{Verb, form, frame, holds_negated};
use crate::statement::VerbKind;
use std::ops::Range;

/// A verb that may report, in its sentence.
struct Report<'a> {
    passage: &'a Passage<'a>,
    sentence: &'a Range<usize>,
    /// Where the words begin that no earlier report has taken.
    floor: usize,
    group: Group,
    number: usize,
    verb: &'static Verb,
    cue: Range<usize>,
    /// The content behind it.
    start: Option<Start>,
}

/// The report of one verb. Gives where the words before a postposed report end, so that they are taken once.
pub(super) fn report(
    passage: &Passage,
    sentence: &Range<usize>,
    at: usize,
    floor: usize,
    found: &mut Sentence,
) -> Option<usize> {
    let candidates = LEXICON.verbs_of(passage.tokens[at].info);
    let forms = candidates.iter().fold(0, |all, (_, form)| all | form);
    let group = group(passage, sentence, at, forms)?;
    if is_no_report(passage, sentence, &group) {
        return None;
    }
    if group.is_passive {
        announce_asked(passage, sentence, at, &group, found);
        return None;
    }
    let (number, cue, start) = chosen(passage, sentence, at, candidates)?;
    let verb = &LEXICON.verbs[number];
    // What was not said is no statement; what is not believed is a view all the same.
    if group.is_negated && !holds_negated(verb.kind) {
        return None;
    }
    let report = Report { passage, sentence, floor, group, number, verb, cue, start };
    if let Some(end) = report.inverted(found) {
        return Some(end);
    }
    if at == sentence.start && report.opens(found) {
        return None;
    }
    let source = report.source(found)?;
    if report.is_idle(&source) {
        return None;
    }
    if let Some(end) = report.postposed(&source, found) {
        return Some(end);
    }
    report.preposed(source, found);
    None
}

/// The verb of several spelled alike that its surroundings fit: one with its particle, else one with a content.
fn chosen(
    passage: &Passage,
    sentence: &Range<usize>,
    at: usize,
    candidates: &[(usize, u8)],
) -> Option<(usize, Range<usize>, Option<Start>)> {
    let fitting = candidates.iter().filter_map(|(number, _)| {
        let verb = &LEXICON.verbs[*number];
        let end = match verb.particle {
            Some(particle) => (at + 1 < sentence.end && passage.word_is(at + 1, particle)).then_some(at + 2)?,
            None => at + 1,
        };
        Some((*number, at..end, contents::after(passage, verb, end, sentence.end)))
    });
    fitting.min_by_key(|(number, _, start)| (LEXICON.verbs[*number].particle.is_none(), start.is_none()))
}

impl Report<'_> {
    fn speaks(&self) -> bool {
        self.verb.frames & (frame::QUOTE | frame::CLAUSE) != 0
    }

    fn may_quote(&self) -> bool {
        self.verb.frames & frame::QUOTE != 0
    }

    fn push(&self, content: Range<usize>, source: Range<usize>, found: &mut Sentence) {
        push(found, self.attribution(content, source));
    }

    fn attribution(&self, content: Range<usize>, source: Range<usize>) -> Attribution {
        Attribution { content, source: Some(source), cue: self.cue.clone(), verb: Some(self.number) }
    }

    /// The token before a source, if it belongs to the sentence.
    fn before(&self, source: &Range<usize>) -> Option<usize> {
        source.start.checked_sub(1).filter(|before| *before >= self.sentence.start)
    }

    /// "…," said Ms Example.
    fn inverted(&self, found: &mut Sentence) -> Option<usize> {
        let Report { passage, sentence, floor, .. } = *self;
        let at = self.cue.start;
        let is_bare = !self.group.is_gerund && !self.group.is_infinitive && self.group.start == at;
        if !self.speaks() || !is_bare || at <= floor {
            return None;
        }
        let before = at - 1;
        let is_quoted = leads(passage, floor, before);
        let is_comma = passage.tokens[before].kind == TokenKind::Comma && before - floor > 2 && self.may_quote();
        if !is_quoted && !is_comma {
            return None;
        }
        let source = sources::phrase_after(passage, self.cue.end, sentence.end)?;
        if !(is_quoted || is_inverted(passage, &source, sentence) && contents::acts(passage, floor..before)) {
            return None;
        }
        let end = source.end;
        self.push(led_content(passage, floor, at), source, found);
        continued(passage, sentence, end, found);
        Some(end)
    }

    /// What a sentence that begins with the verb says: "Said Ms Example: “…”", or "Noting that it was late, Ms Example
    /// left", whose content ends at the comma that her name follows.
    fn opens(&self, found: &mut Sentence) -> bool {
        let Report { passage, sentence, .. } = *self;
        let tokens = &passage.tokens;
        if self.group.is_gerund {
            let Some(start) = self.start else { return true };
            let mut commas = (start.token + 1..sentence.end).filter(|at| tokens[*at].kind == TokenKind::Comma);
            let named = commas.find_map(|comma| {
                let source = sources::phrase_after(passage, comma + 1, sentence.end)?;
                let next = tokens.get(source.end).filter(|_| source.end < sentence.end)?;
                let acts = next.is(class::AUXILIARY | class::ADVERB)
                    || next.is_verb()
                    || next.is_word() && passage.word(source.end).ends_with("ed");
                acts.then_some((start.token..comma, source))
            });
            if let Some((content, source)) = named {
                self.push(content, source, found);
            }
            return true;
        }
        if self.group.forms & form::PAST == 0 || !self.may_quote() {
            return false;
        }
        let source = sources::phrase_after(passage, self.cue.end, sentence.end);
        if let Some(source) = source
            && let Some(quotation) = (source.end..sentence.end).find(|at| passage.quotation(*at).is_some())
        {
            self.push(quotation..quotation + 1, source, found);
        }
        true
    }

    /// The words that name the source, for all orders but the inverted one.
    fn source(&self, found: &Sentence) -> Option<Range<usize>> {
        let Report { passage, sentence, ref group, .. } = *self;
        let main = main_source(passage, sentence, found);
        if group.is_gerund && follows_noun(passage, sentence, group.start) {
            // "people supporting it" are described, not reported; "a statement saying" is.
            let start = self.start?;
            let end = contents::end(passage, start, sentence.end, group.forms, false);
            let describes = start.manner == Manner::Phrase
                && (contents::acts(passage, start.token..end) || self.verb.kind == VerbKind::Says);
            return if describes { None } else { sources::phrase_before(passage, sentence.start, group.start - 1) };
        }
        if group.is_gerund || group.is_infinitive {
            return main;
        }
        let before = group.start.checked_sub(1).filter(|before| *before >= sentence.start)?;
        // "called it late, said she would wait": the same speaker goes on.
        let goes_on = passage.tokens[before].kind == TokenKind::Comma
            && found.attributions.iter().any(|one| one.content.end == before);
        if goes_on && main.is_some() {
            return main;
        }
        sources::before(passage, sentence.start, group.start, main.as_ref())
            .or_else(|| main.filter(|_| passage.tokens[before].is(class::CONJUNCTION | class::ADVERB)))
    }

    /// Whether the verb reports nothing here: somebody, not a poll or a document, showed or found a thing.
    fn is_idle(&self, source: &Range<usize>) -> bool {
        let Some(start) = self.start.filter(|start| start.token == self.cue.end) else { return false };
        let finds = self.verb.frames & frame::FINDING != 0 && start.manner == Manner::Clause;
        finds && !is_document(self.passage, source)
    }

    /// "…," Ms Example said; "The plan, Ms Example said, would …"; "As Ms Example said, …".
    fn postposed(&self, source: &Range<usize>, found: &mut Sentence) -> Option<usize> {
        let Report { passage, sentence, floor, .. } = *self;
        let tokens = &passage.tokens;
        if !self.speaks() {
            return None;
        }
        let led = source.start.checked_sub(1).filter(|led| *led >= floor && source.end <= self.cue.start);
        let is_comma = led.is_some_and(|led| tokens[led].kind == TokenKind::Comma);
        let is_quoted = self.may_quote() && led.is_some_and(|led| leads(passage, floor, led));
        let is_told = self.may_quote()
            && self.start.is_none()
            && is_comma
            && led.is_some_and(|led| led - floor > 2)
            && is_said(passage, floor..source.start);
        if is_quoted || is_told {
            self.push(led_content(passage, floor, source.start), source.clone(), found);
            if let Some(start) = self.start.filter(|start| is_quoted && start.manner == Manner::Quoted) {
                self.push(start.token..self.end(start, source), source.clone(), found);
            }
            return Some(self.cue.end);
        }
        if self.start.is_some() {
            return None;
        }
        if self.before(source).is_some_and(|before| passage.word_is(before, "as")) {
            let comma = (self.cue.end..sentence.end).find(|at| tokens[*at].kind == TokenKind::Comma)?;
            self.push(comma + 1..trim_end(passage, comma + 1, sentence.end), source.clone(), found);
            return Some(floor);
        }
        let closes = tokens.get(self.cue.end).filter(|_| self.cue.end < sentence.end);
        if self.may_quote() && is_comma && closes.is_some_and(|next| next.kind == TokenKind::Comma) {
            // What stands behind, and what is cut off before if it is no circumstance.
            let circumstances = class::PREPOSITION | class::SUBORDINATOR | class::ADVERB | class::TIME;
            let is_cut = led.is_some_and(|led| led > floor) && !tokens[floor].is(circumstances);
            let behind = self.cue.end + 1;
            let content = if is_cut { floor } else { behind }..trim_end(passage, behind, sentence.end);
            self.push(content, source.clone(), found);
            return Some(sentence.end);
        }
        None
    }

    /// Ms Example said …
    fn preposed(&self, source: Range<usize>, found: &mut Sentence) {
        let Some(start) = self.start else {
            let is_colon = self.passage.tokens[self.sentence.end - 1].kind == TokenKind::Colon;
            if self.may_quote() && is_colon && self.cue.end < self.sentence.end {
                found.announced = Some(self.attribution(self.cue.end..self.cue.end, source));
            }
            return;
        };
        // "read “The Old Dam”": a work, not words of hers.
        if start.token == self.cue.end && self.passage.is_title(start.token) {
            return;
        }
        self.push(start.token..self.end(start, &source), source, found);
    }

    /// Where the content behind the verb ends; in "When Ms Example said so, …" at the comma.
    fn end(&self, start: Start, source: &Range<usize>) -> usize {
        let is_subordinate = self.before(source).is_some_and(|before| {
            let token = self.passage.tokens[before];
            token.is(class::SUBORDINATOR) && !token.is(class::THAT) && !self.group.is_gerund
        });
        contents::end(self.passage, start, self.sentence.end, self.group.forms, is_subordinate)
    }
}

/// Whether a source is a poll, a study or a document, not a person.
fn is_document(passage: &Passage, source: &Range<usize>) -> bool {
    const REPORTS: [&str; 36] = [
        "poll",
        "polls",
        "polling",
        "survey",
        "surveys",
        "study",
        "studies",
        "report",
        "reports",
        "email",
        "emails",
        "e-mails",
        "data",
        "figures",
        "document",
        "documents",
        "result",
        "results",
        "record",
        "records",
        "analysis",
        "statement",
        "letter",
        "letters",
        "evidence",
        "research",
        "review",
        "inquiry",
        "investigation",
        "statistics",
        "numbers",
        "video",
        "footage",
        "papers",
        "findings",
        "history",
    ];
    source.clone().any(|at| REPORTS.contains(&passage.word(at)))
}

/// "Ms Example was asked about it": what is quoted next is her answer.
fn announce_asked(passage: &Passage, sentence: &Range<usize>, at: usize, group: &Group, found: &mut Sentence) {
    if passage.word(at) == "asked"
        && let Some(source) = sources::before(passage, sentence.start, group.start, None)
    {
        found.announced = Some(Attribution { content: at..at, source: Some(source), cue: at..at + 1, verb: None });
    }
}
