//! What this machine keeps, and what becomes of it where it can't be understood or kept.

use std::fs;

use app::{App, Colours, Folders, Layout, Look, Moving, NamedLook, Settings, Sort, Theme, Vertical};

use crate::{FERRY, fresh, library};

#[test]
fn settings_stay_and_each_bad_one_falls_back_alone() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(None);
    let app = App::new(folders.clone());
    app.choose_library(&root).unwrap();
    let colours = |page: &str, text: &str| Colours {
        page: page.to_owned(),
        text: text.to_owned(),
        ..Colours::default()
    };
    let named = |name: &str, look: &Look| NamedLook { name: name.to_owned(), look: look.clone() };
    let night = Look { theme: Theme::Night, measure: 1000.0, ..Look::default() };
    app.save_settings(Settings {
        look: Look {
            theme: Theme::Sepia,
            colours: colours("#00FF7f", "red"),
            typeface: " Charter ".to_owned(),
            size: Some(900.0),
            leading: Some(-1.0),
            measure: f64::NAN,
            margin: Some(f64::INFINITY),
            indented: true,
            justified: true,
            hyphens: false,
            ligatures: false,
            old_figures: false,
        },
        looks: vec![named("Evening", &night), named(" ", &night), named("Evening", &Look::default())],
        day: Theme::Clock,
        night: Theme::Black,
        day_from: 6 * 60,
        night_from: 24 * 60,
        moving: Moving::Pages,
        vertical: Vertical::Always,
        focus: true,
        ruler: true,
        auto_scroll: true,
        pace: 5000.0,
        speed: 9.0,
        voices: [("de".to_owned(), "espeak-ng/German".to_owned())].into(),
        own_network: true,
        notes_beside: true,
        layout: Layout::Grid,
        sort: Sort::Title,
        descending: false,
        front: false,
        language: "de".to_owned(),
        zoom: 40.0,
    })
    .unwrap();
    let kept = App::new(folders.clone()).settings();
    let look = Look {
        theme: Theme::Sepia,
        colours: colours("#00FF7f", &Colours::default().text),
        typeface: "Charter".to_owned(),
        size: Some(30.0),
        leading: Some(1.2),
        measure: 36.0,
        margin: Some(1.25),
        indented: true,
        justified: true,
        hyphens: false,
        ligatures: false,
        old_figures: false,
    };
    let expected = Settings {
        look: look.clone(),
        looks: vec![named("Evening", &Look { measure: 48.0, ..night })],
        day: Theme::Paper,
        night: Theme::Black,
        day_from: 6 * 60,
        night_from: 20 * 60,
        moving: Moving::Pages,
        vertical: Vertical::Always,
        focus: true,
        ruler: true,
        auto_scroll: true,
        pace: 900.0,
        speed: 3.0,
        voices: [("de".to_owned(), "espeak-ng/German".to_owned())].into(),
        own_network: true,
        notes_beside: true,
        layout: Layout::Grid,
        sort: Sort::Title,
        descending: false,
        front: false,
        language: "de".to_owned(),
        zoom: 4.0,
    };
    assert_eq!(kept, expected);

    let file = folders.config.join("settings.json");
    let text = fs::read_to_string(&file).unwrap();
    let with = |look: Look| Settings { look, ..kept.clone() };
    for (good, bad, expected) in [
        ("\"sepia\"", "\"hologram\"", with(Look { theme: Theme::System, ..look.clone() })),
        ("\"size\": 30.0", "\"size\": \"large\"", with(Look { size: None, ..look.clone() })),
        ("\"leading\": 1.2", "\"leading\": true", with(Look { leading: None, ..look.clone() })),
        ("\"Charter\"", "\"a\\u0007b\"", with(Look { typeface: "serif".to_owned(), ..look.clone() })),
        ("\"#00FF7f\"", "\"#00FF7\"", with(Look { colours: Colours::default(), ..look.clone() })),
        ("\"hyphens\": false", "\"hyphens\": \"no\"", with(Look { hyphens: true, ..look.clone() })),
        ("\"Evening\"", "[]", Settings { looks: Vec::new(), ..kept.clone() }),
        ("\"day_from\": 360", "\"day_from\": 99999", Settings { day_from: 7 * 60, ..kept.clone() }),
        ("\"black\"", "\"system\"", Settings { night: Theme::Night, ..kept.clone() }),
        ("\"pages\"", "\"rolls\"", Settings { moving: Moving::Scroll, ..kept.clone() }),
        ("\"always\"", "\"diagonal\"", Settings { vertical: Vertical::Article, ..kept.clone() }),
        ("\"focus\": true", "\"focus\": 1", Settings { focus: false, ..kept.clone() }),
        ("\"ruler\": true", "\"ruler\": null", Settings { ruler: false, ..kept.clone() }),
        ("\"pace\": 900.0", "\"pace\": \"fast\"", Settings { pace: 230.0, ..kept.clone() }),
        ("\"speed\": 3.0", "\"speed\": []", Settings { speed: 1.0, ..kept.clone() }),
        ("\"espeak-ng/German\"", "7", Settings { voices: Default::default(), ..kept.clone() }),
        ("\"grid\"", "\"spiral\"", Settings { layout: Layout::List, ..kept.clone() }),
        ("\"title\"", "7", Settings { sort: Sort::Saved, ..kept.clone() }),
        ("\"descending\": false", "\"descending\": \"down\"", Settings { descending: true, ..kept.clone() }),
        ("\"front\": false", "\"front\": 0", Settings { front: true, ..kept.clone() }),
        ("\"version\": 1", "\"version\": null, \"of tomorrow\": {}", kept.clone()),
    ] {
        assert!(text.contains(good), "{text}");
        fs::write(&file, text.replace(good, bad)).unwrap();
        let app = App::new(folders.clone());
        assert_eq!(app.settings(), expected, "{bad}");
        assert_eq!(app.start(None).library.path, root.display().to_string(), "{bad}");
        app.choose_library(&root).unwrap();
        assert!(
            fs::read_to_string(&file).unwrap().contains(bad) || good.contains("version"),
            "left as it was"
        );
    }
    assert!(fs::read_to_string(&file).unwrap().contains("of tomorrow"), "what is not known stays");

    fs::write(&file, r#"{"version": 99, "appearance": {"theme": "hologram"}}"#).unwrap();
    let newer = App::new(folders);
    assert_eq!(newer.start(None).problem.unwrap().code, "newer_settings");
    assert_eq!(newer.save_settings(Settings::default()).unwrap_err().code, "newer_settings");
    assert_eq!(app.save_settings(Settings::default()).unwrap_err().code, "newer_settings");
    assert!(fs::read_to_string(&file).unwrap().contains("hologram"), "left as they are");
}

