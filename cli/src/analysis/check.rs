//! What would go wrong with a program, found before it runs.
//!
//! A call is wrong if nothing has the function: not the first module of that name in the program, not the target. In a
//! function that is reached from where the program begins it is an error, elsewhere a warning, but none where it is OTP's or
//! Elixir's. Because reaching errs on
//! the side of too much, so do errors; because names can be made at run time, nothing found is no proof.
//!
//! Invariant: findings are in the order of the program's modules and code.

use std::collections::{BTreeMap, BTreeSet};

use packbeam::prune::{Following, prune};
use packbeam::{Beam, Builder, Section};

use crate::analysis::code::{Call, Code, NameArity};
use crate::analysis::reach::{Place, World};
use crate::analysis::target::Target;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The program will fail.
    Error,
    /// It may, or it is not what was meant.
    Warning,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of thing is wrong, in a word.
    pub kind: &'static str,
    /// The function it is wrong in, `module:function/arity`; or the module; or nothing, for the pack.
    pub place: String,
    /// The line of the source.
    pub line: Option<u32>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub fix: Option<String>,
}

/// What OTP has, to be asked of what a target does not have.
pub trait Elsewhere {
    /// What a module there exports, and whether that is native there; nothing if the module is not there.
    fn functions(&self, module: &str) -> BTreeMap<NameArity, bool>;
}

/// What was found, and of which release each module is at least.
pub struct Checked {
    /// In the order of the modules and their code.
    pub findings: Vec<Finding>,
    /// Names of modules, and the first OTP whose compiler writes such a one.
    pub releases: Vec<(String, u8)>,
}

/// The oldest release there is a difference to.
const OLDEST_OTP: u8 = 21;

