//! The sides a post names: which names hold, which belong together, which number is whose.

use std::collections::BTreeSet;

use super::score::Reading;
use crate::context::{Context, flag};
use crate::lexicon::{Knowledge, Lexeme, SenseKind, mark};
use crate::matching::{Code, Hit, in_sentence, slice};
use crate::source::class::{Ambiguity, Attitude, Class, Strength, TargetKind};

/// Who a side is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SideKey {
    /// A known target.
    Target(u32),
    /// A ballot number whose owner is not known.
    Number(u8),
    /// Somebody the post does not name.
    Unnamed,
}

/// Words that speak for or against a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Proof {
    /// First lexeme and the one behind the last.
    pub(crate) first: u32,
    pub(crate) end: u32,
    /// Points, positive for support; 0 for the name itself.
    pub(crate) points: i32,
}

/// A side with what speaks for and against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Side {
    pub(crate) key: SideKey,
    pub(crate) proofs: Vec<Proof>,
    /// Support minus opposition, -100 to 100.
    pub(crate) net: i32,
}

/// A name or number of the post that stands for a side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) side: usize,
    pub(super) first: u32,
    pub(super) end: u32,
    pub(super) clause: u32,
    pub(super) sentence: u32,
    pub(super) handle: bool,
    pub(super) tag: bool,
    pub(super) attitude: Attitude,
    pub(super) code: Option<Code>,
}

/// The sides of a post and their mentions.
#[derive(Debug, Clone, Default)]
pub(super) struct Sides {
    pub(super) sides: Vec<Side>,
    pub(super) mentions: Vec<Mention>,
    /// Sentences that hold a name.
    named: BTreeSet<u32>,
}

/// Sides that are told apart; a post that names more is a list.
const MOST_SIDES: usize = 48;

/// How much of a post is politics and how much everyday life.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Topic {
    /// Words of elections.
    pub(super) election: u32,
    /// Words of offices and politics in general.
    pub(super) office: u32,
    /// Names that are never anything else.
    pub(super) clear: u32,
    /// Words of everyday life.
    pub(super) everyday: u32,
    /// Words of elections abroad and of other bodies.
    pub(super) abroad: u32,
    /// Words of government policy.
    pub(super) policy: u32,
}

pub(super) fn is_everyday(class: Class) -> bool {
    matches!(
        class,
        Class::Shop
            | Class::Food
            | Class::Sport
            | Class::School
            | Class::Faith
            | Class::Family
            | Class::Fans
            | Class::Health
            | Class::Work
            | Class::Finance
            | Class::World
    )
}

impl Topic {
    pub(super) fn of(hits: &[Hit]) -> Self {
        let mut topic = Self::default();
        for hit in hits {
            match hit.kind {
                SenseKind::Term(Class::Election | Class::SelfCampaign | Class::Ballot) => {
                    topic.election += 1;
                }
                SenseKind::Term(Class::Office | Class::Identity | Class::Campaign) => {
                    topic.office += 1;
                }
                SenseKind::Term(Class::Policy) => topic.policy += 1,
                SenseKind::Term(Class::Abroad) => topic.abroad += 1,
                SenseKind::Term(class) if is_everyday(class) => topic.everyday += 1,
                SenseKind::Alias {
                    ambiguity: Ambiguity::Clear,
                    ..
                } => topic.clear += 1,
                _ => {}
            }
        }
        topic
    }
}

/// How many sides and names a post holds, computed once.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    /// Sides named in the text itself, accounts answered aside.
    pub(super) told_apart: usize,
    /// Sides among the accounts answered.
    pub(super) handles: usize,
    /// The text itself names somebody.
    pub(super) named: bool,
    /// Anybody is named, if only as an account.
    pub(super) any: bool,
    /// The one side there is.
    pub(super) only: Option<usize>,
}

