//! A term one may look into, and what is found there.
//!
//! Invariants: a [`Term`] is valid for the lifetime it carries; that lifetime is a shared borrow of the heap that
//! holds it, and a collection needs the heap for itself, so no term survives one. Whatever lies inside a valid
//! term is valid. A boxed value's header matches its words (`heap/check.rs` walks and asserts it).
//! Deliberately absent: making terms (`heap::Arena`) and the order of terms (`compare`).
#![expect(unsafe_code, reason = "a term is an address; this is where it is followed")]

pub mod bits;
pub mod compare;
pub mod fun;
pub mod hash;
pub mod integer;
pub mod old_hash;
pub mod print;
pub mod text;
pub mod word;

use core::marker::PhantomData;

pub use bits::Bits;
pub use fun::{Export, Lambda};
pub use integer::Integer;
pub use word::{Boxed, Word};

use crate::atom::Atom;
use crate::heap::resource::Resource;
use crate::heap::shared::SharedBytes;

/// A term that can be looked into for as long as its heap stands still.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Term<'h>(Word, PhantomData<&'h [Word]>);

/// A term by what it is.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "each variant is the type of its name")]
pub enum Kind<'h> {
    Small(isize),
    Big(Integer<'h>),
    Float(f64),
    Atom(Atom),
    Nil,
    Cons(Cons<'h>),
    Tuple(&'h [Term<'h>]),
    Map(Map<'h>),
    Bits(Bits<'h>),
    Closure(Closure<'h>),
    ExternalFun(&'h Export),
    Pid(u32),
    Port(u32),
    Reference([usize; 3]),
    External(External<'h>),
    Record(&'h [Term<'h>]),
}

/// A list cell.
#[derive(Clone, Copy)]
pub struct Cons<'h>(&'h [Term<'h>; 2]);

/// A map: keys in term order, and their values.
#[derive(Clone, Copy)]
pub struct Map<'h> {
    /// The tuple of keys, to be shared by maps of the same keys.
    pub key_tuple: Term<'h>,
    /// The keys, least first.
    pub keys: &'h [Term<'h>],
    /// The value of each key.
    pub values: &'h [Term<'h>],
}

/// Up to this many keys, looking at all of them is faster than halving them.
const SCANNED_KEYS: usize = 16;

/// A fun made by `fun (…) -> … end` or `fun name/arity`.
#[derive(Clone, Copy)]
pub struct Closure<'h> {
    /// The function behind it.
    pub lambda: &'h Lambda,
    /// The process that made it.
    pub creator: Term<'h>,
    /// The values it closed over.
    pub free: &'h [Term<'h>],
}

/// A pid, port or reference of another node.
#[derive(Clone, Copy)]
pub struct External<'h> {
    /// Which of the three: `Boxed::ExternalPid`, `ExternalPort` or `ExternalReference`.
    pub kind: Boxed,
    /// The node's name.
    pub node: Atom,
    /// The node's incarnation.
    pub creation: usize,
    /// Its numbers, in the order of the external term format.
    pub numbers: &'h [usize],
}

impl<'h> Cons<'h> {
    /// The first element.
    #[inline(always)]
    pub fn head(self) -> Term<'h> {
        self.0[0]
    }

    /// The rest.
    #[inline(always)]
    pub fn tail(self) -> Term<'h> {
        self.0[1]
    }
}

impl<'h> Map<'h> {
    /// Where a key stands, or where it would.
    pub fn position(&self, key: Term<'_>) -> Result<usize, usize> {
        match self.find(key) {
            Some(found) => Ok(found),
            None => self.search(key),
        }
    }

    /// The value of a key.
    #[inline]
    pub fn get(&self, key: Term<'_>) -> Option<Term<'h>> {
        self.find(key).map(|index| self.values[index])
    }

    /// Where a key stands.
    #[inline]
    pub fn find(&self, key: Term<'_>) -> Option<usize> {
        if !key.word().is_pointer() && self.keys.len() <= SCANNED_KEYS {
            // An immediate equals itself only, so the words decide.
            return self.keys.iter().position(|each| each.word() == key.word());
        }
        self.search(key).ok()
    }

    fn search(&self, key: Term<'_>) -> Result<usize, usize> {
        self.keys.binary_search_by(|each| match (each.as_small(), key.as_small()) {
            (Some(each), Some(key)) => each.cmp(&key),
            _ if each.same(key) => core::cmp::Ordering::Equal,
            _ => compare::map_key_order(*each, key),
        })
    }
}

impl<'h> Term<'h> {
    /// The empty list.
    pub const NIL: Term<'static> = Term(Word::NIL, PhantomData);

