//! `erlang`: what the machine is, what it did, and how much memory it has.
//!
//! Invariants: a key of a table is answered from what is true of this machine; a key that is not there is `badarg`,
//! as it is on OTP.
//! Deliberately absent: changing the machine. `system_flag/2` takes what OTP takes and changes nothing but
//! `backtrace_depth`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::atom::names;
use crate::bif::Context;
use crate::bifs;
use crate::heap::{Built, shared};
use crate::port::{chip, clock};
use crate::process::{Fault, MemorySettings, Native, Process};
use crate::sync::Guarded;
use crate::term::Term;
use crate::term::word::BYTES;

use super::flags::memory_setting;

bifs! {"erlang";
    /// Bytes of memory in use, by what uses them.
    exclusive plain "memory"/0 => memory;
    /// Bytes of memory in use by what the argument says.
    exclusive plain "memory"/1 => memory_of;
    /// What was done since the machine started.
    exclusive plain "statistics"/1 => statistics;
    /// Sets how the machine works; how it worked before.
    exclusive plain "system_flag"/2 => system_flag;
    /// What the machine is.
    exclusive plain "system_info"/1 => system_info;
}

type Item = for<'h> fn(Context<'h>) -> Built<'h>;

/// The OTP whose libraries and compilers programs meet here.
const OTP_RELEASE: &str = "29";
const VERSION: &str = env!("CARGO_PKG_VERSION");
const ATOM_LIMIT: usize = 1 << 24;
const PORT_LIMIT: usize = 1 << 28;

fn atom<'h>(context: Context<'h>, name: &str) -> Built<'h> {
    context.system.atoms.intern(name).map(Term::atom).ok_or(crate::heap::OutOfMemory)
}

/// `{Key, Value}` of a setting that new processes have.
fn default_setting<'h>(context: Context<'h>, key: crate::atom::Atom) -> Built<'h> {
    let memory = MemorySettings::default();
    let value = memory_setting(context.arena, &memory, key).unwrap_or(Ok(Term::NIL))?;
    context.arena.tuple(&[Term::atom(key), value])
}

/// Keys of `system_info/1`.
const SYSTEM: &[(&str, Item)] = &[
    ("atom_count", |context| context.arena.usize(context.system.atoms.count())),
    ("atom_limit", |context| context.arena.usize(ATOM_LIMIT)),
    ("atomvm_version", |context| context.arena.bytes(VERSION.as_bytes())),
    ("avm_floatsize", |context| context.arena.usize(8)),
    ("build_type", |context| atom(context, "opt")),
    ("creation", |context| context.arena.usize(0)),
    ("debug_compiled", |_| Ok(Term::boolean(false))),
    ("dirty_cpu_schedulers", |context| context.arena.usize(0)),
    ("dirty_cpu_schedulers_online", |context| context.arena.usize(0)),
    ("dirty_io_schedulers", |context| context.arena.usize(0)),
    ("dist_ctrl", |_| Ok(Term::NIL)),
    ("dynamic_trace", |context| atom(context, "none")),
    ("dynamic_trace_probes", |_| Ok(Term::boolean(false))),
    ("emu_flavor", |_| Ok(Term::atom(names::interpreter))),
    ("emu_type", |context| atom(context, "opt")),
    ("end_time", |context| context.arena.i64(i64::MAX)),
    ("endian", |_| Ok(Term::atom(if cfg!(target_endian = "big") { names::big } else { names::little }))),
    ("fullsweep_after", |context| default_setting(context, names::fullsweep_after)),
    ("garbage_collection", |context| {
        let keys =
            [names::max_heap_size, names::min_bin_vheap_size, names::min_heap_size, names::fullsweep_after];
        context.arena.list_forward(keys.into_iter().map(|key| default_setting(context, key)), Term::NIL)
    }),
    ("heap_type", |context| atom(context, "private")),
    ("kernel_poll", |_| Ok(Term::boolean(false))),
    ("logical_processors", |context| context.arena.usize(1)),
    ("logical_processors_available", |context| context.arena.usize(1)),
    ("logical_processors_online", |context| context.arena.usize(1)),
    ("machine", |context| context.arena.string("BEAM")),
    ("max_heap_size", |context| {
        memory_setting(context.arena, &MemorySettings::default(), names::max_heap_size)
            .unwrap_or(Ok(Term::NIL))
    }),
    ("message_queue_data", |_| Ok(Term::atom(names::on_heap))),
    ("min_bin_vheap_size", |context| default_setting(context, names::min_bin_vheap_size)),
    ("min_heap_size", |context| default_setting(context, names::min_heap_size)),
    ("modified_timing_level", |_| Ok(Term::atom(names::undefined))),
    ("multi_scheduling", |context| atom(context, "disabled")),
    ("otp_release", |context| context.arena.string(OTP_RELEASE)),
    ("port_count", |context| context.arena.usize(context.system.ports.borrow().numbers().len())),
    ("port_limit", |context| context.arena.usize(PORT_LIMIT)),
    ("port_parallelism", |_| Ok(Term::boolean(false))),
    ("process_count", |context| context.arena.usize(context.system.processes.count())),
    ("process_limit", |context| context.arena.usize(context.system.processes.limit())),
    ("scheduler_bind_type", |context| atom(context, "unbound")),
    ("scheduler_bindings", |context| context.arena.tuple(&[atom(context, "unbound")?])),
    ("scheduler_id", |context| context.arena.usize(1)),
    ("schedulers", schedulers),
    ("schedulers_online", schedulers),
    ("smp_support", |_| Ok(Term::boolean(false))),
    ("start_time", |context| context.arena.usize(0)),
    ("system_architecture", |context| context.arena.string(&architecture(context))),
    ("system_version", |context| {
        context.arena.string(&format!("AVM {VERSION} [{}-bit] [{}]\n", BYTES * 8, architecture(context)))
    }),
    ("thread_pool_size", |context| context.arena.usize(0)),
    ("threads", |_| Ok(Term::boolean(false))),
    ("time_correction", |_| Ok(Term::boolean(true))),
    ("time_offset", |context| atom(context, "final")),
    ("time_warp_mode", |context| atom(context, "no_time_warp")),
    ("tolerant_timeofday", |context| atom(context, "enabled")),
    ("trace_control_word", |context| context.arena.usize(0)),
    ("version", |context| context.arena.string(VERSION)),
    ("word_size", |context| context.arena.usize(BYTES)),
    ("wordsize", |context| context.arena.usize(BYTES)),
];

