//! Random corpora that know who is named in which of their sentences, and random questions to ask of them.

use crate::world::{DATES, Name, OUTLETS, UNRECORDED, WORDS, WORLD, gazetteers};
use archive::EntityKind;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// What a sentence is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Piece {
    /// Somebody, by one of the forms.
    Named(Name, usize),
    /// Index into `WORDS`.
    Word(usize),
}

pub(crate) type Sentence = Vec<Piece>;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    Paragraph,
    ListItem,
    Quotation,
    /// No passage.
    Heading,
}

#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) shape: Shape,
    pub(crate) sentences: Vec<Sentence>,
}

#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) title: Sentence,
    /// Index into `DATES`.
    pub(crate) date: usize,
    /// Indexes into `OUTLETS`.
    pub(crate) outlets: Vec<usize>,
    pub(crate) declared: Vec<Name>,
    pub(crate) blocks: Vec<Block>,
    /// Its text may not be shown.
    pub(crate) is_metadata: bool,
    /// Of a speech: who speaks, and for which party that day. A speech is a row of JSON, all else Markdown.
    pub(crate) speech: Option<(Name, Name)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Corpus {
    pub(crate) documents: Vec<Document>,
}

/// A value chosen or excluded.
#[derive(Clone, Debug)]
pub(crate) struct Filter {
    pub(crate) kind: EntityKind,
    pub(crate) slug: &'static str,
    pub(crate) is_excluded: bool,
}

/// An address in parts.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) unit: &'static str,
    pub(crate) measure: &'static str,
    pub(crate) kinds: Vec<EntityKind>,
    pub(crate) party_as: &'static str,
    pub(crate) scope: &'static str,
    pub(crate) filters: Vec<Filter>,
    /// Kinds whose way of matching is switched from the usual.
    pub(crate) switched: Vec<EntityKind>,
    pub(crate) search: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) min: usize,
    pub(crate) top: usize,
    pub(crate) focus: Option<Name>,
    pub(crate) show: &'static str,
}

pub(crate) const UNITS: [&str; 3] = ["document", "passage", "sentence"];
pub(crate) const MEASURES: [&str; 9] =
    ["count", "jaccard", "logdice", "npmi", "g2", "logratio", "deltap", "cosine", "lift"];
pub(crate) const KINDS: [EntityKind; 5] =
    [EntityKind::Person, EntityKind::Party, EntityKind::Organisation, EntityKind::Place, EntityKind::Topic];
pub(crate) const PARTY_AS: [&str; 3] = ["either", "named", "people"];
pub(crate) const SCOPES: [&str; 2] = ["document", "passage"];
pub(crate) const SHOWS: [&str; 3] = ["all", "less", "backbone"];
pub(crate) const SEARCHES: [&str; 6] =
    ["", "lantern", "lantern kettle", "lantern OR kettle", "lantern -kettle", "-lantern"];
pub(crate) const MINS: [usize; 3] = [0, 1, 2];
/// No corpus names so many.
pub(crate) const ALL: usize = 60;

fn piece() -> impl Strategy<Value = Piece> {
    let forms = WORLD.iter().enumerate();
    let named = forms.flat_map(|(name, entity)| (0..entity.forms.len()).map(move |form| Piece::Named(name, form)));
    let named: Vec<Piece> = named.collect();
    let most = named.len();
    // Two are named far more often than all others, so that their tie can stand out.
    prop_oneof![
        5 => select(named[..3].to_vec()),
        5 => (0..most, 0..most).prop_map(move |(one, other)| named[one.min(other)]),
        1 => (0..WORDS.len()).prop_map(Piece::Word),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    let shapes = prop_oneof![
        5 => Just(Shape::Paragraph), 1 => Just(Shape::ListItem), 1 => Just(Shape::Quotation), 1 => Just(Shape::Heading),
    ];
    (shapes, vec(vec(piece(), 0..5), 1..4)).prop_map(|(shape, sentences)| Block { shape, sentences })
}

fn document() -> impl Strategy<Value = Document> {
    let of_kinds = |kinds: &'static [EntityKind]| {
        (0..WORLD.len()).filter(|name| kinds.contains(&WORLD[*name].kind)).collect::<Vec<Name>>()
    };
    let declared = prop_oneof![
        2 => Just(Vec::new()),
        1 => subsequence(of_kinds(&[EntityKind::Person, EntityKind::Party, EntityKind::Topic]), 1..4),
    ];
    let speech = weighted(0.2, (select(of_kinds(&[EntityKind::Person])), select(of_kinds(&[EntityKind::Party]))));
    let outlets = subsequence(vec![0, 1], 0..=2);
    let parts =
        (vec(piece(), 0..3), 0..DATES.len(), outlets, declared, vec(block(), 1..5), weighted(0.1, Just(())), speech);
    parts.prop_map(|(title, date, outlets, declared, mut blocks, metadata, speech)| {
        if speech.is_some() {
            // Rows know paragraphs only.
            blocks.iter_mut().for_each(|block| block.shape = Shape::Paragraph);
        }
        if blocks.iter().all(|block| block.shape == Shape::Heading) {
            // A document needs a passage.
            blocks[0].shape = Shape::Paragraph;
        }
        Document { title, date, outlets, declared, blocks, is_metadata: metadata.is_some(), speech }
    })
}

