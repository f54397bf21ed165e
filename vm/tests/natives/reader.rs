//! Reads the lines of calls: terms in Erlang's syntax, into an arena.
//!
//! Deliberately absent: all syntax that `~w` does not print.

use std::iter::Peekable;
use std::str::Chars;

use vm::atom::Atom;
use vm::bif::maps;
use vm::heap::Arena;
use vm::sched::System;
use vm::term::bits::write_integer;
use vm::term::{Term, integer, text};

pub struct Reader<'a, 'h> {
    text: Peekable<Chars<'a>>,
    arena: &'h Arena,
    system: &'h System,
}

impl<'a, 'h> Reader<'a, 'h> {
    pub fn new(line: &'a str, arena: &'h Arena, system: &'h System) -> Self {
        Reader { text: line.chars().peekable(), arena, system }
    }

    fn spaces(&mut self) {
        while self.text.next_if_eq(&' ').is_some() {}
    }

    fn next_is(&mut self, wanted: char) -> bool {
        self.spaces();
        self.text.next_if_eq(&wanted).is_some()
    }

    fn expect(&mut self, wanted: char) {
        assert!(self.next_is(wanted), "expected {wanted} before {:?}", self.text.clone().collect::<String>());
    }

    /// `module:function`
    pub fn function(&mut self) -> (String, String) {
        let module = self.name();
        self.expect(':');
        (module, self.name())
    }

    /// `(Argument, …)`
    pub fn arguments(&mut self) -> Vec<Term<'h>> {
        self.expect('(');
        self.sequence(')')
    }

    /// `=> Result`, where `error Reason` is an error.
    pub fn result(&mut self) -> Result<Term<'h>, Term<'h>> {
        self.expect('=');
        self.expect('>');
        self.spaces();
        if self.text.clone().take(6).eq("error ".chars()) {
            self.name();
            return Err(self.term());
        }
        Ok(self.term())
    }

    fn sequence(&mut self, end: char) -> Vec<Term<'h>> {
        let mut terms = Vec::new();
        while !self.next_is(end) {
            terms.push(self.term());
            if !self.next_is(',') {
                self.expect(end);
                break;
            }
        }
        terms
    }

    fn word(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut word = String::new();
        while let Some(character) = self.text.next_if(|character| wanted(*character)) {
            word.push(character);
        }
        word
    }

    fn name(&mut self) -> String {
        self.spaces();
        if !self.next_is('\'') {
            return self.word(|character| character.is_alphanumeric() || matches!(character, '_' | '@'));
        }
        let mut name = String::new();
        while let Some(character) = self.text.next_if(|character| *character != '\'') {
            name.push(if character == '\\' { self.escape() } else { character });
        }
        self.expect('\'');
        name
    }

    /// What follows a backslash: three octal digits or the character itself.
    fn escape(&mut self) -> char {
        let octal = self.word(|character| character.is_digit(8));
        match u32::from_str_radix(&octal, 8) {
            Ok(number) => char::from_u32(number).expect("a character"),
            Err(_) => self.text.next().expect("an escape"),
        }
    }

    fn atom(&mut self) -> Atom {
        let name = self.name();
        self.system.atoms.intern(&name).expect("an atom")
    }

    /// One term.
    pub fn term(&mut self) -> Term<'h> {
        self.spaces();
        let fun = self.text.clone().take(4).eq("fun ".chars());
        match *self.text.peek().expect("a term") {
            _ if fun => self.fun(),
            '[' => self.list(),
            '{' => {
                self.text.next();
                let elements = self.sequence('}');
                self.arena.tuple(&elements).expect("memory")
            }
            '#' => self.map(),
            '<' => self.bits(),
            '"' => self.string(),
            '-' | '0'..='9' => self.number(),
            _ => Term::atom(self.atom()),
        }
    }

    fn fun(&mut self) -> Term<'h> {
        self.name();
        let module = self.atom();
        self.expect(':');
        let function = self.atom();
        self.expect('/');
        let arity = self.number().as_usize().expect("an arity") as u32;
        self.arena.external_fun(self.system.export(module, function, arity)).expect("memory")
    }

    fn string(&mut self) -> Term<'h> {
        self.expect('"');
        let text = self.word(|character| character != '"');
        self.expect('"');
        self.arena.string(&text.replace(r"\\", r"\")).expect("memory")
    }

    fn number(&mut self) -> Term<'h> {
        let mut digits = self.word(|character| character == '-');
        digits += &self.word(|character| character.is_ascii_digit());
        if self.text.next_if_eq(&'.').is_some() {
            digits.push('.');
            digits +=
                &self.word(|character| character.is_ascii_digit() || matches!(character, 'e' | '-' | '+'));
            return self.arena.float(text::parse(digits.as_bytes()).expect("a float")).expect("memory");
        }
        integer::parse(self.arena, digits.as_bytes(), 10).expect("an integer").expect("memory")
    }

    fn list(&mut self) -> Term<'h> {
        self.expect('[');
        let (mut elements, mut tail) = (Vec::new(), Term::NIL);
        while !self.next_is(']') {
            elements.push(self.term());
            if self.next_is('|') {
                tail = self.term();
                self.expect(']');
                break;
            }
            if !self.next_is(',') {
                self.expect(']');
                break;
            }
        }
        self.arena.list_before(elements.into_iter(), tail).expect("memory")
    }

    fn map(&mut self) -> Term<'h> {
        self.expect('#');
        self.expect('{');
        let mut pairs = Vec::new();
        while !self.next_is('}') {
            let key = self.term();
            self.expect('=');
            self.expect('>');
            pairs.push((key, self.term()));
            self.next_is(',');
        }
        maps::of_pairs(self.arena, pairs).unwrap_or_else(|_| panic!("memory"))
    }

    /// Segments `Value` and `Value:Size`, integers all.
    fn bits(&mut self) -> Term<'h> {
        self.expect('<');
        self.expect('<');
        let mut segments = Vec::new();
        while !self.next_is('>') {
            let value = self.number();
            let size = if self.next_is(':') { self.number().as_usize().expect("a size") } else { 8 };
            segments.push((value, size));
            self.next_is(',');
        }
        self.expect('>');
        let length = segments.iter().map(|(_, size)| size).sum();
        let fill = |room: &mut [u8]| {
            segments.iter().fold(0, |at_bit, (value, size)| {
                write_integer(room, at_bit, *size, false, value.as_integer().expect("an integer"));
                at_bit + size
            });
        };
        self.arena.bits_filled(length, fill).expect("memory")
    }
}
