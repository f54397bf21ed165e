//! Modules, and how they are damaged: anywhere, or where a loader looks.
//!
//! Invariant: the same seed damages the same file in the same way.

use std::fs;
use std::path::PathBuf;

use fastrand::Rng;
use packbeam::Beam;
use packbeam::chunk::Tag;
use vm::code::Decoder;

/// Numbers that lengths and counts go wrong at.
const EDGES: [u32; 12] =
    [0, 1, 3, 0x7f, 0xff, 0x100, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, u32::MAX];

/// Operands that instructions go wrong at: registers, labels, numbers, lists, literals, of all lengths.
const OPERANDS: [&[u8]; 24] = [
    &[0x00],
    &[0x10],
    &[0x02],
    &[0x12],
    &[0x05],
    &[0x15],
    &[0xf3],
    &[0x04],
    &[0x0b, 0xff],
    &[0x2b, 0xff],
    &[0x8b, 0x00],
    &[0xeb, 0xff],
    &[0x8c, 0x00],
    &[0x08, 0xff],
    &[0x18, 0xff, 0xff],
    &[0x18, 0x01, 0x00],
    &[0x38, 0x01, 0x00, 0x00],
    &[0x58, 0x7f, 0xff, 0xff, 0xff],
    &[0x17, 0x00],
    &[0x47, 0x00],
    &[0x47, 0xf0],
    &[0x27, 0x00],
    &[0xd9, 0x80, 0, 0, 0, 0, 0, 0, 0],
    &[0xf9, 0x00, 0x80, 1, 2, 3, 4, 5, 6, 7, 8],
];

/// The bytes before the first instruction of a `Code` chunk.
const CODE_HEADER: usize = 20;

/// A module, taken apart.
struct Module {
    name: String,
    file: Vec<u8>,
    chunks: Vec<(Tag, Vec<u8>)>,
    /// Where instructions begin in the `Code` chunk, and where the last ends.
    instructions: Vec<usize>,
}

/// The modules that are damaged.
pub struct Corpus(Vec<Module>);

impl Corpus {
    /// Reads them.
    pub fn read(paths: &[PathBuf]) -> Corpus {
        let modules = paths.iter().map(|path| {
            let file = fs::read(path).expect("the module is checked in");
            Module::new(path.display().to_string(), file)
        });
        Corpus(modules.filter(|module| !module.chunks.is_empty()).collect())
    }

    /// A damaged module, and the name of the file it was.
    pub fn damaged(&self, random: &mut Rng) -> (&str, Vec<u8>) {
        let module = random.choice(&self.0).expect("some");
        let bytes = if random.usize(..5) == 0 {
            let mut bytes = module.file.clone();
            for _ in 0..=random.usize(..3) {
                scramble(&mut bytes, random);
            }
            bytes
        } else {
            let mut chunks = module.chunks.clone();
            for _ in 0..=random.usize(..3) {
                self.damage_chunks(module, &mut chunks, random);
            }
            assembled(&chunks, random)
        };
        (&module.name, bytes)
    }

    fn damage_chunks(&self, module: &Module, chunks: &mut Vec<(Tag, Vec<u8>)>, random: &mut Rng) {
        match random.usize(..16) {
            0 => {
                let (one, other) = (random.usize(..chunks.len()), random.usize(..chunks.len()));
                let data = chunks[one].1.clone();
                chunks[other].1 = data;
            }
            1 => drop(chunks.remove(random.usize(..chunks.len()))),
            2 => {
                let module = random.choice(&self.0).expect("some");
                let other = module.chunks[random.usize(..module.chunks.len())].clone();
                match chunks.iter_mut().find(|chunk| chunk.0 == other.0) {
                    Some(chunk) => *chunk = other,
                    None => chunks.push(other),
                }
            }
            3..6 => {
                let count = chunks.len();
                scramble(&mut chunks[random.usize(..count)].1, random);
            }
            6..9 => {
                let count = chunks.len();
                let data = &mut chunks[random.usize(..count)].1;
                let place = random.usize(..data.len().max(1)) & !3;
                let number = if random.usize(..2) == 0 {
                    EDGES[random.usize(..EDGES.len())]
                } else {
                    random.usize(..40) as u32
                };
                write(data, place, &number.to_be_bytes());
            }
            _ => {
                if let Some((_, code)) = chunks.iter_mut().find(|(tag, _)| tag == b"Code") {
                    damage_code(code, &module.instructions, random);
                }
            }
        }
        if chunks.is_empty() {
            chunks.clone_from(&module.chunks);
        }
    }
}

