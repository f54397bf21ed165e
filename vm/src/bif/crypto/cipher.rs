//! Ciphers: the modes of block ciphers, and ChaCha20.
//!
//! Invariant: what does not fill a block stays in the state; a state that ended is not used again.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher, StreamCipherSeek};

use super::block::Block;
use super::{data, fill_random, name, wrong};
use crate::bif::{Context, argument};
use crate::heap::Resource;
use crate::process::{Fault, Native};
use crate::sync::Guarded;
use crate::term::Term;

/// Bytes a state takes, about.
const STATE_BYTES: usize = 512;

/// How blocks follow each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mode {
    Ecb,
    Cbc,
    Cfb8,
    Cfb,
    Ofb,
    Ctr,
    Gcm,
    Ccm,
    ChaCha20,
    ChaCha20Poly1305,
}

/// A cipher that is known.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub mode: Mode,
    family: Family,
    pub key: usize,
    pub iv: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Aes,
    Des,
    Des3,
    ChaCha,
}

impl Known {
    pub fn block(self, key: &[u8]) -> Option<Block> {
        match self.family {
            Family::Aes => Block::aes(key),
            Family::Des => Block::des(key),
            Family::Des3 => Block::des3(key),
            Family::ChaCha => None,
        }
    }
}

/// The cipher of a name and whether a key of such a length fits it.
pub(super) fn find(name: &str, key: usize) -> Option<(Known, bool)> {
    let known = |mode, family, key, iv| Some(Known { mode, family, key, iv });
    let found = match name {
        "chacha20" => known(Mode::ChaCha20, Family::ChaCha, 32, 16),
        "chacha20_poly1305" => known(Mode::ChaCha20Poly1305, Family::ChaCha, 32, 12),
        "des_cbc" => known(Mode::Cbc, Family::Des, 8, 8),
        "des_ecb" => known(Mode::Ecb, Family::Des, 8, 0),
        "des_cfb" => known(Mode::Cfb8, Family::Des, 8, 8),
        "des_ede3_cbc" => known(Mode::Cbc, Family::Des3, 24, 8),
        "des_ede3_cfb" => known(Mode::Cfb8, Family::Des3, 24, 8),
        _ => {
            let rest = name.strip_prefix("aes_")?;
            let (length, rest) = match rest.split_once('_') {
                Some(("128", rest)) => (16, rest),
                Some(("192", rest)) => (24, rest),
                Some(("256", rest)) => (32, rest),
                _ => (if matches!(key, 16 | 24 | 32) { key } else { 0 }, rest),
            };
            let (mode, iv) = match rest {
                "ecb" => (Mode::Ecb, 0),
                "cbc" => (Mode::Cbc, 16),
                "cfb8" => (Mode::Cfb8, 16),
                "cfb128" => (Mode::Cfb, 16),
                "ofb" => (Mode::Ofb, 16),
                "ctr" => (Mode::Ctr, 16),
                "gcm" => (Mode::Gcm, 12),
                "ccm" => (Mode::Ccm, 12),
                _ => return None,
            };
            known(mode, Family::Aes, length, iv)
        }
    }?;
    Some((found, found.key == key))
}

/// What fills the last block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Padding {
    /// Nothing was said: what is left is dropped.
    Unsaid,
    /// Nothing: what is left is an error.
    None,
    Pkcs,
    Zero,
    Random,
}

/// A cipher under way.
struct Cipher {
    engine: Engine,
    encrypts: bool,
    padding: Padding,
    pending: Vec<u8>,
}

enum Engine {
    Blocks(Block, Mode, Vec<u8>),
    /// The same with a stream of bytes made of blocks: what is left of the block, from where.
    Stream(Block, Mode, Vec<u8>, Vec<u8>, usize),
    ChaCha20(Box<ChaCha20>),
}

type State = Guarded<Option<Cipher>>;

impl Cipher {
    fn size(&self) -> usize {
        match &self.engine {
            Engine::Blocks(block, ..) => block.size(),
            _ => 1,
        }
    }

    /// More data through the cipher; the last block of what is decrypted waits where it may be padding.
    fn update(&mut self, bytes: &[u8]) -> Vec<u8> {
        match &mut self.engine {
            Engine::ChaCha20(cipher) => {
                let mut out = bytes.to_vec();
                cipher.apply_keystream(&mut out);
                return out;
            }
            Engine::Stream(block, mode, chain, left, used) => {
                return stream(block, *mode, (chain, left, used), bytes, self.encrypts);
            }
            Engine::Blocks(..) => {}
        }
        self.pending.extend_from_slice(bytes);
        let size = self.size();
        let mut whole = self.pending.len() / size * size;
        if !self.encrypts && self.padding == Padding::Pkcs && whole == self.pending.len() && whole > 0 {
            whole -= size;
        }
        let mut out: Vec<u8> = self.pending.drain(..whole).collect();
        self.blocks(&mut out);
        out
    }

