//! Random expressions, patterns and modules, from the grammar.
//!
//! Invariants: a variable is bound once in a function and used only where it is bound; nothing recurses without an end,
//! and what loops makes results of bounded size.

use std::fmt::Write as _;

use super::grammar::{Binding, Form, Grammar, Piece};
use super::random::Random;
use super::tree::{Node, Part};
use super::types::{TERMS, Type};

/// Of a hundred expressions, how many are of another type than is wanted.
const ILL_TYPED: usize = 2;
/// The most functions of a module that are called from outside.
const FUNCTIONS: usize = 14;
/// How often each of them is called.
const CALLS: usize = 5;

/// A variable in scope.
#[derive(Clone)]
pub struct Variable {
    pub(super) name: String,
    pub(super) kind: Type,
}

/// A module of random functions.
pub struct Module {
    /// Its name.
    pub name: String,
    /// Its functions, and the clauses of `arguments/1` that say what they are called with.
    pub functions: Vec<Node>,
    /// What the compiler is told.
    pub options: String,
}

impl Module {
    /// Its source.
    pub fn text(&self) -> String {
        let mut text = format!("-module({}).\n-compile([export_all, nowarn_export_all]).\n", self.name);
        text.push_str(&include_str!("prelude.txt").replace("{?,", &format!("{{{},", self.name)));
        for function in &self.functions {
            text.push_str(&function.text());
        }
        text.push_str("arguments(_) -> [].\n");
        text
    }
}

/// A maker of modules.
pub struct Generator<'grammar> {
    grammar: &'grammar Grammar,
    pub(super) random: Random,
    pub(super) scope: Vec<Variable>,
    in_guard: bool,
    names: usize,
    loops: Vec<Node>,
    signatures: Vec<(String, Vec<Type>)>,
}

