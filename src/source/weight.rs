//! The weights of the score: points a class, points of a way of naming, and what the context leaves of them in percent.

use super::class::{Class, Named, UnknownName, named};

named! {
    /// A number the score is computed from, beside the points of the classes; values and reasons stand in `stance/weights.tsv`.
    pub(crate) Factor {
        /// Points of a name in a hashtag.
        TaggedName = "tagged_name",
        /// Points of a name in a hashtag with a year or two more words.
        TaggedMotto = "tagged_motto",
        /// Points of a number joined to a name in a hashtag, or hidden in a word.
        TaggedCode = "tagged_code",
        /// Points of a finger, keycap or number beside a name.
        Code = "code",
        /// Points of a party, ticket or number right behind "I": who says so belongs to it.
        Own = "own",
        /// Points of a nickname only opponents use.
        Hostile = "hostile",
        /// Points of a name only followers use.
        Fond = "fond",
        /// Points of a name only followers use, in a hashtag.
        FondTag = "fond_tag",
        /// Score of following or liking the account of somebody who stands in an election.
        Account = "account",
        /// Naming points in somebody else's mouth.
        NamedByOthers = "named_by_others",
        /// Points of a word inside a hashtag that names somebody.
        Banner = "banner",
        /// The same for words of belonging.
        BannerIdentity = "banner_identity",
        /// Points of support that is negated, as opposition.
        Negated = "negated",
        /// Points of other words behind "do not".
        Forbidden = "forbidden",
        /// Quoted, reported or called untrue.
        Told = "told",
        /// Hearsay.
        Hearsay = "hearsay",
        /// Votes and victories in surveys and counts.
        Surveyed = "surveyed",
        /// Support in a question.
        AskedSupport = "asked_support",
        /// Opposition in a question.
        AskedBlame = "asked_blame",
        /// Supposed.
        Supposed = "supposed",
        /// Blame for what would be.
        SupposedBlame = "supposed_blame",
        /// Long ago.
        Past = "past",
        /// All sides alike.
        Balanced = "balanced",
        /// A passive verb.
        Passive = "passive",
        /// An active verb nobody is urged to and the author does not do.
        Active = "active",
        /// Belonging of others.
        OthersIdentity = "others_identity",
        /// The author speaks of themself.
        ByAuthor = "by_author",
        /// Others are urged.
        Urged = "urged",
        /// A victory or a defeat that is lamented, as the opposite.
        Lamented = "lamented",
        /// A vote or a victory that is wondered at, as the opposite.
        Dismayed = "dismayed",
        /// A fault that is denied, as the opposite.
        Defended = "defended",
        /// Strengthened.
        Intense = "intense",
        /// Somebody else does it.
        OtherDoer = "other_doer",
        /// Those who vote are talked about.
        OthersVote = "others_vote",
        /// Against the lesser of two compared, of the points for the other.
        Lesser = "lesser",
        /// Names and slogans in hashtags of a post whose words blame that side.
        TagInBlame = "tag_in_blame",
        /// Somebody else does it, in a personal post.
        OtherDoerPersonal = "other_doer_personal",
        /// A short remark without anything edited, or a very personal post.
        Remark = "remark",
        /// An edited report.
        InReport = "in_report",
        /// A call or a vote of the author in an edited report.
        InReportCalled = "in_report_called",
        /// A post with some signs of a report.
        InEdited = "in_edited",
        /// A call or a vote of the author in such a post.
        InEditedCalled = "in_edited_called",
        /// Faults in such a post.
        InEditedFault = "in_edited_fault",
        /// Insults and calls of candidates in a report.
        InReportHard = "in_report_hard",
        /// Judgements in talk of government programmes.
        OfPolicy = "of_policy",
        /// Judgements of an account that is answered, where no election is spoken of.
        Complaint = "complaint",
        /// Kind words in talk of everyday life.
        OfEveryday = "of_everyday",
        /// Words in a post that speaks of neutrality.
        NearNeutrality = "near_neutrality",
        /// The nearest name is far away.
        Far = "far",
        /// A cry of one word stands further from the name than cries do.
        RallyFar = "rally_far",
        /// The name stands before an active verb of voting.
        DoerActive = "doer_active",
        /// The name stands before a plain verb of voting.
        DoerPlain = "doer_plain",
        /// Praise of the holder of an office.
        InOffice = "in_office",
        /// Praise or blame of a thing that stands nearer than a name.
        OfThing = "of_thing",
        /// Several accounts are answered at once.
        Accounts = "accounts",
        /// The only side of the post, named in another sentence.
        OnlySide = "only_side",
        /// The side named last, in another sentence.
        LastSide = "last_side",
        /// The same where three sides or more are named.
        LastOfMany = "last_of_many",
        /// Nobody is named, and an election is spoken of.
        Unnamed = "unnamed",
        /// Nobody is named, and somebody addressed is wanted for an office.
        Addressed = "addressed",
        /// An insult beside a word for whom the author speaks to, towards somebody else.
        ToReader = "to_reader",
        /// Somebody nobody listed is named in talk of an election.
        Stranger = "stranger",
        /// The same, where the title says that they stand in the election: "candidate NN".
        Contestant = "contestant",
        /// The post lists many names.
        List = "list",
        /// The second strongest word.
        Second = "second",
        /// The third strongest word.
        Third = "third",
        /// The fourth strongest word.
        Fourth = "fourth",
        /// What points the other way.
        Contrary = "contrary",
        /// From points to the score, in a personal post.
        ScalePersonal = "scale_personal",
        /// From points to the score, where a post sounds neither personal nor edited.
        ScalePlain = "scale_plain",
        /// From points to the score, in a post with some signs of a report.
        ScaleEdited = "scale_edited",
        /// From points to the score, in a report.
        ScaleReport = "scale_report",
        /// Points within which for and against are even.
        Even = "even",
    }
}

/// What a weight belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// A class of terms: its points.
    Class(Class),
    /// Something the naming or the context does.
    Factor(Factor),
}

impl Of {
    /// Number of all weights.
    pub(crate) const COUNT: usize = Class::ALL.len() + Factor::ALL.len();

    /// Place among all weights.
    pub(crate) const fn index(self) -> usize {
        match self {
            Self::Class(class) => class as usize,
            Self::Factor(factor) => Class::ALL.len() + factor as usize,
        }
    }
}

impl Named for Of {
    const NAMES: &'static [&'static str] = Factor::NAMES;

    fn remedy() -> String {
        format!(
            "use a class of terms or one of: {}",
            Factor::NAMES.join(", ")
        )
    }
}

impl std::str::FromStr for Of {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Class::parse(name).map_or_else(
            || {
                Factor::parse(name)
                    .map(Self::Factor)
                    .ok_or_else(|| UnknownName::new("weight", name))
            },
            |class| Ok(Self::Class(class)),
        )
    }
}

/// A row of `stance/weights.tsv`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weight {
    /// What it belongs to.
    pub of: Of,
    /// Points, positive for support, or percent.
    pub value: i32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_a_class_and_a_factor() {
        for factor in Factor::ALL {
            assert_eq!(Class::parse(factor.name()), None);
            assert_eq!(factor.name().parse(), Ok(Of::Factor(*factor)));
        }
    }
}
