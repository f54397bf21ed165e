//! The interpreter's registers, and how an instruction reads its parts.
//!
//! Invariants: a [`State`] is passed and returned by value and never by reference to a function that is not inlined,
//! so it stays in machine registers; `ip` is the address of an instruction that `lower` emitted, and so every part
//! read here is there, every register number in range, and what is read is what the verifier proved it to be (each
//! function's safety rests on that and on nothing else; names like `Rule::Slot` are those of `load::rule`); between
//! `hp` and `sp` at least `STACK_SLACK` words are free at every instruction.
#![expect(unsafe_code, reason = "instructions are read, and registers written, without checks")]

use core::cell::Cell;
use core::mem::MaybeUninit;

use crate::bif::Natives;
use crate::heap::STACK_SLACK;
use crate::lower::{Op, SCRATCH};
use crate::process::Process;
use crate::sched::System;
use crate::sched::memory::Excess;
use crate::term::word::BYTES;
use crate::term::{Export, Term, Word};

use super::Exit;
use super::engine::{HANDLERS, Handlers};
#[cfg(threaded)]
use super::engine::{Handler, dispatch};

/// X registers: those that code may name, and the one that `lower` keeps for itself.
pub const X_REGISTERS: usize = SCRATCH as usize + 1;
/// Float registers.
pub const FLOAT_REGISTERS: usize = 256;

/// What an instruction works with.
#[derive(Clone, Copy)]
pub struct State {
    /// The instruction.
    pub ip: *const u32,
    /// The registers behind, and the process.
    pub machine: *mut Machine,
    /// The next free word of the heap.
    pub hp: *mut Word,
    /// The top of the stack: y0.
    pub sp: *mut Word,
    /// Reductions left.
    pub reductions: isize,
    /// What is to run outside the engine before the instruction at `ip`.
    #[cfg(threaded)]
    pub detour: Option<Handler>,
}

/// What stays in memory while instructions run.
#[repr(C)]
pub struct Machine {
    /// X registers.
    pub x: [Word; X_REGISTERS],
    /// Float registers.
    pub f: [f64; FLOAT_REGISTERS],
    /// The engine's handlers, here because the address is at hand.
    pub handlers: Handlers,
    /// The process that runs.
    pub process: *const Process,
    /// What all processes share.
    pub system: *const System,
    /// Native functions by number.
    pub natives: Natives,
    /// Why the interpreter is left.
    pub exit: Exit,
    /// Words of the process's heap when that was found to be larger than it may be.
    pub oversize: Option<usize>,
    /// What the process asked for beyond what the machine may hold, when it did.
    pub excess: Option<Excess>,
    /// Reductions taken away so that the process yields soon, to be given back.
    pub withheld: isize,
    /// Reductions that a native function charged.
    pub charged: Cell<usize>,
    /// The state that a function outside the engine leaves behind.
    left: MaybeUninit<State>,
    /// Whether the instruction that runs has just collected, and is tried again.
    #[cfg(feature = "stress")]
    pub has_collected: bool,
    /// Reservations that do not collect: after a collection of much, so many that all take time in proportion.
    #[cfg(feature = "stress")]
    pub spared: usize,
    /// The bitstring that `bs_init2` and the like have begun.
    pub writer: Writer,
}

/// A bitstring that is being constructed by instructions of OTP 24 and before.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    /// Its bytes.
    pub bytes: *mut u8,
    /// How many bits it has.
    pub length: usize,
    /// How many are written.
    pub position: usize,
}

/// An instruction that leaves the interpreter.
static EXIT: [u32; 1] = [Op::Exit as u32];

impl Machine {
    /// A machine without a process.
    pub fn new(natives: Natives) -> Machine {
        Machine {
            x: [Word::NIL; X_REGISTERS],
            f: [0.0; FLOAT_REGISTERS],
            handlers: HANDLERS,
            process: core::ptr::null(),
            system: core::ptr::null(),
            natives,
            exit: Exit::Yielded,
            oversize: None,
            excess: None,
            withheld: 0,
            charged: Cell::new(0),
            #[cfg(feature = "stress")]
            has_collected: false,
            #[cfg(feature = "stress")]
            spared: 0,
            left: MaybeUninit::uninit(),
            writer: Writer { bytes: core::ptr::null_mut(), length: 0, position: 0 },
        }
    }
}

/// Calls `act` and leaves its state behind. The state comes in parts: as a struct it would come by reference, and whoever
/// calls this would keep its own in memory.
#[inline(never)]
fn act_and_leave<F: Fn(State) -> State>(
    ip: *const u32,
    machine: *mut Machine,
    hp: *mut Word,
    sp: *mut Word,
    reductions: isize,
    act: F,
) {
    act(State::new(ip, machine, hp, sp, reductions)).leave_behind();
}

