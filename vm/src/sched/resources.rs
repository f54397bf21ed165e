//! What references keep alive: values that are no terms.
//!
//! Invariant: a value stays for as long as any heap holds its reference. That is seen when values are made: those
//! whose references are all gone are dropped whenever there are twice as many as the last time. A reference that came
//! back from bytes leads to its value, too, while others do.
//! Deliberately absent: what the values are. Whoever made one knows its type.

use alloc::collections::BTreeMap;
use alloc::rc::Rc;
use core::any::Any;

use super::System;
use crate::heap::{Arena, Built, Resource};
use crate::process::ReferenceNumbers;
use crate::term::{Kind, Term};

/// Values by the numbers of their references: counted by each reference in a heap, and once here.
#[derive(Default)]
pub struct Resources {
    held: BTreeMap<ReferenceNumbers, Rc<Resource>>,
    /// How many there may be before the next sweep.
    limit: usize,
}

/// Values are not looked for among fewer than this.
const LEAST: usize = 64;

impl Resources {
    fn insert(&mut self, numbers: ReferenceNumbers, resource: Rc<Resource>) {
        if self.held.len() >= self.limit {
            self.held.retain(|_, resource| Rc::strong_count(resource) > 1);
            self.limit = (self.held.len() * 2).max(LEAST);
        }
        self.held.insert(numbers, resource);
    }
}

impl System {
    /// A reference that keeps a value.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn keep<'h>(&self, arena: &'h Arena, value: Rc<dyn Any>) -> Built<'h> {
        let numbers = self.make_reference();
        let resource = Resource::new(value, 0);
        let reference = arena.handle(numbers, resource.clone())?;
        self.resources.borrow_mut().insert(numbers, resource);
        Ok(reference)
    }

    /// The value that a reference keeps, where it is one of this type.
    pub fn kept<T: Any>(&self, reference: Term<'_>) -> Option<Rc<T>> {
        let Kind::Reference(numbers) = reference.kind() else { return None };
        let value = self.resources.borrow().held.get(&numbers)?.get::<Rc<dyn Any>>()?.clone();
        value.downcast().ok()
    }
}
