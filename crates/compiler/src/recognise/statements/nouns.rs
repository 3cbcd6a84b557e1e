//! Reporting nouns: "the party's call for", "her claim that", which report like verbs and belong to whoever owns them.

use super::attributions::Attribution;
use super::contents::{self, Manner, Start};
use super::lexicon::class;
use super::sources;
use super::tokens::{Passage, TokenKind};
use super::verbs::form;
use std::ops::Range;

/// Each line: the verb, and the nouns that stand for it.
pub(super) const NOUNS: &str = "\
call call calls
claim claim claims
state statement statements
assert assertion assertions
argue argument arguments position stance
suggest suggestion
insist insistence
allege allegation allegations
accuse accusation accusations
promise promise promises
pledge pledge
vow vow
warn warning warnings
demand demand demands
request request
appeal appeal
propose proposal proposals
criticise criticism criticisms
condemn condemnation
denounce denunciation
oppose opposition
object objection objections
complain complaint complaints
support support
endorse endorsement
praise praise
defend defence defense
embrace embrace
deny denial
reject rejection
dismiss dismissal
refuse refusal
describe description
portray portrayal
characterize characterization
believe belief
view view views
hope hope hopes
fear fear fears
worry concern concerns
acknowledge acknowledgment acknowledgement
admit admission
predict prediction predictions
remark remark remarks
comment comment comments
announce announcement
";

/// What an owned noun reports: the owner stands before it, with at most two words between.
pub(super) fn owned(passage: &Passage, sentence: &Range<usize>, at: usize, verb: usize) -> Option<Attribution> {
    let tokens = &passage.tokens;
    let owner = (sentence.start..at).rev().take(3).find(|owner| is_owner(passage, *owner))?;
    let between = owner + 1..at;
    if tokens[between].iter().any(|token| !token.is_word() || token.is(class::PREPOSITION | class::AUXILIARY)) {
        return None;
    }
    let source = match tokens[owner].kind {
        TokenKind::Possessive => sources::phrase_before(passage, sentence.start, owner.checked_sub(1)?)?,
        _ => owner..owner + 1,
    };
    let next = tokens.get(at + 1).filter(|_| at + 2 < sentence.end)?;
    let start = match passage.word(at + 1) {
        "that" if next.is_word() => Start { token: at + 2, manner: Manner::Clause },
        "to" => Start { token: at + 1, manner: Manner::Phrase },
        "for" | "of" | "on" | "about" | "against" => Start { token: at + 2, manner: Manner::Phrase },
        _ => return None,
    };
    let end = contents::end(passage, start, sentence.end, form::GERUND, false);
    // The noun may be the subject of what follows.
    let acts = |at: &usize| {
        let token = tokens[*at];
        token.is(class::AUXILIARY) || token.is_word() && !token.is_capital && passage.word(*at).ends_with("ed")
    };
    let end = match start.manner {
        Manner::Phrase => (start.token + 1..end).find(acts).unwrap_or(end),
        _ => end,
    };
    Some(Attribution { content: start.token..end, source: Some(source), cue: at..at + 1, verb: Some(verb) })
}

fn is_owner(passage: &Passage, at: usize) -> bool {
    passage.tokens[at].kind == TokenKind::Possessive || matches!(passage.word(at), "his" | "her" | "their" | "its")
}