/// Runs a function that captures nothing, then goes on with the instruction it leads to.
#[cfg(threaded)]
unsafe extern "sysv64-unwind" fn detour<F: Fn(State) -> State + Copy>(
    ip: *const u32,
    machine: *mut Machine,
    hp: *mut Word,
    sp: *mut Word,
    reductions: isize,
) {
    // SAFETY: a value of no size has just one form, and the caller of `outside` had it; the machine outlives its
    // states, and a state was just left in it.
    unsafe {
        let act = core::ptr::NonNull::<F>::dangling().read();
        act_and_leave(ip, machine, hp, sp, reductions, act);
        dispatch(State::left_behind(machine));
    }
}

/// Methods that every handler uses. Their safety is the invariant at the head of this file.
#[allow(clippy::missing_safety_doc, reason = "one contract for all: the invariant at the head of this file")]
impl State {
    /// A state of its parts.
    #[inline(always)]
    pub fn new(
        ip: *const u32,
        machine: *mut Machine,
        hp: *mut Word,
        sp: *mut Word,
        reductions: isize,
    ) -> State {
        State {
            ip,
            machine,
            hp,
            sp,
            reductions,
            #[cfg(threaded)]
            detour: None,
        }
    }

    /// Runs `act` outside the engine, where it costs the other paths of the instruction nothing: the state goes there
    /// and comes back by value. What `act` needs to know it reads from the instruction, for it may capture nothing.
    #[inline(always)]
    #[cfg(threaded)]
    pub fn outside<F: Fn(State) -> State + Copy>(mut self, _act: F) -> State {
        const { assert!(size_of::<F>() == 0, "what runs outside captures nothing") };
        self.detour = Some(detour::<F>);
        self
    }

    /// As the one above.
    #[inline(always)]
    #[cfg(not(threaded))]
    pub fn outside<F: Fn(State) -> State + Copy>(self, act: F) -> State {
        const { assert!(size_of::<F>() == 0, "what runs outside captures nothing") };
        act_and_leave(self.ip, self.machine, self.hp, self.sp, self.reductions, act);
        // SAFETY: the machine outlives its states.
        unsafe { State::left_behind(self.machine) }
    }

    /// Leaves the state in its machine, for [`State::left_behind`].
    #[inline(always)]
    pub fn leave_behind(self) {
        // Whoever reads them next reads word by word: words written two at a time would have to reach the cache before.
        // SAFETY: the machine outlives its states, and no reference into it is held across an instruction.
        unsafe {
            let left = (&raw mut (*self.machine).left).cast::<State>();
            (&raw mut (*left).ip).write_volatile(self.ip);
            (&raw mut (*left).machine).write_volatile(self.machine);
            (&raw mut (*left).hp).write_volatile(self.hp);
            (&raw mut (*left).sp).write_volatile(self.sp);
            (&raw mut (*left).reductions).write_volatile(self.reductions);
            #[cfg(threaded)]
            (&raw mut (*left).detour).write_volatile(self.detour);
        }
    }

    /// The state that was left in a machine.
    #[inline(always)]
    pub unsafe fn left_behind(machine: *mut Machine) -> State {
        // SAFETY: the caller's machine is there, and a state was left in it.
        unsafe { (*machine).left.assume_init() }
    }

    /// Byte `N` of the instruction: 1 to 3 are a, b and c.
    #[inline(always)]
    pub unsafe fn byte<const N: usize>(self) -> usize {
        // SAFETY: an instruction has at least four bytes.
        unsafe { usize::from(*self.ip.cast::<u8>().add(N)) }
    }

    /// The number in h.
    #[inline(always)]
    pub unsafe fn half(self) -> usize {
        // SAFETY: as above; the half lies on an even address.
        unsafe { usize::from(*self.ip.cast::<u16>().add(1)) }
    }

    /// The number in o.
    #[inline(always)]
    pub unsafe fn number(self) -> isize {
        // SAFETY: as above.
        unsafe { (*self.ip as i32 >> 8) as isize }
    }

    /// Extension word `index`, from 1.
    #[inline(always)]
    pub unsafe fn word(self, index: usize) -> u32 {
        // SAFETY: the instruction has this extension word.
        unsafe { *self.ip.add(index) }
    }

    /// The constant in extension word `index`.
    #[inline(always)]
    pub unsafe fn constant(self, index: usize) -> Word {
        // SAFETY: as `word`.
        unsafe { Word::from_constant(self.word(index) as i32) }
    }

    /// X register `index`.
    #[inline(always)]
    pub unsafe fn x(self, index: usize) -> Word {
        // SAFETY: register numbers are in range.
        unsafe { *(&raw const (*self.machine).x).cast::<Word>().add(index) }
    }

    /// Sets X register `index`.
    #[inline(always)]
    pub unsafe fn set_x(self, index: usize, value: Word) {
        // SAFETY: register numbers are in range.
        unsafe { *(&raw mut (*self.machine).x).cast::<Word>().add(index) = value }
    }

    /// Y register `index`.
    #[inline(always)]
    pub unsafe fn y(self, index: usize) -> Word {
        // SAFETY: the frame has this register (`Rule::Slot`).
        unsafe { *self.sp.add(index) }
    }

