//! TLS: who can't prove to be the site is told nothing, and what is encrypted comes by HTTP/2 or 1.1.
//!
//! Whom the system trusts can be told on Linux for a process of its own: there these tests begin themselves anew.

use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use capture::fetch::Code;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

use super::web::{Staged, path, reply, serve};
use super::{code, fetcher, get};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fetch/certificates");

/// A site that proves itself with the certificate of that name, and says how it was asked.
fn site(certificate: &str, protocols: &[&str]) -> Staged {
    let plain = serve(|head, stream| match path(head) {
        "/up" => reply(stream, "301 Moved Permanently", "Location: https://site.test/plain\r\n", b""),
        _ => reply(stream, "200 OK", "", b"not encrypted"),
    });
    Staged::encrypted(plain, encrypted(certificate, protocols))
}

fn encrypted(certificate: &str, protocols: &[&str]) -> SocketAddr {
    let chain = CertificateDer::from_pem_file(format!("{FOLDER}/{certificate}.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(format!("{FOLDER}/{certificate}.key.pem")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let mut config = config.with_no_client_auth().with_single_cert(vec![chain], key).unwrap();
    config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let (tell, told) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    let Ok(stream) = acceptor.accept(stream).await else { return };
                    let served = hyper::service::service_fn(|request| async move { answer(&request) });
                    let _ = auto::Builder::new(TokioExecutor::new())
                        .serve_connection(TokioIo::new(stream), served)
                        .await;
                });
            }
        });
    });
    told.recv().unwrap()
}

fn answer<B>(request: &Request<B>) -> Result<Response<Full<Bytes>>, hyper::http::Error> {
    let to = match request.uri().path() {
        "/down" => Some("http://site.test/"),
        "/inside" => Some("https://192.168.0.1/"),
        _ => None,
    };
    let builder = Response::builder();
    let builder = match to {
        Some(to) => builder.status(302).header("location", to),
        None if request.uri().path() == "/headers-large" => builder.header("x", "y".repeat(300_000)),
        None => builder,
    };
    builder.body(Full::from(format!("{:?}", request.version())))
}

/// Runs `test` where the system trusts the authority of these certificates; gives whether it is this process.
fn trusted(test: &str) -> bool {
    if std::env::var_os("SSL_CERT_FILE").is_some_and(|file| file.to_string_lossy().starts_with(FOLDER)) {
        return true;
    }
    if cfg!(target_os = "linux") {
        let mut again = Command::new(std::env::current_exe().unwrap());
        again.env("SSL_CERT_FILE", format!("{FOLDER}/authority.pem")).env_remove("SSL_CERT_DIR");
        let again = again.args(["--exact", &format!("fetch::encrypted::{test}")]).output().unwrap();
        assert!(
            again.status.success() && String::from_utf8_lossy(&again.stdout).contains("1 passed"),
            "{again:?}"
        );
    }
    false
}

#[test]
fn by_http_2_and_1() {
    if trusted("by_http_2_and_1") {
        for (protocols, came) in
            [(&["h2", "http/1.1"][..], "HTTP/2.0"), (&["http/1.1"], "HTTP/1.1"), (&[], "HTTP/1.1")]
        {
            let network = site("site", protocols);
            let fetcher = fetcher(&network);
            for _ in 0..10 {
                assert_eq!(String::from_utf8_lossy(&get(&fetcher, "https://site.test/").unwrap().1), came);
            }
            // By HTTP/1 the next question may come a moment before the connection is known to be free.
            assert!(network.dialled().len() < 5, "connections are used again: {:?}", network.dialled());
            // By HTTP/2 a site is asked on one connection and answers as a stream of its own.
            let large = get(&fetcher, "https://site.test/headers-large").unwrap_err();
            assert!(matches!(large.code, Code::NotUnderstood | Code::BrokenOff), "{large:?}");
        }
    }
}

#[test]
fn from_https_to_http_is_said() {
    if trusted("from_https_to_http_is_said") {
        let network = site("site", &["h2"]);
        let (answer, body) = get(&fetcher(&network), "https://site.test/down").unwrap();
        assert_eq!((answer.downgraded, answer.address.as_str()), (true, "http://site.test/"));
        assert_eq!(
            (answer.redirects, body),
            (vec!["https://site.test/down".to_owned()], b"not encrypted".to_vec())
        );
        let (answer, _) = get(&fetcher(&network), "http://site.test/up").unwrap();
        assert_eq!((answer.downgraded, answer.address.as_str()), (false, "https://site.test/plain"));
        let error = get(&fetcher(&network), "https://site.test/inside").unwrap_err();
        assert_eq!(error.code, Code::OwnNetwork);
    }
}

#[test]
fn whose_certificate_is_wrong_is_told_nothing() {
    if trusted("whose_certificate_is_wrong_is_told_nothing") {
        for (certificate, why) in [("expired", "has expired"), ("other", "that of another site")] {
            let error = get(&fetcher(&site(certificate, &["h2"])), "https://site.test/").unwrap_err();
            assert_eq!(code(&error), "certificate_refused", "{error:?}");
            assert!(error.message.contains(why), "{}", error.message);
        }
    }
}

#[test]
fn whom_nobody_trusts_is_told_nothing() {
    let error = get(&fetcher(&site("site", &["h2"])), "https://site.test/").unwrap_err();
    assert_eq!(code(&error), "certificate_refused", "{error:?}");
    assert!(error.message.contains("nobody whom this device trusts"), "{}", error.message);
}

#[test]
fn what_is_not_encrypted_is_told_nothing() {
    let plain = serve(|_, stream| {
        reply(stream, "400 Bad Request", "", b"x")?;
        thread::sleep(Duration::from_secs(1));
        Ok(())
    });
    let error = get(&fetcher(&Staged::new(plain)), "https://site.test/").unwrap_err();
    assert_eq!(code(&error), "certificate_refused", "{error:?}");
}

#[test]
fn silence_instead_of_a_handshake_ends() {
    let silent = serve(|_, _| {
        thread::sleep(Duration::from_secs(30));
        Ok(())
    });
    let error = get(&fetcher(&Staged::new(silent)), "https://site.test/").unwrap_err();
    assert_eq!(error.code, Code::TooSlow, "{error:?}");
}
