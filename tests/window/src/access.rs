//! Whether everybody can use what the window shows, as far as a program can tell: axe-core's rules for WCAG 2.2 AA, in the
//! window itself.

use serde_json::{Value, json};

use crate::beside;
use crate::reader::Reader;

/// axe-core, where npm has fetched it.
fn axe() -> Option<String> {
    std::fs::read_to_string(beside("../../node_modules/axe-core/axe.min.js")).ok()
}

/// Whether it can be told here; says so where not.
pub fn can_be_told() -> bool {
    let told = axe().is_some();
    if !told {
        eprintln!("Not tested: axe-core is not in node_modules, where ./dev test puts it if there is npm.");
    }
    told
}

/// What is wrong with what is shown now: rule, element, and why.
pub fn violations(reader: &Reader) -> Vec<String> {
    let levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    broken(reader, json!(levels))
}

/// Of that, what comes of colours: for another theme of what was looked at in one.
pub fn colour_violations(reader: &Reader) -> Vec<String> {
    broken(reader, json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] }))
}

fn broken(reader: &Reader, rules: Value) -> Vec<String> {
    if reader.run("return window.axe === undefined", json!([])) == true {
        reader.run(&axe().unwrap(), json!([]));
    }
    let found = reader.run_async(
        "const { violations } = await axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] });
         return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
           `${id}: ${target.join(' ')}: ${failureSummary.split('\\n').slice(1).join(' ').trim()}`))",
        json!([rules]),
    );
    let sentences = found.as_array().cloned().unwrap_or_else(|| panic!("axe says {found}"));
    sentences.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
