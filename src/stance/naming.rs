//! Whether a name means its target.

use super::around::ends_clause;
use super::company::carries;
use super::homonym::is_meant_word;
use super::namesake::is_meant_name;
use super::pledge::is_pledge;
use super::reading::Reading;
use super::topic::{EVERYDAY, Topic};
use crate::lexicon::{Lexeme, SenseKind, mark};
use crate::matching::{Classes, Code, Hit, Place, slice, within};
use crate::source::class::{Ambiguity, Attitude, Class, Cue, TargetKind};
use crate::source::layout;

/// Classes of which one beside an ambiguous name tells that somebody is wanted or fought.
pub(super) const SOUGHT: Classes = Classes::of(&[
    Class::Cry,
    Class::Vote,
    Class::Support,
    Class::Rally,
    Class::Fit,
    Class::Reject,
    Class::Office,
    Class::Election,
    Class::CallAgainst,
    Class::Victory,
]);

/// What chooses somebody by words that end right before the name.
const CHOOSING: Classes = Classes::of(&[Class::Cry, Class::Elect]);

/// Whether a name means its target here.
pub(super) fn holds(reading: &Reading<'_>, hit: &Hit, shouted: bool, topic: Topic) -> bool {
    let SenseKind::Alias {
        attitude,
        ambiguity,
        ..
    } = hit.kind
    else {
        return false;
    };
    if is_on_signboard(reading, hit)
        || is_of_neighbour(reading, hit)
        || is_disowned(reading, hit)
        || is_only_a_name(reading, hit)
    {
        return false;
    }
    if matches!(ambiguity, Ambiguity::Clear | Ambiguity::Shared) {
        return true;
    }
    let Some(lexeme) = reading.lexemes.get(hit.first as usize) else {
        return false;
    };
    let named = Named::of(reading, hit, lexeme, attitude, shouted, topic);
    // Two letters are initials of many.
    let ambiguity = if lexeme.span.len() <= 2 && !named.is_several() {
        Ambiguity::Word
    } else {
        ambiguity
    };
    // Two names of one ticket in a hashtag are no friends.
    if lexeme.is(mark::TAG) && ambiguity == Ambiguity::Name && named.is_ticket() {
        return true;
    }
    if named.place.has(Class::Abroad) || named.is_everyday() {
        return false;
    }
    if named.is_turned_down() || named.is_pledged() {
        return true;
    }
    match ambiguity {
        Ambiguity::Clear => true,
        Ambiguity::Shared => !named.is_given(),
        Ambiguity::Likely => !named.daily || topic.clear + topic.election > 0,
        Ambiguity::Name => is_meant_name(&named),
        Ambiguity::Word => is_meant_word(&named),
    }
}

/// A name that may mean something else, and what stands around it.
pub(super) struct Named<'n> {
    pub(super) reading: &'n Reading<'n>,
    pub(super) hit: &'n Hit,
    /// Its first lexeme.
    pub(super) lexeme: &'n Lexeme,
    pub(super) attitude: Attitude,
    pub(super) topic: Topic,
    /// Its sentence.
    pub(super) place: &'n Place,
    /// Its sentence is of everyday life.
    pub(super) daily: bool,
    /// Most words of the post are in capitals, which therefore say nothing.
    shouted: bool,
}

impl<'n> Named<'n> {
    fn of(
        reading: &'n Reading<'n>,
        hit: &'n Hit,
        lexeme: &'n Lexeme,
        attitude: Attitude,
        shouted: bool,
        topic: Topic,
    ) -> Self {
        let mut named = Self {
            reading,
            hit,
            lexeme,
            attitude,
            topic,
            place: reading.places.sentence(hit.sentence),
            daily: false,
            shouted,
        };
        named.daily =
            named.place.any(EVERYDAY) && !named.is_prayed_for() && !named.is_chosen_apart();
        named
    }

