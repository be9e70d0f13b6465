//! The server through a real socket, with a small registry behind it.

mod client;
mod product;

use std::sync::{Arc, Mutex};

use client::{Running, serve_with};
use kernel::{Failure, Fault, FaultKind, Refuse};
use serde_json::{Value, json};

use crate::{Options, Registry, StaleListener};

/// Four commands: one that answers, one that is refused, one that meets a fault and one that breaks.
#[derive(Default)]
struct FourCommands(Mutex<Vec<StaleListener>>);

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct No(&'static str);

impl Refuse for No {
    fn code(&self) -> &'static str {
        self.0
    }
    fn fix(&self) -> String {
        "Ask for less.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("quantity".to_owned())
    }
}

impl Registry for FourCommands {
    fn dispatch(&self, command: &str, input: Value) -> Result<app::Answer, Failure> {
        match command {
            "echo" => {
                for listener in self.0.lock().unwrap().iter() {
                    listener(&["order.", "event."]);
                }
                Ok(serde_json::value::to_raw_value(&input).unwrap())
            }
            "refuse" => Err(No("sold_out").into()),
            "fail" => Err(Fault::new(FaultKind::DiskFull, "the disk is full").into()),
            "break" => panic!("a defect"),
            _ => Err(No("unknown_command").into()),
        }
    }

    fn on_stale(&self, listener: StaleListener) {
        self.0.lock().unwrap().push(listener);
    }
}

fn running() -> Running {
    serve_with(FourCommands::default(), &Options::default())
}

#[test]
fn a_command_is_answered_in_the_one_shape() {
    let server = running();
    let answer = server.command("echo", r#"{"quantity": 2}"#);
    assert_eq!((answer.status, answer.json()), (200, json!({ "ok": { "quantity": 2 } })));
    assert_eq!(server.command("echo", " ").json(), json!({ "ok": null }), "a command without input");
}

#[test]
fn refusals_faults_and_unknown_commands_differ_by_status_and_kind() {
    let server = running();
    let refused = server.command("refuse", "{}");
    let shape = json!({ "error": { "kind": "refusal", "code": "sold_out", "message": "sold_out", "fix": "Ask for less.", "field": "quantity" } });
    assert_eq!((refused.status, refused.json()), (422, shape));
    for (command, status, kind, code) in [
        ("fail", 500, "fault", "disk_full"),
        ("break", 500, "fault", "internal_error"),
        ("nothing", 404, "refusal", "unknown_command"),
        ("..%2F..%2Fetc%2Fpasswd", 404, "refusal", "unknown_command"),
    ] {
        let answer = server.command(command, "{}");
        let error = answer.json()["error"].clone();
        assert_eq!(
            (answer.status, error["kind"].as_str(), error["code"].as_str()),
            (status, Some(kind), Some(code)),
            "{command}"
        );
    }
}

#[test]
fn without_the_whole_token_nothing_runs() {
    let server = running();
    let half = &server.token()[..32];
    for authorization in [
        "",
        "Authorization: Bearer\r\n",
        &format!("Authorization: Bearer {half}\r\n"),
        &format!("Authorization: {}\r\n", server.token()),
    ] {
        for request in ["POST /api/echo", "POST /api/nothing", "GET /api/events"] {
            let answer = server.raw(
                &format!(
                    "{request} HTTP/1.1\r\nHost: {}\r\nContent-Length: 2\r\n{authorization}",
                    server.host()
                ),
                "{}",
            );
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (401, "wrong_token"),
                "{request} {authorization}"
            );
        }
    }
}

#[test]
fn a_name_of_another_site_is_not_answered_even_with_the_token() {
    let server = running();
    let port = server.port();
    for host in [
        "evil.example.org",
        &format!("evil.example.org:{port}"),
        "127.0.0.1",
        &format!("127.0.0.1.evil.example.org:{port}"),
        "localhost:1",
    ] {
        let answer = server.raw(&server.post_head("echo", host, 2, ""), "{}");
        assert_eq!((answer.status, answer.code().as_str()), (403, "foreign_host"), "{host}");
    }
    let twice = server.post_head("echo", &format!("127.0.0.1:{port}\r\nHost: evil.example.org"), 2, "");
    assert_ne!(server.raw(&twice, "{}").status, 200, "two names are one too many");
    for origin in
        ["https://evil.example.org", "null", "http://127.0.0.1:1", &format!("https://127.0.0.1:{port}")]
    {
        let answer =
            server.raw(&server.post_head("echo", &server.host(), 2, &format!("Origin: {origin}\r\n")), "{}");
        assert_eq!((answer.status, answer.code().as_str()), (403, "foreign_origin"), "{origin}");
    }
    for origin in [format!("http://127.0.0.1:{port}"), format!("http://localhost:{port}")] {
        let answer = server.raw(
            &server.post_head("echo", &format!("localhost:{port}"), 2, &format!("Origin: {origin}\r\n")),
            "{}",
        );
        assert_eq!(answer.status, 200, "{origin}");
    }
}

