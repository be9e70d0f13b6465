//! What WebKitGTK must be told before it starts. Nothing here exists on other systems.

/// Turns off WebKit's DMABUF renderer on X11, where it leaves rows of scrolled lists behind ("ghost rows") and shows a
/// blank window on some graphics drivers. Wayland keeps it: there it is the fast path. A value that the person set
/// stays. Must run before the first thread starts and before GTK opens the display.
#[cfg(target_os = "linux")]
pub(crate) fn prepare() {
    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let is_wayland = std::env::var_os("WAYLAND_DISPLAY").is_some()
        && std::env::var_os("GDK_BACKEND").is_none_or(|backend| backend != "x11");
    if !is_wayland && let Err(error) = glib::setenv(RENDERER, "1", false) {
        tracing::warn!("{RENDERER} could not be set: {error}");
    }
}

/// Other systems bring another webview.
#[cfg(not(target_os = "linux"))]
pub(crate) fn prepare() {}
