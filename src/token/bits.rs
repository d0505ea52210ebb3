//! Which bytes of a text are plain letters and digits, and which were capitals: one bit a byte, eight bytes at a time.

/// One bit for each byte of a text; the buffer is reused.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// The byte behind the run of marked bytes from `at`.
    pub(super) fn run_end(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(block) = self.0.get(end / 64) {
            let run = (!(block >> (end % 64))).trailing_zeros() as usize;
            // The bits shifted in are no run, so that one that reaches the end of its block goes on in the next.
            end += run;
            if run == 0 || !end.is_multiple_of(64) {
                break;
            }
        }
        end
    }

    /// Whether a byte is marked.
    pub(super) fn has(&self, at: usize) -> bool {
        self.0
            .get(at / 64)
            .is_some_and(|block| block >> (at % 64) & 1 != 0)
    }

    /// Whether any byte from `start` to `end` is marked.
    pub(super) fn has_any(&self, start: usize, end: usize) -> bool {
        let (block, bit) = (start / 64, start % 64);
        let first = self.0.get(block).copied().unwrap_or(0) >> bit;
        match end.saturating_sub(start) {
            length @ 0..64 if bit + length <= 64 => first & ((1 << length) - 1) != 0,
            _ => (start..end).any(|at| self.has(at)),
        }
    }
}

/// Marks the plain letters and digits of a text, capitals among them, and the capitals alone.
pub(super) fn mark(text: &[u8], words: &mut Bits, capitals: &mut Bits) {
    words.clear();
    capitals.clear();
    for block in text.chunks(64) {
        let (mut word, mut capital) = (0, 0);
        for (at, part) in block.chunks(8).enumerate() {
            let bytes = part.first_chunk().copied().unwrap_or_else(|| {
                let mut padded = [0; 8];
                for (to, from) in padded.iter_mut().zip(part) {
                    *to = *from;
                }
                padded
            });
            let (words, capitals) = marks(u64::from_le_bytes(bytes));
            word |= gathered(words) << (8 * at);
            capital |= gathered(capitals) << (8 * at);
        }
        words.0.push(word);
        capitals.0.push(capital);
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The high bit of each of eight bytes that is a plain letter or digit, and of each that is a capital.
fn marks(bytes: u64) -> (u64, u64) {
    let low = bytes & !HIGH;
    // Of bytes below 128 none carries into the next.
    let from = |low: u64, least: u8| low + ONES * u64::from(128 - least);
    let capitals = from(low, b'A') & !from(low, b'Z' + 1) & !bytes & HIGH;
    let lower = low | capitals >> 2;
    let letters = from(lower, b'a') & !from(lower, b'z' + 1);
    let digits = from(lower, b'0') & !from(lower, b'9' + 1);
    ((letters | digits) & !bytes & HIGH, capitals)
}

/// The high bits of eight bytes side by side, the first lowest.
fn gathered(marks: u64) -> u64 {
    (marks >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bits_say_what_bytes_say(text in prop::collection::vec(prop_oneof![any::<u8>(), 32_u8..127], 0..200), at in 0_usize..200, length in 0_usize..130) {
            let (mut words, mut capitals) = (Bits::default(), Bits::default());
            mark(&text, &mut words, &mut capitals);
            for (place, byte) in text.iter().enumerate() {
                prop_assert_eq!(words.has(place), byte.is_ascii_alphanumeric());
                prop_assert_eq!(capitals.has(place), byte.is_ascii_uppercase());
            }
            let rest = text.get(at..).unwrap_or(&[]);
            let run = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            prop_assert_eq!(words.run_end(at), at + run);
            let end = (at + length).min(text.len());
            let part = text.get(at..end).unwrap_or(&[]);
            prop_assert_eq!(capitals.has_any(at, end), part.iter().any(u8::is_ascii_uppercase));
        }
    }
}
