//! Typed rows of the tab-separated files, each with its place.

use super::affix::Family;
use super::class::{
    Ambiguity, Attitude, Class, Cue, Direction, Named, Scope, Strength, TargetKind,
};
use super::error::DataError;
use super::pattern;
use super::tsv::{self, Row};
use super::weight::{Of, Weight};

/// Where a row stands, for errors found later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// File name.
    pub file: String,
    /// Line from 1.
    pub line: usize,
}

/// A row of `text/spelling.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Spelling {
    /// What people type.
    pub variant: String,
    /// The standard spelling, one or more words.
    pub standard: String,
    /// A word of its own that is only written otherwise in formal text.
    pub style: bool,
    /// Place of the row.
    pub place: Place,
}

/// A row of `text/words.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// The word.
    pub word: String,
    /// 1 (most common) to 6.
    pub band: u8,
}

/// A row of `text/pairs.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    /// Two words that often stand side by side.
    pub words: [String; 2],
    /// 1 (most common) to 6.
    pub band: u8,
}

/// A row of `text/verbs.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Verb {
    /// The root.
    pub root: String,
    /// Which forms to make.
    pub families: Vec<Family>,
}

/// A row of `targets/targets.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// Identifier.
    pub id: String,
    /// Kind.
    pub kind: TargetKind,
    /// Name for display.
    pub name: String,
    /// Contests and numbers.
    pub ballot: Vec<(String, u32)>,
    /// Identifiers of members.
    pub members: Vec<String>,
    /// Place of the row.
    pub place: Place,
}

/// A row of `targets/aliases.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Alias {
    /// Folded words.
    pub alias: String,
    /// Identifier of the target.
    pub target: String,
    /// Who says it.
    pub attitude: Attitude,
    /// How surely it means the target.
    pub ambiguity: Ambiguity,
    /// First month since 2000.
    pub from: u16,
    /// Last month since 2000.
    pub to: u16,
    /// Place of the row.
    pub place: Place,
}

/// A row of `targets/codes.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Code {
    /// The emoji.
    pub form: String,
    /// The number it stands for.
    pub number: u8,
    /// How surely.
    pub strength: Strength,
}

/// A row of `lexicon/*.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// Words in standard spelling.
    pub term: String,
    /// What they do.
    pub class: Class,
    /// Place of the row.
    pub place: Place,
}

/// A row of `context/cues.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct CueRow {
    /// Words in standard spelling.
    pub literal: String,
    /// What they do.
    pub category: Cue,
    /// Where.
    pub direction: Direction,
    /// How far.
    pub scope: Scope,
    /// Place of the row.
    pub place: Place,
}

/// Everything the tab-separated files hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tables {
    /// Informal spellings.
    pub spellings: Vec<Spelling>,
    /// Common words.
    pub words: Vec<Word>,
    /// Common pairs of words.
    pub pairs: Vec<Pair>,
    /// Verb roots.
    pub verbs: Vec<Verb>,
    /// Targets.
    pub targets: Vec<Target>,
    /// Names of targets.
    pub aliases: Vec<Alias>,
    /// Emoji codes.
    pub codes: Vec<Code>,
    /// Terms.
    pub terms: Vec<Term>,
    /// Cues.
    pub cues: Vec<CueRow>,
    /// Weights of the score.
    pub weights: Vec<Weight>,
}

/// Keys that rows may name as their source; `None` allows any (files loaded at run time bring their own).
pub(crate) type Sources<'s> = Option<&'s std::collections::BTreeSet<String>>;

struct Reader<'r> {
    file: &'r str,
    sources: Sources<'r>,
    errors: Vec<DataError>,
}

