//! Lines from a scanner that may send anything: each is cut at a bound, so that a stuck key cannot fill memory.

use std::io::{self, BufRead};

/// More than any code has; what is longer is refused by the scan itself.
const LINE_BYTES_MAX: usize = 8 * 1024;

/// The next line without its end, cut at [`LINE_BYTES_MAX`]; `None` at the end of input. Bytes that are no UTF-8
/// become replacement characters, which no code contains.
///
/// # Errors
/// When the input cannot be read.
pub(crate) fn next_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut kept = Vec::new();
    let mut has_read = false;
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            break;
        }
        has_read = true;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(chunk.len());
        let room = LINE_BYTES_MAX.saturating_sub(kept.len());
        kept.extend_from_slice(&chunk[..taken.min(room)]);
        let consumed = end.map_or(taken, |end| end + 1);
        input.consume(consumed);
        if end.is_some() {
            break;
        }
    }
    Ok(has_read.then(|| String::from_utf8_lossy(&kept).trim_end_matches('\r').to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_bytes_on_one_line_are_cut_and_the_next_line_is_whole() {
        let text = format!("{}\nNEXT\r\n\nlast", "x".repeat(1_000_000));
        let mut input = io::BufReader::with_capacity(100, text.as_bytes());
        assert_eq!(next_line(&mut input).unwrap().unwrap().len(), LINE_BYTES_MAX);
        assert_eq!(next_line(&mut input).unwrap().as_deref(), Some("NEXT"));
        assert_eq!(next_line(&mut input).unwrap().as_deref(), Some(""));
        assert_eq!(next_line(&mut input).unwrap().as_deref(), Some("last"));
        assert_eq!(next_line(&mut input).unwrap(), None);
    }

    #[test]
    fn bytes_that_are_no_text_do_not_stop_the_scanner() {
        let mut input = io::BufReader::new(&b"\xff\xfe\nA\n"[..]);
        assert_eq!(next_line(&mut input).unwrap().as_deref(), Some("\u{fffd}\u{fffd}"));
        assert_eq!(next_line(&mut input).unwrap().as_deref(), Some("A"));
    }
}
