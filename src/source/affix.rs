//! Affixed forms of verb roots, standard and informal.
//!
//! Forms are generated from roots when the data is compiled, so that a post costs a table look-up and no stemming, and so
//! that words which only look affixed (`menangis` beside `menang`) are never cut.

/// Families of forms that a row of `text/verbs.tsv` may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    /// `dukung`, `mendukung`, `ngedukung`.
    Me,
    /// `menangkan`, `memenangkan`, `menangin`: to make it so, a word of its own.
    Kan,
    /// `dukungin`, `dukungkan`: the same as the root.
    In,
    /// `hindari`, `menghindari`.
    I,
    /// `didukung`.
    Di,
    /// `terpilih`, `kepilih`.
    Ter,
    /// `berjuang`.
    Ber,
    /// `pendukung`.
    Pe,
    /// `dukungan`.
    An,
}

impl Family {
    /// Reads the name used in the data file.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "me" => Self::Me,
            "kan" => Self::Kan,
            "in" => Self::In,
            "i" => Self::I,
            "di" => Self::Di,
            "ter" => Self::Ter,
            "ber" => Self::Ber,
            "pe" => Self::Pe,
            "an" => Self::An,
            _ => return None,
        })
    }
}

/// What a generated form says about the doer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The bare root or an imperative.
    Bare,
    /// meN- and its informal twins.
    Active,
    /// di- and ter-.
    Passive,
    /// The doer as a noun.
    Agent,
    /// The deed as a noun.
    Noun,
}

/// A generated form; forms with the same `head` share a lemma.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// The form.
    pub text: String,
    /// The form that stands for the whole group.
    pub head: String,
    /// What it says about the doer.
    pub voice: Voice,
    /// The standard form of an informal one.
    pub standard: Option<String>,
}

/// The nasal prefix before a root: what replaces its first letters.
pub(crate) fn nasal(root: &str, prefix: &str) -> String {
    let first = root.chars().next().unwrap_or('a');
    let rest = root.get(first.len_utf8()..).unwrap_or("");
    let cluster = rest.starts_with(['r', 'l']) && !root.starts_with(['r', 'l']);
    let syllables = root
        .chars()
        .filter(|letter| "aiueo".contains(*letter))
        .count();
    if syllables <= 1 && !cluster {
        return format!("{prefix}nge{root}");
    }
    match first {
        'p' if !cluster => format!("{prefix}m{rest}"),
        't' if !cluster => format!("{prefix}n{rest}"),
        's' if !cluster => format!("{prefix}ny{rest}"),
        'k' if !cluster => format!("{prefix}ng{rest}"),
        'b' | 'f' | 'v' | 'p' => format!("{prefix}m{root}"),
        'd' | 'j' | 'c' | 'z' | 't' | 's' => format!("{prefix}n{root}"),
        'l' | 'm' | 'n' | 'r' | 'w' | 'y' => format!("{prefix}{root}"),
        _ => format!("{prefix}ng{root}"),
    }
}

/// Informal active prefixes: `nyoblos`, `milih`, `ngedukung`, `ndukung`.
fn informal(root: &str) -> Vec<String> {
    let bare = nasal(root, "");
    let first = root.chars().next().unwrap_or('a');
    let mut forms = vec![format!("nge{root}")];
    if bare != root {
        forms.push(bare);
    }
    if first == 'c' {
        forms.push(format!("ny{}", root.get(1..).unwrap_or("")));
    }
    forms
}