impl<'grammar> Generator<'grammar> {
    /// One that makes the module of a source of chance.
    pub fn new(grammar: &'grammar Grammar, random: Random) -> Generator<'grammar> {
        let (scope, loops, signatures) = (Vec::new(), Vec::new(), Vec::new());
        Generator { grammar, random, scope, in_guard: false, names: 0, loops, signatures }
    }

    /// A module of that name.
    pub fn module(mut self, name: &str) -> Module {
        let mut functions = Vec::new();
        let count = 4 + self.random.below(FUNCTIONS - 3);
        for number in 0..count {
            let name = format!("f{number}");
            let function = self.function(&name);
            functions.append(&mut self.loops);
            functions.push(function);
        }
        for (name, kinds) in std::mem::take(&mut self.signatures) {
            functions.push(Node::leaf(Type::Function, self.calls(&name, &kinds)));
        }
        Module { name: name.to_owned(), functions, options: self.options() }
    }

    /// An expression of a type, of about `fuel` forms.
    pub fn expression(&mut self, wanted: Type, fuel: usize) -> Node {
        let wanted =
            if self.random.chance(ILL_TYPED) && TERMS.contains(&wanted) { Type::Any } else { wanted };
        if wanted == Type::Segments {
            return self.segments(fuel);
        }
        if self.in_guard && matches!(wanted, Type::Fun | Type::IntegerFun) {
            return self.variable(wanted).unwrap_or_else(|| Node::leaf(wanted, "1"));
        }
        if wanted != Type::Guard && (fuel < 2 || self.random.chance(12)) {
            return self.leaf(wanted);
        }
        if !self.in_guard && fuel > 3 && self.random.chance(5) {
            return self.call(wanted, fuel);
        }
        let kind = if wanted == Type::Any { *self.random.one(&TERMS) } else { wanted };
        let kind = if self.random.chance(25) { wanted } else { kind };
        let mut forms = self.grammar.of(kind, self.in_guard);
        if forms.is_empty() {
            forms = self.grammar.of(wanted, self.in_guard);
        }
        if forms.is_empty() {
            return self.leaf(wanted);
        }
        let form = *self.random.one(&forms);
        self.filled(form, wanted, fuel)
    }

    fn filled(&mut self, form: &Form, wanted: Type, fuel: usize) -> Node {
        let mut groups: Vec<(u8, String, Vec<Variable>)> = Vec::new();
        for piece in &form.pieces {
            if let Piece::Bind(group, binding) = piece {
                let (text, variables) = self.binding(*binding);
                groups.push((*group, text, variables));
            }
        }
        let children = form.pieces.iter().filter(|piece| matches!(piece, Piece::Child(..))).count().max(1);
        let share = fuel.saturating_sub(1) / children;
        let group = |number: &u8| groups.iter().find(|(own, ..)| own == number).expect("a group of the form");
        let mut parts = Vec::new();
        for piece in &form.pieces {
            parts.push(match piece {
                Piece::Text(text) => Part::Text(text.clone()),
                Piece::Bind(number, _) | Piece::Variable(number) => Part::Text(group(number).1.clone()),
                Piece::Child(kind, seen) => {
                    let depth = self.scope.len();
                    for number in seen {
                        self.scope.extend(group(number).2.iter().cloned());
                    }
                    let child = self.child(kind.unwrap_or(wanted), share);
                    self.scope.truncate(depth);
                    Part::Node(child)
                }
            });
        }
        Node { kind: wanted, parts }
    }

    fn child(&mut self, kind: Type, fuel: usize) -> Node {
        let was_in_guard = self.in_guard;
        self.in_guard |= matches!(kind, Type::Guard | Type::Size);
        let fuel = fuel + usize::from(self.random.chance(30));
        let child = self.expression(kind, fuel);
        self.in_guard = was_in_guard;
        child
    }

    fn leaf(&mut self, wanted: Type) -> Node {
        let variable = if self.random.chance(70) { self.variable(wanted) } else { None };
        variable.unwrap_or_else(|| {
            let text = self.constant(wanted);
            Node::leaf(wanted, text)
        })
    }

    fn variable(&mut self, wanted: Type) -> Option<Node> {
        let fitting: Vec<&Variable> = self.scope.iter().filter(|variable| variable.kind.is(wanted)).collect();
        if fitting.is_empty() {
            return None;
        }
        // The newest ones more often: they are what the expression is about.
        let back = self.random.below(fitting.len()).min(self.random.below(fitting.len()));
        Some(Node::leaf(wanted, fitting[fitting.len() - 1 - back].name.clone()))
    }

    pub(super) fn new_variable(&mut self, kind: Type) -> Variable {
        self.names += 1;
        Variable { name: format!("V{}", self.names), kind }
    }

    fn binding(&mut self, binding: Binding) -> (String, Vec<Variable>) {
        if let Binding::Variable(kind) = binding {
            let variable = self.new_variable(kind);
            return (variable.name.clone(), vec![variable]);
        }
        let mut bound = Vec::new();
        let text = match binding {
            Binding::Segments => self.segment_patterns(&mut bound),
            Binding::SizedSegments => self.sized_segment_patterns(&mut bound),
            Binding::List => self.list_pattern(&mut bound, 2),
            Binding::Tuple => self.tuple_pattern(&mut bound, 2),
            Binding::Map => self.map_pattern(&mut bound, 2),
            _ => self.pattern(&mut bound, 2),
        };
        (text, bound)
    }

    /// A pattern of anything.
    fn pattern(&mut self, bound: &mut Vec<Variable>, depth: usize) -> String {
        let shallow = depth == 0;
        match self.random.below(if shallow { 9 } else { 16 }) {
            0..=3 => {
                let kind = *self.random.one(&[Type::Any, Type::Any, Type::Any, Type::Integer, Type::List]);
                let variable = self.new_variable(kind);
                bound.push(variable.clone());
                variable.name
            }
            4 => "_".to_owned(),
            5 => self.key(),
            6 => self.integer(),
            7 => {
                (*self.random.one(&["[]", "0.0", "1.5", "\"abc\"", "<<>>", "<<\"ab\">>", "true"])).to_owned()
            }
            8 => self.repeated_variable(bound),
            9 | 10 => self.tuple_pattern(bound, depth),
            11 | 12 => self.list_pattern(bound, depth),
            13 => self.map_pattern(bound, depth),
            14 => format!("<<{}>>", self.segment_patterns(bound)),
            _ => {
                let inner = self.pattern(bound, depth - 1);
                let variable = self.new_variable(Type::Any);
                bound.push(variable.clone());
                format!("{inner} = {}", variable.name)
            }
        }
    }

    /// A variable that the pattern, or what is around it, binds already: both have to be the same.
    fn repeated_variable(&mut self, bound: &[Variable]) -> String {
        let several = if bound.is_empty() { &self.scope } else { bound };
        if several.is_empty() { "_".to_owned() } else { self.random.one(several).name.clone() }
    }

    fn patterns(&mut self, count: usize, bound: &mut Vec<Variable>, depth: usize) -> String {
        let patterns: Vec<String> = (0..count).map(|_| self.pattern(bound, depth - 1)).collect();
        patterns.join(", ")
    }

    fn tuple_pattern(&mut self, bound: &mut Vec<Variable>, depth: usize) -> String {
        if self.random.chance(20) {
            return format!("#r{{b = {}}}", self.pattern(bound, depth - 1));
        }
        let count = *self.random.one(&[0, 1, 2, 2, 2, 3, 3, 4]);
        format!("{{{}}}", self.patterns(count, bound, depth))
    }

    fn list_pattern(&mut self, bound: &mut Vec<Variable>, depth: usize) -> String {
        if self.random.chance(10) {
            return format!("\"ab\" ++ {}", self.pattern(bound, 0));
        }
        let count = 1 + self.random.below(3);
        let elements = self.patterns(count, bound, depth);
        if self.random.chance(60) {
            return format!("[{elements} | {}]", self.pattern(bound, 0));
        }
        format!("[{elements}]")
    }

    fn map_pattern(&mut self, bound: &mut Vec<Variable>, depth: usize) -> String {
        let mut text = "#{".to_owned();
        for number in 0..self.random.below(3) {
            let key = if self.scope.is_empty() || self.random.chance(80) {
                self.key()
            } else {
                self.random.one(&self.scope).name.clone()
            };
            let value = self.pattern(bound, depth - 1);
            let comma = if number == 0 { "" } else { ", " };
            let _ = write!(text, "{comma}{key} := {value}");
        }
        text + "}"
    }
}

/// Functions.
impl Generator<'_> {
    fn function(&mut self, name: &str) -> Node {
        let kinds: Vec<Type> = (0..1 + self.random.below(4))
            .map(|_| if self.random.chance(20) { Type::Any } else { *self.random.one(&TERMS) })
            .collect();
        let clauses = *self.random.one(&[1, 1, 1, 2, 3]);
        let mut parts = Vec::new();
        for clause in 0..clauses {
            let last = clause + 1 == clauses;
            parts.push(Part::Node(self.clause(name, &kinds, last)));
            parts.push(Part::Text(if last { ".\n" } else { ";\n" }.to_owned()));
        }
        self.signatures.push((name.to_owned(), kinds));
        Node { kind: Type::Function, parts }
    }

