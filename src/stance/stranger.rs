//! People the lexicon does not know: a title and a name behind it.

use std::cell::OnceCell;

use smallvec::SmallVec;

use super::reading::Reading;
use super::thing::is_any_at;
use super::topic::{EVERYDAY, OCCASION};
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit};
use crate::source::class::Class;
use crate::source::layout::{self, form};

/// Somebody named whom nobody listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stranger {
    /// First lexeme, the title, and the one behind the name.
    pub(super) first: u32,
    pub(super) end: u32,
    pub(super) clause: u32,
    pub(super) sentence: u32,
    /// The title says that they stand in an election.
    pub(super) stands: bool,
}

impl Stranger {
    /// Whether they are named in full: a title and two names.
    pub(super) fn is_full(&self) -> bool {
        self.end - self.first > 2
    }
}

/// What a name nobody listed stands behind: ways of addressing somebody, and that they stand in an election.
const TITLES: Classes = Classes::of(&[Class::Address, Class::PartContestant, Class::Holder]);

/// Words that are names too.
const NAMING: Classes = Classes::of(&[
    Class::Faith,
    Class::Plea,
    Class::Praise,
    Class::Wish,
    Class::World,
]);

/// Words a name has at most.
pub(super) const LONGEST_NAME: u32 = 3;

/// Frequency band from which on a word with a capital is likely a name.
const RARE: u8 = 5;

/// Words between a bare name and what tells that its bearer stands, at most.
const BESIDE: u32 = 2;

/// The same where the name begins its clause.
const FIRST: u32 = 6;

/// Words before a name among which its banner is put up.
const PUT_UP: u32 = 5;

/// What is done with whoever is named right behind it.
pub(super) const CHOSEN: Classes = Classes::of(&[
    Class::Vote,
    Class::Support,
    Class::Reject,
    Class::Shun,
    Class::Cry,
]);

/// Who stands in an election.
const STANDING: Classes = Classes::of(&[Class::PartContestant, Class::PartRun]);

/// Who stands in an election, and what is done with nobody but a candidate.
pub(super) const CANDIDACY: Classes = STANDING.with(Classes::one(Class::Elect));

/// Whether a hit tells that somebody beside it stands: a candidacy, or fitness for an office that it names, "deserves to be mayor".
fn is_candidacy(reading: &Reading<'_>, hit: &Hit) -> bool {
    let seated = || hit.end - hit.first > 2 && reading.is_at(hit.first, Class::Office);
    hit.is_any(CANDIDACY) || hit.class() == Some(Class::Fit) && seated()
}

/// The strangers of a post, in order.
pub(super) fn strangers(reading: &Reading<'_>, shouted: bool) -> SmallVec<[Stranger; 2]> {
    let names = Names::of(reading, shouted);
    let mut found = SmallVec::new();
    if reading.has_any(TITLES) {
        names.titled(&mut found);
    }
    let voted = || reading.has(Class::Vote) && reading.has(Class::Election);
    let fits = || reading.has(Class::Fit) && reading.has(Class::Office);
    let sought = reading.has_any(CANDIDACY) || voted();
    if !shouted && (sought || fits()) {
        names.bare(sought, &mut found);
    }
    found
}

/// The only candidate of a post whom nobody listed; none where two are told of.
pub(super) fn only_candidate(strangers: &[Stranger]) -> Option<&Stranger> {
    /// People nobody listed from which on nobody knows who is meant; keeps the look at all of them cheap.
    const MOST: usize = 16;
    if strangers.len() > MOST {
        return None;
    }
    let mut standing = strangers.iter().filter(|stranger| stranger.stands);
    let first = standing.next();
    first.filter(|_| standing.next().is_none())
}

/// Where names stand that nobody listed.
pub(super) struct Names<'n> {
    reading: &'n Reading<'n>,
    /// Most words are in capitals, which therefore say nothing.
    shouted: bool,
    /// See [`Names::daily`]; looked for once.
    daily: OnceCell<[Option<u32>; 2]>,
}

impl<'n> Names<'n> {
    pub(super) fn of(reading: &'n Reading<'n>, shouted: bool) -> Self {
        Self {
            reading,
            shouted,
            daily: OnceCell::new(),
        }
    }

    pub(super) fn lexeme(&self, index: u32) -> Option<&Lexeme> {
        self.reading.lexemes.get(index as usize)
    }

    /// Whether a lexeme may be part of a name: parents also call their children by words of faith, praise and hope.
    #[inline(never)]
    pub(super) fn is_name(&self, lexeme: &Lexeme, index: u32) -> bool {
        let capital = self.is_capital(lexeme);
        (lexeme.lemma == layout::NONE || capital)
            && lexeme.number == 0
            && !lexeme.is(mark::TAG | mark::HANDLE | mark::EMOJI)
            && self.reading.at(index).iter().all(|hit| match hit.class() {
                Some(Class::Address) => true,
                Some(class) if NAMING.has(class) => capital && hit.end - hit.first == 1,
                _ => false,
            })
    }

