//! A tree becomes a program.
//!
//! Invariants: a group's code stands once, however often it is repeated or called; a loop whose body may match nothing
//! counts its rounds, so that it ends.

use alloc::vec::Vec;

use super::class::{Class, Folding};
use super::parse::{self, Parsed};
use super::program::{Groups, Item, NOWHERE, Op, Program};
use super::start::Start;
use super::tree::{Condition, Conditional, Mood, Node, Reference, Repeat, Verb};
use super::{Newline, Options, PatternError};

/// The most characters a look goes back.
const MOST_BEHIND: u32 = 255;
/// Instructions a program has at most.
const MOST_OPS: usize = 1 << 20;
/// The place of an error in a pattern that is too large as a whole.
const TOO_LARGE: PatternError = PatternError { message: "regular expression is too large", position: 0 };

struct Compiler<'p> {
    parsed: &'p Parsed,
    ops: Vec<Op>,
    text: Vec<u8>,
    classes: Vec<Class>,
    marks: Vec<Vec<u8>>,
    lists: Vec<u32>,
    counters: u32,
    entries: Vec<u32>,
    alternations: u32,
    /// The alternation we are in, for `(*THEN)`.
    alternation: u32,
    folding: Folding,
    /// Groups we are in, which `(*ACCEPT)` closes.
    open: Vec<u32>,
}

impl Program {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// The pattern is none.
    pub fn new(pattern: &[u8], options: Options) -> Result<Program, PatternError> {
        let parsed = parse::parse(pattern, options)?;
        let options = parsed.options;
        let unicode = options.has(Options::UNICODE | Options::UCP);
        let folding = if unicode { Folding::Unicode } else { Folding::Latin1 };
        let mut compiler = Compiler {
            parsed: &parsed,
            ops: Vec::new(),
            text: Vec::new(),
            classes: Vec::new(),
            marks: Vec::new(),
            lists: Vec::new(),
            counters: 0,
            entries: alloc::vec![0; parsed.groups as usize + 1],
            alternations: 0,
            alternation: NOWHERE,
            folding,
            open: Vec::new(),
        };
        compiler.node(&parsed.node)?;
        parsed.prove()?;
        compiler.emit(Op::Match)?;
        let start = Start::of(&parsed, folding);
        let (ops, text, classes) = (compiler.ops, compiler.text, compiler.classes);
        let (lists, counters, entries) = (compiler.lists, compiler.counters, compiler.entries);
        let mut names = parsed.names;
        names.sort();
        Ok(Program {
            ops,
            text,
            classes,
            lists,
            groups: parsed.groups,
            counters,
            entries,
            names,
            options,
            folding,
            limits: parsed.limits,
            passes_line_ends: !parsed.speaks_of_line_ends
                && matches!(options.newline, Newline::Any | Newline::AnyCrLf | Newline::CrLf),
            start,
        })
    }
}

type Compiled = Result<(), PatternError>;

