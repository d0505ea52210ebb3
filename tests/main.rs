//! Integration tests, one binary: cases, laws, limits, data and layering.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod api;
mod corpus;
mod data;
mod elections;
mod laws;
mod layering;
mod limits;
mod rules;
mod symmetry;
