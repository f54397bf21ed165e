#!/bin/sh
# Makes the packs and lists again: PACKBEAM='packbeam' ./make.sh, with a packbeam 0.8
set -e
cd "$(dirname "$0")/.."
sed -n 's/^\([a-z0-9_]*\):/\1/p' golden/cases | while read -r name arguments; do
    # The arguments are words.
    # shellcheck disable=SC2086
    $PACKBEAM create "golden/$name.avm" $arguments </dev/null
done
for format in default csv bare; do
    $PACKBEAM list -f $format golden/packed.avm >golden/packed.$format </dev/null
done
$PACKBEAM delete -o golden/deleted.avm golden/packed.avm leaf.beam priv/empty </dev/null
