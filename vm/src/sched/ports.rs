//! Ports: drivers that a program has opened and speaks to by a port term.
//!
//! Invariant: a port's number is given once and never again.
//! Deliberately absent: what a driver does; see `port`.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::atom::Atom;
use crate::heap::Parcel;

/// An open port.
#[derive(Clone, Copy, Debug)]
pub struct OpenPort {
    /// Which driver.
    pub driver: Atom,
    /// The name it is registered by.
    pub name: Option<Atom>,
    /// The process that opened it.
    pub owner: u32,
}

/// Open ports by number.
#[derive(Debug, Default)]
pub struct Ports {
    open: BTreeMap<u32, OpenPort>,
    /// Terms that programs set for ports.
    data: BTreeMap<u32, Parcel>,
    last: u32,
}

impl Ports {
    /// Opens a port; its number.
    pub fn open(&mut self, port: OpenPort) -> u32 {
        self.last += 1;
        self.open.insert(self.last, port);
        self.last
    }

    /// Closes a port; what it was.
    pub fn close(&mut self, number: u32) -> Option<OpenPort> {
        self.data.remove(&number);
        self.open.remove(&number)
    }

    /// Whether a port is open.
    pub fn is_open(&self, number: u32) -> bool {
        self.open.contains_key(&number)
    }

    /// An open port.
    pub fn get(&self, number: u32) -> Option<OpenPort> {
        self.open.get(&number).copied()
    }

    /// The port of a registered name.
    pub fn named(&self, name: Atom) -> Option<u32> {
        self.open.iter().find(|(_, port)| port.name == Some(name)).map(|(number, _)| *number)
    }

    /// Gives a port a name, or takes it.
    pub fn set_name(&mut self, number: u32, name: Option<Atom>) {
        if let Some(port) = self.open.get_mut(&number) {
            port.name = name;
        }
    }

    /// Gives an open port another owner.
    pub fn connect(&mut self, number: u32, owner: u32) {
        if let Some(port) = self.open.get_mut(&number) {
            port.owner = owner;
        }
    }

    /// The term that was set for a port.
    pub fn data(&self, number: u32) -> Option<&Parcel> {
        self.data.get(&number)
    }

    /// Sets a term for an open port.
    pub fn set_data(&mut self, number: u32, data: Parcel) {
        if self.is_open(number) {
            self.data.insert(number, data);
        }
    }

    /// Numbers of all open ports.
    pub fn numbers(&self) -> Vec<u32> {
        self.open.keys().copied().collect()
    }

    /// Names of all open ports that have one.
    pub fn names(&self) -> Vec<Atom> {
        self.open.values().filter_map(|port| port.name).collect()
    }
}
