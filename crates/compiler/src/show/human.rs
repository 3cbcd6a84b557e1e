//! Problems for people: place, line, caret and help, as rustc shows them.

use super::place::{Place, Places};
use crate::folder::Folder;
use crate::problem::{Problem, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// So wide that the renderer does not cut what was cut before.
const WIDTH: usize = 400;

/// The problems as plain text, a blank line between them.
pub fn human(problems: &[Problem], folder: &Folder) -> String {
    rendered(problems, folder, &Renderer::plain().term_width(WIDTH))
}

/// The same with a terminal's colours.
pub fn human_in_colour(problems: &[Problem], folder: &Folder) -> String {
    rendered(problems, folder, &Renderer::styled().term_width(WIDTH))
}

fn rendered(problems: &[Problem], folder: &Folder, renderer: &Renderer) -> String {
    let mut places = Places::of(folder);
    let mut text = String::new();
    for problem in problems {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Notice => Level::INFO.with_name("notice"),
        };
        let place = problem.span.and_then(|span| places.find(span));
        let mut group = Group::with_title(level.primary_title(problem.message.as_str()).id(problem.code));
        if let Some(place) = &place {
            group = with_place(group, place);
        }
        if !problem.help.is_empty() {
            group = group.element(Level::HELP.message(problem.help.as_str()));
        }
        let mut groups = vec![group];
        for (span, note) in &problem.also {
            let group = Group::with_title(Level::NOTE.secondary_title(note.as_str()));
            groups.push(match places.find(*span) {
                Some(place) => with_place(group, &place),
                None => group,
            });
        }
        // The renderer takes lines without a path of their own for those of another file, and says so.
        for line in renderer.render(&groups).lines().filter(|line| !marks_other_file(line)) {
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn with_place<'a>(group: Group<'a>, place: &Place<'a>) -> Group<'a> {
    let origin = Origin::path(place.path).line(place.line).char_column(place.column);
    let snippet = Snippet::source(place.shown.clone()).line_start(place.line);
    group.element(origin).element(snippet.annotation(AnnotationKind::Primary.span(place.marked.clone())))
}

fn marks_other_file(line: &str) -> bool {
    let mut pieces = line.split('\u{1b}');
    let first = pieces.next().unwrap_or_default();
    let bare = pieces.map(|piece| piece.split_once('m').map_or(piece, |(_, rest)| rest));
    std::iter::once(first).chain(bare).collect::<String>().trim() == ":::"
}
