//! Keys of elliptic curves: X25519, Ed25519, and NIST's P-256.
//!
//! Invariant: a private key is made of the platform's chance alone.

use alloc::vec::Vec;

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use p256::ecdsa::signature::hazmat::{PrehashSigner, PrehashVerifier};
use p256::elliptic_curve::sec1::ToSec1Point;

use super::digest::Digest;
use super::{data, fill_random, name, wrong};
use crate::bif::Context;
use crate::process::{Fault, Native};
use crate::term::Term;

/// The curves there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Curve {
    X25519,
    Ed25519,
    P256,
}

fn curve<'h>(context: Context<'h>, term: Term<'h>) -> Result<Curve, Fault<'h>> {
    match name(context, term) {
        "x25519" => Ok(Curve::X25519),
        "ed25519" => Ok(Curve::Ed25519),
        "secp256r1" | "prime256v1" => Ok(Curve::P256),
        _ => Err(bad(context, line!(), "Couldn't get Curve definition")),
    }
}

fn bad<'h>(context: Context<'h>, line: u32, text: &str) -> Fault<'h> {
    wrong(context, "badarg", ("key.rs", line), text)
}

/// The private key of P-256 of bytes, which may be fewer than its 32.
fn p256_private(bytes: &[u8]) -> Option<p256::SecretKey> {
    let mut whole = [0; 32];
    whole[32usize.checked_sub(bytes.len())?..].copy_from_slice(bytes);
    p256::SecretKey::from_slice(&whole).ok()
}

/// `{Public, Private}`; the private key is given or made.
pub(super) fn generate<'h>(context: Context<'h>, [kind, curve_name, given]: [Term<'h>; 3]) -> Native<'h> {
    let curve = curve(context, curve_name)?;
    let fits = match name(context, kind) {
        "ecdh" => curve != Curve::Ed25519,
        "eddh" => curve == Curve::X25519,
        "eddsa" => curve == Curve::Ed25519,
        "ecdsa" => curve == Curve::P256,
        _ => false,
    };
    if !fits {
        return Err(bad(context, line!(), "Couldn't get Curve definition"));
    }
    let private = match given.as_bits() {
        Some(_) => data(given)?,
        None => {
            let mut bytes = alloc::vec![0; 32];
            loop {
                fill_random(context, &mut bytes);
                if curve != Curve::P256 || p256_private(&bytes).is_some() {
                    break bytes;
                }
            }
        }
    };
    let failed = || wrong(context, "error", ("key.rs", line!()), "Can't make a key of the private one");
    let public = public(curve, &private).ok_or_else(failed)?;
    Ok(context.arena.tuple(&[context.arena.bytes(&public)?, context.arena.bytes(&private)?])?)
}

fn public(curve: Curve, private: &[u8]) -> Option<Vec<u8>> {
    Some(match curve {
        Curve::X25519 => {
            let secret = x25519_dalek::StaticSecret::from(<[u8; 32]>::try_from(private).ok()?);
            x25519_dalek::PublicKey::from(&secret).as_bytes().to_vec()
        }
        Curve::Ed25519 => {
            let key = SigningKey::from_bytes(&<[u8; 32]>::try_from(private).ok()?);
            key.verifying_key().as_bytes().to_vec()
        }
        Curve::P256 => p256_private(private)?.public_key().to_sec1_point(false).as_bytes().to_vec(),
    })
}

/// What a private key and somebody else's public key come to.
pub(super) fn agree<'h>(context: Context<'h>, [others, mine, curve_name]: [Term<'h>; 3]) -> Native<'h> {
    let curve = curve(context, curve_name)?;
    let (others, mine) = (data(others)?, data(mine)?);
    let shared = match curve {
        Curve::X25519 => {
            let mine = <[u8; 32]>::try_from(&mine[..]).ok();
            let mine = mine.ok_or_else(|| bad(context, line!(), "Not a valid raw private key"))?;
            let others = <[u8; 32]>::try_from(&others[..]).ok();
            let others = others.ok_or_else(|| bad(context, line!(), "Not a valid raw public key"))?;
            let secret = x25519_dalek::StaticSecret::from(mine);
            secret.diffie_hellman(&x25519_dalek::PublicKey::from(others)).as_bytes().to_vec()
        }
        Curve::P256 => {
            let mine = p256_private(&mine);
            let mine = mine.ok_or_else(|| bad(context, line!(), "Couldn't get local key"))?;
            let others = p256::PublicKey::from_sec1_bytes(&others);
            let others = others.map_err(|_| bad(context, line!(), "Couldn't get peer key"))?;
            p256::ecdh::diffie_hellman(mine.to_nonzero_scalar(), others.as_affine())
                .raw_secret_bytes()
                .to_vec()
        }
        Curve::Ed25519 => return Err(bad(context, line!(), "Couldn't get Curve definition")),
    };
    Ok(context.arena.bytes(&shared)?)
}

/// What is signed: a message, or `{digest, Digest}`, as the digest ECDSA signs.
fn digested<'h>(context: Context<'h>, kind: Term<'h>, message: Term<'h>) -> Result<Vec<u8>, Fault<'h>> {
    if let Some([tag, digest]) = message.as_tuple() {
        return if name(context, *tag) == "digest" { data(*digest) } else { Err(Fault::badarg()) };
    }
    let digest = Digest::of(name(context, kind));
    let mut digest = digest.ok_or_else(|| bad(context, line!(), "Bad digest type"))?;
    digest.update(&data(message)?);
    Ok(digest.finish())
}

