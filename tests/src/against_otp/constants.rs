//! Random constants: leaves of expressions, and what functions are called with.

use super::generator::Generator;
use super::types::{TERMS, Type};

/// Where integers change how they are kept: bits of a small one on 32 and 64 bits, of digits, of floats.
const BORDERS: [u32; 20] = [7, 8, 15, 16, 24, 27, 28, 31, 32, 52, 53, 54, 59, 60, 62, 63, 64, 65, 96, 126];

/// Atoms that do nothing when they are called.
const ATOMS: [&str; 16] = [
    "a",
    "b",
    "ok",
    "error",
    "undefined",
    "true",
    "false",
    "''",
    "'hello world'",
    "'Ä'",
    "'日本'",
    "hd",
    "'+'",
    "'band'",
    "exit",
    "r",
];

/// Keys that maps, patterns and lookups share, so that they meet.
const KEYS: [&str; 12] =
    ["a", "b", "1", "0", "1.0", "\"k\"", "<<\"k\">>", "{a, 1}", "[]", "18446744073709551616", "#{}", "-1"];

const FLOATS: [&str; 32] = [
    "0.0",
    "-0.0",
    "1.0",
    "-1.0",
    "0.5",
    "1.5",
    "2.5",
    "-2.5",
    "0.1",
    "1.0e10",
    "1.0e22",
    "1.0e23",
    "-1.0e100",
    "5.0e-324",
    "1.7976931348623157e308",
    "2.2250738585072014e-308",
    "9007199254740992.0",
    "9007199254740993.0",
    "9007199254740994.0",
    "-9007199254740992.0",
    "4503599627370495.5",
    "4503599627370496.5",
    "9223372036854775807.0",
    "-9223372036854775808.0",
    "18446744073709551615.0",
    "576460752303423488.0",
    "3.4028234663852886e38",
    "65504.0",
    "1152921504606846976.0",
    "-18446744073709551616.0",
    "123456.789",
    "0.3333333333333333",
];

const STRINGS: [&str; 10] = [
    "\"\"",
    "\"abc\"",
    "\"12\"",
    "\"-7 rest\"",
    "\"3.25e2x\"",
    "\" a b \"",
    "\"äöü\"",
    "\"\\x{1F600}e\\x{301}\"",
    "\"a\\tb\\n\"",
    "\"DEADbeef\"",
];

