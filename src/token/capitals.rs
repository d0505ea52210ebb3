//! How the author used capitals in a word.

use super::tokens::TokenFlags;
use crate::span::Span;

/// The capitals of a word of a post.
#[inline]
pub(super) fn capitals(word: Span, post: &str) -> TokenFlags {
    // Neither all letters are capitals nor is the first one: that holds for most words.
    let small = post.as_bytes().get(word.start());
    if small.is_some_and(u8::is_ascii_lowercase) {
        return TokenFlags::default();
    }
    counted(word.of(post))
}

/// The capitals of a word, by all its letters up to a small one.
#[inline(never)]
fn counted(word: &str) -> TokenFlags {
    let mut capitals = 0;
    let mut small = false;
    for letter in word.chars() {
        small = letter.is_lowercase();
        if small {
            break;
        }
        capitals += u32::from(letter.is_uppercase());
    }
    TokenFlags {
        caps: capitals >= 2 && !small,
        title: word.chars().next().is_some_and(char::is_uppercase),
        plain: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_look_at_the_first_letter_says_what_all_letters_say(post in "([a-zA-Z0-9éÉ²𝗔'.]){0,6}", start in 0_usize..6, length in 0_usize..6) {
            let word = Span::new(start, start + length);
            let letters: Vec<char> = word.of(&post).chars().collect();
            let upper = letters.iter().filter(|letter| letter.is_uppercase()).count();
            let found = capitals(word, &post);
            prop_assert_eq!(found.caps, upper >= 2 && !letters.iter().any(|letter| letter.is_lowercase()));
            prop_assert_eq!(found.title, letters.first().is_some_and(|letter| letter.is_uppercase()));
        }
    }
}
