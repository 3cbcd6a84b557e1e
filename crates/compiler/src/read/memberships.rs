//! Memberships, roles and offices: what gazetteer records say with dates.

use super::dates::time;
use super::fields::Fields;
use crate::corpus::{Membership, Office, Role};

/// A person's times in parties.
pub(super) fn memberships(record: &mut Fields) -> Vec<Membership> {
    let mut memberships = Vec::new();
    for (table, span) in record.tables("parties") {
        let mut fields = Fields::new(table, record.source, record.problems);
        let party = fields.names("party").into_iter().next();
        let (from, to) = time(&mut fields);
        match party {
            Some(party) => memberships.push(Membership { party, from, to }),
            None => fields.problems.error(
                "missing-field",
                span,
                "a membership without a `party`",
                "write `{ party = \"…\" }`",
            ),
        }
        fields.warn_of_unknown();
    }
    memberships
}

/// A person's offices.
pub(super) fn roles(record: &mut Fields) -> Vec<Role> {
    let mut roles = Vec::new();
    for (table, span) in record.tables("roles") {
        let mut fields = Fields::new(table, record.source, record.problems);
        let title = fields.text("title");
        let (from, to) = time(&mut fields);
        match title {
            Some(title) => roles.push(Role { title: title.text, from, to }),
            None => {
                fields.problems.error("missing-field", span, "a role without a `title`", "write `{ title = \"…\" }`")
            }
        }
        fields.warn_of_unknown();
    }
    roles
}

/// A party's times in government.
pub(super) fn offices(record: &mut Fields) -> Vec<Office> {
    let mut offices = Vec::new();
    for (table, _) in record.tables("in_government") {
        let mut fields = Fields::new(table, record.source, record.problems);
        let (from, to) = time(&mut fields);
        offices.push(Office { from, to });
        fields.warn_of_unknown();
    }
    offices
}
