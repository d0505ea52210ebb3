//! Posts about friends, pupils and colleagues who share their first name with somebody known.

use super::forename::forename;
use super::reading::Reading;
use super::side::{Mention, Sides};
use super::topic::{EVERYDAY, Topic};
use crate::lexicon::{Lexeme, SenseKind, mark};
use crate::matching::{Classes, Code, Hit};
use crate::source::class::{Ambiguity, Attitude, Class, Strength};

/// What elections are made of, whoever is named.
const VOTED: Classes = Classes::of(&[
    Class::Election,
    Class::SelfCampaign,
    Class::Vote,
    Class::Support,
    Class::Campaign,
    Class::Elect,
    Class::Shun,
]);

/// Whether a post tells of everyday life, or of the election of another body, and names only people by a first name that others have
/// too: friends, pupils, colleagues.
pub(super) fn is_of_friends(reading: &Reading<'_>, topic: &Topic, sides: &Sides) -> bool {
    // Faith and money are also what campaigns are made of.
    const HOMELY: Classes = EVERYDAY.without(Class::Faith).without(Class::Finance);
    let is_forename = |hit: &Hit| match hit.kind {
        SenseKind::Alias {
            attitude: Attitude::Neutral,
            ambiguity,
            ..
        } => {
            (ambiguity != Ambiguity::Clear || is_of_stranger(reading, hit))
                && forename(reading, hit).is_some()
        }
        _ => false,
    };
    let post = reading.places.post();
    // "One make-up exam": among pupils a bare figure counts something.
    let is_figure = |code: &Code| code.strength == Strength::Weak && post.has(Class::School);
    let is_shared = |mention: &Mention| {
        !mention.tag
            && !mention.handle
            && (reading.at(mention.first).iter().any(is_forename)
                || mention.code.as_ref().is_some_and(is_figure))
    };
    // "Fit for president", "must win", "NN to the death": formulas of several words hold what they are about.
    let is_formula = |hit: &Hit| {
        let sworn =
            || reading.is_at(hit.first, Class::Rally) && reading.is_at(hit.first, Class::Echo);
        // Players also must win.
        let wins = || hit.class() == Some(Class::Victory) && !post.has(Class::Sport);
        // "I for one stay with NN".
        let stays = || {
            hit.class() == Some(Class::Cry)
                && (reading.is_at(hit.first, Class::FirstPerson)
                    || reading.before(hit.first).has(Class::FirstPerson))
        };
        // "NN is the one".
        let settled = || hit.class() == Some(Class::Echo);
        hit.end - hit.first > 1 && (wins() || sworn() || stays() || settled())
    };
    let is_office = |lexeme: &Lexeme| reading.knowledge.means(lexeme.lemma, Class::Office);
    // Votes and support are also asked for in contests of schools and singers.
    topic.election + topic.office + topic.policy + topic.events == 0
        && (topic.abroad > 0 || post.any(HOMELY) && !post.any(VOTED))
        && !sides.mentions.is_empty()
        && sides.mentions.iter().all(is_shared)
        && !reading.hits.iter().any(is_formula)
        && !reading.lexemes.iter().any(is_office)
}

/// Whether another capital, which means nothing here, follows a first name: "Prabowo Aditya, my eldest".
fn is_of_stranger(reading: &Reading<'_>, hit: &Hit) -> bool {
    let next = reading.lexemes.get(hit.end as usize);
    next.is_some_and(|next| {
        next.clause == hit.clause
            && next.is(mark::TITLE)
            && reading.at(hit.end).is_empty()
            && !next.is(mark::TAG | mark::HANDLE)
            && next.number == 0
    })
}

/// Whether the numbers of a post are those of pupils, teams and players, and its fingers those of people on an outing: it speaks of the
/// election of another body, or of games and places to go to and of no vote, and names nobody.
pub(super) fn is_of_others(reading: &Reading<'_>, topic: &Topic, sides: &Sides) -> bool {
    const PLAYED: Classes = Classes::of(&[Class::Sport, Class::School]);
    let post = reading.places.post();
    let is_other = |mention: &Mention| match mention.code {
        // `#01Onwards` is nobody's shirt.
        Some(code) if mention.tag && code.padded => false,
        Some(code) if code.emoji => topic.events == 0 && post.has(Class::World) && !post.any(VOTED),
        // "It sounds like a campaign, but it is for head of the scouts".
        Some(code) if topic.events > 0 => topic.abroad > 0 && !code.padded,
        Some(_) => topic.abroad > 0 || post.any(PLAYED) && !post.any(VOTED),
        None => false,
    };
    topic.clear + topic.likely == 0
        && !sides.mentions.is_empty()
        && sides.mentions.iter().all(is_other)
}
