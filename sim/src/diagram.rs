//! How a directory says what is wired to what: `diagram.json`, as Wokwi writes it.
//!
//! Heeded are `parts` (`id`, `type`, `attrs`) and `connections` (`from`, `to`); where things lie on the drawing and the
//! colours of wires are not. A connection's end is `PART:TERMINAL`.
//!
//! Invariants: a diagram handed out names only parts and terminals that exist; what cannot be simulated is left out
//! and told in `warnings`; an error names the place in the file.
//! Deliberately absent: reading files, and state. [`World`](crate::world::World) is built of a diagram.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

use crate::board::{Board, Edge, Shape};
use crate::device::{Attributes, Kind};
use crate::spelling;

/// What is wired to what.
#[derive(Debug)]
pub struct Diagram {
    /// The board.
    pub board: &'static Board,
    /// The parts, those on the board last.
    pub parts: Vec<Part>,
    /// The wires: pairs of ends.
    pub wires: Vec<[End; 2]>,
    /// What was left out, and why.
    pub warnings: Vec<String>,
}

/// A part.
#[derive(Debug)]
pub struct Part {
    /// Its name in the diagram.
    pub id: String,
    /// What it is.
    pub kind: &'static Kind,
    /// Its attributes.
    pub attributes: Attributes,
    /// Where it stands in the diagram, for errors; empty for a part on the board.
    pub place: String,
}

/// The end of a wire.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum End {
    /// A pin on the edge of the board.
    Board(Edge),
    /// A terminal of a part: the part's and the terminal's place in their lists.
    Terminal(usize, usize),
    /// A row of a breadboard.
    Row(usize, String),
}

/// Why a diagram cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DiagramError {
    /// Where: `parts[1]`, `connections[3]`, or `line 4 column 2`.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for DiagramError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl std::error::Error for DiagramError {}

/// Connections to these do not concern the wiring: the serial monitor, and pins a drawing marks as not connected.
const IGNORED_PARTS: &[&str] = &["$serialMonitor"];

impl Diagram {
    /// A board with nothing but what is on it.
    pub fn bare(board: &'static Board) -> Diagram {
        let mut diagram = Diagram { board, parts: vec![], wires: vec![], warnings: vec![] };
        diagram.solder(board.shape());
        diagram
    }

    /// Reads a diagram.
    ///
    /// # Errors
    /// When it is not JSON, lacks what it must have, has no board that is known, or wires what does not exist.
    pub fn parse(text: &str) -> Result<Diagram, DiagramError> {
        let json: Value = serde_json::from_str(text).map_err(|error| DiagramError {
            place: format!("line {} column {}", error.line(), error.column()),
            what: "this is not JSON".to_owned(),
        })?;
        let parts = list(&json, "parts")?;
        let mut reader = Reader::of(&parts)?;
        for (index, part) in parts.iter().enumerate() {
            reader.part(index, part)?;
        }
        for (index, connection) in list(&json, "connections")?.iter().enumerate() {
            reader.connection(index, connection)?;
        }
        reader.diagram.warn_of_loose_ends();
        reader.diagram.solder(reader.shape);
        Ok(reader.diagram)
    }

    /// A part that does something does nothing with a terminal in the air.
    fn warn_of_loose_ends(&mut self) {
        for (index, part) in self.parts.iter().enumerate().filter(|(_, part)| part.kind.place.is_some()) {
            for (terminal, names) in part.kind.terminals.iter().enumerate() {
                let end = End::Terminal(index, terminal);
                if !self.wires.iter().flatten().any(|wired| *wired == end) {
                    let warning =
                        format!("{}: nothing is wired to {} of \"{}\"", part.place, names[0], part.id);
                    self.warnings.push(warning);
                }
            }
        }
    }

