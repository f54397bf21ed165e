//! Loaded code: modules, their exports, and whose function an address is.
//!
//! Invariants: an [`Export`] or [`Lambda`] is made once for its identity and never freed; the code of a module never
//! moves while the module is listed; an export or lambda that no module provides leads to code that says so when it runs.
//! Deliberately absent: how code is made (`lower`) and put here (`link`), and which of a module's is current
//! ([`generations`]).
#![expect(unsafe_code, reason = "words among a module's literals become terms")]

mod generations;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::atom::Atom;
use crate::heap::{Arena, Held};
use crate::lower::{FUNC_INFO_WORDS, Op};
use crate::sync::{Arc, AtomicUsize, Guarded, Hinted, Ordering};
use crate::term::fun::{Entry, LambdaIdentity};
use crate::term::word::BYTES;
use crate::term::{Export, Lambda, Term, Word};

use generations::Generations;
pub use generations::Prepared;

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

/// A native record of a module; its words are terms among the module's literals.
#[derive(Debug)]
pub struct Record {
    /// Its name.
    pub name: Atom,
    /// Whether other modules may use it.
    pub is_exported: bool,
    /// What every such record refers to (see `term::record`).
    pub definition: Word,
    /// What each field of a new one holds where nothing is given.
    pub defaults: Vec<Option<Word>>,
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
    /// The funs its functions make, with the word of their entry.
    pub lambdas: Vec<(&'static Lambda, u32)>,
    /// Marks of its handlers of exceptions.
    pub catches: Vec<u32>,
    /// Native records it defines.
    pub records: Vec<Record>,
    /// Its literals.
    pub literals: Arena,
    /// The `Attr` chunk: an external term.
    pub attributes: Vec<u8>,
    /// The `CInf` chunk: an external term.
    pub compile_info: Vec<u8>,
    /// The MD5 of its code and tables, as the compiler wrote it into its funs; zero where it has none.
    pub md5: [u8; 16],
    /// The name of the file it came from, as far as anybody said one.
    pub file: Guarded<String>,
    /// The entry of the function to run before anybody calls it.
    pub on_load: Option<u32>,
}

// SAFETY: nothing is added to the literals of a module once it is one.
unsafe impl Sync for Module {}

/// A function at an address, and the line of the code there.
#[derive(Clone, Debug)]
pub struct Place {
    /// The module.
    pub module: Arc<Module>,
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

    /// Bytes of its code and its literals.
    pub fn bytes(&self) -> usize {
        self.code.len() * 4 + self.literals.fragment_words() * BYTES
    }

    /// Whether an address is one of its code.
    pub fn holds(&self, address: *const u32) -> bool {
        let (start, end) = self.range();
        (start..end).contains(&(address as usize))
    }

    /// The native record of a name that it defines.
    pub fn record(&self, name: Atom) -> Option<&Record> {
        self.records.iter().find(|record| record.name == name)
    }