#[test]
fn settings_of_an_earlier_offprint_are_as_they_were() {
    let (_home, folders) = fresh(None);
    fs::create_dir_all(&folders.config).unwrap();
    let earlier = r#"{"version": 1, "appearance": {"theme": "black", "size": 21.0, "measure": 30.0, "own_network": true, "layout": "compact", "sort": "title", "descending": false, "front": false}}"#;
    fs::write(folders.config.join("settings.json"), earlier).unwrap();
    let expected = Settings {
        look: Look { theme: Theme::Black, size: Some(21.0), measure: 30.0, ..Look::default() },
        own_network: true,
        layout: Layout::Compact,
        sort: Sort::Title,
        descending: false,
        front: false,
        ..Settings::default()
    };
    assert_eq!(App::new(folders).settings(), expected);
}

#[test]
fn settings_that_can_not_be_understood_are_set_aside_and_no_library_is_opened_in_their_place() {
    let (_copy, root) = library();
    for damaged in [
        "{ this is not JSON",
        "",
        "[]",
        r#"{"library": 5, "appearance": {"theme": "night"}}"#,
        r#"{"known": "a folder"}"#,
        r#"{"known": [5]}"#,
    ] {
        let (_home, folders) = fresh(None);
        let file = folders.config.join("settings.json");
        App::new(folders.clone()).choose_library(&root).unwrap();
        fs::write(folders.config.join("settings.unreadable-1.json"), "of an earlier time").unwrap();
        fs::write(&file, damaged).unwrap();
        // It is said until a folder is chosen, however often Offprint starts, and whatever else is kept.
        for _ in 0..2 {
            let start = App::new(folders.clone()).start(None);
            let problem = start.problem.unwrap();
            assert_eq!(problem.code, "library_unreachable");
            assert!(problem.message.contains("settings.unreadable-2.json"), "{problem}");
            App::new(folders.clone())
                .save_settings(Settings {
                    look: Look { theme: Theme::Black, ..Look::default() },
                    ..start.settings
                })
                .unwrap();
        }
        assert_eq!(App::new(folders.clone()).list("").unwrap_err().code, "library_unreachable");
        assert!(!folders.documents.exists(), "no library is made");
        let aside = |number| {
            fs::read_to_string(folders.config.join(format!("settings.unreadable-{number}.json"))).unwrap()
        };
        assert_eq!((aside(1).as_str(), aside(2).as_str()), ("of an earlier time", damaged));
        // A folder that was named for this run may be one of those that were forgotten.
        let gone = root.with_file_name("gone");
        let named = App::new(Folders { library: Some(gone.clone()), ..folders.clone() });
        assert_eq!(named.start(None).problem.unwrap().code, "library_unreachable");
        assert!(!gone.exists());

        let app = App::new(folders.clone());
        app.choose_library(&root).unwrap();
        for app in [app, App::new(folders)] {
            assert_eq!(app.start(None).page.entries.len(), 2);
            assert_eq!(app.settings().look.theme, Theme::Black);
        }
    }
}

