//! Plain text as blocks: the same figures and escapes as Markdown's.

use pulldown_cmark::CowStr;

use crate::figure::Picture;
use crate::text::{Piece, TextArticle};
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// Writes an article that was plain text.
    pub(crate) fn text_article(&mut self, article: &TextArticle<'_>) {
        for piece in &article.pieces {
            self.prose = !matches!(piece, Piece::Figure { .. });
            match piece {
                Piece::Paragraph(words) => {
                    self.out.push("<p>");
                    self.words(words);
                    self.out.push("</p>");
                }
                Piece::Verse(lines) => {
                    self.out.push("<p class=\"verse\">");
                    for (at, line) in lines.lines().enumerate() {
                        self.out.push(if at > 0 { "<br>" } else { "" });
                        self.words(line.trim_end());
                        self.space();
                    }
                    self.out.push("</p>");
                }
                Piece::Figure { alt, caption } => {
                    let mut picture = Picture::new(CowStr::Borrowed(""), CowStr::from((*caption).to_owned()));
                    (*alt).clone_into(&mut picture.alt);
                    self.figure(&picture);
                }
            }
            self.finish_block();
        }
    }
}
