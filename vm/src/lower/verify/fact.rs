//! What is known of what a register holds.
//!
//! Invariant: [`Fact::meet`] of two facts holds wherever either does, and is one of finitely many below both: meeting again
//! and again comes to an end.

/// A fact: a kind, what qualifies it, and a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fact(pub u32);

const KIND: u32 = 0b1111;
/// It may lie in a message that is still in the mailbox.
const FRAGILE: u32 = 1 << 4;
/// The tuple has just so many elements.
const EXACT: u32 = 1 << 5;
/// The tuple was just made; nobody else refers to it.
const FRESH: u32 = 1 << 6;
const NUMBER: u32 = 7;

const UNSET: u32 = 0;
const MARK: u32 = 1;
const CAUGHT: u32 = 2;
const MAYBE_CAUGHT: u32 = 3;
/// It was a term before the process went to sleep with a timer.
const ASLEEP: u32 = 4;
/// This kind and those above it are terms.
const TERM: u32 = 5;
const NIL: u32 = 6;
const CELL: u32 = 7;
const LIST: u32 = 8;
const TUPLE: u32 = 9;
const INTEGER: u32 = 10;

impl Fact {
    /// Nothing that may be looked at.
    pub const UNSET: Fact = Fact(UNSET);
    /// An exception has arrived.
    pub const CAUGHT: Fact = Fact(CAUGHT);
    /// A term from before the process went to sleep, which nobody may look at.
    pub const ASLEEP: Fact = Fact(ASLEEP);
    /// A term.
    pub const TERM: Fact = Fact(TERM);
    /// The empty list.
    pub const NIL: Fact = Fact(NIL);
    /// A list cell.
    pub const CELL: Fact = Fact(CELL);
    /// A list cell or the empty list.
    pub const LIST: Fact = Fact(LIST);

    /// The greatest number a fact holds.
    pub const MOST: u32 = (1 << (32 - NUMBER)) - 1;

    /// A tuple of at least so many elements.
    pub const fn tuple(least: u32) -> Fact {
        Fact(TUPLE | least << NUMBER)
    }

    /// A tuple of so many elements.
    pub const fn tuple_of(elements: u32) -> Fact {
        Fact(TUPLE | EXACT | elements << NUMBER)
    }

    /// A tuple of at least so many elements that was just made.
    pub const fn fresh_tuple(least: u32) -> Fact {
        Fact(TUPLE | FRESH | least << NUMBER)
    }

    /// An integer, if it is one that is of interest.
    pub fn integer(value: i64) -> Fact {
        match u32::try_from(value) {
            Ok(value) if value <= Fact::MOST => Fact(INTEGER | value << NUMBER),
            _ => Fact::TERM,
        }
    }

    /// The mark of a `catch` or `try` whose handler is at a label.
    pub const fn mark(label: u32) -> Fact {
        Fact(MARK | label << NUMBER)
    }

    /// This fact, of what may lie in a message.
    pub const fn fragile(self) -> Fact {
        Fact(self.0 | FRAGILE)
    }

    /// This fact, once the message is the process's own.
    pub const fn durable(self) -> Fact {
        Fact(self.0 & !FRAGILE)
    }

    /// This fact, once a tuple may be known elsewhere.
    pub const fn seasoned(self) -> Fact {
        Fact(self.0 & !FRESH)
    }

    const fn kind(self) -> u32 {
        self.0 & KIND
    }

    const fn number(self) -> u32 {
        self.0 >> NUMBER
    }

    /// Whether it is a term.
    #[inline]
    pub const fn is_term(self) -> bool {
        self.kind() >= TERM
    }

    /// Whether it may lie in a message.
    pub const fn is_fragile(self) -> bool {
        self.0 & FRAGILE != 0
    }

    /// Whether an exception has, or may have, arrived.
    #[inline]
    pub const fn is_arrival(self) -> bool {
        matches!(self.kind(), CAUGHT | MAYBE_CAUGHT)
    }

    /// Whether it is a list cell.
    pub const fn is_cell(self) -> bool {
        self.kind() == CELL
    }

    /// Whether it says of what shape a term is, whoever refers to it.
    pub const fn is_durable_shape(self) -> bool {
        self.0 & (FRAGILE | FRESH) == 0 && matches!(self.kind(), NIL | CELL | TUPLE)
    }

    /// Whether it is a list cell unless it is the empty list.
    pub const fn is_list(self) -> bool {
        matches!(self.kind(), LIST | CELL)
    }

    /// Whether it is a tuple of at least so many elements.
    pub const fn has_elements(self, least: u32) -> bool {
        self.kind() == TUPLE && self.number() >= least
    }

    /// Whether it is a tuple of just so many elements.
    pub const fn has_arity(self, elements: u32) -> bool {
        self.0 & !(FRAGILE | FRESH) == Fact::tuple_of(elements).0
    }

    /// Whether it is a tuple that was made just now by an instruction.
    pub const fn is_fresh(self) -> bool {
        self.0 & FRESH != 0
    }

    /// The integer.
    pub const fn as_integer(self) -> Option<u32> {
        if self.kind() == INTEGER { Some(self.number()) } else { None }
    }

    /// The label of a mark's handler.
    #[inline]
    pub const fn as_mark(self) -> Option<u32> {
        if self.kind() == MARK { Some(self.number()) } else { None }
    }

    /// What is known where one of two facts holds.
    #[inline]
    pub fn meet(self, other: Fact) -> Fact {
        if self == other { self } else { self.meet_other(other) }
    }

    fn meet_other(self, other: Fact) -> Fact {
        let fragile = (self.0 | other.0) & FRAGILE;
        let known = match (self.kind(), other.kind()) {
            (UNSET | MARK, _) | (_, UNSET | MARK) => return Fact::UNSET,
            (ASLEEP, other) | (other, ASLEEP) => {
                return if other >= ASLEEP { Fact::ASLEEP } else { Fact::UNSET };
            }
            (CAUGHT | MAYBE_CAUGHT, _) | (_, CAUGHT | MAYBE_CAUGHT) => return Fact(MAYBE_CAUGHT),
            (TUPLE, TUPLE) => {
                let least = self.number().min(other.number());
                let is_exact = self.number() == other.number() && self.0 & other.0 & EXACT != 0;
                Fact(TUPLE | if is_exact { EXACT } else { 0 } | self.0 & other.0 & FRESH | least << NUMBER)
            }
            (one, other) if one == other && matches!(one, NIL | CELL | LIST) => Fact(one),
            (NIL | CELL | LIST, NIL | CELL | LIST) => Fact::LIST,
            (INTEGER, INTEGER) if self.number() == other.number() => Fact(self.0 & !FRAGILE),
            _ => Fact::TERM,
        };
        Fact(known.0 | fragile)
    }
}
