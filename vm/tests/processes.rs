//! What native functions say of processes, names, time, the machine and its pins.
//!
//! Each answer was compared with OTP 25's, but for pins, which are AtomVM's.

mod bench;

use bench::Bench;
use vm::bif::Control;
use vm::process::Trace;
use vm::term::Term;

/// Reads a term of the simple kinds these tests need: atoms, integers, tuples and lists of them, `"text"`.
fn read<'h>(bench: &'h Bench, text: &str) -> Term<'h> {
    let text = text.trim();
    let inner = |open, close| text.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    if let Some(inner) = inner('"', '"') {
        return bench.arena.string(inner).expect("memory");
    }
    if let Some(inner) = inner('{', '}') {
        return bench
            .arena
            .tuple(&split(inner).map(|part| read(bench, part)).collect::<Vec<_>>())
            .expect("memory");
    }
    if let Some((elements, tail)) = inner('[', ']').and_then(|inner| inner.rsplit_once('|')) {
        let elements: Vec<_> = split(elements).map(|part| read(bench, part)).collect();
        return bench.arena.list_before(elements.into_iter(), read(bench, tail)).expect("memory");
    }
    if let Some(inner) = inner('[', ']') {
        return bench
            .arena
            .list(&split(inner).map(|part| read(bench, part)).collect::<Vec<_>>())
            .expect("memory");
    }
    match text.parse::<i64>() {
        Ok(number) => bench.arena.i64(number).expect("memory"),
        Err(_) => bench.atom(text),
    }
}

/// The parts between commas that are in no brackets.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    text.split(move |character| {
        depth += i32::from("{[".contains(character)) - i32::from("}]".contains(character));
        character == ',' && depth == 0
    })
    .filter(|part| !part.trim().is_empty())
}

/// Each line is `function(arguments) -> what it comes to`.
fn check(bench: &Bench, process: &vm::process::Process, lines: &str) {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (call, told) = line.split_once(" -> ").expect("a line");
        let (function, arguments) =
            call.strip_suffix(')').and_then(|call| call.split_once('(')).expect("a call");
        let arguments: Vec<_> = split(arguments).map(|part| read(bench, part)).collect();
        assert_eq!(bench.show(process, function, &arguments), told, "{call}");
    }
}

#[test]
fn no_function_is_in_two_tables() {
    let bench = Bench::new("esp32");
    let identity = |entry: &vm::bif::Entry| (entry.module, entry.name, entry.arity);
    let twice = bench.natives.entries().windows(2).find(|pair| identity(&pair[0]) == identity(&pair[1]));
    assert_eq!(twice.map(|pair| identity(&pair[0])), None);
}

#[test]
fn time_is_told_in_every_unit() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    bench.world.now_ns.set(1_234_567_890);
    check(
        &bench,
        &process,
        "
        monotonic_time() -> 1234567890
        monotonic_time(second) -> 1
        monotonic_time(millisecond) -> 1234
        monotonic_time(micro_seconds) -> 1234567
        monotonic_time(3) -> 3
        monotonic_time(0) -> error:badarg
        monotonic_time(foo) -> error:badarg
        system_time(second) -> 1577836801
        os:system_time(seconds) -> 1577836801
        time_offset(second) -> 1577836800
        convert_time_unit(-1, millisecond, second) -> -1
        convert_time_unit(-1500, millisecond, second) -> -2
        convert_time_unit(1500, millisecond, second) -> 1
        convert_time_unit(7, 3, 10) -> 23
        convert_time_unit(9000000000000000000, second, nanosecond) -> 9000000000000000000000000000
        convert_time_unit(-9000000000000000001, 1000000, 100000000) -> -900000000000000000100
        convert_time_unit(a, second, second) -> error:badarg
        universaltime() -> {{2020,1,1},{0,0,1}}
        localtime() -> {{2020,1,1},{0,0,1}}
        date() -> {2020,1,1}
        time() -> {0,0,1}
        timestamp() -> {1577,836801,234567}
        now() -> {1577,836801,234567}
        now() -> {1577,836801,234568}
        universaltime_to_posixtime({{2000,2,29},{23,59,59}}) -> 951868799
        universaltime_to_posixtime({{1969,12,31},{23,59,59}}) -> -1
        universaltime_to_posixtime({{2100,2,29},{0,0,0}}) -> error:badarg
        posixtime_to_universaltime(951868799) -> {{2000,2,29},{23,59,59}}
        posixtime_to_universaltime(-1) -> {{1969,12,31},{23,59,59}}
        localtime_to_universaltime({{2020,1,1},{0,0,0}}, undefined) -> {{2020,1,1},{0,0,0}}
        localtime_to_universaltime({{2020,13,1},{0,0,0}}) -> error:badarg
    ",
    );
}

