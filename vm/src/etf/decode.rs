//! Bytes to a term.
//!
//! Invariants: every count is checked against the bytes that are left before anything is kept for it, since
//! each element takes a byte at least; open tuples, lists, maps and funs stand on a stack of our own.
//! Deliberately absent: OTP's `LOCAL_EXT`, and `FUN_EXT`, which OTP 23 gave up.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use crate::atom::{Atom, Atoms, names};
use crate::heap::{Arena, OutOfMemory};
use crate::term::fun::LambdaIdentity;
use crate::term::integer::{self, IntegerError};
use crate::term::{Bits, Boxed, Export, Lambda, Term, compare, text};

use super::tag;

/// Who knows the functions that funs refer to, and the node that is ours.
pub trait Resolver {
    /// The export of this identity, made when there is none unless `existing` asks for one there is.
    fn export(&self, module: Atom, function: Atom, arity: u32, existing: bool) -> Option<&'static Export>;

    /// The function of this identity, whether its module is loaded or not; `None` refuses the fun.
    fn lambda(&self, identity: &LambdaIdentity) -> Option<&'static Lambda>;

    /// The name and creation of this node: its pids, ports and references are local.
    fn node(&self) -> (Atom, u32) {
        (names::nonode_nohost, 0)
    }
}

/// Why bytes are no term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// They do not follow the format.
    Malformed,
    /// They end too early.
    Truncated,
    /// They would make an atom or fun that is new, which was not allowed.
    Unsafe,
    /// An integer, or the atom table, would be too large.
    SystemLimit,
    /// There is no memory for the term.
    OutOfMemory,
}

/// Bytes are no term, and where that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EtfError {
    /// The byte (of the inflated ones in a compressed term) up to which all was well.
    pub offset: usize,
    /// What is wrong.
    pub cause: Cause,
}

impl From<OutOfMemory> for Cause {
    fn from(_: OutOfMemory) -> Self {
        Cause::OutOfMemory
    }
}

impl From<IntegerError> for Cause {
    fn from(error: IntegerError) -> Self {
        match error {
            IntegerError::SystemLimit => Cause::SystemLimit,
            IntegerError::OutOfMemory => Cause::OutOfMemory,
        }
    }
}

/// The term that `bytes` begin with (version byte first), and how many bytes it takes.
///
/// `safe` refuses what would stay behind for good: new atoms and new external funs.
pub fn decode<'h>(
    arena: &'h Arena,
    atoms: &Atoms,
    resolver: &dyn Resolver,
    bytes: &[u8],
    safe: bool,
) -> Result<(Term<'h>, usize), EtfError> {
    let truncated = EtfError { offset: bytes.len(), cause: Cause::Truncated };
    match bytes {
        [tag::VERSION, tag::COMPRESSED, a, b, c, d, packed @ ..] => {
            let size = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
            let (inflated, used) = inflate(packed, size).map_err(|cause| EtfError { offset: 6, cause })?;
            let (term, _) = decode_bare(arena, atoms, resolver, &inflated, safe)?;
            Ok((term, used + 6))
        }
        [tag::VERSION, tag::COMPRESSED, ..] | [] => Err(truncated),
        [tag::VERSION, bare @ ..] => decode_bare(arena, atoms, resolver, bare, safe)
            .map(|(term, used)| (term, used + 1))
            .map_err(|error| EtfError { offset: error.offset + 1, ..error }),
        _ => Err(EtfError { offset: 0, cause: Cause::Malformed }),
    }
}

/// The term that `bytes` begin with, without a version byte, and how many bytes it takes.
pub fn decode_bare<'h>(
    arena: &'h Arena,
    atoms: &Atoms,
    resolver: &dyn Resolver,
    bytes: &[u8],
    safe: bool,
) -> Result<(Term<'h>, usize), EtfError> {
    let mut decoder = Decoder {
        input: Input { bytes, place: 0 },
        arena,
        atoms,
        resolver,
        safe,
        open: Vec::new(),
        done: Vec::new(),
    };
    match decoder.run() {
        Ok(term) => Ok((term, decoder.input.place)),
        Err(cause) => Err(EtfError { offset: decoder.input.place, cause }),
    }
}

