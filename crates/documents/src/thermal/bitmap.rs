//! Black dots on white, packed eight to a byte as printers take them.

use std::io::Write;

use flate2::{Compression, Crc, write::ZlibEncoder};

/// A picture of dots. Rows are whole bytes, the leftmost dot is the highest bit, a set bit is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: usize,
    height: usize,
    bytes: Vec<u8>,
}

impl Bitmap {
    /// A white picture.
    #[must_use]
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, bytes: vec![0; width.div_ceil(8) * height] }
    }

    /// Dots across.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Dots down.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// Bytes of one row.
    #[must_use]
    pub fn row_bytes(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// All rows from the top.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether the dot is black; white outside.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.height && self.bytes[y * self.row_bytes() + x / 8] & (0x80 >> (x % 8)) != 0
    }

    pub(super) fn darken(&mut self, x: usize, y: usize) {
        if x < self.width && y < self.height {
            let row = self.row_bytes();
            self.bytes[y * row + x / 8] |= 0x80 >> (x % 8);
        }
    }

    /// Blackens a rectangle.
    pub(super) fn fill(&mut self, [left, top]: [usize; 2], [width, height]: [usize; 2]) {
        for y in top..(top + height).min(self.height) {
            for x in left..(left + width).min(self.width) {
                self.darken(x, y);
            }
        }
    }

    /// Copies `other` with its top left corner at `left`, `top`.
    pub(super) fn place(&mut self, other: &Self, [left, top]: [usize; 2]) {
        for y in 0..other.height {
            for x in 0..other.width {
                if other.is_dark(x, y) {
                    self.darken(left + x, top + y);
                }
            }
        }
    }

    /// Adds `other`, which is no wider, below.
    pub(super) fn append(&mut self, other: &Self) {
        let top = self.height;
        self.height += other.height;
        self.bytes.resize(self.row_bytes() * self.height, 0);
        self.place(other, [0, top]);
    }

    /// Turns black to white and white to black.
    pub(super) fn invert(&mut self) {
        let (width, height) = (self.width, self.height);
        let mut turned = Self::new(width, height);
        for y in 0..height {
            for x in 0..width {
                if !self.is_dark(x, y) {
                    turned.darken(x, y);
                }
            }
        }
        *self = turned;
    }

    /// The picture as a PNG of 203 dots an inch, which is a roll printer's true size.
    #[must_use]
    pub fn to_png(&self) -> Vec<u8> {
        /// 8 dots a millimetre.
        const DOTS_PER_METRE: u32 = 8_000;
        let mut rows = Vec::with_capacity((self.row_bytes() + 1) * self.height);
        for row in self.bytes.chunks(self.row_bytes().max(1)) {
            rows.push(0);
            // PNG's one-bit grey counts the other way: 1 is white.
            rows.extend(row.iter().map(|byte| !byte));
        }
        let size = |dots: usize| u32::try_from(dots).unwrap_or(u32::MAX).to_be_bytes();
        let head = [&size(self.width)[..], &size(self.height), &[1, 0, 0, 0, 0]].concat();
        let scale = [&DOTS_PER_METRE.to_be_bytes()[..], &DOTS_PER_METRE.to_be_bytes(), &[1]].concat();
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for (name, data) in
            [(b"IHDR", head), (b"pHYs", scale), (b"IDAT", compressed(&rows)), (b"IEND", Vec::new())]
        {
            png.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
            let mut sum = Crc::new();
            sum.update(name);
            sum.update(&data);
            png.extend(name);
            png.extend(data);
            png.extend(sum.sum().to_be_bytes());
        }
        png
    }
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail; were it to, the picture would show as damaged and nothing else would suffer.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_packed_from_the_left() {
        let mut bitmap = Bitmap::new(10, 2);
        bitmap.darken(0, 0);
        bitmap.darken(9, 1);
        bitmap.darken(10, 0);
        assert_eq!(bitmap.bytes(), [0x80, 0x00, 0x00, 0x40], "the dot outside is not drawn");
        bitmap.invert();
        assert_eq!(bitmap.bytes(), [0x7f, 0xc0, 0xff, 0x80], "what fills up a row's last byte stays white");
    }

    #[test]
    fn pictures_are_put_below_each_other() {
        let mut above = Bitmap::new(16, 1);
        let mut below = Bitmap::new(8, 1);
        below.darken(7, 0);
        above.append(&below);
        assert_eq!((above.height(), above.is_dark(7, 1), above.is_dark(7, 0)), (2, true, false));
    }
}
