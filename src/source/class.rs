//! The closed lists of names that data rows may use: classes of terms, categories of cues, and their fellows.

/// A text names no variant of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is no {list}")]
pub struct UnknownName {
    list: &'static str,
    name: String,
}

impl UnknownName {
    pub(crate) fn new(list: &'static str, name: &str) -> Self {
        Self {
            list,
            name: name.to_owned(),
        }
    }
}

/// An enum whose variants are named by words in data files.
pub(crate) trait Named: std::str::FromStr {
    /// The names of all variants, in order.
    const NAMES: &'static [&'static str];

    /// What to do where a name is none of them.
    fn remedy() -> String {
        format!("use one of: {}", Self::NAMES.join(", "))
    }
}

/// Declares an enum whose variants are named by words in data files.
macro_rules! named {
    ($(#[$doc:meta])* $vis:vis $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[repr(u8)]
        #[non_exhaustive]
        $vis enum $name { $($(#[$vdoc])* #[cfg_attr(feature = "serde", serde(rename = $text))] $variant,)+ }

        impl $name {
            /// All variants, in order.
            $vis const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name used in data files.
            $vis const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// Reads the name used in data files.
            $vis fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.name() == name)
            }

            /// The variant with this number.
            #[allow(dead_code)] // not every list is stored by number
            $vis fn from_index(index: u8) -> Option<Self> {
                Self::ALL.get(usize::from(index)).copied()
            }
        }

        impl Named for $name {
            const NAMES: &'static [&'static str] = &[$($text,)+];
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                Self::parse(name).ok_or_else(|| UnknownName::new(stringify!($name), name))
            }
        }
    };
}
pub(crate) use named;

