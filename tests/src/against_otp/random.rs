//! Chance from a seed.
//!
//! Invariant: one seed gives the same numbers for ever, so that a difference that was found can be found again.

/// A source of numbers (splitmix64).
pub struct Random {
    state: u64,
}

impl Random {
    /// The source of the `index`-th module of a seed.
    pub fn new(seed: u64, index: u64) -> Random {
        let mut random = Random { state: seed };
        let start = random.next() ^ index.wrapping_mul(0xd6e8_feb8_6659_fd93);
        Random { state: start }
    }

    /// Any 64 bits.
    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    /// Whether something that happens `percent` times of a hundred happens.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn one<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len())]
    }
}
