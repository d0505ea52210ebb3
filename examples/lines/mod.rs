//! How a program that reads lines ends.

use std::io;
use std::process::ExitCode;

pub(crate) type Failure = Box<dyn std::error::Error>;

/// The exit code for a number of lines that could not be read, or for what stopped the program.
pub(crate) fn finish(result: Result<u64, Failure>) -> ExitCode {
    match result {
        Ok(0) => ExitCode::SUCCESS,
        Ok(bad) => {
            eprintln!("{bad} bad line(s)");
            ExitCode::FAILURE
        }
        // A reader that went away, such as `head`, is no error of ours.
        Err(error)
            if error
                .downcast_ref::<io::Error>()
                .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
