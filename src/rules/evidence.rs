//! Which words prove that the author did something: whole phrases, and a verb with its thing nearby.

use smallvec::SmallVec;

use super::wording::Wording;
use crate::context::{Context, Voice, flag};
use crate::lexicon::{Knowledge, Lexeme, mark};
use crate::matching::{Classes, Code, Hit, Places};
use crate::post::Interaction;
use crate::source::class::{Class, Cue, TargetKind};
use crate::source::law::Phase;
use crate::source::layout::form;
use crate::stance::{Outcome, SIDE_THRESHOLD, Side, SideKey, is_everyday};

/// What acts are judged from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'f> {
    pub(crate) knowledge: &'f Knowledge,
    pub(crate) outcome: &'f Outcome,
    pub(crate) lexemes: &'f [Lexeme],
    pub(crate) hits: &'f [Hit],
    pub(crate) places: &'f Places,
    pub(crate) codes: &'f [Code],
    pub(crate) context: &'f Context,
    pub(crate) voice: Voice,
    pub(crate) interaction: Interaction,
    /// The post answers, passes on or likes something of somebody else.
    pub(crate) interacting: bool,
    /// The words are those of the content interacted with, not the author's own.
    pub(crate) from_on: bool,
    pub(crate) phase: Phase,
    /// Nobody but parties is supported or attacked.
    pub(crate) party_only: bool,
    /// The author is husband or wife of a candidate.
    pub(crate) spouse: bool,
    /// The caller says the author was on unpaid leave.
    pub(crate) on_leave: bool,
}

/// First lexeme of a proof and the one behind its last.
pub(crate) type Proof = (u32, u32);

/// The proofs of an act; most are few.
pub(crate) type Proofs = SmallVec<[Proof; 6]>;

/// Words such as "tadi" and "akhirnya" that may stand before a verb whose subject is dropped.
const LIGHT_WORDS: usize = 3;
/// Words that may stand between the author and the verb.
const NEAR: u32 = 5;
/// Words that may stand between a verb and its thing.
const GAP: u32 = 8;
/// Proofs given for an act, so that a verdict stays small on any post.
pub(super) const MOST_PROOFS: usize = 32;
/// From this distance of voice on a post tells of others.
const TELLS_OF_OTHERS: i32 = 3;

/// How plainly the words must say that the author did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doer {
    /// The author, a call, or nobody else: enough in a post that takes a side.
    Likely,
    /// The author says "I", "we" or "my", or nobody else does and a person speaks.
    Told,
    /// The author says "I", "we" or "my".
    Stated,
}

