//! Atoms: names with a number, interned once and never freed.
//!
//! Invariant: an `Atom` is an index into the table; the names every part of the machine speaks of
//! ([`names`]) have fixed numbers, so that a constant is compared and never looked up.
//! Deliberately absent: freeing. An atom lives as long as the machine, as on OTP.

use alloc::boxed::Box;
use alloc::vec::Vec;

use hashbrown::HashTable;

use crate::sync::Lock;

mod fixed;

/// An atom: its number in the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Atom(pub u32);

/// The longest atom, in characters (OTP's limit; the guide's is 255 bytes).
pub const MAX_CHARACTERS: usize = 255;

/// Atoms a term can hold on a 32-bit target (26 bits of payload), and so everywhere.
const MAX_ATOMS: usize = 1 << 24;

macro_rules! names {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// The atoms the machine itself speaks of.
        #[allow(non_upper_case_globals, missing_docs, reason = "each constant is named as its atom is spelt")]
        pub mod names {
            use super::Atom;
            #[repr(u32)]
            #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the atom is spelt")]
            enum Number { $($name),* }
            $(pub const $name: Atom = Atom(Number::$name as u32);)*
        }
        const FIXED: &[&str] = &[$($text),*];
    };
}

// The keys of a small map stand in the order of their atoms' numbers: what OTP makes maps of stands as it does there.
names! {
    true_ = "true", apply = "apply", false_ = "false", undefined = "undefined", ok = "ok", error = "error", exit = "exit",
    throw = "throw", normal = "normal", kill = "kill", killed = "killed", noproc = "noproc",
    noconnection = "noconnection", badarg = "badarg", badarith = "badarith", badmatch = "badmatch",
    case_clause = "case_clause", if_clause = "if_clause", try_clause = "try_clause",
    function_clause = "function_clause", undef = "undef", badfun = "badfun", badarity = "badarity",
    badmap = "badmap", badkey = "badkey", badrecord = "badrecord", system_limit = "system_limit",
    timeout = "timeout", timeout_value = "timeout_value", infinity = "infinity", EXIT = "EXIT",
    DOWN = "DOWN", process = "process", port = "port", time_offset = "time_offset", erlang = "erlang",
    start = "start", main = "main", init = "init", module_info = "module_info", cause = "cause",
    function = "function", module = "module", arity = "arity", file = "file", line = "line",
    error_info = "error_info", reply = "reply", nocatch = "nocatch", self_ = "self", pid = "pid",
    reference = "reference", fun_ = "fun", external = "external", local = "local", name = "name",
    type_ = "type", env = "env", index = "index", new_index = "new_index", uniq = "uniq",
    new_uniq = "new_uniq", nodedown = "nodedown", node = "node", nonode_nohost = "nonode@nohost",
    link = "link", monitor = "monitor", tag = "tag", alias = "alias", priority = "priority", max = "max",
    high = "high", low = "low", min_heap_size = "min_heap_size", max_heap_size = "max_heap_size",
    fullsweep_after = "fullsweep_after", message_queue_data = "message_queue_data",
    registered_name = "registered_name", current_function = "current_function",
    initial_call = "initial_call", status = "status", message_queue_len = "message_queue_len",
    messages = "messages", links = "links", monitors = "monitors", monitored_by = "monitored_by",
    dictionary = "dictionary", trap_exit = "trap_exit", error_handler = "error_handler",
    group_leader = "group_leader", total_heap_size = "total_heap_size", heap_size = "heap_size",
    stack_size = "stack_size", reductions = "reductions", garbage_collection = "garbage_collection",
    memory = "memory", current_stacktrace = "current_stacktrace", current_location = "current_location",
    binary = "binary", running = "running", runnable = "runnable", waiting = "waiting", exiting = "exiting",
    suspended = "suspended", garbage_collecting = "garbage_collecting", second = "second",
    millisecond = "millisecond", microsecond = "microsecond", nanosecond = "nanosecond", native = "native",
    seconds = "seconds", milli_seconds = "milli_seconds", micro_seconds = "micro_seconds",
    nano_seconds = "nano_seconds", perf_counter = "perf_counter", integer = "integer", float = "float",
    atom = "atom", list = "list", tuple = "tuple", map = "map", bitstring = "bitstring",
    boolean = "boolean", number = "number", gpio = "gpio", gpio_interrupt = "gpio_interrupt",
    input = "input", output = "output", input_output = "input_output", up = "up", down = "down",
    floating = "floating", none = "none", rising = "rising", falling = "falling", both = "both",
    up_down = "up_down", utf8 = "utf8", utf16 = "utf16", utf32 = "utf32", little = "little", big = "big",
    signed = "signed", unsigned = "unsigned", unicode = "unicode", latin1 = "latin1", all = "all",
    global = "global", append = "append", private_append = "private_append", string = "string",
    compact = "compact", short = "short", decimals = "decimals", scientific = "scientific", safe = "safe",
    used = "used", compressed = "compressed", minor_version = "minor_version",
    deterministic = "deterministic", flush = "flush", info = "info", async_ = "async", async_id = "async_id",
    wordsize = "wordsize", schedulers = "schedulers", schedulers_online = "schedulers_online",
    otp_release = "otp_release", version = "version", machine = "machine",
    system_version = "system_version", process_count = "process_count", process_limit = "process_limit",
    atom_count = "atom_count", atom_limit = "atom_limit", port_count = "port_count",
    port_limit = "port_limit", emu_flavor = "emu_flavor", emu_type = "emu_type",
    interpreter = "interpreter", system_architecture = "system_architecture", endian = "endian",
    min_bin_vheap = "min_bin_vheap", heap_type = "heap_type", total = "total", processes = "processes",
    processes_used = "processes_used", system = "system", atom_used = "atom_used", ets = "ets",
    code = "code", lists = "lists", maps = "maps", math = "math", io = "io", timer = "timer",
    console = "console", console_line = "console_line", undefined_function = "undefined_function",
    handle_undefined_function = "$handle_undefined_function", eof = "eof", user = "user",
    standard_error = "standard_error", avm_user = "avm_user", erts_internal = "erts_internal", avm_console = "avm_console",
    discard = "discard", wrap = "wrap", start_link = "start_link", trim = "trim", unit = "unit",
    value = "value", values = "values", ensure_at_least = "ensure_at_least",
    ensure_exactly = "ensure_exactly", skip = "skip", get_tail = "get_tail", eq_exact = "=:=",
    load_failure = "load_failure", not_loaded = "not_loaded", nofile = "nofile", badfile = "badfile",
    on_load = "on_load", not_purged = "not_purged", creation = "creation", attributes = "attributes",
    compile = "compile", exports = "exports", imports = "imports", md5 = "md5", nifs = "nifs",
    loaded = "loaded", monotonic = "monotonic", positive = "positive", unique_integer = "unique_integer",
    strict_monotonic = "strict_monotonic", bool = "bool", and = "and", or = "or", not = "not", xor = "xor",
    div = "div", rem = "rem", band = "band", bor = "bor", bxor = "bxor", bnot = "bnot", bsl = "bsl",
    bsr = "bsr", plus = "+", minus = "-", times = "*", divide = "/", abs = "abs", hd = "hd", tl = "tl",
    length = "length", size = "size", tuple_size = "tuple_size", byte_size = "byte_size",
    bit_size = "bit_size", element = "element", map_size = "map_size", map_get = "map_get",
    is_map_key = "is_map_key", round = "round", trunc = "trunc", floor = "floor", ceil = "ceil",
    binary_part = "binary_part", exception = "exception", process_flag = "process_flag",
    save_calls = "save_calls", sensitive = "sensitive", dead = "dead", inherit = "inherit",
    scheduler_wall_time = "scheduler_wall_time", context_switches = "context_switches", runtime = "runtime",
    wall_clock = "wall_clock", run_queue = "run_queue", statistics = "statistics", atomvm = "atomvm",
    platform = "platform", esp32 = "esp32", pico = "pico", stm32 = "stm32", generic_unix = "generic_unix",
    read_priv = "read_priv",
    on_heap = "on_heap", off_heap = "off_heap", atomvm_heap_growth = "atomvm_heap_growth",
    heap_growth = "heap_growth", bounded_free = "bounded_free", minimum = "minimum", fibonacci = "fibonacci",
    async_dist = "async_dist", min_bin_vheap_size = "min_bin_vheap_size", error_logger = "error_logger",
    include_shared_binaries = "include_shared_binaries", explicit_unalias = "explicit_unalias",
    demonitor = "demonitor", reply_demonitor = "reply_demonitor", clock_service = "clock_service",
    noconnect = "noconnect", nosuspend = "nosuspend",
    exited = "exited", spawn_reply = "spawn_reply", reply_tag = "reply_tag", yes = "yes", no = "no",
    error_only = "error_only", success_only = "success_only",
    garbage_collect = "garbage_collect", hibernate = "hibernate", cancel_timer = "cancel_timer", read_timer = "read_timer",
    erl_erts_errors = "erl_erts_errors", erl_stdlib_errors = "erl_stdlib_errors",
    erl_kernel_errors = "erl_kernel_errors", format_bs_fail = "format_bs_fail", atomics = "atomics",
    counters = "counters", persistent_term = "persistent_term", re = "re", os = "os", badopt = "badopt",
    badtype = "badtype", time = "time", invalid = "invalid", no_float = "no_float", notalive = "notalive",
    set = "set", ordered_set = "ordered_set", bag = "bag", duplicate_bag = "duplicate_bag",
    ets_transfer = "ETS-TRANSFER", end_of_table = "$end_of_table", insert_more = "insert_more",
    select_more = "select_more", match_spec_run_r = "match_spec_run_r",
    underscore = "_", badfield = "badfield", novalue = "novalue", is_exported = "is_exported",
}

