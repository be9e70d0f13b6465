//! Looking at the page as a person does: by what is written on things.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::{LOOK_PERIOD, PATIENCE, Window};

/// A look that takes longer was lost with the page it was asked of.
const LOOK_MAX: Duration = Duration::from_secs(5);

/// Finds what is shown: `named(role, name)` is the first visible thing of that role whose name is `name`, or begins with
/// it when `name` ends in `…`.
const EYES: &str = r#"
const SELECTORS = {
  button: 'button, [role=button]',
  link: 'a[href], [role=link]',
  field: 'input, textarea, select, [role=textbox], [role=searchbox], [role=spinbutton], [role=group]',
  option: '[role=option], [role=menuitem], [role=tab], label:has(input[type=radio])',
  heading: 'h1, h2, h3, [role=heading]',
};
const isShown = (thing) => {
  const box = thing.getBoundingClientRect();
  const style = getComputedStyle(thing);
  return box.width > 0 && box.height > 0 && style.visibility !== 'hidden';
};
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const spoken = (thing) => {
  const copy = thing.cloneNode(true);
  for (const silent of copy.querySelectorAll?.('[aria-hidden=true]') ?? []) silent.remove();
  return copy.textContent;
};
const nameOf = (thing) => {
  const labelled = (thing.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const label = [...(thing.labels ?? [])].map(spoken).join(' ');
  return plain(thing.getAttribute('aria-label') || labelled || label || spoken(thing) || thing.getAttribute('placeholder'));
};
const fits = (found, wanted) => wanted.endsWith('…') ? found.startsWith(wanted.slice(0, -1)) : found === wanted;
const named = (role, name) =>
  [...document.querySelectorAll(SELECTORS[role])].find((thing) => isShown(thing) && fits(nameOf(thing), name)) ?? null;
const reads = (text) => plain(document.body?.innerText).toLowerCase().includes(text.toLowerCase());
"#;

impl Window {
    /// Waits until `condition`, a JavaScript expression that knows `given`, is truthy, and gives its value. `what` names
    /// it in the error. Each look is a script of its own: one that a reload swallows is missed by none.
    pub(crate) async fn wait_for(&self, what: &str, condition: &str, given: Value) -> anyhow::Result<Value> {
        let script = format!(
            "const given = arguments[0]; {EYES} try {{ return {condition} }} catch {{ return null }}"
        );
        let began = Instant::now();
        let mut looks = tokio::time::interval(LOOK_PERIOD);
        while began.elapsed() < PATIENCE {
            looks.tick().await;
            let look = self.client.execute(&script, vec![given.clone()]);
            if let Ok(Ok(seen)) = tokio::time::timeout(LOOK_MAX, look).await
                && !matches!(seen, Value::Null | Value::Bool(false))
            {
                return Ok(seen);
            }
        }
        let text = self.value("document.body?.innerText ?? ''").await?;
        bail!("waited {PATIENCE:?} for {what}; the page reads:\n{}", text.as_str().unwrap_or_default());
    }

    /// Waits until the page reads `text`, in any case of letters.
    pub(crate) async fn read(&self, text: &str) -> anyhow::Result<()> {
        self.wait_for(&format!("the text “{text}”"), "reads(given)", json!(text)).await.map(drop)
    }

    /// Waits for the `role` (button, link, field, option, heading) that is named `name`; a name that ends in `…` needs to
    /// fit only so far.
    pub(crate) async fn find(&self, role: &str, name: &str) -> anyhow::Result<Element> {
        let condition = "((thing) => thing && !thing.disabled && thing.getAttribute('aria-disabled') !== 'true' ? thing : null)\
                         (named(given[0], given[1]))";
        let seen = self.wait_for(&format!("the {role} “{name}”"), condition, json!([role, name])).await?;
        let id = seen.as_object().and_then(|reference| reference.values().next()).and_then(Value::as_str);
        let id = id.context("the driver gave no element")?;
        Ok(Element::from_element_id(
            self.client.clone(),
            fantoccini::elements::ElementRef::from(id.to_owned()),
        ))
    }

    /// Presses a button, link or option with the mouse.
    pub(crate) async fn click(&self, role: &str, name: &str) -> anyhow::Result<()> {
        self.find(role, name).await?.click().await.with_context(|| format!("pressing the {role} “{name}”"))
    }

    /// Fills an empty field in, at a person's pace: what comes faster is a scanner, and goes elsewhere.
    pub(crate) async fn fill(&self, name: &str, text: &str) -> anyhow::Result<()> {
        self.click("field", name).await?;
        self.type_text(text).await.with_context(|| format!("filling in “{name}”"))
    }
}
