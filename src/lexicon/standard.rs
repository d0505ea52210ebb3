//! The standard spelling of a word as people type it, with what was changed.

use super::Knowledge;
use super::normal::{known, letter_for, squeeze};
use crate::source::class::{Named, UnknownName, named};
use crate::source::layout::form;

named! {
    /// What was done to a word to reach its standard spelling.
    pub Change {
        /// Nothing: good Indonesian, a name, or unknown.
        None = "none",
        /// The spelling stands in the list of informal spellings, or is an informal form of a known verb.
        Listed = "listed",
        /// Repeated letters were reduced.
        Stretched = "stretched",
        /// A mark of doubling was written out.
        Doubled = "doubled",
        /// A suffix was set apart and the rest looked up.
        Suffixed = "suffixed",
        /// An informal suffix of a verb was led to the standard one by rule.
        Affixed = "affixed",
        /// Digits were read as letters.
        Digits = "digits",
    }
}

/// Suffixes as people write them, and the standard ones.
const SUFFIXES: [(&str, &str); 8] = [
    ("nyah", "nya"),
    ("nye", "nya"),
    ("nya", "nya"),
    ("lah", "lah"),
    ("kah", "kah"),
    ("ny", "nya"),
    ("ku", "ku"),
    ("mu", "mu"),
];

impl Knowledge {
    /// Writes the standard spelling of a folded word, and says what was changed.
    pub(crate) fn standardise(&self, word: &str, out: &mut String) -> Change {
        out.clear();
        let mut spare = String::new();
        let change = self.spell(word, out, &mut spare);
        if out.is_empty() {
            out.push_str(word);
        }
        if out == word { Change::None } else { change }
    }

    fn spell(&self, word: &str, out: &mut String, spare: &mut String) -> Change {
        if let Some(form) = self.form(word) {
            self.write(form, out);
            return Change::Listed;
        }
        if let Some(change) = self.doubled(word, out, spare) {
            return change;
        }
        for most in [2, 1] {
            squeeze(word, most, spare);
            if spare.len() < word.len()
                && let Some(form) = self.form(spare)
            {
                self.write(form, out);
                return Change::Stretched;
            }
        }
        for (suffix, standard) in SUFFIXES {
            if let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.len() >= 3)
                && let Some((form, _)) = known(self, stem, spare)
            {
                self.write(form, out);
                out.push_str(standard);
                return Change::Suffixed;
            }
        }
        let letters = word.bytes().any(|byte| byte.is_ascii_lowercase());
        if letters && word.bytes().any(|byte| byte.is_ascii_digit()) {
            let plain: String = word.chars().map(letter_for).collect();
            if let Some(form) = self.form(&plain) {
                self.write(form, out);
                return Change::Digits;
            }
        }
        if let Some(stem) = word.strip_suffix("in").filter(|stem| stem.len() >= 4)
            && let Some(form) = self.form(stem)
            && self.flags(form) & form::PLAIN != 0
        {
            self.write(form, out);
            out.push_str("kan");
            return Change::Affixed;
        }
        if has_run(word) {
            // Three and more of a letter are emphasis in any word.
            squeeze(word, 1, spare);
            out.push_str(spare);
            return Change::Stretched;
        }
        Change::None
    }

    /// `teman2`, `anak2nya`: the word twice, then its suffix.
    fn doubled(&self, word: &str, out: &mut String, spare: &mut String) -> Option<Change> {
        let at = word.find('2').filter(|at| *at >= 2)?;
        let (stem, rest) = word.split_at_checked(at)?;
        let rest = rest.get(1..)?;
        let digits = |part: &str| part.bytes().any(|byte| byte.is_ascii_digit());
        if digits(stem) || digits(rest) {
            return None;
        }
        match known(self, stem, spare) {
            Some((form, _)) => self.write(form, out),
            None => out.push_str(stem),
        }
        let single = out.clone();
        out.push('-');
        out.push_str(&single);
        let suffix = SUFFIXES.iter().find(|(suffix, _)| *suffix == rest);
        out.push_str(suffix.map_or(rest, |(_, standard)| standard));
        Some(Change::Doubled)
    }

    /// The words a form stands for.
    fn write(&self, form: u32, out: &mut String) {
        if self.flags(form) & form::VARIANT == 0 {
            out.push_str(self.text(form));
            return;
        }
        for (at, standard) in self.standard(form).enumerate() {
            if at > 0 {
                out.push(' ');
            }
            out.push_str(self.text(standard));
        }
    }
}

/// Whether a letter stands three times or more in a row.
fn has_run(word: &str) -> bool {
    let mut run = ('\0', 0);
    word.chars().any(|letter| {
        run = if letter == run.0 {
            (letter, run.1 + 1)
        } else {
            (letter, 1)
        };
        run.1 >= 3 && letter.is_alphabetic()
    })
}
