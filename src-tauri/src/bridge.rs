//! The functions that the page may call. Each hands its work to a worker thread: the thread that paints never waits for
//! a disk.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use kernel::{Failure, Fault, FaultKind, Refusal};
use serde::Serialize;
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager, State, async_runtime};
use tauri_plugin_dialog::DialogExt;

use crate::{
    desk::{self, Desk},
    display,
    documents::{self, DocumentError, Documents},
    file_name,
    settings::Theme,
    shell::Shell,
};

/// What a command came to: `{"ok": …}` or `{"error": …}`, the same shape from every host.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Answer {
    /// The command's output.
    Ok(app::Answer),
    /// Why it did not happen.
    Error(ErrorBody),
}

/// A refusal or a fault, told apart by `kind` and never by its text.
#[derive(Debug, Serialize)]
pub(crate) struct ErrorBody {
    kind: ErrorKind,
    #[serde(flatten)]
    body: Refusal,
}

/// Who said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum ErrorKind {
    /// The domain: the person can act on it.
    Refusal,
    /// The machine: nothing was changed.
    Fault,
}

impl From<&Failure> for ErrorBody {
    fn from(failure: &Failure) -> Self {
        let kind = match failure {
            Failure::Refused(_) => ErrorKind::Refusal,
            Failure::Fault(_) => ErrorKind::Fault,
        };
        Self { kind, body: failure.to_refusal() }
    }
}

impl From<Failure> for ErrorBody {
    fn from(failure: Failure) -> Self {
        Self::from(&failure)
    }
}

impl From<DocumentError> for ErrorBody {
    fn from(error: DocumentError) -> Self {
        Failure::from(error).into()
    }
}

/// Runs one command of the registry.
#[tauri::command]
pub(crate) async fn dispatch(
    app: AppHandle,
    desk: State<'_, Arc<Desk>>,
    command: String,
    input: Value,
) -> Result<Answer, ()> {
    let desk = Arc::clone(&desk);
    let done = on_worker(move || {
        let output = desk.dispatch(&command, input)?;
        if desk::changes_workspace(&command) {
            app.state::<Shell>().remember_workspace(&desk);
        }
        Ok::<_, Failure>(output)
    });
    Ok(match done.await {
        Ok(output) => Answer::Ok(output),
        Err(error) => Answer::Error(error),
    })
}

/// Offers a document to be kept: asks where, writes it there. False when the person changed their mind.
#[tauri::command]
pub(crate) async fn save_file(app: AppHandle, file_name: String, base64: String) -> Result<bool, ErrorBody> {
    on_worker(move || {
        let (name, bytes) = document(&file_name, &base64)?;
        let Some(path) = app.dialog().file().set_file_name(name).blocking_save_file() else {
            return Ok(false);
        };
        let path = path.into_path().map_err(|_| DocumentError::NotADocument { name: file_name })?;
        documents::save_at(&path, &bytes)?;
        Ok::<_, Failure>(true)
    })
    .await
}

/// A document that was written.
#[derive(Debug, Serialize)]
pub(crate) struct SavedDocument {
    path: PathBuf,
}

/// Writes a document to the usual folder without a question and shows it in the system's viewer.
#[tauri::command]
pub(crate) async fn open_file(
    documents: State<'_, Arc<Documents>>,
    file_name: String,
    base64: String,
) -> Result<SavedDocument, ErrorBody> {
    let documents = Arc::clone(&documents);
    on_worker(move || {
        let (name, bytes) = document(&file_name, &base64)?;
        let path = documents.save(&name, &bytes)?;
        documents::show(&path)?;
        Ok::<_, Failure>(SavedDocument { path })
    })
    .await
}

/// Why the workspace that the app started with could not be opened; null when it was.
#[tauri::command]
pub(crate) async fn opening_failure(desk: State<'_, Arc<Desk>>) -> Result<Option<ErrorBody>, ErrorBody> {
    let desk = Arc::clone(&desk);
    on_worker(move || Ok::<_, Failure>(desk.opening_failure().map(ErrorBody::from))).await
}

/// Asks for a workspace file; null when the person changed their mind.
#[tauri::command]
pub(crate) async fn choose_workspace(app: AppHandle) -> Result<Option<PathBuf>, ErrorBody> {
    on_worker(move || Ok::<_, Failure>(crate::dialogs::workspace_to_open(&app))).await
}

