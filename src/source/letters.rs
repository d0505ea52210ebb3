//! A word read eight bytes at a time: its hash, and what shows without looking at each letter.

/// The letters of a word as two numbers: words of up to sixteen bytes are the same where length and numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters {
    /// The first eight bytes, with zeros behind a shorter word.
    head: u64,
    /// The last eight bytes of a longer word.
    tail: u64,
}

impl Letters {
    /// Reads a word.
    #[inline]
    pub(crate) fn of(word: &[u8]) -> Self {
        let wide = |part: &[u8; 8]| u64::from_le_bytes(*part);
        let half = |part: &[u8; 4]| u64::from(u32::from_le_bytes(*part));
        if word.len() > 8
            && let (Some(head), Some(tail)) = (word.first_chunk(), word.last_chunk())
        {
            return Self {
                head: wide(head),
                tail: wide(tail),
            };
        }
        let head = match (word.first_chunk(), word.last_chunk()) {
            // The halves overlap with the same bytes.
            (Some(head), Some(tail)) => half(head) | half(tail) << (8 * (word.len() - 4)),
            _ => match *word {
                [a] => u64::from(a),
                [a, b] => u64::from(a) | u64::from(b) << 8,
                [a, b, c] => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
                _ => 0,
            },
        };
        Self { head, tail: 0 }
    }

    /// Reads a word that stands in a text: the same, sooner, as what stands behind it is read with it.
    #[inline]
    pub(crate) fn within(text: &[u8], start: usize, end: usize) -> Self {
        let word = text.get(start..end).unwrap_or(&[]);
        let wide = text.get(start..).and_then(<[u8]>::first_chunk);
        match (wide, word.len()) {
            (Some(wide), length @ 1..=8) => Self {
                head: u64::from_le_bytes(*wide) & u64::MAX >> (64 - 8 * length),
                tail: 0,
            },
            _ => Self::of(word),
        }
    }

    /// 64-bit hash of the word these letters are of.
    #[inline]
    pub(crate) fn hash(self, word: &[u8], seed: u32) -> u64 {
        let mut mixed = mix(self.head ^ (u64::from(seed) << 32 | word.len() as u64));
        if word.len() > 8 {
            if word.len() > 16 {
                for part in word.get(8..).unwrap_or(&[]).chunks_exact(8) {
                    let part = part.first_chunk().copied().unwrap_or_default();
                    mixed = mix(mixed ^ u64::from_le_bytes(part));
                }
            }
            mixed = mix(mixed ^ self.tail);
        }
        mixed
    }

    /// Whether all are small letters and none stands twice in a row, in a word of so many bytes; of longer words than
    /// [`Letters::SEEN`] it is not told.
    #[inline]
    pub(crate) fn are_single(self, length: usize) -> bool {
        const LETTER: u64 = 0x6060_6060_6060_6060;
        if length > Self::SEEN || length == 0 {
            return false;
        }
        // Bytes behind a short word are no letters; they take the place of such as are, all different from the one before.
        let absent = if length < 8 {
            u64::MAX << (8 * length)
        } else {
            0
        };
        let letters = |bytes: u64, absent: u64| bytes & LETTER | LETTER & absent == LETTER;
        let single = |bytes: u64, absent: u64| {
            let same = (bytes ^ bytes >> 8) | absent >> 8 | 0xff << 56;
            !has_zero(same)
        };
        let long = length > 8;
        letters(self.head, absent)
            && single(self.head, absent)
            && (!long || letters(self.tail, 0) && single(self.tail, 0))
    }

    /// Bytes of the longest word of which every pair of letters stands in one of the numbers.
    const SEEN: usize = 15;
}

/// Whether one of eight bytes is zero.
fn has_zero(bytes: u64) -> bool {
    bytes.wrapping_sub(0x0101_0101_0101_0101) & !bytes & 0x8080_8080_8080_8080 != 0
}

fn mix(value: u64) -> u64 {
    let mixed = value
        .wrapping_add(0x9e37_79b9_7f4a_7c15)
        .wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ (mixed >> 32)
}

/// 64-bit hash of a word: stable over machines and releases of the compiler.
#[inline]
pub(crate) fn hash(word: &[u8], seed: u32) -> u64 {
    Letters::of(word).hash(word, seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_letters_are_told() {
        for word in [
            "a",
            "di",
            "dan",
            "saya",
            "kabar",
            "sekarang",
            "terbesari",
            "abcdefghabcdefg",
        ] {
            assert!(
                Letters::of(word.as_bytes()).are_single(word.len()),
                "{word}"
            );
            for at in 0..word.len() {
                let mut letters = word.as_bytes().to_vec();
                letters[at] = b'2';
                assert!(
                    !Letters::of(&letters).are_single(letters.len()),
                    "{word} {at}"
                );
                letters[at] = word.as_bytes()[at.saturating_sub(1)];
                let doubled = at > 0 && Letters::of(&letters).are_single(letters.len());
                assert!(!doubled, "{word} {at}");
            }
        }
        for word in ["", "abcdefghabcdefgh", "abcdefgh1bcdefg"] {
            assert!(
                !Letters::of(word.as_bytes()).are_single(word.len()),
                "{word}"
            );
        }
    }

    #[test]
    fn a_word_in_a_text_has_the_same_letters() {
        let text = b"abcdefghijklmnopqrstuvwxyz";
        for start in 0..text.len() {
            for end in start..=text.len() {
                let word = Letters::of(&text[start..end]);
                assert_eq!(Letters::within(text, start, end), word);
            }
        }
    }

    #[test]
    fn short_words_are_told_by_their_letters() {
        let words = [
            "",
            "a",
            "b",
            "abc",
            "abd",
            "abcd",
            "abce",
            "abcdefgh",
            "abcdefgi",
            "bbcdefgh",
            "abcdefghi",
            "abcdefghijklmnop",
            "abcdefghijklmnoq",
        ];
        for a in words {
            for b in words.iter().filter(|b| b.len() == a.len()) {
                let same = Letters::of(a.as_bytes()) == Letters::of(b.as_bytes());
                assert_eq!(same, a == *b, "{a} {b}");
            }
        }
    }
}
