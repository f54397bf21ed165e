//! The tree keeps its rules: heads, names, rooms, and what is left out.
//!
//! `UPDATE=1` rewrites the list of files that may say `unsafe` in `docs/architecture.md` from their own reasons.
//! Absent on purpose: how long a function may be; clippy counts that (`clippy.toml`).
#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The most characters of a file's first line, after its marker.
const SUBTITLE_CHARACTERS: usize = 80;

/// A name that says nothing: the file would become a drawer.
const DRAWERS: [&str; 8] = ["util", "utils", "common", "helper", "helpers", "manager", "managers", "misc"];

/// What stays out of every file, and why. Each is spelled in two halves, so that this file may stay in the tree.
const UNWANTED: [(&str, &str, &str); 6] = [
    ("to", "do!(", "a promise"),
    ("unimple", "mented!(", "a promise"),
    ("#[ig", "nore", "a test that does not run"),
    ("/wo", "rk/", "a path of one machine"),
    ("/ro", "ot/", "a path of one machine"),
    ("bash", "_jobs", "a path of one machine"),
];

/// Rooms that know each other although one stands before the other, and why.
const TOGETHER: [(&str, &str, &str); 1] =
    [("term", "heap", "what arithmetic and bit syntax make of terms is made in an arena")];

/// The rooms that may ask the platform something: its own, those that ask it for programs, and the run loop.
const ASKERS: [&str; 5] = ["platform", "port", "scheduler", "crew", "run"];

/// A file of the tree.
struct File {
    /// Its path from the root, with `/`.
    path: String,
    bytes: Vec<u8>,
}

impl File {
    fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The text without lines that are comments.
    fn code(&self) -> String {
        let text = self.text();
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        lines.join("\n")
    }

    /// The room of `vm` it belongs to.
    fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("vm/src/")?;
        Some(inside.split('/').next()?.trim_end_matches(".rs")).filter(|room| *room != "lib")
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of the checkout that is not built from it.
fn tree() -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![(root(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries.map(|entry| entry.expect("an entry of a folder")) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.path().is_dir() {
                if name != "target" && name != ".git" {
                    folders.push((entry.path(), format!("{path}/")));
                }
            } else if name != ".git" && name != "erl_crash.dump" {
                let bytes = fs::read(entry.path()).unwrap_or_else(|error| panic!("{path}: {error}"));
                files.push(File { path, bytes });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 100, "the tree is not here");
    files
}

/// Fails with all the breaches of a rule at once.
fn hold(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}:\n  {}", breaches.join("\n  "));
}

#[test]
fn every_source_opens_with_a_subtitle() {
    let breach = |file: &File| {
        let marker = if file.is("rs") { "//! " } else { "%% " };
        let text = file.text();
        let first = text.lines().next().unwrap_or_default();
        match first.strip_prefix(marker).map(|subtitle| subtitle.chars().count()) {
            None => Some(format!("{} does not open with `{marker}`", file.path)),
            Some(length @ SUBTITLE_CHARACTERS..) if length > SUBTITLE_CHARACTERS => {
                Some(format!("{} opens with {length} characters", file.path))
            }
            Some(_) => None,
        }
    };
    let breaches: Vec<String> =
        tree().iter().filter(|file| file.is("rs") || file.is("erl")).filter_map(breach).collect();
    hold("a source opens with a subtitle of at most 80 characters", &breaches);
}

#[test]
fn no_file_is_a_drawer() {
    let is_drawer = |file: &File| {
        let parts = file.path.split('/').map(|part| part.split('.').next().unwrap_or_default());
        parts.into_iter().any(|part| DRAWERS.contains(&part))
    };
    let breaches: Vec<String> = tree().into_iter().filter(is_drawer).map(|file| file.path).collect();
    hold("a file is one noun of the domain", &breaches);
}

#[test]
fn nothing_unwanted_is_left() {
    let mut breaches = Vec::new();
    for file in tree() {
        for (head, tail, why) in UNWANTED {
            let needle = [head, tail].concat();
            if file.bytes.windows(needle.len()).any(|window| window == needle.as_bytes()) {
                breaches.push(format!("{} says {needle}: {why}", file.path));
            }
        }
    }
    hold("a checked-in file is whole and belongs to no machine", &breaches);
}

/// The rooms of `vm`, in the order in which they may import each other.
fn rooms() -> Vec<String> {
    let lib = read("vm/src/lib.rs");
    let rooms = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    rooms.map(str::to_owned).collect()
}

/// The rooms a text imports: what follows `crate::`, alone or in braces.
fn imported(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.push(name(rest)),
        }
    }
    found.sort();
    found.dedup();
    found
}

