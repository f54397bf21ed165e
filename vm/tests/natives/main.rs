//! Native functions on data against OTP: calls and what `erl` gave for them.
//!
//! A line of `calls/*.calls` is `module:function(arguments) => result`, where a result may be `error Reason`;
//! `record.escript` writes the results. Results are compared by `=:=`.

mod reader;

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;

use reader::Reader;
use vm::bif::{self, Callee, Code, Context, Control, Declared, Natives, Room};
use vm::heap::Arena;
use vm::platform::host::Host;
use vm::process::{Class, Fault, Native, Process};
use vm::sched::{OpenPort, System};
use vm::term::print::{Flavour, Limits, write_term};
use vm::term::{Lambda, Term, compare};

/// The tables of functions on data.
const DATA: &[&[Declared]] = &[
    bif::binary::TABLE,
    bif::binary::search::TABLE,
    bif::erlang::arithmetic::TABLE,
    bif::erlang::binaries::TABLE,
    bif::erlang::checksums::TABLE,
    bif::erlang::comparison::TABLE,
    bif::erlang::conversions::TABLE,
    bif::erlang::external::TABLE,
    bif::erlang::funs::TABLE,
    bif::erlang::lists::TABLE,
    bif::erlang::tuples::TABLE,
    bif::erlang::types::TABLE,
    bif::erts_debug::TABLE,
    bif::erts_internal::maps::TABLE,
    bif::ets::ELEMENTS,
    bif::ets::INFO,
    bif::ets::OBJECTS,
    bif::ets::SELECT,
    bif::ets::SPECS,
    bif::ets::TABLES,
    bif::ets::TRAVERSAL,
    bif::lists::TABLE,
    bif::maps::TABLE,
    bif::math::TABLE,
    bif::re::TABLE,
    bif::string::TABLE,
    bif::unicode::TABLE,
    bif::zlib::TABLE,
];

/// A system and a process without code, to call native functions in.
struct Bench {
    system: System,
    process: Process,
    natives: Natives,
    reductions: Cell<usize>,
}

impl Bench {
    fn new() -> Self {
        let natives = Natives;
        Bench {
            system: System::new(Rc::new(Host::new()), natives.finder()),
            process: Process::new(1, 1000).expect("a heap"),
            natives,
            reductions: Cell::new(0),
        }
    }

    /// What a native function gives; `None` when there is none, or it decides where the process goes on.
    fn call<'h>(
        &'h self,
        arena: &'h Arena,
        module: &str,
        name: &str,
        arguments: &[Term<'h>],
    ) -> Option<Native<'h>> {
        let number = self.natives.find(module, name, arguments.len() as u32)?;
        let (system, reductions) = (&self.system, &self.reductions);
        let room = Room { arena, system, pid: self.process.pid, reductions };
        let context = Context { arena, process: &self.process, system, reductions };
        Some(match (self.natives.get(number).code, arguments) {
            (Code::Guard0(code), []) => code(room, []),
            (Code::Guard1(code), &[a]) => code(room, [a]),
            (Code::Guard2(code), &[a, b]) => code(room, [a, b]),
            (Code::Guard3(code), &[a, b, c]) => code(room, [a, b, c]),
            (Code::Plain0(code), []) => code(context, []),
            (Code::Plain1(code), &[a]) => code(context, [a]),
            (Code::Plain2(code), &[a, b]) => code(context, [a, b]),
            (Code::Plain3(code), &[a, b, c]) => code(context, [a, b, c]),
            (Code::Plain4(code), &[a, b, c, d]) => code(context, [a, b, c, d]),
            (Code::Control1(code), &[a]) => self.value_of(arena, code(context, [a])),
            (Code::Control2(code), &[a, b]) => self.value_of(arena, code(context, [a, b])),
            (Code::Control3(code), &[a, b, c]) => self.value_of(arena, code(context, [a, b, c])),
            _ => return None,
        })
    }

    /// The value of a function that may go on later.
    fn value_of<'h>(&'h self, arena: &'h Arena, control: Result<Control<'h>, Fault<'h>>) -> Native<'h> {
        match control? {
            Control::Value(value) => Ok(value),
            Control::Later(Callee::Function(module, name), arguments) => {
                let (module, name) = (self.system.atoms.name(module), self.system.atoms.name(name));
                self.call(arena, module, name, &arguments).unwrap_or(Err(Fault::badarg()))
            }
            _ => Err(Fault::badarg()),
        }
    }

    fn show(&self, term: Term<'_>) -> String {
        let mut text = String::new();
        write_term(&mut text, &self.system.atoms, term, Limits::all(Flavour::Write)).expect("a string");
        text
    }

    fn show_result(&self, result: &Native<'_>) -> String {
        match result {
            Ok(term) => self.show(*term),
            Err(fault) => {
                format!("{} {}", self.system.atoms.name(fault.class.atom()), self.show(fault.reason))
            }
        }
    }

    /// What is wrong with a line, if anything.
    fn check(&self, line: &str) -> Option<String> {
        let arena = Arena::new();
        let mut reader = Reader::new(line, &arena, &self.system);
        let (module, name) = reader.function();
        let arguments = reader.arguments();
        let expected = reader.result();
        let found = match self.call(&arena, &module, &name, &arguments) {
            Some(found) => found,
            None => return Some(format!("{line}\n  there is no such function")),
        };
        let same = match (&found, &expected) {
            (Ok(found), Ok(expected)) => compare::equal_exact(*found, *expected),
            (Err(Fault { class: Class::Error, reason, .. }), Err(expected)) => {
                compare::equal_exact(*reason, *expected)
            }
            _ => false,
        };
        (!same).then(|| format!("{line}\n  gave {}", self.show_result(&found)))
    }
}

