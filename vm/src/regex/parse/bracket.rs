//! Classes in brackets.

use super::escape::Escape;
use super::{Assertion, Class, Item, Node, Options, Parse, Parser, Set, Vec};
use crate::regex::class::Posix;

const UNCLOSED: &str = "missing terminating ] for character class";
const BAD_RANGE: &str = "invalid range in character class";

impl Parser<'_> {
    /// The class whose bracket stands here, and whether it may be repeated.
    pub(super) fn bracket(&mut self) -> Parse<(Node, bool)> {
        for (text, start) in [(&b"[[:<:]]"[..], true), (b"[[:>:]]", false)] {
            if self.take(text) {
                return Ok((word_edge(start, self.options.has(Options::UCP)), false));
            }
        }
        self.refuse_lonely_posix()?;
        self.at += 1;
        let negated = self.take(b"^");
        let mut items = Vec::new();
        let mut first = true;
        loop {
            if self.take(b"\\E") {
                self.quoted = false;
                continue;
            }
            if self.quoted {
                match self.character() {
                    Some(character) => self.member(Item::Range(character, character), &mut items)?,
                    None => return self.fail(UNCLOSED),
                }
                first = false;
                continue;
            }
            match self.peek(0) {
                None => return self.fail(UNCLOSED),
                Some(b']') if !first => {
                    self.at += 1;
                    break;
                }
                Some(b' ' | b'\t') if self.options.has(Options::EXTENDED_MORE) => self.at += 1,
                Some(b'\\') if self.take(b"\\Q") => self.quoted = true,
                Some(_) => {
                    let item = self.class_item()?;
                    self.member(item, &mut items)?;
                    first = false;
                }
            }
        }
        let class = Class::new(items, negated, self.folding());
        Ok((Node::Class(class.into()), true))
    }

    /// `[:name:]` outside a class is an error of its own.
    fn refuse_lonely_posix(&mut self) -> Parse<()> {
        let Some(mark @ (b':' | b'.' | b'=')) = self.peek(1) else { return Ok(()) };
        let Some(length) = self.posix_length(mark) else { return Ok(()) };
        self.at += length;
        self.fail(if mark == b':' {
            "POSIX named classes are supported only within a class"
        } else {
            "POSIX collating elements are not supported"
        })
    }

    /// The length of a `[:name:]` that stands here.
    fn posix_length(&self, mark: u8) -> Option<usize> {
        let inside = self.rest().get(2..)?;
        let length = inside
            .iter()
            .position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'^' | b'<' | b'>' | b'_')))?;
        inside[length..].starts_with(&[mark, b']']).then_some(length + 4)
    }

    /// What stands at this place of a class.
    fn class_item(&mut self) -> Parse<Item> {
        if self.peek(0) == Some(b'[')
            && let Some(mark @ (b':' | b'.' | b'=')) = self.peek(1)
            && let Some(length) = self.posix_length(mark)
        {
            return self.posix(mark, length);
        }
        if self.take(b"\\") {
            let escape = self.escape(true)?;
            return self.item(escape);
        }
        match self.character() {
            Some(character) => self.item(Escape::Character(character)),
            None => self.fail(UNCLOSED),
        }
    }

    fn posix(&mut self, mark: u8, length: usize) -> Parse<Item> {
        let name = self.pattern[self.at + 2..self.at + length - 2].to_vec();
        self.at += length;
        if mark != b':' {
            return self.fail("POSIX collating elements are not supported");
        }
        let (negated, name) = match name.strip_prefix(b"^") {
            Some(name) => (true, name),
            None => (false, &name[..]),
        };
        let Some(mut class) = Posix::of(name) else {
            return self.fail("unknown POSIX class name");
        };
        if self.options.has(Options::CASELESS) && matches!(class, Posix::Lower | Posix::Upper) {
            class = Posix::Alpha;
        }
        let by_property = self.options.has(Options::UCP);
        Ok(Item::Set(if by_property { Set::PosixUnicode(class) } else { Set::Posix(class) }, negated))
    }

    /// Adds an item, or the range it begins.
    fn member(&mut self, item: Item, items: &mut Vec<Item>) -> Parse<()> {
        let is_range = self.peek(0) == Some(b'-')
            && !matches!(self.peek(1), None | Some(b']'))
            && !self.quoted
            && !self.rest().starts_with(b"-\\E]");
        if !is_range {
            items.push(item);
            return Ok(());
        }
        let Item::Range(from, _) = item else {
            self.at += 1;
            return self.fail(BAD_RANGE);
        };
        self.at += 1;
        if self.take(b"\\Q") {
            self.quoted = true;
        }
        let end = if self.quoted {
            self.character().map(|character| Item::Range(character, character))
        } else {
            Some(self.class_item()?)
        };
        match end {
            None => self.fail(UNCLOSED),
            Some(Item::Set(..)) => self.fail(BAD_RANGE),
            Some(Item::Range(to, _)) if to < from => self.fail("range out of order in character class"),
            Some(Item::Range(to, _)) => {
                items.push(Item::Range(from, to));
                Ok(())
            }
        }
    }
}

/// Where a word begins, or ends: a boundary before, or behind, a character of a word.
fn word_edge(start: bool, ucp: bool) -> Node {
    let word = Class::of(if ucp { Set::UnicodeWord } else { Set::Word }, false);
    let body = Node::Class(word.into()).into();
    let look = Node::Look { body, behind: !start, negated: false, position: 0 };
    Node::Concatenation(alloc::vec![Node::Assert(Assertion::WordBoundary { ucp }), look])
}
