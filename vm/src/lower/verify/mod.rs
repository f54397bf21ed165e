//! Proving that code keeps what handlers rely on, function by function.
//!
//! One pass in the order of the code, states joined at labels; where a branch backward weakens what held at its label, the
//! code from there is gone through again. What a value is (a list cell, a tuple of so many elements) and cannot be
//! proved, because the compiler knew it of another function, is not refused: it becomes a [`Check`], to be made when the
//! code runs.
//! Invariants: an instruction that no way reaches is not looked at; every other was looked at in a state that holds on all
//! ways to it. Nothing is allocated for an instruction.
//! Deliberately absent: the shape of instructions (kinds of operands, indices, labels that are nowhere); lowering
//! refuses that, and what is misshapen is passed over here.

mod bits;
pub mod callee;
mod calls;
mod cycles;
mod data;
mod endless;
mod fact;
mod instruction;
mod receive;
mod state;

use alloc::vec::Vec;

use self::callee::Callee;
use self::cycles::Ways;
use self::endless::Endless;
use self::state::State;
use super::function::unsigned;
use crate::code::{Decoder, Instruction, Op, Operand};
use crate::load::{LoadFault, Rule, Source};

/// Proves a module whose instructions have their shape, and does nothing else: for who measures what that takes. How
/// many checks are left to be made when code runs.
///
/// # Errors
/// A rule is broken.
pub fn prove(source: &Source<'_>) -> Result<usize, LoadFault> {
    let mut verifier = Verifier::new(source);
    let mut block: Vec<Instruction<'_>> = Vec::new();
    let mut checks = 0;
    for one in Decoder::new(source.code.bytes) {
        let one = one.map_err(LoadFault::Decode)?;
        if matches!(one.op, Op::FuncInfo | Op::IntCodeEnd) {
            checks += verifier.function(&block).map_err(|(fault, _)| fault)?.len();
            block.clear();
        }
        if !matches!(one.op, Op::Line | Op::ExecutableLine | Op::DebugLine | Op::NifStart) {
            block.push(one);
        }
    }
    Ok(checks)
}

/// What has to be checked when an instruction runs, before it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Check {
    /// Which instruction of the function.
    pub index: usize,
    /// That its operand is this.
    pub wanted: Wanted,
}

/// What a term has to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    /// A list cell.
    Cell,
    /// A tuple of at least so many elements.
    Elements(u32),
    /// A tuple of just so many elements.
    Arity(u32),
    /// Nothing: the call before does not return.
    Never,
    /// That these slots hold terms: they are cleared.
    Slots(u64),
    /// That the message which is looked at is part of the heap.
    Message,
}

impl Wanted {
    /// What is wanted when the same was wanted before, in a state where more was known.
    fn and(self, other: Wanted) -> Wanted {
        match (self, other) {
            (Wanted::Slots(slots), Wanted::Slots(more)) => Wanted::Slots(slots | more),
            (_, other) => other,
        }
    }
}

/// Not in this function; or no state yet.
const NOWHERE: u32 = u32::MAX;

/// A label of the function.
#[derive(Clone, Copy)]
struct Place {
    /// The instruction behind it.
    index: u32,
    /// Where its state is saved.
    saved: u32,
}

/// What comes after an instruction.
#[derive(PartialEq, Eq)]
enum Flow {
    Next,
    End,
}

/// What joining a state with a label's came to.
#[derive(PartialEq, Eq)]
enum Join {
    /// The label had none.
    First,
    /// The label's holds on this way, too.
    Same,
    /// Less is known at the label than before.
    Weaker,
}

/// A branch that is none, or breaks a rule.
enum Refusal {
    Rule(Rule),
    Label(u32),
}

impl From<Rule> for Refusal {
    fn from(rule: Rule) -> Self {
        Refusal::Rule(rule)
    }
}

type Verified<T = ()> = Result<T, Refusal>;

/// A module whose functions are verified.
pub(super) struct Verifier<'a> {
    source: &'a Source<'a>,
    callees: Vec<Callee>,
    literals: Vec<&'a [u8]>,
    places: Vec<Place>,
    /// Saved states.
    pool: Vec<u32>,
    state: State,
    /// Labels from which code is to be gone through again.
    work: Vec<u32>,
    checks: Vec<Check>,
    ways: Ways,
    arity: usize,
    /// Functions that do not return, once somebody has asked.
    endless: Option<Endless>,
    /// Labels of the function.
    labels: Vec<u32>,
    /// Labels of the function's `func_info`, which stand before it.
    heads: Vec<u32>,
    /// The instruction that is looked at.
    at: usize,
    /// Instructions before this one were looked at.
    swept: usize,
}

