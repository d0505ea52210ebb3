//! The sides a post names: which names hold, which belong together, which number is whose.

use smallvec::{SmallVec, smallvec};

use super::around::is_spot;
use super::banner::Banner;
use super::company::{Company, is_alone, members, stands_under, tickets};
use super::empty_box;
use super::incumbent::is_incumbent;
use super::naming::holds;
use super::numbered::code_holds;
use super::reading::Reading;
use super::stranger::{Stranger, only_candidate, strangers};
use super::supposed::supposed_candidate;
use super::topic::Topic;
use crate::context::flag;
use crate::lexicon::{Knowledge, SenseKind, mark};
use crate::matching::{Classes, Code, Hit, slice};
use crate::source::class::{Attitude, Class, TargetKind};

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
    pub(crate) proofs: SmallVec<[Proof; 4]>,
    /// Support minus opposition, -100 to 100.
    pub(crate) net: i32,
    /// The first lexeme of a title and a name that nobody listed, and the one behind its last.
    pub(crate) written: Option<(u32, u32)>,
}

/// The sides of a post; most posts name few.
pub(crate) type SideList = SmallVec<[Side; 2]>;

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
    /// The lesser of two that are compared.
    pub(super) lesser: bool,
    /// What its hashtag says.
    pub(super) banner: Banner,
}

impl Mention {
    /// A plain mention of a side, at no place yet.
    fn plain(side: usize) -> Self {
        Self {
            side,
            first: 0,
            end: 0,
            clause: 0,
            sentence: 0,
            handle: false,
            tag: false,
            attitude: Attitude::Neutral,
            code: None,
            lesser: false,
            banner: Banner::default(),
        }
    }

    /// A plain mention where a hit stands.
    fn of(side: usize, hit: &Hit) -> Self {
        Self {
            first: hit.first,
            end: hit.end,
            clause: hit.clause,
            sentence: hit.sentence,
            ..Self::plain(side)
        }
    }

    /// A plain mention where somebody stands whom nobody listed.
    fn of_stranger(side: usize, stranger: &Stranger) -> Self {
        Self {
            first: stranger.first,
            end: stranger.end,
            clause: stranger.clause,
            sentence: stranger.sentence,
            ..Self::plain(side)
        }
    }
}

/// The sides of a post and their mentions.
#[derive(Debug, Clone, Default)]
pub(super) struct Sides {
    pub(super) sides: SideList,
    pub(super) mentions: SmallVec<[Mention; 4]>,
    /// People nobody listed.
    pub(super) strangers: SmallVec<[Stranger; 2]>,
    /// Sentences that hold a name, in order.
    named: SmallVec<[u32; 4]>,
    /// The side that is the empty box.
    pub(super) empty_box: Option<usize>,
}

/// What tells that it is an election in which somebody stands: there are also candidates for a degree.
const SOUGHT: Classes = Classes::of(&[
    Class::Ballot,
    Class::Elect,
    Class::Election,
    Class::Holder,
    Class::Office,
    Class::SelfCampaign,
    Class::Vote,
]);

