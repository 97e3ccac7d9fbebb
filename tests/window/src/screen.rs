//! A screen that nobody sees.

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A running Xvfb; it ends when this is dropped.
pub struct Screen {
    server: Child,
    /// As in the variable DISPLAY.
    pub display: String,
    folder: tempfile::TempDir,
}

/// Width and height in pixels.
pub const SIZE: (u32, u32) = (1600, 1200);

impl Screen {
    /// Starts one on the first free display number.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{}x{}x24", SIZE.0, SIZE.1)])
            .args(["-nolisten", "tcp", "-noreset", "-fbdir"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts: ./dev test installs it");
        let mut number = String::new();
        let mut out = server.stdout.take().unwrap();
        let mut byte = [0];
        while out.read(&mut byte).unwrap() == 1 && byte[0] != b'\n' {
            number.push(byte[0] as char);
        }
        assert!(!number.is_empty(), "Xvfb gave no display");
        Self { server, display: format!(":{number}"), folder }
    }

    /// The picture that the screen shows: Xvfb keeps it in a file, so that looking disturbs nobody.
    pub fn picture(&self) -> Picture {
        let path: PathBuf = self.folder.path().join("Xvfb_screen0");
        let file = File::open(path).unwrap();
        let mut head = [0; 100];
        file.read_exact_at(&mut head, 0).unwrap();
        // The header of an XWD file: its own length, the bytes of a line and the number of 12-byte colours after it.
        let word = |place: usize| u32::from_be_bytes(head[place * 4..place * 4 + 4].try_into().unwrap());
        Picture { file, pixels: u64::from(word(0) + word(19) * 12), line: u64::from(word(12)) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// What a screen shows, read anew with each question.
pub struct Picture {
    file: File,
    pixels: u64,
    line: u64,
}

impl Picture {
    /// How often the colour changes from one pixel to the next, along every 24th line: two for each line across a
    /// blank window, dozens for one across text.
    pub fn edges(&self) -> usize {
        let mut line = vec![0; self.line as usize];
        let mut edges = 0;
        for y in (12..u64::from(SIZE.1)).step_by(24) {
            self.file.read_exact_at(&mut line, self.pixels + y * self.line).unwrap();
            let (pixels, _) = line.as_chunks::<4>();
            edges += pixels.windows(2).filter(|pair| pair[0] != pair[1]).count();
        }
        edges
    }
}
