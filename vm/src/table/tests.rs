//! Tables beside models of them, through random changes.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::*;
use crate::atom::names;
use crate::heap::Arena;

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

fn table(kind: Kind) -> Table {
    let (protection, tuning) = (Protection::Public, Tuning::default());
    let plan = Plan { name: names::ets, named: false, kind, place: 0, protection, heir: None, tuning };
    Table::new(plan, [1, 0, 0], 1, Held::default())
}

/// A key of a number: a small integer, a float or a binary, so that keys of all hashes and sizes meet.
fn key(arena: &Arena, number: usize) -> Term<'_> {
    let made = match number % 3 {
        0 => Ok(Term::small_number(number as i32)),
        1 => arena.float(number as f64 + 0.5),
        _ => arena.bytes(&[number as u8; 70]),
    };
    let part = made.expect("memory");
    if number.is_multiple_of(5) {
        arena.tuple(&[part, Term::small_number(number as i32)]).expect("memory")
    } else {
        part
    }
}

fn object<'h>(arena: &'h Arena, number: usize, value: usize) -> Term<'h> {
    arena.tuple(&[key(arena, number), Term::small_number(value as i32)]).expect("memory")
}

/// The values of a key.
fn values(table: &Table, atoms: &Atoms, key: Term<'_>) -> Vec<usize> {
    table.rows().get(atoms, key).iter().filter_map(|row| row.elements()[1].as_usize()).collect()
}

/// All values, in the order of a walk that stops after every few rows.
fn walked(table: &Table, atoms: &Atoms, upwards: bool, stride: usize) -> Vec<usize> {
    let arena = Arena::new();
    let (mut seen, mut place) = (Vec::new(), Place::Start);
    loop {
        let mut left = stride;
        let rows = table.rows();
        let next = rows.walk(atoms, place, upwards, |row| {
            seen.extend(row.elements()[1].as_usize());
            left = left.saturating_sub(1);
            Ok::<_, OutOfMemory>(if left == 0 { Walk::Stop } else { Walk::On })
        });
        place = match next.expect("no error") {
            None => return seen,
            Some(Place::Key(key)) => Place::Key(arena.copy(key).expect("memory")),
            Some(Place::Hash(hash)) => Place::Hash(hash),
            Some(Place::Start) => panic!("a walk goes on"),
        };
    }
}

fn agree(table: &Table, atoms: &Atoms, model: &BTreeMap<usize, Vec<usize>>, keys: usize) {
    let arena = Arena::new();
    for number in 0..keys {
        let expected = model.get(&number).cloned().unwrap_or_default();
        assert_eq!(values(table, atoms, key(&arena, number)), expected);
    }
    let mut all: Vec<usize> = model.values().flatten().copied().collect();
    assert_eq!(table.count(), all.len());
    all.sort_unstable();
    for (upwards, stride) in [(true, 1), (true, 7), (false, 1), (false, 5)] {
        let mut seen = walked(table, atoms, upwards, stride);
        seen.sort_unstable();
        assert_eq!(seen, all);
    }
    let rows = table.rows();
    if let Rows::Sorted(sorted) = &*rows {
        sorted.check(atoms);
    }
    let mut words = 0;
    let _ = rows.walk(atoms, Place::Start, true, |row| {
        words += row.words();
        Ok::<_, OutOfMemory>(Walk::On)
    });
    assert_eq!(table.row_words.get(), words);
}

