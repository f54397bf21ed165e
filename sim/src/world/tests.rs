//! A world behaves: pins, parts, interrupts, notes, the trace.

use vm::platform::Pin;
use vm::platform::gpio::{PinError, PinMode, Pull, Trigger};

use super::{TraceTo, World};
use crate::board::{ESP32, PICO};
use crate::clock::{Pace, SimClock};
use crate::device::Control;
use crate::diagram::Diagram;

const MS: u64 = 1_000_000;

fn pin(number: u8) -> Pin {
    Pin { bank: 0, number }
}

fn world(diagram: Diagram) -> World {
    let clock = SimClock::new(Pace::Virtual, 500, 1.0);
    World::new(diagram, clock, 7, TraceTo::Apart).unwrap()
}

/// A LED behind a resistor on GPIO 4, a button from GPIO 5 to ground.
fn wired(button_attributes: &str) -> World {
    let text = format!(
        r#"{{"parts": [{{"type": "board-esp32-devkit-c-v4", "id": "esp"}},
            {{"type": "wokwi-led", "id": "led1"}}, {{"type": "wokwi-resistor", "id": "r1"}},
            {{"type": "wokwi-pushbutton", "id": "btn1", "attrs": {{{button_attributes}}}}}],
          "connections": [["esp:4", "r1:1"], ["r1:2", "led1:A"], ["led1:C", "esp:GND.1"],
            ["esp:5", "btn1:1.l"], ["btn1:2.r", "esp:GND.2"]]}}"#
    );
    world(Diagram::parse(&text).unwrap())
}

fn reading(world: &World, id: &str) -> bool {
    world.parts()[world.part(id).unwrap()].device.as_ref().unwrap().readings()[0].1
}

#[test]
fn a_pin_lights_a_led_and_the_trace_tells() {
    let mut world = wired("");
    world.set_mode(pin(4), PinMode::Output).unwrap();
    world.write_pin(pin(4), true).unwrap();
    assert!(reading(&world, "led1"));
    world.clock.jump_to(500 * MS);
    world.write_pin(pin(4), false).unwrap();
    assert!(!reading(&world, "led1"));
    let expected = "     0.000000000 s  GPIO4 (led1)  high\n     0.500000000 s  GPIO4 (led1)  low\n";
    assert_eq!(world.take_trace(), expected);
}

#[test]
fn a_pull_resistor_of_the_chip_does_not_light_a_led() {
    let mut world = wired("");
    world.set_pull(pin(4), Pull::Up).unwrap();
    assert!(world.read_pin(pin(4)).unwrap());
    assert!(!reading(&world, "led1"));
}

#[test]
fn a_button_to_ground_pulls_a_pin_down_and_interrupts_once() {
    let mut world = wired("");
    world.set_mode(pin(5), PinMode::Input).unwrap();
    world.set_pull(pin(5), Pull::Up).unwrap();
    world.set_trigger(pin(5), Trigger::Falling).unwrap();
    let button = world.part("btn1").unwrap();
    world.control(button, Control::Tap(200 * MS)).unwrap();
    assert!(!world.read_pin(pin(5)).unwrap());
    assert_eq!(world.take_interrupt(), Some(pin(5)));
    assert_eq!(world.next_event_ns(), Some(200 * MS));
    world.clock.jump_to(200 * MS);
    world.run_due();
    assert!(world.read_pin(pin(5)).unwrap());
    assert_eq!(world.take_interrupt(), None);
}

#[test]
fn a_later_tap_holds_longer() {
    let mut world = wired("");
    let button = world.part("btn1").unwrap();
    world.control(button, Control::Tap(200 * MS)).unwrap();
    world.clock.jump_to(100 * MS);
    world.control(button, Control::Tap(200 * MS)).unwrap();
    world.clock.jump_to(200 * MS);
    world.run_due();
    assert!(reading(&world, "btn1"));
    world.clock.jump_to(300 * MS);
    world.run_due();
    assert!(!reading(&world, "btn1"));
    world.control(button, Control::Toggle).unwrap();
    world.clock.jump_to(9000 * MS);
    world.run_due();
    assert!(reading(&world, "btn1"));
}

