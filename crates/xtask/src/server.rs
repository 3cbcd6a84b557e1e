//! A small web server for a folder of files, as any static host would give them out.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// What is given out, and under which path.
#[derive(Clone, Debug)]
pub struct Site {
    pub folder: PathBuf,
    /// "/" or "/some/folder/".
    pub prefix: String,
    /// Answers to paths that end so break off in the middle; empty: none does.
    pub broken: String,
    /// Said with every answer, as a host may: "Access-Control-Allow-Origin: *".
    pub headers: Vec<String>,
}

impl Site {
    pub fn at_root(folder: PathBuf) -> Site {
        Site::under("/", folder)
    }

    pub fn under(prefix: &str, folder: PathBuf) -> Site {
        Site { folder, prefix: prefix.to_owned(), broken: String::new(), headers: Vec::new() }
    }
}

/// Gives out the site until the process ends.
pub fn serve(listener: &TcpListener, site: Site) {
    serve_until(listener, &Arc::new(State::of(site)));
}

/// A server that can be stopped and given another site, to see how the page does meanwhile.
pub struct Server {
    pub address: SocketAddr,
    state: Arc<State>,
    thread: Option<JoinHandle<()>>,
}

/// What the server's threads share.
struct State {
    stop: AtomicBool,
    site: Mutex<Site>,
    asked: Mutex<Vec<String>>,
}

impl State {
    fn of(site: Site) -> State {
        State { stop: AtomicBool::new(false), site: Mutex::new(site), asked: Mutex::default() }
    }
}

impl Server {
    /// Port 0 takes any that is free.
    pub fn start(port: u16, site: Site) -> io::Result<Server> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let address = listener.local_addr()?;
        let state = Arc::new(State::of(site));
        let shared = Arc::clone(&state);
        let thread = Some(thread::spawn(move || serve_until(&listener, &shared)));
        Ok(Server { address, state, thread })
    }

    /// From the next answer on, gives out another site.
    pub fn change(&self, site: Site) {
        *self.state.site.lock().unwrap_or_else(PoisonError::into_inner) = site;
    }

    /// What was asked for, in order: each as it stood in the request, "/some/folder/?q=a".
    pub fn asked(&self) -> Vec<String> {
        self.state.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stop.store(true, Ordering::SeqCst);
        // The server waits for a connection; this one tells it to look up.
        TcpStream::connect(self.address).ok();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn serve_until(listener: &TcpListener, state: &Arc<State>) {
    for stream in listener.incoming() {
        if state.stop.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let state = Arc::clone(state);
        // Browsers open connections ahead and leave them silent: one thread each, so that none blocks another.
        thread::spawn(move || answer(stream, &state).ok());
    }
}

fn answer(mut stream: TcpStream, state: &State) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    // No request of a browser has a longer head.
    let mut reader = BufReader::new(stream.try_clone()?).take(64 * 1024);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 && !line.trim_end().is_empty() {
        line.clear();
    }
    // A connection that was opened ahead outlives the server; it gets no answer either.
    if state.stop.load(Ordering::SeqCst) {
        return Ok(());
    }
    let mut words = first.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    state.asked.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_owned());
    let site = state.site.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let reply = reply(&site, method, target);
    write!(stream, "HTTP/1.1 {}\r\n", reply.status)?;
    if let Some(place) = &reply.location {
        write!(stream, "Location: {place}\r\n")?;
    }
    for header in &site.headers {
        write!(stream, "{header}\r\n")?;
    }
    write!(
        stream,
        "Content-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        reply.kind,
        reply.body.len()
    )?;
    let breaks = !site.broken.is_empty() && target.ends_with(&site.broken);
    if method != "HEAD" {
        stream.write_all(if breaks { &reply.body[..reply.body.len() / 2] } else { &reply.body })?;
    }
    stream.flush()
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

