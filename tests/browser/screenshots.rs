//! Pictures of addresses at many sizes and in every mode, for people to look at side by side: `cargo xtask screenshots`, with
//! addresses (`"?view=network"`) or, without, of every view.
//!
//! They go to target/screenshots/: a picture for each, and for each address a sheet with all of them, as `.html` and as `.png`;
//! `index.html` leads to the sheets. `--dist DIR` looks at a page that was built elsewhere, over another corpus for instance.

use std::{
    fs,
    path::{Path, PathBuf},
};

use xtask::{Outcome, browsers::Engine, documents::escaped, folders};

use crate::{
    driver,
    journeys::VIEWS,
    page::{Mode, Page, Source},
};

/// A long list need not be seen to its end.
const MOST: u64 = 4000;
/// Of a sheet more is to be seen.
const MOST_OF_SHEET: u64 = 16_000;
/// On a sheet a picture is so many times smaller.
const SMALLER: u32 = 4;

/// A size, and a mode in it.
struct Look {
    width: u32,
    height: u32,
    mode: Mode,
    name: &'static str,
}

const fn look(width: u32, height: u32, mode: Mode, name: &'static str) -> Look {
    Look { width, height, mode, name }
}

/// A telephone, a tablet, a desk and a large screen; what else a visitor's system can ask for at the first and the third; a sheet
/// of A4; and four times the size on a screen of 1280 by 1024. Looks of one size stand together: the page is opened once for each.
const LOOKS: [Look; 14] = [
    look(360, 740, Mode::Light, "telephone"),
    look(360, 740, Mode::Dark, "telephone, dark"),
    look(360, 740, Mode::Forced, "telephone, forced colours"),
    look(768, 1024, Mode::Light, "tablet"),
    look(768, 1024, Mode::Dark, "tablet, dark"),
    look(1440, 900, Mode::Light, "desk"),
    look(1440, 900, Mode::Dark, "desk, dark"),
    look(1440, 900, Mode::Forced, "desk, forced colours"),
    look(1440, 900, Mode::Still, "desk, reduced motion"),
    look(2560, 1440, Mode::Light, "large screen"),
    look(2560, 1440, Mode::Dark, "large screen, dark"),
    look(794, 1123, Mode::Print, "paper"),
    look(320, 256, Mode::Light, "400 % zoom"),
    look(320, 256, Mode::Dark, "400 % zoom, dark"),
];

/// Takes the pictures that the words ask for.
pub(crate) fn take(words: &[String]) -> Outcome<()> {
    let (dist, addresses) = match words {
        [option, dist, rest @ ..] if option == "--dist" => (PathBuf::from(dist).canonicalize()?, rest),
        rest => (folders::dist(), rest),
    };
    let every: Vec<String> = VIEWS.iter().map(|view| (*view).to_owned()).collect();
    let addresses = if addresses.is_empty() { &every } else { addresses };
    let folder = folders::target().join("screenshots");
    fs::create_dir_all(&folder)?;
    let driver = driver::start(Engine::Chromium)?;
    let page = Page::start(&driver, Source::Host, &dist)?;
    let mut sheets = String::new();
    for address in addresses {
        let name = file_name(address);
        let sheet = pictures(&page, address, &name, &folder)?;
        let file = folder.join(format!("{name}.html"));
        fs::write(&file, sheet)?;
        picture_of_sheet(&page, &file)?;
        println!("{}", file.display());
        sheets += &format!("<li><a href=\"{name}.html\">{}</a></li>\n", title(address));
    }
    let index = folder.join("index.html");
    fs::write(&index, format!("{START}<title>Screenshots</title>\n<h1>Screenshots</h1>\n<ul>\n{sheets}</ul>\n"))?;
    println!("{}", index.display());
    page.quit()
}

const START: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
    <style>body { font: 16px/1.4 sans-serif; background: #ccc } .all { display: flex; flex-wrap: wrap; gap: 16px; align-items: start } \
    figure { margin: 0 } img { display: block; box-shadow: 0 0 4px #0006 }</style>\n";

/// Every look of an address, as files, and the sheet that shows them side by side.
fn pictures(page: &Page, address: &str, name: &str, folder: &Path) -> Outcome<String> {
    let title = title(address);
    let mut sheet = format!("{START}<title>{title}</title>\n<h1>{title}</h1>\n<div class=\"all\">\n");
    let mut size = (0, 0);
    for Look { width, height, mode, name: look } in &LOOKS {
        page.mode(*mode)?;
        if size != (*width, *height) {
            size = (*width, *height);
            page.resize(*width, *height)?;
            page.open(address)?;
        }
        let file = format!("{name}-{width}-{}.png", mode.name());
        page.whole_picture(&folder.join(&file), MOST)?;
        sheet += &format!(
            "<figure><figcaption>{look}</figcaption><a href=\"{file}\"><img src=\"{file}\" width=\"{}\" alt=\"{look}\"></a></figure>\n",
            (width / SMALLER).max(160),
        );
    }
    Ok(sheet + "</div>\n")
}

fn picture_of_sheet(page: &Page, file: &Path) -> Outcome<()> {
    page.mode(Mode::Light)?;
    page.resize(1800, 1000)?;
    page.visit(&format!("file://{}", file.display()))?;
    page.until("all pictures", || {
        let done = page.evaluate("return [...document.images].every(image => image.complete && image.naturalWidth)")?;
        Ok((done == true).then_some(()))
    })?;
    page.whole_picture(&file.with_extension("png"), MOST_OF_SHEET)
}

fn title(address: &str) -> String {
    if address.is_empty() { "The start".to_owned() } else { escaped(address) }
}

fn file_name(address: &str) -> String {
    let name: String = address.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    match name.trim_matches('-') {
        "" => "start".to_owned(),
        name => name.chars().take(100).collect(),
    }
}
