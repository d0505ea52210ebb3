#!/bin/sh
# What a verdict costs beside other packages that read a post: Rust and Python peers in turns, one table.
#
#   sh benches/peers/speed.sh [PYTHON]      PYTHON has the packages that speed_peers.py names
#
# The posts are the typical ones of `cargo bench --bench overview`.
# Each pass runs both programs, whose rounds are interleaved in themselves; median and least are those of all rounds of all passes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${1:-python3}
passes=5
rounds=$(mktemp -d)
trap 'rm -rf "$rounds"' EXIT
export LC_ALL=C PYTHONDONTWRITEBYTECODE=1

cargo build --quiet --release --manifest-path "$here/speed/Cargo.toml"
rust=${CARGO_TARGET_DIR:-$here/speed/target}/release/speed-comparison
"$rust" posts > "$rounds/posts"
for _ in $(seq "$passes"); do
    "$rust" >> "$rounds/times"
    PYTHONUTF8=1 "$python" "$here/speed_peers.py" < "$rounds/posts" >> "$rounds/times"
done

tab=$(printf '\t')
echo '| peer | version | what it answers | ns a post, median | least | × netral |'
echo '| --- | --- | --- | ---: | ---: | ---: |'
sort -t "$tab" -k 1,1 -k 4,4n "$rounds/times" | awk -F '\t' '
    { row[$1] = $1 " | " $2 " | " $3; ns[$1, ++count[$1]] = $4 }
    END {
        for (peer in count) {
            median = ns[peer, int((count[peer] + 1) / 2)]
            ratio = median / ns["netral", int((count["netral"] + 1) / 2)]
            printf "%d\t| %s | %d | %d | %.*f |\n", median, row[peer], median, ns[peer, 1], (ratio < 1) + (ratio < 10), ratio
        }
    }' | sort -n | cut -f 2-
