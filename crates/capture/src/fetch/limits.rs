//! How much may be fetched, and how long it may take.

use std::time::Duration;

/// What is asked for: what the site is told that we accept, and the limits that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// A page.
    Page,
    /// A picture.
    Picture,
    /// Sound or video.
    Recording,
}

impl Want {
    /// The header `Accept` (RFC 9110, 12.5.1). Of pictures, only kinds that the window can show.
    pub(crate) fn accept(self) -> &'static str {
        match self {
            Want::Page => "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
            Want::Picture => {
                "image/webp,image/png,image/jpeg,image/gif,image/svg+xml,image/*;q=0.8,*/*;q=0.5"
            }
            Want::Recording => "audio/*,video/*,*/*;q=0.5",
        }
    }
}

/// The limits of one fetch. What is over one of them ends with an error; nothing is cut and passed off as whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the body, unpacked; packed it may have no more either.
    pub bytes: u64,
    /// From asking to the whole header of an answer, at each address; with the connection.
    pub answer: Duration,
    /// Without any byte, once the body began.
    pub quiet: Duration,
    /// All of it, redirects too.
    pub whole: Duration,
    /// Bytes a second of the body, over each `slow_for`.
    pub slowest: u64,
    /// How long a body may come slower than `slowest`.
    pub slow_for: Duration,
    /// Redirects that are followed.
    pub redirects: usize,
}

impl Limits {
    /// The limits that fit what is wanted.
    pub fn of(want: Want) -> Self {
        const MB: u64 = 1024 * 1024;
        let (bytes, whole) = match want {
            Want::Page => (32 * MB, 90),
            Want::Picture => (64 * MB, 180),
            Want::Recording => (1024 * MB, 3600),
        };
        Limits {
            bytes,
            answer: Duration::from_secs(30),
            quiet: Duration::from_secs(20),
            whole: Duration::from_secs(whole),
            slowest: 512,
            slow_for: Duration::from_secs(15),
            redirects: 10,
        }
    }
}
