//! A machine without a virtual machine: it blinks and obeys a button.

use std::cell::RefCell;
use std::rc::Rc;

use sim::clock::{Pace, SimClock};
use sim::diagram::Diagram;
use sim::driver::Driver;
use sim::machine::{Ending, Machine, ProcessRow, Step};
use sim::platform::SimPlatform;
use sim::world::{TraceTo, World};
use vm::platform::gpio::{PinMode, Pull, Trigger};
use vm::platform::{Clock, Event, Gpio, Pin, Platform};

pub const HALF_NS: u64 = 500_000_000;
const LED: Pin = Pin { bank: 0, number: 2 };
const BUTTON: Pin = Pin { bank: 0, number: 4 };

/// Blinks `times` times, then returns `ok`.
pub struct Blinker {
    platform: SimPlatform,
    times: u64,
    turns: u64,
    due_ns: u64,
    presses: usize,
}

/// The diagram of the tests: a LED behind a resistor on GPIO 2, a bouncing button on GPIO 4.
pub const DIAGRAM: &str = r#"{
  "version": 1,
  "parts": [
    {"type": "board-esp32-devkit-c-v4", "id": "esp"},
    {"type": "wokwi-led", "id": "led1", "attrs": {"color": "green"}},
    {"type": "wokwi-resistor", "id": "r1", "attrs": {"value": "220"}},
    {"type": "wokwi-pushbutton", "id": "btn1", "attrs": {"bounce": "1"}},
    {"type": "wokwi-servo", "id": "servo1"}
  ],
  "connections": [
    ["esp:2", "r1:1"], ["r1:2", "led1:A"], ["led1:C", "esp:GND.1"],
    ["esp:4", "btn1:1.l"], ["btn1:2.l", "esp:GND.1"], ["servo1:PWM", "esp:5"]
  ]
}"#;

/// A run of it.
pub fn driver(pace: Pace, times: u64, trace_to: TraceTo, end_ns: Option<u64>) -> Driver<Blinker> {
    let diagram = Diagram::parse(DIAGRAM).unwrap();
    let clock = SimClock::new(pace, 500, 1.0);
    let world = Rc::new(RefCell::new(World::new(diagram, clock, 42, trace_to).unwrap()));
    let platform = SimPlatform(Rc::clone(&world));
    platform.set_mode(LED, PinMode::Output).unwrap();
    platform.set_mode(BUTTON, PinMode::Input).unwrap();
    platform.set_pull(BUTTON, Pull::Up).unwrap();
    platform.set_trigger(BUTTON, Trigger::Falling).unwrap();
    Driver::new(world, Blinker { platform, times, turns: 0, due_ns: HALF_NS, presses: 0 }, end_ns)
}

impl Machine for Blinker {
    fn step(&mut self) -> Step {
        while let Some(Event::PinInterrupt(pin)) = self.platform.poll() {
            self.presses += 1;
            let text = format!("GPIO{} fell, {} times so far\n", pin.number, self.presses);
            self.platform.console().write(text.as_bytes());
        }
        if self.turns == 2 * self.times {
            return Step::Ended(Ending::Returned { text: "ok".to_owned(), ok: true });
        }
        if self.platform.monotonic_ns() < self.due_ns {
            return Step::Idle { until_ns: Some(self.due_ns) };
        }
        self.due_ns += HALF_NS;
        self.turns += 1;
        let high = self.turns % 2 == 1;
        Gpio::write(&self.platform, LED, high).unwrap();
        self.platform.console().write(if high { b"on\n" } else { b"off\n" });
        Step::Worked
    }

    fn processes(&self) -> Vec<ProcessRow> {
        let row = |pid: u32, name: &str, function: &str, status, work, mailbox| ProcessRow {
            pid: format!("<0.{pid}.0>"),
            name: name.to_owned(),
            function: function.to_owned(),
            status,
            reductions: work,
            heap_words: 233,
            mailbox,
        };
        vec![
            row(1, "", "blinky:loop/2", "waiting", 12_345 + self.turns, 0),
            row(2, "gpio", "gen_server:loop/7", "waiting", 204, 0),
            row(3, "logger", "logger:loop/3", "runnable", 98_765_432, 1500),
        ]
    }
}
