//! The candidate a post is about: somebody nobody listed, named once as one who stands, of whom later sentences speak without the name.
//! "Candidate for regent NN only shows up every five years. I won't vote."

use super::around::{ends_clause, fills_clause, is_called_before};
use super::reading::Reading;
use super::side::{Mention, Sides};
use super::stranger::only_candidate;
use super::whole::Whole;
use crate::context::flag;
use crate::matching::{Classes, Hit};
use crate::source::class::Class;

/// Sentences behind the name in which its bearer is still meant.
const REACH: u32 = 4;

/// Signs of a report that the author's own refusal outweighs.
const CALLED: i32 = 1;

/// Whether a vote or a refusal that names nobody is meant for the only candidate of the post, named before.
///
/// A vote is turned down or is the author's own: that others are to vote at all is everybody's duty. Nothing but the candidate may stand
/// behind it: "do not choose because of money" is meant for nobody.
pub(super) fn is_of_candidate(
    reading: &Reading<'_>,
    whole: &Whole,
    sides: &Sides,
    hit: &Hit,
    class: Class,
) -> bool {
    const TELLING: Classes = Classes::of(&[Class::Report, Class::Neutrality]);
    const DENIED: u16 = flag::FORBIDDEN | flag::NEGATED;
    let own = || reading.places.clause(hit.clause).any(OWN);
    let denied = || reading.context.of(hit) & DENIED != 0;
    let meant = match class {
        Class::Vote | Class::Support => {
            denied() || own() && !is_for_all(reading, hit) || reading.is_at(hit.first, Class::Elect)
        }
        // Words that shun the name behind them count without one only where they answer.
        Class::Reject | Class::Shun => true,
        _ => return false,
    };
    // "Mr NN MM says nurses ask too much. Nobody vote for this man": who is pointed at where an election is spoken of stands in it.
    let pointed = || {
        let mut strangers = sides.strangers.iter();
        let only = strangers.next().filter(|_| strangers.next().is_none());
        only.filter(|who| who.is_full())
            .filter(|_| denied() && reading.is_at(hit.end, Class::PartOther))
            .filter(|_| whole.topic.election > 0 || whole.civil)
    };
    meant
        && only_candidate(&sides.strangers)
            .or_else(pointed)
            .is_some_and(|candidate| {
                (candidate.sentence + 1..=candidate.sentence + REACH).contains(&hit.sentence)
            })
        && whole.topic.abroad == 0
        && reading.voice.distance <= CALLED
        && !reading.has_any(TELLING)
        && reading.context.of(hit) & (flag::CONDITION | flag::QUESTION) == 0
        && is_alone(reading, hit)
}

/// Whether the author only turns down, in a sentence of nothing else, whom the one before names: "NN once more? Not me".
pub(super) fn is_answer(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let named = |before: u32| {
        let mut mentions = sides.in_sentence(before).iter();
        mentions.any(|mention| !mention.tag && !mention.handle)
            || only_candidate(&sides.strangers)
                .is_some_and(|candidate| candidate.sentence == before)
    };
    let several = hit.end - hit.first > 1;
    let doubted = || {
        let last = hit.first.checked_sub(1);
        last.is_some_and(|last| reading.context.at(last) & flag::QUESTION != 0)
    };
    // "NN? No, not for now": so does who asks nothing else.
    let called = || is_called_before(reading, sides, hit);
    let asked = || (several || doubted()) && called();
    // "I skip" is also said of a speech.
    let turned_down = match hit.class() {
        Some(Class::Reject) => true,
        Some(Class::Shun) => several || called(),
        _ => false,
    };
    turned_down
        && (reading.places.clause(hit.clause).has(Class::FirstPerson) || asked())
        && hit.sentence.checked_sub(1).is_some_and(named)
        && fills_clause(reading, hit)
}

/// Whether a sentence of nothing but a refusal of several words ends what is said of somebody: "NN was here for the photographs. Struck off
/// the list."
pub(super) fn is_last_word(reading: &Reading<'_>, whole: &Whole, sides: &Sides, hit: &Hit) -> bool {
    let named =
        |mention: &Mention| !mention.tag && !mention.handle && mention.sentence < hit.sentence;
    hit.class() == Some(Class::Reject)
        && hit.end - hit.first > 1
        && reading.voice.distance <= 0
        && whole.topic.everyday + whole.topic.policy == 0
        && reading.context.of(hit) & (flag::CONDITION | flag::QUESTION) == 0
        && sides.mentions.iter().take(MOST).any(named)
        && reading.begin_of(hit.clause) == hit.first
        && is_alone(reading, hit)
}

/// Names of a post that are looked at; keeps the look cheap.
const MOST: usize = 16;

/// The author and their kin.
const OWN: Classes = Classes::of(&[Class::FirstPerson, Class::Family]);

/// Whether others are called to do what a hit tells.
fn is_for_all(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.places.clause(hit.clause).has(Class::Mobilise)
}

/// Whether nothing stands behind a hit in its clause but the candidate without a name, and that it was so once.
fn is_alone(reading: &Reading<'_>, hit: &Hit) -> bool {
    const MEANT: Classes = Classes::of(&[Class::PartOther, Class::Again, Class::Ours]);
    // A few words at most.
    let meant = (hit.end..hit.end + 4).take_while(|index| reading.is_any_at(*index, MEANT));
    ends_clause(reading, hit.end + meant.count() as u32, hit.clause)
}
