//! Each rule of sound code, broken by code made for it, and kept by its neighbour.
//!
//! `rules.cases` holds the code. Lines with `-` are in what is refused only, with `+` in what is accepted only; `! Rule` ends
//! the line that breaks the rule. `% Instruction` says what the accepted code is lowered to among others.

mod assembly;

use std::rc::Rc;

use assembly::assembled;
use vm::bif::{Code, Natives};
use vm::code::Raw;
use vm::load::{LoadError, LoadFault, Source};
use vm::lower::disasm::Listing;
use vm::lower::lower;
use vm::lower::verify::callee::{Callee, KNOWN};
use vm::platform::host::Host;
use vm::run::{Arguments, Outcome, Vm};

/// Code with a rule it breaks, and with none.
struct Case<'c> {
    title: &'c str,
    bad: Vec<&'c str>,
    good: Vec<&'c str>,
    /// The line of `bad` that breaks the rule, and which.
    broken: Option<(usize, &'c str)>,
    wanted: Vec<&'c str>,
}

fn cases(text: &str) -> Vec<Case<'_>> {
    let mut cases = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(title) = line.strip_prefix("# ") {
            cases.push(Case { title, bad: vec![], good: vec![], broken: None, wanted: vec![] });
            continue;
        }
        let case = cases.last_mut().expect("a title first");
        if let Some(wanted) = line.strip_prefix("% ") {
            case.wanted.push(wanted);
            continue;
        }
        let (code, rule) =
            line.split_once(" ! ").map_or((line, None), |(code, rule)| (code, Some(rule.trim())));
        let (side, code) = code.split_at(1);
        if let Some(rule) = rule {
            case.broken = Some((case.bad.len(), rule));
        }
        if side != "+" {
            case.bad.push(code);
        }
        if side != "-" {
            case.good.push(code);
        }
    }
    cases
}

fn load(file: &[u8]) -> Result<String, LoadError> {
    let source = Source::parse(file)?;
    let lowered = lower(&source)?;
    let mut text = String::new();
    Listing::new(&lowered, &Raw).write(&mut text).expect("text");
    Ok(text)
}

/// Where the code begins in the file of a module.
fn code_start(file: &[u8]) -> usize {
    Source::parse(file).expect("tables are sound").code.offset
}

/// The function that a line is of.
fn function_of<'c>(lines: &[&'c str], line: usize) -> Option<&'c str> {
    let heads = lines[..line].iter().rev().map(|line| line.trim());
    heads.into_iter().find(|line| line.contains('/') && !line.contains(' ') && !line.ends_with(':'))
}

#[test]
fn each_rule_is_broken_by_its_case_and_kept_by_the_neighbour() {
    let cases = cases(include_str!("rules.cases"));
    let mut failures = Vec::new();
    for case in &cases {
        let good = assembled(&case.good);
        match load(&good.file) {
            Err(error) => failures.push(format!("{}: the neighbour is refused: {error}", case.title)),
            Ok(text) => {
                for wanted in case.wanted.iter().filter(|wanted| !text.contains(**wanted)) {
                    failures.push(format!("{}: no {wanted} in\n{text}", case.title));
                }
            }
        }
        let Some((line, rule)) = case.broken else { continue };
        let bad = assembled(&case.bad);
        let error = match load(&bad.file) {
            Err(error) => error,
            Ok(_) => {
                failures.push(format!("{}: accepted", case.title));
                continue;
            }
        };
        let found = match &error.fault {
            LoadFault::Unsound(rule) => format!("{rule:?}"),
            other => format!("{other:?}"),
        };
        let at = code_start(&bad.file) + bad.offsets[line];
        let function = function_of(&case.bad, line);
        if (found.as_str(), error.offset, error.function.as_deref()) != (rule, at, function) {
            failures.push(format!("{}: {rule} at {at:#x} in {function:?}, but {error:?}", case.title));
        }
    }
    let refused = cases.iter().filter(|case| case.broken.is_some()).count();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
    assert!(refused >= 60, "{refused} cases");
}

/// What `f/0` of a module returns, as text.
fn returned(lines: &[&str]) -> String {
    let mut machine = Vm::new(Rc::new(Host::new()));
    let module = machine.load_beam(&assembled(lines).file).unwrap_or_else(|error| panic!("{error}"));
    let function = machine.atom("f").expect("a short name");
    machine.start(module, function, Arguments::None);
    match machine.run_to_end(|_| std::thread::yield_now()) {
        Outcome::Returned { text, .. } => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_message_that_is_not_there_takes_nothing_away() {
    let lines =
        ["f/0", "test_heap 2 0", "put_list 1 [] x0", "remove_message", "test_heap 2 1", "put_list 2 x0 x0"];
    assert_eq!(returned(&[&lines[..], &["return"]].concat()), "[2,1]");
}

#[test]
fn functions_of_which_something_is_known_are_native() {
    assert!(KNOWN.is_sorted_by_key(|(name, arity, _)| (*name, *arity)));
    for (name, arity, callee) in KNOWN {
        let number = Natives.find("erlang", name, arity);
        let number = number.unwrap_or_else(|| panic!("erlang:{name}/{arity} is not native"));
        let is_guard = matches!(
            Natives.get(number).code,
            Code::Guard0(_) | Code::Guard1(_) | Code::Guard2(_) | Code::Guard3(_)
        );
        // The dictionary is the process's, so that fetching from it is no guard; but it makes no term either.
        let is_known_guard = matches!(callee, Callee::Sure | Callee::Test | Callee::Maker);
        assert_eq!(is_guard || name == "get", is_known_guard, "erlang:{name}/{arity}");
    }
}
