//! Where names stand in the picture, so that none lies on another or on a mark: the greatest first, each at the first
//! free side. A name that finds no room is left out until one looks nearer; the mark keeps it as its title.

/// A mark in the picture, in pixels, with the width of its name.
pub(crate) struct Mark {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) radius: f64,
    pub(crate) name_width: f64,
}

/// Height of a line of the names.
pub(crate) const LINE: f64 = 14.0;
const GAP: f64 = 3.0;

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// For each mark, the left end and the baseline of its name. The greatest mark comes first.
pub(crate) fn places(marks: &[Mark], width: f64, height: f64) -> Vec<Option<(f64, f64)>> {
    let mut places = vec![None; marks.len()];
    let mut taken: Vec<Area> = marks.iter().map(around).collect();
    for (index, mark) in marks.iter().enumerate() {
        let free = sides(mark).into_iter().find(|area| {
            let inside = area.left >= 0.0 && area.top >= 0.0 && area.right <= width && area.bottom <= height;
            inside && !taken.iter().enumerate().any(|(other, there)| other != index && overlap(area, there))
        });
        if let Some(area) = free {
            places[index] = Some((area.left, area.bottom - GAP));
            taken.push(area);
        }
    }
    places
}

fn around(mark: &Mark) -> Area {
    Area {
        left: mark.x - mark.radius,
        top: mark.y - mark.radius,
        right: mark.x + mark.radius,
        bottom: mark.y + mark.radius,
    }
}

/// Right, left, below, above.
fn sides(mark: &Mark) -> [Area; 4] {
    let Mark { x, y, radius, name_width } = *mark;
    let area = |left: f64, top: f64| Area { left, top, right: left + name_width, bottom: top + LINE };
    let (beside, middle) = (radius + GAP, name_width / 2.0);
    [
        area(x + beside, y - LINE / 2.0),
        area(x - beside - name_width, y - LINE / 2.0),
        area(x - middle, y + beside),
        area(x - middle, y - beside - LINE),
    ]
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
