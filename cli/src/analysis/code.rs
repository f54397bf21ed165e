//! The functions of a module, what each calls, and what it names.
//!
//! Calls whose module and function are known atoms count as calls, too: `apply`, `spawn` and the like. What a register holds
//! is followed from one instruction to the next, and forgotten at every label.
//!
//! Invariant: code that cannot be decoded has the functions before the fault, and the fault.

use std::collections::{BTreeMap, BTreeSet};

use packbeam::{Beam, BeamError, etf};
use vm::code::error::DecodeError;
use vm::code::{Decoder, Instruction, Kind, Op, Operand, Register};

/// A function's name and arity.
pub type NameArity = (String, u32);

/// A module's functions.
#[derive(Clone, Debug, Default)]
pub struct Code {
    /// Its name.
    pub module: String,
    /// In the order of the code.
    pub functions: Vec<Function>,
    /// Where each is among them.
    places: BTreeMap<String, Vec<(u32, usize)>>,
    /// What it exports.
    pub exports: BTreeSet<NameArity>,
    /// The first release whose compiler writes such a module, and what of it says so.
    pub release: (u8, &'static str),
    /// Where the code stops being code.
    pub fault: Option<DecodeError>,
}

/// A function of a module.
#[derive(Clone, Debug, Default)]
pub struct Function {
    /// Its name and arity.
    pub id: NameArity,
    /// What it calls of other modules.
    pub calls: Vec<Call>,
    /// The functions of its own module that it calls or makes funs of, as places in [`Code::functions`].
    pub own: BTreeSet<usize>,
    /// Every atom it names, but those of its own head.
    pub atoms: BTreeSet<String>,
}

/// A call of another module's function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The module.
    pub module: String,
    /// The function.
    pub function: String,
    /// How many arguments it takes.
    pub arity: u32,
    /// The line of the source, if it is known.
    pub line: Option<u32>,
}

/// Functions that call what their arguments name: which argument is the module; the function and the arguments follow.
const CALLERS: [(&str, &str, u32, u16); 16] = [
    ("erlang", "apply", 3, 0),
    ("erlang", "spawn", 3, 0),
    ("erlang", "spawn", 4, 1),
    ("erlang", "spawn_link", 3, 0),
    ("erlang", "spawn_link", 4, 1),
    ("erlang", "spawn_monitor", 3, 0),
    ("erlang", "spawn_opt", 4, 0),
    ("proc_lib", "spawn", 3, 0),
    ("proc_lib", "spawn_link", 3, 0),
    ("proc_lib", "spawn_opt", 4, 0),
    ("proc_lib", "start", 3, 0),
    ("proc_lib", "start_link", 3, 0),
    ("proc_lib", "start_link", 4, 0),
    ("timer", "apply_after", 4, 1),
    ("timer", "apply_interval", 4, 1),
    ("timer", "tc", 3, 0),
];

/// What is known of a register's value.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Known {
    Atom(String),
    ListOf(u32),
}

impl Code {
    /// Reads a module.
    ///
    /// # Errors
    /// When its tables cannot be read.
    pub fn read(beam: &Beam<'_>) -> Result<Code, BeamError> {
        Reader::new(beam)?.read(beam)
    }

    /// A module of these functions, all of them exported.
    #[cfg(test)]
    pub fn of(module: &str, functions: Vec<Function>) -> Code {
        let mut code = Code { module: module.to_owned(), functions, ..Code::default() };
        for (place, Function { id: (name, arity), .. }) in code.functions.iter().enumerate() {
            code.places.entry(name.clone()).or_default().push((*arity, place));
            code.exports.insert((name.clone(), *arity));
        }
        code
    }

    /// What is exported, and whether that only stands for a native function.
    pub fn exported(&self) -> BTreeMap<NameArity, bool> {
        self.exports.iter().map(|id| (id.clone(), self.is_stub(&id.0, id.1))).collect()
    }

    /// Whether a function only stands for a native one: it says that that was not loaded.
    pub fn is_stub(&self, name: &str, arity: u32) -> bool {
        let function = self.find(name, arity).and_then(|place| self.functions.get(place));
        function.is_some_and(|function| function.calls.iter().any(|call| call.function == "nif_error"))
    }

