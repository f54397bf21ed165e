//! What lowered code promises to handlers, checked from the table of instructions.
//!
//! Invariant: panics, which names the word, where a part reaches outside: a register that is not there, a branch into the
//! middle of an instruction or another function, a pool offset to no slot, an atom the module does not have.

use std::collections::BTreeSet;
use std::ops::Range;

use vm::load::Source;
use vm::lower::operand::{SourceKind, WHOLE};
use vm::lower::{FUNC_INFO_WORDS, Field, Lowered, Op, Part, REGISTERS, Relocation, SCRATCH, Slot};
use vm::term::{Boxed, Word};

/// Instructions whose branch is a call.
const CALLS: [Op; 8] = [
    Op::Call,
    Op::CallOnly,
    Op::CallLast,
    Op::MoveXXCall,
    Op::MoveXYCall,
    Op::MoveXXCallOnly,
    Op::MoveXXCallLast,
    Op::MoveXYCallLast,
];
/// Instructions whose number is words of a frame.
const FRAMES: [Op; 4] = [Op::Deallocate, Op::DeallocateReturn, Op::Trim, Op::ClearFrame];

/// Checks a whole module.
pub fn check(source: &Source<'_>, lowered: &Lowered) {
    let code_words = lowered.pool.first().map_or(lowered.words.len() as u32, |(word, _)| *word);
    let mut starts = BTreeSet::new();
    let mut at = 0;
    while at < code_words {
        let word = lowered.words[at as usize];
        let op = Op::of_word(word).unwrap_or_else(|| panic!("word {at} is no instruction"));
        starts.insert(at);
        at += op.length(word) as u32;
    }
    assert_eq!(at, code_words, "the last instruction reaches into the pool");
    let atoms = atoms(source, lowered, code_words);
    let structure = Structure { source, lowered, starts, atoms };
    for (index, function) in lowered.functions.iter().enumerate() {
        assert!(source.atom(function.name).is_some(), "function {index} has no name");
        let end = lowered.functions.get(index + 1).map_or(code_words, |next| next.offset);
        structure.function(function.offset..end);
    }
    let exports = source.exports.iter().map(|export| (export.label, export.arity));
    for (label, arity) in exports.chain(source.lambdas.iter().map(|lambda| (lambda.label, lambda.arity))) {
        structure.entry(lowered.labels[label as usize], Some(arity));
    }
    if let Some(place) = lowered.on_load {
        structure.entry(place, Some(0));
    }
}

/// The words that atoms are put into, each with an atom of the module.
fn atoms(source: &Source<'_>, lowered: &Lowered, code_words: u32) -> BTreeSet<u32> {
    let mut atoms = BTreeSet::new();
    for relocation in &lowered.relocations {
        let (word, atom) = match *relocation {
            Relocation::AtomConstant { word } => (word, Some(lowered.words[word as usize])),
            Relocation::AtomSource { word } => (word, Some(lowered.words[word as usize] >> 3)),
            Relocation::Catch { word } => (word, None),
            Relocation::Sort { word, count } => (word + 2 * count, None),
        };
        assert!(word <= code_words, "a relocation outside the code");
        if let Some(atom) = atom {
            assert!(source.atom(atom).is_some(), "word {word}: no atom {atom}");
            atoms.insert(word);
        }
    }
    atoms
}

struct Structure<'a> {
    source: &'a Source<'a>,
    lowered: &'a Lowered,
    /// Where instructions begin.
    starts: BTreeSet<u32>,
    /// Words that are atoms.
    atoms: BTreeSet<u32>,
}

/// An instruction that is looked at.
struct Instruction {
    at: u32,
    op: Op,
    word: u32,
    next: u32,
    count: usize,
    is_bytes: bool,
    function: Range<u32>,
}

