//! docs/bifs.md says what the tables of native functions say.
//!
//! `UPDATE=1` rewrites the page. What OTP 25's module `erlang` exports is kept in `data/otp25-erlang-exports.txt`,
//! whose head names the command that printed it.
#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use vm::bif::{Code, Entry, Natives};

const HEAD: &str = "\
<!-- Generated from the tables in vm/src/bif; `UPDATE=1 cargo test -p avm-tests --test bifs_page` rewrites it. -->
# Native functions

The functions that are part of the machine and not of a library, in the words of their tables. What is written in
Erlang stands in `vm/lib`, a folder an application.

* *guard*: reads its arguments and makes its result, nothing else; allowed in guards where Erlang allows it.
* *plain*: works with the calling process and with what all processes share.
* *control*: decides where the process goes on.
";

const EXPORTS: &str = include_str!("../data/otp25-erlang-exports.txt");

#[test]
fn the_page_of_native_functions_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/bifs.md");
    let page = page(Natives.entries()).expect("a String takes all that is written to it");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).expect("docs can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == page,
        "docs/bifs.md is stale: UPDATE=1 cargo test -p avm-tests --test bifs_page rewrites it"
    );
}

#[test]
fn every_function_is_described_in_one_sentence() {
    let natives = Natives;
    let described = |entry: &Entry| entry.doc.trim().ends_with('.') && !entry.doc.contains('\n');
    let bare: Vec<String> = natives.entries().iter().filter(|entry| !described(entry)).map(spelled).collect();
    assert!(bare.is_empty(), "no sentence says what these do: {bare:?}");
}

/// The whole page, as Markdown.
fn page(entries: &[Entry]) -> Result<String, std::fmt::Error> {
    let mut page = String::from(HEAD);
    coverage(entries, &mut page)?;
    for module in entries.chunk_by(|a, b| a.module == b.module) {
        writeln!(
            page,
            "\n## `{}`\n\n| Function | Kind | What it does |\n| --- | --- | --- |",
            module[0].module
        )?;
        for entry in module {
            // A bar inside a cell would end it.
            let (name, doc) = (spelled(entry).replace('|', "\\|"), entry.doc.trim().replace('|', "\\|"));
            writeln!(page, "| `{name}` | {} | {doc} |", kind(entry.code))?;
        }
    }
    Ok(page)
}

/// How much of OTP's module `erlang` there is, and the names of what is not.
fn coverage(entries: &[Entry], page: &mut String) -> std::fmt::Result {
    let ours: BTreeSet<String> =
        entries.iter().filter(|entry| entry.module == "erlang").map(spelled).collect();
    let theirs: BTreeSet<String> =
        EXPORTS.lines().filter(|line| !line.starts_with('#')).map(|line| line.replace('\'', "")).collect();
    let missing: Vec<&str> = theirs.difference(&ours).map(String::as_str).collect();
    let beyond: Vec<&str> = ours.difference(&theirs).map(String::as_str).collect();
    let (all, there) = (theirs.len(), theirs.len() - missing.len());
    writeln!(page, "\n## How much of `erlang` there is\n")?;
    writeln!(
        page,
        "OTP 25's module `erlang` exports {all} functions; {there} of them are here. These are not:\n"
    )?;
    listed(&missing, page)?;
    if !beyond.is_empty() {
        writeln!(page, "\nThese are here and not in OTP 25, being of a later release or of AtomVM:\n")?;
        listed(&beyond, page)?;
    }
    Ok(())
}

/// Names as a paragraph of lines that are not too long.
fn listed(names: &[&str], page: &mut String) -> std::fmt::Result {
    const WIDTH: usize = 110;
    let mut column = 0;
    for (index, name) in names.iter().enumerate() {
        let end = if index + 1 == names.len() { "." } else { "," };
        let item = format!("`{name}`{end}");
        match column {
            0 => {}
            _ if column + 1 + item.len() > WIDTH => {
                writeln!(page)?;
                column = 0;
            }
            _ => {
                write!(page, " ")?;
                column += 1;
            }
        }
        write!(page, "{item}")?;
        column += item.len();
    }
    writeln!(page)
}

fn spelled(entry: &Entry) -> String {
    format!("{}/{}", entry.name, entry.arity)
}

fn kind(code: Code) -> &'static str {
    match code {
        Code::Guard0(_) | Code::Guard1(_) | Code::Guard2(_) | Code::Guard3(_) => "guard",
        Code::Plain0(_)
        | Code::Plain1(_)
        | Code::Plain2(_)
        | Code::Plain3(_)
        | Code::Plain4(_)
        | Code::Plain5(_) => "plain",
        Code::Control0(_) | Code::Control1(_) | Code::Control2(_) | Code::Control3(_) => "control",
    }
}
