//! Message authentication codes: HMAC, CMAC, Poly1305; and keys of passwords.
//!
//! Invariant: a state is used up by its code.

use alloc::vec::Vec;

use poly1305::Poly1305;
use poly1305::universal_hash::KeyInit;

use super::block::Block;
use super::digest::Digest;
use super::{MOST_BYTES, cipher, data, name, wrong};
use crate::bif::{Context, argument};
use crate::heap::Resource;
use crate::process::{Fault, Native};
use crate::sync::Guarded;
use crate::term::Term;

/// Bytes a state takes, about.
const STATE_BYTES: usize = 512;

/// A code under way.
pub(super) enum Mac {
    Hmac(Hmac),
    /// The cipher and all that is to be vouched for.
    Cmac(Block, Vec<u8>),
    Poly1305(Vec<u8>, Vec<u8>),
}

type State = Guarded<Option<Mac>>;

/// A digest under a key.
#[derive(Clone)]
pub(super) struct Hmac {
    inner: Digest,
    outer: Digest,
}

impl Hmac {
    pub fn new(digest: &Digest, key: &[u8]) -> Hmac {
        let mut key = if key.len() > digest.block {
            let mut short = digest.clone();
            short.update(key);
            short.finish()
        } else {
            key.to_vec()
        };
        key.resize(digest.block, 0);
        let keyed = |mask: u8| {
            let mut digest = digest.clone();
            digest.update(&key.iter().map(|byte| byte ^ mask).collect::<Vec<u8>>());
            digest
        };
        Hmac { inner: keyed(0x36), outer: keyed(0x5c) }
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.outer.update(&self.inner.finish());
        self.outer.finish()
    }
}

impl Mac {
    fn update(&mut self, bytes: &[u8]) {
        match self {
            Mac::Hmac(hmac) => hmac.inner.update(bytes),
            Mac::Cmac(_, all) | Mac::Poly1305(_, all) => all.extend_from_slice(bytes),
        }
    }

    fn finish(self) -> Vec<u8> {
        match self {
            Mac::Hmac(hmac) => hmac.finish(),
            Mac::Cmac(block, all) => cmac(&block, &all),
            Mac::Poly1305(key, all) => match Poly1305::new_from_slice(&key) {
                Ok(poly) => poly.compute_unpadded(&all).to_vec(),
                Err(_) => Vec::new(),
            },
        }
    }
}

/// Twice a number of the field that CMAC works in.
fn doubled(bytes: &mut [u8]) {
    let carried = bytes[0] >> 7;
    for place in 0..bytes.len() {
        let next = bytes.get(place + 1).map_or(0, |byte| byte >> 7);
        bytes[place] = bytes[place] << 1 | next;
    }
    let polynomial = if bytes.len() == 16 { 0x87 } else { 0x1b };
    if let Some(last) = bytes.last_mut() {
        *last ^= carried * polynomial;
    }
}

fn cmac(block: &Block, all: &[u8]) -> Vec<u8> {
    let size = block.size();
    let mut subkey = alloc::vec![0; size];
    block.encrypt(&mut subkey);
    doubled(&mut subkey);
    let whole = !all.is_empty() && all.len().is_multiple_of(size);
    let mut padded = all.to_vec();
    if !whole {
        doubled(&mut subkey);
        padded.push(0x80);
        padded.resize(padded.len().next_multiple_of(size), 0);
    }
    let last = padded.len() - size;
    padded[last..].iter_mut().zip(&subkey).for_each(|(byte, key)| *byte ^= key);
    let mut code = alloc::vec![0; size];
    for part in padded.chunks(size) {
        code.iter_mut().zip(part).for_each(|(code, byte)| *code ^= byte);
        block.encrypt(&mut code);
    }
    code
}

