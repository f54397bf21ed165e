//! Ciphers that vouch for what they encrypt: GCM, CCM, ChaCha20 with Poly1305.
//!
//! Invariant: nothing is given of data whose tag is not right.

use alloc::vec::Vec;

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher, StreamCipherSeek};
use ghash::GHash;
use ghash::universal_hash::{KeyInit, UniversalHash};
use poly1305::Poly1305;

use super::block::Block;
use super::cipher::{self, Mode, count_up};
use super::{data, is_same, name, wrong};
use crate::bif::{Context, argument};
use crate::process::{Fault, Native};
use crate::term::Term;

/// What is encrypted or decrypted.
struct Job<'a> {
    key: &'a [u8],
    iv: &'a [u8],
    extra: &'a [u8],
    text: &'a [u8],
    encrypts: bool,
    tag_length: usize,
}

pub(super) fn once<'h>(context: Context<'h>, [how, what, tag]: [Term<'h>; 3]) -> Native<'h> {
    let [kind, key, iv] = *argument::tuple(how)? else { return Err(Fault::badarg()) };
    let [text, extra] = *argument::tuple(what)? else { return Err(Fault::badarg()) };
    let [tag, encrypts] = *argument::tuple(tag)? else { return Err(Fault::badarg()) };
    let bad = |line, text| wrong(context, "badarg", ("aead.rs", line), text);
    let bytes = |term: Term<'h>, text, line| data(term).map_err(|_| bad(line, text));
    let key = bytes(key, "non-binary key", line!())?;
    let iv = bytes(iv, "non-binary iv", line!())?;
    let text = bytes(text, "non-binary text", line!())?;
    let extra = bytes(extra, "non-binary AAD", line!())?;
    let encrypts = encrypts.as_bool().ok_or_else(|| bad(line!(), "Bad enc flag"))?;
    let known = cipher::find(name(context, kind), key.len()).filter(|(_, fits)| *fits);
    let (known, _) = known.ok_or_else(|| bad(line!(), "Unknown cipher or invalid key size"))?;
    let expected = if encrypts { Vec::new() } else { bytes(tag, "non-binary tag", line!())? };
    let tag_length = if encrypts {
        let length =
            tag.as_usize().filter(|length| *length > 0).ok_or_else(|| bad(line!(), "Bad Tag length"))?;
        if length > 16 {
            return Err(wrong(context, "error", ("aead.rs", line!()), "Can't get Tag"));
        }
        length
    } else {
        expected.len()
    };
    let job = Job { key: &key, iv: &iv, extra: &extra, text: &text, encrypts, tag_length };
    let made = match known.mode {
        Mode::Gcm if !iv.is_empty() => gcm(&job),
        Mode::Ccm if (7..=13).contains(&iv.len()) => ccm(&job),
        Mode::ChaCha20Poly1305 if (1..=12).contains(&iv.len()) => chacha(&job),
        _ => return Err(bad(line!(), "Bad IV length")),
    };
    let (out, mut code) = made.ok_or_else(|| bad(line!(), "Bad Tag length"))?;
    code.truncate(tag_length);
    if encrypts {
        return Ok(context.arena.tuple(&[context.arena.bytes(&out)?, context.arena.bytes(&code)?])?);
    }
    if !expected.is_empty() && expected.len() == code.len() && is_same(&expected, &code) {
        Ok(context.arena.bytes(&out)?)
    } else {
        Ok(Term::atom(crate::atom::names::error))
    }
}

/// Text through a counter mode of 16-byte blocks, of which the last `width` bytes count.
fn counted(block: &Block, counter: &[u8], width: usize, text: &[u8]) -> Vec<u8> {
    let mut counter = counter.to_vec();
    let mut out = text.to_vec();
    for part in out.chunks_mut(16) {
        let from = counter.len() - width;
        count_up(&mut counter[from..]);
        let mut key = counter.clone();
        block.encrypt(&mut key);
        part.iter_mut().zip(&key).for_each(|(byte, key)| *byte ^= key);
    }
    out
}

/// The bits of some bytes, as their count is written.
fn bit_count(bytes: &[u8]) -> [u8; 8] {
    (bytes.len() as u64 * 8).to_be_bytes()
}

fn gcm(job: &Job<'_>) -> Option<(Vec<u8>, Vec<u8>)> {
    let block = Block::aes(job.key)?;
    let mut hash_key = [0; 16];
    block.encrypt(&mut hash_key);
    let hash = GHash::new_from_slice(&hash_key).ok()?;
    let start = if job.iv.len() == 12 {
        let mut start = job.iv.to_vec();
        start.extend([0, 0, 0, 1]);
        start
    } else {
        let mut hash = hash.clone();
        hash.update_padded(job.iv);
        let mut last = [0; 16];
        last[8..].copy_from_slice(&bit_count(job.iv));
        hash.update_padded(&last);
        hash.finalize().to_vec()
    };
    let out = counted(&block, &start, 4, job.text);
    let sealed = if job.encrypts { &out[..] } else { job.text };
    let mut hash = hash;
    hash.update_padded(job.extra);
    hash.update_padded(sealed);
    let mut last = [0; 16];
    last[..8].copy_from_slice(&bit_count(job.extra));
    last[8..].copy_from_slice(&bit_count(sealed));
    hash.update_padded(&last);
    let mut mask = start;
    block.encrypt(&mut mask);
    let code = hash.finalize().iter().zip(mask).map(|(code, mask)| code ^ mask).collect();
    Some((out, code))
}

fn ccm(job: &Job<'_>) -> Option<(Vec<u8>, Vec<u8>)> {
    if !(4..=16).contains(&job.tag_length) || !job.tag_length.is_multiple_of(2) {
        return None;
    }
    let block = Block::aes(job.key)?;
    let width = 15 - job.iv.len();
    let mut start = alloc::vec![width as u8 - 1];
    start.extend_from_slice(job.iv);
    start.resize(16, 0);
    let out = counted(&block, &start, width, job.text);
    let plain = if job.encrypts { job.text } else { &out[..] };
    let mut code = start.clone();
    code[0] |= u8::from(!job.extra.is_empty()) << 6 | ((job.tag_length as u8 - 2) / 2) << 3;
    let length = (plain.len() as u64).to_be_bytes();
    for (place, byte) in (16 - width.min(8)..16).zip(&length[8 - width.min(8)..]) {
        code[place] = *byte;
    }
    block.encrypt(&mut code);
    let mut mix = |bytes: &[u8]| {
        for part in bytes.chunks(16) {
            code.iter_mut().zip(part).for_each(|(code, byte)| *code ^= byte);
            block.encrypt(&mut code);
        }
    };
    if !job.extra.is_empty() {
        let mut extra = Vec::new();
        match job.extra.len() {
            length @ 0..0xff00 => extra.extend((length as u16).to_be_bytes()),
            length => {
                extra.extend([0xff, 0xfe]);
                extra.extend((length as u32).to_be_bytes());
            }
        }
        extra.extend_from_slice(job.extra);
        mix(&extra);
    }
    mix(plain);
    let mut mask = start;
    block.encrypt(&mut mask);
    Some((out, code.iter().zip(mask).map(|(code, mask)| code ^ mask).collect()))
}

fn chacha(job: &Job<'_>) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut nonce = [0; 12];
    nonce[12 - job.iv.len()..].copy_from_slice(job.iv);
    let mut cipher = ChaCha20::new_from_slices(job.key, &nonce).ok()?;
    let mut code_key = [0; 32];
    cipher.apply_keystream(&mut code_key);
    cipher.try_seek(64u64).ok()?;
    let mut out = job.text.to_vec();
    cipher.apply_keystream(&mut out);
    let sealed = if job.encrypts { &out[..] } else { job.text };
    let mut all = Vec::new();
    for part in [job.extra, sealed] {
        all.extend_from_slice(part);
        all.resize(all.len().next_multiple_of(16), 0);
    }
    all.extend((job.extra.len() as u64).to_le_bytes());
    all.extend((sealed.len() as u64).to_le_bytes());
    let code = Poly1305::new_from_slice(&code_key).ok()?.compute_unpadded(&all).to_vec();
    Some((out, code))
}
