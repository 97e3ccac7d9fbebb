//! Writes text with classes.

/// What a piece of code is; the names are those of the window's styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Plain,
    Keyword,
    String,
    Number,
    Comment,
    Function,
    Type,
    Constant,
    Variable,
    Operator,
    Tag,
    Attribute,
    Inserted,
    Deleted,
}

impl Class {
    fn name(self) -> &'static str {
        match self {
            Class::Plain => "",
            Class::Keyword => "k-keyword",
            Class::String => "k-string",
            Class::Number => "k-number",
            Class::Comment => "k-comment",
            Class::Function => "k-function",
            Class::Type => "k-type",
            Class::Constant => "k-constant",
            Class::Variable => "k-variable",
            Class::Operator => "k-operator",
            Class::Tag => "k-tag",
            Class::Attribute => "k-attribute",
            Class::Inserted => "k-inserted",
            Class::Deleted => "k-deleted",
        }
    }
}

/// HTML that is being written. Pieces of one class that touch are one element.
pub(super) struct Spans<'o> {
    out: &'o mut String,
    open: Class,
}

impl<'o> Spans<'o> {
    pub(super) fn new(out: &'o mut String) -> Self {
        Spans { out, open: Class::Plain }
    }

    pub(super) fn add(&mut self, class: Class, text: &str) {
        if text.is_empty() {
            return;
        }
        if class != self.open {
            self.end();
            if class != Class::Plain {
                self.out.push_str("<span class=\"");
                self.out.push_str(class.name());
                self.out.push_str("\">");
            }
            self.open = class;
        }
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>']) {
            self.out.push_str(&rest[..at]);
            self.out.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                _ => "&gt;",
            });
            rest = &rest[at + 1..];
        }
        self.out.push_str(rest);
    }

    /// Ends the element that is open.
    pub(super) fn end(&mut self) {
        if self.open != Class::Plain {
            self.out.push_str("</span>");
        }
        self.open = Class::Plain;
    }
}
