//! ChromeDriver, for as long as the journeys last.

use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use xtask::Outcome;

/// A running ChromeDriver; it ends with this value.
pub(crate) struct Driver {
    process: Child,
    /// Where it takes commands.
    pub(crate) url: String,
    /// The browser it starts.
    pub(crate) browser: PathBuf,
    pub(crate) version: String,
}

/// Starts ChromeDriver on a port that it chooses itself.
pub(crate) fn start() -> Outcome<Driver> {
    let chromium = crate::browser()?;
    let mut process = Command::new(&chromium.driver).arg("--port=0").stdout(Stdio::piped()).spawn()?;
    let output = process.stdout.take().ok_or("ChromeDriver has no output")?;
    let mut lines = BufReader::new(output).lines();
    let mut port = None;
    while port.is_none() {
        let line = lines.next().ok_or("ChromeDriver ended before it listened")??;
        port = line
            .strip_prefix("ChromeDriver was started successfully on port ")
            .map(|rest| rest.trim_end_matches('.').to_owned());
    }
    // What it says later is read and dropped: a full pipe would stop it.
    std::thread::spawn(move || lines.for_each(drop));
    let url = format!("http://127.0.0.1:{}", port.unwrap_or_default());
    Ok(Driver { process, url, browser: chromium.browser, version: chromium.version })
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
