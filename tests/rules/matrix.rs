//! Act × phase × author: the whole matrix, and every combination of what a caller may say.

use std::collections::BTreeMap;

use netral::{
    Author, Classifier, Date, Finding, Impact, Interaction, Phase, Post, Scratch, Tier, classify,
};

use super::rules;

/// One post for each way the rules treat it: its act, its rules before candidates are fixed and from then on, for PNS and CPNS
/// and for PPPK, and the tiers of both phases.
struct Line {
    text: &'static str,
    before: (&'static [&'static str], &'static [&'static str], Tier),
    after: (&'static [&'static str], &'static [&'static str], Tier),
}

const MATRIX: [Line; 12] = [
    Line {
        text: "ayo menangkan paslon 2!",
        before: (&["SKB22-A2"], &["SKB22-A2"], Tier::KodeEtik),
        after: (&["SKB22-B2"], &["SKB22-B2"], Tier::Berat),
    },
    Line {
        text: "saya pasang spanduk, menangkan paslon 2!",
        before: (
            &["SKB22-A1", "SKB22-A2"],
            &["SKB22-A1", "SKB22-A2"],
            Tier::KodeEtik,
        ),
        after: (
            &["SKB22-B1", "SKB22-B2"],
            &["SKB22-B1", "SKB22-B2"],
            Tier::Berat,
        ),
    },
    Line {
        text: "saya datang ke deklarasi, menangkan paslon 2!",
        before: (
            &["SKB22-A2", "SKB22-A3"],
            &["SKB22-A2", "SKB22-A3"],
            Tier::KodeEtik,
        ),
        after: (
            &["SKB22-B2", "SKB22-B4"],
            &["SKB22-B2", "SKB22-B4"],
            Tier::Berat,
        ),
    },
    Line {
        text: "foto bareng tim sukses, menangkan paslon 2!",
        before: (
            &["SKB22-A2", "SKB22-A5"],
            &["SKB22-A2", "SKB22-A5"],
            Tier::KodeEtik,
        ),
        after: (
            &["SKB22-B2", "SKB22-B7"],
            &["SKB22-B2", "SKB22-B7"],
            Tier::Berat,
        ),
    },
    Line {
        text: "saya ikut jalan sehat, menangkan paslon 2!",
        before: (
            &["SKB22-A2", "SKB22-A6"],
            &["SKB22-A2", "SKB22-A6"],
            Tier::KodeEtik,
        ),
        after: (&["PP94-5N1", "SKB22-B2"], &["SKB22-B2"], Tier::Berat),
    },
    Line {
        text: "saya jadi tim sukses, menangkan paslon 2!",
        before: (
            &["SKB22-A2", "SKB22-B9"],
            &["SKB22-A2", "SKB22-B9"],
            Tier::Sedang,
        ),
        after: (
            &["SKB22-B10", "SKB22-B2"],
            &["SKB22-B10", "SKB22-B2"],
            Tier::Berat,
        ),
    },
    Line {
        text: "saya undang warga makan bersama, menangkan paslon 2!",
        before: (
            &["SKB22-A2", "SKB22-B8"],
            &["SKB22-A2", "SKB22-B8"],
            Tier::Berat,
        ),
        after: (
            &["PP94-5N6", "SKB22-B2", "SKB22-B8"],
            &["SKB22-B2", "SKB22-B8"],
            Tier::Berat,
        ),
    },
    Line {
        text: "saya loloskan izin relawannya, menangkan paslon 2!",
        before: (
            &["SKB22-A2", "SKB22-B12"],
            &["SKB22-A2", "SKB22-B12"],
            Tier::Berat,
        ),
        after: (
            &["PP94-5N5", "SKB22-B12", "SKB22-B2"],
            &["SKB22-B12", "SKB22-B2"],
            Tier::Berat,
        ),
    },
    Line {
        text: "pinjam mobil dinas buat rombongan, menangkan paslon 2!",
        before: (&["SKB22-A2"], &["SKB22-A2"], Tier::KodeEtik),
        after: (&["PP94-5N4", "SKB22-B2"], &["SKB22-B2"], Tier::Berat),
    },
    Line {
        text: "saya sudah serahkan surat dukungan dan fotokopi ktp, menangkan paslon 2!",
        before: (
            &["PP94-5N7", "SKB22-A2", "SKB22-B11"],
            &["SKB22-A2", "SKB22-B11"],
            Tier::Berat,
        ),
        after: (&["PP94-5N7", "SKB22-B2"], &["SKB22-B2"], Tier::Berat),
    },
    Line {
        text: "saya sudah punya kta Golkar",
        before: (&["SKB22-B5"], &["SKB22-B5"], Tier::Berat),
        after: (&["SKB22-B5"], &["SKB22-B5"], Tier::Berat),
    },
    Line {
        text: "ASN wajib netral di pilkada",
        before: (&["OK-NEUTRALITY"], &["OK-NEUTRALITY"], Tier::None),
        after: (&["OK-NEUTRALITY"], &["OK-NEUTRALITY"], Tier::None),
    },
];

