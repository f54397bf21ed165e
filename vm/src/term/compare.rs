//! The order of all terms, and the three ways in which two may be equal.
//!
//! number < atom < reference < fun < port < pid < tuple < record < map < nil < list < bitstring.
//!
//! Invariants: nothing here recurses into a term (what is still to be compared is kept in a list that is only
//! allocated when terms nest deep); where one comparison says equal by `==` or `=:=`, so does the order made for it.
//! The exact rule tells `1` from `1.0` and `0.0` from `-0.0`, as OTP 27 and later do.
//! Deliberately absent: hashes (`hash`), which agree with the exact rule.

use alloc::vec::Vec;
use core::cmp::Ordering;

use smallvec::SmallVec;

use crate::atom::{Atom, Atoms, names};

use super::map::Node;
use super::{Boxed, Closure, Export, External, Integer, Kind, Lambda, Map, Pair, Term};

/// Maps as keys of maps as keys …: beyond this depth keys count in the order in which they are kept.
const KEY_DEPTH: usize = 16;

/// Where a term stands to another, as `<`, `==` and `lists:sort/1` see it: `1` and `1.0` are equal.
pub fn order(atoms: &Atoms, left: Term<'_>, right: Term<'_>) -> Ordering {
    if let (Some(left), Some(right)) = (left.as_small(), right.as_small()) {
        return left.cmp(&right);
    }
    Rule { exact: false, atoms: Some(atoms), depth: 0 }.order(left, right)
}

/// The same with numbers told apart: an integer stands before a float wherever the two meet.
pub fn order_exact(atoms: &Atoms, left: Term<'_>, right: Term<'_>) -> Ordering {
    Rule { exact: true, atoms: Some(atoms), depth: 0 }.order(left, right)
}

/// Whether two terms are equal by `==`.
#[inline]
pub fn equal(left: Term<'_>, right: Term<'_>) -> bool {
    left.same(right)
        || !(both_immediate(left, right))
            && Rule { exact: false, atoms: None, depth: 0 }.order(left, right).is_eq()
}

/// Whether two terms are equal by `=:=`.
#[inline]
pub fn equal_exact(left: Term<'_>, right: Term<'_>) -> bool {
    left.same(right)
        || left.word().is_pointer()
            && right.word().is_pointer()
            && Rule { exact: true, atoms: None, depth: 0 }.order(left, right).is_eq()
}

/// The order in which a map keeps its keys: the exact one, with atoms by their number.
#[inline]
pub fn map_key_order(left: Term<'_>, right: Term<'_>) -> Ordering {
    if let (Some(left), Some(right)) = (left.as_atom(), right.as_atom()) {
        return left.cmp(&right);
    }
    if let (Some(left), Some(right)) = (left.as_small(), right.as_small()) {
        return left.cmp(&right);
    }
    Rule { exact: true, atoms: None, depth: 0 }.order(left, right)
}

fn both_immediate(left: Term<'_>, right: Term<'_>) -> bool {
    !left.word().is_pointer() && !right.word().is_pointer()
}

/// How numbers and atoms are compared.
#[derive(Clone, Copy)]
struct Rule<'a> {
    /// Whether an integer and a float are never equal.
    exact: bool,
    /// Where atoms' names are found; without them atoms order by number, which is as good for equality.
    atoms: Option<&'a Atoms>,
    /// How many maps' keys are being sorted around this comparison.
    depth: usize,
}

/// What is to be compared when the terms before it turn out equal.
enum Pending<'h> {
    Pair(bool, Term<'h>, Term<'h>),
    Slices(bool, &'h [Term<'h>], &'h [Term<'h>]),
    Sorted(bool, Vec<Pair<'h>>),
    /// What is in two nodes of large maps: so many words of pairs, of which the keys are compared exactly, then nodes.
    Entries(bool, &'h [Term<'h>], &'h [Term<'h>], usize),
}

/// What is pending; so much of it is held without asking for memory.
type Pendings<'h> = SmallVec<[Pending<'h>; 4]>;

/// Two terms, and whether they are compared exactly.
type Compared<'h> = (bool, Term<'h>, Term<'h>);

