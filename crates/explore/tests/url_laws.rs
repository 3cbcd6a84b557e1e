//! Laws of the address: total, canonical, decoded once, nothing lost without a word.

mod support;

use explore::{Asked, FACETS, Query};
use proptest::prelude::*;
use support::keys::KEYS;

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z-]{1,12}",
        any::<String>(),
        Just("2024-05".to_owned()),
        Just("any".to_owned()),
        Just("all".to_owned()),
        Just("passage".to_owned()),
        Just("documents".to_owned()),
        Just("pairs".to_owned()),
        Just("-date".to_owned()),
        Just("relevance".to_owned()),
        Just("a~b".to_owned()),
        Just("b~a".to_owned()),
        Just("0".to_owned()),
        Just("007".to_owned()),
        Just("person".to_owned()),
        Just("either".to_owned()),
        Just("stated".to_owned()),
        Just("quote".to_owned()),
        Just("calls-for".to_owned()),
        Just("only".to_owned()),
        Just("about".to_owned()),
        Just("entity".to_owned()),
        Just("compare".to_owned()),
        Just("left".to_owned()),
        Just("30".to_owned()),
        Just("31".to_owned()),
        Just("?".to_owned()),
        Just("q=a&outside=%3Fq%3Db%26outside%3Dq%253Dc&view=pairs&x=y".to_owned()),
        Just("with=with=with=outside=outside=outside=q=a".to_owned()),
        Just("one\r\ntwo\rthree\n".to_owned()),
        Just(String::new()),
    ]
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(KEYS).prop_map(str::to_owned), any::<String>()]
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn address() -> impl Strategy<Value = String> {
    let pairs = proptest::collection::vec((key(), value()), 0..8);
    let plain = pairs.prop_map(|pairs| {
        pairs.iter().map(|(key, value)| format!("{}={}", encoded(key), encoded(value))).collect::<Vec<_>>().join("&")
    });
    prop_oneof![plain, any::<String>(), "[?&=+%a-f0-9~q]{0,40}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn reading_what_was_written_gives_the_same_query(address in address()) {
        let query = Query::parse(&address);
        prop_assert_eq!(Query::parse(&query.to_url()), query);
    }

    #[test]
    fn one_query_has_one_address(address in address()) {
        let url = Query::parse(&address).to_url();
        prop_assert_eq!(Query::parse(&url).to_url(), url);
    }

    #[test]
    fn a_text_is_decoded_exactly_once(text in "[a-zA-Z0-9 %+&=#“”ā-]{1,30}") {
        let query = Query { q: text, ..Query::default() };
        prop_assert_eq!(Query::parse(&query.to_url()), query);
    }

    #[test]
    fn every_given_value_is_understood_or_stays_as_unknown(pairs in proptest::collection::vec((key(), value()), 1..6)) {
        let address = pairs.iter().map(|(key, value)| format!("{}={}", encoded(key), encoded(value))).collect::<Vec<_>>().join("&");
        let query = Query::parse(&address);
        let url = query.to_url();
        for (key, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            let kept = query.unknown.contains(&(key.clone(), value.clone()));
            let alone = Query::parse(&format!("{}={}", encoded(key), encoded(value)));
            let is_default = alone == Query::default();
            let understood = alone.unknown.is_empty();
            prop_assert!(kept || is_default || understood, "{key}={value} was lost in {url}");
        }
    }
}

#[test]
fn the_canonical_address_is_sorted_and_leaves_defaults_out() {
    for (given, canonical) in [
        ("", "?"),
        ("?", "?"),
        ("?view=documents&unit=passage&min=1&page=1&party-as=either&match-outlet=any&kind=party&kind=person", "?"),
        ("topic=b&topic=a&person=x&topic=a", "?person=x&topic=a&topic=b"),
        ("q=two+words", "?q=two+words"),
        ("q=two%20words", "?q=two+words"),
        ("q=50%2525", "?q=50%2525"),
        ("q=a&sort=relevance", "?q=a"),
        ("sort=-date", "?"),
        ("sort=relevance", "?sort=relevance"),
        ("pair=b~a&cell=both", "?pair=a~b"),
        ("page=0&page=x", "?page=0&page=x"),
        ("from=2024-13", "?from=2024-13"),
        ("from=&to=", "?"),
        ("min=007", "?min=7"),
        ("min=007&min=7&top=09&top=010", "?min=7&top=10&top=9"),
        ("pair=b~a&pair=a~b", "?pair=a~b"),
        ("utm=1&b", "?b=&utm=1"),
        ("match-person=any", "?match-person=any"),
        ("context=8&context=08", "?"),
        ("context=31&context=0", "?context=0&context=31"),
        ("sort=left&view=concordance", "?sort=left&view=concordance"),
        ("list=a%0D%0Ab%0Dc", "?list=a%0Ab%0Ac"),
        // Of an address within an address only what selects is kept, in its own canonical form.
        ("with=topic=b%26topic=a%26view=pairs%26sort=title", "?with=%3Ftopic%3Da%26topic%3Db"),
        ("with=q%3Da&with=?q%3Da", "?with=%3Fq%3Da"),
        ("with=view%3Dpairs", "?with=%3F"),
        ("with=&outside=", "?"),
        ("with=from%3Dnever%26x%3Dy", "?with=%3Ffrom%3Dnever%26x%3Dy"),
        ("outside=q%3Da%26with%3Dq%253Db", "?outside=%3Fq%3Da"),
        ("sure=any&tie=named&view=statements&status=stated&status=sure", "?status=stated&status=sure&view=statements"),
        ("speaker=b&speaker=a&not-about=topic:c&type=quote", "?not-about=topic:c&speaker=a&speaker=b&type=quote"),
    ] {
        assert_eq!(Query::parse(given).to_url(), canonical, "{given}");
    }
}

#[test]
fn addresses_in_addresses_end_somewhere() {
    let deep = "outside=".repeat(20_000);
    let query = Query::parse(&deep);
    assert_eq!(Query::parse(&query.to_url()), query);
    let mut address = "?q=a".to_owned();
    for _ in 0..6 {
        address = format!("?outside={}", encoded(&address));
    }
    let query = Query::parse(&address);
    let mut inner = &query;
    let mut depth = 0;
    while let Some(next) = &inner.outside {
        (inner, depth) = (next, depth + 1);
    }
    assert_eq!((depth, inner.unknown.len(), inner.q.as_str()), (3, 1, ""), "what lies deeper is told, not lost");
}

#[test]
fn every_filter_has_its_key() {
    for kind in FACETS {
        let word = kind.word();
        let query = Query::parse(&format!("{word}=a&not-{word}=b"));
        assert_eq!(query.filter(kind).chosen, ["a"]);
        assert_eq!(query.filter(kind).excluded, ["b"]);
        assert!(query.unknown.is_empty());
    }
    for key in Asked::ALL {
        let word = key.word();
        let value = match key {
            Asked::VerbKind => "asks",
            Asked::Kind => "mixed",
            Asked::Status => "likely",
            _ => "a",
        };
        let query = Query::parse(&format!("{word}={value}&not-{word}={value}&{word}="));
        assert_eq!(
            (&query.asked(*key).chosen[..], &query.asked(*key).excluded[..]),
            (&[value.to_owned()][..], &[value.to_owned()][..])
        );
        assert!(query.unknown.is_empty() && query.asks() && !query.selects());
    }
}