    /// Adds what is on the board; a part whose name is taken gets another.
    fn solder(&mut self, shape: &'static Shape) {
        for soldered in shape.soldered {
            // A board that names a part or a pin that is not there is caught by a test of the boards.
            let Some(kind) = Kind::find(soldered.kind) else { continue };
            let taken = self.parts.iter().any(|part| part.id == soldered.id);
            let id = if taken { format!("board-{}", soldered.id) } else { soldered.id.to_owned() };
            let attributes = soldered.attributes.iter().copied().collect();
            self.parts.push(Part { id, kind, attributes, place: String::new() });
            for (terminal, pin) in soldered.wires {
                let edge = self.board.edge(shape, pin).map(End::Board);
                let terminal =
                    kind.terminal(terminal).map(|index| End::Terminal(self.parts.len() - 1, index));
                self.wires.extend(edge.zip(terminal).map(|(edge, terminal)| [edge, terminal]));
            }
        }
    }
}

/// A diagram being read.
struct Reader {
    diagram: Diagram,
    shape: &'static Shape,
    board_id: String,
    ids: BTreeSet<String>,
    /// Names of parts that are left out, whose connections are left out with them.
    unknown: BTreeSet<String>,
}

impl Reader {
    /// Begins with the board, which is one of the parts.
    fn of(parts: &[Value]) -> Result<Reader, DiagramError> {
        let mut found = None;
        for (index, part) in parts.iter().enumerate() {
            let (id, kind) = (text(part, "id", "parts", index)?, text(part, "type", "parts", index)?);
            let Some((board, shape)) = Board::find_shape(kind) else { continue };
            if found.is_some() {
                return fail(
                    "parts",
                    index,
                    "a second board; only one can be simulated at a time".to_owned(),
                );
            }
            found = Some(Reader {
                diagram: Diagram { board, parts: vec![], wires: vec![], warnings: vec![] },
                shape,
                board_id: id.to_owned(),
                ids: BTreeSet::new(),
                unknown: BTreeSet::new(),
            });
        }
        found.ok_or_else(|| DiagramError { place: "parts".to_owned(), what: no_board(parts) })
    }

    fn part(&mut self, index: usize, part: &Value) -> Result<(), DiagramError> {
        let (id, name) = (text(part, "id", "parts", index)?, text(part, "type", "parts", index)?);
        if !self.ids.insert(id.to_owned()) {
            return fail("parts", index, format!("the id \"{id}\" is taken by a part before"));
        }
        if id == self.board_id {
            return Ok(());
        }
        let Some(kind) = Kind::find(name) else {
            let hint = hint(Kind::nearest(name));
            self.diagram
                .warnings
                .push(format!("parts[{index}]: \"{id}\" is left out: no part of type \"{name}\"{hint}"));
            self.unknown.insert(id.to_owned());
            return Ok(());
        };
        let attributes = attributes(part, index)?;
        let place = format!("parts[{index}]");
        for unknown in attributes.names().filter(|name| !kind.attributes.contains(name)) {
            let hint = hint(spelling::nearest(unknown, kind.attributes.iter().copied()));
            self.diagram.warnings.push(format!("{place}: \"{id}\" has no attribute \"{unknown}\"{hint}"));
        }
        self.diagram.parts.push(Part { id: id.to_owned(), kind, attributes, place });
        Ok(())
    }

    fn connection(&mut self, index: usize, connection: &Value) -> Result<(), DiagramError> {
        let ends = connection.as_array().map(Vec::as_slice).unwrap_or_default();
        let (Some(from), Some(to)) =
            (ends.first().and_then(Value::as_str), ends.get(1).and_then(Value::as_str))
        else {
            return fail("connections", index, "expected [\"PART:PIN\", \"PART:PIN\", …]".to_owned());
        };
        // A wire whose end hangs in the air while drawing is written with an empty end.
        if let (Some(from), Some(to)) = (self.end(index, from)?, self.end(index, to)?) {
            self.diagram.wires.push([from, to]);
        }
        Ok(())
    }

