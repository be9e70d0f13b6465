//! The native menu, drawn from one closed table. An entry is either done by the shell or told to the page as a word of
//! [`Entry`]; nothing else in the app names menu items.

use tauri::{
    AppHandle, Runtime,
    menu::{AboutMetadata, IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu},
};

/// Everything the menu can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Plan: a new event.
    NewEvent,
    /// Choose another workspace file.
    OpenWorkspace,
    /// Open the demo venue.
    OpenDemo,
    /// Copy the workspace to a file.
    BackUp,
    /// The planner.
    FacePlan,
    /// The till.
    FaceTill,
    /// The door.
    FaceDoor,
    /// Colours as the desktop has them.
    ThemeSystem,
    /// Light colours.
    ThemeLight,
    /// Dark colours.
    ThemeDark,
    /// A larger page.
    ZoomIn,
    /// A smaller page.
    ZoomOut,
    /// The page at 100 percent.
    ZoomReset,
    /// The window over the whole screen, and back.
    FullScreen,
    /// The keys of the screen that is open.
    Keys,
    /// Ends the app.
    Quit,
}

/// One line of a menu.
enum Line {
    /// An entry with its label and, where it has one, its key.
    Entry(Entry, &'static str, Option<&'static str>),
    /// A menu within the menu.
    Sub(&'static str, &'static [Line]),
    /// A thin line.
    Separator,
    /// Name, version and licence.
    About,
}

/// Labels carry their access key after `&`. Keys that the page also listens to do the same thing there.
const MENU: &[(&str, &[Line])] = &[
    (
        "&File",
        &[
            Line::Entry(Entry::NewEvent, "&New event", Some("CmdOrCtrl+N")),
            Line::Separator,
            Line::Entry(Entry::OpenWorkspace, "&Open workspace…", Some("CmdOrCtrl+O")),
            Line::Entry(Entry::OpenDemo, "Open &demo venue", None),
            Line::Entry(Entry::BackUp, "&Back up…", None),
            Line::Separator,
            Line::Entry(Entry::Quit, "&Quit", Some("CmdOrCtrl+Q")),
        ],
    ),
    (
        "&View",
        &[
            Line::Entry(Entry::FacePlan, "&Plan", Some("CmdOrCtrl+1")),
            Line::Entry(Entry::FaceTill, "&Till", Some("CmdOrCtrl+2")),
            Line::Entry(Entry::FaceDoor, "&Door", Some("CmdOrCtrl+3")),
            Line::Separator,
            Line::Sub(
                "T&heme",
                &[
                    Line::Entry(Entry::ThemeSystem, "As the &desktop", None),
                    Line::Entry(Entry::ThemeLight, "&Light", None),
                    Line::Entry(Entry::ThemeDark, "D&ark", None),
                ],
            ),
            Line::Entry(Entry::ZoomIn, "Zoom &in", Some("CmdOrCtrl+=")),
            Line::Entry(Entry::ZoomOut, "Zoom &out", Some("CmdOrCtrl+-")),
            Line::Entry(Entry::ZoomReset, "&Actual size", Some("CmdOrCtrl+0")),
            Line::Entry(Entry::FullScreen, "&Full screen", Some("F11")),
        ],
    ),
    ("&Help", &[Line::Entry(Entry::Keys, "&Keys", Some("F1")), Line::About]),
];

impl Entry {
    /// The stable word: the menu item's id, and what the page hears.
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::NewEvent => "new_event",
            Self::OpenWorkspace => "open_workspace",
            Self::OpenDemo => "open_demo",
            Self::BackUp => "back_up",
            Self::FacePlan => "face_plan",
            Self::FaceTill => "face_till",
            Self::FaceDoor => "face_door",
            Self::ThemeSystem => "theme_system",
            Self::ThemeLight => "theme_light",
            Self::ThemeDark => "theme_dark",
            Self::ZoomIn => "zoom_in",
            Self::ZoomOut => "zoom_out",
            Self::ZoomReset => "zoom_reset",
            Self::FullScreen => "full_screen",
            Self::Keys => "keys",
            Self::Quit => "quit",
        }
    }

    /// The entry with this id.
    #[must_use]
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        entries().into_iter().find(|entry| entry.word() == word)
    }
}

/// Every entry of the table, in its order.
fn entries() -> Vec<Entry> {
    fn collect(lines: &[Line], into: &mut Vec<Entry>) {
        for line in lines {
            match line {
                Line::Entry(entry, _, _) => into.push(*entry),
                Line::Sub(_, lines) => collect(lines, into),
                Line::Separator | Line::About => {}
            }
        }
    }
    let mut found = Vec::new();
    for (_, lines) in MENU {
        collect(lines, &mut found);
    }
    found
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
            Line::Sub(label, lines) => Box::new(self::submenu(app, label, lines)?),
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

    #[test]
    fn every_entry_stands_in_the_table_once_and_is_found_by_its_word() {
        let all = entries();
        let words: BTreeSet<_> = all.iter().map(|entry| entry.word()).collect();
        assert_eq!(words.len(), all.len(), "no word twice");
        for entry in all {
            assert_eq!(Entry::from_word(entry.word()), Some(entry));
        }
        assert_eq!(Entry::from_word("format_disk"), None);
    }

    #[test]
    fn no_key_opens_two_entries() {
        fn keys(lines: &[Line]) -> Vec<&'static str> {
            lines
                .iter()
                .flat_map(|line| match line {
                    Line::Entry(_, _, key) => key.iter().copied().collect(),
                    Line::Sub(_, lines) => keys(lines),
                    Line::Separator | Line::About => Vec::new(),
                })
                .collect()
        }
        let all: Vec<_> = MENU.iter().flat_map(|(_, lines)| keys(lines)).collect();
        let distinct: BTreeSet<_> = all.iter().collect();
        assert_eq!(distinct.len(), all.len(), "{all:?}");
    }
}
