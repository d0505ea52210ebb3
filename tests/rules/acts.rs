//! Who did it, and what the author's circumstances change.

use netral::{Act, Author, Finding, Interaction, Phase, Post, Stance, Tier, Verdict, classify};

use super::rules;

fn campaign(text: &'static str) -> Post<'static> {
    Post::new(text).phase(Phase::Campaign)
}

fn acts(verdict: &Verdict) -> Vec<Act> {
    verdict.findings().iter().map(Finding::act).collect()
}

#[test]
fn the_deed_must_be_the_authors() {
    for text in [
        "saya pasang spanduk di pagar, menangkan paslon 2!",
        "tadi pasang spanduk di pagar, menangkan paslon 2!",
        "ayo pasang spanduk di pagar, menangkan paslon 2!",
        "spanduknya sudah saya pasang di pagar, menangkan paslon 2!",
    ] {
        assert!(
            acts(&classify(campaign(text))).contains(&Act::Display),
            "{text}"
        );
    }
    for text in [
        "mereka pasang spanduk di pagar, menangkan paslon 2!",
        "relawan pasang spanduk di pagar, menangkan paslon 2!",
        "saya lihat mereka pasang spanduk di pagar, menangkan paslon 2!",
        "jangan pasang spanduk di pohon, menangkan paslon 2!",
        "katanya ada yang pasang spanduk di pagar, menangkan paslon 2!",
        "menangkan paslon 2! siapa yang pasang spanduk di pagar?",
    ] {
        let verdict = classify(campaign(text));
        assert!(!acts(&verdict).contains(&Act::Display), "{text}");
    }
}

#[test]
fn words_of_the_proof_are_the_authors_words() {
    let text = "baru tempel dua stiker di motor, menangkan paslon 2!";
    let verdict = classify(campaign(text));
    let display = verdict
        .findings()
        .iter()
        .find(|finding| finding.act() == Act::Display)
        .unwrap();
    let words: Vec<&str> = display
        .evidence()
        .iter()
        .map(netral::Evidence::words)
        .collect();
    assert_eq!(words, ["tempel dua stiker di motor"]);
}

#[test]
fn a_photograph_needs_somebody_who_runs_and_a_gesture_alone_is_none() {
    let photo = |text| acts(&classify(campaign(text))).contains(&Act::Photo);
    assert!(photo("foto bareng paslon 1, menangkan!"));
    assert!(photo("selfie bareng Pak Ganjar, menangkan Ganjar!"));
    assert!(!photo("✌️✌️ menangkan paslon 2!"));
    assert!(!photo("salam dua jari, menangkan paslon 2!"));
    assert!(!photo("foto bareng keluarga, menangkan paslon 2!"));
}

#[test]
fn a_candidates_spouse_has_rules_of_their_own() {
    let spouse = |text| campaign(text).candidate_spouse(true);
    let social = classify(spouse("mohon dukungannya, coblos nomor 3 ya"));
    assert_eq!(rules(&social), ["SKB22-B2", "SE18-SOCIAL"]);
    assert_eq!(social.tier(), Tier::Berat);
    let like = classify(
        spouse("")
            .interaction(Interaction::Like)
            .on("Mohon dukungannya, coblos nomor 3!"),
    );
    assert_eq!(rules(&like), ["SKB22-B6", "SE18-SOCIAL"]);
    let plain = acts(&classify(spouse("foto bareng paslon 3, semoga menang")));
    assert!(plain.contains(&Act::SpousePhoto) && !plain.contains(&Act::Photo));
    let gesture = acts(&classify(spouse("foto bareng paslon 3 ✌️, semoga menang")));
    assert!(gesture.contains(&Act::Photo) && !gesture.contains(&Act::SpousePhoto));
    let follow = classify(spouse("ikut kampanye keliling desa"));
    assert_eq!(
        (rules(&follow), follow.tier()),
        (vec!["SKB22-A7"], Tier::KodeEtik)
    );
    // The text itself may name the spouse and the leave.
    let told = classify(campaign("ikut kampanye suami, saya sedang cltn"));
    assert_eq!(rules(&told), ["SE18-ATTEND"]);
    let not_yet = classify(campaign("ikut kampanye suami, tapi belum cltn"));
    assert_eq!(rules(&not_yet), ["SKB22-A7"]);
    let public = classify(spouse("ikut kampanye suami").author(Author::Public));
    assert!(public.findings().is_empty());
}

#[test]
fn a_campaign_group_is_followed_by_its_name() {
    let follow = |on: &'static str| classify(campaign("").interaction(Interaction::Follow).on(on));
    assert_eq!(rules(&follow("Grup Pemenangan Paslon 2")), ["SKB22-B6"]);
    assert_eq!(rules(&follow("Relawan Ganjar Kendal")), ["SKB22-B6"]);
    assert!(follow("Info Loker Kendal").findings().is_empty());
    assert_eq!(
        follow("Tim sukses dua kubu saling lapor ke Bawaslu").tier(),
        Tier::None
    );
}

#[test]
fn hate_is_found_by_plain_words_and_not_where_they_are_warned_of() {
    let hate = classify(campaign("usir cina dari kampung kita!"));
    assert_eq!((hate.stance(), hate.tier()), (Stance::None, Tier::Berat));
    assert!(hate.review() && !hate.political());
    assert_eq!(
        classify(campaign("usir cina dari kampung kita!").author(Author::Public)).tier(),
        Tier::None
    );
    for text in [
        "jangan usir cina dari kampung kita",
        "ini hoaks: usir cina dari kampung",
        "ASN dilarang menulis usir cina dan semacamnya",
        "polisi mengatakan spanduk \"ganti pancasila sekarang\" sudah diturunkan",
        "kecewa berat sama kebijakan pemerintah soal harga beras",
    ] {
        assert_eq!(classify(campaign(text)).tier(), Tier::None, "{text}");
    }
    let content = "ganti pancasila, negara thogut!";
    let reacted =
        |interaction| rules(&classify(campaign("").interaction(interaction).on(content))).join(" ");
    assert_eq!(reacted(Interaction::Like), "BKN18-6");
    assert_eq!(reacted(Interaction::Share), "BKN18-3");
    assert_eq!(reacted(Interaction::Follow), "");
    let answered = |text| {
        rules(&classify(
            campaign(text).interaction(Interaction::Comment).on(content),
        ))
        .join(" ")
    };
    assert_eq!(answered("setuju banget 👍"), "BKN18-6");
    assert_eq!(answered("maksudnya apa ini pak?"), "");
}

#[test]
fn permitted_acts_are_named_side_by_side() {
    let verdict = classify("ASN wajib netral, pose kepal tangan saja");
    assert_eq!(rules(&verdict), ["OK-NEUTRALITY", "OK-POSE"]);
    let heard = classify("hadir di kampanye cuma mau dengarkan visi misi calon bupati");
    assert_eq!(
        (rules(&heard), heard.tier()),
        (vec!["OK-LISTEN"], Tier::None)
    );
    let voted = classify("sudah coblos di tps, jari ungu");
    assert_eq!(rules(&voted), ["OK-VOTE"]);
}

#[test]
fn several_findings_keep_their_own_tiers_and_the_highest_certain_one_counts() {
    let verdict = classify(
        Post::new("saya jadi tim sukses, foto bareng calonnya, menangkan paslon 2!")
            .phase(Phase::PreCandidacy),
    );
    let tiers: Vec<(&str, Tier)> = verdict
        .findings()
        .iter()
        .map(|finding| (finding.rule(), finding.tier()))
        .collect();
    assert_eq!(
        tiers,
        [
            ("SKB22-A2", Tier::KodeEtik),
            ("SKB22-A5", Tier::KodeEtik),
            ("SKB22-B9", Tier::Sedang)
        ]
    );
    assert_eq!(verdict.tier(), Tier::Sedang);
    assert!(
        verdict.review(),
        "the tier hangs on a row that another source reads as berat"
    );
}
