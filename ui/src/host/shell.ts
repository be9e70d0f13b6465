/** Whether this page runs in the desktop shell; else it is served to a browser. */
export function isDesktopShell(): boolean {
  return '__TAURI_INTERNALS__' in window
}
