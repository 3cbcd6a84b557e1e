//! Who is on record as saying what: from a list of statements to a speaker, to the words in their text.

use xtask::Outcome;

use super::{holds, is};
use crate::page::Page;

/// How many statements an address lists, over all its pages, and how many of them are unsure.
fn listed(page: &Page) -> Outcome<(usize, usize)> {
    let (mut all, mut unsure) = (0, 0);
    loop {
        all += page.count(".said > li")?;
        unsure += page.count(".said > [data-unsure]")?;
        if page.count("main .pager [rel=next]")? == 0 {
            return Ok((all, unsure));
        }
        let next = page.attribute("main .pager [rel=next]", "href")?.unwrap_or_default();
        page.click_at("main .pager [rel=next]")?;
        page.until_address(&next)?;
    }
}

/// "43 statements in …" as a number.
fn summed(page: &Page) -> Outcome<usize> {
    let words = page.text(".statements .summary")?;
    Ok(words.split(' ').next().unwrap_or_default().replace(',', "").parse()?)
}

pub(super) fn only_sure_speakers(page: &Page) -> Outcome<()> {
    page.open("?view=statements&topic=recognition")?;
    let all = summed(page)?;
    let (rows, unsure) = listed(page)?;
    is("rows", rows, all)?;
    holds("some speakers are not sure", unsure > 0)?;
    page.click("only those whose speaker is sure")?;
    page.until_address("?sure=only&topic=recognition&view=statements")?;
    page.until_text(".statements .summary", &format!("{} statements", all - unsure))?;
    is("rows of sure speakers", listed(page)?, (all - unsure, 0))
}

pub(super) fn from_a_statement_to_its_speaker_and_text(page: &Page) -> Outcome<()> {
    page.open("?view=statements")?;
    // A number beside a speaker opens as many statements.
    page.click("By whom, about what, how sure")?;
    let count: usize = page.text(".lists li:has(#speaker-chris-hipkins) .count")?.parse()?;
    page.click_at(".lists li:has(#speaker-chris-hipkins) .count")?;
    page.until_address("?speaker=chris-hipkins&view=statements")?;
    page.until_text(".statements .summary", &format!("{count} statements"))?;
    is("rows", listed(page)?.0, count)?;

    // The speaker's own page says the same number, and its links lead on.
    page.open("?speaker=chris-hipkins&view=statements")?;
    page.click_at(".said .speaker a")?;
    page.until_text("h1", "Chris Hipkins")?;
    page.until_text(".entity .numbers", &format!("said by Chris Hipkins {count}"))?;
    page.back()?;
    page.until_address("?speaker=chris-hipkins&view=statements")?;

    // In its text the words are marked, with the speaker beside them and a record to correct it with.
    let words = page.text(".said > li .words")?;
    page.click_at(".said > li .origin a")?;
    page.until("the reader", || Ok((page.count(".reader")? == 1).then_some(())))?;
    let marked = page.texts(".passage[aria-current] .said")?.concat();
    holds(
        &format!("\"{words}\" is marked in \"{marked}\""),
        marked.contains(words.trim_matches(['…', ' ', '“', '”'])),
    )?;
    page.until_text(".passage[aria-current] .sayings", "Chris Hipkins")?;
    page.click_at(".passage[aria-current] .sayings summary")?;
    page.until_text(".passage[aria-current] .sayings pre", "[[corrections]]")?;
    page.is_accessible()
}

pub(super) fn who_speaks_about_whom(page: &Page) -> Outcome<()> {
    page.open("?view=pairs&tie=about")?;
    for cell in ["td:nth-of-type(2) a", "td:nth-of-type(3) a"] {
        let selector = format!(".pairs tbody tr:first-child {cell}");
        let count = page.text(&selector)?;
        page.click_at(&selector)?;
        page.until_text(".statements .summary", &format!("{count} statement"))?;
        is("rows", listed(page)?.0, count.parse()?)?;
        page.open("?view=pairs&tie=about")?;
    }
    page.click("Network")?;
    page.until_text("#network-summary", "Who speaks about whom")?;
    page.until_text(".legend", "from who speaks to whom it is about")
}
