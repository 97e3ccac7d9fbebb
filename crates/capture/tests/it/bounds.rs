//! Pages that mean harm: nothing fails, nothing takes for ever, words stay.

use crate::taken;

#[test]
fn deep_pages_are_flattened() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<b>", ""),
        ("<blockquote>", ""),
        ("<ul><li>", ""),
        ("<table><tr><td>", ""),
        ("<a href=x>", ""),
        ("<font size=1>", ""),
    ] {
        let page = format!(
            "{}The words at the bottom stay, as they should.{}",
            open.repeat(3_000),
            close.repeat(3_000)
        );
        let article = taken(page.as_bytes());
        assert!(article.text.contains("words at the bottom"), "{open}: {:?}", article.warnings);
    }
}

/// What is looked at once of each part of a page is not looked at once more for each other.
#[test]
fn many_of_a_kind_take_no_longer_than_they_are_many() {
    let words = "The words beside them stay, as they should.";
    for many in [
        "<template shadowrootmode=open><p>x</p></template>".repeat(20_000),
        format!(
            "<x-y><template shadowrootmode=open>{}</template></x-y>",
            "<slot name=a></slot>".repeat(20_000)
        ),
        "<x-y><template shadowrootmode=open>".repeat(150),
        "<p>A sentence <a href=/>Tweet this</a></p>".repeat(20_000),
        "<ul><li>".repeat(150) + &"<a href=#x>x</a>".repeat(20_000),
        "<header><h1>A headline</h1>".to_owned() + &"<p class=deck><span>x</span></p>".repeat(20_000),
    ] {
        let page = format!("<html><body><p>{words}</p>{many}</body></html>");
        let start = std::time::Instant::now();
        taken(page.as_bytes());
        assert!(start.elapsed().as_secs() < 20, "{:?}: {}", start.elapsed(), &many[..50]);
    }
}

#[test]
fn unfinished_and_empty_pages() {
    for page in [
        "",
        "<",
        "<!--",
        "<script>",
        "<p",
        "<a href='",
        "<math><mi>",
        "\0\0",
        "<title>x",
        "<table><table>",
        "<img srcset=', ,'>",
        "<pre>\n\n</pre>",
    ] {
        taken(page.as_bytes());
    }
}

#[test]
fn a_tag_of_many_attributes_keeps_its_words() {
    let mut page = String::from("<article><p title=first");
    (0..300_000).for_each(|number| page.push_str(&format!(" a{number}=x")));
    page.push_str(">The words behind the attributes stay, as they should.</p></article>");
    let article = taken(page.as_bytes());
    assert_eq!(article.text, "The words behind the attributes stay, as they should.");
}

#[test]
fn drawings_that_use_each_other_without_end_are_left_out() {
    let part = |number: usize| {
        let next = number + 1;
        format!("<g id=p{number}><path d=M1,1/><use href=#p{next} /><use href=#p{next} /></g>")
    };
    let parts: String = (0..60).map(part).chain(["<g id=p60><use href=#p0 /></g>".to_owned()]).collect();
    let page = format!(
        "<svg>{parts}</svg><article><p>The words beside the drawing stay, as they should.</p>\
         <figure><svg width=300 height=300><use href=#p0 fill=red /><use href=#p1 /></svg></figure></article>"
    );
    let article = taken(page.as_bytes());
    assert!(article.text.contains("beside the drawing") && article.media.is_empty(), "{:?}", article.media);
}