pub(crate) fn corpus() -> impl Strategy<Value = Corpus> {
    vec(document(), 1..11).prop_map(|documents| Corpus { documents })
}

fn filter() -> impl Strategy<Value = Filter> {
    let names = WORLD.iter().map(|entity| (entity.kind, entity.slug));
    let values: Vec<_> = names.chain(OUTLETS.iter().map(|(slug, _)| (EntityKind::Outlet, *slug))).collect();
    (select(values), weighted(0.3, Just(()))).prop_map(|((kind, slug), excluded)| Filter {
        kind,
        slug,
        is_excluded: excluded.is_some(),
    })
}

pub(crate) fn question() -> impl Strategy<Value = Question> {
    let kinds = prop_oneof![
        1 => Just(vec![EntityKind::Person, EntityKind::Party]),
        2 => subsequence(KINDS.to_vec(), 1..=KINDS.len()),
    ];
    let counting = (select(&UNITS[..]), select(&MEASURES[..]), kinds, select(&PARTY_AS[..]), select(&SCOPES[..]));
    let filters = prop_oneof![3 => Just(Vec::new()), 1 => vec(filter(), 1..3)];
    let switched =
        prop_oneof![2 => Just(Vec::new()), 1 => subsequence([&KINDS[..], &[EntityKind::Outlet]].concat(), 1..6)];
    let searches = prop_oneof![3 => Just(""), 1 => select(&SEARCHES[..])];
    let from = prop_oneof![5 => Just(""), 1 => select(vec!["2022", "2022-12-15", "2023-02"])];
    let to = prop_oneof![5 => Just(""), 1 => select(vec!["2022", "2023-02-11", "2024-04"])];
    let selection = (filters, switched, searches, from, to);
    let shows = prop_oneof![4 => Just("all"), 1 => Just("less"), 2 => Just("backbone")];
    let top = prop_oneof![2 => Just(ALL), 1 => 1..9_usize];
    let shown = (select(&MINS[..]), top, weighted(0.2, 0..WORLD.len()), shows);
    (counting, selection, shown).prop_map(|(counting, selection, shown)| {
        let (unit, measure, kinds, party_as, scope) = counting;
        let (filters, switched, search, from, to) = selection;
        let (min, top, focus, show) = shown;
        // Whom `top` leaves out beside a focus is no matter of counting.
        let top = if focus.is_some() { ALL } else { top };
        let question = Question {
            unit,
            measure,
            kinds,
            party_as,
            scope,
            filters,
            switched,
            search,
            from,
            to,
            min,
            top,
            focus,
            show,
        };
        match show {
            // What stands out does so among many.
            "backbone" => {
                Question { kinds: KINDS.to_vec(), filters: Vec::new(), search: "", from: "", to: "", ..question }
            }
            _ => question,
        }
    })
}

impl Piece {
    fn text(self) -> &'static str {
        match self {
            Piece::Named(name, form) => WORLD[name].forms[form],
            Piece::Word(word) => WORDS[word],
        }
    }
}

pub(crate) fn sentence_text(sentence: &Sentence) -> String {
    let pieces: Vec<&str> = sentence.iter().map(|piece| piece.text()).collect();
    format!("Then {} again.", if pieces.is_empty() { "nobody".to_owned() } else { pieces.join(" beside ") })
}

