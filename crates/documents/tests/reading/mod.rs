//! Reading print back with poppler, zbar and qpdf.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]
#![allow(dead_code, reason = "each test program reads what it needs")]

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::Command,
};

use documents::{Layout, Locale, ReceiptLayout, ReceiptSlip, TicketSheet, render_receipt, render_tickets};
use tempfile::TempDir;

/// A printed file.
pub(crate) struct Printed {
    folder: TempDir,
}

impl Printed {
    pub(crate) fn new(pdf: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("printed.pdf"), pdf).unwrap();
        Self { folder }
    }

    pub(crate) fn tickets(sheets: &[TicketSheet], layout: Layout, locale: Locale) -> Self {
        Self::new(&render_tickets(sheets, layout, locale).unwrap().bytes)
    }

    pub(crate) fn receipt(slip: &ReceiptSlip, layout: ReceiptLayout, locale: Locale) -> Self {
        Self::new(&render_receipt(slip, layout, locale).unwrap().bytes)
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("printed.pdf")
    }

    /// The text as a person copies it out, without the marks that poppler puts around text from right to left.
    pub(crate) fn text(&self) -> String {
        let text = run("pdftotext", &["-layout".as_ref(), self.path().as_ref(), "-".as_ref()]);
        text.replace(['\u{202a}', '\u{202b}', '\u{202c}'], "")
    }

    /// The QR codes of each page.
    pub(crate) fn codes(&self, dots_per_inch: &str) -> Vec<BTreeSet<String>> {
        let images = self.folder.path().join("page");
        run(
            "pdftoppm",
            &["-r".as_ref(), dots_per_inch.as_ref(), "-gray".as_ref(), self.path().as_ref(), images.as_ref()],
        );
        let mut pages: Vec<PathBuf> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "pgm"))
            .collect();
        pages.sort();
        let options = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"];
        let read = |page: &PathBuf| {
            let mut arguments: Vec<&Path> = options.iter().map(Path::new).collect();
            arguments.push(page);
            run("zbarimg", &arguments).lines().map(str::to_owned).collect()
        };
        pages.iter().map(read).collect()
    }

    pub(crate) fn assert_sound(&self, what: &str) {
        let path = self.path();
        let report = run("qpdf", &["--check".as_ref(), path.as_ref()]);
        assert!(report.contains("No syntax or stream encoding errors found"), "{what}: {report}");
        assert!(!report.to_lowercase().contains("warning"), "{what}: {report}");
    }

    /// Every word lies inside its page.
    pub(crate) fn assert_inside(&self, what: &str) {
        let boxes = run("pdftotext", &["-bbox".as_ref(), self.path().as_ref(), "-".as_ref()]);
        let (mut width, mut height, mut words) = (0.0, 0.0, 0);
        for line in boxes.lines() {
            let value = |name: &str| -> Option<f64> {
                let (_, rest) = line.split_once(&format!("{name}=\""))?;
                rest.split('"').next()?.parse().ok()
            };
            if let (Some(page_width), Some(page_height)) = (value(" width"), value(" height")) {
                (width, height) = (page_width, page_height);
            } else if let (Some(left), Some(right)) = (value("xMin"), value("xMax")) {
                let (top, bottom) = (value("yMin").unwrap(), value("yMax").unwrap());
                let is_inside = left >= 0.0 && right <= width && top >= 0.0 && bottom <= height;
                assert!(is_inside, "{what} on a page of {width} × {height}: {line}");
                words += 1;
            }
        }
        assert!(words > 0, "{what}: the page has words");
    }
}

/// The standard output of a program that reads PDF or pictures.
pub(crate) fn run(program: &str, arguments: &[&Path]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|error| {
        panic!("{program} is needed to read the print back: {error}");
    });
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