/// The kind of processor and the platform, as compilers and AtomVM name them.
fn architecture(context: Context<'_>) -> String {
    let processor = ["x86_64", "aarch64", "arm", "riscv32", "riscv64", "xtensa"];
    let is = [
        cfg!(target_arch = "x86_64"),
        cfg!(target_arch = "aarch64"),
        cfg!(target_arch = "arm"),
        cfg!(target_arch = "riscv32"),
        cfg!(target_arch = "riscv64"),
        cfg!(target_arch = "xtensa"),
    ];
    let name = is.iter().position(|is| *is).map_or("unknown", |index| processor[index]);
    format!("{name}-{}", chip::name(context.system))
}

fn item<'h>(context: Context<'h>, table: &[(&str, Item)], key: Term<'h>) -> Native<'h> {
    let name = context.system.atoms.name(key.as_atom().ok_or(Fault::badarg())?);
    let (_, item) = table.iter().find(|(own, _)| *own == name).ok_or(Fault::badarg())?;
    Ok(item(context)?)
}

fn system_info<'h>(context: Context<'h>, [key]: [Term<'h>; 1]) -> Native<'h> {
    match key.as_tuple() {
        Some([kind, which]) if kind.is(names::wordsize) => match which.as_atom() {
            Some(which) if ["internal", "external"].contains(&context.system.atoms.name(which)) => {
                Ok(context.arena.usize(BYTES)?)
            }
            _ => Err(Fault::badarg()),
        },
        _ => item(context, SYSTEM, key),
    }
}

/// The most entries of a stack trace that may be asked for.
const MAX_BACKTRACE_DEPTH: usize = 64;

/// Flags of `system_flag/2`, with what they are.
const FLAGS: &[(&str, Item)] = &[
    ("backtrace_depth", |context| context.arena.usize(context.system.backtrace_depth.get())),
    ("fullsweep_after", |context| context.arena.usize(MemorySettings::default().full_sweep_after)),
    ("max_heap_size", |context| {
        memory_setting(context.arena, &MemorySettings::default(), names::max_heap_size)
            .unwrap_or(Ok(Term::NIL))
    }),
    ("min_bin_vheap_size", |context| context.arena.usize(MemorySettings::default().min_binary_words)),
    ("min_heap_size", |context| context.arena.usize(MemorySettings::default().min_heap_words)),
    ("multi_scheduling", |context| atom(context, "disabled")),
    ("scheduler_wall_time", |_| Ok(Term::boolean(false))),
    ("schedulers_online", schedulers),
    ("time_offset", |context| atom(context, "final")),
    ("trace_control_word", |context| context.arena.usize(0)),
];

fn system_flag<'h>(context: Context<'h>, [flag, value]: [Term<'h>; 2]) -> Native<'h> {
    let old = item(context, FLAGS, flag).map_err(|_| Fault::badarg_because(names::badopt))?;
    if flag.as_atom().is_some_and(|flag| context.system.atoms.name(flag) == "backtrace_depth") {
        let depth = value.as_usize().ok_or(Fault::badarg())?;
        context.system.backtrace_depth.set(depth.min(MAX_BACKTRACE_DEPTH));
    }
    Ok(old)
}

fn elapsed_ms(context: Context<'_>) -> u64 {
    clock::monotonic_ns(context.system) / 1_000_000
}

fn schedulers<'h>(context: Context<'h>) -> Built<'h> {
    context.arena.usize(context.system.run_queues.schedulers())
}

/// `{Total, SinceLastAsked}`.
fn since<'h>(context: Context<'h>, total: u64, told: &Guarded<u64>) -> Built<'h> {
    let before = told.replace(total);
    context.arena.tuple(&[context.arena.u64(total)?, context.arena.u64(total.saturating_sub(before))?])
}

