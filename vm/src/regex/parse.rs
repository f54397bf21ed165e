//! A pattern becomes a tree.
//!
//! Invariants: groups nest no deeper than [`MOST_NESTED`], so a tree may be walked by recursion; a reference names a
//! group there is, or the pattern is an error. What is wrong is said in PCRE2's words, at its place.

mod bracket;
mod escape;
mod group;
mod verb;

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::class::{Class, Folding, Item, Set};
use super::tree::{Assertion, Condition, Conditional, Mood, Node, Reference, Repeat, Verb};
use super::{Newline, Options, PatternError};

/// Groups in groups, at most.
pub const MOST_NESTED: u32 = 250;
/// Groups that capture, at most.
const MOST_GROUPS: u32 = 65_535;
/// The greatest number in a quantifier.
const MOST_REPEATS: u32 = 65_535;
/// Quantifiers, and other nodes around one node, that may stand without parentheses.
const ENDLESS: u32 = u32::MAX;

pub(super) const NOT_REPEATABLE: &str = "quantifier does not follow a repeatable item";
pub(super) const NO_SUCH_GROUP: &str = "reference to non-existent subpattern";
pub(super) const UNCLOSED: &str = "missing closing parenthesis";

/// What a pattern says.
#[derive(Debug)]
pub struct Parsed {
    /// The tree.
    pub node: Node,
    /// The options it begins with, those it asks for itself among them.
    pub options: Options,
    /// How many groups capture.
    pub groups: u32,
    /// Names and their groups, in the order of the pattern.
    pub names: Vec<(Vec<u8>, u32)>,
    /// The limits it sets itself: of steps, and of depth.
    pub limits: [Option<u64>; 2],
    /// Whether it speaks of carriage returns or line feeds.
    pub speaks_of_line_ends: bool,
    /// Whether it ends its match by `(*ACCEPT)` somewhere.
    pub accepts: bool,
    references: Vec<Mention>,
    keeps_in_look: bool,
    length: usize,
}

/// A group that is spoken of by name, or else by number; and where.
type Mention = (Option<Vec<u8>>, u32, usize);

pub(super) type Parse<T> = Result<T, PatternError>;

/// Where we are in a pattern.
pub(super) struct Parser<'p> {
    pattern: &'p [u8],
    at: usize,
    options: Options,
    groups: u32,
    names: Vec<(Vec<u8>, u32)>,
    depth: u32,
    /// How many lookarounds we are in.
    looks: u32,
    quoted: bool,
    limits: [Option<u64>; 2],
    speaks_of_line_ends: bool,
    accepts: bool,
    /// Whether `\\K` stands in a look.
    keeps_in_look: bool,
    /// The references to be proved once all groups are known.
    references: Vec<Mention>,
}

/// Makes the tree of a pattern.
///
/// # Errors
/// The pattern is none.
pub fn parse(pattern: &[u8], options: Options) -> Parse<Parsed> {
    let mut parser = Parser {
        pattern,
        at: 0,
        options,
        groups: 0,
        names: Vec::new(),
        depth: 0,
        looks: 0,
        quoted: false,
        limits: [None; 2],
        speaks_of_line_ends: false,
        accepts: false,
        keeps_in_look: false,
        references: Vec::new(),
    };
    parser.leading_verbs()?;
    if parser.options.has(Options::UNICODE) {
        if parser.options.has(Options::NEVER_UTF) {
            return parser.fail("using UTF is disabled by the application");
        }
        if let Err(error) = core::str::from_utf8(pattern) {
            return Err(PatternError { message: "UTF-8 error", position: error.valid_up_to() });
        }
    }
    let options = parser.options;
    let node = parser.alternation()?;
    if parser.at < pattern.len() {
        parser.at += 1;
        return parser.fail("unmatched closing parenthesis");
    }
    Ok(Parsed {
        node,
        options,
        groups: parser.groups,
        names: parser.names,
        limits: parser.limits,
        speaks_of_line_ends: parser.speaks_of_line_ends,
        accepts: parser.accepts,
        references: parser.references,
        keeps_in_look: parser.keeps_in_look,
        length: pattern.len(),
    })
}

