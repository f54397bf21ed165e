//! What there is to be called: our machine's functions, or AtomVM's.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::library::Library;

/// Every function of AtomVM: library, module, function, arity; first what the columns are.
const ATOMVM: &str = include_str!("../../data/atomvm-api.csv");

/// Libraries of AtomVM that are there on some boards only, and on which platforms.
const PLATFORMS: [(&str, &[&str]); 5] = [
    ("avm_esp32", &["esp32"]),
    ("avm_network", &["esp32", "pico", "stm32"]),
    ("avm_rp2", &["pico"]),
    ("avm_stm32", &["stm32"]),
    ("avm_unix", &["generic_unix"]),
];

/// Native modules of one platform, among those of all.
const NATIVES: [(&str, &str); 5] =
    [("esp", "esp32"), ("esp_adc", "esp32"), ("esp_dac", "esp32"), ("ledc", "esp32"), ("pico", "pico")];

/// The releases of AtomVM and the newest OTP whose modules each runs, the newest first.
const RELEASES: [(&[u32], u8); 4] = [(&[0, 7], 29), (&[0, 6, 5], 27), (&[0, 6], 26), (&[0, 5], 24)];

/// What runs a program.
pub enum Target {
    /// Our machine.
    Own(Library),
    /// AtomVM.
    AtomVm(AtomVm),
}

/// By module the names and arities of functions.
type Functions = BTreeMap<Cow<'static, str>, BTreeSet<(&'static str, u32)>>;

/// An AtomVM on a board.
pub struct AtomVm {
    functions: Functions,
    release: String,
    newest_otp: u8,
}

impl AtomVm {
    /// That release of it, on the board's platform or on any.
    pub fn new(release: &str, platform: Option<&str>) -> Option<AtomVm> {
        let numbers: Vec<u32> = release.split(['.', '-']).map_while(|number| number.parse().ok()).collect();
        let known = RELEASES.iter().find(|(first, _)| first.iter().copied().le(numbers.iter().copied()));
        let newest_otp = known.filter(|_| !numbers.is_empty())?.1;
        let functions = functions(|library, module| is_on(library, module, platform));
        Some(AtomVm { functions, release: release.to_owned(), newest_otp })
    }
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str, u32)> {
    ATOMVM.lines().filter_map(|line| {
        let mut fields = line.split(',');
        let (library, module, function) = (fields.next()?, fields.next()?, fields.next()?);
        // The heads have no arity.
        Some((library, module, function, fields.next()?.parse().ok()?))
    })
}

/// The functions of the modules for which `wanted` says so. Modules of Elixir have a prefix that the list leaves out.
fn functions(wanted: impl Fn(&str, &str) -> bool) -> Functions {
    let mut functions = Functions::new();
    for (library, module, function, arity) in rows().filter(|(library, module, ..)| wanted(library, module)) {
        let is_elixir = library == "exavmlib" && module.starts_with(char::is_uppercase);
        let module = if is_elixir { Cow::from(format!("Elixir.{module}")) } else { Cow::from(module) };
        functions.entry(module).or_default().insert((function, arity));
    }
    functions
}

fn is_on(library: &str, module: &str, platform: Option<&str>) -> bool {
    let Some(platform) = platform else { return true };
    let of_library = PLATFORMS.iter().find(|(name, _)| *name == library);
    let of_module = NATIVES.iter().find(|(name, _)| library == "platform_nif" && *name == module);
    of_library.is_none_or(|(_, platforms)| platforms.contains(&platform))
        && of_module.is_none_or(|(_, only)| *only == platform)
}

impl Target {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Target::Own(_) => "avm".to_owned(),
            Target::AtomVm(atomvm) => format!("AtomVM {}", atomvm.release),
        }
    }

    /// The newest OTP whose modules it runs.
    pub fn newest_otp(&self) -> u8 {
        match self {
            Target::Own(_) => 29,
            Target::AtomVm(atomvm) => atomvm.newest_otp,
        }
    }

    /// Whether no module of that name from elsewhere replaces the target's.
    pub fn is_own(&self, module: &str) -> bool {
        match self {
            Target::Own(library) => library.is_own(module),
            Target::AtomVm(_) => module == "erlang",
        }
    }

    /// Our machine; or AtomVM, if a release of it is named, on that platform.
    pub fn of(atomvm: Option<&str>, platform: Option<&str>) -> Option<Target> {
        match atomvm {
            None => Some(Target::Own(Library::new())),
            Some(release) => AtomVm::new(release, platform).map(Target::AtomVm),
        }
    }

    /// Whether it has a function.
    pub fn has(&self, module: &str, function: &str, arity: u32) -> bool {
        match self {
            Target::Own(library) => library.has(module, function, arity),
            Target::AtomVm(atomvm) => has(&atomvm.functions, module, function, arity),
        }
    }

    /// Whether a function is native, and so found before any module of the program.
    pub fn is_native(&self, module: &str, function: &str, arity: u32) -> bool {
        static NATIVE: LazyLock<Functions> =
            LazyLock::new(|| functions(|library, _| library.starts_with("vm_") || library == "platform_nif"));
        match self {
            Target::Own(_) => vm::bif::Natives.find(module, function, arity).is_some(),
            Target::AtomVm(_) => has(&NATIVE, module, function, arity),
        }
    }

    /// The names of its modules, some more than once.
    pub fn modules(&self) -> Vec<&str> {
        match self {
            Target::Own(library) => library.modules().collect(),
            Target::AtomVm(atomvm) => atomvm.functions.keys().map(AsRef::as_ref).collect(),
        }
    }

    /// What it has of a module: names and arities.
    pub fn functions(&self, module: &str) -> Vec<(&str, u32)> {
        match self {
            Target::Own(library) => library.functions(module),
            Target::AtomVm(atomvm) => atomvm.functions.get(module).into_iter().flatten().copied().collect(),
        }
    }
}

fn has(functions: &Functions, module: &str, function: &str, arity: u32) -> bool {
    functions.get(module).is_some_and(|functions| functions.contains(&(function, arity)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_runs_modules_up_to_some_otp() {
        let newest = |release| AtomVm::new(release, None).map(|atomvm| atomvm.newest_otp);
        assert_eq!(newest("0.6.4"), Some(26));
        assert_eq!(newest("0.6.6"), Some(27));
        assert_eq!(newest("0.7.0-alpha.1"), Some(29));
        assert_eq!(newest("main"), None);
    }

    #[test]
    fn each_board_has_its_own_functions() {
        let has = |platform, module: &str, function: &str, arity| {
            Target::AtomVm(AtomVm::new("0.7", platform).expect("a release")).has(module, function, arity)
        };
        assert!(has(Some("esp32"), "esp", "restart", 0) && !has(Some("pico"), "esp", "restart", 0));
        assert!(has(Some("pico"), "gpio", "init", 1) && has(None, "esp", "restart", 0));
        assert!(has(None, "Elixir.Enum", "map", 2) && !has(None, "Enum", "map", 2));
        assert!(has(None, "erlang", "*", 2) && !has(None, "module", "function", 0));
    }
}
