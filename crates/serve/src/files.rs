//! The built front end. Its files are read once, at the start: what is not in memory cannot be asked for, so no path
//! leads out of the folder.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use kernel::Refuse;

use crate::answer::RequestRefused;

/// Every file of the front end, by its path below `/`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(HashMap<String, File>);

#[derive(Clone, Debug)]
struct File {
    bytes: Bytes,
    media_type: &'static str,
}

/// The folder holds no front end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} holds no built front end: {problem}", folder.display())]
pub struct UiUnreadable {
    /// The folder that was named.
    pub folder: PathBuf,
    /// What is wrong with it.
    pub problem: String,
}

impl Refuse for UiUnreadable {
    fn code(&self) -> &'static str {
        "ui_unreadable"
    }
    fn fix(&self) -> String {
        "Build the front end first, then name the folder that holds its index.html.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("ui".to_owned())
    }
}

impl Files {
    /// Reads every file below `folder`. Links are left out: they may lead elsewhere.
    pub(crate) fn read(folder: &Path) -> Result<Self, UiUnreadable> {
        let refused = |problem: String| UiUnreadable { folder: folder.to_owned(), problem };
        let mut files = HashMap::new();
        read_into(&mut files, folder, "").map_err(|error| refused(error.to_string()))?;
        if files.contains_key("index.html") {
            Ok(Self(files))
        } else {
            Err(refused("index.html is missing".to_owned()))
        }
    }

    fn get(&self, path: &str) -> Option<&File> {
        let path = path.trim_start_matches('/');
        self.0.get(if path.is_empty() { "index.html" } else { path })
    }
}

fn read_into(files: &mut HashMap<String, File>, folder: &Path, prefix: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            read_into(files, &entry.path(), &format!("{path}/"))?;
        } else if kind.is_file() {
            let bytes = Bytes::from(fs::read(entry.path())?);
            files.insert(path, File { bytes, media_type: media_type(name) });
        }
    }
    Ok(())
}

/// What the browser may take a file for. With `nosniff`, an unknown ending is never run or shown.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "wav" => "audio/wav",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "wasm" => "application/wasm",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Answers with the file that the path names.
pub(crate) async fn file(State(files): State<std::sync::Arc<Files>>, request: Request) -> Response {
    files.get(request.uri().path()).map_or_else(
        || RequestRefused::NotFound.into_response(),
        |file| ([(CONTENT_TYPE, file.media_type)], file.bytes.clone()).into_response(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_front_end_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let refused = Files::read(folder.path()).unwrap_err();
        assert_eq!(refused.problem, "index.html is missing");
        assert!(Files::read(&folder.path().join("nothing")).is_err());
    }

    #[test]
    fn files_are_found_by_their_path_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("assets")).unwrap();
        fs::write(folder.path().join("index.html"), "<!doctype html>").unwrap();
        fs::write(folder.path().join("assets/app.js"), "").unwrap();
        let files = Files::read(folder.path()).unwrap();
        assert_eq!(files.get("/").map(|file| file.media_type), Some("text/html; charset=utf-8"));
        assert_eq!(
            files.get("/assets/app.js").map(|file| file.media_type),
            Some("text/javascript; charset=utf-8")
        );
        for path in ["/assets", "/../index.html", "/assets/../index.html", "/etc/passwd", "/%2e%2e/x"] {
            assert!(files.get(path).is_none(), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "").unwrap();
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("host.txt")).unwrap();
        assert!(Files::read(folder.path()).unwrap().get("/host.txt").is_none());
    }
}
