//! Whether what was fetched is the article, or stands in its place: an error, a login, a question about cookies, a
//! wall, a test for robots. Told from the answer's status, where it led, and what the page says (`phrases`).
//!
//! A false alarm costs a good article. So a long text is good unless the address itself says otherwise, or it ends
//! with the words of a wall.

mod led;
mod phrases;
mod words;

use crate::Extract;
use phrases::{any, part_of_title, starts_a_part};
use words::{plain, tokens};

/// From this many words on, a text is an article whatever its page says besides.
const LONG: usize = 250;
/// Up to this many words, a page may consist of a message.
const MESSAGE: usize = 120;
/// Fewer words are no text.
const EMPTY: usize = 5;
/// A kept copy with fewer words than this is compared with nothing: it may be a stub itself.
const WORTH_COMPARING: usize = 30;
/// So many of 100 words of the kept copy must be there again.
const LENGTH: usize = 70;
/// So many of 100 pairs of words of the kept copy must be there again.
const SHARED: usize = 50;

/// What becomes of a capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is kept.
    Good,
    /// It is put aside, and the reader is told why.
    SetAside(Reason),
}

/// Why a capture is set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What came.
    pub kind: ReasonKind,
    /// The same for people, as a whole sentence.
    pub sentence: String,
}

/// What came in place of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonKind {
    /// An error, also one that says it is none (status 200 for "not found").
    Error,
    /// A form to log in.
    Login,
    /// A question about cookies or privacy.
    Consent,
    /// The beginning of an article that has to be paid for.
    Paywall,
    /// A test whether a person asks.
    Challenge,
    /// No text.
    Empty,
    /// Much less than the copy that is kept, or another text.
    Shorter,
}

/// Judges a capture. `status` is that of the answer (200 for a file); `asked` and `final_address` are the address that
/// was asked for and the one that answered; `before` is the text of the copy that is kept.
pub fn verdict(
    status: u16,
    asked: &str,
    final_address: &str,
    extract: &Extract,
    before: Option<&str>,
) -> Verdict {
    let found = Found::of(extract);
    let reason = found
        .answer(status)
        .or_else(|| found.led(asked, final_address))
        .or_else(|| found.challenge())
        .or_else(|| found.login())
        .or_else(|| found.consent())
        .or_else(|| found.missing())
        .or_else(|| found.paywall())
        .or_else(|| found.empty())
        .or_else(|| before.and_then(|before| found.shorter(before)));
    match reason {
        Some((kind, sentence)) => Verdict::SetAside(Reason { kind, sentence }),
        None => Verdict::Good,
    }
}

type Told = Option<(ReasonKind, String)>;

fn told(kind: ReasonKind, sentence: impl Into<String>) -> Told {
    Some((kind, sentence.into()))
}

/// What is asked of a capture, made plain once.
struct Found<'a> {
    extract: &'a Extract,
    words: Vec<String>,
    /// The page's own title and the headline, in small letters.
    titles: [String; 2],
    /// The first words of the text, or of the page where there is none, in small letters.
    head: String,
    shown: String,
}

