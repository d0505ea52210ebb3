//! Elections from TOML files.

use std::path::PathBuf;

use netral::{Classifier, ClassifierBuilder, Election};

/// A builder with the elections of these files.
pub(crate) fn builder_with(paths: &[PathBuf]) -> Result<ClassifierBuilder, String> {
    let mut builder = Classifier::builder();
    for path in paths {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
        let election =
            Election::from_toml_bytes(&name, &bytes).map_err(|error| error.to_string())?;
        builder = builder.election(election);
    }
    Ok(builder)
}
