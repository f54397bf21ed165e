//! Making terms: a bump pointer that overflows into fragments and never collects.
//!
//! Invariants: between `next` and `end` lies free room of the block or of the newest fragment; a term handed out is
//! complete, and all that it refers to is in this heap, older than it, or outside every heap for good.
//! Every `SharedBits` and every handle made here is listed in `shared`, so that its count can be given back.
//! Deliberately absent: the collector, and the stack at the other end of the block.
#![expect(unsafe_code, reason = "a term is made by writing raw words")]

use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;

use thin_vec::ThinVec;

use crate::atom::Atom;
use crate::sync::Arc;
use crate::term::map::{Flat, SLOT_WORDS, slot_words};
use crate::term::word::BYTES;
use crate::term::{Bits, Boxed, Export, Lambda, Term, Word};

use super::block::Block;
use super::fragment::Fragment;
use super::map::Head;
use super::resource::Resource;
use super::shared::SharedBytes;

/// Bitstrings of more bytes than this are shared and not copied.
pub const HEAP_BITS_BYTES: usize = 64;
/// The least room of a bitstring that was appended to and may be again.
const APPENDED_BYTES: usize = 256;
/// The least and the most free words that a fragment is made with beyond the request that made it; in between it is a
/// quarter of what all before have together.
const FRAGMENT_WORDS: (usize, usize) = (16, if usize::BITS == 64 { 1 << 15 } else { 256 });

/// There is no memory for a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfMemory;

/// Does something with a value in a cell, which is its default meanwhile.
#[inline]
fn with<T: Default, R>(cell: &Cell<T>, act: impl FnOnce(&mut T) -> R) -> R {
    let mut value = cell.take();
    let result = act(&mut value);
    cell.set(value);
    result
}

/// A term just made.
pub type Built<'h> = Result<Term<'h>, OutOfMemory>;

/// Room for terms.
pub struct Arena {
    next: Cell<*mut Word>,
    end: Cell<*mut Word>,
    /// The top of the terms in the heap's block while terms are made in a fragment; null while they are not.
    block_top: Cell<*mut Word>,
    /// The first fragment, which most arenas of fragments have no other than.
    first: Cell<Fragment>,
    fragments: Cell<ThinVec<Fragment>>,
    fragment_words: Cell<usize>,
    /// Headers of the `SharedBits` and handles made since the last collection.
    shared: Cell<ThinVec<*mut Word>>,
    /// Bytes of those, as a reason to collect.
    shared_bytes: Cell<usize>,
}

// SAFETY: its words are its own; what they share with other heaps is counted by atomics, or never changes.
unsafe impl Send for Arena {}

impl fmt::Debug for Arena {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Arena").field("fragment_words", &self.fragment_words()).finish_non_exhaustive()
    }
}

impl Default for Arena {
    fn default() -> Self {
        Self::new()
    }
}

impl Arena {
    /// An arena of fragments only.
    pub const fn new() -> Self {
        Arena {
            next: Cell::new(core::ptr::null_mut()),
            end: Cell::new(core::ptr::null_mut()),
            block_top: Cell::new(core::ptr::null_mut()),
            first: Cell::new(Fragment::NONE),
            fragments: Cell::new(ThinVec::new()),
            fragment_words: Cell::new(0),
            shared: Cell::new(ThinVec::new()),
            shared_bytes: Cell::new(0),
        }
    }

    /// The next free word.
    #[inline(always)]
    pub(super) fn next(&self) -> *mut Word {
        self.next.get()
    }

    /// Makes terms between these addresses of the heap's block from now on.
    #[inline(always)]
    pub(super) fn set_room(&self, next: *mut Word, end: *mut Word) {
        self.next.set(next);
        self.end.set(end);
        self.block_top.set(core::ptr::null_mut());
    }

    /// The next free word of the heap's block, whether or not terms are made in a fragment by now.
    pub(super) fn top_in(&self, block: &Block) -> *mut Word {
        let top = self.block_top.get();
        if top.is_null() {
            if self.next.get().is_null() { block.start() } else { self.next.get() }
        } else {
            top
        }
    }

