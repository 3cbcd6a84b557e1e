//! `onrecord statements`: who said what.

use crate::failure::Failure;
use crate::source::Asked;

pub(crate) fn run(_asked: &Asked) -> Result<(), Failure> {
    Err(Failure::Use("statements: not built yet".to_owned()))
}