fn name(text: &str) -> String {
    text.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
}

/// The first name of each path of a group, up to its closing brace.
fn first_names(group: &str) -> Vec<String> {
    let mut names = vec![name(group.trim_start())];
    let mut depth = 1;
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(name(group[at + 1..].trim_start())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

#[test]
fn imports_are_found_alone_and_in_groups() {
    let code = "use crate::term::{Term, word};\nuse crate::{heap::{Arena, copy}, sync};\nlet a = crate::atom::names;";
    assert_eq!(imported(code), ["atom", "heap", "sync", "term"]);
}

#[test]
fn a_room_imports_only_rooms_before_it() {
    let rooms = rooms();
    assert!(rooms.len() >= 15, "only {rooms:?}");
    let place = |room: &str| rooms.iter().position(|known| known == room);
    let mut breaches = Vec::new();
    let mut met = Vec::new();
    for file in tree() {
        let Some(own) = file.room().and_then(place) else { continue };
        for room in imported(&file.code()) {
            let Some(other) = place(&room).filter(|other| *other > own) else { continue };
            let pair = (rooms[own].as_str(), rooms[other].as_str());
            if TOGETHER.iter().any(|(a, b, _)| (*a, *b) == pair) {
                met.push((pair.0.to_owned(), pair.1.to_owned()));
            } else {
                breaches.push(format!("{} imports {}", file.path, pair.1));
            }
        }
    }
    hold("a room of vm imports only those that vm/src/lib.rs lists before it", &breaches);
    for (room, other, why) in TOGETHER {
        assert!(
            met.contains(&(room.to_owned(), other.to_owned())),
            "{room} no longer needs {other} ({why}): strike it"
        );
    }
}

#[test]
fn every_room_is_listed() {
    let rooms = rooms();
    let stray = |file: &File| file.room().is_some_and(|room| !rooms.iter().any(|known| known == room));
    let breaches: Vec<String> = tree().into_iter().filter(stray).map(|file| file.path).collect();
    hold("a room is a `pub mod` of vm/src/lib.rs", &breaches);
}

#[test]
fn only_ports_and_the_run_loop_ask_the_platform() {
    let asks = |file: &File| {
        let room = file.room().filter(|room| !ASKERS.contains(room));
        room.is_some() && file.code().contains(".platform")
    };
    let breaches: Vec<String> = tree().into_iter().filter(asks).map(|file| file.path).collect();
    hold("the platform is asked by `port` and the schedulers alone", &breaches);
}

/// The crates of the workspace, in the order of its manifest: folder and name.
fn crates() -> Vec<(String, String)> {
    let manifest = read("Cargo.toml");
    let members =
        manifest.lines().find_map(|line| line.strip_prefix("members = ")).expect("a list of members");
    let folders = members.split('"').skip(1).step_by(2).map(str::to_owned);
    folders.map(|folder| (folder.clone(), package(&read(&format!("{folder}/Cargo.toml"))))).collect()
}

fn package(manifest: &str) -> String {
    let name = manifest.lines().find_map(|line| line.strip_prefix("name = ")).expect("a package has a name");
    name.trim_matches('"').to_owned()
}

/// The names of all that a manifest depends on, for tests and targets too.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut inside = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.trim_end_matches(']').ends_with("dependencies");
        } else if inside {
            names.push(line.chars().take_while(|c| !matches!(c, ' ' | '.' | '=')).collect());
        }
    }
    names
}

#[test]
fn crates_point_one_way() {
    let crates = crates();
    let mut breaches = Vec::new();
    for (own, (folder, _)) in crates.iter().enumerate() {
        let names = dependencies(&read(&format!("{folder}/Cargo.toml")));
        for (other, (_, name)) in crates.iter().enumerate().filter(|(_, (_, name))| names.contains(name)) {
            // The flasher moves bytes and knows no terms: it depends on nothing here.
            if other >= own || folder == "flasher" {
                breaches.push(format!("{folder} depends on {name}"));
            }
        }
    }
    hold("a crate depends only on members the workspace lists before it, the flasher on none", &breaches);
}

#[test]
fn every_crate_says_whether_it_may_be_unsafe() {
    let mut breaches = Vec::new();
    for (folder, _) in crates().iter().filter(|(folder, _)| folder != "vm") {
        let file = if folder == "cli" { "main" } else { "lib" };
        if !read(&format!("{folder}/src/{file}.rs")).contains("#![forbid(unsafe_code)]") {
            breaches.push(folder.clone());
        }
    }
    hold("a crate other than vm forbids `unsafe`", &breaches);
}

