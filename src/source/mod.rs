//! Human-edited files: reading them, checking every row, and compiling them into tables.
//!
//! Enters: the text of files in the formats of `data/README.md`. Leaves: checked rows and, from [`compile`], the bytes that
//! the lexicon room reads in place. Nothing here knows about posts. `build.rs` includes this module by path, so that the
//! files in `data/` and those a user brings at run time go through the same reader; hence no `crate::` paths in here.

pub(crate) mod affix;
pub(crate) mod class;
pub(crate) mod compile;
pub(crate) mod date;
pub(crate) mod election;
#[cfg(any(feature = "toml", not(netral_lib)))]
pub(crate) mod election_file;
#[cfg(not(netral_lib))]
pub(crate) mod embed;
pub(crate) mod error;
pub(crate) mod held;
mod image;
mod keys;
pub(crate) mod law;
#[cfg(any(feature = "toml", not(netral_lib)))]
pub(crate) mod law_file;
pub(crate) mod layout;
pub(crate) mod letters;
mod pattern;
pub(crate) mod perfect;
mod pool;
pub(crate) mod rows;
#[cfg(any(feature = "toml", not(netral_lib)))]
pub(crate) mod toml_file;
pub(crate) mod tsv;
pub(crate) mod weight;
