//! From the plane of the forces to the frame: fitted, with room for names, and rounded.

use super::{Point, Position};
use crate::bounds::bounded;
use crate::order::sort;

/// How often nodes that stand too close are moved apart.
const ROUNDS: usize = 60;

/// Moves and scales all places into a frame of height 1 and width `ratio`. One direction may be stretched up to half
/// as much again as the other, to use the room.
pub(super) fn fit(places: &mut [Point], ratio: f64) {
    let (left, right) = extent(places.iter().map(|place| place.x));
    let (top, bottom) = extent(places.iter().map(|place| place.y));
    let scale = |size: f64, room: f64| if size > 1e-9 { room / size } else { f64::INFINITY };
    let (wide, high) = (scale(right - left, ratio), scale(bottom - top, 1.0));
    let both = wide.min(high);
    let (wide, high) = if both.is_finite() { (wide.min(both * 1.5), high.min(both * 1.5)) } else { (0.0, 0.0) };
    for place in places {
        place.x = ratio / 2.0 + (place.x - (left + right) / 2.0) * wide;
        place.y = 0.5 + (place.y - (top + bottom) / 2.0) * high;
    }
}

/// Moves nodes apart until each has an ellipse of its own, twice as wide as high since names are, or until the rounds
/// are over. The ellipses take up less than half of the frame.
pub(super) fn spread(places: &mut [Point], ratio: f64) {
    let apart = (0.45 * (ratio / places.len().max(1) as f64).sqrt()).min(0.08);
    let mut by_height: Vec<usize> = (0..places.len()).collect();
    for _ in 0..ROUNDS {
        sort(&mut by_height, &|one, other| places[one].y.total_cmp(&places[other].y).then(one.cmp(&other)));
        let mut shifts = vec![Point::default(); places.len()];
        let mut crowded = false;
        for (rank, &one) in by_height.iter().enumerate() {
            for &other in &by_height[rank + 1..] {
                let (x, y) = ((places[other].x - places[one].x) / 2.0, places[other].y - places[one].y);
                if y >= apart {
                    break;
                }
                let distance = (x * x + y * y).sqrt();
                if distance >= apart {
                    continue;
                }
                crowded = true;
                // On one spot there is no direction; names have most room one below the other.
                let (x, y) = if distance > 1e-9 { (x / distance, y / distance) } else { (0.0, 1.0) };
                let shift = (apart - distance) * 0.4;
                shifts[one].x -= x * shift * 2.0;
                shifts[one].y -= y * shift;
                shifts[other].x += x * shift * 2.0;
                shifts[other].y += y * shift;
            }
        }
        if !crowded {
            break;
        }
        for (place, shift) in places.iter_mut().zip(&shifts) {
            // A node with many neighbours is pushed by all of them; a bound keeps it from flying off.
            let bound = |shift: f64| bounded(shift, -apart, apart);
            place.x = bounded(place.x + bound(shift.x), 0.0, ratio);
            place.y = bounded(place.y + bound(shift.y), 0.0, 1.0);
        }
    }
}

/// Places as shares of the frame, in thousandths; where two nodes would share one, the later takes the nearest free.
pub(super) fn rounded(places: &[Point], ratio: f64) -> Vec<Position> {
    let thousandths = |share: f64| bounded((share * 1000.0).round(), 0.0, 1000.0) as i32;
    let mut taken = vec![false; SIDE * SIDE];
    let mut positions = Vec::with_capacity(places.len());
    for place in places {
        let wanted = (thousandths(place.x / ratio), thousandths(place.y));
        let spot = if taken[spot_number(wanted)] { nearest_free(&taken, wanted).unwrap_or(wanted) } else { wanted };
        taken[spot_number(spot)] = true;
        positions.push(Position { x: spot.0 as f32 / 1000.0, y: spot.1 as f32 / 1000.0 });
    }
    positions
}

/// Spots along a side of the frame.
const SIDE: usize = 1001;

fn spot_number((x, y): (i32, i32)) -> usize {
    y as usize * SIDE + x as usize
}

fn nearest_free(taken: &[bool], (x, y): (i32, i32)) -> Option<(i32, i32)> {
    (1..=1000_i32).find_map(|ring| {
        let inside = |spot: &(i32, i32)| (0..=1000).contains(&spot.0) && (0..=1000).contains(&spot.1);
        let sides =
            (-ring..=ring).flat_map(|k| [(x + k, y - ring), (x + k, y + ring), (x - ring, y + k), (x + ring, y + k)]);
        sides.into_iter().find(|spot| inside(spot) && !taken[spot_number(*spot)])
    })
}

fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), value| (a.min(value), b.max(value)));
    if least <= most { (least, most) } else { (0.0, 0.0) }
}
