//! The passages that show why an article was found.

use index::{Query, marked_ranges, snippet};

/// Marks in brackets.
fn marked(query: &str, text: &str) -> String {
    let mut made = text.to_owned();
    for range in marked_ranges(&Query::parse(query), text).into_iter().rev() {
        made.insert(range.end, ']');
        made.insert(range.start, '[');
    }
    made
}

#[test]
fn words_are_marked_as_they_are_found() {
    for (query, expected) in [
        ("coffee", "[Coffee] and [COFFEE], no decoffee."),
        ("cof", "[Coffee] and [coffeehouses]."),
        ("cof ", "No coffee."),
        ("cafe ", "The [café], the [cafe\u{301}], the CAFÉs"),
        ("\"coffee house\"", "A [coffee house], a coffee, a house."),
        ("c++ ", "In [C++], not in C."),
        (".gitignore ", "Your [.gitignore] file, gitignore."),
        ("e-mail ", "An [e-mail], an [email], an [E-Mail]."),
        ("don't ", "I [don’t], I [don't], I dont."),
        ("京大", "北[京大]学，京，大"),
        ("京", "北[京]大学"),
        ("タワー", "東京[ﾀﾜｰ]と[タワー]"),
        ("อาหาร", "และ[อาหาร]ไทย"),
        ("straße", "[Strasse], [STRASSE], [Straße]"),
        ("العربية ", "[العَرَبِيَّةُ] لغة"),
        ("-tea coffee title:milk", "[coffee] tea milk"),
        ("＃tag ", "A [#tag], a [＃tag], a #tagged"),
    ] {
        let text: String = expected.replace(['[', ']'], "");
        assert_eq!(marked(query, &text), expected, "{query}");
    }
}

#[test]
fn the_best_passage_is_cut_at_words() {
    let long = format!(
        "{} the coffee {} the tea and the coffee {}",
        "word ".repeat(60),
        "word ".repeat(60),
        "word ".repeat(60)
    );
    let passages = [("a", "Nothing here."), ("b", "Only tea."), ("c", long.as_str()), ("d", "tea coffee")];
    let found = snippet(&Query::whole("coffee tea"), &passages).unwrap();
    assert_eq!(found.block, "c");
    let text: String = found.parts.iter().map(|(part, _)| part.as_str()).collect();
    assert!(text.starts_with("… word") && text.ends_with("word …"), "{text}");
    assert!(text.contains("the tea and the coffee word"), "{text}");
    assert!((120..=175).contains(&text.chars().count()), "{text}");
    let marked: Vec<&str> =
        found.parts.iter().filter(|(_, marked)| *marked).map(|(part, _)| part.as_str()).collect();
    assert_eq!(marked, ["tea", "coffee"]);
    assert_eq!(snippet(&Query::whole("milk"), &passages), None);
    assert_eq!(snippet(&Query::whole(""), &passages), None);
}

#[test]
fn no_character_is_torn() {
    let thai = "ภาษาไทยเขียนติดกัน".repeat(40) + "กาแฟ" + &"ที่นี่".repeat(60);
    let chinese = "这是一段没有空格的中文文字，".repeat(40) + "咖啡" + &"很好喝。".repeat(60);
    let accents = "e\u{301}a\u{308}".repeat(300) + " coffee " + &"e\u{301}\u{323}".repeat(300);
    for (query, text) in [("กาแฟ", thai), ("咖啡", chinese), ("coffee", accents)] {
        let found = snippet(&Query::parse(query), &[("x", &text)]).unwrap();
        let parts: Vec<&str> = found.parts.iter().map(|(part, _)| part.as_str()).collect();
        assert!(found.parts.iter().any(|(part, marked)| *marked && part == query), "{parts:?}");
        assert!(parts.concat().chars().count() <= 200, "{parts:?}");
        for (at, part) in parts.iter().enumerate() {
            let first = part.chars().next().unwrap();
            let tone = matches!(first, '\u{300}'..='\u{36F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}');
            assert!(!tone, "part {at} begins with a mark: {parts:?}");
        }
    }
}