#[test]
fn a_library_that_was_chosen_is_opened_though_the_known_ones_are_damaged() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(None);
    App::new(folders.clone()).choose_library(&root).unwrap();
    let file = folders.config.join("settings.json");
    let damaged = serde_json::json!({"library": root, "known": {"of": "another kind"}});
    fs::write(&file, damaged.to_string()).unwrap();
    for _ in 0..2 {
        assert_eq!(App::new(folders.clone()).start(None).page.entries.len(), 2);
    }
    assert!(!folders.config.join("settings.unreadable-2.json").exists(), "it was set aside once");
    // Which of the others were libraries is not known any more: none is made anew.
    let gone = root.with_file_name("gone");
    let named = App::new(Folders { library: Some(gone.clone()), ..folders });
    assert_eq!(named.start(None).problem.unwrap().code, "library_unreachable");
    assert!(!gone.exists());
}

#[test]
fn settings_with_a_mark_before_them() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(None);
    App::new(folders.clone()).choose_library(&root).unwrap();
    let file = folders.config.join("settings.json");
    fs::write(&file, format!("\u{feff}{}", fs::read_to_string(&file).unwrap())).unwrap();
    assert_eq!(App::new(folders.clone()).start(None).library.path, root.display().to_string());
    assert!(!folders.config.join("settings.unreadable-1.json").exists());
}

#[test]
fn a_library_that_is_named_needs_no_settings() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(None);
    fs::create_dir_all(&folders.config).unwrap();
    fs::write(folders.config.join("settings.json"), r#"{"version": 99}"#).unwrap();
    let app = App::new(Folders { library: Some(root.clone()), ..folders.clone() });
    assert_eq!(app.list("").unwrap().entries.len(), 2);
    assert!(app.set_bookmarked(FERRY, true).unwrap().bookmarked);
    let gone = root.with_file_name("gone");
    let app = App::new(Folders { library: Some(gone.clone()), ..folders });
    assert_eq!(app.start(None).problem.unwrap().code, "library_unreachable");
    assert!(!gone.exists(), "it may be one of those that the settings know");
}

#[test]
fn a_device_that_is_no_text_is_replaced() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    fs::create_dir_all(&folders.config).unwrap();
    fs::write(folders.config.join("device"), b"\xff\xfe\0").unwrap();
    for _ in 0..2 {
        assert!(App::new(folders.clone()).set_bookmarked(FERRY, true).unwrap().bookmarked);
    }
    assert_eq!(fs::read_dir(root.join(".offprint/devices")).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn pipes_and_endless_files_are_not_read() {
    let (_copy, root) = library();
    for name in ["settings.json", "device"] {
        for endless in [true, false] {
            let (_home, folders) = fresh(Some(&root));
            fs::create_dir_all(&folders.config).unwrap();
            let path = folders.config.join(name);
            match endless {
                true => std::os::unix::fs::symlink("/dev/zero", &path).unwrap(),
                false => assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success()),
            }
            let app = App::new(folders.clone());
            assert_eq!(app.list("").unwrap().entries.len(), 2, "{name}");
            if name == "device" {
                let error = app.set_bookmarked(FERRY, true).unwrap_err();
                assert!(
                    error.code == "config_unwritable" && error.message.contains("it is no file"),
                    "{error}"
                );
            } else {
                let unnamed = App::new(Folders { library: None, ..folders });
                assert_eq!(unnamed.list("").unwrap_err().code, "config_unreadable");
            }
        }
    }
}

