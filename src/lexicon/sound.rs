//! Rules of informal spelling: affixes of speech, letters by sound, dropped vowels. Each leads to a word that is known, or nowhere.
//!
//! Rules are tried on unknown words only, so good Indonesian is never touched; what looks like a name is not asked at all.

use crate::source::affix::nasal;

/// Frequency band up to which a word may be guessed at.
pub(super) const COMMON: u8 = 4;

/// Whether a word is known, as a rule asks it.
type Known<'k> = dyn Fn(&str) -> bool + 'k;

/// Letters that are no vowel.
fn is_consonant(letter: u8) -> bool {
    letter.is_ascii_lowercase() && !b"aiueo".contains(&letter)
}

/// `nungguin`, `dijadiin`, `ngobrol`, `ngerokok`, `nyicil`: the standard form of informal affixes.
pub(super) fn affixed(word: &str, known: &Known<'_>, out: &mut String) -> bool {
    out.clear();
    let whole = |stem: &str| stem.len() >= 3 && known(stem);
    if word.strip_prefix("di").is_some_and(whole) {
        return false;
    }
    // -in of speech is -kan; a stem that ends in -i already has none.
    if let Some(stem) = word.strip_suffix("in") {
        let (passive, root) = match stem.strip_prefix("di") {
            Some(root) if !whole(stem) => ("di", root),
            _ => ("", stem),
        };
        if whole(root) {
            out.push_str(passive);
            out.push_str(root);
            out.push_str("kan");
            return true;
        }
        if active(stem, known, out) {
            out.push_str("kan");
            return true;
        }
    }
    for suffix in ["", "i", "an", "kan"] {
        if let Some(stem) = word.strip_suffix(suffix)
            && active(stem, known, out)
        {
            if suffix != "an" {
                out.push_str(suffix);
            }
            return true;
        }
    }
    out.clear();
    false
}

/// Writes the meN- form of an active stem of speech.
fn active(stem: &str, known: &Known<'_>, out: &mut String) -> bool {
    out.clear();
    // meN- is there already.
    if ["mem", "men", "mel", "mer", "mew", "mey", "pem", "pen"]
        .iter()
        .any(|prefix| stem.starts_with(prefix))
    {
        return false;
    }
    let whole = |root: &str| root.len() >= 3 && known(root);
    if let Some(root) = stem.strip_prefix("nge").filter(|root| whole(root)) {
        out.push_str(&nasal(root, "me"));
        return true;
    }
    let rest = |length: usize| stem.get(length..).unwrap_or("");
    let vowel = |length: usize| rest(length).starts_with(['a', 'i', 'u', 'e', 'o']);
    let dropped = |length: usize, lost: &str| {
        vowel(length) && rest(length).len() >= 2 && known(&[lost, rest(length)].concat())
    };
    let found = if stem.starts_with("ng") {
        vowel(2) && whole(rest(2)) || dropped(2, "k")
    } else if stem.starts_with("ny") {
        if !dropped(2, "s") && dropped(2, "c") {
            out.push_str("menc");
            out.push_str(rest(2));
            return true;
        }
        dropped(2, "s")
    } else if stem.len() < 5 {
        false
    } else if stem.starts_with('n') {
        dropped(1, "t") || rest(1).starts_with(['d', 'j', 'c', 't', 'g']) && whole(rest(1))
    } else if stem.starts_with('m') {
        dropped(1, "p") || rest(1).starts_with('b') && whole(rest(1))
    } else {
        false
    };
    if found {
        out.push_str("me");
        out.push_str(stem);
    }
    found
}

/// `gabisa`, `gakmau`: the word behind a glued negation.
pub(super) fn denied(word: &str) -> Option<&str> {
    ["nggak", "ngga", "gak", "ga", "tak"]
        .iter()
        .find_map(|negation| word.strip_prefix(negation))
        .filter(|rest| rest.len() >= 4)
}

