//! The picture by keyboard: from a name along its ties, the strongest first, and back.

use explore::view::Node;

/// Which name a key leads to. `trail` holds the names gone through; the arrows step through the ties of its last.
pub(crate) fn step(nodes: &[Node], trail: &mut Vec<usize>, here: usize, key: &str) -> Option<usize> {
    let ties = |of: usize| nodes.get(of).map_or(&[][..], |node| &node.neighbours);
    // Who comes by another way than the arrows begins anew.
    if !trail.last().is_some_and(|&stood| stood == here || ties(stood).contains(&here)) {
        *trail = vec![here];
    }
    let stood = *trail.last()?;
    let around = ties(stood);
    let at = around.iter().position(|&tie| tie == here);
    match key {
        "ArrowRight" => around.get(at.map_or(0, |at| at + 1)).or(around.first()).copied(),
        "ArrowLeft" => around.get(at.unwrap_or(0).wrapping_sub(1)).or(around.last()).copied(),
        "ArrowDown" => {
            if here != stood {
                trail.push(here);
            }
            ties(here).first().copied()
        }
        "ArrowUp" | "Escape" => {
            if here == stood && trail.len() > 1 {
                trail.pop();
            }
            trail.last().copied()
        }
        "PageDown" => Some(here + 1),
        "PageUp" => here.checked_sub(1),
        "Home" => Some(0),
        _ => None,
    }
}
