//! `stagedoor`: the whole product in a terminal, for scripts, tests and machines without a display.
//!
//! Every verb is a request to the command registry. Exit codes: 0 done, 2 refused input, 1 a fault of the machine.

mod arguments;
mod host;
mod lines;
mod output;
mod table_arguments;
mod till_arguments;
mod verbs;
mod voucher_arguments;

use std::process::ExitCode;

use clap::{Parser, error::ErrorKind};
use kernel::Failure;

use arguments::Arguments;
use output::Output;

fn main() -> ExitCode {
    let wants_json = std::env::args_os().any(|argument| argument == "--json");
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error, wants_json),
    };
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .init();
    let mut output = Output::new(arguments.json);
    let outcome = verbs::run(&arguments, &mut output);
    match outcome {
        Ok(()) => output.exit_code(),
        Err(failure) => {
            output.failure(&failure);
            exit_code(&failure)
        }
    }
}

/// Refused input is the caller's to correct (2); a fault is the machine's (1).
fn exit_code(failure: &Failure) -> ExitCode {
    match failure {
        Failure::Refused(_) => ExitCode::from(2),
        Failure::Fault(_) => ExitCode::from(1),
    }
}

fn usage(error: &clap::Error, wants_json: bool) -> ExitCode {
    let is_asked_for = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if wants_json && !is_asked_for {
        Output::new(true).usage(error);
        return ExitCode::from(2);
    }
    // A closed pipe behind --help is no failure of ours.
    let _ = error.print();
    if is_asked_for { ExitCode::SUCCESS } else { ExitCode::from(2) }
}