/// Sides that are told apart; a post that names more is a list.
const MOST_SIDES: usize = 48;

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
        // One bit a side.
        const _: () = assert!(MOST_SIDES <= 64);
        let (mut text, mut accounts) = (0_u64, 0_u64);
        for mention in &self.mentions {
            let sides = if mention.handle {
                &mut accounts
            } else {
                &mut text
            };
            *sides |= 1 << mention.side;
        }
        // The box is no contestant: only where nobody is named it stands alone.
        let box_bit = self.empty_box.map_or(0, |at| 1 << at);
        let boxed = text != 0 && text == box_bit;
        if !boxed {
            text &= !box_bit;
        }
        let counted = if boxed {
            0
        } else if text == 0 {
            accounts
        } else {
            text
        };
        Counts {
            told_apart: text.count_ones() as usize,
            handles: accounts.count_ones() as usize,
            named: text != 0,
            any: counted != 0,
            only: counted
                .is_power_of_two()
                .then(|| counted.trailing_zeros() as usize),
        }
    }

    /// Whether a sentence holds a name.
    pub(super) fn is_named_in(&self, sentence: u32) -> bool {
        self.named.binary_search(&sentence).is_ok()
    }

    /// The names and numbers of a sentence.
    pub(super) fn in_sentence(&self, sentence: u32) -> &[Mention] {
        slice(&self.mentions, |mention| mention.sentence, sentence)
    }

    /// The names before a lexeme, and those from it on.
    pub(super) fn split_at(&self, lexeme: u32) -> (&[Mention], &[Mention]) {
        let next = self
            .mentions
            .partition_point(|mention| mention.first < lexeme);
        self.mentions
            .split_at_checked(next)
            .unwrap_or((&self.mentions, &[]))
    }

    /// Notes words that speak for or against a side, or name it.
    pub(super) fn prove(&mut self, side: usize, proof: Proof) {
        prove(&mut self.sides, side, proof);
    }

    pub(super) fn read(reading: &Reading<'_>, topic: Topic) -> Self {
        let Reading {
            knowledge,
            lexemes,
            hits,
            codes,
            contest,
            ..
        } = *reading;
        let mut sides = Self::default();
        // Needed only where two people share a name.
        let company = std::cell::OnceCell::new();
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
            if !holds(reading, hit, shouted, topic)
                || !(is_alone(reading, hit)
                    || company
                        .get_or_init(|| Company::of(reading))
                        .means(reading, hit, target))
            {
                continue;
            }
            let first = lexemes.get(hit.first as usize);
            let Some(side) = sides.side(SideKey::Target(target)) else {
                continue;
            };
            sides.named.push(hit.sentence);
            sides.mentions.push(Mention {
                handle: first.is_some_and(|lexeme| lexeme.is(mark::HANDLE)),
                tag: first.is_some_and(|lexeme| lexeme.is(mark::TAG)),
                attitude,
                lesser: is_lesser(reading, hit.first),
                ..Mention::of(side, hit)
            });
        }
        if reading.has_any(NEEDING_NO_NAME) {
            sides.read_unnamed(reading, topic);
        }
        sides.named.sort_unstable();
        sides.named.dedup();
        // Looked for once: a post may hold very many numbers.
        let list = std::cell::OnceCell::new();
        for code in codes {
            let owner = sides.owner(knowledge, code.number, contest).or_else(|| {
                let party = sides.only_party(knowledge)?;
                let counted = !code.padded && !code.emoji;
                let list = counted && *list.get_or_init(|| is_of_list(reading));
                list.then_some(party)
            });
            let holds = if code.echoed {
                owner.is_some_and(|owner| sides.is_echoed(knowledge, owner, code))
            } else {
                code_holds(reading, code, &sides, topic)
            };
            if !holds {
                continue;
            }
            let key = owner.unwrap_or(SideKey::Number(code.number));
            let Some(side) = sides.side(key) else {
                continue;
            };
            let lexeme = lexemes.get(code.lexeme as usize);
            // A numeral may be of several words: "dua ploh sa".
            let end = reading
                .at(code.lexeme)
                .iter()
                .filter(|hit| matches!(hit.kind, SenseKind::Code { .. }))
                .map(|hit| hit.end)
                .fold(code.lexeme + 1, u32::max);
            sides.mentions.push(Mention {
                first: code.first,
                end,
                clause: code.clause,
                sentence: code.sentence,
                tag: lexeme.is_some_and(|lexeme| lexeme.is(mark::TAG)),
                code: Some(*code),
                lesser: is_lesser(reading, code.first),
                ..Mention::plain(side)
            });
        }
        sides.join(knowledge);
        sides.mentions.sort_by_key(|mention| mention.first);
        for mention in sides.mentions.iter_mut().filter(|mention| mention.tag) {
            mention.banner = Banner::of(reading, mention.first, mention.sentence);
        }
        let mut strangers = strangers(reading, shouted);
        strangers.retain(|stranger| !sides.is_mate(reading, stranger));
        sides.strangers = strangers;
        if sides.mentions.is_empty() && topic.abroad == 0 && reading.has_any(SOUGHT) {
            sides.read_candidate(reading, shouted);
        }
        sides.empty_box = empty_box::of(knowledge, &sides.sides);
        sides
    }

    /// Adds those who are meant without a name.
    #[cold]
    fn read_unnamed(&mut self, reading: &Reading<'_>, topic: Topic) {
        const TELLING: Classes = Classes::of(&[Class::Neutrality, Class::Report]);
        let told = reading.has_any(TELLING);
        // "My champion" runs, plays and sings; only where an election is spoken of does he stand in one.
        // "Suppose I vote for candidate A": a letter stands for anybody.
        let ours = |hit: &Hit| {
            topic.election + topic.clear > topic.everyday / 2
                && reading.context.of(hit) & flag::CONDITION == 0
        };
        let may_be_meant = |hit: &&Hit| hit.is_any(NEEDING_NO_NAME);
        // Where names and numbers begin, in order, so that a long post is walked once.
        let mut named: SmallVec<[u32; 8]> = SmallVec::new();
        if reading.has_any(NEEDING_NO_NAME) {
            named.extend(self.mentions.iter().map(|mention| mention.first));
            named.extend(reading.codes.iter().map(|code| code.first));
            named.sort_unstable();
        }
        for hit in reading.hits.iter().filter(may_be_meant) {
            let meant = match hit.class() {
                Some(Class::Ours) => ours(hit),
                Some(Class::Spot | Class::Look) => is_spot(reading, hit, topic),
                Some(Class::Holder) => !told && is_incumbent(reading, hit, topic),
                _ => false,
            };
            // "My choice: NN" says who it is.
            if !meant || named.binary_search(&hit.end).is_ok() {
                continue;
            }
            let Some(side) = self.side(SideKey::Unnamed) else {
                continue;
            };
            self.named.push(hit.sentence);
            self.mentions.push(Mention::of(side, hit));
        }
    }

    /// Adds the one whom nobody listed but who stands in an election, or seems to, where nobody else is named.
    #[cold]
    fn read_candidate(&mut self, reading: &Reading<'_>, shouted: bool) {
        let candidate = if let Some(candidate) = only_candidate(&self.strangers) {
            *candidate
        } else if let Some(candidate) = supposed_candidate(reading, &self.strangers, shouted) {
            self.strangers = smallvec![candidate];
            candidate
        } else {
            return;
        };
        let Some(side) = self.side(SideKey::Unnamed) else {
            return;
        };
        if let Some(side) = self.sides.get_mut(side) {
            side.written = Some((candidate.first, candidate.end));
        }
        self.named.push(candidate.sentence);
        self.mentions.push(Mention::of_stranger(side, &candidate));
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
            proofs: SmallVec::new(),
            net: 0,
            written: None,
        });
        Some(self.sides.len() - 1)
    }

    /// The side named in the post to which a ballot number belongs.
    fn owner(&self, knowledge: &Knowledge, number: u8, contest: Option<&str>) -> Option<SideKey> {
        let fits = |target: u32| stands_under(knowledge, target, number, contest);
        let mut named = self.sides.iter().filter_map(|side| match side.key {
            SideKey::Target(target) => Some(target),
            _ => None,
        });
        // A person runs under the number of a ticket.
        let of_ticket = |person: &u32| tickets(knowledge, *person).any(fits);
        let target = named
            .clone()
            .find(|target| fits(*target))
            .or_else(|| named.find(of_ticket))?;
        Some(SideKey::Target(target))
    }

    /// The party that is the only side named.
    fn only_party(&self, knowledge: &Knowledge) -> Option<SideKey> {
        let [party] = self.sides.as_slice() else {
            return None;
        };
        let SideKey::Target(target) = party.key else {
            return None;
        };
        (knowledge.target(target)?.kind == TargetKind::Party).then_some(party.key)
    }

    /// Joins into one side: people of one ticket, the ticket and its people, followers and whom they follow.
    fn join(&mut self, knowledge: &Knowledge) {
        if self.sides.len() < 2 {
            return;
        }
        let people: SmallVec<[SmallVec<[u32; 2]>; 4]> = self
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
                SideKey::Target(target) => smallvec![target],
                _ => SmallVec::new(),
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
                            // The others first: of their own ticket the first are members anyway.
                            b.iter().chain(a).all(|person| {
                                members(knowledge, ticket).any(|member| member == *person)
                            })
                        }))
        };
        // Each side goes to the first it belongs with; a ticket takes its people in wherever it stands.
        let mut into: SmallVec<[usize; 4]> = (0..people.len()).collect();
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

    /// Whether a number that only assents, "NN, three it is", stands behind the name it belongs to; a ticket may stand farther off.
    fn is_echoed(&self, knowledge: &Knowledge, owner: SideKey, code: &Code) -> bool {
        let Some(side) = self.sides.iter().position(|side| side.key == owner) else {
            return false;
        };
        self.mentions.iter().any(|mention| {
            mention.side == side
                && mention.sentence == code.sentence
                && mention.end <= code.first
                && (mention.end == code.first || self.is_ticket(knowledge, side))
        })
    }

    /// Whether somebody nobody listed stands right behind a name and an *and*, the running mate, or right before the number they have: both
    /// are of the side that is told.
    fn is_mate(&self, reading: &Reading<'_>, stranger: &Stranger) -> bool {
        let (before, behind) = self.split_at(stranger.first);
        let numbered = behind.first().is_some_and(|mention| {
            mention.sentence == stranger.sentence
                && mention.code.is_some_and(|code| !code.emoji)
                && mention.first == stranger.end
        });
        let joins =
            |index: u32| reading.is_at(index, Class::PartWith) || reading.is_word(index, "dan");
        numbered
            || before.last().is_some_and(|mention| {
                mention.sentence == stranger.sentence
                    && !mention.handle
                    && !mention.tag
                    && mention.code.is_none()
                    && (mention.end == stranger.first
                        || mention.end + 1 == stranger.first && joins(mention.end))
            })
    }

    /// Whether a side is somebody nobody listed, or goes unnamed.
    pub(super) fn is_unlisted(&self, side: usize) -> bool {
        self.sides
            .get(side)
            .is_some_and(|side| side.key == SideKey::Unnamed)
    }

    fn is_ticket(&self, knowledge: &Knowledge, side: usize) -> bool {
        matches!(self.sides.get(side).map(|side| side.key), Some(SideKey::Target(target)) if knowledge.target(target).is_some_and(|info| info.kind == TargetKind::Ticket))
    }
}