#[test]
fn calls_give_what_otp_gives() {
    let bench = Bench::new();
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/natives/calls");
    let (mut count, mut wrong) = (0, Vec::new());
    for file in std::fs::read_dir(directory).expect("the calls") {
        let path = file.expect("a file of calls").path();
        let text = std::fs::read_to_string(&path).expect("text");
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('%')) {
            count += 1;
            wrong.extend(bench.check(line));
        }
    }
    assert!(count > 400, "only {count} calls");
    let shown = wrong.iter().take(50).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {count} calls are wrong:\n{shown}", wrong.len());
}

/// Calls a function that is there and gives a result.
fn good<'h>(
    bench: &'h Bench,
    arena: &'h Arena,
    (module, name): (&str, &str),
    arguments: &[Term<'h>],
) -> Term<'h> {
    let result = bench.call(arena, module, name, arguments).expect("a function");
    match result {
        Ok(term) => term,
        Err(_) => panic!("{module}:{name} gave {}", bench.show_result(&result)),
    }
}

/// A list of `depth` lists in each other around a term.
fn nested<'h>(arena: &'h Arena, depth: usize, innermost: Term<'h>) -> Term<'h> {
    (0..depth).fold(innermost, |inner, _| arena.list(&[inner]).expect("memory"))
}

#[test]
fn deep_lists_need_no_stack() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let deep = nested(&arena, 1_000_000, Term::small_number(120));
    for function in ["iolist_to_binary", "list_to_binary", "list_to_bitstring"] {
        let binary = good(&bench, &arena, ("erlang", function), &[deep]);
        assert_eq!(binary.as_bytes(), Some(&b"x"[..]), "{function}");
    }
    let utf8 = Term::atom(vm::atom::names::utf8);
    let text = good(&bench, &arena, ("unicode", "characters_to_binary"), &[deep, utf8]);
    assert_eq!(text.as_bytes(), Some(&b"x"[..]));
    let twin = nested(&arena, 1_000_000, Term::small_number(120));
    let difference = good(&bench, &arena, ("erlang", "--"), &[arena.list(&[deep]).expect("memory"), twin]);
    assert!(difference.as_cons().is_some_and(|cons| cons.head().same(deep)));
    let bytes = good(&bench, &arena, ("erlang", "term_to_binary"), &[deep]);
    let read = good(&bench, &arena, ("erlang", "binary_to_term"), &[bytes]);
    assert!(compare::equal_exact(read, deep));
    good(&bench, &arena, ("erlang", "phash2"), &[deep]);
    let words = good(&bench, &arena, ("erts_debug", "flat_size"), &[deep]);
    assert_eq!(words.as_usize(), Some(2_000_000));
}

