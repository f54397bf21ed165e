//! Terms as text: as `erlang:display/1` shows them, and as `~w` does.
//!
//! Invariants: nothing recurses into a term; a text that reaches its limit ends in `...` and takes no more time
//! than that much text does.
//! Small maps are shown in term order of their keys, large ones in the order in which they are kept.
//! Deliberately absent: `~p` with its lines and indents, which is Erlang code above this.

use alloc::vec::Vec;
use core::fmt::{self, Write};

use crate::atom::Atoms;

use super::map::{Entry, Node};
use super::{Bits, Boxed, Closure, Export, External, Kind, Map, Pair, Record, Term, compare, integer, text};

/// Whose syntax.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavour {
    /// `erlang:display/1`: text as such, floats with six digits.
    Display,
    /// `~w`: lists and binaries of numbers, the shortest floats.
    Write,
    /// `~0p`: as `~w`, but text as such.
    Print,
}

/// How a term is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The syntax.
    pub flavour: Flavour,
    /// About how many bytes of text may come before `...`.
    pub bytes: usize,
}

impl Limits {
    /// All of a term.
    pub const fn all(flavour: Flavour) -> Self {
        Limits { flavour, bytes: usize::MAX }
    }
}

/// What is still to be written, the next last.
enum Step<'h> {
    Text(&'static str),
    Term(Term<'h>),
    /// Elements after the first, each behind a comma.
    Elements(&'h [Term<'h>]),
    /// The rest of a list whose beginning is written.
    Tail(Term<'h>),
    /// The fields of a record from one on.
    Fields(Record<'h>, usize),
    /// Pairs of a small map, the next last.
    Pairs(Vec<Pair<'h>>),
    /// What is left of a node of a large map, and whether a pair comes before.
    Node(Node<'h>, bool),
}

/// Counts what passes.
struct Counted<'w> {
    out: &'w mut dyn Write,
    left: usize,
}

impl Write for Counted<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.left = self.left.saturating_sub(text.len());
        self.out.write_str(text)
    }
}

/// Writes a term.
pub fn write_term(out: &mut dyn Write, atoms: &Atoms, term: Term<'_>, limits: Limits) -> fmt::Result {
    let out = Counted { out, left: limits.bytes };
    let mut printer = Printer { out, atoms, flavour: limits.flavour, steps: Vec::new() };
    printer.steps.push(Step::Term(term));
    while let Some(step) = printer.steps.pop() {
        if printer.out.left == 0 {
            return printer.out.write_str("...");
        }
        printer.step(step)?;
    }
    Ok(())
}

struct Printer<'a, 'w, 'h> {
    out: Counted<'w>,
    atoms: &'a Atoms,
    flavour: Flavour,
    steps: Vec<Step<'h>>,
}

impl<'h> Printer<'_, '_, 'h> {
    fn step(&mut self, step: Step<'h>) -> fmt::Result {
        match step {
            Step::Text(text) => self.out.write_str(text),
            Step::Term(term) => self.term(term),
            Step::Elements([]) => Ok(()),
            Step::Elements([first, rest @ ..]) => {
                self.steps.extend([Step::Elements(rest), Step::Term(*first)]);
                self.out.write_char(',')
            }
            Step::Tail(tail) => match tail.as_cons() {
                Some(cons) => {
                    self.steps.extend([Step::Tail(cons.tail()), Step::Term(cons.head())]);
                    self.out.write_char(',')
                }
                None if tail.is_nil() => self.out.write_char(']'),
                None => {
                    self.steps.extend([Step::Text("]"), Step::Term(tail)]);
                    self.out.write_char('|')
                }
            },
            Step::Fields(record, place) => {
                let (Some(field), Some(value)) = (record.fields().get(place), record.values.get(place))
                else {
                    return Ok(());
                };
                let equals = if self.flavour != Flavour::Display { " = " } else { "=" };
                let comma = (place > 0).then_some(Step::Text(","));
                self.steps.extend([Step::Fields(record, place + 1), Step::Term(*value), Step::Text(equals)]);
                self.steps.push(Step::Term(*field));
                self.steps.extend(comma);
                Ok(())
            }
            Step::Pairs(mut pairs) => {
                let Some(pair) = pairs.pop() else { return Ok(()) };
                let comma = (!pairs.is_empty()).then_some(Step::Text(","));
                self.steps.push(Step::Pairs(pairs));
                self.steps.extend(comma);
                self.pair(pair);
                Ok(())
            }
            Step::Node(node, follows) => match node.next() {
                Some((Entry::Pair(pair), rest)) => {
                    self.steps.push(Step::Node(rest, true));
                    self.pair(pair);
                    if follows { self.out.write_char(',') } else { Ok(()) }
                }
                Some((Entry::Node(below), rest)) => {
                    self.steps.extend([Step::Node(rest, true), Step::Node(below, follows)]);
                    Ok(())
                }
                None => Ok(()),
            },
        }
    }

