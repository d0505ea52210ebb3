//! A verdict in sentences, in Indonesian and English.

use std::fmt::Write as _;

use super::{Evidence, Finding, Verdict};
use crate::rules::tier_info;
use crate::source::class::{Named, UnknownName, named};
use crate::source::law::{Act, Author, Phase, Tier};
use crate::stance::Stance;

named! {
    /// The language of an explanation.
    pub Lang {
        /// Indonesian.
        Id = "id",
        /// English.
        En = "en",
    }
}

impl Lang {
    fn pick<'t>(self, id: &'t str, en: &'t str) -> &'t str {
        if self == Self::Id { id } else { en }
    }
}

pub(super) fn explain(verdict: &Verdict, lang: Lang) -> String {
    let mut out = String::new();
    opening(&mut out, verdict, lang);
    for finding in &verdict.findings {
        out.push(' ');
        describe(&mut out, finding, lang);
    }
    closing(&mut out, verdict, lang);
    out
}

fn opening(out: &mut String, verdict: &Verdict, lang: Lang) {
    let names: Vec<&str> = verdict
        .targets
        .iter()
        .filter(|target| target.stance == verdict.stance && target.name != "-")
        .map(|target| target.name.as_str())
        .collect();
    let names = names.join(", ");
    let _ = match (verdict.stance, verdict.political, lang) {
        (Stance::None, false, Lang::Id) => {
            write!(out, "Unggahan ini tidak berkaitan dengan pemilu.")
        }
        (Stance::None, false, Lang::En) => write!(out, "This post is not about an election."),
        (Stance::None, true, Lang::Id) => write!(
            out,
            "Unggahan ini menyinggung pemilu atau pesertanya tetapi tidak terlihat memihak."
        ),
        (Stance::None, true, Lang::En) => write!(
            out,
            "This post touches on an election or its contestants but is not seen to take a side."
        ),
        (stance, _, _) => {
            let what = match (stance, lang) {
                (Stance::Support, Lang::Id) => "mendukung",
                (Stance::Support, Lang::En) => "supports",
                (Stance::Oppose, Lang::Id) => "menyerang atau menolak",
                (Stance::Oppose, Lang::En) => "attacks or rejects",
                (_, Lang::Id) => "memihak lebih dari satu pihak secara berlawanan",
                (_, Lang::En) => "takes opposite sides towards several contestants",
            };
            let whom = if stance == Stance::Mixed || names.is_empty() {
                String::new()
            } else {
                format!(" {names}")
            };
            let score = verdict.score;
            match lang {
                Lang::Id => write!(
                    out,
                    "Unggahan ini terlihat {what}{whom} (skor {score} dari 100)."
                ),
                Lang::En => write!(out, "This post {what}{whom} (score {score} of 100)."),
            }
        }
    };
    if verdict.stance == Stance::None && verdict.review {
        say(
            out,
            lang,
            "Tandanya meragukan; perlu dibaca manusia.",
            "The signs are doubtful; a human should read it.",
        );
    }
}

