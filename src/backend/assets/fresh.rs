//! Files whose compressed copies are believed only when they can be right.
//!
//! A designer edits `theme.css` next to the app; a copy that was compressed before must not hide that. So a copy
//! that is older than its original counts as missing, and `ServeDir` goes on to the next best. A name that carries
//! the hash of its content needs no such look at the clock, and survives a deployment that mixes up the times.

use std::fs::Metadata;
use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use tower_http::services::fs::{Backend, TokioBackend, TokioFile};

use super::caching;

/// The files of a folder.
#[derive(Clone, Debug)]
pub(super) struct FreshFiles {
    folder: Arc<Path>,
}

impl FreshFiles {
    pub(super) fn new(folder: &Path) -> Self {
        // `ServeDir` asks for paths below `./folder`.
        Self {
            folder: Path::new(".").join(folder).into(),
        }
    }

    /// The original of a compressed copy, where its time matters.
    fn original(&self, path: &Path) -> Option<PathBuf> {
        let ending = path.extension()?;
        if ending != "br" && ending != "gz" {
            return None;
        }
        let original = path.with_extension("");
        let inside = original.strip_prefix(&self.folder).ok()?.to_str()?;
        (!caching::is_hashed(inside)).then_some(original)
    }

    async fn believe(self, path: PathBuf) -> io::Result<PathBuf> {
        if let Some(original) = self.original(&path) {
            let source = tokio::fs::metadata(original).await?.modified()?;
            let copy = tokio::fs::metadata(&path).await?.modified()?;
            if copy < source {
                return Err(io::ErrorKind::NotFound.into());
            }
        }
        Ok(path)
    }
}

impl Backend for FreshFiles {
    type File = TokioFile;
    type Metadata = Metadata;
    type OpenFuture = Pin<Box<dyn Future<Output = io::Result<TokioFile>> + Send>>;
    type MetadataFuture = Pin<Box<dyn Future<Output = io::Result<Metadata>> + Send>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        let files = self.clone();
        Box::pin(async move { TokioBackend.open(files.believe(path).await?).await })
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let files = self.clone();
        Box::pin(async move { TokioBackend.metadata(files.believe(path).await?).await })
    }
}
