//! Shapes of numbers: which may be a ballot number and which are years, money, phones, times or scores.

/// What a token of digits looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One or two digits, worth 1 to 30.
    Small(u8),
    /// One or two digits with a zero in front: `02`.
    Padded(u8),
    /// A year from 2009 to 2034.
    Year(u16),
    /// Anything else: money, phones, dates, large numbers.
    Other,
}

/// The shape of a run of ASCII digits, given the bytes on both sides of it.
pub(crate) fn shape(digits: &str, before: Option<u8>, after: Option<u8>) -> Shape {
    // 02.30, 1-0, 2:1, 14/02, +62, 50%: times, scores, dates, phones and shares.
    let joined = |byte: Option<u8>| {
        byte.is_some_and(|byte| matches!(byte, b'/' | b':' | b'+' | b'%' | b'$' | b'='))
    };
    if joined(before) || joined(after) {
        return Shape::Other;
    }
    let Ok(value) = digits.parse::<u32>() else {
        return Shape::Other;
    };
    match (digits.len(), value) {
        (2, 1..=9) if digits.starts_with('0') => Shape::Padded(value as u8),
        (1 | 2, 1..=30) => Shape::Small(value as u8),
        (4, 2009..=2034) => Shape::Year(value as u16),
        _ => Shape::Other,
    }
}
