//! The guest's window: a page of its own on the second screen. It may hear events and nothing else, and it takes no
//! input, so nobody can change a payment from the guest's side of the counter.

use tauri::{
    AppHandle, Manager, Monitor, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    menu::Menu,
    webview::{DownloadEvent, NewWindowResponse},
};

use crate::window;

/// The window's name inside the app; its capability file names it too.
pub(crate) const LABEL: &str = "display";

/// The page's own address of the guest's side.
const PAGE: &str = "index.html#/display";

/// Its size on a computer with one screen, in logical pixels.
const SIZE: (f64, f64) = (960.0, 600.0);

/// Opens the guest's window, over the whole second screen where there is one; brings it to the front when it is open.
///
/// # Errors
/// The system gave no window or no webview.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(LABEL) {
        window.unminimize()?;
        return window.show();
    }
    let window = build(app)?;
    if let Some(screen) = second_screen(app)? {
        window.set_position(*screen.position())?;
        window.set_fullscreen(true)?;
    }
    window.show()
}

/// Closes the guest's window: without a till there is nothing to show.
pub(crate) fn close(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    if let Err(error) = window.destroy() {
        tracing::warn!("the guest's window stayed open: {error}");
    }
}

fn build(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App(PAGE.into()))
        .title("Stagedoor")
        .inner_size(SIZE.0, SIZE.1)
        .visible(false)
        .focused(false)
        .theme(Some(tauri::Theme::Dark))
        .background_color(window::GROUND_DARK)
        // The menu belongs to the staff.
        .menu(Menu::new(app)?)
        .devtools(cfg!(debug_assertions))
        .disable_drag_drop_handler()
        .on_navigation(window::is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .build()
}

/// A screen that the staff's window is not on.
fn second_screen(app: &AppHandle) -> tauri::Result<Option<Monitor>> {
    let Some(staff) = app.get_webview_window(window::LABEL) else { return Ok(None) };
    let Some(own) = staff.current_monitor()? else { return Ok(None) };
    let screens = app.available_monitors()?;
    Ok(screens.into_iter().find(|screen| screen.position() != own.position()))
}
