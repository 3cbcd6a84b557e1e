//! Who and what a generated corpus may name: a small gazetteer, with a name that only documents declare.

use archive::EntityKind;

/// Index into `WORLD`.
pub(crate) type Name = usize;

pub(crate) struct Entity {
    pub(crate) kind: EntityKind,
    pub(crate) slug: &'static str,
    pub(crate) name: &'static str,
    /// What the page writes.
    pub(crate) label: &'static str,
    /// What stands in a text where it is named; of a topic the keywords.
    pub(crate) forms: &'static [&'static str],
    /// Party, first day, last day; an empty day is not recorded.
    pub(crate) parties: &'static [(&'static str, &'static str, &'static str)],
}

const fn entity(
    kind: EntityKind,
    slug: &'static str,
    name: &'static str,
    label: &'static str,
    forms: &'static [&'static str],
) -> Entity {
    Entity { kind, slug, name, label, forms, parties: &[] }
}

const fn member(
    slug: &'static str,
    name: &'static str,
    forms: &'static [&'static str],
    parties: &'static [(&'static str, &'static str, &'static str)],
) -> Entity {
    Entity { kind: EntityKind::Person, slug, name, label: name, forms, parties }
}

/// Two slugs are each shared by two kinds.
pub(crate) const WORLD: [Entity; 18] = [
    member("dov-tamm", "Dov Tamm", &["Dov Tamm", "Dov Aron Tamm"], &[("amber", "2023-06-01", "")]),
    member("ada-quill", "Ada Quill", &["Ada Quill"], &[("amber", "", "2022-12-31"), ("cobalt", "2023-01-01", "")]),
    entity(EntityKind::Party, "cobalt", "Cobalt League", "Cobalt", &["Cobalt League"]),
    member("bruno-vale", "Bruno Vale", &["Bruno Vale"], &[("cobalt", "", "")]),
    entity(EntityKind::Topic, "ferries", "Ferries", "Ferries", &["ferry", "ferries"]),
    entity(EntityKind::Party, "amber", "Amber Party", "Amber", &["Amber Party", "Amber Movement"]),
    member("tarn", "Orla Tarnow", &["Orla Tarnow"], &[]),
    entity(EntityKind::Place, "tarn", "Lake Tarn", "Lake Tarn", &["Lake Tarn"]),
    entity(EntityKind::Organisation, "mint", "Royal Mint", "Royal Mint", &["Royal Mint"]),
    entity(EntityKind::Topic, "mint", "Coinage", "Coinage", &["coin"]),
    member(UNRECORDED, "Wilma Drood", &["Wilma Drood"], &[]),
    member("eyra-holt", "Eyra Holt", &["Eyra Holt"], &[("amber", "", ""), ("cobalt", "", "")]),
    entity(EntityKind::Organisation, "harbour-board", "Harbour Board", "Harbour Board", &["Harbour Board"]),
    entity(EntityKind::Place, "ostby", "Ostby", "Ostby", &["Ostby"]),
    entity(EntityKind::Topic, "timber", "Timber", "Timber", &["timber"]),
    entity(EntityKind::Party, "dun", "Dun Alliance", "Dun Alliance", &["Dun Alliance"]),
    member("cleo-arden", "Cleo Arden", &["Cleo Arden"], &[]),
    entity(EntityKind::Place, "norrow", "Norrow", "Norrow", &["Norrow"]),
];

/// Nobody's gazetteer knows her: she is there once a document declares her.
pub(crate) const UNRECORDED: &str = "wilma-drood";

/// Words that name nobody.
pub(crate) const WORDS: [&str; 2] = ["lantern", "kettle"];

pub(crate) const OUTLETS: [(&str, &str); 2] = [("gazette", "Gazette"), ("courier", "Courier")];

/// Dates as written, with the first and the last day.
pub(crate) const DATES: [(&str, &str, &str); 6] = [
    ("", "", ""),
    ("2021", "2021-01-01", "2021-12-31"),
    ("2022-12", "2022-12-01", "2022-12-31"),
    ("2023-02-11", "2023-02-11", "2023-02-11"),
    ("2023", "2023-01-01", "2023-12-31"),
    ("2024-05-06", "2024-05-06", "2024-05-06"),
];

pub(crate) fn name_of(kind: EntityKind, slug: &str) -> Option<Name> {
    WORLD.iter().position(|entity| entity.kind == kind && entity.slug == slug)
}

/// The parties a person belongs to on a date, by the gazetteer: some day of it lies in a membership; without a date only
/// memberships without dates hold.
pub(crate) fn parties_on(person: Name, (written, first, last): (&str, &str, &str)) -> Vec<Name> {
    let holds = |from: &str, to: &str| match written {
        "" => from.is_empty() && to.is_empty(),
        _ => (from.is_empty() || from <= last) && (to.is_empty() || first <= to),
    };
    let memberships = WORLD[person].parties.iter().filter(|(_, from, to)| holds(from, to));
    memberships.map(|(party, ..)| name_of(EntityKind::Party, party).expect("it stands in the list")).collect()
}

/// The files of the gazetteers.
pub(crate) fn gazetteers() -> String {
    let files = [
        (EntityKind::Person, "people"),
        (EntityKind::Party, "parties"),
        (EntityKind::Organisation, "organisations"),
        (EntityKind::Place, "places"),
        (EntityKind::Topic, "topics"),
    ];
    let mut text = String::new();
    for (kind, table) in files {
        text += &format!("== gazetteers/{table}.toml\n");
        for entity in WORLD.iter().filter(|entity| entity.kind == kind && entity.slug != UNRECORDED) {
            let Entity { slug, name, label, forms, .. } = entity;
            text += &format!("[[{table}]]\nid = \"{slug}\"\n");
            text += &match kind {
                EntityKind::Topic => format!("label = \"{label}\"\nkeywords = {forms:?}\n"),
                _ => format!("name = \"{name}\"\naliases = {:?}\n", &forms[1..]),
            };
            if kind == EntityKind::Party && label != name {
                text += &format!("short = \"{label}\"\n");
            }
            let membership = |(party, from, to): &(&str, &str, &str)| {
                let day =
                    |key: &str, day: &str| if day.is_empty() { String::new() } else { format!(", {key} = \"{day}\"") };
                format!("{{ party = \"{party}\"{}{} }}", day("from", from), day("to", to))
            };
            if kind == EntityKind::Person {
                text +=
                    &format!("parties = [{}]\n", entity.parties.iter().map(membership).collect::<Vec<_>>().join(", "));
            }
        }
    }
    text
}
