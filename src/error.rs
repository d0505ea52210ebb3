//! What can go wrong while a classifier is built. Classifying itself cannot fail.

use crate::source::error::DataError;

/// A classifier could not be built from the data it was given.
///
/// Carries every mistake found, each with file, line, column and remedy; nothing of a bad file is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", list(.mistakes))]
pub struct BuildError {
    mistakes: Vec<Mistake>,
}

/// One mistake in data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Mistake(DataError);

impl BuildError {
    pub(crate) fn new(errors: Vec<DataError>) -> Self {
        Self {
            mistakes: errors.into_iter().map(Mistake).collect(),
        }
    }

    /// The mistakes, in the order of the files.
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }
}

impl Mistake {
    /// Name of the file, as it was given.
    pub fn file(&self) -> &str {
        &self.0.file
    }

    /// Line from 1; 0 where the whole file is meant.
    pub fn line(&self) -> u32 {
        self.0.line
    }

    /// Column in characters from 1; 0 where the whole line is meant.
    pub fn column(&self) -> u32 {
        self.0.column
    }

    /// What is wrong.
    pub fn what(&self) -> &str {
        &self.0.what
    }

    /// What to do about it.
    pub fn remedy(&self) -> &str {
        &self.0.remedy
    }
}

fn list(mistakes: &[Mistake]) -> String {
    mistakes
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}
