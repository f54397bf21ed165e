//! Bytes outside every heap, counted: large binaries that processes share.
//!
//! Invariants: bits below `filled` never change; who moves `filled` up owns the bits it passed, so one buffer
//! can be appended to in place by whoever holds its end while others read what was there before. A last byte that is
//! partly filled is the one that readers and the appender may both look at; each minds its own bits.
//! Deliberately absent: who refers to them. Each heap lists its shared bits and gives back their count.
#![expect(unsafe_code, reason = "a buffer that grows under its readers is a raw allocation")]

use alloc::alloc::{Layout, alloc, dealloc};

use crate::sync::{self, Arc, AtomicUsize, Ordering};

/// A buffer of bytes with room at its end.
#[derive(Debug)]
pub struct SharedBytes {
    data: *mut u8,
    capacity: usize,
    /// In bits.
    filled: AtomicUsize,
}

/// Bytes of all buffers there are.
static TOTAL: AtomicUsize = AtomicUsize::new(0);

/// How many bytes all buffers have.
pub fn total_bytes() -> usize {
    TOTAL.load(Ordering::Relaxed)
}

// SAFETY: whole bytes below `filled` are never written again, those above are written by the one party that moved
// `filled` past them, and `filled` is atomic. A partly filled byte is written by a thread that runs exclusively.
unsafe impl Send for SharedBytes {}
// SAFETY: as above.
unsafe impl Sync for SharedBytes {}

impl SharedBytes {
    /// A buffer that holds these bytes and has room for `capacity`; `None` when there is no memory for it.
    pub fn copy_of(bytes: &[u8], capacity: usize) -> Option<Arc<SharedBytes>> {
        Self::filled_by(bytes.len(), capacity, |room| room.copy_from_slice(bytes))
    }

    /// A buffer of `length` bytes that `fill` writes (they are zero before), and room for `capacity`.
    pub fn filled_by(
        length: usize,
        capacity: usize,
        fill: impl FnOnce(&mut [u8]),
    ) -> Option<Arc<SharedBytes>> {
        let capacity = capacity.max(length).max(1);
        // Its bits must be countable too.
        capacity.checked_mul(8)?;
        let layout = Layout::array::<u8>(capacity).ok()?;
        // SAFETY: the layout's size is not zero.
        let data = unsafe { alloc(layout) };
        if data.is_null() {
            return None;
        }
        // SAFETY: `data` is `capacity >= length` fresh bytes, which `write_bytes` sets before they are seen.
        fill(unsafe {
            data.write_bytes(0, length);
            core::slice::from_raw_parts_mut(data, length)
        });
        TOTAL.fetch_add(capacity, Ordering::Relaxed);
        sync::hold(capacity);
        Some(Arc::new(SharedBytes { data, capacity, filled: AtomicUsize::new(length * 8) }))
    }

    /// The first `length` bytes.
    pub fn bytes(&self, length: usize) -> &[u8] {
        assert!(length <= self.filled.load(Ordering::Acquire).div_ceil(8));
        // SAFETY: bytes below `filled` were written before it was moved; their bits below it never change.
        unsafe { core::slice::from_raw_parts(self.data, length) }
    }

    /// The address of the first byte.
    #[inline(always)]
    pub fn start(&self) -> *const u8 {
        self.data
    }

    /// Appends in place `length` bits to the first `end` bits, when nobody did before and there is room. `fill`
    /// writes them: it gets the bytes from that of bit `end` on, in which all bits after that are zero, and is to
    /// leave those before it.
    pub fn append(&self, end: usize, length: usize, fill: impl FnOnce(&mut [u8])) -> bool {
        let whole = end.checked_add(length).filter(|whole| whole.div_ceil(8) <= self.capacity);
        let Some(whole) = whole else { return false };
        // Others may look at a byte that is partly filled.
        if !end.is_multiple_of(8) && !sync::is_exclusive() {
            return false;
        }
        if self.filled.compare_exchange(end, whole, Ordering::AcqRel, Ordering::Relaxed).is_err() {
            return false;
        }
        let (first, fresh, after) = (end / 8, end.div_ceil(8), whole.div_ceil(8));
        // SAFETY: moving `filled` from `end` made these bits ours alone; they are inside the capacity, and bytes that
        // nobody has written are zeroed before they are seen.
        fill(unsafe {
            self.data.add(fresh).write_bytes(0, after - fresh);
            core::slice::from_raw_parts_mut(self.data.add(first), after - first)
        });
        true
    }

    /// Bytes the buffer takes.
    pub fn capacity(&self) -> usize {
        self.capacity
    }
}

impl Drop for SharedBytes {
    fn drop(&mut self) {
        TOTAL.fetch_sub(self.capacity, Ordering::Relaxed);
        sync::hold(self.capacity.wrapping_neg());
        // SAFETY: allocated in `filled_by` with this layout, and this was the last count.
        unsafe { dealloc(self.data, Layout::from_size_align_unchecked(self.capacity, 1)) }
    }
}
