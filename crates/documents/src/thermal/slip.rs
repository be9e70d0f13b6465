//! A slip: what a roll printer prints, from top to cut, before anyone knows which printer it is.

use serde::{Deserialize, Serialize};

/// Everything between two cuts, and the cuts themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// From the top.
    pub blocks: Vec<Block>,
}

/// A piece of a slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// Running text over as many lines as it needs.
    Text {
        /// The text; `\n` ends a line.
        text: String,
        /// Where lines stand.
        align: Align,
        /// How it looks.
        style: Style,
    },
    /// Texts beside each other; each wraps inside its own column.
    Columns {
        /// From the left.
        columns: Vec<Column>,
        /// How they look.
        style: Style,
    },
    /// A QR code in the middle.
    Qr {
        /// What it says, byte for byte.
        payload: String,
    },
    /// A line across the paper.
    Rule,
    /// An empty line.
    Space,
    /// The paper is cut here, or fed to the tear bar.
    Cut,
}

/// Where a line of text stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
}

/// How text looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style {
    /// How large.
    #[serde(default)]
    pub size: Size,
    /// Whether the strokes are heavier.
    #[serde(default)]
    pub is_bold: bool,
    /// Whether it is white on black.
    #[serde(default)]
    pub is_inverse: bool,
}

/// How large text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Terms and notes: 64 letters on 80 mm.
    Small,
    /// Running text: 48 letters on 80 mm.
    #[default]
    Normal,
    /// Twice as high.
    Tall,
    /// Twice as high and as wide.
    Double,
}

/// One text of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The text.
    pub text: String,
    /// How wide the column is.
    pub width: ColumnWidth,
    /// Where its lines stand.
    pub align: Align,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnWidth {
    /// What the other columns leave; several share it evenly.
    Rest,
    /// This many letters of the row's size.
    Letters(u8),
    /// As wide as its text, at most two thirds of the paper.
    Fit,
}

/// The paper of a roll printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Roll {
    /// 58 mm wide, 384 dots of them printed.
    #[serde(rename = "58")]
    Mm58,
    /// 80 mm wide, 576 dots of them printed.
    #[serde(rename = "80")]
    Mm80,
}

impl Roll {
    /// Printed dots across, at 8 a millimetre.
    #[must_use]
    pub const fn dots(self) -> usize {
        match self {
            Self::Mm58 => 384,
            Self::Mm80 => 576,
        }
    }
}

impl Size {
    /// Dots that one letter of the printer's own font takes, across and down.
    pub(super) const fn cell(self) -> (usize, usize) {
        match self {
            Self::Small => (9, 17),
            Self::Normal => (12, 24),
            Self::Tall => (12, 48),
            Self::Double => (24, 48),
        }
    }
}

impl Style {
    /// Heavier text of the normal size.
    #[must_use]
    pub const fn bold() -> Self {
        Self { size: Size::Normal, is_bold: true, is_inverse: false }
    }

    /// Ordinary text of another size.
    #[must_use]
    pub const fn sized(size: Size) -> Self {
        Self { size, is_bold: false, is_inverse: false }
    }

    /// Heavier text of another size.
    #[must_use]
    pub const fn heavy(size: Size) -> Self {
        Self { size, is_bold: true, is_inverse: false }
    }

    /// White on black, heavier, twice as high: for what nobody may miss.
    #[must_use]
    pub const fn notice() -> Self {
        Self { size: Size::Tall, is_bold: true, is_inverse: true }
    }
}

impl Slip {
    /// Adds text in the middle.
    pub fn centred(&mut self, text: impl Into<String>, style: Style) {
        self.blocks.push(Block::Text { text: text.into(), align: Align::Centre, style });
    }

    /// Adds text from the left.
    pub fn left(&mut self, text: impl Into<String>, style: Style) {
        self.blocks.push(Block::Text { text: text.into(), align: Align::Left, style });
    }

    /// Adds a label at the left and its value at the right edge.
    pub fn pair(&mut self, label: impl Into<String>, value: impl Into<String>, style: Style) {
        let columns = vec![
            Column { text: label.into(), width: ColumnWidth::Rest, align: Align::Left },
            Column { text: value.into(), width: ColumnWidth::Fit, align: Align::Right },
        ];
        self.blocks.push(Block::Columns { columns, style });
    }

    /// Adds a line across the paper.
    pub fn rule(&mut self) {
        self.blocks.push(Block::Rule);
    }

    /// Adds an empty line.
    pub fn space(&mut self) {
        self.blocks.push(Block::Space);
    }

    /// Adds a QR code.
    pub fn qr(&mut self, payload: impl Into<String>) {
        self.blocks.push(Block::Qr { payload: payload.into() });
    }

    /// Ends the slip.
    pub fn cut(&mut self) {
        self.blocks.push(Block::Cut);
    }
}
