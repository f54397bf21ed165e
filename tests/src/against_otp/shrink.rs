//! Makes a module that shows a difference smaller, as long as the difference stays.

use super::generator::Module;
use super::tree::Node;
use super::types::Type;

/// The most modules that are tried on the way.
const MOST_TRIALS: usize = 600;

/// A module with functions of a smaller one in their place.
fn with(module: &Module, functions: Vec<Node>) -> Module {
    Module { name: module.name.clone(), functions, options: module.options.clone() }
}

/// The smallest module found for which `differs` still holds; `functions` are the names of those to begin with.
pub fn shrink(module: &Module, mut differs: impl FnMut(&Module) -> bool) -> Module {
    let mut smallest = with(module, module.functions.clone());
    let mut trials = 0;
    let mut holds = |candidate: &Module| {
        trials += 1;
        trials <= MOST_TRIALS && differs(candidate)
    };
    let plain = Module { options: "[]".to_owned(), ..with(&smallest, smallest.functions.clone()) };
    if holds(&plain) {
        smallest = plain;
    }
    drop_functions(&mut smallest, &mut holds);
    while shrink_once(&mut smallest, &mut holds) {}
    drop_functions(&mut smallest, &mut holds);
    smallest
}

/// Leaves functions out, many at a time first.
fn drop_functions(module: &mut Module, holds: &mut impl FnMut(&Module) -> bool) {
    let mut count = module.functions.len() / 2;
    while count > 0 {
        let mut start = 0;
        while start < module.functions.len() {
            let end = (start + count).min(module.functions.len());
            let mut functions = module.functions.clone();
            functions.drain(start..end);
            let candidate = with(module, functions);
            if holds(&candidate) {
                *module = candidate;
            } else {
                start = end;
            }
        }
        count /= 2;
    }
}

/// Takes the first smaller piece that keeps the difference; whether there was one.
fn shrink_once(module: &mut Module, holds: &mut impl FnMut(&Module) -> bool) -> bool {
    let mut changed = false;
    for function in 0..module.functions.len() {
        let mut number = 1;
        while number < module.functions[function].count() {
            let here = &module.functions[function];
            let node = here.at(number);
            let replacements = if node.kind == Type::Function { Vec::new() } else { node.smaller() };
            let candidate = replacements
                .into_iter()
                .map(|replacement| here.with(number, &replacement))
                .find_map(|replaced| {
                    let mut functions = module.functions.clone();
                    functions[function] = replaced;
                    let candidate = with(module, functions);
                    holds(&candidate).then_some(candidate)
                });
            match candidate {
                Some(candidate) => {
                    *module = candidate;
                    changed = true;
                }
                None => number += 1,
            }
        }
    }
    changed
}