impl<'a> Verifier<'a> {
    pub fn new(source: &'a Source<'a>) -> Self {
        let labels = source.code.header.labels as usize;
        Verifier {
            source,
            callees: Callee::of_imports(source),
            literals: source.literals.iter().collect(),
            places: alloc::vec![Place { index: NOWHERE, saved: NOWHERE }; labels],
            pool: Vec::new(),
            state: State::new(),
            work: Vec::new(),
            checks: Vec::new(),
            ways: Ways::default(),
            arity: 0,
            endless: None,
            labels: Vec::new(),
            heads: Vec::new(),
            at: 0,
            swept: 0,
        }
    }

    /// Proves a function, whose instructions these are, with the labels before the next one's head; what is to be
    /// checked when it runs.
    ///
    /// # Errors
    /// A rule that is broken, and the offset of the instruction that breaks it.
    pub fn function(&mut self, code: &[Instruction<'a>]) -> Result<&[Check], (LoadFault, u32)> {
        let end = code.iter().rposition(|one| one.op != Op::Label).map_or(0, |last| last + 1);
        let body = &code[..end];
        self.checks.clear();
        if let Some(head) = code.first().filter(|head| head.op == Op::FuncInfo) {
            self.arity = unsigned(head.operand(2).unwrap_or(Operand::Nil)) as usize;
            let mut outcome = self.prove(body);
            if outcome.is_err() && self.endless.is_none() {
                self.endless = Some(Endless::of(self.source, &self.callees));
                outcome = self.prove(body);
            }
            outcome.map_err(|refusal| {
                let offset = code.get(self.at).map_or(0, |one| one.offset);
                match refusal {
                    Refusal::Rule(rule) => (LoadFault::Unsound(rule), offset),
                    Refusal::Label(label) => (LoadFault::Label(label), offset),
                }
            })?;
        }
        self.heads.clear();
        self.heads.extend(code[end..].iter().map(label_number));
        Ok(&self.checks)
    }

    fn prove(&mut self, code: &[Instruction<'a>]) -> Verified {
        self.checks.clear();
        self.list_places(code);
        let outcome = self.body(code);
        self.forget_places();
        outcome
    }

    fn list_places(&mut self, code: &[Instruction<'a>]) {
        self.pool.clear();
        self.labels.clear();
        for (index, one) in code.iter().enumerate() {
            if one.op == Op::Label {
                let label = label_number(one);
                self.labels.push(label);
                self.set_place(label, index as u32);
            }
        }
        for index in 0..self.heads.len() {
            self.set_place(self.heads[index], 0);
        }
    }

    fn forget_places(&mut self) {
        for index in 0..self.labels.len() {
            self.set_place(self.labels[index], NOWHERE);
        }
        for index in 0..self.heads.len() {
            self.set_place(self.heads[index], NOWHERE);
        }
    }

    fn set_place(&mut self, label: u32, index: u32) {
        if let Some(place) = self.places.get_mut(label as usize) {
            *place = Place { index, saved: NOWHERE };
        }
    }

    fn body(&mut self, code: &[Instruction<'a>]) -> Verified {
        self.work.clear();
        self.ways.clear();
        (self.at, self.swept) = (1, 0);
        self.state.enter(self.arity);
        self.run(code, true)?;
        while let Some(label) = self.work.pop() {
            let Some(place) = self.places.get(label as usize) else { continue };
            (self.at, self.swept) = (place.index as usize + 1, code.len());
            self.state.load(&self.pool[place.saved as usize..]);
            self.run(code, false)?;
        }
        if self.ways.go_back {
            let loops = self.ways.find_loop(code, &self.places, &self.callees);
            if let Some(at) = loops {
                self.at = at;
                return Err(Rule::Loop.into());
            }
        }
        Ok(())
    }

    /// Goes through the code from an instruction on: to its end, or until nothing new is learned.
    fn run(&mut self, code: &[Instruction<'a>], is_first: bool) -> Verified {
        let mut is_reached = true;
        while let Some(one) = code.get(self.at) {
            if is_first {
                self.swept = self.at;
            }
            if one.op == Op::Label {
                let label = label_number(one);
                is_reached &= !(is_reached && self.never_comes(code, self.at));
                if is_reached {
                    match self.join(label)? {
                        // What holds here holds at the label.
                        Join::First => {}
                        Join::Same if !is_first => return Ok(()),
                        Join::Same | Join::Weaker => _ = self.load(label),
                    }
                } else {
                    is_reached = self.load(label);
                }
            } else if is_reached {
                if self.state.is_arrival() && !matches!(one.op, Op::CatchEnd | Op::TryCase | Op::Jump) {
                    return Err(Rule::Arrival.into());
                }
                is_reached = self.instruction(code, one)? == Flow::Next;
            }
            if !is_reached && !is_first {
                return Ok(());
            }
            self.at += 1;
        }
        self.at = code.len().saturating_sub(1);
        if is_reached { Err(Rule::FallsThrough.into()) } else { Ok(()) }
    }

    /// Whether the code at a label is where an exception arrives, and this way there none: whatever was called before does
    /// not return, which the compiler knew. That is checked instead of going there.
    fn never_comes(&mut self, code: &[Instruction<'_>], label: usize) -> bool {
        let rest = code.get(label..).unwrap_or_default();
        let is_handler = rest.iter().find(|one| one.op != Op::Label).is_some_and(|one| one.op == Op::TryCase);
        let never = is_handler && !self.state.is_arrival();
        if never {
            self.check(self.at, Wanted::Never);
        }
        never
    }

    /// Goes on from a label's state, if it has one.
    fn load(&mut self, label: u32) -> bool {
        match self.places.get(label as usize) {
            Some(place) if place.saved != NOWHERE => {
                self.state.load(&self.pool[place.saved as usize..]);
                true
            }
            _ => false,
        }
    }

    /// Joins the state with a label's.
    fn join(&mut self, label: u32) -> Verified<Join> {
        let Some(place) = self.places.get_mut(label as usize) else { return Err(Refusal::Label(label)) };
        if place.saved == NOWHERE {
            place.saved = self.pool.len() as u32;
            self.state.save(&mut self.pool);
            return Ok(Join::First);
        }
        let is_weaker = self.state.weaken(&mut self.pool[place.saved as usize..])?;
        Ok(if is_weaker { Join::Weaker } else { Join::Same })
    }

    /// A branch to a label, in this state.
    fn branch(&mut self, label: u32) -> Verified {
        self.branch_back(label)?;
        let index = self.places[label as usize].index as usize;
        self.ways.go_back |= index < self.at && index > 0;
        Ok(())
    }

    /// A branch that may go back any number of times, because the process waits, or looks at another message.
    fn branch_back(&mut self, label: u32) -> Verified {
        let Some(place) = self.places.get(label as usize).filter(|place| place.index != NOWHERE) else {
            return Err(Refusal::Label(label));
        };
        let index = place.index as usize;
        if index == 0 {
            // The head of the function raises function_clause.
            self.state.has_arguments(self.arity)?;
            return self.raise();
        }
        if self.join(label)? != Join::Same && index <= self.swept {
            self.again(label);
        }
        Ok(())
    }

    fn again(&mut self, label: u32) {
        if !self.work.contains(&label) {
            self.work.push(label);
        }
    }

    /// A branch where an instruction fails; label 0 is that it raises.
    fn fail(&mut self, label: u32) -> Verified {
        if label == 0 { self.raise() } else { self.branch(label) }
    }

    /// An exception may be raised: the stack is read, and the innermost handler hears of it.
    fn raise(&mut self) -> Verified {
        self.state.has_whole_frame()?;
        self.keep_message();
        let Some(label) = self.state.handler().filter(|_| self.state.is_news) else { return Ok(()) };
        let Some(place) = self.places.get_mut(label as usize).filter(|place| place.index != NOWHERE) else {
            return Err(Refusal::Label(label));
        };
        let index = place.index as usize;
        let is_news = if place.saved == NOWHERE {
            place.saved = self.pool.len() as u32;
            self.state.save_arrival(&mut self.pool);
            true
        } else {
            self.state.weaken_arrival(&mut self.pool[place.saved as usize..])?
        };
        if index == 0 {
            return Err(Rule::Arrival.into());
        }
        if is_news && index <= self.swept {
            self.again(label);
        }
        self.state.is_news = false;
        Ok(())
    }

    /// What is read of a message goes further than this instruction: the message is kept.
    fn keep_message(&mut self) {
        if self.state.is_receiving {
            self.check(self.at, Wanted::Message);
            self.state.keep_message();
        }
    }

    /// An exception that the compiler knew does not come may find slots that are not set: they are cleared.
    fn clear_slots(&mut self) -> Verified {
        if self.state.has_whole_frame().is_err() {
            let slots = self.state.unset_slots()?;
            self.check(self.at, Wanted::Slots(slots));
            self.state.clear(slots);
        }
        Ok(())
    }

    /// Notes what has to be checked before an instruction.
    fn check(&mut self, index: usize, wanted: Wanted) {
        let first = self.checks.partition_point(|other| other.index < index);
        let mut same = self.checks[first..].iter_mut().take_while(|other| other.index == index);
        match same.find(|other| core::mem::discriminant(&other.wanted) == core::mem::discriminant(&wanted)) {
            Some(other) => other.wanted = other.wanted.and(wanted),
            None => self.checks.insert(first, Check { index, wanted }),
        }
    }
}

/// The number of a `label`.
fn label_number(one: &Instruction<'_>) -> u32 {
    one.operand(0).map_or(NOWHERE, unsigned)
}
