//! Selections as values: the part of a query that selects documents, what is outside of it, and the two sides of a comparison.

use super::Query;

/// Addresses within addresses go no deeper than this; what lies deeper means nothing.
pub(super) const DEEPEST: usize = 3;

impl Query {
    /// What of it selects documents, and nothing else.
    pub(crate) fn selecting(&self) -> Query {
        Query {
            q: self.q.clone(),
            filters: self.filters.clone(),
            party_as: self.party_as,
            scope: self.scope,
            from: self.from.clone(),
            to: self.to.clone(),
            outside: self.outside.clone(),
            ..Query::default()
        }
    }

    /// This query with another selection.
    pub(crate) fn selecting_as(&self, other: &Query) -> Query {
        let Query { q, filters, party_as, scope, from, to, outside, .. } = other.clone();
        Query { q, filters, party_as, scope, from, to, outside, ..self.clone() }
    }

    /// The selection of all documents that this one leaves out; `None` where an address cannot say it.
    fn others(&self) -> Option<Query> {
        let own = self.selecting();
        match &own.outside {
            // Outside of what is outside is what is inside.
            Some(inside) if (Query { outside: None, ..own.clone() }) == Query::default() => Some(inside.selecting()),
            _ if own.depth() >= DEEPEST => None,
            _ => Some(Query { outside: Some(Box::new(own)), ..Query::default() }),
        }
    }

    fn depth(&self) -> usize {
        self.outside.as_ref().map_or(0, |inside| 1 + inside.depth())
    }

    /// The other side of a comparison: what `with` selects, else all other documents; `None` where no address can say that.
    pub(crate) fn other_side(&self) -> Option<Query> {
        self.with.as_ref().map_or_else(|| self.others(), |with| Some(with.selecting()))
    }

    /// The same comparison with its sides exchanged; `None` as of `other_side`.
    pub(crate) fn exchanged(&self) -> Option<Query> {
        let other = self.other_side()?;
        let own = self.selecting();
        let is_others = self.with.is_none() || other.others().as_ref() == Some(&own);
        if !is_others && own.depth() >= DEEPEST {
            return None;
        }
        let with = if is_others { None } else { Some(Box::new(own)) };
        Some(Query { with, ..self.begun_anew().selecting_as(&other) })
    }
}
