//! The terms of the law: acts, phases, authors, tiers, and provisions that join them.

use std::borrow::Cow;

use super::class::{Named, UnknownName, named};
use super::date::Date;

named! {
    /// The tier of sanction a rule names, from none to the gravest.
    ///
    /// `KodeEtik` is a moral sanction under PP 42/2004, the other three are the tiers of PP 94/2021 Pasal 8.
    pub Tier {
        /// Nothing is indicated.
        None = "none",
        /// Code of ethics: a moral sanction.
        KodeEtik = "kode_etik",
        /// Light discipline.
        Ringan = "ringan",
        /// Medium discipline.
        Sedang = "sedang",
        /// Severe discipline.
        Berat = "berat",
    }
}

named! {
    /// The phase of an election in which a post was made.
    pub Phase {
        /// Before the candidates are fixed.
        PreCandidacy = "pre_candidacy",
        /// Candidates are fixed, the campaign has not begun.
        Candidacy = "candidacy",
        /// The campaign.
        Campaign = "campaign",
        /// The quiet period.
        Quiet = "quiet",
        /// Polling day.
        Polling = "polling",
        /// After polling.
        After = "after",
    }
}

named! {
    /// The status of the author.
    pub Author {
        /// Civil servant.
        Pns = "pns",
        /// Candidate civil servant: the rules apply mutatis mutandis.
        Cpns = "cpns",
        /// Government employee on contract: the tiers apply by analogy.
        Pppk = "pppk",
        /// Non-civil-servant government worker: contract sanctions, no tiers.
        Ppnpn = "ppnpn",
        /// Anybody else: stance only, no tier.
        Public = "public",
    }
}

named! {
    /// What a rule is about.
    pub Act {
        /// Promoting or campaigning online.
        Promote = "promote",
        /// Commenting, sharing, liking, following on a candidate's or campaign account.
        Interact = "interact",
        /// Putting up banners, posters, stickers.
        Display = "display",
        /// Attending a declaration or campaign with active support.
        Attend = "attend",
        /// Publishing a photograph with candidate, team or props.
        Photo = "photo",
        /// Wearing party or service attributes at a campaign.
        Attribute = "attribute",
        /// Mobilising other civil servants.
        Mobilise = "mobilise",
        /// Using state facilities.
        Facility = "facility",
        /// A decision or act that helps or harms a side.
        Decide = "decide",
        /// Partisan meetings, invitations, appeals, gifts.
        Organise = "organise",
        /// Support letters and copies of identity cards.
        SupportLetter = "support_letter",
        /// Membership or office in a party.
        PartyMember = "party_member",
        /// Seeking candidacy without unpaid leave.
        OwnCandidacy = "own_candidacy",
        /// Working in a success team.
        TeamMember = "team_member",
        /// Following the campaign of one's own spouse.
        SpouseCampaign = "spouse_campaign",
        /// Taking part in a campaign.
        JoinCampaign = "join_campaign",
        /// Campaigning online for one's own spouse.
        SpouseSocial = "spouse_social",
        /// Permitted: a photograph with one's candidate spouse, without a sign of support.
        SpousePhoto = "spouse_photo",
        /// Permitted: accompanying one's candidate spouse on unpaid leave, without a role.
        SpouseAttend = "spouse_attend",
        /// Hate against the foundations of the state or the government.
        HateState = "hate_state",
        /// Hate against an ethnic, religious, racial or other group.
        HateGroup = "hate_group",
        /// Spreading such hate.
        HateSpread = "hate_spread",
        /// Organising an event of such hate.
        HateOrganise = "hate_organise",
        /// Attending an event of such hate.
        HateAttend = "hate_attend",
        /// Agreeing with such hate by a reaction or a comment.
        HateReact = "hate_react",
        /// Duty: loyalty to Pancasila, constitution, state and government.
        Loyalty = "loyalty",
        /// Duty: guarding national unity.
        Unity = "unity",
        /// Duty: carrying out the policy of competent officials.
        Policy = "policy",
        /// Duty: obeying legislation.
        Obedience = "obedience",
        /// Duty: integrity and example in speech and conduct.
        Integrity = "integrity",
        /// Duty: keeping secrets of office.
        Secrecy = "secrecy",
        /// Permitted: voting.
        Vote = "vote",
        /// Permitted: listening without attributes or role.
        Listen = "listen",
        /// Permitted: official election information.
        OfficialInfo = "official_info",
        /// Permitted: a pose that stands for no side.
        SafePose = "safe_pose",
        /// Permitted: stating, asking for or promising neutrality.
        Neutrality = "neutrality",
    }
}

