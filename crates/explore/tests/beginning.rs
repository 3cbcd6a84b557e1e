//! Where a visitor begins: questions that have answers, the view in somebody else's page, single keys switched off.

mod support;

use explore::view::Main;
use support::{at, own_corpus};

#[test]
fn each_question_to_begin_with_has_an_answer() {
    let archive = own_corpus();
    let start = at(&archive, "");
    let asked: Vec<&str> = start.questions.iter().map(|question| question.text.as_str()).collect();
    assert!(asked.len() >= 3, "{asked:?}");
    for question in &start.questions {
        let answer = at(&archive, &question.href);
        let is_answer = match &answer.main {
            Main::Statements(statements) => !statements.rows.is_empty(),
            Main::Network(network) => !network.edges.is_empty(),
            Main::Timeline(timeline) => timeline.bars.iter().any(|bar| bar.count > 0),
            _ => false,
        };
        assert!(is_answer, "{} at {}", question.text, question.href);
        assert!(answer.questions.is_empty(), "they are for the beginning alone: {}", question.href);
    }
}

#[test]
fn an_embedded_view_stays_embedded_and_what_is_passed_on_is_the_whole() {
    let archive = own_corpus();
    let embedded = at(&archive, "?embed=1&view=pairs");
    assert!(embedded.embedded && !embedded.share.contains("embed"), "{}", embedded.share);
    assert!(embedded.tabs.iter().all(|tab| tab.href.contains("embed=1")), "links lead on within the frame");
    // Ways out of nothing, and the way to the beginning, too.
    for nothing in ["q=zqxv", "q=zqxv&view=pairs", "q=zqxv&view=statements"] {
        let view = at(&archive, &format!("?embed=1&{nothing}"));
        let empty = match view.main {
            Main::Documents(documents) => documents.empty,
            Main::Pairs(pairs) => pairs.empty,
            Main::Statements(statements) => statements.empty,
            _ => None,
        };
        let ways_out = empty.expect("there is nothing").ways_out;
        assert!(!ways_out.is_empty() && ways_out.iter().all(|way| way.href.contains("embed=1")), "{nothing}");
        assert!(view.about.start.contains("embed=1"), "{}", view.about.start);
    }
    assert!(!at(&archive, "?embed=0").embedded);
}

#[test]
fn single_keys_are_switched_off_and_on_again() {
    let archive = own_corpus();
    let on = at(&archive, "?view=pairs");
    assert!(on.keys.current);
    let off = at(&archive, &on.keys.href);
    assert!(!off.keys.current && off.tabs.iter().all(|tab| tab.href.contains("keys=off")));
    assert_eq!(off.keys.href, on.address);
}
