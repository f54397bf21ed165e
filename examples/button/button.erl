%% Waits for a button and toggles a LED each time it is pressed.
%%
%% The button joins its pin to ground, and the pin is pulled up: pressing it is a falling edge.
%% A contact that bounces falls more than once, when it closes and when it opens: what counts is the level once no
%% edge has come for 30 ms.
-module(button).
-export([start/0]).

-define(BOUNCE_MS, 30).

start() ->
    {Button, Led} = pins(atomvm:platform()),
    lists:foreach(fun gpio:init/1, [Button, Led]),
    gpio:set_pin_mode(Led, output),
    gpio:digital_write(Led, low),
    gpio:set_pin_mode(Button, input),
    gpio:set_pin_pull(Button, up),
    Gpio = gpio:open(),
    ok = gpio:set_int(Gpio, Button, falling),
    io:format("press the button on GPIO ~p~n", [Button]),
    loop(Button, Led, low, 1).

pins(pico) -> {15, 25};
pins(_Esp32) -> {4, 2}.

loop(Button, Led, Level, Count) ->
    receive
        {gpio_interrupt, Button} ->
            settle(Button),
            case gpio:digital_read(Button) of
                low ->
                    New = other(Level),
                    gpio:digital_write(Led, New),
                    io:format("press ~p: the LED is ~p~n", [Count, New]),
                    loop(Button, Led, New, Count + 1);
                high ->
                    loop(Button, Led, Level, Count)
            end
    end.

%% Takes what comes of bouncing.
settle(Button) ->
    receive
        {gpio_interrupt, Button} -> settle(Button)
    after ?BOUNCE_MS -> ok
    end.

other(high) -> low;
other(low) -> high.