/// Takes over the page's choice of colours for the window frame, the menu and native dialogs.
#[tauri::command]
pub(crate) async fn set_theme(app: AppHandle, theme: Theme) -> Result<(), ErrorBody> {
    on_worker(move || {
        app.state::<Shell>().set_theme(&app, theme);
        Ok::<_, Failure>(())
    })
    .await
}

/// Opens the guest's window; false when the system gave none.
#[tauri::command]
pub(crate) async fn open_display(app: AppHandle) -> bool {
    let opened = display::open(&app);
    if let Err(error) = &opened {
        tracing::warn!("the guest's window did not open: {error}");
    }
    opened.is_ok()
}

/// The clock of the cold start, until it is stopped.
pub(crate) struct ColdStart(Mutex<Option<Instant>>);

impl ColdStart {
    /// Counts from `started`.
    pub(crate) fn since(started: Instant) -> Self {
        Self(Mutex::new(Some(started)))
    }
}

/// The till can be used: the first time, the log says how long that took.
#[tauri::command]
pub(crate) fn ui_ready(start: State<'_, ColdStart>) {
    if let Some(started) = start.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
        tracing::info!(milliseconds = started.elapsed().as_millis(), "the till can be used");
    }
}

/// Tells the page which queries to ask again.
pub(crate) fn announce_stale(app: &AppHandle, queries: &[&'static str]) {
    #[derive(Clone, Serialize)]
    struct Stale<'q> {
        queries: &'q [&'static str],
    }
    if let Err(error) = app.emit("stale", Stale { queries }) {
        tracing::warn!("the page was not told what is stale: {error}");
    }
}

/// The safe name and the bytes of a document that the page sent.
fn document(file_name: &str, base64: &str) -> Result<(String, Vec<u8>), DocumentError> {
    let name = file_name::sanitise(file_name)
        .ok_or_else(|| DocumentError::NotADocument { name: file_name.to_owned() })?;
    let bytes =
        BASE64_STANDARD.decode(base64).map_err(|_| DocumentError::Damaged { name: file_name.to_owned() })?;
    Ok((name, bytes))
}

/// Runs `work` where waiting harms nobody. A panic there is a defect and becomes a fault, not a page that hangs.
async fn on_worker<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, ErrorBody>
where
    T: Send + 'static,
    E: Into<ErrorBody> + Send + 'static,
{
    match async_runtime::spawn_blocking(work).await {
        Ok(outcome) => outcome.map_err(Into::into),
        Err(_) => {
            Err(Failure::from(Fault::new(FaultKind::Bug, "The command stopped half way and was undone."))
                .into())
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_page_can_tell_a_refusal_from_a_fault() {
        let refusal = DocumentError::NotADocument { name: "x.exe".into() };
        let body = serde_json::to_value(Answer::Error(refusal.into())).unwrap();
        assert_eq!(body["error"]["kind"], "refusal");
        assert_eq!(body["error"]["code"], "document_kind_unknown");
        assert!(body["error"]["fix"].as_str().is_some_and(|fix| !fix.is_empty()));

        let fault = Failure::from(Fault::new(FaultKind::DiskFull, "the disk is full"));
        let body = serde_json::to_value(ErrorBody::from(fault)).unwrap();
        assert_eq!((&body["kind"], &body["code"]), (&json!("fault"), &json!("disk_full")));
    }

    #[test]
    fn a_panic_on_the_worker_becomes_a_fault() {
        let outcome = async_runtime::block_on(on_worker(|| -> Result<(), Failure> { panic!("a defect") }));
        let body = serde_json::to_value(outcome.unwrap_err()).unwrap();
        assert_eq!((&body["kind"], &body["code"]), (&json!("fault"), &json!("internal_error")));
    }

    #[test]
    fn a_document_arrives_whole_or_not_at_all() {
        assert_eq!(document("a.pdf", "JVBERg==").unwrap(), ("a.pdf".to_owned(), b"%PDF".to_vec()));
        assert!(matches!(document("a.pdf", "JVBER"), Err(DocumentError::Damaged { .. })));
        assert!(matches!(document("a.sh", "JVBERg=="), Err(DocumentError::NotADocument { .. })));
    }
}
