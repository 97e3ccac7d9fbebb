//! The window, opened in a home, with what a person does in it.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::home::Home;
use crate::screen::Screen;
use crate::webdriver::{Element, Session};
use crate::{processes, program, within};

/// How long the window may take for anything: far more than it needs, so that a slow machine fails no test.
const PATIENCE: Duration = Duration::from_secs(20);

/// Keys as WebDriver names them: <https://www.w3.org/TR/webdriver2/#keyboard-actions>
pub mod key {
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Escape.
    pub const ESCAPE: char = '\u{E00C}';
    /// Tab.
    pub const TAB: char = '\u{E004}';
    /// Backspace.
    pub const BACKSPACE: char = '\u{E003}';
    /// Shift, to be held.
    pub const SHIFT: char = '\u{E008}';
    /// Alt.
    pub const ALT: char = '\u{E00A}';
    /// Control, to be held.
    pub const CONTROL: char = '\u{E009}';
    /// Page up.
    pub const PAGE_UP: char = '\u{E00E}';
    /// Page down.
    pub const PAGE_DOWN: char = '\u{E00F}';
    /// The left arrow.
    pub const LEFT: char = '\u{E012}';
    /// The right arrow.
    pub const RIGHT: char = '\u{E014}';
    /// The arrow up.
    pub const UP: char = '\u{E013}';
    /// The arrow down.
    pub const DOWN: char = '\u{E015}';
    /// End.
    pub const END: char = '\u{E010}';
    /// Home.
    pub const HOME: char = '\u{E011}';
}

/// An open window. Dropped, it is closed; if a test failed, its picture is kept first.
pub struct Reader {
    session: Session,
    driver: Child,
}

/// How a window is opened.
pub struct Start<'a> {
    /// The screen that it appears on.
    pub screen: &'a Screen,
    /// The folders that it sees.
    pub home: &'a Home,
    /// Its arguments.
    pub arguments: &'a [&'a str],
    /// The file in which every connection that it tries is written, if any.
    pub watch: Option<&'a Path>,
    /// The program.
    pub binary: PathBuf,
}

impl<'a> Start<'a> {
    /// The window as built beside the tests, without arguments.
    pub fn new(screen: &'a Screen, home: &'a Home) -> Self {
        Self::of(program("offprint-reader"), screen, home)
    }

    /// Another build of it.
    pub fn of(binary: PathBuf, screen: &'a Screen, home: &'a Home) -> Self {
        Self { screen, home, arguments: &[], watch: None, binary }
    }

    /// Starts it. Does not wait for the shelf.
    pub fn open(&self) -> Reader {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        // A message bus for each window, or the second would hand its argument to the first.
        let mut command = Command::new("dbus-run-session");
        command.arg("--");
        if let Some(file) = self.watch {
            command
                .args(["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o"])
                .arg(file);
        }
        command.arg("WebKitWebDriver").arg(format!("--port={port}"));
        self.home.apply(&mut command);
        let driver = command
            .env("DISPLAY", &self.screen.display)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-run-session and WebKitWebDriver start: ./dev test installs them");
        let binary = self.binary.to_str().unwrap();
        let listening = within(PATIENCE, || std::net::TcpStream::connect(("127.0.0.1", port)).ok());
        assert!(listening.is_some(), "WebKitWebDriver does not answer");
        let session = Session::open(port, binary, self.arguments);
        Reader { session: session.unwrap_or_else(|error| panic!("no window: {error}")), driver }
    }
}

impl Reader {
    /// What drives it, for what is not said here.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The address of the message bus that is this window's alone.
    pub fn bus(&self) -> String {
        let of = |process: u32| processes::variable(process, "DBUS_SESSION_BUS_ADDRESS");
        // That of the bus of whoever runs the tests is in the environment of its own starter.
        let started = processes::tree(self.driver.id()).into_iter().skip(1);
        started.filter_map(of).find(|bus| Some(bus) != of(self.driver.id()).as_ref()).expect("a session bus")
    }

    /// Runs a script in the page, with what `page.js` defines; gives what it returns.
    pub fn run(&self, body: &str, arguments: Value) -> Value {
        let script = format!("{}\n{body}", include_str!("page.js"));
        self.session.run(&script, arguments).unwrap_or_else(|error| panic!("{body}: {error}"))
    }

