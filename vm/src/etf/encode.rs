//! A term to bytes.
//!
//! Invariant: what is still to be written stands on a stack of our own.
//! Deliberately absent: a limit of size. The caller knows what it may spend.

use alloc::vec::Vec;

use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::atom::{Atom, Atoms, names};
use crate::term::{Bits, Boxed, Closure, Export, External, Integer, Kind, Map, Term, compare, text};

use super::tag;

/// The longest list of bytes that is written as such.
const STRING_LENGTH: usize = 0xffff;

/// How a term is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// 2: as OTP 26 and later write by default; 1: atoms in Latin-1 and short ports where they can be, as OTP 25
    /// did; 0: floats as text besides.
    pub minor_version: u8,
    /// 1 to 9: compress, where that makes the bytes fewer.
    pub compression: u8,
    /// Whether maps' keys are written in term order and not in the order they are kept in.
    pub deterministic: bool,
    /// The name and creation of this node.
    pub node: (Atom, u32),
}

impl Default for Options {
    fn default() -> Self {
        Options { minor_version: 2, compression: 0, deterministic: false, node: (names::nonode_nohost, 0) }
    }
}

/// The bytes of a term, version byte first.
pub fn encode(atoms: &Atoms, term: Term<'_>, options: Options) -> Vec<u8> {
    let mut encoder = Encoder { out: Vec::new(), atoms, options, steps: Vec::new() };
    encoder.u8(tag::VERSION);
    encoder.term(term);
    while let Some(step) = encoder.steps.pop() {
        encoder.step(step);
    }
    let plain = encoder.out;
    if options.compression == 0 {
        return plain;
    }
    let packed = compress_to_vec_zlib(&plain[1..], options.compression.min(9));
    if packed.len() + 5 >= plain.len() {
        return plain;
    }
    let mut out = Vec::with_capacity(packed.len() + 6);
    out.extend([tag::VERSION, tag::COMPRESSED]);
    out.extend(((plain.len() - 1) as u32).to_be_bytes());
    out.extend(packed);
    out
}

