//! The law in force on the day of the post.

use netral::{Author, Finding, Lang, Phase, Post, Tier, Verdict, classify};

use super::rules;

const SUPPORT: &str = "ayo menangkan nomor 2, coblos!";

fn on(day: &str, text: &str) -> Verdict {
    classify(Post::new(text).date(day.parse().unwrap()))
}

fn during(day: &str) -> Verdict {
    classify(
        Post::new(SUPPORT)
            .date(day.parse().unwrap())
            .phase(Phase::Campaign),
    )
}

fn citations(verdict: &Verdict) -> Vec<String> {
    verdict
        .findings()
        .iter()
        .flat_map(Finding::citations)
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_post_of_2020_is_judged_by_pp_53_2010() {
    let verdict = on("2020-11-01", SUPPORT);
    assert_eq!(verdict.assumed().contest(), Some("pilkada-2020"));
    assert_eq!(rules(&verdict), ["PP53-ACTIVITY", "SKB20-SOCIAL"]);
    assert_eq!(verdict.tier(), Tier::Sedang);
    let finding = &verdict.findings()[0];
    assert!(finding.instrument().contains("53 Tahun 2010"));
    assert!(
        citations(&verdict)
            .iter()
            .all(|article| !article.contains("94/2021"))
    );
    let sanctions = finding.sanctions().unwrap();
    assert!(sanctions.sanctions_id[0].contains("gaji berkala"));
    for lang in [Lang::Id, Lang::En] {
        let text = verdict.explain(lang);
        assert!(text.contains("PP 53/2010"), "{text}");
        assert!(!text.contains("94/2021"), "{text}");
        assert!(text.contains("KASN"), "{text}");
    }
}

#[test]
fn instruments_follow_one_another() {
    for (day, rules_then, tier) in [
        ("2009-12-31", &[] as &[&str], Tier::None),
        ("2010-01-01", &["PP53-ACTIVITY"], Tier::Sedang),
        ("2020-09-09", &["PP53-ACTIVITY"], Tier::Sedang),
        (
            "2020-09-10",
            &["PP53-ACTIVITY", "SKB20-SOCIAL"],
            Tier::Sedang,
        ),
        (
            "2021-08-30",
            &["PP53-ACTIVITY", "SKB20-SOCIAL"],
            Tier::Sedang,
        ),
        ("2021-08-31", &["PP94-BRIDGE", "SKB20-SOCIAL"], Tier::Berat),
        ("2022-09-21", &["PP94-BRIDGE", "SKB20-SOCIAL"], Tier::Berat),
        ("2022-09-22", &["SKB22-B2"], Tier::Berat),
        ("2025-01-01", &["SKB22-B2"], Tier::Berat),
    ] {
        let verdict = during(day);
        assert_eq!(rules(&verdict), rules_then, "{day}");
        assert_eq!(verdict.tier(), tier, "{day}");
    }
    assert!(during("2009-12-31").review());
}

#[test]
fn before_candidates_are_fixed_the_code_of_ethics_goes_back_to_2004() {
    let before = |day: &str| {
        classify(
            Post::new(SUPPORT)
                .date(day.parse().unwrap())
                .phase(Phase::PreCandidacy),
        )
    };
    for (day, rule) in [
        ("2018-01-01", "PP42-11C"),
        ("2022-09-21", "PP42-11C"),
        ("2022-09-22", "SKB22-A2"),
    ] {
        let verdict = before(day);
        assert_eq!(verdict.tier(), Tier::KodeEtik, "{day}");
        assert!(rules(&verdict).contains(&rule), "{day}");
    }
}

#[test]
fn the_law_on_civil_servants_is_the_one_of_the_day() {
    let member = |day: Option<&str>| {
        let mut post = Post::new("saya sudah punya kta Golkar").phase(Phase::Campaign);
        if let Some(day) = day {
            post = post.date(day.parse().unwrap());
        }
        let verdict = classify(post);
        assert!(verdict.findings()[0].dismissal());
        let cited = citations(&verdict);
        let names = |law: &str| cited.iter().any(|article| article.starts_with(law));
        (names("UU 5/2014"), names("UU 20/2023"))
    };
    assert_eq!(member(Some("2023-05-01")), (true, false));
    assert_eq!(member(Some("2023-10-15")), (true, true));
    assert_eq!(member(Some("2024-01-15")), (false, true));
    assert_eq!(
        member(None),
        (true, true),
        "of an unknown day both are named"
    );
}

#[test]
fn kasn_looked_into_reports_until_24_august_2024_and_bkn_since() {
    let supervisor = |day: &str| during(day).assumed().supervisor().unwrap().en.to_string();
    assert!(supervisor("2024-08-23").starts_with("KASN"));
    assert!(supervisor("2024-08-24").starts_with("BKN"));
    let undated = classify(Post::new(SUPPORT));
    assert!(
        undated
            .assumed()
            .supervisor()
            .unwrap()
            .id
            .starts_with("BKN")
    );
    assert!(undated.explain(Lang::Id).contains("BKN"));
    let public = classify(Post::new(SUPPORT).author(Author::Public));
    assert!(public.assumed().supervisor().is_none());
}

#[test]
fn without_a_date_the_verdict_says_what_it_assumed_and_what_the_other_phase_would_give() {
    let verdict = classify(SUPPORT);
    let assumed = verdict.assumed();
    assert!(assumed.phase_is_assumed() && !assumed.is_dated());
    assert_eq!(
        assumed.otherwise(),
        Some((Phase::PreCandidacy, Tier::KodeEtik))
    );
    let text = verdict.explain(Lang::En);
    assert!(text.contains("phase is not known"), "{text}");
    assert!(
        text.contains("before candidates are fixed the tier would be kode etik"),
        "{text}"
    );
    assert!(text.contains("latest rules"), "{text}");
    let team = classify("saya jadi tim sukses, menangkan paslon 2!");
    assert_eq!(
        team.assumed().otherwise(),
        Some((Phase::PreCandidacy, Tier::Sedang))
    );
    let stated = classify(Post::new(SUPPORT).phase(Phase::Quiet));
    assert_eq!(stated.assumed().otherwise(), None);
    assert_eq!(classify("harga cabai naik").assumed().otherwise(), None);
}

#[test]
fn a_calendar_that_no_source_confirms_is_said_to_be_assumed() {
    let on = |day: &str, text: &str| {
        let verdict = classify(Post::new(text).date(day.parse().unwrap()));
        let unverified = verdict.assumed().calendar_is_unverified();
        assert_eq!(
            verdict.explain(Lang::Id).contains("belum terverifikasi"),
            unverified,
            "{day}"
        );
        (verdict.assumed().contest().map(str::to_owned), unverified)
    };
    // All of the fixing, the campaign and the polling have a source.
    for (day, contest) in [
        ("2018-03-01", "pilkada-2018"),
        ("2018-12-01", "pilpres-2019"),
        ("2020-10-10", "pilkada-2020"),
        ("2024-10-10", "pilkada-2024"),
    ] {
        let (known, unverified) = on(day, "ayo coblos nomor 2");
        assert_eq!(
            (known.as_deref(), unverified),
            (Some(contest), false),
            "{day}"
        );
    }
    // One of them at least has none.
    for (day, contest) in [
        ("2014-03-20", "pileg-2014"),
        ("2014-06-20", "pilpres-2014"),
        ("2016-12-01", "pilkada-2017"),
        ("2024-01-10", "pilpres-2024"),
    ] {
        let (known, unverified) = on(day, "ayo coblos nomor 2");
        assert_eq!(
            (known.as_deref(), unverified),
            (Some(contest), true),
            "{day}"
        );
    }
}
