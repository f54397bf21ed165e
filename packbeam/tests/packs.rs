//! Packs are written as packbeam writes them, and read back.
//!
//! `program.avm` beside the modules in `data` is the output of `pack.escript`, run by the OTP that compiled them: the
//! format as documented, with OTP's own `beam_lib` to take modules apart and put them together.

use std::fs;
use std::path::Path;

use packbeam::pack::{FLAG_CODE, FLAG_FILE, FLAG_START, PACK_HEADER};
use packbeam::prune::{Following, prune};
use packbeam::verify::{Flaw, FlawKind, verify};
use packbeam::{Beam, BuildError, Builder, Pack, PackError, PackFault, Section};

const COMPILERS: [&str; 3] = ["otp25", "otp27", "otp29"];

fn read(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)).unwrap()
}

/// What `pack.escript` was given.
fn program(compiler: &str) -> Builder<'static> {
    let mut builder = Builder::new();
    for module in ["entry", "sample", "leaf", "alone"] {
        builder.add_beam(&read(&format!("{compiler}/{module}.beam"))).unwrap();
    }
    for file in ["priv/note.txt", "priv/empty"] {
        builder.add_file(file, &read(file)).unwrap();
    }
    builder
}

fn sections(pack: &[u8]) -> Vec<Section<'_>> {
    Pack::parse(pack).unwrap().sections().collect::<Result<_, _>>().unwrap()
}

fn names_and_flags(pack: &[u8]) -> Vec<(&str, u32)> {
    sections(pack).iter().map(|section| (section.name, section.flags)).collect()
}

#[test]
fn a_pack_is_written_as_packbeam_writes_it() {
    for compiler in COMPILERS {
        let expected = read(&format!("{compiler}/program.avm"));
        assert!(program(compiler).finish() == expected, "{compiler}");
        let mut again = Builder::new();
        again.add_pack(Pack::parse(&expected).unwrap()).unwrap();
        assert!(again.finish() == expected, "{compiler}, packed again");
    }
}

#[test]
fn a_pack_is_read_section_by_section() {
    const STARTS: u32 = FLAG_CODE | FLAG_START;
    for compiler in COMPILERS {
        let bytes = read(&format!("{compiler}/program.avm"));
        let pack = Pack::parse(&bytes).unwrap();
        assert_eq!(
            names_and_flags(&bytes),
            [
                ("entry.beam", STARTS),
                ("sample.beam", FLAG_CODE),
                ("leaf.beam", FLAG_CODE),
                ("alone.beam", STARTS),
                ("priv/note.txt", FLAG_FILE),
                ("priv/empty", FLAG_FILE),
            ]
        );
        for section in sections(&bytes) {
            assert!(section.offset.is_multiple_of(4) && section.data.len().is_multiple_of(4));
            assert_eq!(&bytes[section.offset..][..section.data.len()], section.data);
            assert_eq!(section.is_code(), section.name.ends_with(".beam"));
        }
        let entry = pack.find("entry.beam").unwrap();
        assert_eq!((entry.module(), entry.is_start()), (Some("entry"), true));
        assert_eq!(entry.file(), Err(PackError { fault: PackFault::NotFile, offset: entry.offset }));
        assert_eq!(pack.find("priv/note.txt").unwrap().file(), Ok(&b"seven b"[..]));
        assert_eq!(pack.find("priv/empty").unwrap().file(), Ok(&b""[..]));
        assert_eq!(pack.find("entry"), None);
    }
}

#[test]
fn a_packed_module_has_the_same_code_and_literals() {
    for compiler in COMPILERS {
        let original = read(&format!("{compiler}/sample.beam"));
        let original = Beam::parse(&original).unwrap();
        let pack = program(compiler).finish();
        let packed = Pack::parse(&pack).unwrap().find("sample.beam").unwrap();
        let packed = Beam::parse(packed.data).unwrap();
        for tag in [b"AtU8", b"Code", b"ImpT", b"ExpT", b"LocT", b"FunT", b"StrT", b"Line", b"Type"] {
            assert_eq!(packed.chunk(*tag), original.chunk(*tag), "{compiler}");
        }
        assert_eq!(packed.literals().unwrap().as_bytes(), original.literals().unwrap().as_bytes());
        // Up to OTP 27 literals are compressed, and may not be so in a pack.
        let stored = if compiler == "otp29" { *b"LitT" } else { *b"LitU" };
        assert_eq!(packed.chunks().filter(|chunk| chunk.tag.starts_with(b"Lit")).count(), 1);
        assert!(packed.chunk(stored).is_some(), "{compiler}");
        assert_eq!((packed.attributes(), packed.compile_info()), (None, None));
    }
}

#[test]
fn lines_are_removed_if_asked() {
    let mut builder = Builder::new();
    builder.remove_lines().add_beam(&read("otp25/sample.beam")).unwrap();
    let pack = builder.finish();
    let module = Pack::parse(&pack).unwrap().find("sample.beam").unwrap();
    assert!(Beam::parse(module.data).unwrap().lines().unwrap().is_none());
}