impl Generator<'_> {
    /// An integer, most often one near a border.
    pub(super) fn integer(&mut self) -> String {
        match self.random.below(10) {
            0..=3 => self.random.below(10).to_string(),
            4 => format!("-{}", 1 + self.random.below(10)),
            5 => self.random.below(300).to_string(),
            6..=7 => {
                let border = 1_i128 << self.random.one(&BORDERS);
                let near = border + self.random.below(5) as i128 - 2;
                if self.random.chance(40) { (-near).to_string() } else { near.to_string() }
            }
            8 => {
                let bits = 1 + self.random.below(62);
                let value = (self.random.next() >> bits) as i64;
                if self.random.chance(40) { (-value).to_string() } else { value.to_string() }
            }
            _ => self.long_integer(),
        }
    }

    fn long_integer(&mut self) -> String {
        let most = if self.random.chance(10) { 200 } else { 40 };
        let digits = 1 + self.random.below(most);
        let sign = if self.random.chance(40) { "-" } else { "" };
        let digit = |random: u64| char::from_digit((random % 16) as u32, 16).expect("a digit");
        let digits: String = match self.random.below(5) {
            0 => "f".repeat(digits),
            1 => format!("1{}", "0".repeat(digits)),
            // What a float just holds, and just not.
            2 => format!("ffffffffffff{}{}", self.random.one(&["f8", "fb", "fc", "ff"]), "f".repeat(242)),
            3 => format!("{}f{}", self.random.one(&["2", "4", "8", "ffffffff"]), "f".repeat(digits)),
            _ => (0..digits).map(|_| digit(self.random.next())).collect(),
        };
        format!("{sign}16#{digits}")
    }

    /// A term that maps have for a key, often.
    pub(super) fn key(&mut self) -> String {
        (*self.random.one(&KEYS)).to_owned()
    }

    fn float(&mut self) -> String {
        if self.random.chance(70) {
            return (*self.random.one(&FLOATS)).to_owned();
        }
        let float = f64::from_bits(self.random.next());
        let text = format!("{float:?}");
        match text.split_once('e') {
            _ if !float.is_finite() => "7.25".to_owned(),
            Some((digits, exponent)) if !digits.contains('.') => format!("{digits}.0e{exponent}"),
            _ => text,
        }
    }

    fn bytes(&mut self, count: usize) -> String {
        let bytes: Vec<String> = (0..count)
            .map(|_| {
                let byte =
                    if self.random.chance(40) { 97 + self.random.below(6) } else { self.random.below(256) };
                byte.to_string()
            })
            .collect();
        bytes.join(", ")
    }

    /// A constant of a type.
    pub(super) fn constant(&mut self, wanted: Type) -> String {
        match wanted {
            Type::Integer => self.integer(),
            Type::Count | Type::Size => self.random.below(20).to_string(),
            Type::Float => self.float(),
            Type::Number if self.random.chance(50) => self.integer(),
            Type::Number => self.float(),
            Type::Atom => (*self.random.one(&ATOMS)).to_owned(),
            Type::Boolean => (*self.random.one(&["true", "false"])).to_owned(),
            Type::Binary => {
                let count = *self.random.one(&[0, 1, 2, 3, 4, 8, 9, 16, 33]);
                format!("<<{}>>", self.bytes(count))
            }
            Type::Bits => {
                let (count, size) = (self.random.below(9), 1 + self.random.below(12));
                let comma = if count == 0 { "" } else { ", " };
                format!("<<{}{comma}{}:{size}>>", self.bytes(count), self.random.below(4096))
            }
            Type::List => {
                let tail = if self.random.chance(10) { " | a" } else { "" };
                let elements = self.several(Type::Any, 1, 4);
                format!("[{elements}{tail}]")
            }
            Type::Integers => format!("[{}]", self.several(Type::Integer, 0, 5)),
            Type::String => (*self.random.one(&STRINGS)).to_owned(),
            Type::Pairs => {
                let pairs: Vec<String> = (0..self.random.below(4)).map(|_| self.pair(", ")).collect();
                format!("[{}]", pairs.iter().map(|pair| format!("{{{pair}}}")).collect::<Vec<_>>().join(", "))
            }
            Type::Tuple => format!("{{{}}}", self.several(Type::Any, 0, 4)),
            Type::Map => {
                let pairs: Vec<String> = (0..self.random.below(5)).map(|_| self.pair(" => ")).collect();
                format!("#{{{}}}", pairs.join(", "))
            }
            Type::LargeMap => {
                format!("maps:from_keys(lists:seq({}, 40), a)", self.random.below(12))
            }
            Type::Fun => {
                (*self.random.one(&["fun(_) -> a end", "fun erlang:tl/1", "fun lists:sum/1"])).to_owned()
            }
            Type::IntegerFun => (*self.random.one(&["fun erlang:'-'/1", "fun(E) -> E * 3 end"])).to_owned(),
            _ => {
                let kind = *self.random.one(&TERMS);
                let kind = if kind == Type::Fun || kind == Type::IntegerFun { Type::Atom } else { kind };
                self.constant(kind)
            }
        }
    }

    fn several(&mut self, kind: Type, least: usize, most: usize) -> String {
        let count = least + self.random.below(most - least + 1);
        let constants: Vec<String> = (0..count)
            .map(|_| {
                // Flat on the whole: a constant in a constant seldom has one of its own.
                let kind = if kind == Type::Any && self.random.chance(60) { Type::Number } else { kind };
                self.constant(kind)
            })
            .collect();
        constants.join(", ")
    }

    fn pair(&mut self, between: &str) -> String {
        let key = self.key();
        let kind = if self.random.chance(70) { Type::Integer } else { Type::Any };
        let value = self.constant(kind);
        format!("{key}{between}{value}")
    }

    /// A term a function is called with: a constant, or a part of a larger one.
    pub(super) fn value(&mut self, wanted: Type) -> String {
        if self.random.chance(5) {
            return self.constant(Type::Any);
        }
        let long = self.random.chance(15);
        let count = if long { 60 + self.random.below(60) } else { self.random.below(24) };
        match (wanted, self.random.below(4)) {
            (Type::Binary, 0) => format!("<<{}>>", self.bytes(count)),
            (Type::Binary, 1) => format!("element(2, split_binary(<<1, {}>>, 1))", self.bytes(count + 1)),
            (Type::Bits, 0 | 1) => {
                let (skipped, left) = (1 + self.random.below(9), self.random.below(12));
                let bytes = self.bytes(count + 2);
                let size = count * 8 + left;
                format!("(fun(B) -> <<_:{skipped}, P:{size}/bits, _/bits>> = B, P end)(<<{bytes}, 0:32>>)")
            }
            (Type::Bits, 2) => {
                format!("<<(list_to_bitstring([{}]))/bits, 5:3>>", self.bytes(count + 1))
            }
            (Type::Binary, 2) => format!("list_to_binary([{}])", self.bytes(count)),
            (Type::Integers, 0) => format!("lists:seq(1, {count})"),
            _ => self.constant(wanted),
        }
    }
}
