//! Turns the language files into functions, and fails with every fault in them rather than with the first. For the
//! browser, it also has the linker write down what refers to what, so that the program can be taken apart.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    if env::var_os("CARGO_CFG_TARGET_FAMILY").is_some_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    match latchkey_languages::read(&locales) {
        Ok(languages) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
            fs::write(out.join("words.rs"), latchkey_languages::rust_keys(&languages)).expect("OUT_DIR can be written");
        }
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
        }
    }
}
