//! Writing lowered words: instructions, branches that are mended later, and the pool.
//!
//! Invariant: every branch to a label is a fixup until [`Emitter::finish`] has put it in; a short branch that does not
//! reach makes its function one that is lowered again with a longer form, never a wrong branch.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::operand::{SourceKind, source};
use super::{Function, Lowered, Op, Relocation, Slot};

/// 32-bit words of a pool slot that holds a machine word.
pub const WORD_SLOT: usize = size_of::<usize>() / 4;

/// Where in an instruction a branch stands.
#[derive(Clone, Copy)]
enum Form {
    /// The high half of word 0.
    Half,
    /// The high three bytes of word 0.
    Wide,
    /// A word of its own.
    Word,
}

struct Fixup {
    instruction: u32,
    word: u32,
    form: Form,
    target: Target,
}

enum Target {
    Label(u32),
    Slot(usize),
}

/// The code of a module as it grows.
pub struct Emitter<'a> {
    /// What there is so far.
    pub lowered: Lowered,
    instruction: u32,
    fixups: Vec<Fixup>,
    slots: Vec<Slot>,
    slot_numbers: BTreeMap<u32, usize>,
    far: &'a BTreeSet<u32>,
    /// The branch of the current instruction that goes through a longer jump behind it.
    veneer: Option<u32>,
    is_far: bool,
}

impl<'a> Emitter<'a> {
    /// An emitter for a module of so many labels; `far` are the functions, by number, whose branches are long.
    pub fn new(labels: u32, far: &'a BTreeSet<u32>) -> Self {
        let lowered = Lowered { labels: alloc::vec![u32::MAX; labels as usize], ..Lowered::default() };
        Emitter {
            lowered,
            instruction: 0,
            fixups: Vec::new(),
            slots: Vec::new(),
            slot_numbers: BTreeMap::new(),
            far,
            veneer: None,
            is_far: false,
        }
    }

    /// The word the next instruction is at.
    pub fn here(&self) -> u32 {
        self.lowered.words.len() as u32
    }

    /// Begins a function.
    pub fn function(&mut self, name: u32, arity: u32) {
        let number = self.lowered.functions.len() as u32;
        self.is_far = self.far.contains(&number);
        self.lowered.functions.push(Function { offset: self.here(), name, arity });
        self.bytes(Op::FuncInfo, [arity as u8, 0, 0]);
        self.word(number);
        self.end();
    }

    /// A label stands here.
    pub fn label(&mut self, label: u32) {
        self.lowered.labels[label as usize] = self.here();
    }

    /// The code from here on is of this line item.
    pub fn line(&mut self, item: u32) {
        let here = self.here();
        let function = self.lowered.functions.last().map_or(0, |function| function.offset);
        match self.lowered.lines.last_mut() {
            Some(last) if last.0 == here => last.1 = item,
            Some(last) if last.1 == item && last.0 >= function => {}
            _ => self.lowered.lines.push((here, item)),
        }
    }

    /// The function from here on begins with this line item; what the one before it said does not reach here.
    pub fn first_line(&mut self, item: u32) {
        let here = self.here();
        self.lowered.lines.push((here, item));
    }

    /// Begins an instruction with three bytes.
    pub fn bytes(&mut self, op: Op, [a, b, c]: [u8; 3]) -> &mut Self {
        self.instruction = self.here();
        self.word(u32::from_le_bytes([op as u8, a, b, c]))
    }

    /// Begins an instruction with a byte and a half.
    pub fn half(&mut self, op: Op, a: u8, h: u16) -> &mut Self {
        let [low, high] = h.to_le_bytes();
        self.bytes(op, [a, low, high])
    }

    /// Begins an instruction with a byte and a branch in the half; label 0 stays 0.
    pub fn fail(&mut self, op: Op, a: u8, label: u32) -> &mut Self {
        self.half(op, a, 0);
        if label != 0 {
            if self.is_far {
                self.veneer = Some(label);
            } else {
                self.fix(self.instruction, Form::Half, Target::Label(label));
            }
        }
        self
    }

    /// Begins an instruction with a number of 24 bits.
    pub fn number(&mut self, op: Op, number: u32) -> &mut Self {
        let [low, middle, high, _] = number.to_le_bytes();
        self.bytes(op, [low, middle, high])
    }

    /// Begins an instruction with a branch of 24 bits.
    pub fn jump(&mut self, op: Op, label: u32) -> &mut Self {
        self.bytes(op, [0; 3]);
        self.fix(self.instruction, Form::Wide, Target::Label(label));
        self
    }

    /// Begins an instruction with a pool offset of 24 bits.
    pub fn pooled(&mut self, op: Op, slot: Slot) -> &mut Self {
        self.bytes(op, [0; 3]);
        let slot = self.slot(slot);
        self.fix(self.instruction, Form::Wide, Target::Slot(slot));
        self
    }

