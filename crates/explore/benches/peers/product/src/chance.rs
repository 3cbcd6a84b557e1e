//! Chance with a seed: SplitMix64 (Steele, Lea, Flood 2014), the same numbers everywhere.

pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }

    /// A rank below `most`, about as likely as 1 / (rank + 1).
    pub(crate) fn zipf(&mut self, most: usize) -> usize {
        ((((most + 1) as f64).powf(self.share())) as usize - 1).min(most - 1)
    }

    /// A made-up word of so many syllables.
    pub(crate) fn word(&mut self, syllables: usize) -> String {
        const FIRST: [&str; 16] = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr"];
        const SECOND: [&str; 8] = ["a", "e", "i", "o", "u", "ai", "or", "en"];
        (0..syllables).map(|_| FIRST[self.below(16)].to_owned() + SECOND[self.below(8)]).collect()
    }
}