#[test]
fn the_same_post_in_six_phases_and_five_authors() {
    for line in &MATRIX {
        for phase in Phase::ALL {
            let (servant, contract, tier) = if *phase == Phase::PreCandidacy {
                line.before
            } else {
                line.after
            };
            for author in Author::ALL {
                let verdict = classify(Post::new(line.text).phase(*phase).author(*author));
                let mut found = rules(&verdict);
                found.sort_unstable();
                let (wanted, tier) = match author {
                    Author::Pns | Author::Cpns => (servant, tier),
                    Author::Pppk => (contract, tier),
                    _ if tier == Tier::None && *author == Author::Ppnpn => (servant, Tier::None),
                    Author::Ppnpn => {
                        let same = found.iter().all(|rule| *rule == "SE1-PPNPN");
                        assert!(
                            !found.is_empty() && same,
                            "{} {phase}: {found:?}",
                            line.text
                        );
                        assert_eq!(verdict.tier(), Tier::None);
                        continue;
                    }
                    _ => (&[] as &[&str], Tier::None),
                };
                let place = format!("{} {phase} {author}", line.text);
                assert_eq!(found, wanted, "{place}");
                // Where PPPK are reached by fewer rows the tier may differ: it does not, for the decree's own rows carry it.
                assert_eq!(verdict.tier(), tier, "{place}");
            }
        }
    }
}

/// A post for every act, and some that do nothing.
const POSTS: [&str; 16] = [
    "",
    "harga cabai naik",
    "ayo menangkan paslon 2, pasang spanduk, undang warga!",
    "jangan pilih paslon 2, cuma bisa bohong!",
    "coblos Golkar, menangkan!",
    "saya jadi tim sukses, foto bareng calonnya, dukung paslon 2",
    "saya sudah punya kta Golkar",
    "bismillah saya daftar ke partai, perkenalkan saya calon bupati",
    "ikut kampanye suami, pose dua jari, coblos nomor 2",
    "saya kumpulkan ktp warga buat dukungan calon perseorangan",
    "pakai kaos paslon 2, naik mobil dinas, kerahkan semua honorer, menangkan!",
    "usir cina dari kampung kita, ganti pancasila!",
    "saya bocorkan dokumen rahasia kantor",
    "hadir di kampanye cuma mau dengarkan visi misi",
    "sudah coblos, jari ungu",
    "ASN wajib netral, pose kepal tangan saja",
];

const DATES: [Option<&str>; 6] = [
    None,
    Some("2003-01-01"),
    Some("2020-11-01"),
    Some("2022-01-01"),
    Some("2024-01-15"),
    Some("2031-05-05"),
];

#[test]
fn no_combination_panics_or_names_a_tier_its_rule_does_not() {
    let classifier = Classifier::new();
    let provisions: BTreeMap<&str, _> = classifier
        .provisions()
        .iter()
        .map(|provision| (provision.id.as_ref(), provision))
        .collect();
    let mut scratch = Scratch::new();
    let impacts: Vec<Option<Impact>> = std::iter::once(None)
        .chain(Impact::ALL.iter().copied().map(Some))
        .collect();
    for text in POSTS {
        for interaction in Interaction::ALL {
            for phase in Phase::ALL {
                for author in Author::ALL {
                    for date in DATES {
                        let date: Option<Date> = date.map(|date| date.parse().unwrap());
                        for impact in &impacts {
                            for options in 0..4 {
                                let mut post = Post::new(text)
                                    .interaction(*interaction)
                                    .phase(*phase)
                                    .author(*author)
                                    .candidate_spouse(options & 1 != 0)
                                    .unpaid_leave(options & 2 != 0);
                                if let Some(date) = date {
                                    post = post.date(date);
                                }
                                if let Some(impact) = impact {
                                    post = post.impact(*impact);
                                }
                                let verdict = classifier.classify_with(&mut scratch, &post);
                                let highest = verdict
                                    .findings()
                                    .iter()
                                    .filter(|finding| finding.is_certain())
                                    .map(Finding::tier)
                                    .max()
                                    .unwrap_or(Tier::None);
                                assert_eq!(verdict.tier(), highest, "{post:?}");
                                for finding in verdict.findings() {
                                    let provision = provisions[finding.rule()];
                                    let applies = provision.acts.contains(&finding.act())
                                        && provision.phases.contains(phase)
                                        && provision.authors.contains(author)
                                        && provision.in_force(date)
                                        && !(provision.unless_on_leave && options & 2 != 0)
                                        && finding.tier() == provision.tier
                                        && finding.is_certain()
                                            == (provision.impact.is_empty() || impact.is_some());
                                    assert!(applies, "{}: {post:?}", finding.rule());
                                }
                                if matches!(author, Author::Public | Author::Ppnpn) {
                                    assert_eq!(verdict.tier(), Tier::None, "{post:?}");
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_duty_has_the_grade_of_the_impact_that_was_established() {
    let post = || {
        Post::new("coblos Golkar, menangkan!")
            .phase(Phase::PreCandidacy)
            .author(Author::Pns)
    };
    let grades = |verdict: &netral::Verdict| -> Vec<(String, Tier, bool)> {
        verdict
            .findings()
            .iter()
            .filter(|finding| finding.rule().starts_with("PP94-3D"))
            .map(|finding| {
                (
                    finding.rule().to_owned(),
                    finding.tier(),
                    finding.is_certain(),
                )
            })
            .collect()
    };
    let open = classify(post());
    assert_eq!(open.tier(), Tier::KodeEtik);
    assert_eq!(
        grades(&open),
        [("PP94-3D-RINGAN".to_owned(), Tier::Ringan, false)]
    );
    for (impact, rule, tier) in [
        (Impact::UnitKerja, "PP94-3D-RINGAN", Tier::Ringan),
        (Impact::Instansi, "PP94-3D-SEDANG", Tier::Sedang),
        (Impact::Negara, "PP94-3D-BERAT", Tier::Berat),
    ] {
        let verdict = classify(post().impact(impact));
        assert_eq!(grades(&verdict), [(rule.to_owned(), tier, true)]);
        assert_eq!(verdict.tier(), tier.max(Tier::KodeEtik));
    }
}
