//! Reading aloud.

use speech::{Manner, Sentence, Voices};

use crate::{App, Error, Result};

impl App {
    /// The voices of this machine, or that the window has them.
    ///
    /// # Errors
    /// `no_voice` where nothing speaks here, `voice_failed`.
    pub fn voices(&self) -> Result<Voices> {
        Ok(self.speaker.voices()?)
    }

    /// Says the sentences one after another, and tells the place of each as it begins. Returns when all is said (true), or
    /// when it is stopped by [`App::hush`] or by other sentences (false).
    ///
    /// # Errors
    /// `no_voice` where nothing speaks here, `voice_failed`.
    pub fn read_aloud(&self, sentences: &[Sentence], manner: &Manner, began: &dyn Fn(usize)) -> Result<bool> {
        Ok(self.speaker.say(sentences, manner, began)?)
    }

    /// Stops what is being said.
    pub fn hush(&self) {
        self.speaker.hush();
    }
}

impl From<speech::Error> for Error {
    fn from(error: speech::Error) -> Error {
        let code = match error {
            speech::Error::Absent => "no_voice",
            speech::Error::Failed(_) => "voice_failed",
        };
        Error::new(code, error.to_string())
    }
}
