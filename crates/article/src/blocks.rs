//! Block by block: what opens and closes at the edges of paragraphs, headings, lists, quotations, code and tables.
//!
//! 1. An event of the parser comes in; inline ones go to `inline`.
//! 2. A start tag is written and put on the stack; its end takes off what raw HTML left open in it.
//! 3. When the stack is empty, a block of the Document is done.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Tag, TagEnd};

use crate::elements::Place;
use crate::stack::end_tag;
use crate::walk::{DEEPEST, Holds, Taking, Walk, What};
use crate::{alert, code, direction, options, outline};

/// Bytes of code that are highlighted in one article.
const MOST_CODE: usize = 1024 * 1024;
/// What a block of code costs besides its bytes.
const BLOCK_OF_CODE: usize = 256;
/// Bytes of text for each block that there is made room for: a short paragraph.
const BLOCK: usize = 256;
/// Bytes of words after which a list goes on in another block: a window lays out each block as a whole.
const PART_OF_LIST: usize = 32 * 1024;

impl<'a> Walk<'a, '_> {
    /// Writes a whole article. Raw blocks that are never closed are left in `open`.
    pub(crate) fn markdown(&mut self, body: &'a str) {
        self.has_directions = direction::may_run_right_to_left(body);
        self.reserve(body.len() / BLOCK);
        for next in options::events(body) {
            // An event is large: it is matched where it lies.
            let (event, range) = (&next.0, next.1.clone());
            if self.plain.len() >= PART_OF_LIST && matches!(event, Event::Start(Tag::Item)) {
                self.part_list();
            }
            if !matches!(event, Event::End(_)) {
                self.source.start = self.source.start.min(range.start);
            }
            if !is_list(event) {
                self.source.end = self.source.end.max(range.end);
            }
            match next.0 {
                Event::Text(text) => self.text(&text),
                Event::SoftBreak => self.soft_break(),
                Event::Start(tag) => {
                    if self.open.is_empty() {
                        let has_text = !matches!(tag, Tag::CodeBlock(_) | Tag::HtmlBlock);
                        self.simple = has_text && body.get(range).is_some_and(is_simple);
                    }
                    self.start(tag);
                }
                Event::End(end) => {
                    self.end(end);
                    if self.open.is_empty() && self.taking == Taking::Words {
                        self.finish_block();
                    }
                }
                Event::Rule => {
                    self.leave_words();
                    self.out.push("<hr>");
                    self.wordless.push_str("hr");
                    if self.open.is_empty() {
                        self.finish_block();
                    }
                }
                Event::Html(html) => self.gathered.push_str(&html),
                Event::InlineMath(tex) => {
                    // `$5 or US$7` is money: no formula is followed by a digit.
                    let money = body.as_bytes().get(range.end).is_some_and(u8::is_ascii_digit);
                    if money { self.money(&tex) } else { self.formula(&tex) }
                }
                other => self.inline(other),
            }
        }
    }

    /// Ends what raw HTML opened and Markdown's blocks can't stand in: a paragraph, a table without a cell.
    pub(crate) fn leave_words(&mut self) {
        self.seam();
        if let Some(top) = self.open.last()
            && !matches!(top.what, What::Markdown)
        {
            self.close_raw_while(|what| match what {
                What::Raw(element, _) => matches!(element.place, Place::Inline | Place::Leaf),
                _ => true,
            });
            self.enter_cell();
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Paragraph => {
                self.leave_words();
                self.paragraph.holds = Holds::Nothing;
                self.paragraph.at = self.out.len();
                self.paragraph.plain_at = self.plain.len();
                self.open("<p>");
            }
            Tag::Heading { level, .. } => {
                self.leave_words();
                self.paragraph.holds = Holds::Text;
                self.heading_at = (self.out.len(), self.plain.len());
                self.open(["<h1>", "<h2>", "<h3>", "<h4>", "<h5>", "<h6>"][level as usize - 1]);
            }
            Tag::BlockQuote(kind) => {
                self.leave_words();
                let Some(kind) = kind else { return self.open("<blockquote>") };
                self.open(&format!("<aside class=\"alert {}\">", alert::name(kind)));
                self.out.push("<p class=\"alert-title\">");
                self.out.push(alert::title(kind, self.spoken));
                self.out.push("</p>");
            }
            Tag::CodeBlock(kind) => {
                self.leave_words();
                self.taking = Taking::Code;
                self.code_at = self.plain.len();
                self.language.clear();
                if let CodeBlockKind::Fenced(info) = kind {
                    self.language.push_str(info.split_ascii_whitespace().next().unwrap_or_default());
                }
            }
            Tag::HtmlBlock => {
                self.taking = Taking::Html;
                self.gathered.clear();
            }
            Tag::List(start) => {
                if self.open.is_empty() {
                    self.next_item = start;
                }
                self.open_list(start);
            }
            Tag::Item => {
                self.leave_words();
                if self.open.len() == 1 {
                    self.next_item = self.next_item.map(|number| number.saturating_add(1));
                }
                self.paragraph.holds = Holds::Text;
                self.open("<li>");
                self.item_at = self.open.last().map_or(0, |item| item.name_end);
            }
            Tag::DefinitionList => self.open_flow("<dl>"),
            Tag::DefinitionListTitle => self.open_flow("<dt>"),
            Tag::DefinitionListDefinition => self.open_flow("<dd>"),
            Tag::FootnoteDefinition(name) => self.start_note(name),
            Tag::Table(alignments) => {
                self.leave_words();
                self.table.alignments = alignments;
                self.table.has_body = false;
                self.open_table();
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.open_part("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                let first = !std::mem::replace(&mut self.table.has_body, true);
                self.open_part(if first { "<tbody><tr>" } else { "<tr>" });
            }
            Tag::TableCell => self.open_cell(),
            Tag::MetadataBlock(_) => self.taking = Taking::Nothing(1),
            other => self.start_inline(other),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level as u8),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => {
                self.taking = Taking::Words;
                let html = std::mem::take(&mut self.gathered);
                self.raw_block(&html);
                self.gathered = html;
            }
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::Table => {
                let written = self.open.last().is_some_and(|table| table.written);
                if self.table.has_body && written {
                    self.out.push("</tbody>");
                }
                self.close(end_tag(end));
            }
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.close(end_tag(end));
            }
            TagEnd::TableCell => {
                self.table.column += 1;
                self.space();
                self.close(if self.table.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::MetadataBlock(_) => self.taking = Taking::Words,
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => self.end_inline(end),
            other => {
                self.space();
                self.close(end_tag(other));
            }
        }
    }

    fn open_list(&mut self, start: Option<u64>) {
        match start {
            Some(1) => self.open_flow("<ol>"),
            Some(start) => self.open_flow(&format!("<ol start=\"{start}\">")),
            None => self.open_flow("<ul>"),
        }
    }

    /// Ends the block before an item, where it is a list, which goes on in another.
    fn part_list(&mut self) {
        let [list] = self.open.as_slice() else { return };
        let (at, next) = (list.name_end, self.next_item);
        self.out.insert(at, " class=\"on\"");
        self.close(end_tag(TagEnd::List(next.is_some())));
        self.finish_block();
        self.open_list(next);
    }

    fn open_flow(&mut self, tag: &str) {
        self.leave_words();
        self.paragraph.holds = Holds::Text;
        self.open(tag);
    }

    fn open_cell(&mut self) {
        self.paragraph.holds = Holds::Text;
        let align = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " align=\"left\"",
            Some(Alignment::Center) => " align=\"center\"",
            Some(Alignment::Right) => " align=\"right\"",
            _ => "",
        };
        self.open_part(if self.table.in_head { "<th>" } else { "<td>" });
        if let Some(cell) = self.open.last().filter(|cell| cell.written && !align.is_empty()) {
            let at = cell.name_end;
            self.out.insert(at, align);
        }
    }

    /// Opens a table in its frame, if all of it can be written; else its words are written flat.
    fn open_table(&mut self) {
        let fits = self.open.len() + 3 <= DEEPEST;
        if fits {
            self.out.push(TABLE_FRAME);
        }
        self.open_if(fits, "<table>");
    }

    /// Opens a row or cell, if the table was.
    fn open_part(&mut self, tag: &str) {
        let written = self.open.last().is_some_and(|table| table.written);
        self.open_if(written, tag);
    }

    fn end_heading(&mut self, level: u8) {
        let (at, plain_at) = self.heading_at;
        self.close_raw_while(|_| true);
        let written = self.open.last().is_some_and(|heading| heading.written);
        let name_end = self.open.last().map_or(0, |heading| heading.name_end);
        let alone = self.open.len() == 1;
        self.close(["</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>"][usize::from(level) - 1]);
        let words = outline::one_line(&self.plain[plain_at..]);
        self.space();
        if alone && self.is_headline(level, &words) {
            self.out.html.truncate(at);
            // The words of a headline are not among those of the text, as they are not where the front matter has it.
            self.plain.truncate(plain_at);
            self.wordless.clear();
            return;
        }
        let quoted = self.open.iter().any(|open| matches!(open.what, What::Markdown));
        let id = self.outline.add(level, words, !quoted);
        if written && !self.bare {
            self.out.insert(name_end, &[" id=\"", &id, "\""].concat());
        }
    }

    /// Whether a heading is the article's own headline: the first one before all text, which is it or repeats it.
    fn is_headline(&mut self, level: u8, words: &str) -> bool {
        // A heading of a part names that part, unless it stands above everything.
        let first = self.found_title.is_none() && (level == 1 || self.leads);
        if first {
            self.found_title = Some(words.to_owned());
        }
        let leads = self.leads && !self.bare && (level == 1 || self.title.is_none()) && !words.is_empty();
        leads && first && self.title.as_ref().is_none_or(|title| outline::same(title, words))
    }

    fn end_code(&mut self) {
        self.taking = Taking::Words;
        let source = &self.plain[self.code_at..];
        if self.language.is_empty() {
            self.out.push("<pre><code>");
            let at = self.out.len();
            self.out.text(source);
            code::box_lines(&mut self.out.html, at);
            self.out.push("</code></pre>");
        } else {
            self.out.push("<figure class=\"code\"");
            self.out.attribute("data-language", &self.language);
            self.out.push("><pre><code class=\"language-");
            self.out.value(&self.language);
            self.out.push("\">");
            let at = self.out.len();
            self.spent.code += source.len() + BLOCK_OF_CODE;
            let lit = self.out.shown
                && self.told.is_none()
                && self.spent.code <= MOST_CODE
                && self.dull != self.language
                && code::highlight(source, &self.language, &mut self.out.html);
            if !lit {
                // The next block is often in the same language, and need not be looked up.
                self.dull.clone_from(&self.language);
                self.out.text(source);
            }
            code::box_lines(&mut self.out.html, at);
            self.out.push("</code></pre></figure>");
        }
        self.space();
    }
}

/// What stands around a table, so that a wide one scrolls by itself.
pub(crate) const TABLE_FRAME: &str =
    "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">";

/// Whether a list begins or ends: its bytes are those of its items, as it may fall into several blocks, and one of definitions
/// is said to go on to the end of what follows it.
fn is_list(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(Tag::List(_) | Tag::DefinitionList)
            | Event::End(TagEnd::List(_) | TagEnd::DefinitionList)
    )
}

/// Whether what is written has no sign that is escaped or may be a mark: then its words need no look for one.
fn is_simple(source: &str) -> bool {
    let source = source.as_bytes();
    memchr::memchr3(b'&', b'<', b'>', source).is_none() && memchr::memchr3(b'=', b'~', b'^', source).is_none()
}
