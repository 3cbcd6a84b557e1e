//! The checksum made right again, so that a change of any byte comes as far as the checks behind it.

/// Writes the checksum, from its description alone: eight bytes at a time and the rest singly, seeded with the length.
pub(crate) fn seal(bytes: &mut [u8]) {
    let mut sum = 0x9e37_79b9_7f4a_7c15 ^ (bytes.len() - 24) as u64;
    let (words, rest) = bytes[24..].as_chunks();
    for word in words {
        sum = (sum ^ u64::from_le_bytes(*word)).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29);
    }
    for byte in rest {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(0xc4ce_b9fe_1a85_ec53).rotate_left(31);
    }
    bytes[16..24].copy_from_slice(&(sum ^ (sum >> 32)).to_le_bytes());
}