    fn pair(&mut self, (key, value): Pair<'h>) {
        let arrow = if self.flavour != Flavour::Display { " => " } else { "=>" };
        self.steps.extend([Step::Term(value), Step::Text(arrow), Step::Term(key)]);
    }

    fn term(&mut self, term: Term<'h>) -> fmt::Result {
        match term.kind() {
            Kind::Small(value) => write!(self.out, "{value}"),
            Kind::Big(value) => {
                let digits = integer::to_text(value, 10, false);
                self.out.write_str(core::str::from_utf8(&digits).unwrap_or("?"))
            }
            Kind::Float(value) if self.flavour != Flavour::Display => text::write_short(&mut self.out, value),
            Kind::Float(value) => text::write_scientific(&mut self.out, value, 6),
            Kind::Atom(atom) => write_atom(&mut self.out, self.atoms.name(atom), self.flavour),
            Kind::Nil => self.out.write_str("[]"),
            Kind::Cons(_) if self.flavour != Flavour::Write && is_text(term) => {
                self.text(term.list().filter_map(|element| element.as_small()).map(|code| code as u8))
            }
            Kind::Cons(cons) => {
                self.steps.extend([Step::Tail(cons.tail()), Step::Term(cons.head())]);
                self.out.write_char('[')
            }
            Kind::Tuple(elements) => self.elements("{", elements),
            Kind::Record(words) => self.record(Record::of(words)),
            Kind::Map(map) => {
                self.steps.push(Step::Text("}"));
                self.steps.push(match map {
                    Map::Flat(_) => {
                        let mut pairs = compare::sorted_pairs(self.atoms, map);
                        pairs.reverse();
                        Step::Pairs(pairs)
                    }
                    Map::Trie(trie) => Step::Node(trie.root, false),
                });
                self.out.write_str("#{")
            }
            Kind::Bits(bits) => self.bits(bits),
            Kind::Closure(closure) => self.closure(closure),
            Kind::ExternalFun(export) => self.export(export),
            Kind::Pid(number) => write!(self.out, "<0.{number}.0>"),
            Kind::Port(number) => write!(self.out, "#Port<0.{number}>"),
            Kind::Reference(numbers) => self.reference(0, &numbers),
            Kind::External(external) => self.external(external),
        }
    }

    /// `#module:name{field = value}`
    fn record(&mut self, record: Record<'h>) -> fmt::Result {
        self.out.write_char('#')?;
        write_atom(&mut self.out, self.atoms.name(record.module()), self.flavour)?;
        self.out.write_char(':')?;
        write_atom(&mut self.out, self.atoms.name(record.name()), self.flavour)?;
        self.steps.extend([Step::Text("}"), Step::Fields(record, 0)]);
        self.out.write_char('{')
    }

