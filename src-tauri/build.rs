//! Generates the capability schema and embeds the icon. The UI is built by `npm run build` in `ui/`; an empty
//! folder is made where that has not happened yet, so that checks and lints of the shell need no Node.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo on standard output")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dist = std::path::Path::new("../ui/dist");
    if !dist.exists() {
        std::fs::create_dir_all(dist)?;
        println!("cargo::warning=ui/dist is empty: run `npm run build` in ui/ before opening the app");
    }
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(
        tauri_build::AppManifest::new().commands(&[
            "dispatch",
            "save_file",
            "open_file",
            "choose_workspace",
            "opening_failure",
            "set_theme",
            "open_display",
            "ui_ready",
        ]),
    ))?;
    Ok(())
}