named! {
    /// What a term does in a post. Points of each class stand in `stance/weights.tsv`.
    pub(crate) Class {
        /// Elections, their organisers, procedures and offices sought: the topic is political.
        Election = "election",
        /// Offices, parties and politics in general: political only in company.
        Office = "office",
        /// Voting for somebody.
        Vote = "vote",
        /// Supporting, helping to win.
        Support = "support",
        /// Rallying cries and loyalty.
        Rally = "rally",
        /// Cries and preferences that count only for the name right behind them: "long live", "rather".
        Cry = "cry",
        /// Short assent and offices that count only for the name right before them, at the end of a sentence: "... it is", "... for governor".
        Echo = "echo",
        /// Refusals that count only for the name right behind them: "no way", "not ... again".
        Shun = "shun",
        /// Victory foretold or celebrated.
        Victory = "victory",
        /// Defeat foretold or celebrated.
        Defeat = "defeat",
        /// Sorrow, which turns what is said of a victory or a defeat.
        Lament = "lament",
        /// Fighting a wrong: right behind it a fault is not that of whoever is named.
        Remedy = "remedy",
        /// *Again* and *still* right behind a name: dismay, where the author is not glad of it.
        Again = "again",
        /// Fitness for office: "deserves to lead".
        Fit = "fit",
        /// Praise.
        Praise = "praise",
        /// Thanks, good health and compliments on looks and manners: what everybody owes everybody.
        Courtesy = "courtesy",
        /// Promises and programmes: what campaigns say they will do.
        Promise = "promise",
        /// Wishes and prayers.
        Wish = "wish",
        /// Being of a camp: volunteer, cadre, supporter.
        Identity = "identity",
        /// Campaign work and material.
        Campaign = "campaign",
        /// Asking for votes for oneself; takes a side without a target.
        SelfCampaign = "self_campaign",
        /// What candidates ask for: blessing, votes, a chance to serve. Counts beside the place they stand in.
        Plea = "plea",
        /// Whoever governs, without a name: "the incumbent", "the regent".
        Holder = "holder",
        /// Keeping whoever governs: "two terms", "carry on". Counts beside a holder.
        Renew = "renew",
        /// Turning out whoever governs: "must fall", "time for a new one". Counts beside a holder.
        Replace = "replace",
        /// What is done with nobody but a candidate: winning it for them, bringing them to the seat.
        Elect = "elect",
        /// Rejecting or fighting somebody.
        Reject = "reject",
        /// A call against somebody who needs no name.
        CallAgainst = "call_against",
        /// Insults.
        Insult = "insult",
        /// Faults, failures and offences.
        Fault = "fault",
        /// Laughing at somebody.
        Mock = "mock",
        /// Urging others: let's, please, don't forget.
        Mobilise = "mobilise",
        /// Agreement: "ready, sir", "amen".
        Assent = "assent",
        /// The author speaks of themself.
        FirstPerson = "first_person",
        /// Introduces the lesser of two that are compared: "than", "rather than".
        Compare = "compare",
        /// What makes a vote somebody else's: "those who", "still", "why".
        Others = "others",
        /// A candidate of the author's that the post does not name: "our candidate".
        Ours = "ours",
        /// A place on the ballot paper: "the one in the middle".
        Spot = "spot",
        /// One who stands in an election, by looks: "the one with the moustache".
        Look = "look",
        /// Days, hours and elections as dates: nothing is said by them behind a call.
        When = "when",
        /// Reminding, which calls for a vote where nothing but a number or a place on the ballot follows.
        Remind = "remind",
        /// Calls to gather in the colour of a side: "all in white", "fill the stadium".
        Gather = "gather",
        /// For whom people are called together: "for the gentleman", "the chairwoman comes".
        Host = "host",
        /// Groups of people who are told about: residents, traders, thousands.
        Group = "group",
        /// The author speaks to somebody.
        SecondPerson = "second_person",
        /// Titles and ways of addressing somebody.
        Address = "address",
        /// Words of neutrality.
        Neutrality = "neutrality",
        /// Civil servants and their superiors.
        Civil = "civil",
        /// Government policy and programmes.
        Policy = "policy",
        /// A longer harmless phrase that hides the words in it.
        Idiom = "idiom",
        /// Everyday life: buying and selling.
        Shop = "shop",
        /// Everyday life: food.
        Food = "food",
        /// Everyday life: sport.
        Sport = "sport",
        /// Everyday life: school and campus.
        School = "school",
        /// Everyday life: faith.
        Faith = "faith",
        /// Everyday life: family and romance.
        Family = "family",
        /// Everyday life: stars, contests and their fans.
        Fans = "fans",
        /// Everyday life: health and relief.
        Health = "health",
        /// Everyday life: work and firms.
        Work = "work",
        /// Everyday life: money and tax.
        Finance = "finance",
        /// Everyday life: travel, sights, nature, tools.
        World = "world",
        /// Provinces, regencies and cities, whose capital letters say nothing of a headline.
        Place = "place",
        /// Introduces a ballot number beyond doubt: "paslon 2".
        Ballot = "ballot",
        /// Introduces any number: "nomor 2".
        Count = "count",
        /// A unit, address or counter that makes the number beside it an ordinary number.
        Unit = "unit",
        /// Elections abroad and of other bodies.
        Abroad = "abroad",
        /// Words that only edited reports use.
        Report = "report",
        /// Words that only relaxed private talk uses.
        Casual = "casual",
        /// Act: banners, posters, stickers.
        ActDisplay = "act_display",
        /// Act: attending a declaration or a rally.
        ActAttend = "act_attend",
        /// Act: photographs and poses.
        ActPhoto = "act_photo",
        /// Act: shirts and other attributes.
        ActAttribute = "act_attribute",
        /// Act: directing civil servants.
        ActMobilise = "act_mobilise",
        /// Act: state property.
        ActFacility = "act_facility",
        /// Act: meetings, invitations, gifts.
        ActOrganise = "act_organise",
        /// Act: support letters and copies of identity cards.
        ActLetter = "act_letter",
        /// Act: party membership or office.
        ActParty = "act_party",
        /// Act: running for office.
        ActCandidacy = "act_candidacy",
        /// Act: being in a success team.
        ActTeam = "act_team",
        /// Act: voting, which is everybody's right.
        ActVote = "act_vote",
        /// Act: joining outreach or introductions of somebody who runs.
        ActJoin = "act_join",
        /// Act: a decision in office that helps or harms a side.
        ActDecide = "act_decide",
        /// Act: accompanying one's own spouse in a campaign.
        ActSpouse = "act_spouse",
        /// Unpaid leave.
        ActLeave = "act_leave",
        /// Act: listening to programmes without a role.
        ActListen = "act_listen",
        /// Act: a pose that stands for no side.
        ActPose = "act_pose",
        /// Act: giving away secrets of office.
        ActSecret = "act_secret",
        /// Hate against the foundations of the state or the government.
        HateState = "hate_state",
        /// Hate against an ethnic, religious, racial or other group.
        HateGroup = "hate_group",
        /// Events of such hate.
        HateEvent = "hate_event",
        /// Act: joining or following a campaign group or account.
        ActGroup = "act_group",
        /// Part of an act: signs made with the fingers.
        PartSign = "part_sign",
        /// Part of an act: campaign groups and accounts.
        PartGroup = "part_group",
        /// Part of an act: joining, following, liking.
        PartFollow = "part_follow",
        /// Part of an act: campaign money.
        PartFund = "part_fund",
        /// Part of an act: running for office.
        PartRun = "part_run",
        /// Part of an act: entering a party named behind it.
        PartEnter = "part_enter",
        /// Part of an act: a photograph.
        PartPhoto = "part_photo",
        /// Part of an act: together with.
        PartWith = "part_with",
        /// Part of an act: somebody else who does it.
        PartOther = "part_other",
        /// Part of an act: putting up, printing, spreading.
        PartPut = "part_put",
        /// Part of an act: banners, posters, stickers.
        PartMaterial = "part_material",
        /// Part of an act: coming, attending.
        PartCome = "part_come",
        /// Part of an act: declarations and campaign events.
        PartEvent = "part_event",
        /// Part of an act: outreach and introductions.
        PartOuting = "part_outing",
        /// Part of an act: a photograph together with somebody.
        PartPicture = "part_picture",
        /// Part of an act: somebody who runs, or their team.
        PartContestant = "part_contestant",
        /// Part of an act: wearing.
        PartWear = "part_wear",
        /// Part of an act: clothes and signs of a party, a ticket or the service.
        PartGarment = "part_garment",
        /// Part of an act: clothes that belong to whoever is named behind.
        PartShirt = "part_shirt",
        /// Part of an act: using, borrowing.
        PartUse = "part_use",
        /// Part of an act: state property.
        PartAsset = "part_asset",
        /// Part of an act: inviting, gathering, directing.
        PartLead = "part_lead",
        /// Part of an act: civil servants and staff.
        PartStaff = "part_staff",
        /// Part of an act: family, neighbours, the public.
        PartPublic = "part_public",
        /// Part of an act: holding an event.
        PartHold = "part_hold",
        /// Part of an act: meetings and gatherings.
        PartMeeting = "part_meeting",
        /// Part of an act: giving out.
        PartGive = "part_give",
        /// Part of an act: goods and money.
        PartGift = "part_gift",
        /// Part of an act: collecting, handing in, signing.
        PartCollect = "part_collect",
        /// Part of an act: support letters and copies of identity cards.
        PartPaper = "part_paper",
        /// Part of an act: becoming, joining, serving as.
        PartJoin = "part_join",
        /// Part of an act: success teams and the posts in them.
        PartTeam = "part_team",
        /// Part of an act: members and officers of a party.
        PartParty = "part_party",
        /// Part of an act: members and officers of whatever is named behind.
        PartMember = "part_member",
        /// Part of an act: how parties choose whom they put up.
        PartNomination = "part_nomination",
        /// Part of an act: deciding in office.
        PartDecide = "part_decide",
        /// Part of an act: permits, aid, budgets, posts.
        PartMeasure = "part_measure",
    }
}

