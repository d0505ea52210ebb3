//! What the bytes of a folded text are: parts of words, and such as ask for a closer look. One bit a byte, 64 bytes at a time.
//!
//! Most of every post are words of small letters with blanks and plain signs between them. Where nothing asks for a closer look, a word
//! is found in a few steps, whatever stands around it.

/// Bytes whose bits are found at once.
pub(super) const BLOCK: usize = 64;

/// The bits of 64 bytes, the first lowest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marked {
    /// Small letters and digits.
    pub(super) words: u64,
    /// Everything but small letters and signs that only part words; letters that stand twice in a row.
    pub(super) odd: u64,
}

/// The marks of a text; the buffer is reused.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks(Vec<Marked>);

impl Marks {
    /// Marks a folded text.
    pub(super) fn fill(&mut self, text: &[u8]) {
        self.0.clear();
        let mut before = b' ';
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        for block in blocks {
            self.0.push(marked(block, before));
            before = block.last().copied().unwrap_or(b' ');
        }
        if !rest.is_empty() {
            let mut block = [b' '; BLOCK];
            for (to, from) in block.iter_mut().zip(rest) {
                *to = *from;
            }
            self.0.push(marked(&block, before));
        }
    }

    /// The marks of the 64 bytes from `at` on.
    #[inline]
    pub(super) fn ahead(&self, at: usize) -> Marked {
        let (block, bit) = (at / BLOCK, at % BLOCK);
        let here = self.0.get(block).copied().unwrap_or_default();
        let next = self.0.get(block + 1).copied().unwrap_or_default();
        let joined = |here: u64, next: u64| here >> bit | next << 1 << (BLOCK - 1 - bit);
        Marked {
            words: joined(here.words, next.words),
            odd: joined(here.odd, next.odd),
        }
    }

    /// The byte behind the run of letters and digits from `at`.
    pub(super) fn run_end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let run = (!self.ahead(end).words).trailing_zeros() as usize;
            end += run;
            if run < BLOCK {
                return end;
            }
        }
    }

    /// Whether a byte is a letter or a digit.
    pub(super) fn has_word(&self, at: usize) -> bool {
        self.ahead(at).words & 1 != 0
    }
}

/// The marks of a block behind another byte.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches it is done for many bytes at once"
)]
fn marked(block: &[u8; BLOCK], behind: u8) -> Marked {
    let mut before = [behind; BLOCK];
    for (to, from) in before.iter_mut().skip(1).zip(block) {
        *to = *from;
    }
    let (mut words, mut odd) = ([0; BLOCK], [0; BLOCK]);
    for (((byte, before), word), odd) in block.iter().zip(&before).zip(&mut words).zip(&mut odd) {
        let letter = byte.wrapping_sub(b'a') < 26;
        *word = u8::from(letter | (byte.wrapping_sub(b'0') < 10));
        *odd = u8::from(!(letter | parts(*byte)) | letter & (byte == before));
    }
    Marked {
        words: gathered(&words),
        odd: gathered(&odd),
    }
}

/// The lowest bits of bytes side by side, the first lowest.
fn gathered(bytes: &[u8; BLOCK]) -> u64 {
    let parts = bytes.as_chunks::<8>().0;
    parts.iter().rev().fold(0, |bits, part| {
        let eight = u64::from_le_bytes(*part).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits << 8 | eight
    })
}

/// Whether a sign only parts words: nothing is written with it, neither a face nor a word.
#[expect(clippy::needless_bitwise_bool, reason = "as above")]
fn parts(byte: u8) -> bool {
    let within = |first: u8, count: u8| byte.wrapping_sub(first) < count;
    let bracket = (byte == b'[') | (byte == b']');
    within(b' ', 2)
        | within(b'(', 2)
        | within(b'+', 5)
        | within(b'\t', 5)
        | (byte == b'?')
        | bracket
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn marks_say_what_bytes_say(text in prop::collection::vec(prop_oneof![any::<u8>(), 32_u8..127, 97_u8..101], 0..200), at in 0_usize..220) {
            let mut marks = Marks::default();
            marks.fill(&text);
            let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            let ahead = marks.ahead(at);
            for bit in 0..64 {
                let byte = text.get(at + bit).copied().unwrap_or(b' ');
                let before = (at + bit).checked_sub(1).and_then(|before| text.get(before)).copied();
                let odd = !byte.is_ascii_lowercase() && !b" !()+,-./?[]\t\n\r\x0b\x0c".contains(&byte)
                    || byte.is_ascii_lowercase() && before == Some(byte);
                prop_assert_eq!(ahead.words >> bit & 1 != 0, is_word(byte));
                prop_assert_eq!(ahead.odd >> bit & 1 != 0, odd, "{:?}", char::from(byte));
            }
            let rest = text.get(at..).unwrap_or(&[]);
            let run = rest.iter().take_while(|byte| is_word(**byte)).count();
            prop_assert_eq!(marks.run_end(at), at + run);
        }
    }
}
