//! The network as it is seen, as a picture of its own: its styles written into it, its names as text.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CssStyleDeclaration, Element, HtmlCanvasElement, HtmlImageElement, Url};

use super::{blob, follow, keep};
use crate::part::call;

/// What places a shape.
const PLACED: [&str; 11] = ["x", "y", "x1", "y1", "x2", "y2", "r", "width", "height", "points", "transform"];
/// What the stylesheet says of a shape.
const STYLED: [&str; 9] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linejoin",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
];
/// Pixels of a PNG for one of the screen's.
const SHARPNESS: u32 = 2;

pub(crate) fn save(name: String, as_pixels: bool) -> Result<(), JsValue> {
    let Some(drawn) = document().query_selector(".canvas svg")? else { return Ok(()) };
    let size = drawn.get_bounding_client_rect();
    let (width, height) = (size.width() as u32, size.height() as u32);
    let picture = blob(&svg(&drawn, width, height), "image/svg+xml")?;
    if as_pixels { png(&picture, name, width, height) } else { keep(&picture, &name) }
}

fn svg(drawn: &Element, width: u32, height: u32) -> String {
    let mut out = r#"<svg xmlns="http://www.w3.org/2000/svg""#.to_owned();
    attribute(&mut out, "width", &width.to_string());
    attribute(&mut out, "height", &height.to_string());
    attribute(&mut out, "viewBox", &drawn.get_attribute("viewBox").unwrap_or_default());
    out.push_str(r#"><rect width="100%" height="100%""#);
    let ground = drawn.parent_element().and_then(|canvas| style(&canvas));
    attribute(&mut out, "fill", &of(ground.as_ref(), "background-color"));
    out.push_str("/>");
    within(drawn, &mut out);
    out + "</svg>"
}

fn within(element: &Element, out: &mut String) {
    let children = element.children();
    for child in (0..children.length()).filter_map(|index| children.item(index)) {
        write(&child, out);
    }
}

/// Links become groups; what only widens a target is left out.
fn write(element: &Element, out: &mut String) {
    if element.get_attribute("class").is_some_and(|class| class == "reach") {
        return;
    }
    let tag = element.tag_name();
    let tag = if tag == "a" { "g" } else { &tag };
    out.push('<');
    out.push_str(tag);
    for name in PLACED {
        if let Some(value) = element.get_attribute(name) {
            attribute(out, name, &value);
        }
    }
    if tag != "g" && tag != "title" {
        let style = style(element);
        STYLED.iter().for_each(|name| attribute(out, name, &of(style.as_ref(), name)));
    }
    out.push('>');
    if tag == "g" {
        within(element, out);
    } else {
        escape(out, &element.text_content().unwrap_or_default());
    }
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

fn style(element: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(element).ok().flatten()
}

fn of(style: Option<&CssStyleDeclaration>, name: &str) -> String {
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
}

/// Draws the picture on a canvas as soon as the browser has read it.
fn png(picture: &Blob, name: String, width: u32, height: u32) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(picture)?;
    let image: HtmlImageElement = document().create_element("img")?.unchecked_into();
    image.set_src(&url);
    let read = image.clone();
    EventListener::new(&image, "load", move |_| {
        let kept = pixels(&read, width * SHARPNESS, height * SHARPNESS).and_then(|png| follow(&png, &name));
        let _ = Url::revoke_object_url(&url);
        if let Err(refused) = kept {
            web_sys::console::warn_1(&refused);
        }
    })
    .forget();
    Ok(())
}

/// The address of what a canvas shows.
fn pixels(image: &HtmlImageElement, width: u32, height: u32) -> Result<String, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = call(&canvas, "getContext", &["2d".into()])?;
    call(&context, "drawImage", &[image.into(), 0.into(), 0.into(), width.into(), height.into()])?;
    canvas.to_data_url()
}