impl Sides {
    pub(super) fn counts(&self) -> Counts {
        let distinct = |handle: bool| {
            let sides: BTreeSet<usize> = self
                .mentions
                .iter()
                .filter(|mention| mention.handle == handle)
                .map(|mention| mention.side)
                .collect();
            sides
        };
        let (text, accounts) = (distinct(false), distinct(true));
        let counted = if text.is_empty() { &accounts } else { &text };
        Counts {
            told_apart: text.len(),
            handles: accounts.len(),
            named: !text.is_empty(),
            any: !counted.is_empty(),
            only: if counted.len() == 1 {
                counted.first().copied()
            } else {
                None
            },
        }
    }

    /// Notes words that speak for or against a side, or name it.
    pub(super) fn prove(&mut self, side: usize, proof: Proof) {
        if let Some(side) = self.sides.get_mut(side) {
            side.proofs.push(proof);
        }
    }

    pub(super) fn read(reading: &Reading<'_>, topic: Topic) -> Self {
        let Reading {
            knowledge,
            lexemes,
            hits,
            codes,
            context,
            contest,
            ..
        } = *reading;
        let mut sides = Self::default();
        let shouted = lexemes
            .iter()
            .filter(|lexeme| lexeme.is(mark::CAPS))
            .count()
            * 2
            > lexemes.len();
        for hit in hits {
            let SenseKind::Alias {
                target, attitude, ..
            } = hit.kind
            else {
                continue;
            };
            if !holds(reading, hit, shouted, topic) {
                continue;
            }
            let first = lexemes.get(hit.first as usize);
            let Some(side) = sides.side(SideKey::Target(target)) else {
                continue;
            };
            sides.named.insert(hit.sentence);
            sides.mentions.push(Mention {
                side,
                first: hit.first,
                end: hit.end,
                clause: hit.clause,
                sentence: hit.sentence,
                handle: first.is_some_and(|lexeme| lexeme.is(mark::HANDLE)),
                tag: first.is_some_and(|lexeme| lexeme.is(mark::TAG)),
                attitude,
                code: None,
            });
        }
        for code in codes {
            if !code_holds(lexemes, hits, context, code, &sides, topic) {
                continue;
            }
            let key = sides
                .owner(knowledge, code.number, contest)
                .unwrap_or(SideKey::Number(code.number));
            let Some(side) = sides.side(key) else {
                continue;
            };
            let lexeme = lexemes.get(code.lexeme as usize);
            sides.mentions.push(Mention {
                side,
                first: code.first,
                end: code.lexeme + 1,
                clause: code.clause,
                sentence: code.sentence,
                handle: false,
                tag: lexeme.is_some_and(|lexeme| lexeme.is(mark::TAG)),
                attitude: Attitude::Neutral,
                code: Some(*code),
            });
        }
        sides.join(knowledge);
        sides.mentions.sort_by_key(|mention| mention.first);
        sides
    }

    pub(super) fn side(&mut self, key: SideKey) -> Option<usize> {
        if let Some(at) = self.sides.iter().position(|side| side.key == key) {
            return Some(at);
        }
        if self.sides.len() == MOST_SIDES {
            return None;
        }
        self.sides.push(Side {
            key,
            proofs: Vec::new(),
            net: 0,
        });
        Some(self.sides.len() - 1)
    }

    /// The side named in the post to which a ballot number belongs.
    fn owner(&self, knowledge: &Knowledge, number: u8, contest: Option<&str>) -> Option<SideKey> {
        let fits = |target: u32| {
            knowledge.target(target).is_some_and(|info| {
                info.ballots().any(|(ballot, have)| {
                    have == u32::from(number)
                        && contest.is_none_or(|contest| ballot.starts_with(contest))
                })
            })
        };
        let named: Vec<u32> = self
            .sides
            .iter()
            .filter_map(|side| {
                if let SideKey::Target(target) = side.key {
                    Some(target)
                } else {
                    None
                }
            })
            .collect();
        if let Some(target) = named.iter().find(|target| fits(**target)) {
            return Some(SideKey::Target(*target));
        }
        // A person runs under the number of a ticket.
        named
            .iter()
            .find(|person| tickets(knowledge, **person).any(&fits))
            .map(|person| SideKey::Target(*person))
    }