#[test]
fn long_lists_are_subtracted_quickly() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let count = 200_000;
    let numbers: Vec<Term<'_>> = (0..count).map(Term::small_number).collect();
    let upwards = arena.list(&numbers).expect("memory");
    let downwards = good(&bench, &arena, ("lists", "reverse"), &[upwards, Term::NIL]);
    assert!(good(&bench, &arena, ("erlang", "--"), &[upwards, downwards]).is_nil());
    let joined = good(&bench, &arena, ("erlang", "++"), &[upwards, downwards]);
    let left = good(&bench, &arena, ("erlang", "--"), &[joined, upwards]);
    assert!(left.same(downwards) || compare::equal_exact(left, downwards));
}

#[test]
fn long_calls_cost_reductions() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let numbers: Vec<Term<'_>> = (0..10_000).map(Term::small_number).collect();
    let list = arena.list(&numbers).expect("memory");
    let bytes = arena.bytes(&[b'x'; 100_000]).expect("memory");
    let external = good(&bench, &arena, ("erlang", "term_to_binary"), &[list]);
    let pattern = arena.bytes(b"yy").expect("memory");
    let (nowhere, one) = (Term::small_number(-1), Term::small_number(1));
    let calls: [((&str, &str), &[Term<'_>]); 12] = [
        (("lists", "member"), &[nowhere, list]),
        (("lists", "keyfind"), &[nowhere, one, list]),
        (("lists", "reverse"), &[list, Term::NIL]),
        (("erlang", "length"), &[list]),
        (("erlang", "--"), &[list, list]),
        (("erlang", "phash2"), &[list]),
        (("erlang", "external_size"), &[list]),
        (("erlang", "binary_to_term"), &[external]),
        (("erlang", "crc32"), &[bytes]),
        (("erlang", "md5"), &[bytes]),
        (("binary", "match"), &[bytes, pattern]),
        (("binary", "split"), &[bytes, pattern]),
    ];
    bench.reductions.take();
    for (function, arguments) in calls {
        good(&bench, &arena, function, arguments);
        let charged = bench.reductions.take();
        assert!((500..100_000).contains(&charged), "{function:?} cost {charged}");
    }
}

#[test]
fn what_is_left_of_a_subtraction_is_shared() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let rest = arena.string("rest").expect("memory");
    let first = Term::small_number(1);
    let list = arena.cons(first, rest).expect("memory");
    let taken = arena.list(&[first]).expect("memory");
    assert!(good(&bench, &arena, ("erlang", "--"), &[list, taken]).same(rest));
}

#[test]
fn an_iterator_meets_every_key_of_a_large_map_once() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let keys: Vec<Term<'_>> = (0..100).map(Term::small_number).collect();
    let list = arena.list(&keys).expect("memory");
    let map = good(&bench, &arena, ("maps", "from_keys"), &[list, Term::NIL]);
    let iterator = Term::atom(bench.system.atoms.intern("iterator").expect("an atom"));
    for path in [Term::small_number(0), good(&bench, &arena, ("lists", "reverse"), &[list, Term::NIL])] {
        let (mut met, mut path) = (Vec::new(), path);
        'steps: loop {
            let mut next = good(&bench, &arena, ("erts_internal", "map_next"), &[path, map, iterator]);
            loop {
                match (next.as_tuple(), next.as_cons()) {
                    (Some([key, _, after]), _) => {
                        met.push(key.as_usize().expect("a key"));
                        next = *after;
                    }
                    (_, Some(way)) => {
                        assert!(way.tail().same(map));
                        path = way.head();
                        continue 'steps;
                    }
                    _ => break 'steps,
                }
            }
        }
        assert_eq!(met.len(), 100);
        met.sort_unstable();
        assert!(met.iter().copied().eq(0..100));
    }
}

