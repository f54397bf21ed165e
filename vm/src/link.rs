//! Loading: a `.beam` file becomes a module of the machine.
//!
//! Invariants: a module is handed out only when all of it is sound, and then its code no longer moves; whatever `lower`
//! left as a number of the module is a term or an address of the machine; every guard function is native.
//! Deliberately absent: where files come from, listing the module (`module`), and running what it wants run first.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use packbeam::chunk::Beam;
use packbeam::gzip;

use crate::atom::Atom;
use crate::bif::erlang::md5::Md5;
use crate::etf;
use crate::heap::Arena;
use crate::load::records::{FieldDefault, RecordDefinition};
use crate::load::{LoadError, LoadFault, Source};
use crate::lower::emit::WORD_SLOT;
use crate::lower::{self, Lowered, Op, Relocation, Slot};
use crate::module::{Function, Line, Module, Prepared, Record};
use crate::sched::System;
use crate::sync::{Guarded, Ordering};
use crate::term::fun::Entry;
use crate::term::{Export, Lambda, Word, integer};

/// Makes a module of a file. It is listed by [`Modules::add`] or [`Modules::await_consent`].
///
/// # Errors
/// When the file is no module, its code is not sound, or it needs what the machine does not have.
///
/// [`Modules::add`]: crate::module::Modules::add
/// [`Modules::await_consent`]: crate::module::Modules::await_consent
pub fn prepare(system: &System, file: &[u8]) -> Result<Prepared, LoadError> {
    let bytes = gzip::decompressed(file)?;
    let source = Source::parse(&bytes)?;
    let mut lowered = lower::lower(&source)?;
    let linker = Linker::new(system, &source, digest(&Beam::parse(&bytes)?))?;
    let code_words = code_words(&lowered);
    linker.fill_pool(&mut lowered)?;
    linker.relocate(&mut lowered)?;
    linker.specialise(&mut lowered, code_words)?;
    linker.replace_natives(&mut lowered, code_words);
    linker.prepared(lowered)
}

/// The MD5 of a file's module, as [`Prepared`] has it.
///
/// # Errors
/// The file is no module.
pub fn file_digest(file: &[u8]) -> Result<[u8; 16], LoadError> {
    let bytes = gzip::decompressed(file)?;
    Ok(digest(&Beam::parse(&bytes)?))
}

/// Words of instructions, before the pool.
fn code_words(lowered: &Lowered) -> usize {
    lowered.pool.first().map_or(lowered.words.len(), |(word, _)| *word as usize)
}

/// The chunks by which two versions of a module differ.
const DIGESTED: [[u8; 4]; 9] =
    [*b"AtU8", *b"Atom", *b"Code", *b"StrT", *b"ImpT", *b"ExpT", *b"FunT", *b"LitT", *b"Meta"];

/// The MD5 of a module, as `beam_lib:md5/1` gives it: of the chunks that matter, with the `old_uniq` of funs zero.
fn digest(beam: &Beam<'_>) -> [u8; 16] {
    let mut md5 = Md5::new();
    for tag in DIGESTED {
        let data = beam.chunk(tag).unwrap_or_default();
        match data.split_at_checked(4) {
            Some((count, rows)) if tag == *b"FunT" => {
                md5.update(count);
                for row in rows.chunks(24) {
                    md5.update(&row[..row.len().min(20)]);
                    md5.update(&[0; 4]);
                }
            }
            _ => md5.update(data),
        }
    }
    md5.finish()
}

/// What the module's numbers mean in this machine.
struct Linker<'a> {
    system: &'a System,
    source: &'a Source<'a>,
    /// The module's name.
    name: Atom,
    atoms: Vec<Atom>,
    exports: Vec<&'static Export>,
    lambdas: Vec<&'static Lambda>,
    /// Where literals live.
    arena: Arena,
    literals: Vec<Word>,
    md5: [u8; 16],
}

