//! Everything a visitor can ask, as plain data. It speaks names, never numbers, so that a link survives a new corpus.

mod choices;
mod sides;
mod url;
pub(crate) mod words;

use archive::EntityKind;
pub use choices::{Asked, Cell, Frame, Keys, Language, PartyAs, Scope, Show, Sort, Sure, Tie, Unit, ViewName};
pub(crate) use url::encode;

use crate::language::Words;

/// The kinds that can be filtered by, in the order of the page.
pub const FACETS: [EntityKind; 6] = [
    EntityKind::Person,
    EntityKind::Party,
    EntityKind::Topic,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Outlet,
];

/// What the address says. `Query::default()` is the bare address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Full text as typed: words, "phrases", prefix*, -word, OR.
    pub q: String,
    /// One for each of `FACETS`, in that order.
    pub filters: [Filter; 6],
    /// What is asked of statements; one for each of `Asked::ALL`. The documents selected stay the same.
    pub statements: [Filter; 7],
    pub sure: Sure,
    pub party_as: PartyAs,
    pub scope: Scope,
    /// YYYY, YYYY-MM or YYYY-MM-DD; both ends included.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Only documents that this other query does not select.
    pub outside: Option<Box<Query>>,
    pub view: ViewName,
    pub unit: Unit,
    pub measure: graph::association::Measure,
    pub show: Show,
    pub tie: Tie,
    /// Kinds that take part in co-occurrence; ascending, never empty.
    pub kinds: Vec<EntityKind>,
    /// Least joint count; 0 lists pairs that never meet.
    pub min: u32,
    /// How many entities take part.
    pub top: u32,
    pub focus: Option<String>,
    pub pair: Option<(String, String)>,
    pub cell: Cell,
    pub document: Option<String>,
    /// Passage number from 1.
    pub at: Option<u32>,
    /// The first words of that passage, by which it is found again.
    pub quotation: Option<String>,
    /// The fingerprint of the edition that the link was made with.
    pub edition: Option<String>,
    /// `None`: by relevance if there are words to search, else newest first.
    pub sort: Option<Sort>,
    /// From 1.
    pub page: u32,
    /// Words on each side of a hit in the concordance, 1 to 30.
    pub context: u32,
    /// The other side of a comparison, of which only what selects counts; `None`: all other documents.
    pub with: Option<Box<Query>>,
    /// Names and words to look up, one a line; lines end in "\n".
    pub list: String,
    /// Of the lines of the concordance only the mentions of the one in focus that this form found; "*" any form.
    pub form: Option<String>,
    pub frame: Frame,
    pub keys: Keys,
    pub language: Language,
    /// The page's own words in that language; no part of the address. Whoever has the catalogue puts them in.
    pub words: Words,
    /// Keys and values that mean nothing here, ascending; they stay in the link.
    pub unknown: Vec<(String, String)>,
}

/// The values chosen and excluded of one kind: slugs, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub chosen: Vec<String>,
    pub excluded: Vec<String>,
    /// The other way than the kind's usual: any instead of all; for outlets all instead of any.
    pub switched: bool,
}

/// Entities in co-occurrence unless `top` says otherwise.
pub const TOP: u32 = 60;
/// Words on each side of a hit unless `context` says otherwise.
pub const CONTEXT: u32 = 8;
/// More words than this are shown on no side of a hit, and looked at by no order of lines.
pub const MOST_CONTEXT: u32 = 30;

impl Default for Query {
    fn default() -> Self {
        Query {
            q: String::new(),
            filters: Default::default(),
            statements: Default::default(),
            sure: Sure::default(),
            party_as: PartyAs::default(),
            scope: Scope::default(),
            from: None,
            to: None,
            outside: None,
            view: ViewName::default(),
            unit: Unit::default(),
            measure: graph::association::Measure::Count,
            show: Show::default(),
            tie: Tie::default(),
            kinds: vec![EntityKind::Person, EntityKind::Party],
            min: 1,
            top: TOP,
            focus: None,
            pair: None,
            cell: Cell::default(),
            document: None,
            at: None,
            quotation: None,
            edition: None,
            sort: None,
            page: 1,
            context: CONTEXT,
            with: None,
            list: String::new(),
            form: None,
            frame: Frame::default(),
            keys: Keys::default(),
            language: Language::default(),
            words: Words::default(),
            unknown: Vec::new(),
        }
    }
}

