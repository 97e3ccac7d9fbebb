//! Where the window itself has the system's voices.

use crate::{Error, Manner, Sentence, Voices};

/// What speaks.
#[derive(Debug, Default)]
pub struct Speaker;

impl Speaker {
    /// The voices that there are: those of the window.
    ///
    /// # Errors
    /// None here.
    pub fn voices(&self) -> Result<Voices, Error> {
        Ok(Voices::Window)
    }

    /// Says nothing: the window speaks itself.
    ///
    /// # Errors
    /// Always [`Error::Absent`].
    pub fn say(&self, _: &[Sentence], _: &Manner, _: &dyn Fn(usize)) -> Result<bool, Error> {
        Err(Error::Absent)
    }

    /// There is nothing to stop.
    pub fn hush(&self) {}
}
