//! The network as GEXF 1.3, which Gephi, NetworkX and others read.

use super::xml::escaped;
use super::{Network, csv::number, measured, provenance};
use crate::cooccurrence::Counted;
use crate::query::Query;
use archive::Archive;
use std::fmt::Write;

/// The pairs as a network: nodes with kind and count, edges weighted by count, with the measure in force beside it.
pub fn network(archive: &Archive, query: &Query, counted: &Counted) -> String {
    let mut gexf = String::new();
    // Writing to a String cannot fail.
    let _ = write(archive, query, &Network::of(archive, query, counted), &mut gexf);
    gexf
}

fn write(archive: &Archive, query: &Query, network: &Network<'_>, gexf: &mut String) -> std::fmt::Result {
    writeln!(gexf, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    // Without "www.": NetworkX knows the namespace by this name only.
    writeln!(gexf, r#"<gexf xmlns="http://gexf.net/1.3" version="1.3">"#)?;
    writeln!(gexf, "  <meta>")?;
    writeln!(gexf, "    <creator>{}</creator>", escaped(archive.about("program")))?;
    writeln!(gexf, "    <description>{}</description>", escaped(&provenance(archive, query)))?;
    writeln!(gexf, "  </meta>")?;
    writeln!(gexf, r#"  <graph defaultedgetype="undirected" mode="static">"#)?;
    writeln!(gexf, r#"    <attributes class="node" mode="static">"#)?;
    writeln!(gexf, r#"      <attribute id="kind" title="kind" type="string"/>"#)?;
    writeln!(gexf, r#"      <attribute id="count" title="count" type="integer"/>"#)?;
    writeln!(gexf, "    </attributes>")?;
    writeln!(gexf, r#"    <attributes class="edge" mode="static">"#)?;
    writeln!(gexf, r#"      <attribute id="count" title="count" type="integer"/>"#)?;
    let measure = measured(query).map_or("", |measure| measure.name());
    if !measure.is_empty() {
        writeln!(gexf, r#"      <attribute id="{measure}" title="{measure}" type="double"/>"#)?;
    }
    writeln!(gexf, "    </attributes>")?;
    writeln!(gexf, "    <nodes>")?;
    for node in &network.nodes {
        writeln!(gexf, r#"      <node id="{}" label="{}">"#, escaped(&node.id), escaped(node.label))?;
        writeln!(gexf, "        <attvalues>")?;
        writeln!(gexf, r#"          <attvalue for="kind" value="{}"/>"#, node.kind)?;
        writeln!(gexf, r#"          <attvalue for="count" value="{}"/>"#, node.count)?;
        writeln!(gexf, "        </attvalues>")?;
        writeln!(gexf, "      </node>")?;
    }
    writeln!(gexf, "    </nodes>")?;
    writeln!(gexf, "    <edges>")?;
    for (id, edge) in network.edges.iter().enumerate() {
        let (source, target) = (escaped(&edge.source), escaped(&edge.target));
        writeln!(gexf, r#"      <edge id="{id}" source="{source}" target="{target}" weight="{}">"#, edge.count)?;
        writeln!(gexf, "        <attvalues>")?;
        writeln!(gexf, r#"          <attvalue for="count" value="{}"/>"#, edge.count)?;
        if let Some(measured) = edge.measured {
            writeln!(gexf, r#"          <attvalue for="{measure}" value="{}"/>"#, number(measured))?;
        }
        writeln!(gexf, "        </attvalues>")?;
        writeln!(gexf, "      </edge>")?;
    }
    writeln!(gexf, "    </edges>")?;
    writeln!(gexf, "  </graph>")?;
    writeln!(gexf, "</gexf>")
}
