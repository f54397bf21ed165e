#!/bin/sh
# Compiles every program with one OTP, runs it there, and compares both with what is checked in.
#
#   expect.sh OTP [PREFIX...]           expect.sh 25        expect.sh 27 chroot /srv/otp27
#
# UPDATE=1 rewrites the beams of that OTP; the expectations are what OTP 25 prints, and no other OTP
# may print anything else. PREFIX reaches a machine or a root that has the OTP: sources and results
# travel by standard input and output, so it needs `tar` there and no shared folder.
#
# Rooms `sinceN` are for OTP N and later, and their expectations are what OTP N prints.
#
# OTP 25 is also asked for code that keeps to the instructions of OTP 22 (folder otp22): older funs,
# binaries and receives. It has to print the same. And it assembles what is there as assembly (`.S`) of
# OTP 21, whose instructions it can no longer run.
set -eu
otp=$1
shift
cd "$(dirname "$0")"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# Programs do odd things on purpose, so erlc keeps its warnings to itself.
tar -c observe.erl assemble.escript */*.erl */*.S | "$@" sh -c '
    set -e
    work=$(mktemp -d)
    trap "rm -rf $work" EXIT
    cd "$work"
    tar -x
    erlc observe.erl >&2
    export ERL_CRASH_DUMP=/dev/null
    at_least() { [ "${2#otp}" -ge "${1%/}" ]; }
    observe() {
        for room in */; do
            case $room in since*) at_least "${room#since}" "$1" || continue ;; esac
            mkdir "$room$1"
            erlc -W0 +deterministic $2 -o "$room$1" "$room"*.erl >&2
        done
        erl -noshell -eval "\"$otp\" = erlang:system_info(otp_release), observe:start()." \
            -extra "output.$1" */"$1"/*.beam >>"output.$1"
    }
    otp=$1
    observe "otp$1" ""
    mv "output.otp$1" output
    if [ "$1" = 25 ]; then
        observe otp22 +r22
        # What rooms of later releases print, they printed in between.
        awk "/^.=== since/ { skip = 1 } /^.=== / && !/since/ { skip = 0 } !skip" output | diff - output.otp22 >&2
        for source in */*.S; do
            mkdir -p "${source%%/*}/otp21"
            escript assemble.escript "$source" "${source%%/*}/otp21" >&2
        done
    fi
    tar -c output */otp*
' sh "$otp" | tar -x -C "$made"

# Cuts what all programs wrote at the lines observe.erl put between them; erlang:display/1 ends a line
# with a carriage return as well, expectations do not.
(cd "$made" && awk '{ sub(/\r$/, "") }
    /^.=== /{ out = substr($0, 6, length($0) - 6) ".expect"; printf "" > out; next }
    { print > out }' output && rm output)

differ=0
for kind in expect beam; do
    for fresh in $(cd "$made" && find . -name "*.$kind" | sort); do
        case $kind-$fresh in
            beam-* | "expect-./since$otp/"*) may_update=${UPDATE:-0} ;;
            expect-./since*) may_update=0 ;;
            *) [ "$otp" = 25 ] && may_update=${UPDATE:-0} || may_update=0 ;;
        esac
        if cmp -s "$made/$fresh" "$fresh"; then continue; fi
        if [ "$may_update" = 1 ]; then
            mkdir -p "$(dirname "$fresh")" && cp "$made/$fresh" "$fresh"
        else
            differ=1
            echo "$fresh is not what OTP $otp makes (UPDATE=1 rewrites)"
            [ "$kind" = beam ] || diff "$fresh" "$made/$fresh" || :
        fi
    done
done
exit $differ
