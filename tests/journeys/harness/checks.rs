//! What every journey ends with: a picture, and no barrier and no broken rule on the page.

use std::{fs, process::Command};

use anyhow::{Context, ensure};
use serde_json::Value;

use super::{Window, repository};

/// What axe found, as one line per barrier.
const AXE_RUN: &str = "
const done = arguments[arguments.length - 1];
axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then((result) => done(result.violations.map((barrier) =>
    `${barrier.id}: ${barrier.help}: ${barrier.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)))
  .catch((error) => done([`axe did not run: ${error}`]));";

/// Violations of the page's security policy since it was loaded.
const POLICY_BREACHES: &str = "
const done = arguments[arguments.length - 1];
const observer = new ReportingObserver(() => {}, { types: ['csp-violation'], buffered: true });
observer.observe();
done(observer.takeRecords().map(({ body }) => `${body.effectiveDirective} ${body.blockedURL ?? body.blockedURI ?? ''} ${body.sourceFile ?? ''}`));";

impl Window {
    /// Keeps a picture as `test-results/<name>.png` and checks the page: accessible, and within its security policy.
    pub(crate) async fn finish(&self, name: &str) -> anyhow::Result<()> {
        self.picture(name).await?;
        let axe = repository().join("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&axe).with_context(|| format!("{} (npm ci in ui/)", axe.display()))?;
        self.client.execute(&axe, vec![]).await.context("loading axe")?;
        let barriers = self.client.execute_async(AXE_RUN, vec![]).await?;
        ensure!(lines(&barriers).is_empty(), "barriers on {name}:\n{}", lines(&barriers).join("\n"));
        let breaches = self.client.execute_async(POLICY_BREACHES, vec![]).await?;
        ensure!(lines(&breaches).is_empty(), "policy breaches on {name}:\n{}", lines(&breaches).join("\n"));
        Ok(())
    }

    /// Keeps a picture of the window as it stands on the display, menu and all. Two frames are awaited first: the first
    /// after a change may still be blank. (The driver's own picture never arrives while nothing moves on the page.)
    pub(crate) async fn picture(&self, name: &str) -> anyhow::Result<()> {
        let frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        self.client.execute_async(frames, vec![]).await?;
        let folder = repository().join("test-results/journeys");
        fs::create_dir_all(&folder)?;
        let taken = Command::new("import")
            .args(["-window", "Stagedoor"])
            .arg(folder.join(format!("{name}.png")))
            .status();
        ensure!(taken.context("import (package imagemagick)")?.success(), "no picture of {name}");
        Ok(())
    }
}

fn lines(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
