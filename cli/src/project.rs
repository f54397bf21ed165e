//! A program's sources: which tool builds them, their name, where it begins.
//!
//! Only what a configuration declares in plain words is understood: it is read, never run.
//!
//! Invariant: a tool is started in the project's folder, with no shell in between.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::say::Failure;

/// What builds a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// `rebar.config`.
    Rebar3,
    /// `mix.exs`.
    Mix,
    /// `gleam.toml`.
    Gleam,
    /// Sources and nothing else.
    Erlc,
}

/// A program's sources.
#[derive(Debug)]
pub struct Project {
    /// Where they are.
    pub folder: PathBuf,
    /// What builds them.
    pub tool: Tool,
    /// The application's name.
    pub name: String,
    /// The module that is declared to be started.
    pub start: Option<String>,
}

impl Project {
    /// Looks at a folder.
    pub fn find(folder: &Path) -> Result<Project, Failure> {
        let whole = folder.canonicalize().map_err(|error| Failure::file(folder, &error))?;
        let text = |name: &str| fs::read_to_string(folder.join(name)).ok();
        let fallback = whole.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (tool, name, start) = if let Some(config) = text("rebar.config") {
            let config = uncommented(&config, '%');
            (Tool::Rebar3, described(folder), word_after(&config, &["{", "start", ","]))
        } else if let Some(config) = text("mix.exs") {
            let config = uncommented(&config, '#');
            let start = word_after(&config, &["start:"]).map(|start| elixir_module(&start));
            (Tool::Mix, word_after(&config, &["app:"]), start)
        } else if let Some(config) = text("gleam.toml") {
            let config = uncommented(&config, '#');
            let start = word_after(&config, &["start", "="]).map(|start| start.replace('/', "@"));
            (Tool::Gleam, word_after(&config, &["name", "="]), start)
        } else if erlang_sources(folder).is_empty() {
            let failure = Failure::new(format!("{}: there is nothing to build", folder.display()));
            return Err(
                failure.advise("a project has rebar.config, mix.exs, gleam.toml, or .erl files, also in src")
            );
        } else {
            (Tool::Erlc, None, None)
        };
        Ok(Project { folder: folder.to_owned(), tool, name: name.unwrap_or(fallback), start })
    }

    /// Has the tool compile.
    pub fn compile(&self) -> Result<(), Failure> {
        let mut command = match self.tool {
            Tool::Rebar3 => command("rebar3", &["compile"]),
            Tool::Mix => command("mix", &["compile"]),
            Tool::Gleam => command("gleam", &["build"]),
            Tool::Erlc => self.erlc()?,
        };
        let name = command.get_program().to_string_lossy().into_owned();
        let status = command.current_dir(&self.folder).status().map_err(|error| {
            Failure::new(format!("{name}: {error}"))
                .advise(format!("this project is built by {name}: install it"))
        })?;
        match status.success() {
            true => Ok(()),
            false => Err(Failure::new(format!("{name} did not succeed")).advise("it says why above")),
        }
    }

    fn erlc(&self) -> Result<Command, Failure> {
        let out = self.folder.join("_build/ebin");
        fs::create_dir_all(&out).map_err(|error| Failure::file(&out, &error))?;
        let mut erlc =
            command("erlc", &["+debug_info", "-I", "include", "-pa", "_build/ebin", "-o", "_build/ebin"]);
        erlc.args(erlang_sources(&self.folder));
        Ok(erlc)
    }

    /// What the tool compiled to, the project's own application first.
    pub fn compiled(&self) -> Vec<PathBuf> {
        let applications = match self.tool {
            Tool::Rebar3 => "_build/default/lib",
            Tool::Mix => "_build/dev/lib",
            Tool::Gleam => "build/dev/erlang",
            Tool::Erlc => return vec![self.folder.join("_build")],
        };
        let folder = self.folder.join(applications);
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut found: Vec<PathBuf> = entries.filter(|path| path.join("ebin").is_dir()).collect();
        let own = folder.join(&self.name);
        found.sort_by_key(|path| (*path != own, path.clone()));
        // Where mix puts protocols that know their implementations: they come before those that do not.
        let consolidated = own.join("consolidated");
        if consolidated.is_dir() {
            found.insert(0, consolidated);
        }
        found
    }

