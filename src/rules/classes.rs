//! Sets of classes, so that acts without a word are passed over.

use crate::matching::Hit;
use crate::source::class::Class;

/// A set of classes, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Classes(u128);

const _: () = assert!(Class::ALL.len() <= 128);

impl Classes {
    /// Those of a list.
    pub(super) const fn listed(list: &[Class]) -> Self {
        let (mut all, mut rest) = (Self(0), list);
        while let [class, others @ ..] = rest {
            all = all.with(*class);
            rest = others;
        }
        all
    }

    /// Those that occur in a post.
    pub(crate) fn of(hits: &[Hit]) -> Self {
        hits.iter().filter_map(Hit::class).fold(Self(0), Self::with)
    }

    pub(super) const fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u8)
    }

    pub(super) const fn has(self, class: Class) -> bool {
        self.0 & 1 << class as u8 != 0
    }

    /// Whether any of the others is among them.
    pub(super) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether words of hate occur.
    pub(crate) fn hate(self) -> bool {
        self.any(const { Self::listed(&[Class::HateState, Class::HateGroup]) })
    }
}
