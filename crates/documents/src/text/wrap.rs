//! Breaking text into the lines of a frame: smaller if that helps, with an ellipsis when nothing does.

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use super::{Line, Shaper, Typeface, shape::Paragraph};

/// Where text may stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame<'s> {
    pub(crate) typeface: Typeface,
    /// Font sizes in points, the wished one first; the next is taken when the text does not fit.
    pub(crate) sizes: &'s [f32],
    /// Width in points.
    pub(crate) width: f32,
    pub(crate) lines_max: usize,
}

/// Text that fits its frame.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fit {
    pub(crate) lines: Vec<Line>,
    /// The font size that was taken, in points.
    pub(crate) size: f32,
    /// Whether something had to be left out.
    pub(crate) is_cut: bool,
}

#[derive(Default)]
struct Broken {
    lines: Vec<Line>,
    /// Whether something had to be left out.
    is_cut: bool,
    /// Whether a word was wider than the frame.
    has_broken_word: bool,
}

/// What does not stand before an ellipsis.
const BEFORE_ELLIPSIS: [char; 7] = [' ', '…', ',', '.', ';', ':', '·'];

/// Lets a line be this much longer than its frame, in ems: rounding is no reason to break.
const SLACK: f32 = 0.002;

impl Shaper<'_> {
    /// Sets `text` (cleaned; `\n` ends a line) into `frame`.
    pub(crate) fn fit(&mut self, text: &str, frame: &Frame<'_>) -> Fit {
        let mut best = Fit::default();
        for size in frame.sizes {
            let broken = self.break_lines(text, frame.typeface, frame.width / size, frame.lines_max);
            best = Fit { lines: broken.lines, size: *size, is_cut: broken.is_cut };
            if !best.is_cut {
                break;
            }
        }
        best
    }

    /// [`Self::fit`], with the lines of about one width, for titles: no lonely word on the last line.
    pub(crate) fn fit_balanced(&mut self, text: &str, frame: &Frame<'_>) -> Fit {
        /// Each step halves what is still unknown; six leave a sixty-fourth of the frame.
        const STEPS: usize = 6;
        let mut best = self.fit(text, frame);
        let lines = best.lines.len();
        if lines < 2 {
            return best;
        }
        let (mut narrow, mut wide) = (frame.width / lines as f32, frame.width);
        for _ in 0..STEPS {
            let middle = (narrow + wide) / 2.0;
            let broken = self.break_lines(text, frame.typeface, middle / best.size, lines);
            if broken.is_cut || broken.has_broken_word {
                narrow = middle;
            } else {
                wide = middle;
                best.lines = broken.lines;
            }
        }
        best
    }

    fn break_lines(&mut self, text: &str, typeface: Typeface, width: f32, lines_max: usize) -> Broken {
        let mut broken = Broken::default();
        let mut paragraphs = text.split('\n').peekable();
        while let Some(text) = paragraphs.next() {
            let paragraph = Paragraph::new(text.trim_end());
            self.break_paragraph(&paragraph, typeface, width, lines_max, &mut broken);
            if broken.is_cut {
                break;
            }
            if broken.lines.len() >= lines_max && paragraphs.peek().is_some() {
                if let Some(last) = broken.lines.last_mut() {
                    let whole = format!("{} …", text.trim_end());
                    *last = self.shortened(&Paragraph::new(&whole), 0, typeface, width);
                }
                broken.is_cut = true;
                break;
            }
        }
        broken
    }

    /// Appends the paragraph's lines, up to `lines_max` of all.
    fn break_paragraph(
        &mut self,
        paragraph: &Paragraph<'_>,
        typeface: Typeface,
        width: f32,
        lines_max: usize,
        broken: &mut Broken,
    ) {
        let text = paragraph.text;
        let left = lines_max.saturating_sub(broken.lines.len());
        let whole = self.line_of(typeface, paragraph, 0..text.len());
        if whole.width <= width + SLACK && left > 0 {
            broken.lines.push(whole);
            return;
        }
        let reach = reaches(&whole, text.len());
        let breaks: Vec<usize> = linebreaks(text).map(|(at, _)| at).collect();
        let mut start = 0;
        for number in 1..=left {
            let end = line_end(text, &reach, &breaks, start, width);
            if end < text.len() && number == left {
                broken.lines.push(self.shortened(paragraph, start, typeface, width));
                break;
            }
            let kept = start + text[start..end].trim_end().len();
            broken.lines.push(self.line_of(typeface, paragraph, start..kept));
            broken.has_broken_word |= !breaks.contains(&end);
            start = end;
            if start >= text.len() {
                return;
            }
        }
        broken.is_cut = true;
    }

    /// The text from `start`, cut so that it fits together with an ellipsis.
    fn shortened(&mut self, paragraph: &Paragraph<'_>, start: usize, typeface: Typeface, width: f32) -> Line {
        let rest = &paragraph.text[start..];
        let whole = self.line_of(typeface, &Paragraph::part(rest, paragraph), 0..rest.len());
        if whole.width <= width {
            return whole;
        }
        let reach = reaches(&whole, rest.len());
        let ellipsis = self.line(typeface, "…").width;
        let mut end = 0;
        for (at, cluster) in rest.grapheme_indices(true) {
            if reach[at + cluster.len()] + ellipsis > width {
                break;
            }
            end = at + cluster.len();
        }
        let kept = rest[..end].trim_end_matches(BEFORE_ELLIPSIS);
        // A whole word reads better than a part of one, unless that costs a quarter of the line.
        let words = kept.rfind(' ').map(|at| kept[..at].trim_end_matches(BEFORE_ELLIPSIS));
        let is_inside_word = !rest[kept.len()..].starts_with(' ');
        let kept = words.filter(|words| is_inside_word && words.len() * 4 > kept.len() * 3).unwrap_or(kept);
        let cut = format!("{kept}…");
        self.line_of(typeface, &Paragraph::part(&cut, paragraph), 0..cut.len())
    }
}

