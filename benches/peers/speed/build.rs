//! The posts and word lists come from `benches/common`, which finds the project's files from the folder of its manifest.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!(
        "cargo::rustc-env=CARGO_MANIFEST_DIR={}/../../..",
        env!("CARGO_MANIFEST_DIR")
    );
}