/// Letters people write by sound or for looks, and what they stand for.
const LETTERS: [(&str, &str); 20] = [
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("kh", "k"),
    ("ch", "k"),
    ("ch", "c"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("bh", "b"),
    ("sy", "s"),
    ("ph", "p"),
    ("q", "k"),
    ("v", "p"),
    ("f", "p"),
    ("z", "s"),
    ("x", "ks"),
    ("ie", "i"),
    ("ei", "ai"),
    ("eu", "e"),
];

/// Ends people write by sound or for looks, and what they stand for.
const ENDS: [(&str, &str); 13] = [
    ("e", "ai"),
    ("o", "au"),
    ("z", ""),
    ("zz", ""),
    ("x", ""),
    ("h", ""),
    ("p", "b"),
    ("b", "p"),
    ("d", "t"),
    ("k", "h"),
    ("q", "ku"),
    ("eh", "ih"),
    ("y", "i"),
];

/// `sambel`, `ilang`, `bukoe`: a common word that sounds like it.
pub(super) fn respelled(
    word: &str,
    common: &Known<'_>,
    out: &mut String,
    spare: &mut String,
) -> bool {
    let accept = |out: &mut String| out.len() >= 4 && common(out);
    for (letters, plain) in LETTERS {
        if word.contains(letters) {
            out.clear();
            out.push_str(&word.replace(letters, plain));
            if accept(out) {
                return true;
            }
        }
    }
    for (end, plain) in ENDS {
        if let Some(stem) = word.strip_suffix(end) {
            out.clear();
            out.push_str(stem);
            out.push_str(plain);
            if accept(out) {
                return true;
            }
        }
    }
    // e for a and i, o for u in the last closed syllable, then in the one before.
    let bytes = word.as_bytes();
    let closed = bytes.last().is_some_and(|last| is_consonant(*last));
    if closed {
        let mut places = bytes
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, letter)| !is_consonant(**letter))
            .map(|(at, _)| at);
        let last = places.next();
        let before = places.next();
        for places in [[last, None], [before, None], [last, before]] {
            for (sound, plain) in [('e', 'a'), ('o', 'u')] {
                if places
                    .iter()
                    .flatten()
                    .any(|at| bytes.get(*at) != Some(&(sound as u8)))
                {
                    continue;
                }
                spare.clear();
                spare.extend(word.char_indices().map(|(at, letter)| {
                    if places.contains(&Some(at)) {
                        plain
                    } else {
                        letter
                    }
                }));
                out.clone_from(spare);
                if accept(out) {
                    return true;
                }
            }
        }
    }
    // A dropped h at the beginning.
    if word.starts_with(['a', 'i', 'u', 'e', 'o']) {
        out.clear();
        out.push('h');
        out.push_str(word);
        if accept(out) {
            return true;
        }
    }
    out.clear();
    false
}

/// Two consonants a syllable may begin with.
const ONSETS: [&str; 24] = [
    "br", "bl", "dr", "fl", "fr", "gl", "gr", "kh", "kl", "kr", "kw", "ng", "ny", "pl", "pr", "ps",
    "sk", "sl", "sp", "st", "sw", "sy", "tr", "wh",
];

/// `kurng`, `brarti`, `bju`: the one common word that putting one vowel, or two, between consonants gives.
pub(super) fn voweled(
    word: &str,
    common: &Known<'_>,
    out: &mut String,
    found: &mut String,
) -> bool {
    out.clear();
    found.clear();
    let bytes = word.as_bytes();
    if word.len() > 8 || !odd(bytes) {
        return false;
    }
    let mut ways = 0;
    for at in 1..word.len() {
        let (Some(head), Some(rest)) = (word.get(..at), word.get(at..)) else {
            continue;
        };
        let between = bytes
            .get(at - 1)
            .is_some_and(|letter| is_consonant(*letter))
            && bytes.get(at).is_some_and(|letter| is_consonant(*letter));
        if !between {
            continue;
        }
        for vowel in ["a", "e", "i", "u", "o"] {
            out.clear();
            out.extend([head, vowel, rest]);
            if common(out) {
                ways += 1;
                found.clone_from(out);
            }
        }
    }
    out.clone_from(found);
    ways == 1
}

/// Letters of the shortest and the longest word whose slip of the finger is put right.
const FLOOR: usize = 7;
const CEILING: usize = 20;

