//! TOML files: parsing with the place of a mistake, and the checks that rules and elections share.

use serde::Deserialize;
use toml::Spanned;

use super::class::Named;
use super::date::Date;
use super::error::DataError;
use super::rows::Sources;

/// Parses TOML, turning a mistake into an error with its place.
pub(crate) fn parse<'t, T: Deserialize<'t>>(
    file: &str,
    text: &'t str,
    remedy: &str,
) -> Result<T, DataError> {
    toml::from_str(text).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        let what = error.message().replace('\n', ", ");
        DataError::at_byte(file, text, byte, what, remedy)
    })
}

/// The mistakes of a file, gathered while it is read.
pub(super) struct Check<'c> {
    file: &'c str,
    text: &'c str,
    sources: Sources<'c>,
    errors: Vec<DataError>,
}

impl<'c> Check<'c> {
    pub(super) fn new(file: &'c str, text: &'c str, sources: Sources<'c>) -> Self {
        Self {
            file,
            text,
            sources,
            errors: Vec::new(),
        }
    }

    /// What was read, unless a mistake was found.
    pub(super) fn finish<T>(self, read: T) -> Result<T, Vec<DataError>> {
        if self.errors.is_empty() {
            Ok(read)
        } else {
            Err(self.errors)
        }
    }

    pub(super) fn fail(&mut self, byte: usize, what: String, remedy: &str) {
        self.errors
            .push(DataError::at_byte(self.file, self.text, byte, what, remedy));
    }

    pub(super) fn named<T: Named>(&mut self, value: &Spanned<String>) -> Option<T> {
        let parsed = value.get_ref().parse().ok();
        if parsed.is_none() {
            self.fail(
                value.span().start,
                format!("`{}` is not known here", value.get_ref()),
                &T::remedy(),
            );
        }
        parsed
    }

    pub(super) fn date(&mut self, value: &Spanned<String>) -> Option<Date> {
        match value.get_ref().parse() {
            Ok(date) => Some(date),
            Err(error) => {
                self.fail(
                    value.span().start,
                    format!("{error}"),
                    "write the day as year-month-day",
                );
                None
            }
        }
    }

    pub(super) fn sources(&mut self, values: &[Spanned<String>], byte: usize) {
        if values.is_empty() {
            self.fail(
                byte,
                "no source is named".to_owned(),
                "name a key of data/sources/*.toml",
            );
        }
        let Some(known) = self.sources else { return };
        for value in values {
            if !known.contains(value.get_ref()) {
                self.fail(
                    value.span().start,
                    format!("the source `{}` is not known", value.get_ref()),
                    "add it to data/sources/*.toml",
                );
            }
        }
    }
}