/// All forms of a root for the families asked for, each once, in a fixed order.
pub(crate) fn forms(root: &str, families: &[Family]) -> Vec<Form> {
    let mut all: Vec<Form> = Vec::new();
    let mut add = |text: String, head: &str, voice: Voice, standard: Option<String>| {
        if !all.iter().any(|form| form.text == text) {
            let standard = standard.filter(|standard| *standard != text);
            let head = head.to_owned();
            all.push(Form {
                text,
                head,
                voice,
                standard,
            });
        }
    };
    let has = |family: Family| families.contains(&family);
    // Each suffix with the stem that stands for the group.
    let mut suffixes: Vec<(&str, String)> = vec![("", root.to_owned())];
    for suffix in ["kan", "in", "ken", "keun", "ke"] {
        if has(Family::In) {
            suffixes.push((suffix, root.to_owned()));
        } else if has(Family::Kan) {
            suffixes.push((suffix, format!("{root}kan")));
        }
    }
    if has(Family::I) {
        suffixes.push(("i", root.to_owned()));
    }
    for (suffix, head) in &suffixes {
        // -in, -ken, -keun and -ke are the -kan of speech.
        let formal = if matches!(*suffix, "in" | "ken" | "keun" | "ke") {
            "kan"
        } else {
            suffix
        };
        let stem = |suffix: &str| format!("{root}{suffix}");
        add(stem(suffix), head, Voice::Bare, Some(stem(formal)));
        if has(Family::Me) {
            let active = format!("{}{formal}", nasal(root, "me"));
            let text = format!("{}{suffix}", nasal(root, "me"));
            add(text, head, Voice::Active, Some(active.clone()));
            for informal in informal(root) {
                let text = format!("{informal}{suffix}");
                add(text, head, Voice::Active, Some(active.clone()));
            }
        }
        if has(Family::Di) {
            let text = format!("di{}", stem(suffix));
            let standard = format!("di{}", stem(formal));
            add(text, &format!("di{head}"), Voice::Passive, Some(standard));
        }
    }
    if has(Family::Ter) {
        let head = format!("ter{root}");
        add(head.clone(), &head, Voice::Passive, None);
        add(
            format!("ke{root}"),
            &head,
            Voice::Passive,
            Some(head.clone()),
        );
    }
    if has(Family::Ber) {
        add(format!("ber{root}"), root, Voice::Active, None);
    }
    if has(Family::Pe) {
        let head = nasal(root, "pe");
        add(head.clone(), &head, Voice::Agent, None);
    }
    if has(Family::An) {
        let head = format!("{root}an");
        add(head.clone(), &head, Voice::Noun, None);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(root: &str, families: &[Family]) -> Vec<String> {
        forms(root, families)
            .into_iter()
            .map(|form| form.text)
            .collect()
    }

    #[test]
    fn nasal_prefixes() {
        for (root, form) in [
            ("dukung", "mendukung"),
            ("pilih", "memilih"),
            ("coblos", "mencoblos"),
            ("tusuk", "menusuk"),
            ("kawal", "mengawal"),
            ("sukses", "menyukses"),
            ("menang", "memenang"),
            ("bela", "membela"),
            ("lawan", "melawan"),
            ("ajak", "mengajak"),
            ("hujat", "menghujat"),
            ("kritik", "mengkritik"),
            ("cat", "mengecat"),
        ] {
            assert_eq!(nasal(root, "me"), form);
        }
    }

    #[test]
    fn informal_forms() {
        let forms = texts("coblos", &[Family::Me, Family::In, Family::Di]);
        for form in [
            "coblos",
            "nyoblos",
            "mencoblos",
            "coblosin",
            "dicoblos",
            "ngecoblos",
            "nyoblosin",
        ] {
            assert!(
                forms.iter().any(|have| have == form),
                "{form} not in {forms:?}"
            );
        }
        let forms = texts("menang", &[Family::Me, Family::Kan, Family::Di]);
        for form in [
            "menangkan",
            "memenangkan",
            "dimenangkan",
            "menangin",
            "menangkeun",
        ] {
            assert!(
                forms.iter().any(|have| have == form),
                "{form} not in {forms:?}"
            );
        }
        assert!(!forms.iter().any(|have| have == "menangis"));
    }

    #[test]
    fn passive_keeps_its_own_lemma() {
        let form = forms("dukung", &[Family::Me, Family::Di])
            .into_iter()
            .find(|form| form.text == "didukung");
        assert_eq!(
            form.map(|form| (form.head, form.voice)),
            Some(("didukung".to_owned(), Voice::Passive))
        );
    }
}
