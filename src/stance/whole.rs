//! What of a whole post bears on each of its words.

use smallvec::SmallVec;

use super::reading::Reading;
use super::side::{Counts, Sides};
use super::topic::Topic;
use crate::matching::Hit;
use crate::source::class::{Attitude, Class, Cue};

/// What of the whole post bears on each hit, computed once.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    pub(super) topic: Topic,
    /// Tokens of hashtags that name somebody, in order.
    pub(super) tags: SmallVec<[u32; 4]>,
    /// Civil servants are spoken of.
    pub(super) civil: bool,
    /// First lexeme of the last word of neutrality.
    last_neutral: Option<u32>,
    /// A peaceful election is wished for.
    pub(super) calm: bool,
    /// All that a person who names one side alone says of neutrality is that the election be peaceful.
    pub(super) wishes_peace: bool,
    /// Lexemes behind each *but*.
    contrasts: SmallVec<[u32; 4]>,
    /// People are called together for a side.
    pub(super) gathers: bool,
}

impl Whole {
    pub(super) fn of(reading: &Reading<'_>, sides: &Sides, counts: &Counts, topic: Topic) -> Self {
        let post = reading.places.post();
        let mut whole = Self {
            topic,
            tags: sides
                .mentions
                .iter()
                .filter(|mention| mention.tag)
                .filter_map(|mention| reading.lexemes.get(mention.first as usize))
                .map(|lexeme| lexeme.token)
                .collect(),
            civil: post.has(Class::Civil),
            last_neutral: None,
            calm: false,
            wishes_peace: false,
            contrasts: SmallVec::new(),
            gathers: topic.gathering > 0 && is_gathering(reading, sides, topic),
        };
        if post.has(Class::Neutrality) {
            let neutral = |hit: &&Hit| hit.class() == Some(Class::Neutrality);
            let mut back = reading.hits.iter().rev();
            whole.last_neutral = back.find(neutral).map(|hit| hit.first);
            let mut all = reading.hits.iter().filter(neutral);
            whole.calm = all.clone().any(|hit| is_of_calm_election(reading, hit));
            whole.wishes_peace = reading.voice.distance <= 0
                && counts.told_apart == 1
                && all.all(|hit| is_of_calm_election(reading, hit));
        }
        if post.cue(Cue::Contrast) {
            let turns = |hit: &&Hit| hit.cue() == Some(Cue::Contrast);
            whole.contrasts = reading
                .hits
                .iter()
                .filter(turns)
                .map(|hit| hit.end)
                .collect();
        }
        whole
    }

    /// Whether a *but* stands between two lexemes.
    pub(super) fn turns(&self, from: u32, to: u32) -> bool {
        if self.contrasts.is_empty() {
            return false;
        }
        let first = self.contrasts.partition_point(|contrast| *contrast <= from);
        self.contrasts
            .get(first)
            .is_some_and(|contrast| *contrast <= to)
    }

    /// Whether the post names somebody or speaks of elections and offices.
    pub(super) fn is_political(&self) -> bool {
        let topic = &self.topic;
        topic.clear + topic.likely + topic.election + topic.office > 0
    }

    /// Whether the post speaks of neutrality.
    pub(super) fn is_neutral(&self) -> bool {
        self.last_neutral.is_some()
    }

    /// Whether the post speaks of neutrality and no *but* stands between that and the hit.
    pub(super) fn is_neutral_at(&self, hit: &Hit) -> bool {
        let Some(neutral) = self.last_neutral else {
            return false;
        };
        let before = self
            .contrasts
            .partition_point(|contrast| *contrast <= hit.first);
        let since = before
            .checked_sub(1)
            .and_then(|at| self.contrasts.get(at))
            .copied()
            .unwrap_or(0);
        neutral >= since
    }
}

/// Whether people are called together for a side: for whom it is, who calls or what is given away tells.
///
/// Schools, offices, clubs and congregations also come in one colour.
#[cold]
fn is_gathering(reading: &Reading<'_>, sides: &Sides, topic: Topic) -> bool {
    let count = |class: Class| {
        reading
            .hits
            .iter()
            .filter(|hit| hit.class() == Some(class))
            .count()
    };
    // Colouring a place is what parties and clubs do; women's leagues and offices also dress alike.
    let rallied = reading.hits.iter().any(|hit| {
        hit.class() == Some(Class::Gather)
            && (reading.is_at(hit.first, Class::Rally) || reading.is_at(hit.first, Class::Campaign))
    });
    // Heads of offices are told that the money is there and the masses are to be moved.
    let moved = count(Class::Civil) > 1
        && count(Class::Host) > 0
        && count(Class::Mobilise) > 0
        && reading.voice.distance <= 0
        && reading.hits.iter().any(|hit| {
            hit.class() == Some(Class::Gather) && reading.is_at(hit.first, Class::ActOrganise)
        });
    if moved && topic.everyday + topic.abroad == 0 {
        return true;
    }
    // A stadium is also where rallies are held.
    let rally = topic.events > 0 && topic.election > 0;
    (topic.everyday == 0 || rally)
        && topic.abroad == 0
        && count(Class::Civil) == 0
        && (count(Class::Ours) > 0
            || count(Class::Host) > 0 && rallied
            || count(Class::Identity) > 0 && !sides.mentions.is_empty()
            || topic.gathering > 2
            || rally && (count(Class::Mobilise) > 0 || reading.voice.distance < 0)
            || count(Class::PartGift) > 1
            || sides
                .mentions
                .iter()
                .any(|mention| mention.attitude == Attitude::Fond))
}

/// Whether a term of neutrality holds a word of elections, "for a peaceful election": the phrase uses up the words in it.
fn is_of_calm_election(reading: &Reading<'_>, neutral: &Hit) -> bool {
    (neutral.first..neutral.end).any(|index| reading.means(index, Class::Election))
}
