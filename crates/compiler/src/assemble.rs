//! Assembly: every document recognised, every entity and document numbered, everything laid out for the archive.

use crate::corpus::{Corpus, Document, EntityKind, Named, Rights};
use crate::entities::{Draft, Entities};
use crate::folder::{File, Folder};
use crate::parallel;
use crate::problem::Problem;
use crate::progress::{Progress, Watch};
use crate::recognise::{Corrected, Finder, Mention, Unsettled, corrected, keywords, mentions, statements as stated};
use crate::rights::Cut;
use crate::statement::Correction;
use crate::statements::{by_document, unfit_problem};
use archive::{Block, Contents, Form, Sentence, Tenure, TenureOf};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

mod statements;

/// What the archive will hold, the surnames nothing settled, by document, and what is wrong with corrections.
pub(crate) fn assemble(
    corpus: &Corpus,
    entities: &Entities,
    folder: &Folder,
    about: Vec<(String, String)>,
    watch: Watch,
) -> (Contents, Vec<(usize, Unsettled)>, Vec<Problem>) {
    let finders = Finders { names: Finder::new(entities.forms()), keywords: Finder::new(entities.keyword_forms()) };
    let corrections = by_document(corpus);
    let (done, of) = (AtomicUsize::new(0), corpus.documents.len());
    watch(Progress::Recognising { done: 0, of });
    // No document's names depend on another's, so that they are found at once; what spans documents comes after, in order.
    let found = parallel::map(&corpus.documents, |document| {
        let own = corrections.get(document.id.as_str()).map_or(&[][..], Vec::as_slice);
        let found = recognise(document, own, entities, &finders, corpus.about.snippet_words);
        watch(Progress::Recognising { done: done.fetch_add(1, Ordering::Relaxed) + 1, of });
        found
    });
    let mut groups = statements::Groups::default();
    let (mut unsettled, mut unfit) = (Vec::new(), Vec::new());
    let mut recognised = Vec::with_capacity(of);
    for (index, mut found) in found.into_iter().enumerate() {
        unsettled.extend(found.unsettled.into_iter().map(|open| (index, open)));
        unfit.extend(found.unfit);
        groups.gather(&mut found.document, found.quotations);
        recognised.push(found.document);
    }
    recognised.sort_by(|a, b| {
        let day = |document: &archive::Document| document.date.map_or(i32::MAX, |date| date.first);
        day(a).cmp(&day(b)).then_with(|| a.id.cmp(&b.id))
    });
    groups.number(&mut recognised);
    let numbers = Numbers::of(entities, &recognised);
    let mut forms = UsedForms::default();
    for document in &mut recognised {
        numbers.apply(document);
        forms.apply(document, &finders, &numbers, folder);
    }
    watch(Progress::Indexing);
    let terms = crate::words::terms(&mut recognised);
    let contents = Contents {
        about,
        entities: numbers.order.iter().map(|draft| entity(&entities.drafts[*draft], entities, &numbers)).collect(),
        documents: recognised,
        forms: forms.forms,
        terms,
    };
    (contents, unsettled, unfit)
}

struct Finders {
    names: Finder,
    keywords: Finder,
}

/// One document with draft entities' indexes where numbers will stand, and forms as (names, then keywords).
struct Recognised {
    document: archive::Document,
    /// What each of its statements quotes.
    quotations: Vec<Option<statements::Quotation>>,
    unsettled: BTreeSet<Unsettled>,
    unfit: Vec<Problem>,
}