/// What lies between these lines of docs/architecture.md is made of the files' own reasons.
const UNSAFE_BEGINS: &str =
    "<!-- The files that may say unsafe, from their heads; `UPDATE=1` rewrites this list. -->\n";
const UNSAFE_ENDS: &str = "<!-- End of the list. -->\n";

/// The reason a file's head gives for lifting the lint.
fn reason(code: &str) -> Option<&str> {
    let (_, attribute) = code.split_once("#![expect(unsafe_code, reason = \"")?;
    attribute.split_once("\")]").map(|(reason, _)| reason)
}

fn says_unsafe(code: &str) -> bool {
    // The macro of the interpreter writes the block around each handler.
    ["unsafe {", "unsafe fn", "unsafe impl", "unsafe extern", "unsafe trait", "#[unsafe(", "handlers! {"]
        .iter()
        .any(|form| code.contains(form))
}

#[test]
fn the_page_lists_the_files_that_may_say_unsafe() {
    let mut rows = String::from("| file | why |\n| --- | --- |\n");
    let mut breaches = Vec::new();
    for file in tree().iter().filter(|file| file.is("rs") && file.path != "tests/tests/tidy.rs") {
        let code = file.code();
        match (reason(&code), says_unsafe(&code)) {
            (Some(reason), true) => rows.push_str(&format!("| `{}` | {reason} |\n", file.path)),
            (Some(_), false) => breaches.push(format!("{} lifts the lint for nothing", file.path)),
            (None, true) => breaches.push(format!("{} gives no reason at its head", file.path)),
            (None, false) => {}
        }
    }
    hold("a file that says `unsafe` has `#![expect(unsafe_code, reason = …)]` at its head", &breaches);
    let page = read("docs/architecture.md");
    let (before, rest) = page.split_once(UNSAFE_BEGINS).expect("the page has the list");
    let (listed, after) = rest.split_once(UNSAFE_ENDS).expect("the list has an end");
    if env::var_os("UPDATE").is_some() {
        let fresh = [before, UNSAFE_BEGINS, &rows, UNSAFE_ENDS, after].concat();
        fs::write(root().join("docs/architecture.md"), fresh).expect("docs can be written");
    } else {
        assert_eq!(listed, rows, "the list in docs/architecture.md is stale; UPDATE=1 rewrites it");
    }
}

/// The files a page names in backquotes, by the folders that a path may begin with.
fn named_paths(page: &str) -> Vec<&str> {
    const TOPS: [&str; 9] =
        ["packbeam/", "vm/", "sim/", "flasher/", "cli/", "tests/", "examples/", "docs/", ".ci/"];
    let spans = page.split('`').skip(1).step_by(2);
    spans
        .filter(|span| TOPS.iter().any(|top| span.starts_with(top)) && !span.contains([' ', '<', '*', '{']))
        .collect()
}

#[test]
fn the_pages_name_files_that_exist() {
    let mut breaches = Vec::new();
    for page in ["README.md", "docs/architecture.md"] {
        let text = read(page);
        let gone = named_paths(&text).into_iter().filter(|path| !root().join(path).exists());
        breaches.extend(gone.map(|path| format!("{page} names {path}")));
    }
    hold("a page names files that are there", &breaches);
}

/// The map of the code names every file and folder that stands directly in a crate's `src`.
#[test]
fn the_map_names_every_room() {
    let map = read("docs/architecture.md");
    let mut breaches = Vec::new();
    for (folder, _) in crates().iter().filter(|(folder, _)| folder != "tests") {
        let sources = format!("{folder}/src");
        for entry in fs::read_dir(root().join(&sources)).expect("a crate has sources").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let name = if entry.path().is_dir() { format!("`{name}/`") } else { format!("`{name}`") };
            if name != "`lib.rs`" && !map.contains(&name) {
                breaches.push(format!("{sources} has {name}"));
            }
        }
    }
    hold("docs/architecture.md says what each room is for", &breaches);
}

/// The other way round: a file the map names by its name alone is somewhere in the tree.
#[test]
fn the_map_names_files_that_exist() {
    let map = read("docs/architecture.md");
    let tree = tree();
    let is_there = |name: &str| tree.iter().any(|file| file.path.rsplit('/').next() == Some(name));
    let names = map.split('`').skip(1).step_by(2).filter(|span| span.ends_with(".rs") && !span.contains('/'));
    let breaches: Vec<String> = names.filter(|name| !is_there(name)).map(str::to_owned).collect();
    hold("docs/architecture.md names files that are there", &breaches);
}
