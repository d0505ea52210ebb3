//! Whether a number stands for a side.

use super::around::ends_clause;
use super::chosen::{is_chosen, is_concluded, is_declined, is_pose};
use super::labour::WHOLE;
use super::reading::Reading;
use super::side::Sides;
use super::thing::{is_any_at, is_common_thing};
use super::topic::{ELECTION, EVERYDAY, Topic};
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Code, Hit, Place};
use crate::source::class::{Class, Cue, Strength};

/// Words of goods between a vote and the number of the goods.
const GOODS: u32 = 3;

/// Numbers from which on a post is no list to choose from; keeps the look at all words cheap.
const LONGEST_LIST: usize = 64;

/// Words that call for a side or refuse it.
const CALLS: Classes = Classes::of(&[
    Class::Cry,
    Class::Vote,
    Class::Rally,
    Class::Support,
    Class::Victory,
    Class::Reject,
]);

/// Words that judge people.
const JUDGED: Classes = Classes::of(&[Class::Insult, Class::Fault, Class::Praise, Class::Fit]);

/// What is picked by its number: goods, dishes, stars.
const TRADED: Classes = Classes::of(&[Class::Shop, Class::Food, Class::Fans]);

/// Whether a number stands for a side here.
pub(super) fn code_holds(reading: &Reading<'_>, code: &Code, sides: &Sides, topic: Topic) -> bool {
    let number = Numbered::of(reading, code, sides, topic);
    if number.place.has(Class::Abroad) || number.is_of_thing() {
        return false;
    }
    // "Whom you vote for is your own affair ✌": two fingers are also a sign of peace.
    if code.emoji && reading.context.at(code.lexeme) & flag::BALANCED != 0 {
        return false;
    }
    if code.emoji && is_pose(reading, code) || is_chosen(reading, code, topic) {
        return true;
    }
    if is_concluded(reading, code, topic) {
        return true;
    }
    if number.is_daily() {
        return false;
    }
    let lexeme = reading.lexemes.get(code.lexeme as usize);
    if lexeme.is_some_and(|lexeme| lexeme.is(mark::TAG | mark::INSIDE)) && !number.named {
        return number.is_told_in_tag();
    }
    let Numbered {
        place,
        calls,
        political,
        ..
    } = number;
    match code.strength {
        Strength::Strong if code.emoji => political || calls,
        Strength::Strong => true,
        Strength::Medium => political || number.is_meant(),
        // "Only 1, rivals 900": a bare number is called for in its own sentence.
        Strength::Weak => {
            !code.emoji
                && !number.is_of_few()
                && (political || place.has(Class::Mobilise))
                && calls
                && (place.any(CALLS.without(Class::Cry)) || place.any(ELECTION) || number.named)
        }
    }
}

/// A number and what stands around it.
#[derive(Clone, Copy)]
struct Numbered<'n> {
    reading: &'n Reading<'n>,
    code: &'n Code,
    topic: Topic,
    /// Its sentence.
    place: &'n Place,
    /// What stands right before it.
    previous: &'n Place,
    /// Its sentence names somebody.
    named: bool,
    /// Its sentence calls for a side or refuses it.
    calls: bool,
    /// Its sentence or post speaks of politics.
    political: bool,
}

impl<'n> Numbered<'n> {
    fn of(reading: &'n Reading<'n>, code: &'n Code, sides: &Sides, topic: Topic) -> Self {
        let place = reading.places.sentence(code.sentence);
        let named = sides.is_named_in(code.sentence);
        // "Nought three, we won" may be a score.
        let spoken = code.padded
            && reading
                .lexemes
                .get(code.lexeme as usize)
                .is_some_and(|last| last.number == 0);
        let calls = place.any(if spoken {
            CALLS.without(Class::Victory)
        } else {
            CALLS
        });
        let political = place.any(ELECTION)
            || named
            || topic.clear + topic.election > 0
            || (topic.office > 0 || place.has(Class::Neutrality)) && place.any(JUDGED);
        Self {
            reading,
            code,
            topic,
            place,
            previous: reading.before(code.first),
            named,
            calls,
            political,
        }
    }

