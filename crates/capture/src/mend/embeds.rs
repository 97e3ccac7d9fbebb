//! What plays elsewhere becomes a card: its poster where one is known, its title, a link. Sound and video stay.

use dom_query::NodeRef;
use url::Url;

use crate::dom::Names;
use crate::{clean, dom};

/// Parts of addresses that bring advertisements, counters and forms of comment, never content; sorted.
const NOTHING: &[&str] = &[
    "/ads/",
    "adservice",
    "adsystem",
    "consent",
    "disqus",
    "doubleclick",
    "googlesyndication",
    "googletagmanager",
    "newsletter",
    "recaptcha",
    "subscribe",
    "taboola",
    "widgets/like",
    "widgets/tweet_button",
];

/// Words in the class of a quotation that is a post; sorted.
const POSTS: &[&str] =
    &["bluesky", "fb-post", "instagram", "mastodon", "reddit", "threads", "tiktok", "tweet"];

/// Where the players of films are that a page names by their ids alone.
const YOUTUBE: &str = "https://www.youtube.com/embed/";
const VIMEO: &str = "https://player.vimeo.com/video/";

/// Elements that are players of films, and all that becomes a frame or is one.
const PLAYERS: &str = "amp-youtube, lite-youtube, amp-vimeo, lite-vimeo";
const FRAMES: &str = "amp-youtube, lite-youtube, amp-vimeo, lite-vimeo, iframe, amp-iframe, embed, object";

/// Mends all embeds of a page.
pub(crate) fn mend(root: &NodeRef<'_>, base: &Url, names: &Names) {
    let all = |of: &str, selector: &str| if names.have(of) { dom::all(root, selector) } else { Vec::new() };
    for node in all(PLAYERS, PLAYERS) {
        let id = ["data-videoid", "videoid"].iter().find_map(|name| dom::attribute(&node, name));
        let player = if dom::name(&node).ends_with("vimeo") { VIMEO } else { YOUTUBE };
        node.rename("iframe");
        node.set_attr("src", &id.map(|id| format!("{player}{id}")).unwrap_or_default());
        if let Some(title) = ["playlabel", "videotitle"].iter().find_map(|name| dom::attribute(&node, name)) {
            node.set_attr("title", &title);
        }
    }
    for node in all(FRAMES, "iframe, amp-iframe, embed, object[data]") {
        let source = ["data-src", "src", "data-lazy-src", "data"]
            .iter()
            .filter_map(|name| dom::attribute(&node, name))
            .find(|source| !source.starts_with("about:"));
        let card = source
            .and_then(|source| clean::absolute(&source, base))
            .and_then(|address| card(&node, &address));
        match card {
            Some(card) => place(&node, card),
            None => node.remove_from_parent(),
        }
    }
    for node in all("video, audio, amp-video, amp-audio", "video, audio") {
        recording(&node);
    }
    for node in all("blockquote", "blockquote[class]") {
        post(&node);
    }
}

/// Puts a card where the frame was. A box around that alone would be a bar of links to the search for the main content.
fn place(node: &NodeRef<'_>, card: String) {
    let is_around = |above: &&NodeRef<'_>| {
        above.has_name("div")
            && above.children_it(false).filter(NodeRef::is_element).take(2).count() == 1
            && dom::is_blank(above)
    };
    let outermost = node.ancestors(Some(4)).iter().take_while(is_around).last().copied();
    outermost.unwrap_or(*node).replace_with_html(card);
}