#[test]
fn a_gzipped_module_is_packed_like_any_other() {
    let (mut plain, mut compressed) = (Builder::new(), Builder::new());
    plain.add_beam(&read("otp25/sample.beam")).unwrap();
    compressed.add_beam(&read("otp25/compressed.beam")).unwrap();
    assert!(plain.finish() == compressed.finish());
}

#[test]
fn the_start_module_goes_first_and_is_the_only_one() {
    let mut builder = program("otp25");
    builder.start("alone").unwrap();
    let pack = builder.finish();
    assert_eq!(
        names_and_flags(&pack)[..4],
        [("alone.beam", 3), ("entry.beam", 2), ("sample.beam", 2), ("leaf.beam", 2)]
    );
    assert_eq!(builder.start("leaf").unwrap_err(), BuildError::NoStart);
    assert_eq!(builder.start("nobody").unwrap_err(), BuildError::NoModule);
    assert_eq!(builder.start("priv/note.txt").unwrap_err(), BuildError::NoModule);
}

#[test]
fn a_start_function_with_arguments_starts_nothing() {
    let mut bytes = read("otp25/entry.beam");
    let beam = Beam::parse(&bytes).unwrap();
    let (atoms, exports) = (beam.atoms().unwrap(), beam.exports().unwrap());
    let is_start = |number: u32| atoms.get(number as usize).is_some_and(|atom| atom == *"start");
    let row = exports.iter().position(|export| is_start(export.function)).unwrap();
    // The count, the rows before, and the number of the function's name are before its arity.
    let arity = beam.find(*b"ExpT").unwrap().offset + 4 + row * 12 + 4;
    bytes[arity + 3] = 1;
    let mut builder = Builder::new();
    builder.add_beam(&bytes).unwrap();
    assert_eq!(names_and_flags(&builder.finish()), [("entry.beam", FLAG_CODE)]);
    assert_eq!(builder.start("entry").unwrap_err(), BuildError::NoStart);
}

#[test]
fn a_library_has_no_module_to_start_but_one_can_be_chosen_from_it() {
    let library = program("otp25").library().finish();
    assert!(sections(&library).iter().all(|section| !section.is_start()));
    let mut builder = Builder::new();
    builder.add_pack(Pack::parse(&library).unwrap()).unwrap().start("entry").unwrap();
    assert_eq!(names_and_flags(&builder.finish())[0], ("entry.beam", 3));
}

#[test]
fn of_two_sections_of_one_name_both_are_kept_unless_they_are_to_be_unique() {
    let old = read("otp25/program.avm");
    let new = read("otp29/leaf.beam");
    let mut builder = Builder::new();
    builder.add_beam(&new).unwrap().add_pack(Pack::parse(&old).unwrap()).unwrap();
    builder.add_beam(&read("otp25/leaf.beam")).unwrap();
    assert_eq!(sections(&builder.finish()).len(), 8);
    assert_eq!(builder.shadowed(), ["leaf.beam", "leaf.beam"]);
    assert_eq!(builder.unique(), ["leaf.beam", "leaf.beam"]);
    let pack = builder.finish();
    assert_eq!(sections(&pack).len(), 6);
    let leaf = Pack::parse(&pack).unwrap().find("leaf.beam").unwrap();
    assert_eq!(Beam::parse(leaf.data).unwrap().chunk(*b"AtU8"), Beam::parse(&new).unwrap().chunk(*b"AtU8"));
}

#[test]
fn a_name_a_pack_cannot_hold_is_refused() {
    let mut builder = Builder::new();
    assert_eq!(builder.add_file("", b"").unwrap_err(), BuildError::BadName);
    assert_eq!(builder.add_file("a\0b", b"").unwrap_err(), BuildError::BadName);
    let error = builder.add_beam(b"not a module").unwrap_err();
    assert_eq!(
        error.to_string(),
        "beam: this is not a compiled module (no FOR1…BEAM header) at offset 0x0 (0)"
    );
}

#[test]
fn pruning_keeps_what_calls_and_literals_reach() {
    for compiler in COMPILERS {
        let mut builder = program(compiler);
        builder.start("entry").unwrap();
        assert_eq!(prune(&mut builder, &[], Following::Atoms), ["alone"]);
        let pack = builder.finish();
        let names: Vec<_> = sections(&pack).iter().map(|section| section.name).collect();
        assert_eq!(names, ["entry.beam", "sample.beam", "leaf.beam", "priv/note.txt", "priv/empty"]);
    }
}

#[test]
fn pruning_begins_at_the_first_start_and_every_root() {
    let mut builder = program("otp25");
    assert_eq!(prune(&mut builder, &[], Following::Atoms), ["alone"], "a second start is not run");
    let mut builder = program("otp25");
    builder.start("alone").unwrap();
    assert_eq!(prune(&mut builder, &["leaf"], Following::Atoms), ["entry", "sample"]);
    assert_eq!(names_and_flags(&builder.finish())[..2], [("alone.beam", 3), ("leaf.beam", 2)]);
}