    /// Whether a word is hardly ever anything but a name: one that nobody knows, or, with a capital, a rare one or part of other names.
    #[inline(never)]
    pub(super) fn is_rare(&self, lexeme: &Lexeme) -> bool {
        let rare =
            || lexeme.form & form::PLAIN != 0 && self.reading.knowledge.band(lexeme.lemma) >= RARE;
        lexeme.lemma == layout::NONE
            || self.is_capital(lexeme) && (lexeme.form & form::NAME != 0 || rare())
    }

    pub(super) fn is_capital(&self, lexeme: &Lexeme) -> bool {
        lexeme.is(mark::TITLE | mark::CAPS) && !self.shouted
    }

    /// Names behind titles.
    fn titled(&self, found: &mut SmallVec<[Stranger; 2]>) {
        let reading = self.reading;
        let titles = reading
            .hits
            .iter()
            .filter(|hit| hit.class().is_some_and(|class| TITLES.has(class)));
        for title in titles {
            // "Pilih bu nur": behind a vote and a title even a common word is a name; candidates are of some kind: "pilih caleg muda".
            let voted = reading.before(title.first).has(Class::Vote)
                && title.class() == Some(Class::Address);
            let name = (title.end..title.end + LONGEST_NAME).take_while(|index| {
                self.lexeme(*index).is_some_and(|lexeme| {
                    lexeme.clause == title.clause
                        && (self.is_name(lexeme, *index)
                            || voted
                                && *index == title.end
                                && lexeme.number == 0
                                && reading.at(*index).is_empty())
                })
            });
            let words = name.count() as u32;
            if words > 0 {
                let end = title.end + words;
                found.push(Stranger {
                    first: title.first,
                    end,
                    clause: title.clause,
                    sentence: title.sentence,
                    stands: title.class() == Some(Class::PartContestant)
                        || self.stands_behind(title, end)
                        || self.is_chosen_before(title, end),
                });
            }
        }
    }

    /// Whether what stands behind a name tells that its bearer stands: "Mr NN, candidate for the council", "Mr NN who runs again",
    /// "Mr NN for mayor".
    fn stands_behind(&self, title: &Hit, end: u32) -> bool {
        let begins = |index: u32| {
            let mut hits = self.reading.at(index).iter();
            hits.any(|hit| {
                hit.first == index
                    && hit.sentence == title.sentence
                    && is_candidacy(self.reading, hit)
            })
        };
        // A word that says nothing may lead there: "who".
        let leads = || self.reading.at(end).is_empty() || self.reading.is_at(end, Class::Others);
        begins(end) || leads() && begins(end + 1)
    }

    /// Whether what stands right before a name and its title is done with candidates alone: marking their field on the ballot paper,
    /// holding events for them.
    fn is_chosen_before(&self, title: &Hit, end: u32) -> bool {
        const CHOSEN: Classes = Classes::of(&[Class::Elect, Class::PartEvent, Class::PartTeam]);
        const WORK: Classes = Classes::of(&[
            Class::ActLetter,
            Class::ActTeam,
            Class::PartEvent,
            Class::PartPaper,
            Class::PartTeam,
        ]);
        const PUT: Classes = Classes::of(&[Class::PartPut, Class::PartGive]);
        const PICKED: Classes = Classes::of(&[Class::Vote, Class::Support]);
        let reading = self.reading;
        let before = reading.before(title.first);
        // "The team for Mr NN", "I went with Mr NN on the campaign".
        let worked = || {
            let other = title.first.checked_sub(2);
            other.is_some_and(|work| reading.is_for(work + 1) && reading.is_any_at(work, WORK))
                || before.has(Class::PartCome) && reading.is_any_at(end, OCCASION)
        };
        // A banner with a name may stand for anything; who puts it up stands for the name. Who goes to vote with others chooses nobody.
        let put = || {
            let from = title.first.saturating_sub(PUT_UP);
            (from..title.first).any(|index| self.reading.is_any_at(index, PUT))
        };
        if before.has(Class::PartMaterial) {
            put()
        } else {
            before.any(CHOSEN)
                || worked()
                || before.any(PICKED)
                    && !before.has(Class::PartWith)
                    && (before.has(Class::Vote) && before.has(Class::Election)
                        || self.is_picked(title, end))
        }
    }