/// `pemilhan`, `gubenrur`: the one common word a single slip away, a letter too many, missing, wrong or in the wrong place.
///
/// Names and known words never come here, so the words of the language are the list of what must not be touched; the first
/// letter has to be right.
pub(super) fn near(word: &str, common: &Known<'_>, out: &mut String, found: &mut String) -> bool {
    found.clear();
    if !(FLOOR..=CEILING).contains(&word.len()) {
        return false;
    }
    let mut ways = 0;
    let mut offer = |out: &str| {
        if out != found.as_str() && common(out) {
            ways += 1;
            found.clear();
            found.push_str(out);
        }
    };
    for at in 1..=word.len() {
        let (Some(head), Some(rest)) = (word.get(..at), word.get(at..)) else {
            continue;
        };
        let after = rest.get(1..).unwrap_or("");
        out.clear();
        out.extend([head, after]);
        offer(out);
        if let Some((first, second)) = rest.get(..1).zip(rest.get(1..2)) {
            out.clear();
            out.extend([head, second, first, rest.get(2..).unwrap_or("")]);
            offer(out);
        }
        for letter in 'a'..='z' {
            for tail in [rest, after] {
                out.clear();
                out.push_str(head);
                out.push(letter);
                out.push_str(tail);
                offer(out);
            }
        }
    }
    out.clone_from(found);
    ways == 1
}

/// Whether consonants stand together as in no Indonesian word.
fn odd(word: &[u8]) -> bool {
    let pair = |at: usize| {
        word.get(at..at + 2)
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .unwrap_or("")
    };
    let consonants = |from: usize, count: usize| {
        word.get(from..from + count)
            .is_some_and(|letters| letters.iter().all(|letter| is_consonant(*letter)))
    };
    let begins = consonants(0, 2) && !ONSETS.contains(&pair(0));
    let ends = word.len() >= 2
        && consonants(word.len() - 2, 2)
        && !["ng", "ks", "ns", "rs"].contains(&pair(word.len() - 2));
    // Three may meet where the last two begin a syllable (`kontrak`), or the first two are one sound (`anggun`).
    let inside = (0..word.len()).any(|at| {
        let onset = ONSETS.contains(&pair(at + 1)) && !["ng", "ny"].contains(&pair(at + 1));
        consonants(at, 3) && !onset && !["ng", "ny"].contains(&pair(at))
    });
    // ber-, per- and ter- lose their vowel in writing.
    let prefix = ["br", "pr", "tr"].contains(&pair(0));
    begins || ends || inside || prefix || consonants(0, 2) && word.len() <= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 14] = [
        "rokok", "jadi", "obrol", "cicil", "tunggu", "sambal", "hilang", "kurang", "buku",
        "tangis", "berarti", "baju", "hitam", "antar",
    ];

    fn known(word: &str) -> bool {
        WORDS.contains(&word)
    }

    #[test]
    fn affixes_of_speech() {
        let mut out = String::new();
        for (informal, standard) in [
            ("ngerokok", "merokok"),
            ("dijadiin", "dijadikan"),
            ("ngobrol", "mengobrol"),
            ("nyicil", "mencicil"),
            ("nungguin", "menunggukan"),
            ("nangis", "menangis"),
        ] {
            assert!(affixed(informal, &known, &mut out), "{informal}");
            assert_eq!(out, standard);
        }
        assert!(!affixed("nasional", &known, &mut out));
    }

    #[test]
    fn sounds_and_vowels() {
        let (mut out, mut spare) = (String::new(), String::new());
        for (informal, standard) in [
            ("sambel", "sambal"),
            ("ilang", "hilang"),
            ("boekoe", "buku"),
            ("item", "hitam"),
        ] {
            let found = respelled(informal, &known, &mut out, &mut spare);
            assert_eq!(
                found.then_some(out.as_str()),
                (informal != "item").then_some(standard)
            );
        }
        for (informal, standard) in [("kurng", "kurang"), ("brarti", "berarti"), ("bju", "baju")] {
            assert!(
                voweled(informal, &known, &mut out, &mut spare),
                "{informal}"
            );
            assert_eq!(out, standard);
        }
        assert!(!voweled("prabowo", &known, &mut out, &mut spare));
        for slip in ["bearrti", "beratri", "berartti"] {
            assert!(near(slip, &known, &mut out, &mut spare), "{slip}");
            assert_eq!(out, "berarti");
        }
        assert!(!near("dukun", &known, &mut out, &mut spare));
    }
}