/// What is still to be written, the next last.
enum Step<'h> {
    Term(Term<'h>),
    Terms(&'h [Term<'h>]),
    /// The rest of a list whose count is written.
    Tail(Term<'h>),
    Pairs(Map<'h>, Vec<usize>),
    /// A fun is written: its size goes where it began.
    FunEnd(usize),
}

struct Encoder<'a, 'h> {
    out: Vec<u8>,
    atoms: &'a Atoms,
    options: Options,
    steps: Vec<Step<'h>>,
}

impl<'h> Encoder<'_, 'h> {
    fn u8(&mut self, value: u8) {
        self.out.push(value);
    }

    fn u16(&mut self, value: usize) {
        self.out.extend((value as u16).to_be_bytes());
    }

    fn u32(&mut self, value: usize) {
        self.out.extend((value as u32).to_be_bytes());
    }

    fn step(&mut self, step: Step<'h>) {
        match step {
            Step::Term(term) => self.term(term),
            Step::Terms([]) => {}
            Step::Terms([first, rest @ ..]) => {
                self.steps.push(Step::Terms(rest));
                self.term(*first);
            }
            Step::Tail(tail) => match tail.as_cons() {
                Some(cons) => {
                    self.steps.push(Step::Tail(cons.tail()));
                    self.term(cons.head());
                }
                None => self.term(tail),
            },
            Step::Pairs(map, mut order) => {
                if let Some(place) = order.pop() {
                    self.steps.extend([Step::Pairs(map, order), Step::Term(map.values[place])]);
                    self.term(map.keys[place]);
                }
            }
            Step::FunEnd(start) => {
                let size = (self.out.len() - start) as u32;
                self.out[start..start + 4].copy_from_slice(&size.to_be_bytes());
            }
        }
    }

    fn term(&mut self, term: Term<'h>) {
        match term.kind() {
            Kind::Small(value) => self.integer(Integer::small(value)),
            Kind::Big(value) => self.integer(value),
            Kind::Float(value) => self.float(value),
            Kind::Atom(atom) => self.atom(atom),
            Kind::Nil => self.u8(tag::NIL),
            Kind::Cons(_) => self.list(term),
            Kind::Tuple(elements) | Kind::Record(elements) => self.tuple(elements),
            Kind::Map(map) => self.map(map),
            Kind::Bits(bits) => self.bits(bits),
            Kind::Closure(closure) => self.closure(closure),
            Kind::ExternalFun(export) => self.export(export),
            Kind::Pid(number) => {
                self.u8(tag::NEW_PID);
                self.identity(self.options.node.0, &[number as usize, 0], self.options.node.1 as usize);
            }
            Kind::Port(number) => {
                self.port(self.options.node.0, &[0, number as usize], self.options.node.1 as usize);
            }
            Kind::Reference(numbers) => {
                self.reference(self.options.node.0, self.options.node.1 as usize, &numbers)
            }
            Kind::External(external) => self.external(external),
        }
    }

    fn integer(&mut self, value: Integer<'_>) {
        match value.to_i64() {
            Some(value @ 0..=255) => self.out.extend([tag::SMALL_INTEGER, value as u8]),
            Some(value) if i32::try_from(value).is_ok() => {
                self.u8(tag::INTEGER);
                self.u32(value as usize);
            }
            _ => {
                let bytes = value.magnitude_bytes();
                if bytes.len() <= 255 {
                    self.out.extend([tag::SMALL_BIG, bytes.len() as u8]);
                } else {
                    self.u8(tag::LARGE_BIG);
                    self.u32(bytes.len());
                }
                self.u8(u8::from(value.is_negative()));
                self.out.extend(bytes);
            }
        }
    }

    fn float(&mut self, value: f64) {
        if self.options.minor_version > 0 {
            self.u8(tag::NEW_FLOAT);
            self.out.extend(value.to_be_bytes());
            return;
        }
        let text = text::scientific(value, text::DEFAULT_SCIENTIFIC).unwrap_or_default();
        let mut field = text.into_bytes();
        field.resize(31, 0);
        self.u8(tag::FLOAT);
        self.out.extend(field);
    }

    fn atom(&mut self, atom: Atom) {
        let name = self.atoms.name(atom);
        let latin1 =
            self.options.minor_version < 2 && name.chars().all(|character| u32::from(character) < 256);
        if latin1 {
            self.u8(tag::ATOM);
            self.u16(name.chars().count());
            self.out.extend(name.chars().map(|character| character as u8));
        } else if name.len() < 256 {
            self.out.extend([tag::SMALL_ATOM_UTF8, name.len() as u8]);
            self.out.extend(name.as_bytes());
        } else {
            self.u8(tag::ATOM_UTF8);
            self.u16(name.len());
            self.out.extend(name.as_bytes());
        }
    }

    fn list(&mut self, list: Term<'h>) {
        let mut elements = list.list();
        let is_byte = |element: &Term<'_>| matches!(element.as_small(), Some(0..=255));
        let bytes = elements.by_ref().take(STRING_LENGTH + 1).take_while(is_byte).count();
        if bytes <= STRING_LENGTH && list.list().nth(bytes).is_none() && elements.rest().is_nil() {
            self.u8(tag::STRING);
            self.u16(bytes);
            self.out.extend(list.list().filter_map(|element| element.as_small()).map(|byte| byte as u8));
            return;
        }
        self.u8(tag::LIST);
        self.u32(list.list().count());
        self.steps.push(Step::Tail(list));
    }

    fn tuple(&mut self, elements: &'h [Term<'h>]) {
        if elements.len() < 256 {
            self.out.extend([tag::SMALL_TUPLE, elements.len() as u8]);
        } else {
            self.u8(tag::LARGE_TUPLE);
            self.u32(elements.len());
        }
        self.steps.push(Step::Terms(elements));
    }

    fn map(&mut self, map: Map<'h>) {
        self.u8(tag::MAP);
        self.u32(map.keys.len());
        let mut order = if self.options.deterministic {
            compare::sorted_keys(self.atoms, map)
        } else {
            (0..map.keys.len()).collect()
        };
        order.reverse();
        self.steps.push(Step::Pairs(map, order));
    }

    fn bits(&mut self, bits: Bits<'_>) {
        let count = bits.byte_count();
        let spare = bits.length() % 8;
        self.u8(if spare == 0 { tag::BINARY } else { tag::BIT_BINARY });
        self.u32(count);
        if spare > 0 {
            self.u8(spare as u8);
        }
        let start = self.out.len();
        self.out.resize(start + count, 0);
        bits.copy_to(&mut self.out[start..]);
    }

    fn closure(&mut self, closure: Closure<'h>) {
        let lambda = closure.lambda;
        self.u8(tag::NEW_FUN);
        let start = self.out.len();
        self.u32(0);
        self.u8(lambda.arity as u8);
        self.out.extend(lambda.unique);
        self.u32(lambda.index as usize);
        self.u32(closure.free.len());
        self.atom(lambda.module);
        self.integer(Integer::small(lambda.index as isize));
        // OTP keeps this number in a word, and writes it with a sign where it needs 32 bits.
        self.integer(Integer::small(lambda.old_unique as i32 as isize));
        self.steps.extend([Step::FunEnd(start), Step::Terms(closure.free)]);
        self.term(closure.creator);
    }

    fn export(&mut self, export: &Export) {
        self.u8(tag::EXPORT);
        self.atom(export.module);
        self.atom(export.function);
        self.integer(Integer::small(export.arity as isize));
    }

    fn identity(&mut self, node: Atom, numbers: &[usize], creation: usize) {
        self.atom(node);
        numbers.iter().for_each(|number| self.u32(*number));
        self.u32(creation);
    }

    fn port(&mut self, node: Atom, numbers: &[usize], creation: usize) {
        match numbers {
            [0, low] if self.options.minor_version < 2 => {
                self.u8(tag::NEW_PORT);
                self.identity(node, &[*low], creation);
            }
            _ => {
                self.u8(tag::V4_PORT);
                self.identity(node, numbers, creation);
            }
        }
    }

    fn reference(&mut self, node: Atom, creation: usize, numbers: &[usize]) {
        self.u8(tag::NEWER_REFERENCE);
        self.u16(numbers.len());
        self.atom(node);
        self.u32(creation);
        numbers.iter().for_each(|number| self.u32(*number));
    }

    fn external(&mut self, external: External<'_>) {
        let (node, creation) = (external.node, external.creation);
        match (external.kind, external.numbers) {
            (Boxed::ExternalPid, numbers) => {
                self.u8(tag::NEW_PID);
                self.identity(node, numbers, creation);
            }
            (Boxed::ExternalPort, numbers) => self.port(node, numbers, creation),
            (_, numbers) => self.reference(node, creation, numbers),
        }
    }
}
