//! Shapes of numbers: which may be a ballot number and which are years, money, phones, times or scores.

/// What a token of digits looks like.
///
/// # Examples
/// ```
/// use netral::text::{NumberShape, tokenize};
/// let shapes = |post: &str| -> Vec<NumberShape> { tokenize(post).iter().filter_map(|token| token.shape).collect() };
/// assert_eq!(shapes("nomor 02 jam 08:30"), [NumberShape::Padded(2), NumberShape::Time]);
/// assert_eq!(shapes("Rp 50.000 ke 081234567890"), [NumberShape::Money, NumberShape::Phone]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberShape {
    /// One or two digits, worth 1 to 30: may be a ballot number.
    Small(u8),
    /// Two digits with a zero in front, `02`: may be a ballot number.
    Padded(u8),
    /// A year from 2009 to 2034.
    Year(u16),
    /// A year of which posts tell as of history.
    Gone,
    /// An amount of money: `Rp 50.000`.
    Money,
    /// A telephone number.
    Phone,
    /// A time of day: `08:30`.
    Time,
    /// A date: `14/02/2024`.
    Date,
    /// A score: `2-1`.
    Score,
    /// A digit behind a nought and a sign, `0-2`, `0.2`, `0_2`: a score, an amount, or a ballot number in disguise.
    Parted(u8),
    /// A share: `54%`.
    Share,
    /// Anything else.
    Other,
}

/// The shape of the digits in `folded` from `start` to `end`, seen with what stands beside them.
pub(crate) fn shape_at(folded: &str, start: usize, end: usize) -> NumberShape {
    let word = folded.get(start..end).unwrap_or("");
    let before = folded.get(..start).unwrap_or("");
    let after = folded.get(end..).unwrap_or("");
    let near = |text: &str| text.as_bytes().first().copied();
    let behind = before.as_bytes().last().copied();
    let money = before
        .strip_suffix(' ')
        .unwrap_or(before)
        .trim_end_matches('.');
    if behind == Some(b'$') || money.ends_with("rp") && !money.ends_with("erp") {
        return NumberShape::Money;
    }
    if near(after) == Some(b'%') {
        return NumberShape::Share;
    }
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    if digits == word.len() {
        if word.starts_with("08") && (10..=13).contains(&digits)
            || behind == Some(b'+') && (9..=14).contains(&digits)
        {
            return NumberShape::Phone;
        }
        if scores(before, word, after) {
            return NumberShape::Score;
        }
        return shape(word, behind, near(after));
    }
    if let [b'0', sign, digit @ b'1'..=b'9'] = word.as_bytes()
        && *sign != b'/'
    {
        return NumberShape::Parted(digit - b'0');
    }
    let pair = |sign: char, first: u32, second: u32| {
        word.split_once(sign).is_some_and(|(hours, minutes)| {
            minutes.len() == 2
                && hours.len() <= 2
                && hours.parse().is_ok_and(|hours: u32| hours < first)
                && minutes.parse().is_ok_and(|minutes: u32| minutes < second)
        })
    };
    if pair(':', 25, 60) || pair('.', 25, 60) && before.ends_with(['m', 'l', ' ', '-']) {
        NumberShape::Time
    } else if word.contains(':') && digits <= 4 {
        NumberShape::Score
    } else if word.contains('/')
        && word
            .split('/')
            .all(|part| part.parse().is_ok_and(|part: u32| part < 2100))
    {
        NumberShape::Date
    } else {
        NumberShape::Other
    }
}

/// Whether a number and its neighbour across a dash are a score: one or two digits each, and no third part as in a date.
fn scores(before: &str, word: &str, after: &str) -> bool {
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let back = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let short = |count: usize| (1..=2).contains(&count);
    if !short(word.len()) || word.starts_with('0') && word.len() == 2 {
        return false;
    }
    if let Some(rest) = after.strip_prefix('-') {
        return short(run(rest))
            && !rest.get(run(rest)..).unwrap_or("").starts_with('-')
            && !before.ends_with('-');
    }
    before.strip_suffix('-').is_some_and(|rest| {
        let digits = back(rest);
        short(digits) && !rest.get(..rest.len() - digits).unwrap_or("").ends_with('-')
    })
}

/// The shape of a run of ASCII digits, given the bytes on both sides of it.
pub(crate) fn shape(digits: &str, before: Option<u8>, after: Option<u8>) -> NumberShape {
    // 02.30, 1-0, 2:1, 14/02, +62, 50%: times, scores, dates, phones and shares.
    let joined = |byte: Option<u8>| {
        byte.is_some_and(|byte| matches!(byte, b'/' | b':' | b'+' | b'%' | b'$' | b'='))
    };
    if joined(before) || joined(after) {
        return NumberShape::Other;
    }
    let Ok(value) = digits.parse::<u32>() else {
        return NumberShape::Other;
    };
    match (digits.len(), value) {
        (2, 1..=9) if digits.starts_with('0') => NumberShape::Padded(value as u8),
        (1 | 2, 1..=30) => NumberShape::Small(value as u8),
        (4, 1945..=2008) => NumberShape::Gone,
        (4, 2009..=2034) => NumberShape::Year(value as u16),
        _ => NumberShape::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (text, number, want) in [
            ("skor 2-1", "2", NumberShape::Score),
            ("14-02-2024", "02", NumberShape::Padded(2)),
            ("tgl 14/02/2024", "14/02/2024", NumberShape::Date),
            ("jam 08.30", "08.30", NumberShape::Time),
            ("54% suara", "54", NumberShape::Share),
            ("usd $5", "5", NumberShape::Money),
            ("+628123456789", "628123456789", NumberShape::Phone),
            ("tahun 2024", "2024", NumberShape::Year(2024)),
            ("menang 2004", "2004", NumberShape::Gone),
            ("1.000.000", "1.000.000", NumberShape::Other),
            ("no:2", "2", NumberShape::Other),
            ("nomor 0-2", "0-2", NumberShape::Parted(2)),
            ("skor 0:2", "0:2", NumberShape::Parted(2)),
            ("0.5%", "0.5", NumberShape::Share),
        ] {
            let at = text.find(number).unwrap();
            assert_eq!(shape_at(text, at, at + number.len()), want, "{text}");
        }
    }
}
