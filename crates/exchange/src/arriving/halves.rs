//! Letters of which JSON has only a half: beyond 65,536, a letter is written as two escapes (RFC 8259, 7), and a program
//! that cuts a text may leave one of them.

/// The JSON with U+FFFD for each half; `None` where there is none.
pub(super) fn mended(json: &[u8]) -> Option<Vec<u8>> {
    let (mut mended, mut at, mut found) = (Vec::with_capacity(json.len()), 0, false);
    while let Some(rest) = json.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, is_half) = match (escape(rest), rest.first()) {
            (Some(0xd800..=0xdbff), _) => match rest.get(6..).and_then(escape) {
                Some(0xdc00..=0xdfff) => (12, false),
                _ => (6, true),
            },
            (Some(0xdc00..=0xdfff), _) => (6, true),
            (Some(_), _) => (6, false),
            (None, Some(b'\\')) => (2, false),
            (None, _) => (1, false),
        };
        found |= is_half;
        let length = length.min(rest.len());
        mended.extend_from_slice(if is_half { br"\ufffd" } else { rest.get(..length).unwrap_or_default() });
        at += length;
    }
    found.then_some(mended)
}

/// The number of an escape at the beginning.
fn escape(text: &[u8]) -> Option<u32> {
    let digits = text.strip_prefix(br"\u")?.get(..4)?;
    let is_hex = digits.iter().all(u8::is_ascii_hexdigit);
    std::str::from_utf8(digits)
        .ok()
        .filter(|_| is_hex)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok())
}

#[cfg(test)]
mod tests {
    #[test]
    fn half_letters() {
        let cases = [
            (r#"["a\ud83d"]"#, Some(r#"["a\ufffd"]"#)),
            (r#"["\ude00\ud83d\ude00"]"#, Some(r#"["\ufffd\ud83d\ude00"]"#)),
            (r#"["\ud83dx\n"]"#, Some(r#"["\ufffdx\n"]"#)),
            (r#"["\ud83d\ude00"]"#, None),
            (r#"["\\ud83d"]"#, None),
            (r#"["\u"#, None),
            ("\"\\", None),
        ];
        for (json, expected) in cases {
            let mended =
                super::mended(json.as_bytes()).map(|mended| String::from_utf8_lossy(&mended).into_owned());
            assert_eq!(mended.as_deref(), expected, "{json}");
        }
    }
}
