//! The collector moves terms and changes none: random heaps print the same after.
//!
//! `AVM_SEED` sets the seed. Every collection is followed by a walk over the heap (`Heap::check`).
#![expect(unsafe_code, reason = "roots are words at rest, which only their owner knows to be valid")]

use fastrand::Rng;
use vm::atom::{Atoms, names};
use vm::heap::shared::SharedBytes;
use vm::heap::{Heap, MIN_WORDS, Parcel};
use vm::sync::Arc;
use vm::term::print::{Flavour, Limits, write_term};
use vm::term::{Boxed, Term, Word};

/// Roots beside the stack.
const ROOTS: usize = 12;
/// What a term prints at most, so that sharing does not make it endless.
const SHOWN_BYTES: usize = 2000;

/// Numbers by chance, the same each time for one seed.
fn random(salt: u64) -> Rng {
    let seed = std::env::var("AVM_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    Rng::with_seed(seed ^ salt << 20)
}

/// A heap, roots into it, and buffers it may share.
struct Subject {
    heap: Heap,
    roots: Vec<Word>,
    buffers: Vec<Arc<SharedBytes>>,
    atoms: Atoms,
}

impl Subject {
    fn new() -> Subject {
        let buffer = |size: usize| SharedBytes::copy_of(&vec![size as u8; size], size).expect("memory");
        Subject {
            heap: Heap::new(MIN_WORDS).expect("memory"),
            roots: vec![Word::NIL; ROOTS],
            buffers: [100, 2000, 40_000].map(buffer).to_vec(),
            atoms: Atoms::new(),
        }
    }

    fn term(&self, word: Word) -> Term<'_> {
        // SAFETY: the word is one of this heap's roots, which every collection mends.
        unsafe { Term::new(word) }
    }

    fn text(&self, word: Word) -> String {
        let mut text = String::new();
        let limits = Limits { flavour: Flavour::Display, bytes: SHOWN_BYTES };
        write_term(&mut text, &self.atoms, self.term(word), limits).expect("text");
        text
    }

    fn texts(&self) -> Vec<String> {
        self.roots.iter().chain(self.heap.stack()).map(|word| self.text(*word)).collect()
    }

    /// A new term of others that are there.
    fn build(&self, random: &mut Rng) -> Word {
        let arena = &self.heap.arena;
        let any = |random: &mut Rng| self.term(self.roots[random.usize(..ROOTS)]);
        let (one, other) = (any(random), any(random));
        let number = random.usize(..usize::MAX) as i64;
        let built = match random.usize(..15) {
            0 => arena.list(&[one, other, Term::small_number(number as i32 >> 5)]),
            1 => arena.tuple(&[one, Term::atom(names::ok), other]),
            2 => arena.i64(number),
            3 => arena.integer(number < 0, &[1, 2, number as usize | 1]),
            4 => arena.float(number as f64 / 3.0),
            5 => arena.bytes(&[number as u8; 60][..random.usize(..60)]),
            6 | 7 => {
                let buffer = self.buffers[random.usize(..self.buffers.len())].clone();
                let bits = buffer.capacity() * 8;
                arena.shared_bits(buffer, bits - random.usize(..9))
            }
            8 => match one.as_bits() {
                Some(bits) if bits.length() > 8 => {
                    let first = random.usize(..8);
                    arena.sub_bits(one, first, bits.length() - first)
                }
                _ => arena.cons(one, other),
            },
            9 | 14 => match one.as_map() {
                Some(map) if random.usize(..2) == 0 => {
                    let key = map.pairs().nth(random.usize(..map.len().max(1))).map_or(other, |(key, _)| key);
                    arena.map_without(map, key).map(|without| without.map_or(one, |(_, rest)| rest))
                }
                Some(_) => arena.map_with(one, Term::small_number(number as i32 % 100), other),
                None => {
                    let pairs = (0..random.usize(..90))
                        .map(|key| (Term::small_number(key as i32 * 7 % 100), Term::NIL));
                    arena.map_of_pairs(pairs.chain([(Term::NIL, other)]).collect())
                }
            },
            10 => arena.reference([number as usize, 2, 3]),
            11 => arena.external(Boxed::ExternalPid, names::ok, 7, &[number as usize, 1]),
            12 => Parcel::new(one).and_then(|parcel| {
                let word = parcel.open(arena);
                arena.cons(self.term(word), other)
            }),
            _ => arena.cons(one, other),
        };
        built.expect("memory").word()
    }

    fn collect(&mut self, need: usize, full: bool) {
        // What a process does first: back from fragments to the block.
        self.heap.arena.leave_fragment();
        let (top, stack_top) = self.heap.tops();
        self.heap.set_tops(top, stack_top);
        let roots: &mut [&mut [Word]] = &mut [&mut self.roots];
        if full { self.heap.full(need, roots) } else { self.heap.collect(need, roots) }.expect("memory");
        self.heap.check(&[&self.roots]);
        let (top, stack_top) = self.heap.tops();
        assert!(stack_top as usize - top as usize >= need * size_of::<Word>(), "{need} words were asked for");
    }

    /// How many counts of a buffer the heap holds.
    fn held(&self, index: usize) -> usize {
        Arc::strong_count(&self.buffers[index]) - 1
    }
}

