#!/bin/sh
# Compiles the modules of these tests with the erlc in the path (OTP 25's made those checked in).
set -eu
cd "$(dirname "$0")"
erlc +deterministic machine.erl
for version in */; do (cd "$version" && erlc +deterministic loaded.erl); done
