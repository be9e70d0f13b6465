//! The desktop shell of Stagedoor: a window around the page, one for the guest, menus, native dialogs, documents on disk. It has no rules
//! of its own: every decision about events, money and tickets is a command of `app`'s registry.
//!
//! Never: a remote address in the window, a wait on the thread that paints, a path on disk chosen by the page.

mod bridge;
mod crash;
mod desk;
mod dialogs;
mod display;
mod documents;
mod file_name;
mod launch;
mod menu;
mod settings;
mod shell;
mod webkit;
mod window;

use std::{
    ffi::OsString,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Instant,
};

use app::system::SystemClock;
use launch::{Request, Start};
use tauri::{App, Manager, WindowEvent};
use tauri_plugin_window_state::StateFlags;

use crate::{desk::Desk, documents::Documents, shell::Shell};

/// Runs the app until its window closes. `arguments` come without the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let started = Instant::now();
    match launch::parse(arguments, std::env::var_os(launch::WORKSPACE_VARIABLE)) {
        Ok(Request::Open(start)) => open(start, started),
        Ok(Request::Help) => print(launch::HELP),
        Ok(Request::Version) => print(concat!("Stagedoor ", env!("CARGO_PKG_VERSION"), "\n")),
        Err(error) => {
            drop(writeln!(std::io::stderr(), "stagedoor-desktop: {error}"));
            ExitCode::from(2)
        }
    }
}

fn open(start: Start, started: Instant) -> ExitCode {
    webkit::prepare();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let outcome = tauri::Builder::default()
        // First, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            shell::second_start(app, workspace_named(arguments, Path::new(&folder)));
        }))
        .plugin(
            tauri_plugin_window_state::Builder::new()
                // The guest's window goes to the second screen each time.
                .with_denylist(&[display::LABEL])
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .plugin(tauri_plugin_dialog::init())
        .menu(menu::build)
        .on_menu_event(|app, event| {
            if let Some(entry) = menu::Entry::from_word(event.id().as_ref()) {
                shell::act(app, entry);
            }
        })
        .on_window_event(|window, event| {
            if window.label() == window::LABEL && matches!(event, WindowEvent::Destroyed) {
                display::close(window.app_handle());
            }
        })
        .manage(bridge::ColdStart::since(started))
        .invoke_handler(tauri::generate_handler![
            bridge::dispatch,
            bridge::save_file,
            bridge::open_file,
            bridge::choose_workspace,
            bridge::opening_failure,
            bridge::set_theme,
            bridge::open_display,
            bridge::ui_ready,
        ])
        .setup(move |app| set_up(app, start))
        .run(tauri::generate_context!());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(std::io::stderr(), "stagedoor-desktop: the window could not be opened: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Opens the workspace and the window side by side: neither waits for the other.
fn set_up(app: &mut App, start: Start) -> Result<(), Box<dyn std::error::Error>> {
    let data = app.path().app_data_dir()?;
    crash::log_to(data.join("crash.log"), SystemClock);
    let shell = Shell::load(app.path().app_config_dir()?.join("settings.json"));
    let settings = shell.settings();
    let handle = app.handle().clone();
    let desk = Arc::new(Desk::new(data, move |queries| bridge::announce_stale(&handle, queries)));
    app.manage(shell);
    app.manage(Arc::clone(&desk));
    app.manage(Arc::new(Documents::new(documents_folder(app)?)));

    let handle = app.handle().clone();
    let last_used = settings.workspace.clone();
    std::thread::Builder::new().name("open workspace".into()).spawn(move || {
        if desk.open_first(&start, last_used.as_deref()) {
            handle.state::<Shell>().remember_workspace(&desk);
        }
    })?;
    window::open(app.handle(), &settings)?;
    Ok(())
}

/// The person's documents folder with one of ours in it; under the home folder where the desktop names none.
fn documents_folder(app: &App) -> tauri::Result<PathBuf> {
    let paths = app.path();
    let documents = paths.document_dir().or_else(|_| paths.home_dir().map(|home| home.join("Documents")))?;
    Ok(documents.join("Stagedoor"))
}

/// The workspace that the command line of a second start names, as seen from `folder`.
fn workspace_named(arguments: Vec<String>, folder: &Path) -> Option<PathBuf> {
    let arguments = arguments.into_iter().skip(1).map(OsString::from);
    match launch::parse(arguments, None) {
        Ok(Request::Open(Start::Workspace(path))) => Some(folder.join(path)),
        Ok(Request::Open(Start::Demo | Start::LastUsed) | Request::Help | Request::Version) | Err(_) => None,
    }
}

fn print(text: &str) -> ExitCode {
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_start_names_a_file_from_its_own_folder() {
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        let folder = Path::new("/home/mia");
        assert_eq!(
            workspace_named(words(&["stagedoor-desktop", "tonight.stagedoor"]), folder),
            Some("/home/mia/tonight.stagedoor".into())
        );
        assert_eq!(
            workspace_named(words(&["stagedoor-desktop", "--workspace", "/venue/a.stagedoor"]), folder),
            Some("/venue/a.stagedoor".into())
        );
        assert_eq!(workspace_named(words(&["stagedoor-desktop"]), folder), None);
        assert_eq!(workspace_named(words(&["stagedoor-desktop", "--demo"]), folder), None);
    }
}