    /// An extension word.
    pub fn word(&mut self, word: u32) -> &mut Self {
        self.lowered.words.push(word);
        self
    }

    /// An extension word that is a branch; label 0 stays 0.
    pub fn branch(&mut self, label: u32) -> &mut Self {
        if label != 0 {
            self.fix(self.here(), Form::Word, Target::Label(label));
        }
        self.word(0)
    }

    /// An extension word that is a pool offset.
    pub fn pool(&mut self, slot: Slot) -> &mut Self {
        let slot = self.slot(slot);
        self.fix(self.here(), Form::Word, Target::Slot(slot));
        self.word(0)
    }

    /// An extension word that is a source in the pool.
    pub fn pool_source(&mut self, slot: Slot) -> &mut Self {
        let slot = self.slot(slot);
        self.fix(self.here(), Form::Word, Target::Slot(slot));
        self.word(source(SourceKind::Pool, 0))
    }

    /// An extension word that is the constant of an atom.
    pub fn atom_constant(&mut self, number: u32) -> &mut Self {
        let word = self.here();
        self.lowered.relocations.push(Relocation::AtomConstant { word });
        self.word(number)
    }

    /// An extension word that is a source that is an atom.
    pub fn atom_source(&mut self, number: u32) -> &mut Self {
        let word = self.here();
        self.lowered.relocations.push(Relocation::AtomSource { word });
        self.word(source(SourceKind::Atom, number as i32))
    }

    /// An extension word that is the constant of a catch mark for the code at a label.
    pub fn catch(&mut self, label: u32) -> &mut Self {
        let word = self.here();
        self.lowered.relocations.push(Relocation::Catch { word });
        self.branch(label)
    }

    /// Ends an instruction whose half is a branch; where that is too short, a longer jump follows.
    pub fn end(&mut self) {
        let Some(label) = self.veneer.take() else { return };
        let length = self.here() - self.instruction;
        // Past the instruction: a jump over the next, which is the jump that the half leads to.
        self.lowered.words[self.instruction as usize] |= (length + 1) << 16;
        self.number(Op::Jump, 2);
        self.jump(Op::Jump, label);
    }

    fn slot(&mut self, slot: Slot) -> usize {
        if let Slot::Export(import) = slot {
            let next = self.slots.len();
            let number = *self.slot_numbers.entry(import).or_insert(next);
            if number == next {
                self.slots.push(slot);
            }
            return number;
        }
        self.slots.push(slot);
        self.slots.len() - 1
    }

    fn fix(&mut self, word: u32, form: Form, target: Target) {
        self.fixups.push(Fixup { instruction: self.instruction, word, form, target });
    }

    /// Lays out the pool and puts every branch in. The error lists the functions whose branches do not reach.
    ///
    /// # Errors
    /// As said; and a label that is nowhere is reported by `missing`.
    pub fn finish<E>(mut self, missing: impl Fn(u32) -> E) -> Result<Result<Lowered, Vec<u32>>, E> {
        let mut places = Vec::with_capacity(self.slots.len());
        for slot in core::mem::take(&mut self.slots) {
            let words = match &slot {
                Slot::Bytes(bytes) => bytes.len().div_ceil(4),
                _ => WORD_SLOT,
            };
            places.push(self.here());
            self.lowered.pool.push((self.here(), slot));
            self.lowered.words.resize(self.lowered.words.len() + words, 0);
        }
        let mut too_far = Vec::new();
        for fixup in core::mem::take(&mut self.fixups) {
            let target = match fixup.target {
                Target::Slot(slot) => places[slot],
                Target::Label(label) => match self.lowered.labels.get(label as usize) {
                    Some(&place) if place != u32::MAX => place,
                    _ => return Err(missing(label)),
                },
            };
            let distance = target as i32 - fixup.instruction as i32;
            if !self.put(&fixup, distance) {
                too_far.push(self.function_number(fixup.instruction));
            }
        }
        Ok(if too_far.is_empty() { Ok(self.lowered) } else { Err(too_far) })
    }

    fn put(&mut self, fixup: &Fixup, distance: i32) -> bool {
        let word = &mut self.lowered.words[fixup.word as usize];
        match fixup.form {
            Form::Half => {
                *word |= (distance as u32 & 0xffff) << 16;
                i16::try_from(distance).is_ok()
            }
            Form::Wide => {
                *word |= (distance as u32) << 8;
                true
            }
            // A pool source keeps its kind in the low bits; a branch has none.
            Form::Word if *word != 0 => {
                *word |= (distance as u32) << 3;
                true
            }
            Form::Word => {
                *word = distance as u32;
                true
            }
        }
    }

    fn function_number(&self, offset: u32) -> u32 {
        self.lowered.functions.partition_point(|function| function.offset <= offset) as u32 - 1
    }
}