pub(crate) fn block_text(block: &Block) -> String {
    block.sentences.iter().map(sentence_text).collect::<Vec<_>>().join(" ")
}

/// No two documents have the same title.
pub(crate) fn title_text(number: usize, document: &Document) -> String {
    format!("Number {number}: {}", sentence_text(&document.title))
}

/// The files of a corpus.
pub(crate) fn files(corpus: &Corpus) -> String {
    let mut text =
        String::from("== corpus.toml\n[corpus]\nid = \"random\"\ntitle = \"Random\"\nlanguage = \"en-NZ\"\n");
    text += &gazetteers();
    for (number, document) in corpus.documents.iter().enumerate() {
        text += &match document.speech {
            None => markdown(number, document),
            Some(speech) => row(number, document, speech),
        };
    }
    text
}

/// What a document declares of a kind, as a list.
fn declared(document: &Document, kind: EntityKind) -> Vec<&'static str> {
    let names = document.declared.iter().map(|name| &WORLD[*name]).filter(|entity| entity.kind == kind);
    names.map(|entity| if entity.slug == UNRECORDED { entity.name } else { entity.slug }).collect()
}

fn rights(document: &Document) -> &'static str {
    if document.is_metadata { "metadata" } else { "full" }
}

fn markdown(number: usize, document: &Document) -> String {
    let outlets: Vec<&str> = document.outlets.iter().map(|outlet| OUTLETS[*outlet].1).collect();
    let mut text = format!("== documents/d{number}.md\n+++\ntitle = {:?}\n", title_text(number, document));
    if !DATES[document.date].0.is_empty() {
        text += &format!("date = \"{}\"\n", DATES[document.date].0);
    }
    text += &format!("outlet = {outlets:?}\nrights = \"{}\"\n", rights(document));
    for (key, kind) in [("people", EntityKind::Person), ("parties", EntityKind::Party), ("topics", EntityKind::Topic)] {
        text += &format!("{key} = {:?}\n", declared(document, kind));
    }
    text += "+++\n";
    for block in &document.blocks {
        let sign = match block.shape {
            Shape::Paragraph => "",
            Shape::ListItem => "- ",
            Shape::Quotation => "> ",
            Shape::Heading => "## ",
        };
        text += &format!("{sign}{}\n\n", block_text(block));
    }
    text
}

fn row(number: usize, document: &Document, (speaker, party): (Name, Name)) -> String {
    let outlets: Vec<&str> = document.outlets.iter().map(|outlet| OUTLETS[*outlet].1).collect();
    let name = |name: Name| WORLD[name].name;
    let paragraphs = document.blocks.iter().map(block_text).collect::<Vec<_>>().join("\n\n");
    format!(
        "== documents/d{number}.jsonl\n{{\"id\": \"d{number}\", \"title\": {:?}, \"date\": {:?}, \"outlet\": {outlets:?}, \
         \"rights\": \"{}\", \"kind\": \"speech\", \"speakers\": [{:?}], \"party\": {:?}, \"people\": {:?}, \
         \"parties\": {:?}, \"topics\": {:?}, \"text\": {paragraphs:?}}}\n",
        title_text(number, document),
        DATES[document.date].0,
        rights(document),
        name(speaker),
        name(party),
        declared(document, EntityKind::Person),
        declared(document, EntityKind::Party),
        declared(document, EntityKind::Topic),
    )
}

/// The address of a question.
pub(crate) fn address(question: &Question, view: &str) -> String {
    let Question { unit, measure, party_as, scope, search, from, to, min, top, show, .. } = question;
    let mut address = format!(
        "view={view}&unit={unit}&measure={measure}&party-as={party_as}&in={scope}&q={}&from={from}&to={to}&min={min}&top={top}&show={show}",
        search.replace(' ', "+")
    );
    question.kinds.iter().for_each(|kind| address += &format!("&kind={}", kind.word()));
    for Filter { kind, slug, is_excluded } in &question.filters {
        address += &format!("&{}{}={slug}", if *is_excluded { "not-" } else { "" }, kind.word());
    }
    for kind in &question.switched {
        let way = if *kind == EntityKind::Outlet { "all" } else { "any" };
        address += &format!("&match-{}={way}", kind.word());
    }
    if let Some(focus) = question.focus {
        address += &format!("&focus={}:{}", WORLD[focus].kind.word(), WORLD[focus].slug);
    }
    address
}