    /// Looks at a word as a term.
    ///
    /// # Safety
    /// The word is an immediate, or the address of a value that stays where it is, unchanged, throughout `'h`.
    #[inline(always)]
    pub const unsafe fn new(word: Word) -> Self {
        Term(word, PhantomData)
    }

    /// An atom.
    #[inline(always)]
    pub const fn atom(atom: Atom) -> Self {
        Term(Word::atom(atom), PhantomData)
    }

    /// `true` or `false`.
    #[inline(always)]
    pub const fn boolean(value: bool) -> Self {
        Term(Word::boolean(value), PhantomData)
    }

    /// A small integer, when it is one.
    #[inline(always)]
    pub const fn small(value: isize) -> Option<Self> {
        match Word::small(value) {
            Some(word) => Some(Term(word, PhantomData)),
            None => None,
        }
    }

    /// A small integer of a number that every target can hold (28 bits with the sign).
    #[inline(always)]
    pub const fn small_number(value: i32) -> Self {
        debug_assert!(value >= -(1 << 27) && value < 1 << 27);
        Term(Word::small_unchecked(value as isize), PhantomData)
    }

    /// A local pid.
    #[inline(always)]
    pub const fn pid(number: u32) -> Self {
        Term(Word::pid(number), PhantomData)
    }

    /// A local port.
    #[inline(always)]
    pub const fn port(number: u32) -> Self {
        Term(Word::port(number), PhantomData)
    }

    /// The word, to put it at rest in a place the collector knows.
    #[inline(always)]
    pub const fn word(self) -> Word {
        self.0
    }

    /// Whether two terms are the same word: the same immediate, or the same place.
    #[inline(always)]
    pub fn same(self, other: Term<'_>) -> bool {
        self.0 == other.0
    }

    /// Whether this is the given atom.
    #[inline(always)]
    pub fn is(self, atom: Atom) -> bool {
        self.0 == Word::atom(atom)
    }

    /// Whether this is the empty list.
    #[inline(always)]
    pub fn is_nil(self) -> bool {
        self.0 == Word::NIL
    }

    /// The value of a small integer.
    #[inline(always)]
    pub fn as_small(self) -> Option<isize> {
        if self.0.is_small() { Some(self.0.small_value()) } else { None }
    }

    /// The integer, small or big.
    pub fn as_integer(self) -> Option<Integer<'h>> {
        match self.kind() {
            Kind::Small(value) => Some(Integer::small(value)),
            Kind::Big(integer) => Some(integer),
            _ => None,
        }
    }

    /// The value, where it fits the machine's counts: a small integer that is not negative.
    pub fn as_usize(self) -> Option<usize> {
        self.as_small().and_then(|value| usize::try_from(value).ok())
    }

    /// The value of an integer that fits 64 bits.
    pub fn as_i64(self) -> Option<i64> {
        self.as_integer().and_then(|integer| integer.to_i64())
    }

    /// The atom.
    #[inline(always)]
    pub fn as_atom(self) -> Option<Atom> {
        if self.0.is_atom() { Some(self.0.atom_value()) } else { None }
    }

    /// `true` or `false` as such.
    pub fn as_bool(self) -> Option<bool> {
        match self.as_atom() {
            Some(crate::atom::names::true_) => Some(true),
            Some(crate::atom::names::false_) => Some(false),
            _ => None,
        }
    }

    /// The number of a local pid.
    #[inline(always)]
    pub fn as_pid(self) -> Option<u32> {
        if self.0.is_pid() { Some(self.0.number()) } else { None }
    }

    /// The number of a local port.
    pub fn as_port(self) -> Option<u32> {
        if self.0.is_port() { Some(self.0.number()) } else { None }
    }

