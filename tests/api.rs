//! The public interface, and the verdicts the README shows.

use netral::{
    Act, Author, Classifier, Interaction, Lang, Phase, Post, Role, Scratch, Stance, Tier, Verdict,
    classify,
};

#[test]
fn a_neutrality_rule_gets_no_tier_and_is_explained_as_one() {
    let verdict = classify("ASN dilarang mendukung salah satu calon di media sosial");
    assert!(verdict.political());
    assert_eq!(
        (verdict.stance(), verdict.tier()),
        (Stance::None, Tier::None)
    );
    assert_eq!(
        verdict
            .findings()
            .iter()
            .map(netral::Finding::act)
            .collect::<Vec<_>>(),
        [Act::Neutrality]
    );
    assert!(verdict.explain(Lang::Id).contains("netral"));
    assert!(verdict.explain(Lang::En).contains("neutrality"));
}

#[test]
fn a_call_to_vote_names_the_rule_its_sanction_article_and_the_words() {
    let post = "yuk menangkan Ganjar, coblos nomer 3 🤟";
    let verdict = classify(post);
    assert_eq!(
        (verdict.stance(), verdict.tier()),
        (Stance::Support, Tier::Berat)
    );
    let finding = &verdict.findings()[0];
    let citations: Vec<&str> = finding.citations().collect();
    assert!(
        citations
            .iter()
            .any(|citation| citation.starts_with("PP 94/2021 Pasal 5 huruf n")),
        "{citations:?}"
    );
    assert!(
        citations
            .iter()
            .any(|citation| citation.starts_with("PP 94/2021 Pasal 14 huruf i")),
        "{citations:?}"
    );
    let words: Vec<&str> = finding
        .evidence()
        .iter()
        .map(|evidence| evidence.span().of(post))
        .collect();
    assert_eq!(words, ["menangkan", "Ganjar", "coblos", "nomer 3", "🤟"]);
    assert!(
        finding
            .evidence()
            .iter()
            .all(|evidence| evidence.words() == evidence.span().of(post))
    );
    assert_eq!(finding.evidence()[1].role(), Role::Name);
    let explanation = verdict.explain(Lang::Id);
    for part in [
        "Ganjar Pranowo",
        "menangkan",
        "berat",
        "SKB22-B2",
        "indikasi awal, bukan putusan",
    ] {
        assert!(explanation.contains(part), "{part} not in {explanation}");
    }
}

#[test]
fn a_question_about_curtains_is_not_political() {
    let verdict = classify("pilih nomor 2 apa 3 ya buat warna gorden?");
    assert!(!verdict.political());
    assert!(verdict.findings().is_empty());
}

#[test]
fn phase_and_author_choose_the_rule() {
    let post = |phase, author| {
        classify(
            Post::new("ayo menangkan Prabowo-Gibran, coblos 02!")
                .phase(phase)
                .author(author),
        )
    };
    for phase in Phase::ALL {
        for author in Author::ALL {
            let verdict = post(*phase, *author);
            assert_eq!(
                verdict.stance(),
                Stance::Support,
                "the stance does not depend on who speaks when"
            );
            let expected = match (author, phase) {
                (Author::Public | Author::Ppnpn, _) => Tier::None,
                (_, Phase::PreCandidacy) => Tier::KodeEtik,
                _ => Tier::Berat,
            };
            assert_eq!(verdict.tier(), expected, "{phase} {author}");
            assert!(!verdict.assumed().phase_is_assumed());
            assert_eq!(
                (verdict.assumed().phase(), verdict.assumed().author()),
                (*phase, *author)
            );
        }
    }
}

#[test]
fn a_date_gives_the_phase_and_nothing_given_is_said_to_be_assumed() {
    let text = "ayo menangkan Prabowo-Gibran, coblos 02!";
    let dated = classify(Post::new(text).date("2023-10-01".parse().unwrap()));
    assert_eq!(
        (dated.assumed().phase(), dated.assumed().phase_is_assumed()),
        (Phase::PreCandidacy, false)
    );
    assert_eq!(dated.tier(), Tier::KodeEtik);
    assert_eq!(dated.assumed().contest(), Some("pilpres-2024"));
    let open = classify(text);
    assert_eq!(
        (open.assumed().phase(), open.assumed().phase_is_assumed()),
        (Phase::Campaign, true)
    );
    assert!(open.explain(Lang::En).contains("phase is not known"));
}

