//! A corpus in a string, an address, and the View as text.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "writing to a String cannot fail")]

pub(crate) mod keys;

use archive::Archive;
use compiler::folder::{File, Folder};
use explore::view::{
    Batch, Compare, Concordance, DocumentCard, Empty, Evidence, Facet, Main, Part, Segment, Snippet, StatementRow,
    Statements, ValueState, View,
};
use explore::{Query, Tie, ViewName, view};
use std::fmt::Write;
use std::path::Path;

/// The archive of a corpus written as `== path` lines, each followed by its file.
pub(crate) fn archive(corpus: &str) -> Archive {
    let mut files: Vec<File> = Vec::new();
    for line in corpus.trim_start().lines() {
        match line.strip_prefix("== ") {
            Some(path) => files.push(File { path: path.trim().to_owned(), bytes: Vec::new() }),
            None => {
                let file = files.last_mut().expect("a corpus begins with a `== path` line");
                file.bytes.extend_from_slice(line.as_bytes());
                file.bytes.push(b'\n');
            }
        }
    }
    compiled(&Folder::from_files(files))
}

/// The project's own corpus.
pub(crate) fn own_corpus() -> Archive {
    compiled(&Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")).expect("the corpus is there"))
}

fn compiled(folder: &Folder) -> Archive {
    let compiled = compiler::compile(folder);
    match compiled.archive {
        Some(bytes) => Archive::open(bytes).expect("what the compiler writes can be opened"),
        None => panic!("{}", compiler::show::human(&compiled.problems, folder)),
    }
}

/// The View of an address.
pub(crate) fn at(archive: &Archive, address: &str) -> View {
    view(archive, &Query::parse(address))
}

/// The number of results a link opens: documents, or the units of a pair's evidence.
pub(crate) fn length_behind(archive: &Archive, href: &str) -> usize {
    let query = Query { view: ViewName::Documents, ..Query::parse(href) };
    match view(archive, &query).main {
        Main::Evidence(evidence) => evidence.pages.total,
        Main::Documents(documents) => documents.total,
        _ => panic!("{href} opens no list"),
    }
}

/// The number of lines of the concordance a link opens.
pub(crate) fn lines_behind(archive: &Archive, href: &str) -> usize {
    match at(archive, href).main {
        Main::Concordance(concordance) => concordance.pages.total,
        _ => panic!("{href} opens no concordance"),
    }
}

/// The hits that the reader numbers in the documents of an address, one after the other.
pub(crate) fn hits_behind(archive: &Archive, address: &str) -> usize {
    let query = Query::parse(address);
    let hits = |document: archive::DocumentId| {
        let read = Query { document: Some(archive.id(document).to_owned()), at: None, ..query.clone() };
        match view(archive, &read).main {
            Main::Reader(reader) => reader.hits as usize,
            _ => panic!("{} opens no document", read.to_url()),
        }
    };
    explore::selected_documents(archive, &query).into_iter().map(hits).sum()
}

/// The number of statements or documents a link opens, as it stands.
pub(crate) fn sayings_behind(archive: &Archive, href: &str) -> usize {
    match at(archive, href).main {
        Main::Concordance(concordance) => concordance.pages.total,
        Main::Statements(statements) => statements.total,
        Main::Documents(documents) => documents.total,
        Main::Evidence(evidence) => evidence.pages.total,
        _ => panic!("{href} opens no list"),
    }
}

/// Every number of statements, and of who is silent, of a View with the link beside it, and what it is.
pub(crate) fn sayings_numbers(view: &View) -> Vec<(String, usize, String)> {
    let mut numbers = Vec::new();
    let mut note = |what: String, count: usize, href: &str| numbers.push((what, count, href.to_owned()));
    match &view.main {
        Main::Statements(statements) => {
            for facet in &statements.facets {
                for value in &facet.values {
                    note(format!("{} {}", facet.label, value.slug), value.count, &value.only);
                }
            }
            let verbs = &statements.verbs;
            let cells = verbs.rows.iter().flat_map(|row| std::iter::once(&row.all).chain(&row.cells));
            let parts = cells.chain(&verbs.speakers).chain(&statements.silent.people);
            parts.for_each(|part| note(part.label.clone(), part.count, &part.href));
        }
        Main::Entity(entity) => {
            let lists = [
                &entity.topics,
                &entity.speaks_of,
                &entity.verbs,
                &entity.spoken_of_by,
                &entity.party,
                &entity.forms,
                &entity.outlets,
            ];
            let parts = [&entity.named, &entity.said, &entity.spoken_of].into_iter();
            let parts: Vec<&Part> = parts.chain(&entity.passages).chain(lists.into_iter().flatten()).collect();
            parts.iter().for_each(|part| note(part.label.clone(), part.count, &part.href));
        }
        Main::Matrix(matrix) => matrix.cells.iter().for_each(|cell| note(cell.label.clone(), cell.count, &cell.href)),
        Main::Network(network) => {
            network.edges.iter().for_each(|edge| note(edge.label.clone(), edge.count, &edge.href))
        }
        Main::Pairs(pairs) => {
            for row in &pairs.rows {
                let names = format!("{} → {}", row.first.label, row.second.label);
                note(names.clone(), row.count, &row.href);
                note(format!("{names} first"), row.first_only.count, &row.first_only.href);
                note(format!("{names} second"), row.second_only.count, &row.second_only.href);
            }
        }
        _ => {}
    }
    numbers
}

/// Every number of a View with the link beside it, and what it is; of ties with a direction see `sayings_numbers`.
pub(crate) fn numbers(view: &View) -> Vec<(String, usize, String)> {
    let mut numbers = Vec::new();
    let mut note = |what: String, count: usize, href: &str| numbers.push((what, count, href.to_owned()));
    for facet in &view.facets {
        for value in &facet.values {
            note(format!("{} {}", facet.key, value.slug), value.count, &value.only);
            for part in &value.parts {
                note(format!("{} {} {}", facet.key, value.slug, part.label), part.count, &part.href);
            }
        }
    }
    let bars = match &view.main {
        Main::Timeline(timeline) => timeline.bars.iter().chain(&view.dates.timeline.bars).collect::<Vec<_>>(),
        _ => view.dates.timeline.bars.iter().collect(),
    };
    bars.iter().for_each(|bar| note(format!("bar {}", bar.label), bar.count, &bar.href));
    match &view.main {
        _ if Query::parse(&view.address).tie == Tie::About => {}
        Main::Matrix(matrix) => matrix.cells.iter().for_each(|cell| note(cell.label.clone(), cell.count, &cell.href)),
        Main::Network(network) => {
            network.edges.iter().for_each(|edge| note(edge.label.clone(), edge.count, &edge.href))
        }
        Main::Pairs(pairs) => {
            for row in &pairs.rows {
                let names = format!("{} ~ {}", row.first.label, row.second.label);
                note(names.clone(), row.count, &row.href);
                note(format!("{names} first"), row.first_only.count, &row.first_only.href);
                note(format!("{names} second"), row.second_only.count, &row.second_only.href);
            }
        }
        Main::Evidence(evidence) => {
            evidence.cells.iter().for_each(|cell| note(cell.label.clone(), cell.count, &cell.href))
        }
        Main::Compare(compare) => {
            let sides = [&compare.first.documents, &compare.second.documents].into_iter();
            let rows = compare.facets.iter().chain(&compare.keyness).flat_map(|table| &table.rows);
            let parts = sides.chain(rows.flat_map(|row| [&row.first, &row.second]));
            // A side that there is not has no documents and no list.
            let parts = parts.filter(|part| !part.label.is_empty());
            parts.for_each(|part| note(part.label.clone(), part.count, &part.href));
        }
        Main::Batch(batch) => {
            for row in &batch.rows {
                // Its lines are counted where the concordance is.
                let parts = [&row.documents, &row.passages].into_iter().flatten();
                parts.for_each(|part| note(part.label.clone(), part.count, &part.href));
            }
        }
        _ => {}
    }
    numbers
}

/// The View as a reader would see it, in plain lines. Hits stand in [brackets], names in {braces}.
pub(crate) fn screen(view: &View) -> String {
    let mut out = String::new();
    let line = &mut out;
    writeln!(line, "# {}", view.heading).unwrap();
    writeln!(line, "{}", view.summary).unwrap();
    for notice in &view.notices {
        let way_out =
            notice.way_out.as_ref().map_or_else(String::new, |link| format!(" ({} {})", link.text, link.href));
        writeln!(line, "! {}{way_out}", notice.text).unwrap();
    }
    if !view.chips.is_empty() {
        let chips: Vec<&str> = view.chips.iter().map(|chip| chip.text.as_str()).collect();
        writeln!(line, "chips: {}", chips.join(" | ")).unwrap();
    }
    match &view.main {
        Main::Documents(documents) => {
            documents.results.iter().for_each(|result| card(line, result));
            if let Some(empty) = &documents.empty {
                writeln!(line, "∅ {}", empty.text).unwrap();
            }
        }
        Main::Reader(reader) => {
            for block in &reader.blocks {
                let number = block.passage.map_or_else(|| "  ".to_owned(), |passage| format!("{passage} "));
                let names: Vec<&str> = block.names_only.iter().map(|link| link.text.as_str()).collect();
                let names = if names.is_empty() { String::new() } else { format!("<{}>", names.join(", ")) };
                writeln!(line, "{number}{}{}{names}", if block.current { "→ " } else { "" }, marked(&block.segments))
                    .unwrap();
                for statement in &block.statements {
                    let words = statement.segments.iter().map(|(first, last)| marked(&block.segments[*first..*last]));
                    let who = statement.speaker.as_ref().map_or("-", |speaker| speaker.name.as_str());
                    let words = words.collect::<Vec<_>>().join(" | ");
                    writeln!(line, "  “{words}” {who}, {}, {}", statement.kind, statement.status).unwrap();
                }
            }
            writeln!(line, "hits: {} {}", reader.hits, reader.hit_words).unwrap();
        }
        Main::Pairs(pairs) => {
            writeln!(line, "{}", pairs.settings.caption).unwrap();
            pairs.rows.iter().for_each(|row| {
                writeln!(line, "{} ~ {}: {} {}", row.first.label, row.second.label, row.count, row.value).unwrap()
            });
        }
        Main::Matrix(matrix) => {
            writeln!(line, "{}", matrix.summary).unwrap();
            matrix.cells.iter().for_each(|cell| writeln!(line, "{}", cell.label).unwrap());
        }
        Main::Network(network) => {
            writeln!(line, "{}", network.summary).unwrap();
            network.edges.iter().for_each(|edge| writeln!(line, "{}", edge.label).unwrap());
        }
        Main::Timeline(timeline) => {
            writeln!(line, "{}", timeline.caption).unwrap();
            timeline.bars.iter().for_each(|bar| {
                writeln!(line, "{} {}{}", bar.written, bar.count, if bar.chosen { "" } else { " -" }).unwrap()
            });
        }
        Main::Evidence(evidence) => cells(line, evidence),
        Main::Notes => writeln!(line, "the visitor's own notes").unwrap(),
        Main::Statements(statements) => said(line, statements),
        Main::Entity(entity) => {
            writeln!(line, "{}", entity.caption).unwrap();
            for tenure in &entity.tenures {
                writeln!(line, "{}: {}", tenure.what, tenure.when).unwrap();
            }
            let parts_of_all = [&entity.named, &entity.said, &entity.spoken_of].into_iter().chain(&entity.passages);
            for part in parts_of_all.chain(&entity.party) {
                writeln!(line, "{} {}", part.count, part.label).unwrap();
            }
            let lists = [
                &entity.topics,
                &entity.speaks_of,
                &entity.verbs,
                &entity.spoken_of_by,
                &entity.forms,
                &entity.outlets,
            ];
            for (name, list) in ["on", "speaks of", "verbs", "spoken of by", "found by", "outlets"].iter().zip(lists) {
                writeln!(line, "{name}: {}", parts(list)).unwrap();
            }
            entity
                .newest_passages
                .iter()
                .for_each(|unit| unit.passages.iter().for_each(|passage| shown(line, passage)));
            entity.newest.iter().for_each(|row| statement(line, row));
        }
        Main::Concordance(concordance) => lines(line, concordance),
        Main::Compare(compare) => compared(line, compare),
        Main::Batch(batch) => looked_up(line, batch),
        Main::Apart => writeln!(line, "∅ drawn apart").unwrap(),
        Main::Absent(text) => writeln!(line, "∅ {text}").unwrap(),
    }
    out
}

/// One facet as a line: "person: +anna 2, ben 1, -carl 1".
pub(crate) fn facet_line(facets: &[Facet], key: &str) -> String {
    let Some(facet) = facets.iter().find(|facet| facet.key == key) else { return format!("{key}: none") };
    let value = |value: &explore::view::FacetValue| {
        let sign = match value.state {
            ValueState::Free => "",
            ValueState::Chosen => "+",
            ValueState::Excluded => "-",
        };
        let parts: Vec<String> = value.parts.iter().map(|part| format!("{} {}", part.label, part.count)).collect();
        let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
        format!("{sign}{} {}{parts}", value.slug, value.count)
    };
    format!("{key}: {}", facet.values.iter().map(value).collect::<Vec<_>>().join(", "))
}

fn parts(parts: &[Part]) -> String {
    parts.iter().map(|part| format!("{} {}", part.label, part.count)).collect::<Vec<_>>().join(", ")
}

fn said(line: &mut String, statements: &Statements) {
    writeln!(line, "{}", statements.summary).unwrap();
    statements.rows.iter().for_each(|row| statement(line, row));
    for facet in &statements.facets {
        let values: Vec<String> = facet.values.iter().map(|value| format!("{} {}", value.label, value.count)).collect();
        writeln!(line, "{}: {}", facet.label, values.join(", ")).unwrap();
    }
    writeln!(line, "verbs of: {}", parts(&statements.verbs.speakers)).unwrap();
    for row in &statements.verbs.rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.count.to_string()).collect();
        writeln!(line, "  {} {}: {}", row.all.label, row.all.count, cells.join(" ")).unwrap();
    }
    writeln!(line, "silent: {}", parts(&statements.silent.people)).unwrap();
    if let Some(empty) = &statements.empty {
        writeln!(line, "∅ {}", empty.text).unwrap();
    }
}

