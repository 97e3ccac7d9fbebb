//! Pages made to take long, of any size.

use std::fmt::Write;

/// Their names, and what each is made of: what stands once, and what is said again and again with a number for `#`.
const PAGES: &[(&str, &str, &str)] = &[
    ("attributes", "<p ", "a#=1 "),
    ("base64", "<article><p>A picture.</p><img src=\"data:image/png;base64,", "iVBORw0KGgo"),
    ("bold never closed", "<article>", "<b>some words "),
    ("bold and italics crossed", "<article>", "<b><i>a</b></i>"),
    ("captions", "<article>", "<div class=caption><img src=a#.jpg><p>A caption # of a picture</p></div>"),
    ("code", "<article><pre><code>", "let a# = <b>1</b>;\n"),
    ("comments", "<article>", "<!-- a comment --><p>and a line #</p>"),
    ("definitions", "<article><dl>", "<dt>a#<dd>the meaning of a#"),
    ("divs never closed", "", "<div>words "),
    (
        "drawings",
        "<article>",
        "<figure><svg width=300 height=300><g class=a#><path d=M1 fill=red /><path/><text>a#</text></g></svg></figure>",
    ),
    (
        "drawings of many lines",
        "<article><p>Words.</p><svg width=300 height=300>",
        "<path id=a# fill=red d=M#,1 />",
    ),
    ("entities", "<article><p>", "&amp;&lt;&#65;&notanentity"),
    ("footnotes", "<article>", "<p>words<sup><a href=#n#>#</a></sup></p><p id=n#>note #</p>"),
    ("form fields", "<form>", "<input name=a#><select><option>#</select>"),
    ("frames", "<article>", "<iframe src=https://example.com/# title=x></iframe>"),
    ("headings", "<article>", "<h2>A heading #</h2>"),
    ("json-ld", "<script type=application/ld+json>", "[{\"@type\":\"Article\",\"headline\":\"#\","),
    ("line ends", "<article><p>", "words # and more<br><br>"),
    ("links", "<article>", "<a href=/a#>word #</a> "),
    ("links never closed", "<article>", "<a href=/a#>word "),
    ("list items", "<article><ul>", "<li>item #"),
    ("lists in lists", "<article>", "<ul><li>item #"),
    ("mathematics", "<article><p>", "<math><mi>x</mi><mo>=</mo><mn>#</mn></math> "),
    ("media in a box", "<article><div class=media>", "<div class=media><img src=/a#.jpg width=300></div>"),
    ("meta elements", "<head>", "<meta property=og:a# content=#>"),
    ("named places", "<article><p>", "<a name=x#></a><a href=#x1>1</a> "),
    ("notes in the margin", "<article><p>", "a<span class=sidenote>note #</span>"),
    ("one word", "<article><p>", "a"),
    ("paragraphs", "<article>", "<p>A paragraph, number #, of some words that say little."),
    ("pictures", "<article>", "<p><img data-src=/a#.jpg srcset='/a#-1.jpg 100w, /a#-2.jpg 200w'></p>"),
    ("pictures in noscript", "<article>", "<img class=lazy><noscript><img src=/a#.jpg></noscript>"),
    ("quotations", "<article>", "<blockquote>words # "),
    ("ruby", "<article><p>", "<ruby>a<rt>#</ruby>"),
    ("scripts", "<article>", "<script>var a# = '<p>words</p>';</script><p>A line.</p>"),
    ("sections with classes", "", "<section class='related share a#'><p>words, and more words</p></section>"),
    ("spaces", "<article><p>", " \n\t"),
    ("spans", "<article><p>", "<span>word</span>"),
    ("srcset", "<article><p>Words.</p><img srcset='", "/a#.jpg #w, "),
    ("style elements", "<article>", "<style>p { color: red }</style><p>A line.</p>"),
    ("tables", "<article>", "<table><tr><td>a#<td>b#</table>"),
    ("tables in tables", "", "<table><tr><td>words "),
    ("table rows", "<article><table>", "<tr><td>a#<td>b#"),
    ("table cells", "<article><table><tr>", "<td>a#"),
    ("tabs", "<article><div>", "<b role=tablist><i role=tab>#</i></b><p role=tabpanel hidden>b"),
    ("tags that nobody knows", "<article>", "<a-b#>words</a-b#>"),
    ("templates", "", "<template><p>words #"),
    ("tex", "<script src=mathjax.js></script><script>['$'</script><article><p>", "\\( $a$ \\[ $ "),
    ("text without markup", "", "Words # and again words. "),
    ("ticks", "<article><ul><li>", "<input type=checkbox disabled>a# "),
];

pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|(name, _, _)| *name)
}

/// The page of this name, of at least this many bytes.
pub(crate) fn make(name: &str, bytes: usize) -> Option<String> {
    let (_, once, again) = PAGES.iter().find(|(known, _, _)| *known == name)?;
    let parts: Vec<&str> = again.split('#').collect();
    let mut page = String::with_capacity(bytes + 1000);
    page.push_str(once);
    let mut number = 0;
    while page.len() < bytes {
        page.push_str(parts[0]);
        for part in &parts[1..] {
            let _ = write!(page, "{number}{part}");
        }
        number += 1;
    }
    Some(page)
}
