//! Sets of classes, so that many questions about what stands somewhere are one look at a bit.

use crate::source::class::Class;

/// A set of classes of terms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Classes(u128);

// One bit a class.
const _: () = assert!(Class::ALL.len() <= 128);

impl Classes {
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn one(class: Class) -> Self {
        Self(1 << class as u8)
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
        Self(self.0 | other.0)
    }

    pub(crate) const fn without(self, class: Class) -> Self {
        Self(self.0 & !Self::one(class).0)
    }

    pub(crate) const fn has(self, class: Class) -> bool {
        self.any(Self::one(class))
    }

    /// Whether the sets share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