impl<'a> Linker<'a> {
    fn new(system: &'a System, source: &'a Source<'a>, md5: [u8; 16]) -> Result<Self, LoadError> {
        let error = |fault: LoadFault| fault.at(source.name(), source.code.offset);
        let atoms: Option<Vec<Atom>> = source.atoms.iter().map(|atom| system.atoms.intern(atom)).collect();
        let atoms = atoms.ok_or_else(|| error(LoadFault::Atoms))?;
        let name = *atoms.first().ok_or_else(|| error(LoadFault::NoName))?;
        let arena = Arena::new();
        let literals = literals(system, source, &arena).map_err(error)?;
        let mut linker = Linker {
            system,
            source,
            name,
            atoms,
            exports: Vec::new(),
            lambdas: Vec::new(),
            arena,
            literals,
            md5,
        };
        for import in &source.imports {
            let (module, function) = (linker.atom(import.module)?, linker.atom(import.function)?);
            linker.exports.push(system.export(module, function, import.arity));
        }
        for fun in &source.lambdas {
            let lambda = Lambda {
                module: name,
                function: linker.atom(fun.function)?,
                arity: fun.arity - fun.num_free,
                index: fun.index,
                free: fun.num_free,
                old_unique: fun.old_uniq,
                unique: md5,
                entry: Entry::new(core::ptr::null()),
            };
            linker.lambdas.push(system.modules.lambda(lambda));
        }
        Ok(linker)
    }

    fn error(&self, fault: LoadFault) -> LoadError {
        fault.at(self.source.name(), self.source.code.offset)
    }

    /// The machine's atom of a number of the module.
    fn atom(&self, number: u32) -> Result<Atom, LoadError> {
        (number as usize)
            .checked_sub(1)
            .and_then(|index| self.atoms.get(index).copied())
            .ok_or_else(|| self.error(LoadFault::NoAtom(number)))
    }

    fn fill_pool(&self, lowered: &mut Lowered) -> Result<(), LoadError> {
        for (word, slot) in &lowered.pool {
            let place = *word as usize;
            let address = match slot {
                Slot::Bytes(bytes) => {
                    for (word, chunk) in lowered.words[place..].iter_mut().zip(bytes.chunks(4)) {
                        let mut four = [0; 4];
                        four[..chunk.len()].copy_from_slice(chunk);
                        *word = u32::from_ne_bytes(four);
                    }
                    continue;
                }
                Slot::Literal(number) => {
                    self.literals
                        .get(*number as usize)
                        .ok_or_else(|| self.error(LoadFault::Literal(*number)))?
                        .0
                }
                Slot::Integer(value) => {
                    self.arena.i64(*value).map_err(|_| self.error(LoadFault::OutOfMemory))?.word().0
                }
                Slot::BigInteger(bytes) => self.big_integer(bytes)?.0,
                Slot::Export(import) => core::ptr::from_ref(self.exports[*import as usize]) as usize,
                Slot::Lambda(index) => core::ptr::from_ref(self.lambdas[*index as usize]) as usize,
            };
            put_address(&mut lowered.words[place..], address);
        }
        Ok(())
    }

    /// The integer of a two's complement, most significant byte first.
    fn big_integer(&self, bytes: &[u8]) -> Result<Word, LoadError> {
        let negative = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
        let mut magnitude: Vec<u8> = bytes.iter().rev().copied().collect();
        if negative {
            let mut carry = true;
            for byte in &mut magnitude {
                (*byte, carry) = (!*byte).overflowing_add(u8::from(carry));
            }
            magnitude.extend(carry.then_some(1));
        }
        integer::from_magnitude_bytes(&self.arena, negative, &magnitude)
            .map(|term| term.word())
            .map_err(|_| self.error(LoadFault::OutOfMemory))
    }

    /// Puts the machine's atoms in, and then what depends on their order.
    fn relocate(&self, lowered: &mut Lowered) -> Result<(), LoadError> {
        for relocation in &lowered.relocations {
            match *relocation {
                Relocation::AtomConstant { word } => {
                    let atom = self.atom(lowered.words[word as usize])?;
                    lowered.words[word as usize] = constant(Word::atom(atom));
                }
                Relocation::AtomSource { word } => {
                    let source = lowered.words[word as usize];
                    let atom = self.atom(source >> 3)?;
                    lowered.words[word as usize] = atom.0 << 3 | source & 0b111;
                }
                Relocation::Catch { .. } | Relocation::Sort { .. } => {}
            }
        }
        for relocation in &lowered.relocations {
            if let Relocation::Sort { word, count } = *relocation {
                let (start, count) = (word as usize, count as usize);
                let (constants, branches) = lowered.words[start..start + 2 * count].split_at_mut(count);
                let mut pairs: Vec<(i32, u32)> =
                    constants.iter().map(|word| *word as i32).zip(branches.iter().copied()).collect();
                pairs.sort_by_key(|(constant, _)| *constant);
                for (index, (constant, branch)) in pairs.into_iter().enumerate() {
                    (constants[index], branches[index]) = (constant as u32, branch);
                }
            }
        }
        Ok(())
    }

