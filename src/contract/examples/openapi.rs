//! Prints the description of the API. `cargo xtask openapi` keeps what it prints as `public/openapi.json`.

fn main() -> Result<(), serde_json::Error> {
    println!(
        "{}",
        serde_json::to_string_pretty(&latchkey_contract::openapi::document())?
    );
    Ok(())
}
