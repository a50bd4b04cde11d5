//! What a behaviour works with: the transaction that writes, and whatever is known of the moment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use latchkey_contract::resource::{Format, Kind};
use latchkey_permissions::Time;
use serde_json::Value;

use super::list;
use super::model::Model;
use super::question::Wanted;
use super::records::{self, Stored};
use super::registry::Registry;
use super::search::search;
use super::values::references;
use super::{Fields, schema};
use crate::activity::happening::Happening;
use crate::activity::who::What;
use crate::auth::extract::SignedIn;
use crate::mail::{Letterhead, Outgoing, Stationery};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{Db, shop};
use crate::validate::Faults;

/// Work within one transaction.
pub(crate) struct Work<'a> {
    pub(crate) db: &'a mut Db,
    pub(crate) registry: &'a Registry,
    /// The moment of the request.
    pub(crate) now: Time,
    /// The currency of the store, as ISO 4217; empty before it is set up.
    pub(crate) currency: String,
    /// The name of whoever does it; none where it is the backend itself.
    pub(crate) by: Option<&'a str>,
    /// That person's address.
    pub(crate) email: Option<&'a str>,
    /// The address under which browsers reach the backend, without a slash at its end.
    pub(crate) public_url: &'a str,
    /// What letters are written on; none while a store is being filled.
    stationery: Option<&'a Stationery>,
    /// What a behaviour saw outside before the transaction began.
    pub(crate) seen: Option<Value>,
    /// What happened to records other than the one that the request is about.
    pub(crate) followed: Vec<Happening>,
    /// Letters that are posted along with it.
    pub(crate) letters: Vec<Outgoing>,
}

impl<'a> Work<'a> {
    /// Begins, within a transaction.
    pub(crate) async fn begin(
        db: &'a mut Db,
        registry: &'a Registry,
        now: Time,
        by: Option<&'a str>,
    ) -> Result<Self, Refusal> {
        let currency = shop::find(db).await?.map(|shop| shop.currency).unwrap_or_default();
        Ok(Self {
            db,
            registry,
            now,
            currency,
            by,
            email: None,
            public_url: "",
            stationery: None,
            seen: None,
            followed: Vec::new(),
            letters: Vec::new(),
        })
    }

    /// Begins what this person does.
    pub(crate) async fn of(db: &'a mut Db, state: &'a AppState, person: &'a SignedIn) -> Result<Self, Refusal> {
        let work = Self::begin(db, &state.registry, person.now, Some(&person.account.name)).await?;
        Ok(Self {
            email: Some(&person.account.email),
            ..work.within(state)
        })
    }

    /// With what the backend knows of its surroundings.
    pub(crate) fn within(self, state: &'a AppState) -> Self {
        Self {
            public_url: &state.public_url,
            stationery: Some(&state.stationery),
            ..self
        }
    }

    /// What a letter is written on.
    pub(crate) async fn letterhead(&mut self) -> Result<Letterhead, Refusal> {
        let stationery = self.stationery.ok_or_else(|| {
            tracing::error!("a letter was to be written where there is nobody to write to");
            Refusal::internal()
        })?;
        Ok(stationery.letterhead(self.db).await?)
    }

    /// The resource of this id, which a behaviour names.
    pub(crate) fn model(&self, resource: &str) -> Result<Arc<Model>, Refusal> {
        self.registry.get(resource).cloned().ok_or_else(|| {
            tracing::error!(resource, "a behaviour names a resource that does not exist");
            Refusal::internal()
        })
    }

    /// The record of this id.
    pub(crate) async fn get(&mut self, resource: &str, id: &str) -> Result<Option<Stored>, Refusal> {
        let model = self.model(resource)?;
        Ok(records::one(self.db, &model, id).await?)
    }

    /// The fields of a resource of one.
    pub(crate) async fn only(&mut self, resource: &str) -> Result<Fields, Refusal> {
        let record = self.get(resource, resource).await?;
        Ok(record.map(|record| record.fields).unwrap_or_default())
    }

    /// The records in which a field that lists are narrowed or sorted by has this value, the oldest first.
    pub(crate) async fn having(&mut self, resource: &str, field: &str, value: &Value) -> Result<Vec<Stored>, Refusal> {
        let model = self.model(resource)?;
        Ok(records::having(self.db, &model, field, value).await?)
    }

    /// How many records there are whose fields, each of which lists are narrowed by, are what is wanted.
    pub(crate) async fn count(&mut self, resource: &str, wanted: &[(&str, Wanted)]) -> Result<u64, Refusal> {
        let model = self.model(resource)?;
        Ok(list::count_where(self.db, &model, wanted).await?)
    }

    /// The ids of those records.
    pub(crate) async fn ids(&mut self, resource: &str, wanted: &[(&str, Wanted)]) -> Result<Vec<String>, Refusal> {
        let model = self.model(resource)?;
        Ok(list::ids_where(self.db, &model, wanted).await?)
    }