    /// Joins into one side: people of one ticket, the ticket and its people, followers and whom they follow.
    fn join(&mut self, knowledge: &Knowledge) {
        let people: Vec<Vec<u32>> = self
            .sides
            .iter()
            .map(|side| match side.key {
                SideKey::Target(target)
                    if knowledge.target(target).is_some_and(|info| {
                        matches!(info.kind, TargetKind::Ticket | TargetKind::Camp)
                    }) =>
                {
                    members(knowledge, target).collect()
                }
                SideKey::Target(target) => vec![target],
                _ => Vec::new(),
            })
            .collect();
        let together = |a: &[u32], b: &[u32]| {
            !a.is_empty()
                && !b.is_empty()
                && (a.iter().any(|person| b.contains(person))
                    || a.iter()
                        .take(1)
                        .flat_map(|person| tickets(knowledge, *person))
                        .any(|ticket| {
                            a.iter().chain(b).all(|person| {
                                members(knowledge, ticket).any(|member| member == *person)
                            })
                        }))
        };
        // Each side goes to the first it belongs with; a ticket takes its people in wherever it stands.
        let mut into: Vec<usize> = (0..people.len()).collect();
        for at in 0..people.len() {
            for other in 0..at {
                let (Some(a), Some(b)) = (people.get(at), people.get(other)) else {
                    continue;
                };
                let Some(root) = into.get(other).copied() else {
                    continue;
                };
                if together(a, b) {
                    let (keep, give) =
                        if self.is_ticket(knowledge, at) && !self.is_ticket(knowledge, root) {
                            (at, root)
                        } else {
                            (root, at)
                        };
                    for slot in &mut into {
                        if *slot == give {
                            *slot = keep;
                        }
                    }
                    break;
                }
            }
        }
        for mention in &mut self.mentions {
            mention.side = into.get(mention.side).copied().unwrap_or(mention.side);
        }
    }

    fn is_ticket(&self, knowledge: &Knowledge, side: usize) -> bool {
        matches!(self.sides.get(side).map(|side| side.key), Some(SideKey::Target(target)) if knowledge.target(target).is_some_and(|info| info.kind == TargetKind::Ticket))
    }
}

/// The tickets a target stands on.
fn tickets(knowledge: &Knowledge, target: u32) -> impl Iterator<Item = u32> + '_ {
    knowledge
        .target(target)
        .into_iter()
        .flat_map(crate::lexicon::TargetInfo::tickets)
}

fn members(knowledge: &Knowledge, target: u32) -> impl Iterator<Item = u32> + '_ {
    knowledge
        .target(target)
        .into_iter()
        .flat_map(crate::lexicon::TargetInfo::members)
}

/// Classes of which one beside an ambiguous name tells that somebody is wanted or fought.
const SOUGHT: [Class; 10] = [
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
];