    /// The hits of its sentence.
    pub(super) fn around(&self) -> &'n [Hit] {
        self.place.hits(self.reading.hits)
    }

    /// Whether somebody of the author's is called so: "my cat's name is NN".
    fn is_given(&self) -> bool {
        const OWN: Classes = Classes::of(&[Class::PartOther, Class::Family]);
        let Self { reading, hit, .. } = *self;
        let before = hit.first.wrapping_sub(1);
        let its = |word: &Lexeme| word.is(mark::ITS);
        self.place.any(OWN)
            && reading.lexemes.get(before as usize).is_some_and(its)
            && reading.is_word(before, "nama")
    }

    /// Whether it has several words.
    pub(super) fn is_several(&self) -> bool {
        self.hit.end - self.hit.first > 1
    }

    /// Whether it is written in capitals where not all is.
    pub(super) fn is_capital(&self) -> bool {
        self.lexeme.is(mark::CAPS) && !self.shouted
    }

    /// Hits beside it, not over it, up to some words away.
    pub(super) fn near(&self, reach: u32) -> impl Iterator<Item = &'n Hit> {
        let hit = self.hit;
        self.around().iter().filter(move |other| {
            (other.end <= hit.first || other.first >= hit.end) && other.distance(hit) <= reach
        })
    }

    /// Whether a hit of one of these classes stands so near.
    pub(super) fn beside(&self, classes: Classes, reach: u32) -> bool {
        self.place.any(classes) && self.near(reach).any(|other| other.is_any(classes))
    }

    pub(super) fn next_to(&self, class: Class) -> bool {
        self.beside(Classes::one(class), 0)
    }

    /// Whether a vote stands beside it, or, "PAN saja", nothing but assent behind a name in capitals.
    pub(super) fn is_called(&self) -> bool {
        const CALLING: Classes = Classes::of(&[Class::Vote, Class::Ballot, Class::Election]);
        self.is_capital() && self.next_to(Class::Echo) || self.beside(CALLING, 1)
    }

    /// What tells that the post is of politics: names that are rarely anything else vouch for others, where nothing everyday makes doubtful
    /// what they are.
    pub(super) fn company(&self) -> u32 {
        let topic = &self.topic;
        topic.clear + topic.election + if topic.everyday == 0 { topic.likely } else { 0 }
    }

    /// The numbers of its sentence.
    pub(super) fn codes(&self) -> impl Iterator<Item = &'n Code> {
        slice(self.reading.codes, |code| code.sentence, self.hit.sentence).iter()
    }

    /// Whether its bearer has a number on a ballot.
    pub(super) fn bears(&self, code: &Code) -> bool {
        let Reading {
            knowledge, contest, ..
        } = *self.reading;
        self.hit
            .target()
            .is_some_and(|target| carries(knowledge, target, code.number, contest))
    }

    /// Whether a number stands right beside it.
    pub(super) fn is_coded(&self) -> bool {
        self.codes().any(|code| {
            code.lexeme + 1 == self.hit.first
                || code.first == self.hit.end && (!code.echoed || self.bears(code))
        })
    }

    /// Whether it is that of a ticket.
    fn is_ticket(&self) -> bool {
        let target = || self.reading.knowledge.target(self.hit.target()?);
        self.is_several() && target().is_some_and(|target| target.kind == TargetKind::Ticket)
    }

    /// Whether somebody is sworn to by a name of endearment: goods have a fixed price too.
    pub(super) fn is_sworn(&self) -> bool {
        let Self { reading, hit, .. } = *self;
        self.attitude == Attitude::Fond
            && reading.is_at(hit.first, Class::Address)
            && reading.is_at(hit.end, Class::Rally)
            && reading.is_at(hit.end, Class::Echo)
            && !self.place.has(Class::Family)
    }

    /// Whether nothing everyday but faith stands in its sentence.
    fn is_of_faith(&self) -> bool {
        !self.place.any(EVERYDAY.without(Class::Faith))
    }

    /// "O God, make NN win": faith is no everyday talk behind a prayer for victory.
    fn is_prayed_for(&self) -> bool {
        const GRANTED: Classes =
            Classes::of(&[Class::Victory, Class::Support, Class::Vote, Class::Elect]);
        let (reading, first) = (self.reading, self.hit.first);
        // "We pray for Ustaz NN".
        let titled = || {
            reading.before(first).has(Class::Address)
                && first
                    .checked_sub(1)
                    .is_some_and(|title| reading.before(title).has(Class::Support))
        };
        let named =
            || (self.is_several() || self.is_capital()) && reading.before(first).any(GRANTED);
        (named() || titled()) && self.is_of_faith()
    }

    /// Whether a clause of its own, in which nothing is everyday, chooses its bearer: "mum is a teacher, we at home are ready to win it for
    /// NN".
    fn is_chosen_apart(&self) -> bool {
        let Self { reading, hit, .. } = *self;
        if reading.places.clause(hit.clause).any(EVERYDAY) || self.place.has(Class::Abroad) {
            return false;
        }
        let titled = reading.before(hit.first).has(Class::Address);
        let first = hit.first.saturating_sub(u32::from(titled));
        let before = reading.before(first);
        let sworn = |cry: &Hit| {
            cry.class() == Some(Class::Cry)
                && cry.end == first
                && cry.end - cry.first > 1
                && (reading.is_at(cry.first, Class::FirstPerson)
                    || reading.before(cry.first).has(Class::FirstPerson))
        };
        let elected = |elect: &Hit| {
            elect.class() == Some(Class::Elect) && elect.end == first && elect.end - elect.first > 1
        };
        // "NN it is, who else".
        let closed = |echo: &Hit| {
            echo.class() == Some(Class::Echo)
                && echo.first == hit.end
                && echo.end - echo.first > 1
                && ends_clause(reading, echo.end, hit.clause)
        };
        // "NN, who is most fit to lead".
        let next = hit.end + u32::from(reading.is_at(hit.end, Class::Others));
        let fit = |fit: &Hit| fit.class() == Some(Class::Fit) && fit.end - fit.first > 1;
        let mut hits = before.hits(reading.hits).iter();
        before.any(CHOOSING) && hits.any(|other| sworn(other) || elected(other))
            || reading.at(hit.end).iter().any(closed)
            || reading.at(next).iter().any(fit)
    }

    /// "No way, NN": a refusal right before a name in capitals that closes its clause.
    fn is_turned_down(&self) -> bool {
        let Self { reading, hit, .. } = *self;
        let before = reading.before(hit.first);
        let mut refusals = before.hits(reading.hits).iter();
        self.is_capital()
            && before.has(Class::Shun)
            && self.topic.everyday == 0
            && refusals.any(|refusal| {
                refusal.class() == Some(Class::Shun)
                    && refusal.end == hit.first
                    && refusal.clause == hit.clause
            })
            && ends_clause(reading, hit.end, hit.clause)
    }

    /// "Team NN", in capitals: a remark of nothing else.
    fn is_pledged(&self) -> bool {
        let Self { reading, hit, .. } = *self;
        self.is_capital()
            && reading.voice.remark
            && self.topic.everyday == 0
            && is_pledge(reading, hit.clause, |index| {
                (hit.first..hit.end).contains(&index)
            })
    }

    /// Whether its sentence is of everyday life more than of an election, and neither swears nor prays.
    fn is_everyday(&self) -> bool {
        // "Bismillah, NN wins": faith is no everyday talk beside a victory.
        let prayed = || {
            self.is_capital()
                && self.reading.is_at(self.hit.end, Class::Victory)
                && self.is_of_faith()
        };
        let prevails = || {
            let near = Topic::of(self.around());
            near.everyday > near.election + near.clear
        };
        self.daily && prevails() && !self.is_sworn() && !prayed()
    }
}