fn next_pair<'h>(pending: &mut Pendings<'h>) -> Option<Compared<'h>> {
    loop {
        match pending.last_mut()? {
            Pending::Pair(exact, left, right) => {
                let pair = (*exact, *left, *right);
                pending.pop();
                return Some(pair);
            }
            Pending::Slices(exact, left, right) => {
                if let ([left_first, left_rest @ ..], [right_first, right_rest @ ..]) = (*left, *right) {
                    let pair = (*exact, *left_first, *right_first);
                    if left_rest.is_empty() {
                        pending.pop();
                    } else {
                        (*left, *right) = (left_rest, right_rest);
                    }
                    return Some(pair);
                }
            }
            Pending::Sorted(exact, pairs) => {
                let exact = *exact;
                if let Some((left, right)) = pairs.pop() {
                    return Some((exact, left, right));
                }
            }
            Pending::Entries(exact, left, right, pairs) => {
                if let ([left_first, left_rest @ ..], [right_first, right_rest @ ..]) = (*left, *right) {
                    let is_key = *pairs > 0 && pairs.is_multiple_of(2);
                    (*left, *right, *pairs) = (left_rest, right_rest, pairs.saturating_sub(1));
                    return Some((*exact || is_key, *left_first, *right_first));
                }
            }
        }
        pending.pop();
    }
}

