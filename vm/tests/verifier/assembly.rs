//! A module from lines of text, each an instruction as `erlc -S` names it.
//!
//! `f/1` on a line heads a function, `name:` is a label; a call names a function, `f/1`, and `f/1!` is where `function_clause`
//! is raised. Operands: `x0`, `y0`, `fr0`, `[]`, `:atom`, numbers (of the kind that belongs there; in a list integers, or
//! `u5`), labels by name, `-` for none, `m:f/1` for an import, `lit0`, `{words,floats,funs}`, lists in brackets.
//! Every module has the literals `{a, b}`, `[1]` and `<<>>`, the string `strings`, and a lambda of `f/1` with one free
//! variable.

use std::collections::HashMap;

use vm::code::Op;
use vm::code::ops::{ALL, Kind};

/// A module's file, and where the instruction of each line begins: bytes from the first instruction.
pub struct Assembled {
    pub file: Vec<u8>,
    pub offsets: Vec<usize>,
}

#[derive(Default)]
struct Assembler {
    code: Vec<u8>,
    offsets: Vec<usize>,
    atoms: Vec<String>,
    imports: Vec<(u32, u32, u32)>,
    labels: HashMap<String, u32>,
    functions: Vec<(String, u32)>,
}

/// The literals, as external terms.
const LITERALS: [&[u8]; 3] =
    [&[131, 104, 2, 119, 1, b'a', 119, 1, b'b'], &[131, 107, 0, 1, 1], &[131, 109, 0, 0, 0, 0]];

/// Assembles lines; the module is called `m`.
pub fn assembled(lines: &[&str]) -> Assembled {
    let mut assembler = Assembler::default();
    assembler.atom("m");
    for line in lines {
        assembler.offsets.push(assembler.code.len());
        assembler.line(line.trim());
    }
    let offsets = assembler.offsets.clone();
    Assembled { file: assembler.file(), offsets }
}

impl Assembler {
    fn atom(&mut self, name: &str) -> u32 {
        index_of(&mut self.atoms, name.to_string()) + 1
    }

    fn label(&mut self, name: &str) -> u32 {
        let next = self.labels.len() as u32 + 1;
        *self.labels.entry(name.to_string()).or_insert(next)
    }

    fn number(&mut self, tag: u8, number: u32) {
        match number {
            0..16 => self.code.push((number as u8) << 4 | tag),
            16..2048 => self.code.extend([(number >> 3) as u8 & 0xe0 | 8 | tag, number as u8]),
            _ => {
                self.code.push(0x38 | tag);
                self.code.extend(&number.to_be_bytes());
            }
        }
    }

    fn line(&mut self, line: &str) {
        if let Some(label) = line.strip_suffix(':') {
            return self.put_label(label);
        }
        let mut words = words(line).into_iter();
        let name = words.next().expect("an instruction");
        if let Some((function, arity)) = name.split_once('/') {
            return self.head(function, arity.parse().expect("an arity"));
        }
        let op = ALL.iter().find(|op| op.name() == name).unwrap_or_else(|| panic!("no instruction {name}"));
        self.code.push(op.number());
        for spec in op.operands() {
            let word = words.next().unwrap_or_else(|| panic!("{line}: no {}", spec.name));
            self.operand(*op, spec.kind, &word);
        }
        assert_eq!(words.next(), None, "{line}");
    }

    fn put_label(&mut self, name: &str) {
        let label = self.label(name);
        self.code.push(Op::Label.number());
        self.number(0, label);
    }

    fn head(&mut self, function: &str, arity: u32) {
        let name = format!("{function}/{arity}");
        self.put_label(&format!("{name}!"));
        let (module, atom) = (self.atom("m"), self.atom(function));
        self.code.push(Op::FuncInfo.number());
        self.number(2, module);
        self.number(2, atom);
        self.number(0, arity);
        self.put_label(&name);
        self.functions.push((function.to_string(), arity));
    }

    fn operand(&mut self, op: Op, kind: Kind, word: &str) {
        match kind {
            Kind::Label if word == "-" => self.number(5, 0),
            Kind::Label => {
                let label = self.label(word);
                self.number(5, label);
            }
            Kind::Import => {
                let import = self.import(word);
                self.number(0, import);
            }
            Kind::Unsigned | Kind::StringOffset | Kind::Lambda | Kind::Line | Kind::Flags | Kind::Heap
                if !word.starts_with('{') =>
            {
                self.number(0, word.parse().unwrap_or_else(|_| panic!("{}: {word}", op.name())));
            }
            _ => self.term(word, kind == Kind::Branches),
        }
    }