/// Whether the office right behind a name is none that is elected by all, here or where the name stands before: "Pak NN, head of our
/// street".
fn is_of_neighbour(reading: &Reading<'_>, hit: &Hit) -> bool {
    let of_street = |name: &Hit| {
        reading.places.lexeme(name.end).has(Class::Abroad)
            && reading.at(name.end).iter().any(|office| {
                office.class() == Some(Class::Abroad) && office.end - office.first > 1
            })
    };
    let same = |other: &&Hit| other.target().is_some() && other.target() == hit.target();
    reading.places.sentence(hit.sentence).has(Class::Abroad)
        && !reading.is_tagged(hit.first)
        && reading
            .in_sentence(hit.sentence)
            .iter()
            .filter(same)
            .any(of_street)
}

/// Whether somebody of a name is said not to be the one known by another part of it: "Anies R., not Baswedan".
fn is_disowned(reading: &Reading<'_>, hit: &Hit) -> bool {
    /// Words between the two parts, the *not* among them.
    const REACH: u32 = 4;
    let same = |other: &Hit| other.target().is_some() && other.target() == hit.target();
    let denied = |name: &Hit| {
        let before = reading.before(name.first);
        before.cue(Cue::Negation) && name.end - name.first == 1
    };
    let differs = |other: &Hit| {
        let lemma = |index: u32| {
            let lexeme = reading.lexemes.get(index as usize);
            lexeme.map(|lexeme| lexeme.lemma)
        };
        lemma(other.first) != lemma(hit.first)
    };
    let is_pair = |first: &Hit, second: &Hit| {
        first.end < second.first && second.first - first.end <= REACH && denied(second)
    };
    reading.places.post().cue(Cue::Negation)
        && within(reading.hits, hit, REACH).iter().any(|other| {
            same(other) && differs(other) && (is_pair(hit, other) || is_pair(other, hit))
        })
}

