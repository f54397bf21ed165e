%% Blinks a LED: GPIO 2 of an ESP32, the LED on the board of a Pico.
%%
%% Ends never. The same module runs on both: it asks which platform it is on.
-module(blinky).
-export([start/0]).

start() ->
    Pin = pin(atomvm:platform()),
    gpio:init(Pin),
    gpio:set_pin_mode(Pin, output),
    loop(Pin, high).

pin(pico) -> 25;
pin(_Esp32) -> 2.

loop(Pin, Level) ->
    gpio:digital_write(Pin, Level),
    timer:sleep(500),
    loop(Pin, other(Level)).

other(high) -> low;
other(low) -> high.
