//! Other programs' exports.

use std::io::Cursor;

use exchange::arriving::{Came, Container, read};

/// So many entries are asked for.
const MOST: usize = 5000;

/// Whatever a file holds is read to its end, nothing is asked for after somebody wanted no more, and each refusal says why.
pub fn export(data: &[u8]) {
    for name in ["export", "export.md", "export.json"] {
        let mut count = 0;
        let _ = read(Cursor::new(data), name, &mut |came, files: &mut dyn Container| {
            assert!(count < MOST, "more was handed over than was asked for");
            count += 1;
            match came {
                Came::Entry(entry) => {
                    let base = entry.content.map(|content| content.base).unwrap_or_default();
                    let _ = files.read(&base, 1 << 20);
                }
                Came::Refused(refusal) => assert!(refusal.reason.ends_with('.'), "{refusal:?}"),
            }
            count < MOST
        });
    }
}