#[test]
fn what_is_too_large_or_no_json_is_refused() {
    let server = running();
    let most = format!("\"{}\"", "x".repeat(1024 * 1024 - 2));
    assert_eq!(server.command("echo", &most).status, 200, "exactly 1 MiB fits");
    let answer = server.command("echo", &format!("{most} "));
    assert_eq!((answer.status, answer.code().as_str()), (413, "request_too_large"));
    for text in ["{", "quantity=2", "\u{0}", "{\"a\":1}{\"b\":2}"] {
        let answer = server.command("echo", text);
        assert_eq!((answer.status, answer.code().as_str()), (400, "not_json"), "{text:?}");
    }
}

#[test]
fn other_methods_and_addresses_are_refused_in_the_same_shape() {
    let server = running();
    let head = |request: &str| {
        format!(
            "{request} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n",
            server.host(),
            server.token()
        )
    };
    for (request, status, code) in [
        ("GET /api/echo", 405, "wrong_method"),
        ("DELETE /api/events", 405, "wrong_method"),
        ("POST /", 405, "wrong_method"),
        ("GET /api", 404, "not_found"),
        ("GET /", 404, "not_found"),
        ("GET /../../etc/passwd", 404, "not_found"),
    ] {
        let answer = server.raw(&head(request), "");
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{request}");
    }
}

#[test]
fn the_front_end_is_served_under_a_strict_policy() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("assets")).unwrap();
    std::fs::write(folder.path().join("index.html"), "<!doctype html>").unwrap();
    std::fs::write(folder.path().join("assets/app.js"), "export {}").unwrap();
    let options = Options { ui: Some(folder.path().to_owned()), ..Options::default() };
    let server = serve_with(FourCommands::default(), &options);
    let page = server.raw(&format!("GET / HTTP/1.1\r\nHost: {}\r\n", server.host()), "");
    assert_eq!((page.status, page.body.as_str()), (200, "<!doctype html>"));
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'self';") && !policy.contains("unsafe"), "{policy}");
    for answer in [
        page,
        server.command("echo", "{}"),
        server.command("refuse", "{}"),
        server.raw("GET /x HTTP/1.1\r\nHost: evil\r\n", ""),
    ] {
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-frame-options"), "DENY");
    }
    let script = server.raw(&format!("GET /assets/app.js?v=1 HTTP/1.1\r\nHost: {}\r\n", server.host()), "");
    assert_eq!(
        (script.status, script.header("content-type").as_str()),
        (200, "text/javascript; charset=utf-8")
    );
}

#[test]
fn listeners_hear_what_a_command_made_stale_and_are_let_go_at_the_end() {
    let server = running();
    let mut listening = server.listen();
    server.command("echo", "{}");
    assert_eq!(listening.next_event(), ("stale".to_owned(), json!({ "queries": ["order.", "event."] })));
    server.end();
    assert!(listening.is_over(), "an open stream must not keep the server from ending");
}

#[test]
fn a_request_that_is_never_finished_does_not_keep_the_server_from_ending() {
    let server = running();
    let unfinished = server.begin();
    server.end();
    drop(unfinished);
}

#[test]
fn a_taken_port_and_a_missing_front_end_are_refused_by_name() {
    let server = running();
    let taken = client::bind(FourCommands::default(), &Options { port: server.port(), ui: None });
    assert_eq!(taken.err().map(|failure| failure.code().to_owned()).as_deref(), Some("port_taken"));
    let missing = Options { port: 0, ui: Some("/nowhere/dist".into()) };
    let refused = client::bind(FourCommands::default(), &missing);
    assert_eq!(refused.err().map(|failure| failure.code().to_owned()).as_deref(), Some("ui_unreadable"));
}

#[test]
fn many_windows_at_once_are_all_answered() {
    let server = Arc::new(running());
    let windows: Vec<_> = (0..16)
        .map(|number| {
            let server = Arc::clone(&server);
            std::thread::spawn(move || server.command("echo", &number.to_string()).json())
        })
        .collect();
    for (number, window) in windows.into_iter().enumerate() {
        assert_eq!(window.join().unwrap(), json!({ "ok": number }));
    }
}
