//! What a printer can be. Pure rules.

use identity::wording::WordingError;
use kernel::Refuse;

use super::{Acknowledgement, CodePage, DocumentKind, Paper, PrinterKind, QrMethod};

/// Widths and heights of labels that a 4-inch head prints, in millimetres.
const LABEL_WIDTHS: std::ops::RangeInclusive<i64> = 20..=104;
const LABEL_HEIGHTS: std::ops::RangeInclusive<i64> = 15..=300;
/// A common label for badges.
const LABEL_DEFAULT: (i64, i64) = (80, 50);

/// Why a printer is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrinterRefusal {
    /// Its name or address.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// Another printer has this name.
    #[error("there is a printer “{0}” already")]
    Taken(String),
    /// No printer answers to this.
    #[error("there is no printer “{0}”")]
    Unknown(String),
    /// This kind does not print on this paper.
    #[error("a printer of kind {kind} does not print on paper {paper}")]
    Paper {
        /// Its kind.
        kind: PrinterKind,
        /// The paper asked for.
        paper: Paper,
    },
    /// Labels of this size cannot be.
    #[error("labels of {width} × {height} mm cannot be printed")]
    LabelSize {
        /// Millimetres across.
        width: i64,
        /// Millimetres down.
        height: i64,
    },
    /// The plug has no such pin.
    #[error("a drawer is plugged to pin 2 or 5, not {0}")]
    DrawerPin(i64),
    /// No printer is set up for this.
    #[error("no printer is set up for {0}s")]
    NoneFor(DocumentKind),
    /// No printer has a drawer.
    #[error("no printer has a drawer plugged in")]
    NoDrawer,
    /// It still has something to print.
    #[error("“{0}” still has something to print")]
    Busy(String),
}

impl Refuse for PrinterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(error) => error.code(),
            Self::Taken(_) => "printer_name_taken",
            Self::Unknown(_) => "unknown_printer",
            Self::Paper { .. } => "printer_paper",
            Self::LabelSize { .. } => "label_size",
            Self::DrawerPin(_) => "drawer_pin",
            Self::NoneFor(_) => "no_printer",
            Self::NoDrawer => "no_drawer",
            Self::Busy(_) => "printer_has_jobs",
        }
    }

    fn fix(&self) -> String {
        match self {
            Self::Wording(error) => error.fix(),
            Self::Taken(_) => "Give this printer another name.".to_owned(),
            Self::Unknown(_) => "Use a printer's name or id from the list of printers.".to_owned(),
            Self::Paper { .. } => {
                "Rolls are 58 or 80, label printers take labels, system printers and folders a4 or 80."
                    .to_owned()
            }
            Self::LabelSize { .. } => "Choose 20 to 104 mm across and 15 to 300 mm down.".to_owned(),
            Self::DrawerPin(_) => "Try 2; the test page tells whether the drawer opens.".to_owned(),
            Self::NoneFor(_) => "Set a printer up, or name one.".to_owned(),
            Self::NoDrawer => "Name the drawer's pin in the settings of the roll printer.".to_owned(),
            Self::Busy(_) => "Let it finish, or cancel its jobs first.".to_owned(),
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Wording(error) => error.field(),
            Self::Taken(_) => Some("name".to_owned()),
            Self::Paper { .. } => Some("paper".to_owned()),
            Self::LabelSize { .. } => Some("label_width_mm".to_owned()),
            Self::DrawerPin(_) => Some("drawer_pin".to_owned()),
            Self::Unknown(_) | Self::NoneFor(_) | Self::NoDrawer | Self::Busy(_) => {
                Some("printer".to_owned())
            }
        }
    }
}

/// What a printer of `kind` is like until somebody says otherwise.
pub(super) struct Usual {
    pub(super) paper: Paper,
    pub(super) code_page: CodePage,
    pub(super) qr: QrMethod,
    pub(super) acknowledgement: Acknowledgement,
    pub(super) has_cutter: bool,
    pub(super) drawer_pin: Option<i64>,
}