impl Compiler<'_> {
    fn emit(&mut self, op: Op) -> Result<usize, PatternError> {
        if self.ops.len() >= MOST_OPS {
            return Err(TOO_LARGE);
        }
        self.ops.push(op);
        Ok(self.ops.len() - 1)
    }

    fn here(&self) -> u32 {
        self.ops.len() as u32
    }

    fn node(&mut self, node: &Node) -> Compiled {
        match node {
            Node::Empty => {}
            Node::Capture(number, body) => self.capture(*number, body)?,
            Node::Concatenation(nodes) => nodes.iter().try_for_each(|node| self.node(node))?,
            Node::Alternation(branches) => self.alternation(branches)?,
            Node::Repeat(repeat) => self.repeat(repeat)?,
            Node::Look { body, behind, negated, position } => {
                let look = Look { body, behind: *behind, position: *position };
                self.look(look, *negated)?;
            }
            Node::Atomic(body) => {
                let guard = self.emit(Op::Guard { failed: NOWHERE, end: NOWHERE, look: false })?;
                self.node(body)?;
                let end = self.emit(Op::GuardEnd { look: false })? as u32;
                self.ops[guard] = Op::Guard { failed: NOWHERE, end, look: false };
            }
            Node::BackReference(reference, fold) => {
                let groups = self.groups(reference);
                self.emit(Op::BackReference { groups, fold: *fold })?;
            }
            Node::Call(reference) => {
                let groups = self.groups(reference);
                let group = self.lists.get(groups.first as usize).copied().unwrap_or(0);
                self.emit(Op::Call(group))?;
            }
            Node::Conditional(conditional) => self.conditional(conditional)?,
            Node::Verb(verb) => self.verb(verb)?,
            Node::Keep => drop(self.emit(Op::Keep)?),
            Node::LineEnd { ascii } => drop(self.emit(Op::LineEnd { ascii: *ascii })?),
            Node::Grapheme => drop(self.emit(Op::Grapheme)?),
            Node::Assert(assertion) => drop(self.emit(Op::Assert(*assertion))?),
            Node::Character { .. } | Node::Any { .. } | Node::Byte | Node::Class(_) => {
                self.character(node)?;
            }
        }
        Ok(())
    }

    /// One character; those that are just themselves join into a text.
    fn character(&mut self, node: &Node) -> Compiled {
        let item = self.item(node);
        let Some(Item::Character(character)) = item else {
            return item.map_or(Ok(()), |item| self.emit(Op::One(item)).map(drop));
        };
        let mut bytes = [0; 4];
        let bytes = encode(character, self.parsed.options.has(Options::UNICODE), &mut bytes);
        let end = self.text.len() as u32;
        self.text.extend_from_slice(bytes);
        match self.ops.last_mut() {
            Some(Op::Text { start, length }) if *start + *length == end => *length += bytes.len() as u32,
            _ => drop(self.emit(Op::Text { start: end, length: bytes.len() as u32 })?),
        }
        Ok(())
    }

    /// What a node of one character may be; nothing for any other node.
    fn item(&mut self, node: &Node) -> Option<Item> {
        Some(match node {
            Node::Character { character, fold: false } => Item::Character(*character),
            Node::Character { character, fold: true } => {
                let folded = self.folding.fold(*character);
                let mut others = false;
                self.folding.each_case(folded, |other| others |= other != *character);
                if others { Item::Folded(folded) } else { Item::Character(*character) }
            }
            Node::Any { line_ends: true } => Item::Every,
            Node::Any { line_ends: false } => Item::Any,
            Node::Byte => Item::Byte,
            Node::Class(class) => {
                self.classes.push((**class).clone());
                Item::Class(self.classes.len() as u32 - 1)
            }
            _ => return None,
        })
    }

    fn capture(&mut self, number: u32, body: &Node) -> Compiled {
        let open = self.emit(Op::Open(number))?;
        // Of groups of the same number the first is the one that is called.
        let entry = &mut self.entries[number as usize];
        if *entry == 0 {
            *entry = open as u32 + 1;
        }
        self.open.push(number);
        let body = self.node(body);
        self.open.pop();
        body?;
        self.emit(Op::Close(number)).map(drop)
    }

    fn alternation(&mut self, branches: &[Node]) -> Compiled {
        let outer = self.alternation;
        self.alternations += 1;
        self.alternation = self.alternations;
        let mut jumps = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let choice = self.emit(Op::Choice { next: NOWHERE, alternation: self.alternation })?;
            self.node(branch)?;
            if index + 1 < branches.len() {
                jumps.push(self.emit(Op::Jump(NOWHERE))?);
                self.ops[choice] = Op::Choice { next: self.here(), alternation: self.alternation };
            }
        }
        self.alternation = outer;
        let end = self.here();
        for jump in jumps {
            self.ops[jump] = Op::Jump(end);
        }
        self.target()
    }

    /// Keeps a text from growing over a place that is jumped to.
    fn target(&mut self) -> Compiled {
        self.text.push(0);
        Ok(())
    }

    fn repeat(&mut self, repeat: &Repeat) -> Compiled {
        let Repeat { body, least, most, mood } = repeat;
        if let Some(item) = self.item(body) {
            return self.emit(Op::Many { item, least: *least, most: *most, mood: *mood }).map(drop);
        }
        let guard = match mood {
            Mood::Possessive => Some(self.emit(Op::Guard { failed: NOWHERE, end: NOWHERE, look: false })?),
            _ => None,
        };
        let lazy = *mood == Mood::Lazy;
        let (shortest, _) = self.lengths(body, 0);
        self.target()?;
        match (*least, *most) {
            (0, 1) => {
                let split = self.split(lazy)?;
                self.node(body)?;
                self.land(split);
            }
            (0, u32::MAX) if shortest > 0 => {
                let split = self.split(lazy)?;
                self.node(body)?;
                self.emit(Op::Jump(split as u32))?;
                self.land(split);
            }
            (1, u32::MAX) if shortest > 0 => {
                let start = self.here();
                self.node(body)?;
                self.emit(if lazy { Op::Split(start) } else { Op::SplitLazy(start) })?;
            }
            _ => self.counted(repeat)?,
        }
        self.target()?;
        if let Some(guard) = guard {
            let end = self.emit(Op::GuardEnd { look: false })? as u32;
            self.ops[guard] = Op::Guard { failed: NOWHERE, end, look: false };
        }
        Ok(())
    }

    fn split(&mut self, lazy: bool) -> Result<usize, PatternError> {
        self.emit(if lazy { Op::SplitLazy(NOWHERE) } else { Op::Split(NOWHERE) })
    }

    /// Lets a split lead here.
    fn land(&mut self, split: usize) {
        let here = self.here();
        match &mut self.ops[split] {
            Op::Split(target) | Op::SplitLazy(target) => *target = here,
            _ => {}
        }
    }

    fn counted(&mut self, repeat: &Repeat) -> Compiled {
        let Repeat { body, least, most, mood } = repeat;
        let counter = self.counters;
        self.counters += 1;
        self.emit(Op::LoopStart(counter))?;
        let round = self.emit(Op::Fail)?;
        self.node(body)?;
        self.emit(Op::Jump(round as u32))?;
        let (least, most, lazy) = (*least, *most, *mood == Mood::Lazy);
        self.ops[round] = Op::Loop { counter, least, most, lazy, exit: self.here() };
        Ok(())
    }

    fn look(&mut self, look: Look<'_>, negated: bool) -> Compiled {
        let guard = self.guarded(&look)?;
        if negated {
            let end = self.emit(Op::NegatedEnd { matched: NOWHERE })? as u32;
            self.ops[guard] = Op::Guard { failed: end + 1, end, look: true };
        } else {
            let end = self.emit(Op::GuardEnd { look: true })? as u32;
            self.ops[guard] = Op::Guard { failed: NOWHERE, end, look: true };
        }
        self.target()
    }

    /// The guard of a look and its body; the end is the caller's to write.
    fn guarded(&mut self, look: &Look<'_>) -> Result<usize, PatternError> {
        let outer = core::mem::replace(&mut self.alternation, NOWHERE);
        let guard = self.emit(Op::Guard { failed: NOWHERE, end: NOWHERE, look: true })?;
        if look.behind {
            self.behind(look)?;
        } else {
            self.node(look.body)?;
        }
        self.alternation = outer;
        Ok(guard)
    }

    /// What is looked for behind: each alternative goes back as far as it may be long.
    fn behind(&mut self, look: &Look<'_>) -> Compiled {
        let branches = match look.body {
            Node::Alternation(branches) => &branches[..],
            body => core::slice::from_ref(body),
        };
        let fail = |message| Err(PatternError { message, position: look.position });
        let mut jumps = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let (least, most) = self.lengths(branch, 0);
            let Some(most) = most else {
                self.parsed.prove()?;
                return fail("length of lookbehind assertion is not limited");
            };
            if most > MOST_BEHIND {
                return fail("branch too long in variable-length lookbehind assertion");
            }
            if self.parsed.options.has(Options::UNICODE) && has_bytes(branch) {
                return fail("\\C is not allowed in a lookbehind assertion in UTF-8 mode");
            }
            let last = index + 1 == branches.len();
            let split = if last { None } else { Some(self.emit(Op::Split(NOWHERE))?) };
            self.emit(Op::Back { least, most })?;
            self.node(branch)?;
            self.emit(Op::BackEnd)?;
            if let Some(split) = split {
                jumps.push(self.emit(Op::Jump(NOWHERE))?);
                self.land(split);
            }
        }
        let end = self.here();
        for jump in jumps {
            self.ops[jump] = Op::Jump(end);
        }
        Ok(())
    }

    fn conditional(&mut self, conditional: &Conditional) -> Compiled {
        let Conditional { condition, then, otherwise } = conditional;
        // Places whose instruction leads to what is otherwise.
        let test = match condition {
            Condition::Always => return self.node(then),
            Condition::Never => {
                let jump = self.emit(Op::Jump(NOWHERE))?;
                Test::Op(jump, Op::Jump(NOWHERE))
            }
            Condition::Captured(reference) => {
                let groups = self.groups(reference);
                let op = Op::UnlessCaptured { groups, otherwise: NOWHERE };
                Test::Op(self.emit(op)?, op)
            }
            Condition::Called(reference) => {
                let groups = match reference {
                    Some(reference) => self.groups(reference),
                    None => Groups { first: 0, count: 0 },
                };
                let op = Op::UnlessCalled { groups, otherwise: NOWHERE };
                Test::Op(self.emit(op)?, op)
            }
            Condition::Look(Node::Look { body, behind, negated, position }) => {
                let look = Look { body, behind: *behind, position: *position };
                let guard = self.guarded(&look)?;
                let end = self.emit(Op::GuardEnd { look: true })?;
                Test::Look { guard, end, negated: *negated }
            }
            Condition::Look(_) => return Ok(()),
        };
        self.target()?;
        self.node(then)?;
        let jump = self.emit(Op::Jump(NOWHERE))?;
        let elsewhere = self.here();
        self.target()?;
        self.node(otherwise)?;
        self.ops[jump] = Op::Jump(self.here());
        self.target()?;
        match test {
            Test::Op(place, op) => self.ops[place] = leading(op, elsewhere),
            Test::Look { guard, end, negated: true } => {
                self.ops[guard] = Op::Guard { failed: end as u32 + 1, end: end as u32, look: true };
                self.ops[end] = Op::NegatedEnd { matched: elsewhere };
            }
            Test::Look { guard, end, negated: false } => {
                self.ops[guard] = Op::Guard { failed: elsewhere, end: end as u32, look: true };
            }
        }
        Ok(())
    }

    fn verb(&mut self, verb: &Verb) -> Compiled {
        let mark = |compiler: &mut Self, name: &Vec<u8>| {
            let known = compiler.marks.iter().position(|known| known == name);
            known.unwrap_or_else(|| {
                compiler.marks.push(name.clone());
                compiler.marks.len() - 1
            }) as u32
        };
        let op = match verb {
            Verb::Accept => {
                for group in self.open.clone().into_iter().rev() {
                    self.emit(Op::Close(group))?;
                }
                Op::Accept
            }
            Verb::Fail => Op::Fail,
            Verb::Commit => Op::Commit,
            Verb::Prune => Op::Prune,
            Verb::Skip => Op::Skip,
            Verb::SkipTo(name) => Op::SkipTo(mark(self, name)),
            Verb::Then => Op::Then(self.alternation),
            Verb::Mark(name) => Op::Mark(mark(self, name)),
        };
        self.emit(op).map(drop)
    }

    /// The groups a reference means.
    fn groups(&mut self, reference: &Reference) -> Groups {
        let first = self.lists.len() as u32;
        match reference {
            Reference::Number(number, _) => self.lists.push(*number),
            Reference::Name(name, _) => {
                let meant = self.parsed.names.iter().filter(|(known, _)| known == name);
                self.lists.extend(meant.map(|(_, number)| *number));
            }
        }
        Groups { first, count: self.lists.len() as u32 - first }
    }

    /// The least and the most characters a node matches; `None` is no limit.
    fn lengths(&self, node: &Node, calls: u32) -> (u32, Option<u32>) {
        match node {
            Node::Empty | Node::Assert(_) | Node::Look { .. } | Node::Keep | Node::Verb(_) => (0, Some(0)),
            Node::Character { .. } | Node::Any { .. } | Node::Byte | Node::Class(_) => (1, Some(1)),
            Node::LineEnd { .. } => (1, Some(2)),
            Node::Grapheme => (1, None),
            Node::Capture(_, body) | Node::Atomic(body) => self.lengths(body, calls),
            Node::Concatenation(nodes) => nodes.iter().fold((0, Some(0)), |(least, most), node| {
                let (shortest, longest) = self.lengths(node, calls);
                let longest = most.zip(longest).and_then(|(most, longest)| most.checked_add(longest));
                (least.saturating_add(shortest), longest)
            }),
            Node::Alternation(branches) => self.lengths_of_any(branches.iter(), calls),
            Node::Repeat(repeat) => {
                let (shortest, longest) = self.lengths(&repeat.body, calls);
                let most = (repeat.most != u32::MAX).then_some(repeat.most);
                let longest = match longest {
                    Some(0) => Some(0),
                    longest => longest.zip(most).and_then(|(longest, most)| longest.checked_mul(most)),
                };
                (shortest.saturating_mul(repeat.least), longest)
            }
            Node::Conditional(conditional) => {
                self.lengths_of_any([&conditional.then, &conditional.otherwise].into_iter(), calls)
            }
            Node::BackReference(reference, _) | Node::Call(reference) => match reference {
                Reference::Number(number @ 1.., _) if calls < 2 => {
                    match find_group(&self.parsed.node, *number) {
                        Some(body) => self.lengths(body, calls + 1),
                        None => (0, None),
                    }
                }
                _ => (0, None),
            },
        }
    }

    fn lengths_of_any<'n>(&self, branches: impl Iterator<Item = &'n Node>, calls: u32) -> (u32, Option<u32>) {
        let lengths = branches.map(|branch| self.lengths(branch, calls));
        let any = lengths.reduce(|(least, most), (shortest, longest)| {
            (least.min(shortest), most.zip(longest).map(|(most, longest)| most.max(longest)))
        });
        any.unwrap_or((0, Some(0)))
    }
}

