//! Tiers, phases and acts as a reader calls them.

use super::Lang;
use crate::source::law::{Act, Phase, Tier};

/// The name of a tier.
pub(super) fn tier_name(tier: Tier, lang: Lang) -> &'static str {
    let (id, en) = match tier {
        Tier::None => ("tidak ada", "none"),
        Tier::KodeEtik => (
            "kode etik (sanksi moral)",
            "kode etik (code of ethics, moral sanction)",
        ),
        Tier::Ringan => ("hukuman disiplin ringan", "ringan (light discipline)"),
        Tier::Sedang => ("hukuman disiplin sedang", "sedang (medium discipline)"),
        Tier::Berat => ("hukuman disiplin berat", "berat (severe discipline)"),
    };
    lang.pick(id, en)
}

pub(super) fn phase_name(phase: Phase, lang: Lang) -> &'static str {
    let (id, en) = match phase {
        Phase::PreCandidacy => ("sebelum penetapan calon", "before candidates are fixed"),
        Phase::Candidacy => (
            "setelah penetapan calon, sebelum kampanye",
            "after candidates are fixed, before the campaign",
        ),
        Phase::Campaign => ("masa kampanye", "the campaign"),
        Phase::Quiet => ("masa tenang", "the quiet period"),
        Phase::Polling => ("hari pemungutan suara", "polling day"),
        Phase::After => ("setelah pemungutan suara", "after polling"),
    };
    lang.pick(id, en)
}

pub(super) fn act_name(act: Act, lang: Lang) -> &'static str {
    let (id, en) = match act {
        Act::Promote => (
            "promosi atau kampanye di media sosial",
            "promoting or campaigning on social media",
        ),
        Act::Interact => (
            "interaksi dengan unggahan atau akun yang memihak",
            "interacting with a partisan post or account",
        ),
        Act::Display => ("memasang alat peraga", "putting up campaign material"),
        Act::Attend => (
            "menghadiri deklarasi atau kampanye dengan dukungan",
            "attending a declaration or campaign with support",
        ),
        Act::Photo => (
            "menayangkan foto atau pose keberpihakan",
            "publishing a partisan photograph or pose",
        ),
        Act::Attribute => ("memakai atribut", "wearing attributes"),
        Act::Mobilise => ("mengerahkan ASN lain", "mobilising other civil servants"),
        Act::Facility => ("memakai fasilitas negara", "using state facilities"),
        Act::Decide => (
            "tindakan yang menguntungkan atau merugikan pihak",
            "an act that helps or harms a side",
        ),
        Act::Organise => (
            "kegiatan, ajakan atau pemberian yang memihak",
            "a partisan activity, appeal or gift",
        ),
        Act::SupportLetter => (
            "surat dukungan atau pengumpulan KTP",
            "a support letter or collecting identity cards",
        ),
        Act::PartyMember => (
            "keanggotaan atau jabatan di partai",
            "membership or office in a party",
        ),
        Act::OwnCandidacy => (
            "mengusahakan pencalonan diri",
            "seeking one's own candidacy",
        ),
        Act::TeamMember => ("menjadi tim pemenangan", "working in a success team"),
        Act::SpouseCampaign => (
            "mengikuti kampanye pasangan",
            "following a spouse's campaign",
        ),
        Act::JoinCampaign => (
            "ikut kegiatan kampanye atau perkenalan calon",
            "joining a campaign or introduction of a candidate",
        ),
        Act::SpouseSocial => (
            "berkampanye untuk pasangan sendiri di media sosial",
            "campaigning online for one's own spouse",
        ),
        Act::SpousePhoto => (
            "foto dengan pasangan yang mencalonkan diri",
            "a photograph with one's candidate spouse",
        ),
        Act::SpouseAttend => (
            "mendampingi pasangan yang mencalonkan diri",
            "accompanying one's candidate spouse",
        ),
        Act::HateState => (
            "ujaran kebencian terhadap dasar negara atau Pemerintah",
            "hate speech against the foundations of the state or the government",
        ),
        Act::HateGroup => (
            "ujaran kebencian terhadap suatu golongan",
            "hate speech against a group",
        ),
        Act::HateSpread => ("menyebarkan ujaran kebencian", "spreading hate speech"),
        Act::HateOrganise => (
            "mengadakan kegiatan bermuatan kebencian",
            "organising an event of hate",
        ),
        Act::HateAttend => (
            "menghadiri kegiatan bermuatan kebencian",
            "attending an event of hate",
        ),
        Act::HateReact => ("menyetujui ujaran kebencian", "agreeing with hate speech"),
        Act::Loyalty => ("kewajiban setia", "the duty of loyalty"),
        Act::Unity => ("kewajiban menjaga persatuan", "the duty to guard unity"),
        Act::Policy => (
            "kewajiban melaksanakan kebijakan",
            "the duty to carry out policy",
        ),
        Act::Obedience => (
            "kewajiban menaati peraturan",
            "the duty to obey legislation",
        ),
        Act::Integrity => (
            "kewajiban berintegritas dalam ucapan dan tindakan",
            "the duty of integrity in speech and conduct",
        ),
        Act::Secrecy => (
            "kewajiban menyimpan rahasia jabatan",
            "the duty to keep secrets of office",
        ),
        Act::Vote => ("menggunakan hak pilih", "using the right to vote"),
        Act::Listen => ("hadir menyimak", "listening"),
        Act::OfficialInfo => ("informasi pemilu", "election information"),
        Act::SafePose => ("pose netral", "a neutral pose"),
        Act::Neutrality => (
            "menyampaikan aturan atau sikap netral",
            "stating the rule or attitude of neutrality",
        ),
    };
    lang.pick(id, en)
}
