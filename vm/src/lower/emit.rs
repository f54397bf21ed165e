//! Writing lowered words: instructions, branches mended later, and the pool.
//!
//! Invariants: every branch to a label is a fixup until [`Emitter::finish`] has put it in, and then leads to code of its
//! own function, a call to the entry of one; a short branch that does not reach makes its function one that is lowered
//! again with a longer form, never a wrong branch. Bytes copied into the pool are bounded by the size of the file.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::operand::{SourceKind, source};
use super::{FUNC_INFO_WORDS, Field, Function, Lowered, Op, Relocation, Slot};
use crate::load::LoadFault;

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
    /// Code of the same function.
    Label(u32),
    /// The entry of a function.
    Entry(u32),
    Slot(usize),
}

/// The most words of code and pool: what a branch of 24 bits reaches.
const MOST_WORDS: usize = 1 << 23;

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

    /// Begins an instruction with a byte and a branch in the half; label 0 stays 0 where failing raises, and is missed
    /// by `finish` elsewhere.
    pub fn fail(&mut self, op: Op, a: u8, label: u32) -> &mut Self {
        self.half(op, a, 0);
        if label != 0 || op.fields().contains(&Field::Else) {
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

    /// Begins an instruction with a call of 24 bits.
    pub fn call(&mut self, op: Op, label: u32) -> &mut Self {
        self.bytes(op, [0; 3]);
        self.fix(self.instruction, Form::Wide, Target::Entry(label));
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

    /// An extension word that is a branch.
    pub fn branch(&mut self, label: u32) -> &mut Self {
        self.fix(self.here(), Form::Word, Target::Label(label));
        self.word(0)
    }

    /// An extension word that is a call.
    pub fn entry(&mut self, label: u32) -> &mut Self {
        self.fix(self.here(), Form::Word, Target::Entry(label));
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

    /// Lays out the pool and puts every branch in. The inner error lists the functions whose branches do not reach.
    ///
    /// # Errors
    /// A label that is nowhere, not of the branch's function or not an entry that is called; or there is too much code.
    pub fn finish(mut self) -> Result<Result<Lowered, Vec<u32>>, LoadFault> {
        let code_words = self.here();
        let places = self.lay_out_pool();
        if self.lowered.words.len() > MOST_WORDS {
            return Err(LoadFault::TooLarge);
        }
        let mut too_far: Vec<u32> = Vec::new();
        // Fixups stand in the order of the code, so their functions do.
        let (mut function, mut start, mut end) = (0, 0, self.function_offset(0, code_words));
        for fixup in core::mem::take(&mut self.fixups) {
            while fixup.instruction >= end && end < code_words {
                (function, start) = (function + 1, end);
                end = self.function_offset(function, code_words);
            }
            let target = match fixup.target {
                Target::Slot(slot) => places[slot],
                Target::Label(label) => self
                    .place(label)
                    .filter(|place| (start..end).contains(place))
                    .ok_or(LoadFault::Label(label))?,
                Target::Entry(label) => {
                    self.place(label).filter(|place| self.is_entry(*place)).ok_or(LoadFault::Label(label))?
                }
            };
            if !self.put(&fixup, target as i32 - fixup.instruction as i32) {
                let number = (function as u32).saturating_sub(1);
                if too_far.last() != Some(&number) {
                    too_far.push(number);
                }
            }
        }
        Ok(if too_far.is_empty() { Ok(self.lowered) } else { Err(too_far) })
    }

    /// The first word of each slot.
    fn lay_out_pool(&mut self) -> Vec<u32> {
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
        places
    }

    /// Where a function begins, or, behind the last, where the code ends.
    fn function_offset(&self, number: usize, code_words: u32) -> u32 {
        self.lowered.functions.get(number).map_or(code_words, |function| function.offset)
    }

    fn place(&self, label: u32) -> Option<u32> {
        self.lowered.labels.get(label as usize).copied().filter(|place| *place != u32::MAX)
    }

    /// Whether a function's code begins at a place.
    fn is_entry(&self, place: u32) -> bool {
        entered(&self.lowered.functions, place).is_some()
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
}

/// The function whose code begins at a place: two words behind its `FuncInfo`.
pub(super) fn entered(functions: &[Function], place: u32) -> Option<Function> {
    let start = place.checked_sub(FUNC_INFO_WORDS)?;
    let index = functions.binary_search_by_key(&start, |function| function.offset).ok()?;
    functions.get(index).copied()
}
