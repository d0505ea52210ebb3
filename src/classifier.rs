//! Wires the rooms together; decides nothing itself.

use std::borrow::Cow;
use std::fmt;

use once_cell::sync::Lazy;

use crate::context::{Context, Voice};
use crate::error::BuildError;
use crate::lexicon::{Knowledge, Lexemes, Lexicon, SenseKind};
use crate::matching::{Code, Hit, codes, scan};
use crate::post::{Interaction, Post};
use crate::rules::{Deed, Facts, RuleSet, Timing, deeds, timing};
use crate::source::class::{Ambiguity, Attitude, TargetKind};
use crate::source::compile::{Base, compile};
use crate::source::date::Date;
use crate::source::election::Election;
use crate::source::error::DataError;
use crate::source::law::{Contest, Phase, Provision, Tier};
use crate::source::rows::{Alias, Place, Tables, Target};
use crate::span::Span;
use crate::stance::{
    Added, Outcome, Reading, SIDE_THRESHOLD, Side, SideKey, Stance, assess, combine,
};
use crate::text::{Document, fold};
use crate::verdict::{Assumed, DATA_VERSION, Evidence, Finding, Role, TargetStance, Verdict};

/// Judges posts by the compiled data, and by elections and tables the user added.
///
/// Immutable, `Send + Sync`; a clone is a few pointers and shares everything.
///
/// # Examples
/// ```
/// use netral::{Classifier, Stance};
/// let classifier = Classifier::new();
/// let verdict = classifier.classify("Ayo coblos nomor 2 ✌️");
/// assert_eq!(verdict.stance(), Stance::Support);
/// ```
#[derive(Debug, Clone)]
pub struct Classifier {
    knowledge: Knowledge,
    rules: RuleSet,
}

/// Buffers that a caller may keep from post to post, so that classifying allocates less.
///
/// Holds nothing of a post that could change the verdict on another.
#[derive(Default)]
pub struct Scratch {
    own: Room,
    other: Room,
}

impl fmt::Debug for Scratch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scratch").finish_non_exhaustive()
    }
}

impl Scratch {
    /// Empty buffers.
    pub fn new() -> Self {
        Self::default()
    }
}

/// What is read of one text.
#[derive(Default)]
struct Room {
    document: Document,
    lexemes: Lexemes,
    hits: Vec<Hit>,
    codes: Vec<Code>,
    context: Context,
    voice: Voice,
}

static COMPILED: Lazy<Classifier> = Lazy::new(Classifier::new);

/// Classifies a post with the compiled data.
///
/// Never fails and never panics, whatever the text. The classifier behind it is made on first use.
///
/// # Examples
/// ```
/// use netral::{Tier, classify};
/// assert_eq!(classify("ASN dilarang mendukung salah satu calon").tier(), Tier::None);
/// ```
///
/// # Complexity
/// Time and memory grow linearly with the post.
pub fn classify<'p>(post: impl Into<Post<'p>>) -> Verdict {
    COMPILED.classify(post)
}

impl Default for Classifier {
    fn default() -> Self {
        Self::new()
    }
}

impl Classifier {
    /// A classifier with the data compiled into the crate.
    pub fn new() -> Self {
        Self {
            knowledge: Knowledge::compiled(),
            rules: RuleSet::compiled(),
        }
    }

    /// Begins a classifier that knows more than the compiled data.
    pub fn builder() -> ClassifierBuilder {
        ClassifierBuilder::default()
    }

