//! What must hold for any section: whole rows, numbers in range, offsets that rise to the end, texts cut between characters.

use crate::error::OpenError;
use crate::reader::Archive;
use crate::section::Section;
use zerocopy::little_endian::U32;

/// Whether the lists of a section must be sets.
pub(super) enum Order {
    Any,
    Ascending,
}

pub(super) fn wrong<T>(section: Section, what: &'static str) -> Result<T, OpenError> {
    Err(OpenError::Contradiction { section: format!("{section:?}"), what })
}

/// The rows of a table of `columns` numbers each.
pub(super) fn table(archive: &Archive, section: Section, columns: usize) -> Result<usize, OpenError> {
    if !archive.bytes_of(section).len().is_multiple_of(columns * 4) {
        return wrong(section, "a row is incomplete");
    }
    Ok(archive.column(section).len() / columns)
}

pub(super) fn same_length(archive: &Archive, section: Section, length: usize) -> Result<(), OpenError> {
    let bytes = archive.bytes_of(section).len();
    if bytes / 4 != length || !bytes.is_multiple_of(4) {
        return wrong(section, "not as long as it should be");
    }
    Ok(())
}

pub(super) fn below(archive: &Archive, section: Section, limit: usize) -> Result<(), OpenError> {
    if archive.column(section).iter().any(|number| number.get() as usize >= limit) {
        return wrong(section, "a number out of range");
    }
    Ok(())
}

/// Offsets begin with 0, never fall and end with `end`.
pub(super) fn offsets(archive: &Archive, section: Section, end: usize) -> Result<(), OpenError> {
    match is_rising(archive.column(section), end) {
        true => Ok(()),
        false => wrong(section, "offsets that fall or do not reach the end"),
    }
}

pub(super) fn is_rising(offsets: &[U32], end: usize) -> bool {
    let ascends = offsets.is_sorted_by_key(|offset| offset.get());
    let ends = offsets.first().zip(offsets.last()).map(|(first, last)| (first.get(), last.get() as usize));
    ascends && ends == Some((0, end))
}

pub(super) fn texts(archive: &Archive, section: Section, bytes: Section) -> Result<(), OpenError> {
    match texts_are_sound(archive.column(section), archive.bytes_of(bytes)) {
        true => Ok(()),
        false => wrong(bytes, "text that is not UTF-8, or offsets that do not cut it between characters up to its end"),
    }
}

/// UTF-8, and offsets that cut it between characters from its beginning to its end.
pub(super) fn texts_are_sound(offsets: &[U32], bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes);
    let is_cut_well = |text: &str| offsets.iter().all(|offset| text.is_char_boundary(offset.get() as usize));
    is_rising(offsets, bytes.len()) && text.is_ok_and(is_cut_well)
}

/// `count` lists of numbers below `limit`.
pub(super) fn lists(
    archive: &Archive,
    (starts, values): (Section, Section),
    count: usize,
    limit: usize,
    order: Order,
) -> Result<(), OpenError> {
    same_length(archive, starts, count + 1)?;
    offsets(archive, starts, table(archive, values, 1)?)?;
    below(archive, values, limit)?;
    if matches!(order, Order::Ascending) && !ascending(archive, starts, |at| archive.column(values)[at].get()) {
        return wrong(values, "a list out of order");
    }
    Ok(())
}

/// `count` lists of ascending values below `limit`, in the width of this archive.
pub(super) fn ids(
    archive: &Archive,
    (starts, values): (Section, Section),
    count: usize,
    limit: usize,
) -> Result<(), OpenError> {
    if archive.wide {
        return lists(archive, (starts, values), count, limit, Order::Ascending);
    }
    same_length(archive, starts, count + 1)?;
    if !archive.bytes_of(values).len().is_multiple_of(2) {
        return wrong(values, "a number is incomplete");
    }
    let column = archive.narrow_column(values);
    offsets(archive, starts, column.len())?;
    if column.iter().any(|id| usize::from(id.get()) >= limit) {
        return wrong(values, "a number out of range");
    }
    if !ascending(archive, starts, |at| u32::from(column[at].get())) {
        return wrong(values, "a list out of order");
    }
    Ok(())
}

/// `count` lists of rows of `columns` numbers each, none cut within a row.
pub(super) fn row_lists(
    archive: &Archive,
    (starts, rows): (Section, Section),
    count: usize,
    columns: usize,
) -> Result<(), OpenError> {
    table(archive, rows, columns)?;
    same_length(archive, starts, count + 1)?;
    offsets(archive, starts, archive.column(rows).len())?;
    if archive.column(starts).iter().any(|start| !(start.get() as usize).is_multiple_of(columns)) {
        return wrong(starts, "a row is cut");
    }
    Ok(())
}

fn ascending(archive: &Archive, starts: Section, value: impl Fn(usize) -> u32) -> bool {
    let mut lists = archive.column(starts).windows(2).map(|ends| ends[0].get() as usize..ends[1].get() as usize);
    lists.all(|list| list.clone().skip(1).all(|at| value(at - 1) < value(at)))
}
