//! What stands in JSON, whatever case its keys have and whatever was put in place of a text.

use serde_json::Value;

use super::entry::some;
use super::times;

/// What stands under the first of these keys that has something: as they are written, else in any case.
pub(super) fn get<'a>(value: &'a Value, keys: &[&str]) -> Option<&'a Value> {
    let object = value.as_object()?;
    let plain = |key: &str| key.replace('_', "").to_ascii_lowercase();
    keys.iter().find_map(|key| {
        let found = object.get(*key).or_else(|| {
            let wanted = plain(key);
            object.iter().find(|(name, _)| plain(name) == wanted).map(|(_, value)| value)
        });
        found.filter(|value| !value.is_null())
    })
}

/// A text, or what can be written as one.
pub(super) fn text(value: &Value, keys: &[&str]) -> Option<String> {
    plain(get(value, keys)?)
}

/// The same of a value by itself.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Whether something is so: `true`, 1, "1", "true", "yes".
pub(super) fn flag(value: &Value, keys: &[&str]) -> bool {
    match get(value, keys) {
        Some(Value::Bool(on)) => *on,
        Some(Value::Number(number)) => number.as_f64().is_some_and(|number| number != 0.0),
        Some(Value::String(text)) => is_so(text),
        _ => false,
    }
}

/// The same of a text.
pub(super) fn is_so(text: &str) -> bool {
    matches!(text.trim().to_ascii_lowercase().as_str(), "1" | "true" | "yes" | "t" | "y")
}

/// A number, also one in a text.
pub(super) fn number(value: &Value, keys: &[&str]) -> Option<f64> {
    match get(value, keys)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A time; PHP writes one as an object that has its date.
pub(super) fn time(value: &Value, keys: &[&str]) -> Option<String> {
    let time = get(value, keys)?;
    times::read(&plain(time).or_else(|| text(time, &["date"]))?)
}

/// The elements of a list. PHP writes one of which elements were taken out as an object, with their numbers for keys.
pub(super) fn list<'a>(value: &'a Value, keys: &[&str]) -> Vec<&'a Value> {
    match get(value, keys) {
        Some(Value::Array(all)) => all.iter().collect(),
        Some(Value::Object(all)) if all.values().all(Value::is_object) => all.values().collect(),
        _ => Vec::new(),
    }
}

/// Names: texts, or objects that have one under a key such as `name`; or one text with commas between.
pub(super) fn names(value: &Value, keys: &[&str]) -> Vec<String> {
    let one =
        |value: &Value| plain(value).or_else(|| text(value, &["name", "label", "tag", "title", "slug"]));
    match get(value, keys) {
        Some(Value::Array(all)) => super::entry::each_once(all.iter().filter_map(one)),
        Some(Value::Object(all)) => super::entry::each_once(all.values().filter_map(one)),
        Some(Value::String(text)) => super::entry::parts(text, &[',']),
        _ => Vec::new(),
    }
}
