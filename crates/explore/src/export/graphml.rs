//! The network as GraphML, which nearly every graph program reads.

use super::xml::Xml;
use super::{Network, csv::number, directed, measured, provenance};
use crate::cooccurrence::Counted;
use crate::query::Query;
use archive::Archive;

/// The pairs as a network: nodes with label, kind and count, edges weighted by count, with the measure in force beside it.
pub fn network(archive: &Archive, query: &Query, counted: &Counted) -> String {
    let network = Network::of(archive, query, counted);
    let measure = measured(query).map_or("", |measure| measure.name());
    let mut graphml = Xml::new();
    graphml.open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    graphml.text("desc", &[], &provenance(archive, query));
    let (node, edge) = ("node", "edge");
    let keys = [
        ("label", node, "label", "string"),
        ("kind", node, "kind", "string"),
        ("units", node, "count", "int"),
        ("weight", edge, "weight", "double"),
        ("count", edge, "count", "int"),
        (measure, edge, measure, "double"),
    ];
    for (id, class, name, kind) in keys.iter().filter(|(id, ..)| !id.is_empty()) {
        graphml.empty("key", &[("id", id), ("for", class), ("attr.name", name), ("attr.type", kind)]);
    }
    graphml.open("graph", &[("edgedefault", directed(query))]);
    for node in &network.nodes {
        graphml.open("node", &[("id", &node.id)]);
        let count = node.count.to_string();
        data(&mut graphml, &[("label", node.label), ("kind", node.kind), ("units", &count)]);
        graphml.close();
    }
    for edge in &network.edges {
        graphml.open("edge", &[("source", &edge.source), ("target", &edge.target)]);
        let count = edge.count.to_string();
        data(&mut graphml, &[("weight", &count), ("count", &count)]);
        if let Some(measured) = edge.measured {
            data(&mut graphml, &[(measure, &number(measured))]);
        }
        graphml.close();
    }
    graphml.finished()
}

fn data(graphml: &mut Xml, values: &[(&str, &str)]) {
    for (key, value) in values {
        graphml.text("data", &[("key", key)], value);
    }
}
