//! `erlang:decode_packet/3`: cuts the first packet off bytes.
//!
//! Invariants: nothing is kept for a length that is only claimed; lengths are those of 32 bits with a sign, and what
//! is beyond is no packet. A packet and what follows it are parts of the binary, not copies.
//! Deliberately absent: HTTP's lines, which are read in `http`.

mod http;

use alloc::borrow::Cow;

use crate::atom::names;
use crate::bif::{Context, argument};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::term::Term;

bifs! {"erlang";
    /// The first packet of a binary and what follows, or how much more is needed.
    plain "decode_packet"/3 => decode;
}

/// What packets look like.
#[derive(Clone, Copy)]
enum Kind {
    Raw,
    /// A length of so many bytes, big end first, then the packet.
    Counted(usize),
    Line,
    /// Lengths within a header, at whose end the packet goes on.
    Headed(Header),
    /// A line of HTTP, or a header that may go on in the next lines; as binaries or lists.
    Http {
        header: bool,
        binary: bool,
    },
    SslTls,
}

/// The length of a packet from its first bytes: of its header, and of what follows that.
type Header = fn(&[u8]) -> Length;

/// What the beginning of bytes says.
enum Length {
    /// Nothing yet.
    Unknown,
    Invalid,
    /// Bytes of the header, of what follows it, and of what is left out behind that.
    Known {
        header: usize,
        body: i64,
        padding: usize,
    },
}

fn known(header: usize, body: u64) -> Length {
    i64::try_from(body).map_or(Length::Invalid, |body| Length::Known { header, body, padding: 0 })
}

/// A number of bytes, big end first.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn asn1(bytes: &[u8]) -> Length {
    let mut place = 1;
    if bytes.first().is_some_and(|tag| tag & 0x1f == 0x1f) {
        // The tag goes on for as long as the high bit says so.
        let Some(end) = bytes[1..].iter().position(|byte| byte & 0x80 == 0) else { return Length::Unknown };
        place += end + 1;
    }
    let Some(first) = bytes.get(place) else { return Length::Unknown };
    let count = usize::from(first & 0x7f);
    match first {
        0..0x80 => known(place + 1, u64::from(*first)),
        _ if count > 4 => Length::Invalid,
        _ => match bytes.get(place + 1..place + 1 + count) {
            Some(length) => known(place + 1 + count, number(length)),
            None => Length::Unknown,
        },
    }
}

fn sunrm(bytes: &[u8]) -> Length {
    bytes.get(..4).map_or(Length::Unknown, |length| known(4, number(length) & 0x7fff_ffff))
}

fn cdr(bytes: &[u8]) -> Length {
    match bytes {
        [b'G', b'I', b'O', b'P', _, _, flags, _, length @ ..] if length.len() >= 4 => {
            let little = flags & 1 == 1;
            let length = [length[0], length[1], length[2], length[3]];
            known(12, u64::from(if little { u32::from_le_bytes(length) } else { u32::from_be_bytes(length) }))
        }
        [_, _, _, _, _, _, _, _, _, _, _, _, ..] => Length::Invalid,
        _ => Length::Unknown,
    }
}

fn fcgi(bytes: &[u8]) -> Length {
    match bytes {
        [1, _, _, _, high, low, padding, _, ..] => {
            let body = i64::from(u16::from_be_bytes([*high, *low]));
            Length::Known { header: 8, body, padding: usize::from(*padding) }
        }
        [_, _, _, _, _, _, _, _, ..] => Length::Invalid,
        _ => Length::Unknown,
    }
}

fn tpkt(bytes: &[u8]) -> Length {
    match bytes {
        [3, _, high, low, ..] => {
            let body = i64::from(u16::from_be_bytes([*high, *low])) - 4;
            Length::Known { header: 4, body, padding: 0 }
        }
        [_, _, _, _, ..] => Length::Invalid,
        _ => Length::Unknown,
    }
}

