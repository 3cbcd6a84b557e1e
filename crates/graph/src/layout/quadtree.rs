//! Pushes of many nodes at once: far groups of nodes push as one (Barnes & Hut 1986).

use super::Point;
use super::forces::{apart, push_from};

/// A group counts as far where its width is below this share of its distance. Below √½, so that no node is ever far
/// from the group it belongs to.
const FAR: f64 = 0.7;

/// Groups of so few are not divided; nor are groups this deep, which stand on one spot.
const FEW: usize = 8;
const DEEPEST: u32 = 30;

pub(super) struct Quadtree<'a> {
    places: &'a [Point],
    masses: &'a [f64],
    /// The nodes, each group in one run.
    order: Vec<usize>,
    cells: Vec<Cell>,
    /// Room for dividing a run.
    divided: Vec<usize>,
}

struct Cell {
    centre: Point,
    mass: f64,
    width: f64,
    run: std::ops::Range<usize>,
    /// The cells of a group that is divided: the first so many of these.
    quarters: [usize; 4],
    parts: usize,
}

impl<'a> Quadtree<'a> {
    pub(super) fn new(places: &'a [Point], masses: &'a [f64]) -> Quadtree<'a> {
        let order: Vec<usize> = (0..places.len()).collect();
        let mut tree = Quadtree { places, masses, divided: order.clone(), order, cells: Vec::new() };
        let most = places.iter().fold(0.0_f64, |most, place| most.max(place.x.abs()).max(place.y.abs()));
        tree.add_cell(0..places.len(), Point::default(), most * 2.0, 0);
        tree
    }

    /// What a node of mass 1 would get from all others in the place of `node`.
    pub(super) fn push_on(&self, node: usize) -> Point {
        // Slices: where the program is compiled for size, an index into a vector is a call.
        let (cells, order) = (self.cells.as_slice(), self.order.as_slice());
        let place = self.places[node];
        let mut sum = Point::default();
        // The cells still to be looked at: of each level at most three wait, and the root is number 0.
        let mut ahead = [0; 4 * DEEPEST as usize];
        let mut waiting = 1;
        while waiting > 0 {
            waiting -= 1;
            let cell = &cells[ahead[waiting]];
            let (x, y) = (place.x - cell.centre.x, place.y - cell.centre.y);
            if cell.parts == 0 {
                for &other in &order[cell.run.clone()] {
                    if other == node {
                        continue;
                    }
                    let near = apart(node, place, other, self.places[other]);
                    let push = push_from(near, self.places[other], self.masses[other]);
                    sum = Point { x: sum.x + push.x, y: sum.y + push.y };
                }
            } else if cell.width * cell.width < FAR * FAR * (x * x + y * y) {
                let push = push_from(place, cell.centre, cell.mass);
                sum = Point { x: sum.x + push.x, y: sum.y + push.y };
            } else {
                for quarter in &cell.quarters[..cell.parts] {
                    ahead[waiting] = *quarter;
                    waiting += 1;
                }
            }
        }
        sum
    }

    /// Adds the cell around `middle` for a run of nodes, and those within it; returns its index.
    fn add_cell(&mut self, run: std::ops::Range<usize>, middle: Point, width: f64, depth: u32) -> usize {
        let index = self.cells.len();
        let (mut centre, mut mass) = (Point::default(), 0.0);
        for &node in &self.order[run.clone()] {
            centre.x += self.places[node].x * self.masses[node];
            centre.y += self.places[node].y * self.masses[node];
            mass += self.masses[node];
        }
        if mass > 0.0 {
            centre = Point { x: centre.x / mass, y: centre.y / mass };
        }
        self.cells.push(Cell { centre, mass, width, run: run.clone(), quarters: [0; 4], parts: 0 });
        if run.len() <= FEW || depth == DEEPEST {
            return index;
        }
        // In each quarter the nodes keep their order: the same sums, whatever the machine.
        let lengths = self.divide(run.clone(), middle);
        let mut start = run.start;
        for (quarter, length) in lengths.into_iter().enumerate().filter(|(_, length)| *length > 0) {
            let side = |far: bool| if far { width / 4.0 } else { -width / 4.0 };
            let within = Point { x: middle.x + side(quarter & 2 > 0), y: middle.y + side(quarter & 1 > 0) };
            let cell = self.add_cell(start..start + length, within, width / 2.0, depth + 1);
            let parent = &mut self.cells[index];
            parent.quarters[parent.parts] = cell;
            parent.parts += 1;
            start += length;
        }
        index
    }

    /// Puts the nodes of a run in the order of its quarters, left above first, then left below; how many each has.
    fn divide(&mut self, run: std::ops::Range<usize>, middle: Point) -> [usize; 4] {
        let mut lengths = [0; 4];
        let places = self.places;
        let quarter =
            |node: usize| usize::from(places[node].x >= middle.x) * 2 + usize::from(places[node].y >= middle.y);
        let order = &mut self.order[run];
        let room = &mut self.divided[..order.len()];
        room.copy_from_slice(order);
        for node in room.iter() {
            lengths[quarter(*node)] += 1;
        }
        let mut next = [0, lengths[0], lengths[0] + lengths[1], lengths[0] + lengths[1] + lengths[2]];
        for node in room.iter() {
            let place = &mut next[quarter(*node)];
            order[*place] = *node;
            *place += 1;
        }
        lengths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_push_nearly_as_their_nodes_do() {
        let place = |k: u32| Point { x: f64::from(k * 37 % 101), y: f64::from(k * 53 % 97) };
        let mut places: Vec<Point> = (0..400).map(place).collect();
        places.extend([Point { x: 3.5, y: 3.5 }; 12]);
        let masses: Vec<f64> = (0..412).map(|k| 1.0 + f64::from(k % 5)).collect();
        let tree = Quadtree::new(&places, &masses);
        let (mut wrong, mut all) = (0.0, 0.0);
        for node in 0..places.len() {
            let mut exact = Point::default();
            for other in (0..places.len()).filter(|&other| other != node) {
                let near = apart(node, places[node], other, places[other]);
                let push = push_from(near, places[other], masses[other]);
                exact = Point { x: exact.x + push.x, y: exact.y + push.y };
            }
            let push = tree.push_on(node);
            wrong += (push.x - exact.x).powi(2) + (push.y - exact.y).powi(2);
            all += exact.x.powi(2) + exact.y.powi(2);
        }
        assert!(wrong < 1e-3 * all, "{wrong} of {all}");
    }
}
