//! Modules of three compilers are read as OTP's own reader reads them.
//!
//! The texts beside the modules in `data` are the output of `describe.escript`, run by the OTP that compiled them.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use packbeam::chunk::{AtomText, Atoms, Function, LineItem, Table};
use packbeam::{Beam, BeamError, BeamFault, gzip};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn read(name: &str) -> Vec<u8> {
    fs::read(data(name)).unwrap()
}

/// Every `.beam` under a folder.
fn modules_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            modules_under(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "beam") {
            found.push(path);
        }
    }
}

fn text(atom: Option<AtomText<'_>>) -> String {
    atom.expect("an atom number in range").chars().collect()
}

fn describe_functions(out: &mut String, word: &str, atoms: &Atoms<'_>, functions: Table<'_, Function>) {
    for Function { function, arity, label } in functions.iter() {
        writeln!(out, "{word} {} {arity} {label}", text(atoms.get(function as usize))).unwrap();
    }
}

fn describe(beam: &Beam<'_>) -> Result<String, BeamError> {
    let mut out = String::new();
    let atoms = beam.atoms()?;
    writeln!(out, "module {}", text(atoms.module())).unwrap();
    for (index, atom) in atoms.iter().enumerate() {
        writeln!(out, "atom {} {}", index + 1, text(Some(atom))).unwrap();
    }
    let code = beam.code()?;
    let header = code.header;
    let size = code.bytes.len();
    writeln!(out, "code {} {} {} {size}", header.max_opcode, header.labels, header.functions).unwrap();
    match std::str::from_utf8(beam.strings()).unwrap() {
        "" => writeln!(out, "strings []").unwrap(),
        strings => writeln!(out, "strings {strings:?}").unwrap(),
    }
    for import in beam.imports()?.iter() {
        let (module, function) = (atoms.get(import.module as usize), atoms.get(import.function as usize));
        writeln!(out, "import {} {} {}", text(module), text(function), import.arity).unwrap();
    }
    describe_functions(&mut out, "export", &atoms, beam.exports()?);
    describe_functions(&mut out, "local", &atoms, beam.locals()?);
    for fun in beam.funs()?.iter() {
        let name = text(atoms.get(fun.function as usize));
        let (arity, label, index, free, uniq) = (fun.arity, fun.label, fun.index, fun.num_free, fun.old_uniq);
        writeln!(out, "fun {name} {arity} {label} {index} {free} {uniq}").unwrap();
    }
    for literal in beam.literals()?.iter() {
        writeln!(out, "literal {literal:?}").unwrap();
    }
    Ok(out.replace(", ", ","))
}

#[test]
fn modules_are_read_as_otp_reads_them() {
    let mut modules = Vec::new();
    modules_under(&data(""), &mut modules);
    modules.retain(|path| !path.ends_with("compressed.beam"));
    assert_eq!(modules.len(), 15, "the modules that are checked in");
    for path in modules {
        let bytes = fs::read(&path).unwrap();
        let expected = fs::read_to_string(path.with_extension("txt")).unwrap();
        let found = describe(&Beam::parse(&bytes).unwrap()).unwrap();
        assert_eq!(found, expected.replace(", ", ","), "{}", path.display());
    }
}

/// Those of the folder named by `AVM_BEAMS`, if it is set: an installation of OTP, for example.
#[test]
fn every_view_of_every_module_can_be_read_to_its_end() {
    let mut modules = Vec::new();
    modules_under(&env::var("AVM_BEAMS").map_or(data(""), PathBuf::from), &mut modules);
    assert!(!modules.is_empty(), "there are modules to read");
    for path in modules {
        let file = fs::read(&path).unwrap();
        let bytes = gzip::decompressed(&file).unwrap();
        if let Err(error) = read_completely(&bytes) {
            panic!("{}: {error}", path.display());
        }
    }
}

