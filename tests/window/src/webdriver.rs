//! What WebKit's driver is told: the part of the WebDriver standard that is needed here.
//! <https://www.w3.org/TR/webdriver2/>

use std::time::Duration;

use serde_json::{Value, json};

/// The key that the standard gives to a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open session: one window under control.
pub struct Session {
    agent: ureq::Agent,
    root: String,
}

/// Something in the page.
#[derive(Clone, Debug)]
pub struct Element(pub String);

impl Session {
    /// Has the driver at `port` start `binary` with `arguments`. Fails while the driver does not listen yet.
    pub fn open(port: u16, binary: &str, arguments: &[&str]) -> Result<Self, String> {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(20)))
            .build()
            .new_agent();
        let mut session = Self { agent, root: format!("http://127.0.0.1:{port}/session") };
        let options = json!({"binary": binary, "args": arguments});
        let wishes = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}});
        let made = session.post("", wishes)?;
        let id = made["sessionId"].as_str().ok_or("the driver gave no session")?.to_owned();
        session.root = format!("{}/{id}", session.root);
        session.post("/timeouts", json!({"script": 90_000}))?;
        Ok(session)
    }

    /// Runs the body of a function in the page; its arguments are `arguments[0]` and on.
    pub fn run(&self, body: &str, arguments: Value) -> Result<Value, String> {
        self.post("/execute/sync", json!({"script": body, "args": arguments}))
    }

    /// Runs the body of an asynchronous function in the page, and waits for it.
    pub fn run_async(&self, body: &str, arguments: Value) -> Result<Value, String> {
        // The standard's last argument is the function to call when done.
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async (...arguments) => {{ {body} }})(...[...arguments].slice(0, -1))
                .then((value) => done({{ value }}), (error) => done({{ error: `${{error}} at ${{error?.stack}}` }}));"
        );
        let call = self.agent.post(format!("{}/execute/async", self.root));
        let patience = Some(Duration::from_secs(100));
        let body = json!({"script": script, "args": arguments});
        let outcome = outcome(call.config().timeout_global(patience).build().send_json(body))?;
        match outcome["error"].as_str() {
            Some(error) => Err(error.to_owned()),
            None => Ok(outcome["value"].clone()),
        }
    }

    /// Clicks in the middle of the element, as a hand would: what covers it gets the click.
    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.post(&format!("/element/{}/click", element.0), json!({})).map(drop)
    }

    /// Presses the keys of `text` one after the other, wherever the focus is.
    pub fn keys(&self, text: &str) -> Result<(), String> {
        let presses: Vec<Value> = text
            .chars()
            .flat_map(|key| {
                [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]
            })
            .collect();
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": presses});
        self.post("/actions", json!({"actions": [keyboard]})).map(drop)
    }

    /// Presses keys at the same time.
    pub fn chord(&self, keys: &str) -> Result<(), String> {
        let down = keys.chars().map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys.chars().rev().map(|key| json!({"type": "keyUp", "value": key}));
        let presses: Vec<Value> = down.chain(up).collect();
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": presses});
        self.post("/actions", json!({"actions": [keyboard]})).map(drop)
    }

    /// Clicks at a place of the window.
    pub fn click_at(&self, x: u32, y: u32) -> Result<(), String> {
        let actions = json!([
            {"type": "pointerMove", "duration": 0, "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]);
        let mouse = json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions});
        self.post("/actions", json!({"actions": [mouse]})).map(drop)
    }

    /// Presses at a place of the window, moves on to another, and lets go there.
    pub fn drag(&self, from: (u32, u32), to: (u32, u32)) -> Result<(), String> {
        let actions = json!([
            {"type": "pointerMove", "duration": 0, "x": from.0, "y": from.1},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerMove", "duration": 40, "x": u32::midpoint(from.0, to.0), "y": u32::midpoint(from.1, to.1)},
            {"type": "pointerMove", "duration": 40, "x": to.0, "y": to.1},
            {"type": "pointerUp", "button": 0},
        ]);
        let mouse = json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions});
        self.post("/actions", json!({"actions": [mouse]})).map(drop)
    }

    /// Moves the pointer to a place of the window.
    pub fn point_at(&self, x: u32, y: u32) -> Result<(), String> {
        let actions = json!([{"type": "pointerMove", "duration": 0, "x": x, "y": y}]);
        let mouse = json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions});
        self.post("/actions", json!({"actions": [mouse]})).map(drop)
    }

    /// Makes the window this large, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), String> {
        self.post("/window/rect", json!({"width": width, "height": height})).map(drop)
    }

    /// The window's picture, as PNG in base64.
    pub fn screenshot(&self) -> Result<String, String> {
        Ok(self.get("/screenshot")?.as_str().unwrap_or_default().to_owned())
    }

    /// The address that the page has.
    pub fn address(&self) -> Result<String, String> {
        Ok(self.get("/url")?.as_str().unwrap_or_default().to_owned())
    }

    /// The text of a dialog that a page opened (alert, confirm, prompt), or `None` where none is open.
    pub fn dialog(&self) -> Option<String> {
        self.get("/alert/text").ok().map(|text| text.to_string())
    }

    /// Ends the session: the driver closes the window.
    pub fn close(&self) {
        let patience = Some(Duration::from_secs(3));
        let _ = self.agent.delete(&self.root).config().timeout_global(patience).build().call();
    }

    fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        outcome(self.agent.post(format!("{}{path}", self.root)).send_json(body))
    }

    fn get(&self, path: &str) -> Result<Value, String> {
        outcome(self.agent.get(format!("{}{path}", self.root)).call())
    }
}

impl Element {
    /// The element that a script gave back, `None` where it gave null.
    pub fn of(value: &Value) -> Option<Self> {
        value[ELEMENT].as_str().map(|id| Self(id.to_owned()))
    }

    /// As an argument of a script.
    pub fn value(&self) -> Value {
        json!({ELEMENT: self.0})
    }
}

fn outcome(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut answer = answer.map_err(|error| error.to_string())?;
    let body: Value = answer.body_mut().read_json().map_err(|error| error.to_string())?;
    let value = &body["value"];
    match value["error"].as_str() {
        Some(error) => Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default())),
        None => Ok(value.clone()),
    }
}
