//! What references keep alive: values that are no terms.
//!
//! Invariant: a value stays for as long as any heap holds its reference. That is seen when values are made: those
//! whose references are all gone are dropped whenever there are twice as many as the last time.
//! Deliberately absent: what the values are. Whoever made one knows its type.

use alloc::collections::BTreeMap;
use alloc::rc::Rc;
use core::any::Any;

use super::System;
use crate::heap::shared::SharedBytes;
use crate::heap::{Arena, Built, OutOfMemory};
use crate::process::ReferenceNumbers;
use crate::sync::Arc;
use crate::term::{Kind, Term};

/// Values by the numbers of their references.
#[derive(Default)]
pub struct Resources {
    held: BTreeMap<ReferenceNumbers, Held>,
    /// How many there may be before the next sweep.
    limit: usize,
}

struct Held {
    /// Counted by every reference in a heap, and once here.
    keeper: Arc<SharedBytes>,
    value: Rc<dyn Any>,
}

/// Values are not looked for among fewer than this.
const LEAST: usize = 64;

impl Resources {
    fn insert(&mut self, numbers: ReferenceNumbers, held: Held) {
        if self.held.len() >= self.limit {
            self.held.retain(|_, held| Arc::strong_count(&held.keeper) > 1);
            self.limit = (self.held.len() * 2).max(LEAST);
        }
        self.held.insert(numbers, held);
    }

    /// How many values there are, of which some may be without references already.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }
}

impl System {
    /// A reference that keeps a value.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn keep<'h>(&self, arena: &'h Arena, value: Rc<dyn Any>) -> Built<'h> {
        let keeper = SharedBytes::copy_of(&[], 1).ok_or(OutOfMemory)?;
        let numbers = self.make_reference();
        let reference = arena.keeping_reference(numbers, keeper.clone())?;
        self.resources.borrow_mut().insert(numbers, Held { keeper, value });
        Ok(reference)
    }

    /// The value that a reference keeps, where it is one of this type.
    pub fn kept<T: Any>(&self, reference: Term<'_>) -> Option<Rc<T>> {
        let Kind::Reference(numbers) = reference.kind() else { return None };
        let value = self.resources.borrow().held.get(&numbers)?.value.clone();
        value.downcast().ok()
    }
}