impl Facts<'_> {
    /// Whether the post reads like a report.
    pub(super) fn tells_of_others(&self) -> bool {
        self.voice.distance >= TELLS_OF_OTHERS
    }

    /// Where the hits of a kind stand, whoever says so.
    pub(super) fn words_that(&self, wanted: impl Fn(&Hit) -> bool) -> Proofs {
        self.hits
            .iter()
            .filter(|hit| wanted(hit))
            .map(|hit| (hit.first, hit.end))
            .take(MOST_PROOFS)
            .collect()
    }

    /// Where the words of a class stand, whoever says so.
    pub(super) fn words_of(&self, class: Class) -> Proofs {
        if self.has(class) {
            self.words_that(|hit| hit.class() == Some(class))
        } else {
            Proofs::new()
        }
    }

    pub(super) fn has(&self, class: Class) -> bool {
        self.places.post().has(class)
    }

    pub(super) fn has_any(&self, classes: Classes) -> bool {
        self.places.post().any(classes)
    }

    /// The classes that occur in the post.
    fn present(&self) -> Classes {
        self.places.post().classes()
    }

    /// Whether the words are told as done, not denied, forbidden, asked, reported or supposed.
    pub(super) fn is_told(&self, hit: &Hit) -> bool {
        self.context.of(hit) & flag::NOT_DONE == 0
    }

    /// Whether the author may have done what the words tell: a quick no.
    pub(super) fn may_tell(&self, wording: &Wording) -> bool {
        wording.may_be(self.present()) && !self.tells_of_others()
    }

    /// Proofs that the author did what whole phrases or pairs of words say.
    pub(super) fn proofs(&self, wording: &Wording, doer: Doer) -> Proofs {
        if self.may_tell(wording) && wording.occurs(self.present()) {
            self.search(wording, doer)
        } else {
            Proofs::new()
        }
    }

    #[inline(never)]
    fn search(&self, wording: &Wording, doer: Doer) -> Proofs {
        let mut proofs = Proofs::new();
        for (at, hit) in self.hits.iter().enumerate() {
            let Some(class) = hit.class().filter(|class| wording.leads().has(*class)) else {
                continue;
            };
            if wording.wholes.contains(&class) && self.is_told(hit) && self.by_author(hit, doer) {
                proofs.push((hit.first, hit.end));
            }
            for (verb, thing) in wording.pairs {
                if class == *verb {
                    let thing = |other: &Hit| other.class() == Some(*thing);
                    if let Some(proof) = self.pair(at, hit, &thing, doer) {
                        proofs.push(proof);
                    }
                }
            }
        }
        proofs.sort_unstable();
        proofs.dedup();
        proofs.truncate(MOST_PROOFS);
        proofs
    }

    /// The verb at `at` with the nearest thing behind it, or in front of it where the author names themself between:
    /// "baliho sudah saya pasang".
    pub(super) fn pair(
        &self,
        at: usize,
        verb: &Hit,
        thing: &dyn Fn(&Hit) -> bool,
        doer: Doer,
    ) -> Option<Proof> {
        if !self.is_told(verb) {
            return None;
        }
        let near = |other: &&Hit| other.clause == verb.clause && other.distance(verb) <= GAP;
        let is_thing = |other: &&Hit| thing(other) && self.is_told(other);
        let behind = || {
            self.hits
                .get(at..)?
                .iter()
                .skip_while(|other| other.first < verb.end)
                .take_while(near)
                .find(is_thing)
                .map(|other| (verb.first, other.end))
        };
        let in_front = || {
            self.hits
                .get(..at)?
                .iter()
                .rev()
                .skip_while(|other| other.end > verb.first)
                .take_while(near)
                .find(is_thing)
                .filter(|other| self.names_author(other.end, verb.first))
                .map(|other| (other.first, verb.end))
        };
        // Things are looked for first: most verbs have none.
        behind()
            .or_else(in_front)
            .filter(|_| self.by_author(verb, doer))
    }

    /// Whether the author names themself between two places, if only inside a longer phrase: "saya kader". In "my friend" the author
    /// owns and does nothing.
    pub(super) fn names_author(&self, from: u32, to: u32) -> bool {
        let owns = |index: u32| {
            index.checked_sub(1).is_some_and(|before| {
                self.places
                    .lexeme(before)
                    .hits(self.hits)
                    .iter()
                    .any(|hit| hit.target().is_none() && is_other_doer(hit) && hit.end <= index + 1)
            })
        };
        (from..to).any(|index| {
            let Some(lexeme) = self.lexemes.get(index as usize) else {
                return false;
            };
            // Of "my supervisor" nothing is known but that somebody has one.
            let mine = lexeme.is(mark::MINE)
                && self
                    .places
                    .lexeme(index)
                    .hits(self.hits)
                    .iter()
                    .any(|hit| !hit.class().is_some_and(is_everyday));
            mine || self.is_author(lexeme) && !owns(index)
        })
    }

    fn is_author(&self, lexeme: &Lexeme) -> bool {
        self.knowledge.means(lexeme.lemma, Class::FirstPerson)
    }

    /// The hits that begin at a place or up to some words behind it.
    pub(super) fn behind(&self, place: u32, words: u32) -> &[Hit] {
        let start = self.hits.partition_point(|hit| hit.first < place);
        let rest = self.hits.get(start..).unwrap_or(&[]);
        let end = rest.partition_point(|hit| hit.first <= place.saturating_add(words));
        rest.get(..end).unwrap_or(&[])
    }

    /// Whether the doer of a verb is the author: who is named last before it does it. Where nobody is, posts drop "I" at the
    /// beginning of a clause.
    pub(super) fn by_author(&self, verb: &Hit, doer: Doer) -> bool {
        let clause = self.places.clause(verb.clause).hits(self.hits);
        let before = || clause.iter().filter(|other| other.end <= verb.first);
        let start = self
            .lexemes
            .partition_point(|lexeme| lexeme.clause < verb.clause) as u32;
        let end = self
            .lexemes
            .partition_point(|lexeme| lexeme.clause <= verb.clause) as u32;
        let other = before()
            .filter(|other| is_other_doer(other))
            .map(|other| other.end)
            .max();
        let mine = verb.class() == Some(Class::SelfCampaign)
            || self.names_author(
                other
                    .unwrap_or(start)
                    .max(start)
                    .max(verb.first.saturating_sub(NEAR)),
                verb.end,
            )
            || other.is_none() && self.names_author(verb.end, end)
            // "Resmi jadi": of oneself in a post that takes a side, of anybody in a headline.
            || doer == Doer::Likely
                && other.is_none()
                && clause
                    .iter()
                    .any(|other| other.class() == Some(Class::FirstPerson));
        if mine || doer == Doer::Stated || doer == Doer::Told && self.voice.distance >= 0 {
            return mine;
        }
        let lexeme = self.lexemes.get(verb.first as usize);
        // Who is appointed is the subject of a passive.
        let appointed = verb.class() == Some(Class::PartJoin);
        if !appointed && lexeme.is_some_and(|lexeme| lexeme.form & form::PASSIVE != 0) {
            return false;
        }
        let urged = before().any(|other| other.class() == Some(Class::Mobilise))
            || lexeme.is_some_and(|lexeme| lexeme.is(mark::REQUEST));
        let words = self
            .lexemes
            .get(start as usize..verb.first as usize)
            .unwrap_or_default()
            .iter()
            .filter(|lexeme| !lexeme.is(mark::HANDLE | mark::EMOJI | mark::TAG))
            .count();
        // "Jadi" and "sebagai" need a subject sooner than deeds do.
        let dropped = if matches!(verb.class(), Some(Class::PartJoin | Class::ActTeam)) {
            1
        } else {
            LIGHT_WORDS
        };
        // "Those who put up posters".
        let those = verb.first.checked_sub(1).is_some_and(|before| {
            let lexeme = self.lexemes.get(before as usize);
            lexeme.is_some_and(|lexeme| Some(lexeme.lemma) == self.knowledge.lemma_of("yang"))
        });
        urged || other.is_none() && words <= dropped && !those
    }

    /// Whether the author was on unpaid leave, by their own words or the caller's.
    pub(crate) fn is_on_leave(&self) -> bool {
        self.on_leave
            || !self.from_on
                && self.has(Class::ActLeave)
                && self
                    .hits
                    .iter()
                    .any(|hit| hit.class() == Some(Class::ActLeave) && self.is_told(hit))
    }

    /// Whether the sentence of a lexeme names a side, or somebody of a camp, and no side in the clause before it.
    pub(super) fn is_of_camp(&self, first: u32, camp: Classes) -> bool {
        let Some(lexeme) = self.lexemes.get(first as usize) else {
            return false;
        };
        let sentence = self.places.sentence(lexeme.sentence);
        let clause = self.places.clause(lexeme.clause);
        // "NN hands out meals": who is named first does it.
        let doer = clause.is_named()
            && clause
                .hits(self.hits)
                .iter()
                .any(|hit| hit.target().is_some() && hit.end <= first);
        let past = sentence.cue(Cue::Past)
            && sentence
                .hits(self.hits)
                .iter()
                .any(|hit| hit.cue() == Some(Cue::Past) && hit.end <= first);
        let named = || {
            self.outcome.sides.iter().any(|side| {
                side.key != SideKey::Unnamed
                    && side.proofs.iter().any(|proof| {
                        let named = self.lexemes.get(proof.first as usize);
                        named.is_some_and(|named| named.sentence == lexeme.sentence)
                    })
            })
        };
        !doer && !past && (sentence.any(camp) || named())
    }

    /// Kind of a target that a hit names.
    pub(super) fn kind(&self, hit: &Hit) -> Option<TargetKind> {
        Some(self.knowledge.target(hit.target()?)?.kind)
    }
}

/// Whether nobody but parties is supported or attacked.
pub(crate) fn is_party_only(knowledge: &Knowledge, outcome: &Outcome) -> bool {
    let taken = |side: &&Side| side.net.unsigned_abs() >= u32::from(SIDE_THRESHOLD);
    let mut sides = outcome.sides.iter().filter(taken).peekable();
    sides.peek().is_some()
        && sides.all(|side| match side.key {
            SideKey::Target(target) => knowledge
                .target(target)
                .is_some_and(|info| info.kind == TargetKind::Party),
            SideKey::Number(_) | SideKey::Unnamed => false,
        })
}

/// Whether somebody other than the author is named as one who does things.
fn is_other_doer(hit: &Hit) -> bool {
    hit.target().is_some()
        || matches!(
            hit.class(),
            Some(
                Class::Identity
                    | Class::Office
                    | Class::Civil
                    | Class::Report
                    | Class::PartOther
                    | Class::PartContestant
                    | Class::PartPublic
                    | Class::PartStaff
                    | Class::PartTeam
            )
        )
}