fn card(node: &NodeRef<'_>, address: &Url) -> Option<String> {
    let host = address.host_str()?.trim_start_matches("www.");
    let hidden = ["width", "height"]
        .iter()
        .any(|name| node.attr(name).is_some_and(|size| matches!(size.trim(), "0" | "1")));
    let written = address.as_str().to_ascii_lowercase();
    if hidden
        || !matches!(address.scheme(), "http" | "https")
        || NOTHING.iter().any(|part| written.contains(part))
    {
        return None;
    }
    let says = |title: &String| {
        !matches!(
            title.to_lowercase().as_str(),
            "" | "embedded frame" | "embedded content" | "iframe" | "3rd party ad content"
        )
    };
    let title = dom::attribute(node, "title").map(|title| article::one_line(&title)).filter(says);
    let video = matches!(host, "youtube.com" | "youtube-nocookie.com")
        .then(|| address.path().strip_prefix("/embed/"))
        .flatten();
    if let Some(id) = video.map(|id| id.trim_matches('/')).filter(|id| !id.is_empty() && *id != "videoseries")
    {
        let title = dom::escaped(title.as_deref().unwrap_or("YouTube"));
        let id = dom::escaped(id);
        return Some(format!(
            "<figure><a href=\"https://www.youtube.com/watch?v={id}\"><img src=\"https://i.ytimg.com/vi/{id}/hqdefault.jpg\" alt=\"{title}\"></a><figcaption><a href=\"https://www.youtube.com/watch?v={id}\">{title}</a></figcaption></figure>"
        ));
    }
    let mut link = address.clone();
    if host == "player.vimeo.com" {
        link =
            Url::parse(&format!("https://vimeo.com{}", address.path().trim_start_matches("/video"))).ok()?;
    }
    // A frame without a title that is no known player is most often no content.
    let player = [
        "vimeo",
        "dailymotion",
        "soundcloud",
        "spotify",
        "bandcamp",
        "ted.com",
        "twitch",
        "archive.org",
        "codepen",
        "datawrapper",
        "flourish",
        "bilibili",
        "jsfiddle",
    ];
    let known = player.iter().any(|name| host.contains(name));
    if title.is_none() && !known {
        return None;
    }
    let title = dom::escaped(title.as_deref().unwrap_or(host));
    Some(format!("<p><a href=\"{}\">{title}</a></p>", dom::escaped(link.as_str())))
}

/// A post of a social network that an article quotes. What is around it says so in its class, and is mostly links: the search
/// for the main content would take it for a bar to share.
fn post(quote: &NodeRef<'_>) {
    if !dom::are_marked(quote, POSTS) {
        return;
    }
    if let Some(script) = quote.next_element_sibling().filter(|next| next.has_name("script")) {
        script.remove_from_parent();
    }
    let words = dom::length(quote);
    let around = |above: &&NodeRef<'_>| above.has_name("div") && dom::length(above) <= words + 40;
    if let Some(outermost) = quote.ancestors(Some(3)).iter().take_while(around).last() {
        outermost.replace_with(quote);
    }
}

/// The most nodes beside a recording in its player.
const PLAYER: usize = 24;

/// What a page's own player shows beside a recording: times, speeds. The player of whoever reads it has its own.
fn beside(node: &NodeRef<'_>) {
    let Some(around) = node.parent().filter(|above| above.has_name("div")) else { return };
    // A player has a few parts.
    if around.children_it(false).take(PLAYER + 1).count() > PLAYER
        || !dom::any(&around, "button")
        || dom::length(&around) > 200
    {
        return;
    }
    let is_time = |words: &str| {
        !words.is_empty() && words.chars().all(|letter| letter.is_ascii_digit() || ":/.×x- ".contains(letter))
    };
    for part in dom::all(&around, "div, span") {
        if is_time(&dom::words(&part)) && !dom::any(&part, "img, video, audio") {
            part.remove_from_parent();
        }
    }
}

/// A recording with its address on itself, in a figure, so that it is not taken for clutter.
fn recording(node: &NodeRef<'_>) {
    if let Some(poster) = dom::attribute(node, "data-poster").filter(|_| !node.has_attr("poster")) {
        node.set_attr("poster", &poster);
    }
    // A poster that only keeps the place is drawn behind the film instead.
    let style = dom::attribute(node, "style").unwrap_or_default();
    let keeps_place = dom::attribute(node, "poster")
        .is_some_and(|poster| poster.ends_with("/spacer.png") || poster.ends_with("/blank.gif"));
    if keeps_place {
        match style.split_once("url(").and_then(|(_, rest)| rest.split_once(')')) {
            Some((address, _)) => node.set_attr("poster", address.trim_matches(['\'', '"', ' '])),
            None => node.remove_attr("poster"),
        }
    }
    if !node.has_attr("src") {
        let sources: Vec<String> = dom::all(node, "source")
            .iter()
            .filter_map(|source| dom::attribute(source, "src").or_else(|| dom::attribute(source, "data-src")))
            .collect();
        let plays = |source: &&String| {
            [".mp4", ".webm", ".mp3", ".ogg", ".m4a", ".m4v"]
                .iter()
                .any(|ending| source.to_ascii_lowercase().contains(ending))
        };
        match sources
            .iter()
            .find(plays)
            .or(sources.first())
            .cloned()
            .or_else(|| dom::attribute(node, "data-src"))
        {
            Some(source) => node.set_attr("src", &source),
            None => return node.remove_from_parent(),
        }
    }
    if dom::attribute(node, "src").is_some_and(|source| source.starts_with("blob:")) {
        return node.remove_from_parent();
    }
    node.remove_children();
    node.set_attr("controls", "");
    beside(node);
    if !dom::is_within(node, "figure") {
        node.wrap_html("<figure></figure>");
    }
}