fn describe(out: &mut String, finding: &Finding, lang: Lang) {
    let words = quoted(&finding.evidence);
    let act = act_name(finding.act, lang);
    let summary = lang.pick(&finding.summary.id, &finding.summary.en);
    let because = if words.is_empty() {
        String::new()
    } else {
        format!(" ({words})")
    };
    let _ = write!(
        out,
        "{}: {act}{because}. {summary}",
        lang.pick("Perbuatan", "Act")
    );
    let citations = finding.citations.join("; ");
    if finding.tier == Tier::None {
        if !citations.is_empty() {
            let _ = write!(out, " {}: {citations}.", lang.pick("Dasar", "Basis"));
        }
    } else {
        let tier = tier_name(finding.tier, lang);
        let _ = match lang {
            Lang::Id => write!(
                out,
                " Aturan {}: {citations}. Tingkat: {tier}.",
                finding.rule
            ),
            Lang::En => write!(out, " Rule {}: {citations}. Tier: {tier}.", finding.rule),
        };
        if finding.dismissal {
            say(
                out,
                lang,
                "Undang-undang menyebut pemberhentian tidak dengan hormat.",
                "The statutes name dishonourable dismissal.",
            );
        } else if let Some(info) = tier_info(finding.tier) {
            let list = if lang == Lang::Id {
                &info.sanctions_id
            } else {
                &info.sanctions_en
            };
            let _ = write!(
                out,
                " {}: {}.",
                lang.pick("Sanksi yang mungkin", "Possible sanctions"),
                list.join("; ")
            );
        }
    }
    if let Some(alt) = finding.tier_alt {
        let _ = write!(
            out,
            " {} {}.",
            lang.pick("Bacaan lain:", "Another reading:"),
            tier_name(alt, lang)
        );
    }
    if let Some(note) = &finding.note {
        say(out, lang, &note.id, &note.en);
    }
}

fn closing(out: &mut String, verdict: &Verdict, lang: Lang) {
    if verdict.tier != Tier::None {
        let phase = phase_name(verdict.assumed.phase, lang);
        let _ = match (verdict.assumed.phase_assumed, lang) {
            (true, Lang::Id) => write!(
                out,
                " Tahapan tidak diketahui, dianggap {phase}; sebelum calon ditetapkan tingkatnya kode etik."
            ),
            (true, Lang::En) => write!(
                out,
                " The phase is not known and taken to be {phase}; before candidates are fixed the tier would be code of ethics."
            ),
            (false, Lang::Id) => write!(out, " Tahapan: {phase}."),
            (false, Lang::En) => write!(out, " Phase: {phase}."),
        };
        if verdict.assumed.calendar_unverified {
            say(
                out,
                lang,
                "Sebagian tanggal kalender belum terverifikasi.",
                "Some dates of the calendar are unverified.",
            );
        }
        if verdict.assumed.author == Author::Pppk {
            say(
                out,
                lang,
                "Bagi PPPK tingkat ini berlaku secara analogi.",
                "For a PPPK the tier applies by analogy.",
            );
        }
    } else if verdict.stance != Stance::None {
        let (id, en) = match verdict.assumed.author {
            Author::Public => (
                "Penulisnya bukan ASN, jadi tidak ada tingkat.",
                "The author is no civil servant, so there is no tier.",
            ),
            Author::Ppnpn => (
                "Bagi PPNPN berlaku sanksi kontrak, bukan tingkat PP 94/2021.",
                "For a PPNPN contract sanctions apply, not the tiers of PP 94/2021.",
            ),
            _ => (
                "Aturan yang berlaku pada tanggal itu tidak ada dalam data; perlu dicari oleh manusia.",
                "The rules in force on that day are not in the data; a human must look them up.",
            ),
        };
        say(out, lang, id, en);
    }
    say(
        out,
        lang,
        "Ini indikasi awal, bukan putusan; hanya pejabat yang berwenang yang dapat memutuskan setelah pemeriksaan.",
        "This is an early indication, not a decision; only the competent authority decides, after an examination.",
    );
}

/// Adds a sentence.
fn say(out: &mut String, lang: Lang, id: &str, en: &str) {
    out.push(' ');
    out.push_str(lang.pick(id, en));
}

fn quoted(evidence: &[Evidence]) -> String {
    let mut words: Vec<String> = Vec::new();
    for item in evidence {
        let word = format!("“{}”", item.words);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.truncate(8);
    words.join(", ")
}

/// The name of a tier.
fn tier_name(tier: Tier, lang: Lang) -> &'static str {
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

fn phase_name(phase: Phase, lang: Lang) -> &'static str {
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

fn act_name(act: Act, lang: Lang) -> &'static str {
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
        Act::JoinCampaign => ("ikut kampanye", "taking part in a campaign"),
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