    /// Runs an asynchronous script in the page; gives what it returns.
    pub fn run_async(&self, body: &str, arguments: Value) -> Value {
        let script = format!("{}\n{body}", include_str!("page.js"));
        self.session.run_async(&script, arguments).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Waits until a script returns something true, and gives it.
    pub fn until(&self, body: &str, arguments: Value) -> Value {
        let truth = |value: &Value| !matches!(value, Value::Null | Value::Bool(false)) && value != &json!("");
        within(PATIENCE, || Some(self.run(body, arguments.clone())).filter(truth)).unwrap_or_else(|| {
            panic!("never became true: {body} {arguments}; the page says:\n{}", self.text())
        })
    }

    /// The element with this role and accessible name, waited for.
    pub fn get(&self, role: &str, name: &str) -> Element {
        Element::of(&self.until("return one(...arguments)", json!([role, name]))).unwrap()
    }

    /// Whether there is one now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.run("return one(...arguments) !== null", json!([role, name])) == true
    }

    /// Clicks it, once it is there.
    pub fn click(&self, role: &str, name: &str) {
        let clicked = within(PATIENCE, || self.click_now(role, name));
        assert!(clicked.is_some(), "the {role} “{name}” can't be clicked");
    }

    /// Chooses in a menu, which closes where what it belongs to is drawn anew meanwhile.
    pub fn choose(&self, menu: &str, choice: &str) {
        let chosen = within(PATIENCE, || {
            if !self.has("button", choice) {
                self.click_now("button", menu)?;
            }
            self.click_now("button", choice)
        });
        assert!(chosen.is_some(), "“{choice}” can't be chosen in “{menu}”");
    }

    /// Clicks it if it is there and rests: a bar that slides in is clicked once it has come.
    fn click_now(&self, role: &str, name: &str) -> Option<()> {
        let resting = self.run_async(
            "const place = () => JSON.stringify(one(...arguments)?.getBoundingClientRect() ?? '');
             const was = place();
             await sleep(40);
             return place() === was ? one(...arguments) : null",
            json!([role, name]),
        );
        // It may be drawn anew between being found and being clicked.
        self.session.click(&Element::of(&resting)?).ok()
    }

    /// An attribute or property of it, as a script sees it.
    pub fn state(&self, role: &str, name: &str, property: &str) -> Value {
        let element = self.get(role, name);
        self.run(
            "return arguments[0].getAttribute(arguments[1]) ?? arguments[0][arguments[1]]",
            json!([element.value(), property]),
        )
    }