fn begun<'h>(context: Context<'h>, kind: Term<'h>, sub: Term<'h>, key: Term<'h>) -> Result<Mac, Fault<'h>> {
    let bad = |line, text| wrong(context, "badarg", ("mac.rs", line), text);
    let key = data(key).map_err(|_| bad(line!(), "Bad key"))?;
    match name(context, kind) {
        "hmac" => {
            let digest = Digest::of(name(context, sub));
            let digest = digest.ok_or_else(|| bad(line!(), "Bad digest algorithm for HMAC"))?;
            Ok(Mac::Hmac(Hmac::new(&digest, &key)))
        }
        "cmac" => {
            let known = cipher::find(name(context, sub), key.len());
            let known = known.filter(|(_, fits)| *fits).map(|(known, _)| known);
            let Some(known) = known else {
                let is_cipher = cipher::find(name(context, sub), key.len()).is_some();
                return Err(bad(line!(), if is_cipher { "Bad key size" } else { "Unknown cipher" }));
            };
            let block = known.block(&key).ok_or_else(|| bad(line!(), "Unknown cipher"))?;
            Ok(Mac::Cmac(block, Vec::new()))
        }
        "poly1305" if key.len() != 32 => Err(bad(line!(), "Bad key length")),
        "poly1305" => Ok(Mac::Poly1305(key, Vec::new())),
        _ => Err(bad(line!(), "Unknown mac algorithm")),
    }
}

pub(super) fn once<'h>(context: Context<'h>, [kind, sub, key, bytes]: [Term<'h>; 4]) -> Native<'h> {
    let bytes = data(bytes).map_err(|_| wrong(context, "badarg", ("mac.rs", line!()), "Bad text"))?;
    let mut mac = begun(context, kind, sub, key)?;
    mac.update(&bytes);
    Ok(context.arena.bytes(&mac.finish())?)
}

pub(super) fn init<'h>(context: Context<'h>, [kind, sub, key]: [Term<'h>; 3]) -> Native<'h> {
    let state: State = Guarded::new(Some(begun(context, kind, sub, key)?));
    let resource = Resource::new(state, STATE_BYTES);
    Ok(context.arena.handle(context.system.make_reference(), resource)?)
}

fn state<'h>(context: Context<'h>, term: Term<'h>) -> Result<&'h State, Fault<'h>> {
    let state = term.as_resource::<State>().filter(|state| state.borrow().is_some());
    state.ok_or_else(|| wrong(context, "badarg", ("mac.rs", line!()), "Bad ref"))
}

pub(super) fn update<'h>(context: Context<'h>, [handle, bytes]: [Term<'h>; 2]) -> Native<'h> {
    let state = state(context, handle)?;
    let bytes = data(bytes).map_err(|_| wrong(context, "badarg", ("mac.rs", line!()), "Bad text"))?;
    if let Some(mac) = &mut *state.borrow_mut() {
        mac.update(&bytes);
    }
    Ok(handle)
}

pub(super) fn finish<'h>(context: Context<'h>, [handle]: [Term<'h>; 1]) -> Native<'h> {
    let mac = state(context, handle)?.borrow_mut().take().ok_or(Fault::badarg())?;
    Ok(context.arena.bytes(&mac.finish())?)
}

/// Rounds times blocks of one call, at most.
const MOST_ROUNDS: u64 = 1 << 24;

pub(super) fn pbkdf2<'h>(
    context: Context<'h>,
    [kind, password, salt, rounds, length]: [Term<'h>; 5],
) -> Native<'h> {
    let bad = |line, text| wrong(context, "badarg", ("mac.rs", line), text);
    let digest = Digest::of(name(context, kind)).ok_or_else(|| bad(line!(), "Bad digest type"))?;
    let bytes = |term: Term<'h>, line| argument::bytes(term).map_err(|_| bad(line, "Not binary"));
    let (password, salt) = (bytes(password, line!())?, bytes(salt, line!())?);
    let count = |term: Term<'h>, text, line| {
        term.as_usize().filter(|count| *count > 0 && *count <= MOST_BYTES).ok_or_else(|| bad(line, text))
    };
    let rounds = count(rounds, "Not integer", line!())?;
    let length = count(length, "Not integer", line!())?;
    let blocks = length.div_ceil(digest.size());
    if blocks as u64 * rounds as u64 > MOST_ROUNDS {
        return Err(Fault::system_limit());
    }
    let hmac = Hmac::new(&digest, &password);
    let code = |parts: &[&[u8]]| {
        let mut hmac = hmac.clone();
        parts.iter().for_each(|part| hmac.inner.update(part));
        hmac.finish()
    };
    let mut key = Vec::new();
    for block in 1..=blocks as u32 {
        let mut round = code(&[&salt, &block.to_be_bytes()]);
        let mut sum = round.clone();
        for _ in 1..rounds {
            round = code(&[&round]);
            sum.iter_mut().zip(&round).for_each(|(sum, byte)| *sum ^= byte);
        }
        key.extend(sum);
    }
    key.truncate(length);
    Ok(context.arena.bytes(&key)?)
}
