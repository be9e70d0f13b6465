//! The `stagedoor-desktop` program. All of it is in the library, where it can be tested.

// No console window beside the app on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    stagedoor_desktop::run(std::env::args_os().skip(1))
}
