//! Laws that hold for any text.

use netral::text::{Change, Normalizer, TokenKind, fold, split_hashtag, tokenize};
use netral::{Classifier, Interaction, Phase, Post, Verdict};
use proptest::prelude::*;
use std::sync::LazyLock;

static CLASSIFIER: LazyLock<Classifier> = LazyLock::new(Classifier::new);

/// Texts made of words that matter, signs that confuse, and anything at all.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(vec![
            "prabowo", "Ganjar", "AMIN", "pilih", "coblos", "nomor", "2", "02", "tidak", "jangan", "lupa", "ASN", "dilarang", "netral", "tapi", "kata", "\"", "”",
            ":", "?", "!", "\n", "#", "@", "#PilihNo2", "m3nang", "teman2", "✌️", "2️⃣", "🤟🏽", "ａｙｏ", "ⓐ", "é", "\u{301}", "\u{200b}", "а", "https://t.co/x", "&amp;",
            "\\n", "'", "menang", "hebat", "bohong", "wkwkwk", "semoga", "RT", "jam", "08", "1.000", "p r a b o w o", "c*blos", "pr@bowo", "😂", "👩‍👧", "🇮🇩",
            "ðŸ˜‚", "\\xf0\\x9f\\x98\\x82", "Jøkowi", "🅰", ":)", "teman\"", "2-1", "prabowogibran", "bangeeet", "＼x",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-z]{1,12}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_panics_and_spans_lie_on_char_boundaries(text in texts(), on in texts()) {
        for interaction in Interaction::ALL {
            let verdict = CLASSIFIER.classify(Post::new(text.as_str()).interaction(*interaction).on(on.as_str()));
            prop_assert!(verdict.score() <= 100);
            for target in verdict.targets() {
                for evidence in target.evidence() {
                    let source = if evidence.on() { &on } else { &text };
                    prop_assert_eq!(source.get(evidence.span().range()), Some(evidence.words()));
                }
            }
        }
    }

    #[test]
    fn tokens_and_gaps_rebuild_the_post(text in texts()) {
        let mut rebuilt = String::new();
        let mut end = 0;
        for token in &tokenize(&text) {
            prop_assert!(token.span.start() >= end, "tokens are in order and apart");
            rebuilt.push_str(&text[end..token.span.start()]);
            rebuilt.push_str(token.span.of(&text));
            end = token.span.end();
        }
        rebuilt.push_str(&text[end..]);
        prop_assert_eq!(rebuilt, text);
    }

    #[test]
    fn sentences_and_clauses_hold_tokens_in_order(text in texts()) {
        let mut last = (0, 0);
        for token in &tokenize(&text) {
            prop_assert!((token.sentence, token.clause) >= last, "a clause lies in one sentence, and both only grow");
            prop_assert!(text.is_char_boundary(token.span.start()) && text.is_char_boundary(token.span.end()));
            last = (token.sentence, token.clause);
        }
    }

    #[test]
    fn words_lie_in_word_tokens(text in texts()) {
        let tokens = tokenize(&text);
        let words: Vec<_> = tokens.iter().filter(|token| token.kind == TokenKind::Word && !token.span.is_empty()).map(|token| token.span).collect();
        let read: Vec<_> = Normalizer::new().words(&text).map(|word| word.span()).collect();
        prop_assert_eq!(words, read);
    }

    #[test]
    fn a_normaliser_without_steps_changes_nothing(text in texts()) {
        prop_assert_eq!(Normalizer::only([]).normalize(&text), text.as_str());
    }

    #[test]
    fn each_step_is_taken_only_where_it_is_asked_for(text in texts(), step in proptest::sample::select(Change::ALL)) {
        for word in Normalizer::only([step]).words(&text) {
            prop_assert!(word.change() == Change::None || word.change() == step);
        }
    }

    #[test]
    fn the_words_of_a_tag_join_to_the_tag(tag in "[A-Za-z0-9é]{0,70}") {
        prop_assert_eq!(split_hashtag(&tag).concat(), tag);
    }

    #[test]
    fn known_words_written_together_join_to_the_tag(words in proptest::collection::vec(proptest::sample::select(vec![
        "pilih", "cak", "imin", "cakimin", "md3", "jakarta", "2024", "m3nang", "menata", "asian", "games", "qxz", "di", "ri1",
    ]), 1..6)) {
        let tag = words.concat();
        prop_assert_eq!(split_hashtag(&tag).concat(), tag);
    }

    #[test]
    fn normalising_keeps_what_is_no_word(text in texts()) {
        let normal = netral::text::normalize(&text);
        let other = |text: &str| text.chars().filter(|letter| matches!(letter, '!' | '?' | '#')).count();
        prop_assert_eq!(other(&normal), other(&text));
    }

    #[test]
    fn folding_twice_is_folding_once(any in any::<String>(), text in texts(), damage in "[ðÃâ€™Ÿ˜‚\\\\xf09¢©•\u{200b}]{0,12}") {
        for text in [any, text, damage] {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }

    #[test]
    fn the_quick_way_of_plain_posts_equals_the_full_one(text in "[ -~]{0,80}") {
        // A character that folds to nothing sends the post the full way.
        prop_assert_eq!(fold(&text), fold(&format!("{text}\u{feff}")));
    }

    #[test]
    fn folding_plain_posts_twice_is_folding_once(text in "[ -~]{0,80}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn ascii_posts_only_change_case(text in "[ -%'-\\[\\]-~]{0,80}") {
        prop_assert_eq!(fold(&text), text.to_ascii_lowercase());
    }

    #[test]
    fn a_verdict_is_the_same_on_every_run_and_thread(text in texts()) {
        let here = CLASSIFIER.classify(text.as_str());
        let there = std::thread::scope(|scope| scope.spawn(|| Classifier::new().classify(text.as_str())).join().unwrap());
        prop_assert_eq!(here, there);
    }

    #[test]
    fn a_verdict_survives_a_round_trip(text in texts()) {
        let verdict = CLASSIFIER.classify(text.as_str());
        let json = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<Verdict>(&json).unwrap(), verdict);
    }

    #[test]
    fn the_stance_does_not_depend_on_phase(text in texts()) {
        let open = CLASSIFIER.classify(text.as_str());
        for phase in Phase::ALL {
            let verdict = CLASSIFIER.classify(Post::new(text.as_str()).phase(*phase));
            prop_assert_eq!((verdict.stance(), verdict.score()), (open.stance(), open.score()));
        }
    }
}
