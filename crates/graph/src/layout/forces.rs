//! The forces, and the steps by which the nodes give way to them.

use super::four::Four;
use super::{Network, Point};

/// How hard the middle pulls. Low, so that clusters may part; enough to hold pieces without a connection.
const GRAVITY: f64 = 0.3;

/// How far a node goes along its acceleration in a step; above 1 stiff springs would swing.
const STRIDE: f64 = 0.7;

/// Added to the square of a distance, which may be 0.
const HARDLY: f32 = 1e-6;

/// One step: every node goes along its force, at first up to a tenth of the radius, less far as less of the steps is
/// `left` (1 to 0).
pub(super) fn give_way(network: &Network, places: &mut [Point], left: f64, ratio: f64) {
    let gravity = Point { x: GRAVITY / ratio.sqrt(), y: GRAVITY * ratio.sqrt() };
    let to_the_middle =
        |(place, mass): (&Point, &f64)| Point { x: -gravity.x * mass * place.x, y: -gravity.y * mass * place.y };
    let mut forces: Vec<Point> = places.iter().zip(&network.masses).map(to_the_middle).collect();
    pull(network, places, &mut forces);
    push(network, places, &mut forces);
    let furthest = network.radius * 0.1 * left * left;
    for ((place, force), mass) in places.iter_mut().zip(&forces).zip(&network.masses) {
        let wanted = Point { x: force.x / mass * STRIDE, y: force.y / mass * STRIDE };
        let length = (wanted.x * wanted.x + wanted.y * wanted.y).sqrt();
        let share = if length > furthest { furthest / length } else { 1.0 };
        place.x += wanted.x * share;
        place.y += wanted.y * share;
    }
}

/// Pairs of nodes that push each other.
pub(super) fn pushes(nodes: usize) -> usize {
    nodes * nodes.saturating_sub(1) / 2
}

fn pull(network: &Network, places: &[Point], forces: &mut [Point]) {
    for spring in &network.springs {
        let (first, second) = (places[spring.first], places[spring.second]);
        let (x, y) = ((second.x - first.x) * spring.strength, (second.y - first.y) * spring.strength);
        forces[spring.first].x += x;
        forces[spring.first].y += y;
        forces[spring.second].x -= x;
        forces[spring.second].y -= y;
    }
}

/// Every two nodes push each other apart with the product of their masses over their distance: all pairs, in single precision,
/// each summed for both of its nodes. Two on one spot feel nothing from each other; `frame` moves them apart.
fn push(network: &Network, places: &[Point], forces: &mut [Point]) {
    let fours = places.chunks(4).zip(network.masses.chunks(4));
    let mut nodes: Vec<Nodes> = fours.map(|(places, masses)| Nodes::at_rest(places, masses)).collect();
    for place in 0..nodes.len() {
        let (before, rest) = nodes.split_at_mut(place);
        for own in rest.iter_mut().take(1) {
            push_each_other(before, own);
        }
    }
    for (nodes, forces) in nodes.iter().zip(forces.chunks_mut(4)) {
        let pushes = nodes.force_x.numbers().into_iter().zip(nodes.force_y.numbers());
        for (force, (x, y)) in forces.iter_mut().zip(pushes) {
            force.x += f64::from(x);
            force.y += f64::from(y);
        }
    }
}

/// Four nodes, or what is left of them: who is missing has no mass and pushes nobody.
struct Nodes {
    x: Four,
    y: Four,
    mass: Four,
    force_x: Four,
    force_y: Four,
}

impl Nodes {
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn at_rest(places: &[Point], masses: &[f64]) -> Nodes {
        let (mut x, mut y, mut mass) = ([0.0; 4], [0.0; 4], [0.0; 4]);
        for (at, (place, own)) in places.iter().zip(masses).enumerate().take(4) {
            (x[at], y[at], mass[at]) = (place.x as f32, place.y as f32, *own as f32);
        }
        let nothing = Four::all(0.0);
        Nodes { x: Four::of(x), y: Four::of(y), mass: Four::of(mass), force_x: nothing, force_y: nothing }
    }
}

/// What each of `own` gives to and takes from all nodes before these four, and takes from the four.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn push_each_other(before: &mut [Nodes], own: &mut Nodes) {
    let (xs, ys, masses) = (own.x.numbers(), own.y.numbers(), own.mass.numbers());
    let (mut forces_x, mut forces_y) = ([0.0; 4], [0.0; 4]);
    let hardly = Four::all(HARDLY);
    for one in 0..4 {
        let (x, y, mass) = (Four::all(xs[one]), Four::all(ys[one]), Four::all(masses[one]));
        let (across, down) = (x - own.x, y - own.y);
        let share = mass * own.mass / (across * across + (down * down + hardly));
        let (mut force_x, mut force_y) = (across * share, down * share);
        for other in before.iter_mut() {
            let (across, down) = (x - other.x, y - other.y);
            let share = mass * other.mass / (across * across + (down * down + hardly));
            let (push_x, push_y) = (across * share, down * share);
            force_x = force_x + push_x;
            force_y = force_y + push_y;
            other.force_x = other.force_x - push_x;
            other.force_y = other.force_y - push_y;
        }
        forces_x[one] = force_x.numbers().iter().sum();
        forces_y[one] = force_y.numbers().iter().sum();
    }
    own.force_x = own.force_x + Four::of(forces_x);
    own.force_y = own.force_y + Four::of(forces_y);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_at_once_push_as_one_after_the_other() {
        let mut places: Vec<Point> =
            (0..101).map(|k| Point { x: f64::from(k * 37 % 101), y: f64::from(k * 53 % 97) }).collect();
        places[70] = places[7];
        let masses: Vec<f64> = (0..101).map(|k| 1.0 + f64::from(k % 5)).collect();
        let network = Network { springs: Vec::new(), masses, radius: 100.0 };
        for nodes in [0, 1, 2, 4, 5, 101] {
            let mut forces = vec![Point::default(); nodes];
            push(&network, &places[..nodes], &mut forces);
            for (one, force) in forces.iter().enumerate() {
                let (mut x, mut y, mut all) = (0.0, 0.0, 1.0);
                for other in (0..nodes).filter(|other| places[*other] != places[one]) {
                    let (across, down) = (places[one].x - places[other].x, places[one].y - places[other].y);
                    let push = network.masses[one] * network.masses[other] / (across * across + down * down);
                    (x, y, all) = (x + across * push, y + down * push, all + push);
                }
                let wrong = (force.x - x).abs() + (force.y - y).abs();
                assert!(wrong < 1e-5 * all, "{one} of {nodes}: {force:?} is not {x}, {y}");
            }
        }
    }
}
