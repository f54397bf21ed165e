//! No bytes whatever make a reader panic or run on.
//!
//! Real modules and packs are damaged at random, from a fixed seed, and read through every view. `AVM_MUTATIONS` sets how
//! many times (100000 if unset); `AVM_SEED` the seed. A panic names the file, and the seed that led to it.

use std::{env, fs, hint, panic, path};

use fastrand::Rng;
use packbeam::prune::{Following, prune};
use packbeam::verify::verify;
use packbeam::{Beam, BeamError, BuildError, Builder, Pack, gzip};

const FILES: [&str; 12] = [
    "otp25/sample.beam",
    "otp25/entry.beam",
    "otp25/compressed.beam",
    "otp25/program.avm",
    "otp27/sample.beam",
    "otp27/alone.beam",
    "otp27/program.avm",
    "otp29/sample.beam",
    "otp29/entry.beam",
    "otp29/leaf.beam",
    "otp29/wide.beam",
    "otp29/program.avm",
];

/// Numbers that lengths and counts go wrong at.
const EDGES: [u32; 10] = [0, 1, 3, 0x7f, 0xff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, u32::MAX, 0x0400_0001];

/// Damages a file in one to four places.
fn mutate(file: &[u8], random: &mut Rng) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..=random.usize(..4) {
        let place = random.usize(..bytes.len().max(1));
        match random.usize(..8) {
            0 => bytes.truncate(place),
            1 => bytes.extend([0; 7]),
            2 => drop(bytes.drain(place..(place + random.usize(..8)).min(bytes.len()))),
            3 => bytes.insert(place, random.u8(..)),
            4 => flip(&mut bytes, place, 1 << random.usize(..8)),
            5 => write(&mut bytes, place & !3, &EDGES[random.usize(..EDGES.len())].to_be_bytes()),
            6 => write(&mut bytes, place & !3, &(random.usize(..300) as u32).to_be_bytes()),
            _ => write(&mut bytes, place, &[random.u8(..)]),
        }
    }
    bytes
}

fn flip(bytes: &mut [u8], place: usize, bits: u8) {
    if let Some(byte) = bytes.get_mut(place) {
        *byte ^= bits;
    }
}

fn write(bytes: &mut [u8], place: usize, new: &[u8]) {
    for (byte, new) in bytes.iter_mut().skip(place).zip(new) {
        *byte = *new;
    }
}

fn read_beam(bytes: &[u8]) -> Result<(), BeamError> {
    let beam = Beam::parse(bytes)?;
    for chunk in beam.chunks() {
        assert_eq!(bytes.get(chunk.offset..chunk.offset + chunk.data.len()), Some(chunk.data));
    }
    hint::black_box((beam.strings(), beam.attributes(), beam.compile_info(), beam.code().ok()));
    if let Ok(atoms) = beam.atoms() {
        assert_eq!(
            atoms.iter().map(|atom| atom.chars().count()).filter(|size| *size <= 255).count(),
            atoms.len()
        );
        hint::black_box((atoms.module(), atoms.get(usize::MAX), atoms.get(0)));
    }
    if let Ok(imports) = beam.imports() {
        assert_eq!(imports.iter().count(), imports.len());
        hint::black_box((imports.get(0), imports.get(usize::MAX)));
    }
    for functions in [beam.exports(), beam.locals()].into_iter().flatten() {
        assert_eq!(functions.iter().count(), functions.len());
    }
    if let Ok(funs) = beam.funs() {
        assert_eq!(funs.iter().count(), funs.len());
    }
    if let Ok(literals) = beam.literals() {
        assert_eq!(literals.iter().count(), literals.len());
    }
    if let Ok(Some(lines)) = beam.lines() {
        assert_eq!(lines.iter().count(), lines.len());
        assert!(lines.iter().all(|item| item.file == 0 || lines.file(item.file).is_some()));
    }
    if let Ok(types) = beam.types() {
        assert_eq!(types.iter().count(), types.len());
    }
    Ok(())
}

/// Whatever could be packed can be read back, and packs to the same bytes.
fn build(bytes: &[u8]) -> Result<(), BuildError> {
    let mut builder = Builder::new();
    // The sections before a broken one stay added.
    let outcome = match Pack::parse(bytes) {
        Ok(pack) => builder.add_pack(pack).map(drop),
        Err(_) => builder.add_beam(bytes).map(drop),
    };
    prune(&mut builder, &["sample"], Following::Everything);
    let written = builder.finish();
    let mut again = Builder::new();
    again
        .add_pack(Pack::parse(&written).expect("a pack that was just written"))
        .expect("sections just written");
    assert!(again.finish() == written);
    outcome
}

fn read(bytes: &[u8]) {
    let _ = read_beam(bytes);
    let _ = build(bytes);
    let _ = gzip::decompressed(bytes);
    hint::black_box(verify(bytes));
    let Ok(pack) = Pack::parse(bytes) else { return };
    let sections: Vec<_> = pack.sections().collect();
    assert_eq!(sections.last().is_some_and(Result::is_err), pack.size().is_err());
    for section in sections.into_iter().flatten() {
        assert_eq!(bytes.get(section.offset..section.offset + section.data.len()), Some(section.data));
        hint::black_box((section.module(), section.file().ok(), section.is_start()));
        let _ = read_beam(section.data);
    }
}

fn setting(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |value| value.parse().expect("a number"))
}

#[test]
fn damaged_files_are_read_without_panic() {
    let data = path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let files = FILES.map(|name| (name, fs::read(data.join(name)).unwrap()));
    let mut random = Rng::with_seed(setting("AVM_SEED", 1));
    for _ in 0..setting("AVM_MUTATIONS", 100_000) {
        let seed = random.get_seed();
        let (name, file) = &files[random.usize(..files.len())];
        let damaged = mutate(file, &mut random);
        if let Err(cause) = panic::catch_unwind(|| read(&damaged)) {
            eprintln!("{name}, damaged with AVM_SEED={seed} AVM_MUTATIONS=1");
            panic::resume_unwind(cause);
        }
    }
}
