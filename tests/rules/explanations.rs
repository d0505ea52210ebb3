//! Explanations in both languages, word by word.
//!
//! `NETRAL_BLESS=1 cargo test explanations` writes `explanations.txt` anew: read the difference before you keep it.

use std::fmt::Write as _;
use std::path::Path;

use netral::{Author, Impact, Interaction, Lang, Phase, Post, classify};

fn posts() -> Vec<(&'static str, Post<'static>)> {
    let support = || Post::new("yuk menangkan paslon 2, coblos!");
    vec![
        ("a call to vote, nothing known", support()),
        (
            "before candidates are fixed",
            support().phase(Phase::PreCandidacy),
        ),
        (
            "a candidate civil servant",
            support().phase(Phase::Quiet).author(Author::Cpns),
        ),
        (
            "a government employee on contract",
            support().phase(Phase::Campaign).author(Author::Pppk),
        ),
        (
            "a worker on contract",
            support().phase(Phase::Campaign).author(Author::Ppnpn),
        ),
        (
            "anybody else",
            support().phase(Phase::Campaign).author(Author::Public),
        ),
        ("in 2020", support().date("2020-11-01".parse().unwrap())),
        (
            "before any rule",
            support().date("2003-11-01".parse().unwrap()),
        ),
        (
            "a like after candidates are fixed",
            Post::new("")
                .interaction(Interaction::Like)
                .on("Mohon dukungannya, coblos nomor 2!")
                .date("2024-10-10".parse().unwrap()),
        ),
        (
            "approaching a party",
            Post::new("perkenalkan, saya calon bupati, mohon dukungannya")
                .phase(Phase::PreCandidacy),
        ),
        (
            "a success team before candidates are fixed",
            Post::new("saya jadi tim sukses bakal calon nomor 2, menangkan!")
                .phase(Phase::PreCandidacy),
        ),
        (
            "a party shirt at a campaign",
            Post::new("pakai kaos paslon 2 biar kompak, menangkan!").phase(Phase::Campaign),
        ),
        (
            "an outing, which has no tier",
            Post::new("saya ikut jalan sehat, menangkan paslon 2!").phase(Phase::Campaign),
        ),
        (
            "membership, outside the tiers",
            Post::new("saya sudah punya kta Golkar").phase(Phase::Campaign),
        ),
        (
            "a party alone",
            Post::new("coblos Golkar, menangkan!").phase(Phase::Campaign),
        ),
        (
            "a party alone, impact established",
            Post::new("coblos Golkar, menangkan!")
                .phase(Phase::PreCandidacy)
                .impact(Impact::Instansi),
        ),
        (
            "a spouse",
            Post::new("ikut kampanye suami hari ini")
                .phase(Phase::Campaign)
                .candidate_spouse(true),
        ),
        (
            "a spouse on leave",
            Post::new("ikut kampanye suami hari ini")
                .phase(Phase::Campaign)
                .candidate_spouse(true)
                .unpaid_leave(true),
        ),
        (
            "an attack",
            Post::new("jangan pilih paslon 2, cuma bisa bohong!").phase(Phase::Campaign),
        ),
        (
            "hate",
            Post::new("usir cina dari kampung kita!").phase(Phase::Campaign),
        ),
        ("neutrality", Post::new("ASN wajib netral di pilkada")),
        (
            "listening",
            Post::new("hadir di kampanye cuma mau dengarkan visi misi calon bupati"),
        ),
        ("everyday", Post::new("harga cabai naik")),
    ]
}

#[test]
fn explanations_say_what_they_said() {
    let mut all = String::new();
    for (name, post) in posts() {
        let verdict = classify(&post);
        let _ = writeln!(
            all,
            "== {name}\n{}{}\n\nid: {}\n\nen: {}\n",
            post.text(),
            post.on_text()
                .map(|on| format!("[on: {on}]"))
                .unwrap_or_default(),
            verdict.explain(Lang::Id),
            verdict.explain(Lang::En)
        );
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/explanations.txt");
    if std::env::var_os("NETRAL_BLESS").is_some() {
        std::fs::write(&path, &all).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    for (now, then) in all.lines().zip(kept.lines()) {
        assert_eq!(now, then);
    }
    assert_eq!(all.len(), kept.len());
}

#[test]
fn every_explanation_of_a_tier_says_that_it_is_an_indication_and_where_to_check() {
    for (name, post) in posts() {
        let verdict = classify(&post);
        let (id, en) = (verdict.explain(Lang::Id), verdict.explain(Lang::En));
        assert!(id.contains("indikasi awal, bukan putusan"), "{name}");
        assert!(en.contains("early indication, not a decision"), "{name}");
        if verdict.tier() != netral::Tier::None {
            for finding in verdict.findings() {
                assert!(id.contains(finding.summary().id.as_ref()), "{name}");
                for article in finding.citations() {
                    assert!(
                        id.contains(article) && en.contains(article),
                        "{name}: {article}"
                    );
                }
            }
            assert!(
                id.contains("Periksa naskah resmi") && en.contains("official text"),
                "{name}"
            );
        }
    }
}