    /// Lets calls of native functions be what they are, and refuses guards that are not native.
    fn specialise(&self, lowered: &mut Lowered, code_words: usize) -> Result<(), LoadError> {
        let mut at = 0;
        while at < code_words {
            let word = lowered.words[at];
            let Some(op) = Op::of_word(word) else { return Err(self.error(LoadFault::Stray)) };
            let place = match op {
                Op::CallExt | Op::CallExtOnly => Some(word as i32 >> 8),
                Op::CallExtLast | Op::Guard0 | Op::Guard1 | Op::Guard2 | Op::Guard3 => {
                    Some(lowered.words[at + 1] as i32)
                }
                _ => None,
            };
            if let Some(distance) = place {
                let export = self.export_at(lowered, at as i64 + i64::from(distance))?;
                let native = export.native.load(Ordering::Relaxed) != 0;
                let (known, native_op) = match op {
                    Op::CallExt => (true, Op::CallNative),
                    Op::CallExtOnly => (true, Op::CallNativeOnly),
                    Op::CallExtLast => (true, Op::CallNativeLast),
                    _ => (native, op),
                };
                if !known {
                    return Err(self.error(LoadFault::Guard(self.name_of(export))));
                }
                if native {
                    lowered.words[at] = word & !0xff | native_op as u32;
                }
            }
            at += op.length(word);
        }
        Ok(())
    }

