//! What the visitor should know of the addresses of concordance, comparison and list; told wherever those are drawn.

use crate::cooccurrence::value_of_slug;
use crate::plan::{plan, told_within};
use crate::query::{Query, ViewName};
use crate::view::{Link, Notice};
use archive::Archive;

/// More lines of a list than this are set aside, with a notice.
pub(crate) const MOST_LINES: usize = 200;

/// The lines of a list that say something.
pub(crate) fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.split('\n').map(str::trim).filter(|line| !line.is_empty())
}

/// Notices of the view that is asked for.
pub(crate) fn notices(archive: &Archive, query: &Query) -> Vec<Notice> {
    match query.view {
        ViewName::Compare => of_other_side(archive, query),
        ViewName::Batch if lines(&query.list).nth(MOST_LINES).is_some() => {
            let most = MOST_LINES.to_string();
            let text = query.words.fill("The list has more than {} lines; the rest were set aside.", &[&most]);
            vec![Notice { text, way_out: None, more: Vec::new() }]
        }
        ViewName::Concordance => of_form(archive, query).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn of_other_side(archive: &Archive, query: &Query) -> Vec<Notice> {
    let Some(with) = &query.with else { return Vec::new() };
    let way_out = |changed: Query| query.link(|query| query.with = Some(Box::new(changed)));
    let told = |notice: Notice| {
        let text = query.words.fill("The other side: {}", &[&notice.text]);
        told_within(Notice { text, ..notice }, &way_out)
    };
    plan(archive, &Query { words: query.words, ..(**with).clone() }).1.into_iter().map(told).collect()
}

fn of_form(archive: &Archive, query: &Query) -> Option<Notice> {
    query.form.as_ref()?;
    let is_known = query.focus.as_deref().is_some_and(|slug| value_of_slug(archive, query, slug).is_some());
    (!is_known).then(|| Notice {
        text: query.words.text("A form was asked for, of no name of this corpus; it was set aside."),
        way_out: Some(Link { text: query.words.text("Take it out"), href: query.link(|query| query.form = None) }),
        more: Vec::new(),
    })
}
