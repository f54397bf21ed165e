//! Maps of any size against a plain ordered map, by random steps.
//!
//! `AVM_SEED` sets the seed. Whatever its history, a map has to be the one that is made of its pairs at once.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use fastrand::Rng;
use vm::atom::{Atom, Atoms};
use vm::etf::{Options, Resolver, decode, encode};
use vm::heap::Arena;
use vm::term::fun::LambdaIdentity;
use vm::term::map::{FLAT_KEYS, key_hash};
use vm::term::print::{Flavour, Limits, write_term};
use vm::term::{Export, Lambda, Map, Pair, Term, compare, hash};

/// Numbers by chance, the same each time for one seed.
fn random(salt: u64) -> Rng {
    let seed = std::env::var("AVM_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    Rng::with_seed(seed ^ salt << 20)
}

/// A key as the model has it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Key {
    Integer(i128),
    /// A whole number as a float.
    Float(i32),
    Atom(u8),
    Bytes(Vec<u8>),
    List(Vec<Key>),
    Tuple(Vec<Key>),
    Map(Box<Model>),
}

type Model = BTreeMap<Key, i32>;

impl Key {
    /// One of about `range` keys of each type.
    fn any(random: &mut Rng, range: usize) -> Key {
        let number = random.usize(..range) as i32;
        match random.usize(..9) {
            0 | 1 => Key::Integer(i128::from(number - range as i32 / 2)),
            2 => Key::Integer(i128::from(number) << 62),
            3 => Key::Float(number),
            4 => Key::Atom((number % 200) as u8),
            5 => Key::Bytes(number.to_le_bytes()[..random.usize(..4)].to_vec()),
            6 => Key::List(vec![Key::Integer(i128::from(number)), Key::Atom(1)]),
            7 => Key::Tuple(vec![Key::Atom(0), Key::Integer(i128::from(number % 7)), Key::Float(number / 7)]),
            _ => {
                let size = [1, 2, 40][random.usize(..3)];
                Key::Map(Box::new((0..size).map(|key| (Key::Integer(key), number)).collect()))
            }
        }
    }
}

struct Subject<'h> {
    arena: &'h Arena,
    atoms: &'h Atoms,
}

impl<'h> Subject<'h> {
    fn key(&self, key: &Key) -> Term<'h> {
        let terms = |keys: &[Key]| keys.iter().map(|key| self.key(key)).collect::<Vec<_>>();
        let made = match key {
            Key::Integer(value) => {
                let magnitude = value.unsigned_abs();
                self.arena.integer(*value < 0, &[magnitude as usize, (magnitude >> 64) as usize])
            }
            Key::Float(value) => self.arena.float(f64::from(*value)),
            Key::Atom(number) => Ok(Term::atom(self.atoms.intern(&format!("key{number}")).expect("room"))),
            Key::Bytes(bytes) => self.arena.bytes(bytes),
            Key::List(keys) => self.arena.list(&terms(keys)),
            Key::Tuple(keys) => self.arena.tuple(&terms(keys)),
            Key::Map(model) => Ok(self.map(&mut Rng::with_seed(1), model)),
        };
        made.expect("memory")
    }

    /// The pairs of a model in random order.
    fn pairs(&self, random: &mut Rng, model: &Model) -> Vec<Pair<'h>> {
        let mut pairs: Vec<Pair<'h>> =
            model.iter().map(|(key, value)| (self.key(key), Term::small_number(*value))).collect();
        for index in (1..pairs.len()).rev() {
            pairs.swap(index, random.usize(..index + 1));
        }
        pairs
    }

    fn map(&self, random: &mut Rng, model: &Model) -> Term<'h> {
        self.arena.map_of_pairs(self.pairs(random, model)).expect("memory")
    }

    /// One random change of a map and its model.
    fn change(&self, random: &mut Rng, map: Term<'h>, model: &mut Model, grows: bool) -> Term<'h> {
        let key = Key::any(random, 40);
        let value = random.usize(..3) as i32;
        match random.usize(..20) {
            0 => {
                let few: Model = (0..random.usize(..30)).map(|_| (Key::any(random, 40), value)).collect();
                let other = self.map(random, &few);
                if random.usize(..2) == 0 {
                    model.extend(few);
                    return self.arena.map_merged(map, other).expect("memory");
                }
                few.into_iter().for_each(|(key, value)| {
                    model.entry(key).or_insert(value);
                });
                self.arena.map_merged(other, map).expect("memory")
            }
            step if (step < 14) == grows => {
                model.insert(key.clone(), value);
                self.arena.map_with(map, self.key(&key), Term::small_number(value)).expect("memory")
            }
            _ => {
                let removed = self.arena.map_without(view(map), self.key(&key)).expect("memory");
                let before = model.remove(&key);
                assert_eq!(
                    removed.map(|(value, _)| value.as_small()),
                    before.map(|value| Some(value as isize))
                );
                removed.map_or(map, |(_, rest)| rest)
            }
        }
    }

    fn text(&self, term: Term<'_>) -> String {
        let mut text = String::new();
        write_term(&mut text, self.atoms, term, Limits::all(Flavour::Display)).expect("text");
        text
    }

    /// The map is that of the model, by every way of looking at it.
    fn check(&self, random: &mut Rng, map: Term<'h>, model: &Model) {
        let shown = || self.text(map);
        assert_eq!(view(map).len(), model.len(), "{}", shown());
        assert_eq!(matches!(view(map), Map::Trie(_)), model.len() > FLAT_KEYS, "{}", shown());
        for (key, value) in model {
            let found = view(map).get(self.key(key)).and_then(Term::as_small);
            assert_eq!(found, Some(*value as isize), "{key:?} in {}", shown());
        }
        let pairs: Vec<Pair<'h>> = view(map).pairs().collect();
        assert_eq!(pairs.len(), model.len(), "{}", shown());
        if let Map::Trie(trie) = view(map) {
            assert!(pairs.is_sorted_by_key(|(key, _)| key_hash(*key)), "{}", shown());
            let place = random.usize(..pairs.len().max(1));
            let rest = trie.pairs_from(key_hash(pairs[place].0));
            assert!(rest.map(|(key, _)| key.word()).eq(pairs[place..].iter().map(|(key, _)| key.word())));
        }
        let fresh = self.map(random, model);
        self.check_same(map, fresh);
        let copy = Arena::new();
        self.check_same(map, copy.copy(map).expect("memory"));
        for deterministic in [false, true] {
            let bytes = encode(self.atoms, map, Options { deterministic, ..Options::default() });
            assert!(deterministic || bytes == encode(self.atoms, fresh, Options::default()));
            let (read, length) = decode(&copy, self.atoms, &Functionless, &bytes, true).expect("a term");
            assert_eq!(length, bytes.len());
            self.check_same(map, read);
        }
    }

    fn check_same(&self, map: Term<'_>, other: Term<'_>) {
        assert!(compare::equal_exact(map, other) && compare::equal(map, other), "{}", self.text(map));
        assert_eq!(compare::order(self.atoms, map, other), Ordering::Equal);
        assert_eq!(compare::map_key_order(map, other), Ordering::Equal);
        assert_eq!(hash::internal(map), hash::internal(other));
        assert_eq!(hash::portable(self.atoms, map), hash::portable(self.atoms, other));
        assert_eq!(self.text(map), self.text(other));
    }

    /// The order of maps as it is defined: size, keys, values.
    fn order(&self, left: Term<'_>, right: Term<'_>) -> Ordering {
        let [left, right] = [left, right].map(|map| compare::sorted_pairs(self.atoms, view(map)));
        let of = |left: Term<'_>, right: Term<'_>| compare::order_exact(self.atoms, left, right);
        let keys = || left.iter().zip(&right).map(|(left, right)| of(left.0, right.0));
        let values = || left.iter().zip(&right).map(|(left, right)| of(left.1, right.1));
        let mut all = std::iter::once(left.len().cmp(&right.len())).chain(keys()).chain(values());
        all.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }
}