impl<'a> Found<'a> {
    fn of(extract: &'a Extract) -> Found<'a> {
        let words = tokens(&extract.text);
        let speaks = if words.len() < EMPTY { &extract.signs.shown } else { &extract.text };
        let head: String = speaks.chars().take(600).collect();
        Found {
            extract,
            words,
            titles: [plain(&extract.signs.title), plain(&extract.title)],
            head: plain(&head),
            shown: plain(&extract.signs.shown),
        }
    }

    fn fewer_than(&self, words: usize) -> bool {
        self.words.len() < words
    }

    fn titled(&self, phrases: &str) -> bool {
        self.titles.iter().any(|title| part_of_title(title, phrases))
    }

    fn answer(&self, status: u16) -> Told {
        use ReasonKind::{Error, Login, Paywall};
        match status {
            200..=299 => None,
            401 | 407 => told(Login, format!("The site wants a login for this page ({status}).")),
            402 => told(Paywall, "The site wants to be paid for this page (402)."),
            404 | 410 => told(Error, format!("The site says that this page is not there ({status}).")),
            451 => told(Error, "The site may not show this page for legal reasons (451)."),
            403 | 429 | 503 if self.puzzled() => self.challenge(),
            403 => told(Error, "The site refuses to show this page (403)."),
            429 => told(Error, "The site was asked too often and wants you to wait (429)."),
            500..=599 => told(Error, format!("The site has an error of its own ({status}).")),
            _ => told(Error, format!("The site did not answer with a page ({status}).")),
        }
    }

    /// What the way to another address says.
    fn led(&self, asked: &str, final_address: &str) -> Told {
        let to = led::to(asked, final_address)?;
        // A login or a question that means to lead back is no article, however much it explains.
        if !to.leads_back && !self.fewer_than(LONG) {
            return None;
        }
        match to.place {
            led::Place::Login => told(ReasonKind::Login, LOGIN),
            led::Place::Consent => told(ReasonKind::Consent, CONSENT),
            led::Place::Front => {
                told(ReasonKind::Error, "The site answered with its front page in place of the article.")
            }
            led::Place::Missing => told(ReasonKind::Error, MISSING),
        }
    }

    fn puzzled(&self) -> bool {
        let short = self.fewer_than(MESSAGE);
        short
            && (self.titled(phrases::CHALLENGE_TITLES)
                || any(&self.head, phrases::CHALLENGE)
                || (any(&self.shown, phrases::CHALLENGE)
                    && (self.extract.signs.puzzle || self.fewer_than(40)))
                || (self.extract.signs.puzzle && self.fewer_than(20)))
    }

    fn challenge(&self) -> Told {
        let sentence = "The site wanted to see first that a person asks. Open the page in a browser, save it there, and \
                        give Offprint the file.";
        if self.puzzled() { told(ReasonKind::Challenge, sentence) } else { None }
    }

    fn login(&self) -> Told {
        let titled = self.titled(phrases::LOGIN_TITLES)
            || self.titles.iter().any(|title| starts_a_part(title, phrases::LOGIN_STARTS));
        let asks = self.extract.signs.password && (any(&self.head, phrases::LOGIN) || self.fewer_than(15));
        let says = self.fewer_than(60) && any(&self.head, phrases::LOGIN_FIRST);
        let login = self.fewer_than(LONG) && (titled || says || (asks && self.fewer_than(MESSAGE)));
        if login { told(ReasonKind::Login, LOGIN) } else { None }
    }

    fn consent(&self) -> Told {
        let titled = self.titles.iter().any(|title| starts_a_part(title, phrases::CONSENT_TITLES));
        let asks = any(&self.head, phrases::CONSENT) && self.fewer_than(MESSAGE);
        if self.fewer_than(LONG) && (titled || asks) { told(ReasonKind::Consent, CONSENT) } else { None }
    }

    fn missing(&self) -> Told {
        if !self.fewer_than(MESSAGE) {
            return None;
        }
        let titled = self.titles.iter().any(|title| starts_a_part(title, phrases::MISSING_TITLES));
        let says = any(&self.head, phrases::MISSING);
        if titled || says { told(ReasonKind::Error, MISSING) } else { None }
    }

    fn paywall(&self) -> Told {
        let sentence = "The site shows only the beginning of this article to those who do not pay.";
        let signs = &self.extract.signs;
        let ends =
            [&self.extract.text, &signs.end].iter().any(|text| any(&words::last(text, 30), phrases::WALL));
        let stub = self.fewer_than(LONG)
            && (signs.paid
                || any(&plain(&signs.wall), phrases::WALL)
                || any(&words::last(&self.extract.text, 90), phrases::WALL));
        if ends || stub { told(ReasonKind::Paywall, sentence) } else { None }
    }

    fn empty(&self) -> Told {
        if self.fewer_than(MESSAGE) && any(&self.shown, phrases::SCRIPTS) && self.fewer_than(40) {
            return told(
                ReasonKind::Empty,
                "The site draws this page with scripts, which Offprint does not run. Save the page in a browser, and \
                 give Offprint the file.",
            );
        }
        if self.fewer_than(EMPTY) && self.extract.media.is_empty() {
            return told(ReasonKind::Empty, "There is no text on this page.");
        }
        None
    }

    fn shorter(&self, before: &str) -> Told {
        let before = tokens(before);
        if before.len() < WORTH_COMPARING {
            return None;
        }
        if self.words.len() * 100 < before.len() * LENGTH {
            let sentence =
                format!("It has {} words, and the copy that is kept has {}.", self.words.len(), before.len());
            return told(ReasonKind::Shorter, sentence);
        }
        if words::shared(&before, &self.words) < SHARED {
            return told(ReasonKind::Shorter, "Most of the text of the copy that is kept is not in it.");
        }
        None
    }
}

const LOGIN: &str = "The site wants a login for this page. Log in with a browser, save the page there, and give Offprint the file.";
const CONSENT: &str = "The site asked about cookies or privacy and did not show the article. Open the page in a browser, \
                       save it there, and give Offprint the file.";
const MISSING: &str = "The site says that this page is not there.";