    /// The export in the pool slot at a word.
    fn export_at(&self, lowered: &Lowered, place: i64) -> Result<&'static Export, LoadError> {
        let slot = lowered.pool.binary_search_by_key(&place, |(word, _)| i64::from(*word));
        match slot.map(|index| &lowered.pool[index].1) {
            Ok(Slot::Export(import)) => Ok(self.exports[*import as usize]),
            _ => Err(self.error(LoadFault::Stray)),
        }
    }

    fn name_of(&self, export: &Export) -> String {
        let name = |atom| self.system.atoms.name(atom);
        format!("{}:{}/{}", name(export.module), name(export.function), export.arity)
    }

    /// Where the module has a function that is native, calls within the module reach the native one, too.
    fn replace_natives(&self, lowered: &mut Lowered, code_words: usize) {
        for index in 0..self.source.exports.len() {
            let export = self.source.exports[index];
            let Ok(function) = self.atom(export.function) else { continue };
            let entry = lowered.labels[export.label as usize];
            if self.system.native(self.name, function, export.arity).is_none()
                || entry as usize + 2 > self.end_of(lowered, entry, code_words)
            {
                continue;
            }
            let export = self.system.export(self.name, function, export.arity);
            let place = lowered.words.len();
            lowered.words.resize(place + WORD_SLOT, 0);
            put_address(&mut lowered.words[place..], core::ptr::from_ref(export) as usize);
            lowered.words[entry as usize] = Op::NativeBody as u32;
            lowered.words[entry as usize + 1] = place as u32 - entry;
        }
    }

    /// The word behind the function of an entry.
    fn end_of(&self, lowered: &Lowered, entry: u32, code_words: usize) -> usize {
        let next = lowered.functions.partition_point(|function| function.offset <= entry);
        lowered.functions.get(next).map_or(code_words, |function| function.offset as usize)
    }

    /// The module, its code where it will stay.
    fn prepared(self, lowered: Lowered) -> Result<Prepared, LoadError> {
        let catches = lowered.relocations.iter().filter_map(|relocation| match *relocation {
            Relocation::Catch { word } => Some(word),
            _ => None,
        });
        let catches = catches.collect();
        let module = self.module(lowered)?;
        Ok(Prepared { module, catches })
    }

    /// A native record of the module: its definition and defaults become terms.
    fn record(&self, record: &RecordDefinition) -> Result<Record, LoadError> {
        let out_of_memory = |_| self.error(LoadFault::OutOfMemory);
        let name = self.atom(record.name)?;
        let mut fields = Vec::with_capacity(record.fields.len());
        let mut defaults = Vec::with_capacity(record.fields.len());
        for (field, default) in &record.fields {
            fields.push(self.atom(*field)?);
            defaults.push(default.as_ref().map(|default| self.field_default(default)).transpose()?);
        }
        let definition = self.arena.record_definition(self.name, name, record.is_exported, &fields);
        let definition = definition.map_err(out_of_memory)?.word();
        Ok(Record { name, is_exported: record.is_exported, definition, defaults })
    }

    fn field_default(&self, default: &FieldDefault) -> Result<Word, LoadError> {
        match default {
            FieldDefault::Integer(value) => {
                let made = self.arena.i64(*value).map_err(|_| self.error(LoadFault::OutOfMemory))?;
                Ok(made.word())
            }
            FieldDefault::BigInteger(bytes) => self.big_integer(bytes),
            FieldDefault::Atom(number) => Ok(Word::atom(self.atom(*number)?)),
            FieldDefault::Nil => Ok(Word::NIL),
            FieldDefault::Literal(number) => {
                let literal = self.literals.get(*number as usize).copied();
                literal.ok_or_else(|| self.error(LoadFault::Literal(*number)))
            }
        }
    }

    fn module(self, lowered: Lowered) -> Result<Module, LoadError> {
        let lambdas = self.lambdas.iter().zip(&self.source.lambdas);
        let lambdas = lambdas.map(|(lambda, fun)| (*lambda, lowered.labels[fun.label as usize])).collect();
        let mut functions = Vec::with_capacity(lowered.functions.len());
        for function in &lowered.functions {
            let name = self.atom(function.name)?;
            functions.push(Function { offset: function.offset, name, arity: function.arity });
        }
        let mut exports = Vec::with_capacity(self.source.exports.len());
        for export in &self.source.exports {
            exports.push((self.atom(export.function)?, export.arity, lowered.labels[export.label as usize]));
        }
        let line = |&(offset, item): &(u32, u32)| {
            let item = (item as usize).checked_sub(1).and_then(|index| self.source.lines.get(index));
            Line { offset, file: item.map_or(0, |item| item.file), line: item.map_or(0, |item| item.line) }
        };
        Ok(Module {
            name: self.name,
            code: lowered.words.into_boxed_slice(),
            functions,
            lines: lowered.lines.iter().map(line).collect(),
            files: self.source.files.clone(),
            exports,
            lambdas,
            catches: Vec::new(),
            records: self
                .source
                .records
                .iter()
                .map(|record| self.record(record))
                .collect::<Result<_, _>>()?,
            literals: self.arena,
            attributes: self.source.attributes.to_vec(),
            compile_info: self.source.compile_info.to_vec(),
            md5: self.md5,
            file: Guarded::default(),
            on_load: lowered.on_load,
        })
    }
}

/// The words of all literals.
fn literals(system: &System, source: &Source<'_>, arena: &Arena) -> Result<Vec<Word>, LoadFault> {
    let mut words = Vec::with_capacity(source.literal_count);
    for (index, bytes) in source.literals.iter().enumerate() {
        let decoded = etf::decode(arena, &system.atoms, system, bytes, false);
        let (term, _) = decoded.map_err(|_| LoadFault::Literal(index as u32))?;
        words.push(term.word());
    }
    Ok(words)
}

/// The constant of an atom or a catch mark: both have fewer than 26 bits.
fn constant(word: Word) -> u32 {
    word.0 as u32
}

/// Puts a machine word into a slot, in the order in which the machine reads it back.
fn put_address(slot: &mut [u32], address: usize) {
    for (word, bytes) in slot.iter_mut().zip(address.to_ne_bytes().chunks_exact(4)) {
        *word = u32::from_ne_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    }
}
