//! A crash as one JSON object on a line, for tools.

use serde_json::json;
use vm::platform::{Crash, Frame};

/// How a crash is told.
pub type Telling = fn(&Crash) -> String;

/// As people read it.
pub fn text(crash: &Crash) -> String {
    format!("{}\n", crash.text.trim_end())
}

/// As a line of JSON: process, name, class, reason, trace (innermost first) and hint; what is not known is null.
pub fn json(crash: &Crash) -> String {
    let object = json!({
        "process": crash.process,
        "name": crash.name,
        "class": crash.class,
        "reason": crash.reason,
        "trace": crash.trace.iter().map(frame).collect::<Vec<_>>(),
        "hint": crash.hint,
    });
    format!("{object}\n")
}

fn frame(frame: &Frame) -> serde_json::Value {
    json!({
        "module": frame.module,
        "function": frame.function,
        "arity": frame.arity,
        "arguments": frame.arguments,
        "file": frame.file,
        "line": frame.line,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_is_a_line_of_json() {
        let frame = Frame {
            module: "m".into(),
            function: "f".into(),
            arity: 1,
            arguments: Some(vec!["\"a\\n\"".into()]),
            file: Some("m.erl".into()),
            line: Some(7),
        };
        let crash = Crash {
            process: "<0.1.0>".into(),
            class: "error",
            reason: "undef".into(),
            trace: vec![frame],
            ..Crash::default()
        };
        let line = json(&crash);
        assert_eq!(line.matches('\n').count(), 1);
        let object: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(object["trace"][0]["arguments"][0], "\"a\\n\"");
        assert_eq!(
            (object["trace"][0]["line"].as_u64(), &object["name"]),
            (Some(7), &serde_json::Value::Null)
        );
    }
}
