//! Drivers: programs that start a browser and take commands for it. They run for as long as the journeys last.

use std::{
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use xtask::{
    Outcome,
    browsers::{self, Browser, Engine},
};

use crate::engines::{chromium, firefox, webkit};

/// A running driver; it ends with this value.
pub(crate) struct Driver {
    pub(crate) browser: Browser,
    /// Where it takes commands.
    pub(crate) url: String,
    /// The driver, and behind it what it stands on.
    _processes: Vec<Process>,
}

impl Driver {
    pub(crate) fn new(browser: Browser, port: &str, processes: Vec<Process>) -> Driver {
        Driver { browser, url: format!("http://127.0.0.1:{port}"), _processes: processes }
    }
}

/// Starts the driver of an engine.
pub(crate) fn start(engine: Engine) -> Outcome<Driver> {
    let browser = browsers::found(engine)?;
    match engine {
        Engine::Chromium => chromium::driver(browser),
        Engine::Firefox => firefox::driver(browser),
        Engine::WebKit => webkit::driver(browser),
    }
}

/// A program that ends with this value.
pub(crate) struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Starts a program and waits until it says a line with these words; the answer is what stands behind them.
pub(crate) fn started(command: &mut Command, words: &str) -> Outcome<(Process, String)> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let output = child.stdout.take();
    let process = Process(child);
    let mut lines = BufReader::new(output.ok_or("a program without output")?).lines();
    loop {
        let line = lines.next().ok_or_else(|| format!("{command:?} ended before it said \"{words}\""))??;
        if let Some((_, rest)) = line.split_once(words) {
            // What it says later is read and dropped: a full pipe would stop it.
            thread::spawn(move || lines.for_each(drop));
            return Ok((process, rest.to_owned()));
        }
    }
}

/// Starts a program that says nothing, with a port on which it is to listen, and waits until it does.
pub(crate) fn listening(command: &mut Command) -> Outcome<(Process, String)> {
    // Free when it was asked for; nobody else here takes one by its number.
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let mut process = Process(command.arg(format!("--port={port}")).spawn()?);
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if process.0.try_wait()?.is_some() || start.elapsed() > Duration::from_secs(15) {
            return Err(format!("{command:?} does not listen").into());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok((process, port.to_string()))
}
