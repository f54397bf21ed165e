//! Links, monitors, aliases, exits and timers between processes that do not run.

mod bench;

use bench::Bench;
use vm::atom::names;
use vm::process::{MemorySettings, Status};
use vm::sched::Callee;
use vm::term::Term;

/// What each test expects was seen on OTP 25.
fn messages(bench: &Bench, process: &vm::process::Process) -> String {
    match bench.settle(process) {
        Ok(messages) => messages.join(" "),
        Err(reason) => format!("ends: {reason}"),
    }
}

#[test]
fn links_end_both_sides_unless_the_reason_is_normal() {
    let bench = Bench::new("esp32");
    for (reason, told) in [("normal", ""), ("oops", "ends: oops"), ("kill", "ends: kill")] {
        let (one, other) = (bench.process(), bench.process());
        assert_eq!(bench.show(&one, "link", &[Term::pid(other.pid)]), "true");
        bench.system.receive_signals(&other);
        assert_eq!(*other.links.borrow(), [one.pid]);
        bench.system.terminate(&other, bench.atom(reason));
        assert_eq!(messages(&bench, &one), told, "{reason}");
        assert!(one.links.borrow().is_empty());
        assert_eq!(other.status.get(), Status::Exited);
        assert!(bench.system.processes.get(other.pid).is_none());
    }
}

#[test]
fn who_traps_exits_gets_messages_first_of_links_then_of_monitors() {
    let bench = Bench::new("esp32");
    let (one, other) = (bench.process(), bench.process());
    let pid = Term::pid(other.pid);
    bench.call(&one, "process_flag", &[bench.atom("trap_exit"), Term::boolean(true)]).ok();
    let reference = bench.show(&one, "monitor", &[bench.atom("process"), pid]);
    bench.call(&one, "link", &[pid]).ok();
    bench.system.receive_signals(&other);
    bench.system.terminate(&other, bench.atom("bye"));
    let pid = bench.text(pid);
    assert_eq!(
        messages(&bench, &one),
        format!("{{'EXIT',{pid},bye}} {{'DOWN',{reference},process,{pid},bye}}")
    );
}

#[test]
fn a_link_or_monitor_that_comes_too_late_is_told_noproc() {
    let bench = Bench::new("esp32");
    let (one, other) = (bench.process(), bench.process());
    let pid = Term::pid(other.pid);
    one.trap_exit.set(true);
    bench.call(&one, "link", &[pid]).ok();
    let reference = bench.show(&one, "monitor", &[bench.atom("process"), pid]);
    // The other process ends before it acts upon either.
    bench.system.terminate(&other, bench.atom("bye"));
    let text = bench.text(pid);
    let told = format!("{{'EXIT',{text},noproc}} {{'DOWN',{reference},process,{text},noproc}}");
    assert_eq!(messages(&bench, &one), told);

    assert_eq!(bench.show(&one, "link", &[pid]), "true");
    assert_eq!(messages(&bench, &one), format!("{{'EXIT',{text},noproc}}"));
    one.trap_exit.set(false);
    assert_eq!(bench.show(&one, "link", &[pid]), "error:noproc");
    let reference = bench.show(&one, "monitor", &[bench.atom("process"), bench.atom("nobody")]);
    let told = format!("{{'DOWN',{reference},process,{{nobody,nonode@nohost}},noproc}}");
    assert_eq!(messages(&bench, &one), told);
}

#[test]
fn exit_signals_kill_are_ignored_or_become_messages() {
    let bench = Bench::new("esp32");
    let sender = bench.process();
    let text = bench.text(Term::pid(sender.pid));
    for (reason, traps, told) in [
        ("normal", false, String::new()),
        ("normal", true, format!("{{'EXIT',{text},normal}}")),
        ("oops", false, "ends: oops".into()),
        ("oops", true, format!("{{'EXIT',{text},oops}}")),
        ("kill", false, "ends: killed".into()),
        ("kill", true, "ends: killed".into()),
    ] {
        let receiver = bench.process();
        receiver.trap_exit.set(traps);
        let arguments = [Term::pid(receiver.pid), bench.atom(reason)];
        assert_eq!(bench.show(&sender, "exit", &arguments), "true");
        assert_eq!(messages(&bench, &receiver), told, "{reason} {traps}");
    }
    bench.call(&sender, "exit", &[Term::pid(sender.pid), bench.atom("normal")]).ok();
    assert_eq!(messages(&bench, &sender), "ends: normal", "its own normal exit ends a process");
}

#[test]
fn a_process_that_is_as_good_as_dead_is_seen_dead_by_who_killed_it() {
    let bench = Bench::new("esp32");
    let (one, other) = (bench.process(), bench.process());
    let pid = [Term::pid(other.pid)];
    assert_eq!(bench.show(&one, "is_process_alive", &pid), "true");
    bench.call(&one, "exit", &[pid[0], bench.atom("kill")]).ok();
    assert_eq!(bench.show(&one, "is_process_alive", &pid), "false");
    assert_eq!(bench.show(&one, "process_info", &pid), "undefined");
    assert_eq!(messages(&bench, &other), "ends: killed");
}