#[test]
fn a_digest_may_be_made_in_pieces() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let data: Vec<u8> = (0..1000u32).map(|number| (number * 7 % 251) as u8).collect();
    let whole = good(&bench, &arena, ("erlang", "md5"), &[arena.bytes(&data).expect("memory")]);
    for size in [1, 3, 63, 64, 65, 200] {
        let mut context = good(&bench, &arena, ("erlang", "md5_init"), &[]);
        for piece in data.chunks(size) {
            let piece = arena.bytes(piece).expect("memory");
            context = good(&bench, &arena, ("erlang", "md5_update"), &[context, piece]);
        }
        let digest = good(&bench, &arena, ("erlang", "md5_final"), &[context]);
        assert!(compare::equal_exact(digest, whole), "in pieces of {size}");
    }
}

#[test]
fn checksums_of_parts_combine() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let bytes = |bytes: &[u8]| arena.bytes(bytes).expect("memory");
    let data: Vec<u8> = (0..200_000u32).map(|number| (number * 31 % 257) as u8).collect();
    let (first, second) = data.split_at(130_001);
    for sum in ["crc32", "adler32"] {
        let whole = good(&bench, &arena, ("erlang", sum), &[bytes(&data)]);
        let left = good(&bench, &arena, ("erlang", sum), &[bytes(first)]);
        let right = good(&bench, &arena, ("erlang", sum), &[bytes(second)]);
        let carried = good(&bench, &arena, ("erlang", sum), &[left, bytes(second)]);
        assert!(compare::equal_exact(carried, whole), "{sum}");
        let size = arena.usize(second.len()).expect("memory");
        let combined = good(&bench, &arena, ("erlang", &format!("{sum}_combine")), &[left, right, size]);
        assert!(compare::equal_exact(combined, whole), "{sum}_combine");
    }
}

#[test]
fn binaries_that_begin_within_a_byte_are_read_as_any_other() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let shifted = |text: &str| {
        let mut bytes = vec![0; text.len() + 1];
        vm::term::bits::write_bits(&mut bytes, 3, vm::term::Bits::of_bytes(text.as_bytes()));
        let base = arena.bytes(&bytes).expect("memory");
        arena.sub_bits(base, 3, text.len() * 8).expect("memory")
    };
    for (function, text, expected) in [
        ("binary_to_integer", "-12", "-12"),
        ("binary_to_float", "1.5", "1.5"),
        ("binary_to_atom", "ok", "ok"),
        ("iolist_to_binary", "ab", "<<97,98>>"),
        ("binary_to_list", "ab", "[97,98]"),
        ("md5", "", "<<212,29,140,217,143,0,178,4,233,128,9,152,236,248,66,126>>"),
        ("crc32", "hello", "907060870"),
    ] {
        let result = good(&bench, &arena, ("erlang", function), &[shifted(text)]);
        assert_eq!(bench.show(result), expected, "{function}");
    }
    let joined = good(&bench, &arena, ("erlang", "list_to_binary"), &[nested(&arena, 2, shifted("xyz"))]);
    assert_eq!(joined.as_bytes(), Some(&b"xyz"[..]));
}

#[test]
fn ascii_is_known() {
    // OTP 25 and 29 say so too; 27 as Debian builds it says no of every binary.
    let (bench, arena) = (Bench::new(), Arena::new());
    let text = arena.bytes(b"ab").expect("memory");
    assert!(good(&bench, &arena, ("unicode", "bin_is_7bit"), &[text]).is(vm::atom::names::true_));
}

#[test]
fn a_closure_tells_its_function() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let atom = |name| bench.system.atoms.intern(name).expect("an atom");
    let lambda = Lambda {
        module: atom("sums"),
        function: atom("-adder/1-fun-0-"),
        arity: 1,
        index: 2,
        free: 1,
        old_unique: 77,
        unique: [9; 16],
        entry: vm::term::fun::Entry::new(std::ptr::null()),
    };
    let closure = arena.closure(&lambda, Term::pid(1), &[Term::small_number(5)]).expect("memory");
    for (item, expected) in [
        ("pid", "{pid,<0.1.0>}"),
        ("module", "{module,sums}"),
        ("new_index", "{new_index,2}"),
        ("new_uniq", "{new_uniq,<<9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9>>}"),
        ("index", "{index,2}"),
        ("uniq", "{uniq,77}"),
        ("name", "{name,'-adder/1-fun-0-'}"),
        ("arity", "{arity,1}"),
        ("env", "{env,[5]}"),
        ("type", "{type,local}"),
    ] {
        let told = good(&bench, &arena, ("erlang", "fun_info"), &[closure, Term::atom(atom(item))]);
        assert_eq!(bench.show(told), expected);
    }
    let all = good(&bench, &arena, ("erlang", "fun_info"), &[closure]);
    assert_eq!(all.list_length(), Some(10));
    let text = good(&bench, &arena, ("erlang", "fun_to_list"), &[closure]);
    assert!(compare::equal_exact(text, arena.string("#Fun<sums.2.77>").expect("memory")));
    let one = Term::small_number(1);
    assert!(good(&bench, &arena, ("erlang", "is_function"), &[closure, one]).is(vm::atom::names::true_));
}

