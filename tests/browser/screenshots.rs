//! Pictures of addresses at two widths, light and dark, for people to look at: `cargo xtask screenshots "?view=network"`.

use std::fs;

use xtask::{Outcome, browsers::Engine, folders};

use crate::{
    driver,
    page::{Page, Scheme, Source},
};

/// A telephone's and a desk's width, with the height of what is seen at once.
const SIZES: [(u32, u32); 2] = [(360, 740), (1440, 900)];
/// A long list need not be seen to its end.
const MOST: u64 = 4000;

/// Writes target/screenshots/<address>-<width>-<scheme>.png.
pub(crate) fn take(addresses: &[String]) -> Outcome<()> {
    let start = [String::new()];
    let addresses = if addresses.is_empty() { &start } else { addresses };
    let folder = folders::target().join("screenshots");
    fs::create_dir_all(&folder)?;
    let driver = driver::start(Engine::Chromium)?;
    let page = Page::start(&driver, Source::Host)?;
    for address in addresses {
        for (width, height) in SIZES {
            page.resize(width, height)?;
            for scheme in [Scheme::Light, Scheme::Dark] {
                page.scheme(scheme)?;
                page.open(address)?;
                let file = folder.join(format!("{}-{width}-{}.png", file_name(address), scheme.name()));
                page.whole_picture(&file, MOST)?;
                println!("{}", file.display());
            }
        }
    }
    page.quit()
}

fn file_name(address: &str) -> String {
    let name: String = address.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    match name.trim_matches('-') {
        "" => "start".to_owned(),
        name => name.chars().take(100).collect(),
    }
}
