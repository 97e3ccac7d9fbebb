//! The peer: readability.js with linkedom, in the versions of `peer/package-lock.json`.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::corpus::{Sample, Wanted};
use crate::speed::Speed;

/// What it is made of: these files are put where it is installed.
const FILES: &[(&str, &str)] = &[
    (".npmrc", include_str!("peer/.npmrc")),
    ("package.json", include_str!("peer/package.json")),
    ("package-lock.json", include_str!("peer/package-lock.json")),
    ("peer.mjs", include_str!("peer/peer.mjs")),
];

/// How fast it is with the same pages; `None` where it can't be had.
pub(crate) fn speed(samples: &[Sample], target: &Path) -> Option<Speed> {
    let folder = target.join("peer");
    let pages = folder.join("pages");
    fs::create_dir_all(&pages).unwrap();
    for (name, text) in FILES {
        fs::write(folder.join(name), text).unwrap();
    }
    let installed = Command::new("npm")
        .args(["ci", "--no-fund", "--no-audit"])
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .is_ok_and(|done| done.status.success());
    if !installed {
        return None;
    }
    // It is given text, as a browser gives it: finding the encoding is left out of its time.
    let real = samples.iter().filter(|sample| !matches!(sample.wanted, Wanted::Feature(..)));
    for (number, sample) in real.enumerate() {
        let mut file = fs::File::create(pages.join(format!("{number}.html"))).unwrap();
        file.write_all(&sample.bytes).unwrap();
    }
    let run = Command::new("node")
        .args(["peer.mjs", "pages"])
        .current_dir(&folder)
        .stderr(Stdio::inherit())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let mut speeds = said.split_whitespace().filter_map(|speed| speed.parse().ok());
    Some(Speed { first: speeds.next()?, best: speeds.next()? })
}
