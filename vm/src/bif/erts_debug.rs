//! Native functions of module `erts_debug`: how much room terms take.
//!
//! Invariants: sizes are words of this machine's heaps, as `heap::Arena` lays values out; nothing recurses.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::Context;
use crate::heap::arena::HEAP_BITS_BYTES;
use crate::process::{Fault, Native};
use crate::term::word::BYTES;
use crate::term::{Bits, Kind, Map, Term};

crate::bifs! {
    "erts_debug";
    /// The words of a copy of a term.
    plain "flat_size"/1 => flat_size;
    /// The words of a term, what it shares counted once.
    plain "size"/1 => size;
    /// Whether two terms are at the same place.
    plain "same"/2 => same;
}

fn words_of(bits: Bits<'_>) -> usize {
    // A header and a length, then the bytes or the address of shared ones.
    if bits.byte_count() > HEAP_BITS_BYTES { 3 } else { 2 + bits.byte_count().div_ceil(BYTES) }
}

/// The words of one value, which leaves what is inside it in `inside`.
fn shallow<'h>(term: Term<'h>, inside: &mut Vec<Term<'h>>) -> usize {
    match term.kind() {
        Kind::Small(_) | Kind::Atom(_) | Kind::Nil | Kind::Pid(_) | Kind::Port(_) => 0,
        Kind::Big(integer) => 1 + integer.bit_length().div_ceil(BYTES * 8),
        Kind::Float(_) => 1 + 8 / BYTES,
        Kind::Cons(cons) => {
            inside.extend([cons.tail(), cons.head()]);
            2
        }
        Kind::Tuple(elements) | Kind::Record(elements) => {
            inside.extend(elements);
            1 + elements.len()
        }
        Kind::Map(Map::Flat(map)) => {
            inside.extend(map.values);
            inside.push(map.key_tuple);
            2 + map.values.len()
        }
        Kind::Map(Map::Trie(trie)) => {
            inside.extend(trie.root.entries);
            // Only a root has a count.
            1 + 8 / BYTES + usize::from(trie.count > 0) + trie.root.entries.len()
        }
        Kind::Bits(bits) => words_of(bits),
        Kind::Closure(closure) => {
            inside.extend(closure.free);
            3 + closure.free.len()
        }
        Kind::ExternalFun(_) => 2,
        Kind::Reference(numbers) => 1 + numbers.len(),
        Kind::External(external) => 3 + external.numbers.len(),
    }
}

fn total<'h>(context: Context<'h>, term: Term<'h>, mut counts: impl FnMut(Term<'h>) -> bool) -> Native<'h> {
    let (mut words, mut inside) = (0usize, Vec::new());
    inside.push(term);
    while let Some(term) = inside.pop() {
        if counts(term) {
            words = words.checked_add(shallow(term, &mut inside)).ok_or(Fault::system_limit())?;
        }
    }
    Ok(context.arena.usize(words)?)
}

fn flat_size<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    total(context, term, |_| true)
}

fn size<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    total(context, term, |term| !term.word().is_pointer() || seen.insert(term.word().0))
}

fn same<'h>(_: Context<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(left.same(right)))
}
