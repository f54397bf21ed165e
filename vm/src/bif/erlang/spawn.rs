//! `erlang`: making processes.

use alloc::vec::Vec;

use crate::atom::{Atom, names};
use crate::bif::{Callee, Context};
use crate::bifs;
use crate::heap::{Growth, MIN_WORDS};
use crate::process::{Fault, MemorySettings, Native, Process, Watcher};
use crate::term::Term;

use super::links::MonitorOptions;

bifs! {"erlang";
    /// The pid of the process.
    guard "self"/0 => self_pid;
    /// A process that calls a fun.
    plain "spawn"/1 => spawn_fun;
    /// A process that calls a fun; the node is this one.
    plain "spawn"/2 => spawn_fun_at;
    /// A process that calls a function.
    plain "spawn"/3 => spawn_function;
    /// A process that calls a function; the node is this one.
    plain "spawn"/4 => spawn_function_at;
    /// A process that calls a fun, tied to this one.
    plain "spawn_link"/1 => spawn_link_fun;
    /// A process that calls a fun, tied to this one; the node is this one.
    plain "spawn_link"/2 => spawn_link_fun_at;
    /// A process that calls a function, tied to this one.
    plain "spawn_link"/3 => spawn_link_function;
    /// A process that calls a function, tied to this one; the node is this one.
    plain "spawn_link"/4 => spawn_link_function_at;
    /// A process that calls a fun, and a monitor of it.
    plain "spawn_monitor"/1 => spawn_monitor_fun;
    /// A process that calls a fun, and a monitor of it; the node is this one.
    plain "spawn_monitor"/2 => spawn_monitor_fun_at;
    /// A process that calls a function, and a monitor of it.
    plain "spawn_monitor"/3 => spawn_monitor_function;
    /// A process that calls a function, and a monitor of it; the node is this one.
    plain "spawn_monitor"/4 => spawn_monitor_function_at;
    /// A process that calls a fun, as the options say.
    plain "spawn_opt"/2 => spawn_opt_fun;
    /// A process that calls a fun, as the options say; the node is this one.
    plain "spawn_opt"/3 => spawn_opt_fun_at;
    /// A process that calls a function, as the options say.
    plain "spawn_opt"/4 => spawn_opt_function;
    /// A process that calls a function, as the options say; the node is this one.
    plain "spawn_opt"/5 => spawn_opt_function_at;
}

/// How a process is made.
pub(super) struct Options<'h> {
    link: bool,
    monitor: Option<MonitorOptions<'h>>,
    priority: Atom,
    memory: MemorySettings,
}

impl<'h> Options<'h> {
    fn new() -> Self {
        let memory = MemorySettings::default();
        debug_assert!(memory.min_heap_words == MIN_WORDS);
        Options { link: false, monitor: None, priority: names::normal, memory }
    }