impl Act {
    /// Whether the act is about an election; hate and duties need none, and what is permitted may be about anything.
    pub(crate) fn is_electoral(self) -> bool {
        self <= Self::SpouseAttend
    }
}

named! {
    /// How well a rule is attested.
    pub Confidence {
        /// Two or more independent sources.
        Multi = "multi",
        /// One source.
        Single = "single",
        /// Sources conflict; the reading used is stated.
        Conflict = "conflict",
        /// Inferred from the texts.
        Inference = "inference",
    }
}

named! {
    /// How far the harm of an act reached: what the duties of PP 94/2021 Pasal 3 are graded by.
    ///
    /// No post shows it; somebody must have established it.
    pub Impact {
        /// The work unit.
        UnitKerja = "unit_kerja",
        /// The agency.
        Instansi = "instansi",
        /// The state or the government.
        Negara = "negara",
    }
}

/// A text in both languages of the crate.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Text {
    /// Indonesian.
    pub id: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

/// One rule: who may not do what, when, and what follows.
///
/// The rows of `data/rules/*.toml`, in the order of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Provision {
    /// Identifier, such as `SKB22-B2`.
    pub id: Cow<'static, str>,
    /// Name of the instrument it stands in.
    pub instrument: Cow<'static, str>,
    /// What it is about.
    pub acts: Cow<'static, [Act]>,
    /// Phases in which it applies.
    pub phases: Cow<'static, [Phase]>,
    /// Authors to whom it applies.
    pub authors: Cow<'static, [Author]>,
    /// Tier it names.
    pub tier: Tier,
    /// What another source or reading says.
    pub tier_alt: Option<Tier>,
    /// Whether the statutes name dismissal instead of a tier.
    pub dismissal: bool,
    /// How far the harm must reach; empty where it does not matter.
    pub impact: Cow<'static, [Impact]>,
    /// Whether support for a party alone is outside it.
    pub candidates_only: bool,
    /// Whether an author on unpaid leave is outside it.
    pub unless_on_leave: bool,
    /// Articles, from the prohibition to the sanction.
    pub citations: Cow<'static, [Cow<'static, str>]>,
    /// What it forbids or allows.
    pub summary: Text,
    /// A conflict or condition a reader must know.
    pub note: Option<Text>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// Keys of the sources, see `data/sources/law.toml`.
    pub sources: Cow<'static, [Cow<'static, str>]>,
    /// First day in force.
    pub effective: Date,
    /// Last day in force; `None` while it lasts.
    pub until: Option<Date>,
}

impl Provision {
    /// Whether it was in force on a day; of an unknown day those hold that are still in force.
    pub fn in_force(&self, date: Option<Date>) -> bool {
        in_force(Some(self.effective), self.until, date)
    }
}

/// What a finding shows of the provision it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    pub id: Cow<'static, str>,
    pub instrument: Cow<'static, str>,
    pub tier: Tier,
    pub tier_alt: Option<Tier>,
    pub dismissal: bool,
    pub confidence: Confidence,
    pub sources: Cow<'static, [Cow<'static, str>]>,
    pub summary: Text,
    pub note: Option<Text>,
}

impl Rule {
    pub(crate) fn of(provision: &Provision) -> Self {
        Self {
            id: provision.id.clone(),
            instrument: provision.instrument.clone(),
            tier: provision.tier,
            tier_alt: provision.tier_alt,
            dismissal: provision.dismissal,
            confidence: provision.confidence,
            sources: provision.sources.clone(),
            summary: provision.summary.clone(),
            note: provision.note.clone(),
        }
    }
}

/// A provision that is about an act, and whom it reaches when: one bit a phase, one bit an author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reach {
    /// Its place among the provisions.
    pub place: u16,
    pub phases: u8,
    pub authors: u8,
}

// One bit each.
const _: () = assert!(Phase::ALL.len() <= 8 && Author::ALL.len() <= 8);