impl Parser<'_> {
    pub(super) fn fail<T>(&self, message: &'static str) -> Parse<T> {
        self.fail_at(message, self.at)
    }

    pub(super) fn fail_at<T>(&self, message: &'static str, position: usize) -> Parse<T> {
        Err(PatternError { message, position })
    }

    /// The byte `ahead` bytes from here.
    pub(super) fn peek(&self, ahead: usize) -> Option<u8> {
        self.pattern.get(self.at + ahead).copied()
    }

    pub(super) fn rest(&self) -> &[u8] {
        &self.pattern[self.at.min(self.pattern.len())..]
    }

    /// Takes these bytes if they stand here.
    pub(super) fn take(&mut self, text: &[u8]) -> bool {
        let here = self.rest().starts_with(text);
        if here {
            self.at += text.len();
        }
        here
    }

    /// Takes the next character.
    pub(super) fn character(&mut self) -> Option<u32> {
        let (character, size) = decode(self.rest(), self.options.has(Options::UNICODE))?;
        self.at += size;
        Some(character)
    }

    pub(super) fn folding(&self) -> Folding {
        match (self.options.has(Options::CASELESS), self.options.has(Options::UNICODE | Options::UCP)) {
            (false, _) => Folding::None,
            (true, true) => Folding::Unicode,
            (true, false) => Folding::Latin1,
        }
    }

    /// A character as a node.
    pub(super) fn literal(&mut self, character: u32) -> Node {
        self.speaks_of_line_ends |= matches!(character, 10 | 13);
        Node::Character { character, fold: self.options.has(Options::CASELESS) }
    }

    /// Alternatives up to a closing parenthesis or the end.
    pub(super) fn alternation(&mut self) -> Parse<Node> {
        let mut branches = alloc::vec![self.branch()?];
        while self.peek(0) == Some(b'|') {
            self.at += 1;
            branches.push(self.branch()?);
        }
        Ok(match branches.len() {
            1 => branches.pop().unwrap_or(Node::Empty),
            _ => Node::Alternation(branches),
        })
    }

    /// One alternative.
    pub(super) fn branch(&mut self) -> Parse<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        // Whether a quantifier may follow what is last.
        let mut repeatable = false;
        loop {
            if !self.quoted {
                self.pass_over()?;
            }
            match self.peek(0) {
                None => break,
                Some(b'|' | b')') if !self.quoted => break,
                Some(b'\\') if self.quoted => {
                    if self.take(b"\\E") {
                        self.quoted = false;
                        continue;
                    }
                }
                Some(b'\\') if self.take(b"\\Q") => {
                    self.quoted = true;
                    continue;
                }
                Some(b'\\') if self.take(b"\\E") => continue,
                Some(b'*' | b'+' | b'?' | b'{') if !self.quoted => {
                    if let Some((least, most)) = self.quantifier()? {
                        let (true, Some(body)) = (repeatable, nodes.pop()) else {
                            return self.fail(NOT_REPEATABLE);
                        };
                        let mood = self.mood();
                        nodes.push(repeated(body, least, most, mood));
                        repeatable = false;
                        continue;
                    }
                }
                Some(_) => {}
            }
            if self.quoted {
                let Some(character) = self.character() else { break };
                let node = self.literal(character);
                nodes.push(node);
                repeatable = true;
            } else if let Some((node, can_repeat)) = self.atom()? {
                nodes.push(node);
                repeatable = can_repeat;
            } else {
                repeatable = false;
            }
        }
        Ok(match nodes.len() {
            0 => Node::Empty,
            1 => nodes.pop().unwrap_or(Node::Empty),
            _ => Node::Concatenation(nodes),
        })
    }

    /// Passes over white space and comments where the options say so, and over `(?#…)`.
    fn pass_over(&mut self) -> Parse<()> {
        loop {
            let extended = self.options.has(Options::EXTENDED);
            match self.peek(0) {
                Some(b'\t'..=b'\r' | b' ') if extended => self.at += 1,
                Some(b'#') if extended => {
                    while self.at < self.pattern.len() && !self.line_ends() {
                        self.at += 1;
                    }
                }
                Some(b'(') if self.rest().starts_with(b"(?#") => {
                    match self.rest().iter().position(|byte| *byte == b')') {
                        Some(length) => self.at += length + 1,
                        None => {
                            self.at = self.pattern.len();
                            return self.fail("missing ) after (?# comment");
                        }
                    }
                }
                _ => return Ok(()),
            }
        }
    }

    /// Whether a line end of the pattern stands here; it is passed over by whoever asked.
    fn line_ends(&mut self) -> bool {
        let here = match self.options.newline {
            Newline::Lf => self.peek(0) == Some(b'\n'),
            Newline::Cr => self.peek(0) == Some(b'\r'),
            Newline::Nul => self.peek(0) == Some(0),
            Newline::CrLf => {
                let here = self.rest().starts_with(b"\r\n");
                self.at += usize::from(here);
                here
            }
            Newline::AnyCrLf | Newline::Any => matches!(self.peek(0), Some(b'\n' | b'\r')),
        };
        self.at += usize::from(here);
        here
    }

    /// A quantifier, if one stands here: a brace may be just a brace.
    fn quantifier(&mut self) -> Parse<Option<(u32, u32)>> {
        let simple = match self.peek(0) {
            Some(b'*') => Some((0, ENDLESS)),
            Some(b'+') => Some((1, ENDLESS)),
            Some(b'?') => Some((0, 1)),
            _ => None,
        };
        if simple.is_some() {
            self.at += 1;
            return Ok(simple);
        }
        let start = self.at;
        let counts = self.counts();
        if matches!(counts, Ok(None)) {
            self.at = start;
        }
        counts
    }

    /// `{n}`, `{n,}`, `{,m}`, `{n,m}`, with spaces where they please.
    fn counts(&mut self) -> Parse<Option<(u32, u32)>> {
        if !self.braces_count() {
            return Ok(None);
        }
        self.at += 1;
        self.spaces();
        let least = self.count()?;
        self.spaces();
        let most = if self.take(b",") {
            self.spaces();
            self.count()?.unwrap_or(ENDLESS)
        } else {
            least.unwrap_or(0)
        };
        self.spaces();
        let least = least.unwrap_or(0);
        if most < least {
            return self.fail("numbers out of order in {} quantifier");
        }
        self.at += 1;
        Ok(Some((least, most)))
    }

    /// Whether a quantifier in braces stands here.
    fn braces_count(&self) -> bool {
        let Some(length) = self.rest().iter().position(|byte| *byte == b'}') else { return false };
        let mut parts = self.rest()[1..length].split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
        let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(least), None, None) => !least.is_empty() && digits(least),
            (Some(least), Some(most), None) => {
                digits(least) && digits(most) && !(least.is_empty() && most.is_empty())
            }
            _ => false,
        }
    }

    fn spaces(&mut self) {
        while matches!(self.peek(0), Some(b' ' | b'\t')) {
            self.at += 1;
        }
    }

    fn count(&mut self) -> Parse<Option<u32>> {
        if !self.peek(0).is_some_and(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        let mut count = 0;
        while let Some(byte @ b'0'..=b'9') = self.peek(0) {
            self.at += 1;
            count = count * 10 + u32::from(byte - b'0');
            if count > MOST_REPEATS {
                return self.fail("number too big in {} quantifier");
            }
        }
        Ok(Some(count))
    }

    /// What follows a quantifier.
    fn mood(&mut self) -> Mood {
        let ungreedy = self.options.has(Options::UNGREEDY);
        if self.options.has(Options::EXTENDED) {
            let _ = self.pass_over();
        }
        if self.take(b"+") {
            Mood::Possessive
        } else if self.take(b"?") != ungreedy {
            Mood::Lazy
        } else {
            Mood::Greedy
        }
    }

    /// The next part of a branch and whether it may be repeated; nothing for what only sets options.
    fn atom(&mut self) -> Parse<Option<(Node, bool)>> {
        let repeatable = |node| Ok(Some((node, true)));
        match self.peek(0) {
            Some(b'^') => {
                self.at += 1;
                let multiline = self.options.has(Options::MULTILINE);
                let assertion = if multiline { Assertion::LineStart } else { Assertion::Caret };
                Ok(Some((Node::Assert(assertion), false)))
            }
            Some(b'$') => {
                self.at += 1;
                let assertion = if self.options.has(Options::MULTILINE) {
                    Assertion::LineEnd
                } else if self.options.has(Options::DOLLAR_ENDONLY) {
                    Assertion::DollarEnd
                } else {
                    Assertion::Dollar
                };
                Ok(Some((Node::Assert(assertion), false)))
            }
            Some(b'.') => {
                self.at += 1;
                repeatable(Node::Any { line_ends: self.options.has(Options::DOTALL) })
            }
            Some(b'[') => self.bracket().map(Some),
            Some(b'(') => self.group(),
            Some(b'\\') => {
                self.at += 1;
                self.escaped().map(Some)
            }
            _ => match self.character() {
                Some(character) => {
                    let node = self.literal(character);
                    repeatable(node)
                }
                None => Ok(None),
            },
        }
    }

    /// Notes a reference that is to be proved, and gives it.
    pub(super) fn reference(&mut self, reference: Reference) -> Reference {
        self.references.push(match &reference {
            Reference::Number(number, position) => (None, *number, *position),
            Reference::Name(name, position) => (Some(name.clone()), 0, *position),
        });
        reference
    }
}