    pub(super) fn parse(list: Term<'h>) -> Result<Self, Fault<'h>> {
        Options::of(list).map_err(|_| Fault::badarg_because(names::badopt))
    }

    fn of(list: Term<'h>) -> Result<Self, Fault<'h>> {
        let mut options = Options::new();
        if list.list_length().is_none() {
            return Err(Fault::badarg());
        }
        for option in list.list() {
            match (option.as_atom(), option.as_tuple()) {
                (Some(names::link), _) => options.link = true,
                (Some(names::monitor), _) => options.monitor = Some(MonitorOptions::default()),
                (_, Some([key, value])) => {
                    options.set(key.as_atom().ok_or(Fault::badarg())?, *value)?;
                }
                _ => return Err(Fault::badarg()),
            }
        }
        Ok(options)
    }

    fn set(&mut self, key: Atom, value: Term<'h>) -> Result<(), Fault<'h>> {
        let accepted = match key {
            names::monitor => {
                self.monitor = Some(MonitorOptions::parse(value)?);
                true
            }
            names::priority => {
                self.priority = priority(value)?;
                true
            }
            names::async_dist => value.as_bool().is_some(),
            names::atomvm_heap_growth | names::heap_growth => {
                self.memory.growth = growth(value)?;
                true
            }
            _ => set_memory(&mut self.memory, key, value),
        };
        if accepted { Ok(()) } else { Err(Fault::badarg()) }
    }
}

/// How a heap grows, by AtomVM's names.
fn growth(value: Term<'_>) -> Result<Growth, Fault<'_>> {
    match value.as_atom() {
        Some(names::bounded_free) => Ok(Growth::BoundedFree),
        Some(names::minimum) => Ok(Growth::Minimum),
        Some(names::fibonacci) => Ok(Growth::Fibonacci),
        _ => Err(Fault::badarg()),
    }
}

/// A priority's atom.
pub(super) fn priority(value: Term<'_>) -> Result<Atom, Fault<'_>> {
    match value.as_atom() {
        Some(level @ (names::low | names::normal | names::high | names::max)) => Ok(level),
        _ => Err(Fault::badarg()),
    }
}

/// Changes a setting of the memory; whether there is such a setting, with such a value.
pub(super) fn set_memory(memory: &mut MemorySettings, key: Atom, value: Term<'_>) -> bool {
    let count = value.as_usize();
    match key {
        names::min_heap_size => {
            // What OTP answers is one of its sizes.
            let words = count.map(|words| Growth::Fibonacci.size(words, MIN_WORDS));
            set_count(&mut memory.min_heap_words, words)
        }
        names::min_bin_vheap_size => set_count(&mut memory.min_binary_words, count),
        names::fullsweep_after => set_count(&mut memory.full_sweep_after, count),
        names::max_heap_size => set_max_heap(memory, value),
        names::message_queue_data => match value.as_atom() {
            Some(place @ (names::on_heap | names::off_heap)) => {
                memory.messages_off_heap = place == names::off_heap;
                true
            }
            _ => false,
        },
        _ => false,
    }
}

fn set_count(place: &mut usize, count: Option<usize>) -> bool {
    *place = count.unwrap_or(*place);
    count.is_some()
}

/// A count of words, none or no fewer than the least heap has, or a map with `size` and what happens beyond it.
fn set_max_heap(memory: &mut MemorySettings, value: Term<'_>) -> bool {
    let words = |size: Term<'_>| size.as_usize().filter(|words| !(1..MIN_WORDS).contains(words));
    let Some(map) = value.as_map() else { return set_count(&mut memory.max_heap_words, words(value)) };
    let flag = |key: Atom, old: bool| map.get(Term::atom(key)).map_or(Some(old), Term::as_bool);
    let size = map.get(Term::atom(names::size)).and_then(words);
    let kill = flag(names::kill, memory.max_heap_kill);
    let report = flag(names::error_logger, memory.max_heap_report);
    let (Some(size), Some(kill), Some(report)) = (size, kill, report) else { return false };
    (memory.max_heap_words, memory.max_heap_kill, memory.max_heap_report) = (size, kill, report);
    true
}

fn self_pid<'h>(room: crate::bif::Room<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::pid(room.pid))
}

/// What is called and with what.
pub(super) struct Call<'h> {
    callee: Callee<'h>,
    arguments: Vec<Term<'h>>,
}

impl<'h> Call<'h> {
    pub(super) fn fun(fun: Term<'h>) -> Result<Self, Fault<'h>> {
        if !fun.is_fun() {
            return Err(Fault::badarg());
        }
        Ok(Call { callee: Callee::Fun(fun), arguments: Vec::new() })
    }

    pub(super) fn function(
        module: Term<'h>,
        function: Term<'h>,
        arguments: Term<'h>,
    ) -> Result<Self, Fault<'h>> {
        let callee = Callee::Function(
            module.as_atom().ok_or(Fault::badarg())?,
            function.as_atom().ok_or(Fault::badarg())?,
        );
        let count = arguments.list_length().ok_or(Fault::badarg())?;
        if count > 255 {
            return Err(Fault::system_limit());
        }
        Ok(Call { callee, arguments: arguments.list().collect() })
    }
}

/// A process that makes a call, as the options say: its pid, with the reference of the monitor if they ask for one.
pub(super) fn spawn_with<'h>(context: Context<'h>, call: &Call<'h>, options: &Options<'h>) -> Native<'h> {
    let (priority, memory) = (options.priority, options.memory);
    let child = context.system.make_child(context.process, call.callee, &call.arguments, priority, memory)?;
    let result = tie(context, &child, options);
    context.system.release(&child);
    result
}

/// Ties a process that does not run yet to this one, as the options say.
fn tie<'h>(context: Context<'h>, child: &Process, options: &Options<'h>) -> Native<'h> {
    let parent = context.process;
    let pid = Term::pid(child.pid);
    if options.link {
        parent.links.borrow_mut().push(child.pid);
        child.links.borrow_mut().push(parent.pid);
    }
    let Some(monitor) = &options.monitor else { return Ok(pid) };
    let reference = monitor.reference(context);
    parent.watched.borrow_mut().push(monitor.watched(child.pid, reference, None)?);
    child.watchers.borrow_mut().push(Watcher { pid: parent.pid, reference, name: None });
    Ok(context.arena.tuple(&[pid, context.arena.reference(reference)?])?)
}

fn linked<'h>() -> Options<'h> {
    Options { link: true, ..Options::new() }
}

fn monitored<'h>() -> Options<'h> {
    Options { monitor: Some(MonitorOptions::default()), ..Options::new() }
}

/// Whether a node is this one. A process for another one is made here and ends at once: that one is out of reach.
fn is_here<'h>(node: Term<'h>) -> Result<bool, Fault<'h>> {
    node.as_atom().map(|node| node == names::nonode_nohost).ok_or(Fault::badarg())
}

