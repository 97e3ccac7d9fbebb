//! Names: what they lead to is vetted, and what was vetted is what is connected to.

use capture::fetch::{Code, Fetcher, Options};

use super::searching::ranges;
use super::web::{PUBLIC, Staged, path, reply, serve};
use super::{code, fetcher, get, rows};

fn web() -> Staged {
    Staged::new(serve(|head, stream| match path(head) {
        "/on" => reply(stream, "302 Found", "Location: /\r\n", b""),
        _ => reply(stream, "200 OK", "", b"here"),
    }))
}

#[test]
fn no_name_leads_into_a_special_range() {
    let network = web();
    let fetcher = fetcher(&network);
    for range in ranges() {
        for (number, ip) in range.samples().into_iter().enumerate() {
            // Alone, behind a good answer, and before one.
            let answers = [vec![ip.as_str()], vec![PUBLIC, &ip], vec![&ip, PUBLIC]];
            let name = "led-astray.test";
            network.name(name, &[&answers[number % 3]]);
            let error = get(&fetcher, "http://led-astray.test/").expect_err(&ip);
            assert!(matches!(error.code, Code::OwnNetwork | Code::NotPublic), "{ip}: {error:?}");
            assert!(error.message.contains(name), "{}", error.message);
            assert_eq!(network.dialled(), [], "{ip}");
        }
    }
}

#[test]
fn an_answer_that_changes_leads_nowhere() {
    let network = web();
    let fetcher = fetcher(&network);
    network.name("turncoat.test", &[&[PUBLIC], &["127.0.0.1"]]);
    let (_, body) = get(&fetcher, "http://turncoat.test/").unwrap();
    assert_eq!(body, b"here");
    assert_eq!(network.looked_up(), ["turncoat.test"], "looked up once");
    assert_eq!(
        network.dialled(),
        ["93.184.215.14:80".parse().unwrap()],
        "and what was vetted is connected to"
    );
    let error = get(&fetcher, "http://turncoat.test/").unwrap_err();
    assert_eq!(error.code, Code::OwnNetwork);
    assert_eq!(network.dialled(), []);
}

#[test]
fn an_answer_that_changes_before_a_redirect_leads_nowhere() {
    let network = web();
    network.name("turncoat.test", &[&[PUBLIC], &["169.254.169.254"]]);
    let error = get(&fetcher(&network), "http://turncoat.test/on").unwrap_err();
    assert_eq!(error.code, Code::NotPublic, "{error:?}");
    assert_eq!(network.dialled(), ["93.184.215.14:80".parse().unwrap()]);
}

#[test]
fn a_name_without_addresses_is_unknown() {
    let network = web();
    network.name("nobody.test", &[&[]]);
    network.name("nothing.test", &[]);
    for name in ["nobody.test", "nothing.test"] {
        let error = get(&fetcher(&network), &format!("https://{name}/")).unwrap_err();
        assert_eq!(error.code, Code::NameUnknown);
        assert!(error.code.may_pass() && error.message.contains(name));
    }
}

#[test]
fn chains_are_vetted_at_every_step() {
    for row in rows(include_str!("chains.txt")) {
        let hops: Vec<String> = row[0].split(" -> ").map(str::to_owned).collect();
        let start = hops[0].clone();
        // The answer to the n-th question is the n-th arrow.
        let next = std::sync::Mutex::new(hops.into_iter().skip(1));
        let network = Staged::new(serve(move |_, stream| match next.lock().unwrap().next() {
            Some(to) => reply(stream, "307 Temporary Redirect", &format!("Location: {to}\r\n"), b"moved"),
            None => reply(stream, "200 OK", "", b"here"),
        }));
        network.name("inside.test", &[&["10.0.0.1"]]);
        let got = get(&fetcher(&network), &start);
        let came_to = match &got {
            Ok((answer, _)) => answer.address.clone(),
            Err(error) => code(error),
        };
        assert_eq!(came_to, row[1], "{row:?}: {got:?}");
        let dialled = network.dialled();
        assert!(dialled.iter().all(|to| to.ip().to_string() == PUBLIC), "{row:?}: {dialled:?}");
    }
}

#[test]
fn the_own_network_by_choice() {
    let network = web();
    network.name("nas.local", &[&["192.168.1.20"]]);
    network.name("far.test", &[&["169.254.169.254"]]);
    let fetcher =
        Fetcher::over(network.clone(), &Options { own_network: true, ..Options::default() }).unwrap();
    for address in ["http://nas.local/", "http://localhost:3000/", "http://[::1]/", "http://192.168.1.20/on"]
    {
        assert_eq!(get(&fetcher, address).unwrap().1, b"here", "{address}");
    }
    assert_eq!(get(&fetcher, "http://far.test/").unwrap_err().code, Code::NotPublic);
}

#[test]
fn by_the_system_itself() {
    let port = serve(|_, stream| reply(stream, "200 OK", "", b"here")).port();
    let own = Fetcher::new(&Options { own_network: true, ..Options::default() }).unwrap();
    for host in ["127.0.0.1", "localhost", "127.1"] {
        assert_eq!(get(&own, &format!("http://{host}:{port}/")).unwrap().1, b"here", "{host}");
        let refused = get(&Fetcher::new(&Options::default()).unwrap(), &format!("http://{host}:{port}/"));
        assert_eq!(refused.unwrap_err().code, Code::OwnNetwork, "{host}");
    }
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = get(&own, &format!("http://{nobody}/")).unwrap_err();
    assert_eq!(error.code, Code::Unreachable);
    assert!(error.message.contains("refused the connection"), "{}", error.message);
}