    /// All the words that are to be seen.
    pub fn text(&self) -> String {
        self.run("return document.body.innerText", json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until these words are to be seen, in any case of letters.
    pub fn says(&self, words: &str) {
        self.until(
            "return document.body.innerText.toLowerCase().includes(arguments[0].toLowerCase())",
            json!([words]),
        );
    }

    /// Waits until the shelf is painted with articles, and gives the words of each one's link.
    pub fn shelf(&self) -> Vec<String> {
        // From then on the window listens to keys: a test types faster than a person, who sees nothing before.
        self.until("return performance.getEntriesByName('offprint:shelf-painted').length > 0", json!([]));
        let titles = self.until(
            "const found = shelved(); return found.length > 0 && found.map((link) => words(link.innerText))",
            json!([]),
        );
        titles.as_array().unwrap().iter().map(|title| title.as_str().unwrap().to_owned()).collect()
    }

    /// Waits until the shelf shows just these articles, in any order.
    pub fn shelf_becomes(&self, titles: &[&str]) {
        let mut wanted = titles.to_vec();
        wanted.sort_unstable();
        self.until(
            "const found = shelved().map((link) => words(link.innerText)).sort();
             return JSON.stringify(found) === JSON.stringify(arguments[0].sort())",
            json!([wanted]),
        );
    }

    /// Opens the article of this title from the shelf, as a click does, and waits until it is there.
    pub fn open(&self, title: &str) {
        // Those of an article that was open before say nothing of this one.
        self.run(
            "for (const name of ['article-placed', 'article-painted', 'marks-painted']) performance.clearMarks(`offprint:${name}`)",
            json!([]),
        );
        let clicked = within(PATIENCE, || {
            // Rows may still be moving, and what is fixed to the window's edges may cover a row that is there.
            let link = self.run_async(
                "const find = () => shelved().find((link) => link.innerText.includes(arguments[0]));
                 const link = await until(find);
                 link.scrollIntoView({ block: 'center', behavior: 'instant' });
                 const { top } = link.getBoundingClientRect();
                 await sleep(100);
                 return find() === link && link.getBoundingClientRect().top === top ? link : null",
                json!([title]),
            );
            self.session.click(&Element::of(&link)?).ok()
        });
        assert!(clicked.is_some(), "{title} can't be clicked");
        self.reads(title);
    }

    /// Waits until the article of this title is what the window shows.
    pub fn reads(&self, title: &str) {
        self.until(
            "const article = one('article');
             return document.title.startsWith(arguments[0]) && words(article?.querySelector('h1')?.innerText) === arguments[0]
               && article.querySelector('[data-block]') !== null",
            json!([title]),
        );
    }

    /// Goes back to the shelf, by the button in the bar.
    pub fn back(&self) {
        let home = "return document.title === 'Offprint' && one('list', 'Articles') !== null";
        let there = within(PATIENCE, || {
            // The bar leaves while one reads on, and comes back when one turns back; it may move while it is clicked.
            self.run("scrollBy({ top: -40, behavior: 'instant' })", json!([]));
            if let Some(button) = Element::of(&self.run("return one('button', 'Library')", json!([]))) {
                let _ = self.session.click(&button);
            }
            within(Duration::from_secs(1), || Some(()).filter(|()| self.run(home, json!([])) == true))
        });
        assert!(there.is_some(), "“Library” does not lead back to the shelf");
    }

    /// Makes the window this large, and waits until the page has it.
    pub fn resize(&self, width: u32, height: u32) {
        self.session.resize(width, height).unwrap_or_else(|error| panic!("{error}"));
        self.until(
            "return innerWidth === arguments[0] && innerHeight === arguments[1]",
            json!([width, height]),
        );
    }

    /// Presses keys, one after the other.
    pub fn keys(&self, text: &str) {
        self.session.keys(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    }

    /// Presses keys at the same time.
    pub fn chord(&self, keys: &[char]) {
        let keys: String = keys.iter().collect();
        self.session.chord(&keys).unwrap_or_else(|error| panic!("{keys}: {error}"));
    }

    /// Chooses one of the reading settings of the open article, and closes them again.
    pub fn set(&self, role: &str, name: &str) {
        self.keys("s");
        self.get("dialog", "Reading settings");
        // The sheet is higher than a small window, and its end may be out of sight.
        let input = self.get(role, name);
        self.run("arguments[0].click()", json!([input.value()]));
        self.keys(&key::ESCAPE.to_string());
        self.until("return !one('dialog', 'Reading settings')", json!([]));
    }

    /// Waits until all that was to be kept is on the disk, or has failed.
    pub fn kept(&self) {
        self.run_async("const { kept } = await import('/js/ipc.js'); await kept()", json!([]));
    }

    /// Waits until the shelf hears keys: a moment after it is painted.
    pub fn hears(&self) {
        let heard = within(PATIENCE, || {
            self.keys("j");
            Some(())
                .filter(|()| self.run("return shelved().includes(document.activeElement)", json!([])) == true)
        });
        assert!(heard.is_some(), "no key moves the focus to an article");
    }

    /// Starts the program again, as a person does who forgot that it is open; waits until that start has ended.
    pub fn start_again(&self, screen: &Screen, home: &Home, arguments: &[&str]) {
        let bus = |process: &u32| processes::variable(*process, "DBUS_SESSION_BUS_ADDRESS");
        let bus = processes::tree(self.driver.id())[1..].iter().find_map(bus).expect("a message bus");
        let mut command = Command::new(program("offprint-reader"));
        home.apply(&mut command);
        command.args(arguments).env("DISPLAY", &screen.display).env("DBUS_SESSION_BUS_ADDRESS", bus);
        let mut second = command.spawn().unwrap();
        let ended = within(PATIENCE, || second.try_wait().unwrap());
        if ended.is_none() {
            processes::end(second.id());
        }
        assert!(
            ended.is_some_and(|status| status.success()),
            "the second start went on by itself: {ended:?}"
        );
    }

    /// The process of this name that the driver started.
    pub fn process(&self, name: &str) -> u32 {
        self.running(name).unwrap_or_else(|| panic!("no {name} runs"))
    }

    /// The process of this name, if there is one now.
    pub fn running(&self, name: &str) -> Option<u32> {
        let named = |process: &u32| {
            let program = std::fs::read_link(format!("/proc/{process}/exe")).unwrap_or_default();
            program.file_name().is_some_and(|file| file == name)
        };
        processes::tree(self.driver.id()).into_iter().find(named)
    }

    /// Keeps a picture of the window, beside the program, under this name.
    pub fn keep_picture(&self, name: &str) -> PathBuf {
        let folder = std::env::current_exe().unwrap().with_file_name("window-pictures");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{name}.png"));
        let mut decode = Command::new("base64")
            .arg("-d")
            .stdin(Stdio::piped())
            .stdout(std::fs::File::create(&path).unwrap())
            .spawn()
            .unwrap();
        let picture = self.session.screenshot().unwrap_or_default();
        std::io::Write::write_all(&mut decode.stdin.take().unwrap(), picture.as_bytes()).unwrap();
        decode.wait().unwrap();
        path
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if std::thread::panicking() && self.session.dialog().is_none() {
            let name = std::thread::current().name().unwrap_or("window").replace("::", "-");
            eprintln!("the window as it was: {}", self.keep_picture(&name).display());
        }
        self.session.close();
        processes::end(self.driver.id());
        let _ = self.driver.wait();
    }
}
