//! Why bytes are not an archive, and what to do about it.

use std::fmt;

/// What is wrong with bytes that should be an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not begin with the archive's mark: they are something else, or the file was cut at the front.
    NotAnArchive,
    /// Another version of the program wrote it: compile the corpus again with this one.
    OtherVersion { found: u32, wanted: u32 },
    /// Bytes were lost or changed on the way: fetch or compile it again.
    Damaged,
    /// The checksum holds but a part contradicts another: whoever wrote it has a fault; compile it with this program.
    Contradiction { section: String, what: &'static str },
}

impl fmt::Display for OpenError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAnArchive => {
                write!(out, "this is not a corpus archive; compile one with `onrecord compile FOLDER --out FILE`")
            }
            OpenError::OtherVersion { found, wanted } => write!(
                out,
                "the archive has format version {found}, this program reads version {wanted}; compile the corpus again with this program"
            ),
            OpenError::Damaged => {
                write!(out, "the archive is damaged (its checksum differs); fetch it or compile it again")
            }
            OpenError::Contradiction { section, what } => {
                write!(
                    out,
                    "the archive contradicts itself ({section}: {what}); compile the corpus again with this program"
                )
            }
        }
    }
}

impl std::error::Error for OpenError {}