    /// Goes back to the heap's block after terms may have been made in fragments; the top of its terms.
    #[inline(always)]
    pub fn leave_fragment(&self) -> *mut Word {
        let top = self.block_top.replace(core::ptr::null_mut());
        if !top.is_null() {
            self.next.set(top);
            self.end.set(top);
        }
        self.next.get()
    }

    /// Words of all fragments.
    #[inline(always)]
    pub fn fragment_words(&self) -> usize {
        self.fragment_words.get()
    }

    /// Bytes of the shared bits made since the last collection.
    #[inline(always)]
    pub(super) fn shared_bytes(&self) -> usize {
        self.shared_bytes.get()
    }

    /// The address ranges of the fragments, ascending.
    pub fn fragment_ranges(&self) -> Vec<(usize, usize)> {
        if self.fragment_words.get() == 0 {
            return Vec::new();
        }
        let mut ranges = with(&self.fragments, |others| {
            let mut ranges: Vec<_> = others.iter().map(Fragment::range).collect();
            ranges.push(with(&self.first, |first| first.range()));
            ranges
        });
        ranges.sort_unstable();
        ranges
    }

    /// Frees the fragments, whose survivors have been copied.
    pub(super) fn drop_fragments(&self) {
        drop(self.first.take());
        drop(self.fragments.take());
        self.fragment_words.set(0);
        self.shared_bytes.set(0);
    }

    /// The addresses of the shared bits made here.
    pub(super) fn shared_addresses(&self) -> Vec<usize> {
        with(&self.shared, |shared| shared.iter().map(|header| *header as usize).collect())
    }

    /// The shared bits made here, to be swept.
    pub(super) fn take_shared(&self) -> ThinVec<*mut Word> {
        self.shared.take()
    }

    /// Lists shared bits made here, of a buffer of this many bytes.
    pub(super) fn count_shared(&self, header: *mut Word, bytes: usize) {
        with(&self.shared, |shared| shared.push(header));
        self.shared_bytes.set(self.shared_bytes.get() + bytes);
    }

    /// Lists shared bits that were moved here.
    pub(super) fn list_shared(&self, header: *mut Word) {
        with(&self.shared, |shared| shared.push(header));
    }

    /// Takes over all terms of another arena, which was made of fragments only.
    pub fn adopt(&self, other: Arena) {
        self.adopt_fragment(other.first.take());
        other.fragments.take().into_iter().for_each(|fragment| self.adopt_fragment(fragment));
        with(&self.shared, |shared| shared.append(&mut other.shared.take()));
        self.shared_bytes.set(self.shared_bytes.get() + other.shared_bytes.get());
    }

    /// Takes over the terms in a fragment of another arena.
    pub(super) fn adopt_fragment(&self, fragment: Fragment) {
        let words = fragment.words();
        self.fragment_words.set(self.fragment_words.get() + words);
        if with(&self.first, |first| first.words()) == 0 {
            self.first.set(fragment);
        } else if words > 0 {
            with(&self.fragments, |fragments| fragments.push(fragment));
        }
    }

    /// The fragment that holds all terms of an arena made of fragments only; without one, the arena.
    pub(super) fn into_fragment(self) -> Result<Fragment, Arena> {
        if with(&self.fragments, |others| others.is_empty()) && with(&self.shared, |shared| shared.is_empty())
        {
            Ok(self.first.take())
        } else {
            Err(self)
        }
    }

    /// Takes room for `count` words.
    #[inline]
    pub(super) fn take(&self, count: usize) -> Result<*mut Word, OutOfMemory> {
        let next = self.next.get();
        if (self.end.get() as usize).saturating_sub(next as usize) / BYTES >= count && !next.is_null() {
            // SAFETY: `count` words fit between `next` and `end`, which are of one allocation.
            self.next.set(unsafe { next.add(count) });
            return Ok(next);
        }
        self.take_fragment(count)
    }

