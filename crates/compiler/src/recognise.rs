//! Recognition: who and what is named where, by the gazetteers' forms and the rules of English about names.

mod english;
mod form;
mod mentions;
mod statements;

pub(crate) use english::surname;
pub(crate) use form::{Finder, Form, FormKind};
pub(crate) use mentions::{Mention, Unsettled, mentions};
pub(crate) use statements::{Corrected, Misfit, Statement, corrected, statements};

use text::fold_with_origins;

/// The places of topics' keywords in a text, by start: (bytes of the text, draft entity, form). Overlapping ones all count.
pub(crate) fn keywords(finder: &Finder, original: &str) -> Vec<Mention> {
    // Folding is most of the work.
    if finder.forms.is_empty() {
        return Vec::new();
    }
    let folded = fold_with_origins(original);
    let places = finder.find(&folded, original).into_iter();
    places
        .map(|found| Mention {
            range: folded.original(found.range),
            entity: finder.forms[found.form].entity,
            form: found.form,
        })
        .collect()
}
