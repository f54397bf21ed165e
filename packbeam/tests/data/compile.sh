#!/bin/sh
# Compiles, describes and packs the modules with one OTP, in the folder named after it: ./compile.sh otp25
set -e
cd "$(dirname "$0")"
sources="sample.erl entry.erl leaf.erl alone.erl"
[ "$1" = otp29 ] && sources="$sources wide.erl"
[ "$1" = otp25 ] && sources="$sources script.erl"
mkdir -p "$1"
erlc +deterministic -o "$1" $sources
case "$1" in
otp25) # The module again, gzipped as a whole.
    folder=$(mktemp -d)
    erlc +deterministic +compressed -o "$folder" sample.erl
    mv "$folder/sample.beam" otp25/compressed.beam
    rmdir "$folder" ;;
otp29) # The module again, its Line chunk flagged for coverage.
    folder=$(mktemp -d)
    erlc +deterministic +line_coverage -o "$folder" sample.erl
    mv "$folder/sample.beam" otp29/coverage.beam
    rmdir "$folder" ;;
esac
for module in "$1"/*.beam; do
    [ "$module" = otp25/compressed.beam ] || escript describe.escript "$module" > "${module%.beam}.txt"
done
escript pack.escript "$1/program.avm" "$1/entry.beam" "$1/sample.beam" "$1/leaf.beam" "$1/alone.beam" priv/note.txt priv/empty