/// The atoms that were made, behind those that are fixed.
#[derive(Debug, Default)]
struct Table {
    names: Vec<&'static str>,
    /// Places in `names`, by the hashes of those.
    places: HashTable<u32>,
}

impl Table {
    fn number(&self, name: &str, hash: u64) -> Option<u32> {
        let place = self.places.find(hash, |&place| self.names[place as usize] == name)?;
        Some(FIXED.len() as u32 + place)
    }

    fn count(&self) -> usize {
        FIXED.len() + self.names.len()
    }

    fn add(&mut self, name: &str, hash: u64) -> u32 {
        let place = self.names.len() as u32;
        self.names.push(Box::leak(Box::from(name)));
        let names = &self.names;
        self.places.insert_unique(hash, place, |&place| fixed::hash(names[place as usize].as_bytes()));
        FIXED.len() as u32 + place
    }
}

/// The atom table.
#[derive(Debug, Default)]
pub struct Atoms {
    table: Lock<Table>,
}

impl Atoms {
    /// A table that holds the fixed atoms.
    pub fn new() -> Self {
        Self::default()
    }

    /// The atom of this name, made when it is new; `None` when it is too long or the table is full.
    pub fn intern(&self, name: &str) -> Option<Atom> {
        let hash = fixed::hash(name.as_bytes());
        if let Some(number) = fixed::number(name, hash) {
            return Some(Atom(number));
        }
        self.table.with(|table| {
            if let Some(number) = table.number(name, hash) {
                return Some(Atom(number));
            }
            if table.count() >= MAX_ATOMS
                || (name.len() > MAX_CHARACTERS && name.chars().count() > MAX_CHARACTERS)
            {
                return None;
            }
            Some(Atom(table.add(name, hash)))
        })
    }

