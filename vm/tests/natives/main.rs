//! Native functions on data against OTP: calls and what `erl` gave for them, line by line.
//!
//! A line of `calls/*.calls` is `module:function(arguments) => result`, where a result may be `error Reason`;
//! `record.escript` writes the results. Results are compared by `=:=`.

mod reader;

use std::path::Path;
use std::rc::Rc;

use reader::Reader;
use vm::bif::{Code, Context, Natives, Room};
use vm::heap::Arena;
use vm::module::Modules;
use vm::platform::host::Host;
use vm::process::{Class, Fault, Native, Process};
use vm::sched::System;
use vm::term::print::{Flavour, Limits, write_term};
use vm::term::{Term, compare};

/// A system and a process without code, to call native functions in.
struct Bench {
    system: System,
    process: Process,
    natives: Natives,
}

impl Bench {
    fn new() -> Self {
        Bench {
            system: System::new(Rc::new(Host::new()), Modules::default()),
            process: Process::new(1, 1000).expect("a heap"),
            natives: Natives::new(),
        }
    }

    /// What a native function gives; `None` when there is none, or it decides where the process goes on.
    fn call<'h>(
        &'h self,
        arena: &'h Arena,
        module: &str,
        name: &str,
        arguments: &[Term<'h>],
    ) -> Option<Native<'h>> {
        let number = self.natives.find(module, name, arguments.len() as u32)?;
        let room = Room { arena, system: &self.system, pid: self.process.pid };
        let context = Context { arena, process: &self.process, system: &self.system };
        Some(match (self.natives.get(number).code, arguments) {
            (Code::Guard0(code), []) => code(room, []),
            (Code::Guard1(code), &[a]) => code(room, [a]),
            (Code::Guard2(code), &[a, b]) => code(room, [a, b]),
            (Code::Guard3(code), &[a, b, c]) => code(room, [a, b, c]),
            (Code::Plain0(code), []) => code(context, []),
            (Code::Plain1(code), &[a]) => code(context, [a]),
            (Code::Plain2(code), &[a, b]) => code(context, [a, b]),
            (Code::Plain3(code), &[a, b, c]) => code(context, [a, b, c]),
            _ => return None,
        })
    }

    fn show(&self, term: Term<'_>) -> String {
        let mut text = String::new();
        write_term(&mut text, &self.system.atoms, term, Limits::all(Flavour::Write)).expect("a string");
        text
    }

    fn show_result(&self, result: &Native<'_>) -> String {
        match result {
            Ok(term) => self.show(*term),
            Err(fault) => format!("{} {}", self.system.atoms.name(fault.class.atom()), self.show(fault.reason)),
        }
    }

    /// What is wrong with a line, if anything.
    fn check(&self, line: &str) -> Option<String> {
        let arena = Arena::new();
        let mut reader = Reader::new(line, &arena, &self.system);
        let (module, name) = reader.function();
        let arguments = reader.arguments();
        let expected = reader.result();
        let found = match self.call(&arena, &module, &name, &arguments) {
            Some(found) => found,
            None => return Some(format!("{line}\n  there is no such function")),
        };
        let same = match (&found, &expected) {
            (Ok(found), Ok(expected)) => compare::equal_exact(*found, *expected),
            (Err(Fault { class: Class::Error, reason, .. }), Err(expected)) => {
                compare::equal_exact(*reason, *expected)
            }
            _ => false,
        };
        (!same).then(|| format!("{line}\n  gave {}", self.show_result(&found)))
    }
}

#[test]
fn calls_give_what_otp_gives() {
    let bench = Bench::new();
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/natives/calls");
    let (mut count, mut wrong) = (0, Vec::new());
    for file in std::fs::read_dir(directory).expect("the calls") {
        let path = file.expect("a file of calls").path();
        let text = std::fs::read_to_string(&path).expect("text");
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('%')) {
            count += 1;
            wrong.extend(bench.check(line));
        }
    }
    assert!(count > 500, "only {count} calls");
    let shown: Vec<&String> = wrong.iter().take(50).collect();
    assert!(wrong.is_empty(), "{} of {count} calls are wrong:\n{}", wrong.len(), shown.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n"));
}
