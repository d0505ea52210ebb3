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

/// The phrases that a term before a class stands for among all rows, each with the words before the last; nothing for other terms.
///
/// # Errors
/// A class without terms, or without single words where it stands last.
#[allow(clippy::type_complexity)]
pub(super) fn opened<'t>(
    row: &'t Term,
    all: &'t [Term],
) -> Result<Option<Vec<(String, Option<&'t str>)>>, DataError> {
    let Some((before, word)) = row.term.rsplit_once(' ') else {
        return Ok(None);
    };
    let Some(Ok(class)) = class_in(word) else {
        return Ok(None);
    };
    let befores = match class_in(before) {
        Some(Ok(class)) => of_class(class, all).collect(),
        _ => vec![before],
    };
    let phrases: Vec<_> = befores
        .into_iter()
        .flat_map(|before| {
            let words = of_class(class, all).filter(|word| !word.contains(' '));
            words.map(move |word| (format!("{before} {word}"), Some(before)))
        })
        .collect();
    if phrases.is_empty() {
        return Err(DataError::at(
            &row.place.file,
            row.place.line,
            1,
            format!("`{}` stands for no phrase of these rows", row.term),
            "write the term out",
        ));
    }
    Ok(Some(phrases))
}

/// The terms of a class.
fn of_class(class: Class, all: &[Term]) -> impl Iterator<Item = &str> {
    let is_plain = move |term: &&Term| term.class == class && !term.term.contains('<');
    all.iter().filter(is_plain).map(|term| term.term.as_str())
}
