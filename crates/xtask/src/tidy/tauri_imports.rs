//! Only `ui/src/host` knows the desktop shell; everything else calls through it, and so runs in a browser too.

use super::{Finding, Source};

const HOST: &str = "ui/src/host/";
const SHELL: &str = "@tauri-apps";

pub(super) fn check(source: &Source) -> Vec<Finding> {
    let is_ui_code =
        source.path.starts_with("ui/") && ["ts", "tsx", "js", "mjs"].contains(&source.extension());
    if !is_ui_code || source.path.starts_with(HOST) {
        return Vec::new();
    }
    (1..)
        .zip(source.text.lines())
        .filter(|(_, line)| is_import(line))
        .map(|(number, _)| Finding::at(source, number, format!("imports the shell; only {HOST} may")))
        .collect()
}

fn is_import(line: &str) -> bool {
    ['"', '\'', '`'].iter().any(|quote| {
        ["from ", "import ", "import(", "require("]
            .iter()
            .any(|word| line.contains(&format!("{word}{quote}{SHELL}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> usize {
        check(&Source { path: path.to_owned(), text: text.to_owned() }).len()
    }

    #[test]
    fn an_import_outside_the_host_is_found() {
        assert_eq!(
            findings("ui/src/till/TillScreen.tsx", "import { invoke } from \"@tauri-apps/api/core\";"),
            1
        );
        assert_eq!(findings("ui/src/app/main.ts", "const api = await import('@tauri-apps/api');"), 1);
    }

    #[test]
    fn the_host_itself_and_lint_settings_are_fine() {
        assert_eq!(findings("ui/src/host/tauri.ts", "import { invoke } from \"@tauri-apps/api/core\";"), 0);
        assert_eq!(findings("ui/eslint.config.js", "patterns: [\"@tauri-apps/*\"],"), 0);
        assert_eq!(findings("ui/package.json", "\"@tauri-apps/api\": \"2.12.5\""), 0);
    }
}