#[test]
fn a_bouncing_button_settles_and_repeats_by_its_seed() {
    let run = || {
        let mut world = wired(r#""bounce": "1""#);
        world.set_pull(pin(5), Pull::Up).unwrap();
        world.control(world.part("btn1").unwrap(), Control::Tap(200 * MS)).unwrap();
        world.clock.jump_to(190 * MS);
        world.run_due();
        assert!(!world.read_pin(pin(5)).unwrap());
        world.clock.jump_to(400 * MS);
        world.run_due();
        assert!(world.read_pin(pin(5)).unwrap());
        world.take_trace()
    };
    let first = run();
    assert!(first.lines().count() > 4, "{first}");
    assert_eq!(first, run());
}

#[test]
fn a_trigger_on_a_level_that_is_there_fires_at_once() {
    let mut world = wired("");
    world.set_trigger(pin(5), Trigger::Low).unwrap();
    assert_eq!(world.take_interrupt(), Some(pin(5)));
    world.set_pull(pin(5), Pull::Up).unwrap();
    assert_eq!(world.take_interrupt(), None);
}

#[test]
fn the_esp32_refuses_what_it_cannot_do_and_says_why() {
    let mut world = world(Diagram::bare(&ESP32));
    assert_eq!(world.set_mode(pin(34), PinMode::Output), Err(PinError::NotCapable));
    assert_eq!(world.set_pull(pin(39), Pull::Up), Err(PinError::NotCapable));
    assert_eq!(world.set_mode(pin(6), PinMode::Output), Err(PinError::NotCapable));
    assert_eq!(world.read_pin(pin(20)), Err(PinError::NoSuchPin));
    assert_eq!(world.set_mode(pin(34), PinMode::Input), Ok(()));
    let notes = world.take_notes();
    assert_eq!(notes.len(), 4);
    assert_eq!(notes[2], "GPIO6 is wired to the flash memory on this board; programs cannot use it");
    assert_eq!(world.take_notes(), [] as [String; 0]);
}

#[test]
fn an_output_of_the_esp32_reads_low_unless_it_is_an_input_too() {
    let mut world = world(Diagram::bare(&ESP32));
    world.set_mode(pin(4), PinMode::Output).unwrap();
    world.write_pin(pin(4), true).unwrap();
    assert_eq!(world.read_pin(pin(4)), Ok(false));
    world.set_mode(pin(4), PinMode::InputOutput).unwrap();
    assert_eq!(world.read_pin(pin(4)), Ok(true));
}

#[test]
fn the_pico_wants_its_pins_initialised() {
    let mut world = world(Diagram::bare(&PICO));
    assert_eq!(world.write_pin(pin(25), true), Err(PinError::NotInitialised));
    world.init_pin(pin(25)).unwrap();
    world.set_mode(pin(25), PinMode::Output).unwrap();
    world.write_pin(pin(25), true).unwrap();
    assert!(reading(&world, "led"));
    assert_eq!(world.read_pin(pin(25)), Ok(true));
    world.deinit_pin(pin(25)).unwrap();
    assert!(!reading(&world, "led"));
}

#[test]
fn the_boot_button_is_pulled_up_by_the_board() {
    let mut world = world(Diagram::bare(&ESP32));
    assert_eq!(world.read_pin(pin(0)), Ok(true));
    world.control(world.part("boot").unwrap(), Control::Hold(true)).unwrap();
    assert_eq!(world.read_pin(pin(0)), Ok(false));
    assert!(world.control(world.part("led").unwrap(), Control::Toggle).is_err());
}

#[test]
fn a_short_circuit_is_told() {
    let mut world = wired("");
    world.set_mode(pin(5), PinMode::Output).unwrap();
    world.write_pin(pin(5), true).unwrap();
    world.control(world.part("btn1").unwrap(), Control::Hold(true)).unwrap();
    let expected = "short circuit at GPIO5 (btn1): it is driven high and low at once";
    assert_eq!(world.take_notes(), [expected]);
}

#[test]
fn ground_wired_to_supply_is_an_error() {
    let text = r#"{"parts": [{"type": "wokwi-pi-pico", "id": "p"}, {"type": "wokwi-breadboard", "id": "bb"}],
        "connections": [["p:3V3", "bb:1t.a"], ["bb:1t.b", "p:GND.1"]]}"#;
    let clock = SimClock::new(Pace::Virtual, 500, 1.0);
    let error = World::new(Diagram::parse(text).unwrap(), clock, 0, TraceTo::Nothing).unwrap_err();
    assert_eq!(error.to_string(), "connections: ground is wired to supply: a short circuit");
}

#[test]
fn keys_are_the_ones_asked_for_or_the_next_free() {
    let world = wired(r#""key": "b""#);
    let key = |id: &str| world.parts()[world.part(id).unwrap()].key;
    assert_eq!((key("btn1"), key("boot"), key("led1")), (Some('b'), Some('a'), None));
}
