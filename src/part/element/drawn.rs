//! Elements as they stand in the document: drawn once, then patched.

use std::{borrow::Cow, cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use leptos::{
    attr::{Attribute, any_attribute::AnyAttribute},
    tachys::{
        hydration::Cursor,
        renderer::{Rndr, types},
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr, any_view::AnyViewState},
    },
};
use wasm_bindgen::{JsCast, intern};

use super::{Element, Handler, Piece};

const SVG: &str = "http://www.w3.org/2000/svg";

pub(crate) struct Drawn {
    tag: &'static str,
    is_svg: bool,
    element: types::Element,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    listeners: Vec<(&'static str, Rc<RefCell<Handler>>, EventListener)>,
    children: Vec<DrawnPiece>,
}

enum DrawnPiece {
    Text(types::Text, Cow<'static, str>),
    Element(Drawn),
    Live(AnyViewState),
}

impl Element {
    fn draw(self, within_svg: bool) -> Drawn {
        let data = *self.0;
        let is_svg = within_svg || data.tag == "svg";
        let element = Rndr::create_element(data.tag, is_svg.then_some(SVG));
        data.attributes.iter().for_each(|(name, value)| set(&element, name, value));
        let mut children: Vec<DrawnPiece> = data.children.into_iter().map(|child| child.draw(is_svg)).collect();
        children.iter_mut().for_each(|child| child.as_mountable().mount(&element, None));
        let listeners = data.handlers.into_iter().map(|(event, handler)| listener(&element, event, handler)).collect();
        Drawn { tag: data.tag, is_svg, element, attributes: data.attributes, listeners, children }
    }

    /// Only for a drawing of the same tag.
    fn patch(self, drawn: &mut Drawn) {
        let data = *self.0;
        let element = &drawn.element;
        for (name, _) in &drawn.attributes {
            if !data.attributes.iter().any(|(kept, _)| kept == name) {
                remove(element, name);
            }
        }
        for new in &data.attributes {
            if !drawn.attributes.contains(new) {
                set(element, new.0, &new.1);
            }
        }
        drawn.attributes = data.attributes;
        let same_events = data.handlers.len() == drawn.listeners.len()
            && data.handlers.iter().zip(&drawn.listeners).all(|(new, old)| new.0 == old.0);
        if same_events {
            for (new, old) in data.handlers.into_iter().zip(&drawn.listeners) {
                *old.1.borrow_mut() = new.1;
            }
        } else {
            drawn.listeners =
                data.handlers.into_iter().map(|(event, handler)| listener(element, event, handler)).collect();
        }
        let kept = data.children.len();
        for (index, child) in data.children.into_iter().enumerate() {
            match drawn.children.get_mut(index) {
                Some(old) => child.patch(old, drawn.is_svg),
                None => {
                    let mut new = child.draw(drawn.is_svg);
                    new.as_mountable().mount(&drawn.element, None);
                    drawn.children.push(new);
                }
            }
        }
        for mut gone in drawn.children.drain(kept..) {
            gone.as_mountable().unmount();
        }
    }
}

impl Piece {
    fn draw(self, is_svg: bool) -> DrawnPiece {
        match self {
            Piece::Text(text) => DrawnPiece::Text(Rndr::create_text_node(&text), text),
            Piece::Element(element) => DrawnPiece::Element(element.draw(is_svg)),
            Piece::Live(view) => DrawnPiece::Live(view.build()),
        }
    }

    fn patch(self, drawn: &mut DrawnPiece, is_svg: bool) {
        match (self, &mut *drawn) {
            (Piece::Text(new), DrawnPiece::Text(node, old)) => {
                if new != *old {
                    Rndr::set_text(node, &new);
                    *old = new;
                }
            }
            (Piece::Element(new), DrawnPiece::Element(old)) if new.0.tag == old.tag => new.patch(old),
            (Piece::Live(new), DrawnPiece::Live(old)) => new.rebuild(old),
            (new, old) => {
                let mut new = new.draw(is_svg);
                old.as_mountable().insert_before_this(new.as_mountable());
                old.as_mountable().unmount();
                *drawn = new;
            }
        }
    }
}

impl DrawnPiece {
    fn as_mountable(&mut self) -> &mut dyn Mountable {
        match self {
            DrawnPiece::Text(text, _) => text,
            DrawnPiece::Element(element) => element,
            DrawnPiece::Live(view) => view,
        }
    }
}

fn listener(
    element: &types::Element,
    event: &'static str,
    handler: Handler,
) -> (&'static str, Rc<RefCell<Handler>>, EventListener) {
    let handler = Rc::new(RefCell::new(handler));
    let heard = handler.clone();
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(element, event, options, move |event| {
        // A handler that leads to an event of its own is not asked about that one.
        if let Ok(mut handler) = heard.try_borrow_mut() {
            handler(event);
        }
    });
    (event, handler, listener)
}

/// Styles go through the object model: the page's policy forbids them as text.
fn set(element: &types::Element, name: &str, value: &str) {
    if name.starts_with("--") {
        Rndr::set_css_property(&Rndr::style(element), name, value);
    } else {
        Rndr::set_attribute(element, intern(name), value);
    }
}

fn remove(element: &types::Element, name: &str) {
    if name.starts_with("--") {
        Rndr::remove_css_property(&Rndr::style(element), name);
    } else {
        Rndr::remove_attribute(element, name);
    }
}

impl Render for Element {
    type State = Drawn;

    fn build(self) -> Drawn {
        self.draw(false)
    }

    fn rebuild(self, state: &mut Drawn) {
        if self.0.tag == state.tag {
            self.patch(state);
        } else {
            let mut new = self.draw(state.is_svg);
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
        }
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, self.element.unchecked_ref(), marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

/// Leptos asks of every view that it could also be sent by a server; this page is drawn in the browser alone.
impl RenderHtml for Element {
    type AsyncOutput = Element;
    type Owned = Element;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Element {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Element {
        self
    }
}

impl AddAnyAttr for Element {
    type Output<New: Attribute> = Element;

    fn add_any_attr<New: Attribute>(self, _: New) -> Element
    where
        Element: RenderHtml,
    {
        self
    }
}
