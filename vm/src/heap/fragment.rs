//! A run of words beside a heap's block, behind one pointer.
//!
//! Invariant: the word before the first says how many there are, and nothing else refers to it.
//! Deliberately absent: how many of them are in use.
#![expect(unsafe_code, reason = "a fragment is a raw allocation")]

use alloc::alloc::{Layout, alloc, dealloc};
use core::ptr::NonNull;

use super::OutOfMemory;
use crate::term::Word;
use crate::term::word::BYTES;

/// Words that are written before they are read; or none at all.
#[derive(Debug, Default)]
pub struct Fragment(Option<NonNull<Word>>);

// SAFETY: the words are the fragment's own.
unsafe impl Send for Fragment {}
// SAFETY: by a shared reference only its size and its address are read.
unsafe impl Sync for Fragment {}

impl Fragment {
    /// No words.
    pub const NONE: Fragment = Fragment(None);

    /// So many words.
    pub fn new(words: usize) -> Result<Fragment, OutOfMemory> {
        let layout = layout(words).ok_or(OutOfMemory)?;
        // SAFETY: the layout's size is not zero, and the first word is the fragment's.
        unsafe {
            let size = NonNull::new(alloc(layout).cast::<Word>()).ok_or(OutOfMemory)?;
            size.write(Word(words));
            Ok(Fragment(Some(size.add(1))))
        }
    }

    /// The address of the first word; null where there are none.
    #[inline]
    pub fn start(&self) -> *mut Word {
        self.0.map_or(core::ptr::null_mut(), NonNull::as_ptr)
    }

    /// How many words.
    #[inline]
    pub fn words(&self) -> usize {
        // SAFETY: the word before the first is the fragment's.
        self.0.map_or(0, |first| unsafe { first.sub(1).read() }.0)
    }

    /// The addresses of the words.
    pub fn range(&self) -> (usize, usize) {
        let start = self.start() as usize;
        (start, start + self.words() * BYTES)
    }
}

/// What is asked of the allocator for so many words.
fn layout(words: usize) -> Option<Layout> {
    Layout::array::<Word>(words.checked_add(1)?).ok()
}

impl Drop for Fragment {
    fn drop(&mut self) {
        let words = self.words();
        if let Some(first) = self.0
            && let Some(layout) = layout(words)
        {
            // SAFETY: allocated in `new` with this layout.
            unsafe { dealloc(first.sub(1).as_ptr().cast(), layout) };
        }
    }
}