    /// Classifies a post.
    ///
    /// # Complexity
    /// Linear in the post.
    pub fn classify<'p>(&self, post: impl Into<Post<'p>>) -> Verdict {
        self.classify_with(&mut Scratch::default(), post)
    }

    /// Classifies a post with buffers of the caller.
    ///
    /// # Examples
    /// ```
    /// use netral::{Classifier, Scratch};
    /// let (classifier, mut scratch) = (Classifier::new(), Scratch::new());
    /// for post in ["harga cabai naik lagi", "gaspol 02!"] {
    ///     let verdict = classifier.classify_with(&mut scratch, post);
    ///     assert_eq!(verdict, classifier.classify(post));
    /// }
    /// ```
    pub fn classify_with<'p>(&self, scratch: &mut Scratch, post: impl Into<Post<'p>>) -> Verdict {
        let post = post.into();
        let month = post.published().map(Date::months);
        let Scratch { own, other } = scratch;
        // A like, a share or a follow without content named takes the text as the content.
        let (text, on) = match (post.interaction_kind(), post.on_text()) {
            (Interaction::Like | Interaction::Share | Interaction::Follow, None) => {
                ("", Some(post.text()))
            }
            (_, on) => (post.text(), on),
        };
        self.read(own, text, month);
        let early = timing(
            &self.rules,
            post.stated_phase(),
            post.published(),
            &self.contests_of(own),
        );
        let contest = early.contest.as_deref();
        let mine = self.assess(own, contest);
        let theirs = on.map(|on| {
            self.read(other, on, month);
            self.assess(other, contest)
        });
        let classes: Vec<_> = own.hits.iter().filter_map(Hit::class).collect();
        let added = Added {
            words: own.lexemes.all.len(),
            classes: &classes,
        };
        let account = on.and_then(|_| account(&self.knowledge, other));
        let (outcome, from_on) = combine(post.interaction_kind(), mine, theirs, added, account);
        let room: &Room = if from_on { other } else { own };
        let source = if from_on { on.unwrap_or("") } else { text };
        self.conclude(&post, source, on, from_on, room, &outcome, early)
    }

    fn read(&self, room: &mut Room, text: &str, month: Option<u16>) {
        room.document.read(text);
        room.lexemes.read(&self.knowledge, &room.document, text);
        scan(&self.knowledge, &room.lexemes.all, month, &mut room.hits);
        codes(&room.lexemes.all, &room.hits, &mut room.codes);
        room.context.read(
            room.document.tokens(),
            &room.lexemes.all,
            &room.hits,
            room.document.folded(),
        );
        room.voice = Voice::read(
            room.document.tokens(),
            &room.lexemes.all,
            &room.hits,
            room.document.folded(),
        );
    }

    fn assess(&self, room: &Room, contest: Option<&str>) -> Outcome {
        assess(&Reading {
            knowledge: &self.knowledge,
            lexemes: &room.lexemes.all,
            hits: &room.hits,
            codes: &room.codes,
            context: &room.context,
            voice: room.voice,
            contest,
        })
    }

    fn contests_of(&self, room: &Room) -> Vec<&str> {
        let targets = room.hits.iter().filter_map(|hit| {
            if let SenseKind::Alias { target, .. } = hit.kind {
                self.knowledge.target(target)
            } else {
                None
            }
        });
        targets
            .flat_map(|target| target.ballots().map(|(contest, _)| contest))
            .collect()
    }

    #[allow(clippy::too_many_arguments)]
    fn conclude(
        &self,
        post: &Post<'_>,
        source: &str,
        on: Option<&str>,
        from_on: bool,
        room: &Room,
        outcome: &Outcome,
        timing: Timing,
    ) -> Verdict {
        let author = post.author_status();
        let evidence = |first: u32, end: u32| {
            let points = outcome
                .sides
                .iter()
                .flat_map(|side| &side.proofs)
                .find(|proof| (proof.first, proof.end) == (first, end))
                .map(|proof| proof.points);
            let named = room.hits.iter().any(|hit| {
                hit.first >= first && hit.end <= end && matches!(hit.kind, SenseKind::Alias { .. })
            }) || room
                .codes
                .iter()
                .any(|code| code.first >= first && code.lexeme < end);
            let role = match points {
                Some(_) if named => Role::Name,
                Some(points) if points > 0 => Role::For,
                Some(points) if points < 0 => Role::Against,
                _ => Role::Act,
            };
            evidence(room, source, from_on, first, end, role)
        };
        let facts = Facts {
            outcome,
            hits: &room.hits,
            context: &room.context,
            voice: room.voice,
            interacting: post.interaction_kind() != Interaction::Post && (on.is_some() || from_on),
            phase: timing.phase,
        };
        let mut findings: Vec<Finding> = Vec::new();
        for Deed { act, proofs } in deeds(&facts) {
            for provision in self.rules.applying(act, timing.phase, author) {
                findings.push(finding(
                    provision,
                    proofs
                        .iter()
                        .filter_map(|(first, end)| evidence(*first, *end))
                        .collect(),
                ));
            }
        }
        let tier = findings
            .iter()
            .map(|finding| finding.tier)
            .max()
            .unwrap_or(Tier::None);
        let review = outcome.doubtful
            || outcome.stance == Stance::Mixed
            || tier != Tier::None && timing.phase == Phase::After;
        Verdict {
            political: outcome.political,
            stance: outcome.stance,
            score: outcome.score,
            tier,
            review,
            targets: outcome
                .sides
                .iter()
                .map(|side| self.target(side, &evidence))
                .collect(),
            findings,
            assumed: Assumed {
                phase: timing.phase,
                phase_assumed: timing.assumed,
                contest: timing.contest,
                calendar_unverified: timing.unverified,
                author,
            },
            data_version: Cow::Borrowed(DATA_VERSION),
        }
    }

    fn target(&self, side: &Side, evidence: &dyn Fn(u32, u32) -> Option<Evidence>) -> TargetStance {
        let (id, name, kind, number) = match side.key {
            SideKey::Target(target) => match self.knowledge.target(target) {
                Some(info) => (
                    Some(info.id.to_owned()),
                    info.name.to_owned(),
                    info.kind,
                    None,
                ),
                None => (None, "-".to_owned(), TargetKind::Person, None),
            },
            SideKey::Number(number) => (
                None,
                format!("nomor {number}"),
                TargetKind::Number,
                Some(number),
            ),
            SideKey::Unnamed => (None, "-".to_owned(), TargetKind::Person, None),
        };
        let score = u8::try_from(side.net.unsigned_abs())
            .unwrap_or(100)
            .min(100);
        let stance = match score {
            score if score < SIDE_THRESHOLD => Stance::None,
            _ if side.net > 0 => Stance::Support,
            _ => Stance::Oppose,
        };
        let evidence = side
            .proofs
            .iter()
            .filter_map(|proof| evidence(proof.first, proof.end))
            .collect();
        TargetStance {
            id,
            name,
            kind,
            number,
            stance,
            score,
            evidence,
        }
    }
}