impl Reader<'_> {
    fn fail(&mut self, row: &Row<'_>, cell: usize, what: String, remedy: &str) {
        self.errors.push(DataError::at(
            self.file,
            row.line,
            row.column(cell),
            what,
            remedy,
        ));
    }

    fn place(&self, row: &Row<'_>) -> Place {
        Place {
            file: self.file.to_owned(),
            line: row.line,
        }
    }

    fn parsed<T>(
        &mut self,
        row: &Row<'_>,
        cell: usize,
        parse: impl Fn(&str) -> Option<T>,
        remedy: &str,
    ) -> Option<T> {
        let parsed = parse(row.cell(cell));
        if parsed.is_none() {
            self.unknown(row, cell, remedy);
        }
        parsed
    }

    /// A cell that holds one of the names of an enum.
    fn named<T: Named>(&mut self, row: &Row<'_>, cell: usize) -> Option<T> {
        let value = row.cell(cell);
        let parsed = value.parse().ok();
        if parsed.is_none() {
            self.unknown(row, cell, &T::remedy());
        }
        parsed
    }

    fn band(&mut self, row: &Row<'_>, cell: usize) -> u8 {
        self.parsed(
            row,
            cell,
            |band| band.parse().ok().filter(|band| (1..=6).contains(band)),
            "write a band from 1 to 6",
        )
        .unwrap_or(6)
    }

    fn unknown(&mut self, row: &Row<'_>, cell: usize, remedy: &str) {
        let value = row.cell(cell);
        self.fail(row, cell, format!("`{value}` is not known here"), remedy);
    }

    fn folded(&mut self, row: &Row<'_>, cell: usize) -> String {
        let value = row.cell(cell);
        let blanks = value.split(' ').any(str::is_empty);
        if value.is_empty()
            || blanks
            || value
                .chars()
                .any(|letter| letter.is_uppercase() || letter.is_control())
        {
            self.fail(
                row,
                cell,
                format!("the key `{value}` is not folded"),
                "write it in lower case with one blank between words",
            );
        }
        value.to_owned()
    }

    fn source(&mut self, row: &Row<'_>, cell: usize) {
        if row.cell(cell).is_empty() {
            self.fail(
                row,
                cell,
                "the row names no source".to_owned(),
                "name a key of data/sources/*.toml",
            );
        }
        if let Some(known) = self.sources {
            for key in row.list(cell) {
                if !known.contains(key) {
                    self.fail(
                        row,
                        cell,
                        format!("the source `{key}` is not known"),
                        "add it to data/sources/*.toml",
                    );
                }
            }
        }
    }
}

fn month(text: &str, absent: u16) -> Option<u16> {
    if text.is_empty() {
        return Some(absent);
    }
    let (year, month) = text
        .split_once('-')
        .unwrap_or((text, if absent == 0 { "1" } else { "12" }));
    let year: u16 = year.parse().ok()?;
    let month: u16 = month.parse().ok()?;
    if (1..=12).contains(&month) {
        year.checked_sub(2000).map(|year| year * 12 + month - 1)
    } else {
        None
    }
}

