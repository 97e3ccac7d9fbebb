//! Speech Dispatcher with eSpeak NG, as on a reader's machine, but in a folder of its own and into a file where others have a loudspeaker.

#![allow(unreachable_pub)] // tests/window has it too.

use std::fs::File;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A service that runs until it is dropped.
pub struct Service {
    folder: tempfile::TempDir,
    socket: PathBuf,
    process: Child,
    /// Holds the pipe open that nobody reads.
    _stuck: Option<File>,
}

/// Sound goes to ALSA, whose configuration sends it on.
const CONFIGURATION: &str = "\
AudioOutputMethod \"alsa\"
AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"
DefaultModule espeak-ng
DefaultLanguage \"en\"
";

impl Service {
    /// Starts one. `None` where the machine has none: ./dev test installs it. One that is `stuck` never comes to the end of
    /// a sentence, as if it were a very long one. It listens at `socket`, or in its own folder.
    pub fn start(stuck: bool, socket: Option<PathBuf>) -> Option<Service> {
        let folder = tempfile::tempdir().ok()?;
        let path = folder.path();
        let socket = socket.unwrap_or_else(|| path.join("socket"));
        std::fs::create_dir_all(socket.parent()?).ok()?;
        std::fs::create_dir(path.join("modules")).ok()?;
        std::fs::write(path.join("speechd.conf"), CONFIGURATION).ok()?;
        std::fs::write(path.join("modules/espeak-ng.conf"), "").ok()?;
        let sound = path.join("sound");
        // Written by the sample, as fast as it is taken.
        let alsa = format!(
            "pcm.!default {{ type file slave.pcm null file \"{}\" format raw }}\npcm.null {{ type null }}\nctl.!default {{ type null }}\n",
            sound.display()
        );
        std::fs::write(path.join(".asoundrc"), alsa).ok()?;
        let stuck = match stuck {
            false => None,
            true => {
                Command::new("mkfifo").arg(&sound).status().ok()?;
                Some(File::options().read(true).write(true).open(&sound).ok()?)
            }
        };
        let process = Command::new("speech-dispatcher")
            .args(["--run-single", "--timeout", "0", "--config-dir"])
            .arg(path)
            .arg("--socket-path")
            .arg(&socket)
            .arg("--log-dir")
            .arg(path)
            .arg("--pid-file")
            .arg(path.join("pid"))
            .env("HOME", path)
            .env("XDG_RUNTIME_DIR", path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let service = Service { folder, socket, process, _stuck: stuck };
        let until = Instant::now() + Duration::from_secs(20);
        // The file is there before the service listens at it.
        while UnixStream::connect(&service.socket).is_err() {
            if Instant::now() > until {
                return None;
            }
            thread::sleep(Duration::from_millis(20));
        }
        Some(service)
    }

    /// How many bytes of sound were made.
    pub fn sound(&self) -> u64 {
        std::fs::metadata(self.folder.path().join("sound")).map_or(0, |sound| sound.len())
    }

    /// Where it listens.
    pub fn socket(&self) -> PathBuf {
        self.socket.clone()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
