//! What lies in the naming itself: nicknames, hashtags, numbers beside names, "I am NN".

use super::answers::Answers;
use super::around::ends_clause;
use super::chosen::{LONGEST_CHANT, is_chanted, is_concluded, is_declined, is_of_author};
use super::labour::worked;
use super::pledge::pledged;
use super::reading::Reading;
use super::side::{Counts, Mention, Proof, SideKey, Sides, prove};
use super::thing::is_joining;
use super::topic::Topic;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit, slice};
use crate::source::class::{Attitude, Class, Cue, TargetKind};
use crate::source::weight::Factor;

/// Adds the points that lie in the naming itself: nicknames, tags, codes.
pub(super) fn own_points(reading: &Reading<'_>, topic: Topic, sides: &mut Sides, counts: &Counts) {
    let weigh = |factor| reading.weight(factor);
    let Sides {
        sides, mentions, ..
    } = sides;
    let mentions = mentions.as_slice();
    // "Our candidate" without a name is whoever is named.
    let daily = topic.everyday > 0 && topic.election == 0;
    let ours = !daily && has_own_candidate(reading);
    let unnamed = || {
        let unnamed = sides.iter().position(|side| side.key == SideKey::Unnamed);
        mentions.iter().any(|mention| unnamed == Some(mention.side))
    };
    let alone = counts.told_apart == 1 || ours && counts.told_apart == 2 && unnamed();
    let chant = alone && is_chant_of_names(reading, mentions);
    // A photograph with somebody, and a hand that shows their number.
    let poses = reading.voice.distance < 0 && reading.has(Class::PartPicture);
    let ours = alone && ours;
    let plain = alone && is_plain_remark(reading, topic, mentions);
    // Looked for once: a post may hold very many numbers.
    let first_named = mentions
        .iter()
        .find(|other| other.code.is_none() && !other.handle && other.attitude != Attitude::Hostile);
    let banners = alone && may_be_banner(reading, topic, mentions);
    let answers = Answers::of(reading, mentions);
    // Who finds fault does no campaign work; looked for once, and only where some work is told.
    let blame = std::cell::OnceCell::new();
    let blames = || {
        *blame.get_or_init(|| {
            let mut hits = reading.hits.iter();
            hits.any(|hit| reading.is_against(hit) && hit.class() != Some(Class::Again))
        })
    };
    // "#NN #RejectNN": a bare name beside it is no banner for its bearer.
    let turned_down = mentions.iter().any(|mention| mention.banner.rejects);
    for mention in mentions {
        let flags = reading.context.at(mention.first);
        let turned = flags
            & (flag::NEGATED | flag::FORBIDDEN | flag::QUESTION | flag::CONDITION | flag::PAST)
            != 0;
        let told = flags
            & (flag::QUOTED | flag::REPORTED | flag::PROHIBITED | flag::DEBUNKED | flag::DENIED)
            != 0;
        let mut points = match mention.attitude {
            Attitude::Hostile => weigh(Factor::Hostile),
            Attitude::Fond if mention.tag => weigh(Factor::FondTag),
            Attitude::Fond => weigh(Factor::Fond),
            Attitude::Neutral => 0,
        };
        if let Some(code) = mention.code {
            let beside = slice(mentions, |other| other.sentence, mention.sentence)
                .iter()
                .any(|other| other.code.is_none() && !is_on_poster(reading, other));
            points += if mention.banner.denies {
                -weigh(Factor::TaggedCode)
            } else if alone && !told && is_declined(reading, &code) {
                -weigh(Factor::Own)
            } else if mention.banner.against {
                0
            } else if mention.tag
                || code.inside
                || code.slogan
                || alone && is_slogan(reading, mentions)
            {
                weigh(Factor::TaggedCode)
            } else if beside && (code.emoji && poses || alone && is_urged(reading, mention))
                || is_invited(reading, mention)
                || ours && !turned
                || beside && !turned && (plain || banners && is_banner(reading, mention, mentions))
                || alone
                    && !turned
                    && topic.everyday == 0
                    && is_pointed_to(reading, mention, first_named)
            {
                weigh(Factor::Own)
            } else if code.emoji
                || beside && flags & flag::QUESTION == 0 && reading.voice.distance <= 0
            {
                weigh(Factor::Code)
            } else {
                0
            };
        } else if mention.tag && alone && !turned_down {
            points += if has_motto(reading, mention) {
                weigh(Factor::TaggedMotto)
            } else {
                weigh(Factor::TaggedName)
            };
        } else if alone && (is_dated(reading, mentions) || is_of_place(reading, mentions)) {
            points += weigh(Factor::TaggedMotto);
        }
        // Shops and gamblers paste tags that many follow.
        if mention.tag && points > 0 && topic.everyday >= 2 && topic.election == 0 {
            points = points * weigh(Factor::OfEveryday) / 100;
        }
        let chanted = || {
            mention
                .code
                .is_some_and(|code| code.padded && is_chanted(reading, &code))
        };
        let concluded = || {
            mention
                .code
                .is_some_and(|code| is_concluded(reading, &code, topic))
        };
        let own = || is_own(reading, mention) || is_own_choice(reading, topic, mention);
        let pledge = || {
            if alone {
                pledged(reading, topic, mention, mentions)
            } else {
                None
            }
        };
        let work = || worked(reading, mention, mentions).filter(|_| !blames());
        let mut said = (mention.first, mention.end);
        if points == 0 && !turned {
            if chant || own() || chanted() || concluded() {
                points = weigh(Factor::Own);
            } else if let Some(words) = pledge().or_else(work) {
                (points, said) = (weigh(Factor::Own), words);
            }
        }
        points = match answers {
            Some(answers) if answers.yes == mention.first => weigh(Factor::Own),
            // Who says yes to one is for that one before all.
            Some(answers) if answers.no == mention.first => -weigh(Factor::Own) / 2,
            _ => points,
        };
        if told || mention.attitude == Attitude::Hostile && reading.voice.distance >= 2 {
            points = points * weigh(Factor::NamedByOthers) / 100;
        }
        if points != 0 {
            let (first, end) = said;
            prove(sides, mention.side, Proof { first, end, points });
        }
    }
}

