//! What printers say of themselves.

use super::super::Trouble;
use super::Language;

/// `DLE EOT 4`: the paper, at once.
pub(super) const PAPER_NOW: &[u8] = &[0x10, 0x04, 4];
/// `DLE EOT 2`: why it is off line, at once.
pub(super) const CAUSE_NOW: &[u8] = &[0x10, 0x04, 2];
/// What a roll printer is asked while it prints.
pub(super) const QUESTIONS: [&[u8]; 2] = [PAPER_NOW, CAUSE_NOW];
/// `GS r 1`: the paper, when everything before was dealt with.
pub(super) const PAPER_IN_TURN: &[u8] = &[0x1d, b'r', 1];
/// `~HS`: everything, at once.
pub(super) const HOST_STATUS: &[u8] = b"~HS";

/// Paper end in the answers to `DLE EOT 4` and `GS r 1`.
const DOT_PAPER_END: u8 = 0x60;
const TURN_PAPER_END: u8 = 0x0c;
/// Set in every answer to `DLE EOT`, never in one to `GS r`.
const AT_ONCE: u8 = 0x10;
/// Cover open, fed by hand, error in the answer to `DLE EOT 2`.
const COVER_OPEN: u8 = 0x04;
const FEEDING: u8 = 0x08;
const STOPPED: u8 = 0x20;
const FAILED: u8 = 0x40;
/// `~HS` answers in three lines.
const LINES: usize = 3;

/// What a printer says of itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reading {
    is_paper_out: bool,
    is_cover_open: bool,
    is_stopped: bool,
    waiting: u32,
}

/// Whether an answer has come to its end.
pub(super) fn is_whole(language: Language, answer: &[u8]) -> bool {
    match language {
        Language::EscPos => !answer.is_empty(),
        Language::Zpl => answer.iter().filter(|byte| **byte == 0x03).count() >= LINES,
    }
}

/// The answer to [`PAPER_IN_TURN`] among answers that came at once.
pub(super) fn in_turn(answer: &[u8]) -> Option<u8> {
    answer.iter().copied().find(|byte| byte & AT_ONCE == 0)
}

/// Whether the answer to [`PAPER_IN_TURN`] says that the roll is at its end.
pub(super) fn is_paper_out(answer: u8) -> bool {
    answer & TURN_PAPER_END == TURN_PAPER_END
}

impl Reading {
    pub(super) fn of_roll(paper: &[u8], cause: &[u8]) -> Self {
        let (paper, cause) = (last(paper), last(cause));
        Self {
            is_paper_out: paper & DOT_PAPER_END == DOT_PAPER_END || cause & STOPPED != 0,
            is_cover_open: cause & COVER_OPEN != 0,
            is_stopped: cause & (FEEDING | FAILED) != 0,
            waiting: 0,
        }
    }

    /// What the answer to one of [`QUESTIONS`] says.
    pub(super) fn of_answer(question: &[u8], answer: u8) -> Self {
        if question == PAPER_NOW { Self::of_roll(&[answer], &[]) } else { Self::of_roll(&[], &[answer]) }
    }

    pub(super) fn of_label(answer: &[u8]) -> Self {
        let text = String::from_utf8_lossy(answer);
        let lines: Vec<Vec<&str>> = text
            .split('\u{3}')
            .map(|line| line.trim_matches(|mark: char| mark.is_control()).split(',').collect())
            .collect();
        let number = |line: usize, place: usize| -> u32 {
            lines.get(line).and_then(|line| line.get(place)?.trim().parse().ok()).unwrap_or_default()
        };
        Self {
            is_paper_out: number(0, 1) == 1 || number(1, 3) == 1,
            is_cover_open: number(1, 2) == 1,
            is_stopped: number(0, 2) == 1,
            waiting: number(0, 4) + number(1, 8),
        }
    }

    pub(super) fn is_busy(self) -> bool {
        self.waiting > 0
    }

    /// What keeps it from printing.
    pub(super) fn into_trouble(self) -> Option<Trouble> {
        if self.is_cover_open {
            Some(Trouble::CoverOpen)
        } else if self.is_paper_out {
            Some(Trouble::PaperOut)
        } else if self.is_stopped {
            Some(Trouble::NotReady { reason: "it is paused or reports an error".to_owned() })
        } else {
            None
        }
    }
}

fn last(answer: &[u8]) -> u8 {
    answer.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roll_says_what_it_lacks() {
        assert_eq!(Reading::of_roll(&[0x12], &[0x12]).into_trouble(), None);
        assert_eq!(Reading::of_roll(&[0x72], &[0x32]).into_trouble(), Some(Trouble::PaperOut));
        assert_eq!(Reading::of_roll(&[0x12], &[0x16]).into_trouble(), Some(Trouble::CoverOpen));
        assert!(matches!(Reading::of_roll(&[0x12], &[0x52]).into_trouble(), Some(Trouble::NotReady { .. })));
        assert!(is_paper_out(0x0f) && !is_paper_out(0x03), "nearly out is not out");
        assert_eq!((in_turn(&[0x12, 0x72, 0x03]), in_turn(&[0x12])), (Some(0x03), None));
    }

    #[test]
    fn a_label_printer_says_what_waits() {
        let answer = |first: &str, second: &str| {
            format!("\u{2}{first}\u{3}\r\n\u{2}{second}\u{3}\r\n\u{2}1234,0\u{3}\r\n").into_bytes()
        };
        let ready = answer("030,0,0,0400,000,0,0,0,000,0,0,0", "000,0,0,0,0,2,4,0,00000000,1,000");
        assert!(is_whole(Language::Zpl, &ready) && !is_whole(Language::Zpl, &ready[..40]));
        assert_eq!(Reading::of_label(&ready), Reading::default());
        let waiting = answer("030,0,0,0400,002,0,0,0,000,0,0,0", "000,0,0,0,0,2,4,0,00000001,1,000");
        assert!(Reading::of_label(&waiting).is_busy());
        let empty = answer("030,1,0,0400,000,0,0,0,000,0,0,0", "000,0,0,0,0,2,4,0,00000000,1,000");
        assert_eq!(Reading::of_label(&empty).into_trouble(), Some(Trouble::PaperOut));
        let open = answer("030,0,0,0400,000,0,0,0,000,0,0,0", "000,0,1,0,0,2,4,0,00000000,1,000");
        assert_eq!(Reading::of_label(&open).into_trouble(), Some(Trouble::CoverOpen));
    }
}
