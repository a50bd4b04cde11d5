//! Compresses a release ahead, harder than a server could while somebody waits.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::failure::{Failure, Outcome};
use crate::files;

const COMPRESSIBLE: &[&str] = &["wasm", "js", "css", "html", "json", "svg", "ftl", "txt"];
/// What people change in place, without a build: a compressed copy would hide the change.
const CHANGED_IN_PLACE: &[&str] = &["theme", "config.json"];
const QUALITY: i32 = 11;

/// Writes a `.br` and a `.gz` beside every file that is worth it.
pub(crate) fn folder(folder: &Path) -> Outcome<()> {
    let mut files = Vec::new();
    collect(folder, true, &mut files)?;
    // The largest first, so that the threads end together.
    files.sort_by_key(|file| std::cmp::Reverse(fs::metadata(file).map_or(0, |facts| facts.len())));
    let next = AtomicUsize::new(0);
    let failure = Mutex::new(None);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(error) = file(path)
                        && let Ok(mut failure) = failure.lock()
                    {
                        *failure = Some(error);
                    }
                }
            });
        }
    });
    failure
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .map_or(Ok(()), Err)
}

fn collect(folder: &Path, outermost: bool, files: &mut Vec<PathBuf>) -> Outcome<()> {
    let entries = fs::read_dir(folder).map_err(Failure::file("read", folder))?;
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if outermost && CHANGED_IN_PLACE.contains(&name.as_ref()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, false, files)?;
        } else if let Some(ending) = path.extension()
            && COMPRESSIBLE.contains(&ending.to_string_lossy().as_ref())
        {
            files.push(path);
        }
    }
    Ok(())
}

fn file(path: &Path) -> Outcome<()> {
    let bytes = fs::read(path).map_err(Failure::file("read", path))?;
    keep_if_smaller(path, "br", &bytes, &brotli(&bytes)?)?;
    keep_if_smaller(path, "gz", &bytes, &gzip(&bytes)?)
}

fn keep_if_smaller(path: &Path, ending: &str, bytes: &[u8], packed: &[u8]) -> Outcome<()> {
    if packed.len() >= bytes.len() {
        return Ok(());
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    let copy = PathBuf::from(name);
    files::write(&copy, packed)?;
    same_time(path, &copy)
}

/// A server can see by their times that the two belong together.
fn same_time(path: &Path, copy: &Path) -> Outcome<()> {
    let time = fs::metadata(path)
        .and_then(|facts| facts.modified())
        .map_err(Failure::file("read", path))?;
    File::options()
        .write(true)
        .open(copy)
        .and_then(|file| file.set_modified(time))
        .map_err(Failure::file("date", copy))
}

fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    let mut source = bytes;
    brotli::BrotliCompress(&mut source, &mut packed, &parameters)
        .map_err(|error| Failure::new("Brotli failed").seen(error))?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| Failure::new("Gzip failed").seen(error))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_worth_it_is_compressed_and_comes_back_whole() {
        let place = std::env::temp_dir().join(format!("latchkey-compress-{}", std::process::id()));
        let text = "permission ".repeat(500);
        for name in [
            "app.js",
            "locales/en.json",
            "theme/theme.css",
            "config.json",
            "icon.png",
        ] {
            files::write(&place.join(name), text.as_bytes()).expect("it is written");
        }
        files::write(&place.join("tiny.txt"), b"x").expect("it is written");
        folder(&place).expect("it is compressed");

        for name in ["app.js", "locales/en.json"] {
            let packed = fs::read(place.join(format!("{name}.br"))).expect("it is there");
            let mut back = Vec::new();
            brotli::BrotliDecompress(&mut packed.as_slice(), &mut back).expect("it is brotli");
            assert_eq!(back, text.as_bytes());
            let packed = fs::read(place.join(format!("{name}.gz"))).expect("it is there");
            let mut back = String::new();
            flate2::read::GzDecoder::new(packed.as_slice())
                .read_to_string(&mut back)
                .expect("it is gzip");
            assert_eq!(back, text);
        }
        for name in ["theme/theme.css", "config.json", "icon.png", "tiny.txt"] {
            assert!(!place.join(format!("{name}.br")).exists(), "{name}");
            assert!(!place.join(format!("{name}.gz")).exists(), "{name}");
        }
        fs::remove_dir_all(place).expect("it was there");
    }
}