impl Tables {
    /// Reads a file of any tab-separated kind, told by its first line, and adds its rows.
    ///
    /// # Errors
    /// Every mistake found, each with file, line, column and remedy; nothing is added then.
    pub(crate) fn read(
        &mut self,
        file: &str,
        text: &str,
        sources: Sources<'_>,
    ) -> Result<(), Vec<DataError>> {
        let kind = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("#! "))
            .and_then(|line| line.strip_suffix(" v1"))
            .unwrap_or("");
        let mut reader = Reader {
            file,
            sources,
            errors: Vec::new(),
        };
        let mut own = Self::default();
        match kind {
            "spelling" => own.read_spelling(&mut reader, text)?,
            "words" => own.read_words(&mut reader, text)?,
            "pairs" => own.read_pairs(&mut reader, text)?,
            "verbs" => own.read_verbs(&mut reader, text)?,
            "targets" => own.read_targets(&mut reader, text)?,
            "aliases" => own.read_aliases(&mut reader, text)?,
            "codes" => own.read_codes(&mut reader, text)?,
            "terms" => own.read_terms(&mut reader, text)?,
            "cues" => own.read_cues(&mut reader, text)?,
            "weights" => own.read_weights(&mut reader, text)?,
            _ => {
                return Err(vec![DataError::at(
                    file,
                    1,
                    1,
                    "the first line names no kind of table",
                    "write `#! <kind> v1` with one of: spelling, words, pairs, verbs, targets, aliases, codes, terms, cues, weights",
                )]);
            }
        }
        if reader.errors.is_empty() {
            self.append(own);
            Ok(())
        } else {
            Err(reader.errors)
        }
    }

    /// Adds the rows of another set of tables.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.spellings.append(&mut other.spellings);
        self.words.append(&mut other.words);
        self.pairs.append(&mut other.pairs);
        self.verbs.append(&mut other.verbs);
        self.targets.append(&mut other.targets);
        self.aliases.append(&mut other.aliases);
        self.codes.append(&mut other.codes);
        self.terms.append(&mut other.terms);
        self.cues.append(&mut other.cues);
        self.weights.append(&mut other.weights);
    }

    fn read_spelling(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        const KINDS: [&str; 8] = [
            "abbreviation",
            "slang",
            "sound",
            "typo",
            "regional",
            "english",
            "name",
            "style",
        ];
        for row in tsv::read(
            reader.file,
            text,
            "spelling",
            &["variant", "standard", "kind", "source", "note"],
        )? {
            let variant = reader.folded(&row, 0);
            if variant.contains(' ') {
                reader.fail(
                    &row,
                    0,
                    "a variant is one word".to_owned(),
                    "write a phrase into lexicon/ instead",
                );
            }
            let standard = reader.folded(&row, 1);
            if variant == standard {
                reader.fail(
                    &row,
                    1,
                    "variant and standard are the same".to_owned(),
                    "delete the row",
                );
            }
            reader.parsed(
                &row,
                2,
                |kind| KINDS.contains(&kind).then_some(()),
                "use one of: abbreviation, slang, sound, typo, regional, english, name, style",
            );
            reader.source(&row, 3);
            self.spellings.push(Spelling {
                variant,
                standard,
                style: row.cell(2) == "style",
                place: reader.place(&row),
            });
        }
        Ok(())
    }

    fn read_words(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        for row in tsv::read(
            reader.file,
            text,
            "words",
            &["word", "band", "source", "note"],
        )? {
            let word = reader.folded(&row, 0);
            let band = reader.band(&row, 1);
            reader.source(&row, 2);
            self.words.push(Word { word, band });
        }
        Ok(())
    }

    fn read_pairs(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        for row in tsv::read(
            reader.file,
            text,
            "pairs",
            &["first", "second", "band", "source", "note"],
        )? {
            let words = [reader.folded(&row, 0), reader.folded(&row, 1)];
            let band = reader.band(&row, 2);
            reader.source(&row, 3);
            self.pairs.push(Pair { words, band });
        }
        Ok(())
    }

    fn read_verbs(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        for row in tsv::read(
            reader.file,
            text,
            "verbs",
            &["root", "forms", "source", "note"],
        )? {
            let root = reader.folded(&row, 0);
            let mut families = Vec::new();
            for name in row.list(1) {
                match Family::parse(name) {
                    Some(family) => families.push(family),
                    None => reader.fail(
                        &row,
                        1,
                        format!("`{name}` is no family of forms"),
                        "use some of: me; kan; in; i; di; ter; ber; pe; an",
                    ),
                }
            }
            reader.source(&row, 2);
            self.verbs.push(Verb { root, families });
        }
        Ok(())
    }

    fn read_targets(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        for row in tsv::read(
            reader.file,
            text,
            "targets",
            &["id", "kind", "name", "ballot", "members", "source", "note"],
        )? {
            let kind = reader.named::<TargetKind>(&row, 1);
            let mut ballot = Vec::new();
            for entry in row.list(3) {
                match entry
                    .rsplit_once(':')
                    .and_then(|(contest, number)| Some((contest.to_owned(), number.parse().ok()?)))
                {
                    Some(entry) => ballot.push(entry),
                    None => reader.fail(
                        &row,
                        3,
                        format!("`{entry}` is no ballot entry"),
                        "write contest:number, such as pilpres-2024:2",
                    ),
                }
            }
            reader.source(&row, 5);
            self.targets.push(Target {
                id: row.cell(0).to_owned(),
                kind: kind.unwrap_or(TargetKind::Person),
                name: row.cell(2).to_owned(),
                ballot,
                members: row.list(4).map(str::to_owned).collect(),
                place: reader.place(&row),
            });
        }
        Ok(())
    }

    fn read_aliases(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        let columns = [
            "alias",
            "target",
            "attitude",
            "ambiguity",
            "from",
            "to",
            "source",
            "note",
        ];
        for row in tsv::read(reader.file, text, "aliases", &columns)? {
            let alias = reader.folded(&row, 0);
            let attitude = reader.named::<Attitude>(&row, 2);
            let ambiguity = reader.named::<Ambiguity>(&row, 3);
            let from = reader.parsed(
                &row,
                4,
                |text| month(text, 0),
                "write a year or a year and month, such as 2023-09",
            );
            let to = reader.parsed(
                &row,
                5,
                |text| month(text, u16::MAX),
                "write a year or a year and month, such as 2023-09",
            );
            reader.source(&row, 6);
            self.aliases.push(Alias {
                alias,
                target: row.cell(1).to_owned(),
                attitude: attitude.unwrap_or(Attitude::Neutral),
                ambiguity: ambiguity.unwrap_or(Ambiguity::Word),
                from: from.unwrap_or(0),
                to: to.unwrap_or(u16::MAX),
                place: reader.place(&row),
            });
        }
        Ok(())
    }

    fn read_codes(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        for row in tsv::read(
            reader.file,
            text,
            "codes",
            &["form", "number", "strength", "source", "note"],
        )? {
            let number = reader.parsed(
                &row,
                1,
                |number| {
                    number
                        .parse()
                        .ok()
                        .filter(|number| (1..=30).contains(number))
                },
                "write a ballot number from 1 to 30",
            );
            let strength = reader.named::<Strength>(&row, 2);
            reader.source(&row, 3);
            self.codes.push(Code {
                form: row.cell(0).to_owned(),
                number: number.unwrap_or(1),
                strength: strength.unwrap_or(Strength::Weak),
            });
        }
        Ok(())
    }

    fn read_terms(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        for row in tsv::read(
            reader.file,
            text,
            "terms",
            &["term", "class", "source", "note"],
        )? {
            let term = reader.folded(&row, 0);
            let unknown = |word| pattern::class_in(word)?.err();
            if let Some(name) = term.split(' ').find_map(unknown) {
                let what = format!("`{name}` is no class");
                reader.fail(&row, 0, what, "name a class in the angle brackets");
            }
            let class = reader.named::<Class>(&row, 1);
            reader.source(&row, 2);
            if let Some(class) = class {
                self.terms.push(Term {
                    term,
                    class,
                    place: reader.place(&row),
                });
            }
        }
        Ok(())
    }

    fn read_cues(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        for row in tsv::read(
            reader.file,
            text,
            "cues",
            &[
                "literal",
                "category",
                "direction",
                "scope",
                "source",
                "note",
            ],
        )? {
            let literal = reader.folded(&row, 0);
            let category = reader.named::<Cue>(&row, 1);
            let direction = reader.named::<Direction>(&row, 2);
            let scope = reader.named::<Scope>(&row, 3);
            reader.source(&row, 4);
            if let (Some(category), Some(direction), Some(scope)) = (category, direction, scope) {
                self.cues.push(CueRow {
                    literal,
                    category,
                    direction,
                    scope,
                    place: reader.place(&row),
                });
            }
        }
        Ok(())
    }

    fn read_weights(&mut self, reader: &mut Reader<'_>, text: &str) -> Result<(), Vec<DataError>> {
        for row in tsv::read(reader.file, text, "weights", &["weight", "value", "reason"])? {
            let of = reader.named::<Of>(&row, 0);
            let value = reader.parsed(
                &row,
                1,
                |value| value.parse().ok().filter(|value: &i32| value.abs() <= 200),
                "write points or percent from -200 to 200",
            );
            if row.cell(2).is_empty() {
                reader.fail(
                    &row,
                    2,
                    "the weight has no reason".to_owned(),
                    "say why it is what it is",
                );
            }
            if let (Some(of), Some(value)) = (of, value) {
                self.weights.push(Weight { of, value });
            }
        }
        Ok(())
    }
}
