//! Wires the rooms together; decides nothing itself.

mod builder;
mod conclude;
mod idle;
mod known;
mod show;

pub use builder::ClassifierBuilder;
pub use known::{Known, KnownName};

use std::fmt;

use once_cell::sync::Lazy;

use crate::context::{Context, Voice, Words};
use crate::lexicon::{Knowledge, Lexemes, SenseKind};
use crate::matching::{Code, Hit, Places, codes, scan};
use crate::post::{Interaction, Post};
use crate::rules::{HATE, RuleSet, timing};
use crate::source::class::{Ambiguity, Attitude};
use crate::source::date::Date;
use crate::source::law::{Provision, TierInfo};
use crate::source::weight::{Factor, Of};
use crate::stance::{Account, Added, Outcome, Reading, Stance, assents, assess, combine};
use crate::token::Document;
use crate::verdict::Verdict;
use conclude::{Case, nothing};
use idle::{is_empty_of_matter, is_idle};

/// Judges posts by the compiled data, and by elections and tables the user added.
///
/// Immutable, `Send + Sync`; a clone is a few pointers and shares everything.
///
/// # Examples
/// ```
/// use netral::{Classifier, Stance};
/// let classifier = Classifier::new();
/// let verdict = classifier.classify("Ayo coblos nomor 2 ✌️");
/// assert_eq!(verdict.stance(), Stance::Support);
/// ```
#[derive(Debug, Clone)]
pub struct Classifier {
    knowledge: Knowledge,
    rules: RuleSet,
}

/// Buffers that a caller may keep from post to post, so that classifying allocates less.
///
/// Holds nothing of a post that could change the verdict on another.
#[derive(Default)]
pub struct Scratch {
    own: Room,
    other: Room,
}

impl fmt::Debug for Scratch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scratch").finish_non_exhaustive()
    }
}

impl Scratch {
    /// Empty buffers.
    pub fn new() -> Self {
        Self::default()
    }
}

/// What is read of one text.
#[derive(Default)]
struct Room {
    document: Document,
    lexemes: Lexemes,
    hits: Vec<Hit>,
    places: Places,
    codes: Vec<Code>,
    context: Context,
    voice: Voice,
}

impl Room {
    /// What the words do to each other, and who speaks.
    fn think(&mut self) {
        let words = Words {
            document: &self.document,
            lexemes: &self.lexemes.all,
            hits: &self.hits,
            places: &self.places,
        };
        self.context.read(words);
        self.voice = Voice::read(words);
    }
}

static COMPILED: Lazy<Classifier> = Lazy::new(Classifier::new);

/// Classifies a post with the compiled data.
///
/// Never fails and never panics, whatever the text. The classifier behind it is made on first use.
///
/// # Examples
/// ```
/// use netral::{Tier, classify};
/// assert_eq!(classify("ASN dilarang mendukung salah satu calon").tier(), Tier::None);
/// ```
///
/// # Complexity
/// Time and memory grow linearly with the post.
pub fn classify<'p>(post: impl Into<Post<'p>>) -> Verdict {
    COMPILED.classify(post)
}

impl Default for Classifier {
    fn default() -> Self {
        Self::new()
    }
}

impl Classifier {
    /// A classifier with the data compiled into the crate.
    pub fn new() -> Self {
        Self {
            knowledge: Knowledge::compiled(),
            rules: RuleSet::compiled(),
        }
    }

    /// Begins a classifier that knows more than the compiled data.
    pub fn builder() -> ClassifierBuilder {
        ClassifierBuilder::default()
    }

    /// The provisions this classifier applies, in the order of the files they stand in.
    ///
    /// # Examples
    /// ```
    /// let classifier = netral::Classifier::new();
    /// let like = classifier.provisions().iter().find(|provision| provision.id == "SKB22-B6").unwrap();
    /// assert_eq!((like.tier, like.tier_alt), (netral::Tier::Berat, Some(netral::Tier::KodeEtik)));
    /// ```
    pub fn provisions(&self) -> &[Provision] {
        self.rules.provisions()
    }

    /// What the tiers mean in sanctions, now and formerly.
    pub fn tiers(&self) -> &[TierInfo] {
        self.rules.tiers()
    }

