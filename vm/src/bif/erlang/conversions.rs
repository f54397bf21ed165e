//! Atoms, integers and floats as text, and back: lists of characters and binaries.
//!
//! Invariants: text that is too long for an atom, and digits beyond the greatest integer, are `system_limit`;
//! whatever else is no such text is `badarg`.
//! Deliberately absent: how digits are made and read (`term::integer`, `term::text`).

use alloc::string::String;
use alloc::vec::Vec;

use crate::atom::{Atom, MAX_CHARACTERS, names};
use crate::bif::{Context, argument};
use crate::heap::{Arena, Built};
use crate::process::{Fault, Native};
use crate::term::{Term, integer, text};

crate::bifs! {
    "erlang";
    /// The characters of an atom.
    plain "atom_to_list"/1 => atom_to_list;
    /// The name of an atom in UTF-8.
    plain "atom_to_binary"/1 => atom_to_binary;
    /// The name of an atom in an encoding.
    plain "atom_to_binary"/2 => atom_to_binary_in;
    /// The atom of these characters.
    plain "list_to_atom"/1 => list_to_atom;
    /// The atom of these characters, if there is one already.
    plain "list_to_existing_atom"/1 => list_to_existing_atom;
    /// The atom of this name in UTF-8.
    plain "binary_to_atom"/1 => binary_to_atom;
    /// The atom of this name in an encoding.
    plain "binary_to_atom"/2 => binary_to_atom_in;
    /// The atom of this name in UTF-8, if there is one already.
    plain "binary_to_existing_atom"/1 => binary_to_existing_atom;
    /// The atom of this name in an encoding, if there is one already.
    plain "binary_to_existing_atom"/2 => binary_to_existing_atom_in;
    /// The digits of an integer.
    plain "integer_to_list"/1 => integer_to_list;
    /// The digits of an integer in a base of 2 to 36.
    plain "integer_to_list"/2 => integer_to_list_of;
    /// The digits of an integer.
    plain "integer_to_binary"/1 => integer_to_binary;
    /// The digits of an integer in a base of 2 to 36.
    plain "integer_to_binary"/2 => integer_to_binary_of;
    /// The integer of these digits.
    plain "list_to_integer"/1 => list_to_integer;
    /// The integer of these digits in a base of 2 to 36.
    plain "list_to_integer"/2 => list_to_integer_of;
    /// The integer of these digits.
    plain "binary_to_integer"/1 => binary_to_integer;
    /// The integer of these digits in a base of 2 to 36.
    plain "binary_to_integer"/2 => binary_to_integer_of;
    /// A float with twenty digits and an exponent.
    plain "float_to_list"/1 => float_to_list;
    /// A float in the form that the options say.
    plain "float_to_list"/2 => float_to_list_with;
    /// A float with twenty digits and an exponent.
    plain "float_to_binary"/1 => float_to_binary;
    /// A float in the form that the options say.
    plain "float_to_binary"/2 => float_to_binary_with;
    /// The float of this text.
    plain "list_to_float"/1 => list_to_float;
    /// The float of this text.
    plain "binary_to_float"/1 => binary_to_float;
}

/// Text becomes a list of characters or a binary.
type Make<'h> = fn(&'h Arena, &str) -> Built<'h>;

fn as_binary<'h>(arena: &'h Arena, text: &str) -> Built<'h> {
    arena.bytes(text.as_bytes())
}

fn as_list<'h>(arena: &'h Arena, text: &str) -> Built<'h> {
    arena.string(text)
}

/// How a name is written in bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Latin1,
}

impl Encoding {
    fn of<'h>(term: Term<'h>) -> Result<Self, Fault<'h>> {
        match term.as_atom() {
            Some(names::utf8 | names::unicode) => Ok(Encoding::Utf8),
            Some(names::latin1) => Ok(Encoding::Latin1),
            _ => Err(Fault::badarg()),
        }
    }
}