/// Whether the author names a party, a ticket or a number right behind themself, and their clause ends there: "from the first I am NN".
fn is_own(reading: &Reading<'_>, mention: &Mention) -> bool {
    const CLOSING: Classes =
        Classes::of(&[Class::Echo, Class::Casual, Class::Assent, Class::Again]);
    let group = || {
        reading
            .at(mention.first)
            .iter()
            .find_map(Hit::target)
            .and_then(|target| reading.knowledge.target(target))
            .is_none_or(|target| target.kind != TargetKind::Person)
    };
    let closes = |index: u32, next: &Lexeme| {
        next.is(mark::EMOJI | mark::SLANG) || reading.is_any_at(index, CLOSING)
    };
    let last = || {
        (mention.end..)
            .zip(reading.lexemes.iter().skip(mention.end as usize))
            .take_while(|(_, next)| next.clause == mention.clause)
            .take(MOST_FILLERS)
            .all(|(index, next)| closes(index, next))
    };
    !mention.handle && is_of_author(reading, mention.first) && last() && group()
}

/// Whether a short remark of nothing everyday names somebody and then the author, who closes the clause: "NN it is for me".
fn is_own_choice(reading: &Reading<'_>, topic: Topic, mention: &Mention) -> bool {
    let author = mention.end + 1;
    reading.voice.remark
        && topic.everyday + topic.abroad == 0
        && !mention.handle
        && !mention.lesser
        && mention.attitude != Attitude::Hostile
        && reading.is_at(mention.end, Class::Echo)
        && reading.is_at(author, Class::FirstPerson)
        && ends_clause(reading, author, mention.clause)
        && opens_clause(reading, mention)
}

/// Whether a name is the first of its clause.
fn opens_clause(reading: &Reading<'_>, mention: &Mention) -> bool {
    mention.first.checked_sub(1).is_none_or(|before| {
        reading
            .lexemes
            .get(before as usize)
            .is_none_or(|before| before.clause != mention.clause)
    })
}

/// Whether others are urged where a person who asks nothing names a number: "NN number 3, come on".
fn is_urged(reading: &Reading<'_>, mention: &Mention) -> bool {
    let place = if reading.voice.remark {
        reading.places.post()
    } else {
        reading.places.sentence(mention.sentence)
    };
    reading.voice.distance < 0
        && reading.context.at(mention.first) & flag::QUESTION == 0
        && place.has(Class::Mobilise)
}

/// Whether others are urged to an event of a number: "come to the rally of 02".
fn is_invited(reading: &Reading<'_>, mention: &Mention) -> bool {
    const EVENTS: Classes = Classes::of(&[Class::PartEvent, Class::Campaign]);
    let urged = |event: u32| {
        reading
            .in_sentence(mention.sentence)
            .iter()
            .any(|hit| hit.class() == Some(Class::Mobilise) && hit.end <= event)
    };
    reading.before(mention.first).any(EVENTS)
        && is_urged(reading, mention)
        && urged(mention.first - 1)
}