    fn blocks(&mut self, bytes: &mut [u8]) {
        let encrypts = self.encrypts;
        let Engine::Blocks(block, mode, chain) = &mut self.engine else { return };
        for part in bytes.chunks_exact_mut(block.size()) {
            match (*mode, encrypts) {
                (Mode::Cbc, true) => {
                    part.iter_mut().zip(&*chain).for_each(|(byte, chain)| *byte ^= chain);
                    block.encrypt(part);
                    chain.copy_from_slice(part);
                }
                (Mode::Cbc, false) => {
                    let before = part.to_vec();
                    block.decrypt(part);
                    part.iter_mut().zip(&*chain).for_each(|(byte, chain)| *byte ^= chain);
                    *chain = before;
                }
                (_, true) => block.encrypt(part),
                (_, false) => block.decrypt(part),
            }
        }
    }

    /// What is left; or what is wrong with it.
    fn finish(&mut self, context: Context<'_>) -> Result<Vec<u8>, &'static str> {
        let size = self.size();
        let mut left = core::mem::take(&mut self.pending);
        if size == 1 {
            return Ok(left);
        }
        if !self.encrypts {
            return match self.padding {
                Padding::Pkcs => self.unpadded(left),
                Padding::None if !left.is_empty() => Err("Padding 'none' but unfilled last block"),
                _ => Ok(Vec::new()),
            };
        }
        let missing = size - left.len() % size;
        match self.padding {
            Padding::Unsaid => return Ok(Vec::new()),
            Padding::None if left.is_empty() => return Ok(Vec::new()),
            Padding::None => return Err("Padding 'none' but unfilled last block"),
            Padding::Zero | Padding::Random if left.is_empty() => return Ok(Vec::new()),
            Padding::Pkcs => left.resize(left.len() + missing, missing as u8),
            Padding::Zero => left.resize(left.len() + missing, 0),
            Padding::Random => {
                let start = left.len();
                left.resize(start + missing, 0);
                fill_random(context, &mut left[start..]);
            }
        }
        self.blocks(&mut left);
        Ok(left)
    }

    fn unpadded(&mut self, mut left: Vec<u8>) -> Result<Vec<u8>, &'static str> {
        const BAD: &str = "Can't finalize";
        let size = self.size();
        if left.len() != size {
            return Err(BAD);
        }
        self.blocks(&mut left);
        let count = usize::from(left[size - 1]);
        if count == 0 || count > size || left[size - count..].iter().any(|byte| usize::from(*byte) != count) {
            return Err(BAD);
        }
        left.truncate(size - count);
        Ok(left)
    }
}

/// Bytes through a mode that makes a stream of blocks.
fn stream(
    block: &Block,
    mode: Mode,
    (chain, left, used): (&mut Vec<u8>, &mut Vec<u8>, &mut usize),
    bytes: &[u8],
    encrypts: bool,
) -> Vec<u8> {
    let size = block.size();
    let mut out = Vec::with_capacity(bytes.len());
    for byte in bytes {
        if mode == Mode::Cfb8 {
            let mut key = chain.clone();
            block.encrypt(&mut key);
            let made = byte ^ key[0];
            chain.rotate_left(1);
            chain[size - 1] = if encrypts { made } else { *byte };
            out.push(made);
            continue;
        }
        if *used == size {
            left.copy_from_slice(chain);
            block.encrypt(left);
            *used = 0;
            match mode {
                Mode::Ctr => count_up(chain),
                Mode::Ofb => chain.copy_from_slice(left),
                _ => {}
            }
        }
        let made = byte ^ left[*used];
        if mode == Mode::Cfb {
            chain[*used] = if encrypts { made } else { *byte };
        }
        *used += 1;
        out.push(made);
    }
    out
}

/// The next number of a counter in bytes.
pub(super) fn count_up(counter: &mut [u8]) {
    for byte in counter.iter_mut().rev() {
        *byte = byte.wrapping_add(1);
        if *byte != 0 {
            return;
        }
    }
}