impl Structure<'_> {
    fn function(&self, range: Range<u32>) {
        for &at in self.starts.range(range.clone()) {
            let word = self.lowered.words[at as usize];
            let op = Op::of_word(word).expect("an instruction");
            let mut instruction = Instruction {
                at,
                op,
                word,
                next: at + 1,
                count: 0,
                is_bytes: false,
                function: range.clone(),
            };
            for field in op.fields() {
                self.field(&mut instruction, *field);
            }
        }
    }

    fn field(&self, instruction: &mut Instruction, field: Field) {
        let [_, a, b, c] = instruction.word.to_le_bytes();
        let half = i16::from_le_bytes([b, c]);
        let wide = instruction.word as i32 >> 8;
        let place = instruction.next;
        if field.is_extension() && !matches!(field, Field::Each(_)) {
            instruction.next += 1;
            return self.extension(instruction, field, place);
        }
        match field {
            Field::Na => instruction.count = usize::from(a),
            Field::Nh => instruction.count = usize::from(half as u16),
            Field::No if FRAMES.contains(&instruction.op) => {
                assert!(
                    (0..=i32::from(REGISTERS)).contains(&wide),
                    "word {}: a frame of {wide}",
                    instruction.at
                );
            }
            Field::Each(fields) => {
                for _ in 0..instruction.count {
                    fields.iter().for_each(|field| self.field(instruction, *field));
                }
            }
            Field::Fail if half == 0 => {}
            Field::Fail | Field::Else => self.branch(instruction, i32::from(half)),
            Field::Jump => self.branch(instruction, wide),
            Field::PoolO => _ = self.slot(instruction, wide),
            // Registers and numbers of a byte are in range.
            _ => {}
        }
    }

    fn extension(&self, instruction: &mut Instruction, field: Field, place: u32) {
        let (at, word) = (instruction.at, self.lowered.words[place as usize]);
        match field {
            Field::Src => self.operand(instruction, word, place),
            Field::Dst => {
                assert!(word & 0b111 <= SourceKind::Y as u32, "word {place}: no register");
                self.operand(instruction, word, place);
            }
            Field::Size if instruction.is_bytes || word == WHOLE => {}
            // No bytes take no place in the pool: another slot begins there.
            Field::Value if instruction.is_bytes && self.lowered.words[place as usize - 1] == 0 => {}
            Field::Value if instruction.is_bytes => {
                let length = self.lowered.words[place as usize - 1] as usize;
                match self.slot(instruction, word as i32) {
                    Slot::Bytes(bytes) if bytes.len() == length => {}
                    other => panic!("word {place}: {length} bytes are {other:?}"),
                }
            }
            Field::Size | Field::Value => self.operand(instruction, word, place),
            Field::Const if !self.atoms.contains(&place) => {
                let constant = Word::from_constant(word as i32);
                assert!(constant.is_small() || constant == Word::NIL, "word {place}: no constant");
            }
            Field::Header => {
                let header = Word(word as usize);
                assert!(
                    header.is_header() && header.header_kind() == Boxed::Tuple,
                    "word {place}: no header"
                );
            }
            Field::Xw | Field::Yw => assert!(word < u32::from(REGISTERS), "word {place}: register {word}"),
            Field::Segment => instruction.is_bytes = word as u8 == vm::lower::operand::Segment::Bytes as u8,
            Field::Off | Field::Mark => self.branch(instruction, word as i32),
            Field::Pool => _ = self.slot(instruction, word as i32),
            Field::Parts(parts) => {
                assert!(!parts.contains(&Part::N) || instruction.op == Op::GetElementsXX, "word {at}");
            }
            _ => {}
        }
    }

    fn operand(&self, instruction: &Instruction, word: u32, place: u32) {
        let value = word as i32 >> 3;
        match word & 0b111 {
            0 => assert!((0..=i32::from(SCRATCH)).contains(&value), "word {place}: x{value}"),
            1 => assert!((0..i32::from(REGISTERS)).contains(&value), "word {place}: y{value}"),
            2 | 5 => {}
            3 => assert!(self.atoms.contains(&place), "word {place}: an atom nobody puts in"),
            4 => match self.slot(instruction, value) {
                Slot::Literal(number) => assert!((*number as usize) < self.source.literal_count),
                Slot::Integer(_) | Slot::BigInteger(_) => {}
                other => panic!("word {place}: {other:?} is no term"),
            },
            _ => panic!("word {place}: no source"),
        }
    }

    fn slot(&self, instruction: &Instruction, distance: i32) -> &Slot {
        let place = instruction.at.wrapping_add_signed(distance);
        let found = self.lowered.pool.binary_search_by_key(&place, |(word, _)| *word);
        let Ok(index) = found else { panic!("word {}: no slot at {place}", instruction.at) };
        &self.lowered.pool[index].1
    }

    fn branch(&self, instruction: &Instruction, distance: i32) {
        let target = instruction.at.wrapping_add_signed(distance);
        assert!(self.starts.contains(&target), "word {}: a branch to {target}", instruction.at);
        if CALLS.contains(&instruction.op) {
            self.entry(target, None);
        } else {
            assert!(instruction.function.contains(&target), "word {}: a branch to {target}", instruction.at);
        }
    }

    fn entry(&self, place: u32, arity: Option<u32>) {
        let functions = &self.lowered.functions;
        let start = place.wrapping_sub(FUNC_INFO_WORDS);
        let Ok(index) = functions.binary_search_by_key(&start, |function| function.offset) else {
            panic!("word {place} is no entry")
        };
        assert!(arity.is_none_or(|arity| functions[index].arity == arity), "word {place}: another arity");
    }
}
