//! A value of the machine's own that references lead to: a search that paused.
//!
//! Invariant: it is counted by the references that lead to it, in whatever heap they lie, and is dropped with the last.
//! Deliberately absent: who refers to it. Each heap lists such references as it lists its shared bits.

use crate::sync::Arc;
use alloc::boxed::Box;
use core::any::Any;

/// A value behind a reference.
#[derive(Debug)]
pub struct Resource {
    value: Box<dyn Any + Send + Sync>,
    bytes: usize,
}

impl Resource {
    /// A value that takes so many bytes, about: a reason to collect.
    pub fn new(value: impl Any + Send + Sync, bytes: usize) -> Arc<Resource> {
        Arc::new(Resource { value: Box::new(value), bytes })
    }

    /// The value, if it is of this type.
    pub fn get<T: Any>(&self) -> Option<&T> {
        self.value.downcast_ref()
    }

    /// Bytes it takes, about.
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}
