//! The pages of the corpus, and what is known of them. Its README says where they come from.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use serde_json::Value;

/// A page with what an extractor is expected to make of it.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) wanted: Wanted,
}

/// What is expected.
pub(crate) enum Wanted {
    /// The text of the article, as a person marked it.
    News(String),
    /// What readability.js makes of the page: HTML and metadata.
    Page(String, Value),
    /// Strings that the HTML must hold, and that it must not; what the page is about.
    Feature(Vec<String>, Vec<String>, String),
}

/// All pages of a corpus, in a fixed order.
pub(crate) fn read(folder: &Path) -> Vec<Sample> {
    let mut samples = Vec::new();
    for (name, truth) in object(&folder.join("news/ground-truth.json")) {
        let mut bytes = Vec::new();
        let file = File::open(folder.join(format!("news/{name}.html.gz"))).unwrap();
        GzDecoder::new(file).read_to_end(&mut bytes).unwrap();
        let url = truth["url"].as_str().unwrap_or("https://example.com/").to_owned();
        let body = truth["articleBody"].as_str().unwrap_or_default().to_owned();
        samples.push(Sample { name, url, bytes, wanted: Wanted::News(body) });
    }
    let mut pages: Vec<PathBuf> =
        fs::read_dir(folder.join("pages")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    for page in pages {
        let about = fs::read_to_string(page.join("expected-metadata.json")).unwrap();
        samples.push(Sample {
            name: page.file_name().unwrap().to_string_lossy().into_owned(),
            url: "http://fakehost/test/page.html".to_owned(),
            bytes: fs::read(page.join("source.html")).unwrap(),
            wanted: Wanted::Page(
                fs::read_to_string(page.join("expected.html")).unwrap(),
                serde_json::from_str(&about).unwrap(),
            ),
        });
    }
    for (name, check) in object(&folder.join("features/checks.json")) {
        let strings = |key: &str| {
            let list = check[key].as_array().map(Vec::as_slice).unwrap_or_default();
            list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        samples.push(Sample {
            url: check["url"].as_str().unwrap().to_owned(),
            bytes: fs::read(folder.join(format!("features/{name}.html"))).unwrap(),
            wanted: Wanted::Feature(
                strings("need"),
                strings("never"),
                check["what"].as_str().unwrap_or_default().to_owned(),
            ),
            name,
        });
    }
    samples
}

fn object(path: &Path) -> Vec<(String, Value)> {
    let value: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    value.as_object().unwrap().iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}
