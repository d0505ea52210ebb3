//! Characters that were decoded with the wrong code page or left as escaped bytes.
//!
//! Scraped posts carry `ðŸ˜‚` or `\\xf0\\x9f\\x98\\x82` where the author had put an emoji. What reads as UTF-8 becomes that character again.

/// The character whose UTF-8 bytes were read as Windows-1252 at the beginning of a text, with the length of what stands for it.
pub(super) fn decoded(rest: &str) -> Option<(char, usize)> {
    assemble(rest, |rest| {
        let skipped =
            rest.trim_start_matches(['\u{200b}', '\u{200c}', '\u{200d}', '\u{fe0f}', '\u{ad}']);
        let letter = skipped.chars().next()?;
        Some((
            byte_of(letter)?,
            rest.len() - skipped.len() + letter.len_utf8(),
        ))
    })
}

/// The character whose UTF-8 bytes are written out as escapes, with the length of what stands for it.
pub(super) fn unescaped(rest: &str) -> Option<(char, usize)> {
    assemble(rest, |rest| {
        let digits = rest.strip_prefix("\\x")?.get(..2)?;
        Some((u8::from_str_radix(digits, 16).ok()?, 4))
    })
}

/// Reads one UTF-8 sequence of two bytes and more.
fn assemble(rest: &str, byte: impl Fn(&str) -> Option<(u8, usize)>) -> Option<(char, usize)> {
    let (lead, mut length) = byte(rest)?;
    let count = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for slot in bytes.get_mut(1..count)? {
        let (next, more) = byte(rest.get(length..)?)?;
        *slot = next;
        length += more;
    }
    let meant = std::str::from_utf8(bytes.get(..count)?)
        .ok()?
        .chars()
        .next()?;
    Some((plain(meant)?, length))
}

/// Typographic signs as plain ones; nothing for what could itself be read as a damaged byte.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        '…' => '.',
        '\u{a0}' => ' ',
        'à'..='å'
        | 'ç'..='ï'
        | 'ñ'..='ö'
        | 'ù'..='ý'
        | 'ÿ'
        | 'À'..='Å'
        | 'Ç'..='Ï'
        | 'Ñ'..='Ö'
        | 'Ù'..='Ý' => letter,
        other if byte_of(other).is_some() => return None,
        other => other,
    })
}

/// The byte a character stands for in Windows-1252, where that is above ASCII.
fn byte_of(letter: char) -> Option<u8> {
    Some(match letter {
        '€' => 0x80,
        '‚' => 0x82,
        'ƒ' => 0x83,
        '„' => 0x84,
        '…' => 0x85,
        '†' => 0x86,
        '‡' => 0x87,
        'ˆ' => 0x88,
        '‰' => 0x89,
        'Š' => 0x8a,
        '‹' => 0x8b,
        'Œ' => 0x8c,
        'Ž' => 0x8e,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        '˜' => 0x98,
        '™' => 0x99,
        'š' => 0x9a,
        '›' => 0x9b,
        'œ' => 0x9c,
        'ž' => 0x9e,
        'Ÿ' => 0x9f,
        '\u{80}'..='\u{ff}' => u32::from(letter) as u8,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_characters_again() {
        assert_eq!(decoded("ðŸ˜‚ lucu"), Some(('😂', 9)));
        assert_eq!(decoded("â€™"), Some(('\'', 8)));
        assert_eq!(unescaped("\\xe2\\x9c\\x8c"), Some(('✌', 12)));
        for good in ["é", "ðan", "â", "Ã", "\\x41", "\\xf0\\x9f"] {
            assert_eq!(decoded(good).or(unescaped(good)), None, "{good}");
        }
    }
}
