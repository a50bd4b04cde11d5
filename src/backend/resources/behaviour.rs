//! What a resource does beyond its schema: fields it derives, laws across records, and its commands.
//!
//! Each function runs inside the transaction that writes: whatever it reads cannot change before it is over, and a
//! refusal undoes all of it.

use async_trait::async_trait;
use latchkey_contract::resource::Preview;
use serde_json::Value;

use super::Fields;
use super::records::Stored;
use super::work::Work;
use crate::names::Names;
use crate::problem::Refusal;

/// What came of a command.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The record that a command made or found. A command for a record that made no other answers that one by itself.
    pub(crate) record: Option<Stored>,
    /// What is told this once.
    pub(crate) reveal: Option<String>,
    /// A letter as it will look.
    pub(crate) preview: Option<Preview>,
}

/// See the module. Every function has a default that does nothing.
#[async_trait]
pub(crate) trait Behaviour: Send + Sync {
    /// The ids of the commands that [`command`](Self::command) knows; the descriptor's must be the same.
    fn commands(&self) -> &'static [&'static str] {
        &[]
    }

    /// Before a record is made by a client: `record` has its id and the fields that were sent and checked. To be filled
    /// in: what is read-only.
    async fn create(&self, _work: &mut Work<'_>, _record: &mut Stored) -> Result<(), Refusal> {
        Ok(())
    }

    /// Before a record is changed by a client: `after` has the fields as they would be.
    async fn change(&self, _work: &mut Work<'_>, _before: &Stored, _after: &mut Stored) -> Result<(), Refusal> {
        Ok(())
    }

    /// Before a record is taken away.
    async fn delete(&self, _work: &mut Work<'_>, _record: &Stored) -> Result<(), Refusal> {
        Ok(())
    }

    /// Before a record is brought back.
    async fn restore(&self, _work: &mut Work<'_>, _record: &mut Stored) -> Result<(), Refusal> {
        Ok(())
    }

    /// Whether [`settle`](Self::settle) has anything to do.
    fn settles(&self) -> bool {
        false
    }

    /// Brings up to date what follows from the day, or from how the backend was started. It is done before the first
    /// request of each day that looks at the resource.
    async fn settle(&self, _work: &mut Work<'_>) -> Result<(), Refusal> {
        Ok(())
    }

    /// The commands for which [`look`](Self::look) is asked.
    fn looks(&self) -> &'static [&'static str] {
        &[]
    }

    /// Looks outside for what a command needs to know from there. It is done before the transaction begins, since
    /// nobody can write while one lasts; what was seen comes along as [`Work::seen`]. None where there is nothing to see.
    async fn look(&self, _names: &Names, _command: &str, _record: &Stored) -> Option<Value> {
        None
    }

    /// Does a command to a record. `input` has been held against the command's schema, and the command's `when` holds.
    /// What it changes in `record` is kept.
    async fn command(
        &self,
        _work: &mut Work<'_>,
        _command: &str,
        _input: &Fields,
        _record: &mut Stored,
    ) -> Result<Outcome, Refusal> {
        Err(Refusal::not_found())
    }

    /// Does a command to the list as a whole.
    async fn list_command(&self, _work: &mut Work<'_>, _command: &str, _input: &Fields) -> Result<Outcome, Refusal> {
        Err(Refusal::not_found())
    }
}

/// A resource that is nothing but its descriptor.
pub(super) struct Plain;

impl Behaviour for Plain {}
