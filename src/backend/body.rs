//! Reading a body: as JSON and as nothing else, and with an answer that says where it went wrong.

use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use latchkey_contract::limits::BODY_MAX;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_path_to_error::{Path, Segment};

use crate::auth::token::sha256;
use crate::problem::Refusal;

/// The body of a request, read.
pub(crate) struct Body<T> {
    /// What it says.
    pub(crate) value: T,
    /// The hash of its bytes, to tell a repetition from something else.
    pub(crate) hash: [u8; 32],
}

/// A body that may be left out where everything in it may.
pub(crate) struct OptionalBody<T> {
    /// What it says.
    pub(crate) value: T,
    /// The hash of its bytes.
    pub(crate) hash: [u8; 32],
}

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let is_json = is_json(request.headers()) && is_plain(request.headers());
        let bytes = collect(request).await?;
        if !is_json {
            return Err(not_json());
        }
        Ok(Self {
            value: parse(&bytes)?,
            hash: sha256(&[&bytes]),
        })
    }
}

impl<S: Sync, T: DeserializeOwned + Default> FromRequest<S> for OptionalBody<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let is_json = is_json(request.headers()) && is_plain(request.headers());
        let bytes = collect(request).await?;
        let value = match (bytes.is_empty(), is_json) {
            (true, _) => T::default(),
            (false, true) => parse(&bytes)?,
            (false, false) => return Err(not_json()),
        };
        Ok(Self {
            value,
            hash: sha256(&[&bytes]),
        })
    }
}

/// `application/json`, or a type made of it such as `application/merge-patch+json`.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let essence = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// Whether a body comes as it is. Nothing here unpacks one, so that a small one cannot become a large one.
fn is_plain(headers: &HeaderMap) -> bool {
    let mut codings = headers.get_all(header::CONTENT_ENCODING).iter();
    codings.all(|coding| coding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

fn not_json() -> Refusal {
    Refusal::new(
        ProblemCode::UnsupportedMediaType,
        "Send JSON, as application/json and not compressed.",
    )
}

async fn collect(request: Request) -> Result<Vec<u8>, Refusal> {
    let too_large = || {
        Refusal::new(
            ProblemCode::TooLarge,
            format!("The body may have at most {BODY_MAX} bytes."),
        )
    };
    let announced = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > BODY_MAX) {
        return Err(too_large());
    }
    match Limited::new(request.into_body(), BODY_MAX).collect().await {
        Ok(collected) => Ok(collected.to_bytes().into()),
        Err(error) if error.is::<LengthLimitError>() => Err(too_large()),
        Err(_) => Err(Refusal::new(ProblemCode::Malformed, "The body broke off.")),
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Refusal::new(
            ProblemCode::Malformed,
            format!("The body is not UTF-8 from byte {} on.", error.valid_up_to()),
        )
    })?;
    // Read as any JSON first: what is broken further on is broken, whatever comes before.
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| broken(&error))?;
    // Every body is an object. Serde would also take a list for one, member after member.
    if !text.trim_start().starts_with('{') {
        return Err(Refusal::member(
            "",
            FieldCode::WrongType,
            "The body is an object with members.",
        ));
    }
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(text)).map_err(|error| {
        if error.inner().is_data() {
            wrong_member(error.path(), &error.inner().to_string())
        } else {
            broken(error.inner())
        }
    })
}

fn broken(error: &serde_json::Error) -> Refusal {
    Refusal::new(
        ProblemCode::Malformed,
        format!(
            "The body is not JSON: it breaks at line {}, column {}.",
            error.line(),
            error.column()
        ),
    )
}

/// What serde says of a member, in the contract's words. Its own sentence may quote the value, so it is not passed on.
fn wrong_member(path: &Path, said: &str) -> Refusal {
    let named = said.split('`').nth(1).unwrap_or_default();
    let (code, member, detail) = if said.starts_with("missing field") {
        (FieldCode::Required, Some(named), "This member is needed.")
    } else if said.starts_with("unknown field") {
        (FieldCode::UnknownMember, Some(named), "There is no such member here.")
    } else if said.starts_with("duplicate field") {
        (FieldCode::Malformed, Some(named), "This member is there twice.")
    } else if said.starts_with("invalid type") {
        (FieldCode::WrongType, None, "This member has another type.")
    } else {
        (FieldCode::Malformed, None, "This member does not have its form.")
    };
    Refusal::member(pointer(path, member), code, detail)
}

/// The JSON Pointer (RFC 6901) to a place, and below it to `member`.
fn pointer(path: &Path, member: Option<&str>) -> String {
    let mut names: Vec<String> = path
        .iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(index.to_string()),
            Segment::Map { key } => Some(key.clone()),
            Segment::Enum { variant } => Some(variant.clone()),
            Segment::Unknown => None,
        })
        .collect();
    if let Some(member) = member
        && names.last().map(String::as_str) != Some(member)
    {
        names.push(member.to_owned());
    }
    names.iter().fold(String::new(), |pointer, name| {
        pointer + "/" + &name.replace('~', "~0").replace('/', "~1")
    })
}
