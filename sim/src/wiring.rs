//! From a diagram to nets: ends that are wired together become one net.
//!
//! Invariant: the rails are never joined to each other; a diagram that does so is refused.

use std::collections::BTreeMap;

use crate::board::Edge;
use crate::device::{Device, Kind};
use crate::diagram::{Diagram, DiagramError, End, Part};
use crate::net::{GROUND, LinkId, NetId, Nets, SUPPLY};

/// Keys that press parts, in the order they are given out; the others mean something else on the screen.
pub const PART_KEYS: &str = "bacdfgimnoprstuvwxyz";

/// A part in the world.
#[derive(Debug)]
pub struct Placed {
    /// Its name.
    pub id: String,
    /// What it is.
    pub kind: &'static Kind,
    /// What it does, if it does anything.
    pub device: Option<Box<dyn Device>>,
    /// The nets of its terminals.
    pub terminals: Vec<NetId>,
    /// The links between them.
    pub links: Vec<LinkId>,
    /// The key that presses it.
    pub key: Option<char>,
    /// The pins of the chip it is wired to, for people.
    pub wired_to: String,
}

/// A diagram on its way to nets: what is wired together is one node's family.
pub struct Wiring {
    nodes: BTreeMap<(usize, Where), usize>,
    /// The node each node was joined to; itself if to none.
    joined: Vec<usize>,
    /// The net of each family, by its head.
    heads: BTreeMap<usize, NetId>,
    /// The nets so far.
    pub nets: Nets,
    keys: Vec<char>,
}

/// What a node is, in a part or on the board.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Where {
    Ground,
    Supply,
    Gpio(u8),
    Terminal(usize),
    Row(String),
}

impl Wiring {
    /// Joins everything a diagram wires together.
    pub fn of(diagram: &Diagram) -> Result<Wiring, DiagramError> {
        let heads = BTreeMap::from([(0, GROUND), (1, SUPPLY)]);
        let mut wiring = Wiring {
            nodes: BTreeMap::from([((0, Where::Ground), 0), ((0, Where::Supply), 1)]),
            joined: vec![0, 1],
            heads,
            nets: Nets::new(),
            keys: vec![],
        };
        for [from, to] in &diagram.wires {
            wiring.join(from, to)?;
        }
        for (place, part) in diagram.parts.iter().enumerate() {
            for (terminal, high) in part.kind.rails {
                let rail = if *high { Edge::Supply } else { Edge::Ground };
                wiring.join(&End::Terminal(place, *terminal), &End::Board(rail))?;
            }
        }
        Ok(wiring)
    }

    fn join(&mut self, from: &End, to: &End) -> Result<(), DiagramError> {
        let (Some(from), Some(to)) = (self.node(from), self.node(to)) else { return Ok(()) };
        // The lower node is the head, so the rails are heads of their families.
        let (head, other) = (self.head(from).min(self.head(to)), self.head(from).max(self.head(to)));
        if (head, other) == (0, 1) {
            let what = "ground is wired to supply: a short circuit".to_owned();
            return Err(DiagramError { place: "connections".to_owned(), what });
        }
        self.joined[other] = head;
        Ok(())
    }

    /// The node of an end; pins that do nothing have none.
    fn node(&mut self, end: &End) -> Option<usize> {
        let key = match end {
            End::Board(Edge::Idle) => return None,
            End::Board(Edge::Ground) => (0, Where::Ground),
            End::Board(Edge::Supply) => (0, Where::Supply),
            End::Board(Edge::Gpio(number)) => (0, Where::Gpio(*number)),
            End::Terminal(part, terminal) => (*part, Where::Terminal(*terminal)),
            End::Row(part, row) => (*part, Where::Row(row.clone())),
        };
        let next = self.joined.len();
        let node = *self.nodes.entry(key).or_insert(next);
        if node == next {
            self.joined.push(node);
        }
        Some(node)
    }

    fn head(&self, node: usize) -> usize {
        let mut head = node;
        while self.joined[head] != head {
            head = self.joined[head];
        }
        head
    }

    /// The net of an end.
    pub fn net(&mut self, end: &End) -> NetId {
        match self.node(end) {
            Some(node) => {
                let head = self.head(node);
                *self.heads.entry(head).or_insert_with(|| self.nets.add_net())
            }
            None => self.nets.add_net(),
        }
    }

    /// Places a part: its device, and its links between its nets.
    pub fn place(&mut self, place: usize, part: Part) -> Result<Placed, DiagramError> {
        let device = match part.kind.place.map(|place| place(&part.attributes)).transpose() {
            Ok(device) => device,
            Err(error) => {
                let what = format!(
                    "\"{}\": {} is \"{}\", expected {}",
                    part.id, error.name, error.value, error.expected
                );
                return Err(DiagramError { place: part.place, what });
            }
        };
        let terminals: Vec<NetId> =
            (0..part.kind.terminals.len()).map(|index| self.net(&End::Terminal(place, index))).collect();
        let links = part.kind.links.iter();
        let links =
            links.map(|(from, to, passage)| self.nets.add_link([terminals[*from], terminals[*to]], *passage));
        let links = links.collect();
        let key = self.wanted_key(part.attributes.text("key"));
        Ok(Placed { id: part.id, kind: part.kind, device, terminals, links, key, wired_to: String::new() })
    }

    /// The key a part asks for, if it is one that presses parts and nobody has it.
    fn wanted_key(&mut self, key: Option<&str>) -> Option<char> {
        let key = key.filter(|key| key.len() == 1)?.to_ascii_lowercase().chars().next()?;
        let free = (PART_KEYS.contains(key) || key.is_ascii_digit()) && !self.keys.contains(&key);
        if free {
            self.keys.push(key);
        }
        free.then_some(key)
    }
}
