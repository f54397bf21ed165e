//! Bytes, text, hash and order of terms against what OTP gives for them.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::*;
use crate::atom::{Atom, Atoms, names};
use crate::heap::Arena;
use crate::sync::{AtomicUsize, Lock};
use crate::term::fun::Entry;
use crate::term::fun::LambdaIdentity;
use crate::term::print::{Flavour, Limits, write_term};
use crate::term::{Export, Lambda, Term, compare, hash};

/// Makes whatever function is asked for, once.
#[derive(Default)]
struct Functions {
    exports: Lock<Vec<&'static Export>>,
}

impl Resolver for Functions {
    fn export(&self, module: Atom, function: Atom, arity: u32, existing: bool) -> Option<&'static Export> {
        self.exports.with(|exports| {
            let is = |export: &&Export| {
                (export.module, export.function, export.arity) == (module, function, arity)
            };
            if let Some(export) = exports.iter().copied().find(is) {
                return Some(export);
            }
            if existing {
                return None;
            }
            let entry = Entry::new(core::ptr::null());
            let export = Export { module, function, arity, entry, native: AtomicUsize::new(0) };
            exports.push(Box::leak(Box::new(export)));
            exports.last().copied()
        })
    }

    fn lambda(&self, identity: &LambdaIdentity) -> Option<&'static Lambda> {
        Some(Box::leak(Box::new(Lambda {
            module: identity.module,
            function: names::main,
            arity: identity.arity,
            index: identity.index,
            free: identity.free,
            old_unique: identity.old_unique,
            unique: identity.unique,
            entry: Entry::new(core::ptr::null()),
        })))
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> =
        hex.chars().filter_map(|digit| digit.to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

fn read<'h>(arena: &'h Arena, atoms: &Atoms, bytes: &[u8]) -> Result<Term<'h>, EtfError> {
    let (term, used) = decode(arena, atoms, &Functions::default(), bytes, false)?;
    assert_eq!(used, bytes.len());
    Ok(term)
}

fn text(atoms: &Atoms, term: Term<'_>, flavour: Flavour) -> String {
    let mut text = String::new();
    write_term(&mut text, atoms, term, Limits::all(flavour)).expect("a string takes all");
    text
}

/// `term_to_binary/1`, `~w` and `phash2(T, 1 bsl 32)` of OTP 27.
const TERMS: &[(&str, &str, u32)] = &[
    ("836100", "0", 3175731469),
    ("8361ff", "255", 715823293),
    ("836200000100", "256", 3929335767),
    ("8362ffffffff", "-1", 1117813597),
    ("836207ffffff", "134217727", 4273352567),
    ("836208000000", "134217728", 2562491755),
    ("8362f8000000", "-134217728", 874979335),
    ("8362f7ffffff", "-134217729", 1418916782),
    ("836e040000000080", "2147483648", 2832818325),
    ("836280000000", "-2147483648", 1672643025),
    ("836e08000000000000000008", "576460752303423488", 2442888721),
    ("836e08010100000000000008", "-576460752303423489", 2855034599),
    ("836e0900000000000000000001", "18446744073709551616", 2519041713),
    ("836e11010000000000000000000000000000000004", "-1361129467683753853853498429727072845824", 552595767),
    ("83460000000000000000", "0.0", 423528920),
    ("8346c002000000000000", "-2.25", 2254282282),
    ("83464480f0cf064dd592", "1.0e22", 1562764453),
    ("8346419d6f3454000000", "123456789.0", 759980038),
    ("83463ee4f8b588e368f1", "1.0e-5", 1597677268),
    ("83770161", "a", 97),
    ("837700", "''", 0),
    ("837703412062", "'A b'", 17250),
    ("83770469742773", "'it\\'s'", 460515),
    ("8377030a1b7f", "'\\n\\e\\d'", 3119),
    ("837705c3a974c3a9", "été", 61737),
    ("837702cebb", "'\\x{3BB}'", 3483),
    ("8377026966", "'if'", 1782),
    ("8377056140625f43", "a@b_C", 6645811),
    ("836a", "[]", 3468870702),
    ("836800", "{}", 221703996),
    ("836801770161", "{a}", 2853905094),
    ("8368036a7701616101", "{[],a,1}", 451027370),
    ("836b000101", "[1]", 2768963718),
    ("836c00000001770161770162", "[a|b]", 2356411656),
    ("836b0003616263", "[97,98,99]", 519996486),
    ("836c00000006610161026103610461057701616a", "[1,2,3,4,5,a]", 3182482923),
    ("836c00000002620000012c62000001906a", "[300,400]", 1685187309),
    ("836c000000016a6a", "[[]]", 499070068),
    ("836d00000000", "<<>>", 147926629),
    ("836d00000003616263", "<<97,98,99>>", 1306188027),
    ("836d00000003612262", "<<97,34,98>>", 689857939),
    (
        "836d000000106162636465666768696a6b6c6d6e6f70",
        "<<97,98,99,100,101,102,103,104,105,106,107,108,109,110,111,112>>",
        3491374364,
    ),
    ("834d000000010320", "<<1:3>>", 3965351140),
    ("834d0000000403616263a0", "<<97,98,99,5:3>>", 2471843837),
    ("836d00000002c801", "<<200,1>>", 3127922758),
    ("837400000000", "#{}", 844985373),
    ("8374000000017701616101", "#{a => 1}", 1401795262),
    ("8374000000026101770161463ff0000000000000770162", "#{1 => a,1.0 => b}", 2632281952),
    ("83740000000177016174000000016a6800", "#{a => #{[] => {}}}", 741691440),
    ("837177056c6973747377036d61706102", "fun lists:map/2", 840287883),
    ("837177014177036220636100", "fun 'A':'b c'/0", 3438950816),
    ("83680274000000017701616101464004000000000000", "{#{a => 1},2.5}", 1353263530),
    (
        "83700000004601b0c8d5ea56c9438a6358d986d4c361a100000000000000007704726f7773610062058646af58770d6e6f6e6f6465406e6f686f7374000000000000000000000000",
        "#Fun<rows.0.92685999>",
        1270133939,
    ),
];

