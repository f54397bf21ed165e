//! Random segments of binaries, made and matched.
//!
//! Invariant: a size that is a constant is at most 70 bytes, so that binaries stay small.

use super::generator::{Generator, Variable};
use super::tree::{Node, Part};
use super::types::Type;

impl Generator<'_> {
    /// The segments of a binary that is made.
    pub(super) fn segments(&mut self, fuel: usize) -> Node {
        let count = *self.random.one(&[1, 1, 1, 2, 2, 3, 3, 4, 5]);
        let mut parts = Vec::new();
        for number in 0..count {
            if number > 0 {
                parts.push(Part::Text(", ".to_owned()));
            }
            parts.push(Part::Node(self.segment(fuel / count)));
        }
        Node { kind: Type::Segments, parts }
    }

    fn segment(&mut self, fuel: usize) -> Node {
        let chosen = self.random.below(20);
        if chosen == 0 {
            let text =
                *self.random.one(&["\"abc\"", "\"äx\"/utf8", "\"ab\":16/little", "\"\"", "\"é\"/utf16"]);
            return Node::leaf(Type::Segments, text);
        }
        let (kind, specification) = match chosen {
            1..=9 => (Type::Integer, self.integer_specification()),
            10 | 11 => (Type::Number, self.float_specification()),
            12 | 13 => (Type::Binary, "/binary".to_owned()),
            14 => (Type::Bits, "/bits".to_owned()),
            15 => (Type::Binary, format!(":{}/binary", self.random.below(5))),
            16 => (Type::Bits, format!(":{}/bits", self.random.below(20))),
            17 => (Type::Bits, format!("/binary-unit:{}", 1 + self.random.below(9))),
            _ => {
                let utf = *self.random.one(&["/utf8", "/utf16", "/utf16-little", "/utf32", "/utf32-little"]);
                return Node::leaf(Type::Segments, format!("{}{utf}", self.character()));
            }
        };
        let value = self.expression(kind, fuel);
        let mut parts = vec![Part::Text("(".to_owned()), Part::Node(value), Part::Text(")".to_owned())];
        if kind == Type::Integer && self.random.chance(15) {
            let size = self.expression(Type::Count, fuel / 2);
            let unit = *self.random.one(&["", "/unit:3", "/little", "/unit:8-little", "/signed"]);
            parts.push(Part::Text(":(limit(".to_owned()));
            parts.push(Part::Node(size));
            parts.push(Part::Text(format!(")){unit}")));
        } else {
            parts.push(Part::Text(specification));
        }
        Node { kind: Type::Segments, parts }
    }

    fn character(&mut self) -> String {
        let integers: Vec<String> = self
            .scope
            .iter()
            .filter(|variable| variable.kind.is(Type::Integer))
            .map(|v| v.name.clone())
            .collect();
        if !integers.is_empty() && self.random.chance(30) {
            return format!("({})", self.random.one(&integers));
        }
        const CHARACTERS: [&str; 10] = [
            "65",
            "127",
            "128",
            "16#7FF",
            "16#800",
            "16#FFFF",
            "16#10000",
            "16#10FFFF",
            "16#D800",
            "16#110000",
        ];
        let valid = if self.random.chance(90) { 8 } else { 10 };
        (*self.random.one(&CHARACTERS[..valid])).to_owned()
    }

    fn bit_size(&mut self) -> usize {
        match self.random.below(8) {
            0..=2 => *self.random.one(&[1, 8, 8, 16, 24, 32, 64]),
            3..=5 => self.random.below(17),
            6 => self.random.below(72),
            _ => *self.random.one(&[0, 59, 60, 61, 63, 65, 128, 200, 512]),
        }
    }

    fn integer_specification(&mut self) -> String {
        let size = match self.random.below(12) {
            0..=3 => String::new(),
            _ => format!(":{}", self.bit_size()),
        };
        let mut flags: Vec<String> = Vec::new();
        if self.random.chance(50) {
            flags.push((*self.random.one(&["little", "big", "native"])).to_owned());
        }
        if self.random.chance(40) {
            flags.push((*self.random.one(&["signed", "unsigned"])).to_owned());
        }
        if self.random.chance(6) && !size.is_empty() {
            flags.push(format!("unit:{}", 1 + self.random.below(8)));
        }
        if flags.is_empty() { size } else { format!("{size}/{}", flags.join("-")) }
    }

    fn float_specification(&mut self) -> String {
        let size = *self.random.one(&["", ":64", ":32", ":16", ":32", ":16"]);
        format!("{size}/float{}", self.random.one(&["", "-little", "-native"]))
    }

    /// The segments of a binary that is matched.
    pub(super) fn segment_patterns(&mut self, bound: &mut Vec<Variable>) -> String {
        let sized = self.sized_segment_patterns(bound);
        if self.random.chance(35) {
            return sized;
        }
        let tail = self.tail_pattern(bound);
        if sized.is_empty() { tail } else { format!("{sized}, {tail}") }
    }

    /// The same, without a tail.
    pub(super) fn sized_segment_patterns(&mut self, bound: &mut Vec<Variable>) -> String {
        let count = *self.random.one(&[0, 1, 1, 2, 2, 3, 3, 4, 6]);
        // A size may be a variable of the same binary, but of no other pattern beside it.
        let mut own = Vec::new();
        let segments: Vec<String> = (0..count).map(|_| self.segment_pattern(&mut own)).collect();
        bound.append(&mut own);
        segments.join(", ")
    }

    fn tail_pattern(&mut self, bound: &mut Vec<Variable>) -> String {
        let (kind, specification) =
            *self.random.one(&[(Type::Bits, "bits"), (Type::Bits, "bits"), (Type::Binary, "binary")]);
        if self.random.chance(30) {
            return format!("_/{specification}");
        }
        self.bound_segment(kind, &format!("/{specification}"), bound)
    }

    fn bound_segment(&mut self, kind: Type, specification: &str, bound: &mut Vec<Variable>) -> String {
        let variable = self.new_variable(kind);
        let text = format!("{}{specification}", variable.name);
        bound.push(variable);
        text
    }

    fn segment_pattern(&mut self, bound: &mut Vec<Variable>) -> String {
        match self.random.below(20) {
            0 => (*self.random.one(&["\"a\"", "\"ab\"", "97", "0:1", "1:1", "0:3", "\"ä\"/utf8"])).to_owned(),
            1 => format!("{}{}", self.random.below(3), self.integer_specification()),
            2..=3 => format!("_{}", self.integer_specification()),
            4..=9 => {
                let specification = self.integer_specification();
                self.bound_segment(Type::Integer, &specification, bound)
            }
            10 => self.sized_by_variable(bound),
            11 | 12 => {
                let specification = self.float_specification();
                self.bound_segment(Type::Float, &specification, bound)
            }
            13 => {
                let size = self.random.below(5);
                self.bound_segment(Type::Binary, &format!(":{size}/binary"), bound)
            }
            14 | 15 => {
                let size = self.random.below(20);
                self.bound_segment(Type::Bits, &format!(":{size}/bits"), bound)
            }
            16 => {
                let (size, unit) = (self.random.below(4), 1 + self.random.below(12));
                self.bound_segment(Type::Bits, &format!(":{size}/binary-unit:{unit}"), bound)
            }
            _ => {
                let utf = *self.random.one(&["/utf8", "/utf16", "/utf16-little", "/utf32"]);
                if self.random.chance(25) {
                    return format!("_{utf}");
                }
                self.bound_segment(Type::Integer, utf, bound)
            }
        }
    }

    /// A segment whose size an earlier segment, or what is around the pattern, says.
    fn sized_by_variable(&mut self, bound: &mut Vec<Variable>) -> String {
        let integers: Vec<String> = bound
            .iter()
            .chain(&self.scope)
            .filter(|variable| variable.kind.is(Type::Integer))
            .map(|variable| variable.name.clone())
            .collect();
        let size = if integers.is_empty() { "8".to_owned() } else { self.random.one(&integers).clone() };
        let size = if self.random.chance(30) { format!("({size} band 31)") } else { size };
        let (kind, specification) = *self.random.one(&[
            (Type::Integer, ""),
            (Type::Integer, "/little"),
            (Type::Integer, "/signed"),
            (Type::Binary, "/binary"),
            (Type::Bits, "/bits"),
            (Type::Float, "/float"),
        ]);
        self.bound_segment(kind, &format!(":{size}{specification}"), bound)
    }
}
