//! `avm disasm`: a module as the compiler wrote it, and as the machine runs it.
//!
//! Left is BEAM code, right what `vm::lower` makes of it; an instruction that became one with the one before has nothing
//! beside it. A line that is too long for the left has its lowered code below.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::fs;
use std::io::{self, Write as _, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use packbeam::chunk::{Fun, Import};
use packbeam::{Beam, BeamError, Pack, gzip};
use sim::program::{Program, ProgramError};
use vm::atom::{Atom, Atoms};
use vm::code::{Decoder, Instruction, Names, Op, Operand};
use vm::etf::{Resolver, decode};
use vm::heap::Arena;
use vm::load::{LoadError, Source};
use vm::lower::disasm::Listing;
use vm::lower::{Lowered, lower_traced};
use vm::module::Modules;
use vm::term::fun::LambdaIdentity;
use vm::term::print::{Flavour, Limits, write_atom, write_term};
use vm::term::{Export, Lambda};

use crate::say::{self, Failure};

/// A longer literal is cut off after about so many bytes.
const LITERAL_BYTES: usize = 120;

/// Columns of BEAM code.
const LEFT_COLUMNS: usize = 56;

/// Show the code of a module.
#[derive(Args)]
#[command(after_help = "Examples:\n  avm disasm blinky.beam\n  avm disasm --beam app.avm gpio | less")]
pub struct Disasm {
    /// A module or a pack.
    file: PathBuf,
    /// Which module of a pack.
    module: Option<String>,
    /// Only what the compiler wrote.
    #[arg(long, conflicts_with = "lowered")]
    beam: bool,
    /// Only what the machine runs.
    #[arg(long)]
    lowered: bool,
}

impl Disasm {
    /// Shows it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let bytes = fs::read(&self.file).map_err(|error| Failure::file(&self.file, &error))?;
        // This checks the whole file, and knows its modules.
        let program = Program::read(std::slice::from_ref(&self.file))?;
        let module = self.chosen(&program)?;
        let beam_error = |error| ProgramError::Beam(self.file.clone(), error);
        let code = module_bytes(&bytes, &module).map_err(beam_error)?;
        let (text, fault) = self.text(&code)?;
        match stdout().write_all(text.as_bytes()) {
            // Whoever reads may stop reading.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(Failure::new(error)),
            _ => {}
        }
        match fault {
            Some(fault) => Err(Failure::new(format!("{}: {fault}", self.file.display()))),
            None => Ok(ExitCode::SUCCESS),
        }
    }

    /// The code as text, and why it cannot be lowered, if that is so: then the text is of BEAM code alone.
    fn text(&self, bytes: &[u8]) -> Result<(String, Option<LoadError>), Failure> {
        let beam_error = |error| Failure::from(ProgramError::Beam(self.file.clone(), error));
        let names = CodeNames::of(&Beam::parse(bytes).map_err(beam_error)?).map_err(beam_error)?;
        let lowered = match self.beam {
            true => Ok(None),
            false => Source::parse(bytes).and_then(|source| lower_traced(&source)).map(Some),
        };
        match lowered {
            Ok(Some(lowered)) if self.lowered => {
                let mut text = String::new();
                // Writing to a string cannot fail.
                let _ = Listing::new(&lowered, &names).write(&mut text);
                Ok((text, None))
            }
            Ok(lowered) => Ok((beam_text(&self.file, bytes, &names, lowered.as_ref())?, None)),
            Err(fault) if self.lowered => Ok((String::new(), Some(fault))),
            Err(fault) => Ok((beam_text(&self.file, bytes, &names, None)?, Some(fault))),
        }
    }

    fn chosen(&self, program: &Program) -> Result<String, Failure> {
        let modules = program.modules();
        match (&self.module, modules.as_slice()) {
            (Some(wanted), _) if !modules.contains(wanted) => Err(program.no_module(wanted).into()),
            (Some(wanted), _) => Ok(wanted.clone()),
            (None, [module]) => Ok(module.clone()),
            (None, _) => {
                let failure = Failure::new(format!("{}: which module is meant?", self.file.display()));
                Err(failure.advise(format!("there are {}", say::names(&modules))))
            }
        }
    }
}

/// The module of that name: out of a pack, or the file itself.
fn module_bytes<'f>(file: &'f [u8], module: &str) -> Result<Cow<'f, [u8]>, BeamError> {
    let section = Pack::parse(file).ok().and_then(|pack| {
        pack.sections().map_while(Result::ok).find(|section| section.module() == Some(module))
    });
    match section {
        Some(section) => Ok(Cow::Borrowed(section.data)),
        None => gzip::decompressed(file),
    }
}

/// The BEAM code as text, with lowered code beside it.
fn beam_text(
    path: &Path,
    bytes: &[u8],
    names: &CodeNames<'_>,
    lowered: Option<&Lowered>,
) -> Result<String, Failure> {
    let beam_error = |error| Failure::from(ProgramError::Beam(path.to_owned(), error));
    let code = Beam::parse(bytes).and_then(|beam| beam.code()).map_err(beam_error)?;
    let beside = lowered.map(|lowered| Beside { lowered, listing: Listing::new(lowered, names) });
    let (mut text, mut block) = (String::new(), String::new());
    for instruction in Decoder::new(code.bytes) {
        let instruction =
            instruction.map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
        if matches!(instruction.op, Op::Label | Op::IntCodeEnd) {
            text.push_str(&block);
            block.clear();
        }
        if let (Op::FuncInfo, [_, Operand::Atom(name), arity]) = (instruction.op, instruction.operands()) {
            text.push_str(&heading(*name, arity, names));
        }
        let line = instruction_text(&instruction, names);
        let right = beside.as_ref().map(|beside| beside.lines(instruction.offset)).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write_columns(&mut block, &line, &right);
    }
    Ok(text)
}