/// Whether a person speaks of a candidate of theirs and asks nothing: "our candidate for regent, number 4, man of blessings".
fn has_own_candidate(reading: &Reading<'_>) -> bool {
    let own = |hit: &Hit| {
        hit.class() == Some(Class::Ours)
            && !reading.is_at(hit.first, Class::Victory)
            && reading
                .lexemes
                .get(hit.end.wrapping_sub(1) as usize)
                .is_some_and(|last| {
                    last.is(mark::MINE) || reading.knowledge.means(last.lemma, Class::FirstPerson)
                })
    };
    reading.has(Class::Ours)
        && reading.voice.distance <= 0
        && !reading.places.post().cue(Cue::Question)
        && !reading.context.any(flag::SURVEY)
        && reading.hits.iter().any(own)
}

/// Whether a post that reports and asks nothing may hold the banner of the one side it names.
fn may_be_banner(reading: &Reading<'_>, topic: Topic, mentions: &[Mention]) -> bool {
    is_calm_remark(reading, topic, mentions)
        && reading.voice.distance <= 0
        && topic.abroad == 0
        && !reading.has(Class::Report)
}

/// Whether the clause of a number, and not the first of the post, is nothing but a name and that number: "time for our own, NN-MM number 2".
fn is_banner(reading: &Reading<'_>, mention: &Mention, mentions: &[Mention]) -> bool {
    let clause = slice(reading.lexemes, |lexeme| lexeme.clause, mention.clause).len() as u32;
    let held: u32 = slice(mentions, |other| other.sentence, mention.sentence)
        .iter()
        .filter(|other| other.clause == mention.clause)
        .map(|other| other.end - other.first)
        .sum();
    reading.begin_of(mention.clause) > 0
        && clause <= SLOGAN
        && held == clause
        && held > mention.end - mention.first
}

/// Whether a person who asks nothing, blames nobody and speaks of no election only names a side: "NN is on number 2".
fn is_plain_remark(reading: &Reading<'_>, topic: Topic, mentions: &[Mention]) -> bool {
    is_calm_remark(reading, topic, mentions)
        && reading.voice.distance < 0
        && !reading.hits.iter().any(|hit| reading.is_against(hit))
}

/// Whether a remark asks and retells nothing, speaks of no election and jeers at nobody.
///
/// Accounts that are answered do not count: two fingers in an answer are also those of peace.
fn is_calm_remark(reading: &Reading<'_>, topic: Topic, mentions: &[Mention]) -> bool {
    const TOLD: u16 = flag::QUESTION | flag::SURVEY | flag::REPORTED | flag::QUOTED;
    reading.voice.remark
        && topic.election + topic.everyday + topic.policy == 0
        && !reading.has(Class::Neutrality)
        && !reading.context.any(TOLD)
        && mentions
            .iter()
            .all(|other| !other.handle && other.attitude != Attitude::Hostile)
}

/// Whether a clause of nothing but a number, ease and calls aside, is all that a remark says of whose it is: "he came to us in the flood.
/// Number 3, ladies".
fn is_pointed_to(reading: &Reading<'_>, mention: &Mention, first_named: Option<&Mention>) -> bool {
    const CALLS: Classes = Classes::of(&[Class::Mobilise, Class::Remind, Class::Wish, Class::When]);
    let named = || {
        first_named.is_some_and(|named| named.side == mention.side && named.end <= mention.first)
    };
    let begins = reading.begin_of(mention.clause);
    let rest = reading.lexemes.iter().enumerate().skip(begins as usize);
    let mut rest = rest.take_while(|(_, lexeme)| lexeme.clause == mention.clause);
    let short = mention.first - begins <= SLOGAN;
    // A story is long; who tells it speaks of themself all along.
    let told = || reading.voice.distance <= STORY && reading.has(Class::FirstPerson);
    (reading.voice.remark && reading.voice.distance < 0 || told())
        && short
        && named()
        && rest.all(|(index, lexeme)| {
            let index = index as u32;
            (mention.first..mention.end).contains(&index)
                || lexeme.is(mark::EMOJI)
                || is_filler(reading, index)
                || reading.is_any_at(index, CALLS)
                || reading.is_any_at(index, ADDRESSES)
        })
}

/// Signs of a person in a story of their own.
const STORY: i32 = -4;

/// The author, and ways of addressing somebody.
const ADDRESSES: Classes = Classes::of(&[
    Class::Address,
    Class::FirstPerson,
    Class::Group,
    Class::PartPublic,
    Class::SecondPerson,
]);

/// Whether a name is what a poster shows: "the banner of NN number 3 fell down" points at nobody.
fn is_on_poster(reading: &Reading<'_>, mention: &Mention) -> bool {
    reading.before(mention.first).has(Class::PartMaterial)
}

