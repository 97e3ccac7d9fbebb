//! Speech Dispatcher, by its own protocol.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ssip_client_async::fifo::synchronous::{Builder, UnixStream};
use ssip_client_async::{
    Client, ClientError, ClientId, ClientName, ClientScope, MessageScope, NotificationType,
    OK_CLIENT_NAME_SET, OK_LANGUAGE_SET, OK_NOTIFICATION_SET, OK_OUTPUT_MODULE_SET,
    OK_OUTPUT_MODULES_LIST_SENT, OK_RATE_SET, OK_VOICE_SET, Response, SynthesisVoice,
};

use crate::{Error, Manner, Sentence, Voice, Voices};

/// Longer than any sentence takes: a service that says nothing for so long has failed.
const LONGEST: Duration = Duration::from_secs(300);
/// How long the list of voices may take, with the start of the service.
const LONG: Duration = Duration::from_secs(20);
/// And how long stopping what is said.
const SHORT: Duration = Duration::from_secs(2);
/// A sentence is cut here, in bytes: engines take long ones in one piece, and can't be stopped within.
const MOST: usize = 4_000;

type Service = Client<UnixStream>;

/// What speaks: one thing at a time.
#[derive(Debug)]
pub struct Speaker {
    /// Where the service listens; `None` is its usual place.
    socket: Option<PathBuf>,
    turn: Mutex<Turn>,
}

impl Default for Speaker {
    /// By the service that `SPEECHD_ADDRESS` names, else by the usual one, as all programs that speak do.
    fn default() -> Self {
        let address = std::env::var("SPEECHD_ADDRESS").ok();
        let socket = address.and_then(|address| address.strip_prefix("unix_socket:").map(PathBuf::from));
        Speaker { socket, turn: Mutex::default() }
    }
}

/// Who speaks now. Whoever begins later takes it over.
#[derive(Debug, Default)]
struct Turn {
    number: u64,
    client: Option<ClientId>,
}

impl Speaker {
    /// By a service that listens at this socket; none is started where it does not.
    pub fn at(socket: PathBuf) -> Speaker {
        Speaker { socket: Some(socket), turn: Mutex::default() }
    }

    /// The voices that there are.
    ///
    /// # Errors
    /// `Absent` where nothing speaks here, `Failed` where it does not answer.
    pub fn voices(&self) -> Result<Voices, Error> {
        let mut service = self.connect("voices", LONG, true)?;
        let mut voices = Vec::new();
        service.list_output_modules()?;
        for module in service.receive_lines(OK_OUTPUT_MODULES_LIST_SENT)? {
            service.set_output_module(ClientScope::Current, &module)?;
            // One that is listed, but does not start, has no voices.
            if service.check_status(OK_OUTPUT_MODULE_SET).is_err() {
                continue;
            }
            service.list_synthesis_voices()?;
            let listed = service.receive_synthesis_voices().unwrap_or_default();
            voices.extend(listed.into_iter().filter_map(|voice| voice_of(&module, voice)));
        }
        voices.sort();
        voices.dedup();
        // A machine without sound has a module that says so, and no voice.
        if voices.is_empty() { Err(Error::Absent) } else { Ok(Voices::System { voices }) }
    }

    /// Says the sentences one after another, and tells the place of each as it begins. Returns when all is said (true), or
    /// when something else is said meanwhile or [`Speaker::hush`] is called (false).
    ///
    /// # Errors
    /// `Absent` where nothing speaks here, `Failed` where it fails.
    pub fn say(&self, sentences: &[Sentence], manner: &Manner, began: &dyn Fn(usize)) -> Result<bool, Error> {
        let mine = self.begin();
        let said = self.say_all(mine, sentences, manner, began);
        let mut turn = self.turn();
        if turn.number == mine {
            turn.client = None;
        }
        said
    }

    fn say_all(
        &self,
        mine: u64,
        sentences: &[Sentence],
        manner: &Manner,
        began: &dyn Fn(usize),
    ) -> Result<bool, Error> {
        let mut service = self.connect("reading", LONGEST, true)?;
        service.history_get_client_id()?;
        let client = service.receive_client_id()?;
        for kind in [NotificationType::Begin, NotificationType::End, NotificationType::Cancel] {
            service.set_notification(kind, true)?.check_status(OK_NOTIFICATION_SET)?;
        }
        service.set_rate(ClientScope::Current, rate(manner.speed))?.check_status(OK_RATE_SET)?;
        // A line of its own would be another command.
        let voice = manner.voice.as_deref().filter(|id| !id.contains(char::is_control));
        let voice = voice.and_then(|id| id.split_once('/'));
        if let Some((module, _)) = voice {
            service.set_output_module(ClientScope::Current, module)?.check_status(OK_OUTPUT_MODULE_SET)?;
        }
        if !self.speaks(mine, client) {
            return Ok(false);
        }
        let mut language = "";
        for (at, sentence) in sentences.iter().enumerate() {
            if !self.is_on(mine) {
                return Ok(false);
            }
            let words = line(&sentence.text);
            if words.is_empty() {
                continue;
            }
            if sentence.language != language {
                language = &sentence.language;
                service
                    .set_language(ClientScope::Current, &language_of(language))?
                    .check_status(OK_LANGUAGE_SET)?;
                // Another language undoes the voice.
                if let Some((_, name)) = voice {
                    service.set_synthesis_voice(ClientScope::Current, name)?.check_status(OK_VOICE_SET)?;
                }
            }
            // The next is handed over when this one has ended: another program's words may come between them.
            service.speak()?.check_receiving_data()?;
            service.send_line(&words)?;
            loop {
                match service.receive()? {
                    Response::EventBegin(_) if self.is_on(mine) => began(at),
                    // It was stopped before the service had the sentence.
                    Response::EventBegin(_) => {
                        self.stop(client);
                        return Ok(false);
                    }
                    Response::EventEnd(_) => break,
                    Response::EventCanceled(_) => return Ok(false),
                    _ => {}
                }
            }
        }
        Ok(true)
    }

