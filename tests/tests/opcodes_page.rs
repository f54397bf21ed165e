//! docs/opcodes.md says what the table of opcodes says
//!
//! `UPDATE=1` rewrites the page.
use std::path::Path;
use std::{env, fs};

#[test]
fn the_page_of_opcodes_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/opcodes.md");
    let page = vm::code::page::opcodes_markdown();
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).expect("docs can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == page, "docs/opcodes.md is stale; UPDATE=1 rewrites it");
}