#[test]
fn two_windows_keep_what_each_was_told() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(None);
    let (first, second) = (App::new(folders.clone()), App::new(folders.clone()));
    first.choose_library(&root).unwrap();
    second
        .save_settings(Settings {
            look: Look { theme: Theme::Night, ..Look::default() },
            ..Settings::default()
        })
        .unwrap();
    first.choose_library(&root).unwrap();
    let later = App::new(folders.clone());
    assert_eq!(later.settings().look.theme, Theme::Night);
    assert_eq!(later.start(None).library.path, root.display().to_string());

    // At the same moment too.
    let folder = |number: usize| root.join(number.to_string());
    std::thread::scope(|threads| {
        for number in 0..8 {
            let (folders, folder) = (folders.clone(), folder(number));
            threads.spawn(move || {
                fs::create_dir(&folder).unwrap();
                App::new(Folders { library: Some(folder), ..folders }).library().unwrap();
            });
        }
    });
    let kept = fs::read_to_string(folders.config.join("settings.json")).unwrap();
    assert!((0..8).all(|number| kept.contains(folder(number).to_str().unwrap())), "{kept}");
}

#[test]
fn where_nothing_can_be_kept_a_library_is_read_and_not_marked() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    // Stands for a folder that can't be written, for root too: folders where files are to be.
    let blocked = ["device", "settings.lock"].map(|name| folders.config.join(name));
    blocked.iter().for_each(|path| fs::create_dir_all(path).unwrap());
    let app = App::new(folders.clone());
    assert_eq!(app.list("").unwrap().entries.len(), 2);
    assert!(app.open(FERRY, None, &|_| String::new()).is_ok());
    assert_eq!(app.set_bookmarked(FERRY, true).unwrap_err().code, "config_unwritable");
    assert!(!root.join(".offprint").exists(), "no device is made up");
    // Once it can be written, the device that is kept is the one that the library was opened with.
    blocked.iter().for_each(|path| fs::remove_dir(path).unwrap());
    assert!(app.set_bookmarked(FERRY, true).unwrap().bookmarked);
    let device = fs::read_to_string(folders.config.join("device")).unwrap();
    assert!(root.join(".offprint/devices").join(device.trim()).exists());
}

#[test]
fn a_reader_is_welcomed_to_a_first_library_until_done_with_it() {
    let (_home, folders) = fresh(None);
    assert!(App::new(folders.clone()).start(None).welcome);
    let again = App::new(folders.clone());
    assert!(again.start(None).welcome, "it was not closed yet");
    again.save_settings(Settings::default()).unwrap();
    again.welcomed().unwrap();
    assert!(!again.start(None).welcome);
    assert!(!App::new(folders).start(None).welcome);

    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    assert!(!App::new(folders).start(None).welcome, "a folder of the reader's own needs no words");
}

#[test]
fn a_welcome_is_to_the_library_that_was_made_and_to_no_other() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(None);
    assert!(App::new(folders.clone()).start(None).welcome);
    let named = Folders { library: Some(root.clone()), ..folders.clone() };
    assert!(!App::new(named).start(None).welcome, "another folder, for one run");
    let app = App::new(folders.clone());
    assert!(app.start(None).welcome, "back at the one that was made");
    app.choose_library(&root).unwrap();
    assert!(!app.start(None).welcome, "the reader chose a folder");
    assert!(!App::new(folders).start(None).welcome);
}

#[test]
fn an_import_shows_on_the_shelf() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(None);
    let app = App::new(folders.clone());
    let before = app.start(None).page.entries.len();
    let import = app.import(&root, &|_| true).unwrap();
    assert_eq!((import.imported.articles, import.imported.folder.as_str()), (2, "library"));
    assert_eq!(app.start(None).page.entries.len(), before + 2);
    assert!(folders.documents.join("Offprint/library/ferry.md").is_file());
    assert_eq!(app.import(&root.join("gone"), &|_| true).unwrap_err().code, "not_imported");
}