    fn clause(&mut self, name: &str, kinds: &[Type], last: bool) -> Node {
        self.scope.clear();
        let (mut head, mut bound) = (Vec::new(), Vec::new());
        for kind in kinds {
            if last || self.random.chance(50) {
                let variable = self.new_variable(*kind);
                head.push(variable.name.clone());
                bound.push(variable);
            } else {
                head.push(self.pattern(&mut bound, 2));
            }
        }
        self.scope = bound;
        let mut parts = vec![Part::Text(format!("{name}({})", head.join(", ")))];
        if !last && self.random.chance(70) {
            parts.push(Part::Text(" when ".to_owned()));
            let fuel = 2 + self.random.below(6);
            parts.push(Part::Node(self.child(Type::Guard, fuel)));
        }
        parts.push(Part::Text(" ->\n    ".to_owned()));
        for _ in 0..self.random.below(4) {
            let statement = self.statement();
            parts.push(Part::Node(statement));
        }
        let kind = *self.random.one(&TERMS);
        let fuel = 4 + self.random.below(24);
        parts.push(Part::Node(self.expression(kind, fuel)));
        Node { kind: Type::Function, parts }
    }

    fn statement(&mut self) -> Node {
        let kind = *self.random.one(&TERMS);
        let fuel = 2 + self.random.below(12);
        let value = self.expression(kind, fuel);
        let (name, bound) = self.binding(Binding::Variable(kind));
        self.scope.extend(bound);
        let parts =
            vec![Part::Text(format!("{name} = ")), Part::Node(value), Part::Text(",\n    ".to_owned())];
        Node { kind: Type::Statements, parts }
    }

