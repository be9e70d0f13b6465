//! The native menu, drawn from one closed table. An entry is either done by the shell or told to the page as a word of
//! [`Entry`]; nothing else in the app names menu items.

use tauri::{
    AppHandle, Runtime,
    menu::{AboutMetadata, IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu},
};

/// Everything the menu can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Done by the page, by the name that its own table of shortcuts gives it.
    Page(&'static str),
    /// Choose another workspace file.
    OpenWorkspace,
    /// Open the demo venue.
    OpenDemo,
    /// Copy the workspace to a file.
    BackUp,
    /// The window over the whole screen, and back.
    FullScreen,
    /// Ends the app.
    Quit,
}

/// One line of a menu.
enum Line {
    /// An entry with its label and, where it has one, its key.
    Entry(Entry, &'static str, Option<&'static str>),
    /// A thin line.
    Separator,
    /// Name, version and licence.
    About,
}

/// Labels carry their access key after `&`. The page hears the same keys when the menu is hidden, so both say the same.
const MENU: &[(&str, &[Line])] = &[
    (
        "&File",
        &[
            Line::Entry(Entry::Page("new-event"), "&New event", Some("CmdOrCtrl+N")),
            Line::Separator,
            Line::Entry(Entry::OpenWorkspace, "&Open workspace…", Some("CmdOrCtrl+O")),
            Line::Entry(Entry::OpenDemo, "Open &demo venue", None),
            Line::Entry(Entry::BackUp, "&Back up…", None),
            Line::Separator,
            Line::Entry(Entry::Page("go-settings"), "&Settings", Some("Alt+4")),
            Line::Entry(Entry::Quit, "&Quit", Some("CmdOrCtrl+Q")),
        ],
    ),
    (
        "&View",
        &[
            Line::Entry(Entry::Page("go-plan"), "&Plan", Some("Alt+1")),
            Line::Entry(Entry::Page("go-till"), "&Till", Some("Alt+2")),
            Line::Entry(Entry::Page("go-door"), "&Door", Some("Alt+3")),
            Line::Separator,
            Line::Entry(Entry::Page("theme"), "T&heme: light, dark, automatic", Some("CmdOrCtrl+Shift+L")),
            Line::Entry(Entry::Page("text-larger"), "&Larger text", Some("CmdOrCtrl+=")),
            Line::Entry(Entry::Page("text-smaller"), "&Smaller text", Some("CmdOrCtrl+-")),
            Line::Entry(Entry::Page("text-normal"), "&Normal text", Some("CmdOrCtrl+0")),
            Line::Separator,
            Line::Entry(Entry::Page("customer-display"), "&Customer display", Some("Alt+D")),
            Line::Entry(Entry::FullScreen, "&Full screen", Some("F11")),
        ],
    ),
    (
        "&Help",
        &[
            Line::Entry(Entry::Page("palette"), "&Find or do anything", Some("CmdOrCtrl+K")),
            Line::Entry(Entry::Page("help"), "&Keys of this screen", Some("F1")),
            Line::Separator,
            Line::About,
        ],
    ),
];

impl Entry {
    /// The stable word: the menu item's id, and for the page's own entries what the page hears.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Page(shortcut) => shortcut,
            Self::OpenWorkspace => "open-workspace",
            Self::OpenDemo => "open-demo",
            Self::BackUp => "back-up",
            Self::FullScreen => "full-screen",
            Self::Quit => "quit",
        }
    }

    /// The entry with this id.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        lines().filter_map(Line::entry).find(|entry| entry.word() == word)
    }
}

impl Line {
    fn entry(&self) -> Option<Entry> {
        match self {
            Self::Entry(entry, _, _) => Some(*entry),
            Self::Separator | Self::About => None,
        }
    }
}

/// Every line of every menu.
fn lines() -> impl Iterator<Item = &'static Line> {
    MENU.iter().flat_map(|(_, lines)| lines.iter())
}