fn read_completely(bytes: &[u8]) -> Result<(), BeamError> {
    let beam = Beam::parse(bytes)?;
    let last = beam.chunks().last().expect("a chunk");
    assert_eq!((last.offset + last.data.len()).next_multiple_of(4), bytes.len(), "no chunk is left unread");
    let atoms = beam.atoms()?;
    assert_eq!(atoms.iter().count(), atoms.len());
    let known = |atom: u32| atom as usize <= atoms.len() && atom > 0;
    let header = beam.code()?.header;
    assert_eq!((header.info_size, header.version), (16, 0));
    assert!(beam.imports()?.iter().all(|import| known(import.module) && known(import.function)));
    let functions: Vec<_> = beam.exports()?.iter().chain(beam.locals()?.iter()).collect();
    assert_eq!(functions.len(), header.functions as usize);
    assert!(functions.iter().all(|function| known(function.function) && function.label < header.labels));
    assert!(beam.funs()?.iter().all(|fun| known(fun.function) && fun.label < header.labels));
    let literals = beam.literals()?;
    assert_eq!(literals.iter().count(), literals.len());
    let sizes: usize = literals.iter().map(|literal| literal.len() + 4).sum();
    assert_eq!(sizes, literals.as_bytes().len().saturating_sub(4), "no literal is left unread");
    if let Some(lines) = beam.lines()? {
        assert_eq!(lines.iter().count(), lines.len());
        assert!(lines.files().all(|name| std::str::from_utf8(name).is_ok()));
    }
    let types = beam.types()?;
    assert_eq!(types.iter().count(), types.len());
    assert!(
        types
            .iter()
            .all(|known| known.lower.is_none() || known.upper.is_none() || known.lower <= known.upper)
    );
    Ok(())
}

/// The lines stand in `sample.erl`; its last function says it was generated from another file.
#[test]
fn lines_name_the_file_and_the_place_in_it() {
    for compiler in ["otp25", "otp27", "otp29"] {
        let bytes = read(&format!("{compiler}/sample.beam"));
        let lines = Beam::parse(&bytes).unwrap().lines().unwrap().expect("a Line chunk");
        let expected = [(0, 8), (0, 9), (0, 11), (0, 13), (0, 17), (0, 19), (0, 21), (1, 5001)];
        let found: Vec<_> = lines.iter().map(|LineItem { file, line }| (file, line)).collect();
        assert_eq!(found, expected, "{compiler}");
        assert_eq!((lines.flags, lines.instructions, lines.len()), (0, 11, 8));
        assert_eq!(lines.get(8), Some(LineItem { file: 1, line: 5001 }));
        assert_eq!((lines.get(0), lines.get(9)), (None, None));
        assert_eq!(lines.file(1), Some(&b"far.yrl"[..]));
        assert_eq!((lines.file(0), lines.file(2)), (None, None));
    }
}

/// Compiled for coverage, every line with an expression has an item, and the flags say so.
#[test]
fn lines_compiled_for_coverage_are_more_and_flagged() {
    let bytes = read("otp29/coverage.beam");
    let lines = Beam::parse(&bytes).unwrap().lines().unwrap().expect("a Line chunk");
    assert_eq!((lines.flags, lines.instructions), (1, 23));
    let found: Vec<_> = lines.iter().map(|LineItem { file, line }| (file, line)).collect();
    assert_eq!(found[..6], [(0, 8), (0, 9), (0, 11), (0, 13), (0, 14), (0, 15)]);
    assert_eq!(found[found.len() - 1], (1, 5001));
}

