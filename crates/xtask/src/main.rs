//! `cargo xtask …`: one word in, one job done, in plain lines of what it is doing.

use std::{env, fs, net::TcpListener, process::ExitCode};

use xtask::{
    Outcome,
    arguments::{Arguments, USAGE},
    browsers::{self, Engine},
    checks, finish, folders, hostile, node, page, pages, server, single,
    steps::Steps,
    tools,
};

fn main() -> ExitCode {
    let arguments = match Arguments::read(env::args().skip(1), env::var_os("ONRECORD_CORPUS")) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo xtask {}: {error}", arguments.command);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Outcome<()> {
    let corpus = arguments.corpus.as_deref();
    match arguments.command.as_str() {
        "serve" => {
            // Taken first: a port in use is better told now than after the build.
            let listener = listen(arguments.port)?;
            let mut steps = Steps::new(tools::STEPS + 1);
            let tools = tools::install(&mut steps)?;
            steps.say("the page: building (the first time some minutes, then seconds)");
            page::build(&tools, &page::Plan { corpus, optimiser: None, dist: &folders::dist() })?;
            if arguments.pages {
                write_pages(arguments)?;
            }
            println!("\nOpen http://{}/   (Ctrl+C ends it)", listener.local_addr()?);
            server::serve(&listener, server::Site::at_root(folders::dist()));
            Ok(())
        }
        "build" => {
            let mut steps = Steps::new(tools::STEPS + node::STEPS + 1);
            let tools = tools::install(&mut steps)?;
            let packages = node::install(&mut steps)?;
            steps.say("the page: building (the first time some minutes, then seconds)");
            let optimiser = packages.map(|packages| packages.wasm_opt());
            page::build(&tools, &page::Plan { corpus, optimiser: optimiser.as_deref(), dist: &folders::dist() })?;
            println!("\ndist/ is ready: copy what is in it to any static host, in any folder.");
            if arguments.pages {
                write_pages(arguments)?;
            }
            if arguments.single_file {
                let file = single::write(&folders::dist())?;
                println!("{} is all of it in one file, {} bytes.", file.display(), fs::metadata(&file)?.len());
            }
            Ok(())
        }
        "dev" => {
            let mut steps = Steps::new(tools::STEPS + 1);
            let tools = tools::install(&mut steps)?;
            steps.say("the page: trunk serve, which builds again and reloads on every change");
            page::dev(&tools, corpus, arguments.port)
        }
        "test" if arguments.all_engines => checks::run(&Engine::ALL),
        "test" => checks::run(&[Engine::Chromium]),
        "bench" => checks::bench(corpus, &arguments.rest),
        "screenshots" => {
            let engines = [Engine::Chromium];
            let mut steps = Steps::new(tools::STEPS + browsers::steps(&engines) + 2);
            let tools = tools::install(&mut steps)?;
            browsers::install(&mut steps, &engines)?;
            let own = folders::dist();
            let dist = arguments.dist.as_deref().unwrap_or(&own);
            if arguments.dist.is_some() {
                steps.say("the page: built already");
            } else {
                steps.say("the page: building");
                page::build(&tools, &page::Plan { corpus, optimiser: None, dist })?;
            }
            steps.say("screenshots: some seconds an address, into target/screenshots/");
            checks::screenshots(dist, &arguments.rest)
        }
        "hostile" => {
            let folder = folders::hostile_corpus();
            hostile::corpus(&folder)?;
            println!(
                "{} is written.\nLook at it with: cargo xtask serve --corpus target/hostile/corpus",
                folder.display()
            );
            Ok(())
        }
        "setup" => tools::install(&mut Steps::new(tools::STEPS)).map(drop),
        "finish-dist" => finish::finish_dist(),
        _ => {
            println!("{USAGE}");
            Ok(())
        }
    }
}

/// The pages of documents, beside the page just built.
fn write_pages(arguments: &Arguments) -> Outcome<()> {
    let own = folders::root().join("corpus");
    let corpus = arguments.corpus.as_deref().unwrap_or(&own);
    let count = pages::write(corpus, &folders::dist(), arguments.address.as_deref())?;
    println!("dist/{}/ holds {count} pages, one a document.", pages::FOLDER);
    Ok(())
}

fn listen(port: u16) -> Outcome<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        format!("port {port} cannot be used ({error}); another can be had with --port {}", port.saturating_add(1))
            .into()
    })
}