/// Lowered code, to be shown beside what it was.
struct Beside<'l> {
    lowered: &'l Lowered,
    listing: Listing<'l>,
}

impl Beside<'_> {
    /// What the BEAM instruction at an offset became.
    fn lines(&self, offset: u32) -> Vec<String> {
        let trace = &self.lowered.trace;
        let Ok(index) = trace.binary_search_by_key(&offset, |(_, offset)| *offset) else { return Vec::new() };
        let (from, to) = (trace[index].0, trace.get(index + 1).map_or(u32::MAX, |(word, _)| *word));
        let lines = self.listing.instructions(from, to);
        lines.map(|(offset, text)| format!("{offset:>6}  {text}")).collect()
    }
}

/// A line on the left, and the lines beside it.
fn write_columns(text: &mut String, left: &str, right: &[String]) -> fmt::Result {
    let (beside, below) = match right.split_first() {
        Some((first, rest)) if left.chars().count() <= LEFT_COLUMNS => (Some(first), rest),
        _ => (None, right),
    };
    match beside {
        Some(line) => writeln!(text, "{left:<LEFT_COLUMNS$}{line}")?,
        None => writeln!(text, "{left}")?,
    }
    below.iter().try_for_each(|line| writeln!(text, "{:LEFT_COLUMNS$}{line}", ""))
}

/// What stands above the first label of a function.
fn heading(name: u32, arity: &Operand<'_>, names: &CodeNames<'_>) -> String {
    let arity = match arity {
        Operand::Unsigned(arity) => *arity,
        _ => 0,
    };
    format!("\n%% {}/{arity}\n", names.atom_text(name))
}

/// A label stands out; the other instructions are indented behind their offset.
fn instruction_text(instruction: &Instruction<'_>, names: &CodeNames<'_>) -> String {
    match instruction.operands() {
        [Operand::Unsigned(label)] if instruction.op == Op::Label => format!("{label}:"),
        _ => format!("{:>6}  {}", instruction.offset, instruction.display(names)),
    }
}

/// What the indices in a module's code stand for.
struct CodeNames<'a> {
    atoms: Vec<String>,
    imports: Vec<Import>,
    funs: Vec<Fun>,
    strings: &'a [u8],
    literals: Vec<String>,
}

impl<'a> CodeNames<'a> {
    fn of(beam: &Beam<'a>) -> Result<Self, BeamError> {
        Ok(CodeNames {
            atoms: beam.atoms()?.iter().map(|atom| quoted(&atom.chars().collect::<String>())).collect(),
            imports: beam.imports()?.iter().collect(),
            funs: beam.funs()?.iter().collect(),
            strings: beam.strings(),
            literals: literal_texts(beam)?,
        })
    }

    fn atom_text(&self, number: u32) -> &str {
        let index = (number as usize).checked_sub(1);
        index.and_then(|index| self.atoms.get(index)).map_or("?", String::as_str)
    }
}

impl Names for CodeNames<'_> {
    fn atom(&self, index: u32, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self.atom_text(index))
    }

    fn import(&self, index: u64, out: &mut dyn fmt::Write) -> fmt::Result {
        match self.imports.get(index as usize) {
            Some(import) => {
                let (module, function) = (self.atom_text(import.module), self.atom_text(import.function));
                write!(out, "{module},{function},{}", import.arity)
            }
            None => write!(out, "{index}"),
        }
    }

    fn literal(&self, index: u32, out: &mut dyn fmt::Write) -> fmt::Result {
        match self.literals.get(index as usize) {
            Some(text) => out.write_str(text),
            None => write!(out, "{index}"),
        }
    }

    fn string(&self, offset: u64, length: u64, out: &mut dyn fmt::Write) -> fmt::Result {
        let end = offset.saturating_add(length);
        match self.strings.get(offset as usize..end as usize) {
            Some(bytes) => write!(out, "<<\"{}\">>", bytes.escape_ascii()),
            None => write!(out, "{offset},{length}"),
        }
    }

    fn lambda(&self, index: u64, out: &mut dyn fmt::Write) -> fmt::Result {
        match self.funs.get(index as usize) {
            Some(fun) => write!(out, "{}", self.atom_text(fun.function)),
            None => write!(out, "{index}"),
        }
    }
}

/// Knows the functions that literals may refer to: those of modules, which need not be there.
#[derive(Default)]
struct Functions(Modules);

impl Resolver for Functions {
    fn export(&self, module: Atom, function: Atom, arity: u32, _existing: bool) -> Option<&'static Export> {
        Some(self.0.export((module, function, arity), || None))
    }

    fn lambda(&self, _identity: &LambdaIdentity) -> Option<&'static Lambda> {
        None
    }
}

/// Literals as `erlang:display/1` writes them, strings as such, so much of each as a line can hold.
fn literal_texts(beam: &Beam<'_>) -> Result<Vec<String>, BeamError> {
    let (atoms, functions) = (Atoms::new(), Functions::default());
    let limits = Limits { flavour: Flavour::Display, bytes: LITERAL_BYTES };
    let text = |bytes: &[u8]| {
        let arena = Arena::new();
        let mut text = String::new();
        match decode(&arena, &atoms, &functions, bytes, false) {
            Ok((term, _)) => drop(write_term(&mut text, &atoms, term, limits)),
            Err(_) => text.push('?'),
        }
        text
    };
    Ok(beam.literals()?.iter().map(text).collect())
}

/// An atom as Erlang writes it.
fn quoted(atom: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_atom(&mut text, atom, Flavour::Write);
    text
}