    /// Stops what is being said, if anything is.
    pub fn hush(&self) {
        self.begin();
    }

    /// Takes the turn: what was being said ends.
    fn begin(&self) -> u64 {
        let (number, client) = {
            let mut turn = self.turn();
            turn.number += 1;
            (turn.number, turn.client.take())
        };
        if let Some(client) = client {
            self.stop(client);
        }
        number
    }

    /// From now on this client can be stopped; false where the turn was taken already.
    fn speaks(&self, mine: u64, client: ClientId) -> bool {
        let mut turn = self.turn();
        let on = turn.number == mine;
        if on {
            turn.client = Some(client);
        }
        on
    }

    fn is_on(&self, mine: u64) -> bool {
        self.turn().number == mine
    }

    /// Stops what another connection says, by one of its own: that of who speaks waits for what it hears. Where that fails,
    /// it ends with its sentence.
    fn stop(&self, client: ClientId) {
        let _ = self.connect("control", SHORT, false).and_then(|mut service| {
            service.cancel(MessageScope::Message(client))?;
            Ok(service.receive()?)
        });
    }

    /// A connection that waits so long for an answer. With `start`, the service is started where nothing listens at the usual
    /// place.
    fn connect(&self, part: &str, patience: Duration, start: bool) -> Result<Service, Error> {
        let mut builder = Builder::new();
        builder.timeout(patience);
        let mut service = match &self.socket {
            Some(socket) => builder.path(socket).build(),
            None if start => builder.build().or_else(|_| builder.with_spawn()?.build()),
            None => builder.build(),
        }
        .map_err(absent)?;
        let person = std::env::var("USER").ok().filter(|name| name.chars().all(char::is_alphanumeric));
        service
            .set_client_name(ClientName::with_component(
                person.as_deref().unwrap_or("reader"),
                "offprint",
                part,
            ))?
            .check_status(OK_CLIENT_NAME_SET)?;
        Ok(service)
    }

    fn turn(&self) -> MutexGuard<'_, Turn> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Speech Dispatcher's rate (-100 to 100) for a speed. What a rate means is left to the engines: this is eSpeak NG's scale,
/// from half its speed to 2.4 times; others come near.
fn rate(speed: f32) -> i8 {
    let steps = if speed < 1.0 { (speed - 1.0) * 200.0 } else { (speed - 1.0) * 73.0 };
    // Whatever is no number is no wish.
    if steps.is_nan() { 0 } else { steps.clamp(-100.0, 100.0) as i8 }
}

/// A voice as it is listed, but for the many variants of one that eSpeak NG makes by itself.
fn voice_of(module: &str, SynthesisVoice { name, language, dialect }: SynthesisVoice) -> Option<Voice> {
    let language = language.filter(|language| !language.is_empty() && !name.contains('+'))?;
    // What stands there is a variant as often as a region.
    let region = dialect.filter(|region| region.len() == 2 && !language.contains('-'));
    let language = match region {
        Some(region) => format!("{language}-{}", region.to_uppercase()),
        None => language,
    };
    Some(Voice { id: format!("{module}/{name}"), language, name })
}

/// A sentence as one line of the protocol, in which a dot at its start would end the text.
fn line(text: &str) -> String {
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.retain(|sign| !sign.is_control());
    if words.len() > MOST {
        words.truncate(words.floor_char_boundary(MOST));
    }
    if words.starts_with('.') { format!(".{words}") } else { words }
}

/// A language as it can stand in a command.
fn language_of(tag: &str) -> String {
    let name: String = tag.chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '-').collect();
    if name.is_empty() { "en".to_owned() } else { name.to_ascii_lowercase() }
}

fn absent(error: io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::ConnectionRefused => Error::Absent,
        _ => Error::Failed(error.to_string()),
    }
}

impl From<ClientError> for Error {
    fn from(error: ClientError) -> Error {
        Error::Failed(error.to_string())
    }
}
