//! An application's description: the text of a `.app` as a term.
//!
//! A `.app` is one term, `{application, NAME, [...]}.`, as Erlang writes terms: tuples, lists, atoms, strings, numbers,
//! binaries and comments. The bytes are those of `term_to_binary/1` of OTP 26 and later.
//!
//! Invariant: nothing recurses, however deeply a term is nested; what is open is kept in a list.
//!
//! Absent on purpose: maps, pids and whatever else no description has.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::str;

use crate::error::{ApplicationError, ApplicationFault};

const VERSION: u8 = 131;
const NEW_FLOAT: u8 = 70;
const SMALL_INTEGER: u8 = 97;
const INTEGER: u8 = 98;
const SMALL_TUPLE: u8 = 104;
const LARGE_TUPLE: u8 = 105;
const NIL: u8 = 106;
const STRING: u8 = 107;
const LIST: u8 = 108;
const BINARY: u8 = 109;
const SMALL_BIG: u8 = 110;
const ATOM: u8 = 118;
const SMALL_ATOM: u8 = 119;

/// A description, encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// The application's name.
    pub name: String,
    /// The whole description as an external term.
    pub term: Vec<u8>,
}

impl Application {
    /// Reads the text of a `.app`.
    ///
    /// # Errors
    /// When it is not one term, or that is not an application's description.
    pub fn parse(text: &str) -> Result<Self, ApplicationError> {
        let mut reader = Reader { text: text.as_bytes(), position: 0 };
        let body = reader.term()?;
        // A tuple of three, whose first two elements are short atoms.
        let name = body
            .strip_prefix(&[SMALL_TUPLE, 3, SMALL_ATOM, 11])
            .and_then(|rest| rest.strip_prefix(b"application"));
        let name = name.and_then(|rest| rest.strip_prefix(&[SMALL_ATOM])).and_then(<[u8]>::split_first);
        let name = name.and_then(|(size, rest)| str::from_utf8(rest.get(..usize::from(*size))?).ok());
        let name = name.ok_or(ApplicationFault::NotApplication.at(0))?;
        let mut term = vec![VERSION];
        term.extend(&body);
        Ok(Self { name: name.into(), term })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Tuple,
    List,
    Binary,
}

/// A tuple, list or binary whose end was not read yet.
struct Open {
    kind: Kind,
    /// Its elements, encoded.
    elements: Vec<u8>,
    count: usize,
    /// Its elements if each is a byte.
    bytes: Option<Vec<u8>>,
    /// What stands behind `|`.
    tail: Option<Vec<u8>>,
    in_tail: bool,
}

impl Open {
    fn new(kind: Kind) -> Self {
        Open { kind, elements: Vec::new(), count: 0, bytes: Some(Vec::new()), tail: None, in_tail: false }
    }

    fn push(&mut self, term: Vec<u8>) {
        match (self.kind, term.as_slice(), &mut self.bytes) {
            _ if self.in_tail => {
                self.tail = Some(term);
                return;
            }
            (_, [SMALL_INTEGER, byte], Some(bytes)) => bytes.push(*byte),
            // The bytes of a string in a binary are the binary's.
            (Kind::Binary, [STRING, _, _, text @ ..], Some(bytes)) => bytes.extend(text),
            (Kind::Binary, [NIL], _) => {}
            _ => self.bytes = None,
        }
        self.elements.extend(term);
        self.count += 1;
    }

    fn close(self) -> Option<Vec<u8>> {
        let count = u32::try_from(self.count).ok()?.to_be_bytes();
        let mut term = Vec::with_capacity(self.elements.len() + 6);
        match (self.kind, self.bytes, self.tail) {
            (Kind::Tuple, ..) if self.count < 256 => term.extend([SMALL_TUPLE, self.count as u8]),
            (Kind::Tuple, ..) => {
                term.push(LARGE_TUPLE);
                term.extend(count);
            }
            (Kind::Binary, Some(bytes), _) => {
                term.push(BINARY);
                term.extend(u32::try_from(bytes.len()).ok()?.to_be_bytes());
                term.extend(bytes);
                return Some(term);
            }
            (Kind::Binary, None, _) => return None,
            (Kind::List, _, None) if self.count == 0 => return Some(vec![NIL]),
            (Kind::List, Some(bytes), None) if bytes.len() <= usize::from(u16::MAX) => {
                term.push(STRING);
                term.extend((bytes.len() as u16).to_be_bytes());
                term.extend(bytes);
                return Some(term);
            }
            (Kind::List, _, tail) => {
                term.push(LIST);
                term.extend(count);
                term.extend(self.elements);
                term.extend(tail.unwrap_or_else(|| vec![NIL]));
                return Some(term);
            }
        }
        term.extend(self.elements);
        Some(term)
    }
}

struct Reader<'t> {
    text: &'t [u8],
    position: usize,
}

