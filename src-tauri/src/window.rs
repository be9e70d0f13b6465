//! The staff's window: its size, and the wall around its page.

use tauri::{
    AppHandle, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    utils::config::Color,
    webview::{DownloadEvent, NewWindowResponse},
};

use crate::settings::{Settings, Theme};

/// The window's name inside the app; the capability file names it too.
pub(crate) const LABEL: &str = "main";

/// The smallest page that every screen fits, in logical pixels.
pub(crate) const SIZE_MIN: (f64, f64) = (1024.0, 640.0);

/// The first size; later the window comes back as it was left.
const SIZE_FIRST: (f64, f64) = (1366.0, 800.0);

/// The ground of the dark page, painted before the page is there, so that a dark room sees no white flash.
pub(crate) const GROUND_DARK: Color = Color(0x0E, 0x11, 0x16, 0xFF);

/// Opens the window on the page.
///
/// # Errors
/// The system gave no window or no webview.
pub(crate) fn open(app: &AppHandle, settings: &Settings) -> tauri::Result<WebviewWindow> {
    let window = build(app, settings)?;
    if settings.theme == Theme::Dark {
        // Only what lies behind the page: the menu and its ground belong to the desktop's own theme.
        let page: &tauri::Webview = window.as_ref();
        page.set_background_color(Some(GROUND_DARK))?;
    }
    Ok(window)
}

fn build(app: &AppHandle, settings: &Settings) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Stagedoor")
        .inner_size(SIZE_FIRST.0, SIZE_FIRST.1)
        .min_inner_size(SIZE_MIN.0, SIZE_MIN.1)
        .center()
        .theme(frame_theme(settings.theme))
        .devtools(cfg!(debug_assertions))
        // A file dropped on the window goes to the page's own drop targets or nowhere; see `is_own_page`.
        .disable_drag_drop_handler()
        .on_navigation(|url| {
            let is_own = is_own_page(url);
            if !is_own {
                tracing::warn!("a navigation away from the app was stopped");
            }
            is_own
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // Documents are written by the bridge, which knows their names and kinds.
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .on_document_title_changed(|window, title| {
            if let Err(error) = window.set_title(&title) {
                tracing::warn!("the window kept its old title: {error}");
            }
        })
        .build()
}

/// The native form of a theme; `None` follows the desktop.
pub(crate) fn frame_theme(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::Auto => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

/// Whether `url` is the app's own page: the only one that windows ever show. Web addresses, files and data addresses
/// are not, however they were reached.
pub(crate) fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // Windows serves the same page under this name.
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_nothing_but_its_own_page() {
        for (address, is_own) in [
            ("tauri://localhost/index.html#/till", true),
            ("tauri://elsewhere/index.html", false),
            ("https://example.org/", false),
            ("http://localhost:5199/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,<script>1</script>", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(is_own_page(&address.parse().unwrap()), is_own, "{address}");
        }
        if !cfg!(windows) {
            assert!(!is_own_page(&"http://tauri.localhost/".parse().unwrap()));
        }
    }
}