fn name_of<'h>(context: Context<'h>, atom: Term<'h>) -> Result<&'static str, Fault<'h>> {
    Ok(context.system.atoms.name(argument::atom(atom)?))
}

fn atom_to_list<'h>(context: Context<'h>, [atom]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.string(name_of(context, atom)?)?)
}

fn atom_to_binary<'h>(context: Context<'h>, [atom]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.bytes(name_of(context, atom)?.as_bytes())?)
}

fn atom_to_binary_in<'h>(context: Context<'h>, [atom, encoding]: [Term<'h>; 2]) -> Native<'h> {
    let name = name_of(context, atom)?;
    if Encoding::of(encoding)? == Encoding::Utf8 {
        return atom_to_binary(context, [atom]);
    }
    let latin1: Result<Vec<u8>, _> =
        name.chars().map(|character| u8::try_from(u32::from(character))).collect();
    Ok(context.arena.bytes(&latin1.map_err(|_| Fault::badarg())?)?)
}

/// The characters of a list.
pub fn characters<'h>(list: Term<'h>) -> Result<String, Fault<'h>> {
    let mut text = String::new();
    text.try_reserve(list.list_length().ok_or(Fault::badarg())?).map_err(|_| Fault::system_limit())?;
    for element in list.list() {
        let character =
            element.as_usize().and_then(|number| u32::try_from(number).ok()).and_then(char::from_u32);
        text.push(character.ok_or(Fault::badarg())?);
    }
    Ok(text)
}

/// The characters of a binary.
fn decoded<'h>(binary: Term<'h>, encoding: Encoding) -> Result<String, Fault<'h>> {
    let bytes = argument::bytes(binary)?;
    match encoding {
        Encoding::Utf8 => String::from_utf8(bytes.into_owned()).map_err(|_| Fault::badarg()),
        Encoding::Latin1 => Ok(bytes.iter().map(|byte| char::from(*byte)).collect()),
    }
}

fn made<'h>(context: Context<'h>, name: &str) -> Native<'h> {
    context.system.atoms.intern(name).map(Term::atom).ok_or(Fault::system_limit())
}

fn existing<'h>(context: Context<'h>, name: &str) -> Native<'h> {
    let atom: Option<Atom> = context.system.atoms.existing(name);
    atom.map(Term::atom).ok_or(Fault::badarg())
}

fn list_to_atom<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    made(context, &characters(list)?)
}

fn list_to_existing_atom<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    existing(context, &characters(list)?)
}

fn binary_to_atom<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    atom_of_binary(context, binary, Encoding::Utf8)
}

fn binary_to_atom_in<'h>(context: Context<'h>, [binary, encoding]: [Term<'h>; 2]) -> Native<'h> {
    atom_of_binary(context, binary, Encoding::of(encoding)?)
}

/// More bytes than any atom has are too many before they are no characters.
fn atom_of_binary<'h>(context: Context<'h>, binary: Term<'h>, encoding: Encoding) -> Native<'h> {
    if matches!(encoding, Encoding::Utf8) && argument::bytes(binary)?.len() > MAX_CHARACTERS * 4 {
        return Err(Fault::system_limit());
    }
    made(context, &decoded(binary, encoding)?)
}

fn binary_to_existing_atom<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    existing(context, &decoded(binary, Encoding::Utf8)?)
}

fn binary_to_existing_atom_in<'h>(context: Context<'h>, [binary, encoding]: [Term<'h>; 2]) -> Native<'h> {
    existing(context, &decoded(binary, Encoding::of(encoding)?)?)
}

const TEN: Term<'static> = Term::small_number(10);

fn radix<'h>(base: Term<'h>) -> Result<u32, Fault<'h>> {
    base.as_usize().filter(|base| (2..=36).contains(base)).map(|base| base as u32).ok_or(Fault::badarg())
}

fn digits<'h>([value, base]: [Term<'h>; 2]) -> Result<Vec<u8>, Fault<'h>> {
    Ok(integer::to_text(argument::integer(value)?, radix(base)?, true))
}

