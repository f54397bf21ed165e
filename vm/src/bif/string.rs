//! Native functions of module `string`: the number a list begins with.
//!
//! Invariant: a list is read as far as the number may go and no further, so what follows may be anything.

use alloc::vec::Vec;

use super::Context;
use crate::atom::names;
use crate::process::{Fault, Native};
use crate::term::{Term, integer, text};

crate::bifs! {
    "string";
    /// The integer a list begins with and what follows, or `{error, Reason}`.
    plain "list_to_integer"/1 => list_to_integer;
    /// The float a list begins with and what follows, or `{error, Reason}`.
    plain "list_to_float"/1 => list_to_float;
}

/// The ASCII characters a list begins with, as many as the number takes, read one by one.
pub(super) struct Reader<'h> {
    /// What was not read.
    pub(super) rest: Term<'h>,
    /// What was.
    pub(super) text: Vec<u8>,
}

impl<'h> Reader<'h> {
    /// A reader at the beginning of a list.
    pub(super) fn new(list: Term<'h>) -> Self {
        Reader { rest: list, text: Vec::new() }
    }

    /// Takes a sign, if there is one.
    pub(super) fn sign(&mut self) -> Result<bool, Fault<'h>> {
        self.take(is_sign)
    }

    /// Takes digits of a base; whether there was one at least.
    pub(super) fn digits_of(&mut self, radix: u32) -> Result<bool, Fault<'h>> {
        let is_digit = |byte| char::from(byte).is_digit(radix);
        let some = self.take(is_digit)?;
        while self.take(is_digit)? {}
        Ok(some)
    }

    /// Takes the next character if it is one of those that `wanted` knows.
    fn take(&mut self, wanted: impl Fn(u8) -> bool) -> Result<bool, Fault<'h>> {
        let Some(cons) = self.rest.as_cons() else { return Ok(false) };
        let byte = cons.head().as_small().and_then(|number| u8::try_from(number).ok());
        let Some(byte) = byte.filter(|byte| wanted(*byte)) else { return Ok(false) };
        self.text.try_reserve(1).map_err(|_| Fault::system_limit())?;
        self.text.push(byte);
        self.rest = cons.tail();
        Ok(true)
    }

    /// Takes digits; whether there was one at least.
    fn digits(&mut self) -> Result<bool, Fault<'h>> {
        self.digits_of(10)
    }
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b'+' | b'-')
}

fn failed<'h>(context: Context<'h>, reason: &str) -> Native<'h> {
    let reason = context.system.atoms.intern(reason).ok_or(Fault::system_limit())?;
    Ok(context.arena.tuple(&[Term::atom(names::error), Term::atom(reason)])?)
}

fn list_to_integer<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    if !list.is_nil() && list.as_cons().is_none() {
        return failed(context, "not_a_list");
    }
    let mut reader = Reader::new(list);
    reader.sign()?;
    if !reader.digits()? {
        return failed(context, "no_integer");
    }
    let value = integer::parse(context.arena, &reader.text, 10).ok_or(Fault::badarg())??;
    Ok(context.arena.tuple(&[value, reader.rest])?)
}

fn list_to_float<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    if !list.is_nil() && list.as_cons().is_none() {
        return failed(context, "not_a_list");
    }
    let mut reader = Reader::new(list);
    reader.sign()?;
    if !(reader.digits()? && reader.take(|byte| matches!(byte, b'.' | b','))? && reader.digits()?) {
        return failed(context, "no_float");
    }
    let (whole, rest) = (reader.text.len(), reader.rest);
    let exponent = reader.take(|byte| matches!(byte, b'e' | b'E'))? && {
        reader.sign()?;
        reader.digits()?
    };
    if !exponent {
        reader.text.truncate(whole);
        reader.rest = rest;
    }
    match text::parse(&reader.text) {
        Some(value) => Ok(context.arena.tuple(&[context.arena.float(value)?, reader.rest])?),
        None => failed(context, "no_float"),
    }
}
