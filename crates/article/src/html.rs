//! Writing HTML: nothing reaches it unescaped but what this crate writes itself.

/// HTML as it grows; where only a summary is wanted, nothing is kept of it.
#[derive(Debug, Default)]
pub(crate) struct Out {
    pub(crate) html: String,
    /// Whether the HTML is wanted.
    pub(crate) shown: bool,
    /// How often markup was written, wanted or not.
    pub(crate) pushed: usize,
}

impl Out {
    /// Writes markup of our own.
    #[inline]
    pub(crate) fn push(&mut self, markup: &str) {
        self.pushed += 1;
        if self.shown {
            self.html.push_str(markup);
        }
    }

    /// Writes words.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        if self.shown {
            escape_text(text, &mut self.html);
        }
    }

    /// Writes the value of an attribute, to stand in double quotes.
    pub(crate) fn value(&mut self, value: &str) {
        if self.shown {
            escape_value(value, &mut self.html);
        }
    }

    /// Writes ` name="value"`.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        if self.shown {
            self.html.push(' ');
            self.html.push_str(name);
            self.html.push_str("=\"");
            escape_value(value, &mut self.html);
            self.html.push('"');
        }
    }

    /// Writes the address of a link, percent-encoded as CommonMark does.
    pub(crate) fn address(&mut self, address: &str) {
        if self.shown {
            encode(address, is_plain_in_address, &mut self.html);
        }
    }

    /// Writes a number.
    pub(crate) fn number(&mut self, number: u64) {
        if self.shown {
            let mut digits = [0_u8; 20];
            let mut at = digits.len();
            let mut rest = number;
            loop {
                at -= 1;
                digits[at] = b'0' + (rest % 10) as u8;
                rest /= 10;
                if rest == 0 {
                    break;
                }
            }
            self.html.extend(digits[at..].iter().map(|digit| char::from(*digit)));
        }
    }

    /// Where the next markup will stand.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.html.len()
    }

    /// Puts markup in at a place that [`Out::len`] gave before.
    pub(crate) fn insert(&mut self, at: usize, markup: &str) {
        if self.shown {
            self.html.insert_str(at, markup);
        }
    }
}

/// Escapes words between tags.
#[inline]
pub(crate) fn escape_text(text: &str, out: &mut String) {
    let mut from = 0;
    for at in memchr::memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(&text[from..at]);
        push_entity(text.as_bytes()[at], out);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Escapes the value of an attribute in double quotes.
pub(crate) fn escape_value(value: &str, out: &mut String) {
    let mut from = 0;
    for (at, byte) in value.bytes().enumerate() {
        if matches!(byte, b'&' | b'<' | b'>' | b'"') {
            out.push_str(&value[from..at]);
            push_entity(byte, out);
            from = at + 1;
        }
    }
    out.push_str(&value[from..]);
}

/// Percent-encodes all but letters, digits and `-_.!~*'()`, as `encodeURIComponent` does.
pub(crate) fn encode_component(text: &str, out: &mut String) {
    encode(text, |byte| byte.is_ascii_alphanumeric() || b"-_.!~*()".contains(&byte), out);
}

/// Takes percent-encoding off; what is not UTF-8 then stays as it was.
pub(crate) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut made = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                made.push(byte);
                at += 3;
            }
            None => {
                made.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(made).unwrap_or_else(|_| text.to_owned())
}

#[inline]
fn push_entity(byte: u8, out: &mut String) {
    // A piece of known length is written without a call.
    match byte {
        b'&' => out.push_str("&amp;"),
        b'<' => out.push_str("&lt;"),
        b'>' => out.push_str("&gt;"),
        _ => out.push_str("&quot;"),
    }
}

fn is_plain_in_address(byte: u8) -> bool {
    PLAIN_IN_ADDRESS[usize::from(byte)]
}

static PLAIN_IN_ADDRESS: [bool; 256] = {
    let mut plain = [false; 256];
    let mut at = 0;
    while at < 256 {
        plain[at] = (at as u8).is_ascii_alphanumeric();
        at += 1;
    }
    let signs = b"-_.+!*(),%#@?=;:/$~";
    let mut at = 0;
    while at < signs.len() {
        plain[signs[at] as usize] = true;
        at += 1;
    }
    plain
};

fn encode(text: &str, plain: impl Fn(u8) -> bool, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if plain(byte) {
            continue;
        }
        // What is not plain is at the edge of a character: a byte of its own, or a whole character byte by byte.
        out.push_str(text.get(from..at).unwrap_or_default());
        from = at + 1;
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            _ => out.extend([
                '%',
                char::from(HEX[usize::from(byte >> 4)]),
                char::from(HEX[usize::from(byte & 15)]),
            ]),
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
}