#[test]
fn a_rule_is_not_applied_before_it_was_in_force() {
    let verdict =
        classify(Post::new("ayo coblos nomor 2, menangkan!").date("2003-11-01".parse().unwrap()));
    assert_eq!(
        (verdict.stance(), verdict.tier(), verdict.review()),
        (Stance::Support, Tier::None, true)
    );
    assert!(verdict.explain(Lang::En).contains("not in the data"));
}

#[test]
fn likes_shares_and_assent_take_the_stance_of_what_they_answer() {
    let campaign = "Mohon dukungannya, coblos nomor 2 untuk perubahan!";
    for interaction in [Interaction::Like, Interaction::Share] {
        let verdict = classify(Post::new("").interaction(interaction).on(campaign));
        assert_eq!(
            (verdict.stance(), verdict.findings()[0].act()),
            (Stance::Support, Act::Interact),
            "{interaction}"
        );
        assert!(
            verdict.findings()[0]
                .evidence()
                .iter()
                .all(netral::Evidence::on)
        );
    }
    let comment = |text: &'static str| {
        classify(
            Post::new(text)
                .interaction(Interaction::Comment)
                .on(campaign),
        )
    };
    assert_eq!(comment("siap pak 🙏").stance(), Stance::Support);
    assert_eq!(comment("acaranya jam berapa pak?").stance(), Stance::None);
    let follow = classify(
        Post::new("")
            .interaction(Interaction::Follow)
            .on("@prabowo"),
    );
    assert_eq!(
        (follow.stance(), follow.tier()),
        (Stance::Support, Tier::Berat)
    );
    let official = classify(
        Post::new("")
            .interaction(Interaction::Like)
            .on("Jadwal pemungutan suara 27 November, cek TPS Anda di laman KPU"),
    );
    assert_eq!(official.tier(), Tier::None);
}

#[test]
fn an_attack_harms_a_side() {
    let verdict = classify("jangan pilih paslon 2, cuma bisa bohong!");
    assert_eq!(
        (verdict.stance(), verdict.tier()),
        (Stance::Oppose, Tier::Berat)
    );
    assert_eq!(verdict.findings()[0].act(), Act::Decide);
    assert_eq!(verdict.targets()[0].number(), Some(2));
}

#[test]
fn scratch_and_clones_do_not_change_a_verdict() {
    let classifier = Classifier::new();
    let mut scratch = Scratch::new();
    let posts = [
        "gaspol 02!",
        "",
        "harga cabai naik",
        "ASN wajib netral",
        "#AMINAjaDulu ☝️",
    ];
    let first: Vec<Verdict> = posts
        .iter()
        .map(|post| classifier.classify(*post))
        .collect();
    for _ in 0..3 {
        for (post, verdict) in posts.iter().zip(&first) {
            assert_eq!(
                &classifier.clone().classify_with(&mut scratch, *post),
                verdict
            );
        }
    }
}

#[test]
fn names_of_enums_are_read_back() {
    for tier in Tier::ALL {
        assert_eq!(tier.to_string().parse::<Tier>().as_ref(), Ok(tier));
    }
    assert_eq!("comment".parse::<Interaction>(), Ok(Interaction::Comment));
    assert_eq!(
        "raja".parse::<Author>().unwrap_err().to_string(),
        "`raja` is no Author"
    );
}

/// In a comparison the same words speak for one and against the other.
#[test]
fn each_target_shows_what_its_words_do_to_it() {
    let verdict = classify("paslon 1 jauh di atas paslon 2");
    let role = |number: u8| {
        let target = verdict
            .targets()
            .iter()
            .find(|target| target.number() == Some(number));
        let words = target.and_then(|target| {
            target
                .evidence()
                .iter()
                .find(|evidence| evidence.words() == "jauh di atas")
        });
        words.map(netral::Evidence::role)
    };
    assert_eq!((role(1), role(2)), (Some(Role::For), Some(Role::Against)));
}

#[test]
fn whoever_nobody_listed_is_called_as_the_post_calls_them() {
    let verdict = classify("kami semua dukung Pak Wiramanggala");
    let target = &verdict.targets()[0];
    assert_eq!(
        (target.name(), target.id(), target.stance()),
        ("Pak Wiramanggala", None, Stance::Support)
    );
    assert!(
        verdict
            .explain(Lang::Id)
            .contains("mendukung Pak Wiramanggala")
    );
    let unnamed = classify("ayo lanjutkan 2 periode pak bupati");
    assert_eq!(unnamed.targets()[0].name(), "-");
}