/// Whether a post is nothing but a ticket's names and then its number: "NN NN 2".
fn is_slogan(reading: &Reading<'_>, mentions: &[Mention]) -> bool {
    let [names @ .., number] = mentions else {
        return false;
    };
    let length = reading.lexemes.len() as u32;
    let filler = |index: u32| {
        mentions
            .iter()
            .any(|mention| (mention.first..mention.end).contains(&index))
            || is_filler(reading, index)
    };
    number.code.is_some()
        && number.end - number.first <= 2
        && reading
            .at(number.end.saturating_sub(1))
            .iter()
            .all(|hit| hit.end <= number.end)
        && !names.is_empty()
        && names
            .iter()
            .all(|mention| mention.code.is_none() && mention.attitude != Attitude::Hostile)
        && length <= SLOGAN
        && reading.context.at(number.first) & flag::QUESTION == 0
        && (0..length).all(filler)
}

/// Whether a post is nothing but a name and the year of an election: "NN 2024", as on a banner.
fn is_dated(reading: &Reading<'_>, mentions: &[Mention]) -> bool {
    let [mention] = mentions else {
        return false;
    };
    let year = |index: u32| {
        reading
            .lexemes
            .get(index as usize)
            .is_some_and(|lexeme| lexeme.is(mark::YEAR))
    };
    mention.attitude != Attitude::Hostile
        && !mention.handle
        && (year(mention.end) || mention.first == 1 && year(0))
        && reading.lexemes.len() as u32 <= SLOGAN
        && reading.context.at(mention.first) & (flag::QUESTION | flag::NEGATED | flag::PAST) == 0
        && (0..reading.lexemes.len() as u32).all(|index| {
            (mention.first..mention.end).contains(&index)
                || year(index)
                || is_filler(reading, index)
        })
}

/// Whether a post is nothing but a place and then a name, as on a banner: "Surabaya for NN".
fn is_of_place(reading: &Reading<'_>, mentions: &[Mention]) -> bool {
    let [mention] = mentions else {
        return false;
    };
    let told = flag::QUESTION | flag::NEGATED | flag::PAST | flag::REPORTED;
    let length = reading.lexemes.len() as u32;
    mention.code.is_none()
        && mention.attitude != Attitude::Hostile
        && !mention.handle
        && !mention.tag
        && reading.is_at(0, Class::Place)
        && length <= SLOGAN
        && reading.voice.remark
        && reading.context.at(mention.first) & told == 0
        && (0..mention.first)
            .all(|index| reading.is_at(index, Class::Place) || is_joining(reading, index))
        // A place and a name may also be an answer to a question.
        && ((0..mention.first).any(|index| is_joining(reading, index)) || mention.end < length)
        && (mention.end..length).all(|index| is_filler(reading, index))
}

/// Whether a lexeme is an emoji, assent or ease.
fn is_filler(reading: &Reading<'_>, index: u32) -> bool {
    const FILLERS: Classes = Classes::of(&[Class::Echo, Class::Casual, Class::Assent]);
    reading
        .lexemes
        .get(index as usize)
        .is_some_and(|lexeme| lexeme.is(mark::EMOJI))
        || reading.is_any_at(index, FILLERS)
}

/// Short words behind a name that are looked at.
const MOST_FILLERS: usize = 3;

/// Times a name is called in a chant.
const CHANT: usize = 3;

/// Whether a post is nothing but one name, called again and again: once or twice may also be a sigh.
fn is_chant_of_names(reading: &Reading<'_>, mentions: &[Mention]) -> bool {
    let called = || mentions.iter().filter(|mention| mention.code.is_none());
    let held: u32 = mentions
        .iter()
        .map(|mention| mention.end - mention.first)
        .sum();
    (CHANT..=LONGEST_CHANT).contains(&called().count())
        && called()
            .all(|mention| !mention.tag && !mention.handle && mention.attitude != Attitude::Hostile)
        && reading
            .lexemes
            .iter()
            .filter(|lexeme| !lexeme.is(mark::EMOJI))
            .count()
            <= held as usize
        && !reading.has(Class::Lament)
        && !reading.hits.iter().any(|hit| reading.is_against(hit))
}

/// Words of a post that is a slogan and nothing else.
const SLOGAN: u32 = 8;

/// Whether a hashtag says more than the name in it: a year, or two more words.
fn has_motto(reading: &Reading<'_>, mention: &Mention) -> bool {
    let Some(name) = reading.lexemes.get(mention.first as usize) else {
        return false;
    };
    let tag = slice(reading.lexemes, |lexeme| lexeme.token, name.token);
    tag.iter().any(|lexeme| lexeme.is(mark::YEAR))
        || tag.len() as u32 > mention.end - mention.first + 1
}