#[test]
fn terms_read_write_print_and_hash_as_on_otp() {
    let atoms = Atoms::new();
    for (hex, shown, hashed) in TERMS {
        let arena = Arena::new();
        let term = read(&arena, &atoms, &bytes(hex)).expect(shown);
        assert_eq!(text(&atoms, term, Flavour::Write), *shown);
        assert_eq!(encode(&atoms, term, Options::default()), bytes(hex), "{shown}");
        assert_eq!(hash::portable(&atoms, term), *hashed, "{shown}");
        let again = Arena::new();
        let copy = read(&again, &atoms, &bytes(hex)).expect(shown);
        if !shown.contains("Fun<") {
            assert!(compare::equal_exact(term, copy) && compare::equal(term, copy), "{shown}");
            assert_eq!(hash::internal(term), hash::internal(copy), "{shown}");
        }
    }
}

/// `erlang:display/1` of OTP 27.
const DISPLAYED: &[(&str, &str)] = &[
    ("836b0003612262", "\"a\\\"b\""),
    ("836b0003610a62", "\"a\\nb\""),
    ("836b00020c61", "[12,97]"),
    ("836d00000003612262", "<<\"a\\\"b\">>"),
    ("836d00000003610a62", "<<97,10,98>>"),
    ("836d00000001c8", "<<200>>"),
    ("83464480f0cf064dd592", "1.000000e+22"),
    ("8346419d6f3454000000", "1.234568e+08"),
    ("8374000000017701616101", "#{a=>1}"),
    ("8377026966", "if"),
    ("837702cebb", "'λ'"),
    ("837705c3a974c3a9", "été"),
    ("83680161ff", "{255}"),
];

#[test]
fn display_shows_text_as_text() {
    let atoms = Atoms::new();
    for (hex, shown) in DISPLAYED {
        let arena = Arena::new();
        let term = read(&arena, &atoms, &bytes(hex)).expect(shown);
        assert_eq!(text(&atoms, term, Flavour::Display), *shown);
    }
}

/// Terms in the order of `lists:sort/1`, each less than the next.
const ASCENDING: &[&str] = &[
    "8362f7ffffff",                                        // -134217729
    "8346c002000000000000",                                // -2.25
    "836101",                                              // 1
    "8346419d6f3454000000",                                // 123456789.0
    "836e0900000000000000000001",                          // 1 bsl 64
    "83464480f0cf064dd592",                                // 1.0e22
    "837700",                                              // ''
    "83770161",                                            // a
    "8377036f6b6f",                                        // oko
    "837705c3a974c3a9",                                    // 'été'
    "835a000377036140620000000100000001000000020000000 3", // a reference
    "837177056c6973747377036d61706102",                    // fun lists:map/2
    "837877036140620000000000000001000000 01",             // a port
    "835877036140620000000100000000 00000001",             // a pid
    "836800",
    "836801770161",
    "8368026101770161",
    "837400000000",
    "8374000000017701616101",
    "8374000000017701626100",
    "836a",
    "836b000101",
    "836b00020101",
    "836d00000000",
    "834d000000010320",
    "836d00000003616263",
    "834d0000000403616263a0",
];