#[test]
fn unlink_and_demonitor_leave_nothing_behind() {
    let bench = Bench::new("esp32");
    let (one, other) = (bench.process(), bench.process());
    let pid = Term::pid(other.pid);
    bench.call(&one, "link", &[pid]).ok();
    bench.call(&one, "unlink", &[pid]).ok();
    let reference = bench.call(&one, "monitor", &[bench.atom("process"), pid]).ok().expect("a monitor");
    assert_eq!(bench.show(&one, "demonitor", &[reference]), "true");
    bench.system.receive_signals(&other);
    assert!(other.links.borrow().is_empty() && other.watchers.borrow().is_empty());
    bench.system.terminate(&other, bench.atom("oops"));
    assert_eq!(messages(&bench, &one), "");
}

#[test]
fn demonitor_flushes_and_informs() {
    let bench = Bench::new("esp32");
    let one = bench.process();
    let options = |names: &[&str]| {
        let names: Vec<_> = names.iter().map(|name| bench.atom(name)).collect();
        bench.arena.list(&names).expect("memory")
    };
    for (names, told, left) in [
        (&["flush"][..], "true", 0),
        (&["flush", "info"], "false", 0),
        (&["info"], "false", 1),
        (&["other"], "error:badarg", 1),
    ] {
        let dead = Term::pid(9999);
        let reference = bench.call(&one, "monitor", &[bench.atom("process"), dead]).ok().expect("a monitor");
        assert_eq!(bench.show(&one, "demonitor", &[reference, options(names)]), told);
        assert_eq!(bench.settle(&one).expect("alive").len(), left, "{names:?}");
    }
    let alive = bench.process();
    let reference = bench.call(&one, "monitor", &[bench.atom("process"), Term::pid(alive.pid)]);
    let reference = reference.ok().expect("a monitor");
    assert_eq!(bench.show(&one, "demonitor", &[reference, options(&["info"])]), "true");
}

#[test]
fn an_alias_takes_messages_until_it_ends() {
    let bench = Bench::new("esp32");
    let (one, other) = (bench.process(), bench.process());
    let alias = bench.call(&one, "alias", &[]).ok().expect("an alias");
    bench.call(&other, "!", &[alias, bench.atom("first")]).ok();
    assert_eq!(messages(&bench, &one), "first");
    assert_eq!(bench.show(&one, "unalias", &[alias]), "true");
    assert_eq!(bench.show(&one, "unalias", &[alias]), "false");
    assert_eq!(bench.show(&other, "!", &[alias, bench.atom("second")]), "second");
    assert_eq!(messages(&bench, &one), "");

    let reply = bench.arena.list(&[bench.atom("reply")]).expect("memory");
    let alias = bench.call(&one, "alias", &[reply]).ok().expect("an alias");
    for name in ["third", "fourth"] {
        bench.call(&other, "!", &[alias, bench.atom(name)]).ok();
    }
    assert_eq!(messages(&bench, &one), "third", "an alias for a reply takes one message");
}

#[test]
fn an_alias_of_a_monitor_ends_with_it() {
    let bench = Bench::new("esp32");
    let (one, other) = (bench.process(), bench.process());
    let option = |life: &str| {
        let pair = bench.arena.tuple(&[bench.atom("alias"), bench.atom(life)]).expect("memory");
        bench.arena.list(&[pair]).expect("memory")
    };
    let monitor = |life| {
        let arguments = [bench.atom("process"), Term::pid(other.pid), option(life)];
        bench.call(&one, "monitor", &arguments).ok().expect("a monitor")
    };
    let reference = monitor("demonitor");
    bench.call(&other, "!", &[reference, bench.atom("in_time")]).ok();
    assert_eq!(messages(&bench, &one), "in_time");
    bench.call(&one, "demonitor", &[reference]).ok();
    bench.call(&other, "!", &[reference, bench.atom("late")]).ok();
    assert_eq!(messages(&bench, &one), "");

    let reference = monitor("reply_demonitor");
    bench.call(&other, "!", &[reference, bench.atom("reply")]).ok();
    assert_eq!(messages(&bench, &one), "reply");
    assert!(one.watched.borrow().is_empty() && one.aliases.borrow().is_empty());
    bench.system.receive_signals(&other);
    assert!(other.watchers.borrow().is_empty(), "a reply ends the monitor");
}

