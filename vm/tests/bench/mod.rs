//! A bench for native functions: a system whose clock and pins the test moves.
//!
//! Invariant: no interpreter runs. A process acts upon its signals when the test says so.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use vm::bif::{Code, Context, Control, Natives, Room};
use vm::heap::Arena;
use vm::platform::gpio::{PinMode, Pull, Trigger};
use vm::platform::{Clock, Console, Gpio, Pin, PinError, Platform};
use vm::process::{Class, Fault, Process, Status};
use vm::sched::System;
use vm::term::Term;
use vm::term::print::{Flavour, Limits, write_term};

/// The world of a test.
#[derive(Default)]
pub struct World {
    pub name: Cell<&'static str>,
    pub now_ns: Cell<u64>,
    pub console: RefCell<Vec<u8>>,
    pub pins: RefCell<Vec<String>>,
}

impl Clock for World {
    fn monotonic_ns(&self) -> u64 {
        self.now_ns.get()
    }

    fn system_ns(&self) -> u64 {
        1_577_836_800_000_000_000 + self.now_ns.get()
    }
}

impl Console for World {
    fn write(&self, text: &[u8]) {
        self.console.borrow_mut().extend_from_slice(text);
    }
}

impl World {
    /// Notes what was done to a pin; pins from 40 on are not there.
    fn note(&self, pin: Pin, what: &str) -> Result<(), PinError> {
        self.pins.borrow_mut().push(format!("{}.{} {what}", pin.bank, pin.number));
        if pin.number < 40 { Ok(()) } else { Err(PinError::NoSuchPin) }
    }
}

impl Gpio for World {
    fn init(&self, pin: Pin) -> Result<(), PinError> {
        self.note(pin, "init")
    }

    fn deinit(&self, pin: Pin) -> Result<(), PinError> {
        self.note(pin, "deinit")
    }

    fn set_mode(&self, pin: Pin, mode: PinMode) -> Result<(), PinError> {
        self.note(pin, &format!("{mode:?}"))
    }

    fn set_pull(&self, pin: Pin, pull: Pull) -> Result<(), PinError> {
        self.note(pin, &format!("pull {pull:?}"))
    }

    fn write(&self, pin: Pin, high: bool) -> Result<(), PinError> {
        self.note(pin, if high { "high" } else { "low" })
    }

    fn read(&self, pin: Pin) -> Result<bool, PinError> {
        self.note(pin, "read")?;
        Ok(pin.number % 2 == 1)
    }

    fn set_trigger(&self, pin: Pin, trigger: Trigger) -> Result<(), PinError> {
        self.note(pin, &format!("on {trigger:?}"))
    }
}

/// The world as a platform.
pub struct Place(pub Rc<World>);

impl Platform for Place {
    fn name(&self) -> &'static str {
        self.0.name.get()
    }

    fn clock(&self) -> &dyn Clock {
        &*self.0
    }

    fn console(&self) -> &dyn Console {
        &*self.0
    }

    fn gpio(&self) -> Option<&dyn Gpio> {
        if self.0.name.get() == "generic_unix" { None } else { Some(&*self.0) }
    }

    fn random(&self) -> u64 {
        0x0123_4567_89ab_cdef
    }
}

/// A system and what is needed to call its native functions.
pub struct Bench {
    pub world: Rc<World>,
    pub system: System,
    pub natives: Natives,
    pub arena: Arena,
    /// Reductions that natives charged.
    pub reductions: Cell<usize>,
}

impl Bench {
    pub fn new(platform: &'static str) -> Bench {
        let world = Rc::new(World::default());
        world.name.set(platform);
        let natives = Natives;
        let system = System::new(Rc::new(Place(world.clone())), natives.finder());
        Bench { world, system, natives, arena: Arena::new(), reductions: Cell::new(0) }
    }

    /// A process that the test acts for.
    pub fn process(&self) -> Arc<Process> {
        let process = self.system.processes.spawn(233).expect("memory");
        process.status.set(Status::Running);
        process
    }

    pub fn atom(&self, name: &str) -> Term<'static> {
        Term::atom(self.system.atoms.intern(name).expect("an atom"))
    }

    pub fn text(&self, term: Term<'_>) -> String {
        let mut text = String::new();
        write_term(&mut text, &self.system.atoms, term, Limits::all(Flavour::Write)).expect("text");
        text
    }

    /// Calls a native function of module `erlang` or of `module:function`.
    pub fn call<'h>(
        &'h self,
        process: &'h Process,
        function: &str,
        arguments: &[Term<'h>],
    ) -> Result<Term<'h>, Fault<'h>> {
        match self.flow(process, function, arguments)? {
            Control::Value(term)
            | Control::Yield(term)
            | Control::Collect(term)
            | Control::CollectOf(_, term) => Ok(term),
            _ => panic!("{function} does not come back"),
        }
    }

    pub fn flow<'h>(
        &'h self,
        process: &'h Process,
        function: &str,
        arguments: &[Term<'h>],
    ) -> Result<Control<'h>, Fault<'h>> {
        let (module, name) = function.split_once(':').unwrap_or(("erlang", function));
        let number = self.natives.find(module, name, arguments.len() as u32);
        let number = number.unwrap_or_else(|| panic!("no {module}:{name}/{}", arguments.len()));
        let Bench { system, arena, reductions, .. } = self;
        let context = Context { arena, process, system, reductions };
        let room = Room { arena, system, pid: process.pid, reductions };
        let a = |index: usize| arguments[index];
        Ok(Control::Value(match self.natives.get(number).code {
            Code::Guard0(act) => act(room, [])?,
            Code::Guard1(act) => act(room, [a(0)])?,
            Code::Guard2(act) => act(room, [a(0), a(1)])?,
            Code::Guard3(act) => act(room, [a(0), a(1), a(2)])?,
            Code::Plain0(act) => act(context, [])?,
            Code::Plain1(act) => act(context, [a(0)])?,
            Code::Plain2(act) => act(context, [a(0), a(1)])?,
            Code::Plain3(act) => act(context, [a(0), a(1), a(2)])?,
            Code::Plain4(act) => act(context, [a(0), a(1), a(2), a(3)])?,
            Code::Plain5(act) => act(context, [a(0), a(1), a(2), a(3), a(4)])?,
            Code::Control0(act) => return act(context, []),
            Code::Control1(act) => return act(context, [a(0)]),
            Code::Control2(act) => return act(context, [a(0), a(1)]),
            Code::Control3(act) => return act(context, [a(0), a(1), a(2)]),
        }))
    }

    /// What a call comes to, as text: the value, or `class:reason`.
    pub fn show<'h>(&'h self, process: &'h Process, function: &str, arguments: &[Term<'h>]) -> String {
        match self.call(process, function, arguments) {
            Ok(term) => self.text(term),
            Err(fault) => {
                let class = match fault.class {
                    Class::Error => "error",
                    Class::Exit => "exit",
                    Class::Throw => "throw",
                };
                format!("{class}:{}", self.text(fault.reason))
            }
        }
    }

    /// Lets a process act upon its signals: the reason it ends with, or its messages, oldest first.
    pub fn settle(&self, process: &Process) -> Result<Vec<String>, String> {
        match self.system.receive_signals(process) {
            Some(reason) => Err(self.text(reason.term())),
            None => {
                let mut messages = Vec::new();
                process.mailbox.borrow_mut().restart();
                while let Some(parcel) = process.mailbox.borrow_mut().take() {
                    messages.push(self.text(parcel.term()));
                }
                Ok(messages)
            }
        }
    }
}
