//! The command line as it may be typed, and the help that says so.

use crate::source::Asked;
use crate::{check, compile, documents, evaluate, export, import, pairs, versions};
use clap::{Parser, Subcommand};

const MORE: &str = "\
SOURCE is a corpus folder, or an archive that `onrecord compile` wrote.

ADDRESS is what stands after the page's \"?\", in quotation marks: the filters, the words searched, the dates and the
settings of the pairs. Without it everything is asked for:
  onrecord documents corpus \"topic=ceasefire&from=2024\"
  onrecord pairs corpus \"?unit=document&kind=person&top=100\" --format gexf > people.gexf

Data goes to standard output; messages, and notes on what of an address was not understood, go to standard error.
Exit status: 0 if all is well, 1 if the corpus has errors, 2 if the command cannot do what was typed.";

/// Checks and compiles a corpus, and answers the page's addresses in files, with the page's own numbers.
#[derive(Parser)]
#[command(name = "onrecord", version, after_help = MORE)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// All problems of a corpus at once.
    Check(check::Arguments),
    /// Writes the archive of a corpus.
    Compile(compile::Arguments),
    /// Makes documents of the rows of a table: CSV or TSV, in UTF-8, its first row naming the columns.
    ///
    /// Writes DIR/documents/NAME.jsonl, called like the table, and the least corpus.toml if DIR has none. Columns are
    /// known by obvious names (title or headline, text or body or content, date or published, source or publisher, url
    /// or link, speaker, party, topics or tags …); --column says what is not obvious. `;` or `|` parts several names in
    /// a cell. A row with a speaker is a speech unless a column `kind` says otherwise. Rows without an id are numbered.
    /// A date that can be read in two ways is told and left out; a row that cannot be a document is told, and then
    /// nothing is written.
    Import(import::Arguments),
    /// Writes documents, passages, mentions, statements and entities as JSON Lines, for databases and search engines.
    ///
    /// Five files, a record a line: documents.jsonl (as `documents` gives them, with all facts and the text),
    /// passages.jsonl, mentions.jsonl and statements.jsonl (as these commands give them, with the words of statements),
    /// entities.jsonl (everyone and everything known). Each record has an `id`; the others join by `document`,
    /// `passage`, and `entity` with `kind`. With an ADDRESS only what it selects, and counts of that. Where the rights of
    /// a document do not allow its whole text, `text` is null.
    Export(export::Arguments),
    /// Keeps the edition being published in versions.jsonl, so that old links can say what has changed since.
    ///
    /// A line an edition: its fingerprint, its date, and a short hash of each document. To be run, and the file to be
    /// kept, whenever the page is published.
    Versions(versions::Arguments),
    /// The whole screen of an address, as JSON.
    View(Asked),
    /// The documents that an address selects, in its order.
    ///
    /// Columns: id, title, date, outlet, url, people, parties, topics. In CSV lists are joined by "; "; in JSON they are
    /// arrays of {id, name}. Parties are present as the address's `party-as` says. BibTeX, RIS and CSL-JSON (csl) are
    /// citations for reference managers.
    Documents(documents::Arguments),
    /// Every name and keyword recognised in the passages, as JSON Lines.
    ///
    /// Fields: document, passage (from 0), start, end (Unicode code points of the passage's text), surface (the words
    /// there), entity, kind, alias (the name, alias or keyword it was found by). With an ADDRESS only of the documents
    /// it selects. Documents stand in the order of their dates.
    Mentions(Asked),
    /// The pairs that an address counts, in its order.
    ///
    /// Columns: first, second, a (units with both), b (first only), c (second only), d (neither), count, jaccard, logdice,
    /// cosine, lift, pmi, npmi, g2, logratio, deltap_second, deltap_first, p (exact), q (false-discovery rate over the
    /// pairs listed). What is undefined is empty (in JSON null). GEXF and GraphML hold the pairs that meet as a network,
    /// weighted by count.
    Pairs(pairs::Arguments),
    /// Who said what, as JSON Lines, one record a speaker.
    ///
    /// Fields: document, passage (from 0), start, end (Unicode code points of the passage's text, without quotation
    /// marks), pieces (the parts of a quotation that its report interrupts), type (quote, reported, mixed), speaker (an
    /// id, or null), speaker_passage, speaker_start, speaker_end (the words that name or mean the speaker), cue (the
    /// reporting words), status (stated, likely, unresolved, corrected), method (named, pronoun, role, context, speech,
    /// corrected, nobody), verb and verb_kind. A quotation over several paragraphs is one statement a passage;
    /// corrections.toml wins over what is found. With an ADDRESS only of the passages it selects. Documents stand in the
    /// order of their dates.
    Statements(Asked),
    /// How well mentions and statements agree with labels that people made.
    ///
    /// DIR is a corpus folder with the labelled texts, GOLD one or more files. A `.json` file labels one document:
    /// `doc` (its id), `entities` [{id, name}], `mentions` [{paragraph, start, end, surface, entity, name, optional}],
    /// `statements` [{paragraph, start, end, speakers, speaker_names, strict}]; paragraphs count from 0, places are
    /// Unicode code points of the paragraph. A `.jsonl` file has one attribution a line: `file`, `source`, `content`
    /// (lists of {start, end} in code points of the raw text, which lies in the folder --texts), `primary`. What is
    /// optional, or not strict, or without a source is never missed. Output: CSV of measure, count, of, share.
    Evaluate(evaluate::Arguments),
}

#[cfg(test)]
mod tests {
    use super::Arguments;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Arguments::command().debug_assert();
    }
}