impl Module {
    fn new(name: String, file: Vec<u8>) -> Module {
        let mut chunks = Vec::new();
        let mut instructions = Vec::new();
        if let Ok(beam) = Beam::parse(&file) {
            chunks.extend(beam.chunks().map(|chunk| (chunk.tag, chunk.data.to_vec())));
            if let (Some(chunk), Ok(literals)) =
                (chunks.iter_mut().find(|(tag, _)| tag == b"LitT"), beam.literals())
            {
                *chunk = (*b"LitU", plain(literals.iter()));
            }
            if let Ok(code) = beam.code() {
                let offsets = Decoder::new(code.bytes).flatten().map(|one| one.offset as usize + CODE_HEADER);
                instructions.extend(offsets);
                instructions.push(code.bytes.len() + CODE_HEADER);
            }
        }
        Module { name, file, chunks, instructions }
    }
}

/// The `LitU` chunk of literals.
fn plain<'l>(literals: impl Iterator<Item = &'l [u8]>) -> Vec<u8> {
    let mut data = vec![0; 4];
    let mut count = 0u32;
    for literal in literals {
        count += 1;
        data.extend((literal.len() as u32).to_be_bytes());
        data.extend(literal);
    }
    write(&mut data, 0, &count.to_be_bytes());
    data
}

/// A file of chunks, with sizes that mostly are right.
fn assembled(chunks: &[(Tag, Vec<u8>)], random: &mut Rng) -> Vec<u8> {
    let mut file = b"FOR1\0\0\0\0BEAM".to_vec();
    for (tag, data) in chunks {
        file.extend(tag);
        let lie = if random.usize(..500) == 0 { random.usize(..9) as u32 } else { 0 };
        file.extend((data.len() as u32).wrapping_sub(lie).to_be_bytes());
        file.extend(data);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let size = file.len() as u32 - 8;
    write(&mut file, 4, &size.to_be_bytes());
    file
}

/// Damages an instruction, or the order of instructions.
fn damage_code(code: &mut Vec<u8>, instructions: &[usize], random: &mut Rng) {
    // Damage before may have moved things: then this is damage somewhere else.
    let index = random.usize(..instructions.len().saturating_sub(1).max(1));
    let range = |index: usize| {
        let at = |index: usize| instructions.get(index).copied().unwrap_or(0).min(code.len());
        at(index)..at(index + 1).max(at(index))
    };
    let here = range(index);
    let inside = here.start + random.usize(..here.len().max(1));
    match random.usize(..10) {
        0 => drop(code.drain(here)),
        1 => {
            let again = code[here.clone()].to_vec();
            drop(code.splice(here.start..here.start, again));
        }
        2 => {
            let other = range(random.usize(..instructions.len().saturating_sub(1).max(1)));
            let other = code[other].to_vec();
            drop(code.splice(here, other));
        }
        3 => {
            let other = range(random.usize(..instructions.len().saturating_sub(1).max(1)));
            let other = code[other].to_vec();
            drop(code.splice(here.start..here.start, other));
        }
        4 | 5 => {
            // An operand in the place of a byte that may be one.
            let place = (inside + 1).min(code.len());
            let end = (place + 1).min(code.len());
            drop(code.splice(place..end, random.choice(&OPERANDS).expect("some").iter().copied()));
        }
        6 => write(code, here.start, &[1 + random.usize(..191) as u8]),
        7 => write(code, inside, &[random.u8(..)]),
        8 => flip(code, inside, 1 << random.usize(..8)),
        _ => flip(code, inside, 0x10 << random.usize(..4)),
    }
}

/// Damages any bytes.
fn scramble(bytes: &mut Vec<u8>, random: &mut Rng) {
    let place = random.usize(..bytes.len().max(1));
    match random.usize(..8) {
        0 => bytes.truncate(place),
        1 => bytes.extend([0; 7]),
        2 => drop(bytes.drain(place..(place + random.usize(..8)).min(bytes.len()))),
        3 => bytes.insert(place.min(bytes.len()), random.u8(..)),
        4 | 5 => flip(bytes, place, 1 << random.usize(..8)),
        6 => write(bytes, place, &[random.u8(..)]),
        _ => write(bytes, place & !3, &random.choice(&EDGES).expect("some").to_be_bytes()),
    }
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
