//! Native functions of module `unicode`: nested lists and encoded binaries.
//!
//! Invariants: nothing recurses into a list; a character that a binary begins may be ended by the next binary.
//! What is not converted is given back as it stands in the argument, with the lists around it.
//! Deliberately absent: other encodings than UTF-8 and Latin-1; for those the functions go on in Erlang.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Callee, Context, Control, argument};
use crate::atom::{Atom, names};
use crate::process::{Fault, Native};
use crate::term::{Bits, Kind, Term};

crate::bifs! {
    "unicode";
    /// The characters in UTF-8, or what could be converted and the rest.
    control "characters_to_binary"/2 => to_binary;
    /// The characters as a list, or what could be converted and the rest.
    control "characters_to_list"/2 => to_list;
    /// Whether a binary holds ASCII only.
    plain "bin_is_7bit"/1 => is_ascii;
}

type Flow<'h> = Result<Control<'h>, Fault<'h>>;

/// How far a conversion came.
enum Outcome<'h> {
    Done,
    /// The rest does not begin with a character.
    Error(Term<'h>),
    /// The end of the last binary begins a character.
    Incomplete(Term<'h>),
}

/// A conversion under way.
struct Conversion<'h> {
    context: Context<'h>,
    latin1: bool,
    text: String,
    /// The bytes of a character that the next binary must end.
    begun: Vec<u8>,
    /// What follows the lists we are in, the outermost first.
    follows: Vec<Term<'h>>,
    /// What is left of the list we are in.
    rest: Term<'h>,
}

/// Bytes of a UTF-8 character by its first; `None` for a byte that begins none.
const fn size_by(first: u8) -> Option<usize> {
    match first {
        0..0x80 => Some(1),
        0xc0..0xe0 => Some(2),
        0xe0..0xf0 => Some(3),
        0xf0..0xf8 => Some(4),
        _ => None,
    }
}

/// What stands at the front of bytes.
enum Front {
    Character(char),
    /// A byte that begins a character of more bytes than there are, whatever those are.
    Begun,
    Malformed,
}

fn front(bytes: &[u8]) -> Front {
    let Some(size) = bytes.first().and_then(|first| size_by(*first)) else { return Front::Malformed };
    let Some(there) = bytes.get(..size) else { return Front::Begun };
    match core::str::from_utf8(there).ok().and_then(|text| text.chars().next()) {
        Some(character) => Front::Character(character),
        None => Front::Malformed,
    }
}

/// `badarg` unless a term is a nested list of integers and binaries.
fn check<'h>(data: Term<'h>) -> Result<(), Fault<'h>> {
    let is_binary = |bits: Bits<'h>| bits.length().is_multiple_of(8);
    let mut follows: Vec<Term<'h>> = Vec::new();
    let mut next = Some(data);
    while let Some(mut rest) = next {
        while let Some(cons) = rest.as_cons() {
            rest = cons.tail();
            match cons.head().kind() {
                Kind::Small(_) | Kind::Nil => {}
                // No character, and what is behind it is not looked at.
                Kind::Big(_) => return Ok(()),
                Kind::Bits(bits) if is_binary(bits) => {}
                Kind::Cons(_) => {
                    follows.push(rest);
                    rest = cons.head();
                }
                _ => return Err(Fault::badarg()),
            }
        }
        match rest.kind() {
            Kind::Nil => {}
            Kind::Bits(bits) if is_binary(bits) => {}
            _ => return Err(Fault::badarg()),
        }
        next = follows.pop();
    }
    Ok(())
}