/// `parse/1` matches a size of 16 bits, whose range every compiler knows.
#[test]
fn types_have_the_bounds_the_compiler_found() {
    let versions = [("otp25", 1), ("otp27", 3), ("otp29", 4)];
    for (compiler, version) in versions {
        let bytes = read(&format!("{compiler}/sample.beam"));
        let types = Beam::parse(&bytes).unwrap().types().unwrap();
        assert_eq!(types.version, version);
        let any = types.get(0).expect("the first type is any");
        assert_eq!((any.lower, any.upper, any.unit), (None, None, None), "{compiler}");
        let bounds: Vec<_> = types.iter().map(|known| (known.lower, known.upper)).collect();
        assert!(bounds.contains(&(Some(0), Some(65535))), "{compiler}: a 16-bit size, in {bounds:?}");
    }
}

#[test]
fn a_compressed_module_is_told_apart_and_can_be_decompressed() {
    let file = read("otp25/compressed.beam");
    assert_eq!(Beam::parse(&file).unwrap_err(), BeamError { fault: BeamFault::Compressed, offset: 0 });
    let bytes = gzip::decompressed(&file).unwrap();
    let atoms = Beam::parse(&bytes).unwrap().atoms().unwrap();
    assert_eq!(text(atoms.module()), "sample");
}

#[test]
fn padding_may_be_missing_or_added_at_the_end() {
    let bytes = read("otp25/sample.beam");
    let whole = describe(&Beam::parse(&bytes).unwrap()).unwrap();
    let last = Beam::parse(&bytes).unwrap().chunks().last().unwrap();
    let cut = &bytes[..last.offset + last.data.len()];
    assert_eq!(describe(&Beam::parse(cut).unwrap()).unwrap(), whole);
    let mut padded = bytes.clone();
    padded.extend([0; 11]);
    assert_eq!(describe(&Beam::parse(&padded).unwrap()).unwrap(), whole);
    // Zeros that the size of the form covers.
    let size = padded.len() as u32 - 8;
    padded[4..8].copy_from_slice(&size.to_be_bytes());
    let beam = Beam::parse(&padded).unwrap();
    assert_eq!(beam.chunks().count(), Beam::parse(&bytes).unwrap().chunks().count());
}

#[test]
fn a_module_cut_short_is_refused_at_the_cut() {
    let bytes = read("otp29/sample.beam");
    let last = Beam::parse(&bytes).unwrap().chunks().last().unwrap();
    for size in 0..last.offset + last.data.len() {
        let error = Beam::parse(&bytes[..size]).unwrap_err();
        assert!(error.offset <= size, "{size} bytes: {error}");
    }
    assert_eq!(Beam::parse(b"").unwrap_err().fault, BeamFault::NotBeam);
    let error = Beam::parse(&bytes[..100]).unwrap_err();
    assert_eq!(error.to_string(), "beam: the data ends before what it announces at offset 0x64 (100)");
}

/// A file of one chunk.
fn beam_of(tag: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut file = b"FOR1".to_vec();
    file.extend((12 + data.len().next_multiple_of(4) as u32).to_be_bytes());
    file.extend(b"BEAM");
    file.extend(tag);
    file.extend((data.len() as u32).to_be_bytes());
    file.extend(data);
    file.resize(file.len().next_multiple_of(4), 0);
    file
}

/// Where the data of the chunk of [`beam_of`] begins.
const DATA: usize = 20;

#[test]
fn a_latin1_atom_is_read_as_its_characters() {
    let bytes = beam_of(b"Atom", b"\0\0\0\x02\x01m\x02\xe5b");
    let atoms = Beam::parse(&bytes).unwrap().atoms().unwrap();
    assert_eq!(atoms.module().unwrap().as_str(), Some("m"));
    let atom = atoms.get(2).unwrap();
    assert_eq!((atom.as_str(), atom.as_bytes()), (None, &b"\xe5b"[..]));
    assert!(atom == *"åb");
    assert!(atoms.get(0).is_none() && atoms.get(3).is_none());
}