/// Whether a record is the greeting of an SSL of version 2.
fn is_old_greeting(bytes: &[u8]) -> bool {
    matches!(bytes, [first, _, 1, _, _, ..] if first & 0x80 != 0)
}

fn ssl_tls(bytes: &[u8]) -> Length {
    match bytes {
        [first, second, _, _, _, ..] if is_old_greeting(bytes) => {
            let length = i64::from(u16::from_be_bytes([first & 0x7f, *second]));
            Length::Known { header: 5, body: length - 3, padding: 0 }
        }
        [_, _, _, high, low, ..] => known(5, u64::from(u16::from_be_bytes([*high, *low]))),
        _ => Length::Unknown,
    }
}

impl Kind {
    fn of<'h>(context: Context<'h>, term: Term<'h>) -> Result<Self, Fault<'h>> {
        if let Some(size @ (0 | 1 | 2 | 4)) = term.as_usize() {
            return Ok(if size == 0 { Kind::Raw } else { Kind::Counted(size) });
        }
        Ok(match context.system.atoms.name(argument::atom(term)?) {
            "raw" => Kind::Raw,
            "line" => Kind::Line,
            "asn1" => Kind::Headed(asn1),
            "sunrm" => Kind::Headed(sunrm),
            "cdr" => Kind::Headed(cdr),
            "fcgi" => Kind::Headed(fcgi),
            "tpkt" => Kind::Headed(tpkt),
            "ssl_tls" => Kind::SslTls,
            "http" => Kind::Http { header: false, binary: false },
            "http_bin" => Kind::Http { header: false, binary: true },
            "httph" => Kind::Http { header: true, binary: false },
            "httph_bin" => Kind::Http { header: true, binary: true },
            _ => return Err(Fault::badarg()),
        })
    }
}

struct Options {
    /// The most bytes of a packet, 0 for any.
    packet_size: usize,
    /// Lines are cut after so many bytes, 0 for never.
    line_length: usize,
    delimiter: u8,
}

impl Options {
    fn parse<'h>(context: Context<'h>, list: Term<'h>) -> Result<Self, Fault<'h>> {
        let mut options = Options { packet_size: 0, line_length: 0, delimiter: b'\n' };
        for option in argument::list(list)? {
            let [key, value] = *argument::tuple(option)? else { return Err(Fault::badarg()) };
            let value = value.as_i64().and_then(|value| u32::try_from(value).ok()).ok_or(Fault::badarg())?;
            match context.system.atoms.name(argument::atom(key)?) {
                "packet_size" => options.packet_size = value as usize,
                "line_length" => options.line_length = value as usize,
                "line_delimiter" => options.delimiter = u8::try_from(value).map_err(|_| Fault::badarg())?,
                _ => return Err(Fault::badarg()),
            }
        }
        Ok(options)
    }
}

/// What the beginning of bytes is.
enum Cut {
    /// A packet from one byte up to another; what follows begins at a third.
    Packet(usize, usize, usize),
    /// The beginning of a packet, of so many bytes if that is known.
    More(Option<usize>),
    Invalid,
}

fn headed(length: Length, bytes: &[u8], options: &Options, shown: usize) -> Cut {
    let (header, body, padding) = match length {
        Length::Unknown => return Cut::More(None),
        Length::Invalid => return Cut::Invalid,
        Length::Known { header, body, padding } => (header, body, padding),
    };
    let Some(body) = i32::try_from(body).ok().and_then(|body| usize::try_from(body).ok()) else {
        return Cut::Invalid;
    };
    let too_large = options.packet_size != 0 && body + padding > options.packet_size;
    let end = header + body;
    if too_large || i32::try_from(end).is_err() {
        return Cut::Invalid;
    }
    let all = end + padding;
    if bytes.len() < all { Cut::More(Some(all)) } else { Cut::Packet(shown.min(header), end, all) }
}