fn zero() -> Term<'static> {
    Term::small_number(0)
}

fn reductions<'h>(context: Context<'h>) -> Built<'h> {
    let totals = &context.system.totals;
    since(context, totals.work.get().reductions, &totals.told_reductions)
}

fn run_queue<'h>(context: Context<'h>) -> Built<'h> {
    context.arena.usize(context.system.run_queues.len())
}

fn run_queue_lengths<'h>(context: Context<'h>) -> Built<'h> {
    let lengths = context.system.run_queues.lengths();
    context.arena.list_forward(lengths.into_iter().map(|length| context.arena.usize(length)), Term::NIL)
}

fn active_tasks<'h>(context: Context<'h>) -> Built<'h> {
    context.arena.usize(context.system.run_queues.len() + 1)
}

/// Keys of `statistics/1`. The machine's running time is all its time: it has one thread, and does not know when
/// that slept.
const STATISTICS: &[(&str, Item)] = &[
    ("active_tasks", |context| context.arena.list(&[active_tasks(context)?])),
    ("context_switches", |context| {
        context.arena.tuple(&[context.arena.u64(context.system.totals.work.get().slices)?, zero()])
    }),
    ("exact_reductions", reductions),
    ("garbage_collection", |context| {
        let living: u64 = living(context).iter().map(|process| process.collections()).sum();
        let total = context.system.totals.collections.get() + living;
        context.arena.tuple(&[context.arena.u64(total)?, zero(), zero()])
    }),
    ("reductions", reductions),
    ("run_queue", run_queue),
    ("run_queue_lengths", run_queue_lengths),
    ("runtime", |context| since(context, elapsed_ms(context), &context.system.totals.told_runtime_ms)),
    ("total_active_tasks", active_tasks),
    ("total_run_queue_lengths", run_queue),
    ("wall_clock", |context| since(context, elapsed_ms(context), &context.system.totals.told_wall_ms)),
];

fn statistics<'h>(context: Context<'h>, [key]: [Term<'h>; 1]) -> Native<'h> {
    if key.as_atom().is_some_and(|key| key == names::scheduler_wall_time) {
        return Ok(Term::atom(names::undefined));
    }
    item(context, STATISTICS, key)
}

fn living(context: Context<'_>) -> Vec<crate::sync::Arc<Process>> {
    let processes = &context.system.processes;
    processes.pids().into_iter().filter_map(|pid| processes.get(pid)).collect()
}

fn process_bytes(context: Context<'_>) -> usize {
    living(context).iter().map(|process| process.bytes()).sum()
}

fn used_process_bytes(context: Context<'_>) -> usize {
    let used = |process: &Process| {
        let (used, total) = process.heap_words();
        process.bytes() - total.saturating_sub(used) * BYTES
    };
    living(context).iter().map(|process| used(process)).sum()
}

fn atom_bytes(context: Context<'_>) -> usize {
    let atoms = &context.system.atoms;
    let names = (0..atoms.count() as u32).map(|number| atoms.name(crate::atom::Atom(number)).len());
    names.map(|length| length + 4 * BYTES).sum()
}

fn code_bytes(context: Context<'_>) -> usize {
    context.system.modules.bytes()
}

fn system_bytes(context: Context<'_>) -> usize {
    atom_bytes(context) + code_bytes(context) + shared::total_bytes() + table_bytes(context)
}

fn table_bytes(context: Context<'_>) -> usize {
    context.system.tables.borrow().bytes()
}

type Bytes = fn(Context<'_>) -> usize;

/// Keys of `memory/0,1`, in the order OTP shows them.
const MEMORY: &[(&str, Bytes)] = &[
    ("total", |context| process_bytes(context) + system_bytes(context)),
    ("processes", process_bytes),
    ("processes_used", used_process_bytes),
    ("system", system_bytes),
    ("atom", atom_bytes),
    ("atom_used", atom_bytes),
    ("binary", |_| shared::total_bytes()),
    ("code", code_bytes),
    ("ets", table_bytes),
];

fn memory<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let pairs = MEMORY.iter().map(|(key, bytes)| {
        context.arena.tuple(&[atom(context, key)?, context.arena.usize(bytes(context))?])
    });
    Ok(context.arena.list_forward(pairs, Term::NIL)?)
}

fn bytes_of<'h>(context: Context<'h>, key: Term<'h>) -> Native<'h> {
    let name = context.system.atoms.name(key.as_atom().ok_or(Fault::badarg())?);
    let (_, bytes) = MEMORY.iter().find(|(own, _)| *own == name).ok_or(Fault::badarg())?;
    Ok(context.arena.usize(bytes(context))?)
}

fn memory_of<'h>(context: Context<'h>, [keys]: [Term<'h>; 1]) -> Native<'h> {
    if keys.list_length().is_none() {
        return bytes_of(context, keys);
    }
    let pairs =
        keys.list().map(|key| Ok::<_, Fault<'h>>(context.arena.tuple(&[key, bytes_of(context, key)?])?));
    context.arena.list_forward(pairs, Term::NIL)
}
