//! The grammar of generated programs, read from `grammar.txt`.

use super::types::{TERMS, Type};

/// What stands in the place of a new variable or of several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// A variable of a type.
    Variable(Type),
    /// A pattern of anything.
    Pattern,
    /// The segments of a binary that is matched.
    Segments,
    /// The same without a tail, as generators want it.
    SizedSegments,
    /// A pattern of a list with elements.
    List,
    /// A pattern of a tuple.
    Tuple,
    /// A pattern of a map.
    Map,
}

/// A piece of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Text as it stands.
    Text(String),
    /// An expression, of the form's own type when there is none, that sees these groups of variables.
    Child(Option<Type>, Vec<u8>),
    /// A group of new variables.
    Bind(u8, Binding),
    /// The variable of a group.
    Variable(u8),
}

/// One line of the grammar.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is, unless it can be anything.
    pub result: Option<Type>,
    /// Whether a guard may say it.
    pub in_guards: bool,
    /// How often it comes, beside others.
    pub weight: usize,
    /// The first release that compiles it.
    pub since: u32,
    /// What it consists of.
    pub pieces: Vec<Piece>,
}

/// All forms.
pub struct Grammar {
    forms: Vec<Form>,
}

impl Grammar {
    /// The grammar of `grammar.txt`, as far as a release of OTP compiles it.
    ///
    /// # Panics
    /// The file is not as its head says.
    pub fn new(release: u32) -> Grammar {
        let lines = include_str!("grammar.txt").lines();
        let forms = lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(form);
        Grammar { forms: forms.filter(|form| form.since <= release).collect() }
    }

    /// The forms an expression of a type may have, each as often as it weighs.
    pub fn of(&self, wanted: Type, in_guard: bool) -> Vec<&Form> {
        let fits = |form: &&Form| {
            (form.in_guards || !in_guard)
                && form
                    .result
                    .map_or(TERMS.contains(&wanted) || wanted == Type::Any, |result| result.is(wanted))
        };
        self.forms.iter().filter(fits).flat_map(|form| std::iter::repeat_n(form, form.weight)).collect()
    }
}

fn form(line: &str) -> Form {
    let (head, text) = line.split_once(' ').expect("a head and a text");
    let letter = head.chars().next().expect("a letter");
    let (head, since) = head.split_once('+').unwrap_or((head, "0"));
    let weight = head.trim_start_matches([letter, '*']);
    Form {
        result: (letter != '=').then(|| Type::of_letter(letter)),
        in_guards: head.contains('*') || letter == 'g',
        weight: if weight.is_empty() { 1 } else { weight.parse().expect("a weight") },
        since: since.parse().expect("a release"),
        pieces: pieces(text),
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some(place) = rest.find(['@', '%', '$']) {
        let mut mark = rest[place..].chars();
        let (kind, next) = (mark.next(), mark.next());
        let (before, after) = (&rest[..place], &rest[place + 2..]);
        pieces.push(Piece::Text(before.to_owned()));
        let next = next.expect("a letter or a digit after a mark");
        rest = match kind {
            Some('$') => {
                pieces.push(Piece::Variable(next as u8 - b'0'));
                after
            }
            Some('%') => {
                let letter = after.chars().next().expect("a letter");
                pieces.push(Piece::Bind(next as u8 - b'0', binding(letter)));
                &after[1..]
            }
            _ => {
                let groups = after.strip_prefix('(').and_then(|groups| groups.split_once(')'));
                let groups = groups.filter(|(groups, _)| groups.bytes().all(|byte| byte.is_ascii_digit()));
                let (groups, after) = groups.unwrap_or(("", after));
                let result = (next != '=').then(|| Type::of_letter(next));
                pieces.push(Piece::Child(result, groups.bytes().map(|digit| digit - b'0').collect()));
                after
            }
        };
    }
    pieces.push(Piece::Text(rest.to_owned()));
    pieces
}

fn binding(letter: char) -> Binding {
    match letter {
        'P' => Binding::Pattern,
        'Q' => Binding::Segments,
        'R' => Binding::SizedSegments,
        'V' => Binding::List,
        'W' => Binding::Tuple,
        'X' => Binding::Map,
        letter => Binding::Variable(Type::of_letter(letter)),
    }
}
