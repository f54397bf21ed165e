//! Loaded code: modules, their exports, and whose function an address is.
//!
//! Invariants: an [`Export`] or [`Lambda`] is made once for its identity and never freed; the code of a module never
//! moves while the module is listed; an export that no module provides leads to code that says so when it runs.
//! Deliberately absent: how code is made (`lower`) and put here (`link`).
#![expect(unsafe_code, reason = "lowered code holds addresses of exports, and the stubs here are such code")]

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::RefCell;

use crate::atom::Atom;
use crate::heap::Arena;
use crate::lower::{FUNC_INFO_WORDS, Op};
use crate::sync::{AtomicUsize, Ordering};
use crate::term::fun::Entry;
use crate::term::{Export, Lambda};

/// A function of a module, by where its code begins.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// The word of its `FuncInfo`.
    pub offset: u32,
    /// Its name.
    pub name: Atom,
    /// How many arguments it takes.
    pub arity: u32,
}

/// Where a piece of code came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The first word of the piece.
    pub offset: u32,
    /// An index into the module's files.
    pub file: u32,
    /// The line; 0 where it is not known.
    pub line: u32,
}

/// A loaded module.
#[derive(Debug)]
pub struct Module {
    /// Its name.
    pub name: Atom,
    /// Lowered code, then the pool.
    pub code: Box<[u32]>,
    /// Its functions, by offset.
    pub functions: Vec<Function>,
    /// Line changes, by offset.
    pub lines: Vec<Line>,
    /// Source files.
    pub files: Vec<String>,
    /// Functions others may call, with the word of their entry.
    pub exports: Vec<(Atom, u32, u32)>,
    /// The funs its functions make.
    pub lambdas: Vec<&'static Lambda>,
    /// Its literals.
    pub literals: Arena,
    /// The `Attr` chunk: an external term.
    pub attributes: Vec<u8>,
    /// The `CInf` chunk: an external term.
    pub compile_info: Vec<u8>,
    /// The MD5 of its code and tables, as the compiler wrote it into its funs; zero where it has none.
    pub md5: [u8; 16],
}

/// A function at an address, and the line of the code there.
#[derive(Clone, Debug)]
pub struct Place {
    /// The module.
    pub module: Rc<Module>,
    /// The function.
    pub function: Function,
    /// Where the code came from, if the module says.
    pub line: Option<Line>,
}

impl Module {
    /// The addresses of its code.
    pub fn range(&self) -> (usize, usize) {
        let start = self.code.as_ptr() as usize;
        (start, start + self.code.len() * 4)
    }

    /// The function at a word of the code.
    pub fn function_at(&self, offset: u32) -> Option<Function> {
        let after = self.functions.partition_point(|function| function.offset <= offset);
        self.functions.get(after.checked_sub(1)?).copied()
    }

    /// The line at a word of the code of a function.
    fn line_at(&self, offset: u32, function: Function) -> Option<Line> {
        let after = self.lines.partition_point(|line| line.offset <= offset);
        let line = *self.lines.get(after.checked_sub(1)?)?;
        if line.line > 0 && line.offset >= function.offset { Some(line) } else { None }
    }
}

type Identity = (Atom, Atom, u32);

/// The code a machine has.
#[derive(Debug, Default)]
pub struct Modules {
    exports: RefCell<BTreeMap<Identity, &'static Export>>,
    loaded: RefCell<BTreeMap<Atom, Rc<Module>>>,
    by_address: RefCell<Vec<Rc<Module>>>,
    catches: RefCell<Vec<*const u32>>,
}

/// A word of an instruction without operands in its first word, or with `a`.
const fn first_word(op: Op, a: u8) -> u32 {
    op as u32 | (a as u32) << 8
}

/// Code of an export that is not Erlang: an instruction that knows the export.
fn stub(op: Op, export: &'static Export) -> *const u32 {
    let address = core::ptr::from_ref(export) as usize as u64;
    let words = [
        first_word(Op::FuncInfo, export.arity as u8),
        u32::MAX,
        first_word(op, 0),
        2,
        address as u32,
        (address >> 32) as u32,
    ];
    let stub: &'static [u32; 6] = Box::leak(Box::new(words));
    &raw const stub[FUNC_INFO_WORDS as usize]
}

