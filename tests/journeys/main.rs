//! Journeys through the real window: the desktop app as it is built, on a display, driven by WebDriver. Each journey has
//! its own home folder, its own workspace and its own free port, waits for what it wants to see, and ends with a
//! screenshot in `test-results/` and an accessibility check.
//!
//! They want the built app: `cargo build -p stagedoor-desktop` after `npm run build` in `ui/`, and a display
//! (`xvfb-run`). `scripts/test` does all of it.

mod door;
mod first_run;
mod harness;
mod interrupted;
mod plan;
mod shell;
mod till;
