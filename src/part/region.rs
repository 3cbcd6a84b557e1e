//! A region of the screen: drawn again only when its slice of the View changes.

use explore::view::View;
use leptos::prelude::*;

pub(crate) fn region<T: Clone + PartialEq + Send + Sync + 'static>(
    view: Memo<View>,
    slice: fn(&View) -> T,
    draw: fn(T) -> AnyView,
) -> AnyView {
    let slice = Memo::new(move |_| view.with(slice));
    (move || draw(slice.get())).into_any()
}
