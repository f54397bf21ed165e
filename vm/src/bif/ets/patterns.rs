//! What the patterns of match specifications say of keys.
//!
//! Invariant: nothing recurses into a pattern.

use alloc::vec::Vec;

use crate::bif::Context;
use crate::table::{Kind, Table};
use crate::term::{Kind as TermKind, Term, compare};

/// What a term of a pattern or a body stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Itself.
    Itself,
    /// A variable, `'$1'` and the like.
    Variable,
    /// `'_'`, `'$_'` or `'$$'`.
    Special,
}

fn word(context: Context<'_>, term: Term<'_>) -> Word {
    let Some(atom) = term.as_atom() else { return Word::Itself };
    let name = context.system.atoms.name(atom);
    let digits = name.strip_prefix('$').unwrap_or("");
    if matches!(name, "_" | "$_" | "$$") {
        Word::Special
    } else if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        Word::Variable
    } else {
        Word::Itself
    }
}

/// Whether a pattern is matched by one term alone. A map is not: it is matched by any that has its keys.
fn is_bound(context: Context<'_>, pattern: Term<'_>) -> bool {
    let mut open = alloc::vec![pattern];
    while let Some(term) = open.pop() {
        match term.kind() {
            TermKind::Map(_) => return false,
            TermKind::Tuple(elements) => open.extend(elements),
            TermKind::Cons(cons) => open.extend([cons.head(), cons.tail()]),
            _ if word(context, term) != Word::Itself => return false,
            _ => {}
        }
    }
    true
}

/// The only keys, in the table's order, whose objects a specification can match; `None` where it may match any.
pub(super) fn bound_keys<'h>(context: Context<'h>, table: &Table, spec: Term<'h>) -> Option<Vec<Term<'h>>> {
    let atoms = &context.system.atoms;
    let sorted = table.kind == Kind::OrderedSet;
    let same = |one, other| {
        if sorted { compare::equal(one, other) } else { compare::equal_exact(one, other) }
    };
    let mut keys: Vec<Term<'h>> = Vec::new();
    for part in spec.list() {
        let head = *part.as_tuple()?.first()?;
        if word(context, head) != Word::Itself {
            return None;
        }
        // What is no tuple, or has no key, matches nothing.
        let Some(key) = table.key(head) else { continue };
        if !is_bound(context, key) {
            return None;
        }
        if !keys.iter().any(|own| same(*own, key)) {
            keys.push(key);
        }
    }
    if sorted {
        keys.sort_by(|one, other| compare::order(atoms, *one, *other));
    }
    Some(keys)
}

/// Whether every part of a specification makes an object of the same key as that which it matches, as far as one can see.
pub(super) fn keeps_keys<'h>(context: Context<'h>, table: &Table, spec: Term<'h>) -> bool {
    spec.list().all(|part| match part.as_tuple() {
        Some([head, _, body]) => keeps_key(context, table, *head, *body).unwrap_or(false),
        _ => false,
    })
}

fn keeps_key<'h>(context: Context<'h>, table: &Table, head: Term<'h>, body: Term<'h>) -> Option<bool> {
    let only = body.as_cons().filter(|cons| cons.tail().is_nil())?.head();
    if is_named(context, only, "$_") {
        return Some(true);
    }
    let key = table.key(head)?;
    match only.as_tuple()? {
        [constant, made] if is_named(context, *constant, "const") => {
            Some(is_bound(context, key) && compare::equal_exact(key, table.key(*made)?))
        }
        [made] => {
            let made = table.key(*made)?;
            Some(takes_key(context, table, made) || stands_for(context, key, made))
        }
        _ => None,
    }
}

fn is_named(context: Context<'_>, term: Term<'_>, name: &str) -> bool {
    term.as_atom().is_some_and(|atom| context.system.atoms.name(atom) == name)
}

/// Whether an expression is `{element, Position, '$_'}` for the key's position.
fn takes_key(context: Context<'_>, table: &Table, expression: Term<'_>) -> bool {
    matches!(expression.as_tuple(), Some([element, position, whole])
        if is_named(context, *element, "element")
            && is_named(context, *whole, "$_")
            && position.as_usize() == Some(table.place + 1))
}

/// Whether an expression makes what a pattern was matched by.
fn stands_for<'h>(context: Context<'h>, pattern: Term<'h>, expression: Term<'h>) -> bool {
    let mut open = alloc::vec![(pattern, expression)];
    while let Some((pattern, expression)) = open.pop() {
        let alike = match (pattern.kind(), expression.kind()) {
            (_, TermKind::Tuple([constant, value])) if is_named(context, *constant, "const") => {
                is_bound(context, pattern) && compare::equal_exact(pattern, *value)
            }
            (TermKind::Tuple(elements), TermKind::Tuple([made])) => match made.as_tuple() {
                Some(made) if made.len() == elements.len() => {
                    open.extend(elements.iter().copied().zip(made.iter().copied()));
                    true
                }
                _ => false,
            },
            (TermKind::Cons(pattern), TermKind::Cons(made)) => {
                open.extend([(pattern.head(), made.head()), (pattern.tail(), made.tail())]);
                true
            }
            (TermKind::Tuple(_) | TermKind::Map(_), _) | (_, TermKind::Map(_)) => false,
            _ => word(context, pattern) != Word::Special && compare::equal_exact(pattern, expression),
        };
        if !alike {
            return false;
        }
    }
    true
}
