//! A PDF file in the making: pages, parts that pages share, and the fonts at the end.

use std::collections::BTreeMap;

use flate2::{Compress, Compression, FlushCompress, Status};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Settings, TextStr, types::Direction};

use super::ink::{Inks, resource_name};
use crate::{
    DocumentError, Locale,
    text::{Faces, Font},
};

/// A finished document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// A drawing kept once and shown on many pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FormId(pub(crate) usize);

/// A PDF file in the making.
pub(crate) struct PdfFile {
    pdf: Pdf,
    next: i32,
    catalog: Ref,
    tree: Ref,
    resources: Ref,
    pages: Vec<Ref>,
    forms: Vec<Ref>,
    packer: Compress,
}

impl PdfFile {
    pub(crate) fn new() -> Self {
        Self {
            pdf: Pdf::with_settings(Settings { pretty: false }),
            next: 4,
            catalog: Ref::new(1),
            tree: Ref::new(2),
            resources: Ref::new(3),
            pages: Vec::new(),
            forms: Vec::new(),
            packer: Compress::new(Compression::new(4), true),
        }
    }

    fn reference(&mut self) -> Ref {
        let reference = Ref::new(self.next);
        self.next += 1;
        reference
    }

    /// Keeps a drawing; `area` is what it covers in PDF's own coordinates: left, bottom, right, top.
    pub(crate) fn add_form(&mut self, content: &[u8], [left, bottom, right, top]: [f32; 4]) -> FormId {
        let reference = self.reference();
        let packed = pack(&mut self.packer, content);
        let mut form = self.pdf.form_xobject(reference, &packed);
        form.filter(Filter::FlateDecode);
        form.bbox(Rect::new(left, bottom, right, top));
        form.pair(Name(b"Resources"), self.resources);
        form.finish();
        self.forms.push(reference);
        FormId(self.forms.len() - 1)
    }

    /// Adds a page of `width` × `height` points.
    pub(crate) fn add_page(&mut self, content: &[u8], width: f32, height: f32) {
        let (page, stream) = (self.reference(), self.reference());
        let packed = pack(&mut self.packer, content);
        self.pdf.stream(stream, &packed).filter(Filter::FlateDecode);
        let mut written = self.pdf.page(page);
        written.parent(self.tree).media_box(Rect::new(0.0, 0.0, width, height)).contents(stream);
        written.pair(Name(b"Resources"), self.resources);
        written.finish();
        self.pages.push(page);
    }

    /// The finished file. It carries no date, so that the same input gives the same bytes.
    ///
    /// # Errors
    /// When a built-in font is damaged.
    pub(crate) fn finish(
        mut self,
        inks: &Inks,
        faces: &Faces,
        title: &str,
        locale: Locale,
    ) -> Result<Printed, DocumentError> {
        let fonts: BTreeMap<Font, Ref> = inks.fonts().map(|font| (font, self.reference())).collect();
        let mut next = self.next;
        let number = || {
            next += 1;
            Ref::new(next - 1)
        };
        inks.write(&mut self.pdf, faces, number, |font| fonts.get(&font).copied().unwrap_or(Ref::new(1)))?;
        self.next = next;
        self.write_resources(&fonts);
        let info = self.reference();
        self.pdf.document_info(info).title(TextStr(title)).creator(TextStr("Stagedoor"));
        let count = i32::try_from(self.pages.len()).unwrap_or(i32::MAX);
        self.pdf.pages(self.tree).kids(self.pages.iter().copied()).count(count);
        let mut catalog = self.pdf.catalog(self.catalog);
        catalog.pages(self.tree).lang(TextStr(locale.tag()));
        let mut preferences = catalog.viewer_preferences();
        preferences.direction(Direction::L2R).display_doc_title(true);
        // Tickets are drawn to scale: a viewer that shrinks them to fit would move cut marks and shrink codes.
        preferences.pair(Name(b"PrintScaling"), Name(b"None"));
        preferences.finish();
        catalog.finish();
        Ok(Printed { pages: self.pages.len(), bytes: self.pdf.finish() })
    }

    fn write_resources(&mut self, fonts: &BTreeMap<Font, Ref>) {
        let mut resources = self.pdf.indirect(self.resources).dict();
        let mut dictionary = resources.insert(Name(b"Font")).dict();
        for (font, reference) in fonts {
            dictionary.pair(Name(resource_name(*font).as_bytes()), *reference);
        }
        dictionary.finish();
        let mut dictionary = resources.insert(Name(b"XObject")).dict();
        for (index, reference) in self.forms.iter().enumerate() {
            dictionary.pair(Name(format!("X{index}").as_bytes()), *reference);
        }
    }
}

/// Packs one page. The packer is kept: making one costs more than packing a ticket with it.
fn pack(packer: &mut Compress, bytes: &[u8]) -> Vec<u8> {
    packer.reset();
    let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
    loop {
        let taken = usize::try_from(packer.total_in()).unwrap_or(bytes.len());
        match packer.compress_vec(&bytes[taken..], &mut packed, FlushCompress::Finish) {
            Ok(Status::Ok | Status::BufError) => packed.reserve(256),
            Ok(Status::StreamEnd) | Err(_) => return packed,
        }
    }
}