fn recognise(
    document: &Document,
    corrections: &[&Correction],
    entities: &Entities,
    finders: &Finders,
    snippet_words: usize,
) -> Recognised {
    let texts: Vec<&str> = std::iter::once(document.title.as_str())
        .chain(document.blocks.iter().map(|block| block.text.as_str()))
        .collect();
    let (named, unsettled) = mentions(&finders.names, &texts, &entities.declared_people(document));
    let mut keyed: Vec<Vec<Mention>> = texts.iter().map(|text| keywords(&finders.keywords, text)).collect();

    let resolved = |kind, names: &[Named]| -> Vec<u32> {
        let mut drafts: Vec<u32> =
            names.iter().filter_map(|name| entities.named(kind, &name.text)).map(|draft| draft as u32).collect();
        let mut seen = BTreeSet::new();
        drafts.retain(|draft| seen.insert(*draft));
        drafts
    };
    let declared_topics = resolved(EntityKind::Topic, &document.topics);
    let topics: BTreeSet<u32> = if declared_topics.is_empty() {
        keyed.iter().flatten().map(|mention| mention.entity as u32).collect()
    } else {
        declared_topics.iter().copied().collect()
    };
    for keyed in &mut keyed {
        keyed.retain(|mention| topics.contains(&(mention.entity as u32)));
    }
    let Corrected { statements, unfit } =
        corrected(stated(document, entities, &named), corrections, document, entities);
    let speakers = resolved(EntityKind::Person, &document.speakers);
    let outlets = resolved(EntityKind::Outlet, &document.outlets);
    let mut declared = resolved(EntityKind::Person, &document.people);
    declared.extend(speakers.iter().copied());
    declared.extend(resolved(EntityKind::Party, &document.parties));
    declared.extend(declared_topics);

    let present = declared.iter().chain(&outlets).chain(&topics).copied();
    let present: BTreeSet<u32> = present.chain(named.iter().flatten().map(|mention| mention.entity as u32)).collect();
    let party_given = document.speakers_party.as_ref().and_then(|name| entities.named(EntityKind::Party, &name.text));
    // Whom an editor makes a speaker may be named nowhere in the document; the party is wanted all the same.
    let speaking = statements.iter().filter_map(|statement| statement.speaker.map(|speaker| speaker as u32));
    let parties_that_day = present
        .iter()
        .copied()
        .chain(speaking)
        .collect::<BTreeSet<u32>>()
        .iter()
        .filter(|entity| entities.drafts[**entity as usize].kind == EntityKind::Person)
        .flat_map(|person| {
            let parties = match party_given {
                Some(party) if speakers.contains(person) => vec![party],
                _ => entities.parties_at(*person as usize, document.date),
            };
            parties.into_iter().map(|party| archive::Membership { person: *person, party: party as u32 })
        })
        .collect();

    let rights = std::iter::once(Rights::Full).chain(document.blocks.iter().map(|_| document.rights));
    let cuts: Vec<Cut> = texts
        .iter()
        .zip(&named)
        .zip(rights)
        .map(|((text, named), rights)| cut(text, named, rights, snippet_words))
        .collect();
    let known = statements::Texts { document, cuts: &cuts, named: &named, keyed: &keyed };
    let (statements, quotations) = statements::kept(&statements, &known).into_iter().unzip();
    let kinds = std::iter::once((archive::BlockKind::Title, 0))
        .chain(document.blocks.iter().map(|block| (block.kind, block.level)));
    let names = finders.names.forms.len();
    let blocks = kinds.zip(texts.iter().zip(cuts)).zip(named.iter().zip(&keyed));
    let blocks = blocks.map(|((kind, (text, cut)), (named, keyed))| block(kind, text, cut, named, keyed, names));
    let document = archive::Document {
        id: document.id.clone(),
        date: document.date,
        precision: document.precision,
        date_note: document.date_note.clone(),
        author: document.author.clone(),
        source_title: document.source_title.clone(),
        source_url: document.source_url.clone(),
        language: document.language.clone(),
        kind: document.kind,
        rights: document.rights,
        other_sources: document.other_sources.clone(),
        via: document.via.clone(),
        outlets,
        speakers,
        declared,
        parties_that_day,
        entities: present.into_iter().collect(),
        blocks: blocks
            .filter(|block| {
                block.kind.is_passage() || !block.text.is_empty() || block.kind == archive::BlockKind::Title
            })
            .collect(),
        statements,
        length: 0,
    };
    let unfit = unfit.into_iter().map(|(correction, misfit)| unfit_problem(correction, misfit)).collect();
    Recognised { document, quotations, unsettled, unfit }
}

