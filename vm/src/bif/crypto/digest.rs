//! Digests.
//!
//! Invariant: a state that was carried on is another one; the first can be carried on otherwise.

use alloc::boxed::Box;
use alloc::vec::Vec;

use ::digest::DynDigest;

use super::{data, name, paced, wrong};
use crate::bif::{Context, Control};
use crate::heap::Resource;
use crate::process::{Fault, Native};
use crate::term::Term;

/// Bytes a state takes, about.
const STATE_BYTES: usize = 256;

/// A digest that any thread may go on with.
trait AnyDigest: DynDigest + Send + Sync {
    fn another(&self) -> Box<dyn AnyDigest>;
}

impl<D: DynDigest + Clone + Send + Sync + 'static> AnyDigest for D {
    fn another(&self) -> Box<dyn AnyDigest> {
        Box::new(self.clone())
    }
}

impl Clone for Box<dyn AnyDigest> {
    fn clone(&self) -> Self {
        self.as_ref().another()
    }
}

/// A digest under way.
#[derive(Clone)]
pub(super) struct Digest {
    state: Box<dyn AnyDigest>,
    /// Bytes it works on at a time.
    pub block: usize,
}

struct State(Digest);

/// A digest: its name, its block, the number OpenSSL has for it, and how it begins.
type Known = (&'static str, usize, i32, fn() -> Box<dyn AnyDigest>);

const DIGESTS: &[Known] = &[
    ("sha", 64, 64, || Box::new(sha1::Sha1::default())),
    ("sha256", 64, 672, || Box::new(sha2::Sha256::default())),
    ("md5", 64, 4, || Box::new(md5::Md5::default())),
    ("sha512", 128, 674, || Box::new(sha2::Sha512::default())),
    ("sha224", 64, 675, || Box::new(sha2::Sha224::default())),
    ("sha384", 128, 673, || Box::new(sha2::Sha384::default())),
    ("sha3_224", 144, 1096, || Box::new(sha3::Sha3_224::default())),
    ("sha3_256", 136, 1097, || Box::new(sha3::Sha3_256::default())),
    ("sha3_384", 104, 1098, || Box::new(sha3::Sha3_384::default())),
    ("sha3_512", 72, 1099, || Box::new(sha3::Sha3_512::default())),
    ("blake2b", 128, 1056, || Box::new(blake2::Blake2b512::default())),
    ("blake2s", 64, 1057, || Box::new(blake2::Blake2s256::default())),
    ("ripemd160", 64, 117, || Box::new(ripemd::Ripemd160::default())),
    ("md4", 64, 257, || Box::new(md4::Md4::default())),
];

impl Digest {
    /// The digest of a name.
    pub fn of(name: &str) -> Option<Digest> {
        let (_, block, _, make) = DIGESTS.iter().find(|(known, ..)| *known == name)?;
        Some(Digest { state: make(), block: *block })
    }

    pub fn update(&mut self, bytes: &[u8]) {
        self.state.update(bytes);
    }

    pub fn finish(self) -> Vec<u8> {
        self.state.finalize().into_vec()
    }

    pub fn size(&self) -> usize {
        self.state.output_size()
    }
}

fn begun<'h>(context: Context<'h>, kind: Term<'h>) -> Result<Digest, Fault<'h>> {
    let digest = Digest::of(name(context, kind));
    digest.ok_or_else(|| wrong(context, "badarg", ("digest.rs", line!()), "Bad digest type"))
}

pub(super) fn hash<'h>(context: Context<'h>, [kind, bytes]: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    let bytes = data(bytes)?;
    let mut digest = begun(context, kind)?;
    digest.update(&bytes);
    Ok(paced(context.arena.bytes(&digest.finish())?, bytes.len()))
}

fn handle(context: Context<'_>, digest: Digest) -> Native<'_> {
    let resource = Resource::new(State(digest), STATE_BYTES);
    Ok(context.arena.handle(context.system.make_reference(), resource)?)
}

fn state<'h>(context: Context<'h>, term: Term<'h>) -> Result<Digest, Fault<'h>> {
    let state = term.as_resource::<State>().map(|state| state.0.clone());
    state.ok_or_else(|| wrong(context, "badarg", ("digest.rs", line!()), "Bad state"))
}

pub(super) fn init<'h>(context: Context<'h>, [kind]: [Term<'h>; 1]) -> Native<'h> {
    handle(context, begun(context, kind)?)
}

pub(super) fn update<'h>(
    context: Context<'h>,
    [before, bytes]: [Term<'h>; 2],
) -> Result<Control<'h>, Fault<'h>> {
    let mut digest = state(context, before)?;
    let bytes = data(bytes)?;
    digest.update(&bytes);
    Ok(paced(handle(context, digest)?, bytes.len()))
}

pub(super) fn finish<'h>(context: Context<'h>, [before]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.bytes(&state(context, before)?.finish())?)
}

/// `{BlockSize, Size, Number}`.
pub(super) fn sizes<'h>(context: Context<'h>, [kind]: [Term<'h>; 1]) -> Native<'h> {
    let wanted = name(context, kind);
    let known = DIGESTS.iter().find(|(known, ..)| *known == wanted).ok_or(Fault::badarg())?;
    let size = Digest::of(wanted).map_or(0, |digest| digest.size());
    let number = |value: usize| Term::small_number(value as i32);
    Ok(context.arena.tuple(&[number(known.1), number(size), Term::small_number(known.2)])?)
}
