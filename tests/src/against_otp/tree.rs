//! Source text as a tree, so that it can be made smaller.
//!
//! Invariants: a node's text is its parts' texts in order; what takes a node's place is text for the same place, though
//! it need not compile (a variable may be out of scope): the compiler decides.

use super::types::Type;

/// A piece of source that can be replaced.
#[derive(Clone)]
pub struct Node {
    /// What it is to be.
    pub kind: Type,
    /// What it consists of.
    pub parts: Vec<Part>,
}

/// A part of a node.
#[derive(Clone)]
pub enum Part {
    /// Fixed text.
    Text(String),
    /// A piece that can be replaced.
    Node(Node),
}

impl Node {
    /// A node of text alone.
    pub fn leaf(kind: Type, text: impl Into<String>) -> Node {
        Node { kind, parts: vec![Part::Text(text.into())] }
    }

    /// Its source.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        for part in &self.parts {
            match part {
                Part::Text(fixed) => text.push_str(fixed),
                Part::Node(node) => node.write(text),
            }
        }
    }

    /// How many nodes there are, this one included.
    pub fn count(&self) -> usize {
        1 + self.children().map(Node::count).sum::<usize>()
    }

    /// The node that is met as the `number`-th from above, itself being number 0.
    pub fn at(&self, number: usize) -> &Node {
        let mut before = 1;
        if number == 0 {
            return self;
        }
        for child in self.children() {
            let count = child.count();
            if number < before + count {
                return child.at(number - before);
            }
            before += count;
        }
        panic!("there is no node {number}");
    }

    /// This tree with another node in the place of the `number`-th.
    pub fn with(&self, number: usize, replacement: &Node) -> Node {
        if number == 0 {
            return replacement.clone();
        }
        let mut before = 1;
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            match part {
                Part::Node(child) => {
                    let count = child.count();
                    let inside = (before..before + count).contains(&number);
                    let child = if inside { child.with(number - before, replacement) } else { child.clone() };
                    before += count;
                    parts.push(Part::Node(child));
                }
                Part::Text(text) => parts.push(Part::Text(text.clone())),
            }
        }
        Node { kind: self.kind, parts }
    }

    /// What could take this node's place and is smaller: the least of its kind, then what lies below it.
    pub fn smaller(&self) -> Vec<Node> {
        let mut smaller = Vec::new();
        let least = Node::leaf(self.kind, self.kind.least());
        if least.text().len() < self.text().len() {
            smaller.push(least);
        }
        smaller.extend((1..self.count()).map(|number| self.at(number).clone()));
        smaller
    }

    fn children(&self) -> impl Iterator<Item = &Node> {
        self.parts.iter().filter_map(|part| match part {
            Part::Node(node) => Some(node),
            Part::Text(_) => None,
        })
    }
}