/// Whether candidates are spoken of who stand on the list of a party: their number is one of that list.
fn is_of_list(reading: &Reading<'_>) -> bool {
    const LISTED: Classes = Classes::of(&[Class::PartContestant, Class::Election]);
    let words = ["caleg", "dapil"].map(|word| reading.knowledge.lemma_of(word));
    let listed = |hit: &Hit| {
        let first = reading.lexemes.get(hit.first as usize);
        hit.is_any(LISTED) && first.is_some_and(|first| words.contains(&Some(first.lemma)))
    };
    reading.has_any(LISTED) && reading.hits.iter().any(listed)
}

/// Classes of words that may mean somebody without a name.
const NEEDING_NO_NAME: Classes =
    Classes::of(&[Class::Ours, Class::Spot, Class::Look, Class::Holder]);

/// Notes words that speak for or against a side, or name it.
pub(super) fn prove(sides: &mut SideList, side: usize, proof: Proof) {
    if let Some(side) = sides.get_mut(side) {
        side.proofs.push(proof);
    }
}

/// Whether a word such as *than* stands before a name, at most a title between them.
fn is_lesser(reading: &Reading<'_>, name: u32) -> bool {
    let sentence = |index: u32| {
        let lexeme = reading.lexemes.get(index as usize);
        lexeme.map(|lexeme| lexeme.sentence)
    };
    reading.has(Class::Compare)
        && (1..=2).any(|back| {
            name.checked_sub(back).is_some_and(|before| {
                reading.is_at(before, Class::Compare) && sentence(before) == sentence(name)
            })
        })
}
