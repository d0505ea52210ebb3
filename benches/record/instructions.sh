#!/bin/sh
# Instructions a room for a fixed set of invented posts, counted by callgrind: the same on every run on one machine.
#
#   sh benches/record/instructions.sh [SET]            a table on standard output
#   sh benches/record/instructions.sh --record [SET]   the same, added to benches/record/instructions.tsv
#
# SET is one of benches/common/mod.rs: short, typical (the default), long, tag-heavy, non-ASCII, adversarial, everyday, look-alikes.
# Standard library code belongs to the room it was compiled into; `libraries` is what is called out of line, such as the
# allocator. Reading the posts and warming the buffers is not counted.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
record=
if [ "${1:-}" = --record ]; then
    record=benches/record/instructions.tsv
    shift
fi
set_name=${1:-typical}
profile=$(mktemp)
trap 'rm -f "$profile"' EXIT

bench=$(cargo bench --bench instructions --no-run --message-format=json 2> /dev/null |
    sed -n 's/.*"name":"instructions".*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
valgrind --quiet --tool=callgrind --collect-atstart=no --toggle-collect='*counted*' \
    --callgrind-out-file="$profile" "$bench" "$set_name" > /dev/null 2>&1

table() {
    when=$(date -u +%Y-%m-%d)
    commit=$(git rev-parse --short HEAD)
    awk -f benches/record/rooms.awk "$profile" |
        awk -v OFS='\t' -v when="$when" -v commit="$commit" -v posts="$set_name" '{ print when, commit, posts, $1, $2 }'
}

if [ -n "$record" ]; then
    [ -f "$record" ] || printf 'date\tcommit\tposts\troom\tinstructions\n' > "$record"
    table | tee -a "$record"
else
    table
fi
