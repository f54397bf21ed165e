//! MD5 (RFC 1321), which can be put aside between two pieces of data.
//!
//! It names code and stored data; it keeps nobody from forging either.

/// Bytes of a block.
pub const BLOCK: usize = 64;

/// The state before the first block.
const START: [u32; 4] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];

/// The bits each step rotates by, four to a round.
const ROTATIONS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

/// The first 32 bits of the fraction of the sines of 1 to 64.
const SINES: [u32; 64] = [
    0xd76a_a478,
    0xe8c7_b756,
    0x2420_70db,
    0xc1bd_ceee,
    0xf57c_0faf,
    0x4787_c62a,
    0xa830_4613,
    0xfd46_9501,
    0x6980_98d8,
    0x8b44_f7af,
    0xffff_5bb1,
    0x895c_d7be,
    0x6b90_1122,
    0xfd98_7193,
    0xa679_438e,
    0x49b4_0821,
    0xf61e_2562,
    0xc040_b340,
    0x265e_5a51,
    0xe9b6_c7aa,
    0xd62f_105d,
    0x0244_1453,
    0xd8a1_e681,
    0xe7d3_fbc8,
    0x21e1_cde6,
    0xc337_07d6,
    0xf4d5_0d87,
    0x455a_14ed,
    0xa9e3_e905,
    0xfcef_a3f8,
    0x676f_02d9,
    0x8d2a_4c8a,
    0xfffa_3942,
    0x8771_f681,
    0x6d9d_6122,
    0xfde5_380c,
    0xa4be_ea44,
    0x4bde_cfa9,
    0xf6bb_4b60,
    0xbebf_bc70,
    0x289b_7ec6,
    0xeaa1_27fa,
    0xd4ef_3085,
    0x0488_1d05,
    0xd9d4_d039,
    0xe6db_99e5,
    0x1fa2_7cf8,
    0xc4ac_5665,
    0xf429_2244,
    0x432a_ff97,
    0xab94_23a7,
    0xfc93_a039,
    0x655b_59c3,
    0x8f0c_cc92,
    0xffef_f47d,
    0x8584_5dd1,
    0x6fa8_7e4f,
    0xfe2c_e6e0,
    0xa301_4314,
    0x4e08_11a1,
    0xf753_7e82,
    0xbd3a_f235,
    0x2ad7_d2bb,
    0xeb86_d391,
];

/// A digest that is being made.
#[derive(Clone, Debug)]
pub struct Md5 {
    state: [u32; 4],
    /// Bytes so far.
    count: u64,
    /// The block not yet full: its first `count % BLOCK` bytes.
    block: [u8; BLOCK],
}

impl Default for Md5 {
    fn default() -> Self {
        Self::new()
    }
}

impl Md5 {
    /// A digest of nothing yet.
    pub const fn new() -> Self {
        Md5 { state: START, count: 0, block: [0; BLOCK] }
    }

    /// A digest put aside; `None` when the pending bytes are not those of the count.
    pub fn resume(state: [u32; 4], count: u64, pending: &[u8]) -> Option<Self> {
        let mut block = [0; BLOCK];
        if pending.len() as u64 != count % BLOCK as u64 {
            return None;
        }
        block[..pending.len()].copy_from_slice(pending);
        Some(Md5 { state, count, block })
    }

    /// The state, the count of bytes, and the bytes of the block not yet full.
    pub fn parts(&self) -> ([u32; 4], u64, &[u8]) {
        (self.state, self.count, &self.block[..self.pending()])
    }

    fn pending(&self) -> usize {
        (self.count % BLOCK as u64) as usize
    }

    /// Takes more bytes in.
    pub fn update(&mut self, mut data: &[u8]) {
        while !data.is_empty() {
            let pending = self.pending();
            let taken = data.len().min(BLOCK - pending);
            self.block[pending..pending + taken].copy_from_slice(&data[..taken]);
            self.count = self.count.wrapping_add(taken as u64);
            if pending + taken == BLOCK {
                self.mix();
            }
            data = &data[taken..];
        }
    }

    /// The digest of all bytes taken in.
    pub fn finish(mut self) -> [u8; 16] {
        let bits = self.count.wrapping_mul(8);
        self.update(&[0x80]);
        while self.pending() != BLOCK - 8 {
            self.update(&[0]);
        }
        self.update(&bits.to_le_bytes());
        let mut digest = [0; 16];
        for (to, word) in digest.chunks_mut(4).zip(self.state) {
            to.copy_from_slice(&word.to_le_bytes());
        }
        digest
    }

    fn mix(&mut self) {
        let mut words = [0u32; 16];
        for (word, bytes) in words.iter_mut().zip(self.block.as_chunks().0) {
            *word = u32::from_le_bytes(*bytes);
        }
        let mut state = self.state;
        round::<0>(&mut state, &words, |[_, b, c, d], step| (b & c | !b & d, step));
        round::<1>(&mut state, &words, |[_, b, c, d], step| (b & d | c & !d, 5 * step + 1));
        round::<2>(&mut state, &words, |[_, b, c, d], step| (b ^ c ^ d, 3 * step + 5));
        round::<3>(&mut state, &words, |[_, b, c, d], step| (c ^ (b | !d), 7 * step));
        for (word, mixed) in self.state.iter_mut().zip(state) {
            *word = word.wrapping_add(mixed);
        }
    }
}

/// One of the four rounds of a block: what the state is mixed to, and with which word, differs.
#[inline(always)]
fn round<const ROUND: usize>(
    state: &mut [u32; 4],
    words: &[u32; 16],
    mix: impl Fn([u32; 4], usize) -> (u32, usize),
) {
    let mut mixed_state = *state;
    for step in 0..16 {
        let [a, b, c, d] = mixed_state;
        let (mixed, place) = mix(mixed_state, step);
        let sum =
            a.wrapping_add(mixed).wrapping_add(SINES[ROUND * 16 + step]).wrapping_add(words[place % 16]);
        mixed_state = [d, b.wrapping_add(sum.rotate_left(ROTATIONS[ROUND][step % 4])), b, c];
    }
    *state = mixed_state;
}