    /// Sets Y register `index`.
    #[inline(always)]
    pub unsafe fn set_y(self, index: usize, value: Word) {
        // SAFETY: the frame has this register (`Rule::Slot`).
        unsafe { *self.sp.add(index) = value }
    }

    /// Float register `index`.
    #[inline(always)]
    pub unsafe fn f(self, index: usize) -> f64 {
        // SAFETY: register numbers are in range.
        unsafe { *(&raw const (*self.machine).f).cast::<f64>().add(index) }
    }

    /// Sets float register `index`.
    #[inline(always)]
    pub unsafe fn set_f(self, index: usize, value: f64) {
        // SAFETY: register numbers are in range.
        unsafe { *(&raw mut (*self.machine).f).cast::<f64>().add(index) = value }
    }

    /// The source in extension word `index` (see `lower::operand`).
    #[inline(always)]
    pub unsafe fn source(self, index: usize) -> Word {
        // SAFETY: sources are registers in range, constants, or offsets of pool slots.
        unsafe {
            let word = self.word(index);
            let value = (word as i32) >> 3;
            match word & 0b111 {
                0 => self.x(value as usize),
                1 => self.y(value as usize),
                2 => Word::small_unchecked(value as isize),
                3 => Word(((word >> 3) as usize) << 6 | Word::atom(crate::atom::Atom(0)).0),
                4 => self.ip.offset(value as isize).cast::<Word>().read_unaligned(),
                _ => Word::NIL,
            }
        }
    }

    /// Sets the register in extension word `index`.
    #[inline(always)]
    pub unsafe fn set(self, index: usize, value: Word) {
        // SAFETY: destinations are registers in range.
        unsafe {
            let word = self.word(index);
            let register = (word >> 3) as usize;
            if word & 1 == 0 { self.set_x(register, value) } else { self.set_y(register, value) }
        }
    }

    /// The machine word in the pool slot whose offset is given.
    #[inline(always)]
    pub unsafe fn pool(self, offset: isize) -> Word {
        // SAFETY: pool offsets lead to slots that `link` filled.
        unsafe { self.ip.offset(offset).cast::<Word>().read_unaligned() }
    }

    /// The export in the pool slot whose offset is given.
    #[inline(always)]
    pub unsafe fn export(self, offset: isize) -> &'static Export {
        // SAFETY: as `pool`, and the slot holds the address of an export, which is never freed.
        unsafe { &*(self.pool(offset).0 as *const Export) }
    }

    /// Goes on `words` further.
    #[inline(always)]
    pub unsafe fn next(mut self, words: usize) -> State {
        // SAFETY: the instruction has that many words, and another follows it (`Rule::FallsThrough`).
        self.ip = unsafe { self.ip.add(words) };
        self
    }

    /// Branches by so many words.
    #[inline(always)]
    pub unsafe fn jump(mut self, words: isize) -> State {
        // SAFETY: branches lead to instructions.
        self.ip = unsafe { self.ip.offset(words) };
        self
    }

    /// Branches by the half.
    #[inline(always)]
    pub unsafe fn fail(self) -> State {
        // SAFETY: the half of this instruction is a branch.
        unsafe { self.jump(isize::from(*self.ip.cast::<i16>().add(1))) }
    }

    /// Whether the half is a branch: where it is not, failing raises.
    #[inline(always)]
    pub unsafe fn can_fail(self) -> bool {
        // SAFETY: as `half`.
        unsafe { self.half() != 0 }
    }

    /// Goes on `words` further where `holds`, else branches by the half.
    #[inline(always)]
    pub unsafe fn when(self, holds: bool, words: usize) -> State {
        // SAFETY: as `next` and `fail`.
        unsafe { if holds { self.next(words) } else { self.fail() } }
    }

    /// Whether `words` words are free beside the slack.
    #[inline(always)]
    pub fn has_room(self, words: usize) -> bool {
        self.sp as usize - self.hp as usize >= (words + STACK_SLACK) * BYTES
    }

    /// A word at rest as a term, for as long as nothing collects: until the instruction ends.
    #[inline(always)]
    pub unsafe fn term<'h>(self, word: Word) -> Term<'h> {
        // SAFETY: words that are read from registers and slots are valid terms (`Rule::UnsetRegister`, `UnsetSlot`, `Mark`),
        // and so are those in the pool; the caller drops the term before
        // the next collection.
        unsafe { Term::new(word) }
    }

    /// The process.
    #[inline(always)]
    pub unsafe fn process<'a>(self) -> &'a Process {
        // SAFETY: the process outlives the slice it runs in.
        unsafe { &*(*self.machine).process }
    }

    /// What all processes share.
    #[inline(always)]
    pub unsafe fn system<'a>(self) -> &'a System {
        // SAFETY: the system outlives the slice.
        unsafe { &*(*self.machine).system }
    }

    /// Leaves the interpreter; where the process goes on is stored already.
    pub unsafe fn leave(mut self, exit: Exit) -> State {
        // SAFETY: the machine is there.
        unsafe { (*self.machine).exit = exit };
        self.ip = EXIT.as_ptr();
        self
    }
}
