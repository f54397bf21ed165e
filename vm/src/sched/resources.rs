//! References to values that are no terms, found again by their numbers.
//!
//! Invariant: a value stays for as long as any heap holds its reference (`heap::resource`), and is found for as long,
//! by any reference of the same numbers, such as one that was bytes in between.
//! Deliberately absent: what the values are. Whoever made one knows its type.

use crate::sync::{Arc, Weak};
use alloc::collections::BTreeMap;
use core::any::Any;

use super::System;
use crate::heap::resource::Resource;
use crate::heap::{Arena, Built};
use crate::process::ReferenceNumbers;
use crate::term::{Kind, Term};

/// Values by the numbers of their references.
#[derive(Debug, Default)]
pub struct Resources {
    known: BTreeMap<ReferenceNumbers, Weak<Resource>>,
    /// How many there may be before those that are gone are forgotten.
    limit: usize,
}

/// What is gone is not looked for among fewer than this.
const LEAST: usize = 64;

impl Resources {
    fn insert(&mut self, numbers: ReferenceNumbers, resource: &Arc<Resource>) {
        if self.known.len() >= self.limit {
            self.known.retain(|_, resource| resource.strong_count() > 0);
            self.limit = (self.known.len() * 2).max(LEAST);
        }
        self.known.insert(numbers, Arc::downgrade(resource));
    }
}

impl System {
    /// A reference that keeps a value of so many bytes, about.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn keep<'h, T: Any + Send + Sync>(&self, arena: &'h Arena, value: Arc<T>, bytes: usize) -> Built<'h> {
        let resource = Resource::new(value, bytes);
        let numbers = self.make_reference();
        self.resources.borrow_mut().insert(numbers, &resource);
        arena.handle(numbers, resource)
    }

    /// The value that a reference keeps, where it is one of this type.
    pub fn kept<T: Any + Send + Sync>(&self, reference: Term<'_>) -> Option<Arc<T>> {
        let Kind::Reference(numbers) = reference.kind() else { return None };
        let resource = self.resources.borrow().known.get(&numbers)?.upgrade()?;
        resource.get::<Arc<T>>().cloned()
    }
}
