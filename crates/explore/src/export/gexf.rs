//! The network as GEXF 1.3, which Gephi, NetworkX and others read.

use super::xml::Xml;
use super::{Network, csv::number, directed, measured, provenance};
use crate::cooccurrence::Counted;
use crate::query::Query;
use archive::Archive;

/// The pairs as a network: nodes with kind and count, edges weighted by count, with the measure in force beside it.
pub fn network(archive: &Archive, query: &Query, counted: &Counted) -> String {
    let network = Network::of(archive, query, counted);
    let measure = measured(query).map_or("", |measure| measure.name());
    let mut gexf = Xml::new();
    // Without "www.": NetworkX knows the namespace by this name only.
    gexf.open("gexf", &[("xmlns", "http://gexf.net/1.3"), ("version", "1.3")]);
    gexf.open("meta", &[]);
    gexf.text("creator", &[], archive.about("program"));
    gexf.text("description", &[], &provenance(archive, query));
    gexf.close();
    gexf.open("graph", &[("defaultedgetype", directed(query)), ("mode", "static")]);
    let whole = "integer";
    attributes(&mut gexf, "node", &[("kind", "string"), ("count", whole)]);
    attributes(&mut gexf, "edge", &[("count", whole), (measure, "double")]);
    gexf.open("nodes", &[]);
    for node in &network.nodes {
        gexf.open("node", &[("id", &node.id), ("label", node.label)]);
        values(&mut gexf, &[("kind", node.kind), ("count", &node.count.to_string())]);
        gexf.close();
    }
    gexf.close();
    gexf.open("edges", &[]);
    for (id, edge) in network.edges.iter().enumerate() {
        let (id, count) = (id.to_string(), edge.count.to_string());
        gexf.open("edge", &[("id", &id), ("source", &edge.source), ("target", &edge.target), ("weight", &count)]);
        let measured = edge.measured.map(number).unwrap_or_default();
        let measure = if measured.is_empty() { "" } else { measure };
        values(&mut gexf, &[("count", &count), (measure, &measured)]);
        gexf.close();
    }
    gexf.finished()
}

/// Declares attributes by name and type; one without a name is left out, here and below.
fn attributes(gexf: &mut Xml, class: &str, declared: &[(&str, &str)]) {
    gexf.open("attributes", &[("class", class), ("mode", "static")]);
    for (name, kind) in declared.iter().filter(|(name, _)| !name.is_empty()) {
        gexf.empty("attribute", &[("id", name), ("title", name), ("type", kind)]);
    }
    gexf.close();
}

fn values(gexf: &mut Xml, values: &[(&str, &str)]) {
    gexf.open("attvalues", &[]);
    for (name, value) in values.iter().filter(|(name, _)| !name.is_empty()) {
        gexf.empty("attvalue", &[("for", name), ("value", value)]);
    }
    gexf.close();
}
