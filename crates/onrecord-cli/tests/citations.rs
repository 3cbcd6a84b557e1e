//! Citations by the command: the formats that it takes, over the documents of an address.

// Here a panic is the message.
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::path::Path;
use std::process::Command;

fn cited(format: &str, address: &str) -> String {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    let output = command.arg("documents").arg(corpus).args([address, "--format", format]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_selected_documents_are_cited_in_each_format() {
    let address = "topic=recognition&from=2025";
    let documents: Vec<Value> = serde_json::from_str(&cited("json", address)).unwrap();
    let cited_as_csl: Vec<Value> = serde_json::from_str(&cited("csl", address)).unwrap();
    let ids = |list: &[Value]| list.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert!(!documents.is_empty());
    assert_eq!(ids(&cited_as_csl), ids(&documents));
    let (bibtex, ris) = (cited("bibtex", address), cited("ris", address));
    for id in ids(&documents) {
        assert!(bibtex.contains(&format!("@article{{{id},\n")), "{id}");
        assert!(ris.contains(&format!("\r\nID  - {id}\r\n")), "{id}");
    }
}
