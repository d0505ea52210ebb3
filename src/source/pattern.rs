//! Terms before a class: `poster <address>` adds a meaning to *poster* wherever a single word of the class follows, which is left
//! to other terms; `<act_display> <address>` adds one to each term of a class.

use super::class::Class;
use super::error::DataError;
use super::rows::Term;

/// The class that a word in angle brackets names, or the name that is none; nothing for any other word.
pub(super) fn class_in(word: &str) -> Option<Result<Class, &str>> {
    let name = word.strip_prefix('<')?.strip_suffix('>')?;
    Some(name.parse().map_err(|_| name))
}

/// A phrase that a row stands for.
pub(super) struct Phrase<'t> {
    pub(super) words: String,
    /// Its words before the last, which only follows; nothing where it is meant as a whole.
    pub(super) before: Option<&'t str>,
}

/// The phrases that a row stands for among all rows: its term, or those of a term before a class.
///
/// # Errors
/// A class without terms, or without single words where it stands last.
pub(super) fn phrases<'t>(row: &'t Term, all: &'t [Term]) -> Result<Vec<Phrase<'t>>, DataError> {
    let split = row.term.rsplit_once(' ');
    let Some((before, class)) =
        split.and_then(|(before, word)| Some((before, class_in(word)?.ok()?)))
    else {
        return Ok(vec![Phrase {
            words: row.term.clone(),
            before: None,
        }]);
    };
    let befores = match class_in(before) {
        Some(Ok(class)) => of_class(class, all).collect(),
        _ => vec![before],
    };
    let behind = |before: &'t str| {
        let words = of_class(class, all).filter(|word| !word.contains(' '));
        words.map(move |word| Phrase {
            words: format!("{before} {word}"),
            before: Some(before),
        })
    };
    let phrases: Vec<_> = befores.into_iter().flat_map(behind).collect();
    if phrases.is_empty() {
        return Err(DataError::at(
            &row.place.file,
            row.place.line,
            1,
            format!("`{}` stands for no phrase of these rows", row.term),
            "write the term out",
        ));
    }
    Ok(phrases)
}

/// The terms of a class.
fn of_class(class: Class, all: &[Term]) -> impl Iterator<Item = &str> {
    let is_plain = move |term: &&Term| term.class == class && !term.term.contains('<');
    all.iter().filter(is_plain).map(|term| term.term.as_str())
}