    /// Packs that go in as they are: those in `avm_deps`.
    pub fn packs(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.folder.join("avm_deps")).into_iter().flatten().flatten();
        let mut packs: Vec<PathBuf> =
            entries.map(|entry| entry.path()).filter(|path| has(path, &["avm"])).collect();
        packs.sort();
        packs
    }

    /// The folders whose files are sources, those that are there.
    pub fn sources(&self) -> Vec<PathBuf> {
        let folders =
            ["src", "lib", "include", "priv", "apps", "avm_deps"].map(|name| self.folder.join(name));
        folders.into_iter().filter(|folder| folder.is_dir()).collect()
    }

    /// Whether a file that changed is one that is compiled or packed.
    pub fn is_source(&self, path: &Path) -> bool {
        let is_below = self.sources().iter().any(|folder| path.starts_with(folder));
        is_below || has(path, &["erl", "hrl", "config", "exs", "ex", "toml", "gleam"])
    }
}

fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// The Erlang sources of a folder and its `src`, as paths from the folder.
fn erlang_sources(folder: &Path) -> Vec<PathBuf> {
    let mut sources = vec![];
    for inside in ["", "src"] {
        let entries = fs::read_dir(folder.join(inside)).into_iter().flatten().flatten();
        let names = entries.map(|entry| Path::new(inside).join(entry.file_name()));
        sources.extend(names.filter(|path| has(path, &["erl"])));
    }
    sources.sort();
    sources
}

fn has(path: &Path, extensions: &[&str]) -> bool {
    path.extension().and_then(|extension| extension.to_str()).is_some_and(|found| extensions.contains(&found))
}

/// The name in the description of an application, `src/NAME.app.src`.
fn described(folder: &Path) -> Option<String> {
    let entries = fs::read_dir(folder.join("src")).ok()?.flatten().map(|entry| entry.path());
    let description = entries.into_iter().find(|path| path.to_string_lossy().ends_with(".app.src"))?;
    word_after(&uncommented(&fs::read_to_string(description).ok()?, '%'), &["{", "application", ","])
}

/// A text without what is behind a comment's mark in each line.
fn uncommented(text: &str, mark: char) -> String {
    text.lines().map(|line| line.split(mark).next().unwrap_or_default().to_owned() + "\n").collect()
}

/// The name behind some words, whatever space is between them: `:blinky`, `"blinky"`, `'blinky'` or `Blinky.Main`.
fn word_after(text: &str, words: &[&str]) -> Option<String> {
    let first = words.first()?;
    text.match_indices(first).find_map(|(place, _)| {
        // Another word may end like this one.
        let before = text[..place].chars().next_back();
        if first.starts_with(char::is_alphabetic)
            && before.is_some_and(|before| before.is_alphanumeric() || before == '_')
        {
            return None;
        }
        let rest =
            words.iter().try_fold(&text[place..], |rest, word| rest.trim_start().strip_prefix(word))?;
        let rest = rest.trim_start().trim_start_matches([':', '"', '\'']);
        let is_of_name = |character: char| character.is_alphanumeric() || "_.@/".contains(character);
        let end = rest.find(|character| !is_of_name(character)).unwrap_or(rest.len());
        Some(rest[..end].trim_end_matches('.').to_owned()).filter(|name| !name.is_empty())
    })
}

/// The atom that the name of a module is in Elixir.
fn elixir_module(name: &str) -> String {
    if name.starts_with(char::is_uppercase) { format!("Elixir.{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_keys_are_read() {
        let mix = "def project do\n  [app: :blinky, # app: :other\n  atomvm: [\n  start: Blinky.Main,\n flash_offset: 0]]";
        let mix = uncommented(mix, '#');
        assert_eq!(word_after(&mix, &["app:"]).as_deref(), Some("blinky"));
        assert_eq!(
            word_after(&mix, &["start:"]).map(|name| elixir_module(&name)).as_deref(),
            Some("Elixir.Blinky.Main")
        );
        let rebar = "{plugins, [atomvm_rebar3_plugin]}.\n{atomvm_rebar3_plugin, [{packbeam, [prune, { start , main}]}]}.";
        assert_eq!(word_after(rebar, &["{", "start", ","]).as_deref(), Some("main"));
        let gleam = "name = \"led\"\nversion = \"1.0.0\"\nrestart = \"no\"\nstart = \"led/main\"\n";
        assert_eq!(word_after(gleam, &["name", "="]).as_deref(), Some("led"));
        assert_eq!(word_after(gleam, &["start", "="]).as_deref(), Some("led/main"));
        assert_eq!(word_after(gleam, &["target", "="]), None);
    }
}