    /// The place of a function.
    pub fn find(&self, name: &str, arity: u32) -> Option<usize> {
        let named = self.places.get(name)?;
        named.iter().find(|(other, _)| *other == arity).map(|(_, place)| *place)
    }
}

/// A literal: the atoms in it, the functions it refers to, and its length if it is a list.
struct Literal {
    atoms: Vec<String>,
    funs: Vec<(String, String, u32)>,
    length: Option<u32>,
}

struct Reader {
    atoms: Vec<String>,
    imports: Vec<(u32, u32, u32)>,
    literals: Vec<Literal>,
    lambdas: Vec<u32>,
    lines: Vec<u32>,
    code: Code,
    registers: BTreeMap<(bool, u16), Known>,
    line: Option<u32>,
    /// The labels of functions that are called, by caller.
    own: Vec<(usize, u32)>,
    /// The function a label stands in.
    labels: BTreeMap<u32, usize>,
}

impl Reader {
    fn new(beam: &Beam<'_>) -> Result<Reader, BeamError> {
        let atoms: Vec<String> = beam.atoms()?.iter().map(|atom| atom.chars().collect()).collect();
        let imports =
            beam.imports()?.iter().map(|import| (import.module, import.function, import.arity)).collect();
        let lines = beam.lines()?.map(|lines| lines.iter().map(|item| item.line).collect());
        let code = Code {
            module: atoms.first().cloned().unwrap_or_default(),
            exports: crate::library::exports(beam),
            ..Code::default()
        };
        Ok(Reader {
            imports,
            literals: beam.literals()?.iter().map(literal).collect(),
            lambdas: beam.funs()?.iter().map(|fun| fun.label).collect(),
            lines: lines.unwrap_or_default(),
            atoms,
            code,
            registers: BTreeMap::new(),
            line: None,
            own: Vec::new(),
            labels: BTreeMap::new(),
        })
    }

    fn read(mut self, beam: &Beam<'_>) -> Result<Code, BeamError> {
        // From OTP 28 on the number of atoms is negative, and says so.
        if beam.chunk(*b"AtU8").is_some_and(|atoms| atoms.first().is_some_and(|first| first & 0x80 != 0)) {
            self.code.release = (28, "its table of atoms");
        }
        for instruction in Decoder::new(beam.code()?.bytes) {
            match instruction {
                Ok(instruction) => self.instruction(&instruction),
                Err(fault) => {
                    self.code.fault = Some(fault);
                    break;
                }
            }
        }
        for (caller, label) in std::mem::take(&mut self.own) {
            if let (Some(callee), Some(function)) =
                (self.labels.get(&label), self.code.functions.get_mut(caller))
            {
                function.own.insert(*callee);
            }
        }
        Ok(self.code)
    }

    fn instruction(&mut self, instruction: &Instruction<'_>) {
        let op = instruction.op;
        if op.first_otp() > self.code.release.0 {
            self.code.release = (op.first_otp(), op.name());
        }
        match (op, instruction.operands()) {
            (Op::FuncInfo, [_, Operand::Atom(name), Operand::Unsigned(arity)]) => {
                let id = (self.atom(*name).to_owned(), *arity as u32);
                let place = (id.1, self.code.functions.len());
                self.code.places.entry(id.0.clone()).or_default().push(place);
                // The line before is that of its head: it holds for calls that say none.
                self.code.functions.push(Function { id, ..Function::default() });
            }
            (Op::Label, [Operand::Unsigned(label)]) => {
                self.labels.insert(*label as u32, self.code.functions.len().saturating_sub(1));
                self.registers.clear();
            }
            (Op::Line, [Operand::Unsigned(item)]) => {
                self.line = (*item as usize).checked_sub(1).and_then(|item| self.lines.get(item)).copied();
            }
            _ => self.of_function(instruction),
        }
    }

    fn of_function(&mut self, instruction: &Instruction<'_>) {
        let kinds = instruction.op.operands().iter().map(|spec| spec.kind);
        for (kind, operand) in kinds.zip(instruction.operands()) {
            match (kind, operand) {
                (Kind::Import, Operand::Unsigned(import)) => self.import(*import as usize),
                (Kind::Lambda, Operand::Unsigned(lambda)) => self.lambda(*lambda as usize),
                _ => self.mention(*operand),
            }
        }
        match (instruction.op, instruction.operands()) {
            (Op::Call | Op::CallOnly | Op::CallLast, [_, Operand::Label(label), ..]) => {
                self.calls_own(*label)
            }
            (Op::Apply | Op::ApplyLast, [Operand::Unsigned(arity), ..]) => self.apply(*arity as u16),
            _ => {}
        }
        self.follow(instruction);
    }