    /// Where the first two words stand of what else people vote about; families and congregations vote for candidates too.
    fn daily(&self) -> [Option<u32>; 2] {
        const DAILY: Classes = EVERYDAY
            .without(Class::Family)
            .without(Class::Faith)
            .without(Class::Health)
            .with(Classes::one(Class::Abroad));
        *self.daily.get_or_init(|| {
            let daily = |hit: &&Hit| hit.is_any(DAILY);
            let mut hits = self.reading.hits.iter().filter(daily);
            let first = hits.next().map(|hit| hit.first);
            [
                first,
                hits.map(|hit| hit.first)
                    .find(|other| Some(*other) != first),
            ]
        })
    }

    /// Whether a word of what else people vote about stands anywhere but at a title: sellers and buyers address each other too.
    pub(super) fn has_daily(&self, title: u32) -> bool {
        self.daily().into_iter().flatten().any(|at| at != title)
    }

    /// Whether the author speaks of a vote for whoever is named behind a title: in a post of nothing everyday one votes for candidates. Who
    /// is voted by somebody is none, nor who is chosen to be something else.
    fn is_picked(&self, title: &Hit, end: u32) -> bool {
        /// What may stand behind whoever is voted for.
        const CLOSING: Classes = Classes::of(&[
            Class::Again,
            Class::Assent,
            Class::Casual,
            Class::Cry,
            Class::Echo,
            Class::Elect,
            Class::Mock,
            Class::When,
        ]);
        let reading = self.reading;
        let verb = title
            .first
            .checked_sub(1)
            .and_then(|verb| self.lexeme(verb));
        let goes_on = self
            .lexeme(end)
            .is_some_and(|next| next.clause == title.clause && !next.is(mark::EMOJI));
        title.class() == Some(Class::Address)
            && reading.voice.distance <= 0
            && !self.has_daily(title.first)
            && self
                .lexeme(title.end)
                .is_some_and(|name| self.is_rare(name))
            && verb.is_some_and(|verb| verb.form & form::PASSIVE == 0)
            && (!goes_on || reading.places.lexeme(end).is_cued() || reading.is_any_at(end, CLOSING))
    }

    /// Runs of lexemes of one clause that may be names, from the first lexeme to the one behind the last.
    pub(super) fn runs(
        &self,
        part: impl Fn(u32, &Lexeme) -> bool,
    ) -> impl Iterator<Item = (u32, u32)> {
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let (first, clause) = (next, self.lexeme(next)?.clause);
                let words = (first..first + LONGEST_NAME).take_while(|index| {
                    let lexeme = self.lexeme(*index);
                    lexeme.is_some_and(|lexeme| lexeme.clause == clause && part(*index, lexeme))
                });
                let words = words.count() as u32;
                next += words.max(1);
                if words > 0 {
                    return Some((first, first + words));
                }
            }
        })
    }

    /// Names of several words in capitals beside a candidacy, or right behind a vote where candidates are `sought`: "Darmawan Wiratno
    /// for regent".
    fn bare(&self, sought: bool, found: &mut SmallVec<[Stranger; 2]>) {
        let reading = self.reading;
        let part = |index, lexeme: &Lexeme| self.is_capital(lexeme) && self.is_name(lexeme, index);
        let titled = found.len();
        for (first, end) in self.runs(part) {
            let Some(&Lexeme {
                clause, sentence, ..
            }) = self.lexeme(first)
            else {
                continue;
            };
            let rare = (first..end)
                .filter_map(|index| self.lexeme(index))
                .any(|lexeme| self.is_rare(lexeme));
            // "Vote for Amir for regent": one word is enough between them.
            let called = || {
                reading.before(first).any(CHOSEN)
                    && is_any_at(reading, end, clause, Classes::one(Class::Elect))
            };
            // Who is the first word of a clause runs, however late it is told: "NN, with all those debts, runs for regent".
            let reach = if first == reading.begin_of(clause) {
                FIRST
            } else {
                BESIDE
            };
            let beside = || {
                reading.in_clause(clause).iter().any(|hit| {
                    is_candidacy(reading, hit)
                        && (hit.first >= end
                            && hit.first - end
                                <= reach + u32::from(hit.class() == Some(Class::Elect))
                            || hit.end <= first && first - hit.end <= BESIDE)
                })
            };
            // Those with titles stand in the order of the post.
            let known = || {
                let titled = found.get(..titled).unwrap_or(&[]);
                let next = titled.partition_point(|other| other.end <= first);
                titled.get(next).is_some_and(|other| other.first < end)
            };
            let meant = || {
                end - first > 1 && rare && (beside() || sought && reading.before(first).any(CHOSEN))
                    || called()
            };
            if meant() && !known() {
                found.push(Stranger {
                    first,
                    end,
                    clause,
                    sentence,
                    stands: true,
                });
            }
        }
        found.sort_by_key(|stranger| stranger.first);
    }
}
