#!/bin/sh
# What the crate adds to a stripped release binary and to a gzipped WebAssembly library, and what the first verdict of a fresh
# process costs in time and resident memory. Scratch crates are written to a temporary folder; nothing of the project changes.
#
#   sh benches/record/size.sh            a table on standard output
#   sh benches/record/size.sh --record   the same, added to benches/record/size.tsv
#
# Needs `rustup target add wasm32-unknown-unknown`. The crate is built without its default features, which add parsers of files
# but nothing to a verdict; memory is read from /proc and left out elsewhere.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
runs=15

# manifest NAME LIBRARY-SECTION OPT-LEVEL DEPENDENCY
manifest() {
    mkdir -p "$scratch/$1/src"
    cat > "$scratch/$1/Cargo.toml" <<END
[package]
name = "$1"
version = "0.0.0"
edition = "2024"
$2
[dependencies]
$4
[profile.release]
opt-level = $3
lto = "fat"
codegen-units = 1
panic = "abort"
strip = true
[workspace]
END
}

netral="netral = { path = \"$root\", default-features = false }"
library='[lib]
crate-type = ["cdylib"]'
manifest plain "" 3 ""
manifest with "" 3 "$netral"
manifest wasm_plain "$library" '"s"' ""
manifest wasm_with "$library" '"s"' "$netral"

# Both binaries measure themselves, so that clock and file reading cost the same in each.
binary() {
    cat <<END
use std::time::Instant;
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
fn main() {
    let post = std::env::args().nth(1).unwrap_or_default();
    resident();
    let before = resident();
    let begin = Instant::now();
    let answer = $1;
    let time = begin.elapsed();
    println!("{} {} {answer}", time.as_micros(), resident() - before);
}
END
}
binary 'post.len()' > "$scratch/plain/src/main.rs"
binary 'netral::classify(post.as_str()).score()' > "$scratch/with/src/main.rs"

# A post is handed over byte by byte, so that no unsafe code is needed.
wasm() {
    cat <<END
use std::sync::Mutex;
static POST: Mutex<String> = Mutex::new(String::new());
#[unsafe(no_mangle)]
pub extern "C" fn put(byte: u8) {
    if let Ok(mut post) = POST.lock() {
        post.push(char::from(byte));
    }
}
#[unsafe(no_mangle)]
pub extern "C" fn score() -> u32 {
    POST.lock().map_or(0, |post| $1)
}
END
}
wasm 'post.len() as u32' > "$scratch/wasm_plain/src/lib.rs"
wasm 'u32::from(netral::classify(post.as_str()).score())' > "$scratch/wasm_with/src/lib.rs"

export CARGO_TARGET_DIR="$scratch/target"
for name in plain with; do
    cargo build --quiet --release --manifest-path "$scratch/$name/Cargo.toml"
done
for name in wasm_plain wasm_with; do
    cargo build --quiet --release --target wasm32-unknown-unknown --manifest-path "$scratch/$name/Cargo.toml"
done

bytes() { wc -c < "$1" | tr -d ' '; }
packed() { gzip -9 -c "$1" | wc -c | tr -d ' '; }
release="$scratch/target/release"
web="$scratch/target/wasm32-unknown-unknown/release"

# The median of several fresh processes; the first ones warm the page cache. first FIELD PROGRAM
first() {
    for _ in $(seq "$runs"); do
        "$release/$2" "yuk menangkan Ganjar, coblos nomer 3"
    done | cut -d ' ' -f "$1" | sort -n | sed -n "$((runs / 2 + 1))p"
}

table() {
    when=$(date -u +%Y-%m-%d)
    commit=$(git -C "$root" rev-parse --short HEAD)
    row() { printf '%s\t%s\t%s\t%s\t%s\n' "$when" "$commit" "$1" "$2" "$3"; }
    row "added to a stripped binary" $(($(bytes "$release/with") - $(bytes "$release/plain"))) bytes
    row "added to a gzipped wasm library" $(($(packed "$web/wasm_with.wasm") - $(packed "$web/wasm_plain.wasm"))) bytes
    row "added to a wasm library" $(($(bytes "$web/wasm_with.wasm") - $(bytes "$web/wasm_plain.wasm"))) bytes
    row "compiled data" "$(bytes "$(ls -t "$scratch"/target/release/build/netral-*/out/lexicon.bin | head -n 1)")" bytes
    row "first verdict of a process" "$(first 1 with)" microseconds
    row "resident memory of the first verdict" "$(($(first 2 with) - $(first 2 plain)))" kB
}

if [ "${1:-}" = --record ]; then
    record="$root/benches/record/size.tsv"
    [ -f "$record" ] || printf 'date\tcommit\twhat\tvalue\tunit\n' > "$record"
    table | tee -a "$record"
else
    table
fi
