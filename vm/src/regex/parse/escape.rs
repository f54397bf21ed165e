//! What follows a backslash.
//!
//! Invariant: outside and inside a class the same sequences stand for the same characters.

use super::{Assertion, Class, Item, Node, Options, Parse, Parser, Reference, Set, Vec};
use crate::regex::class::Posix;

const NO_DIGITS: &str = "digits missing after \\x or in \\x{} or \\o{} or \\N{U+}";
const TOO_LARGE: &str = "character code point value in \\x{} or \\o{} is too large";
const UNSUPPORTED: &str = "PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u";
const MALFORMED_PROPERTY: &str = "malformed \\P or \\p sequence";
const UNKNOWN_PROPERTY: &str = "unknown property after \\P or \\p";

/// What a backslash and what follows it stand for.
pub(super) enum Escape {
    Character(u32),
    Set(Set, bool),
    /// Digits that may be a group's number: the number, and what they are if they are none.
    Group(u32),
    /// Any other letter.
    Letter(u8),
}

impl Parser<'_> {
    /// What stands behind the backslash that was just taken.
    pub(super) fn escape(&mut self, in_class: bool) -> Parse<Escape> {
        let Some(character) = self.character() else { return self.fail("\\ at end of pattern") };
        let Some(byte) = u8::try_from(character).ok().filter(u8::is_ascii_alphanumeric) else {
            return Ok(Escape::Character(character));
        };
        let ucp = self.options.has(Options::UCP);
        let by_property = |plain: Set, property: Set| if ucp { property } else { plain };
        let set = match byte.to_ascii_lowercase() {
            b'd' => by_property(Set::Digit, Set::PosixUnicode(Posix::Digit)),
            b's' => by_property(Set::Space, Set::UnicodeSpace),
            b'w' => by_property(Set::Word, Set::UnicodeWord),
            b'h' => Set::Horizontal,
            b'v' => Set::Vertical,
            b'p' => return self.property(byte == b'P'),
            _ => return self.character_escape(byte, in_class),
        };
        Ok(Escape::Set(set, byte.is_ascii_uppercase()))
    }

    fn character_escape(&mut self, byte: u8, in_class: bool) -> Parse<Escape> {
        let character = match byte {
            b'a' => 7,
            b'b' if in_class => 8,
            b'e' => 27,
            b'f' => 12,
            b'n' => 10,
            b'r' => 13,
            b't' => 9,
            b'0' => self.octal(2, 0)?,
            b'1'..=b'9' => return self.digits(byte, in_class),
            b'c' => self.control()?,
            b'o' => self.braced_octal()?,
            b'x' => self.hexadecimal()?,
            b'F' | b'L' | b'l' | b'U' | b'u' => return self.fail(UNSUPPORTED),
            b'N' if self.peek(0) == Some(b'{') && !self.braces_count() => {
                if !self.take(b"{U+") {
                    self.at += 1;
                    return self.fail(UNSUPPORTED);
                }
                let character = self.braced(16, "non-hex character in \\x{} (closing brace missing?)")?;
                if !self.options.has(Options::UNICODE) {
                    return self.fail("\\N{U+dddd} is supported only in Unicode (UTF) mode");
                }
                character
            }
            _ => return Ok(Escape::Letter(byte)),
        };
        Ok(Escape::Character(character))
    }

    /// A number of up to so many more octal digits.
    fn octal(&mut self, most: usize, first: u32) -> Parse<u32> {
        let mut value = first;
        for _ in 0..most {
            let Some(byte @ b'0'..=b'7') = self.peek(0) else { break };
            self.at += 1;
            value = value * 8 + u32::from(byte - b'0');
        }
        if value > 0xff && !self.options.has(Options::UNICODE) {
            return self.fail("octal value is greater than \\377 in 8-bit non-UTF-8 mode");
        }
        Ok(value)
    }

    /// Digits: a group's number, or a character in octal.
    fn digits(&mut self, first: u8, in_class: bool) -> Parse<Escape> {
        let start = self.at;
        if !in_class {
            let mut number = u32::from(first - b'0');
            while let Some(byte @ b'0'..=b'9') = self.peek(0) {
                self.at += 1;
                number = number.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
            }
            if number < 10 || first >= b'8' || number <= self.groups {
                return Ok(Escape::Group(number));
            }
            self.at = start;
        }
        if first >= b'8' {
            return Ok(Escape::Character(u32::from(first)));
        }
        Ok(Escape::Character(self.octal(2, u32::from(first - b'0'))?))
    }

    fn control(&mut self) -> Parse<u32> {
        match self.peek(0) {
            None => self.fail("\\c at end of pattern"),
            Some(byte @ 32..=126) => {
                self.at += 1;
                Ok(u32::from(byte.to_ascii_uppercase() ^ 0x40))
            }
            Some(_) => {
                self.at += 1;
                self.fail("\\c must be followed by a printable ASCII character")
            }
        }
    }

    fn braced_octal(&mut self) -> Parse<u32> {
        if !self.take(b"{") {
            return self.fail("missing opening brace after \\o");
        }
        self.braced(8, "non-octal character in \\o{} (closing brace missing?)")
    }

    fn hexadecimal(&mut self) -> Parse<u32> {
        if self.take(b"{") {
            return self.braced(16, "non-hex character in \\x{} (closing brace missing?)");
        }
        let mut value = None;
        for _ in 0..2 {
            let Some(digit) = self.peek(0).and_then(|byte| char::from(byte).to_digit(16)) else { break };
            self.at += 1;
            value = Some(value.unwrap_or(0) * 16 + digit);
        }
        match value {
            Some(value) => Ok(value),
            None => self.fail(NO_DIGITS),
        }
    }

    /// Digits up to a closing brace.
    fn braced(&mut self, radix: u32, malformed: &'static str) -> Parse<u32> {
        self.spaces();
        if matches!(self.peek(0), None | Some(b'}')) {
            return self.fail(NO_DIGITS);
        }
        let mut value: u32 = 0;
        while let Some(digit) = self.peek(0).and_then(|byte| char::from(byte).to_digit(radix)) {
            self.at += 1;
            value = value.saturating_mul(radix).saturating_add(digit);
            let most = if self.options.has(Options::UNICODE) { 0x10_ffff } else { 0xff };
            if value > most {
                return self.fail(TOO_LARGE);
            }
        }
        if (0xd800..=0xdfff).contains(&value) && self.options.has(Options::UNICODE) {
            return self.fail("disallowed Unicode code point (>= 0xd800 && <= 0xdfff)");
        }
        self.spaces();
        if !self.take(b"}") {
            self.at += usize::from(self.peek(0).is_some());
            return self.fail(malformed);
        }
        Ok(value)
    }

    fn property(&mut self, negated: bool) -> Parse<Escape> {
        let mut negated = negated;
        let start = self.at;
        let name = match self.peek(0) {
            None => return self.fail(MALFORMED_PROPERTY),
            Some(b'{') => {
                let Some(length) = self.rest().iter().position(|byte| *byte == b'}') else {
                    self.at = self.pattern.len();
                    return self.fail(MALFORMED_PROPERTY);
                };
                self.at += length + 1;
                let name = self.pattern[start + 1..self.at - 1].trim_ascii();
                match name.strip_prefix(b"^") {
                    Some(name) => {
                        negated = !negated;
                        name
                    }
                    None => name,
                }
            }
            Some(_) => {
                self.at += 1;
                &self.pattern[start..self.at]
            }
        };
        match Set::property(name) {
            Some(set) => Ok(Escape::Set(set, negated)),
            None => self.fail(UNKNOWN_PROPERTY),
        }
    }

    /// What a backslash that was just taken stands for outside a class, and whether it may be repeated.
    pub(super) fn escaped(&mut self) -> Parse<(Node, bool)> {
        let node = match self.escape(false)? {
            Escape::Character(character) => self.literal(character),
            Escape::Set(set, negated) => Node::Class(Class::of(set, negated).into()),
            Escape::Group(number) => {
                let reference = self.reference(Reference::Number(number, self.at));
                Node::BackReference(reference, self.options.has(Options::CASELESS))
            }
            Escape::Letter(letter) => return self.letter(letter),
        };
        Ok((node, true))
    }

    fn letter(&mut self, letter: u8) -> Parse<(Node, bool)> {
        let ucp = self.options.has(Options::UCP);
        let assertion = match letter {
            b'A' => Assertion::SubjectStart,
            b'Z' => Assertion::SubjectEndOrLineEnd,
            b'z' => Assertion::SubjectEnd,
            b'G' => Assertion::SearchStart,
            b'b' => Assertion::WordBoundary { ucp },
            b'B' => Assertion::NotWordBoundary { ucp },
            b'C' => return Ok((Node::Byte, true)),
            b'R' => {
                self.speaks_of_line_ends = true;
                let ascii = self.options.has(Options::BSR_ANYCRLF);
                return Ok((Node::LineEnd { ascii }, true));
            }
            b'X' => return Ok((Node::Grapheme, true)),
            b'N' => return Ok((Node::Any { line_ends: false }, true)),
            b'K' => {
                self.keeps_in_look |= self.looks > 0;
                return Ok((Node::Keep, false));
            }
            b'g' => return self.group_escape().map(|node| (node, true)),
            b'k' => {
                let closing = match self.peek(0) {
                    Some(b'{') => b'}',
                    Some(b'<') => b'>',
                    Some(b'\'') => b'\'',
                    _ => {
                        return self.fail("\\k is not followed by a braced, angle-bracketed, or quoted name");
                    }
                };
                self.at += 1;
                let reference = self.named_reference(closing)?;
                return Ok((Node::BackReference(reference, self.options.has(Options::CASELESS)), true));
            }
            _ => return self.fail("unrecognized character follows \\"),
        };
        Ok((Node::Assert(assertion), false))
    }

    /// A reference by a name that ends with this byte.
    pub(super) fn named_reference(&mut self, closing: u8) -> Parse<Reference> {
        let position = self.at;
        let name = self.name(closing)?;
        Ok(self.reference(Reference::Name(name, position)))
    }

    /// `\g1`, `\g-1`, `\g{1}`, `\g{-1}`, `\g{+1}`, `\g{name}`; a call where brackets or quotes are used.
    fn group_escape(&mut self) -> Parse<Node> {
        let call = match self.peek(0) {
            Some(b'<') => Some(b'>'),
            Some(b'\'') => Some(b'\''),
            _ => None,
        };
        let closing = call.or((self.peek(0) == Some(b'{')).then_some(b'}'));
        self.at += usize::from(closing.is_some());
        let start = self.at;
        let sign = self.peek(0).filter(|byte| matches!(byte, b'-' | b'+'));
        let by_number = self.peek(usize::from(sign.is_some())).is_some_and(|byte| byte.is_ascii_digit());
        let reference = if by_number {
            self.at += usize::from(sign.is_some());
            let number = self.number();
            let mut position = self.at;
            if let Some(closing) = closing
                && !self.take(&[closing])
            {
                return self.fail(
                    "\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain number",
                );
            }
            position += usize::from(closing.is_some());
            if number == 0 && call.is_none() {
                return self.fail("a numbered reference must not be zero");
            }
            let at = if sign.is_some() { start } else { position };
            let number = self.relative(sign, number, if sign == Some(b'-') { start - 1 } else { at })?;
            self.reference(Reference::Number(number, at))
        } else if let Some(closing) = closing {
            self.named_reference(closing)?
        } else {
            return self.fail(
                "\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain number",
            );
        };
        Ok(match call {
            Some(_) => Node::Call(reference),
            None => Node::BackReference(reference, self.options.has(Options::CASELESS)),
        })
    }

    /// A number, as large as it may be.
    pub(super) fn number(&mut self) -> u32 {
        let mut number: u32 = 0;
        while let Some(byte @ b'0'..=b'9') = self.peek(0) {
            self.at += 1;
            number = number.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
        }
        number
    }

    /// The number of the group a signed number means from here.
    pub(super) fn relative(&self, sign: Option<u8>, number: u32, position: usize) -> Parse<u32> {
        let meant = match sign {
            Some(b'-') => (self.groups + 1).checked_sub(number).filter(|number| *number > 0),
            Some(_) => Some(self.groups.saturating_add(number)),
            None => Some(number),
        };
        meant.map_or_else(|| self.fail_at(super::NO_SUCH_GROUP, position), Ok)
    }

    /// A name up to this byte.
    pub(super) fn name(&mut self, closing: u8) -> Parse<Vec<u8>> {
        let start = self.at;
        if self.peek(0).is_none_or(|byte| byte == closing) {
            return self.fail("subpattern name expected");
        }
        if self.peek(0).is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
            return self.fail("subpattern name must start with a non-digit");
        }
        let unicode = self.options.has(Options::UNICODE);
        while let Some((character, size)) = super::decode(self.rest(), unicode) {
            let named = if unicode {
                character == 0x5f || Set::Alphanumeric.holds(character)
            } else {
                character < 128 && Set::Word.holds(character)
            };
            if !named {
                break;
            }
            self.at += size;
            if self.at - start > 128 {
                return self.fail("subpattern name is too long (maximum 128 code units)");
            }
        }
        let name = self.pattern[start..self.at].to_vec();
        if name.is_empty() {
            return self.fail("subpattern name expected");
        }
        if !self.take(&[closing]) {
            return self.fail("syntax error in subpattern name (missing terminator?)");
        }
        Ok(name)
    }

    /// The item of a class that an escape stands for.
    pub(super) fn item(&mut self, escape: Escape) -> Parse<Item> {
        match escape {
            Escape::Character(character) => {
                self.speaks_of_line_ends |= matches!(character, 10 | 13);
                Ok(Item::Range(character, character))
            }
            Escape::Set(set, negated) => Ok(Item::Set(set, negated)),
            Escape::Letter(b'N') => self.fail("\\N is not supported in a class"),
            Escape::Letter(b'B' | b'R' | b'X' | b'C' | b'K' | b'A' | b'Z' | b'z' | b'G' | b'g' | b'k') => {
                self.fail("escape sequence is invalid in character class")
            }
            Escape::Letter(_) | Escape::Group(_) => self.fail("unrecognized character follows \\"),
        }
    }
}
