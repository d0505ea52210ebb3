//! What a classifier knows by name, for people to check.

use crate::lexicon::{Lexicon, SenseKind};
use crate::source::class::{Ambiguity, Attitude, TargetKind};

use super::Classifier;

/// A party, person, ticket or camp that a classifier knows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Known {
    /// Key of the data files, such as `party-psi`.
    pub id: String,
    /// Name for display.
    pub name: String,
    /// What it is.
    pub kind: TargetKind,
    /// Contests it stands in, with its number.
    pub ballots: Vec<(String, u32)>,
    /// Ways to name it, folded to lower case, in order.
    pub names: Vec<KnownName>,
}

/// A way to name somebody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct KnownName {
    /// The words in standard spelling.
    pub words: String,
    /// Who says it.
    pub attitude: Attitude,
    /// How surely it means its target.
    pub ambiguity: Ambiguity,
}

impl Classifier {
    /// Everything known by name, the user's elections and tables behind the compiled ones.
    ///
    /// For lists that people read and check: reads all tables, which takes milliseconds, not nanoseconds. Names that stand in several
    /// spellings in the data come in the standard one.
    ///
    /// # Examples
    /// ```
    /// let known = netral::Classifier::new().known();
    /// let party = known.iter().find(|known| known.id == "party-pkb").expect("a party of 2024");
    /// assert!(party.ballots.contains(&("pileg-2024".to_owned(), 1)));
    /// ```
    pub fn known(&self) -> Vec<Known> {
        let mut all: Vec<Known> = Vec::new();
        let lexicons = || std::iter::once(self.knowledge.base()).chain(self.knowledge.extra());
        let count: u32 = lexicons().map(Lexicon::target_count).sum();
        for target in (0..count).filter_map(|index| self.knowledge.target(index)) {
            all.push(Known {
                id: target.id().into_owned(),
                name: target.name().into_owned(),
                kind: target.kind,
                ballots: target
                    .ballots()
                    .map(|(contest, number)| (contest.to_owned(), number))
                    .collect(),
                names: Vec::new(),
            });
        }
        for (words, sense) in lexicons()
            .flat_map(|lexicon| lexicon.phrases(|lemma| self.knowledge.text(lemma)))
            .flat_map(|(words, senses)| senses.into_iter().map(move |sense| (words.clone(), sense)))
        {
            if let SenseKind::Alias {
                target,
                attitude,
                ambiguity,
            } = sense.kind
                && let Some(known) = all.get_mut(target as usize)
            {
                known.names.push(KnownName {
                    words,
                    attitude,
                    ambiguity,
                });
            }
        }
        for known in &mut all {
            known.names.sort();
            known.names.dedup();
        }
        all
    }
}