impl<'h> Conversion<'h> {
    /// What is left, in the lists it stands in.
    fn left(&self) -> Native<'h> {
        let mut left = self.rest;
        for follows in self.follows.iter().rev() {
            left = self.context.arena.cons(left, *follows)?;
        }
        Ok(left)
    }

    fn error(&self) -> Result<Outcome<'h>, Fault<'h>> {
        if self.begun.is_empty() {
            return Ok(Outcome::Error(self.left()?));
        }
        let begun = self.context.arena.bytes(&self.begun)?;
        if self.rest.is_nil() && self.follows.is_empty() {
            return Ok(Outcome::Error(begun));
        }
        Ok(Outcome::Error(self.context.arena.list(&[begun, self.left()?])?))
    }

    /// The end is there, and the last character is not.
    fn ended_early(&self) -> Result<Outcome<'h>, Fault<'h>> {
        let begun = self.context.arena.bytes(&self.begun)?;
        let may_go_on = self.begun[1..].iter().all(|byte| byte & 0xc0 == 0x80);
        Ok(if may_go_on { Outcome::Incomplete(begun) } else { Outcome::Error(begun) })
    }

    fn run(&mut self) -> Result<Outcome<'h>, Fault<'h>> {
        loop {
            if self.rest.is_nil() {
                match self.follows.pop() {
                    Some(follows) => self.rest = follows,
                    None if self.begun.is_empty() => return Ok(Outcome::Done),
                    None => return self.ended_early(),
                }
                continue;
            }
            let at = self.rest;
            let (element, after) = match at.as_cons() {
                Some(cons) => (cons.head(), Some(cons.tail())),
                None => (at, None),
            };
            match element.kind() {
                Kind::Cons(_) => {
                    self.follows.push(after.unwrap_or(Term::NIL));
                    self.rest = element;
                }
                Kind::Nil => self.rest = after.unwrap_or(Term::NIL),
                Kind::Bits(bits) => {
                    if let Some(outcome) = self.binary(element, bits, after)? {
                        return Ok(outcome);
                    }
                }
                _ => match self.character(element) {
                    Some(character) => {
                        self.text.push(character);
                        self.rest = after.unwrap_or(Term::NIL);
                    }
                    None => return self.error(),
                },
            }
        }
    }

    /// The character of an integer that may stand here.
    fn character(&self, element: Term<'h>) -> Option<char> {
        let number = element.as_usize().and_then(|number| u32::try_from(number).ok())?;
        let character = char::from_u32(number)?;
        (self.begun.is_empty() && !(self.latin1 && number > 0xff)).then_some(character)
    }

    /// Takes in a binary, which is `self.rest` or its first element; an outcome when it ends the conversion.
    fn binary(
        &mut self,
        binary: Term<'h>,
        bits: Bits<'h>,
        after: Option<Term<'h>>,
    ) -> Result<Option<Outcome<'h>>, Fault<'h>> {
        let bytes = argument::bytes(binary)?;
        self.text.try_reserve(bytes.len()).map_err(|_| Fault::system_limit())?;
        let next = after.unwrap_or(Term::NIL);
        if self.latin1 {
            self.text.extend(bytes.iter().map(|byte| char::from(*byte)));
            self.rest = next;
            return Ok(None);
        }
        let mut place = 0;
        if let Some(size) = self.begun.first().and_then(|first| size_by(*first)) {
            let missing = size - self.begun.len();
            let mut joined = self.begun.clone();
            joined.extend(&bytes[..missing.min(bytes.len())]);
            match front(&joined) {
                Front::Character(character) => self.text.push(character),
                Front::Malformed => return self.error().map(Some),
                Front::Begun => {
                    (self.begun, self.rest) = (joined, next);
                    return Ok(None);
                }
            }
            self.begun.clear();
            place = missing;
        }
        place += self.valid(&bytes[place..]);
        self.rest = next;
        match front(&bytes[place..]) {
            _ if place == bytes.len() => Ok(None),
            Front::Begun => {
                self.begun.extend_from_slice(&bytes[place..]);
                Ok(None)
            }
            _ => {
                let left = self.context.arena.sub_bits(binary, place * 8, bits.length() - place * 8)?;
                self.rest = match after {
                    Some(after) => self.context.arena.cons(left, after)?,
                    None => left,
                };
                self.error().map(Some)
            }
        }
    }

    /// Takes in the characters at the front of bytes, and gives how many bytes they took.
    fn valid(&mut self, bytes: &[u8]) -> usize {
        let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        self.text.push_str(valid);
        valid.len()
    }
}