#[test]
fn the_dictionary_keeps_what_was_put() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    check(
        &bench,
        &process,
        "
        get() -> []
        put(a, 1) -> undefined
        put(a, 2) -> 1
        put({b,[1]}, 2) -> undefined
        get({b,[1]}) -> 2
        get(c) -> undefined
        get_keys() -> [a,{b,[1]}]
        get_keys(2) -> [a,{b,[1]}]
        get_keys(3) -> []
        erase(a) -> 2
        erase(a) -> undefined
        erase() -> [{{b,[1]},2}]
        get() -> []
    ",
    );
}

#[test]
fn names_belong_to_one() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    let other = bench.process();
    let pid = Term::pid(process.pid);
    let register = |name: &str, pid| bench.show(&process, "register", &[bench.atom(name), pid]);
    assert_eq!(register("undefined", pid), "error:badarg");
    assert_eq!(register("foo", pid), "true");
    assert_eq!(register("bar", pid), "error:badarg");
    assert_eq!(register("foo", Term::pid(other.pid)), "error:badarg");
    assert_eq!(register("dead", Term::pid(4711)), "error:badarg");
    check(
        &bench,
        &process,
        "
        registered() -> [foo]
        unregister(foo) -> true
        unregister(foo) -> error:badarg
        whereis(foo) -> undefined
        whereis(1) -> error:badarg
        send(foo, x) -> error:badarg
        send({foo,nonode@nohost}, x) -> x
        send({foo,a@b}, x) -> x
        send({foo,1}, x) -> error:badarg
        send({foo,a@b}, x, [noconnect]) -> noconnect
        send({foo,a@b}, x, []) -> ok
        send({foo,a@b}, x, [foo]) -> error:badarg
        send(1, x) -> error:badarg
        exit(x, y) -> error:badarg
        link(x) -> error:badarg
        monitor(process, 1) -> error:badarg
        monitor(foo, bar) -> error:badarg
        monitor(process, {foo,a@b}) -> error:badarg
        monitor(process, foo, [{alias,foo}]) -> error:badarg
        demonitor(x) -> error:badarg
        alias([foo]) -> error:badarg
        unalias(foo) -> error:badarg
        is_process_alive(x) -> error:badarg
        group_leader(x, y) -> error:badarg
    ",
    );
}

