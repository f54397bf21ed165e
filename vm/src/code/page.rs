//! The page `docs/opcodes.md`, written from the table of opcodes.
//!
//! Absent on purpose: reading or writing the file; a test does that.
use alloc::string::String;
use core::fmt::Write;

use super::ops::{ALL, NOW, OLD, Op};

const HEAD: &str = "\
<!-- Generated from vm/src/code/ops.rs; `UPDATE=1 cargo test -p avm-tests --test opcodes_page` rewrites it. -->
# Opcodes

Every instruction that a `.beam` file can contain, in the words of the table `vm/src/code/ops.rs`, where the
layout of lists, segments and commands is described too.

* *Operands* are in the order of the code, each with what may stand there. A *term* is a register, literal,
  integer, atom or the empty list; a *heap need* is words, or words, floats and funs.
* *OTP* says which releases' compilers write the opcode, of those from OTP 21 on. A retired one was last
  written before that: a module that has one is refused when it is loaded, and told where.
* *Fails* means branching to the label `fail`, or raising the exception when that is label 0.

";

const COLUMNS: &str = "\
| No. | Name | Operands | OTP | What it does |
| --: | --- | --- | --- | --- |
";

/// The whole page, as Markdown.
pub fn opcodes_markdown() -> String {
    let mut page = String::from(HEAD);
    let retired = ALL.iter().filter(|op| op.is_retired()).count();
    write!(
        page,
        "All {} of them are known; {} are executed, {retired} are retired.\n\n",
        ALL.len(),
        ALL.len() - retired
    )
    .expect("a String takes all that is written to it");
    page.push_str(COLUMNS);
    for &op in ALL {
        row(op, &mut page).expect("a String takes all that is written to it");
    }
    page
}

fn row(op: Op, page: &mut String) -> core::fmt::Result {
    write!(page, "| {} | `{}` | ", op.number(), op.name())?;
    for (index, operand) in op.operands().iter().enumerate() {
        let separator = if index > 0 { ", " } else { "" };
        write!(page, "{separator}{}: {}", operand.name, operand.kind.words())?;
    }
    match (op.first_otp(), op.last_otp()) {
        (_, OLD) => page.write_str(" | retired")?,
        (OLD, NOW) => page.write_str(" | all")?,
        (OLD, last) => write!(page, " | to {last}")?,
        (first, NOW) => write!(page, " | from {first}")?,
        (first, last) => write!(page, " | {first} to {last}")?,
    }
    // A bar inside a cell would end it.
    writeln!(page, " | {} |", op.doc().replace('|', "\\|"))
}
