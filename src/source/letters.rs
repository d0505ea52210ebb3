//! A word read eight bytes at a time: its hash, and what shows without looking at each letter.

/// The letters of a word as two numbers: words of up to sixteen bytes are the same where length and numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters {
    /// The first eight bytes, with zeros behind a shorter word.
    head: u64,
    /// The next eight, with zeros behind a shorter word; the last eight of one of more than sixteen.
    tail: u64,
}

/// Odd numbers without a pattern, by which the two numbers are multiplied.
const HEAD: u64 = 0xd6e8_feb8_6659_fd93;
const TAIL: u64 = 0x9e37_79b9_7f4a_7c15;

/// Bytes of the longest word that is read whole, with what stands behind it.
pub(crate) const WHOLE: usize = 16;

/// The bytes of a word of each length in the two numbers.
const WITHIN: [(u64, u64); WHOLE + 1] = {
    let mut masks = [(u64::MAX, u64::MAX); WHOLE + 1];
    let mut length = 0;
    let mut rest: &mut [(u64, u64)] = &mut masks;
    while let [mask, others @ ..] = rest {
        if length < 8 {
            *mask = ((1 << (8 * length)) - 1, 0);
        } else if length < WHOLE {
            *mask = (u64::MAX, (1 << (8 * (length - 8))) - 1);
        }
        length += 1;
        rest = others;
    }
    masks
};

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
                // What the head holds too is left out.
                tail: wide(tail) >> (8 * WHOLE.saturating_sub(word.len())),
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
        Self::whole(text, start, end.wrapping_sub(start))
            .unwrap_or_else(|| Self::of(text.get(start..end).unwrap_or(&[])))
    }

    /// Reads a word of so many bytes that stands in a text; nothing where it is longer than sixteen or not as many stand there.
    #[inline]
    pub(crate) fn whole(text: &[u8], start: usize, length: usize) -> Option<Self> {
        let wide = text.get(start..)?.first_chunk::<WHOLE>()?;
        // How long a word is nobody foresees: no branch asks for it.
        let (head, tail) = WITHIN.get(length)?;
        let wide = u128::from_le_bytes(*wide);
        Some(Self {
            head: wide as u64 & head,
            tail: (wide >> 64) as u64 & tail,
        })
    }

    /// 64-bit hash of the word these letters are of; its upper half is the better one, on which all letters have a say.
    #[inline]
    pub(crate) fn hash(self, word: &[u8], seed: u32) -> u64 {
        if word.len() <= WHOLE {
            return self.hash_of_whole(word.len(), seed);
        }
        let middle = word.get(8..).unwrap_or(&[]).chunks_exact(8);
        middle.fold(self.hash_of_whole(word.len(), seed), |hash, part| {
            let part = part.first_chunk().copied().unwrap_or_default();
            (hash ^ hash >> 32 ^ u64::from_le_bytes(part)).wrapping_mul(HEAD)
        })
    }

    /// The same of a word of up to sixteen bytes, by its length.
    #[inline]
    pub(crate) fn hash_of_whole(self, length: usize, seed: u32) -> u64 {
        let seeded = self.head ^ (u64::from(seed) << 32 | length as u64);
        seeded.wrapping_mul(HEAD) ^ self.tail.wrapping_mul(TAIL)
    }

    /// Whether all are small letters and none stands twice in a row, in a word of so many bytes; of longer words than
    /// sixteen it is not told.
    #[inline]
    pub(crate) fn are_single(self, length: usize) -> bool {
        const LETTER: u128 = u128::from_le_bytes([0x60; WHOLE]);
        let Some((head, tail)) = WITHIN.get(length).filter(|_| length > 0) else {
            return false;
        };
        let both = |head: u64, tail: u64| u128::from(tail) << 64 | u128::from(head);
        // Bytes behind a short word are no letters; they take the place of such as are, all different from the one before.
        let (bytes, absent) = (both(self.head, self.tail), !both(*head, *tail));
        let same = (bytes ^ bytes >> 8) | absent >> 8 | 0xff << 120;
        (bytes & LETTER) | (LETTER & absent) == LETTER && !has_zero(same)
    }
}

/// Whether one of sixteen bytes is zero.
fn has_zero(bytes: u128) -> bool {
    let each = |byte: u8| u128::from_le_bytes([byte; WHOLE]);
    bytes.wrapping_sub(each(1)) & !bytes & each(0x80) != 0
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
            "abcdefghabcdefgh",
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
        for word in [
            "",
            "abcdefghabcdefghi",
            "abcdefgh1bcdefg",
            "abcdefghhijklmnop",
        ] {
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
