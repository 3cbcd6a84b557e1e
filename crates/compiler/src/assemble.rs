//! Assembly: every document recognised and laid down for the archive one after the other, then every entity numbered.
//!
//! Documents come in the order of the archive, so that none is held once it is laid down. How often an entity is named is known
//! only in the end: until then drafts' indexes stand for the numbers.

use crate::corpus::{Corpus, Document, EntityKind, Named, Rights};
use crate::entities::{Draft, Entities};
use crate::folder::Folder;
use crate::parallel;
use crate::problem::{Problem, Severity};
use crate::progress::{Progress, Watch};
use crate::read;
use crate::recognise::{Corrected, Finder, Mention, Unsettled, corrected, keywords, mentions, statements as stated};
use crate::rights::Cut;
use crate::statement::Correction;
use crate::statements::{by_document, unfit_problem};
use crate::words::DocumentWords;
use archive::{Block, Form, Frame, Sentence, Tenure, TenureOf, WordIndex, Writer};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

mod statements;

/// A corpus laid down for the archive, and what was found wrong with it meanwhile.
pub(crate) struct Assembled {
    pub(crate) writer: Writer,
    pub(crate) frame: Frame,
    pub(crate) words: WordIndex,
    /// The surnames nothing settled, and by index the documents they stand in.
    pub(crate) unsettled: BTreeMap<Unsettled, Vec<usize>>,
    pub(crate) problems: Vec<Problem>,
}

pub(crate) fn assemble(
    corpus: &Corpus,
    entities: &Entities,
    folder: &Folder,
    about: Vec<(String, String)>,
    watch: Watch,
) -> Assembled {
    let finders = Finders { names: Finder::new(entities.forms()), keywords: Finder::new(entities.keyword_forms()) };
    let corrections = by_document(corpus);
    let mut order: Vec<usize> = (0..corpus.documents.len()).collect();
    order.sort_by_key(|index| {
        let document = &corpus.documents[*index];
        (document.date.map_or(i32::MAX, |date| date.first), &document.id)
    });
    let (done, of) = (AtomicUsize::new(0), order.len());
    watch(Progress::Recognising { done: 0, of });
    let answer = |index: &usize| {
        let document = &corpus.documents[*index];
        let own = corrections.get(document.id.as_str()).map_or(&[][..], Vec::as_slice);
        let (document, changed) = read_again(document, folder);
        let mut found = recognise(&document, own, entities, &finders, corpus.about.snippet_words);
        found.problems.extend(changed);
        watch(Progress::Recognising { done: done.fetch_add(1, Ordering::Relaxed) + 1, of });
        (*index, found)
    };
    let mut writer = Writer::default();
    let (mut words, mut first_block) = (WordIndex::default(), 0);
    let mut groups = statements::Groups::default();
    let mut forms = UsedForms::default();
    let mut counts = vec![0; entities.drafts.len()];
    let mut unsettled: BTreeMap<Unsettled, Vec<usize>> = BTreeMap::new();
    let mut problems = Vec::new();
    // No document's names depend on another's, so that they are found at once; what spans documents follows in order.
    parallel::in_order(&order, answer, |(index, found)| {
        let Recognised { mut document, words: own_words, quotations, unsettled: surnames, problems: own } = found;
        surnames.into_iter().for_each(|surname| unsettled.entry(surname).or_default().push(index));
        problems.extend(own.into_iter().map(|problem| (index, problem)));
        groups.gather(&mut document.statements, quotations);
        count(&document, &mut counts);
        forms.apply(&mut document, &finders, folder);
        own_words.note(first_block, &mut words);
        first_block += document.blocks.len() as u32;
        writer.add(document);
    });
    watch(Progress::Indexing);
    unsettled.values_mut().for_each(|documents| documents.sort_unstable());
    problems.sort_by_key(|(index, _)| *index);
    let numbers = Numbers::of(entities, &counts);
    writer.number(&numbers.numbers, &groups.numbers());
    forms.forms.iter_mut().for_each(|form| form.entity = numbers.numbers[form.entity as usize]);
    let order = numbers.order.iter();
    let frame = Frame {
        about,
        entities: order.map(|draft| entity(&entities.drafts[*draft], entities, &numbers)).collect(),
        forms: forms.forms,
    };
    Assembled { writer, frame, words, unsettled, problems: problems.into_iter().map(|(_, problem)| problem).collect() }
}

