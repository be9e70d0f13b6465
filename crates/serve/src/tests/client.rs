//! A server in a thread and a client that says exactly what a test wants said, down to the header.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    thread::JoinHandle,
};

use kernel::Failure;
use serde_json::Value;
use testkit::FakeRandomness;
use tokio::{runtime::Runtime, sync::oneshot};

use crate::{Options, Ready, Registry, Server};

/// A server that answers until it is ended or dropped.
pub(crate) struct Running {
    ready: Ready,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What the server answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

/// A stream of events.
pub(crate) struct Listening(BufReader<TcpStream>);

/// Serves `registry` in a thread of its own.
pub(crate) fn serve_with(registry: impl Registry, options: &Options) -> Running {
    let (runtime, server) = bind(registry, options).unwrap();
    let ready = server.ready().clone();
    let (end, ended) = oneshot::channel::<()>();
    let thread = std::thread::spawn(move || {
        let end = async {
            let _ = ended.await;
        };
        // A short grace keeps the test of cut connections short; commands in progress finish in any case.
        let run = server.run_with_grace(end, std::time::Duration::from_millis(50));
        runtime.block_on(run).unwrap();
    });
    Running { ready, end: Some(end), thread: Some(thread) }
}

/// Listens without answering yet.
pub(crate) fn bind(registry: impl Registry, options: &Options) -> Result<(Runtime, Server), Failure> {
    let runtime = Runtime::new().unwrap();
    let server = runtime.block_on(Server::bind(registry.into(), options, &FakeRandomness::default()))?;
    Ok((runtime, server))
}

impl Running {
    pub(crate) fn token(&self) -> &str {
        &self.ready.token
    }

    pub(crate) fn host(&self) -> String {
        self.ready.url.trim_start_matches("http://").trim_end_matches('/').to_owned()
    }

    pub(crate) fn port(&self) -> u16 {
        self.host().rsplit_once(':').unwrap().1.parse().unwrap()
    }

    /// Runs a command as the front end does.
    pub(crate) fn command(&self, name: &str, body: &str) -> Answer {
        self.raw(&self.post_head(name, &self.host(), body.len(), ""), body)
    }

    /// The head of a command's request, up to the last header.
    pub(crate) fn post_head(&self, name: &str, host: &str, length: usize, more: &str) -> String {
        format!(
            "POST /api/{name} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n{more}",
            self.token()
        )
    }

    /// Sends exactly this, and reads until the server hangs up.
    pub(crate) fn raw(&self, head: &str, body: &str) -> Answer {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        stream.write_all(format!("{head}Connection: close\r\n\r\n").as_bytes()).unwrap();
        // A server that refuses by the head alone may hang up before it has read the body.
        let _ = stream.write_all(body.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text}"));
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        Answer { status, headers: headers.collect(), body: body.to_owned() }
    }

    /// Opens the stream of events and reads its head, so that nothing that happens from now on is missed.
    pub(crate) fn listen(&self) -> Listening {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        let head = format!(
            "GET /api/events HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\r\n",
            self.host(),
            self.token()
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            assert_ne!(reader.read_line(&mut line).unwrap(), 0, "the stream did not open");
        }
        Listening(reader)
    }

    /// Sends half a request and leaves the rest unsaid.
    pub(crate) fn begin(&self) -> TcpStream {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        stream.write_all(b"POST /api/echo HTTP/1.1\r\nHost: ").unwrap();
        stream
    }

    /// Asks the server to end and waits until it has.
    pub(crate) fn end(mut self) {
        self.stop();
    }

    fn stop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    pub(crate) fn code(&self) -> String {
        self.json()["error"]["code"].as_str().unwrap_or_default().to_owned()
    }

    pub(crate) fn header(&self, wanted: &str) -> String {
        let found = self.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

impl Listening {
    /// The next event's name and data.
    pub(crate) fn next_event(&mut self) -> (String, Value) {
        let (mut name, mut line) = (String::new(), String::new());
        loop {
            line.clear();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the stream ended");
            if let Some(text) = line.strip_prefix("event: ") {
                name = text.trim().to_owned();
            } else if let Some(text) = line.strip_prefix("data: ") {
                return (name, serde_json::from_str(text).unwrap());
            }
        }
    }

    /// Whether the server ended the stream.
    pub(crate) fn is_over(&mut self) -> bool {
        self.0.read_to_end(&mut Vec::new()).is_ok()
    }
}
