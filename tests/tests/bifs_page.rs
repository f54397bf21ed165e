//! docs/bifs.md says what the tables of native functions say.
//!
//! `UPDATE=1` rewrites the page. What OTP's module `erlang` exports, and which native functions OTP's own libraries
//! import, is kept in `data`, in files whose heads name the command that printed them.
#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use vm::bif::{Code, Declared, Entry, Natives};

const HEAD: &str = "\
<!-- Generated from the tables in vm/src/bif; `UPDATE=1 cargo test -p avm-tests --test bifs_page` rewrites it. -->
# Native functions

The functions that are part of the machine and not of a library, in the words of their tables. What is written in
Erlang stands in `vm/lib`, a folder an application.

* *guard*: reads its arguments and makes its result, nothing else; allowed in guards where Erlang allows it.
* *plain*: works with the calling process and with what all processes share.
* *control*: decides where the process goes on.
";

/// What the module `erlang` of a release exports.
const RELEASES: [(&str, &str); 3] = [
    ("25", include_str!("../data/otp25-erlang-exports.txt")),
    ("27", include_str!("../data/otp27-erlang-exports.txt")),
    ("29", include_str!("../data/otp29-erlang-exports.txt")),
];

/// What OTP's kernel, stdlib and compiler import of what is native there.
const IMPORTS: &str = include_str!("../data/native-imports.txt");

/// Why functions of `erlang` are left out.
const LEFT_OUT: &[(&str, &[&str])] = &[
    (
        "nothing is traced",
        &[
            "seq_trace/2",
            "system_profile/0",
            "system_profile/2",
            "trace/3",
            "trace_pattern/2",
            "trace_pattern/3",
        ],
    ),
    (
        "there is neither an operating system's memory nor its processors to speak of",
        &["alloc_info/1", "alloc_sizes/1", "format_cpu_topology/1", "set_cpu_topology/1"],
    ),
    (
        "only OTP's own module `erlang` calls them",
        &["delay_trap/2", "garbage_collect_message_area/0", "gather_gc_info_result/1"],
    ),
    (
        "code is loaded by the machine itself",
        &[
            "call_on_load_function/1",
            "check_process_code/3",
            "delete_module/1",
            "finish_after_on_load/2",
            "finish_loading/1",
            "has_prepared_code_on_load/1",
            "load_module/2",
            "prepare_loading/2",
            "purge_module/1",
        ],
    ),
];

#[test]
fn the_page_of_native_functions_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/bifs.md");
    let page = page().expect("a String takes all that is written to it");
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
    let described = |doc: &str| doc.trim().ends_with('.') && !doc.contains('\n');
    let bare = Natives.declared().filter(|declared| !described(declared.doc));
    let bare: Vec<String> = bare.map(|declared| spelled(&declared.entry)).collect();
    assert!(bare.is_empty(), "no sentence says what these do: {bare:?}");
}

/// The whole page, as Markdown.
fn page() -> Result<String, std::fmt::Error> {
    let mut page = String::from(HEAD);
    coverage(Natives.entries(), &mut page)?;
    let mut declared: Vec<&Declared> = Natives.declared().collect();
    declared.sort_by_key(|declared| (declared.entry.module, declared.entry.name, declared.entry.arity));
    for module in declared.chunk_by(|a, b| a.entry.module == b.entry.module) {
        writeln!(
            page,
            "\n## `{}`\n\n| Function | Kind | What it does |\n| --- | --- | --- |",
            module[0].entry.module
        )?;
        for Declared { entry, doc } in module {
            // A bar inside a cell would end it.
            let (name, doc) = (spelled(entry).replace('|', "\\|"), doc.trim().replace('|', "\\|"));
            writeln!(page, "| `{name}` | {} | {doc} |", kind(entry.code))?;
        }
    }
    Ok(page)
}

/// How much of OTP's module `erlang` there is, why the rest is not, and what OTP's libraries would miss.
fn coverage(entries: &[Entry], page: &mut String) -> std::fmt::Result {
    let ours: BTreeSet<String> =
        entries.iter().filter(|entry| entry.module == "erlang").map(spelled).collect();
    writeln!(page, "\n## How much of `erlang` there is\n")?;
    let mut all = BTreeSet::new();
    for (release, exports) in RELEASES {
        let theirs = lines(exports);
        let there = theirs.intersection(&ours).count();
        writeln!(
            page,
            "* OTP {release} exports {} functions of module `erlang`; {there} of them are here.",
            theirs.len()
        )?;
        all.extend(theirs);
    }
    let missing: BTreeSet<&str> = all.difference(&ours).map(String::as_str).collect();
    let mut explained = BTreeSet::new();
    for (reason, names) in LEFT_OUT {
        let left: Vec<&str> = names.iter().copied().filter(|name| missing.contains(name)).collect();
        explained.extend(left.iter().copied());
        if !left.is_empty() {
            writeln!(page, "\nLeft out, as {reason}:\n")?;
            listed(&left, page)?;
        }
    }
    let unexplained: Vec<&&str> = missing.difference(&explained).collect();
    assert!(unexplained.is_empty(), "missing in `erlang`, and no reason is given: {unexplained:?}");
    let beyond: Vec<&str> = ours.difference(&all).map(String::as_str).collect();
    if !beyond.is_empty() {
        writeln!(page, "\nHere and in none of them:\n")?;
        listed(&beyond, page)?;
    }
    imports(entries, page)
}

/// What of the native functions that OTP's libraries import is not here, by module.
fn imports(entries: &[Entry], page: &mut String) -> std::fmt::Result {
    let ours: BTreeSet<String> =
        entries.iter().map(|entry| format!("{}:{}", entry.module, spelled(entry))).collect();
    let theirs = lines(IMPORTS);
    let missing: Vec<&str> = theirs.difference(&ours).map(String::as_str).collect();
    writeln!(
        page,
        "\n## What OTP's libraries ask for\n\nKernel, stdlib and compiler of OTP 25, 27 and 29 import {} functions \
         that are native there; {} of them are here. These are not:\n",
        theirs.len(),
        theirs.len() - missing.len()
    )?;
    let module = |name: &str| name.split(':').next().map(str::to_owned);
    for of_module in missing.chunk_by(|a, b| module(a) == module(b)) {
        listed(of_module, page)?;
        writeln!(page)?;
    }
    Ok(())
}

/// The lines of a file of names, without its head and without quotes.
fn lines(text: &str) -> BTreeSet<String> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.replace('\'', "")).collect()
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