/// Draws the table.
///
/// # Errors
/// The system refused a menu item.
pub(crate) fn build<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let menu = Menu::new(app)?;
    #[cfg(target_os = "macos")]
    menu.append(&mac::app_menu(app)?)?;
    for (label, lines) in MENU {
        menu.append(&submenu(app, label, lines)?)?;
        // Copy and paste work by key on macOS only when a menu offers them.
        #[cfg(target_os = "macos")]
        if *label == "&File" {
            menu.append(&mac::edit_menu(app)?)?;
        }
    }
    Ok(menu)
}

fn submenu<R: Runtime>(app: &AppHandle<R>, label: &str, lines: &[Line]) -> tauri::Result<Submenu<R>> {
    let submenu = Submenu::new(app, label, true)?;
    for line in lines {
        let item: Box<dyn IsMenuItem<R>> = match line {
            Line::Entry(entry, label, key) => {
                Box::new(MenuItem::with_id(app, entry.word(), *label, true, *key)?)
            }
            Line::Separator => Box::new(PredefinedMenuItem::separator(app)?),
            Line::About => {
                Box::new(PredefinedMenuItem::about(app, Some("&About Stagedoor"), Some(about(app)))?)
            }
        };
        submenu.append(item.as_ref())?;
    }
    Ok(submenu)
}

fn about<R: Runtime>(app: &AppHandle<R>) -> AboutMetadata<'static> {
    AboutMetadata {
        name: Some("Stagedoor".into()),
        version: Some(app.package_info().version.to_string()),
        comments: Some("Plan events, sell tickets, admit guests. Works without a network.".into()),
        license: Some("Apache License 2.0".into()),
        icon: app.default_window_icon().map(|icon| icon.clone().to_owned()),
        ..AboutMetadata::default()
    }
}

#[cfg(target_os = "macos")]
mod mac {
    use tauri::{
        AppHandle, Runtime,
        menu::{PredefinedMenuItem, Submenu},
    };

    pub(super) fn app_menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
        Submenu::with_items(
            app,
            "Stagedoor",
            true,
            &[
                &PredefinedMenuItem::about(app, None, Some(super::about(app)))?,
                &PredefinedMenuItem::separator(app)?,
                &PredefinedMenuItem::hide(app, None)?,
                &PredefinedMenuItem::hide_others(app, None)?,
                &PredefinedMenuItem::separator(app)?,
                &PredefinedMenuItem::quit(app, None)?,
            ],
        )
    }

    pub(super) fn edit_menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
        Submenu::with_items(
            app,
            "Edit",
            true,
            &[
                &PredefinedMenuItem::undo(app, None)?,
                &PredefinedMenuItem::redo(app, None)?,
                &PredefinedMenuItem::separator(app)?,
                &PredefinedMenuItem::cut(app, None)?,
                &PredefinedMenuItem::copy(app, None)?,
                &PredefinedMenuItem::paste(app, None)?,
                &PredefinedMenuItem::select_all(app, None)?,
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The page's own table of shortcuts.
    const SHORTCUTS: &str = include_str!("../../ui/src/design/keys/shortcuts.ts");

    #[test]
    fn every_entry_stands_in_the_table_once_and_is_found_by_its_word() {
        let words: Vec<_> = lines().filter_map(Line::entry).map(Entry::word).collect();
        let distinct: BTreeSet<_> = words.iter().collect();
        assert_eq!(distinct.len(), words.len(), "{words:?}");
        for word in words {
            assert_eq!(Entry::from_word(word).map(Entry::word), Some(word));
        }
        assert_eq!(Entry::from_word("format-disk"), None);
    }

    #[test]
    fn the_page_knows_its_entries_by_the_same_names_and_keys() {
        for line in lines() {
            let Line::Entry(Entry::Page(word), _, key) = line else { continue };
            let begin = [format!("\n  {word}: {{"), format!("\n  '{word}': {{")]
                .iter()
                .find_map(|begin| SHORTCUTS.find(begin))
                .unwrap_or_else(|| panic!("the page has no shortcut named {word}"));
            let declared = SHORTCUTS[begin..].split('}').next().unwrap_or_default();
            let key = key.unwrap().replace("CmdOrCtrl", "Mod");
            assert!(declared.contains(&format!("'{key}'")), "{word} has another key in the page: {declared}");
        }
    }
}