    /// The list cell.
    #[inline(always)]
    pub fn as_cons(self) -> Option<Cons<'h>> {
        // SAFETY: a list word is the address of a head and a tail that stay for 'h (invariant of `Term`).
        if self.0.is_list_cell() { Some(Cons(unsafe { &*self.0.address().cast() })) } else { None }
    }

    /// The elements of a tuple.
    #[inline(always)]
    pub fn as_tuple(self) -> Option<&'h [Term<'h>]> {
        let (kind, words) = self.boxed()?;
        if kind == Boxed::Tuple { Some(words) } else { None }
    }

    /// The float.
    pub fn as_float(self) -> Option<f64> {
        match self.boxed()? {
            (Boxed::Float, words) => Some(float_of(words)),
            _ => None,
        }
    }

    /// The number, as a float: `None` when it is no number or too large for one.
    pub fn to_float(self) -> Option<f64> {
        match self.kind() {
            Kind::Small(value) => Some(value as f64),
            Kind::Big(integer) => integer.to_f64(),
            Kind::Float(value) => Some(value),
            _ => None,
        }
    }

    /// The bits of a bitstring.
    pub fn as_bits(self) -> Option<Bits<'h>> {
        let (kind, words) = self.boxed()?;
        if let Boxed::HeapBits | Boxed::SharedBits = kind {
            return Some(Bits::new(bytes_of(kind, words), 0, raw(words, 0)));
        }
        match boxed_kind(kind, words) {
            Kind::Bits(bits) => Some(bits),
            _ => None,
        }
    }

    /// The bytes of a bitstring of whole bytes that begins on one.
    pub fn as_bytes(self) -> Option<&'h [u8]> {
        self.as_bits().and_then(|bits| bits.as_bytes())
    }

    /// The map.
    #[inline]
    pub fn as_map(self) -> Option<Map<'h>> {
        match self.boxed()? {
            (Boxed::Map, words) => Some(map_of(words)),
            _ => None,
        }
    }

    /// Whether this is a fun of either kind.
    pub fn is_fun(self) -> bool {
        matches!(self.boxed(), Some((Boxed::Closure | Boxed::ExternalFun, _)))
    }

    /// Whether this is a reference of any node.
    pub fn is_reference(self) -> bool {
        matches!(self.boxed(), Some((Boxed::Reference | Boxed::ExternalReference, _)))
    }

    /// What a reference leads to, if it is of this type.
    pub fn as_resource<T: core::any::Any>(self) -> Option<&'h T> {
        match self.boxed()? {
            // SAFETY: the fourth word of a reference is the address of a resource, which this value counts for 'h.
            (Boxed::Reference, words @ [_, _, _, _]) => unsafe { &*(raw(words, 3) as *const Resource) }.get(),
            _ => None,
        }
    }

    /// The elements of a proper list, in order; the iterator ends early on an improper one (see [`List::rest`]).
    pub fn list(self) -> List<'h> {
        List { rest: self }
    }

    /// The length of a proper list.
    pub fn list_length(self) -> Option<usize> {
        let mut list = self.list();
        let count = list.by_ref().count();
        if list.rest.is_nil() { Some(count) } else { None }
    }

    /// The header's kind and the words that follow it, as terms (which they are only where the kind says so).
    #[inline(always)]
    fn boxed(self) -> Option<(Boxed, &'h [Term<'h>])> {
        if !self.0.is_boxed() {
            return None;
        }
        let address = self.0.address();
        // SAFETY: a boxed word is the address of a header, followed by as many words as it says, for 'h.
        // `Term` is one word without a niche, so any word may be seen through it as long as it is not followed.
        unsafe {
            let header = *address;
            Some((
                header.header_kind(),
                core::slice::from_raw_parts(address.add(1).cast(), header.header_words()),
            ))
        }
    }

    /// What this term is, to be matched on.
    pub fn kind(self) -> Kind<'h> {
        let word = self.0;
        if word.is_small() {
            return Kind::Small(word.small_value());
        }
        if let Some(cons) = self.as_cons() {
            return Kind::Cons(cons);
        }
        if let Some((kind, words)) = self.boxed() {
            return boxed_kind(kind, words);
        }
        if word.is_atom() {
            Kind::Atom(word.atom_value())
        } else if word.is_pid() {
            Kind::Pid(word.number())
        } else if word.is_port() {
            Kind::Port(word.number())
        } else {
            debug_assert!(word == Word::NIL, "no term: {:#x}", word.0);
            Kind::Nil
        }
    }
}