#[test]
fn wrong_atoms_are_refused_where_they_are() {
    let fault = |data: &[u8]| Beam::parse(&beam_of(b"AtU8", data)).unwrap().atoms().unwrap_err();
    let at = |fault, offset| BeamError { fault, offset: DATA + offset };
    assert_eq!(fault(b"\0\0\0\x02\x01m\x02\xe5b"), at(BeamFault::BadAtom, 6));
    assert_eq!(fault(b"\0\0\0\x02\x01m"), at(BeamFault::Truncated, 6));
    assert_eq!(fault(b"\0\0\0\x01\x05m"), at(BeamFault::Truncated, 5));
    assert_eq!(fault(b"\xff\xff\xff\xff\x11m"), at(BeamFault::BadNumber, 4));
    assert_eq!(fault(b"\xff\xff\xff\xff\x18\xff\xffm"), at(BeamFault::BadSize, 4));
    assert_eq!(fault(b"\x80\0\0\0"), at(BeamFault::Truncated, 4));
    // Two bytes of length, 256, in the eleven-bit form.
    let mut long = b"\xff\xff\xff\xff\x28\x00".to_vec();
    long.extend([b'a'; 256]);
    assert_eq!(fault(&long), at(BeamFault::BadAtom, 4));
}

/// Compressed literals that claim `size` and hold `bytes` zeros.
fn literals_of(size: u32, bytes: usize) -> BeamError {
    let mut data = size.to_be_bytes().to_vec();
    data.extend(miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; bytes], 1));
    Beam::parse(&beam_of(b"LitT", &data)).unwrap().literals().unwrap_err()
}

#[test]
fn literals_that_lie_about_their_size_are_refused() {
    assert_eq!(literals_of(100, 101), BeamError { fault: BeamFault::TooLarge, offset: DATA + 4 });
    assert_eq!(literals_of(u32::MAX, 100), BeamError { fault: BeamFault::BadSize, offset: DATA });
    assert_eq!(literals_of(u32::MAX, 65 << 20), BeamError { fault: BeamFault::TooLarge, offset: DATA + 4 });
    let stored = |data: &[u8]| Beam::parse(&beam_of(b"LitT", data)).unwrap().literals().unwrap_err();
    assert_eq!(
        stored(b"\0\0\0\x09nothing"),
        BeamError { fault: BeamFault::BadCompression, offset: DATA + 4 }
    );
    let cut = b"\0\0\0\0\0\0\0\x02\0\0\0\x01j\0\0\0\x02j";
    assert_eq!(stored(cut), BeamError { fault: BeamFault::Truncated, offset: DATA + 17 });
}

#[test]
fn tables_that_lie_about_their_count_are_refused() {
    let bytes = beam_of(b"ExpT", &[0xff; 16]);
    assert_eq!(
        Beam::parse(&bytes).unwrap().exports().unwrap_err(),
        BeamError { fault: BeamFault::Truncated, offset: DATA + 4 }
    );
    let bytes = beam_of(b"Line", &[0; 4]);
    assert_eq!(Beam::parse(&bytes).unwrap().lines().unwrap_err().offset, DATA + 4);
    let bytes = beam_of(b"Type", &[0, 0, 0, 9]);
    assert_eq!(Beam::parse(&bytes).unwrap().types().unwrap_err().fault, BeamFault::UnknownVersion);
    let bytes = beam_of(b"None", b"");
    let beam = Beam::parse(&bytes).unwrap();
    assert_eq!(beam.atoms().unwrap_err().fault, BeamFault::NoAtoms);
    assert_eq!(beam.code().unwrap_err().fault, BeamFault::NoCode);
    assert!(beam.imports().unwrap().is_empty() && beam.literals().unwrap().is_empty());
}

#[test]
fn an_item_of_a_file_without_a_name_is_refused() {
    let mut data = vec![0; 20];
    data[15] = 1;
    data.extend([0x12, 0x51]);
    let bytes = beam_of(b"Line", &data);
    let error = Beam::parse(&bytes).unwrap().lines().unwrap_err();
    assert_eq!(error, BeamError { fault: BeamFault::BadNumber, offset: DATA + 20 });
}