/// What of a text may be published.
fn cut(text: &str, named: &[Mention], rights: Rights, snippet_words: usize) -> Cut {
    let spans = || named.iter().map(|mention| mention.range.clone()).collect::<Vec<Range<usize>>>();
    match rights {
        Rights::Full => Cut::whole(text),
        Rights::Snippets => Cut::around(text, &spans(), snippet_words),
        Rights::Metadata => Cut::around(text, &[], 0),
    }
}

/// A block as it may be published, with the entities of its passage and sentences.
fn block(
    (kind, level): (archive::BlockKind, u8),
    text: &str,
    cut: Cut,
    named: &[Mention],
    keyed: &[Mention],
    names: usize,
) -> Block {
    let within = |range: &Range<usize>| -> Vec<u32> {
        let inside = named.iter().chain(keyed).filter(|mention| range.contains(&mention.range.start));
        inside.map(|mention| mention.entity as u32).collect::<BTreeSet<u32>>().into_iter().collect()
    };
    let is_passage = kind.is_passage();
    let sentences = if is_passage { text::sentences(text) } else { Vec::new() };
    let sentences =
        sentences.into_iter().map(|range| Sentence { end: cut.place(range.end) as u32, entities: within(&range) });
    let mut spans: Vec<archive::Mention> = Vec::new();
    for (mentions, offset) in [(named, 0), (keyed, names)] {
        for mention in mentions {
            let (start, end) = (cut.place(mention.range.start), cut.place(mention.range.end));
            if cut.text.get(start..end) == text.get(mention.range.clone()) {
                let form = (mention.form + offset) as u32;
                spans.push(archive::Mention {
                    start: start as u32,
                    end: end as u32,
                    entity: mention.entity as u32,
                    form,
                });
            }
        }
    }
    spans.sort_by_key(|mention| (mention.start, mention.end, mention.entity));
    Block {
        kind,
        level,
        entities: if is_passage { within(&(0..text.len())) } else { Vec::new() },
        sentences: sentences.collect(),
        mentions: spans,
        text: cut.text,
    }
}

/// The numbers of drafts: by kind, in a kind by falling number of documents, ties by slug.
struct Numbers {
    /// Drafts in the order of their numbers.
    order: Vec<usize>,
    numbers: Vec<u32>,
}

impl Numbers {
    fn of(entities: &Entities, documents: &[archive::Document]) -> Numbers {
        let mut counts = vec![0_usize; entities.drafts.len()];
        let mut either = counts.clone();
        for document in documents {
            document.entities.iter().for_each(|entity| counts[*entity as usize] += 1);
            let parties: BTreeSet<u32> = document.parties_that_day.iter().map(|pair| pair.party).collect();
            parties.iter().for_each(|party| either[*party as usize] += 1);
        }
        let mut order: Vec<usize> = (0..entities.drafts.len()).collect();
        let key = |draft: usize| {
            let entity = &entities.drafts[draft];
            (entity.kind, std::cmp::Reverse(counts[draft] + either[draft]), &entity.slug)
        };
        order.sort_by(|a, b| key(*a).cmp(&key(*b)));
        let mut numbers = vec![0; order.len()];
        for (number, draft) in order.iter().enumerate() {
            numbers[*draft] = number as u32;
        }
        Numbers { order, numbers }
    }