/// Whether a name means its target here.
fn holds(reading: &Reading<'_>, hit: &Hit, shouted: bool, topic: Topic) -> bool {
    let Reading {
        lexemes,
        hits,
        codes,
        ..
    } = *reading;
    let SenseKind::Alias {
        attitude,
        ambiguity,
        ..
    } = hit.kind
    else {
        return false;
    };
    if ambiguity == Ambiguity::Clear {
        return true;
    }
    let Some(lexeme) = lexemes.get(hit.first as usize) else {
        return false;
    };
    // Two letters are initials of many.
    let ambiguity = if lexeme.span.len() <= 2 && hit.end - hit.first == 1 {
        Ambiguity::Word
    } else {
        ambiguity
    };
    let around = in_sentence(hits, hit.sentence);
    let near = Topic::of(around);
    if near.everyday > near.election + near.clear || near.abroad > 0 {
        return false;
    }
    let tagged = lexeme.is(mark::TAG);
    let political = topic.clear + topic.election;
    let beside = |classes: &[Class], reach: u32| {
        around.iter().any(|other| {
            (other.end <= hit.first || other.first >= hit.end)
                && other.distance(hit) <= reach
                && other.class().is_some_and(|class| classes.contains(&class))
        })
    };
    let called = beside(&[Class::Vote, Class::Ballot, Class::Election], 1);
    match ambiguity {
        Ambiguity::Clear => true,
        Ambiguity::Likely => near.everyday == 0 || political > 0,
        Ambiguity::Name => {
            // A capital at the beginning of a sentence says nothing.
            let initial = hit.first == 0
                || lexemes
                    .get(hit.first as usize - 1)
                    .is_some_and(|before| before.sentence != lexeme.sentence);
            let marked = lexeme.is(mark::TITLE | mark::CAPS) && !initial
                || tagged
                || hit.end - hit.first > 1;
            let judged = [
                Class::Praise,
                Class::Fault,
                Class::Insult,
                Class::Assent,
                Class::Wish,
                Class::Promise,
            ];
            political > 0
                || topic.office > 1
                // Swear words that are also jeers need politics; names need somebody to be wanted or judged beside them.
                || attitude != Attitude::Hostile && near.everyday == 0 && (beside(&SOUGHT, 3) && (marked || called || lexeme.span.len() >= 4) || marked && beside(&judged, 4))
        }
        Ambiguity::Word => {
            let coded = slice(codes, |code| code.sentence, hit.sentence)
                .iter()
                .any(|code| code.lexeme + 1 == hit.first || code.lexeme == hit.end);
            let marked = lexeme.is(mark::CAPS) && !shouted
                || tagged
                || coded
                || hit.end - hit.first > 1 && !lexeme.is(mark::GLUED);
            (marked && (political > 0 || called || beside(&SOUGHT, 3)))
                || (called
                    && !lexeme.is(mark::STRETCHED)
                    && topic.everyday == 0
                    && beside(&[Class::Vote], 0))
        }
    }
}

/// Whether a number stands for a side here.
fn code_holds(
    lexemes: &[Lexeme],
    hits: &[Hit],
    context: &Context,
    code: &Code,
    sides: &Sides,
    topic: Topic,
) -> bool {
    const CALLS: [Class; 6] = [
        Class::Cry,
        Class::Vote,
        Class::Rally,
        Class::Support,
        Class::Victory,
        Class::Reject,
    ];
    let around = in_sentence(hits, code.sentence);
    let near = Topic::of(around);
    let named = sides.named.contains(&code.sentence);
    if near.abroad > 0 {
        return false;
    }
    let any = |classes: &[Class]| {
        around
            .iter()
            .any(|hit| hit.class().is_some_and(|class| classes.contains(&class)))
    };
    let calls = any(&CALLS);
    let judged = any(&[Class::Insult, Class::Fault, Class::Praise, Class::Fit]);
    let political = near.election > 0
        || named
        || topic.clear + topic.election > 0
        || topic.office > 0 && judged;
    if near.everyday > 0 && !named && near.election == 0 {
        return false;
    }
    // A digit joined to letters says nothing unless the letters say something.
    let lexeme = lexemes.get(code.lexeme as usize);
    if lexeme.is_some_and(|lexeme| lexeme.is(mark::TAG | mark::INSIDE)) && !named {
        let token = lexeme.map(|lexeme| lexeme.token);
        return around.iter().any(|hit| {
            hit.class().is_some_and(|class| CALLS.contains(&class))
                && lexemes.get(hit.first as usize).map(|lexeme| lexeme.token) == token
        });
    }
    match code.strength {
        Strength::Strong if code.emoji => political || calls,
        Strength::Strong => true,
        Strength::Medium => {
            political
                // People are insulted, goods are not.
                || any(&[Class::Insult]) && context.at(code.lexeme) & flag::QUESTION == 0
                || calls
                    && (code.emoji
                        || any(&[
                            Class::Mobilise,
                            Class::Rally,
                            Class::Victory,
                            Class::Support,
                        ])
                        || context.at(code.lexeme) & flag::QUESTION == 0)
        }
        Strength::Weak => !code.emoji && (political || any(&[Class::Mobilise])) && calls,
    }
}
