//! The first frame of a shelf of 50 articles, and what the window then holds in memory, against a bare
//! WebKitGTK window with 50 rows.
//!
//! 1. Both are started in turn on the same screen and message bus.
//! 2. From outside, the screen's own memory is read until the text of rows stands on it: neither window is asked,
//!    neither knows.
//! 3. Two seconds later, the proportional set size of the process and its children.
//! 4. For comparison, what each says of itself, before its picture has reached the screen: the bare window
//!    its first frame, and Offprint the mark `offprint:shelf-painted`. The mark can be read only under
//!    automation, which costs time: what it adds to the text on the screen is taken off.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;
use window_tests::{beside, processes, shared, shelf, within};

use crate::{Figure, Goal, quantile, release};

/// Counted runs of each, after one that warms the disk's cache.
const RUNS: usize = 15;
/// Edges on the screen that only rows of articles make: a window without text has about two for each line that is
/// looked at, the frame around an empty shelf some 230 in all, either window's rows more than 540.
const TEXT: usize = 400;

pub(crate) fn measure() -> Vec<Figure> {
    let reader = release();
    let screen = Screen::start();
    let home = Home::new();
    shelf::write_library(&home.library(), 50);
    let bare = build_bare(home.path());
    let bus = Bus::start(&home);

    let (mut ours, mut theirs, mut marks, mut own) = (vec![], vec![], vec![], vec![]);
    for run in 0..=RUNS {
        let bare_frame = frame(&screen, &home, &bus, &bare);
        let our_frame = frame(&screen, &home, &bus, &reader);
        let bare_word = first_frame_of_bare(&screen, &home, &bus, &bare);
        let our_mark = mark(&screen, &home, &reader);
        eprintln!(
            "run {run:>2}: bare {:.0} ms {:.0} MB, Offprint {:.0} ms {:.0} MB; bare's word {bare_word:.0} ms; \
             automated, Offprint's word {:.0} ms, text {:.0} ms",
            bare_frame.0, bare_frame.1, our_frame.0, our_frame.1, our_mark.0, our_mark.1
        );
        if run > 0 {
            theirs.push(bare_frame);
            ours.push(our_frame);
            own.push(bare_word);
            marks.push(our_mark);
        }
    }
    let median = |list: &[(f64, f64)], which: fn(&(f64, f64)) -> f64| {
        quantile(&list.iter().map(which).collect::<Vec<_>>(), 0.5)
    };
    let (our_time, our_size) = (median(&ours, |one| one.0), median(&ours, |one| one.1));
    let (bare_time, bare_size) = (median(&theirs, |one| one.0), median(&theirs, |one| one.1));
    // Automation delays the mark by as much as it delays the text.
    let own_time = median(&marks, |one| one.0) - (median(&marks, |one| one.1) - our_time);
    vec![
        Figure::new("first shelf frame, to the bare window's", our_time / bare_time, "×", Goal::AtMost(1.25)),
        Figure::new("    Offprint", our_time, "ms", Goal::None),
        Figure::new("    bare window", bare_time, "ms", Goal::None),
        Figure::new("    as each says itself", own_time / quantile(&own, 0.5), "×", Goal::None),
        Figure::new("    Offprint's own word", own_time, "ms", Goal::None),
        Figure::new("    the bare window's own word", quantile(&own, 0.5), "ms", Goal::None),
        Figure::new("memory (PSS), to the bare window's", our_size / bare_size, "×", Goal::AtMost(1.25)),
        Figure::new("    Offprint", our_size, "MB", Goal::None),
        Figure::new("    bare window", bare_size, "MB", Goal::None),
    ]
}

/// The bare window of ../shared where it is there, else ours; both stay until they are ended.
pub(crate) fn build_bare(folder: &Path) -> PathBuf {
    let source = shared("bench/bare_window.c").unwrap_or_else(|| {
        eprintln!("measured against tests/window/bare/bare_window.c instead");
        beside("bare/bare_window.c")
    });
    let program = folder.join("bare_window");
    let script = "cc -O2 \"$1\" \"$2\" -o \"$3\" -Dgtk_main_quit=bare_stay $(pkg-config --cflags --libs webkit2gtk-4.1)";
    let built = Command::new("sh")
        .args(["-c", script, "sh"])
        .args([&source, &beside("bare/stay.c"), &program])
        .status()
        .unwrap();
    assert!(built.success(), "the bare window does not build");
    program
}

/// Milliseconds from start to text on the screen, and MB of memory two seconds later.
pub(crate) fn frame(screen: &Screen, home: &Home, bus: &Bus, program: &Path) -> (f64, f64) {
    let picture = screen.picture();
    let blank = within(Duration::from_secs(10), || Some(()).filter(|()| picture.edges() < 50));
    assert!(blank.is_some(), "the last window is still on the screen");
    let started = Instant::now();
    let mut child = command(screen, home, bus, program).stdout(Stdio::null()).spawn().unwrap();
    while picture.edges() < TEXT {
        assert!(started.elapsed() < Duration::from_secs(30), "{} shows nothing", program.display());
        sleep(Duration::from_millis(2));
    }
    let time = started.elapsed().as_secs_f64() * 1e3;
    sleep(Duration::from_secs(2));
    let size = processes::pss(child.id()) as f64 / 1024.0;
    end(&mut child);
    (time, size)
}

/// What the bare window says of its first frame, in ms.
fn first_frame_of_bare(screen: &Screen, home: &Home, bus: &Bus, program: &Path) -> f64 {
    let mut child = command(screen, home, bus, program).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut line)
        .unwrap();
    end(&mut child);
    line.trim().rsplit(' ').next().unwrap().parse().unwrap()
}

/// Milliseconds from Offprint's start, under automation, to its mark and to text on the screen.
fn mark(screen: &Screen, home: &Home, program: &Path) -> (f64, f64) {
    let picture = screen.picture();
    let shown = std::thread::spawn(move || {
        let text = within(Duration::from_secs(30), || Some(()).filter(|()| picture.edges() >= TEXT));
        text.expect("nothing is shown under automation");
        std::time::UNIX_EPOCH.elapsed().unwrap().as_secs_f64() * 1e3
    });
    let reader = Start::of(program.to_owned(), screen, home).open();
    let painted = reader.until(
        "const [mark] = performance.getEntriesByName('offprint:shelf-painted');
         return mark && performance.timeOrigin + mark.startTime",
        json!([]),
    );
    let started = processes::started(reader.process("offprint-reader"));
    (painted.as_f64().unwrap() - started, shown.join().unwrap() - started)
}

fn command(screen: &Screen, home: &Home, bus: &Bus, program: &Path) -> Command {
    let mut command = Command::new(program);
    home.apply(&mut command);
    command.env("DISPLAY", &screen.display).env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    command.env("ROWS", "50").stderr(Stdio::null());
    command
}

fn end(child: &mut Child) {
    processes::end(child.id());
    let _ = child.wait();
}

/// A message bus that stays between starts.
pub(crate) struct Bus {
    session: Child,
    address: String,
}

impl Bus {
    pub(crate) fn start(home: &Home) -> Self {
        let mut command = Command::new("dbus-run-session");
        home.apply(&mut command);
        let session = command.args(["--", "sleep", "1d"]).spawn().unwrap();
        let address = within(Duration::from_secs(10), || {
            let bus = |process: &u32| processes::variable(*process, "DBUS_SESSION_BUS_ADDRESS");
            processes::tree(session.id())[1..].iter().find_map(bus)
        });
        Self { session, address: address.expect("a message bus") }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        end(&mut self.session);
    }
}
