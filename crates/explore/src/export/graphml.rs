//! The network as GraphML, which nearly every graph program reads.

use super::xml::escaped;
use super::{Network, csv::number, measured, provenance};
use crate::cooccurrence::Counted;
use crate::query::Query;
use archive::Archive;
use std::fmt::Write;

/// The pairs as a network: nodes with label, kind and count, edges weighted by count, with the measure in force beside it.
pub fn network(archive: &Archive, query: &Query, counted: &Counted) -> String {
    let mut graphml = String::new();
    // Writing to a String cannot fail.
    let _ = write(archive, query, &Network::of(archive, query, counted), &mut graphml);
    graphml
}

fn write(archive: &Archive, query: &Query, network: &Network<'_>, graphml: &mut String) -> std::fmt::Result {
    writeln!(graphml, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(graphml, r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#)?;
    writeln!(graphml, "  <desc>{}</desc>", escaped(&provenance(archive, query)))?;
    writeln!(graphml, r#"  <key id="label" for="node" attr.name="label" attr.type="string"/>"#)?;
    writeln!(graphml, r#"  <key id="kind" for="node" attr.name="kind" attr.type="string"/>"#)?;
    writeln!(graphml, r#"  <key id="units" for="node" attr.name="count" attr.type="int"/>"#)?;
    writeln!(graphml, r#"  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>"#)?;
    writeln!(graphml, r#"  <key id="count" for="edge" attr.name="count" attr.type="int"/>"#)?;
    let measure = measured(query).map_or("", |measure| measure.name());
    if !measure.is_empty() {
        writeln!(graphml, r#"  <key id="{measure}" for="edge" attr.name="{measure}" attr.type="double"/>"#)?;
    }
    writeln!(graphml, r#"  <graph edgedefault="undirected">"#)?;
    for node in &network.nodes {
        writeln!(graphml, r#"    <node id="{}">"#, escaped(&node.id))?;
        writeln!(graphml, r#"      <data key="label">{}</data>"#, escaped(node.label))?;
        writeln!(graphml, r#"      <data key="kind">{}</data>"#, node.kind)?;
        writeln!(graphml, r#"      <data key="units">{}</data>"#, node.count)?;
        writeln!(graphml, "    </node>")?;
    }
    for edge in &network.edges {
        let (source, target) = (escaped(&edge.source), escaped(&edge.target));
        writeln!(graphml, r#"    <edge source="{source}" target="{target}">"#)?;
        writeln!(graphml, r#"      <data key="weight">{}</data>"#, edge.count)?;
        writeln!(graphml, r#"      <data key="count">{}</data>"#, edge.count)?;
        if let Some(measured) = edge.measured {
            writeln!(graphml, r#"      <data key="{measure}">{}</data>"#, number(measured))?;
        }
        writeln!(graphml, "    </edge>")?;
    }
    writeln!(graphml, "  </graph>")?;
    writeln!(graphml, "</graphml>")
}
