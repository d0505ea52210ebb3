# Sums the instructions of a callgrind profile by room of the crate.
#
# What a line of `src/ROOM/` costs is the room's, wherever it was inlined; lines of the standard library and of other crates
# belong to the room whose function they were compiled into. What is called out of line (the allocator, memory copies, hash
# maps, libraries) is shown as `libraries`.

function name(kind, text,    id, rest) {
    id = text; sub(/\).*/, ")", id)
    rest = text; sub(/^\([0-9]+\) ?/, "", rest)
    if (rest != "") names[kind, id] = rest
    return names[kind, id]
}

function room_of_file(path,    part) {
    if (path !~ /(^|\/)src\// || path ~ /\.cargo|rustc|library\//) return ""
    part = path; sub(/.*src\//, "", part); sub(/\.rs$/, "", part); sub(/\/.*/, "", part)
    return (part in known) ? part : ""
}

function room_of_function(symbol,    part) {
    if (!match(symbol, /netral::[a-z_]+/)) return ""
    part = substr(symbol, RSTART + 8, RLENGTH - 8)
    return (part in known) ? part : ""
}

BEGIN {
    count = split("token lexicon text matching context stance rules verdict classifier post span source", list, " ")
    for (at = 1; at <= count; at++) known[list[at]] = 1
}

/^fl=/ || /^fi=/ || /^fe=/ { file = name("file", substr($0, 4)); room = room_of_file(file); next }
/^fn=/ { symbol = name("fn", substr($0, 4)); inner = room_of_function(symbol); room = room_of_file(file); next }
/^cfn=/ { name("fn", substr($0, 5)); next }
/^cfi=/ || /^cfl=/ { name("file", substr($0, 5)); next }
/^calls=/ { skip = 1; next }
/^[0-9+*-]/ {
    # The line behind a call holds what the callee costs.
    if (skip) { skip = 0; next }
    where = room != "" ? room : (inner != "" ? inner : "libraries")
    cost[where] += $2; total += $2
}

END {
    for (at = 1; at <= count; at++) printf "%s\t%d\n", list[at], cost[list[at]]
    printf "libraries\t%d\ntotal\t%d\n", cost["libraries"], total
}