#[test]
fn terms_are_ordered_by_type_then_value() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    let terms: Vec<Term<'_>> =
        ASCENDING.iter().map(|hex| read(&arena, &atoms, &bytes(hex)).expect(hex)).collect();
    for (place, left) in terms.iter().enumerate() {
        for (other, right) in terms.iter().enumerate() {
            assert_eq!(compare::order(&atoms, *left, *right), place.cmp(&other), "{place} {other}");
            assert_eq!(compare::equal_exact(*left, *right), place == other);
        }
    }
}

#[test]
fn maps_order_by_keys_in_term_order() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    // Made in this order, zz has the lesser number.
    let (zz, aa) = (atoms.intern("zz").map(Term::atom).unwrap(), atoms.intern("aa").map(Term::atom).unwrap());
    let keys = arena.tuple(&[zz, aa]).unwrap();
    let map = |zz: i32, aa: i32| arena.map(keys, &[Term::small_number(zz), Term::small_number(aa)]).unwrap();
    assert_eq!(compare::order(&atoms, map(1, 2), map(2, 1)), Ordering::Greater, "aa decides");
    assert_eq!(text(&atoms, map(1, 2), Flavour::Display), "#{aa=>2,zz=>1}");
    let written = encode(&atoms, map(1, 2), Options { deterministic: true, ..Options::default() });
    assert_eq!(written, bytes("83740000000277026161610277027a7a6101"));
    assert!(compare::equal(map(1, 2), read(&arena, &atoms, &written).unwrap()));
}

#[test]
fn a_compressed_term_is_inflated_and_its_bytes_counted() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    let mut packed = bytes("835000000196789ccb6160604829674a4c1ac5830767010072767cab");
    let used = packed.len();
    packed.extend([1, 2, 3]);
    let (term, taken) = decode(&arena, &atoms, &Functions::default(), &packed, false).unwrap();
    assert_eq!((taken, term.list_length()), (used, Some(100)));
    let ours = encode(&atoms, term, Options { compression: 6, ..Options::default() });
    assert_eq!(ours[1], tag::COMPRESSED);
    assert!(compare::equal_exact(read(&arena, &atoms, &ours).unwrap(), term));
    let false_size = [&packed[..4], &[0xff, 0xff], &packed[6..]].concat();
    assert!(decode(&arena, &atoms, &Functions::default(), &false_size, false).is_err());
}

#[test]
fn older_forms_are_read_and_written() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    for (minor_version, hex) in [
        (0, "83680363312e3530303030303030303030303030303030303030652b3030000000000064000161640001e9"),
        (1, "836803463ff800000000000064000161640001e9"),
    ] {
        let term = read(&arena, &atoms, &bytes(hex)).unwrap();
        assert_eq!(text(&atoms, term, Flavour::Write), "{1.5,a,é}");
        assert_eq!(encode(&atoms, term, Options { minor_version, ..Options::default() }), bytes(hex));
    }
    for (hex, shown) in [
        ("8373026f6b", "ok"),
        ("8376000361ce bb", "'a\\x{3BB}'"),
        ("836764000d6e6f6e6f6465406e6f686f737400000009000000 0000", "<0.9.0>"),
        ("836664000d6e6f6e6f6465406e6f686f73740000000700", "#Port<0.7>"),
        ("836564000d6e6f6e6f6465406e6f686f73740000000700", "#Ref<0.0.0.7>"),
        ("8372000264000d6e6f6e6f6465406e6f686f7374000000000700000008", "#Ref<0.0.8.7>"),
        ("8369000000026101770161", "{1,a}"),
        ("836f0000000101 05", "-5"),
        ("836c00000000 6a", "[]"),
        ("834d00000001 0805", "<<5>>"),
    ] {
        let term = read(&arena, &atoms, &bytes(hex)).expect(hex);
        assert_eq!(text(&atoms, term, Flavour::Write), shown);
    }
}

