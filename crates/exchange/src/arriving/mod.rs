//! What another program's export holds, entry by entry.
//!
//! 1. `format` tells by its content which program's it is; a name only helps where the content says nothing.
//! 2. `text` decodes what is text, `table` reads rows of CSV, `json` the elements of an array, `markup` the tags of HTML and
//!    OPML, `archive` what is packed, and `salvage` what is left of an archive that was cut short.
//! 3. A file each knows one program's form, and makes an [`Entry`] of what it finds, or a [`Refusal`]: `pocket`,
//!    `instapaper`, `omnivore`, `wallabag`, `readwise`, `raindrop`, `matter`, `readeck`, `karakeep`, `linkwarden`, `opml`,
//!    `bookmarks`, `addresses`, `files`, `own` (Offprint's table); `columns` any other table that has addresses.
//!
//! Whatever is in the file is handed over once, as an entry or as a refusal, so that who counts both has all of it. Files
//! are read piece by piece: the longest piece is one entry, or one member of an archive.

mod addresses;
mod archive;
mod bookmarks;
mod columns;
mod entry;
mod files;
mod format;
mod halves;
mod instapaper;
pub(crate) mod json;
mod karakeep;
mod linkwarden;
mod markup;
mod matter;
mod names;
mod omnivore;
mod opml;
mod own;
mod pocket;
mod raindrop;
mod read;
mod readeck;
mod readwise;
pub(crate) mod salvage;
mod table;
mod text;
pub(crate) mod times;
mod values;
mod wallabag;

pub use self::archive::{ByName, Container, Lack};
pub use self::entry::{Body, Came, Content, Entry, Highlight, Kind, Refusal};
pub use self::format::Format;
pub use self::read::{Unread, is_export, read, read_container};