impl<'a> Rule<'a> {
    fn order<'h>(self, left: Term<'h>, right: Term<'h>) -> Ordering {
        let mut pending = Pendings::new();
        let mut pair = (self.exact, left, right);
        loop {
            let (exact, left, right) = pair;
            if let (Some(left), Some(right)) = (left.as_cons(), right.as_cons()) {
                if !left.tail().same(right.tail()) {
                    pending.push(Pending::Pair(exact, left.tail(), right.tail()));
                }
                pair = (exact, left.head(), right.head());
                continue;
            }
            if !left.same(right) {
                let order = Rule { exact, ..self }.shallow(left, right, &mut pending);
                if order.is_ne() {
                    return order;
                }
            }
            match next_pair(&mut pending) {
                Some(next) => pair = next,
                None => return Ordering::Equal,
            }
        }
    }

    /// Compares all but what is inside, which is left in `pending` when it decides.
    fn shallow<'h>(self, left: Term<'h>, right: Term<'h>, pending: &mut Pendings<'h>) -> Ordering {
        let kinds = (left.kind(), right.kind());
        match kinds {
            (Kind::Atom(left), Kind::Atom(right)) => self.atoms(left, right),
            (Kind::Tuple(left), Kind::Tuple(right)) => {
                pending.push(Pending::Slices(self.exact, left, right));
                left.len().cmp(&right.len())
            }
            (Kind::Record(left), Kind::Record(right)) => {
                // Their definitions come first, and so decide where there are not as many values.
                pending.push(Pending::Slices(self.exact, left, right));
                Ordering::Equal
            }
            (Kind::Map(left), Kind::Map(right)) => self.maps(left, right, pending),
            (Kind::Bits(left), Kind::Bits(right)) => left.order(right),
            (Kind::Closure(left), Kind::Closure(right)) => self.closures(left, right, pending),
            (Kind::ExternalFun(left), Kind::ExternalFun(right)) => self.exports(left, right),
            (Kind::Pid(left), Kind::Pid(right)) | (Kind::Port(left), Kind::Port(right)) => left.cmp(&right),
            (Kind::Reference(left), Kind::Reference(right)) => left.iter().rev().cmp(right.iter().rev()),
            (left, right) => match (number(&left), number(&right)) {
                (Some(left), Some(right)) => self.numbers(left, right),
                _ => rank(&left).cmp(&rank(&right)).then_with(|| self.identities(&left, &right)),
            },
        }
    }

    fn numbers(self, left: Number<'_>, right: Number<'_>) -> Ordering {
        match (left, right) {
            (Number::Integer(left), Number::Integer(right)) => left.order(right),
            (Number::Float(left), Number::Float(right)) if self.exact => left.total_cmp(&right),
            (Number::Float(left), Number::Float(right)) => {
                left.partial_cmp(&right).unwrap_or(Ordering::Equal)
            }
            (Number::Integer(_), Number::Float(_)) if self.exact => Ordering::Less,
            (Number::Float(_), Number::Integer(_)) if self.exact => Ordering::Greater,
            (Number::Integer(left), Number::Float(right)) => left.order_float(right),
            (Number::Float(left), Number::Integer(right)) => right.order_float(left).reverse(),
        }
    }

    fn atoms(self, left: Atom, right: Atom) -> Ordering {
        match self.atoms {
            Some(atoms) if left != right => atoms.name(left).cmp(atoms.name(right)),
            _ => left.cmp(&right),
        }
    }

    fn closures<'h>(self, left: Closure<'h>, right: Closure<'h>, pending: &mut Pendings<'h>) -> Ordering {
        pending.push(Pending::Slices(self.exact, left.free, right.free));
        let identity = |lambda: &Lambda| (lambda.index, lambda.old_unique, lambda.unique);
        self.atoms(left.lambda.module, right.lambda.module)
            .then_with(|| identity(left.lambda).cmp(&identity(right.lambda)))
            .then_with(|| left.free.len().cmp(&right.free.len()))
    }

    fn exports(self, left: &Export, right: &Export) -> Ordering {
        self.atoms(left.module, right.module)
            .then_with(|| self.atoms(left.function, right.function))
            .then_with(|| left.arity.cmp(&right.arity))
    }

    /// Size, then all keys, then all values, the least key's first.
    fn maps<'h>(self, left: Map<'h>, right: Map<'h>, pending: &mut Pendings<'h>) -> Ordering {
        let size = left.len().cmp(&right.len());
        if size.is_ne() {
            return size;
        }
        match (left, right) {
            (Map::Flat(left), Map::Flat(right))
                if self.keeps_order(left.keys) && self.keeps_order(right.keys) =>
            {
                pending.push(Pending::Slices(self.exact, left.values, right.values));
                if !left.key_tuple.same(right.key_tuple) {
                    pending.push(Pending::Slices(true, left.keys, right.keys));
                }
                Ordering::Equal
            }
            (Map::Trie(left), Map::Trie(right)) if self.atoms.is_none() || self.depth >= KEY_DEPTH => {
                self.nodes(left.root, right.root, pending)
            }
            _ => self.by_keys(left, right, pending),
        }
    }

    /// Nodes of large maps in some order, which tells whether they are equal: keys at different places are different.
    fn nodes<'h>(self, left: Node<'h>, right: Node<'h>, pending: &mut Pendings<'h>) -> Ordering {
        let shape = |node: Node<'_>| (node.pairs, node.nodes, node.entries.len());
        let pair_words = left.entries.len() - left.nodes.count_ones() as usize;
        pending.push(Pending::Entries(self.exact, left.entries, right.entries, pair_words));
        shape(left).cmp(&shape(right))
    }

    /// Maps of one size whose keys are not kept in term order. The least key that only one of them has decides, or else
    /// the least key whose values differ.
    fn by_keys<'h>(self, left: Map<'h>, right: Map<'h>, pending: &mut Pendings<'h>) -> Ordering {
        let least_beside = |map: Map<'h>, other: Map<'h>| {
            let beside = map.pairs().map(|(key, _)| key).filter(|key| other.get(*key).is_none());
            beside.min_by(|left, right| self.for_keys().order(*left, *right))
        };
        if let Some(of_left) = least_beside(left, right)
            && let Some(of_right) = least_beside(right, left)
        {
            return self.for_keys().order(of_left, of_right);
        }
        let both = left.pairs().filter_map(|(key, value)| Some((key, (value, right.get(key)?))));
        let mut differ: Vec<(Term<'h>, Pair<'h>)> =
            both.filter(|(_, (left, right))| !left.same(*right)).collect();
        // The last is taken first.
        differ.sort_unstable_by(|left, right| self.for_keys().order(right.0, left.0));
        pending.push(Pending::Sorted(self.exact, differ.into_iter().map(|(_, values)| values).collect()));
        Ordering::Equal
    }

    /// Whether keys in the order of a small map are in term order too, as far as this rule cares.
    fn keeps_order(self, keys: &[Term<'_>]) -> bool {
        let plain = |key: &Term<'_>| {
            !key.word().is_atom()
                && (!key.word().is_pointer() || key.as_bits().is_some() || number(&key.kind()).is_some())
        };
        self.atoms.is_none() || self.depth >= KEY_DEPTH || keys.iter().filter(|key| !plain(key)).count() < 2
    }

    /// The rule for keys of maps that are compared by this one.
    fn for_keys(self) -> Self {
        Rule { exact: true, depth: self.depth + 1, ..self }
    }

    /// Pids, ports and references of which one at least is of another node.
    fn identities(self, left: &Kind<'_>, right: &Kind<'_>) -> Ordering {
        let (Some(left), Some(right)) = (Identity::of(left), Identity::of(right)) else {
            return Ordering::Equal;
        };
        let node = || self.atoms(left.node, right.node).then(left.creation.cmp(&right.creation));
        let numbers = || left.numbers.cmp(&right.numbers);
        if left.node_first { node().then_with(numbers) } else { numbers().then_with(node) }
    }
}

/// The pairs of a map in term order of their keys.
pub fn sorted_pairs<'h>(atoms: &Atoms, map: Map<'h>) -> Vec<Pair<'h>> {
    let rule = Rule { exact: true, atoms: Some(atoms), depth: 0 }.for_keys();
    let mut pairs: Vec<Pair<'h>> = map.pairs().collect();
    pairs.sort_unstable_by(|left, right| rule.order(left.0, right.0));
    pairs
}

enum Number<'h> {
    Integer(Integer<'h>),
    Float(f64),
}

