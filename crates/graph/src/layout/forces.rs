//! The forces, and the steps by which the nodes give way to them.

use super::quadtree::Quadtree;
use super::{Network, Point};

/// The most nodes whose pushes are summed pair by pair; more are summed by the quadtree.
const EXACT: usize = 300;

/// How hard the middle pulls. Low, so that clusters may part; enough to hold pieces without a connection.
const GRAVITY: f64 = 0.4;

/// How far a node goes along its acceleration in a step; above 1 stiff springs would swing.
const STRIDE: f64 = 0.4;

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

/// Pushes that a step sums, roughly: of the quadtree, what was counted for a few thousand nodes.
pub(super) fn pushes(nodes: usize) -> usize {
    if nodes > EXACT { nodes * 120 } else { nodes * nodes.saturating_sub(1) / 2 }
}

/// What node `one` gets from a mass at `other`'s place: mass over distance, away from it.
#[inline(always)]
pub(super) fn push_from(one: Point, other: Point, mass: f64) -> Point {
    let (x, y) = (one.x - other.x, one.y - other.y);
    let square = x * x + y * y;
    // Not `max`, which is a call to the mathematical library in a browser.
    let share = mass / if square > 1e-6 { square } else { 1e-6 };
    Point { x: x * share, y: y * share }
}

/// Two nodes on one spot would feel nothing: the one with the larger number is taken to stand a little aside, each pair
/// in its own direction.
#[inline(always)]
pub(super) fn apart(one: usize, place: Point, other: usize, other_place: Point) -> Point {
    if place != other_place {
        return place;
    }
    let side = if one < other { -0.01 } else { 0.01 };
    let slant = ((one + other) % 7) as f64 / 3.0 - 1.0;
    Point { x: place.x + side, y: place.y + side * slant }
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

fn push(network: &Network, places: &[Point], forces: &mut [Point]) {
    // A slice: where the program is compiled for size, an index into a vector is a call.
    let masses = network.masses.as_slice();
    if places.len() > EXACT {
        let tree = Quadtree::new(places, masses);
        for (node, force) in forces.iter_mut().enumerate() {
            let push = tree.push_on(node);
            force.x += push.x * masses[node];
            force.y += push.y * masses[node];
        }
        return;
    }
    for one in 1..places.len() {
        let (own_place, own_mass, mut own) = (places[one], masses[one], forces[one]);
        for other in 0..one {
            let place = apart(one, own_place, other, places[other]);
            let push = push_from(place, places[other], own_mass * masses[other]);
            own = Point { x: own.x + push.x, y: own.y + push.y };
            forces[other].x -= push.x;
            forces[other].y -= push.y;
        }
        forces[one] = own;
    }
}
