//! A person's folders, empty and their own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::program;

/// A home directory of its own, with every XDG folder in it.
pub struct Home {
    folder: tempfile::TempDir,
    library: Option<PathBuf>,
    environment: Vec<(String, String)>,
    kept: Vec<Box<dyn std::any::Any>>,
}

impl Home {
    /// A home whose library is the empty folder `library` in it.
    pub fn new() -> Self {
        let mut home = Self::without_library();
        let library = home.path().join("library");
        std::fs::create_dir(&library).unwrap();
        home.library = Some(library);
        home
    }

    /// A home where Offprint was never started: `OFFPRINT_LIBRARY` is not set.
    pub fn without_library() -> Self {
        let home = Self {
            folder: tempfile::Builder::new().prefix("offprint-home-").tempdir().unwrap(),
            library: None,
            environment: Vec::new(),
            kept: Vec::new(),
        };
        // Stands for the system browser: writes down what it is asked to open.
        let browser = home.path().join("bin").join("xdg-open");
        std::fs::create_dir(home.path().join("bin")).unwrap();
        std::fs::write(&browser, "#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"$HOME/opened\"\n").unwrap();
        std::fs::set_permissions(&browser, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        home
    }

    /// A home with a copy of the folder `from` as its library.
    pub fn with(from: &Path) -> Self {
        let home = Self::new();
        copy(from, &home.library());
        home
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Its library; where none was set, the folder that a first start makes.
    pub fn library(&self) -> PathBuf {
        self.library.clone().unwrap_or_else(|| self.path().join("Documents").join("Offprint"))
    }

    /// The addresses that the system browser was asked to open.
    pub fn opened(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.path().join("opened")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Has `OFFPRINT_LIBRARY` name another folder.
    pub fn set_library(&mut self, folder: PathBuf) {
        self.library = Some(folder);
    }

    /// Keeps what runs in this home, such as a voice, for as long as the home is there.
    pub fn keep(&mut self, running: impl std::any::Any) {
        self.kept.push(Box::new(running));
    }

    /// Sets variables, such as those that name the system's language, over the usual ones of a test.
    pub fn set_environment(&mut self, variables: &[(&str, &str)]) {
        self.environment =
            variables.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
    }

    /// Gives the command the surroundings of this home.
    pub fn apply(&self, command: &mut Command) {
        for name in
            ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"]
        {
            let folder = self.path().join(name);
            std::fs::create_dir_all(&folder).unwrap();
            command.env(name, folder);
        }
        let path = std::env::var("PATH").unwrap_or_default();
        command.env("PATH", format!("{}:{path}", self.path().join("bin").display()));
        // No voice is started for a test: there is one where a test starts it.
        let voice = self.path().join("XDG_RUNTIME_DIR/speech-dispatcher/speechd.sock");
        command.env("SPEECHD_ADDRESS", format!("unix_socket:{}", voice.display()));
        command
            .env("HOME", self.path())
            .env_remove("WAYLAND_DISPLAY")
            .env("LC_ALL", "C.UTF-8")
            .env_remove("LANGUAGE");
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        match &self.library {
            Some(library) => command.env("OFFPRINT_LIBRARY", library),
            None => command.env_remove("OFFPRINT_LIBRARY"),
        };
    }

    /// Runs the `offprint` command in this home.
    pub fn offprint(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(program("offprint"));
        self.apply(&mut command);
        command.args(arguments).env_remove("DISPLAY").output().unwrap()
    }
}

impl Home {
    /// What `offprint --json list` says of the article of this title.
    pub fn listed(&self, title: &str) -> Option<serde_json::Value> {
        let list: Vec<serde_json::Value> =
            serde_json::from_slice(&self.offprint(&["--json", "list"]).stdout).unwrap_or_default();
        list.into_iter().find(|entry| entry["title"] == title)
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
