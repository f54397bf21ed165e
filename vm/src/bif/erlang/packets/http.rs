//! Lines of HTTP: requests, responses and headers, as terms.
//!
//! Invariants: a line that is none of them is an `http_error`; names of methods and headers that are known are atoms,
//! others are text and never become atoms.

use alloc::vec::Vec;

use super::{Cut, Options};
use crate::bif::Context;
use crate::process::{Fault, Native};
use crate::term::Term;

const METHODS: &[&str] = &["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE"];

/// Headers that are known, in the order of their numbers, which begin with 1.
const HEADERS: &[&str] = &[
    "Cache-Control",
    "Connection",
    "Date",
    "Pragma",
    "Transfer-Encoding",
    "Upgrade",
    "Via",
    "Accept",
    "Accept-Charset",
    "Accept-Encoding",
    "Accept-Language",
    "Authorization",
    "From",
    "Host",
    "If-Modified-Since",
    "If-Match",
    "If-None-Match",
    "If-Range",
    "If-Unmodified-Since",
    "Max-Forwards",
    "Proxy-Authorization",
    "Range",
    "Referer",
    "User-Agent",
    "Age",
    "Location",
    "Proxy-Authenticate",
    "Public",
    "Retry-After",
    "Server",
    "Vary",
    "Warning",
    "Www-Authenticate",
    "Allow",
    "Content-Base",
    "Content-Encoding",
    "Content-Language",
    "Content-Length",
    "Content-Location",
    "Content-Md5",
    "Content-Range",
    "Content-Type",
    "Etag",
    "Expires",
    "Last-Modified",
    "Accept-Ranges",
    "Set-Cookie",
    "Set-Cookie2",
    "X-Forwarded-For",
    "Cookie",
    "Keep-Alive",
    "Proxy-Connection",
];

/// Longer names of headers stay as they are written.
const LONGEST_SPELLED: usize = 50;

/// Where a line ends, or a header that goes on while lines begin with a space.
pub(super) fn cut(bytes: &[u8], header: bool, options: &Options) -> Cut {
    let end = if header { header_end(bytes) } else { line_end(bytes, 0) };
    let length = end.unwrap_or(bytes.len());
    let most = options.packet_size;
    let too_long = most != 0 && length > most;
    let line = options.line_length;
    let cut_off = line != 0 && (length > line || (end.is_none() && length == line));
    match end {
        _ if too_long || cut_off => Cut::Invalid,
        Some(end) => Cut::Packet(0, end, end),
        None if most != 0 && length >= most => Cut::Invalid,
        None => Cut::More(None),
    }
}

fn line_end(bytes: &[u8], from: usize) -> Option<usize> {
    memchr::memchr(b'\n', &bytes[from..]).map(|place| from + place + 1)
}

fn header_end(bytes: &[u8]) -> Option<usize> {
    let mut end = line_end(bytes, 0)?;
    if matches!(&bytes[..end], b"\n" | b"\r\n") {
        return Some(end);
    }
    loop {
        match bytes.get(end)? {
            b' ' | b'\t' => end = line_end(bytes, end)?,
            _ => return Some(end),
        }
    }
}

/// A line being read.
struct Reader<'a, 'h> {
    context: Context<'h>,
    /// The whole of it as a binary, and as bytes.
    packet: Term<'h>,
    bytes: &'a [u8],
    binary: bool,
}

/// The term of a line, or of a header.
pub(super) fn read<'h>(
    context: Context<'h>,
    packet: Term<'h>,
    bytes: &[u8],
    header: bool,
    binary: bool,
) -> Native<'h> {
    let reader = Reader { context, packet, bytes, binary };
    let end = bytes.strip_suffix(b"\r\n").or(bytes.strip_suffix(b"\n")).map_or(bytes.len(), <[u8]>::len);
    let read = match (header, &bytes[..end]) {
        (true, []) => return reader.atom("http_eoh"),
        (true, _) => reader.header(end)?,
        (false, [b'H', b'T', b'T', b'P', b'/', ..]) => reader.response(end)?,
        (false, _) => reader.request(end)?,
    };
    match read {
        Some(term) => Ok(term),
        None => Ok(context.arena.tuple(&[reader.atom("http_error")?, reader.text(0, bytes.len())?])?),
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Whether a byte may be in the name of a method or header.
fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?={}".contains(&byte)
}

