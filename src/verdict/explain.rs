//! A verdict in sentences, in Indonesian and English.

use std::fmt::Write as _;

use super::names::{act_name, phase_name, tier_name};
use super::{Assumed, Evidence, Finding, TargetStance, Verdict};
use crate::source::class::{Named, TargetKind, UnknownName, named};
use crate::source::law::{Author, Tier};
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
    pub(super) fn pick<'t>(self, id: &'t str, en: &'t str) -> &'t str {
        if self == Self::Id { id } else { en }
    }
}

pub(super) fn explain(verdict: &Verdict, lang: Lang) -> String {
    let mut out = String::new();
    opening(&mut out, verdict, lang);
    for (at, finding) in verdict.findings.iter().enumerate() {
        out.push(' ');
        describe(&mut out, finding, lang);
        let told = |earlier: &Finding| earlier.certain && earlier.rule.tier == finding.rule.tier;
        // Sanctions belong to the tier: once a tier is enough.
        let first = !verdict.findings.iter().take(at).any(told);
        consequences(&mut out, finding, first, lang);
        remarks(&mut out, finding, lang);
    }
    closing(&mut out, verdict, lang);
    out
}

fn opening(out: &mut String, verdict: &Verdict, lang: Lang) {
    let names: Vec<&str> = verdict
        .targets
        .iter()
        .filter(|target| target.stance == verdict.stance && target.name != "-")
        .map(TargetStance::name)
        .collect();
    let names = names.join(", ");
    let touched = verdict.tier != Tier::None;
    let _ = match (verdict.stance, verdict.political, lang) {
        (Stance::None, _, Lang::Id) if touched => write!(
            out,
            "Unggahan ini tidak terlihat memihak, tetapi menceritakan perbuatan yang diatur; perlu dibaca manusia."
        ),
        (Stance::None, _, Lang::En) if touched => write!(
            out,
            "This post is not seen to take a side, yet it tells of an act that a rule is about; a human should read it."
        ),
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
    if verdict.stance == Stance::None && verdict.review && !touched {
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
    let summary = lang.pick(&finding.rule.summary.id, &finding.rule.summary.en);
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
    if finding.rule.tier == Tier::None {
        if !citations.is_empty() {
            let _ = write!(out, " {}: {citations}.", lang.pick("Dasar", "Basis"));
        }
    } else {
        let (rule, tier) = (lang.pick("Aturan", "Rule"), lang.pick("Tingkat", "Tier"));
        let _ = write!(
            out,
            " {rule} {}: {citations}. {tier}: {}.",
            finding.rule.id,
            tier_name(finding.rule.tier, lang)
        );
    }
}

/// Other readings, what is uncertain, and what a reader must know.
fn remarks(out: &mut String, finding: &Finding, lang: Lang) {
    if let Some(alt) = finding.rule.tier_alt {
        let _ = write!(
            out,
            " {} {}.",
            lang.pick("Bacaan lain:", "Another reading:"),
            tier_name(alt, lang)
        );
    }
    if !finding.certain {
        say(
            out,
            lang,
            "Tingkatnya bergantung pada dampak (unit kerja, instansi, atau negara) yang tidak terlihat dari unggahan; disebut tingkat terendahnya dan tidak dihitung.",
            "Its tier hangs on the impact (work unit, agency or state), which the post does not show; the lowest is named and not counted.",
        );
    }
    if let Some(note) = &finding.rule.note {
        say(out, lang, &note.id, &note.en);
    }
}

/// What may follow from a tier.
fn consequences(out: &mut String, finding: &Finding, first: bool, lang: Lang) {
    if finding.rule.dismissal {
        say(
            out,
            lang,
            "Undang-undang menyebut pemberhentian tidak dengan hormat, di luar tingkat hukuman disiplin.",
            "The statutes name dishonourable dismissal, outside the discipline tiers.",
        );
        return;
    }
    let Some(info) = finding
        .sanctions
        .as_ref()
        .filter(|_| first && finding.certain)
    else {
        return;
    };
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
    // What the tier means is in doubt only where the law is changing over.
    if let Some(note) = info
        .note
        .as_ref()
        .filter(|_| finding.rule.tier == Tier::Sedang)
    {
        say(out, lang, &note.id, &note.en);
    }
}

fn closing(out: &mut String, verdict: &Verdict, lang: Lang) {
    if verdict.tier != Tier::None {
        timing(out, &verdict.assumed, lang);
        if is_party_only(verdict) {
            say(
                out,
                lang,
                "Yang disebut hanya partai: Pasal 5 huruf n dan baris tentang calon tidak menyebut partai dan dipakai sebagai yang terdekat; yang menyebut partai adalah SKB22-B5, B7, B8, dan B12 serta kewajiban Pasal 3.",
                "Only a party is named: Pasal 5 huruf n and the rows on candidates do not speak of parties and are the nearest; SKB22-B5, B7, B8 and B12 and the duties of Pasal 3 do.",
            );
        }
        match verdict.assumed.author {
            Author::Cpns => say(
                out,
                lang,
                "Bagi CPNS PP 94/2021 berlaku dengan penyesuaian.",
                "For a CPNS PP 94/2021 applies mutatis mutandis.",
            ),
            Author::Pppk => say(
                out,
                lang,
                "Bagi PPPK tingkat ini berlaku secara analogi: disiplinnya ditetapkan instansi (PP 49/2018 Pasal 51) dengan tata cara disiplin PNS (Pasal 52 ayat (3)).",
                "For a PPPK the tier applies by analogy: the agency sets their discipline (PP 49/2018 Pasal 51), by the procedure for PNS (Pasal 52 ayat (3)).",
            ),
            _ => {}
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
    if let Some(supervisor) = verdict
        .assumed
        .supervisor
        .as_ref()
        .filter(|_| verdict.tier != Tier::None)
    {
        let _ = write!(
            out,
            " {}: {}.",
            lang.pick(
                "Periksa naskah resmi pasal yang dikutip; pengawasnya",
                "Check the official text of the articles; the supervisor is"
            ),
            lang.pick(&supervisor.id, &supervisor.en)
        );
    }
    say(
        out,
        lang,
        "Ini indikasi awal, bukan putusan; hanya pejabat yang berwenang yang dapat memutuskan setelah pemeriksaan.",
        "This is an early indication, not a decision; only the competent authority decides, after an examination.",
    );
}

/// Phase and day: what was known, what was assumed, and what the other phase would give.
fn timing(out: &mut String, assumed: &Assumed, lang: Lang) {
    let phase = phase_name(assumed.phase, lang);
    let _ = match (assumed.otherwise, lang) {
        (Some((other, tier)), Lang::Id) => write!(
            out,
            " Tahapan tidak diketahui, dianggap {phase}; bila {} tingkatnya {}.",
            phase_name(other, lang),
            tier_name(tier, lang)
        ),
        (Some((other, tier)), Lang::En) => write!(
            out,
            " The phase is not known and taken to be {phase}; {} the tier would be {}.",
            phase_name(other, lang),
            tier_name(tier, lang)
        ),
        (None, Lang::Id) => write!(out, " Tahapan: {phase}."),
        (None, Lang::En) => write!(out, " Phase: {phase}."),
    };
    if !assumed.dated {
        say(
            out,
            lang,
            "Tanggal tidak diketahui, dipakai aturan terbaru dalam data.",
            "The day is not known; the latest rules in the data are used.",
        );
    }
    if assumed.calendar_unverified {
        say(
            out,
            lang,
            "Sebagian tanggal kalender belum terverifikasi.",
            "Some dates of the calendar are unverified.",
        );
    }
}

/// Whether the side taken is that of parties alone.
fn is_party_only(verdict: &Verdict) -> bool {
    let mut taken = verdict
        .targets
        .iter()
        .filter(|target| target.stance != Stance::None)
        .peekable();
    taken.peek().is_some() && taken.all(|target| target.kind == TargetKind::Party)
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