#[test]
fn a_spawned_process_has_its_arguments_and_its_ties() {
    let bench = Bench::new("esp32");
    let parent = bench.process();
    parent.group_leader.set(77);
    let list = bench.arena.list(&[bench.arena.string("text").expect("memory")]).expect("memory");
    let link = bench.arena.list(&[bench.atom("link"), bench.atom("monitor")]).expect("memory");
    let arguments = [bench.atom("some"), bench.atom("code"), list, link];
    let made = bench.call(&parent, "spawn_opt", &arguments).ok().expect("a process");
    let [pid, _] = made.as_tuple().expect("a pid and a reference") else { panic!("two") };
    let child = bench.system.processes.get(pid.as_pid().expect("a pid")).expect("alive");
    assert_eq!((child.parent.get(), child.group_leader.get()), (parent.pid, 77));
    assert_eq!(child.status.get(), Status::Runnable);
    let turns = std::iter::from_fn(|| bench.system.run_queues.pop());
    assert_eq!(turns.last().map(|process| process.pid), Some(child.pid));
    assert_eq!(child.stack().len(), 1, "only where its first function returns to");
    assert_eq!(child.resume.registers.borrow().len(), 1);
    let export = bench.system.export(
        bench.system.atoms.intern("some").expect("an atom"),
        bench.system.atoms.intern("code").expect("an atom"),
        1,
    );
    assert_eq!(child.resume.ip.get(), export.entry.code());
    assert_eq!((*child.links.borrow()).as_slice(), [parent.pid]);
    bench.system.terminate(&child, bench.atom("normal"));
    let told = messages(&bench, &parent);
    assert!(told.starts_with("{'DOWN',") && told.ends_with(",normal}"), "{told}");
}

#[test]
fn a_fun_of_another_arity_is_left_to_apply() {
    let bench = Bench::new("esp32");
    let parent = bench.process();
    let export = bench.system.export(
        bench.system.atoms.intern("lists").expect("an atom"),
        bench.system.atoms.intern("map").expect("an atom"),
        2,
    );
    let fun = bench.arena.external_fun(export).expect("memory");
    let child = bench
        .system
        .make_child(&parent, Callee::Fun(fun), &[], names::normal, MemorySettings::default())
        .expect("memory");
    let apply = bench.system.export(names::erlang, names::apply, 2);
    assert_eq!(child.resume.ip.get(), apply.entry.code());
    assert_eq!(child.resume.registers.borrow().len(), 2);
    assert_eq!(bench.show(&parent, "spawn", &[bench.atom("x")]), "error:badarg");
}

#[test]
fn timers_fire_in_order_and_can_be_cancelled() {
    let bench = Bench::new("esp32");
    let one = bench.process();
    let pid = Term::pid(one.pid);
    let number = Term::small_number;
    bench.call(&one, "send_after", &[number(20), pid, bench.atom("b")]).ok();
    bench.call(&one, "send_after", &[number(10), pid, bench.atom("a")]).ok();
    bench.call(&one, "send_after", &[number(20), pid, bench.atom("c")]).ok();
    let timer = bench.call(&one, "start_timer", &[number(30), pid, bench.atom("d")]).ok().expect("a timer");
    let gone = bench.call(&one, "send_after", &[number(15), pid, bench.atom("e")]).ok().expect("a timer");
    bench.world.now_ns.set(1);
    assert_eq!(bench.show(&one, "read_timer", &[gone]), "15");
    assert_eq!(bench.show(&one, "cancel_timer", &[gone]), "15");
    assert_eq!(bench.show(&one, "cancel_timer", &[gone]), "false");
    bench.system.expire_timers(20_000_000);
    assert_eq!(messages(&bench, &one), "a b c");
    assert_eq!(bench.system.timers.borrow_mut().next_ns(), Some(30_000_000));
    bench.system.expire_timers(30_000_000);
    assert_eq!(messages(&bench, &one), format!("{{timeout,{},d}}", bench.text(timer)));
    assert_eq!(bench.show(&one, "read_timer", &[timer]), "false");
    for bad in [number(-1), bench.atom("x")] {
        assert_eq!(bench.show(&one, "send_after", &[bad, pid, pid]), "error:badarg");
    }
}

#[test]
fn a_timer_to_a_name_finds_its_owner_when_it_fires() {
    let bench = Bench::new("esp32");
    let one = bench.process();
    bench.call(&one, "send_after", &[Term::small_number(5), bench.atom("later"), bench.atom("hi")]).ok();
    bench.call(&one, "register", &[bench.atom("later"), Term::pid(one.pid)]).ok();
    bench.system.expire_timers(5_000_000);
    assert_eq!(messages(&bench, &one), "hi");
}

#[test]
fn the_end_of_a_process_frees_its_name_and_its_wait() {
    let bench = Bench::new("esp32");
    let one = bench.process();
    bench.call(&one, "register", &[bench.atom("me"), Term::pid(one.pid)]).ok();
    let number = bench.system.timers.borrow_mut().set(9, vm::sched::Expiry::Receive(one.pid));
    one.timer.set(number);
    bench.system.terminate(&one, bench.atom("normal"));
    assert_eq!(bench.system.timers.borrow_mut().next_ns(), None);
    let other = bench.process();
    assert_eq!(bench.show(&other, "whereis", &[bench.atom("me")]), "undefined");
    assert_eq!(bench.show(&other, "send", &[bench.atom("me"), bench.atom("x")]), "error:badarg");
    assert_eq!(bench.show(&other, "send", &[Term::pid(one.pid), bench.atom("x")]), "x");
}