/// A look.
struct Look<'n> {
    body: &'n Node,
    behind: bool,
    position: usize,
}

/// What decides a conditional, to be led to what is otherwise.
enum Test {
    Op(usize, Op),
    Look { guard: usize, end: usize, negated: bool },
}

fn leading(op: Op, otherwise: u32) -> Op {
    match op {
        Op::UnlessCaptured { groups, .. } => Op::UnlessCaptured { groups, otherwise },
        Op::UnlessCalled { groups, .. } => Op::UnlessCalled { groups, otherwise },
        _ => Op::Jump(otherwise),
    }
}

/// The children of a node.
pub fn children(node: &Node) -> Vec<&Node> {
    match node {
        Node::Capture(_, body) | Node::Atomic(body) | Node::Look { body, .. } => alloc::vec![&**body],
        Node::Concatenation(nodes) | Node::Alternation(nodes) => nodes.iter().collect(),
        Node::Repeat(repeat) => alloc::vec![&repeat.body],
        Node::Conditional(conditional) => alloc::vec![&conditional.then, &conditional.otherwise],
        _ => Vec::new(),
    }
}

fn find_group(node: &Node, number: u32) -> Option<&Node> {
    if let Node::Capture(found, body) = node
        && *found == number
    {
        return Some(body);
    }
    children(node).into_iter().find_map(|child| find_group(child, number))
}

fn has_bytes(node: &Node) -> bool {
    matches!(node, Node::Byte) || children(node).into_iter().any(has_bytes)
}

/// The bytes of a character.
pub fn encode(character: u32, unicode: bool, room: &mut [u8; 4]) -> &[u8] {
    match char::from_u32(character) {
        Some(character) if unicode => character.encode_utf8(room).as_bytes(),
        _ => {
            room[0] = character as u8;
            &room[..1]
        }
    }
}