/// The key of `[Key, Curve]`, for a curve that signs so.
fn key_of<'h>(context: Context<'h>, kind: Term<'h>, key: Term<'h>) -> Result<(Curve, Vec<u8>), Fault<'h>> {
    let parts = crate::bif::argument::list(key)?;
    let [key, curve_name] = parts[..] else { return Err(bad(context, line!(), "Bad key")) };
    let curve = curve(context, curve_name)?;
    match (name(context, kind), curve) {
        ("eddsa", Curve::Ed25519) | ("ecdsa", Curve::P256) => Ok((curve, data(key)?)),
        _ => Err(bad(context, line!(), "Bad algorithm")),
    }
}

pub(super) fn sign<'h>(context: Context<'h>, [kind, digest, message, key]: [Term<'h>; 4]) -> Native<'h> {
    let (curve, key) = key_of(context, kind, key)?;
    let signature = if curve == Curve::Ed25519 {
        let key = <[u8; 32]>::try_from(&key[..]).ok();
        let key = key.ok_or_else(|| bad(context, line!(), "Couldn't get EDDSA private key"))?;
        SigningKey::from_bytes(&key).sign(&data(message)?).to_bytes().to_vec()
    } else {
        let digest = digested(context, digest, message)?;
        let key =
            p256_private(&key).ok_or_else(|| bad(context, line!(), "Couldn't get ECDSA private key"))?;
        let signature: Result<p256::ecdsa::Signature, _> =
            p256::ecdsa::SigningKey::from(key).sign_prehash(&digest);
        let signature = signature.map_err(|_| bad(context, line!(), "Can't sign"))?;
        signature.to_der().as_bytes().to_vec()
    };
    Ok(context.arena.bytes(&signature)?)
}

pub(super) fn verify<'h>(
    context: Context<'h>,
    [kind, digest, message, signature, key]: [Term<'h>; 5],
) -> Native<'h> {
    let (curve, key) = key_of(context, kind, key)?;
    let signature = data(signature)?;
    let right = if curve == Curve::Ed25519 {
        let key = <[u8; 32]>::try_from(&key[..]).ok();
        let key = key.and_then(|key| VerifyingKey::from_bytes(&key).ok());
        let key = key.ok_or_else(|| bad(context, line!(), "Couldn't get EDDSA public key"))?;
        let message = data(message)?;
        let signature = ed25519_dalek::Signature::from_slice(&signature);
        signature.is_ok_and(|signature| ed25519_dalek::Verifier::verify(&key, &message, &signature).is_ok())
    } else {
        let digest = digested(context, digest, message)?;
        let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&key);
        let key = key.map_err(|_| bad(context, line!(), "Couldn't get ECDSA public key"))?;
        let signature = p256::ecdsa::Signature::from_der(&signature);
        signature.is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok())
    };
    Ok(Term::boolean(right))
}
