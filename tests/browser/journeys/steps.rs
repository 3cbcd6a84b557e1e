//! Steps: what a click, a key or a drag does to the address, the history and the list.

use thirtyfour::Key;
use xtask::Outcome;

use super::{holds, is};
use crate::page::Page;

pub(super) fn a_reload_keeps_the_address(page: &Page) -> Outcome<()> {
    let address = "?q=%22two+states%22&view=network";
    page.open(address)?;
    page.until_address(address)?;
    page.reload()?;
    is("address", page.address()?, address.to_owned())?;
    page.until_text("h1", "“two states”")
}

pub(super) fn typing_searches(page: &Page) -> Outcome<()> {
    page.open("")?;
    page.click_at("#q")?;
    for letters in ["M", "ao", "ri"] {
        page.press(letters)?;
    }
    page.until_text("h1", "“Maori”")?;
    is("the field keeps the focus", page.evaluate("return document.activeElement.id")?.as_str(), Some("q"))?;
    page.until_address("?q=Maori")?;
    holds("the list marks the word with its macron", page.texts("mark")?.iter().any(|mark| mark == "Māori"))?;
    page.press(Key::Enter)?;
    page.back()?;
    page.until_text("h1", "All documents")?;
    page.forward()?;
    page.until_text("h1", "“Maori”")
}

pub(super) fn a_number_opens_its_list(page: &Page) -> Outcome<()> {
    page.open("")?;
    for number in ["#topic-ceasefire-only", "#person-chris-hipkins-only", "#party-labour-by-its-people"] {
        let text = page.text(number)?;
        let count: String =
            text.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect();
        page.click_at(number)?;
        page.until_text(".found", &format!("{count} of 67 documents"))?;
    }
    page.until_address("?party=labour&party-as=people&person=chris-hipkins&topic=ceasefire")
}

pub(super) fn excluding_and_taking_off(page: &Page) -> Outcome<()> {
    page.open("")?;
    page.click_at("#party-labour-not")?;
    page.until_address("?not-party=labour")?;
    page.until_text(".chips", "not Labour")?;
    page.until_text("h1", "not naming Labour")?;
    page.click_at("#person-winston-peters")?;
    page.until_address("?not-party=labour&person=winston-peters")?;
    is(
        "the facet's link keeps the focus",
        page.evaluate("return document.activeElement.id")?.as_str(),
        Some("person-winston-peters"),
    )?;
    page.click("Clear all")?;
    page.until_address("")?;
    page.until_text(".found", "67 of 67 documents")
}

pub(super) fn dragging_chooses_dates(page: &Page) -> Outcome<()> {
    page.open("")?;
    page.drag("#dates-2025-08", "#dates-2025-10")?;
    page.until_address("?from=2025-08&to=2025-10")?;
    page.until_text("h1", "dated August 2025 to October 2025")?;
    is("the inputs say so", page.evaluate("return document.getElementById('from').value")?.as_str(), Some("2025-08"))?;
    page.fill("#from", "2025-09")?;
    page.press(Key::Enter)?;
    page.until_address("?from=2025-09&to=2025-10")
}

pub(super) fn a_long_facet_can_be_searched(page: &Page) -> Outcome<()> {
    page.open("")?;
    page.click_at("#facets .facet:first-child .all")?;
    page.until("all people", || Ok((page.count("#facets .facet:first-child li")? > 40).then_some(())))?;
    page.fill("#facets .facet:first-child input", "swarb")?;
    page.until("one person", || Ok((page.count("#facets .facet:first-child li")? == 1).then_some(())))?;
    page.click("Chlöe Swarbrick")?;
    page.until_address("?person=chloe-swarbrick")
}

pub(super) fn a_hostile_address_becomes_notices(page: &Page) -> Outcome<()> {
    let hostile = "?q=%3Cscript%3Ewindow.stolen%3D1%3C%2Fscript%3E&person=%3Cimg+src%3Dx+onerror%3Dstolen%3D1%3E&from=9999-99&view=x&%00=%FF&page=99999999999999999999&doc=..%2F..&pair=a~b";
    page.open(hostile)?;
    is("headings", page.count("h1")?, 1)?;
    holds("notices say what was not understood", page.count(".notices li")? + page.count(".notices p")? >= 4)?;
    is("nothing ran", page.evaluate("return window.stolen === undefined")?.as_bool(), Some(true))?;
    page.click("Clear all")?;
    page.until_text(".found", "67 of 67 documents")
}

pub(super) fn a_link_to_pass_on(page: &Page) -> Outcome<()> {
    page.open("?topic=recognition")?;
    page.click_at(".documents ol a")?;
    page.click_at(".reader .passage:nth-of-type(2) .number")?;
    page.until("the passage in the address", || Ok(page.address()?.contains("at=").then_some(())))?;
    let said = ["Copied", "Selected, ready to copy"];
    page.click("Copy link")?;
    page.until("what became of it", || {
        Ok(said.contains(&page.text(".heading [role=status]")?.as_str()).then_some(()))
    })?;
    let link = page.text("#link")?;
    let address = link.get(link.find('?').unwrap_or_default()..).unwrap_or_default().to_owned();
    holds("the edition and the words of the passage", address.contains("&quote=") && address.contains("&v="))?;

    // As somebody else opens it.
    page.open(&address)?;
    let passage = page.text(".reader [aria-current=location]")?;
    is("notices", page.count(".notices li")?, 0)?;
    // As one opens it who was sent it before two passages were put before that one.
    let at: u32 = address
        .split('&')
        .find_map(|part| part.trim_start_matches('?').strip_prefix("at="))
        .unwrap_or_default()
        .parse()?;
    page.open(&address.replace(&format!("at={at}&"), &format!("at={}&", at + 2)))?;
    is("the same passage", page.text(".reader [aria-current=location]")?, passage)?;
    page.until_text(".notices", &format!("it is number {at} now"))?;
    page.open("?topic=recognition&v=0123456789abcdef")?;
    page.until_text(".notices", "another edition of these documents")?;
    page.click("Link to this edition")?;
    page.until("no notice", || Ok((page.count(".notices li")? == 0).then_some(())))
}
