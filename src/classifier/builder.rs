//! Elections, tables, rules and calendars that a user adds.

use super::Classifier;
use crate::error::BuildError;
use crate::lexicon::{Knowledge, Lexicon, add_election};
use crate::rules::{RuleSet, contest_of};
use crate::source::compile::{Base, compile};
use crate::source::election::Election;
#[cfg(feature = "toml")]
use crate::source::election_file;
use crate::source::error::DataError;
use crate::source::law::{Contest, Law};
use crate::source::rows::Tables;

/// Adds elections, lexicon rows and rules to the compiled data.
///
/// Files are given as text with a name; reading them is the caller's, for this crate does no input or output.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ClassifierBuilder {
    elections: Vec<Election>,
    tables: Vec<(String, String)>,
    #[cfg(feature = "toml")]
    rules: Vec<(String, String)>,
    #[cfg(feature = "toml")]
    calendars: Vec<(String, String)>,
}

impl ClassifierBuilder {
    /// Adds an election; may be called any number of times.
    pub fn election(mut self, election: Election) -> Self {
        self.elections.push(election);
        self
    }

    /// Adds a table in one of the tab-separated formats of `data/README.md`: terms, aliases, targets, cues, spellings, words, verbs, codes, weights.
    pub fn table(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.tables.push((name.into(), text.into()));
        self
    }

    /// Uses these rule files in place of the compiled ones; may be called once a file.
    ///
    /// Each kind of row the files hold (provisions, tiers, validity, supervisors) replaces the compiled rows of that kind.
    #[cfg(feature = "toml")]
    pub fn rules(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.rules.push((name.into(), text.into()));
        self
    }

    /// Adds contests in the format of `data/elections.toml`; they go before the compiled ones.
    #[cfg(feature = "toml")]
    pub fn calendar(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.calendars.push((name.into(), text.into()));
        self
    }

    /// Builds the classifier.
    ///
    /// # Errors
    /// Every mistake in the data given, each with file, line, column and remedy.
    pub fn build(self) -> Result<Classifier, BuildError> {
        let mut errors = Vec::new();
        let mut tables = Tables::default();
        for (name, text) in &self.tables {
            if let Err(mut found) = tables.read(name, text, None) {
                errors.append(&mut found);
            }
        }
        let mut contests = Vec::new();
        for (at, election) in self.elections.iter().enumerate() {
            let contest = format!("user-{at}");
            errors.append(&mut add_election(&mut tables, &contest, election));
            contests.extend(contest_of(&contest, election));
        }
        let law = self.law(&mut contests, &mut errors);
        if !errors.is_empty() {
            return Err(BuildError::new(errors));
        }
        let mut knowledge = Knowledge::compiled();
        if !self.tables.is_empty() || !self.elections.is_empty() {
            let bytes = compile(&tables, &knowledge).map_err(BuildError::new)?;
            let first = knowledge.target_count();
            knowledge = knowledge.with(Lexicon::extension(bytes, first));
        }
        let mut rules = RuleSet::compiled().with_contests(contests);
        if let Some(law) = law {
            rules = rules.with_law(law);
        }
        Ok(Classifier { knowledge, rules })
    }

    /// What the user's rule files say, if there are any, and the user's calendars.
    #[cfg(feature = "toml")]
    fn law(&self, contests: &mut Vec<Contest>, errors: &mut Vec<DataError>) -> Option<Law> {
        let mut law = Law::default();
        for (name, text) in &self.rules {
            if let Err(mut found) = law.read(name, text, None) {
                errors.append(&mut found);
            }
        }
        for (name, text) in &self.calendars {
            match election_file::contests(name, text, None) {
                Ok(mut found) => contests.append(&mut found),
                Err(mut found) => errors.append(&mut found),
            }
        }
        (!self.rules.is_empty()).then_some(law)
    }

    /// Without the feature `toml` there are no such files.
    #[cfg(not(feature = "toml"))]
    #[allow(clippy::unused_self)]
    fn law(&self, _: &mut [Contest], _: &mut [DataError]) -> Option<Law> {
        None
    }
}

#[cfg(feature = "toml")]
impl Election {
    /// Reads an election from TOML; `name` is used in errors.
    ///
    /// # Errors
    /// Every mistake found: unknown keys, a missing candidate, a number used twice, days out of order.
    ///
    /// # Examples
    /// ```
    /// # fn main() -> Result<(), netral::BuildError> {
    /// let election = netral::Election::from_toml("tirta.toml", r#"
    /// [election]
    /// name = "Pilkada Kabupaten Tirta Raya 2024"
    /// [[ticket]]
    /// number = 1
    /// candidate = "Suryanto Halim"
    /// "#)?;
    /// assert_eq!(election.tickets.len(), 1);
    /// # Ok(()) }
    /// ```
    pub fn from_toml(name: &str, text: &str) -> Result<Self, BuildError> {
        election_file::election(name, text).map_err(BuildError::new)
    }

    /// Reads an election from the bytes of a TOML file.
    ///
    /// # Errors
    /// As [`from_toml`](Self::from_toml), and where the bytes are not UTF-8.
    pub fn from_toml_bytes(name: &str, bytes: &[u8]) -> Result<Self, BuildError> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let good = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or(&[]))
                .into_owned();
            let at = good.len();
            BuildError::new(vec![DataError::at_byte(
                name,
                &good,
                at,
                "the file is not UTF-8",
                "save it as UTF-8",
            )])
        })?;
        Self::from_toml(name, text)
    }
}