    #[cold]
    #[inline(never)]
    fn take_fragment(&self, count: usize) -> Result<*mut Word, OutOfMemory> {
        let free = (self.fragment_words.get() / 4).clamp(FRAGMENT_WORDS.0, FRAGMENT_WORDS.1);
        let capacity = count.saturating_add(free);
        let fragment = Fragment::new(capacity)?;
        let start = fragment.start();
        if self.block_top.get().is_null() {
            self.block_top.set(self.next.get());
        }
        self.adopt_fragment(fragment);
        // SAFETY: the fragment has `capacity >= count` words, and moving it does not move them.
        unsafe {
            self.next.set(start.add(count));
            self.end.set(start.add(capacity));
        }
        Ok(start)
    }

    /// A boxed value of a header and these words.
    fn boxed<'h>(&'h self, kind: Boxed, words: impl ExactSizeIterator<Item = usize>) -> Built<'h> {
        let count = words.len();
        let start = self.take(count + 1)?;
        // SAFETY: `take` gave `count + 1` words, all written here; `zip` bounds what a lying iterator gives.
        unsafe {
            *start = Word::header(kind, count);
            for (index, word) in (1..=count).zip(words) {
                *start.add(index) = Word(word);
            }
            Ok(Term::new(Word::boxed(start)))
        }
    }

    /// A list cell.
    pub fn cons<'h>(&'h self, head: Term<'h>, tail: Term<'h>) -> Built<'h> {
        let start = self.take(2)?;
        // SAFETY: two words of our own, and terms that live as long as this heap stands still.
        unsafe {
            *start = head.word();
            *start.add(1) = tail.word();
            Ok(Term::new(Word::list(start)))
        }
    }

    /// A list of these elements before `tail`.
    pub fn list_before<'h>(
        &'h self,
        elements: impl DoubleEndedIterator<Item = Term<'h>>,
        tail: Term<'h>,
    ) -> Built<'h> {
        elements.rev().try_fold(tail, |tail, head| self.cons(head, tail))
    }

    /// A list of these elements.
    pub fn list<'h>(&'h self, elements: &[Term<'h>]) -> Built<'h> {
        self.list_before(elements.iter().copied(), Term::NIL)
    }

    /// A list of what an iterator gives in order, without a place to keep it in between.
    pub fn list_forward<'h, E: From<OutOfMemory>>(
        &'h self,
        elements: impl Iterator<Item = Result<Term<'h>, E>>,
        tail: Term<'h>,
    ) -> Result<Term<'h>, E> {
        let mut first = tail;
        let mut last: *mut Word = core::ptr::null_mut();
        for element in elements {
            let cell = self.cons(element?, tail)?;
            if last.is_null() {
                first = cell;
            } else {
                // SAFETY: `last` is the tail of a cell made here that nobody else has seen yet.
                unsafe { *last = cell.word() };
            }
            // SAFETY: a cell has two words.
            last = unsafe { cell.word().address().add(1) };
        }
        Ok(first)
    }

    /// A list of the characters of a text.
    pub fn string<'h>(&'h self, text: &str) -> Built<'h> {
        self.list_before(text.chars().map(|character| Term::small_number(character as i32)), Term::NIL)
    }

    /// A list of bytes.
    pub fn byte_list<'h>(&'h self, bytes: &[u8]) -> Built<'h> {
        self.list_before(bytes.iter().map(|byte| Term::small_number(i32::from(*byte))), Term::NIL)
    }

    /// A tuple.
    pub fn tuple<'h>(&'h self, elements: &[Term<'h>]) -> Built<'h> {
        self.boxed(Boxed::Tuple, elements.iter().map(|element| element.word().0))
    }

    /// A float; the caller has seen to it that it is finite.
    pub fn float(&self, value: f64) -> Built<'_> {
        let bits = value.to_bits();
        let halves = [bits as usize, (bits >> 32) as usize];
        self.boxed(Boxed::Float, halves.into_iter().take(8 / BYTES))
    }

    /// An integer of a sign and a magnitude (words, least significant first), small where it fits.
    pub fn integer(&self, negative: bool, magnitude: &[usize]) -> Built<'_> {
        let used = magnitude.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        let magnitude = &magnitude[..used];
        if let [] | [_] = magnitude {
            let value = magnitude.first().copied().unwrap_or(0) as i128;
            if let Some(small) =
                isize::try_from(if negative { -value } else { value }).ok().and_then(Term::small)
            {
                return Ok(small);
            }
        }
        let kind = if negative { Boxed::BigNegative } else { Boxed::BigPositive };
        self.boxed(kind, magnitude.iter().copied())
    }

    /// A 64-bit integer.
    pub fn i64(&self, value: i64) -> Built<'_> {
        match isize::try_from(value).ok().and_then(Term::small) {
            Some(small) => Ok(small),
            None => self.u64_magnitude(value < 0, value.unsigned_abs()),
        }
    }

    /// An unsigned 64-bit integer.
    pub fn u64(&self, value: u64) -> Built<'_> {
        self.u64_magnitude(false, value)
    }

    fn u64_magnitude(&self, negative: bool, value: u64) -> Built<'_> {
        let words = [value as usize, (value >> (BYTES as u32 * 8 - 1) >> 1) as usize];
        self.integer(negative, &words)
    }

    /// A count or size.
    pub fn usize(&self, value: usize) -> Built<'_> {
        self.integer(false, &[value])
    }

    /// A bitstring that is a copy of these bits.
    pub fn bits(&self, bits: Bits<'_>) -> Built<'_> {
        self.bits_filled(bits.length(), |room| bits.copy_to(room))
    }

    /// A binary of these bytes.
    pub fn bytes(&self, bytes: &[u8]) -> Built<'_> {
        self.bits_filled(bytes.len() * 8, |room| room.copy_from_slice(bytes))
    }

    /// A bitstring of `length` bits whose bytes `fill` writes (they are zero before; the last byte's unused
    /// low bits are to stay zero).
    pub fn bits_filled(&self, length: usize, fill: impl FnOnce(&mut [u8])) -> Built<'_> {
        let bytes = length.div_ceil(8);
        if bytes > HEAP_BITS_BYTES {
            let shared = SharedBytes::filled_by(bytes, bytes, fill).ok_or(OutOfMemory)?;
            return self.shared_bits(shared, length);
        }
        let words = bytes.div_ceil(BYTES);
        let start = self.take(words + 2)?;
        // SAFETY: `words + 2` words of our own; the bytes are zeroed before they are seen as a slice.
        unsafe {
            *start = Word::header(Boxed::HeapBits, words + 1);
            *start.add(1) = Word(length);
            let data = start.add(2).cast::<u8>();
            data.write_bytes(0, words * BYTES);
            fill(core::slice::from_raw_parts_mut(data, bytes));
            Ok(Term::new(Word::boxed(start)))
        }
    }

    /// A bitstring with `length` more bits, which `fill` writes: it gets the bytes they are in, and the bit of the first
    /// byte (0 to 7) at which they begin. Bits before that are to stay as they are, those from it on are zero.
    ///
    /// What ends where its buffer is filled is extended in place, so that appending to the same bitstring again and
    /// again takes time in proportion to what is appended. What is no bitstring is given back.
    pub fn append_bits<'h>(
        &'h self,
        source: Term<'h>,
        length: usize,
        fill: impl FnOnce(&mut [u8], usize),
    ) -> Built<'h> {
        let Some(bits) = source.as_bits() else { return Ok(source) };
        let end = bits.length();
        let whole = end.checked_add(length).ok_or(OutOfMemory)?;
        let mut fill = Some(fill);
        let mut filled = |room: &mut [u8]| fill.take().into_iter().for_each(|fill| fill(room, end % 8));
        if let Some(bytes) = shared_bytes_of(source)
            && bytes.append(end, length, &mut filled)
        {
            return self.counted_bits(bytes, whole, length.div_ceil(8));
        }
        let count = whole.div_ceil(8);
        let copied = |room: &mut [u8]| {
            bits.copy_to(room);
            filled(&mut room[end / 8..]);
        };
        if count <= HEAP_BITS_BYTES {
            return self.bits_filled(whole, copied);
        }
        let room = count.saturating_mul(2).max(APPENDED_BYTES);
        let bytes = self.growing(room).or_else(|_| self.growing(count))?;
        bytes.append(0, whole, copied);
        self.shared_bits(bytes, whole)
    }

    fn growing(&self, capacity: usize) -> Result<Arc<SharedBytes>, OutOfMemory> {
        SharedBytes::copy_of(&[], capacity).ok_or(OutOfMemory)
    }

    /// An empty binary that bytes may be appended to in place, until there are more than `capacity`.
    pub fn appendable(&self, capacity: usize) -> Built<'_> {
        self.shared_bits(self.growing(capacity)?, 0)
    }

    /// The first `length` bits of shared bytes.
    pub fn shared_bits(&self, bytes: Arc<SharedBytes>, length: usize) -> Built<'_> {
        let capacity = bytes.capacity();
        self.counted_bits(bytes, length, capacity)
    }

    /// The same, where only `size` bytes of the buffer are new to this heap.
    fn counted_bits(&self, bytes: Arc<SharedBytes>, length: usize, size: usize) -> Built<'_> {
        debug_assert!(bytes.bytes(length.div_ceil(8)).len() * 8 >= length);
        let raw = Arc::into_raw(bytes) as usize;
        match self.boxed(Boxed::SharedBits, [length, raw].into_iter()) {
            Ok(term) => {
                self.count_shared(term.word().address(), size);
                Ok(term)
            }
            Err(error) => {
                // SAFETY: `raw` came from `into_raw` above and was not stored.
                drop(unsafe { Arc::from_raw(raw as *const SharedBytes) });
                Err(error)
            }
        }
    }

    /// The bits of `source`, a bitstring, from bit `first` (of what it shows) on, without copying them.
    pub fn sub_bits<'h>(&'h self, source: Term<'h>, first: usize, length: usize) -> Built<'h> {
        let Some((base, offset)) = base_of(source) else { return Ok(source) };
        debug_assert!(source.as_bits().is_some_and(|bits| first + length <= bits.length()));
        if length == 0 {
            return self.bytes(&[]);
        }
        self.boxed(Boxed::SubBits, [length, offset + first, base.0].into_iter())
    }

    /// The definition of native records: see [`crate::term::record`].
    pub fn record_definition<'h>(
        &'h self,
        module: Atom,
        name: Atom,
        is_exported: bool,
        fields: &[Atom],
    ) -> Built<'h> {
        let fields: Vec<Term<'h>> = fields.iter().map(|field| Term::atom(*field)).collect();
        let fields = self.tuple(&fields)?;
        self.tuple(&[Term::atom(module), Term::atom(name), Term::boolean(is_exported), fields])
    }

    /// A native record of a definition, and as many values as that has fields.
    pub fn record<'h>(&'h self, definition: Term<'h>, values: &[Term<'h>]) -> Built<'h> {
        let first = core::iter::once(definition.word().0);
        let words: Vec<usize> = first.chain(values.iter().map(|value| value.word().0)).collect();
        self.boxed(Boxed::Record, words.into_iter())
    }

    /// A context that matches `source`, a bitstring, from its first bit.
    pub fn match_context<'h>(&'h self, source: Term<'h>) -> Built<'h> {
        let Some((base, offset)) = base_of(source) else { return Ok(source) };
        let length = source.as_bits().map_or(0, |bits| bits.length());
        self.boxed(Boxed::MatchContext, [offset + length, offset, base.0].into_iter())
    }

    /// A context as above, with places to save positions in: the first holds where matching began.
    pub fn saving_context<'h>(&'h self, source: Term<'h>, places: usize) -> Built<'h> {
        let Some((base, offset)) = base_of(source) else { return Ok(source) };
        let length = source.as_bits().map_or(0, |bits| bits.length());
        let began = Word::small(offset as isize).ok_or(OutOfMemory)?;
        let saved = core::iter::repeat_n(began.0, places);
        let words: Vec<usize> = [offset + length, offset, base.0].into_iter().chain(saved).collect();
        self.boxed(Boxed::MatchContext, words.into_iter())
    }

    /// A small map of a tuple of keys, in the order of maps, and their values.
    pub fn map<'h>(&'h self, key_tuple: Term<'h>, values: &[Term<'h>]) -> Built<'h> {
        debug_assert!(key_tuple.as_tuple().is_some_and(|keys| keys.len() == values.len()));
        let start = self.take(values.len() + 2)?;
        // SAFETY: `values.len() + 2` words of our own, all written before they are seen; `Term` is one word.
        unsafe {
            *start = Word::header(Boxed::Map, values.len() + 1);
            *start.add(1) = key_tuple.word();
            core::ptr::copy_nonoverlapping(values.as_ptr().cast(), start.add(2), values.len());
            Ok(Term::new(Word::boxed(start)))
        }
    }

    /// A node of a large map: its slots with pairs and with nodes, and what is in them, part by part.
    #[inline]
    pub(super) fn map_node<'h>(
        &'h self,
        head: Head,
        pairs: u32,
        nodes: u32,
        parts: &[&[Term<'h>]],
    ) -> Built<'h> {
        let (kind, count) = match head {
            Head::Root(count) => (Boxed::MapTrie, Some(count)),
            Head::Node => (Boxed::MapNode, None),
        };
        let entries: usize = parts.iter().map(|part| part.len()).sum();
        let words = SLOT_WORDS + usize::from(count.is_some()) + entries;
        let start = self.take(words + 1)?;
        // SAFETY: `words + 1` words of our own, all written before they are seen; `Term` is one word.
        unsafe {
            *start = Word::header(kind, words);
            let mut at = start.add(1);
            for word in slot_words(pairs, nodes).into_iter().chain(count) {
                *at = Word(word);
                at = at.add(1);
            }
            for part in parts {
                core::ptr::copy_nonoverlapping(part.as_ptr().cast(), at, part.len());
                at = at.add(part.len());
            }
            Ok(Term::new(Word::boxed(start)))
        }
    }

    /// A small map of as many keys as another, the same ones, and its values, which `change` may replace.
    pub fn map_like<'h>(&'h self, map: Flat<'h>, change: impl FnOnce(&mut [Term<'h>])) -> Built<'h> {
        let count = map.values.len();
        let start = self.take(count + 2)?;
        // SAFETY: `count + 2` words of our own, all written before they are seen; `Term` is one word.
        unsafe {
            *start = Word::header(Boxed::Map, count + 1);
            *start.add(1) = map.key_tuple.word();
            let values = start.add(2).cast::<Term<'h>>();
            core::ptr::copy_nonoverlapping(map.values.as_ptr(), values, count);
            change(core::slice::from_raw_parts_mut(values, count));
            Ok(Term::new(Word::boxed(start)))
        }
    }

    /// A small map of `count` keys and values that `fill` writes, the keys in the order of maps.
    pub fn map_filled<'h>(
        &'h self,
        count: usize,
        fill: impl FnOnce(&mut [Term<'h>], &mut [Term<'h>]),
    ) -> Built<'h> {
        let start = self.take(2 * count + 3)?;
        // SAFETY: `2 * count + 3` words of our own: a tuple of `count` and a map of it; every word is a term before any
        // is seen; `Term` is one word.
        unsafe {
            let map = start.add(count + 1);
            *start = Word::header(Boxed::Tuple, count);
            *map = Word::header(Boxed::Map, count + 1);
            *map.add(1) = Word::boxed(start);
            let (keys, values) = (start.add(1), map.add(2));
            for index in 0..count {
                *keys.add(index) = Word::NIL;
                *values.add(index) = Word::NIL;
            }
            fill(
                core::slice::from_raw_parts_mut(keys.cast(), count),
                core::slice::from_raw_parts_mut(values.cast(), count),
            );
            Ok(Term::new(Word::boxed(map)))
        }
    }

    /// A closure of a function over these values.
    pub fn closure<'h>(&'h self, lambda: &'h Lambda, creator: Term<'h>, free: &[Term<'h>]) -> Built<'h> {
        let mut words = Vec::with_capacity(free.len() + 2);
        words.extend([core::ptr::from_ref(lambda) as usize, creator.word().0]);
        words.extend(free.iter().map(|value| value.word().0));
        self.boxed(Boxed::Closure, words.into_iter())
    }

    /// A `fun module:name/arity`.
    pub fn external_fun<'h>(&'h self, export: &'h Export) -> Built<'h> {
        self.boxed(Boxed::ExternalFun, [core::ptr::from_ref(export) as usize].into_iter())
    }

    /// A reference of this node.
    pub fn reference(&self, numbers: [usize; 3]) -> Built<'_> {
        self.boxed(Boxed::Reference, numbers.into_iter())
    }

    /// A reference of this node that leads to a resource.
    pub fn handle(&self, numbers: [usize; 3], resource: Arc<Resource>) -> Built<'_> {
        let (bytes, raw) = (resource.bytes(), Arc::into_raw(resource));
        match self.boxed(
            Boxed::Reference,
            numbers.into_iter().chain([raw as usize]).collect::<Vec<_>>().into_iter(),
        ) {
            Ok(term) => {
                self.count_shared(term.word().address(), bytes);
                Ok(term)
            }
            Err(error) => {
                // SAFETY: `raw` came from `into_raw` above and was not stored.
                drop(unsafe { Arc::from_raw(raw) });
                Err(error)
            }
        }
    }

    /// A pid, port or reference of another node.
    pub fn external(&self, kind: Boxed, node: Atom, creation: usize, numbers: &[usize]) -> Built<'_> {
        let mut words = Vec::with_capacity(numbers.len() + 2);
        words.extend([Word::atom(node).0, creation]);
        words.extend_from_slice(numbers);
        self.boxed(kind, words.into_iter())
    }
}

