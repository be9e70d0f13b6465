//! What the shell does on its own: menu entries, and what this computer remembers.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kernel::Failure;
use tauri::{AppHandle, Emitter, Manager, async_runtime};

use crate::{
    desk::Desk,
    dialogs,
    menu::Entry,
    settings::{Settings, Theme},
    window,
};

/// The settings of this computer and where they are kept.
#[derive(Debug)]
pub(crate) struct Shell {
    path: PathBuf,
    settings: Mutex<Settings>,
}

impl Shell {
    /// Reads the settings kept at `path`.
    pub(crate) fn load(path: PathBuf) -> Self {
        let settings = Mutex::new(Settings::load(&path));
        Self { path, settings }
    }

    /// The settings as they are now.
    pub(crate) fn settings(&self) -> Settings {
        self.lock().clone()
    }

    /// Keeps the workspace that is open now as the one to open next time.
    pub(crate) fn remember_workspace(&self, desk: &Desk) {
        if let Some(workspace) = desk.workspace() {
            self.change(|settings| settings.workspace = Some(workspace));
        }
    }

    /// Puts the frame, the menu and native dialogs in `theme`, now and next time.
    pub(crate) fn set_theme(&self, app: &AppHandle, theme: Theme) {
        self.change(|settings| settings.theme = theme);
        let dressed =
            app.get_webview_window(window::LABEL).map(|window| window.set_theme(window::frame_theme(theme)));
        if let Some(Err(error)) = dressed {
            tracing::warn!("the frame kept its colours: {error}");
        }
    }

    fn change(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.lock();
        let before = settings.clone();
        change(&mut settings);
        if *settings != before
            && let Err(error) = settings.save(&self.path)
        {
            tracing::warn!("the settings of this computer were not kept: {error}");
        }
    }

    fn lock(&self) -> MutexGuard<'_, Settings> {
        // Settings are plain values: a panic elsewhere leaves none of them half changed.
        self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Does what a menu entry says, or tells the page.
pub(crate) fn act(app: &AppHandle, entry: Entry) {
    match entry {
        Entry::Page(shortcut) => tell_page(app, shortcut),
        Entry::FullScreen => toggle_full_screen(app),
        Entry::Quit => app.exit(0),
        Entry::OpenWorkspace => on_worker(app, |app| {
            if let Some(path) = dialogs::workspace_to_open(app) {
                open(app, &path);
            }
        }),
        Entry::OpenDemo => on_worker(app, |app| {
            let outcome = app.state::<Arc<Desk>>().open_demo();
            after_opening(app, outcome);
        }),
        Entry::BackUp => on_worker(app, back_up),
    }
}

/// A second start of the app: this window comes to the front, and a file named there is offered.
pub(crate) fn second_start(app: &AppHandle, workspace: Option<PathBuf>) {
    if let Some(window) = app.get_webview_window(window::LABEL) {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!("the window did not come to the front: {error}");
        }
    }
    let Some(path) = workspace else { return };
    on_worker(app, move |app| {
        if app.state::<Arc<Desk>>().workspace().as_deref() == Some(&path) {
            return;
        }
        let question = format!("Open “{}” in place of the workspace that is open now?", name_of(&path));
        if dialogs::confirm(app, "Open workspace", question, "Open", "Keep the present one") {
            open(app, &path);
        }
    });
}

fn open(app: &AppHandle, path: &Path) {
    let outcome = app.state::<Arc<Desk>>().open(path);
    after_opening(app, outcome);
}

/// Another workspace means another page: it starts from nothing instead of mending every screen.
fn after_opening(app: &AppHandle, outcome: Result<(), Failure>) {
    match outcome {
        Ok(()) => {
            app.state::<Shell>().remember_workspace(&app.state::<Arc<Desk>>());
            let reloaded = app.get_webview_window(window::LABEL).map(|window| window.reload());
            if let Some(Err(error)) = reloaded {
                tracing::warn!("the page did not start again: {error}");
            }
        }
        Err(failure) => dialogs::failure(app, "The workspace was not opened", &failure),
    }
}

fn back_up(app: &AppHandle) {
    let desk = app.state::<Arc<Desk>>();
    let Some(workspace) = desk.workspace() else { return };
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let Some(target) = dialogs::backup_target(app, &format!("{stem} backup.stagedoor")) else { return };
    match desk.back_up(&target) {
        Ok(()) => dialogs::success(app, "Backed up", format!("A whole copy is in {}.", target.display())),
        Err(failure) => dialogs::failure(app, "The backup was not made", &failure),
    }
}

fn toggle_full_screen(app: &AppHandle) {
    let Some(window) = app.get_webview_window(window::LABEL) else { return };
    let toggled = window.is_fullscreen().and_then(|is_full| {
        window.set_fullscreen(!is_full)?;
        // The door shows a verdict from edge to edge; the keys of the hidden menu still work.
        if is_full { window.show_menu() } else { window.hide_menu() }
    });
    if let Err(error) = toggled {
        tracing::warn!("the window kept its size: {error}");
    }
}

fn tell_page(app: &AppHandle, shortcut: &str) {
    if let Err(error) = app.emit("menu", shortcut) {
        tracing::warn!("the page did not hear the menu: {error}");
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn on_worker(app: &AppHandle, work: impl FnOnce(&AppHandle) + Send + 'static) {
    let app = app.clone();
    drop(async_runtime::spawn_blocking(move || work(&app)));
}