    /// What registers hold after an instruction.
    fn follow(&mut self, instruction: &Instruction<'_>) {
        use Op::{
            Apply, ApplyLast, Call, CallExt, CallExtLast, CallExtOnly, CallFun, CallFun2, CallLast, CallOnly,
        };
        match (instruction.op, instruction.operands()) {
            (Op::Move, [source, target]) => {
                let known = self.known(*source);
                self.set(*target, known);
            }
            (Op::PutList, [_, tail, target]) => {
                let longer = match self.known(*tail) {
                    Some(Known::ListOf(length)) => length.checked_add(1).map(Known::ListOf),
                    _ => None,
                };
                self.set(*target, longer);
            }
            (
                Call | CallLast | CallOnly | CallExt | CallExtLast | CallExtOnly | CallFun | CallFun2 | Apply
                | ApplyLast,
                _,
            ) => self.registers.retain(|(is_x, _), _| !is_x),
            _ => {
                let kinds = instruction.op.operands().iter().map(|spec| spec.kind);
                for (kind, operand) in kinds.zip(instruction.operands()) {
                    if matches!(kind, Kind::Register | Kind::Slot | Kind::FloatTarget) {
                        self.set(*operand, None);
                    }
                    if let (Kind::Fetches | Kind::Slots, Operand::List(list)) = (kind, operand) {
                        list.iter().for_each(|operand| self.set(operand, None));
                    }
                }
            }
        }
    }

    fn set(&mut self, target: Operand<'_>, known: Option<Known>) {
        let Some(place) = target.register().map(place) else { return };
        match known {
            Some(known) => self.registers.insert(place, known),
            None => self.registers.remove(&place),
        };
    }

    fn known(&self, source: Operand<'_>) -> Option<Known> {
        match source {
            Operand::Atom(number) => Some(Known::Atom(self.atom(number).to_owned())),
            Operand::Nil => Some(Known::ListOf(0)),
            Operand::Literal(number) => self.literals.get(number as usize)?.length.map(Known::ListOf),
            other => self.registers.get(&place(other.register()?)).cloned(),
        }
    }

    fn known_x(&self, number: u16) -> Option<Known> {
        self.registers.get(&(true, number)).cloned()
    }

    fn import(&mut self, number: usize) {
        let Some((module, function, arity)) = self.imports.get(number).copied() else { return };
        let (module, function) = (self.atom(module).to_owned(), self.atom(function).to_owned());
        let caller =
            CALLERS.iter().find(|(of, name, takes, _)| (*of, *name, *takes) == (&module, &function, arity));
        if let Some((.., first)) = caller {
            let arguments = [*first, first + 1, first + 2].map(|number| self.known_x(number));
            if let [Some(Known::Atom(module)), Some(Known::Atom(name)), Some(Known::ListOf(arity))] =
                arguments
            {
                self.call(module, name, arity);
            }
        }
        self.call(module, function, arity);
    }

    fn apply(&mut self, arity: u16) {
        let named = [self.known_x(arity), self.known_x(arity.saturating_add(1))];
        if let [Some(Known::Atom(module)), Some(Known::Atom(function))] = named {
            self.call(module, function, u32::from(arity));
        }
    }

    fn call(&mut self, module: String, function: String, arity: u32) {
        let line = self.line;
        if let Some(caller) = self.code.functions.last_mut() {
            caller.calls.push(Call { module, function, arity, line });
        }
    }

    fn lambda(&mut self, number: usize) {
        if let Some(label) = self.lambdas.get(number) {
            self.calls_own(*label);
        }
    }

    fn calls_own(&mut self, label: u32) {
        self.own.push((self.code.functions.len().saturating_sub(1), label));
    }