/// A part of the line.
type Part = (usize, usize);

impl<'h> Reader<'_, 'h> {
    fn atom(&self, name: &str) -> Native<'h> {
        self.context.system.atoms.intern(name).map(Term::atom).ok_or(Fault::system_limit())
    }

    fn text(&self, from: usize, to: usize) -> Native<'h> {
        let arena = self.context.arena;
        Ok(if self.binary {
            arena.sub_bits(self.packet, from * 8, (to - from) * 8)?
        } else {
            arena.byte_list(&self.bytes[from..to])?
        })
    }

    fn written(&self, text: &[u8]) -> Native<'h> {
        let arena = self.context.arena;
        Ok(if self.binary { arena.bytes(text)? } else { arena.byte_list(text)? })
    }

    /// How far bytes from a place on are as wanted.
    fn run(&self, from: usize, end: usize, wanted: fn(u8) -> bool) -> usize {
        self.bytes[from..end].iter().position(|byte| !wanted(*byte)).map_or(end, |length| from + length)
    }

    /// The number that digits from a place on make, in 32 bits that wrap around, and where they end.
    fn digits(&self, from: usize, end: usize) -> Option<(i32, usize)> {
        let to = self.run(from, end, |byte| byte.is_ascii_digit());
        let digits = self.bytes[from..to].iter().map(|byte| i32::from(byte - b'0'));
        let number = digits.fold(0i32, |number, digit| number.wrapping_mul(10).wrapping_add(digit));
        (to > from).then_some((number, to))
    }

    /// `{Major, Minor}` of `HTTP/Major.Minor` at a place, and where it ends.
    fn version(&self, from: usize, end: usize) -> Result<Option<(Term<'h>, usize)>, Fault<'h>> {
        let digits = || {
            let from = self.bytes[from..end].starts_with(b"HTTP/").then_some(from + 5)?;
            let (major, point) = self.digits(from, end)?;
            let after = (self.bytes[..end].get(point) == Some(&b'.')).then_some(point + 1)?;
            let (minor, to) = self.digits(after, end)?;
            Some((major, minor, to))
        };
        let Some((major, minor, to)) = digits() else { return Ok(None) };
        let arena = self.context.arena;
        let pair = arena.tuple(&[arena.i64(i64::from(major))?, arena.i64(i64::from(minor))?])?;
        Ok(Some((pair, to)))
    }

    /// `{http_response, Version, Status, Phrase}`.
    fn response(&self, end: usize) -> Result<Option<Term<'h>>, Fault<'h>> {
        let arena = self.context.arena;
        let Some((version, after)) = self.version(0, end)? else { return Ok(None) };
        let from = self.run(after, end, is_space);
        let Some((status, after)) = self.digits(from, end).filter(|_| from > after) else { return Ok(None) };
        let from = self.run(after, end, is_space);
        if from == after && after < end {
            return Ok(None);
        }
        let (name, status) = (self.atom("http_response")?, arena.i64(i64::from(status))?);
        Ok(Some(arena.tuple(&[name, version, status, self.text(from, end)?])?))
    }

    /// `{http_request, Method, Uri, Version}`.
    fn request(&self, end: usize) -> Result<Option<Term<'h>>, Fault<'h>> {
        let arena = self.context.arena;
        let method_end = self.run(0, end, is_of_name);
        let from = self.run(method_end, end, is_space);
        let uri_end = self.run(from, end, |byte| !is_space(byte));
        if method_end == 0 || from == method_end || uri_end == from {
            return Ok(None);
        }
        let after = self.run(uri_end, end, is_space);
        let version = if after == end {
            // What says no version is of the one before they were said.
            arena.tuple(&[Term::small_number(0), Term::small_number(9)])?
        } else {
            let Some((version, _)) = self.version(after, end)? else { return Ok(None) };
            version
        };
        let known = METHODS.iter().find(|name| name.as_bytes() == &self.bytes[..method_end]);
        let method = known.map_or_else(|| self.text(0, method_end), |name| self.atom(name))?;
        let uri = self.uri((from, uri_end))?;
        Ok(Some(arena.tuple(&[self.atom("http_request")?, method, uri, version])?))
    }

    fn uri(&self, (from, end): Part) -> Native<'h> {
        let arena = self.context.arena;
        let uri = &self.bytes[from..end];
        if uri == b"*" {
            return self.atom("*");
        }
        if uri.starts_with(b"/") {
            return Ok(arena.tuple(&[self.atom("abs_path")?, self.text(from, end)?])?);
        }
        for scheme in ["http", "https"] {
            let length = scheme.len() + 3;
            let begins = uri.get(..length).is_some_and(|start| {
                start[..scheme.len()].eq_ignore_ascii_case(scheme.as_bytes())
                    && &start[scheme.len()..] == b"://"
            });
            if begins {
                return self.absolute(scheme, (from + length, end));
            }
        }
        match uri.iter().position(|byte| *byte == b':') {
            Some(colon) => {
                let (scheme, rest) = (self.text(from, from + colon)?, self.text(from + colon + 1, end)?);
                Ok(arena.tuple(&[self.atom("scheme")?, scheme, rest])?)
            }
            None => self.text(from, end),
        }
    }

    /// `{absoluteURI, Scheme, Host, Port, Path}`.
    fn absolute(&self, scheme: &str, (from, end): Part) -> Native<'h> {
        let arena = self.context.arena;
        let path = self.run(from, end, |byte| byte != b'/');
        // Colons of an address in brackets separate no port.
        let bracket = self.bytes[from..path].iter().position(|byte| *byte == b']');
        let closed = if self.bytes[from..path].starts_with(b"[") {
            bracket.map_or(from, |at| from + at)
        } else {
            from
        };
        let host = self.run(closed, path, |byte| byte != b':');
        let port = match self.digits((host + 1).min(path), path) {
            Some((port, to)) if to == path => arena.i64(i64::from(port))?,
            _ => self.atom("undefined")?,
        };
        let (host, scheme) = (self.text(from, host)?, self.atom(scheme)?);
        let path = if path < end { self.text(path, end)? } else { self.written(b"/")? };
        Ok(arena.tuple(&[self.atom("absoluteURI")?, scheme, host, port, path])?)
    }

    /// `{http_header, Number, Name, NameAsWritten, Value}`.
    fn header(&self, end: usize) -> Result<Option<Term<'h>>, Fault<'h>> {
        let arena = self.context.arena;
        let name_end = self.run(0, end, is_of_name);
        if self.bytes[..end].get(name_end) != Some(&b':') {
            return Ok(None);
        }
        let name = &self.bytes[..name_end];
        let known = HEADERS.iter().position(|known| known.as_bytes().eq_ignore_ascii_case(name));
        let shown = match known {
            Some(index) => self.atom(HEADERS[index])?,
            None if name.len() > LONGEST_SPELLED => self.text(0, name_end)?,
            None => self.written(&spelled(name))?,
        };
        let value = self.run(name_end + 1, end, is_space);
        let number = arena.usize(known.map_or(0, |index| index + 1))?;
        let (written, value) = (self.text(0, name_end)?, self.text(value, end)?);
        Ok(Some(arena.tuple(&[self.atom("http_header")?, number, shown, written, value])?))
    }
}

/// A header's name with capitals where it begins and behind dashes.
fn spelled(name: &[u8]) -> Vec<u8> {
    let mut capital = true;
    let letters = name.iter().map(|byte| {
        let letter = if capital { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
        capital = !capital && *byte == b'-';
        letter
    });
    letters.collect()
}
