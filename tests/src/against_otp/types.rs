//! The types of generated expressions, each with its letter in the grammar.

/// A type of terms, or a place of the grammar that is no expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    /// Integers of any size.
    Integer,
    /// Integers from 0 to about 20: sizes, places, counts.
    Count,
    /// Floats.
    Float,
    /// Integers and floats.
    Number,
    /// Atoms.
    Atom,
    /// `true` and `false`.
    Boolean,
    /// Whole bytes.
    Binary,
    /// Any number of bits.
    Bits,
    /// Lists of anything.
    List,
    /// Lists of integers.
    Integers,
    /// Lists of characters.
    String,
    /// Lists of pairs.
    Pairs,
    /// Tuples.
    Tuple,
    /// Maps, not so large that their order shows.
    Map,
    /// Maps of more than 32 keys, whose order must not show.
    LargeMap,
    /// Funs of one argument.
    Fun,
    /// Funs of an integer that give an integer.
    IntegerFun,
    /// Anything.
    Any,
    /// A guard.
    Guard,
    /// A size in a pattern.
    Size,
    /// The segments of a binary that is made.
    Segments,
    /// The statements of a function before its last, each with its comma.
    Statements,
    /// A function or a clause of one.
    Function,
}

use Type::{
    Any, Atom, Binary, Bits, Boolean, Count, Float, Fun, Function, Guard, Integer, IntegerFun, Integers,
    LargeMap, List, Map, Number, Pairs, Segments, Size, Statements, String, Tuple,
};

/// The types of terms.
pub const TERMS: [Type; 16] = [
    Integer, Float, Number, Atom, Boolean, Binary, Bits, List, Integers, String, Pairs, Tuple, Map, Fun,
    IntegerFun, Count,
];

impl Type {
    /// The type a letter of the grammar stands for.
    pub fn of_letter(letter: char) -> Type {
        match letter {
            'I' => Integer,
            'n' => Count,
            'F' => Float,
            'N' => Number,
            'A' => Atom,
            'O' => Boolean,
            'B' => Binary,
            'T' => Bits,
            'L' => List,
            'J' => Integers,
            'S' => String,
            'K' => Pairs,
            'U' => Tuple,
            'M' => Map,
            'Z' => LargeMap,
            'G' => Fun,
            'H' => IntegerFun,
            'Y' => Any,
            'g' => Guard,
            'c' => Size,
            's' => Segments,
            other => panic!("the grammar knows no type {other}"),
        }
    }

    /// Whether a term of this type is one of the other.
    pub fn is(self, other: Type) -> bool {
        self == other
            || match other {
                Any => TERMS.contains(&self),
                Size => self == Count,
                Number => matches!(self, Integer | Float | Count),
                Integer => self == Count,
                Atom => self == Boolean,
                Bits => self == Binary,
                List => matches!(self, Integers | String | Pairs),
                Integers => self == String,
                Fun => self == IntegerFun,
                _ => false,
            }
    }

    /// The shortest source there is for it.
    pub fn least(self) -> &'static str {
        match self {
            Integer | Count | Number | Size => "0",
            Float => "0.0",
            Atom | Any => "a",
            Boolean | Guard => "true",
            Binary | Bits => "<<>>",
            List | Integers | String | Pairs => "[]",
            Tuple => "{}",
            Map | LargeMap => "#{}",
            Fun | IntegerFun => "fun(_) -> 0 end",
            Segments | Statements | Function => "",
        }
    }
}
