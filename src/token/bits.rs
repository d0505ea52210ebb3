//! Which bytes of a text are capitals: one bit a byte, 64 bytes at a time.

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
    /// Marks the capitals of a text.
    pub(super) fn fill_capitals(&mut self, text: &[u8]) {
        self.0.clear();
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        self.0.extend(blocks.iter().map(capitals));
        let mut last = [b' '; BLOCK];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        self.0.push(capitals(&last));
    }
}

/// Bytes whose bits are found at once.
pub(super) const BLOCK: usize = 64;

fn capitals(block: &[u8; BLOCK]) -> u64 {
    gathered(&block.map(|byte| u8::from(byte.is_ascii_uppercase())))
}

/// The lowest bits of bytes side by side, the first lowest.
pub(super) fn gathered(bytes: &[u8; BLOCK]) -> u64 {
    let parts = bytes.as_chunks::<8>().0;
    parts.iter().rev().fold(0, |bits, part| {
        let eight = u64::from_le_bytes(*part).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits << 8 | eight
    })
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