    /// Classifies a post.
    ///
    /// # Complexity
    /// Linear in the post.
    pub fn classify<'p>(&self, post: impl Into<Post<'p>>) -> Verdict {
        self.classify_with(&mut Scratch::default(), post)
    }

    /// Classifies a post with buffers of the caller.
    ///
    /// # Examples
    /// ```
    /// use netral::{Classifier, Scratch};
    /// let (classifier, mut scratch) = (Classifier::new(), Scratch::new());
    /// for post in ["harga cabai naik lagi", "gaspol 02!"] {
    ///     let verdict = classifier.classify_with(&mut scratch, post);
    ///     assert_eq!(verdict, classifier.classify(post));
    /// }
    /// ```
    pub fn classify_with<'p>(&self, scratch: &mut Scratch, post: impl Into<Post<'p>>) -> Verdict {
        let post = post.into();
        // A like, a share or a follow without content named takes the text as the content.
        let (text, on) = match (post.interaction_kind(), post.on_text()) {
            (Interaction::Like | Interaction::Share | Interaction::Follow, None) => {
                ("", Some(post.text()))
            }
            (_, on) => (post.text(), on),
        };
        let own = &mut scratch.own;
        // What comes to nothing is told from most posts at a glance, from some others by their terms.
        let may_rest = on.is_none() && !post.is_candidate_spouse();
        own.document.fold(text);
        if may_rest && is_empty_of_matter(&mut own.lexemes, &self.knowledge, &own.document, text) {
            return nothing(&post, &self.rules);
        }
        self.read(own, text, &post);
        if may_rest && is_idle(&own.lexemes.all, &own.hits, &own.codes) {
            return nothing(&post, &self.rules);
        }
        self.judge(scratch, &post, text, on)
    }

    /// Judges a post whose text has been read into the author's own room.
    fn judge(
        &self,
        scratch: &mut Scratch,
        post: &Post<'_>,
        text: &str,
        on: Option<&str>,
    ) -> Verdict {
        let Scratch { own, other } = scratch;
        own.think();
        // Without a day no calendar is looked at.
        let contests = post
            .published()
            .map_or_else(Vec::new, |_| self.contests_of(own));
        let early = timing(
            &self.rules,
            post.stated_phase(),
            post.published(),
            &contests,
        );
        let contest = early.contest.as_deref();
        let mine = self.assess(own, contest);
        let (outcome, from_on) = match on {
            Some(on) => self.answer(post, own, mine, other, on, contest),
            None => (mine, false),
        };
        let room: &Room = if from_on { other } else { own };
        let source = if from_on { on.unwrap_or("") } else { text };
        let case = Case {
            post,
            source,
            from_on,
            room,
            outcome: &outcome,
        };
        case.conclude(&self.knowledge, &self.rules, early)
    }

    /// The outcome of what the author says of some content, and whether it comes from the content.
    #[cold]
    fn answer(
        &self,
        post: &Post<'_>,
        own: &Room,
        mine: Outcome,
        other: &mut Room,
        on: &str,
        contest: Option<&str>,
    ) -> (Outcome, bool) {
        other.document.fold(on);
        self.read(other, on, post);
        other.think();
        let theirs = self.assess(other, contest);
        let added = Added {
            words: own.lexemes.all.len(),
            hits: &own.hits,
        };
        let account = account(&self.knowledge, other);
        let (outcome, from_on) = combine(post.interaction_kind(), mine, theirs, added, account);
        // Bare assent to hate is an act although no side is taken.
        if post.interaction_kind() == Interaction::Comment
            && outcome.stance == Stance::None
            && other.places.post().any(HATE)
            && assents(added)
        {
            return (self.assess(other, contest), true);
        }
        (outcome, from_on)
    }

    /// Finds the words, the terms and the numbers of a text that has been folded.
    fn read(&self, room: &mut Room, text: &str, post: &Post<'_>) {
        let month = post.published().map(Date::months);
        room.document.tokenize(text);
        room.lexemes.read(&self.knowledge, &room.document, text);
        let lexemes = &room.lexemes.all;
        scan(&self.knowledge, lexemes, month, &mut room.hits);
        room.places.read(lexemes, &room.hits);
        codes(lexemes, &room.hits, &room.places, &mut room.codes);
    }

    fn assess(&self, room: &Room, contest: Option<&str>) -> Outcome {
        assess(&Reading {
            knowledge: &self.knowledge,
            lexemes: &room.lexemes.all,
            hits: &room.hits,
            places: &room.places,
            codes: &room.codes,
            context: &room.context,
            voice: room.voice,
            contest,
        })
    }

    fn contests_of(&self, room: &Room) -> Vec<&str> {
        room.hits
            .iter()
            .filter_map(|hit| self.knowledge.target(hit.target()?))
            .flat_map(|target| target.ballots().map(|(contest, _)| contest))
            .collect()
    }
}

