//! The answer: stance, targets, findings, what was assumed, and sentences that say it.

mod explain;
mod names;
#[cfg(feature = "serde")]
mod written;

pub use explain::Lang;

use std::borrow::Cow;

use smol_str::SmolStr;

use crate::source::class::{Named, TargetKind, UnknownName, named};
use crate::source::held::Held;
use crate::source::law::{Act, Author, Confidence, Phase, Rule, Text, Tier, TierInfo};
use crate::span::Span;
use crate::stance::Stance;

/// Fingerprint of the data compiled into the crate; equal fingerprints give equal verdicts.
pub const DATA_VERSION: &str = include!(concat!(env!("OUT_DIR"), "/version.rs"));

/// What a post was found to be: an indication for a human to review, never a judgement.
///
/// Owned, comparable, `Send + Sync`; it outlives the post and any classifier.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Verdict {
    pub(crate) political: bool,
    pub(crate) stance: Stance,
    pub(crate) score: u8,
    pub(crate) tier: Tier,
    pub(crate) review: bool,
    pub(crate) targets: Vec<TargetStance>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) assumed: Assumed,
    pub(crate) data_version: Cow<'static, str>,
}

impl Verdict {
    /// Whether the post is about an election or somebody who stands in one.
    pub fn political(&self) -> bool {
        self.political
    }

    /// The side taken, over all targets.
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// How strongly a side is taken, from 0 (no sign) to 100 (beyond doubt).
    ///
    /// From [`SIDE_THRESHOLD`](crate::SIDE_THRESHOLD) on a side is reported.
    pub fn score(&self) -> u8 {
        self.score
    }

    /// The highest tier among the findings that are certain enough.
    ///
    /// See [`Finding::is_certain`]; a tier that hangs on what the post does not show is named in its finding only.
    pub fn tier(&self) -> Tier {
        self.tier
    }

    /// Whether a human must look before anybody relies on this: the signs are near the threshold, every rule that gives the tier
    /// has another reading or was inferred, an act is told without a side being taken, polling is over, or no rule was in force.
    pub fn review(&self) -> bool {
        self.review
    }

    /// Who or what the post speaks of, strongest first.
    pub fn targets(&self) -> &[TargetStance] {
        &self.targets
    }

    /// Acts with the rules they touch; permitted acts are findings with [`Tier::None`].
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What was not known and therefore assumed.
    pub fn assumed(&self) -> &Assumed {
        &self.assumed
    }

    /// Fingerprint of the data that gave this verdict.
    pub fn data_version(&self) -> &str {
        &self.data_version
    }

    /// Whether the post takes a side.
    pub fn takes_side(&self) -> bool {
        self.stance != Stance::None
    }

    /// The verdict in sentences: the words, the act, the rule, the tier, and that it is an indication only.
    ///
    /// # Examples
    /// ```
    /// use netral::{Lang, classify};
    /// let verdict = classify("yuk menangkan Ganjar, coblos nomer 3");
    /// assert!(verdict.explain(Lang::En).contains("indication"));
    /// assert!(verdict.explain(Lang::Id).contains("indikasi awal"));
    /// ```
    pub fn explain(&self, lang: Lang) -> String {
        explain::explain(self, lang)
    }
}

/// Somebody or something the post speaks of, and the side it takes towards them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TargetStance {
    pub(crate) id: Option<Cow<'static, str>>,
    pub(crate) name: Cow<'static, str>,
    pub(crate) kind: TargetKind,
    pub(crate) number: Option<u8>,
    pub(crate) stance: Stance,
    pub(crate) score: u8,
    pub(crate) evidence: Vec<Evidence>,
}

impl TargetStance {
    /// Identifier in the data, such as `party-pkb`; `None` for a ballot number whose owner is not known.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Name for display: as the post writes it where nobody listed it, `-` where the post names nobody.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is.
    pub fn kind(&self) -> TargetKind {
        self.kind
    }

    /// Ballot number, where that is all the post says.
    pub fn number(&self) -> Option<u8> {
        self.number
    }

    /// The side taken towards it.
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// How strongly, from 0 to 100.
    pub fn score(&self) -> u8 {
        self.score
    }

    /// The words that name it and those that speak for or against it.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }
}

/// An act and the rule it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub(crate) act: Act,
    pub(crate) certain: bool,
    pub(crate) rule: Held<Rule>,
    /// Those of the rule that were in force.
    pub(crate) citations: Cow<'static, [Cow<'static, str>]>,
    pub(crate) sanctions: Option<Held<TierInfo>>,
    pub(crate) evidence: Vec<Evidence>,
}

