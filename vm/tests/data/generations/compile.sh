#!/bin/sh
# Compiles the modules of these tests with the erlc in the path (OTP 25's made those checked in), and writes down what
# OTP answers.
set -eu
cd "$(dirname "$0")"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
for version in one two refusing; do
    mkdir "$made/$version"
    (cd "$version" && erlc +deterministic -o "$made/$version" hot.erl)
    bytes=$(od -An -v -tu1 "$made/$version/hot.beam" | tr -s ' \n' ',' | sed 's/^,//; s/,$//')
    echo "-define($(echo "$version" | tr a-z A-Z), <<$bytes>>)." >>"$made/versions.hrl"
done
erlc -W0 +deterministic -I "$made" generations.erl
erl -noshell -eval 'error_logger:tty(false), generations:start(), halt().' >generations.expect
