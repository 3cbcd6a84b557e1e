//! Rows on disk: a long file of JSON Lines, of which only what is asked for is held.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Bytes read at once.
const BUFFER: usize = 1 << 18;

/// A file that stays open, so that it is the same one for as long as its folder is used.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    file: Arc<Mutex<File>>,
    /// As it was opened: what is written behind that later is not read.
    pub(crate) length: usize,
}

/// A line without its line end; of one that is too long only the length, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line<'a> {
    Whole(&'a [u8]),
    TooLong(usize),
}

impl Rows {
    pub(super) fn open(path: &Path) -> io::Result<Rows> {
        let file = File::open(path)?;
        let length = file.metadata()?.len() as usize;
        Ok(Rows { file: Arc::new(Mutex::new(file)), length })
    }

    /// Calls `take` with each line and the byte where it begins; of lines longer than `limit` only with their length.
    pub(crate) fn lines(&self, limit: usize, mut take: impl FnMut(usize, Line)) -> io::Result<()> {
        let mut file = self.file();
        file.seek(SeekFrom::Start(0))?;
        let mut reader = BufReader::with_capacity(BUFFER, (&mut *file).take(self.length as u64));
        let mut line = Vec::new();
        let mut start = 0;
        loop {
            line.clear();
            let mut length = 0;
            let is_ended = loop {
                let read = reader.fill_buf()?;
                if read.is_empty() {
                    break false;
                }
                let end = read.iter().position(|byte| *byte == b'\n');
                let more = end.unwrap_or(read.len());
                length += more;
                if length <= limit {
                    line.extend_from_slice(&read[..more]);
                }
                reader.consume(more + usize::from(end.is_some()));
                if end.is_some() {
                    break true;
                }
            };
            take(start, if length <= limit { Line::Whole(&line) } else { Line::TooLong(length) });
            if !is_ended {
                return Ok(());
            }
            start += length + 1;
        }
    }

    /// What stands at these bytes; less, if the file has become shorter or cannot be read any more.
    pub(super) fn part(&self, range: Range<usize>) -> Vec<u8> {
        let mut part = Vec::new();
        let mut file = self.file();
        if file.seek(SeekFrom::Start(range.start as u64)).is_ok() {
            // Whoever asks compares what comes with what he knows.
            let _ = (&mut *file).take(range.len() as u64).read_to_end(&mut part);
        }
        part
    }

    fn file(&self) -> MutexGuard<'_, File> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