#[test]
fn collections_change_no_term() {
    for salt in 0..10 {
        let mut random = random(salt);
        let mut subject = Subject::new();
        for round in 0..300 {
            for _ in 0..random.usize(..40) {
                let word = subject.build(&mut random);
                subject.roots[random.usize(..ROOTS)] = word;
            }
            subject.heap.check(&[&subject.roots]);
            if round % 7 == 0 {
                subject.collect(8, false);
                let word = subject.roots[random.usize(..ROOTS)];
                subject.heap.push(word);
            }
            let before = subject.texts();
            subject.collect(random.usize(..600), random.usize(..20) == 0);
            assert_eq!(subject.texts(), before, "seed salt {salt}, round {round}");
        }
        let buffers = std::mem::take(&mut subject.buffers);
        drop(subject);
        assert!(buffers.iter().all(|buffer| Arc::strong_count(buffer) == 1), "counts are given back");
    }
}

#[test]
fn garbage_goes_and_counts_are_given_back() {
    let mut subject = Subject::new();
    for round in 0..50 {
        let shared = subject.heap.arena.shared_bits(subject.buffers[0].clone(), 800).expect("memory").word();
        let kept = subject.heap.arena.shared_bits(subject.buffers[1].clone(), 800).expect("memory").word();
        subject.roots[0] = shared;
        subject.roots[1 + round % 3] = kept;
        subject.collect(16, false);
    }
    assert!(subject.held(0) >= 1 && subject.held(1) >= 3);
    subject.collect(0, true);
    assert_eq!((subject.held(0), subject.held(1)), (1, 3));
    subject.roots.fill(Word::NIL);
    subject.collect(0, true);
    assert_eq!((subject.held(0), subject.held(1)), (0, 0));
    assert_eq!(subject.heap.used_words(), 0);
}

#[test]
fn what_survives_twice_is_not_moved_again() {
    let mut subject = Subject::new();
    let list = subject.heap.arena.byte_list(b"that stays").expect("memory").word();
    subject.roots[0] = list;
    subject.collect(8, false);
    subject.collect(8, false);
    let place = subject.roots[0];
    for _ in 0..20 {
        subject.roots[1] = subject.heap.arena.byte_list(b"that goes").expect("memory").word();
        subject.collect(8, false);
        assert_eq!(subject.roots[0], place, "an old term was moved by a minor collection");
    }
    subject.collect(8, true);
    assert_ne!(subject.roots[0], place);
    assert_eq!(subject.text(subject.roots[0]), "\"that stays\"");
}

#[test]
fn a_list_of_a_million_survives_growth_and_shrinking() {
    let mut subject = Subject::new();
    for number in 0..1_000_000 {
        let tail = subject.term(subject.roots[0]);
        subject.roots[0] = subject.heap.arena.cons(Term::small_number(number), tail).expect("memory").word();
        if number % 50_000 == 0 {
            subject.collect(100, false);
        }
    }
    subject.collect(0, false);
    let numbers = |subject: &Subject| -> (usize, isize) {
        let list = subject.term(subject.roots[0]).list();
        list.fold((0, 0), |(count, sum), number| (count + 1, sum + number.as_small().unwrap_or(0)))
    };
    assert_eq!(numbers(&subject), (1_000_000, 499_999_500_000));
    subject.collect(0, true);
    assert_eq!(numbers(&subject), (1_000_000, 499_999_500_000));
    let large = subject.heap.total_words();
    subject.roots[0] = Word::NIL;
    subject.collect(0, true);
    assert!(subject.heap.total_words() <= MIN_WORDS * 2 && large > 2_000_000, "the heap shrinks again");
}

#[test]
fn room_that_is_needed_no_longer_is_given_back() {
    let mut subject = Subject::new();
    for _ in 0..50 {
        // Messages come in fragments, and nothing of them stays.
        let parcel = subject.buffers[0].bytes(100).repeat(20);
        let parcel = Parcel::build(|arena| arena.byte_list(&parcel)).expect("memory");
        parcel.open(&subject.heap.arena);
        subject.collect(8, false);
    }
    assert!(subject.heap.total_words() <= MIN_WORDS * 2, "{} words", subject.heap.total_words());
    let list = subject.heap.arena.byte_list(&vec![7; 100_000]).expect("memory").word();
    subject.roots[0] = list;
    subject.collect(8, false);
    let large = subject.heap.total_words();
    subject.roots[0] = Word::NIL;
    (0..10).for_each(|_| subject.collect(8, false));
    assert!(large > 200_000 && subject.heap.total_words() <= MIN_WORDS * 2);
    subject.heap.tighten(8, &mut [&mut subject.roots]).expect("memory");
    assert!(subject.heap.total_words() < 100, "{} words", subject.heap.total_words());
}

#[test]
fn a_need_is_met_whatever_is_alive() {
    let mut subject = Subject::new();
    for need in [0, 1, 200, 233, 1000, 100_000, 3] {
        subject.roots[0] = subject.heap.arena.byte_list(&vec![7; need]).expect("memory").word();
        subject.collect(need, false);
        assert_eq!(subject.term(subject.roots[0]).list().count(), need);
    }
}

#[test]
#[should_panic(expected = "no term")]
fn a_walk_finds_what_is_no_term() {
    let mut subject = Subject::new();
    let tuple = subject.heap.arena.tuple(&[Term::NIL, Term::NIL]).expect("memory").word();
    // SAFETY: the tuple was just made, and has two elements.
    unsafe { *tuple.address().add(2) = Word::catch(3) };
    subject.roots[0] = tuple;
    subject.heap.check(&[&subject.roots]);
}

#[test]
#[should_panic(expected = "a pointer to another kind")]
fn a_walk_finds_pointers_to_another_kind() {
    let mut subject = Subject::new();
    let cell = subject.heap.arena.cons(Term::NIL, Term::NIL).expect("memory").word();
    subject.roots[0] = Word::boxed(cell.address());
    subject.heap.check(&[&subject.roots]);
}
