//! `onrecord view`: the whole screen of an address, as JSON.

use crate::failure::Failure;
use crate::output;
use crate::source::{Asked, open};

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let (archive, query) = open(asked)?;
    let view = explore::view(&archive, &query);
    output::write(|out| {
        serde_json::to_writer_pretty(&mut *out, &view)?;
        out.write_all(b"\n")
    })
}