    /// The atom of this name if there is one already.
    pub fn existing(&self, name: &str) -> Option<Atom> {
        let hash = fixed::hash(name.as_bytes());
        let made = || self.table.with(|table| table.number(name, hash));
        fixed::number(name, hash).or_else(made).map(Atom)
    }

    /// The name of an atom of this table.
    pub fn name(&self, atom: Atom) -> &'static str {
        let number = atom.0 as usize;
        let made = |place: usize| self.table.with(|table| table.names.get(place).copied());
        FIXED.get(number).copied().or_else(|| made(number - FIXED.len())).unwrap_or("?")
    }

    /// How many atoms there are.
    pub fn count(&self) -> usize {
        self.table.with(|table| table.count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_atoms_have_their_number() {
        let atoms = Atoms::new();
        assert_eq!(atoms.name(names::badarg), "badarg");
        for (number, name) in FIXED.iter().enumerate() {
            assert_eq!(atoms.intern(name), Some(Atom(number as u32)));
        }
        assert_eq!(
            FIXED.iter().collect::<alloc::collections::BTreeSet<_>>().len(),
            FIXED.len(),
            "an atom twice"
        );
    }

    #[test]
    fn many_atoms_are_found_again() {
        let atoms = Atoms::new();
        let name = |number: u32| alloc::format!("worker_{number}_of_the_pool");
        for number in 0..5000 {
            assert_eq!(atoms.existing(&name(number)), None);
            assert_eq!(atoms.intern(&name(number)), Some(Atom(FIXED.len() as u32 + number)));
        }
        for number in 0..5000 {
            let atom = atoms.existing(&name(number)).expect("an atom");
            assert_eq!((atom.0, atoms.name(atom)), (FIXED.len() as u32 + number, &*name(number)));
        }
        assert_eq!(atoms.name(Atom(u32::MAX)), "?");
    }

    #[test]
    fn an_atom_is_made_once() {
        let atoms = Atoms::new();
        assert_eq!(atoms.existing("héllo"), None);
        let made = atoms.intern("héllo");
        assert_eq!(made, atoms.intern("héllo"));
        assert_eq!(made, atoms.existing("héllo"));
        assert_eq!((made, atoms.count()), (Some(Atom(FIXED.len() as u32)), FIXED.len() + 1));
        assert!(atoms.intern(&"é".repeat(255)).is_some());
        assert!(atoms.intern(&"é".repeat(256)).is_none());
    }
}
