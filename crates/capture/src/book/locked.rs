//! Whether a book is encrypted, so that only programs of its shop can read it.

use super::archive::Archive;
use super::xml;

/// How fonts are made useless outside the book, which keeps nobody from reading it.
const OF_FONTS: &[&str] = &["http://ns.adobe.com/pdf/enc#RC", "http://www.idpf.org/2008/embedding"];

/// What shops add to a book that they lock.
const KEYS: &[&str] = &["META-INF/license.lcpl", "META-INF/rights.xml", "META-INF/sinf.xml"];

/// Whether anything but fonts is encrypted.
pub(super) fn is_locked(archive: &mut Archive<'_>) -> bool {
    if !archive.has("META-INF/encryption.xml") {
        return false;
    }
    let Ok(bytes) = archive.read("META-INF/encryption.xml") else {
        return KEYS.iter().any(|key| archive.has(key));
    };
    xml::parse(&bytes).all("EncryptedData").iter().any(|data| {
        let method = data.first("EncryptionMethod").and_then(|method| method.attribute("Algorithm"));
        !method.is_some_and(|method| OF_FONTS.contains(&method))
    })
}