impl Modules {
    /// The export of this identity, made when it is new. `native` finds the number of a native function for it.
    pub fn export(
        &self,
        identity: (Atom, Atom, u32),
        native: impl FnOnce() -> Option<usize>,
    ) -> &'static Export {
        if let Some(export) = self.exports.borrow().get(&identity) {
            return export;
        }
        let (module, function, arity) = identity;
        let export: &'static Export = Box::leak(Box::new(Export {
            module,
            function,
            arity,
            entry: Entry::new(core::ptr::null()),
            native: AtomicUsize::new(0),
        }));
        match native() {
            Some(number) => {
                export.native.store(number + 1, Ordering::Relaxed);
                export.entry.set(stub(Op::NativeBody, export));
            }
            None => export.entry.set(stub(Op::UndefinedBody, export)),
        }
        self.exports.borrow_mut().insert(identity, export);
        export
    }

    /// The export of this identity, if anyone ever spoke of it.
    pub fn existing(&self, identity: (Atom, Atom, u32)) -> Option<&'static Export> {
        self.exports.borrow().get(&identity).copied()
    }

    /// Whether a function can be called: a loaded module exports it, or it is native.
    pub fn is_defined(&self, identity: (Atom, Atom, u32)) -> bool {
        self.existing(identity).is_some_and(|export| {
            export.native.load(Ordering::Relaxed) != 0
                || self.module(identity.0).is_some_and(|module| {
                    module.exports.iter().any(|&(name, arity, _)| (name, arity) == (identity.1, identity.2))
                })
        })
    }

    /// A loaded module.
    pub fn module(&self, name: Atom) -> Option<Rc<Module>> {
        self.loaded.borrow().get(&name).cloned()
    }

    /// The names of the loaded modules.
    pub fn names(&self) -> Vec<Atom> {
        self.loaded.borrow().keys().copied().collect()
    }

    /// Lists a module, and lets its exports lead to its code. A module of the same name stays where processes may
    /// still run it, but is no longer found by name.
    pub fn add(&self, module: Module, native: impl Fn(Atom, u32) -> Option<usize>) -> Rc<Module> {
        let module = Rc::new(module);
        if let Some(old) = self.module(module.name) {
            self.withdraw(&old);
        }
        self.offer(&module, native);
        let mut by_address = self.by_address.borrow_mut();
        let place = by_address.partition_point(|other| other.range().0 < module.range().0);
        by_address.insert(place, module.clone());
        self.loaded.borrow_mut().insert(module.name, module.clone());
        module
    }

    /// Takes a module out of the list again, and lists the one that was there before in its stead, if there was one.
    pub fn replace(&self, module: &Module, before: Option<Rc<Module>>) {
        self.withdraw(module);
        match before {
            Some(before) => {
                self.offer(&before, |_, _| None);
                self.loaded.borrow_mut().insert(before.name, before);
            }
            None => drop(self.loaded.borrow_mut().remove(&module.name)),
        }
    }

    /// Lets a module's exports lead to its code.
    fn offer(&self, module: &Module, native: impl Fn(Atom, u32) -> Option<usize>) {
        for &(function, arity, offset) in &module.exports {
            let export = self.export((module.name, function, arity), || native(function, arity));
            if export.native.load(Ordering::Relaxed) == 0 {
                export.entry.set(&raw const module.code[offset as usize]);
            }
        }
    }

    /// Lets a module's exports lead nowhere.
    fn withdraw(&self, module: &Module) {
        for &(function, arity, _) in &module.exports {
            if let Some(export) = self.existing((module.name, function, arity))
                && export.native.load(Ordering::Relaxed) == 0
            {
                export.entry.set(stub(Op::UndefinedBody, export));
            }
        }
    }

    /// A mark for a handler of exceptions at this code.
    pub fn add_catch(&self, handler: *const u32) -> u32 {
        let mut catches = self.catches.borrow_mut();
        catches.push(handler);
        catches.len() as u32 - 1
    }

    /// How many marks there are.
    pub fn catch_count(&self) -> u32 {
        self.catches.borrow().len() as u32
    }

    /// The handler of a mark.
    pub fn catch(&self, index: u32) -> *const u32 {
        self.catches.borrow()[index as usize]
    }

    /// The function, and line, of the code at an address.
    pub fn place(&self, address: *const u32) -> Option<Place> {
        let by_address = self.by_address.borrow();
        let after = by_address.partition_point(|module| module.range().0 <= address as usize);
        let module = by_address.get(after.checked_sub(1)?)?;
        let (start, end) = module.range();
        if address as usize >= end {
            return None;
        }
        let offset = ((address as usize - start) / 4) as u32;
        let function = module.function_at(offset)?;
        Some(Place { module: module.clone(), function, line: module.line_at(offset, function) })
    }
}

/// Where the first function of every process returns to.
pub fn finished() -> *const u32 {
    static BOTTOM: [u32; 3] = [first_word(Op::FuncInfo, 0), u32::MAX - 1, first_word(Op::Finished, 0)];
    &raw const BOTTOM[FUNC_INFO_WORDS as usize]
}

/// The export that an export stub's code belongs to, when `address` is the entry of one.
///
/// # Safety
/// `address` is the entry of a function: lowered code with a `FuncInfo` before it.
pub unsafe fn export_of_stub(address: *const u32) -> Option<&'static Export> {
    // SAFETY: the caller's promise; a stub is marked by its function number, and holds the export's address behind.
    unsafe {
        if *address.sub(1) != u32::MAX {
            return None;
        }
        let low = u64::from(*address.add(2));
        let high = if size_of::<usize>() == 8 { u64::from(*address.add(3)) << 32 } else { 0 };
        Some(&*((low | high) as usize as *const Export))
    }
}