#[test]
fn flags_tell_what_they_were() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    check(
        &bench,
        &process,
        "
        process_flag(trap_exit, true) -> false
        process_flag(trap_exit, false) -> true
        process_flag(trap_exit, 1) -> error:badarg
        process_flag(priority, high) -> normal
        process_flag(priority, foo) -> error:badarg
        process_flag(min_heap_size, 100) -> 233
        process_flag(min_heap_size, -1) -> error:badarg
        process_flag(min_bin_vheap_size, 10) -> 46422
        process_flag(fullsweep_after, 10) -> 65535
        process_flag(message_queue_data, off_heap) -> on_heap
        process_flag(message_queue_data, foo) -> error:badarg
        process_flag(max_heap_size, 1000) -> #{error_logger => true,kill => true,size => 0}
        process_flag(max_heap_size, 0) -> #{error_logger => true,kill => true,size => 1000}
        process_flag(save_calls, 10) -> 0
        process_flag(sensitive, true) -> false
        process_flag(sensitive, false) -> true
        process_flag(error_handler, foo) -> error_handler
        process_flag(foo, 1) -> error:badarg
    ",
    );
    let info = |key| bench.show(&process, "process_info", &[Term::pid(process.pid), read(&bench, key)]);
    assert_eq!(
        info("[trap_exit, priority, min_heap_size]"),
        "[{trap_exit,false},{priority,high},{min_heap_size,233}]"
    );
    assert_eq!(info("registered_name"), "[]");
    assert_eq!(info("[registered_name]"), "[{registered_name,[]}]");
    assert_eq!(info("message_queue_len"), "{message_queue_len,0}");
    bench.system.send(process.pid, read(&bench, "{hello,[1]}"));
    assert_eq!(info("[message_queue_len, messages]"), "[{message_queue_len,1},{messages,[{hello,[1]}]}]");
    assert_eq!(info("error_handler"), "{error_handler,foo}");
    assert_eq!(info("foo"), "error:badarg");
    assert_eq!(info("[links, foo]"), "error:badarg");
    bench.call(&process, "put", &[bench.atom("k"), bench.atom("v")]).ok();
    assert_eq!(info("{dictionary, k}"), "{{dictionary,k},v}");
    assert_eq!(info("[dictionary]"), "[{dictionary,[{k,v}]}]");
    let all = bench.call(&process, "process_info", &[Term::pid(process.pid)]).ok().expect("a list");
    assert_eq!(
        all.list_length(),
        Some(16),
        "all that OTP shows, in its order, but the name it does not have"
    );
}

#[test]
fn options_of_spawns_are_checked() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    check(
        &bench,
        &process,
        "
        spawn(x) -> error:badarg
        spawn(lists, x, [1|2]) -> error:badarg
        spawn(1, x, []) -> error:badarg
        spawn_opt(lists, x, [], [foo]) -> error:badarg
        spawn_opt(lists, x, [], [{priority,foo}]) -> error:badarg
        spawn_opt(lists, x, [], [{min_heap_size,-1}]) -> error:badarg
        spawn_opt(lists, x, [], [{monitor,[{tag,x},foo]}]) -> error:badarg
        apply(lists, 1, []) -> error:badarg
        apply(lists, x, [1|2]) -> error:badarg
        hibernate(1, a, []) -> error:badarg
        halt(-1) -> error:badarg
        halt(x) -> error:badarg
        halt(0, [foo]) -> error:badarg
    ",
    );
    assert_eq!(bench.system.processes.count(), 1);
    let options = read(
        &bench,
        "[{min_heap_size,1000},{atomvm_heap_growth,minimum},{priority,low},{fullsweep_after,0}]",
    );
    let arguments = [bench.atom("lists"), bench.atom("x"), Term::NIL, options];
    let pid = bench.call(&process, "spawn_opt", &arguments).ok().and_then(Term::as_pid).expect("a pid");
    let child = bench.system.processes.get(pid).expect("alive");
    assert!(child.heap_words().1 >= 1000);
}

#[test]
fn errors_say_who_raised_them() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    check(
        &bench,
        &process,
        "
        error(a) -> error:a
        error(a, [1]) -> error:a
        exit(a) -> exit:a
        throw(a) -> throw:a
        nif_error(a) -> error:a
        raise(foo, a, []) -> badarg
        raise(error, a, foo) -> badarg
        raise(error, a, [{a,b}]) -> badarg
        raise(exit, a, [{a,b,1}]) -> exit:a
    ",
    );
    let trace = |function: &str, arguments: &str| {
        let arguments: Vec<_> = split(arguments).map(|part| read(&bench, part)).collect();
        match bench.call(&process, function, &arguments).err().expect("a fault").trace {
            Trace::Native => "native".into(),
            Trace::Because(cause) => format!("native because {}", bench.text(cause)),
            Trace::Explained(_, info) => format!("caller, and {}", bench.text(info)),
            Trace::Caller(None) => "caller".into(),
            Trace::Caller(Some(arguments)) => format!("caller of {}", bench.text(arguments)),
            Trace::Given(trace) => bench.text(trace),
        }
    };
    assert_eq!(trace("error", "a"), "caller");
    assert_eq!(trace("error", "a, [1]"), "caller of [1]");
    assert_eq!(trace("error", "a, none"), "caller");
    assert_eq!(trace("error", "a, none, [{error_info,b}]"), "caller");
    assert_eq!(trace("register", "a, b"), "native because none");
    assert_eq!(trace("nif_error", "a"), "native");
    assert_eq!(trace("raise", "error, a, [{a,b,1},{a,b,[x],[]}]"), "[{a,b,1,[]},{a,b,[x],[]}]");
}

