//! Sets of classes, so that many questions about what stands somewhere are one look at a bit.

use crate::source::class::Class;

/// A set of classes of terms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Classes([u64; 2]);

// One bit a class.
const _: () = assert!(Class::ALL.len() <= 128);

impl Classes {
    pub(crate) const NONE: Self = Self([0; 2]);

    pub(crate) const fn one(class: Class) -> Self {
        let bit = 1 << (class as u8 % 64);
        if class as u8 / 64 == 0 {
            Self([bit, 0])
        } else {
            Self([0, bit])
        }
    }

    pub(crate) const fn of(classes: &[Class]) -> Self {
        let mut set = Self::NONE;
        let mut rest = classes;
        while let [class, others @ ..] = rest {
            set = set.with(Self::one(*class));
            rest = others;
        }
        set
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        let (Self([low, high]), Self([other_low, other_high])) = (self, other);
        Self([low | other_low, high | other_high])
    }

    pub(crate) const fn without(self, class: Class) -> Self {
        let (Self([low, high]), Self([other_low, other_high])) = (self, Self::one(class));
        Self([low & !other_low, high & !other_high])
    }

    pub(crate) const fn has(self, class: Class) -> bool {
        let Self([low, high]) = self;
        let half = if class as u8 / 64 == 0 { low } else { high };
        half >> (class as u8 % 64) & 1 != 0
    }

    /// Whether the sets share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        let (Self([low, high]), Self([other_low, other_high])) = (self, other);
        (low & other_low) | (high & other_high) != 0
    }
}
