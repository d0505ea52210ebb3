//! Places in a post: byte ranges of the author's own text.

use core::fmt;
use core::ops::Range;

/// A half-open byte range of a post.
///
/// Spans produced by this crate always lie on character boundaries of the text they were taken from.
/// Texts longer than 4 GiB are not addressed beyond that point.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Makes a span from a byte range; an end before the start gives an empty span.
    pub const fn new(start: usize, end: usize) -> Self {
        let start = clamp(start);
        let end = clamp(end);
        Self {
            start,
            end: if end < start { start } else { end },
        }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// First byte behind the span.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range for indexing.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words of `text` under the span; empty where the span does not fit the text.
    ///
    /// ```
    /// # use netral::Span;
    /// assert_eq!(Span::new(4, 9).of("ayo pilih"), "pilih");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }
}

const fn clamp(at: usize) -> u32 {
    if at > u32::MAX as usize {
        u32::MAX
    } else {
        at as u32
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