impl Reach {
    fn of(place: u16, provision: &Provision) -> Self {
        let bits = |numbers: &mut dyn Iterator<Item = u8>| {
            numbers.fold(0, |bits, number| bits | 1 << number)
        };
        Self {
            place,
            phases: bits(&mut provision.phases.iter().map(|phase| *phase as u8)),
            authors: bits(&mut provision.authors.iter().map(|author| *author as u8)),
        }
    }

    /// Whether it applies in a phase to an author.
    pub(crate) fn holds(self, phase: Phase, author: Author) -> bool {
        self.phases >> phase as u8 & 1 != 0 && self.authors >> author as u8 & 1 != 0
    }
}

/// For each act, in the order of [`Act::ALL`], the provisions that are about it.
pub(crate) fn by_act(provisions: &[Provision]) -> Vec<Vec<Reach>> {
    Act::ALL
        .iter()
        .map(|act| {
            (0..)
                .zip(provisions)
                .filter(|(_, provision)| provision.acts.contains(act))
                .map(|(place, provision)| Reach::of(place, provision))
                .collect()
        })
        .collect()
}

/// Whether something with a first and a last day holds on a day; on an unknown day, whether it still does.
pub(crate) fn in_force(from: Option<Date>, until: Option<Date>, date: Option<Date>) -> bool {
    match date {
        Some(date) => {
            from.is_none_or(|from| from <= date) && until.is_none_or(|until| date <= until)
        }
        None => until.is_none(),
    }
}

/// What a tier means in sanctions.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TierInfo {
    /// The tier.
    pub tier: Tier,
    /// Articles.
    pub citations: Cow<'static, [Cow<'static, str>]>,
    /// Sanctions in Indonesian, one of which may be chosen.
    pub sanctions_id: Cow<'static, [Cow<'static, str>]>,
    /// The same in English.
    pub sanctions_en: Cow<'static, [Cow<'static, str>]>,
    /// A condition a reader must know.
    pub note: Option<Text>,
    /// Keys of the sources.
    pub sources: Cow<'static, [Cow<'static, str>]>,
    /// First day on which the tier meant this.
    pub effective: Date,
    /// Last day; `None` while it lasts.
    pub until: Option<Date>,
}

/// A law that citations name, and the days on which it was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Validity {
    /// How citations begin that name it, such as `UU 5/2014`.
    pub law: Cow<'static, str>,
    /// First day in force, if it matters.
    pub from: Option<Date>,
    /// Last day in force.
    pub until: Option<Date>,
}

/// Who looks into reports of lost neutrality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Supervisor {
    /// Its name and where to turn.
    pub name: Text,
    /// First day, if it matters.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// Everything the rule files say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Law {
    /// Provisions in the order of the files.
    pub provisions: Vec<Provision>,
    /// What findings show of them, in the same order.
    pub rules: Vec<Rule>,
    /// Tiers.
    pub tiers: Vec<TierInfo>,
    /// When laws that citations name were in force.
    pub validity: Vec<Validity>,
    /// Who looks into reports.
    pub supervisors: Vec<Supervisor>,
}

/// The calendar of a contest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contest {
    /// Identifier, such as `pilpres-2024`.
    pub id: Cow<'static, str>,
    /// Name.
    pub name: Cow<'static, str>,
    /// First day on which people are talked of as prospective candidates.
    pub begin: Date,
    /// Candidates fixed.
    pub fixed: Date,
    /// First and last day of the campaign.
    pub campaign: (Date, Date),
    /// First and last day of the quiet period.
    pub quiet: (Date, Date),
    /// Polling day.
    pub polling: Date,
    /// Last day on which the contest matters.
    pub end: Date,
    /// Whether all dates are confirmed by a named source.
    pub verified: bool,
}

impl Contest {
    /// The phase of a day, `None` where the contest does not reach it.
    pub(crate) fn phase(&self, day: Date) -> Option<Phase> {
        if day < self.begin || day > self.end {
            None
        } else if day < self.fixed {
            Some(Phase::PreCandidacy)
        } else if day < self.campaign.0 {
            Some(Phase::Candidacy)
        } else if day == self.polling {
            Some(Phase::Polling)
        } else if day <= self.campaign.1 {
            Some(Phase::Campaign)
        } else if day < self.polling {
            Some(Phase::Quiet)
        } else {
            Some(Phase::After)
        }
    }
}
