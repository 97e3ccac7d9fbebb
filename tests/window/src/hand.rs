//! A hand for what is not the page: it types into a dialog of the system, as a person does, by X's test extension.

use std::time::Duration;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::screen::Screen;
use crate::within;

const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;
const RETURN: u32 = 0xff0d;
const TAB: u32 = 0xff09;
const DOWN: u32 = 0xff54;

/// Waits for the dialog with this title, types `text` into it, and presses Enter until it is gone. No other window of
/// the screen may want the keyboard meanwhile.
pub fn answer_dialog(screen: &Screen, title: &str, text: &str) {
    let (x, _) = x11rb::connect(Some(&screen.display)).unwrap();
    let root = x.setup().roots[0].root;
    let dialog = within(Duration::from_secs(20), || titled(&x, root, title))
        .unwrap_or_else(|| panic!("there is no dialog “{title}”"));
    // There is no window manager that would do it.
    x.set_input_focus(InputFocus::PARENT, dialog, x11rb::CURRENT_TIME).unwrap().check().unwrap();
    std::thread::sleep(Duration::from_millis(700));
    let keys = Keys::of(&x);
    let gone = (0..4).find_map(|attempt| {
        if attempt > 0 {
            // A letter was lost on the way: all of it again, over what is there.
            keys.with_control(&x, root, u32::from('a'));
        }
        for (place, letter) in text.chars().enumerate() {
            keys.press(&x, root, u32::from(letter));
            if place == 0 {
                // The first one opens the field for the others.
                std::thread::sleep(Duration::from_millis(600));
            }
        }
        // The first Enter may be for what the dialog has completed.
        within(Duration::from_secs(4), || {
            std::thread::sleep(Duration::from_millis(700));
            if titled(&x, root, title).is_none() {
                return Some(());
            }
            keys.press(&x, root, RETURN);
            None
        })
    });
    assert!(gone.is_some(), "the dialog “{title}” does not take {text}");
}

/// Prints by the dialog with this title, to the first printer that it names: where there is none, to `output.pdf` in the
/// current folder of the program.
pub fn print(screen: &Screen, title: &str) {
    let (x, _) = x11rb::connect(Some(&screen.display)).unwrap();
    let root = x.setup().roots[0].root;
    let dialog = titled(&x, root, title).unwrap_or_else(|| panic!("there is no dialog “{title}”"));
    x.set_input_focus(InputFocus::PARENT, dialog, x11rb::CURRENT_TIME).unwrap().check().unwrap();
    let keys = Keys::of(&x);
    // From its pages to its printers, to the first of them, and on.
    for key in [TAB, DOWN, RETURN] {
        std::thread::sleep(Duration::from_millis(700));
        keys.press(&x, root, key);
    }
}

/// Presses Control and a letter in the window with this title, once it is there.
pub fn press_control(screen: &Screen, title: &str, letter: char) {
    let (x, _) = x11rb::connect(Some(&screen.display)).unwrap();
    let root = x.setup().roots[0].root;
    let window = within(Duration::from_secs(20), || titled(&x, root, title))
        .unwrap_or_else(|| panic!("there is no window “{title}”"));
    x.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME).unwrap().check().unwrap();
    Keys::of(&x).with_control(&x, root, u32::from(letter));
}

/// Whether a window of this title is to be seen.
pub fn shows(screen: &Screen, title: &str) -> bool {
    let (x, _) = x11rb::connect(Some(&screen.display)).unwrap();
    let root = x.setup().roots[0].root;
    titled(&x, root, title).is_some()
}

/// The window of this title that is to be seen.
fn titled(x: &RustConnection, root: Window, title: &str) -> Option<Window> {
    let windows = x.query_tree(root).ok()?.reply().ok()?.children;
    // In UTF-8; the older WM_NAME is not.
    let property = x.intern_atom(false, b"_NET_WM_NAME").ok()?.reply().ok()?.atom;
    windows.into_iter().find(|window| {
        let name = x.get_property(false, *window, property, AtomEnum::ANY, 0, 200);
        let name = name.ok().and_then(|name| name.reply().ok()).map(|name| name.value);
        let shown = x.get_window_attributes(*window).ok().and_then(|shown| shown.reply().ok());
        name.as_deref() == Some(title.as_bytes())
            && shown.is_some_and(|shown| shown.map_state == MapState::VIEWABLE)
    })
}

/// Which key of this keyboard gives which letter.
struct Keys {
    first: u8,
    per_key: usize,
    symbols: Vec<u32>,
}

impl Keys {
    fn of(x: &RustConnection) -> Keys {
        let (first, last) = (x.setup().min_keycode, x.setup().max_keycode);
        let map = x.get_keyboard_mapping(first, last - first + 1).unwrap().reply().unwrap();
        Keys { first, per_key: usize::from(map.keysyms_per_keycode), symbols: map.keysyms }
    }

    /// The key, and its place among what the key gives: 1 is with Shift.
    fn find(&self, symbol: u32) -> (u8, usize) {
        let keys = self.symbols.chunks(self.per_key).enumerate();
        let mut places =
            keys.filter_map(|(key, all)| Some((key, all.iter().take(2).position(|it| *it == symbol)?)));
        let (key, place) = places.next().unwrap_or_else(|| panic!("no key gives {symbol:#x}"));
        (self.first + u8::try_from(key).unwrap(), place)
    }

    fn with_control(&self, x: &RustConnection, root: Window, symbol: u32) {
        let (control, _) = self.find(CONTROL);
        let send = |event: u8| {
            x.xtest_fake_input(event, control, x11rb::CURRENT_TIME, root, 0, 0, 0).unwrap().check().unwrap();
        };
        send(KEY_PRESS_EVENT);
        self.press(x, root, symbol);
        send(KEY_RELEASE_EVENT);
    }

    fn press(&self, x: &RustConnection, root: Window, symbol: u32) {
        let (key, place) = self.find(symbol);
        let (shift, _) = self.find(SHIFT);
        let send = |event: u8, key: u8| {
            x.xtest_fake_input(event, key, x11rb::CURRENT_TIME, root, 0, 0, 0).unwrap().check().unwrap();
        };
        if place == 1 {
            send(KEY_PRESS_EVENT, shift);
        }
        send(KEY_PRESS_EVENT, key);
        send(KEY_RELEASE_EVENT, key);
        if place == 1 {
            send(KEY_RELEASE_EVENT, shift);
        }
        std::thread::sleep(Duration::from_millis(15));
    }
}
