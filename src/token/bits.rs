//! Which bytes of a text are capitals: one bit a byte, eight bytes at a time.

/// One bit for each byte of a text; the buffer is reused.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
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

impl Bits {
    /// Marks the bytes that `marks` tells of eight at a time, by the high bit of each.
    fn fill(&mut self, text: &[u8], marks: impl Fn(u64) -> u64) {
        self.0.clear();
        for block in text.chunks(64) {
            let (parts, tail) = block.as_chunks::<8>();
            let mut bits = 0;
            for (at, part) in parts.iter().enumerate() {
                bits |= gathered(marks(u64::from_le_bytes(*part))) << (8 * at);
            }
            if !tail.is_empty() {
                let mut padded = [0; 8];
                for (to, from) in padded.iter_mut().zip(tail) {
                    *to = *from;
                }
                bits |= gathered(marks(u64::from_le_bytes(padded))) << (8 * parts.len());
            }
            self.0.push(bits);
        }
    }

    /// Marks the capitals of a text.
    pub(super) fn fill_capitals(&mut self, text: &[u8]) {
        self.fill(text, |bytes| within(bytes, b'A', b'Z'));
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The high bit of each of eight bytes that lies between two plain characters, both included.
fn within(bytes: u64, first: u8, last: u8) -> u64 {
    // Without their high bits none carries into the next.
    let low = bytes & !HIGH;
    let from = |least: u8| low + ONES * u64::from(128 - least);
    from(first) & !from(last + 1) & !bytes & HIGH
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
            let mut capitals = Bits::default();
            capitals.fill_capitals(&text);
            for (place, byte) in text.iter().enumerate() {
                prop_assert_eq!(capitals.has(place), byte.is_ascii_uppercase());
            }
            let end = (at + length).min(text.len());
            let part = text.get(at..end).unwrap_or(&[]);
            prop_assert_eq!(capitals.has_any(at, end), part.iter().any(u8::is_ascii_uppercase));
        }
    }
}
