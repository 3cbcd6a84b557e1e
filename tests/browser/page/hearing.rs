//! What somebody hears who does not see the page: its accessibility tree, as Chromium hands it to screen readers.

use std::collections::HashMap;

use serde_json::{Value, json};
use xtask::Outcome;

use super::Page;

/// Letters of a name or a text; what follows is cut.
const LONGEST: usize = 70;
/// Of so many of one kind in a row only the first few are told.
const MANY: usize = 6;
const FEW: usize = 3;

/// Elements that say nothing themselves; what is in them is told in their place.
const SILENT: [&str; 7] =
    ["generic", "none", "InlineTextBox", "LineBreak", "ListMarker", "LayoutTable", "GenericContainer"];
/// Elements whose name is their text, which is not told twice.
const NAMED_BY_TEXT: [&str; 10] = [
    "link",
    "button",
    "heading",
    "DisclosureTriangle",
    "columnheader",
    "rowheader",
    "cell",
    "gridcell",
    "option",
    "term",
];
/// States that are heard. Of those that are not so nothing is said.
const STATES: [&str; 8] = ["level", "expanded", "pressed", "checked", "selected", "disabled", "focused", "live"];

/// One element, with what is in it.
struct Heard {
    role: String,
    name: String,
    states: Vec<String>,
    inside: Vec<Heard>,
}

impl Page {
    /// What is there, one element a line, indented by what it is in: role, name, states.
    pub(crate) fn heard_tree(&self) -> Outcome<String> {
        let nodes = self.devtools("Accessibility.getFullAXTree", json!({}))?;
        let current = self.current()?;
        let nodes: Vec<Value> = serde_json::from_value(nodes["nodes"].clone())?;
        let by_id: HashMap<&str, &Value> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        let root = nodes.iter().find(|node| node["parentId"].is_null()).ok_or("a page without a tree")?;
        let mut text = String::new();
        told(&heard(root, &by_id, &current), 0, &mut text);
        Ok(text)
    }

    /// The elements that are marked as the current one of several, by number: what the tree does not say.
    fn current(&self) -> Outcome<HashMap<u64, String>> {
        self.devtools("DOM.enable", json!({}))?;
        let document = self.devtools("DOM.getFlattenedDocument", json!({ "depth": -1 }))?;
        let mut current = HashMap::new();
        for node in document["nodes"].as_array().into_iter().flatten() {
            let attributes: Vec<&str> =
                node["attributes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let value = attributes.chunks_exact(2).find(|pair| pair[0] == "aria-current").map(|pair| pair[1]);
            if let (Some(value), Some(number)) = (value, node["backendNodeId"].as_u64()) {
                current.insert(number, value.to_owned());
            }
        }
        Ok(current)
    }
}

/// What a node says, or what is in it, if it says nothing itself.
fn heard(node: &Value, by_id: &HashMap<&str, &Value>, current: &HashMap<u64, String>) -> Vec<Heard> {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let children = node["childIds"].as_array().into_iter().flatten();
    let children = children.filter_map(|id| by_id.get(id.as_str()?).copied());
    let mut inside: Vec<Heard> = Vec::new();
    for mut child in children.flat_map(|child| heard(child, by_id, current)) {
        match inside.last_mut() {
            // Pieces of text stand in one line.
            Some(before) if before.role.is_empty() && child.role.is_empty() => {
                before.name += " | ";
                before.name += &child.name;
            }
            _ => inside.push(Heard { inside: std::mem::take(&mut child.inside), ..child }),
        }
    }
    if node["ignored"] == json!(true) || SILENT.contains(&role) {
        return inside;
    }
    let name = node["name"]["value"].as_str().unwrap_or_default().to_owned();
    if role == "StaticText" {
        return vec![Heard { role: String::new(), name, states: Vec::new(), inside: Vec::new() }];
    }
    if NAMED_BY_TEXT.contains(&role) || role == "LabelText" {
        inside.retain(|child| !child.role.is_empty());
    }
    if role == "LabelText" {
        // It is the name of the field beside it.
        return inside;
    }
    let properties = || node["properties"].as_array().into_iter().flatten();
    // Where a list stands in another one is to be seen here.
    let stated = STATES.iter().filter(|state| **state != "level" || role == "heading").filter_map(|state| {
        let value = &properties().find(|property| property["name"] == **state)?["value"]["value"];
        match value {
            Value::Bool(true) => Some((*state).to_owned()),
            // That something is shut is heard too.
            Value::Bool(false) if *state == "expanded" => Some("collapsed".to_owned()),
            Value::String(value) if value != "false" && value != "off" => Some(format!("{state}={value}")),
            Value::Number(value) => Some(format!("{state}={value}")),
            _ => None,
        }
    });
    let current = node["backendDOMNodeId"].as_u64().and_then(|number| current.get(&number));
    let states = stated.chain(current.map(|value| format!("current={value}"))).collect();
    vec![Heard { role: role.to_owned(), name, states, inside }]
}

fn told(all: &[Heard], depth: usize, text: &mut String) {
    let mut rest = all;
    while let Some(first) = rest.first() {
        let alike = rest.iter().take_while(|other| !first.role.is_empty() && other.role == first.role).count().max(1);
        let shown = if alike > MANY { FEW } else { alike };
        for one in &rest[..shown] {
            *text += &"  ".repeat(depth);
            *text += &line(one);
            text.push('\n');
            told(&one.inside, depth + 1, text);
        }
        if shown < alike {
            *text += &format!("{}… and more of the same: {}\n", "  ".repeat(depth), first.role);
        }
        rest = &rest[alike..];
    }
}

fn line(one: &Heard) -> String {
    let mut parts: Vec<String> = [one.role.clone()].into_iter().filter(|role| !role.is_empty()).collect();
    let name = one.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.is_empty() {
        let cut: String = name.chars().take(LONGEST).collect();
        parts.push(if cut.len() < name.len() { format!("\"{cut}…\"") } else { format!("\"{cut}\"") });
    }
    if !one.states.is_empty() {
        parts.push(format!("({})", one.states.join(", ")));
    }
    parts.join(" ")
}