/// Whether an encoding is Latin-1; `None` when it is neither that nor UTF-8.
fn is_latin1(encoding: Term<'_>) -> Option<bool> {
    match encoding.as_atom() {
        Some(names::latin1) => Some(true),
        Some(names::unicode | names::utf8) => Some(false),
        _ => None,
    }
}

fn convert<'h>(
    context: Context<'h>,
    data: Term<'h>,
    latin1: bool,
    make: fn(Context<'h>, &str) -> Native<'h>,
) -> Native<'h> {
    check(data)?;
    let mut conversion = Conversion {
        context,
        latin1,
        text: String::new(),
        begun: Vec::new(),
        follows: Vec::new(),
        rest: data,
    };
    let outcome = conversion.run()?;
    let made = make(context, &conversion.text)?;
    let told = |what: Atom, rest| Ok(context.arena.tuple(&[Term::atom(what), made, rest])?);
    match outcome {
        Outcome::Done => Ok(made),
        Outcome::Error(rest) => told(names::error, rest),
        Outcome::Incomplete(rest) => {
            told(context.system.atoms.intern("incomplete").ok_or(Fault::system_limit())?, rest)
        }
    }
}

/// All characters of nested lists and binaries in UTF-8, or `badarg`.
pub fn text<'h>(context: Context<'h>, data: Term<'h>) -> Result<String, Fault<'h>> {
    check(data)?;
    let mut conversion = Conversion {
        context,
        latin1: false,
        text: String::new(),
        begun: Vec::new(),
        follows: Vec::new(),
        rest: data,
    };
    match conversion.run()? {
        Outcome::Done => Ok(conversion.text),
        Outcome::Error(_) | Outcome::Incomplete(_) => Err(Fault::badarg()),
    }
}

/// The function of module `unicode` in Erlang that goes on, for an encoding that it may know.
fn elsewhere<'h>(context: Context<'h>, function: &str, arguments: &[Term<'h>]) -> Flow<'h> {
    let atom = |name| context.system.atoms.intern(name).ok_or(Fault::system_limit());
    let [_, encoding, ..] = arguments else { return Err(Fault::badarg()) };
    let name = encoding.as_tuple().and_then(|tuple| tuple.first()).unwrap_or(encoding).as_atom();
    if !name.is_some_and(|name| matches!(context.system.atoms.name(name), "utf16" | "utf32")) {
        return Err(Fault::badarg());
    }
    Ok(Control::Apply(Callee::Function(atom("unicode")?, atom(function)?), arguments.to_vec()))
}

fn to_binary<'h>(context: Context<'h>, [data, encoding]: [Term<'h>; 2]) -> Flow<'h> {
    let Some(latin1) = is_latin1(encoding) else {
        return elsewhere(context, "characters_to_binary", &[data, encoding, Term::atom(names::utf8)]);
    };
    // A binary alone in a list is that binary: what is left of it stands in no list.
    let alone = data.as_cons().filter(|cons| cons.tail().is_nil() && cons.head().as_bits().is_some());
    let data = alone.map_or(data, |cons| cons.head());
    let bytes = |context: Context<'h>, text: &str| Ok(context.arena.bytes(text.as_bytes())?);
    Ok(Control::Value(convert(context, data, latin1, bytes)?))
}

fn to_list<'h>(context: Context<'h>, [data, encoding]: [Term<'h>; 2]) -> Flow<'h> {
    let Some(latin1) = is_latin1(encoding) else {
        return elsewhere(context, "other_characters_to_list", &[data, encoding]);
    };
    let list = |context: Context<'h>, text: &str| Ok(context.arena.string(text)?);
    Ok(Control::Value(convert(context, data, latin1, list)?))
}

fn is_ascii<'h>(_: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::boolean(argument::binary(binary).is_ok_and(|bits| bits.bytes().all(|byte| byte.is_ascii()))))
}