#[test]
fn what_is_no_term_is_refused_where_it_fails() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    for (hex, offset, cause) in [
        ("", 0, Cause::Truncated),
        ("83", 1, Cause::Truncated),
        ("82", 0, Cause::Malformed),
        ("836dffffffff00", 6, Cause::Truncated),
        ("8369ffffffff00", 6, Cause::Truncated),
        ("8374800000016a6a", 6, Cause::Truncated),
        ("836cffffffff6a", 6, Cause::Truncated),
        ("836fffffffff0000", 6, Cause::Truncated),
        ("83467ff0000000000000", 1, Cause::Malformed),
        ("834d000000020961ff", 1, Cause::Malformed),
        ("8377 01ff", 1, Cause::Malformed),
        ("83680283", 3, Cause::Malformed),
        ("8374000000026a6101 6a6102", 12, Cause::Malformed),
        ("83500000000a", 6, Cause::Truncated),
    ] {
        let error = read(&arena, &atoms, &bytes(hex)).err();
        assert_eq!(error.map(|error| error.cause), Some(cause), "{hex}");
        assert_eq!(error.map(|error| error.offset), Some(offset), "{hex}");
    }
}

#[test]
fn safe_makes_nothing_that_stays() {
    let (atoms, arena) = (Atoms::new(), Arena::new());
    let safe = |hex| decode(&arena, &atoms, &Functions::default(), &bytes(hex), true);
    assert_eq!(safe("83770574686573").err().map(|error| error.cause), Some(Cause::Truncated));
    assert_eq!(safe("8377").err().map(|error| error.cause), Some(Cause::Truncated));
    assert_eq!(safe("837703616263").err().map(|error| error.cause), Some(Cause::Unsafe));
    assert!(safe("8377026f6b").is_ok());
    assert_eq!(safe("83717702 6f6b 7702 6f6b 6102").err().map(|error| error.cause), Some(Cause::Unsafe));
}

#[test]
fn damaged_bytes_never_panic() {
    let atoms = Atoms::new();
    let functions = Functions::default();
    for (hex, ..) in TERMS {
        let good = bytes(hex);
        for end in 0..good.len() {
            let arena = Arena::new();
            assert!(decode(&arena, &atoms, &functions, &good[..end], false).is_err(), "{hex} {end}");
            for value in [0, 1, 0x7f, 0x80, 0xff, good[end].wrapping_add(1)] {
                let mut bad = good.clone();
                bad[end] = value;
                if let Ok((term, _)) = decode(&arena, &atoms, &functions, &bad, true) {
                    assert!(!text(&atoms, term, Flavour::Write).is_empty());
                }
            }
        }
    }
}

#[test]
fn a_term_a_million_deep_needs_no_stack() {
    const DEPTH: usize = 1_000_000;
    let (atoms, arena) = (Atoms::new(), Arena::new());
    for (open, close) in
        [(&[108, 0, 0, 0, 1][..], &[106][..]), (&[104, 1], &[]), (&[116, 0, 0, 0, 1, 97, 1], &[])]
    {
        let mut deep = vec![tag::VERSION];
        (0..DEPTH).for_each(|_| deep.extend_from_slice(open));
        deep.push(tag::NIL);
        (0..DEPTH).for_each(|_| deep.extend_from_slice(close));
        let (term, copy) = (read(&arena, &atoms, &deep).unwrap(), read(&arena, &atoms, &deep).unwrap());
        assert_eq!(compare::order(&atoms, term, copy), Ordering::Equal);
        assert!(compare::equal_exact(term, copy));
        assert_eq!(hash::portable(&atoms, term), hash::portable(&atoms, copy));
        assert_eq!(hash::internal(term), hash::internal(copy));
        assert_eq!(encode(&atoms, term, Options::default()), deep);
        assert!(text(&atoms, term, Flavour::Write).len() > 2 * DEPTH);
        let mut start = String::new();
        write_term(&mut start, &atoms, term, Limits { flavour: Flavour::Write, bytes: 10 }).unwrap();
        assert!(start.len() < 20 && start.ends_with("..."), "{start}");
    }
    // Maps as keys of maps nest on no stack either.
    let mut keys = vec![tag::VERSION];
    (0..100_000).for_each(|_| keys.extend([116, 0, 0, 0, 1]));
    keys.extend([106; 100_001]);
    let (term, copy) = (read(&arena, &atoms, &keys).unwrap(), read(&arena, &atoms, &keys).unwrap());
    assert_eq!(compare::order(&atoms, term, copy), Ordering::Equal);
    assert_eq!(format!("{:?}", compare::map_key_order(term, Term::NIL)), "Less");
}