/// Whether the content interacted with is nothing but the account of somebody who stands in an election.
fn account(knowledge: &Knowledge, room: &Room) -> Option<u32> {
    if room.lexemes.all.len() > 4 {
        return None;
    }
    room.hits.iter().find_map(|hit| match hit.kind {
        SenseKind::Alias {
            target,
            attitude: Attitude::Neutral | Attitude::Fond,
            ambiguity: Ambiguity::Clear,
        } => knowledge.target(target).map(|_| target),
        _ => None,
    })
}

fn evidence(
    room: &Room,
    source: &str,
    on: bool,
    first: u32,
    end: u32,
    role: Role,
) -> Option<Evidence> {
    let start = room.lexemes.all.get(first as usize)?.span.start();
    let last = room
        .lexemes
        .all
        .get((end as usize).checked_sub(1)?)?
        .span
        .end();
    let span = Span::new(start, last);
    Some(Evidence {
        role,
        span,
        on,
        words: span.of(source).to_owned(),
    })
}

fn finding(provision: &Provision, evidence: Vec<Evidence>) -> Finding {
    Finding {
        act: provision.act,
        rule: provision.id.clone(),
        tier: provision.tier,
        tier_alt: provision.tier_alt,
        dismissal: provision.dismissal,
        confidence: provision.confidence,
        citations: provision.citations.to_vec(),
        summary: provision.summary.clone(),
        note: provision.note.clone(),
        evidence,
    }
}

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

    /// Adds a table in one of the tab-separated formats of `data/README.md`: terms, aliases, targets, cues, spellings, words, verbs, codes.
    pub fn table(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.tables.push((name.into(), text.into()));
        self
    }

    /// Uses the provisions of these rule files in place of the compiled ones; may be called once a file.
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
            add_election(&mut tables, &mut contests, &mut errors, at, election);
        }
        #[cfg(feature = "toml")]
        let provisions = {
            let mut law = crate::source::toml_file::Law::default();
            for (name, text) in &self.rules {
                if let Err(mut found) = law.read(name, text, None) {
                    errors.append(&mut found);
                }
            }
            for (name, text) in &self.calendars {
                match crate::source::toml_file::contests(name, text, None) {
                    Ok(mut found) => contests.append(&mut found),
                    Err(mut found) => errors.append(&mut found),
                }
            }
            law.provisions
        };
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
        #[cfg(feature = "toml")]
        if !self.rules.is_empty() {
            rules = rules.with_provisions(provisions);
        }
        Ok(Classifier { knowledge, rules })
    }
}