#[test]
fn what_a_reference_keeps_goes_with_the_last_of_them() {
    let bench = Bench::new();
    let outer = Arena::new();
    let place = Term::small_number(1);
    let copy = {
        let arena = Arena::new();
        let array = good(&bench, &arena, ("atomics", "new"), &[place, Term::NIL]);
        good(&bench, &arena, ("atomics", "put"), &[array, place, Term::small_number(7)]);
        outer.copy(array).expect("memory")
    };
    let bytes = good(&bench, &outer, ("erlang", "term_to_binary"), &[copy]);
    let read = good(&bench, &outer, ("erlang", "binary_to_term"), &[bytes]);
    assert!(good(&bench, &outer, ("atomics", "get"), &[read, place]).same(Term::small_number(7)));
    let bytes = bytes.as_bytes().expect("bytes").to_vec();
    drop(outer);
    let arena = Arena::new();
    let bytes = arena.bytes(&bytes).expect("memory");
    let read = good(&bench, &arena, ("erlang", "binary_to_term"), &[bytes]);
    assert!(bench.call(&arena, "atomics", "get", &[read, place]).is_some_and(|result| result.is_err()));
}

#[test]
fn persistent_terms_that_nobody_holds_are_freed() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let key = arena.string("key").expect("memory");
    for text in ["first", "second"] {
        good(&bench, &arena, ("persistent_term", "put"), &[key, arena.string(text).expect("memory")]);
    }
    let found = good(&bench, &arena, ("persistent_term", "get"), &[key]);
    assert_eq!(bench.show(found), "[115,101,99,111,110,100]");
    good(&bench, &arena, ("persistent_term", "erase"), &[key]);
    let terms = bench.system.persistent_terms.borrow();
    assert_eq!((terms.count(), terms.retired(), terms.bytes()), (0, 0, 0));
}

#[test]
fn ports_are_looked_at_changed_and_closed() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let driver = vm::atom::names::gpio;
    let atom = |name| Term::atom(bench.system.atoms.intern(name).expect("an atom"));
    let owner = bench.process.pid;
    let number = bench.system.ports.borrow_mut().open(OpenPort { driver, name: None, owner });
    let port = Term::port(number);
    let call = |name, arguments: &[Term<'_>]| {
        let arguments: Vec<Term<'_>> = arguments.to_vec();
        bench.show(good(&bench, &arena, ("erlang", name), &arguments))
    };
    let told = "[{name,[103,112,105,111]},{links,[]},{id,1},{connected,<0.1.0>},{input,0},{output,0},{os_pid,undefined}]";
    assert_eq!(call("port_info", &[port]), told);
    assert_eq!(call("port_info", &[port, atom("registered_name")]), "[]");
    assert_eq!(call("port_get_data", &[port]), "undefined");
    assert_eq!(call("port_set_data", &[port, arena.string("ab").expect("memory")]), "true");
    assert_eq!(call("port_get_data", &[port]), "[97,98]");
    let message = |owner, request| arena.tuple(&[Term::pid(owner), request]).expect("memory");
    call("!", &[port, message(owner + 1, atom("close"))]);
    assert_eq!(call("port_info", &[port, atom("id")]), "{id,1}");
    call("!", &[port, message(owner, atom("close"))]);
    assert_eq!(call("port_info", &[port, atom("id")]), "undefined");
    assert_eq!(call("port_info", &[port]), "undefined");
}

