//! Where to draw the nodes of a network, so that what belongs together stands together and names have room.
//!
//! Nodes push each other apart (by their weight, over the distance), edges pull their ends together (by their strength,
//! times the distance), and the middle pulls everything a little, so that pieces without a connection stay near: the
//! forces of ForceAtlas2 (Jacomy et al. 2014), with the cooling of Fruchterman & Reingold (1991). Nothing is drawn by
//! lot: the start is a fixed spiral and the number of steps is given, so the same network always has the same picture.
//! Distance in it is an aid to the eye, not evidence.

mod forces;
mod four;
mod frame;
mod start;

use crate::bounds::bounded;

/// An edge between two nodes. Loops, edges to nodes that do not exist, and weights that are not positive and finite
/// have no effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    pub first: u32,
    pub second: u32,
    pub weight: f32,
}

/// A place in the frame: x from 0 (left) to 1 (right), y from 0 (top) to 1 (bottom), in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Position {
    pub x: f32,
    pub y: f32,
}

/// A place for each node, no two of them the same (up to a million nodes). `ratio` is the width of the frame over its
/// height, 0.1 to 10. Some 300 steps settle a network of a few hundred nodes; a step costs O(n²).
pub fn layout(nodes: usize, edges: &[Edge], steps: usize, ratio: f32) -> Vec<Position> {
    let mut layout = Layout::new(nodes, edges, steps, ratio);
    layout.advance(steps);
    layout.positions()
}

/// A layout that is computed in slices, for whoever may not be kept waiting. However it is cut, the places are those
/// that [`layout`] gives.
pub struct Layout {
    network: Network,
    places: Vec<Point>,
    ratio: f64,
    done: usize,
    steps: usize,
}

impl Layout {
    /// Before the first step. The parameters are those of [`layout`].
    pub fn new(nodes: usize, edges: &[Edge], steps: usize, ratio: f32) -> Layout {
        let network = Network::new(nodes, edges);
        let ratio = if ratio.is_finite() { bounded(f64::from(ratio), 0.1, 10.0) } else { 1.0 };
        Layout { places: start::spiral(&network), network, ratio, done: 0, steps }
    }

    /// Goes on by so many steps, or by those that are left.
    pub fn advance(&mut self, steps: usize) {
        for _ in 0..steps.min(self.steps - self.done) {
            let left = (self.steps - self.done) as f64 / self.steps as f64;
            forces::give_way(&self.network, &mut self.places, left, self.ratio);
            self.done += 1;
        }
    }

    /// All steps are done.
    pub fn is_at_rest(&self) -> bool {
        self.done == self.steps
    }

    /// What a step costs: pairs of nodes that push each other, some 0.6 ns each, natively and in a browser.
    pub fn pushes_a_step(&self) -> usize {
        forces::pushes(self.places.len())
    }

    /// Where the nodes stand now, in the frame.
    pub fn positions(&self) -> Vec<Position> {
        let mut places = self.places.clone();
        frame::fit(&mut places, self.ratio);
        frame::spread(&mut places, self.ratio);
        frame::rounded(&places, self.ratio)
    }
}

impl Edge {
    /// The two ends and the weight, if the edge has an effect in a network of so many nodes.
    pub(crate) fn ends(&self, nodes: usize) -> Option<(usize, usize, f64)> {
        let (first, second) = (self.first as usize, self.second as usize);
        let effective =
            first < nodes && second < nodes && first != second && self.weight.is_finite() && self.weight > 0.0;
        effective.then_some((first, second, f64::from(self.weight)))
    }
}

/// A point of the plane in which the forces act.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Point {
    x: f64,
    y: f64,
}

struct Spring {
    first: usize,
    second: usize,
    /// Above 0, at most 1.
    strength: f64,
}

struct Network {
    springs: Vec<Spring>,
    /// For each node 1 and the strengths of its springs: what it pushes with, and how hard it is to move.
    masses: Vec<f64>,
    /// The size that the whole takes up when at rest, roughly.
    radius: f64,
}

impl Network {
    fn new(nodes: usize, edges: &[Edge]) -> Network {
        let heaviest =
            edges.iter().filter_map(|edge| edge.ends(nodes)).fold(0.0, |most, (.., weight)| weight.max(most));
        // Weights of networks are heavy-tailed; by their fourth roots more neighbours stand near than by their roots (of 1,000
        // names 0.42 instead of 0.40), and strong edges are still the shorter.
        let spring = |(first, second, weight): (usize, usize, f64)| {
            let strength = (weight / heaviest).sqrt().sqrt();
            Spring { first, second, strength }
        };
        let springs: Vec<Spring> = edges.iter().filter_map(|edge| edge.ends(nodes)).map(spring).collect();
        let mut masses = vec![1.0; nodes];
        for spring in &springs {
            masses[spring.first] += spring.strength;
            masses[spring.second] += spring.strength;
        }
        let radius = masses.iter().sum::<f64>().sqrt();
        Network { springs, masses, radius }
    }
}
