//! Strings: each written once, known by number; and the checksum.

use std::collections::HashMap;

/// Collects strings; the empty string is number 0.
#[derive(Clone, Debug)]
pub(crate) struct StringPool {
    numbers: HashMap<String, u32>,
    pub(crate) offsets: Vec<u32>,
    pub(crate) bytes: Vec<u8>,
}

impl StringPool {
    pub(crate) fn new() -> StringPool {
        StringPool { numbers: HashMap::from([(String::new(), 0)]), offsets: vec![0, 0], bytes: Vec::new() }
    }

    pub(crate) fn number(&mut self, string: &str) -> u32 {
        if let Some(number) = self.numbers.get(string) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(string.to_owned(), number);
        self.bytes.extend_from_slice(string.as_bytes());
        self.offsets.push(self.bytes.len() as u32);
        number
    }

    pub(crate) fn string(&self, number: u32) -> &str {
        let ends = &self.offsets[number as usize..];
        std::str::from_utf8(&self.bytes[ends[0] as usize..ends[1] as usize]).unwrap_or_default()
    }
}

/// A 64-bit checksum against accidents (not against forgers): multiply, rotate and add over eight bytes at a time.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = 0x9e37_79b9_7f4a_7c15_u64 ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().unwrap_or_default());
        sum = (sum ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29);
    }
    for byte in chunks.remainder() {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(0xc4ce_b9fe_1a85_ec53).rotate_left(31);
    }
    sum ^ (sum >> 32)
}