/// Whether the content interacted with is nothing but the account of somebody who stands in an election.
fn account(knowledge: &Knowledge, room: &Room) -> Option<Account> {
    if room.lexemes.all.len() > 4 {
        return None;
    }
    room.hits.iter().find_map(|hit| match hit.kind {
        SenseKind::Alias {
            target,
            attitude: Attitude::Neutral | Attitude::Fond,
            ambiguity: Ambiguity::Clear | Ambiguity::Shared,
        } => knowledge.target(target).map(|_| Account {
            target,
            score: knowledge.weight(Of::Factor(Factor::Account)),
        }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::law::{Author, Tier};

    #[test]
    fn the_classifier_is_shared_between_threads() {
        fn assert_all<
            T: Send + Sync + Clone + std::panic::UnwindSafe + std::panic::RefUnwindSafe,
        >() {
        }
        fn assert_send<T: Send>() {}
        assert_send::<Scratch>();
        assert_all::<Classifier>();
        assert_all::<Verdict>();
        assert_all::<Post<'static>>();
    }

    /// Words of every kind, so that many posts are idle and many are not.
    const WORDS: &str = "makan siang enak banget tadi pagi hujan saya netral kok jangan lupa bawa payung kita dukung terus \
        pilih coblos menang hebat bodoh pemilu bupati guru asn dilarang pak bu mas gaji naik lagi tim sukses ikut hadir \
        acara partai kafir khilafah rahasia katanya tidak bukan kalau mau jadi aamiin semoga keren parah malu 2 01 nomor \
        pas asik ASIK dimana gausah terimakasih 7rb 2menang dukung3 win100 im3 kira\" anj*ng b4 2dukung 2x edit2an rindu kuning PUTIH hidup mati tetap satu komando istri kampanye deklarasi satu dua tiga 3 aja saja dulu kamar lanjut gas teman2 anak2 periode spanduk kaos foto bareng ganti presiden cuma hanya yang tengah usah \
        tuh iya ya deh yaa enggaaak makannya #timnanas #paketphp #pilihdua #PilihDua #duaperiode #kuningmenyala #putih #salam2jari #menaaang https://a.id a@b.id [username] ! ? . , : \" #kopi @teman 😂 Surya Lestari";

    /// Terms and names of many kinds, as they stand in the tables.
    fn terms() -> Vec<&'static str> {
        let tables = [
            include_str!("../../data/lexicon/everyday.tsv"),
            include_str!("../../data/lexicon/idiom.tsv"),
            include_str!("../../data/lexicon/politics.tsv"),
            include_str!("../../data/lexicon/support.tsv"),
            include_str!("../../data/lexicon/staff.tsv"),
            include_str!("../../data/context/cues.tsv"),
            include_str!("../../data/text/spelling.tsv"),
            include_str!("../../data/targets/numerals.tsv"),
        ];
        let rows = tables.into_iter().flat_map(str::lines);
        rows.filter(|row| !row.starts_with('#'))
            .filter_map(|row| row.split('\t').next())
            .collect()
    }

    /// Whether a glance and the long way come to the same verdict.
    fn is_same_at_a_glance(text: &str) -> bool {
        let (classifier, mut scratch) = (Classifier::new(), Scratch::new());
        let post = Post::from(text);
        scratch.own.document.fold(text);
        classifier.read(&mut scratch.own, text, &post);
        let long = classifier.judge(&mut scratch, &post, text, None);
        classifier.classify(text) == long
    }

    proptest::proptest! {
        #[test]
        fn idle_posts_come_to_nothing(words in proptest::collection::vec(0_usize..1000, 1..14)) {
            let known: Vec<&str> = WORDS.split_whitespace().collect();
            let text: Vec<&str> = words.iter().filter_map(|at| known.get(at % known.len()).copied()).collect();
            let text = text.join(" ");
            proptest::prop_assert!(is_same_at_a_glance(&text), "{}", text);
        }

        /// Terms whole, without a word, shouted, doubled and as hashtags.
        #[test]
        fn what_a_glance_passes_over_is_nothing(picks in proptest::collection::vec((0_usize..100_000, 0_u8..12, 0_usize..4), 1..6)) {
            let terms = terms();
            let mut text = String::new();
            for (at, way, word) in picks {
                let term = terms.get(at % terms.len()).copied().unwrap_or("");
                let part = match way {
                    0 => format!("#{}", term.replace(' ', "")),
                    1 => term.to_uppercase(),
                    2 => format!("{term}{term} 2"),
                    3 => format!("{}2", term.replace(' ', "")),
                    4 => format!("{term}nya, {term}"),
                    5 => term.replace('a', "aa"),
                    6 | 7 => term.split(' ').enumerate().filter(|(at, _)| *at != word).map(|(_, word)| word).collect::<Vec<_>>().join(" "),
                    8 => term.replace(' ', ", "),
                    _ => term.to_owned(),
                };
                text.push_str(&part);
                text.push(' ');
            }
            proptest::prop_assert!(is_same_at_a_glance(&text), "{}", text);
        }
    }

    #[test]
    fn public_authors_get_no_tier() {
        let verdict = Classifier::new()
            .classify(Post::new("ayo menangkan Prabowo, coblos nomor 2!").author(Author::Public));
        assert_eq!(
            (verdict.stance(), verdict.tier()),
            (Stance::Support, Tier::None)
        );
    }
}