/// Inflates zlib's format to exactly `size` bytes; gives how many bytes that took.
fn inflate(packed: &[u8], size: usize) -> Result<(Vec<u8>, usize), Cause> {
    const FLAGS: u32 =
        inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER | inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut state = Box::<DecompressorOxide>::default();
    let (mut out, mut taken, mut made) = (Vec::new(), 0, 0);
    loop {
        // Room grows with what has come out, whatever the size says.
        let room = (made * 2).clamp(4096, 1 << 24).min(size - made);
        out.try_reserve(room).map_err(|_| Cause::OutOfMemory)?;
        out.resize(made + room, 0);
        let (status, read, written) = decompress(&mut state, &packed[taken..], &mut out, made, FLAGS);
        taken += read;
        made += written;
        match status {
            TINFLStatus::Done if made == size => return Ok((out, taken)),
            TINFLStatus::HasMoreOutput if made < size => {}
            TINFLStatus::FailedCannotMakeProgress => return Err(Cause::Truncated),
            _ => return Err(Cause::Malformed),
        }
    }
}

/// The bytes, and how many are read.
struct Input<'b> {
    bytes: &'b [u8],
    place: usize,
}

impl<'b> Input<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], Cause> {
        let taken = self.bytes[self.place..].get(..count).ok_or(Cause::Truncated)?;
        self.place += count;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Cause> {
        self.take(N)?.try_into().map_err(|_| Cause::Truncated)
    }

    fn u8(&mut self) -> Result<u8, Cause> {
        self.array().map(|[byte]| byte)
    }

    fn u16(&mut self) -> Result<usize, Cause> {
        self.array().map(|bytes| usize::from(u16::from_be_bytes(bytes)))
    }

    fn u32(&mut self) -> Result<u32, Cause> {
        self.array().map(u32::from_be_bytes)
    }

    /// A count of things that each take `least` bytes or more.
    fn count(&mut self, least: usize) -> Result<usize, Cause> {
        let count = self.u32()? as usize;
        if count > (self.bytes.len() - self.place) / least { Err(Cause::Truncated) } else { Ok(count) }
    }
}

/// What is being put together from terms to come.
#[derive(Clone, Copy)]
enum Container {
    Tuple,
    List,
    Map,
    Closure(&'static Lambda),
}

/// A container, the terms it still needs, and where its terms begin among those that are done.
struct Open {
    container: Container,
    missing: usize,
    first: usize,
}

struct Decoder<'h, 'a, 'b> {
    input: Input<'b>,
    arena: &'h Arena,
    atoms: &'a Atoms,
    resolver: &'a dyn Resolver,
    safe: bool,
    open: Vec<Open>,
    done: Vec<Term<'h>>,
}

/// A term, or nothing yet: a container was opened.
type Next<'h> = Result<Option<Term<'h>>, Cause>;

