//! Human-edited files: reading them, checking every row, and compiling them into tables.
//!
//! Enters: the text of files in the formats of `data/README.md`. Leaves: checked rows and, from [`compile`], the bytes that
//! the lexicon room reads in place. Nothing here knows about posts. `build.rs` includes this module by path, so that the
//! files in `data/` and those a user brings at run time go through the same reader; hence no `crate::` paths in here.

pub mod affix;
pub mod class;
pub mod compile;
pub mod date;
pub mod election;
pub mod error;
pub mod law;
pub mod layout;
pub mod rows;
#[cfg(any(feature = "toml", not(netral_lib)))]
pub mod toml_file;
pub mod tsv;
