//! Chance from a seed: the same seed gives the same numbers in the same order.
//!
//! Deliberately absent: any source of chance of the host's.

/// A SplitMix64 generator (Steele, Lea, Flood 2014).
#[derive(Clone, Debug)]
pub struct Entropy(u64);

impl Entropy {
    /// A generator that begins at `seed`.
    pub fn new(seed: u64) -> Self {
        Entropy(seed)
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` up to but not including `high`, which must be larger.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.bits() % (high - low)
    }
}