/// Checks the sections of a pack.
pub fn check(sections: &[Section<'_>], target: &Target, elsewhere: &dyn Elsewhere) -> Checked {
    let mut check = Check { target, elsewhere, world: World::default(), findings: vec![] };
    check.read(sections);
    let entry = check.entry(sections);
    let reached = check.reached(entry);
    check.calls(&reached);
    check.unused(sections);
    let release = |code: &Code| (code.module.clone(), code.release.0.max(OLDEST_OTP));
    let releases = check.world.modules().map(|(_, code)| release(code)).collect();
    Checked { findings: check.findings, releases }
}

struct Check<'c> {
    target: &'c Target,
    elsewhere: &'c dyn Elsewhere,
    world: World,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn find(
        &mut self,
        severity: Severity,
        kind: &'static str,
        place: &str,
        what: String,
        fix: Option<String>,
    ) {
        self.findings.push(Finding { severity, kind, place: place.to_owned(), line: None, what, fix });
    }

    /// Reads the modules, and says what is wrong with each by itself.
    fn read(&mut self, sections: &[Section<'_>]) {
        let mut seen = BTreeSet::new();
        for section in sections {
            if !seen.insert(section.name) {
                let what = "an earlier one of the same name is found instead".to_owned();
                let fix = "leave one of them out: `avm pack --unique`".to_owned();
                self.find(Severity::Warning, "shadowed", section.name, what, Some(fix));
            } else if let Some(module) = section.module() {
                self.module(module, section);
            } else if let Err(error) = section.file() {
                self.find(
                    Severity::Error,
                    "broken",
                    section.name,
                    error.to_string(),
                    Some(REMAKE.to_owned()),
                );
            }
        }
    }

    fn module(&mut self, name: &str, section: &Section<'_>) {
        let code = match Beam::parse(section.data).and_then(|beam| Code::read(&beam)) {
            Ok(code) => code,
            Err(error) => {
                let fix = "compile it again, with erlc of OTP 21 or later".to_owned();
                return self.find(Severity::Error, "broken", name, error.to_string(), Some(fix));
            }
        };
        if code.module != name {
            let what = format!("the section holds the module {}", code.module);
            self.find(Severity::Error, "broken", name, what, Some(REMAKE.to_owned()));
        }
        if let Some(fault) = code.fault {
            let what = format!("{fault}: {} does not know this code", self.target.name());
            self.find(Severity::Error, "opcode", name, what, Some(self.older_otp()));
        } else if code.release.0 > self.target.newest_otp() {
            let (release, what) = code.release;
            let what = format!(
                "{what} is of OTP {release}; {} runs modules up to OTP {}",
                self.target.name(),
                self.target.newest_otp()
            );
            self.find(Severity::Error, "opcode", name, what, Some(self.older_otp()));
        }
        // Also one that is not installed here may be of a library; then it is treated as the program's own.
        match self.elsewhere.functions(name).is_empty() {
            true => drop(self.world.add(code)),
            false => self.world.add_library(code),
        }
    }

    fn older_otp(&self) -> String {
        format!("compile it with OTP {} or older", self.target.newest_otp())
    }

    /// Where the program begins.
    fn entry(&mut self, sections: &[Section<'_>]) -> Option<Place> {
        let Some(start) = sections.iter().find(|section| section.is_start()).and_then(Section::module) else {
            let able = self
                .world
                .modules()
                .find(|(_, code)| ENTRIES.iter().any(|(name, arity)| code.find(name, *arity).is_some()));
            let fix = match able {
                Some((_, code)) => format!("pack it again with --start {}", code.module),
                None => "export start/0 from one of its modules: -export([start/0]).".to_owned(),
            };
            self.find(Severity::Error, "entry", "", "no program begins in this pack".to_owned(), Some(fix));
            return None;
        };
        let (place, code) = self.world.find(start)?;
        let exported =
            ENTRIES.iter().find(|(name, arity)| code.exports.contains(&((*name).to_owned(), *arity)));
        match exported.and_then(|(name, arity)| code.find(name, *arity)) {
            Some(function) => Some((place, function)),
            None => {
                let what = "the program begins here, but neither start/0 nor main/1 is exported".to_owned();
                self.find(Severity::Error, "entry", start, what, Some("-export([start/0]).".to_owned()));
                None
            }
        }
    }

    /// What is reached; all that is exported, if it is not known where the program begins.
    fn reached(&self, entry: Option<Place>) -> BTreeSet<Place> {
        match entry {
            Some(entry) => self.world.reached([entry]),
            None => self.world.reached(self.world.modules().flat_map(|(place, code)| {
                let exports = code.exports.iter().filter_map(|(name, arity)| code.find(name, *arity));
                exports.map(|function| (place, function)).collect::<Vec<_>>()
            })),
        }
    }

    fn calls(&mut self, reached: &BTreeSet<Place>) {
        let mut findings = vec![];
        for (place, code) in self.world.modules() {
            for (number, function) in code.functions.iter().enumerate() {
                let is_reached = reached.contains(&(place, number));
                if !is_reached && self.world.is_library(place) {
                    continue;
                }
                let severity = if is_reached { Severity::Error } else { Severity::Warning };
                let mut said = BTreeSet::new();
                for call in &function.calls {
                    if self.exists(call) || !said.insert((&call.module, &call.function, call.arity)) {
                        continue;
                    }
                    let (what, fix, kind) = self.missing(call);
                    // A board may have natives of its own, for modules that are not OTP's.
                    let severity =
                        if kind == "native" && fix.is_none() { Severity::Warning } else { severity };
                    let what = if is_reached { what } else { format!("{what} (nothing seems to call this)") };
                    let place = format!("{}:{}", code.module, shown(&function.id));
                    findings.push(Finding { severity, kind, place, line: call.line, what, fix });
                }
            }
        }
        self.findings.extend(findings);
    }

    fn exists(&self, call: &Call) -> bool {
        let Call { module, function, arity, .. } = call;
        match self.world.find(module) {
            // Natives are found before any module; every module knows about itself.
            Some((_, code)) => {
                let is_there = code.exports.contains(&(function.clone(), *arity));
                is_there && !code.is_stub(function, *arity) || self.target.is_native(module, function, *arity)
            }
            None => {
                self.target.has(module, function, *arity)
                    || is_of_every_module(function, *arity) && self.knows(module)
            }
        }
    }

    fn knows(&self, module: &str) -> bool {
        self.target.modules().contains(&module)
    }

    /// What is wrong with a call, what was perhaps meant, and the kind of finding.
    fn missing(&self, call: &Call) -> (String, Option<String>, &'static str) {
        let Call { module, function, arity, .. } = call;
        let calls = format!("calls {module}:{function}/{arity}");
        if let Some((place, code)) = self.world.find(module) {
            if code.is_stub(function, *arity) {
                let what = format!("{calls}, a native function that {} does not have", self.target.name());
                let fix = self.world.is_library(place).then(|| NATIVE.to_owned());
                return (what, fix, "native");
            }
            let what = format!("{calls}, which {module} does not have");
            return (what, fix_of(code, function, *arity), "function");
        }
        let known = self.knows(module);
        let what = match known {
            true => format!("{calls}, which {module} does not have on {}", self.target.name()),
            false => format!("{calls}, but there is no module {module}"),
        };
        let elsewhere = self.elsewhere.functions(module);
        if let Some(is_native) = elsewhere.get(&(function.clone(), *arity)) {
            let fix = if *is_native { NATIVE } else { PULL };
            return (what, Some(fix.to_owned()), "otp");
        }
        let mut functions = self.target.functions(module);
        functions.extend(elsewhere.keys().map(|(name, arity)| (name.as_str(), *arity)));
        let fix = nearest_function(function, &functions).map(|near| format!("did you mean {module}:{near}?"));
        let is_known = known || !elsewhere.is_empty();
        let fix = if is_known { fix } else { self.nearest_module(call) };
        (what, fix, if is_known { "function" } else { "module" })
    }

    /// The module nearest in name, and best one that has the function.
    fn nearest_module(&self, call: &Call) -> Option<String> {
        let names: Vec<&str> =
            self.world.modules().map(|(_, code)| code.module.as_str()).chain(self.target.modules()).collect();
        let id = (call.function.clone(), call.arity);
        let has = |name: &&&str| {
            self.target.has(name, &call.function, call.arity)
                || self.world.find(name).is_some_and(|(_, code)| code.exports.contains(&id))
        };
        let able = sim::spelling::nearest(&call.module, names.iter().filter(has).copied());
        let nearest = able.or_else(|| sim::spelling::nearest(&call.module, names.iter().copied()));
        let fix = nearest.map(|name| format!("did you mean {name}:{}/{}?", call.function, call.arity));
        fix.or_else(|| Some(format!("add {}.beam to the pack", call.module)))
    }

    /// Modules that nothing reaches.
    fn unused(&mut self, sections: &[Section<'_>]) {
        let mut builder = Builder::new();
        for section in sections {
            // What was in a pack can be in one.
            let _ = builder.add_section(*section);
        }
        if !sections.iter().any(Section::is_start) {
            return;
        }
        for module in prune(&mut builder, &[], Following::Everything) {
            let what = "nothing reached from the start uses this module".to_owned();
            self.find(
                Severity::Warning,
                "unused",
                &module,
                what,
                Some("`avm pack --prune` leaves it out".to_owned()),
            );
        }
    }
}

const REMAKE: &str = "make the pack again with `avm pack`";
const PULL: &str = "OTP has it: `avm pack --search-path otp` takes it into the pack";
const NATIVE: &str = "it is a native function of OTP, which no pack can bring";

/// The functions a program may begin in.
const ENTRIES: [(&str, u32); 2] = [("start", 0), ("main", 1)];

fn is_of_every_module(function: &str, arity: u32) -> bool {
    function == "module_info" && arity < 2
}

/// What to do about a function that a module of the program does not export.
fn fix_of(code: &Code, function: &str, arity: u32) -> Option<String> {
    let module = &code.module;
    if code.find(function, arity).is_some() {
        return Some(format!("export it from {module}: -export([{function}/{arity}])."));
    }
    let exports: Vec<(&str, u32)> =
        code.exports.iter().map(|(name, arity)| (name.as_str(), *arity)).collect();
    nearest_function(function, &exports).map(|near| format!("did you mean {module}:{near}?"))
}

/// A function as people know it: what the compiler made of a fun or a comprehension is that of the function around it.
fn shown(id: &NameArity) -> String {
    let (name, arity) = id;
    let around = name.strip_prefix('-').and_then(|rest| rest.split_once('-')).map(|(around, _)| around);
    match around.filter(|around| around.contains('/')) {
        Some(around) => around.to_owned(),
        None => format!("{name}/{arity}"),
    }
}

/// The function of another arity, or the one nearest in name.
fn nearest_function(function: &str, functions: &[(&str, u32)]) -> Option<String> {
    let mut by_name: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (name, arity) in functions {
        by_name.entry(name).or_default().push(*arity);
    }
    let name = match by_name.contains_key(function) {
        true => function,
        false => sim::spelling::nearest(function, by_name.keys().copied())?,
    };
    let arities: BTreeSet<String> =
        by_name.get(name)?.iter().map(|arity| format!("{name}/{arity}")).collect();
    Some(arities.into_iter().collect::<Vec<_>>().join(" or "))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::library::Library;

    /// No OTP at all.
    struct Nowhere;

    impl Elsewhere for Nowhere {
        fn functions(&self, _module: &str) -> BTreeMap<NameArity, bool> {
            BTreeMap::new()
        }
    }

    /// The programs of `tests/programs` run here, so there is nothing to find in them.
    #[test]
    fn programs_that_run_have_no_findings() {
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/programs");
        let target = Target::Own(Library::new());
        let mut count = 0;
        for room in ["algorithms/otp25", "lists/otp25", "rosetta/otp25"] {
            for entry in fs::read_dir(programs.join(room)).expect("programs") {
                let path = entry.expect("an entry").path();
                let mut builder = Builder::new();
                builder.add_beam(&fs::read(&path).expect("a module")).expect("a sound one");
                let sections: Vec<_> = builder.sections().collect();
                let findings = check(&sections, &target, &Nowhere).findings;
                assert_eq!(findings, [], "{}", path.display());
                count += 1;
            }
        }
        assert!(count > 20, "{count} programs");
    }
}
