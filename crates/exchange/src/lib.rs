//! Other programs' files, in and out, over `Read` and `Write`. It knows no library, no folder and no network.
//!
//! 1. `arriving`: what another reader's export holds, entry by entry.
//! 2. `leaving`: articles as EPUB, HTML, JSON, CSV, bookmarks, a website.
//! 3. `annotations`: highlights and notes, in and out.

pub mod annotations;
pub mod arriving;
pub mod leaving;