    /// What an end of a wire is; `None` if it is to be left out.
    fn end(&self, index: usize, end: &str) -> Result<Option<End>, DiagramError> {
        if end.is_empty() {
            return Ok(None);
        }
        let Some((id, pin)) = end.split_once(':') else {
            return fail("connections", index, format!("\"{end}\" is not of the form PART:PIN"));
        };
        if IGNORED_PARTS.contains(&id) || self.unknown.contains(id) {
            return Ok(None);
        }
        if id == self.board_id {
            return self.board_end(index, pin).map(Some);
        }
        let Some(place) = self.diagram.parts.iter().position(|part| part.id == id) else {
            let hint = hint(spelling::nearest(id, self.ids.iter().map(String::as_str)));
            return fail("connections", index, format!("there is no part \"{id}\"{hint}"));
        };
        let kind = self.diagram.parts[place].kind;
        if let Some(row) = kind.rows.and_then(|rows| rows(pin)) {
            return Ok(Some(End::Row(place, row)));
        }
        match kind.terminal(pin) {
            Some(terminal) => Ok(Some(End::Terminal(place, terminal))),
            None => {
                let names: Vec<&str> =
                    kind.terminals.iter().flat_map(|names| names.iter().copied()).collect();
                let known =
                    if names.is_empty() { String::new() } else { format!("; it has {}", names.join(", ")) };
                fail("connections", index, format!("\"{id}\" ({}) has no pin \"{pin}\"{known}", kind.name()))
            }
        }
    }

    fn board_end(&self, index: usize, pin: &str) -> Result<End, DiagramError> {
        let board = self.diagram.board;
        if let Some(edge) = board.edge(self.shape, pin) {
            return Ok(End::Board(edge));
        }
        let names = board.edge_names(self.shape);
        let hint = hint(spelling::nearest(pin, names.iter().map(String::as_str)));
        fail("connections", index, format!("the board ({}) has no pin \"{pin}\"{hint}", self.shape.name))
    }
}

fn no_board(parts: &[Value]) -> String {
    let shapes = || crate::board::BOARDS.iter().flat_map(|board| board.shapes).map(|shape| shape.name);
    let kinds = parts.iter().filter_map(|part| part.get("type")?.as_str());
    let meant = kinds.filter(|kind| Kind::find(kind).is_none()).find_map(|kind| {
        let like = spelling::nearest(kind, shapes());
        like.map(|like| format!("\"{kind}\" is not known; did you mean \"{like}\"?"))
    });
    let known = || format!("known are {}", shapes().collect::<Vec<_>>().join(", "));
    format!("none is a board; {}", meant.unwrap_or_else(known))
}

fn list(json: &Value, name: &str) -> Result<Vec<Value>, DiagramError> {
    let what = || DiagramError { place: name.to_owned(), what: format!("expected a list called \"{name}\"") };
    json.get(name).and_then(Value::as_array).cloned().ok_or_else(what)
}

fn text<'j>(part: &'j Value, name: &str, list: &str, index: usize) -> Result<&'j str, DiagramError> {
    match part.get(name).and_then(Value::as_str) {
        Some(text) => Ok(text),
        None => fail(list, index, format!("expected a text called \"{name}\"")),
    }
}

/// Values are texts; numbers and truth values are taken as what they look like.
fn attributes(part: &Value, index: usize) -> Result<Attributes, DiagramError> {
    let Some(attributes) = part.get("attrs") else { return Ok(Attributes::default()) };
    let Some(pairs) = attributes.as_object() else {
        return fail("parts", index, "\"attrs\" is not an object".to_owned());
    };
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Ok(pairs.iter().map(|(name, value)| (name.as_str(), text(value))).collect())
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; did you mean \"{name}\"?"))
}