impl Reader<'_> {
    /// The one term of the text, encoded.
    fn term(&mut self) -> Result<Vec<u8>, ApplicationError> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            self.skip_space();
            let start = self.position;
            let unexpected = ApplicationFault::Unexpected.at(start);
            let finished = match self.byte().ok_or(ApplicationFault::Truncated.at(start))? {
                b'{' => self.begin(&mut open, Kind::Tuple, 1),
                b'[' => self.begin(&mut open, Kind::List, 1),
                b'<' if self.rest().starts_with(b"<<") => self.begin(&mut open, Kind::Binary, 2),
                closing @ (b'}' | b']' | b'>') => {
                    self.position += if closing == b'>' { 2 } else { 1 };
                    let ended =
                        open.pop().filter(|ended| ended.kind == closed_by(closing)).ok_or(unexpected)?;
                    Some(ended.close().ok_or(unexpected)?)
                }
                b',' if !open.is_empty() => self.skip(),
                b'|' => {
                    open.last_mut().filter(|open| open.kind == Kind::List).ok_or(unexpected)?.in_tail = true;
                    self.skip()
                }
                _ => Some(self.leaf()?),
            };
            match (finished, open.last_mut()) {
                (Some(term), Some(around)) => around.push(term),
                (Some(term), None) => return self.end(term),
                (None, _) => {}
            }
        }
    }

    fn begin(&mut self, open: &mut Vec<Open>, kind: Kind, size: usize) -> Option<Vec<u8>> {
        self.position += size;
        open.push(Open::new(kind));
        None
    }

    fn skip(&mut self) -> Option<Vec<u8>> {
        self.position += 1;
        None
    }

    /// The full stop, and nothing behind it.
    fn end(&mut self, term: Vec<u8>) -> Result<Vec<u8>, ApplicationError> {
        self.skip_space();
        let stop = self.byte();
        self.position += 1;
        self.skip_space();
        match (stop, self.byte()) {
            (Some(b'.'), None) => Ok(term),
            (None, _) => Err(ApplicationFault::Truncated.at(self.text.len())),
            _ => Err(ApplicationFault::Unexpected.at(self.position)),
        }
    }

    fn leaf(&mut self) -> Result<Vec<u8>, ApplicationError> {
        let start = self.position;
        match self.byte() {
            Some(b'"') => self.string(),
            Some(b'\'') => Ok(atom(&self.quoted(b'\'')?)),
            Some(b'$') => {
                self.position += 1;
                Ok(integer(self.character()? as i64))
            }
            Some(b'0'..=b'9' | b'-' | b'+') => self.number(),
            Some(b'a'..=b'z' | 128..) => Ok(atom(&self.word())),
            _ => Err(ApplicationFault::Unexpected.at(start)),
        }
    }

    /// One string, or several with nothing but space between them.
    fn string(&mut self) -> Result<Vec<u8>, ApplicationError> {
        let mut text = String::new();
        while self.byte() == Some(b'"') {
            text.push_str(&self.quoted(b'"')?);
            self.skip_space();
        }
        // In a binary its characters are written as UTF-8.
        if self.rest().starts_with(b"/utf8") {
            self.position += 5;
            text = text.bytes().map(char::from).collect();
        }
        let mut list = Open::new(Kind::List);
        text.chars().for_each(|character| list.push(integer(i64::from(u32::from(character)))));
        list.close().ok_or(ApplicationFault::Unexpected.at(self.position))
    }

    fn quoted(&mut self, quote: u8) -> Result<String, ApplicationError> {
        self.position += 1;
        let mut text = String::new();
        loop {
            match self.byte() {
                None => return Err(ApplicationFault::Truncated.at(self.position)),
                Some(byte) if byte == quote => break,
                Some(_) => text.push(self.character()?),
            }
        }
        self.position += 1;
        Ok(text)
    }

    /// One character, which may be written behind a backslash.
    fn character(&mut self) -> Result<char, ApplicationError> {
        let start = self.position;
        let fault = ApplicationFault::Unexpected.at(start);
        let rest = str::from_utf8(self.rest()).map_err(|_| fault)?;
        let mut characters = rest.chars();
        let first = characters.next().ok_or(ApplicationFault::Truncated.at(start))?;
        let meant = match first {
            '\\' => escaped(characters.next().ok_or(fault)?).ok_or(fault)?,
            plain => plain,
        };
        self.position += rest.len() - characters.as_str().len();
        Ok(meant)
    }

    fn number(&mut self) -> Result<Vec<u8>, ApplicationError> {
        let start = self.position;
        let fault = ApplicationFault::Unexpected.at(start);
        let is_of_number =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'#' | b'_' | b'-' | b'+');
        let mut size = self.rest().iter().take_while(|byte| is_of_number(byte)).count();
        // A point with a digit behind it is not the end.
        if let [b'.', digit, ..] = self.rest().get(size..).unwrap_or_default()
            && digit.is_ascii_digit()
        {
            size += 1 + self.rest().iter().skip(size + 1).take_while(|byte| is_of_number(byte)).count();
        }
        let text = self.rest().get(..size).and_then(|text| str::from_utf8(text).ok()).ok_or(fault)?;
        let text: String = text.chars().filter(|character| *character != '_').collect();
        self.position += size;
        if text.contains('.') {
            let value: f64 = text.parse().map_err(|_| fault)?;
            let mut term = vec![NEW_FLOAT];
            term.extend(value.to_be_bytes());
            return Ok(term);
        }
        let value = match text.split_once('#') {
            Some((base, digits)) => base
                .parse()
                .ok()
                .filter(|base| (2..=36).contains(base))
                .and_then(|base| i64::from_str_radix(digits, base).ok()),
            None => text.parse().ok(),
        };
        value.map(integer).ok_or(fault)
    }

    fn word(&mut self) -> String {
        let rest = self.rest();
        let is_of_word = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@' | 128..);
        let size = rest.iter().take_while(is_of_word).count();
        let word = String::from_utf8_lossy(rest.get(..size).unwrap_or_default()).into_owned();
        self.position += size;
        word
    }

    /// Passes over white space and comments.
    fn skip_space(&mut self) {
        while let Some(byte) = self.byte() {
            match byte {
                b'%' => self.position += self.rest().iter().take_while(|byte| **byte != b'\n').count(),
                _ if byte.is_ascii_whitespace() => self.position += 1,
                _ => return,
            }
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.get(self.position).copied()
    }

    fn rest(&self) -> &[u8] {
        self.text.get(self.position..).unwrap_or_default()
    }
}

