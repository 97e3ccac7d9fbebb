//! The pages of an article as one.

use std::collections::HashSet;

use crate::Extract;

/// Adds what another page of the same article says. False where it is no such page, but one of those that are here again,
/// or has nothing to say; then nothing is added.
#[must_use]
pub fn join(article: &mut Extract, page: Extract) -> bool {
    let here = blocks(&article.markdown);
    let mut more = blocks(&page.markdown);
    let known: HashSet<&str> = here.iter().map(String::as_str).collect();
    let is_title = |block: &str| {
        let words = block.trim_start_matches('#').trim();
        block.starts_with('#') && (words == article.title || words == page.title)
    };
    let repeated = more.iter().take_while(|block| is_title(block) || known.contains(block.as_str())).count();
    more.drain(..repeated);
    if more.is_empty() || page.text.trim().is_empty() {
        return false;
    }
    // What stands below each page, such as a line on the author, stands below the last one.
    let below = here.iter().rev().zip(more.iter().rev()).take_while(|(one, other)| one == other).count();
    if below == more.len() {
        return false;
    }
    let notes = highest_note(&article.markdown);
    let mut written: Vec<String> = here[..here.len() - below].to_vec();
    written.extend(more.iter().map(|block| renumbered(block, notes)));
    article.markdown = written.join("\n\n") + "\n";
    article.html.push_str(&page.html);
    article.text = format!("{}\n\n{}", article.text, page.text);
    let sources: HashSet<String> = article.media.iter().map(|medium| medium.source.clone()).collect();
    article.media.extend(page.media.into_iter().filter(|medium| !sources.contains(&medium.source)));
    for warning in page.warnings {
        if !article.warnings.contains(&warning) {
            article.warnings.push(warning);
        }
    }
    article.next = page.next;
    true
}

/// The blocks of a Markdown text; a fenced one is one, with its blank lines.
fn blocks(markdown: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut fence: Option<String> = None;
    let mut open = false;
    for line in markdown.lines() {
        let marks: String = line.trim_start().chars().take_while(|mark| *mark == '`').collect();
        match &fence {
            Some(known) if marks.len() >= known.len() && line.trim() == marks => fence = None,
            None if marks.len() > 2 => fence = Some(marks),
            _ => {}
        }
        if line.trim().is_empty() && fence.is_none() {
            open = false;
        } else if let Some(last) = blocks.last_mut().filter(|_| open) {
            last.push('\n');
            last.push_str(line);
        } else {
            blocks.push(line.to_owned());
            open = true;
        }
    }
    blocks
}

fn highest_note(markdown: &str) -> usize {
    markdown
        .split("[^")
        .skip(1)
        .filter_map(|rest| rest.split_once(']')?.0.parse::<usize>().ok())
        .max()
        .unwrap_or_default()
}

/// A block whose notes are counted on from those that are here. Code is left as it is.
fn renumbered(block: &str, from: usize) -> String {
    if from == 0 || block.starts_with("```") {
        return block.to_owned();
    }
    let mut parts = block.split("[^");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("[^");
        match part.split_once(']').and_then(|(label, rest)| Some((label.parse::<usize>().ok()?, rest))) {
            Some((label, rest)) => out.push_str(&format!("{}]{rest}", label + from)),
            None => out.push_str(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::join;
    use crate::Extract;

    fn page(markdown: &str) -> Extract {
        Extract {
            title: "A story".to_owned(),
            markdown: markdown.to_owned(),
            text: markdown.to_owned(),
            ..Extract::default()
        }
    }

    #[test]
    fn pages_become_one() {
        let mut story =
            page("![](lead.jpg)\n\nOne.[^1]\n\n```\na\n\n[^1]\n```\n\n[^1]: Note.\n\n*By Jane*\n");
        assert!(join(
            &mut story,
            page("# A story\n\n![](lead.jpg)\n\nTwo.[^1]\n\n[^1]: Other.\n\n*By Jane*\n")
        ));
        assert_eq!(
            story.markdown,
            "![](lead.jpg)\n\nOne.[^1]\n\n```\na\n\n[^1]\n```\n\n[^1]: Note.\n\nTwo.[^2]\n\n[^2]: Other.\n\n*By Jane*\n"
        );
        let before = story.markdown.clone();
        assert!(!join(&mut story, page(&before)), "the same again");
        assert!(
            !join(&mut story, page("# A story\n\n*By Jane*\n")),
            "nothing but what stands below each page"
        );
        assert_eq!(story.markdown, before);
    }
}