/// The heap or shared bits behind a bitstring and the bit at which it begins in them.
fn base_of(source: Term<'_>) -> Option<(Word, usize)> {
    let word = source.word();
    if !word.is_boxed() {
        return None;
    }
    let address = word.address();
    // SAFETY: a valid boxed term: a header, and behind sub-bits and contexts three words (layout in `Boxed`).
    unsafe {
        match (*address).header_kind() {
            Boxed::HeapBits | Boxed::SharedBits => Some((word, 0)),
            Boxed::SubBits | Boxed::MatchContext => Some((*address.add(3), (*address.add(2)).0)),
            _ => None,
        }
    }
}

/// The buffer of shared bits that begin at its first bit, counted once more.
fn shared_bytes_of(source: Term<'_>) -> Option<Arc<SharedBytes>> {
    let word = source.word();
    if !word.is_boxed() {
        return None;
    }
    let address = word.address();
    // SAFETY: a valid boxed term: a header, and behind that of shared bits a length and a counted address.
    unsafe {
        if (*address).header_kind() != Boxed::SharedBits {
            return None;
        }
        let bytes = (*address.add(2)).0 as *const SharedBytes;
        Arc::increment_strong_count(bytes);
        Some(Arc::from_raw(bytes))
    }
}

/// Gives back the count that shared bits or a handle hold.
///
/// # Safety
/// `header` is that of such a value, whose count was not given back before and is not used again.
pub(super) unsafe fn give_back(header: *mut Word) {
    // SAFETY: the caller's promise, and the layout that `Boxed` documents.
    unsafe {
        match (*header).header_kind() {
            Boxed::Reference => drop(Arc::from_raw((*header.add(4)).0 as *const Resource)),
            _ => drop(Arc::from_raw((*header.add(2)).0 as *const SharedBytes)),
        }
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        for header in self.shared.take() {
            // SAFETY: every listed value holds one count, given back here and never again.
            unsafe { give_back(header) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::Map;

    fn grown<'h>(arena: &'h Arena, source: Term<'h>, bytes: &[u8], bits: usize) -> Term<'h> {
        let more = Bits::new(bytes, 0, bits);
        let written = |room: &mut [u8], bit: usize| crate::term::bits::write_bits(room, bit, more);
        arena.append_bits(source, bits, written).expect("memory")
    }

    /// Where the bytes of shared bits lie.
    fn buffer(term: Term<'_>) -> *const u8 {
        shared_bytes_of(term).expect("shared bits").start()
    }

    #[test]
    fn appending_extends_the_newest_version_in_place() {
        let arena = Arena::new();
        let base = grown(&arena, arena.bytes(&[7; 60]).expect("memory"), &[8; 10], 80);
        let one = grown(&arena, base, &[1, 2, 3], 24);
        assert_eq!(buffer(one), buffer(base));
        // The room behind the base belongs to `one` by now.
        let two = grown(&arena, base, &[9], 8);
        assert_ne!(buffer(two), buffer(base));
        assert_eq!(base.as_bytes().map(<[u8]>::len), Some(70));
        assert_eq!(one.as_bytes().map(|bytes| &bytes[69..]), Some(&[8, 1, 2, 3][..]));
        assert_eq!(two.as_bytes().map(|bytes| &bytes[69..]), Some(&[8, 9][..]));
    }

    #[test]
    fn appending_within_a_byte_leaves_what_was_there() {
        let arena = Arena::new();
        let mut all = grown(&arena, arena.bytes(&[0xff; 65]).expect("memory"), &[], 0);
        let start = grown(&arena, all, &[0b1010_0000], 3);
        let mut moves = 0;
        all = start;
        for _ in 0..100 {
            let next = grown(&arena, all, &[0b0110_0000], 3);
            moves += usize::from(buffer(next) != buffer(all));
            all = next;
        }
        assert!(moves <= 1, "{moves} copies");
        let bits = all.as_bits().expect("bits");
        assert_eq!((bits.length(), bits.get_u64(520, 9)), (823, 0b1_0101_1011));
        assert!(start.as_bits().expect("bits") == bits.sub(0, 523));
        // An older version is not extended in place, whatever its last byte holds by now.
        let other = grown(&arena, start, &[0xff], 5).as_bits().expect("bits");
        assert_eq!((other.get_u64(520, 8), bits.get_u64(520, 8)), (0b1011_1111, 0b1010_1101));
    }

    #[test]
    fn an_empty_buffer_is_filled_to_its_end() {
        let arena = Arena::new();
        let empty = arena.appendable(100).expect("memory");
        let full = grown(&arena, empty, &[5; 100], 800);
        assert_eq!(buffer(full), buffer(empty));
        let more = grown(&arena, full, &[6], 8);
        assert_ne!(buffer(more), buffer(full));
        assert_eq!(more.as_bytes().map(|bytes| bytes[99..].to_vec()), Some(alloc::vec![5, 6]));
        assert_eq!(grown(&arena, Term::NIL, &[1], 8).word(), Word::NIL);
    }

    fn flat(made: Built<'_>) -> Flat<'_> {
        match made.expect("memory").as_map() {
            Some(Map::Flat(flat)) => flat,
            _ => panic!("no small map"),
        }
    }

    #[test]
    fn maps_are_made_in_place() {
        let arena = Arena::new();
        let made = arena.map_filled(2, |keys, values| {
            keys.copy_from_slice(&[Term::small_number(1), Term::small_number(2)]);
            values[1] = Term::small_number(20);
        });
        let map = flat(made);
        assert!(map.values[0].is_nil());
        assert_eq!(Map::Flat(map).get(Term::small_number(2)).and_then(Term::as_small), Some(20));
        let like = flat(arena.map_like(map, |values| values[0] = Term::small_number(10)));
        assert!(like.key_tuple.same(map.key_tuple) && map.values[0].is_nil());
        assert_eq!(Map::Flat(like).get(Term::small_number(1)).and_then(Term::as_small), Some(10));
        let empty = flat(arena.map_filled(0, |_, _| ()));
        assert_eq!((empty.keys.len(), empty.find(Term::NIL)), (0, None));
    }
}
