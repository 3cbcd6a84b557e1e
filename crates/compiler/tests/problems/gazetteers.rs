//! Gazetteers, and what documents name of them.

use crate::{check, check_gazetteer};
use expect_test::expect;

#[test]
fn records_need_a_name_and_an_id_of_their_own() {
    check_gazetteer(
        "people",
        "[[people]]\nid = \"a\"\n\n[[people]]\nid = \"b\"\nname = \"Bo Bo\"\n\n[[people]]\nid = \"b\"\nname = \"Co Co\"\n",
        expect![[r#"
            error[missing-name]: a record without a name
             --> gazetteers/people.toml:1:1
              |
            1 | [[people]]
              | ^^^^^^^^^^
              |
              = help: add a `name`

            error[duplicate-id]: two records have the id `b`
             --> gazetteers/people.toml:9:6
              |
            9 | id = "b"
              |      ^^^
              |
              = help: give one of them another `id`
            note: first used here
             --> gazetteers/people.toml:5:6
              |
            5 | id = "b"
              |      ^^^

            2 errors in 1 document
        "#]],
    );
}

#[test]
fn records_are_checked_field_by_field() {
    check_gazetteer(
        "people",
        concat!(
            "[[people]]\nid = \"Ann_Lee\"\nname = \"Ann Lee\"\nalias = \"Lee\"\nwikidata = \"664\"\n",
            "aliases = [\"\", \"…\", { case = \"exact\" }, { text = \"Lee\", case = \"upper\", not_afer = [\"St\"] }]\n",
            "parties = [{ from = \"2020\" }, { party = \"green\", from = \"2021\", to = \"2020-05\" }]\nroles = [{ from = \"x\" }]\n",
        ),
        expect![[r#"
            error[bad-id]: `Ann_Lee` is no id
             --> gazetteers/people.toml:2:6
              |
            2 | id = "Ann_Lee"
              |      ^^^^^^^^^
              |
              = help: write `ann-lee`: small letters, digits and hyphens

            warning[unknown-field]: unknown field `alias`
             --> gazetteers/people.toml:4:1
              |
            4 | alias = "Lee"
              | ^^^^^
              |
              = help: did you mean `aliases`?

            warning[bad-wikidata]: `664` is no Wikidata identifier; it was dropped
             --> gazetteers/people.toml:5:12
              |
            5 | wikidata = "664"
              |            ^^^^^
              |
              = help: write the letter Q and a number: `Q664`

            warning[empty-name]: an empty text among the `aliases`
             --> gazetteers/people.toml:6:12
              |
            6 | aliases = ["", "…", { case = "exact" }, { text = "Lee", case = "upper", not_afer = ["St"] }]
              |            ^^
              |
              = help: delete it

            warning[empty-name]: `…` has no letter or digit; it was left out
             --> gazetteers/people.toml:6:16
              |
            6 | aliases = ["", "…", { case = "exact" }, { text = "Lee", case = "upper", not_afer = ["St"] }]
              |                ^^^

            error[missing-field]: one of the `aliases` without a `text`
             --> gazetteers/people.toml:6:21
              |
            6 | aliases = ["", "…", { case = "exact" }, { text = "Lee", case = "upper", not_afer = ["St"] }]
              |                     ^^^^^^^^^^^^^^^^^^

            error[unknown-value]: `upper` is no `case`
             --> gazetteers/people.toml:6:64
              |
            6 | aliases = ["", "…", { case = "exact" }, { text = "Lee", case = "upper", not_afer = ["St"] }]
              |                                                                ^^^^^^^
              |
              = help: write `case = "exact"`, or leave it out

            warning[unknown-field]: unknown field `not_afer`
             --> gazetteers/people.toml:6:73
              |
            6 | aliases = ["", "…", { case = "exact" }, { text = "Lee", case = "upper", not_afer = ["St"] }]
              |                                                                         ^^^^^^^^
              |
              = help: did you mean `not_after`?

            error[missing-field]: a membership without a `party`
             --> gazetteers/people.toml:7:12
              |
            7 | parties = [{ from = "2020" }, { party = "green", from = "2021", to = "2020-05" }]
              |            ^^^^^^^^^^^^^^^^^
              |
              = help: write `{ party = "…" }`

            error[dates-reversed]: `to` is before `from`
             --> gazetteers/people.toml:7:70
              |
            7 | parties = [{ from = "2020" }, { party = "green", from = "2021", to = "2020-05" }]
              |                                                                      ^^^^^^^^^

            error[missing-field]: a role without a `title`
             --> gazetteers/people.toml:8:10
              |
            8 | roles = [{ from = "x" }]
              |          ^^^^^^^^^^^^^^
              |
              = help: write `{ title = "…" }`

            error[bad-date]: `x` is no date
             --> gazetteers/people.toml:8:19
              |
            8 | roles = [{ from = "x" }]
              |                   ^^^
              |
              = help: write the year, the month or the day: `2024`, `2024-04`, `2024-04-02`

            7 errors, 5 warnings in 1 document
        "#]],
    );
    check_gazetteer(
        "parties",
        "[[parties]]\nname = \"Green\"\ncolour = \"green\"\nin_government = { from = \"2020\" }\n",
        expect![[r#"
            warning[bad-colour]: `green` is no colour; it was dropped
             --> gazetteers/parties.toml:3:10
              |
            3 | colour = "green"
              |          ^^^^^^^
              |
              = help: write `#` and six hexadecimal digits: `#3A72A8`

            error[wrong-type]: `in_government` must be a list of tables, not a table
             --> gazetteers/parties.toml:4:17
              |
            4 | in_government = { from = "2020" }
              |                 ^^^^^^^^^^^^^^^^^
              |
              = help: write `[[in_government]]`, or square brackets round the braces

            1 error, 1 warning in 1 document
        "#]],
    );
}

#[test]
fn lists_have_their_own_names() {
    check_gazetteer(
        "person",
        "",
        expect![[r#"
        warning[unknown-gazetteer]: `person.toml` is no gazetteer; it was not read
         --> gazetteers/person.toml:1:1
          |
        1 |
          | ^
          |
          = help: known are `people`, `parties`, `organisations`, `places`, `topics`

        1 warning in 1 document
    "#]],
    );
    check_gazetteer(
        "people",
        "[[person]]\nname = \"Ann Lee\"\n",
        expect![[r#"
        warning[unknown-field]: unknown field `person`
         --> gazetteers/people.toml:1:3
          |
        1 | [[person]]
          |   ^^^^^^
          |
          = help: known are `people`

        1 warning in 1 document
    "#]],
    );
    check_gazetteer(
        "people",
        "[people]\nname = \"Ann Lee\"\n",
        expect![[r#"
        error[wrong-type]: `people` must be a list of tables, not a table
         --> gazetteers/people.toml:1:1
          |
        1 | [people]
          | ^^^^^^^^
          |
          = help: write `[[people]]`, or square brackets round the braces

        1 error in 1 document
    "#]],
    );
    check_gazetteer(
        "people",
        "[[people]\nname = \"Ann Lee\"\nid = x\n",
        expect![[r#"
        error[broken-toml]: this is not TOML: unclosed array table, expected `]`
         --> gazetteers/people.toml:1:10
          |
        1 | [[people]
          |          ^
          |
          = help: texts and dates stand in quotation marks, lists in square brackets: topics = ["ceasefire"]

        1 error in 1 document
    "#]],
    );
}

#[test]
fn no_two_entities_claim_one_form() {
    check(
        &[
            (
                "gazetteers/people.toml",
                "[[people]]\nname = \"Ann March\"\naliases = [\"March\", \"MARCH\"]\n\n[[people]]\nname = \"Bo Lee\"\n",
            ),
            ("gazetteers/places.toml", "[[places]]\nname = \"March\"\n\n[[places]]\nname = \"Lee\"\n"),
            ("documents/a.txt", "Text."),
        ],
        expect![[r#"
            error[name-claimed-twice]: `ann-march` and `march` both claim `March`
             --> gazetteers/places.toml:2:8
              |
            2 | name = "March"
              |        ^^^^^^^
              |
              = help: delete one of the two, or make it longer; a surname alone is understood without being listed
            note: first claimed here
             --> gazetteers/people.toml:3:12
              |
            3 | aliases = ["March", "MARCH"]
              |            ^^^^^^^

            1 error in 1 document
        "#]],
    );
}

#[test]
fn unknown_ids_are_slips_and_unknown_names_are_declarations() {
    check(
        &[
            ("gazetteers/topics.toml", "[[topics]]\nid = \"ceasefire\"\nlabel = \"Ceasefires and truces\"\n"),
            ("gazetteers/parties.toml", "[[parties]]\nid = \"labour\"\nname = \"Labour Party\"\nshort = \"Labour\"\n"),
            ("gazetteers/people.toml", "[[people]]\nname = \"Ann Lee\"\nparties = [{ party = \"labor\" }]\n"),
            (
                "documents/a.md",
                "+++\ntitle = \"A\"\ntopics = [\"cease-fire\", \"budget\"]\npeople = [\"ANN LEE\", \"Anne Lee\"]\n+++\nText.\n",
            ),
            (
                "documents/b.md",
                "+++\ntitle = \"B\"\ntopics = [\"budget\", \"Ceasefires and truces\"]\nparties = [\"Labour\"]\n+++\nText.\n",
            ),
        ],
        expect![[r#"
            error[unknown-id]: unknown topic `cease-fire`
             --> documents/a.md:3:11
              |
            3 | topics = ["cease-fire", "budget"]
              |           ^^^^^^^^^^^^
              |
              = help: did you mean `ceasefire`?

            notice[declared-only]: the topic `budget` stands in no gazetteer and is taken as declared by the documents, here and in one more place
             --> documents/a.md:3:25
              |
            3 | topics = ["cease-fire", "budget"]
              |                         ^^^^^^^^
              |
              = help: add a record if it has other names, or if that is not what was meant

            warning[unknown-name]: unknown person `Anne Lee`
             --> documents/a.md:4:22
              |
            4 | people = ["ANN LEE", "Anne Lee"]
              |                      ^^^^^^^^^^
              |
              = help: did you mean `ann-lee`?

            error[unknown-id]: unknown party `labor`
             --> gazetteers/people.toml:3:22
              |
            3 | parties = [{ party = "labor" }]
              |                      ^^^^^^^
              |
              = help: did you mean `labour`?

            2 errors, 1 warning, 1 notice in 2 documents
        "#]],
    );
}
