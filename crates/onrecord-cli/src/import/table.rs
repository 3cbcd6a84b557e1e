//! The table: its headings, and its rows one by one, each with the line it begins in.

use crate::failure::Failure;
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

pub(super) const SAVE_AS_UTF8: &str = "save the table as UTF-8; spreadsheets call it “CSV UTF-8”";

/// A table being read. No more of it is held than a row.
pub(super) struct Table<'a> {
    file: &'a Path,
    reader: Reader<Lines>,
    row: ByteRecord,
    pub(super) headings: Vec<String>,
}

impl Table<'_> {
    /// Opens a table and reads its first row. What parts its cells is whichever of comma, semicolon and tab stands oftenest
    /// in the first line.
    pub(super) fn open(file: &Path) -> Result<Table<'_>, Failure> {
        let told = |error: io::Error| unreadable(file, &error);
        let mut input = BufReader::with_capacity(1 << 16, File::open(file).map_err(told)?);
        let first = input.fill_buf().map_err(told)?.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |separator: &u8| first.iter().filter(|byte| *byte == separator).count();
        // Of equals the last is taken: the comma.
        let separator = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
        let lines = Lines { input, byte: 0, line: 1, begins: true, beginnings: VecDeque::new() };
        let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(lines);
        let headings = headings(file, reader.byte_headers().map_err(|error| unreadable(file, &error))?)?;
        Ok(Table { file, reader, row: ByteRecord::new(), headings })
    }

    /// The next row, and the line it begins in; `None` after the last.
    pub(super) fn next(&mut self) -> Result<Option<(&ByteRecord, u64)>, Failure> {
        let is_there = self.reader.read_byte_record(&mut self.row).map_err(|error| unreadable(self.file, &error))?;
        let begins = self.row.position().map_or(0, csv::Position::byte);
        Ok(is_there.then(|| (&self.row, self.reader.get_mut().line_from(begins))))
    }
}

fn headings(file: &Path, header: &ByteRecord) -> Result<Vec<String>, Failure> {
    let headings: Result<Vec<String>, _> =
        header.iter().map(|heading| str::from_utf8(heading).map(|heading| heading.trim().to_owned())).collect();
    let headings =
        headings.map_err(|_| Failure::Use(format!("{}:1: the header is not UTF-8; {SAVE_AS_UTF8}", file.display())))?;
    if headings.iter().all(String::is_empty) {
        return Err(Failure::Use(format!("{}:1: the first row must name the columns; it is empty", file.display())));
    }
    Ok(headings)
}

fn unreadable(file: &Path, error: &dyn std::error::Error) -> Failure {
    Failure::Use(format!("{} cannot be read: {error}", file.display()))
}

/// A file that notes where its lines begin. The reader of CSV counts lines too, but takes the blank ones before a row, and the
/// second byte of a Windows line end, for parts of the row.
struct Lines {
    input: BufReader<File>,
    byte: u64,
    line: u64,
    /// Nothing but line ends since the last line end.
    begins: bool,
    /// Byte and line of each beginning that nobody has asked for yet; blank lines have none.
    beginnings: VecDeque<(u64, u64)>,
}

impl Lines {
    /// The line that begins first from a byte on.
    fn line_from(&mut self, byte: u64) -> u64 {
        while self.beginnings.front().is_some_and(|(begins, _)| *begins < byte) {
            self.beginnings.pop_front();
        }
        self.beginnings.front().map_or(self.line, |(_, line)| *line)
    }
}

impl Read for Lines {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        for byte in &buffer[..length] {
            if self.begins && !matches!(byte, b'\r' | b'\n') {
                self.beginnings.push_back((self.byte, self.line));
                self.begins = false;
            }
            if *byte == b'\n' {
                self.line += 1;
                self.begins = true;
            }
            self.byte += 1;
        }
        Ok(length)
    }
}