fn line(bytes: &[u8], options: &Options) -> Cut {
    let found = memchr::memchr(options.delimiter, bytes).map(|place| place + 1);
    let length = found.unwrap_or(bytes.len());
    if options.packet_size != 0 && length > options.packet_size {
        return Cut::Invalid;
    }
    let cut = options.line_length;
    match found {
        _ if cut != 0 && (length > cut || (found.is_none() && length == cut)) => Cut::Packet(0, cut, cut),
        Some(end) => Cut::Packet(0, end, end),
        None => Cut::More(None),
    }
}

fn cut(kind: Kind, bytes: &[u8], options: &Options) -> Cut {
    match kind {
        Kind::Raw if bytes.is_empty() => Cut::More(None),
        Kind::Raw => Cut::Packet(0, bytes.len(), bytes.len()),
        Kind::Counted(size) => {
            let length = bytes.get(..size).map_or(Length::Unknown, |length| known(size, number(length)));
            headed(length, bytes, options, usize::MAX)
        }
        Kind::Line => line(bytes, options),
        Kind::Headed(header) => headed(header(bytes), bytes, options, 0),
        Kind::SslTls => headed(ssl_tls(bytes), bytes, options, 0),
        Kind::Http { header, .. } => http::cut(bytes, header, options),
    }
}

fn decode<'h>(context: Context<'h>, [kind, binary, options]: [Term<'h>; 3]) -> Native<'h> {
    let options = Options::parse(context, options)?;
    let kind = Kind::of(context, kind)?;
    let bytes = argument::bytes(binary)?;
    let arena = context.arena;
    let atom = |name| context.system.atoms.intern(name).map(Term::atom).ok_or(Fault::system_limit());
    let (from, to, next) = match cut(kind, &bytes, &options) {
        Cut::Packet(from, to, next) => (from, to, next),
        Cut::More(length) => {
            let length = length.map_or(Ok(Term::atom(names::undefined)), |length| arena.usize(length))?;
            return Ok(arena.tuple(&[atom("more")?, length])?);
        }
        Cut::Invalid => return Ok(arena.tuple(&[Term::atom(names::error), atom("invalid")?])?),
    };
    let packet = arena.sub_bits(binary, from * 8, (to - from) * 8)?;
    let shown = match kind {
        Kind::Http { header, binary } => http::read(context, packet, &bytes[from..to], header, binary)?,
        Kind::SslTls => record(context, packet, &bytes[from..to])?,
        _ => packet,
    };
    let rest = arena.sub_bits(binary, next * 8, (bytes.len() - next) * 8)?;
    Ok(arena.tuple(&[Term::atom(names::ok), shown, rest])?)
}

/// `{ssl_tls, [], ContentType, {Major, Minor}, Data}`.
fn record<'h>(context: Context<'h>, packet: Term<'h>, bytes: &[u8]) -> Native<'h> {
    /// The content type of a handshake.
    const HANDSHAKE: u8 = 22;
    let arena = context.arena;
    let small = |byte: u8| Term::small_number(i32::from(byte));
    let name = context.system.atoms.intern("ssl_tls").map(Term::atom).ok_or(Fault::system_limit())?;
    let (kind, version, data) = if is_old_greeting(bytes) {
        // As the greeting of a later version, whose length has three bytes.
        let greeting = &bytes[3..];
        let length = (greeting.len() as u32).to_be_bytes();
        let data: Cow<'_, [u8]> = Cow::Owned([&[1], &length[1..], greeting].concat());
        (HANDSHAKE, [bytes[3], bytes[4]], arena.bytes(&data)?)
    } else {
        (bytes[0], [bytes[1], bytes[2]], arena.sub_bits(packet, 40, (bytes.len() - 5) * 8)?)
    };
    let version = arena.tuple(&version.map(small))?;
    Ok(arena.tuple(&[name, Term::NIL, small(kind), version, data])?)
}
