#![allow(missing_docs)]

pub fn canonical(url: &str) -> String { url.to_owned() }
pub fn addresses(text: &str) -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() }
