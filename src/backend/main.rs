//! The program around the backend: reads its settings, listens, says where it is, and stops when it is asked to.

mod announce;
mod cli;
mod commands;

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use latchkey_backend::shutdown::Stop;
use latchkey_backend::{App, StartError, app, assets, logging, serve};
use tokio::net::TcpListener;

/// How long closing the database may take once the last request has been answered.
const CLOSING: Duration = Duration::from_secs(2);

#[tokio::main]
async fn main() -> ExitCode {
    let options = cli::Options::parse();
    let done = match &options.command {
        None => run(&options).await.map(|()| true),
        Some(command) => commands::perform(command).await,
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            announce::trouble(&sentence);
            ExitCode::FAILURE
        }
    }
}

/// Runs until somebody asks to stop. What keeps it from starting is one sentence with the way out.
async fn run(options: &cli::Options) -> Result<(), String> {
    logging::start(&options.log)?;
    serve::make_room();
    assets::check(&options.assets)?;
    let mut stop = Stop::listen().map_err(|error| format!("Ctrl-C cannot be listened for: {error}."))?;
    let address = options.address();
    let listener = TcpListener::bind(address).await.map_err(|error| {
        format!("{address} cannot be listened on ({error}). Stop what is using it, or choose another with --port.")
    })?;
    let bound = listener.local_addr().unwrap_or(address);
    let mut config = options.config(bound);
    config.smtp = options.mail_server().map_err(|error| way_out(&error))?;
    let app = app(config.clone()).await.map_err(|error| way_out(&error))?;

    announce::ready(&config.public_url, &app);
    tracing::info!(address = %bound, "listening");
    let asked = async {
        stop.asked().await;
        app.end_streams();
    };
    let finished = serve::until(listener, app.router.clone(), asked).await;
    close(&app, finished).await;
    Ok(())
}

async fn close(app: &App, finished: bool) {
    if !finished {
        tracing::warn!("some requests took too long and were given up");
    }
    if tokio::time::timeout(CLOSING, app.close()).await.is_err() {
        tracing::warn!("the database is still busy and is left to its log");
    }
    tracing::info!("stopped");
}

/// What is wrong, and what whoever started it can do.
fn way_out(error: &StartError) -> String {
    let advice = match error {
        StartError::Data(..) => "Make it a folder that can be written, or choose another with --data.",
        StartError::Database(..) => {
            "Make its folder one that can be written and has room, or choose another with --data."
        }
        StartError::SamplePassword => "Change LATCHKEY_SAMPLE_PASSWORD, or leave it out.",
        StartError::Mail(_) => {
            "Change --smtp, --mail-from or what stands in LATCHKEY_SMTP_USER and LATCHKEY_SMTP_PASSWORD; \
                                without --smtp, letters are kept in a folder."
        }
        StartError::PublicUrl(_) | StartError::Presets(_) | StartError::Resources(_) | StartError::Failed => "",
    };
    let mut sentence = error.to_string();
    if let Some(first) = sentence.get(..1).map(str::to_uppercase) {
        sentence.replace_range(..1, &first);
    }
    format!("{}. {advice}", sentence.trim_end_matches('.'))
        .trim_end()
        .to_owned()
}
