#![allow(clippy::unwrap_used, clippy::panic)]

use super::{LONGEST, check, write};
use std::path::Path;

/// Every `name.tex` of tests/math becomes `name.html`; those named `block-…` stand alone. One without a `.html` can't
/// be read, and is left to be shown as it is.
#[test]
fn formulas() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/math");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "tex"));
    paths.sort();
    assert!(paths.len() >= 25);
    let mut wrong = Vec::new();
    for path in paths {
        let tex = std::fs::read_to_string(&path).unwrap();
        let block = path.file_name().unwrap().to_str().unwrap().starts_with("block-");
        let mut html = "before ".to_owned();
        if write(&tex, block, &mut html) {
            html = html.strip_prefix("before ").unwrap().to_owned() + "\n";
        } else {
            assert_eq!(html, "before ");
            html.clear();
        }
        if html != std::fs::read_to_string(path.with_extension("html")).unwrap_or_default() {
            wrong.push(format!("== {}\n{html}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Commands without end, commands in commands, letters where none are expected: read or refused, at once.
#[test]
fn hostile() {
    let parts = r"\frac \frac1 \sqrt[ \left( \begin{matrix} \begin{array}{ \begin{ & \\ { } [ ^ _ ^{ '' a é 中 \text{ \text^ \hat \not \overset a \
        \color{ \operatorname* \over \char \substack{ \xrightarrow[ \middle| \genfrac \sideset % # $ ~ < > \unknown";
    for part in parts.split(' ') {
        for after in ["", "{", "}", "a", "é", "&", "^"] {
            let tex = format!("{part}{after}");
            for times in [1, 2, 40, LONGEST / tex.len().max(1)] {
                let mut out = String::new();
                let read = write(&tex.repeat(times), true, &mut out);
                assert_eq!(read, !out.is_empty());
                assert!(out.len() <= 64 * 1024 * 12, "{tex} {}", out.len());
            }
        }
    }
}

#[test]
fn refused() {
    for tex in [
        "",
        " ",
        r"\href{javascript:alert(1)}{x}",
        r"\def\a{\b\b}\def\b{\a}\a",
        r"\newcommand{\f}[1]{#1#1}\f{\f{\f{x}}}",
        r"\unknown",
        r"\frac{a}",
        &"x".repeat(LONGEST + 1),
        &(r"\hat{".repeat(120) + "x" + &"}".repeat(120)),
    ] {
        assert!(!write(tex, false, &mut String::new()), "{tex}");
    }
}

/// What the check lets through, whatever wrote it.
#[test]
fn checked() {
    let copied = |mathml: &str| {
        let mut out = String::new();
        check::copy(mathml, &mut out).then_some(out)
    };
    let same = |mathml: &str| assert_eq!(copied(mathml).as_deref(), Some(mathml));
    same("<math display=\"block\"><mi>x</mi><mspace width=\"1em\"/></math>");
    let red = copied("<mi style=\"color: rgb(255 0 16); width: 9px\">x &amp; y > z</mi>");
    assert_eq!(red.as_deref(), Some("<mi mathcolor=\"#ff0010\">x &amp; y &gt; z</mi>"));
    let hat = copied("<mover><mrow><mi>x</mi></mrow><mi>^</mi></mover>");
    assert_eq!(hat.as_deref(), Some("<mover accent=\"true\"><mrow><mi>x</mi></mrow><mo>^</mo></mover>"));
    assert_eq!(copied("<mo><</mo><!-- -->").as_deref(), Some("<mo>&lt;</mo>&lt;!-- --&gt;"));
    same("<mover><mo>=</mo><mi>n</mi></mover>");
    for bad in [
        "<math href=\"x\"></math>",
        "<math onclick=\"x\"></math>",
        "<maction>x</maction>",
        "<annotation-xml></annotation-xml>",
        "<script>x</script>",
        "<mi>x",
        "<mi>x</mn>",
        "</mi>",
        "<mi class='x'></mi>",
        "<mi class=\"a<b\"></mi>",
        "<mi",
        "<mi class=\"",
    ] {
        assert_eq!(copied(bad), None, "{bad}");
    }
}
