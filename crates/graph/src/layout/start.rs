//! Where the nodes stand before any force acts: on a sunflower's spiral, neighbours on neighbouring turns.

use super::{Network, Point};
use crate::order::sort;

/// The golden angle, by which the florets of a sunflower follow each other (Vogel 1979): its cosine and sine.
const TURN: Point = Point { x: -0.737_368_878_078_319_7, y: 0.675_490_294_261_523_8 };

/// Places inside a circle around 0, all different, evenly spread.
pub(super) fn spiral(network: &Network) -> Vec<Point> {
    let nodes = network.masses.len();
    let mut places = vec![Point::default(); nodes];
    let mut direction = Point { x: 1.0, y: 0.0 };
    for (turn, node) in outwards(network).into_iter().enumerate() {
        let distance = network.radius * ((turn as f64 + 0.5) / nodes as f64).sqrt();
        places[node] = Point { x: direction.x * distance, y: direction.y * distance };
        direction =
            Point { x: direction.x * TURN.x - direction.y * TURN.y, y: direction.x * TURN.y + direction.y * TURN.x };
    }
    places
}

/// All nodes, breadth first from the heaviest of each piece, the piece with the heaviest node first.
fn outwards(network: &Network) -> Vec<usize> {
    let nodes = network.masses.len();
    let mut neighbours = vec![Vec::new(); nodes];
    for spring in &network.springs {
        neighbours[spring.first].push(spring.second);
        neighbours[spring.second].push(spring.first);
    }
    let mut heaviest_first: Vec<usize> = (0..nodes).collect();
    sort(&mut heaviest_first, &|one, other| network.masses[other].total_cmp(&network.masses[one]));
    let mut seen = vec![false; nodes];
    let mut order = Vec::with_capacity(nodes);
    for root in heaviest_first {
        let mut next = order.len();
        if !std::mem::replace(&mut seen[root], true) {
            order.push(root);
        }
        while let Some(&node) = order.get(next) {
            next += 1;
            for &neighbour in &neighbours[node] {
                if !std::mem::replace(&mut seen[neighbour], true) {
                    order.push(neighbour);
                }
            }
        }
    }
    order
}