impl Parsed {
    /// Refuses what names groups there are not, and what is told of last.
    ///
    /// # Errors
    /// As said.
    pub fn prove(&self) -> Parse<()> {
        for (name, number, position) in &self.references {
            let known = match name {
                Some(name) => self.names.iter().any(|(known, _)| known == name),
                None => *number <= self.groups,
            };
            if !known {
                return Err(PatternError { message: NO_SUCH_GROUP, position: *position });
            }
        }
        if self.keeps_in_look {
            let message = "\\K is not allowed in lookarounds (but see PCRE2_EXTRA_ALLOW_LOOKAROUND_BSK)";
            return Err(PatternError { message, position: self.length });
        }
        Ok(())
    }
}

/// A node several times.
fn repeated(body: Node, least: u32, most: u32, mood: Mood) -> Node {
    // An assertion says the same however often it is asked.
    let most = if matches!(body, Node::Look { .. }) { most.min(1) } else { most };
    let least = least.min(most);
    if (least, most) == (1, 1) {
        return if mood == Mood::Possessive { Node::Atomic(Box::new(body)) } else { body };
    }
    Node::Repeat(Box::new(Repeat { body, least, most, mood }))
}

/// The first character of bytes, and its size. Bytes that are not UTF-8 are characters each.
pub fn decode(bytes: &[u8], unicode: bool) -> Option<(u32, usize)> {
    let first = *bytes.first()?;
    if !unicode || first < 0x80 {
        return Some((u32::from(first), 1));
    }
    let more = |place: usize| bytes.get(place).map_or(0, |byte| u32::from(byte & 0x3f));
    let first = u32::from(first);
    let (character, size) = match first {
        0xc0..=0xdf => ((first & 0x1f) << 6 | more(1), 2),
        0xe0..=0xef => ((first & 0x0f) << 12 | more(1) << 6 | more(2), 3),
        0xf0..=0xf7 => ((first & 0x07) << 18 | more(1) << 12 | more(2) << 6 | more(3), 4),
        _ => (first, 1),
    };
    Some((character, size.min(bytes.len())))
}