/// Turns an election into targets and names.
fn add_election(
    tables: &mut Tables,
    contests: &mut Vec<Contest>,
    errors: &mut Vec<DataError>,
    at: usize,
    election: &Election,
) {
    let contest = format!("user-{at}");
    let place = Place {
        file: election.name.clone(),
        line: 0,
    };
    let mut fail =
        |what: String, remedy: &str| errors.push(DataError::at(&election.name, 0, 0, what, remedy));
    let mut seen: Vec<u32> = Vec::new();
    for (index, ticket) in election.tickets.iter().enumerate() {
        if ticket.candidate.trim().is_empty() {
            fail(
                format!("ticket {} has no candidate", index + 1),
                "give the candidate's full name",
            );
            continue;
        }
        if let Some(number) = ticket.number {
            if seen.contains(&number) {
                fail(
                    format!("the number {number} is given twice"),
                    "give each ticket a number of its own",
                );
            }
            seen.push(number);
        }
        let id = format!(
            "ticket-{contest}-{}",
            ticket
                .number
                .map_or_else(|| format!("x{index}"), |number| number.to_string())
        );
        let mate = ticket
            .running_mate
            .as_deref()
            .filter(|mate| !mate.trim().is_empty());
        let name = mate.map_or_else(
            || ticket.candidate.clone(),
            |mate| format!("{} – {mate}", ticket.candidate),
        );
        let ballot = ticket
            .number
            .map(|number| (contest.clone(), number))
            .into_iter()
            .collect();
        tables.targets.push(Target {
            id: id.clone(),
            kind: TargetKind::Ticket,
            name,
            ballot,
            members: Vec::new(),
            place: place.clone(),
        });
        let mut names: Vec<(String, Ambiguity)> = Vec::new();
        for person in [Some(ticket.candidate.as_str()), mate]
            .into_iter()
            .flatten()
        {
            let full = folded_words(person);
            let words = full.split(' ').count();
            names.push((
                full.clone(),
                if words > 1 {
                    Ambiguity::Clear
                } else {
                    Ambiguity::Name
                },
            ));
            // Single words of a name, and with a title, count with politics nearby.
            for word in full.split(' ').filter(|word| words > 1 && word.len() >= 4) {
                names.push((word.to_owned(), Ambiguity::Name));
            }
            if let Some(first) = full.split(' ').next() {
                for title in ["pak", "bu", "mas", "bang", "kang", "cak", "gus", "haji"] {
                    names.push((format!("{title} {first}"), Ambiguity::Name));
                }
            }
        }
        if let Some(mate) = mate {
            let firsts = [ticket.candidate.as_str(), mate].map(|name| {
                folded_words(name)
                    .split(' ')
                    .next()
                    .unwrap_or("")
                    .to_owned()
            });
            if firsts.iter().all(|first| first.len() > 2) {
                names.push((firsts.join(" "), Ambiguity::Clear));
            }
        }
        for alias in &ticket.aliases {
            let alias = folded_words(alias);
            // An acronym may be an everyday word; several words rarely are.
            let ambiguity = if alias.contains(' ') {
                Ambiguity::Name
            } else {
                Ambiguity::Word
            };
            names.push((alias, ambiguity));
        }
        let mut known: Vec<String> = Vec::new();
        for (alias, ambiguity) in names {
            if alias.is_empty() || known.contains(&alias) {
                continue;
            }
            known.push(alias.clone());
            tables.aliases.push(Alias {
                alias,
                target: id.clone(),
                attitude: Attitude::Neutral,
                ambiguity,
                from: 0,
                to: u16::MAX,
                place: place.clone(),
            });
        }
    }
    if let Some(calendar) = election.calendar {
        contests.push(Contest {
            id: Cow::Owned(contest),
            name: Cow::Owned(election.name.clone()),
            begin: Date::FIRST,
            fixed: calendar.fixed,
            campaign: calendar.campaign,
            quiet: calendar.quiet,
            polling: calendar.polling,
            end: Date::LAST,
            verified: true,
        });
    }
}

/// A name as lexicon keys are written: folded, one blank between words, no punctuation.
fn folded_words(name: &str) -> String {
    let plain: String = fold(name)
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | '`' | '.'))
        .map(|letter| {
            if letter.is_alphanumeric() || letter == '@' {
                letter
            } else {
                ' '
            }
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
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
        crate::source::toml_file::election(name, text).map_err(BuildError::new)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::law::Author;

    #[test]
    fn the_classifier_is_shared_between_threads() {
        fn assert_all<
            T: Send + Sync + Clone + std::panic::UnwindSafe + std::panic::RefUnwindSafe,
        >() {
        }
        assert_all::<Classifier>();
        assert_all::<Verdict>();
        assert_all::<Post<'static>>();
        fn assert_send<T: Send>() {}
        assert_send::<Scratch>();
    }

    #[test]
    fn public_authors_get_no_tier() {
        let verdict = Classifier::new()
            .classify(Post::new("ayo menangkan Prabowo, coblos nomor 2!").author(Author::Public));
        assert_eq!(
            (verdict.stance(), verdict.tier()),
            (Stance::Support, Tier::None)
        );
    }
}