/// No function is known, so no fun is read.
struct Functionless;

impl Resolver for Functionless {
    fn export(&self, _: Atom, _: Atom, _: u32, _: bool) -> Option<&'static Export> {
        None
    }

    fn lambda(&self, _: &LambdaIdentity) -> Option<&'static Lambda> {
        None
    }
}

fn view(map: Term<'_>) -> Map<'_> {
    map.as_map().expect("a map")
}

#[test]
fn a_map_is_what_its_pairs_are_whatever_its_history() {
    for salt in 1..5 {
        let (mut random, atoms, arena) = (random(salt), Atoms::new(), Arena::new());
        let subject = Subject { arena: &arena, atoms: &atoms };
        let (mut map, mut model) = (subject.map(&mut random, &Model::new()), Model::new());
        for step in 0..1500 {
            // It grows far and shrinks to little again; where maps change their kind every step is checked.
            map = subject.change(&mut random, map, &mut model, step % 700 < 350);
            if step % 50 == 0 || (30..36).contains(&model.len()) && step % 4 == 0 {
                subject.check(&mut random, map, &model);
            }
        }
    }
}

#[test]
fn maps_have_the_order_of_their_keys_and_values() {
    let (mut random, atoms, arena) = (random(9), Atoms::new(), Arena::new());
    let subject = Subject { arena: &arena, atoms: &atoms };
    let mut unequal = 0;
    for size in [1, 5, 31, 32, 33, 34, 60, 200] {
        let mut model = Model::new();
        while model.len() < size {
            model.insert(Key::any(&mut random, 200), 0);
        }
        let map = subject.map(&mut random, &model);
        let mut others = vec![map];
        for _ in 0..12 {
            let mut other = model.clone();
            // Two keys are other ones, or two values.
            for _ in 0..random.usize(..3) {
                let place = random.usize(..size);
                let key = other.keys().nth(place).expect("a key").clone();
                if random.usize(..2) == 0 {
                    other.insert(key, random.usize(..3) as i32 - 1);
                } else {
                    other.remove(&key);
                    while other.len() < size {
                        other.insert(Key::any(&mut random, 200), 0);
                    }
                }
            }
            others.push(subject.map(&mut random, &other));
        }
        for (left, right) in others.iter().flat_map(|left| others.iter().map(move |right| (*left, *right))) {
            let expected = subject.order(left, right);
            unequal += usize::from(expected.is_ne());
            assert_eq!(compare::order_exact(&atoms, left, right), expected);
            assert_eq!(compare::equal_exact(left, right), expected.is_eq());
            let kept = compare::map_key_order(left, right);
            assert_eq!(
                (kept.is_eq(), compare::map_key_order(right, left)),
                (expected.is_eq(), kept.reverse())
            );
        }
    }
    assert!(unequal > 500, "{unequal}");
}