    /// A call of a function above, or of a loop of its own.
    fn call(&mut self, wanted: Type, fuel: usize) -> Node {
        if wanted == Type::Any && !self.signatures.is_empty() && self.random.chance(50) {
            let (name, kinds) = self.random.one(&self.signatures).clone();
            let share = fuel / (kinds.len() + 1);
            let mut parts = vec![Part::Text(format!("{name}("))];
            for (number, kind) in kinds.iter().enumerate() {
                parts.push(Part::Text(if number == 0 { "" } else { ", " }.to_owned()));
                parts.push(Part::Node(self.expression(*kind, share)));
            }
            parts.push(Part::Text(")".to_owned()));
            return Node { kind: wanted, parts };
        }
        match wanted {
            Type::Integer | Type::Any | Type::Float | Type::Number | Type::Boolean => self.walk(wanted, fuel),
            _ => self.leaf(wanted),
        }
    }

    /// A call of a new function that walks along a list, a binary, or numbers, and keeps a value.
    fn walk(&mut self, wanted: Type, fuel: usize) -> Node {
        let (over, head, next) = *self.random.one(&[
            (Type::List, "[E | T]", "T"),
            (Type::Integers, "[E | T]", "T"),
            (Type::Binary, "<<E, T/binary>>", "T"),
            (Type::Binary, "<<E:16/little-signed, T/binary>>", "T"),
            (Type::Bits, "<<E:5, T/bits>>", "T"),
            (Type::Bits, "<<1:1, E:3, T/bits>>", "T"),
            (Type::Binary, "<<E/utf8, T/binary>>", "T"),
            (Type::Count, "E", "E - 1"),
        ]);
        self.names += 1;
        let name = format!("loop{}", self.names);
        let element = if over == Type::List { Type::Any } else { Type::Integer };
        let outer = std::mem::replace(
            &mut self.scope,
            vec![
                Variable { name: "E".to_owned(), kind: element },
                Variable { name: "A".to_owned(), kind: wanted },
            ],
        );
        let body = self.expression(wanted, fuel / 2);
        self.scope = outer;
        let guard = if over == Type::Count { " when is_integer(E), E > 0, E < 50" } else { "" };
        let limit = if wanted == Type::Integer { " rem 1000000000000000000000007" } else { "" };
        let mut parts = vec![
            Part::Text(format!("{name}({head}, A){guard} -> {name}({next}, (")),
            Part::Node(body),
            Part::Text(format!("){limit});\n")),
        ];
        if head.starts_with("<<1:1") {
            parts.push(Part::Text(format!("{name}(<<_:1, T/bits>>, A) -> {name}(T, A);\n")));
        }
        parts.push(Part::Text(format!("{name}(_, A) -> A.\n")));
        self.loops.push(Node { kind: Type::Function, parts });
        let along = self.expression(over, fuel / 3);
        let start = self.expression(wanted, fuel / 3);
        let parts = vec![
            Part::Text(format!("{name}(")),
            Part::Node(along),
            Part::Text(", ".to_owned()),
            Part::Node(start),
            Part::Text(")".to_owned()),
        ];
        Node { kind: wanted, parts }
    }

    /// The clause that says what a function is called with.
    fn calls(&mut self, name: &str, kinds: &[Type]) -> String {
        let calls: Vec<String> = (0..CALLS)
            .map(|_| {
                let values: Vec<String> = kinds.iter().map(|kind| self.value(*kind)).collect();
                format!("[{}]", values.join(", "))
            })
            .collect();
        format!("arguments({name}) -> [{}];\n", calls.join(",\n    "))
    }

    /// Options of the compiler, so that other instructions come out of it. Not among them is `no_copt`: it leaves matches
    /// that cannot fail, whose ways out with different stack frames the verifier refuses.
    fn options(&mut self) -> String {
        const OPTIONS: [&str; 12] = [
            "no_type_opt",
            "no_ssa_opt",
            "no_bsm_opt",
            "no_postopt",
            "no_bool_opt",
            "no_share_opt",
            "no_recv_opt",
            "inline",
            "no_stack_trimming",
            "no_ssa_opt_float",
            "no_ssa_opt_ranges",
            "no_fun_opt",
        ];
        const RELEASES: [&str; 4] = ["r22", "r23", "r24", "r25"];
        let mut chosen = Vec::new();
        if self.random.chance(50) {
            chosen.extend((0..1 + self.random.below(3)).map(|_| *self.random.one(&OPTIONS)));
        }
        if self.random.chance(30) {
            chosen.push(*self.random.one(&RELEASES));
        }
        format!("[{}]", chosen.join(", "))
    }
}
