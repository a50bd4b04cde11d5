//! Reports: figures over a span of days, beside those of the span before.
//!
//! A value travels as a decimal number in text, like money: what is added up is never rounded on the way.

use latchkey_permissions::Text;
use serde::{Deserialize, Serialize};

/// The longest span of a report, in days: two years.
pub const SPAN_MAX_DAYS: i64 = 731;

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// Money in this currency (ISO 4217).
    Money(String),
    /// Things.
    Count,
    /// Hundredths of a whole.
    Percent,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// The value, a decimal number.
    pub value: String,
    /// The same in the span before, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
}

/// How long the time of one point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// A day.
    Day,
    /// Seven days, counted from the first.
    Week,
    /// A month of the calendar.
    Month,
}

/// What the points stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Axis {
    /// Time: `key` is the first day of the point's.
    Time(Step),
    /// Things, the largest first: `label` is what each is called.
    Things,
}

/// One point of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Point {
    /// A day, `2026-11-27`, or the id of a thing.
    pub key: String,
    /// What the thing is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub label: Option<Text>,
    /// Its figure.
    #[serde(flatten)]
    pub figure: Figure,
}

/// What a report is called; the answer of the list of reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportBrief {
    /// Its id, in the path.
    pub id: String,
    /// Its heading.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub title: Text,
    /// How its figures are come by.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub about: Text,
}

/// A report over a span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// What it is called.
    #[serde(flatten)]
    pub brief: ReportBrief,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// What its figures count.
    pub unit: Unit,
    /// What its points stand for.
    pub axis: Axis,
    /// The points; for time each step of the span, also where nothing happened.
    pub points: Vec<Point>,
    /// All of it.
    pub total: Figure,
}