#[test]
fn a_pack_cut_short_is_read_as_far_as_it_is_sound() {
    let bytes = read("otp25/program.avm");
    let ends: Vec<_> = sections(&bytes).iter().map(|section| section.offset + section.data.len()).collect();
    for size in PACK_HEADER.len()..bytes.len() {
        let pack = Pack::parse(&bytes[..size]).unwrap();
        let whole = ends.iter().filter(|end| **end <= size).count();
        let mut found: Vec<_> = pack.sections().collect();
        let error = found.pop().unwrap().unwrap_err();
        assert_eq!((found.len(), found.iter().all(Result::is_ok)), (whole, true), "{size} bytes");
        let broken = if whole == 0 { PACK_HEADER.len() } else { ends[whole - 1] };
        assert_eq!(error.offset, broken, "{size} bytes");
        assert_eq!(pack.size(), Err(error));
    }
    assert_eq!(Pack::parse(&bytes[..23]).unwrap_err(), PackError { fault: PackFault::NotPack, offset: 0 });
}

#[test]
fn what_lies_behind_the_end_is_not_the_packs() {
    let mut bytes = read("otp25/program.avm");
    let size = bytes.len();
    bytes.extend([0xff; 100]);
    assert_eq!(Pack::parse(&bytes).unwrap().size(), Ok(size));
    assert_eq!(sections(&bytes).len(), 6);
}

/// A pack of one section, with the end marker.
fn pack_of(size: u32, name: &[u8]) -> Vec<u8> {
    let mut pack = PACK_HEADER.to_vec();
    for field in [size, 4, 0] {
        pack.extend(field.to_be_bytes());
    }
    pack.extend(name);
    pack.extend([0; 12]);
    pack.extend(b"end\0");
    pack
}

#[test]
fn a_broken_section_is_refused_for_what_is_wrong_with_it() {
    let fault = |size, name: &[u8]| {
        let pack = pack_of(size, name);
        let error = Pack::parse(&pack).unwrap().sections().find_map(Result::err).unwrap();
        (error.fault, error.offset)
    };
    assert_eq!(fault(17, b"a\0\0\0\0\0\0\0"), (PackFault::BadSize, 24));
    assert_eq!(fault(12, b"a\0\0\0\0\0\0\0"), (PackFault::BadSize, 24));
    assert_eq!(fault(u32::MAX - 3, b"a\0\0\0\0\0\0\0"), (PackFault::Truncated, 24));
    assert_eq!(fault(20, b"abcdefgh"), (PackFault::BadName, 36));
    assert_eq!(fault(20, b"\0\0\0\0\0\0\0\0"), (PackFault::BadName, 36));
    assert_eq!(fault(20, b"\xff\0\0\0\0\0\0\0"), (PackFault::BadName, 36));
    assert_eq!(fault(0, b"ent\0\0\0\0\0"), (PackFault::BadEnd, 24));
    let pack = pack_of(20, b"a\0\0\0\0\0\0\x01");
    let file = Pack::parse(&pack).unwrap().find("a").unwrap();
    assert_eq!(file.file(), Err(PackError { fault: PackFault::BadFile, offset: 40 }));
}

#[test]
fn what_packbeam_writes_has_no_flaw_and_what_is_damaged_has_the_one_that_was_made() {
    let sound = read("otp25/program.avm");
    assert_eq!(verify(&sound), []);
    let flaws = |damage: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = sound.clone();
        damage(&mut bytes);
        verify(&bytes).into_iter().map(|flaw| (flaw.offset, flaw.kind)).collect::<Vec<_>>()
    };
    let size = sound.len();
    assert_eq!(flaws(&|bytes| bytes.extend([0xff; 9])), [(size, FlawKind::Trailing(9))]);
    assert_eq!(flaws(&|bytes| bytes[35] = 7), [(32, FlawKind::Reserved(7))]);
    assert_eq!(flaws(&|bytes| bytes[31] = 11), [(28, FlawKind::UnknownFlags(11))]);
    assert_eq!(flaws(&|bytes| bytes[47] = 1), [(47, FlawKind::Padding)], "behind a name");
    let second = sections(&sound)[1];
    assert_eq!(flaws(&|bytes| bytes[36] = b'f'), [(48, FlawKind::OtherModule)]);
    let cut = |bytes: &mut Vec<u8>| bytes.truncate(second.offset + 10);
    let start = second.offset - 24;
    assert!(matches!(flaws(&cut)[..], [(offset, FlawKind::Unreadable(_))] if offset == start));
    let not = |bytes: &mut Vec<u8>| bytes[second.offset] = b'G';
    assert!(matches!(flaws(&not)[..], [(offset, FlawKind::BadModule(_))] if offset == second.offset));
    let note = Pack::parse(&sound).unwrap().find("priv/note.txt").unwrap();
    assert_eq!(flaws(&|bytes| bytes[note.offset + 11] = 1), [(note.offset + 11, FlawKind::Padding)]);
    let long = |bytes: &mut Vec<u8>| bytes[note.offset + 3] = 200;
    assert!(matches!(flaws(&long)[..], [(offset, FlawKind::BadFile(_))] if offset == note.offset));
    assert!(matches!(verify(b"no pack")[..], [Flaw { offset: 0, kind: FlawKind::Unreadable(_), .. }]));
}
