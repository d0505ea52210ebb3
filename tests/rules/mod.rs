//! The law: every provision by its own texts, the matrix against the reference, explanations, bad files.

mod acts;
mod cases;
mod examples;
mod explanations;
mod fidelity;
mod files;
mod matrix;
mod time;

use netral::{Finding, Verdict};

/// The rules a verdict names, in its order.
fn rules(verdict: &Verdict) -> Vec<&str> {
    verdict.findings().iter().map(Finding::rule).collect()
}
