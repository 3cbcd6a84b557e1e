//! A region of the screen: drawn again only when its slice of the View changes.

use explore::view::View;
use leptos::prelude::*;

use super::element::{Element, live};

pub(crate) fn region<T: Clone + PartialEq + Send + Sync + 'static>(
    view: Memo<View>,
    slice: fn(&View) -> T,
    draw: fn(T) -> Element,
) -> AnyView {
    let slice = Memo::new(move |_| view.with(slice));
    live(move || Some(draw(slice.get())))
}
