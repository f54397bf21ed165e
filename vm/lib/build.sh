#!/bin/sh
# Compiles the libraries and packs them into library.avm; needs OTP 25's erlc.
set -eu
cd "$(dirname "$0")/../.."
UPDATE=1 exec cargo test -p avm-tests --test library_fresh -- what_the_sources_compile_to