fn closed_by(byte: u8) -> Kind {
    match byte {
        b'}' => Kind::Tuple,
        b']' => Kind::List,
        _ => Kind::Binary,
    }
}

fn escaped(character: char) -> Option<char> {
    Some(match character {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        's' => ' ',
        'e' => '\u{1b}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'v' => '\u{b}',
        'd' => '\u{7f}',
        '0' => '\0',
        '1'..='9' | 'x' | '^' => return None,
        other => other,
    })
}

fn atom(text: &str) -> Vec<u8> {
    let mut term = match u8::try_from(text.len()) {
        Ok(size) => vec![SMALL_ATOM, size],
        Err(_) => [&[ATOM][..], &(text.len() as u16).to_be_bytes()].concat(),
    };
    term.extend(text.as_bytes());
    term
}

fn integer(value: i64) -> Vec<u8> {
    if let Ok(byte) = u8::try_from(value) {
        return vec![SMALL_INTEGER, byte];
    }
    if let Ok(word) = i32::try_from(value) {
        return [&[INTEGER][..], &word.to_be_bytes()].concat();
    }
    let digits = value.unsigned_abs().to_le_bytes();
    let size = 8 - value.unsigned_abs().leading_zeros() as usize / 8;
    let mut term = vec![SMALL_BIG, size as u8, u8::from(value < 0)];
    term.extend(digits.iter().take(size));
    term
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What OTP 27 makes of it: `{ok, [T]} = file:consult(File), term_to_binary(T)`.
    #[test]
    fn a_description_is_encoded_as_otp_does() {
        let text = include_str!("../tests/data/demo.app");
        let expected = include_bytes!("../tests/data/demo.application.bin");
        let found = Application::parse(text).expect("a description");
        assert_eq!(found.name, "demo");
        assert!(found.term == expected, "{}", found.term.escape_ascii());
    }

    #[test]
    fn what_is_no_description_is_refused_where_it_goes_wrong() {
        let fault = |text| Application::parse(text).map_err(|error| (error.fault, error.offset));
        assert_eq!(fault("{application, a, []}"), Err((ApplicationFault::Truncated, 20)));
        assert_eq!(fault("{application, a, [X]}."), Err((ApplicationFault::Unexpected, 18)));
        assert_eq!(fault("{application, a, [}]."), Err((ApplicationFault::Unexpected, 18)));
        assert_eq!(fault("{app, a, []}."), Err((ApplicationFault::NotApplication, 0)));
        assert_eq!(fault("\"abc"), Err((ApplicationFault::Truncated, 4)));
        assert_eq!(fault(&"[".repeat(100_000)), Err((ApplicationFault::Truncated, 100_000)));
    }
}
