//! The native dialogs of the shell. All of them block and are called from worker threads only.

use std::path::PathBuf;

use kernel::Failure;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{
    DialogExt, FilePath, MessageDialogBuilder, MessageDialogButtons, MessageDialogKind,
};

use crate::window;

/// The extension of workspace files.
const WORKSPACE_EXTENSION: &str = "stagedoor";

/// Asks which workspace to open; `None` when the person changed their mind.
pub(crate) fn workspace_to_open(app: &AppHandle) -> Option<PathBuf> {
    app.dialog()
        .file()
        .set_title("Open workspace")
        .add_filter("Stagedoor workspaces", &[WORKSPACE_EXTENSION])
        .blocking_pick_file()
        .and_then(path)
}

/// Asks where a backup goes; `None` when the person changed their mind. `proposed` is the name shown.
pub(crate) fn backup_target(app: &AppHandle, proposed: &str) -> Option<PathBuf> {
    app.dialog()
        .file()
        .set_title("Back up workspace")
        .set_file_name(proposed)
        .add_filter("Stagedoor workspaces", &[WORKSPACE_EXTENSION])
        .blocking_save_file()
        .and_then(path)
}

/// Says what happened and what to do now.
pub(crate) fn failure(app: &AppHandle, title: &str, failure: &Failure) {
    let refusal = failure.to_refusal();
    let text = format!("{}\n\n{}\n\nCode: {}", refusal.message, refusal.fix, refusal.code);
    message(app, title, text).kind(MessageDialogKind::Error).blocking_show();
}

/// Says that something went well.
pub(crate) fn success(app: &AppHandle, title: &str, text: String) {
    message(app, title, text).kind(MessageDialogKind::Info).blocking_show();
}

/// Asks a question whose first answer is `yes`.
pub(crate) fn confirm(app: &AppHandle, title: &str, text: String, yes: &str, no: &str) -> bool {
    message(app, title, text)
        .buttons(MessageDialogButtons::OkCancelCustom(yes.to_owned(), no.to_owned()))
        .blocking_show()
}

fn message(app: &AppHandle, title: &str, text: String) -> MessageDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().message(text).title(title);
    match app.get_webview_window(window::LABEL) {
        Some(window) => dialog.parent(&window),
        None => dialog,
    }
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
