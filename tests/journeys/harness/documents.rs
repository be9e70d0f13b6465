//! Reading documents with programs that are not ours.

use std::{path::Path, process::Command};

use anyhow::{Context, ensure};

/// The number of pages of a PDF, by `pdfinfo`.
pub(crate) fn pages_of(pdf: &Path) -> anyhow::Result<usize> {
    let output = Command::new("pdfinfo").arg(pdf).output().context("pdfinfo (package poppler-utils)")?;
    ensure!(output.status.success(), "pdfinfo does not read {}", pdf.display());
    let text = String::from_utf8(output.stdout)?;
    let pages =
        text.lines().find_map(|line| line.strip_prefix("Pages:")).context("pdfinfo names no pages")?;
    Ok(pages.trim().parse()?)
}

/// The texts of all QR codes of a PDF as printed at 200 dots an inch, by `pdftoppm` and `zbarimg`, one page after another.
pub(crate) fn decoded_codes(pdf: &Path) -> anyhow::Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let printed = Command::new("pdftoppm")
        .args(["-r", "200", "-png"])
        .arg(pdf)
        .arg(folder.path().join("page"))
        .status();
    ensure!(
        printed.context("pdftoppm (package poppler-utils)")?.success(),
        "pdftoppm does not print {}",
        pdf.display()
    );
    let mut pages: Vec<_> = std::fs::read_dir(folder.path())?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    pages.sort();
    let output = Command::new("zbarimg")
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .args(pages)
        .output()
        .context("zbarimg (package zbar-tools)")?;
    Ok(String::from_utf8(output.stdout)?.lines().map(str::to_owned).collect())
}
