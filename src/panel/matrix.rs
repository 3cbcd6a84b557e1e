//! Who is named with whom, as a grid: every pair stands twice, every cell is in the keyboard's reach.

use explore::{
    language::wording,
    view::{Matrix, MatrixCell, PairEnd},
};

use super::pairs::end;
use crate::part::{Element, anchor, element, empty, fill, one_stop, pressed, rove, settings, wide};

pub(crate) fn matrix(matrix: Matrix) -> Element {
    let (above, below) = settings(matrix.settings);
    let grid = (!matrix.names.is_empty()).then(|| grid(matrix.names, matrix.cells, matrix.directed));
    element("section")
        .class("matrix")
        .set("aria-label", "Matrix")
        .add(element("p").class("summary").add(matrix.summary))
        .add(above)
        .add(empty(matrix.empty))
        .add(grid)
        .add(below)
}

/// `directed`: rows speak about columns, and a pair stands once.
fn grid(names: Vec<PairEnd>, cells: Vec<MatrixCell>, directed: bool) -> Element {
    one_stop(".matrix table");
    let size = names.len();
    // With its heads; cells are numbered row by row.
    let side = size + 1;
    let mut pairs: Vec<Option<&MatrixCell>> = vec![None; size * size];
    for cell in &cells {
        let places = [cell.row * size + cell.column, cell.column * size + cell.row];
        for place in &places[..if directed { 1 } else { 2 }] {
            if let Some(pair) = pairs.get_mut(*place) {
                *pair = Some(cell);
            }
        }
    }
    let mut body = element("tbody");
    let mut heads = element("tr").add(element("td"));
    for (row, name) in names.iter().enumerate() {
        heads = heads.add(head("col", name, row + 1));
        let mut line = element("tr").add(head("row", name, (row + 1) * side));
        for (column, other) in names.iter().enumerate() {
            let number = (row + 1) * side + column + 1;
            line = line.add(match pairs[row * size + column] {
                Some(pair) => filled(pair, number),
                None => bare(name, other, number),
            });
        }
        body = body.add(line);
    }
    let table = element("table")
        .set("role", "grid")
        .set("aria-label", "Who is named with whom, and how often")
        .on("keydown", move |event| {
            if let Some(to) = pressed(event).and_then(|(key, here)| step(side, here, &key)) {
                rove(event, to);
            }
        })
        .add(element("thead").add(heads))
        .add(body);
    let legend = wording(
        "Each number opens what stands behind it; the stronger its shade, the closer the two. \
         Arrow keys go from cell to cell, Home and End to the ends of a row, with Ctrl to the ends of all.",
    );
    element("div").add(wide(wording("Grid"), table)).add(element("p").class("legend").add(legend))
}

fn head(scope: &'static str, name: &PairEnd, number: usize) -> Element {
    end(element("th").set("scope", scope), name.clone(), Some(number))
}

fn filled(pair: &MatrixCell, number: usize) -> Element {
    let link = anchor(pair.href.clone()).says(pair.label.clone()).add(pair.count);
    element("td").set("--strength", ((pair.strength * 100.0) as u32).to_string()).add(link.stop(number))
}

fn bare(name: &PairEnd, other: &PairEnd, number: usize) -> Element {
    let says = if name == other { name.label.clone() } else { fill("{} and {}: never", &[&name.label, &other.label]) };
    element("td").stop(number).mark("data-self", name == other).set("aria-label", says)
}

/// Which cell a key leads to; beyond an edge there is none, nor in the corner between the heads.
fn step(side: usize, here: usize, key: &str) -> Option<usize> {
    let (row, column) = (here / side, here % side);
    let to = match key {
        "ArrowUp" => here.checked_sub(side)?,
        "ArrowDown" => here + side,
        "ArrowLeft" if column > 0 => here - 1,
        "ArrowRight" if column + 1 < side => here + 1,
        "Home" => row * side,
        "End" => row * side + side - 1,
        "Ctrl Home" => side,
        "Ctrl End" => side * side - 1,
        _ => return None,
    };
    (to > 0).then_some(to)
}
