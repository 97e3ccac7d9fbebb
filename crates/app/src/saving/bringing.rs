//! Brings one page: from where it sends on to by itself, and a little later where its site asks for that.

use std::fmt;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use article::Status;
use capture::Page;
use capture::fetch::{Answer, Cancel, Code, Error, Fetcher, Limits, Want};

use super::one::{self, Failure};
use crate::start::lock;

/// How long a site is left alone that does not say for how long it wants to be.
const UNTOLD_REST: Duration = Duration::from_secs(30);
/// The least that is waited where a site asks for patience.
const LEAST: Duration = Duration::from_secs(1);
/// How often one page is asked for.
const MOST_TRIES: usize = 4;
/// How often it is looked whether the reader cancelled.
const LOOK: Duration = Duration::from_millis(50);

/// With what a page is brought.
#[derive(Clone, Copy)]
pub(super) struct Bringing<'a> {
    pub(super) fetcher: &'a Fetcher,
    pub(super) patience: &'a Patience,
    pub(super) cancel: &'a Cancel,
}

/// Tells of a wait.
type Say = Box<dyn Fn(&str) + Send + Sync>;

/// For how long sites that ask to be left alone are waited for, all together. By default nobody waits.
#[derive(Default)]
pub(crate) struct Patience {
    left: Mutex<Duration>,
    say: Option<Say>,
}

impl Bringing<'_> {
    /// The page at `address`, with the answer that it came in.
    pub(super) fn page(&self, address: &str) -> Result<(Answer, Vec<u8>), Failure> {
        let mut tries = 1;
        loop {
            let mut bytes = Vec::new();
            let answer = one::patiently(self.cancel, || get(self.fetcher, address, self.cancel, &mut bytes));
            let answer = answer.map_err(|error| Failure {
                status: one::status(error.code),
                why: error.message,
                rest: None,
            })?;
            // A puzzle for people comes with such a status, too, and does not pass.
            if !matches!(answer.status, 429 | 500..=599) || one::is_puzzle(address, &answer, &bytes) {
                return Ok((answer, bytes));
            }
            let asks = matches!(answer.status, 429 | 503);
            let told = answer.retry_after.filter(|_| asks && tries < MOST_TRIES);
            if let Some(rest) = told
                && self.patience.waits(address, rest, self.cancel)
            {
                tries += 1;
                continue;
            }
            let why = if asks {
                "The site asks to be left alone for a while. It can be tried again later.".to_owned()
            } else {
                format!("The site has an error of its own ({}). It can be tried again later.", answer.status)
            };
            let rest = answer.retry_after.or(asks.then_some(UNTOLD_REST));
            return Err(Failure { status: Status::Waiting, why, rest });
        }
    }
}

/// Fetches a page. Where it is none, and only sends on to another, that is fetched as if the site had done so: vetted as
/// any address, and within the same number of redirects.
pub(crate) fn get(
    fetcher: &Fetcher,
    address: &str,
    cancel: &Cancel,
    bytes: &mut Vec<u8>,
) -> Result<Answer, Error> {
    let mut limits = Limits::of(Want::Page);
    bytes.clear();
    let mut answer = fetcher.get(address, Want::Page, &limits, cancel, bytes)?;
    loop {
        let next = {
            let page = Page { bytes: bytes.as_slice(), url: &answer.address, charset: answer.charset() };
            let is_page = (200..300).contains(&answer.status)
                && answer.content_type.as_deref().is_none_or(|kind| !capture::is_plain(kind));
            capture::sends_on(&page).filter(|_| is_page)
        };
        let Some(next) = next else { return Ok(answer) };
        let most = Limits::of(Want::Page).redirects;
        let Some(left) = most.checked_sub(answer.redirects.len() + 1) else {
            return Err(Error { code: Code::TooManyRedirects, message: endless(address, most) });
        };
        limits.redirects = left;
        bytes.clear();
        let came = fetcher.get(&next, Want::Page, &limits, cancel, bytes)?;
        let leaves = answer.address.starts_with("https:") && next.starts_with("http:");
        let mut redirects = answer.redirects;
        redirects.push(answer.address);
        redirects.extend(came.redirects);
        answer = Answer { downgraded: answer.downgraded || came.downgraded || leaves, redirects, ..came };
    }
}

fn endless(address: &str, most: usize) -> String {
    format!(
        "“{address}” sends from page to page, more than {most} times. Open it in a browser and copy the address that it ends at."
    )
}

impl Patience {
    /// Waits for `most` at most, and has each wait told, in a sentence.
    pub(crate) fn of(most: Duration, say: impl Fn(&str) + Send + Sync + 'static) -> Patience {
        Patience { left: Mutex::new(most), say: Some(Box::new(say)) }
    }

    /// Waits as long as the site of `address` asks; false where that is longer than there is patience, or it is
    /// cancelled.
    fn waits(&self, address: &str, asked: Duration, cancel: &Cancel) -> bool {
        let rest = asked.max(LEAST);
        {
            let mut left = lock(&self.left);
            let Some(after) = left.checked_sub(rest) else { return false };
            *left = after;
        }
        if let Some(say) = &self.say {
            let seconds = rest.as_secs_f64().ceil();
            say(&format!("The site asks to be left alone for {seconds} s. {address} is fetched then."));
        }
        let until = Instant::now() + rest;
        while Instant::now() < until && !cancel.is_cancelled() {
            thread::sleep(LOOK);
        }
        !cancel.is_cancelled()
    }
}

impl fmt::Debug for Patience {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Patience").field("left", &self.left).finish_non_exhaustive()
    }
}