    /// The code at a word.
    pub fn code_at(&self, offset: u32) -> *const u32 {
        &raw const self.code[offset as usize]
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

/// What was made once for an identity, and its code while no module provides any.
#[derive(Clone, Copy, Debug)]
struct Made<T: 'static> {
    item: &'static T,
    stub: *const u32,
}

// SAFETY: the address is that of code, which is only read.
unsafe impl<T: Sync> Send for Made<T> {}
// SAFETY: as above.
unsafe impl<T: Sync> Sync for Made<T> {}

/// The code a machine has.
#[derive(Debug, Default)]
pub struct Modules {
    exports: Guarded<BTreeMap<Identity, Made<Export>>>,
    lambdas: Guarded<BTreeMap<LambdaIdentity, Made<Lambda>>>,
    generations: Hinted<Generations>,
    by_address: Guarded<Vec<Arc<Module>>>,
    catches: Guarded<Catches>,
    held: Held,
}

/// Handlers of exceptions by mark.
#[derive(Debug, Default)]
struct Catches {
    handlers: Vec<*const u32>,
    free: Vec<u32>,
}

// SAFETY: the addresses are those of code, which is only read.
unsafe impl Send for Catches {}
// SAFETY: as above.
unsafe impl Sync for Catches {}

/// A word of an instruction without operands in its first word, or with `a`.
const fn first_word(op: Op, a: u8) -> u32 {
    op as u32 | (a as u32) << 8
}

/// The function number of a stub of an export.
const EXPORT_STUB: u32 = u32::MAX;
/// The function number of a stub of a lambda.
const LAMBDA_STUB: u32 = u32::MAX - 2;

/// Code that is not Erlang: an instruction that knows the export or lambda at an address.
fn stub(op: Op, arity: u32, number: u32, address: usize) -> *const u32 {
    let address = address as u64;
    let words = [
        first_word(Op::FuncInfo, arity as u8),
        number,
        first_word(op, 0),
        2,
        address as u32,
        (address >> 32) as u32,
    ];
    let stub: &'static [u32; 6] = Box::leak(Box::new(words));
    &raw const stub[FUNC_INFO_WORDS as usize]
}

impl Modules {
    /// No code; what that to come takes is added to `held`, which nothing else is.
    pub fn new(held: Held) -> Modules {
        Modules { held, ..Modules::default() }
    }

    /// Bytes of all code and its literals, whether it is current, old or on its way.
    pub fn bytes(&self) -> usize {
        self.held.bytes()
    }

