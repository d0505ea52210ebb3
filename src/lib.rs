//! Does this post, in the hands of a civil servant (ASN), take a side in an election, and if so which rule does it touch?
//!
//! ```
//! use netral::{Stance, Tier, classify};
//!
//! let verdict = classify("yuk menangkan Ganjar, coblos nomer 3 🤟");
//! assert_eq!(verdict.stance(), Stance::Support);
//! assert_eq!(verdict.tier(), Tier::Berat);
//!
//! let rule = classify("ASN dilarang mendukung salah satu calon di media sosial");
//! assert_eq!((rule.political(), rule.tier()), (true, Tier::None));
//! ```
//!
//! A [`Verdict`] names the words that led to it, the act, the provision with its articles and its tier, and says what was
//! assumed. It is an indication for a human to review, never a judgement.
//!
//! # What is decided, and how
//!
//! A post is folded and split into tokens ([`text`]), tokens are led to the words they mean, phrases of the lexicon are
//! found, the context of each is read (negation, prohibition, quotation, question), points are given for and against the
//! sides named, and acts, phase and author lead to provisions. `ARCHITECTURE.md` draws the way.
//!
//! # Every side alike
//!
//! Points belong to classes of words, never to names. Swapping parties or candidates does not change a verdict.
//!
//! # Untrusted input
//!
//! Classifying any `&str` terminates without error or panic, in time and memory linear in its length. Only building a
//! classifier can fail, with a [`BuildError`] that names file, line, column and remedy.
//!
//! # Crate features
//!
//! * `serde` (default): `Serialize` and `Deserialize` on [`Post`], [`Verdict`] and their parts.
//! * `toml` (default): [`Election::from_toml`] and [`ClassifierBuilder::rules`].
//!
//! No feature changes a verdict.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod classifier;
mod context;
mod error;
mod lexicon;
mod matching;
mod post;
mod rules;
mod source;
mod span;
mod stance;
pub mod text;
mod token;
mod verdict;

pub use classifier::{Classifier, ClassifierBuilder, Known, KnownName, Scratch, classify};
pub use error::{BuildError, Mistake};
pub use post::{Interaction, Post};
pub use source::class::{Ambiguity, Attitude, TargetKind, UnknownName};
pub use source::date::{Date, ParseDateError};
pub use source::election::{Calendar, Election, Ticket};
pub use source::law::{Act, Author, Confidence, Impact, Phase, Provision, Text, Tier, TierInfo};
pub use span::Span;
pub use stance::{REVIEW_THRESHOLD, SIDE_THRESHOLD, Stance};
pub use verdict::{Assumed, DATA_VERSION, Evidence, Finding, Lang, Role, TargetStance, Verdict};

#[cfg(all(doctest, feature = "toml"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