impl Finding {
    /// What was done.
    pub fn act(&self) -> Act {
        self.act
    }

    /// Identifier of the rule, such as `SKB22-B2`.
    pub fn rule(&self) -> &str {
        &self.rule.id
    }

    /// Tier the rule names; [`Tier::None`] for a permitted act or one that no tier is assigned to.
    pub fn tier(&self) -> Tier {
        self.rule.tier
    }

    /// What another source or reading of the rule says.
    pub fn tier_alt(&self) -> Option<Tier> {
        self.rule.tier_alt
    }

    /// Whether the statutes name dismissal for it, outside the tiers.
    pub fn dismissal(&self) -> bool {
        self.rule.dismissal
    }

    /// Whether the rule is touched by what the post shows; `false` where its tier hangs on how far the harm reached.
    pub fn is_certain(&self) -> bool {
        self.certain
    }

    /// Name of the instrument the rule stands in, as it was in force on the day of the post.
    pub fn instrument(&self) -> &str {
        &self.rule.instrument
    }

    /// What the tier means in sanctions, of which the competent authority may choose one; `None` without a tier.
    pub fn sanctions(&self) -> Option<&TierInfo> {
        self.sanctions.as_deref()
    }

    /// Keys of the sources the rule was taken from, see `data/sources/law.toml`.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = &str> {
        self.rule.sources.iter().map(AsRef::as_ref)
    }

    /// How well the rule is attested.
    pub fn confidence(&self) -> Confidence {
        self.rule.confidence
    }

    /// Articles, from the prohibition to the sanction.
    pub fn citations(&self) -> impl ExactSizeIterator<Item = &str> {
        self.citations.iter().map(AsRef::as_ref)
    }

    /// What the rule says, in both languages.
    pub fn summary(&self) -> &Text {
        &self.rule.summary
    }

    /// A conflict or condition a reader must know.
    pub fn note(&self) -> Option<&Text> {
        self.rule.note.as_ref()
    }

    /// The words that prove it; empty where the interaction itself is the act.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }
}

named! {
    /// What a piece of evidence shows.
    pub Role {
        /// It names a side, by name, number or sign.
        Name = "name",
        /// It speaks for a side.
        For = "for",
        /// It speaks against a side.
        Against = "against",
        /// It tells what was done, or which rule is spoken of.
        Act = "act",
    }
}

/// Words that prove something, and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Evidence {
    pub(crate) role: Role,
    pub(crate) span: Span,
    pub(crate) on: bool,
    pub(crate) words: SmolStr,
}

impl Evidence {
    /// What the words show.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Place in the post's own text, or in what it interacts with if [`on`](Self::on) says so; bytes.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether the words stand in the content interacted with instead of the author's own text.
    pub fn on(&self) -> bool {
        self.on
    }

    /// The words as the author wrote them.
    pub fn words(&self) -> &str {
        &self.words
    }
}

/// What a verdict rests on that the caller did not say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Assumed {
    pub(crate) phase: Phase,
    pub(crate) phase_assumed: bool,
    pub(crate) contest: Option<Cow<'static, str>>,
    pub(crate) calendar_unverified: bool,
    pub(crate) otherwise: Option<(Phase, Tier)>,
    pub(crate) dated: bool,
    pub(crate) supervisor: Option<Held<Text>>,
    pub(crate) author: Author,
}

impl Assumed {
    /// The phase the rules were applied for.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether that phase is an assumption: neither stated nor found in a calendar.
    pub fn phase_is_assumed(&self) -> bool {
        self.phase_assumed
    }

    /// The contest whose calendar gave the phase.
    pub fn contest(&self) -> Option<&str> {
        self.contest.as_deref()
    }

    /// Whether days of that calendar are not confirmed by a named source.
    pub fn calendar_is_unverified(&self) -> bool {
        self.calendar_unverified
    }

    /// Where the phase is an assumption: another phase the post may have been made in, and the tier it would have there.
    pub fn otherwise(&self) -> Option<(Phase, Tier)> {
        self.otherwise
    }

    /// Whether the day was known, so that the law in force on it was applied; otherwise the latest law was.
    pub fn is_dated(&self) -> bool {
        self.dated
    }

    /// Who looked into reports of lost neutrality on that day, or does now.
    pub fn supervisor(&self) -> Option<&Text> {
        self.supervisor.as_deref()
    }

    /// The status of the author the rules were applied for.
    pub fn author(&self) -> Author {
        self.author
    }
}