    /// All records, the oldest first. For resources with few.
    pub(crate) async fn all(&mut self, resource: &str) -> Result<Vec<Stored>, Refusal> {
        let model = self.model(resource)?;
        Ok(records::all(self.db, &model).await?)
    }

    /// Keeps a new record as it is, without asking its behaviour. That it came along with what is done is noted.
    pub(crate) async fn add(&mut self, resource: &str, record: Stored) -> Result<Stored, Refusal> {
        let mut records = vec![record];
        self.add_all(resource, &mut records).await?;
        let record = records.pop().ok_or_else(Refusal::internal)?;
        let what = What::of(&*self.model(resource)?, &record);
        self.followed.push(Happening::RecordFollowed {
            what,
            before: None,
            after: record.fields.clone(),
        });
        Ok(record)
    }

    /// Keeps new records as they are, however many, without asking their behaviour. A field `created` is filled in.
    pub(crate) async fn add_all(&mut self, resource: &str, records: &mut [Stored]) -> Result<(), Refusal> {
        let model = self.model(resource)?;
        for record in records.iter_mut() {
            stamp(&model, record);
            is_kept(&model, record)?;
        }
        let search = self.search(&model, records).await?;
        Ok(records::insert(self.db, &model, records, &search).await?)
    }

    /// Keeps what a record is now, without asking its behaviour. That it followed from what is done is noted.
    pub(crate) async fn save(&mut self, resource: &str, record: &mut Stored) -> Result<(), Refusal> {
        let model = self.model(resource)?;
        let before = records::any(self.db, &model, record.id.as_str()).await?;
        let before = before.map(|before| before.fields).unwrap_or_default();
        self.keep(&model, record).await?;
        if before != record.fields {
            self.followed.push(Happening::RecordFollowed {
                what: What::of(&model, record),
                before: Some(before),
                after: record.fields.clone(),
            });
        }
        Ok(())
    }

    /// The same for the record that the request is about; what is done to it is the request's to note.
    pub(crate) async fn keep(&mut self, model: &Model, record: &mut Stored) -> Result<(), Refusal> {
        is_kept(model, record)?;
        let search = self.search(model, std::slice::from_ref(record)).await?;
        let search = search.first().map(String::as_str).unwrap_or_default();
        Ok(records::save(self.db, model, record, search).await?)
    }

    /// Takes the record away that the request is about.
    pub(crate) async fn remove(&mut self, model: &Model, record: &mut Stored) -> Result<(), Refusal> {
        record.deleted = Some(self.now);
        self.keep(model, record).await
    }

    /// What followed for other records than this one, which the request is about.
    pub(crate) fn followed(self, main: Option<&What>) -> Vec<Happening> {
        let same = |what: &What| main.is_some_and(|main| main.resource == what.resource && main.record == what.record);
        let mut followed = self.followed;
        followed.retain(|happening| !happening.what().is_some_and(same));
        followed
    }

    /// What each record is searched by.
    async fn search(&mut self, model: &Model, records: &[Stored]) -> Result<Vec<String>, Refusal> {
        let mut wanted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for record in records {
            for (resource, id, _) in references(&model.resource.fields, &record.fields) {
                wanted.entry(resource).or_default().insert(id);
            }
        }
        let mut names: BTreeMap<(&str, String), String> = BTreeMap::new();
        for (resource, ids) in wanted {
            let target = self.model(resource)?;
            let ids: Vec<&str> = ids.into_iter().collect();
            for (id, name) in records::names(self.db, &target, &ids).await? {
                names.insert((resource, id), name);
            }
        }
        let name = |resource: &str, id: &str| names.get(&(resource, id.to_owned())).cloned();
        Ok(records
            .iter()
            .map(|record| search(model, &record.fields, name))
            .collect())
    }
}

/// Fills in the moment at which a record was made, where its descriptor has a read-only field for it.
fn stamp(model: &Model, record: &mut Stored) {
    let field = model.resource.field("created").filter(|field| field.kind == Kind::Date);
    if let Some(schema) = field.and_then(|field| model.schema(&field.name))
        && schema.read_only
    {
        let moment = record.created.to_string();
        let text = match schema.format {
            Some(Format::DateTime) => moment,
            _ => moment.chars().take("2026-11-24".len()).collect(),
        };
        record.fields.insert("created".into(), text.into());
    }
}

/// Nothing is kept that the schema does not describe. What a client sent has been checked; what fails here was derived
/// wrongly.
fn is_kept(model: &Model, record: &mut Stored) -> Result<(), Refusal> {
    let whole = Value::Object(std::mem::take(&mut record.fields));
    let mut faults = Faults::default();
    schema::hold(&model.kept, &whole, &mut faults);
    if let Value::Object(fields) = whole {
        record.fields = fields;
    }
    if let Some(fault) = faults.found().next() {
        tracing::error!(
            resource = model.id(),
            pointer = fault.pointer,
            code = ?fault.code,
            "a record was derived that its schema does not describe"
        );
        return Err(Refusal::internal());
    }
    Ok(())
}