fn reply(site: &Site, method: &str, target: &str) -> Reply {
    let words = |status: &'static str| Reply {
        status,
        kind: "text/plain; charset=utf-8",
        location: None,
        body: format!("{status}\n").into_bytes(),
    };
    if !matches!(method, "GET" | "HEAD") {
        return words("405 Method Not Allowed");
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let Some(inside) = path.strip_prefix(&site.prefix).and_then(decoded) else { return words("404 Not Found") };
    // Nothing outside the folder: no "..", no absolute path.
    if !Path::new(&inside).components().all(|part| matches!(part, Component::Normal(_))) {
        return words("404 Not Found");
    }
    let mut file = site.folder.join(&inside);
    if file.is_dir() {
        if !path.ends_with('/') {
            return Reply { location: Some(format!("{path}/")), ..words("301 Moved Permanently") };
        }
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(body) => Reply { status: "200 OK", kind: kind(&file), location: None, body },
        Err(_) => words("404 Not Found"),
    }
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
            bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\0'))
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// This crate's own folder is the site: its files are known.
    fn ask(prefix: &str, target: &str) -> (String, String) {
        let site = Site::under(prefix, env!("CARGO_MANIFEST_DIR").into());
        let server = Server::start(0, site).expect("a free port on loopback");
        asked_of(&server, target)
    }

    fn asked_of(server: &Server, target: &str) -> (String, String) {
        let mut stream = TcpStream::connect(server.address).expect("the server listens");
        write!(stream, "GET {target} HTTP/1.1\r\nHost: x\r\n\r\n").expect("the server reads");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("the server answers");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        (head.to_owned(), body.to_owned())
    }

    #[test]
    fn a_file_comes_with_its_kind_whatever_is_asked_behind_it() {
        let (head, body) = ask("/", "/npm/package.json?view=network&q=%20");
        assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
        assert!(head.contains("Content-Type: application/json"), "{head}");
        assert!(head.contains("Cache-Control: no-cache"), "{head}");
        assert!(body.contains("axe-core"));
    }

    #[test]
    fn a_site_in_a_folder_answers_there_and_nowhere_else() {
        assert!(ask("/a/b/", "/a/b/Cargo.toml").0.contains("200 OK"));
        assert!(ask("/a/b/", "/Cargo.toml").0.contains("404"));
        let (head, _) = ask("/a/b/", "/a/b/npm");
        assert!(head.contains("301") && head.contains("Location: /a/b/npm/"), "{head}");
    }

    #[test]
    fn nothing_outside_the_folder_is_given_out() {
        for target in
            ["/../graph/Cargo.toml", "/%2e%2e/graph/Cargo.toml", "//etc/passwd", "/%2fetc/passwd", "/no", "/%zz", ""]
        {
            assert!(ask("/", target).0.contains("404"), "{target}");
        }
    }

    #[test]
    fn an_answer_can_break_off_and_be_whole_again() {
        let whole = Site::at_root(env!("CARGO_MANIFEST_DIR").into());
        let server = Server::start(0, Site { broken: ".toml".to_owned(), ..whole.clone() }).expect("a free port");
        let (head, half) = asked_of(&server, "/Cargo.toml");
        server.change(whole);
        let (same_head, all) = asked_of(&server, "/Cargo.toml");
        assert_eq!(head, same_head);
        assert!(all.starts_with(&half) && half.len() == all.len() / 2);
        assert_eq!(server.asked(), ["/Cargo.toml", "/Cargo.toml"]);
    }

    #[test]
    fn a_host_adds_headers_of_its_own() {
        let site = Site::at_root(env!("CARGO_MANIFEST_DIR").into());
        let header = "Access-Control-Allow-Origin: *".to_owned();
        let server = Server::start(0, Site { headers: vec![header.clone()], ..site }).expect("a free port");
        let (head, body) = asked_of(&server, "/Cargo.toml");
        assert!(head.contains(&format!("\r\n{header}\r\n")) && body.contains("[package]"), "{head}");
    }

    #[test]
    fn a_stopped_server_is_gone() {
        let server = Server::start(0, Site::at_root(env!("CARGO_MANIFEST_DIR").into())).expect("a free port");
        let address = server.address;
        let mut ahead = TcpStream::connect(address).expect("the server listens");
        // Another one behind it, answered: so the first has been taken up too.
        asked_of(&server, "/Cargo.toml");
        drop(server);
        assert!(TcpStream::connect(address).is_err());
        write!(ahead, "GET /Cargo.toml HTTP/1.1\r\n\r\n").ok();
        let mut answer = String::new();
        ahead.read_to_string(&mut answer).ok();
        assert_eq!(answer, "");
    }
}