/// Whether it encrypts, and the padding: `true`, `false`, `undefined` or a list of options.
fn options<'h>(context: Context<'h>, term: Term<'h>) -> Result<(bool, Padding), Fault<'h>> {
    let bad = |line, text: &str| wrong(context, "badarg", ("cipher.rs", line), text);
    if let Some(encrypts) = term.as_bool() {
        return Ok((encrypts, Padding::Unsaid));
    }
    let (mut encrypts, mut padding) = (true, Padding::Unsaid);
    for option in
        argument::list(term).map_err(|_| bad(line!(), "Options are not a boolean or a proper list"))?
    {
        let Some([key, value]) = option.as_tuple() else {
            return Err(bad(line!(), "Options must be 2-tuples"));
        };
        match name(context, *key) {
            "encrypt" => {
                encrypts = value.as_bool().ok_or_else(|| bad(line!(), "Bad 'encrypt' option value"))?;
            }
            "padding" => {
                padding = match name(context, *value) {
                    "none" => Padding::None,
                    "pkcs_padding" => Padding::Pkcs,
                    "zero" => Padding::Zero,
                    "random" => Padding::Random,
                    _ => return Err(bad(line!(), "Bad 'padding' option value")),
                };
            }
            _ => return Err(bad(line!(), "Bad tag in option")),
        }
    }
    Ok((encrypts, padding))
}

fn begun<'h>(context: Context<'h>, [kind, key, iv, how]: [Term<'h>; 4]) -> Result<Cipher, Fault<'h>> {
    let bad = |line, text| wrong(context, "badarg", ("cipher.rs", line), text);
    let (encrypts, padding) = options(context, how)?;
    let key = data(key).map_err(|_| bad(line!(), "Bad key"))?;
    let iv = data(iv).map_err(|_| bad(line!(), "Bad iv type"))?;
    let (known, fits) = find(name(context, kind), key.len()).ok_or_else(|| bad(line!(), "Unknown cipher"))?;
    if matches!(known.mode, Mode::Gcm | Mode::Ccm | Mode::ChaCha20Poly1305) {
        return Err(bad(line!(), "Missing arguments for this AEAD cipher"));
    }
    if !fits {
        return Err(bad(line!(), "Bad key size"));
    }
    if known.iv != 0 && iv.len() != known.iv {
        return Err(bad(line!(), "Bad iv size"));
    }
    let engine = engine(known, &key, iv).ok_or_else(|| bad(line!(), "Unknown cipher"))?;
    Ok(Cipher { engine, encrypts, padding, pending: Vec::new() })
}

fn engine(known: Known, key: &[u8], iv: Vec<u8>) -> Option<Engine> {
    if known.mode == Mode::ChaCha20 {
        let (counter, nonce) = iv.split_first_chunk::<4>()?;
        let mut cipher = ChaCha20::new_from_slices(key, nonce).ok()?;
        cipher.try_seek(u64::from(u32::from_le_bytes(*counter)) * 64).ok()?;
        return Some(Engine::ChaCha20(Box::new(cipher)));
    }
    let block = known.block(key)?;
    let size = block.size();
    Some(match known.mode {
        Mode::Ecb | Mode::Cbc => Engine::Blocks(block, known.mode, iv),
        mode => Engine::Stream(block, mode, iv, alloc::vec![0; size], size),
    })
}

pub(super) fn once<'h>(context: Context<'h>, [kind, key, iv, bytes, how]: [Term<'h>; 5]) -> Native<'h> {
    let mut cipher = begun(context, [kind, key, iv, how])?;
    let bytes = data(bytes)
        .map_err(|_| wrong(context, "badarg", ("cipher.rs", line!()), "expected binary as data"))?;
    let mut out = cipher.update(&bytes);
    let rest = cipher.finish(context);
    out.extend(rest.map_err(|text| wrong(context, "error", ("cipher.rs", line!()), text))?);
    Ok(context.arena.bytes(&out)?)
}

pub(super) fn init<'h>(context: Context<'h>, arguments: [Term<'h>; 4]) -> Native<'h> {
    let state: State = Guarded::new(Some(begun(context, arguments)?));
    let resource = Resource::new(state, STATE_BYTES);
    Ok(context.arena.handle(context.system.make_reference(), resource)?)
}

fn state<'h>(context: Context<'h>, term: Term<'h>) -> Result<&'h State, Fault<'h>> {
    let state = term.as_resource::<State>().filter(|state| state.borrow().is_some());
    state.ok_or_else(|| wrong(context, "badarg", ("cipher.rs", line!()), "Bad State"))
}

pub(super) fn update<'h>(context: Context<'h>, [handle, bytes]: [Term<'h>; 2]) -> Native<'h> {
    let state = state(context, handle)?;
    let bytes = data(bytes)
        .map_err(|_| wrong(context, "badarg", ("cipher.rs", line!()), "expected binary as data"))?;
    let out = state.borrow_mut().as_mut().map_or_else(Vec::new, |cipher| cipher.update(&bytes));
    Ok(context.arena.bytes(&out)?)
}

pub(super) fn finish<'h>(context: Context<'h>, [handle]: [Term<'h>; 1]) -> Native<'h> {
    let mut cipher = state(context, handle)?.borrow_mut().take().ok_or(Fault::badarg())?;
    let out = cipher.finish(context).map_err(|text| wrong(context, "error", ("cipher.rs", line!()), text))?;
    Ok(context.arena.bytes(&out)?)
}
