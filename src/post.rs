//! What is classified: a text, and what is known about how it was published.

use std::borrow::Cow;

use crate::source::class::{Named, UnknownName, named};
use crate::source::date::Date;
use crate::source::law::{Author, Impact, Phase};

named! {
    /// What the author did.
    pub Interaction {
        /// Wrote something of their own.
        Post = "post",
        /// Answered something.
        Comment = "comment",
        /// Passed something on.
        Share = "share",
        /// Liked something.
        Like = "like",
        /// Followed an account or joined a group.
        Follow = "follow",
    }
}

/// A post with what is known about it; a `&str` is a post too.
///
/// # Examples
/// ```
/// use netral::{Author, Interaction, Phase, Post};
/// let post = Post::new("siap pak 🙏")
///     .interaction(Interaction::Comment)
///     .on("Mohon dukungannya, coblos nomor 2!")
///     .author(Author::Pppk)
///     .phase(Phase::Campaign);
/// assert_eq!(post.text(), "siap pak 🙏");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[must_use]
pub struct Post<'p> {
    #[cfg_attr(feature = "serde", serde(default))]
    text: Cow<'p, str>,
    #[cfg_attr(feature = "serde", serde(default))]
    interaction: Interaction,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    on: Option<Cow<'p, str>>,
    #[cfg_attr(feature = "serde", serde(default))]
    author: Author,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    date: Option<Date>,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    phase: Option<Phase>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_not"))]
    candidate_spouse: bool,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_not"))]
    unpaid_leave: bool,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    impact: Option<Impact>,
}

/// Options that were not taken are left out of what is written.
#[cfg(feature = "serde")]
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_not(option: &bool) -> bool {
    !*option
}

impl<'p> Post<'p> {
    /// A post of this text by a civil servant, without date or phase.
    pub fn new(text: impl Into<Cow<'p, str>>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Says what the author did; [`Interaction::Post`] unless told.
    pub fn interaction(mut self, interaction: Interaction) -> Self {
        self.interaction = interaction;
        self
    }

    /// Says what was answered, shared or liked, or which account was followed.
    pub fn on(mut self, on: impl Into<Cow<'p, str>>) -> Self {
        self.on = Some(on.into());
        self
    }

    /// Says who the author is; [`Author::Pns`] unless told.
    pub fn author(mut self, author: Author) -> Self {
        self.author = author;
        self
    }

    /// Says on which day it was published; the phase follows from the calendar of the election.
    pub fn date(mut self, date: Date) -> Self {
        self.date = Some(date);
        self
    }

    /// Says in which phase it was published; goes before the date.
    pub fn phase(mut self, phase: Phase) -> Self {
        self.phase = Some(phase);
        self
    }

    /// Says whether the author is husband or wife of a candidate; their own rules apply then (SE Menteri PANRB 18/2023).
    ///
    /// # Examples
    /// ```
    /// use netral::{Phase, Post, Tier, classify};
    /// let post = Post::new("ikut kampanye suami hari ini").phase(Phase::Campaign).candidate_spouse(true);
    /// assert_eq!(classify(&post).tier(), Tier::KodeEtik);
    /// assert_eq!(classify(post.unpaid_leave(true)).tier(), Tier::None);
    /// ```
    pub fn candidate_spouse(mut self, is: bool) -> Self {
        self.candidate_spouse = is;
        self
    }

    /// Says whether the author was on unpaid leave (cuti di luar tanggungan negara, CLTN).
    pub fn unpaid_leave(mut self, is: bool) -> Self {
        self.unpaid_leave = is;
        self
    }

    /// Says how far the harm reached, where somebody has established it; duties are graded by it, and no post shows it.
    pub fn impact(mut self, impact: Impact) -> Self {
        self.impact = Some(impact);
        self
    }

    /// The author's own text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the author did.
    pub fn interaction_kind(&self) -> Interaction {
        self.interaction
    }

    /// What was answered, shared, liked or followed.
    pub fn on_text(&self) -> Option<&str> {
        self.on.as_deref()
    }

    /// Who the author is.
    pub fn author_status(&self) -> Author {
        self.author
    }

    /// Day of publication, if known.
    pub fn published(&self) -> Option<Date> {
        self.date
    }

    /// Phase, if stated.
    pub fn stated_phase(&self) -> Option<Phase> {
        self.phase
    }

    /// Whether the author is husband or wife of a candidate.
    pub fn is_candidate_spouse(&self) -> bool {
        self.candidate_spouse
    }

    /// Whether the author was on unpaid leave.
    pub fn is_on_unpaid_leave(&self) -> bool {
        self.unpaid_leave
    }

    /// How far the harm reached, if stated.
    pub fn stated_impact(&self) -> Option<Impact> {
        self.impact
    }
}

impl Default for Interaction {
    fn default() -> Self {
        Self::Post
    }
}

impl Default for Author {
    fn default() -> Self {
        Self::Pns
    }
}

impl<'p> From<&'p str> for Post<'p> {
    fn from(text: &'p str) -> Self {
        Self::new(text)
    }
}

impl<'p> From<&'p String> for Post<'p> {
    fn from(text: &'p String) -> Self {
        Self::new(text.as_str())
    }
}

impl From<String> for Post<'static> {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl<'p> From<&'p Post<'_>> for Post<'p> {
    fn from(post: &'p Post<'_>) -> Self {
        Self {
            text: Cow::Borrowed(&post.text),
            interaction: post.interaction,
            on: post.on.as_deref().map(Cow::Borrowed),
            author: post.author,
            date: post.date,
            phase: post.phase,
            candidate_spouse: post.candidate_spouse,
            unpaid_leave: post.unpaid_leave,
            impact: post.impact,
        }
    }
}