    fn term(&mut self, word: &str, has_labels: bool) {
        let count = |prefix: &str| word.strip_prefix(prefix).and_then(|rest| rest.parse::<u32>().ok());
        if let Some(inner) = word.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let words = words(inner);
            if words.is_empty() {
                return self.number(2, 0);
            }
            self.code.push(0x17);
            self.number(0, words.len() as u32);
            words.iter().for_each(|word| self.term(word, has_labels));
        } else if word == "[|]" {
            self.code.extend([0x17, 0x00]);
        } else if let Some(inner) = word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            self.code.extend([0x37, 0x30]);
            for (kind, number) in (0..).zip(inner.split(',')) {
                self.number(0, kind);
                self.number(0, number.parse().expect("a number"));
            }
        } else if let Some(number) = count("fr") {
            self.code.push(0x27);
            self.number(0, number);
        } else if let Some(number) = count("lit") {
            self.code.push(0x47);
            self.number(0, number);
        } else if let Some(number) = count("x") {
            self.number(3, number);
        } else if let Some(number) = count("y") {
            self.number(4, number);
        } else if let Some(number) = count("u") {
            self.number(0, number);
        } else if let Some(atom) = word.strip_prefix(':') {
            let atom = self.atom(atom);
            self.number(2, atom);
        } else if let Ok(number) = word.parse() {
            self.number(1, number);
        } else {
            assert!(has_labels, "no operand: {word}");
            let label = self.label(word);
            self.number(5, label);
        }
    }

    fn import(&mut self, word: &str) -> u32 {
        let (module, rest) = word.split_once(':').expect("module:function/arity");
        let (function, arity) = rest.rsplit_once('/').expect("function/arity");
        let import = (self.atom(module), self.atom(function), arity.parse().expect("an arity"));
        index_of(&mut self.imports, import)
    }

    fn file(mut self) -> Vec<u8> {
        self.code.push(Op::IntCodeEnd.number());
        let entries: Vec<[u32; 3]> = self
            .functions
            .clone()
            .into_iter()
            .map(|(name, arity)| [self.atom(&name), arity, self.labels[&format!("{name}/{arity}")]])
            .collect();
        let mut code = numbers(&[16, 0, 191, self.labels.len() as u32 + 1, entries.len() as u32]);
        code.extend(&self.code);
        let mut atoms = (-(self.atoms.len() as i32)).to_be_bytes().to_vec();
        for atom in &self.atoms {
            assert!(atom.len() < 16);
            atoms.extend([[(atom.len() as u8) << 4].as_slice(), atom.as_bytes()].concat());
        }
        let table = |rows: &[u32], count: usize| numbers(&[&[count as u32], rows].concat());
        let imports: Vec<u32> = self.imports.iter().flat_map(|row| [row.0, row.1, row.2]).collect();
        let lambda = entries.iter().find(|entry| entry[1] == 1);
        let lambdas: Vec<u32> = lambda.map_or(vec![], |entry| vec![entry[0], 1, entry[2], 0, 1, 0]);
        let literals =
            LITERALS.iter().flat_map(|term| [numbers(&[term.len() as u32]), term.to_vec()].concat());
        let literals = [numbers(&[LITERALS.len() as u32]), literals.collect()].concat();
        packed(&[
            (b"AtU8", atoms),
            (b"Code", code),
            (b"ImpT", table(&imports, self.imports.len())),
            (b"ExpT", table(&entries.concat(), entries.len())),
            (b"FunT", table(&lambdas, lambdas.len() / 6)),
            (b"LitU", literals),
            (b"StrT", b"strings".to_vec()),
        ])
    }
}

fn packed(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut file = b"FOR1\0\0\0\0BEAM".to_vec();
    for (tag, data) in chunks {
        file.extend(*tag);
        file.extend((data.len() as u32).to_be_bytes());
        file.extend(data);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let size = file.len() as u32 - 8;
    file[4..8].copy_from_slice(&size.to_be_bytes());
    file
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

fn index_of<T: PartialEq>(table: &mut Vec<T>, entry: T) -> u32 {
    let index = table.iter().position(|other| *other == entry).unwrap_or_else(|| {
        table.push(entry);
        table.len() - 1
    });
    index as u32
}

/// The words of a line; a list is one.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut depth) = (vec![String::new()], 0);
    for character in line.chars() {
        depth += i32::from(character == '[') - i32::from(character == ']');
        if character == ' ' && depth == 0 {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