pub(super) const fn usual(kind: PrinterKind) -> Usual {
    let (paper, has_cutter, drawer_pin) = match kind {
        PrinterKind::EscposTcp | PrinterKind::EscposDevice => (Paper::Roll80, true, Some(2)),
        PrinterKind::ZplTcp | PrinterKind::ZplDevice => (Paper::Label, false, None),
        PrinterKind::System | PrinterKind::File => (Paper::A4, false, None),
    };
    // A cable of a USB printer rarely answers; the network nearly always does.
    let acknowledgement = match kind {
        PrinterKind::EscposDevice | PrinterKind::ZplDevice => Acknowledgement::Written,
        PrinterKind::EscposTcp | PrinterKind::ZplTcp | PrinterKind::System | PrinterKind::File => {
            Acknowledgement::Answered
        }
    };
    Usual {
        paper,
        // Every printer has it, and what it lacks is drawn.
        code_page: CodePage::Cp437,
        qr: QrMethod::Printer,
        acknowledgement,
        has_cutter,
        drawer_pin,
    }
}

/// Whether a printer of `kind` prints on `paper`.
pub(super) fn checked_paper(kind: PrinterKind, paper: Paper) -> Result<Paper, PrinterRefusal> {
    let is_fitting = match (kind, paper) {
        (PrinterKind::EscposTcp | PrinterKind::EscposDevice, Paper::Roll58 | Paper::Roll80)
        | (PrinterKind::ZplTcp | PrinterKind::ZplDevice, Paper::Label)
        | (PrinterKind::System | PrinterKind::File, Paper::A4 | Paper::Roll80) => true,
        (PrinterKind::EscposTcp | PrinterKind::EscposDevice, Paper::Label | Paper::A4)
        | (PrinterKind::ZplTcp | PrinterKind::ZplDevice, Paper::Roll58 | Paper::Roll80 | Paper::A4)
        | (PrinterKind::System | PrinterKind::File, Paper::Roll58 | Paper::Label) => false,
    };
    if is_fitting { Ok(paper) } else { Err(PrinterRefusal::Paper { kind, paper }) }
}

/// The size of labels on `paper`, the usual one where it was not given.
pub(super) fn checked_label(
    paper: Paper,
    width: Option<i64>,
    height: Option<i64>,
) -> Result<Option<(i64, i64)>, PrinterRefusal> {
    match paper {
        Paper::Roll58 | Paper::Roll80 | Paper::A4 => Ok(None),
        Paper::Label => {
            let (width, height) = (width.unwrap_or(LABEL_DEFAULT.0), height.unwrap_or(LABEL_DEFAULT.1));
            if LABEL_WIDTHS.contains(&width) && LABEL_HEIGHTS.contains(&height) {
                Ok(Some((width, height)))
            } else {
                Err(PrinterRefusal::LabelSize { width, height })
            }
        }
    }
}

pub(super) fn checked_pin(pin: Option<i64>) -> Result<Option<i64>, PrinterRefusal> {
    match pin {
        None | Some(2 | 5) => Ok(pin),
        Some(other) => Err(PrinterRefusal::DrawerPin(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_for_a_kind_is_allowed_for_it() {
        for kind in PrinterKind::ALL {
            let usual = usual(*kind);
            assert!(checked_paper(*kind, usual.paper).is_ok(), "{kind}");
            assert!(checked_label(usual.paper, None, None).is_ok());
            assert!(checked_pin(usual.drawer_pin).is_ok());
        }
    }

    #[test]
    fn labels_have_a_size_and_nothing_else_has() {
        assert_eq!(checked_label(Paper::Label, Some(57), Some(32)), Ok(Some((57, 32))));
        assert_eq!(checked_label(Paper::Roll80, Some(57), Some(32)), Ok(None));
        assert!(checked_label(Paper::Label, Some(210), None).is_err());
    }
}