fn statement(line: &mut String, row: &StatementRow) {
    let who = match &row.speaker {
        Some(speaker) if speaker.party.is_empty() => speaker.name.clone(),
        Some(speaker) => format!("{} ({})", speaker.name, speaker.party),
        None => format!("? {}", row.source),
    };
    let topics: Vec<&str> = row.topics.iter().map(|topic| topic.text.as_str()).collect();
    let (before, after) = (if row.cut_before { "…" } else { "" }, if row.cut_after { "…" } else { "" });
    let words = format!("{before}{}{after}", marked(&row.words));
    writeln!(line, "- {who} · {} · {} · {}", row.verb, row.kind, row.status).unwrap();
    let also: Vec<&str> = row.also.iter().map(|place| place.text.as_str()).collect();
    writeln!(line, "    “{words}” [{}] {}, {}", topics.join(", "), row.document, row.date.text).unwrap();
    if !also.is_empty() {
        writeln!(line, "    {}: {}", row.also_in, also.join("; ")).unwrap();
    }
}

fn card(line: &mut String, card: &DocumentCard) {
    writeln!(line, "- {} · {} {}", marked(&card.title), card.date.text, card.date.certainty).unwrap();
    card.snippets.iter().for_each(|snippet| shown(line, snippet));
}

fn shown(line: &mut String, snippet: &Snippet) {
    let (before, after) = (if snippet.cut_before { "…" } else { "" }, if snippet.cut_after { "…" } else { "" });
    let passage = snippet.passage.map_or_else(|| "-".to_owned(), |passage| passage.to_string());
    writeln!(line, "    {passage}: {before}{}{after}", marked(&snippet.segments)).unwrap();
}