/// A document with its text, which of a row was left in its file.
fn read_again<'a>(document: &'a Document, folder: &Folder) -> (Cow<'a, Document>, Option<Problem>) {
    let Some(row) = document.row else { return (Cow::Borrowed(document), None) };
    let blocks = read::text_of_row(document.span, row, folder);
    let problem = blocks.is_none().then(|| Problem {
        code: "changed-meanwhile",
        severity: Severity::Error,
        span: Some(document.span),
        message: format!("`{}` was changed while it was read", document.id),
        help: "compile again when its file is written".to_owned(),
        also: Vec::new(),
    });
    (Cow::Owned(Document { blocks: blocks.unwrap_or_default(), ..document.clone() }), problem)
}

/// Adds a document to the number of those that each draft is present in: parties once more, where people stand for them.
fn count(document: &archive::Document, counts: &mut [usize]) {
    document.entities.iter().for_each(|entity| counts[*entity as usize] += 1);
    let parties: BTreeSet<u32> = document.parties_that_day.iter().map(|pair| pair.party).collect();
    parties.iter().for_each(|party| counts[*party as usize] += 1);
}

struct Finders {
    names: Finder,
    keywords: Finder,
}

/// One document with draft entities' indexes where numbers will stand, and forms as (names, then keywords).
struct Recognised {
    document: archive::Document,
    words: DocumentWords,
    /// What each of its statements quotes.
    quotations: Vec<Option<statements::Quotation>>,
    unsettled: BTreeSet<Unsettled>,
    problems: Vec<Problem>,
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
    let blocks: Vec<Block> = blocks
        .filter(|block| block.kind.is_passage() || !block.text.is_empty() || block.kind == archive::BlockKind::Title)
        .collect();
    let words = DocumentWords::of(&blocks);
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
        blocks,
        statements,
        length: words.length,
    };
    let problems = unfit.into_iter().map(|(correction, misfit)| unfit_problem(correction, misfit)).collect();
    Recognised { document, words, quotations, unsettled, problems }
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
    /// `counts`: the documents of each draft.
    fn of(entities: &Entities, counts: &[usize]) -> Numbers {
        let mut order: Vec<usize> = (0..entities.drafts.len()).collect();
        order.sort_by_key(|draft| {
            let entity = &entities.drafts[*draft];
            (entity.kind, Reverse(counts[*draft]), &entity.slug)
        });
        let mut numbers = vec![0; order.len()];
        for (number, draft) in order.iter().enumerate() {
            numbers[*draft] = number as u32;
        }
        Numbers { order, numbers }
    }
}

/// The forms that found something, numbered in the order of the documents; their entities are drafts.
#[derive(Default)]
struct UsedForms {
    forms: Vec<Form>,
    numbers: BTreeMap<u32, u32>,
    /// By file: where its lines end.
    line_ends: BTreeMap<usize, Vec<usize>>,
}

impl UsedForms {
    fn apply(&mut self, document: &mut archive::Document, finders: &Finders, folder: &Folder) {
        let names = finders.names.forms.len();
        for mention in document.blocks.iter_mut().flat_map(|block| &mut block.mentions) {
            let found_by = mention.form;
            mention.form = *self.numbers.entry(found_by).or_insert_with(|| {
                let at = found_by as usize;
                let form = if at < names { &finders.names.forms[at] } else { &finders.keywords.forms[at - names] };
                let file = folder.files.get(form.span.file);
                let ends = self.line_ends.entry(form.span.file).or_insert_with(|| folder.line_ends(form.span.file));
                self.forms.push(Form {
                    text: form.text.clone(),
                    file: file.map_or_else(String::new, |file| file.path.clone()),
                    line: 1 + ends.partition_point(|end| *end < form.span.start) as u32,
                    entity: form.entity as u32,
                });
                self.forms.len() as u32 - 1
            });
        }
    }
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