impl Filter {
    /// Whether any of the chosen values is enough.
    pub fn is_any(&self, kind: EntityKind) -> bool {
        (kind == EntityKind::Outlet) != self.switched
    }

    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.excluded.is_empty()
    }

    /// Chooses a value; it is then no longer excluded.
    pub fn choose(&mut self, slug: &str) {
        self.release(slug);
        insert(&mut self.chosen, slug);
    }

    /// Excludes a value; it is then no longer chosen.
    pub fn exclude(&mut self, slug: &str) {
        self.release(slug);
        insert(&mut self.excluded, slug);
    }

    /// Takes an exclusion off.
    pub fn release_excluded(&mut self, slug: &str) {
        self.excluded.retain(|excluded| excluded != slug);
    }

    /// Takes a value off. With the last chosen value the way of matching goes too.
    pub fn release(&mut self, slug: &str) {
        self.chosen.retain(|chosen| chosen != slug);
        self.excluded.retain(|excluded| excluded != slug);
        self.switched &= !self.chosen.is_empty();
    }
}

/// Puts a slug into its place among others.
pub(crate) fn insert(list: &mut Vec<String>, slug: &str) {
    if let Err(at) = list.binary_search_by(|other| other.as_str().cmp(slug)) {
        list.insert(at, slug.to_owned());
    }
}

impl Query {
    pub fn filter(&self, kind: EntityKind) -> &Filter {
        &self.filters[facet_index(kind)]
    }

    pub fn filter_mut(&mut self, kind: EntityKind) -> &mut Filter {
        &mut self.filters[facet_index(kind)]
    }

    /// The bare address, in the same frame and language and with the same keys: what every link keeps of where one is.
    pub(crate) fn bare(&self) -> Query {
        Query { frame: self.frame, keys: self.keys, language: self.language, words: self.words, ..Query::default() }
    }

    /// The link to this query changed by `change`; a changed selection begins at its first page, without reader or evidence.
    pub(crate) fn link(&self, change: impl FnOnce(&mut Query)) -> String {
        let mut query = self.begun_anew();
        change(&mut query);
        query.into_url()
    }

    // Apart, because every link there is brings a copy of `link` along.
    #[inline(never)]
    pub(crate) fn begun_anew(&self) -> Query {
        let mut query = self.clone();
        query.page = 1;
        query.document = None;
        query.at = None;
        query.quotation = None;
        query.edition = None;
        query.pair = None;
        query.cell = Cell::Both;
        query
    }

    #[inline(never)]
    fn into_url(self) -> String {
        self.to_url()
    }

    /// The link to this query as one passes it on: with the edition it was made with.
    pub(crate) fn shared(&self, edition: &str) -> String {
        Query { edition: Some(edition.to_owned()), frame: Frame::Page, ..self.clone() }.to_url()
    }

    pub fn asked(&self, key: Asked) -> &Filter {
        &self.statements[key as usize]
    }

    pub fn asked_mut(&mut self, key: Asked) -> &mut Filter {
        &mut self.statements[key as usize]
    }

    /// Whether anything is asked of statements.
    pub fn asks(&self) -> bool {
        self.sure == Sure::Only || self.statements.iter().any(|filter| !filter.is_empty())
    }

    /// Whether what is asked of statements changes what the main region shows.
    pub fn shows_statements(&self) -> bool {
        match self.view {
            ViewName::Statements | ViewName::Entity => true,
            ViewName::Network | ViewName::Matrix | ViewName::Pairs => self.tie == Tie::About,
            ViewName::Documents
            | ViewName::Timeline
            | ViewName::Notes
            | ViewName::Concordance
            | ViewName::Compare
            | ViewName::Batch => false,
        }
    }

    /// What pairs count, in a word.
    pub fn unit_word(&self) -> &'static str {
        if self.tie == Tie::About { "statement" } else { self.unit.word() }
    }

    /// Whether anything narrows the corpus.
    pub fn selects(&self) -> bool {
        !self.q.trim().is_empty()
            || self.from.is_some()
            || self.to.is_some()
            || self.outside.is_some()
            || self.filters.iter().any(|filter| !filter.is_empty())
    }

    /// The order in force.
    pub fn sort_or_default(&self) -> Sort {
        self.sort.unwrap_or(if self.q.trim().is_empty() { Sort::Newest } else { Sort::Relevance })
    }

    /// The order in force of a list of documents, which an order of lines leaves as it was.
    pub(crate) fn order_of_documents(&self) -> Sort {
        match self.sort_or_default() {
            lines if lines.is_of_lines() => {
                Query { sort: None, q: self.q.clone(), ..Query::default() }.sort_or_default()
            }
            documents => documents,
        }
    }
}

/// Kinds that can take part in co-occurrence.
pub(crate) fn takes_part(kind: EntityKind) -> bool {
    !matches!(kind, EntityKind::Outlet | EntityKind::PartyOfPeople | EntityKind::PartyEither)
}

fn facet_index(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Party | EntityKind::PartyOfPeople | EntityKind::PartyEither => 1,
        EntityKind::Topic => 2,
        EntityKind::Organisation => 3,
        EntityKind::Place => 4,
        EntityKind::Outlet => 5,
    }
}
