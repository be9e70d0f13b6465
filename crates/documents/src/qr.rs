//! QR codes as a grid of dark and light modules: error level M, the densest mode that the text allows.

use fast_qr::{ECL, QRBuilder};

use crate::DocumentError;

/// The longest text that is encoded: version 20 at level M. On the smallest symbol we print (34 mm) its modules
/// are 0.3 mm wide; finer ones are lost on thermal paper and on a scratched phone camera.
pub(crate) const PAYLOAD_BYTES_MAX: usize = 666;

/// The modules of a QR code, without the quiet zone of four light modules that must surround it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrMatrix {
    size: usize,
    modules: Vec<bool>,
}

impl QrMatrix {
    /// Modules on a side: 21 for version 1, 4 more for each further version.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// The QR version, 1 to 40.
    #[must_use]
    pub fn version(&self) -> usize {
        (self.size - 17) / 4
    }

    /// Whether the module in `column` and `row`, both from 0 at the top left, is dark; light outside the symbol.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.size && row < self.size && self.modules[row * self.size + column]
    }

    /// Rows from the top, each from the left.
    pub fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.modules.chunks(self.size)
    }
}

/// Encodes `payload`: digits and the QR alphanumeric alphabet (`0-9A-Z $%*+-./:`) take the short modes, anything
/// else goes as bytes of UTF-8.
///
/// # Errors
/// When the text is empty, or so long that a printed symbol would not scan.
pub fn encode_qr(payload: &str) -> Result<QrMatrix, DocumentError> {
    encode_at(payload, 1)
}

/// [`encode_qr`] for the ticket at `position`, counted from 1.
pub(crate) fn encode_at(payload: &str, position: usize) -> Result<QrMatrix, DocumentError> {
    let bytes = payload.len();
    if bytes == 0 {
        return Err(DocumentError::PayloadEmpty { position });
    }
    let too_long = || DocumentError::PayloadTooLong { position, bytes, bytes_max: PAYLOAD_BYTES_MAX };
    if bytes > PAYLOAD_BYTES_MAX {
        return Err(too_long());
    }
    let code = QRBuilder::new(payload).ecl(ECL::M).build().map_err(|_| too_long())?;
    let count = code.size * code.size;
    let modules = code.data[..count].iter().map(|module| module.value()).collect();
    Ok(QrMatrix { size: code.size, modules })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signed_payload_is_version_6() {
        let payload = format!("S1{}", "0123456789ABCDEFGHJKMNPQRSTVWXYZ".repeat(4));
        assert_eq!(encode_qr(&payload[..123]).unwrap().version(), 6);
    }

    #[test]
    fn alphanumeric_text_takes_fewer_modules_than_bytes() {
        let short = encode_qr(&"A".repeat(100)).unwrap().version();
        let long = encode_qr(&"a".repeat(100)).unwrap().version();
        assert!(short < long, "{short} is not smaller than {long}");
    }

    #[test]
    fn empty_and_endless_payloads_are_refused() {
        assert_eq!(encode_qr(""), Err(DocumentError::PayloadEmpty { position: 1 }));
        assert!(encode_qr(&"x".repeat(PAYLOAD_BYTES_MAX)).is_ok());
        let refused = encode_at(&"x".repeat(PAYLOAD_BYTES_MAX + 1), 7);
        assert!(matches!(refused, Err(DocumentError::PayloadTooLong { position: 7, .. })));
    }

    #[test]
    fn the_finder_pattern_stands_in_three_corners() {
        let matrix = encode_qr("A").unwrap();
        assert_eq!((matrix.size(), matrix.version()), (21, 1));
        for (column, row) in [(0, 0), (20, 0), (0, 20)] {
            assert!(matrix.is_dark(column, row));
        }
        assert!(!matrix.is_dark(21, 0), "outside is light");
        assert_eq!(matrix.rows().count(), 21);
    }
}
