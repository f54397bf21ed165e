//! The attributes of a part: words that are fixed when it is placed.

use std::collections::BTreeMap;

/// Attributes by name, as a diagram gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(BTreeMap<String, String>);

/// An attribute that cannot be what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttributeError {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub value: String,
    /// What it can be.
    pub expected: String,
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Attributes(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl Attributes {
    /// The names of all attributes.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// An attribute as text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// An attribute that is one of several words; the first where it is absent.
    pub fn choice<T: Copy>(&self, name: &'static str, choices: &[(&str, T)]) -> Result<T, AttributeError> {
        let Some(value) = self.text(name) else { return Ok(choices[0].1) };
        choices
            .iter()
            .find(|(word, _)| word.eq_ignore_ascii_case(value))
            .map(|(_, choice)| *choice)
            .ok_or_else(|| {
                let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
                AttributeError { name, value: value.to_owned(), expected: words.join(", ") }
            })
    }
}