impl<'h> Decoder<'h, '_, '_> {
    fn run(&mut self) -> Result<Term<'h>, Cause> {
        loop {
            let start = self.input.place;
            let mut next = self.next().inspect_err(|cause| {
                if *cause != Cause::Truncated {
                    self.input.place = start;
                }
            })?;
            while let Some(term) = next {
                let Some(open) = self.open.last_mut() else { return Ok(term) };
                open.missing -= 1;
                self.done.push(term);
                next = None;
                if open.missing == 0 {
                    let (container, first) = (open.container, open.first);
                    self.open.pop();
                    next = Some(self.close(container, first)?);
                }
            }
        }
    }

    /// Opens a container, or gives it when it needs nothing.
    fn begin(&mut self, container: Container, missing: usize) -> Next<'h> {
        let first = self.done.len();
        if missing == 0 {
            return self.close(container, first).map(Some);
        }
        self.open.push(Open { container, missing, first });
        Ok(None)
    }

    fn close(&mut self, container: Container, first: usize) -> Result<Term<'h>, Cause> {
        let terms = &self.done[first..];
        let closed = match (container, terms) {
            (Container::Tuple, _) => self.arena.tuple(terms)?,
            (Container::List, [elements @ .., tail]) => {
                self.arena.list_before(elements.iter().copied(), *tail)?
            }
            (Container::List, []) => Term::NIL,
            (Container::Map, _) => self.map(terms)?,
            (Container::Closure(lambda), [creator, free @ ..]) => {
                self.arena.closure(lambda, *creator, free)?
            }
            (Container::Closure(_), []) => return Err(Cause::Malformed),
        };
        self.done.truncate(first);
        Ok(closed)
    }

    /// The map of keys and values by turns; a key twice is an error, as on OTP.
    fn map(&self, terms: &[Term<'h>]) -> Result<Term<'h>, Cause> {
        let mut pairs: Vec<(Term<'h>, Term<'h>)> =
            terms.as_chunks().0.iter().map(|[key, value]| (*key, *value)).collect();
        pairs.sort_by(|left, right| compare::map_key_order(left.0, right.0));
        if pairs.windows(2).any(|pair| compare::equal_exact(pair[0].0, pair[1].0)) {
            return Err(Cause::Malformed);
        }
        let (keys, values): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        Ok(self.arena.map(self.arena.tuple(&keys)?, &values)?)
    }

    fn next(&mut self) -> Next<'h> {
        let start = self.input.place;
        let term = match self.input.u8()? {
            tag::SMALL_INTEGER => Term::small_number(i32::from(self.input.u8()?)),
            tag::INTEGER => self.arena.i64(i64::from(self.input.u32()? as i32))?,
            tag::SMALL_BIG => {
                let count = usize::from(self.input.u8()?);
                self.big(count)?
            }
            tag::LARGE_BIG => {
                let count = self.input.count(1)?;
                self.big(count)?
            }
            tag::NEW_FLOAT => {
                let value = f64::from_be_bytes(self.input.array()?);
                self.float(value)?
            }
            tag::FLOAT => self.old_float()?,
            tag::SMALL_TUPLE => {
                let arity = usize::from(self.input.u8()?);
                return self.begin(Container::Tuple, arity);
            }
            tag::LARGE_TUPLE => {
                let arity = self.input.count(1)?;
                return self.begin(Container::Tuple, arity);
            }
            tag::NIL => Term::NIL,
            tag::STRING => {
                let length = self.input.u16()?;
                self.arena.byte_list(self.input.take(length)?)?
            }
            tag::LIST => {
                let length = self.input.count(1)?;
                return self.begin(Container::List, length + 1);
            }
            tag::MAP => {
                let count = self.input.count(2)?;
                return self.begin(Container::Map, count * 2);
            }
            tag::BINARY => {
                let length = self.input.count(1)?;
                self.arena.bytes(self.input.take(length)?)?
            }
            tag::BIT_BINARY => self.bit_binary()?,
            tag::EXPORT => self.export()?,
            tag::NEW_FUN => return self.closure(),
            _ => {
                self.input.place = start;
                self.atom_or_identity()?
            }
        };
        Ok(Some(term))
    }

    /// An atom, pid, port or reference.
    fn atom_or_identity(&mut self) -> Result<Term<'h>, Cause> {
        let start = self.input.place;
        match self.input.u8()? {
            tag::PID => self.pid(Creation::Byte),
            tag::NEW_PID => self.pid(Creation::Word),
            tag::PORT => self.port(1, Creation::Byte),
            tag::NEW_PORT => self.port(1, Creation::Word),
            tag::V4_PORT => self.port(2, Creation::Word),
            tag::REFERENCE => self.old_reference(),
            tag::NEW_REFERENCE => self.reference(Creation::Byte),
            tag::NEWER_REFERENCE => self.reference(Creation::Word),
            _ => {
                self.input.place = start;
                self.atom().map(Term::atom)
            }
        }
    }

    fn atom(&mut self) -> Result<Atom, Cause> {
        let (length, latin1) = match self.input.u8()? {
            tag::ATOM => (self.input.u16()?, true),
            tag::SMALL_ATOM => (usize::from(self.input.u8()?), true),
            tag::ATOM_UTF8 => (self.input.u16()?, false),
            tag::SMALL_ATOM_UTF8 => (usize::from(self.input.u8()?), false),
            _ => return Err(Cause::Malformed),
        };
        let name = self.input.take(length)?;
        if latin1 && !name.is_ascii() {
            let name: String = name.iter().map(|byte| char::from(*byte)).collect();
            return self.named(&name);
        }
        self.named(core::str::from_utf8(name).map_err(|_| Cause::Malformed)?)
    }

    fn named(&self, name: &str) -> Result<Atom, Cause> {
        if name.chars().count() > crate::atom::MAX_CHARACTERS {
            return Err(Cause::Malformed);
        }
        if self.safe {
            return self.atoms.existing(name).ok_or(Cause::Unsafe);
        }
        self.atoms.intern(name).ok_or(Cause::SystemLimit)
    }

    fn big(&mut self, count: usize) -> Result<Term<'h>, Cause> {
        let negative = self.input.u8()? != 0;
        Ok(integer::from_magnitude_bytes(self.arena, negative, self.input.take(count)?)?)
    }

    fn float(&self, value: f64) -> Result<Term<'h>, Cause> {
        if value.is_finite() { Ok(self.arena.float(value)?) } else { Err(Cause::Malformed) }
    }

    fn old_float(&mut self) -> Result<Term<'h>, Cause> {
        let field = self.input.take(31)?;
        let end = field.iter().position(|byte| *byte == 0).unwrap_or(field.len());
        self.float(text::parse(&field[..end]).ok_or(Cause::Malformed)?)
    }

    fn bit_binary(&mut self) -> Result<Term<'h>, Cause> {
        let length = self.input.u32()? as usize;
        let used = usize::from(self.input.u8()?);
        let bytes = self.input.take(length)?;
        if used > 8 || (length == 0) != (used == 0) {
            return Err(Cause::Malformed);
        }
        Ok(self.arena.bits(Bits::new(bytes, 0, length * 8 - (8 - used) % 8))?)
    }

    fn export(&mut self) -> Result<Term<'h>, Cause> {
        let (module, function) = (self.atom()?, self.atom()?);
        let arity = match self.input.u8()? {
            tag::SMALL_INTEGER => u32::from(self.input.u8()?),
            tag::INTEGER => self.input.u32()?,
            _ => return Err(Cause::Malformed),
        };
        if i32::try_from(arity).is_err() {
            return Err(Cause::Malformed);
        }
        let export = self.resolver.export(module, function, arity, self.safe);
        Ok(self.arena.external_fun(export.ok_or(Cause::Unsafe)?)?)
    }

    fn closure(&mut self) -> Next<'h> {
        let start = self.input.place;
        let size = self.input.u32()? as usize;
        if size > self.input.bytes.len() - start {
            return Err(Cause::Truncated);
        }
        let arity = u32::from(self.input.u8()?);
        let unique = self.input.array()?;
        let index = self.input.u32()?;
        let free = self.input.count(1)?;
        let module = self.atom()?;
        self.number()?;
        let old_unique = self.number()?;
        let identity = LambdaIdentity { module, arity, index, free: free as u32, old_unique, unique };
        let lambda = self.resolver.lambda(&identity).ok_or(Cause::Unsafe)?;
        if lambda.free as usize != free {
            return Err(Cause::Malformed);
        }
        if !matches!(self.input.bytes.get(self.input.place), Some(&(tag::PID | tag::NEW_PID))) {
            return Err(Cause::Malformed);
        }
        self.begin(Container::Closure(lambda), free + 1)
    }

    /// An integer of 32 bits, with a sign or without.
    fn number(&mut self) -> Result<u32, Cause> {
        match self.input.u8()? {
            tag::SMALL_INTEGER => Ok(u32::from(self.input.u8()?)),
            tag::INTEGER => self.input.u32(),
            tag::SMALL_BIG => match self.input.array()? {
                [4, 0, a, b, c, d] => Ok(u32::from_le_bytes([a, b, c, d])),
                _ => Err(Cause::Malformed),
            },
            _ => Err(Cause::Malformed),
        }
    }

    fn creation(&mut self, creation: Creation) -> Result<u32, Cause> {
        match creation {
            Creation::Byte => match self.input.u8()? {
                creation @ 0..=MAX_BYTE_CREATION => Ok(u32::from(creation)),
                _ => Err(Cause::Malformed),
            },
            Creation::Word => self.input.u32(),
        }
    }

    /// Whether this is our node; the creation 0 stands for any.
    fn is_local(&self, node: Atom, creation: u32) -> bool {
        let (our_node, our_creation) = self.resolver.node();
        node == our_node && (creation == our_creation || creation == 0)
    }

    fn pid(&mut self, creation: Creation) -> Result<Term<'h>, Cause> {
        let (node, number, serial) = (self.atom()?, self.input.u32()?, self.input.u32()?);
        let creation = self.creation(creation)?;
        if self.is_local(node, creation) && serial == 0 && number.checked_shr(PID_BITS).unwrap_or(0) == 0 {
            return Ok(Term::pid(number));
        }
        let numbers = [number as usize, serial as usize];
        Ok(self.arena.external(Boxed::ExternalPid, node, creation as usize, &numbers)?)
    }

    /// A port of a number in 32 bits or twice as many.
    fn port(&mut self, words: usize, creation: Creation) -> Result<Term<'h>, Cause> {
        let node = self.atom()?;
        let high = if words == 2 { self.input.u32()? } else { 0 };
        let low = self.input.u32()?;
        let creation = self.creation(creation)?;
        if self.is_local(node, creation) && high == 0 && low < 1 << 28 {
            return Ok(Term::port(low));
        }
        let numbers = [high as usize, low as usize];
        Ok(self.arena.external(Boxed::ExternalPort, node, creation as usize, &numbers)?)
    }

    fn old_reference(&mut self) -> Result<Term<'h>, Cause> {
        let (node, number) = (self.atom()?, self.input.u32()?);
        let creation = self.creation(Creation::Byte)?;
        if number >> OLD_REFERENCE_BITS != 0 {
            return Err(Cause::Malformed);
        }
        self.made_reference(node, creation, &[number as usize])
    }

    fn reference(&mut self, creation: Creation) -> Result<Term<'h>, Cause> {
        let count = self.input.u16()?;
        let node = self.atom()?;
        let old = matches!(creation, Creation::Byte);
        let creation = self.creation(creation)?;
        let mut numbers = [0; 5];
        let numbers =
            numbers.get_mut(..count).filter(|numbers| !numbers.is_empty()).ok_or(Cause::Malformed)?;
        for number in numbers.iter_mut() {
            *number = self.input.u32()? as usize;
        }
        if old && numbers[0] >> OLD_REFERENCE_BITS != 0 {
            return Err(Cause::Malformed);
        }
        self.made_reference(node, creation, numbers)
    }

    fn made_reference(&self, node: Atom, creation: u32, numbers: &[usize]) -> Result<Term<'h>, Cause> {
        if self.is_local(node, creation) && numbers.len() <= 3 {
            let number = |place: usize| numbers.get(place).copied().unwrap_or(0);
            return Ok(self.arena.reference([number(0), number(1), number(2)])?);
        }
        Ok(self.arena.external(Boxed::ExternalReference, node, creation as usize, numbers)?)
    }
}

/// The greatest creation there was when it had a byte, of which two bits were used.
const MAX_BYTE_CREATION: u8 = 3;
/// Bits of a reference's first number in the forms that have such a creation.
const OLD_REFERENCE_BITS: u32 = 18;

/// How many bits the number of a local pid has: what a word has room for, and no more than 32.
const PID_BITS: u32 = if cfg!(target_pointer_width = "64") { 32 } else { 28 };

/// How many bits a creation takes.
#[derive(Clone, Copy)]
enum Creation {
    Byte,
    Word,
}