fn lines(out: &mut String, concordance: &Concordance) {
    writeln!(out, "{}", concordance.caption).unwrap();
    for line in &concordance.lines {
        let (before, after) = (if line.cut_before { "…" } else { "" }, if line.cut_after { "…" } else { "" });
        let passage = line.passage.map_or_else(|| "-".to_owned(), |passage| passage.to_string());
        let words = format!("{before}{}[{}]{}{after}", line.before, line.hit, line.after);
        writeln!(out, "{words} · {} {passage} · {}", line.document, line.date.text).unwrap();
    }
    if let Some(empty) = &concordance.empty {
        nothing(out, empty);
    }
}

fn nothing(out: &mut String, empty: &Empty) {
    let ways: Vec<String> = empty.ways_out.iter().map(|way| format!("{} {}", way.text, way.href)).collect();
    writeln!(out, "∅ {} ({})", empty.text, ways.join(" | ")).unwrap();
}

fn compared(out: &mut String, compare: &Compare) {
    for side in [&compare.first, &compare.second] {
        writeln!(out, "{}: {} documents, {} passages, {}", side.name, side.documents.count, side.passages, side.words)
            .unwrap();
    }
    writeln!(out, "{}", compare.caption).unwrap();
    compare.notes.iter().for_each(|note| writeln!(out, "! {note}").unwrap());
    for table in compare.facets.iter().chain(&compare.keyness) {
        writeln!(out, "{} {}", table.label, table.tested).unwrap();
        for row in &table.rows {
            let shares = format!("{} {} | {} {}", row.first.count, row.first_share, row.second.count, row.second_share);
            let evidence = [&row.logratio, &row.g2, &row.p, &row.corrected].map(String::as_str).join(" ");
            writeln!(out, "  {} {} | {shares} | {} | {evidence}", row.kind, row.label, row.difference).unwrap();
        }
    }
    if let Some(empty) = &compare.empty {
        nothing(out, empty);
    }
}

