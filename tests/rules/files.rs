//! Rule and calendar files at run time: every mistake with place and remedy, and nothing half loaded.

use netral::{BuildError, Classifier, Phase, Post, Tier, classify};

use super::rules;

const RULE: &str = r#"
[instrument]
id = "desa"
name = "Aturan sendiri"
effective = "2024-01-01"
[[provision]]
id = "DESA-1"
act = "promote"
phases = ["campaign"]
authors = ["pns"]
tier = "ringan"
citations = ["PP 94/2021 Pasal 3 huruf d"]
summary_id = "Dilarang."
summary_en = "Forbidden."
confidence = "single"
sources = ["desa"]
"#;

fn built(text: &str) -> Result<Classifier, BuildError> {
    Classifier::builder().rules("own.toml", text).build()
}

/// The one mistake of a rule file, with its place.
fn mistake(text: &str) -> String {
    let error = built(text).unwrap_err();
    assert_eq!(error.mistakes().len(), 1, "{error}");
    error.to_string()
}

#[test]
fn each_mistake_has_its_place_and_its_remedy() {
    for (from, to, wanted) in [
        (
            "act = \"promote\"",
            "act = \"promoting\"",
            "own.toml:8:7: `promoting` is not known here; use one of: promote, interact",
        ),
        (
            "tier = \"ringan\"",
            "tier = \"sangat berat\"",
            "own.toml:11:8: `sangat berat` is not known here; use one of: none, kode_etik, ringan, sedang, berat",
        ),
        (
            "phases = [\"campaign\"]",
            "phases = []",
            "own.toml:6:1: `DESA-1` applies to no phase or no author; list phases and authors",
        ),
        (
            "authors = [\"pns\"]",
            "authors = [\"pns\", \"public\"]",
            "own.toml:10:19: the tiers do not reach `public`; take the author off, or write tier = \"none\"",
        ),
        (
            "citations = [\"PP 94/2021 Pasal 3 huruf d\"]",
            "citations = [\"Pasal karet\"]",
            "own.toml:12:14: `Pasal karet` does not read as a citation; write instrument number/year",
        ),
        (
            "citations = [\"PP 94/2021 Pasal 3 huruf d\"]",
            "citations = []",
            "own.toml:6:1: no article is cited; name the text the row rests on",
        ),
        (
            "sources = [\"desa\"]",
            "sources = []",
            "own.toml:6:1: no source is named; name a key",
        ),
        (
            "summary_en = \"Forbidden.\"",
            "summary_en = \" \"",
            "own.toml:6:1: `DESA-1` does not say what it is about; write summary_id and summary_en",
        ),
        (
            "confidence = \"single\"",
            "confidence = \"single\"\nnote_id = \"Catatan.\"",
            "own.toml:6:1: the note of `DESA-1` is in one language only; write note_id and note_en",
        ),
        (
            "confidence = \"single\"",
            "confidence = \"single\"\nuntil = \"2023-12-31\"",
            "own.toml:6:1: `DESA-1` ends before it begins; correct effective or until",
        ),
        (
            "confidence = \"single\"",
            "confidence = \"single\"\nstatutory = \"fine\"",
            "own.toml:16:13: `fine` is no statutory consequence; write `dismissal`",
        ),
        (
            "confidence = \"single\"",
            "confidence = \"single\"\ncolour = \"red\"",
            "own.toml:16:1: unknown field `colour`",
        ),
        (
            "[instrument]\nid = \"desa\"\nname = \"Aturan sendiri\"\neffective = \"2024-01-01\"\n",
            "",
            "own.toml:1:1: the file has provisions and no [instrument]; add [instrument]",
        ),
        (
            "effective = \"2024-01-01\"",
            "effective = \"2024-02-30\"",
            "own.toml:5:13: `2024-02-30` is not a day",
        ),
        (
            "confidence = \"single\"",
            "confidence = \"single\"\nmatch = [{ text = \"a\", phase = \"quiet\", author = \"pns\" }]",
            "own.toml:16:10: `DESA-1` does not apply to this phase or author; move the text to `no_match`",
        ),
    ] {
        assert!(RULE.contains(from), "{from}");
        let found = mistake(&RULE.replace(from, to));
        assert!(found.starts_with(wanted), "{found}\nfor {wanted}");
    }
}