#[test]
fn text_of_identities_can_be_read_back() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    check(
        &bench,
        &process,
        "
        list_to_pid(\"<0.1.0\") -> error:badarg
        list_to_pid(\"<1.1.0>\") -> error:badarg
        list_to_pid(\"<0.99999999999999999999.0>\") -> error:badarg
        list_to_pid(\"<0.1.4294967295>\") -> error:badarg
        list_to_pid(x) -> error:badarg
        list_to_ref(\"#Ref<0.1.2.3>\") -> #Ref<0.1.2.3>
        list_to_ref(\"#Ref<0.1.2>\") -> error:badarg
        list_to_port(\"#Port<0.7>\") -> #Port<0.7>
        node() -> nonode@nohost
        node(x) -> error:badarg
        nodes() -> []
        nodes([this,visible]) -> [nonode@nohost]
        nodes(x) -> error:badarg
        is_alive() -> false
        unique_integer([positive]) -> 1
        unique_integer([positive,monotonic]) -> 2
        unique_integer() -> -576460752303423486
        unique_integer([x]) -> error:badarg
        function_exported(erlang, self, 0) -> true
        function_exported(a, b, -1) -> false
        function_exported(a, b, c) -> error:badarg
        is_builtin(erlang, spawn, 1) -> true
        check_old_code(x) -> false
        module_loaded(erlang) -> true
        module_loaded(nosuch) -> false
    ",
    );
    for pid in [0, 1, 70_000, (1 << 22) + 5] {
        let text = bench.call(&process, "pid_to_list", &[Term::pid(pid)]).ok().expect("text");
        let back = bench.call(&process, "list_to_pid", &[text]).ok().and_then(Term::as_pid);
        assert_eq!(back, Some(pid));
    }
}

#[test]
fn the_machine_says_what_it_is() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    bench.system.worked(&process, 250);
    bench.world.now_ns.set(5_000_000);
    check(
        &bench,
        &process,
        "
        system_info(process_count) -> 1
        system_info(wordsize) -> 8
        system_info({wordsize,external}) -> 8
        system_info(word_size) -> 8
        system_info(machine) -> [66,69,65,77]
        system_info(schedulers) -> 1
        system_info(foo) -> error:badarg
        system_info(1) -> error:badarg
        system_flag(backtrace_depth, 10) -> 8
        system_flag(foo, 10) -> error:badarg
        statistics(reductions) -> {250,250}
        statistics(reductions) -> {250,0}
        statistics(wall_clock) -> {5,5}
        statistics(context_switches) -> {1,0}
        statistics(foo) -> error:badarg
        memory(foo) -> error:badarg
        memory(ets) -> 0
        memory([ets]) -> [{ets,0}]
        atomvm:platform() -> esp32
        atomvm:random() -> 19088743
        atomvm:rand_bytes(3) -> <<239,205,171>>
        atomvm:rand_bytes(-1) -> error:badarg
        init:get_plain_arguments() -> []
    ",
    );
    let binary = |bench: &Bench| bench.show(&process, "memory", &[bench.atom("binary")]).parse::<usize>();
    let before = binary(&bench).expect("a number");
    bench.arena.bytes(&[1; 100_000]).expect("memory");
    assert!(binary(&bench).expect("a number") >= before + 100_000);
    assert!(matches!(bench.flow(&process, "halt", &[Term::small_number(3)]), Ok(Control::Halt)));
    assert_eq!(bench.system.halted.get(), Some(3));
}

#[test]
fn the_console_gets_text_as_utf8() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    bench.system.first.set(process.pid);
    check(
        &bench,
        &process,
        "
        display({a,\"b\",[1]}) -> true
        display_string(\"cé\") -> true
        display_string(abc) -> error:badarg
        avm_console:write([100,[8364],10]) -> ok
        avm_console:write([-1]) -> error:badarg
        avm_console:is_console(x) -> false
    ",
    );
    assert_eq!(bench.show(&process, "avm_console:is_console", &[Term::pid(process.pid)]), "true");
    assert_eq!(String::from_utf8_lossy(&bench.world.console.borrow()), "{a,\"b\",[1]}\ncéd€\n");
}

#[test]
fn pins_are_set_read_and_heard() {
    let bench = Bench::new("esp32");
    let process = bench.process();
    check(
        &bench,
        &process,
        "
        gpio:init(2) -> ok
        gpio:set_pin_mode(2, output) -> ok
        gpio:set_pin_mode(2, {output,[open_drain,up,{mhz,30}]}) -> ok
        gpio:set_pin_pull(2, up_down) -> ok
        gpio:digital_write(2, high) -> ok
        gpio:digital_write(2, 0) -> ok
        gpio:digital_write(2, 2) -> error:badarg
        gpio:digital_write(99, low) -> error:badarg
        gpio:digital_read(3) -> high
        gpio:digital_read(-1) -> error:badarg
        gpio:digital_read(x) -> error:badarg
        gpio:set_pin_mode(2, foo) -> error:badarg
        gpio:read(gpio, 3) -> error:badarg
    ",
    );
    let done = "0.2 init, 0.2 Output, 0.2 OutputOpenDrain, 0.2 pull Up, 0.2 pull UpDown, 0.2 high, 0.2 low, 0.99 low, 0.3 read";
    assert_eq!(bench.world.pins.take().join(", "), done);

    let port = bench.call(&process, "gpio:open", &[]).ok().expect("a port");
    assert_eq!(bench.show(&process, "gpio:open", &[]), "error:badarg");
    assert_eq!(bench.show(&process, "gpio:start", &[]), bench.text(port));
    assert_eq!(bench.show(&process, "whereis", &[bench.atom("gpio")]), bench.text(port));
    check(
        &bench,
        &process,
        "
        gpio:set_direction(gpio, 4, input) -> ok
        gpio:set_int(gpio, 4, rising) -> ok
        gpio:set_int(gpio, 5, both, nobody) -> error:badarg
        gpio:set_int(gpio, 99, both) -> {error,badarg}
        gpio:read(gpio, 4) -> low
        gpio:set_level(gpio, 4, high) -> ok
    ",
    );
    let pin = |number| vm::platform::Pin { bank: 0, number };
    vm::port::gpio::interrupt(&bench.system, pin(4));
    vm::port::gpio::interrupt(&bench.system, pin(6));
    assert_eq!(bench.settle(&process), Ok(vec!["{gpio_interrupt,4}".to_owned()]));
    assert_eq!(
        bench.world.pins.take().last().map(String::as_str),
        Some("0.6 on None"),
        "nobody listens to it"
    );
    check(&bench, &process, "gpio:stop() -> ok");
    assert_eq!(bench.world.pins.take(), ["0.4 on None"]);
    vm::port::gpio::interrupt(&bench.system, pin(4));
    assert_eq!(bench.settle(&process), Ok(vec![]));
}

#[test]
fn pins_of_banks_are_named_by_bank() {
    let bench = Bench::new("stm32");
    let process = bench.process();
    check(
        &bench,
        &process,
        "
        gpio:digital_write({b,[7,9]}, high) -> ok
        gpio:digital_read({c,13}) -> high
        gpio:digital_read({zz,13}) -> error:badarg
        gpio:start() -> #Port<0.1>
        gpio:attach_interrupt({a,0}, falling) -> ok
    ",
    );
    assert_eq!(bench.world.pins.take().join(", "), "1.7 high, 1.9 high, 2.13 read, 0.0 on Falling");
    vm::port::gpio::interrupt(&bench.system, vm::platform::Pin { bank: 0, number: 0 });
    assert_eq!(bench.settle(&process), Ok(vec!["{gpio_interrupt,{a,0}}".to_owned()]));
    let computer = Bench::new("generic_unix");
    let process = computer.process();
    check(
        &computer,
        &process,
        "
        gpio:digital_read(1) -> error:badarg
        gpio:open() -> error:badarg
        gpio:stop() -> ok
    ",
    );
}
