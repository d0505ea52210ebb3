//! Tab-separated files: `#! kind v1`, a header row, then rows; `#` starts a comment line.

use super::error::DataError;

/// A row of a table with the place it came from.
#[derive(Debug, Clone)]
pub(crate) struct Row<'t> {
    /// Line in the file, from 1.
    pub line: usize,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The cell of column `at`; `-` reads as empty.
    pub(crate) fn cell(&self, at: usize) -> &'t str {
        match self.cells.get(at).copied() {
            None | Some("-") => "",
            Some(cell) => cell,
        }
    }

    /// The values of a cell that lists several.
    pub(crate) fn list(&self, at: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(at).split("; ").filter(|value| !value.is_empty())
    }

    /// Column, in characters from 1, at which cell `at` begins.
    pub(crate) fn column(&self, at: usize) -> usize {
        self.cells
            .iter()
            .take(at)
            .map(|cell| cell.chars().count() + 1)
            .sum::<usize>()
            + 1
    }
}

/// Reads a table of the given kind and columns; the last columns named in `optional` may be missing.
///
/// # Errors
/// Every mistake found, each with its place: wrong kind line, wrong header, wrong number of cells, blanks around a cell.
pub(crate) fn read<'t>(
    file: &str,
    text: &'t str,
    kind: &str,
    columns: &[&str],
) -> Result<Vec<Row<'t>>, Vec<DataError>> {
    let mut errors = Vec::new();
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let first = lines.next().map_or("", |(_, line)| line);
    let wanted = format!("#! {kind} v1");
    if first != wanted {
        errors.push(DataError::at(
            file,
            1,
            1,
            format!("the first line is `{first}`"),
            format!("write `{wanted}`"),
        ));
        return Err(errors);
    }
    let mut rows: Vec<Row<'t>> = Vec::new();
    let mut header_seen = false;
    for (line, content) in lines {
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = content.split('\t').collect();
        if !header_seen {
            header_seen = true;
            if cells != columns {
                let wanted = columns.join(", ");
                errors.push(DataError::at(
                    file,
                    line,
                    1,
                    "the header row does not name the columns of this kind",
                    format!("write, separated by tabs: {wanted}"),
                ));
                return Err(errors);
            }
            continue;
        }
        let row = Row { line, cells };
        if row.cells.len() != columns.len() {
            let (have, want) = (row.cells.len(), columns.len());
            errors.push(DataError::at(
                file,
                line,
                1,
                format!("the row has {have} cells"),
                format!("give it {want}, with `-` for an empty one"),
            ));
            continue;
        }
        for (at, cell) in row.cells.iter().enumerate() {
            if cell.is_empty() || cell.trim() != *cell {
                let name = columns.get(at).unwrap_or(&"?");
                errors.push(DataError::at(
                    file,
                    line,
                    row.column(at),
                    format!("the cell `{name}` is empty or has blanks around it"),
                    "write `-` for an empty cell and no blanks at its ends",
                ));
            }
        }
        rows.push(row);
    }
    if errors.is_empty() {
        Ok(rows)
    } else {
        Err(errors)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_places() {
        let rows = read(
            "t.tsv",
            "#! demo v1\n# remark\na\tb\nx\t-\n",
            "demo",
            &["a", "b"],
        )
        .unwrap();
        assert_eq!(
            (rows.len(), rows[0].cell(0), rows[0].cell(1), rows[0].line),
            (1, "x", "", 4)
        );
    }

    #[test]
    fn mistakes_name_their_place() {
        let errors =
            read("t.tsv", "#! demo v1\na\tb\nx\ny\t z\n", "demo", &["a", "b"]).unwrap_err();
        assert_eq!(
            errors[0].to_string(),
            "t.tsv:3:1: the row has 1 cells; give it 2, with `-` for an empty one"
        );
        assert_eq!((errors[1].line, errors[1].column), (4, 3));
    }
}