    fn apply(&self, document: &mut archive::Document) {
        let renumber = |entity: &mut u32| *entity = self.numbers[*entity as usize];
        let renumber_sorted = |list: &mut Vec<u32>| {
            list.iter_mut().for_each(renumber);
            list.sort_unstable();
            list.dedup();
        };
        document.outlets.iter_mut().chain(&mut document.speakers).for_each(renumber);
        renumber_sorted(&mut document.declared);
        renumber_sorted(&mut document.entities);
        for pair in &mut document.parties_that_day {
            renumber(&mut pair.person);
            renumber(&mut pair.party);
        }
        document.parties_that_day.sort_unstable();
        for block in &mut document.blocks {
            renumber_sorted(&mut block.entities);
            block.sentences.iter_mut().for_each(|sentence| renumber_sorted(&mut sentence.entities));
            block.mentions.iter_mut().for_each(|mention| renumber(&mut mention.entity));
        }
        for statement in &mut document.statements {
            statement.speaker.iter_mut().for_each(renumber);
            renumber_sorted(&mut statement.entities);
        }
    }
}

/// The forms that found something, numbered in the order of the documents.
#[derive(Default)]
struct UsedForms {
    forms: Vec<Form>,
    numbers: BTreeMap<u32, u32>,
    /// By file: where its lines end.
    line_ends: BTreeMap<usize, Vec<usize>>,
}

impl UsedForms {
    fn apply(&mut self, document: &mut archive::Document, finders: &Finders, numbers: &Numbers, folder: &Folder) {
        let names = finders.names.forms.len();
        for mention in document.blocks.iter_mut().flat_map(|block| &mut block.mentions) {
            let found_by = mention.form;
            mention.form = *self.numbers.entry(found_by).or_insert_with(|| {
                let at = found_by as usize;
                let form = if at < names { &finders.names.forms[at] } else { &finders.keywords.forms[at - names] };
                let file = folder.files.get(form.span.file);
                let ends =
                    self.line_ends.entry(form.span.file).or_insert_with(|| file.map(line_ends).unwrap_or_default());
                self.forms.push(Form {
                    text: form.text.clone(),
                    file: file.map_or_else(String::new, |file| file.path.clone()),
                    line: 1 + ends.partition_point(|end| *end < form.span.start) as u32,
                    entity: numbers.numbers[form.entity],
                });
                self.forms.len() as u32 - 1
            });
        }
    }
}

fn line_ends(file: &File) -> Vec<usize> {
    let bytes = file.bytes.iter().enumerate();
    bytes.filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect()
}

fn entity(draft: &Draft, entities: &Entities, numbers: &Numbers) -> archive::Entity {
    let text = |field: fn(&crate::corpus::Record) -> &String| {
        draft.record.map_or_else(String::new, |record| field(record).clone())
    };
    let sort_name = text(|record| &record.sort_name);
    let mut tenures = Vec::new();
    if let Some(record) = draft.record {
        for membership in &record.parties {
            if let Some(party) = entities.named(EntityKind::Party, &membership.party.text) {
                tenures.push(Tenure {
                    of: TenureOf::Party(numbers.numbers[party]),
                    from: membership.from,
                    to: membership.to,
                });
            }
        }
        tenures.extend(record.roles.iter().map(|role| Tenure {
            of: TenureOf::Role(role.title.clone()),
            from: role.from,
            to: role.to,
        }));
        tenures.extend(record.in_government.iter().map(|office| Tenure {
            of: TenureOf::Government,
            from: office.from,
            to: office.to,
        }));
    }
    archive::Entity {
        kind: draft.kind,
        slug: draft.slug.clone(),
        name: draft.name.clone(),
        sort_name: if sort_name.is_empty() { draft.name.clone() } else { sort_name },
        short: text(|record| &record.short),
        sort: text(|record| &record.sort),
        country: text(|record| &record.country),
        wikidata: text(|record| &record.wikidata),
        note: text(|record| &record.note),
        colour: text(|record| &record.colour),
        declared_only: draft.record.is_none() && draft.kind != EntityKind::Outlet,
        tenures,
    }
}
