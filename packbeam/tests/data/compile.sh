#!/bin/sh
# Compiles the modules with one OTP into the folder named after it: ./compile.sh otp25
set -e
cd "$(dirname "$0")"
sources="sample.erl entry.erl leaf.erl alone.erl"
[ "$1" = otp29 ] && sources="$sources wide.erl"
mkdir -p "$1"
erlc +deterministic -o "$1" $sources