fn looked_up(out: &mut String, batch: &Batch) {
    writeln!(out, "{}", batch.caption).unwrap();
    let number = |part: &Option<Part>| part.as_ref().map_or_else(|| "-".to_owned(), |part| part.count.to_string());
    for row in &batch.rows {
        let numbers = [&row.documents, &row.passages, &row.lines].map(number).join(" ");
        writeln!(out, "{} = {} {}: {numbers}", row.line, row.kind, row.understood).unwrap();
    }
}

fn cells(line: &mut String, evidence: &Evidence) {
    let cells: Vec<String> = evidence
        .cells
        .iter()
        .map(|cell| format!("{}{} {}", if cell.current { "→ " } else { "" }, cell.label, cell.count))
        .collect();
    writeln!(line, "{}", cells.join(" | ")).unwrap();
    for unit in &evidence.units {
        writeln!(line, "- {} {}", unit.document.text, unit.note).unwrap();
        unit.passages.iter().for_each(|snippet| shown(line, snippet));
    }
}

fn marked(segments: &[Segment]) -> String {
    let mark = |segment: &Segment| match &segment.mark {
        Some(mark) if mark.hit.is_some() => format!("[{}]", segment.text),
        Some(_) => format!("{{{}}}", segment.text),
        None => segment.text.clone(),
    };
    segments.iter().map(mark).collect()
}