/// A call for a node: where that is another one, that of a process which ends with `noconnection`.
fn call_at<'h>(node: Term<'h>, call: Call<'h>) -> Result<Call<'h>, Fault<'h>> {
    if is_here(node)? {
        return Ok(call);
    }
    let callee = Callee::Function(names::erlang, names::exit);
    Ok(Call { callee, arguments: alloc::vec![Term::atom(names::noconnection)] })
}

fn spawn_fun<'h>(context: Context<'h>, [fun]: [Term<'h>; 1]) -> Native<'h> {
    spawn_with(context, &Call::fun(fun)?, &Options::new())
}

fn spawn_fun_at<'h>(context: Context<'h>, [node, fun]: [Term<'h>; 2]) -> Native<'h> {
    spawn_with(context, &call_at(node, Call::fun(fun)?)?, &Options::new())
}

fn spawn_function<'h>(context: Context<'h>, [module, function, arguments]: [Term<'h>; 3]) -> Native<'h> {
    spawn_with(context, &Call::function(module, function, arguments)?, &Options::new())
}

fn spawn_function_at<'h>(context: Context<'h>, arguments: [Term<'h>; 4]) -> Native<'h> {
    let [node, module, function, list] = arguments;
    spawn_with(context, &call_at(node, Call::function(module, function, list)?)?, &Options::new())
}

fn spawn_link_fun<'h>(context: Context<'h>, [fun]: [Term<'h>; 1]) -> Native<'h> {
    spawn_with(context, &Call::fun(fun)?, &linked())
}

fn spawn_link_function<'h>(context: Context<'h>, [module, function, arguments]: [Term<'h>; 3]) -> Native<'h> {
    spawn_with(context, &Call::function(module, function, arguments)?, &linked())
}

fn spawn_monitor_fun<'h>(context: Context<'h>, [fun]: [Term<'h>; 1]) -> Native<'h> {
    spawn_with(context, &Call::fun(fun)?, &monitored())
}

fn spawn_monitor_function<'h>(
    context: Context<'h>,
    [module, function, arguments]: [Term<'h>; 3],
) -> Native<'h> {
    spawn_with(context, &Call::function(module, function, arguments)?, &monitored())
}

fn spawn_opt_fun<'h>(context: Context<'h>, [fun, options]: [Term<'h>; 2]) -> Native<'h> {
    spawn_with(context, &Call::fun(fun)?, &Options::parse(options)?)
}

fn spawn_opt_function<'h>(
    context: Context<'h>,
    [module, function, arguments, options]: [Term<'h>; 4],
) -> Native<'h> {
    spawn_with(context, &Call::function(module, function, arguments)?, &Options::parse(options)?)
}

fn spawn_link_fun_at<'h>(context: Context<'h>, [node, fun]: [Term<'h>; 2]) -> Native<'h> {
    spawn_with(context, &call_at(node, Call::fun(fun)?)?, &linked())
}

fn spawn_link_function_at<'h>(context: Context<'h>, arguments: [Term<'h>; 4]) -> Native<'h> {
    let [node, module, function, list] = arguments;
    spawn_with(context, &call_at(node, Call::function(module, function, list)?)?, &linked())
}

fn spawn_monitor_fun_at<'h>(context: Context<'h>, [node, fun]: [Term<'h>; 2]) -> Native<'h> {
    spawn_with(context, &call_at(node, Call::fun(fun)?)?, &monitored())
}

fn spawn_monitor_function_at<'h>(context: Context<'h>, arguments: [Term<'h>; 4]) -> Native<'h> {
    let [node, module, function, list] = arguments;
    spawn_with(context, &call_at(node, Call::function(module, function, list)?)?, &monitored())
}

fn spawn_opt_fun_at<'h>(context: Context<'h>, [node, fun, options]: [Term<'h>; 3]) -> Native<'h> {
    spawn_with(context, &call_at(node, Call::fun(fun)?)?, &Options::parse(options)?)
}

fn spawn_opt_function_at<'h>(context: Context<'h>, arguments: [Term<'h>; 5]) -> Native<'h> {
    let [node, module, function, list, options] = arguments;
    spawn_with(context, &call_at(node, Call::function(module, function, list)?)?, &Options::parse(options)?)
}