    /// Notes the atoms in an operand, and the functions a literal refers to.
    fn mention(&mut self, operand: Operand<'_>) {
        match operand {
            Operand::Atom(number) => self.mention_atom(self.atom(number).to_owned()),
            Operand::Literal(number) => {
                let Some(literal) = self.literals.get(number as usize) else { return };
                let (atoms, funs) = (literal.atoms.clone(), literal.funs.clone());
                atoms.into_iter().for_each(|atom| self.mention_atom(atom));
                // Where a literal is used says no instruction.
                let line = self.line.take();
                funs.into_iter().for_each(|(module, function, arity)| self.call(module, function, arity));
                self.line = line;
            }
            Operand::List(list) => list.iter().for_each(|operand| match operand {
                // Lists in lists have no terms.
                Operand::List(_) => {}
                other => self.mention(other),
            }),
            _ => {}
        }
    }

    fn mention_atom(&mut self, atom: String) {
        if let Some(function) = self.code.functions.last_mut() {
            function.atoms.insert(atom);
        }
    }

    fn atom(&self, number: u32) -> &str {
        (number as usize).checked_sub(1).and_then(|index| self.atoms.get(index)).map_or("", String::as_str)
    }
}

fn place(register: Register) -> (bool, u16) {
    match register {
        Register::X(number) => (true, number),
        Register::Y(number) => (false, number),
    }
}

/// What is of interest in a literal; funs of other modules stand in it as module, name and arity behind a tag of theirs.
fn literal(term: &[u8]) -> Literal {
    const EXPORT: u8 = 113;
    let length = match term {
        [131, 106, ..] => Some(0),
        [131, 107, high, low, ..] => Some(u32::from(u16::from_be_bytes([*high, *low]))),
        [131, 108, size @ ..] => size.first_chunk().map(|size| u32::from_be_bytes(*size)),
        _ => None,
    };
    let atoms: Vec<String> = etf::atoms_of_term(term).map(str::to_owned).collect();
    let tagged =
        term.iter().enumerate().filter(|(_, byte)| **byte == EXPORT).map(|(place, _)| &term[place + 1..]);
    let funs = tagged.filter_map(|rest| {
        let (module, rest) = short_atom(rest)?;
        let (function, rest) = short_atom(rest)?;
        match rest {
            // That byte may stand inside a text: then the atoms of the term tell.
            [97, arity, ..] if atoms.contains(&module) => Some((module, function, u32::from(*arity))),
            _ => None,
        }
    });
    Literal { funs: funs.collect(), atoms, length }
}

fn short_atom(term: &[u8]) -> Option<(String, &[u8])> {
    let (size, rest) = match term {
        [119 | 115, size, rest @ ..] => (usize::from(*size), rest),
        [118 | 100, high, low, rest @ ..] => (usize::from(u16::from_be_bytes([*high, *low])), rest),
        _ => return None,
    };
    let (text, rest) = rest.split_at_checked(size)?;
    Some((String::from_utf8(text.to_vec()).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAULTY: &[u8] = include_bytes!("../../tests/data/check/faulty.beam");

    fn code(bytes: &[u8]) -> Result<Code, BeamError> {
        Beam::parse(bytes).and_then(|beam| Code::read(&beam))
    }

    #[test]
    fn the_calls_of_a_function_are_found_and_where_they_stand() {
        let code = code(FAULTY).expect("a module");
        let start = &code.functions[code.find("start", 0).expect("a function")];
        let calls: Vec<_> = start
            .calls
            .iter()
            .map(|call| (format!("{}:{}/{}", call.module, call.function, call.arity), call.line))
            .collect();
        for (call, line) in [
            ("lists:revers/1", Some(6)),
            ("lits:reverse/1", Some(7)),
            ("tools:help/2", Some(10)),
            ("tools:helped/1", Some(11)),
            ("erlang:spawn/3", Some(11)),
            ("tools:gone/3", None),
        ] {
            assert!(calls.contains(&(call.to_owned(), line)), "{call} in {calls:?}");
        }
        assert!(start.atoms.contains("tools"), "{:?}", start.atoms);
        assert_eq!(code.find("start", 1), None);
        assert_eq!(code.exported().get(&("start".to_owned(), 0)), Some(&false));
    }

    #[test]
    fn damaged_modules_are_read_as_far_as_they_can_be() {
        let mut readable = 0;
        for place in 0..FAULTY.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff, FAULTY[place] ^ 8] {
                let mut bytes = FAULTY.to_vec();
                bytes[place] = value;
                readable += usize::from(code(&bytes).is_ok());
            }
        }
        assert!(readable > FAULTY.len(), "{readable} could be read");
    }
}