fn integer_to_list<'h>(context: Context<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    integer_to_list_of(context, [value, TEN])
}

fn integer_to_list_of<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    Ok(context.arena.byte_list(&digits(arguments)?)?)
}

fn integer_to_binary<'h>(context: Context<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    integer_to_binary_of(context, [value, TEN])
}

fn integer_to_binary_of<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    Ok(context.arena.bytes(&digits(arguments)?)?)
}

fn parsed<'h>(context: Context<'h>, text: &[u8], base: Term<'h>) -> Native<'h> {
    Ok(integer::parse(context.arena, text, radix(base)?).ok_or(Fault::badarg())??)
}

fn list_to_integer<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    list_to_integer_of(context, [list, TEN])
}

fn list_to_integer_of<'h>(context: Context<'h>, [list, base]: [Term<'h>; 2]) -> Native<'h> {
    parsed(context, &argument::byte_list(list)?, base)
}

fn binary_to_integer<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    binary_to_integer_of(context, [binary, TEN])
}

fn binary_to_integer_of<'h>(context: Context<'h>, [binary, base]: [Term<'h>; 2]) -> Native<'h> {
    parsed(context, &argument::bytes(binary)?, base)
}

/// The form of a float's text.
#[derive(Clone, Copy)]
enum Form {
    Scientific(usize),
    Decimals(usize),
    Short,
}

/// The float's text in the form of the last option that names one.
fn float_text<'h>(float: Term<'h>, options: Term<'h>) -> Result<String, Fault<'h>> {
    let value = float.as_float().ok_or(Fault::badarg())?;
    let (mut form, mut compact) = (Form::Scientific(text::DEFAULT_SCIENTIFIC), false);
    for option in argument::list(options)? {
        match (option.as_atom(), option.as_tuple()) {
            (Some(names::compact), _) => compact = true,
            (Some(names::short), _) => form = Form::Short,
            (_, Some([name, count])) => form = form_of(*name, *count)?,
            _ => return Err(Fault::badarg()),
        }
    }
    let text = match form {
        Form::Scientific(digits) => text::scientific(value, digits),
        Form::Decimals(digits) => text::decimals(value, digits, compact),
        Form::Short => Some(text::short(value)),
    };
    text.ok_or(Fault::badarg())
}

fn form_of<'h>(name: Term<'h>, digits: Term<'h>) -> Result<Form, Fault<'h>> {
    let count = digits.as_usize();
    match (name.as_atom(), count) {
        (Some(names::decimals), Some(digits)) if digits <= text::MAX_DECIMALS => Ok(Form::Decimals(digits)),
        (Some(names::scientific), Some(digits)) if digits <= text::MAX_SCIENTIFIC => {
            Ok(Form::Scientific(digits))
        }
        // As C prints a precision below zero.
        (Some(names::scientific), None)
            if digits.as_small().is_some_and(|count| i32::try_from(count).is_ok()) =>
        {
            Ok(Form::Scientific(text::NEGATIVE_SCIENTIFIC))
        }
        _ => Err(Fault::badarg()),
    }
}

fn float_with<'h>(context: Context<'h>, [float, options]: [Term<'h>; 2], make: Make<'h>) -> Native<'h> {
    Ok(make(context.arena, &float_text(float, options)?)?)
}

fn float_to_list<'h>(context: Context<'h>, [float]: [Term<'h>; 1]) -> Native<'h> {
    float_with(context, [float, Term::NIL], as_list)
}

fn float_to_list_with<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    float_with(context, arguments, as_list)
}

fn float_to_binary<'h>(context: Context<'h>, [float]: [Term<'h>; 1]) -> Native<'h> {
    float_with(context, [float, Term::NIL], as_binary)
}

fn float_to_binary_with<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    float_with(context, arguments, as_binary)
}

fn list_to_float<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.float(text::parse(&argument::byte_list(list)?).ok_or(Fault::badarg())?)?)
}

fn binary_to_float<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.float(text::parse(&argument::bytes(binary)?).ok_or(Fault::badarg())?)?)
}