#[test]
fn damaged_bytes_are_terms_or_errors() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let count: u32 =
        std::env::var("AVM_MUTATIONS").map_or(200_000, |count| count.parse().expect("a number of mutations"));
    let options = Reader::new("[{minor_version, 1}]", &arena, &bench.system).term();
    let seeds: Vec<Vec<u8>> = ODD
        .iter()
        .map(|text| Reader::new(text, &arena, &bench.system).term())
        .flat_map(|term| [Term::NIL, options].map(|options| [term, options]))
        .map(|arguments| good(&bench, &arena, ("erlang", "term_to_binary"), &arguments))
        .map(|bytes| bytes.as_bytes().expect("bytes").to_vec())
        .collect();
    let mut chance = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        (chance >> 11) as usize % below
    };
    let mut terms = 0;
    for _ in 0..count {
        let arena = Arena::new();
        let mut bytes = seeds[next(seeds.len())].clone();
        for _ in 0..1 + next(3) {
            let place = next(bytes.len());
            match next(5) {
                0 => bytes[place] = next(256) as u8,
                1 => bytes[place] ^= 1 << next(8),
                2 => bytes.truncate(place + 1),
                3 => bytes.insert(place, next(256) as u8),
                _ => bytes[place] = 70 + next(51) as u8,
            }
        }
        let bytes = arena.bytes(&bytes).expect("memory");
        let Some(Ok(term)) = bench.call(&arena, "erlang", "binary_to_term", &[bytes]) else { continue };
        terms += 1;
        let again = good(&bench, &arena, ("erlang", "term_to_binary"), &[term]);
        let again = good(&bench, &arena, ("erlang", "binary_to_term"), &[again]);
        assert!(compare::equal_exact(term, again), "{}", bench.show(term));
    }
    println!("{count} damaged terms, {terms} of them still terms");
    assert!(terms > count / 10, "only {terms} of {count} were terms");
}

/// Terms of every kind, at the edges of what a function may expect.
const ODD: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "255",
    "256",
    "1152921504606846975",
    "-18446744073709551616",
    "1.0e308",
    "-0.0",
    "a",
    "utf8",
    "[]",
    "[a|b]",
    "[1, [2|<<3>>]]",
    "[{1, 2}]",
    "[{a, b, c}]",
    "{}",
    "{1, 2}",
    "{1, -1}",
    "#{}",
    "#{1 => 2}",
    "<<>>",
    "<<1,2,3>>",
    "<<1:3>>",
    "<<131,80,255,255,255,255,1>>",
    "fun lists:map/2",
    "[{decimals, 1}]",
    "[compressed]",
    "[55296, <<226>>]",
];

#[test]
fn nothing_panics_whatever_it_is_given() {
    let (bench, arena) = (Bench::new(), Arena::new());
    let odd: Vec<Term<'_>> = ODD.iter().map(|text| Reader::new(text, &arena, &bench.system).term()).collect();
    let mut calls = 0;
    for Declared { entry, .. } in DATA.iter().flat_map(|table| table.iter()) {
        let places = odd.len().pow(entry.arity);
        // Of four arguments there are too many.
        let stride = if entry.arity > 3 { 37 } else { 1 };
        // Tables of these names are there, unless they are gone by now.
        for (name, options) in [("a", "[named_table]"), ("utf8", "[named_table, ordered_set]")] {
            let term = |text| Reader::new(text, &arena, &bench.system).term();
            bench.call(&arena, "ets", "new", &[term(name), term(options)]);
        }
        for mut place in (0..places).step_by(stride) {
            let arena = Arena::new();
            let mut arguments = Vec::new();
            for _ in 0..entry.arity {
                arguments.push(odd[place % odd.len()]);
                place /= odd.len();
            }
            if too_much(entry.name, &arguments) {
                continue;
            }
            // Whatever the result is, it can be looked at.
            let result = bench.call(&arena, entry.module, entry.name, &arguments).expect("a function");
            bench.show_result(&result);
            calls += 1;
        }
    }
    assert!(calls > 100_000);
}

/// Whether a call asks for more memory than a test may take.
fn too_much(name: &str, arguments: &[Term<'_>]) -> bool {
    let greatest = arguments.iter().filter_map(|term| term.as_usize()).max().unwrap_or(0);
    matches!(name, "copy" | "make_tuple") && greatest > 1 << 30
}