/// How far the text reaches up to each of its bytes, as if all of it ran in one direction.
fn reaches(line: &Line, bytes: usize) -> Vec<f32> {
    let mut steps = vec![0.0_f32; bytes + 1];
    for run in &line.runs {
        for glyph in &run.glyphs {
            // The figures of `U+XXXX` all belong to the one character they stand for.
            let inside = if run.stands_for.is_some() { 0 } else { glyph.from as usize };
            steps[(run.at + inside).min(bytes)] += glyph.advance * run.scale;
        }
    }
    let mut reach = Vec::with_capacity(bytes + 1);
    let mut sum = 0.0;
    reach.push(0.0);
    for step in &steps[..bytes] {
        sum += step;
        reach.push(sum);
    }
    reach
}

/// Where the line from `start` ends: at the last opportunity that fits, else inside a word, at least one letter on.
fn line_end(text: &str, reach: &[f32], breaks: &[usize], start: usize, width: f32) -> usize {
    let limit = reach[start] + width + SLACK;
    let fits = |end: usize| reach[start + text[start..end].trim_end().len()] <= limit;
    let word = breaks.iter().copied().filter(|at| *at > start).take_while(|at| fits(*at)).last();
    if let Some(end) = word {
        return end;
    }
    let mut end = start;
    for (at, cluster) in text[start..].grapheme_indices(true) {
        let next = start + at + cluster.len();
        if reach[next] > limit && end > start {
            break;
        }
        end = next;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Faces, clean};

    fn fit(text: &str, sizes: &[f32], width: f32, lines_max: usize) -> Fit {
        let frame = Frame { typeface: Typeface::Text, sizes, width, lines_max };
        Shaper::new(Faces::shared()).fit(text, &frame)
    }

    fn spoken(line: &Line) -> String {
        line.runs.iter().map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn text_breaks_between_words_and_never_beyond_its_frame() {
        let fit = fit("A quiet evening of string quartets beside the river", &[10.0], 90.0, 9);
        assert!(fit.lines.len() > 2);
        assert!(fit.lines.iter().all(|line| line.width * fit.size <= 90.1));
        assert_eq!(
            fit.lines.iter().map(spoken).collect::<Vec<_>>().join(" "),
            "A quiet evening of string quartets beside the river"
        );
    }

    #[test]
    fn a_word_wider_than_the_frame_is_broken_inside() {
        let fit = fit(&"Donaudampfschifffahrt".repeat(6), &[10.0], 90.0, 99);
        assert!(fit.lines.iter().all(|line| line.width * fit.size <= 90.1));
        assert_eq!(fit.lines.iter().map(spoken).collect::<String>(), "Donaudampfschifffahrt".repeat(6));
    }

    #[test]
    fn text_shrinks_before_it_is_cut() {
        assert_eq!(fit("Lindenhof", &[20.0, 10.0], 60.0, 1).size, 10.0);
        let cut = fit("Lindenhof Kulturhaus", &[20.0, 10.0], 60.0, 1);
        assert!(spoken(&cut.lines[0]).ends_with('…'), "{}", spoken(&cut.lines[0]));
        assert!(cut.lines[0].width * cut.size <= 60.1);
    }

    #[test]
    fn titles_have_lines_of_about_one_width() {
        let frame = Frame { typeface: Typeface::Heavy, sizes: &[18.0], width: 340.0, lines_max: 3 };
        let fit =
            Shaper::new(Faces::shared()).fit_balanced("Midsummer Night with the Lantern Quartet", &frame);
        let widths: Vec<f32> = fit.lines.iter().map(|line| line.width).collect();
        assert_eq!(widths.len(), 2);
        assert!(widths[1] > widths[0] * 0.6, "{widths:?}");
    }

    #[test]
    fn lines_that_are_left_out_are_announced() {
        let fit = fit("one\ntwo\nthree", &[10.0], 90.0, 2);
        assert_eq!(spoken(&fit.lines[1]), "two …");
    }

    #[test]
    fn cutting_never_separates_a_letter_from_its_marks() {
        for script in ["नमस्ते", "สวัสดีครับ", "👩‍🎤👩‍🎤👩‍🎤", "مُحَمَّد بن عبد الله"]
        {
            let text = clean::one_line(&script.repeat(20), 400);
            for width in [30.0, 47.0, 61.0] {
                let fit = fit(&text, &[10.0], width, 3);
                assert!(
                    fit.lines.iter().all(|line| line.width * fit.size <= width + 0.6),
                    "{script} at {width}"
                );
            }
        }
    }
}