fn fail<T>(list: &str, index: usize, what: String) -> Result<T, DiagramError> {
    Err(DiagramError { place: format!("{list}[{index}]"), what })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOARD: &str = r#"{"type": "board-esp32-devkit-c-v4", "id": "esp", "top": 0}"#;

    fn diagram(parts: &str, connections: &str) -> Result<Diagram, DiagramError> {
        Diagram::parse(&format!(
            r#"{{"version": 1, "parts": [{BOARD}{parts}], "connections": [{connections}]}}"#
        ))
    }

    fn error(parts: &str, connections: &str) -> String {
        diagram(parts, connections).unwrap_err().to_string()
    }

    #[test]
    fn wires_are_read() {
        let led = r#", {"type": "wokwi-led", "id": "led1", "attrs": {"color": "green"}}"#;
        let read =
            diagram(led, r#"["esp:2", "led1:A", "red", []], ["led1:C", "esp:GND.1", "black"]"#).unwrap();
        assert_eq!(read.board.name, "esp32");
        assert_eq!(read.parts[0].attributes.text("color"), Some("green"));
        assert_eq!(read.wires[0], [End::Board(Edge::Gpio(2)), End::Terminal(0, 0)]);
        assert_eq!(read.wires[1], [End::Terminal(0, 1), End::Board(Edge::Ground)]);
        assert!(read.parts.iter().any(|part| part.id == "boot"));
        assert!(read.warnings.is_empty());
    }

    #[test]
    fn an_unknown_attribute_is_told() {
        let resistor = r#", {"type": "wokwi-resistor", "id": "r1", "attrs": {"valeu": "220"}}"#;
        let expected = "parts[1]: \"r1\" has no attribute \"valeu\"; did you mean \"value\"?";
        assert_eq!(diagram(resistor, "").unwrap().warnings, [expected]);
    }

    #[test]
    fn a_loose_end_is_told() {
        let led = r#", {"type": "wokwi-led", "id": "led1"}"#;
        let read = diagram(led, r#"["esp:2", "led1:A"]"#).unwrap();
        assert_eq!(read.warnings, ["parts[1]: nothing is wired to C of \"led1\""]);
    }

    #[test]
    fn an_unknown_part_is_left_out_with_its_wires() {
        let read =
            diagram(r#", {"type": "wokwi-lde", "id": "led1"}"#, r#"["esp:2", "led1:A", "red"]"#).unwrap();
        let expected =
            "parts[1]: \"led1\" is left out: no part of type \"wokwi-lde\"; did you mean \"wokwi-led\"?";
        assert_eq!(read.warnings, [expected]);
        assert_eq!(read.wires.len(), 4, "only what is on the board is wired");
    }

    #[test]
    fn errors_name_the_place_and_what_was_perhaps_meant() {
        let led = r#", {"type": "wokwi-led", "id": "led1"}"#;
        let cases = [
            (
                error(led, r#"["esp:222", "led1:A"]"#),
                "connections[0]: the board (board-esp32-devkit-c-v4) has no pin \"222\"; did you mean \"22\"?",
            ),
            (
                error(led, r#"["esp:2", "led1:B"]"#),
                "connections[0]: \"led1\" (wokwi-led) has no pin \"B\"; it has A, C",
            ),
            (
                error(led, r#"["esp:2", "led2:A"]"#),
                "connections[0]: there is no part \"led2\"; did you mean \"led1\"?",
            ),
            (error(led, r#"["esp2", "led1:A"]"#), "connections[0]: \"esp2\" is not of the form PART:PIN"),
            (error(led, "7"), "connections[0]: expected [\"PART:PIN\", \"PART:PIN\", …]"),
            (error(&format!("{led}{led}"), ""), "parts[2]: the id \"led1\" is taken by a part before"),
            (error(r#", {"id": "led1"}"#, ""), "parts[1]: expected a text called \"type\""),
        ];
        for (message, expected) in cases {
            assert_eq!(message, expected);
        }
        let broken = Diagram::parse("{\n\"parts\": [").unwrap_err().to_string();
        assert!(broken.starts_with("line 2 column"), "{broken}");
        let boardless =
            Diagram::parse(r#"{"parts": [{"type": "wokwi-pi-pcio", "id": "p"}], "connections": []}"#);
        let expected =
            "parts: none is a board; \"wokwi-pi-pcio\" is not known; did you mean \"wokwi-pi-pico\"?";
        assert_eq!(boardless.unwrap_err().to_string(), expected);
    }
}