    /// The export of this identity, made when it is new. `native` finds the number of a native function for it.
    pub fn export(
        &self,
        identity: (Atom, Atom, u32),
        native: impl FnOnce() -> Option<usize>,
    ) -> &'static Export {
        if let Some(made) = self.exports.borrow().get(&identity) {
            return made.item;
        }
        let (module, function, arity) = identity;
        let export: &'static Export = Box::leak(Box::new(Export {
            module,
            function,
            arity,
            entry: Entry::new(core::ptr::null()),
            native: AtomicUsize::new(0),
        }));
        let number = native();
        let op = if number.is_some() { Op::NativeBody } else { Op::UndefinedBody };
        let stub = stub(op, arity, EXPORT_STUB, core::ptr::from_ref(export) as usize);
        export.native.store(number.map_or(0, |number| number + 1), Ordering::Relaxed);
        export.entry.set(stub);
        // Where another scheduler made one meanwhile, that is it.
        self.exports.borrow_mut().entry(identity).or_insert(Made { item: export, stub }).item
    }

    /// The lambda of the same identity as this one; this one, when it is new, and then its code is not there yet.
    pub fn lambda(&self, lambda: Lambda) -> &'static Lambda {
        let identity = lambda.identity();
        if let Some(lambda) = self.existing_lambda(&identity) {
            return lambda;
        }
        let arity = lambda.arity + lambda.free;
        let lambda: &'static Lambda = Box::leak(Box::new(lambda));
        let stub = stub(Op::UnloadedLambda, arity, LAMBDA_STUB, core::ptr::from_ref(lambda) as usize);
        lambda.entry.set(stub);
        self.lambdas.borrow_mut().entry(identity).or_insert(Made { item: lambda, stub }).item
    }

    /// The lambda of this identity, if a module had it.
    pub fn existing_lambda(&self, identity: &LambdaIdentity) -> Option<&'static Lambda> {
        self.lambdas.borrow().get(identity).map(|made| made.item)
    }

    /// The export of this identity, if anyone ever spoke of it.
    pub fn existing(&self, identity: (Atom, Atom, u32)) -> Option<&'static Export> {
        self.exports.borrow().get(&identity).map(|made| made.item)
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

    /// Lets a module's exports lead to its code.
    fn offer(&self, module: &Module, native: impl Fn(Atom, u32) -> Option<usize>) {
        for &(function, arity, offset) in &module.exports {
            let export = self.export((module.name, function, arity), || native(function, arity));
            if export.native.load(Ordering::Relaxed) == 0 {
                export.entry.set(module.code_at(offset));
            }
        }
    }

    /// Lets a module's exports lead nowhere.
    fn withdraw(&self, module: &Module) {
        let exports = self.exports.borrow();
        for &(function, arity, _) in &module.exports {
            if let Some(made) = exports.get(&(module.name, function, arity)) {
                made.item.entry.set(made.stub);
            }
        }
    }

    /// Lets a module's lambdas lead to its code.
    fn offer_lambdas(module: &Module) {
        for &(lambda, offset) in &module.lambdas {
            lambda.entry.set(module.code_at(offset));
        }
    }

    /// Lets those of a module's lambdas that lead to its code lead to that of another, or nowhere.
    fn withdraw_lambdas(&self, module: &Module, other: Option<&Module>) {
        let lambdas = self.lambdas.borrow();
        for &(lambda, _) in &module.lambdas {
            if !module.holds(lambda.entry.code()) {
                continue;
            }
            let same = |&&(other, _): &&(&'static Lambda, u32)| core::ptr::eq(other, lambda);
            let elsewhere = other
                .and_then(|other| other.lambdas.iter().find(same).map(|&(_, offset)| other.code_at(offset)));
            let stub = || lambdas.get(&lambda.identity()).map(|made| made.stub);
            if let Some(code) = elsewhere.or_else(stub) {
                lambda.entry.set(code);
            }
        }
    }

    /// Lists the code of a module by its addresses, and gives its handlers of exceptions marks.
    fn settle(&self, prepared: Prepared) -> Arc<Module> {
        let Prepared { mut module, catches } = prepared;
        for word in catches {
            // The instruction is `Catch [Num, Const]`: the constant is its third word.
            let handler = (word - 2).wrapping_add(module.code[word as usize]);
            let index = self.catches.borrow_mut().add(module.code_at(handler));
            module.code[word as usize] = Word::catch(index).0 as u32;
            module.catches.push(index);
        }
        let module = Arc::new(module);
        self.held.change(0, module.bytes());
        let mut by_address = self.by_address.borrow_mut();
        let place = by_address.partition_point(|other| other.range().0 < module.range().0);
        by_address.insert(place, module.clone());
        module
    }

    /// Takes the code of a module off the lists; nothing refers to it any more.
    fn forget(&self, module: &Arc<Module>) {
        self.held.change(module.bytes(), 0);
        self.by_address.borrow_mut().retain(|other| !Arc::ptr_eq(other, module));
        self.catches.borrow_mut().free.extend(&module.catches);
    }

    /// How many marks there are.
    pub fn catch_count(&self) -> u32 {
        self.catches.borrow().handlers.len() as u32
    }

    /// The handler of a mark.
    pub fn catch(&self, index: u32) -> *const u32 {
        self.catches.borrow().handlers[index as usize]
    }

    /// The definition and the defaults of a native record of a module. They last as long as the machine's code does: as
    /// long as a term may that is made of them.
    pub fn record<'h>(&'h self, module: Atom, name: Atom) -> Option<(Term<'h>, Vec<Option<Term<'h>>>)> {
        let module = self.module(module)?;
        let record = module.record(name)?;
        // SAFETY: the words are terms among the module's literals, which are there until no process can have any.
        let term = |word: Word| unsafe { Term::new(word) };
        Some((term(record.definition), record.defaults.iter().map(|word| word.map(term)).collect()))
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

impl Catches {
    /// A mark for a handler of exceptions at this code.
    fn add(&mut self, handler: *const u32) -> u32 {
        if let Some(index) = self.free.pop() {
            self.handlers[index as usize] = handler;
            return index;
        }
        self.handlers.push(handler);
        self.handlers.len() as u32 - 1
    }
}

/// Where the first function of every process returns to.
pub fn finished() -> *const u32 {
    static BOTTOM: [u32; 3] = [first_word(Op::FuncInfo, 0), u32::MAX - 1, first_word(Op::Finished, 0)];
    &raw const BOTTOM[FUNC_INFO_WORDS as usize]
}