#[test]
fn several_mistakes_come_together() {
    let error = built(
        &RULE
            .replace("\"promote\"", "\"x\"")
            .replace("\"ringan\"", "\"y\""),
    )
    .unwrap_err();
    let lines: Vec<u32> = error.mistakes().iter().map(netral::Mistake::line).collect();
    assert_eq!(lines, [8, 11]);
}

#[test]
fn a_good_file_beside_a_bad_one_is_not_used_either() {
    let twice = Classifier::builder()
        .rules("a.toml", RULE)
        .rules("b.toml", RULE)
        .build()
        .unwrap_err();
    assert_eq!(
        twice.to_string(),
        "b.toml:6:1: the provision `DESA-1` is already there; give each provision an id of its own"
    );
    let broken = Classifier::builder()
        .rules("a.toml", RULE)
        .rules("b.toml", "[[provision")
        .build()
        .unwrap_err();
    assert!(broken.to_string().starts_with("b.toml:1:"), "{broken}");
}

#[test]
fn good_rules_stand_in_place_of_the_compiled_ones_and_tiers_stay() {
    let own = built(RULE).unwrap();
    let post = Post::new("ayo menangkan Prabowo, coblos nomor 2!").phase(Phase::Campaign);
    let verdict = own.classify(&post);
    assert_eq!(
        (rules(&verdict), verdict.tier()),
        (vec!["DESA-1"], Tier::Ringan)
    );
    assert_eq!(
        verdict.findings()[0].sanctions().unwrap().sanctions_en[0],
        "oral reprimand"
    );
    assert_eq!(classify(&post).tier(), Tier::Berat);
}

fn calendar(fixed: &str, end: &str) -> String {
    format!(
        "[[contest]]\nid = \"pilkada-2031\"\nname = \"Pilkada 2031\"\nbegin = \"2030-01-01\"\nfixed = \"{fixed}\"\ncampaign = [\"2031-06-05\", \"2031-08-01\"]\nquiet = [\"2031-08-02\", \"2031-08-04\"]\npolling = \"2031-08-05\"\nend = \"{end}\"\nverified = []\nsources = [\"own\"]\n"
    )
}

#[test]
fn a_bad_calendar_is_named_and_not_used() {
    let good = calendar("2031-06-01", "2031-12-31");
    for (text, wanted) in [
        (
            calendar("2031-07-01", "2031-12-31"),
            "own.toml:1:1: the days are not in the order fixed, campaign, quiet, polling; correct the days",
        ),
        (
            calendar("2031-06-31", "2031-12-31"),
            "own.toml:5:9: `2031-06-31` is not a day",
        ),
        (
            calendar("2031-06-01", "2031-08-01"),
            "own.toml:1:1: the contest begins after candidates are fixed or ends before polling; correct begin and end",
        ),
        (
            format!("{good}{good}"),
            "own.toml:12:1: the contest `pilkada-2031` is already there; give each contest an id of its own",
        ),
        (
            good.replace(
                "campaign = [\"2031-06-05\", \"2031-08-01\"]",
                "campaign = [\"2031-06-05\"]",
            ),
            "own.toml:1:1: `campaign` does not hold two days; write the first and the last day",
        ),
        (
            good.replace("name = \"Pilkada 2031\"\n", ""),
            "own.toml:1:1: missing field `name`",
        ),
    ] {
        let error = Classifier::builder()
            .calendar("own.toml", text.as_str())
            .build()
            .unwrap_err();
        assert_eq!(error.mistakes().len(), 1, "{error}");
        assert!(
            error.to_string().starts_with(wanted),
            "{error}\nfor {wanted}"
        );
    }
}

#[test]
fn a_good_calendar_gives_the_phase() {
    let own = Classifier::builder()
        .calendar("own.toml", calendar("2031-06-01", "2031-12-31"))
        .build()
        .unwrap();
    let post = Post::new("coblos nomor 2!").date("2031-07-01".parse().unwrap());
    let verdict = own.classify(&post);
    assert_eq!(
        (verdict.assumed().contest(), verdict.assumed().phase()),
        (Some("pilkada-2031"), Phase::Campaign)
    );
    assert!(classify(&post).assumed().phase_is_assumed());
}