/// Whether a name is said to be that of somebody else: "NN is the name of my teacher".
fn is_only_a_name(reading: &Reading<'_>, hit: &Hit) -> bool {
    const STANDING: Classes = Classes::of(&[
        Class::Others,
        Class::PartContestant,
        Class::Election,
        Class::Office,
        Class::Praise,
        Class::Fit,
    ]);
    let next = |index: u32| {
        let lexeme = reading.lexemes.get(index as usize);
        lexeme.filter(|lexeme| lexeme.clause == hit.clause)
    };
    // Most words have other lengths; only the others are looked up.
    let is = |index: u32, word: &str| {
        next(index).is_some_and(|lexeme| {
            lexeme.span.len() == word.len()
                && reading.knowledge.lemma_of(word) == Some(lexeme.lemma)
        })
    };
    let at = hit.end + u32::from(is(hit.end, "itu") || is(hit.end, "adalah"));
    // "NN, a name that stands for change".
    is(at, "nama")
        && next(at + 1).is_some_and(|next| next.lemma != layout::NONE)
        && !reading.is_any_at(at + 1, STANDING)
        && !reading.places.lexeme(at + 1).is_named()
}

/// Whether a name is that of a shop or a dish: goods or food right before it, a title between them.
fn is_on_signboard(reading: &Reading<'_>, hit: &Hit) -> bool {
    const SOLD: Classes = Classes::of(&[Class::Shop, Class::Food]);
    if !reading.places.clause(hit.clause).any(SOLD) {
        return false;
    }
    let sold = |index: u32| {
        let here = reading.places.lexeme(index);
        here.any(SOLD)
            && here
                .hits(reading.hits)
                .iter()
                .any(|other| other.clause == hit.clause)
    };
    hit.first.checked_sub(1).is_some_and(|before| {
        sold(before)
            || reading.is_at(before, Class::Address) && before.checked_sub(1).is_some_and(sold)
    })
}
