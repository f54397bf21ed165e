//! What references keep alive: values that are no terms.
//!
//! Invariant: a value stays for as long as any heap holds its reference.
//! Deliberately absent: what the values are. Whoever made one knows its type.

use alloc::rc::Rc;
use core::any::Any;

use super::System;
use crate::heap::Resource;
use crate::heap::{Arena, Built};
use crate::term::Term;

impl System {
    /// A reference that keeps a value.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn keep<'h>(&self, arena: &'h Arena, value: Rc<dyn Any>) -> Built<'h> {
        arena.handle(self.make_reference(), Resource::new(value, 0))
    }

    /// The value that a reference keeps, where it is one of this type.
    pub fn kept<T: Any>(&self, reference: Term<'_>) -> Option<Rc<T>> {
        reference.as_resource::<Rc<dyn Any>>()?.clone().downcast().ok()
    }
}
