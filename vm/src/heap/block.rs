//! A run of words from the allocator.
#![expect(unsafe_code, reason = "a block is a raw allocation")]

use alloc::alloc::{Layout, alloc, dealloc};

use super::OutOfMemory;
use crate::term::Word;

/// A run of words that are written before they are read.
#[derive(Debug)]
pub struct Block {
    start: *mut Word,
    words: usize,
}

impl Block {
    /// No words.
    pub const EMPTY: Block = Block { start: core::ptr::null_mut(), words: 0 };

    /// A block of this many words.
    pub fn new(words: usize) -> Result<Block, OutOfMemory> {
        if words == 0 {
            return Ok(Block::EMPTY);
        }
        let layout = Layout::array::<Word>(words).map_err(|_| OutOfMemory)?;
        // SAFETY: the layout's size is not zero.
        let start = unsafe { alloc(layout) }.cast::<Word>();
        if start.is_null() { Err(OutOfMemory) } else { Ok(Block { start, words }) }
    }

    /// The address of the first word.
    #[inline(always)]
    pub fn start(&self) -> *mut Word {
        self.start
    }

    /// The address after the last word.
    #[inline(always)]
    pub fn end(&self) -> *mut Word {
        self.start.wrapping_add(self.words)
    }

    /// How many words.
    #[inline(always)]
    pub fn words(&self) -> usize {
        self.words
    }

    /// Whether an address is one of these words'.
    #[inline(always)]
    pub fn holds(&self, address: *const Word) -> bool {
        (address as usize).wrapping_sub(self.start as usize) < self.words * size_of::<Word>()
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        if self.words > 0 {
            // SAFETY: allocated in `new` with this layout.
            unsafe {
                dealloc(
                    self.start.cast(),
                    Layout::from_size_align_unchecked(self.words * size_of::<Word>(), align_of::<Word>()),
                );
            }
        }
    }
}
