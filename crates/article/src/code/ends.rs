//! Where what has begun ends.

/// Bytes that are looked at for the end of what may be a regular expression.
const LONGEST_REGEX: usize = 200;

/// Bytes of `#[…]`, brackets in brackets, on a line.
pub(super) fn attribute(text: &str) -> usize {
    let mut depth = 0_usize;
    let end = text.bytes().position(|byte| {
        depth += usize::from(byte == b'[');
        depth = depth.saturating_sub(usize::from(byte == b']'));
        byte == b'\n' || (byte == b']' && depth == 0)
    });
    end.map_or(text.len(), |end| end + usize::from(text.as_bytes()[end] == b']'))
}

/// Bytes of a comment that may hold others of its kind.
pub(super) fn nested(text: &str, open: &str, close: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(open.as_bytes()) {
            depth += 1;
            at += open.len();
        } else if rest.starts_with(close.as_bytes()) {
            depth -= 1;
            at += close.len();
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// Bytes of a quoted text behind its opening mark, with its closing one. One that may not cross lines ends with its line.
pub(super) fn quoted(text: &str, close: &str, escapes: bool, lines: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if escapes && bytes[at] == b'\\' {
            // An escaped line end goes on, as it does in C and in shells.
            at += 2;
        } else if bytes[at] == b'\n' && !lines {
            return at;
        } else if bytes[at..].starts_with(close.as_bytes()) {
            return at + close.len();
        } else {
            at += 1;
        }
    }
    text.len()
}

/// Bytes of a regular expression with its flags, if it ends soon and on its line.
pub(super) fn regex(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut set) = (1, false);
    while at < bytes.len().min(LONGEST_REGEX) {
        match bytes[at] {
            b'\n' => return None,
            b'\\' => at += 1,
            b'[' => set = true,
            b']' => set = false,
            b'/' if !set && at > 1 => {
                let flags = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                return Some(at + 1 + flags);
            }
            b'/' if !set => return None,
            _ => {}
        }
        at += 1;
    }
    None
}