impl Class {
    /// Whether a number right behind a term of this class may be a ballot number.
    pub(crate) const fn introduces_number(self) -> bool {
        matches!(
            self,
            Self::Ballot | Self::Count | Self::Vote | Self::Rally | Self::Cry | Self::Identity
        )
    }

    /// Whether a numeral in letters right behind a term of this class may be a ballot number: "nomor dua", not "cuma dua".
    pub(crate) const fn introduces_numeral(self) -> bool {
        matches!(self, Self::Ballot | Self::Count | Self::Vote)
    }

    /// Whether a number right behind a term of this class may be a ballot number, if only where the two are written together.
    pub(crate) const fn precedes_number(self) -> bool {
        self.introduces_number() || self.takes_number()
    }

    /// Whether a term of this class may agree to a number right before it, or be written together with it.
    pub(crate) const fn agrees_to_number(self) -> bool {
        matches!(self, Self::Echo) || self.takes_number()
    }

    /// Whether a number written together with a term of this class may be a ballot number: `02menang`.
    pub(crate) const fn takes_number(self) -> bool {
        matches!(
            self,
            Self::Victory | Self::Rally | Self::Vote | Self::Support
        )
    }

    /// Whether a term of so many words can make a post political, take a side or tell of an act where nobody is named: one of a class that
    /// does, a whole formula of loyalty, which vouches for a name that is an everyday word, or one of victory: matches are won too.
    pub(crate) const fn matters(self, words: usize) -> bool {
        self.matters_alone()
            || matches!(self, Self::Rally) && words > 2
            || matches!(self, Self::Victory) && words > 1
    }