/// Random changes to a table and to what it should be.
fn live(kind: Kind, seed: u64) {
    let (atoms, mut chance) = (Atoms::new(), Chance(seed));
    let (own, mut model) = (table(kind), BTreeMap::<usize, Vec<usize>>::new());
    let keys = 1 + chance.below(700);
    for round in 0..3000 {
        let arena = Arena::new();
        let (number, value) = (chance.below(keys), chance.below(4));
        // It grows, and towards the end it shrinks.
        match chance.below(if round < 1800 { 12 } else { 40 }) {
            0..8 => {
                own.insert(&atoms, Row::new(object(&arena, number, value)).expect("memory")).expect("memory");
                let values = model.entry(number).or_default();
                match kind {
                    Kind::Set | Kind::OrderedSet => *values = alloc::vec![value],
                    Kind::Bag if values.contains(&value) => {}
                    _ => values.push(value),
                }
            }
            8 | 9 => {
                let gone = own.remove_object(&atoms, object(&arena, number, value));
                let values = model.entry(number).or_default();
                let before = values.len();
                values.retain(|own| *own != value);
                assert_eq!(gone, before - values.len());
                if values.is_empty() {
                    model.remove(&number);
                }
            }
            _ => assert_eq!(own.remove(&atoms, key(&arena, number)), model.remove(&number).is_some()),
        }
        if round % 500 == 499 {
            agree(&own, &atoms, &model, keys);
        }
    }
    let mut rows = own.clear();
    agree(&own, &atoms, &BTreeMap::new(), keys);
    while !rows.shed(10) {}
}

#[test]
fn tables_are_what_their_models_are() {
    for (number, kind) in
        [Kind::Set, Kind::OrderedSet, Kind::Bag, Kind::DuplicateBag].into_iter().cycle().take(24).enumerate()
    {
        live(kind, 0x9e37_79b9 + number as u64 * 7919);
    }
}

#[test]
fn an_ordered_set_is_in_order() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    let own = table(Kind::OrderedSet);
    for number in (0..5000).map(|number| number * 7 % 5000) {
        let row = arena.tuple(&[Term::small_number(number), Term::small_number(number)]);
        own.insert(&atoms, Row::new(row.expect("memory")).expect("memory")).expect("memory");
    }
    let ascending: Vec<usize> = (0..5000).collect();
    assert_eq!(walked(&own, &atoms, true, 64), ascending);
    let descending: Vec<usize> = (0..5000).rev().collect();
    assert_eq!(walked(&own, &atoms, false, 1), descending);
    let value = |rows: &[Row]| rows.first().and_then(|row| row.elements()[1].as_usize());
    let (float, rows) = (arena.float(7.5).expect("memory"), own.rows());
    assert_eq!(rows.next(&atoms, float, true, false).and_then(value), Some(8));
    assert_eq!(rows.next(&atoms, float, false, false).and_then(value), Some(7));
    assert_eq!(value(rows.get(&atoms, arena.float(9.0).expect("memory"))), Some(9));
    assert_eq!(rows.part(&atoms, 4321).map(|rows| rows[0].elements()[1].as_usize()), Some(Some(4321)));
    assert!(rows.part(&atoms, 5000).is_none());
}

#[cfg(target_pointer_width = "64")]
#[test]
fn keys_of_one_hash_are_kept_apart() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    let cells = crate::term::hash::tests::colliding(&arena, 9);
    let own = table(Kind::Set);
    for (number, cell) in cells.iter().enumerate() {
        let row = arena.tuple(&[*cell, Term::small_number(number as i32)]).expect("memory");
        own.insert(&atoms, Row::new(row).expect("memory")).expect("memory");
    }
    for (number, cell) in cells.iter().enumerate() {
        assert_eq!(values(&own, &atoms, *cell), [number]);
    }
    let order = walked(&own, &atoms, true, 2);
    assert_eq!(order.len(), 9);
    own.fix(1, 0);
    let fourth = cells[order[3]];
    assert!(own.remove(&atoms, fourth) && own.is_gone(fourth));
    let rows = own.rows();
    let next = rows.next(&atoms, fourth, true, true).and_then(|rows| rows[0].elements()[1].as_usize());
    assert_eq!(next, Some(order[4]));
}

#[test]
fn what_arrives_comes_at_once() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    let own = table(Kind::Set);
    let row = |number| Row::new(object(&arena, number, number)).expect("memory");
    own.receive((0..10).rev().map(row).collect());
    assert!(!own.settle(&atoms, 4).expect("memory"));
    assert_eq!(own.count(), 4);
    assert!(own.settle(&atoms, usize::MAX).expect("memory"));
    assert_eq!(own.count(), 10);
    assert!(own.knows_any(&atoms, &[row(11), row(3)]) && !own.knows_any(&atoms, &[row(11)]));
}
