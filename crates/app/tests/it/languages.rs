//! Which language the window speaks: `languages.txt`. What its files hold, tools/languages.mjs compares.

use app::{App, Settings, languages, words};

use crate::fresh;

#[test]
fn a_setting_and_the_system_choose_the_language() {
    for line in include_str!("languages.txt").lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let system: Vec<String> =
            parts[1].split(',').filter(|tag| !tag.is_empty()).map(str::to_owned).collect();
        let chosen = words(parts[0], &system);
        let got = format!("{} {} {}", chosen.language, chosen.locale, chosen.direction);
        assert_eq!(got, parts[2], "{line}");
        assert_eq!(chosen.english.is_empty(), chosen.language == "en", "{line}");
    }
}

#[test]
fn a_file_is_a_language_with_a_name_of_its_own() {
    let all = languages();
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/languages")).unwrap();
    assert_eq!(all.len(), files.count());
    for language in &all {
        assert_ne!(language.name, language.code);
        assert_eq!(words(language.code, &[]).plain("language-name"), language.name);
        assert_ne!(words(language.code, &[]).plain("dialog-import"), "");
    }
    assert_eq!(words("en", &[]).plain("no-such-message"), "");
}

#[test]
fn a_language_that_is_none_is_the_system_s() {
    let (_home, folders) = fresh(None);
    let app = App::new(folders.clone());
    let speaks = |language: &str| Settings { language: language.to_owned(), ..Settings::default() };
    app.save_settings(speaks("ja")).unwrap();
    assert_eq!(App::new(folders.clone()).words().language, "ja");
    app.save_settings(speaks("../ja")).unwrap();
    assert_eq!(App::new(folders).settings().language, "system");
}