/// The elements of a list, one by one.
#[derive(Clone)]
pub struct List<'h> {
    rest: Term<'h>,
}

impl<'h> List<'h> {
    /// What has not been walked: nil at the end of a proper list.
    pub fn rest(&self) -> Term<'h> {
        self.rest
    }
}

impl<'h> Iterator for List<'h> {
    type Item = Term<'h>;

    fn next(&mut self) -> Option<Term<'h>> {
        let cons = self.rest.as_cons()?;
        self.rest = cons.tail();
        Some(cons.head())
    }
}

fn raw(words: &[Term<'_>], index: usize) -> usize {
    words[index].0.0
}

fn float_of(words: &[Term<'_>]) -> f64 {
    #[cfg(target_pointer_width = "64")]
    return f64::from_bits(raw(words, 0) as u64);
    #[cfg(target_pointer_width = "32")]
    return f64::from_bits(raw(words, 0) as u64 | (raw(words, 1) as u64) << 32);
}

#[inline]
fn map_of<'h>(words: &'h [Term<'h>]) -> Map<'h> {
    Map { key_tuple: words[0], keys: words[0].as_tuple().unwrap_or(&[]), values: &words[1..] }
}

fn boxed_kind<'h>(kind: Boxed, words: &'h [Term<'h>]) -> Kind<'h> {
    match kind {
        Boxed::Tuple => Kind::Tuple(words),
        Boxed::BigPositive => Kind::Big(Integer::big(false, numbers(words))),
        Boxed::BigNegative => Kind::Big(Integer::big(true, numbers(words))),
        Boxed::Float => Kind::Float(float_of(words)),
        Boxed::Map => Kind::Map(map_of(words)),
        Boxed::HeapBits | Boxed::SharedBits => Kind::Bits(Bits::new(bytes_of(kind, words), 0, raw(words, 0))),
        Boxed::SubBits => Kind::Bits(Bits::new(base_bytes(words), raw(words, 1), raw(words, 0))),
        Boxed::MatchContext => {
            Kind::Bits(Bits::new(base_bytes(words), raw(words, 1), raw(words, 0) - raw(words, 1)))
        }
        Boxed::Closure => Kind::Closure(Closure {
            // SAFETY: a closure's first word is the address of a lambda, and lambdas are never freed.
            lambda: unsafe { &*(raw(words, 0) as *const Lambda) },
            creator: words[1],
            free: &words[2..],
        }),
        // SAFETY: an external fun's word is the address of an export, and exports are never freed.
        Boxed::ExternalFun => Kind::ExternalFun(unsafe { &*(raw(words, 0) as *const Export) }),
        Boxed::Reference => Kind::Reference([raw(words, 0), raw(words, 1), raw(words, 2)]),
        Boxed::ExternalPid | Boxed::ExternalPort | Boxed::ExternalReference => {
            let numbers = numbers(words);
            Kind::External(External {
                kind,
                node: Word(numbers[0]).atom_value(),
                creation: numbers[1],
                numbers: &numbers[2..],
            })
        }
        Boxed::Record => Kind::Record(words),
    }
}

fn numbers<'h>(words: &'h [Term<'h>]) -> &'h [usize] {
    // SAFETY: `Term` is a transparent word, and a word a transparent usize.
    unsafe { core::slice::from_raw_parts(words.as_ptr().cast(), words.len()) }
}

/// The bytes behind heap bits or shared bits.
fn bytes_of<'h>(kind: Boxed, words: &'h [Term<'h>]) -> &'h [u8] {
    let length = raw(words, 0).div_ceil(8);
    if kind == Boxed::HeapBits {
        // SAFETY: heap bits hold their length's bytes after it (`Arena::bits` makes them so).
        unsafe { core::slice::from_raw_parts(words.as_ptr().add(1).cast(), length) }
    } else {
        // SAFETY: shared bits own one count of the bytes they point to, so these stay while the term does.
        unsafe { (*(raw(words, 1) as *const SharedBytes)).bytes(length) }
    }
}

/// The bytes of the heap or shared bits that sub-bits or a match context look into.
fn base_bytes<'h>(words: &'h [Term<'h>]) -> &'h [u8] {
    match words[2].boxed() {
        Some((kind @ (Boxed::HeapBits | Boxed::SharedBits), base)) => bytes_of(kind, base),
        _ => &[],
    }
}