fn number<'h>(kind: &Kind<'h>) -> Option<Number<'h>> {
    match kind {
        Kind::Small(value) => Some(Number::Integer(Integer::small(*value))),
        Kind::Big(integer) => Some(Number::Integer(*integer)),
        Kind::Float(value) => Some(Number::Float(*value)),
        _ => None,
    }
}

/// The place of a type among the types.
fn rank(kind: &Kind<'_>) -> u8 {
    match kind {
        Kind::Small(_) | Kind::Big(_) | Kind::Float(_) => 0,
        Kind::Atom(_) => 1,
        Kind::Reference(_) | Kind::External(External { kind: Boxed::ExternalReference, .. }) => 2,
        Kind::Closure(_) => 3,
        Kind::ExternalFun(_) => 4,
        Kind::Port(_) | Kind::External(External { kind: Boxed::ExternalPort, .. }) => 5,
        Kind::Pid(_) | Kind::External(_) => 6,
        Kind::Tuple(_) => 7,
        Kind::Record(_) => 8,
        Kind::Map(_) => 9,
        Kind::Nil => 10,
        Kind::Cons(_) => 11,
        Kind::Bits(_) => 12,
    }
}

/// A pid, port or reference of any node, its most significant number first.
struct Identity {
    node_first: bool,
    node: Atom,
    creation: usize,
    numbers: [usize; 5],
}

impl Identity {
    fn of(kind: &Kind<'_>) -> Option<Identity> {
        let local = |node_first, numbers| {
            Some(Identity { node_first, node: names::nonode_nohost, creation: 0, numbers })
        };
        match kind {
            Kind::Pid(number) => local(false, [0, 0, 0, 0, *number as usize]),
            Kind::Port(number) => local(true, [0, 0, 0, 0, *number as usize]),
            Kind::Reference([low, middle, high]) => local(true, [0, 0, *high, *middle, *low]),
            Kind::External(external) => {
                let mut numbers = [0; 5];
                // A port's numbers begin with the most significant, those of the others end with it.
                let count = external.numbers.len().min(5);
                for (place, number) in external.numbers[..count].iter().enumerate() {
                    let from_end =
                        if external.kind == Boxed::ExternalPort { count - 1 - place } else { place };
                    numbers[4 - from_end] = *number;
                }
                Some(Identity {
                    node_first: external.kind != Boxed::ExternalPid,
                    node: external.node,
                    creation: external.creation,
                    numbers,
                })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::Arena;

    #[test]
    fn three_rules_see_numbers_differently() {
        let (atoms, arena) = (Atoms::new(), Arena::new());
        let float = |value: f64| arena.float(value).expect("memory");
        let one = Term::small_number(1);
        assert_eq!(order(&atoms, one, float(1.0)), Ordering::Equal);
        assert_eq!(order_exact(&atoms, one, float(1.0)), Ordering::Less);
        assert_eq!(order(&atoms, Term::small_number(2), float(1.5)), Ordering::Greater);
        assert_eq!(map_key_order(Term::small_number(2), float(1.5)), Ordering::Less);
        assert!(equal(one, float(1.0)) && !equal_exact(one, float(1.0)));
        assert!(equal(float(0.0), float(-0.0)) && !equal_exact(float(0.0), float(-0.0)));
        assert_eq!(map_key_order(float(-0.0), float(0.0)), Ordering::Less);
        let pair = |first| arena.tuple(&[first, Term::NIL]).expect("memory");
        assert!(equal(pair(one), pair(float(1.0))) && !equal_exact(pair(one), pair(float(1.0))));
        assert!(equal_exact(pair(one), pair(one)));
    }

    #[test]
    fn keys_of_maps_are_exact_and_values_are_not() {
        let (atoms, arena) = (Atoms::new(), Arena::new());
        let map = |key, value| arena.map(arena.tuple(&[key]).expect("memory"), &[value]).expect("memory");
        let (one, float) = (Term::small_number(1), arena.float(1.0).expect("memory"));
        assert!(equal(map(one, one), map(one, float)) && !equal_exact(map(one, one), map(one, float)));
        assert!(!equal(map(one, one), map(float, one)));
        assert_eq!(order(&atoms, map(Term::small_number(2), one), map(float, one)), Ordering::Less);
    }

    #[test]
    fn atoms_order_by_name_and_as_keys_by_number() {
        let atoms = Atoms::new();
        let (late, early) = (atoms.intern("zzz"), atoms.intern("aaa"));
        let (late, early) = (Term::atom(late.expect("room")), Term::atom(early.expect("room")));
        assert_eq!(order(&atoms, late, early), Ordering::Greater);
        assert_eq!(map_key_order(late, early), Ordering::Less);
        assert_eq!(order(&atoms, Term::atom(names::true_), early), Ordering::Greater);
    }
}
