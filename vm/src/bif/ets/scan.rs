//! A walk through a table with a match specification, and where it stands.
//!
//! At rest a walk is a term, as OTP lays it out: `{Table, Hash, Limit, Specification, Results, Downwards}` for sets and bags,
//! `{Table, LastKey, [], Limit, Specification, Results, Downwards, 0}` for ordered sets. `Results` are those that were found
//! beyond a limit.
//! Invariant: a walk refers to nothing that a process could not have made; what it says is looked at each time.

use crate::sync::Arc;
use alloc::vec::Vec;

use super::{Access, SLICE_ROWS, patterns, specs, table};
use crate::bif::match_spec::MatchSpec;
use crate::bif::{Context, argument};
use crate::heap::Row;
use crate::process::{Fault, Native};
use crate::table::{Kind, Place, Table, Walk};
use crate::term::Term;
use crate::term::map::HASH_BITS;

/// A walk.
pub(super) struct Scan<'h> {
    /// What the table was called by.
    own: Term<'h>,
    pub(super) table: Arc<Table>,
    spec: Arc<MatchSpec>,
    /// The reference to the specification, once there is one.
    reference: Option<Term<'h>>,
    place: Place<'h>,
    /// The only keys that can match, which are looked at instead of a walk.
    keys: Option<Vec<Term<'h>>>,
    upwards: bool,
    /// Results that are wanted at once; 0 for all.
    pub(super) limit: usize,
    /// Results from before.
    pub(super) results: Term<'h>,
}

impl<'h> Scan<'h> {
    /// The walk through a table from its start.
    pub(super) fn new(
        context: Context<'h>,
        own: Term<'h>,
        table: Arc<Table>,
        spec: Term<'h>,
        upwards: bool,
        limit: usize,
    ) -> Result<Scan<'h>, Fault<'h>> {
        let program = specs::compiled(context, spec)?;
        let keys = patterns::bound_keys(context, &table, spec);
        let place = Place::Start;
        Ok(Scan {
            own,
            table,
            spec: program,
            reference: None,
            place,
            keys,
            upwards,
            limit,
            results: Term::NIL,
        })
    }

    /// The walk that a term describes.
    pub(super) fn resumed(
        context: Context<'h>,
        term: Term<'h>,
        access: Access,
    ) -> Result<Scan<'h>, Fault<'h>> {
        let (own, place, limit, reference, results, downwards) = match *argument::tuple(term)? {
            [own, hash, limit, spec, results, down] => {
                let hash = hash.as_i64().and_then(|hash| u64::try_from(hash).ok());
                let hash = hash.filter(|hash| *hash <= 1 << HASH_BITS).ok_or(Fault::badarg())?;
                (own, Place::Hash(hash), limit, spec, results, down)
            }
            [own, key, _, limit, spec, results, down, _] => {
                (own, Place::Key(key), limit, spec, results, down)
            }
            _ => return Err(Fault::badarg()),
        };
        let limit = argument::count(limit)?;
        results.list_length().ok_or(Fault::badarg())?;
        let upwards = argument::count(downwards)? == 0;
        let spec = specs::known(context, reference)?;
        let table = table(context, own, access)?.table();
        if matches!(place, Place::Key(_)) != (table.kind == Kind::OrderedSet) {
            return Err(Fault::badarg());
        }
        let (reference, keys) = (Some(reference), None);
        Ok(Scan { own, table, spec, reference, place, keys, upwards, limit, results })
    }

    /// Whether there is nothing to walk through: the keys are known.
    pub(super) fn knows_keys(&self) -> bool {
        self.keys.is_some()
    }

    /// The term of the walk, with results that are left.
    pub(super) fn rest(&mut self, context: Context<'h>, results: Term<'h>) -> Native<'h> {
        let arena = context.arena;
        let reference = match self.reference {
            Some(reference) => reference,
            None => specs::reference(context, &self.spec)?,
        };
        self.reference = Some(reference);
        let (limit, down) = (arena.usize(self.limit)?, Term::small_number(i32::from(!self.upwards)));
        Ok(match self.place {
            Place::Key(key) => arena.tuple(&[
                self.own,
                key,
                Term::NIL,
                limit,
                reference,
                results,
                down,
                Term::small_number(0),
            ])?,
            Place::Hash(hash) => {
                arena.tuple(&[self.own, arena.u64(hash)?, limit, reference, results, down])?
            }
            // Nothing was looked at yet.
            Place::Start => return Err(Fault::badarg()),
        })
    }

    /// Looks at some rows, until `found`, which hears of the values of those that match and of the rows, has enough or it
    /// is time to pause; whether it came to the end.
    pub(super) fn go_on(
        &mut self,
        context: Context<'h>,
        mut found: impl FnMut(Term<'h>, &Row) -> Result<Walk, Fault<'h>>,
    ) -> Result<bool, Fault<'h>> {
        let atoms = &context.system.atoms;
        let table = self.table.clone();
        let rows = table.rows();
        let mut left = SLICE_ROWS;
        let spec = self.spec.clone();
        let mut step = |row: &Row| -> Result<Walk, Fault<'h>> {
            left = left.saturating_sub(1);
            let walk = match specs::result(context, &spec, row.term())? {
                Some(value) => found(value, row)?,
                None => Walk::On,
            };
            Ok(if left == 0 { Walk::Stop } else { walk })
        };
        if let Some(keys) = self.keys.take() {
            return self.look_up(context, keys, step);
        }
        let next = rows.walk(atoms, self.place, self.upwards, &mut step)?;
        let next = match next {
            Some(Place::Key(key)) => Some(Place::Key(context.arena.copy(key)?)),
            Some(Place::Hash(hash)) => Some(Place::Hash(hash)),
            _ => None,
        };
        self.place = next.unwrap_or(self.place);
        Ok(next.is_none())
    }

    /// Looks at the rows of some keys, all of them; a walk that comes to a limit there goes on behind the last.
    fn look_up(
        &mut self,
        context: Context<'h>,
        mut keys: Vec<Term<'h>>,
        mut step: impl FnMut(&Row) -> Result<Walk, Fault<'h>>,
    ) -> Result<bool, Fault<'h>> {
        if !self.upwards {
            keys.reverse();
        }
        let table = self.table.clone();
        let rows = table.rows();
        for key in &keys {
            let rows = rows.get(&context.system.atoms, *key);
            let rows: Vec<&Row> =
                if self.upwards { rows.iter().collect() } else { rows.iter().rev().collect() };
            for row in rows {
                step(row)?;
            }
        }
        Ok(true)
    }

    /// Puts the walk where there is nothing more.
    pub(super) fn finish(&mut self, context: Context<'h>) -> Result<(), Fault<'h>> {
        let table = self.table.clone();
        self.place = if table.kind == Kind::OrderedSet {
            let rows = table.rows();
            let last = rows.end(&context.system.atoms, !self.upwards);
            match last.first().and_then(|row| table.key(row.term())) {
                Some(key) => Place::Key(context.arena.copy(key)?),
                None => Place::Key(Term::NIL),
            }
        } else {
            Place::Hash(if self.upwards { 1 << HASH_BITS } else { 0 })
        };
        Ok(())
    }
}