    /// Whether a term of this class can make a post political, take a side or tell of an act where nobody is named.
    ///
    /// A post without such terms, without names and without ballot numbers takes no side and tells of no act, whatever else it says.
    const fn matters_alone(self) -> bool {
        matches!(
            self,
            // What makes a post political.
            Self::Election
                | Self::Ballot
                | Self::SelfCampaign
                | Self::Civil
                | Self::Office
                // What can speak for or against somebody who is not named.
                | Self::CallAgainst
                | Self::Gather
                | Self::Elect
                | Self::Holder
                | Self::Look
                | Self::Neutrality
                | Self::Ours
                | Self::Spot
                | Self::Vote
                // What tells of an act of its own.
                | Self::ActSpouse
                | Self::ActSecret
                | Self::HateState
                | Self::HateGroup
                | Self::HateEvent
        )
    }
}

named! {
    /// What a cue does to the words in its scope.
    pub(crate) Cue {
        /// Not, never, refuse to.
        Negation = "negation",
        /// Do not.
        Prohibitive = "prohibitive",
        /// Looks like a negation and is none.
        Pseudo = "pseudo",
        /// Forbidden, must not; duties of officials.
        Prohibition = "prohibition",
        /// Somebody else says.
        Speech = "speech",
        /// It is said.
        Hearsay = "hearsay",
        /// Surveys and counts.
        Survey = "survey",
        /// Questions.
        Question = "question",
        /// If, suppose.
        Condition = "condition",
        /// But: what follows decides.
        Contrast = "contrast",
        /// Back then.
        Past = "past",
        /// Hoax, clarification.
        Debunk = "debunk",
        /// Very.
        Intensify = "intensify",
        /// All sides alike.
        Balance = "balance",
        /// "I take no side."
        Denial = "denial",
        /// Praise that is not meant.
        Irony = "irony",
        /// "How can they", "why on earth": who votes or wins is wondered at.
        Dismay = "dismay",
        /// "Team", "to the end": with nothing but a name beside it, it declares for whoever is named.
        Pledge = "pledge",
    }
}

named! {
    /// Where the scope of a cue lies.
    pub(crate) Direction {
        /// Behind the cue.
        Forward = "forward",
        /// Before the cue.
        Backward = "backward",
        /// On both sides.
        Both = "both",
    }
}

named! {
    /// How far the scope of a cue reaches.
    pub(crate) Scope {
        /// The next three words.
        Near = "near",
        /// To the end of the clause.
        Clause = "clause",
        /// To the end of the sentence.
        Sentence = "sentence",
        /// The whole post.
        Post = "post",
    }
}

named! {
    /// Who uses a name.
    pub Attitude {
        /// Anybody.
        Neutral = "neutral",
        /// Followers.
        Fond = "fond",
        /// Opponents.
        Hostile = "hostile",
    }
}

/// Whether a name of one word is one only in capitals or in a tag, unless other words that matter stand in the post: an everyday word.
pub(crate) fn needs_capitals(ambiguity: Ambiguity, attitude: Attitude) -> bool {
    ambiguity == Ambiguity::Word && attitude != Attitude::Fond
}

named! {
    /// How surely a name means its target.
    pub Ambiguity {
        /// Never anything else.
        Clear = "clear",
        /// Also the first name of others: takes no side in talk of everyday life.
        Shared = "shared",
        /// Also a name of few others: means its target unless the sentence is of something else.
        Likely = "likely",
        /// Also an ordinary name.
        Name = "name",
        /// Also an everyday word.
        Word = "word",
    }
}

named! {
    /// Kinds of target as data files name them.
    pub TargetKind {
        /// A party.
        Party = "party",
        /// A person.
        Person = "person",
        /// A ticket of two candidates.
        Ticket = "ticket",
        /// Followers of somebody.
        Camp = "camp",
        /// A ballot number whose owner is not known.
        Number = "number",
        /// The empty box on the ballot paper beside an only ticket: who is for it is against that ticket.
        EmptyBox = "empty_box",
    }
}

named! {
    /// How surely an emoji stands for a ballot number.
    pub(crate) Strength {
        /// Hardly.
        Weak = "weak",
        /// With politics nearby.
        Medium = "medium",
        /// With any support nearby.
        Strong = "strong",
    }
}