    fn elements(&mut self, open: &str, elements: &'h [Term<'h>]) -> fmt::Result {
        self.steps.push(Step::Text("}"));
        if let [first, rest @ ..] = elements {
            self.steps.extend([Step::Elements(rest), Step::Term(*first)]);
        }
        self.out.write_str(open)
    }

    fn text(&mut self, characters: impl Iterator<Item = u8>) -> fmt::Result {
        self.out.write_char('"')?;
        for character in characters {
            match character {
                b'"' => self.out.write_str("\\\"")?,
                b'\n' => self.out.write_str("\\n")?,
                _ => self.out.write_char(char::from(character))?,
            }
            if self.out.left == 0 {
                return Ok(());
            }
        }
        self.out.write_char('"')
    }

    fn bits(&mut self, bits: Bits<'_>) -> fmt::Result {
        self.out.write_str("<<")?;
        let whole = bits.length() / 8;
        let printable = |byte: u8| (b' '..=b'~').contains(&byte);
        if self.flavour != Flavour::Write
            && whole > 0
            && bits.length().is_multiple_of(8)
            && bits.bytes().all(printable)
        {
            self.text(bits.bytes())?;
            return self.out.write_str(">>");
        }
        for (place, byte) in bits.bytes().take(whole).enumerate() {
            let comma = if place > 0 { "," } else { "" };
            write!(self.out, "{comma}{byte}")?;
            if self.out.left == 0 {
                return Ok(());
            }
        }
        let spare = bits.length() % 8;
        if spare > 0 {
            let comma = if whole > 0 { "," } else { "" };
            write!(self.out, "{comma}{}:{spare}", bits.get_u64(whole * 8, spare))?;
        }
        self.out.write_str(">>")
    }

    fn closure(&mut self, closure: Closure<'_>) -> fmt::Result {
        self.out.write_str("#Fun<")?;
        write_atom(&mut self.out, self.atoms.name(closure.lambda.module), self.flavour)?;
        write!(self.out, ".{}.{}>", closure.lambda.index, closure.lambda.old_unique)
    }

    fn export(&mut self, export: &Export) -> fmt::Result {
        self.out.write_str("fun ")?;
        write_atom(&mut self.out, self.atoms.name(export.module), self.flavour)?;
        self.out.write_char(':')?;
        write_atom(&mut self.out, self.atoms.name(export.function), self.flavour)?;
        write!(self.out, "/{}", export.arity)
    }

    /// Numbers stand most significant first.
    fn reference(&mut self, node: u32, numbers: &[usize]) -> fmt::Result {
        write!(self.out, "#Ref<{node}")?;
        numbers.iter().rev().try_for_each(|number| write!(self.out, ".{number}"))?;
        self.out.write_char('>')
    }

    /// A node is shown by the number of its name, as OTP shows it by one of its own.
    fn external(&mut self, external: External<'_>) -> fmt::Result {
        let (node, numbers) = (external.node.0, external.numbers);
        match external.kind {
            Boxed::ExternalPid => {
                let number = |place: usize| numbers.get(place).copied().unwrap_or(0);
                write!(self.out, "<{node}.{}.{}>", number(0), number(1))
            }
            Boxed::ExternalPort => {
                let number = numbers.iter().fold(0u64, |value, number| value << 32 | *number as u64);
                write!(self.out, "#Port<{node}.{number}>")
            }
            _ => self.reference(node, numbers),
        }
    }
}

/// Whether a list is what display shows as text: Latin-1 that can be seen, and white space.
fn is_text(list: Term<'_>) -> bool {
    let mut elements = list.list();
    elements.by_ref().all(|element| matches!(element.as_small(), Some(9 | 10 | 13 | 32..=126 | 160..=255)))
        && elements.rest().is_nil()
}

/// Words of the language, which `~w` quotes as atoms.
const RESERVED: &[&str] = &[
    "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "case", "catch", "cond",
    "div", "else", "end", "fun", "if", "let", "maybe", "not", "of", "or", "orelse", "receive", "rem", "try",
    "when", "xor",
];

/// Writes an atom, in quotes where the syntax needs them.
pub fn write_atom(out: &mut dyn Write, name: &str, flavour: Flavour) -> fmt::Result {
    let mut characters = name.chars();
    let bare = characters.next().is_some_and(is_lower)
        && characters
            .all(|character| is_word(character) && (character != '@' || flavour != Flavour::Display))
        && (flavour == Flavour::Display || RESERVED.binary_search(&name).is_err());
    if bare {
        return out.write_str(name);
    }
    out.write_char('\'')?;
    name.chars().try_for_each(|character| write_quoted(out, character, flavour))?;
    out.write_char('\'')
}

fn is_lower(character: char) -> bool {
    matches!(character, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ')
}

fn is_word(character: char) -> bool {
    is_lower(character) || matches!(character, 'A'..='Z' | '0'..='9' | '_' | '@' | 'À'..='Ö' | 'Ø'..='Þ')
}

fn write_quoted(out: &mut dyn Write, character: char, flavour: Flavour) -> fmt::Result {
    let write = flavour != Flavour::Display;
    match character {
        '\'' => out.write_str("\\'"),
        '\\' => out.write_str("\\\\"),
        '\n' => out.write_str("\\n"),
        '\t' => out.write_str("\\t"),
        '\r' => out.write_str("\\r"),
        '\x08' => out.write_str("\\b"),
        '\x0b' => out.write_str("\\v"),
        '\x0c' => out.write_str("\\f"),
        '\x1b' if write => out.write_str("\\e"),
        '\x7f' if write => out.write_str("\\d"),
        '\0'..' ' | '\u{80}'..'\u{a0}' => write!(out, "\\{:03o}", u32::from(character)),
        '\u{100}'.. if write => write!(out, "\\x{{{:X}}}", u32::from(character)),
        _ => out.write_char(character),
    }
}
