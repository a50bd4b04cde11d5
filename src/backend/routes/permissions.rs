//! `/permissions`: the catalogue, for everybody.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::IntoResponse;
use latchkey_contract::id::Version;
use latchkey_permissions::{Catalogue, CatalogueDocument};

use super::{Answered, not_modified};
use crate::auth::proof::Anyone;
use crate::auth::token::sha256_hex;
use crate::precondition::IfNoneMatch;
use crate::state::AppState;

/// The catalogue as it is published: whole, and for each language with the words of that one alone. Written once.
pub(crate) struct Published {
    whole: Sheet,
    by_language: BTreeMap<String, Sheet>,
}

struct Sheet {
    body: String,
    version: Version,
}

impl Sheet {
    fn new(document: &CatalogueDocument) -> Result<Self, serde_json::Error> {
        let body = serde_json::to_string(document)?;
        let mut hash = sha256_hex(&[body.as_bytes()]);
        hash.truncate(32);
        Ok(Self {
            body,
            version: Version(hash),
        })
    }
}

impl Published {
    /// Writes a catalogue.
    pub(crate) fn new(catalogue: &Catalogue) -> Result<Self, serde_json::Error> {
        let document = catalogue.document();
        let languages = document.languages();
        let sheet = |language: String| Ok((language.clone(), Sheet::new(&document.narrowed(&language))?));
        Ok(Self {
            whole: Sheet::new(document)?,
            by_language: languages
                .into_iter()
                .map(sheet)
                .collect::<Result<_, serde_json::Error>>()?,
        })
    }

    /// What is answered to whoever asks for a language; in English where it is not among those that the catalogue has.
    fn sheet(&self, language: Option<&str>) -> &Sheet {
        let Some(language) = language else {
            return &self.whole;
        };
        let base = language.split('-').next().unwrap_or(language);
        let of = |language| self.by_language.get(language);
        of(language)
            .or_else(|| of(base))
            .or_else(|| of("en"))
            .unwrap_or(&self.whole)
    }
}

pub(super) async fn get(_: Anyone, State(state): State<AppState>, uri: Uri, seen: IfNoneMatch) -> Answered {
    let asked = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let language = asked.into_iter().find(|(name, _)| name == "language");
    let Sheet { body, version } = state
        .published
        .sheet(language.as_ref().map(|(_, language)| &**language));
    let mut response = if seen.has(version) {
        not_modified(version)?
    } else {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
            (header::ETAG, super::etag(version)?),
        ];
        (StatusCode::OK, headers, body.clone()).into_response()
    };
    // It may be kept, but is asked for again each time: it says nothing about any person.
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}
