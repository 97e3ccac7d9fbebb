//! Addresses that are refused, each asked for directly and as the target of redirects, and some that pass.

use capture::fetch::vet;

use super::web::{Staged, path, reply, serve};
use super::{code, fetcher, get, rows};

const REFUSED: &str = include_str!("refused.txt");
const PASSING: &str = include_str!("passing.txt");

/// The web for these: `/<row>` sends to the address of that row, `/<n>/<row>` first to `/<n - 1>/<row>`.
fn web() -> Staged {
    let targets: Vec<String> = rows(REFUSED).map(|row| row[0].to_owned()).collect();
    Staged::new(serve(move |head, stream| {
        let parts: Vec<usize> = path(head).split('/').flat_map(str::parse).collect();
        let to = match parts[..] {
            [0, row] | [row] => targets[row].clone(),
            [left, row] => format!("http://hop-{left}.test/{}/{row}", left - 1),
            _ => return reply(stream, "200 OK", "", b"nothing"),
        };
        reply(stream, "302 Found", &format!("Location: {to}\r\n"), b"")
    }))
}

#[test]
fn refused_when_asked_for() {
    let network = web();
    let fetcher = fetcher(&network);
    let mut count = 0;
    for row in rows(REFUSED) {
        let error = get(&fetcher, row[0]).expect_err(row[0]);
        assert_eq!(code(&error), row[1], "{row:?}: {}", error.message);
        assert_eq!(network.dialled(), [], "{row:?}");
        assert_eq!(vet(row[0], false).expect_err(row[0]), error, "{row:?}: vetted as it is fetched");
        sentence(&error.message);
        count += 1;
    }
    assert!(count >= 300, "{count} forms");
}

#[test]
fn refused_as_a_redirect() {
    let network = web();
    let fetcher = fetcher(&network);
    for (number, row) in rows(REFUSED).enumerate() {
        // Relative to the one before, and so another address.
        if row[1] == "address_invalid" || row.get(2) == Some(&"direct") {
            continue;
        }
        let start = if number % 2 == 0 { format!("{number}") } else { format!("3/{number}") };
        let error = get(&fetcher, &format!("http://start.test/{start}")).expect_err(row[0]);
        assert_eq!(code(&error), row[1], "{row:?}: {}", error.message);
        assert!(error.message.contains("sends on"), "{}", error.message);
        let dialled = network.dialled();
        assert!(dialled.iter().all(|to| to.to_string() == "93.184.215.14:80"), "{row:?}: {dialled:?}");
        sentence(&error.message);
    }
}

#[test]
fn what_is_public_passes() {
    for row in rows(PASSING) {
        let url = vet(row[0], false).unwrap_or_else(|error| panic!("{row:?}: {}", error.message));
        assert_eq!(url.as_str(), row[1]);
    }
}

#[test]
fn the_own_network_is_allowed_by_choice() {
    for row in rows(REFUSED) {
        let allowed = vet(row[0], true);
        if row[1] == "own_network" && row.get(2) != Some(&"never") {
            assert!(allowed.is_ok(), "{row:?}: {allowed:?}");
        } else {
            assert!(allowed.is_err(), "{row:?}: {allowed:?}");
        }
    }
}

/// What happened, and what to do: at least two clauses, the last with an end.
fn sentence(message: &str) {
    assert!(message.ends_with('.') && message.len() > 40 && !message.contains("  "), "{message}");
}