    /// The hits of its sentence.
    fn around(&self) -> &'n [Hit] {
        self.place.hits(self.reading.hits)
    }

    /// Whether a hit of one of these classes ends right before the number.
    fn before(&self, classes: Classes) -> bool {
        self.previous.any(classes)
            && self
                .previous
                .hits(self.reading.hits)
                .first()
                .is_some_and(|hit| hit.end == self.code.first && hit.sentence == self.code.sentence)
    }

    /// Whether a vote ends right before the number.
    fn is_voted(&self) -> bool {
        self.before(Classes::one(Class::Vote))
    }

    /// Whether nothing but assent stands behind the number in its clause.
    fn ends_clause(&self) -> bool {
        ends_clause(self.reading, self.code.lexeme + 1, self.code.clause)
    }

    /// Whether the number is that of a heart, of goods or of a polling station.
    fn is_of_thing(&self) -> bool {
        const STATION: Classes =
            Classes::of(&[Class::Vote, Class::Remind, Class::Rally, Class::Mobilise]);
        let Self {
            reading,
            code,
            place,
            previous,
            ..
        } = *self;
        // "You are number 1": a heart votes for whom it speaks to.
        let loved = self.before(Classes::one(Class::SecondPerson));
        // A word that is both a vote and a sign of elections does not vouch for itself.
        let vouched = || {
            self.around().iter().any(|other| {
                matches!(other.class(), Some(Class::Election | Class::Ballot))
                    && !reading.is_at(other.first, Class::Vote)
            })
        };
        // "Choose milk number 1": goods are also numbered.
        let sold = || {
            !self.named
                && self.topic.clear == 0
                && reading.has(Class::Vote)
                && !vouched()
                && (1..=GOODS)
                    .filter_map(|back| code.first.checked_sub(back))
                    .take_while(|before| is_common_thing(reading, *before, code.clause))
                    .any(|before| reading.before(before).has(Class::Vote))
        };
        // "Love blooms at polling station 05", "I voted at polling station 07".
        let voted_there = || {
            let mut here = previous.hits(reading.hits).iter();
            here.any(|place| reading.before(place.first).has(Class::Vote))
        };
        let station = || {
            previous.has(Class::When)
                && previous.has(Class::Election)
                && (!place.any(STATION) || voted_there())
        };
        // "I am 01, you are 02": teams of a game, or friends in spite of it.
        let shared = || {
            let mut codes = reading.codes.iter();
            reading.has(Class::SecondPerson)
                && codes.len() <= LONGEST_LIST
                && codes.any(|other| {
                    other.number != code.number
                        && reading.before(other.first).has(Class::SecondPerson)
                })
        };
        // "Vote for number 7 in the app, she is in the grand final": stars too are voted for.
        let starred = || {
            !self.named
                && !code.padded
                && self.topic.clear + self.topic.office + self.topic.policy == 0
                && reading.has(Class::Fans)
                && !vouched()
        };
        loved
            || sold()
            || starred()
            || station()
            || shared()
            || self.is_listed()
            || self.is_explained()
    }

    /// Whether the word of everyday life that the number stands for follows it, ease at most between them, and nothing of politics is
    /// said: "I am of team 02, porridge stirred".
    fn is_explained(&self) -> bool {
        const EASE: Classes = Classes::of(&[Class::Casual, Class::Echo]);
        const EATEN: Classes = Classes::of(&[Class::Food, Class::Shop, Class::World]);
        let next = self.code.lexeme + 1;
        let topic = self.topic;
        let told = || self.reading.is_any_at(next, EATEN);
        let eased =
            || self.reading.is_any_at(next, EASE) && self.reading.is_any_at(next + 1, EATEN);
        !self.political && topic.office + topic.events + topic.policy == 0 && (told() || eased())
    }

    /// Whether the number counts the thing that stands before an *only*: "the booths are only 4".
    fn is_of_few(&self) -> bool {
        let Self { reading, code, .. } = *self;
        let counted = |only: &Hit| {
            only.class() == Some(Class::Cry)
                && only.end == code.first
                && only
                    .first
                    .checked_sub(1)
                    .is_some_and(|thing| is_common_thing(reading, thing, code.clause))
        };
        self.before(Classes::one(Class::Cry))
            && self.previous.hits(reading.hits).iter().any(counted)
    }

    /// Whether the post lists what there is to choose from, "1) tea 2) coffee", and speaks of no politics.
    fn is_listed(&self) -> bool {
        let lexemes = self.reading.lexemes;
        if self.political || self.code.padded || self.reading.codes.len() > LONGEST_LIST {
            return false;
        }
        // The sign behind the number of an item ends a clause.
        let items = (1..).zip(lexemes).filter(|(next, lexeme)| {
            lexeme.number > 0
                && lexemes
                    .get(*next)
                    .is_some_and(|next| next.clause != lexeme.clause)
        });
        let mut wanted = 1;
        for (_, lexeme) in items {
            if lexeme.number == wanted {
                wanted += 1;
            }
        }
        wanted > 2
    }

    /// Whether the sentence is of everyday life, and nothing in it wants the number for an election.
    fn is_daily(&self) -> bool {
        const PRAYED: Classes = Classes::of(&[Class::Vote, Class::Victory, Class::Reject]);
        // Who prays about a ballot number prays about an election.
        let daily = if self.code.padded && self.place.any(PRAYED) {
            EVERYDAY.without(Class::Faith)
        } else {
            EVERYDAY
        };
        if self.named || !self.place.any(daily) {
            return false;
        }
        // "Admitted as ranking number 17": that a number is one of a row does not vouch for it where nothing calls for it.
        let ranked = !self.calls && self.reading.means(self.code.first, Class::Count);
        let elected = self.place.any(ELECTION)
            && self
                .around()
                .iter()
                .any(|hit| hit.is_any(ELECTION) && !(ranked && hit.first == self.code.first));
        // "The nurses agree: anybody but number 2".
        !elected && !self.is_wanted() && !self.is_followed() && !self.is_excepted()
    }

    /// Whether a refusal of several words stands right before the number, which closes its clause: "anybody but number 2".
    fn is_excepted(&self) -> bool {
        const REFUSED: Classes = Classes::of(&[Class::Shun, Class::Reject]);
        let several = |hit: &Hit| {
            hit.is_any(REFUSED) && hit.end == self.code.first && hit.end - hit.first > 1
        };
        self.previous.any(REFUSED) && self.around().iter().any(several) && self.ends_clause()
    }

    /// Whether a vote or a direction of several words stands right before the number.
    fn is_wanted(&self) -> bool {
        const CALLED: Classes = Classes::of(&[Class::FirstPerson, Class::Mobilise]);
        let around = self.around();
        // "Just graduated, but my vote stays with 3": what stands before a *but* is of something else.
        let turned = || {
            self.place.cue(Cue::Contrast)
                && around.iter().any(|but| {
                    but.cue() == Some(Cue::Contrast)
                        && around
                            .iter()
                            .all(|hit| !hit.is_any(EVERYDAY) || hit.end <= but.first)
                })
        };
        let called = || self.code.padded || self.place.any(CALLED);
        // "Semua ke nomor 2": a direction of several words wants a number, "still" and "only" say little.
        let directed = || {
            self.before(Classes::one(Class::Cry))
                && around
                    .iter()
                    .any(|hit| hit.end == self.code.first && hit.end - hit.first > 1)
        };
        // "Pick number 1 in the app": fans and shoppers are urged to pick too.
        let traded = || !self.code.padded && self.place.any(TRADED);
        // "On the 17th don't forget 02".
        let reminded = || self.code.padded && self.before(Classes::one(Class::Remind));
        self.is_voted() && (called() || turned()) && !traded() || directed() || reminded()
    }

    /// Whether the number has followers who win or gather: "volunteers of 2, ready to win" may do anything until they win; or a formula of
    /// elections right behind it: "02 in one round".
    fn is_followed(&self) -> bool {
        let next = self.code.lexeme + 1;
        let formula = |hit: &Hit| {
            hit.first == next
                && hit.end > next + 1
                && matches!(hit.class(), Some(Class::Victory | Class::Rally))
        };
        if self.code.padded && self.reading.at(next).iter().any(formula) {
            return true;
        }
        self.before(Classes::one(Class::Identity))
            && (self.place.has(Class::Victory)
                || self.code.padded && self.place.has(Class::PartEvent))
    }

    /// Whether the letters to which a digit is joined say something of it.
    fn is_told_in_tag(&self) -> bool {
        const PRAISED: Classes =
            Classes::of(&[Class::Praise, Class::Fit, Class::Promise, Class::Wish]);
        const BLAMED: Classes = Classes::of(&[Class::Fault, Class::Insult, Class::Campaign]);
        let padded = self.code.padded;
        let token = |index: u32| self.reading.token(index);
        let own = token(self.code.lexeme);
        let joined = || self.around().iter().filter(|hit| token(hit.first) == own);
        // "#Town2Blessed": a place wants somebody.
        let placed = || joined().any(|hit| hit.class() == Some(Class::Place));
        // `#Not02`: who has a ballot number is refused.
        let refused = |hit: &Hit| hit.cue() == Some(Cue::Negation) && hit.end == self.code.first;
        // "#02TooManyLies": who has a ballot number is blamed.
        joined().any(|hit| hit.is_any(CALLS) || padded && (hit.is_any(BLAMED) || refused(hit)))
            || joined().any(|hit| hit.is_any(PRAISED)) && (padded || placed())
    }

    /// Whether a number that may be anything is that of a side.
    fn is_meant(&self) -> bool {
        const COMPARED: Classes = Classes::of(&[Class::Fit, Class::Compare, Class::Shun]);
        const REFUSED: Classes = Classes::of(&[Class::Shun, Class::Compare]);
        const JEERED: Classes = Classes::of(&[Class::Mock, Class::Fault]);
        const SHOUTED: Classes = Classes::of(&[
            Class::Mobilise,
            Class::Rally,
            Class::Victory,
            Class::Support,
        ]);
        let Self {
            reading,
            code,
            place,
            ..
        } = *self;
        let flags = |index: u32| reading.context.at(index);
        let asks = flags(code.lexeme) & flag::QUESTION != 0;
        // "How can they vote for number 1": who wonders at voters asks nothing.
        let dismaying = || self.is_voted() && flags(code.first) & flag::DISMAYED != 0;
        // "Vote for 03? Traitors.": who asks and insults has answered.
        let answered =
            || self.is_voted() && reading.voice.distance < 0 && reading.has(Class::Insult);
        // "Number 1 only talks. Don't vote for him": what is said of no goods.
        let replaced =
            || self.topic.everyday == 0 && place.any(JUDGED) && reading.has(Class::Replace);
        // "03 ketawa": who stands first in a short remark is laughed at, and so are the next: "01 lies 02 lies".
        let jeered = || {
            let opens = || reading.begin_of(code.clause) == code.first;
            let told = || reading.places.clause(code.clause).any(JEERED);
            reading.voice.remark
                && place.any(JEERED)
                && (code.first == 0 || told() && (self.previous.any(JEERED) || opens()))
        };
        // "What matters is 03, man": a reminder of nothing but a ballot number.
        let reminded = || self.before(Classes::one(Class::Remind)) && self.ends_clause();
        // "That 01 fellow is all rhetoric": a title of the people.
        let called = || {
            code.padded
                && place.any(JUDGED.with(JEERED))
                && reading.is_word(code.first.wrapping_sub(1), "si")
        };
        // People are insulted, goods are not.
        let insulted = || {
            place.has(Class::Insult)
                || code.padded && place.has(Class::Fault) && place.has(Class::Mock)
        };
        replaced()
            || (code.padded || code.borne) && (place.any(COMPARED) || jeered() || reminded() || self.is_beaten())
            // "Not number 2", "rather than number 2", "anything but 02".
            || self.before(REFUSED)
            || self.is_refused()
            || self.is_turned_down()
            || code.padded && self.before(Classes::one(Class::Reject))
            || self.belongs()
            || dismaying()
            || answered()
            || self.is_settled()
            || code.padded && is_declined(reading, code)
            || !asks && insulted()
            || called()
            || self.calls
                && (code.emoji || place.any(SHOUTED) || !asks)
                && (code.padded || !reading.has_any(TRADED))
    }

    /// "May 01 lose", "sick of the face of 01".
    fn is_beaten(&self) -> bool {
        const REACH: u32 = 2;
        let Self { reading, code, .. } = *self;
        let hoped = || {
            self.place.has(Class::Wish)
                || code.first == 0 && reading.is_at(code.lexeme + 2, Class::Echo)
        };
        let refused = |hit: &Hit| {
            hit.class() == Some(Class::Reject)
                && hit.clause == code.clause
                && hit.end <= code.first
                && code.first - hit.end <= REACH
        };
        self.topic.everyday == 0
            && (reading.is_at(code.lexeme + 1, Class::Defeat) && hoped()
                || self.place.has(Class::Reject) && self.around().iter().any(refused))
    }

    /// "Number 2, don't": nothing else stands in its clause.
    fn is_refused(&self) -> bool {
        let Self { reading, code, .. } = *self;
        let next = code.lexeme + 1;
        self.topic.everyday == 0
            && is_any_at(reading, next, code.clause, Classes::one(Class::Shun))
            && ends_clause(reading, next + 1, code.clause)
    }

    /// "Number 2? No way": it is all that one sentence of a remark asks about, and the next begins with a refusal.
    fn is_turned_down(&self) -> bool {
        const REFUSED: Classes = Classes::of(&[Class::Shun, Class::Reject]);
        let Self { reading, code, .. } = *self;
        let next = code.lexeme + 1;
        let later = |lexeme: &Lexeme| lexeme.sentence == code.sentence + 1;
        let opens = |index: u32| {
            let lexeme = reading.lexemes.get(index as usize);
            lexeme.is_some_and(later) && reading.is_any_at(index, REFUSED)
        };
        let alone = || {
            let before = code.first.checked_sub(1);
            let before = before.and_then(|before| reading.lexemes.get(before as usize));
            before.is_none_or(|before| before.sentence != code.sentence)
        };
        reading.voice.remark
            && self.topic.everyday == 0
            && (opens(next) || reading.is_at(next, Class::Again) && opens(next + 1))
            && alone()
            && reading.context.at(code.lexeme) & flag::QUESTION != 0
    }

    /// "Volunteer of 03", "declaration of number 3"; "Pak NN, number 1".
    fn belongs(&self) -> bool {
        const FOLLOWED: Classes = Classes::of(&[Class::Identity, Class::Campaign]);
        let code = self.code;
        self.before(FOLLOWED)
            || code.padded && self.before(WHOLE)
            || code.borne && self.reading.is_at(code.first, Class::Address)
            || self.place.has(Class::Address)
                && self.around().iter().any(|hit| {
                    hit.class() == Some(Class::Address)
                        && hit.clause == code.clause
                        && hit.end < code.first
                        && code.first - hit.end <= 2
                })
    }

    /// "Time for change, number 1 it is": what campaigns promise, and a number with nothing but assent.
    fn is_settled(&self) -> bool {
        let Self { reading, code, .. } = *self;
        self.place.has(Class::Promise)
            && reading.is_at(code.lexeme + 1, Class::Echo)
            && self.ends_clause()
            && code
                .first
                .checked_sub(1)
                .and_then(|before| reading.lexemes.get(before as usize))
                .is_none_or(|before| before.clause != code.clause)
    }
}
