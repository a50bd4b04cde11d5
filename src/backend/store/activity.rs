//! What happened: entries are added at the end, and read. There is nothing here that changes or deletes one.

use latchkey_contract::activity::{Entry, Kind, Person, Subject, SubjectType};
use latchkey_contract::id::{AccountId, ResourceId};
use latchkey_permissions::{SectionId, Time};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row, query, query_scalar};

use super::staff_list::pattern;
use super::{Db, placeholders};
use crate::activity::chain::{self, Columns, GENESIS, Head};
use crate::activity::told::Told;
use crate::activity::verify::{self, Link};
use crate::activity::who::{Whence, Who};
use crate::validate::folded;

/// How many entries are read at once where all are read.
const AT_ONCE: i64 = 500;

/// What is added.
pub(crate) struct New<'a> {
    pub(crate) at: Time,
    pub(crate) kind: Kind,
    pub(crate) actor: Option<&'a Who>,
    pub(crate) whence: &'a Whence,
    pub(crate) told: Told,
}

/// The columns that an entry's hash is made from, in the order of [`Columns`].
const HASHED: [&str; 15] = [
    "number",
    "at",
    "kind",
    "actor",
    "actor_name",
    "subject_type",
    "subject",
    "subject_name",
    "section",
    "resource",
    "detail",
    "reason",
    "device",
    "address",
    "search",
];

/// The end of the chain.
pub(crate) async fn head(db: &mut Db) -> sqlx::Result<Head> {
    let row = query("SELECT number, hash FROM activity ORDER BY number DESC LIMIT 1")
        .fetch_optional(db)
        .await?;
    Ok(match row {
        None => Head {
            count: 0,
            hash: GENESIS.to_owned(),
        },
        Some(row) => Head {
            count: u64::try_from(row.try_get::<i64, _>(0)?).unwrap_or_default(),
            hash: row.try_get(1)?,
        },
    })
}

/// Adds entries at the end, within the transaction that does what they tell of; answers the end that this makes.
pub(crate) async fn append(db: &mut Db, entries: Vec<New<'_>>) -> sqlx::Result<Head> {
    let mut head = head(db).await?;
    for entry in entries {
        head = add(db, &head, entry).await?;
    }
    Ok(head)
}

async fn add(
    db: &mut Db,
    head: &Head,
    New {
        at,
        kind,
        actor,
        whence,
        told,
    }: New<'_>,
) -> sqlx::Result<Head> {
    let number = head.count + 1;
    let detail = serde_json::to_string(&told.detail).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let subject = told.subject.as_ref();
    let names = [
        actor.map(|actor| actor.name.as_str()),
        subject.map(|subject| subject.name.as_str()),
        Some(told.reason.as_str()),
    ];
    let search = folded(&names.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    let (place, moment) = (number.to_string(), at.millis().to_string());
    let address = whence.peer.map(|peer| peer.to_string()).unwrap_or_default();
    let columns: Columns<'_> = [
        Some(&place),
        Some(&moment),
        Some(kind.as_str()),
        actor.map(|actor| actor.id.as_str()),
        actor.map(|actor| actor.name.as_str()),
        subject.map(|subject| subject.sort.as_str()),
        subject.map(|subject| subject.id.as_str()),
        subject.map(|subject| subject.name.as_str()),
        told.section.as_ref().map(SectionId::as_str),
        told.resource.as_ref().map(ResourceId::as_str),
        Some(&detail),
        Some(&told.reason),
        Some(&whence.device),
        Some(&address),
        Some(&search),
    ];
    let hash = chain::hash(&head.hash, &columns);
    let mut asked = query(
        "INSERT INTO activity (number, at, kind, actor, actor_name, subject_type, subject, subject_name, section, \
         resource, detail, reason, device, address, search, previous, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    )
    .bind(i64::try_from(number).unwrap_or(i64::MAX))
    .bind(at.millis());
    for column in &columns[2..] {
        asked = asked.bind(*column);
    }
    asked.bind(head.hash.as_str()).bind(hash.as_str()).execute(db).await?;
    Ok(Head { count: number, hash })
}

/// Whatever is wrong with the entries, and the hash that the entry has which a noted head names.
pub(crate) struct Checked {
    pub(crate) count: u64,
    pub(crate) head: Head,
    pub(crate) links: Vec<Link>,
}

/// Reads all entries and makes their hashes anew.
pub(crate) async fn check(db: &mut Db) -> sqlx::Result<Checked> {
    // Whatever somebody has put there: as text it can be read.
    let columns = HASHED.into_iter().chain(["previous", "hash"]);
    let columns: Vec<_> = columns.map(|column| format!("CAST({column} AS TEXT)")).collect();
    let columns = columns.join(", ");
    let sql = format!("SELECT {columns} FROM activity ORDER BY number LIMIT $1 OFFSET $2");
    let mut links: Vec<Link> = Vec::new();
    let mut near = 1;
    loop {
        let read = i64::try_from(links.len()).unwrap_or(i64::MAX);
        let rows = query(AssertSqlSafe(sql.as_str()))
            .bind(AT_ONCE)
            .bind(read)
            .fetch_all(&mut *db)
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let link = link(row, near)?;
            near = link.written.or(link.number).unwrap_or(near) + 1;
            links.push(link);
        }
    }
    Ok(Checked {
        count: links.len() as u64,
        head: head(db).await?,
        links,
    })
}

fn link(row: &AnyRow, near: i64) -> sqlx::Result<Link> {
    let texts: Vec<Option<String>> = (0..15).map(|column| row.try_get(column)).collect::<sqlx::Result<_>>()?;
    let (previous, hash): (String, String) = (row.try_get(15)?, row.try_get(16)?);
    let number = texts[0].as_ref().and_then(|text| text.parse().ok());
    let fits = |place: i64| {
        let place = place.to_string();
        let mut columns: Columns<'_> = std::array::from_fn(|column| texts[column].as_deref());
        columns[0] = Some(&place);
        chain::hash(&previous, &columns) == hash
    };
    let written = verify::place(number, near, fits);
    Ok(Link {
        number,
        previous,
        hash,
        written,
    })
}

/// Which entries are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) search: Option<String>,
    pub(crate) actor: Option<String>,
    /// This person as either.
    pub(crate) person: Option<String>,
    /// A person, a role or a record; a person also where an entry is about the role that the person held.
    pub(crate) subject: Option<String>,
    /// Any of these; all where there is none.
    pub(crate) kinds: Vec<Kind>,
    pub(crate) section: Option<String>,
    pub(crate) resource: Option<String>,
    /// From this moment on.
    pub(crate) from: Option<Time>,
    /// Before this moment.
    pub(crate) to: Option<Time>,
    /// Older than this entry.
    pub(crate) before: Option<i64>,
    pub(crate) limit: u32,
}

enum Value {
    Text(String),
    Number(i64),
}

/// Conditions and what they are about, in step.
struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Conditions {
    fn of(wanted: &Wanted) -> Self {
        let mut conditions = Self {
            sql: "1 = 1".into(),
            values: Vec::new(),
        };
        let text = |value: &Option<String>| value.clone().map(Value::Text);
        let number = |value: Option<Time>| value.map(|time| Value::Number(time.millis()));
        let search = wanted.search.as_deref().map(pattern).map(Value::Text);
        conditions.and("search LIKE {} ESCAPE '\\'", search);
        conditions.and("actor = {}", text(&wanted.actor));
        conditions.and("section = {}", text(&wanted.section));
        conditions.and("resource = {}", text(&wanted.resource));
        conditions.and("at >= {}", number(wanted.from));
        conditions.and("at < {}", number(wanted.to));
        if !wanted.kinds.is_empty() {
            let list = placeholders(conditions.values.len() + 1, wanted.kinds.len());
            let kinds = wanted.kinds.iter().map(|kind| Value::Text(kind.as_str().to_owned()));
            conditions.values.extend(kinds);
            let kinds = format!(" AND kind IN ({list})");
            conditions.sql.push_str(&kinds);
        }
        if let Some(subject) = &wanted.subject {
            conditions.and_about(subject, "");
        }
        if let Some(person) = &wanted.person {
            conditions.and_about(person, "actor = {} OR ");
        }
        conditions
    }

    /// Adds that an entry is about this; a person is also a subject of what touched a role that the person held.
    fn and_about(&mut self, id: &str, or: &str) {
        self.values.push(Value::Text(id.to_owned()));
        self.values.push(Value::Text(among_people(id)));
        let (same, among) = (self.values.len() - 1, self.values.len());
        let or = or.replace("{}", &format!("${same}"));
        let about = format!(" AND ({or}subject = ${same} OR detail LIKE ${among} ESCAPE '\\')");
        self.sql.push_str(&about);
    }

    /// Adds a condition where there is a value for it; `{}` in it stands for the value.
    fn and(&mut self, condition: &str, value: Option<Value>) {
        let Some(value) = value else { return };
        self.values.push(value);
        self.sql.push_str(" AND ");
        self.sql
            .push_str(&condition.replace("{}", &format!("${}", self.values.len())));
    }
}

/// The pattern of a detail that has this id among its people.
fn among_people(id: &str) -> String {
    let id = serde_json::Value::from(id).to_string();
    let id = id.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%\"people\":[%\"id\":{id}%")
}

fn bind<'q>(mut asked: Query<'q, Any, AnyArguments>, values: &[Value]) -> Query<'q, Any, AnyArguments> {
    for value in values {
        asked = match value {
            Value::Text(text) => asked.bind(text.clone()),
            Value::Number(number) => asked.bind(*number),
        };
    }
    asked
}

/// How many entries there are of those that are asked for, on all pages.
pub(crate) async fn count(db: &mut Db, wanted: &Wanted) -> sqlx::Result<u64> {
    let Conditions { sql, values } = Conditions::of(wanted);
    let sql = format!("SELECT COUNT(*) FROM activity WHERE {sql}");
    let row = bind(query(AssertSqlSafe(sql)), &values).fetch_one(db).await?;
    Ok(u64::try_from(row.try_get::<i64, _>(0)?).unwrap_or_default())
}

/// One page, the newest first, and whether there are more.
pub(crate) async fn find(db: &mut Db, wanted: &Wanted) -> sqlx::Result<(Vec<Entry>, bool)> {
    let Conditions { sql, mut values } = Conditions::of(wanted);
    let mut conditions = sql;
    if let Some(before) = wanted.before {
        values.push(Value::Number(before));
        let older = format!(" AND number < ${}", values.len());
        conditions.push_str(&older);
    }
    let limit = i64::from(wanted.limit) + 1;
    let sql = format!(
        "SELECT number, at, kind, actor, actor_name, subject_type, subject, subject_name, section, resource, detail, \
         reason, device, address FROM activity WHERE {conditions} ORDER BY number DESC LIMIT {limit}"
    );
    let rows = bind(query(AssertSqlSafe(sql)), &values).fetch_all(db).await?;
    let shown = &rows[..rows.len().min(wanted.limit as usize)];
    let entries = shown.iter().map(entry).collect::<sqlx::Result<_>>()?;
    Ok((entries, rows.len() > shown.len()))
}

fn entry(row: &AnyRow) -> sqlx::Result<Entry> {
    let text = |column: &str| row.try_get::<Option<String>, _>(column);
    let kind: String = row.try_get("kind")?;
    let known = Kind::ALL.iter().find(|known| known.as_str() == kind);
    let sort = text("subject_type")?.and_then(|name| SubjectType::ALL.into_iter().find(|sort| sort.as_str() == name));
    let subject = sort.map(|sort| -> sqlx::Result<Subject> {
        Ok(Subject {
            sort,
            id: text("subject")?.unwrap_or_default(),
            name: text("subject_name")?.unwrap_or_default(),
        })
    });
    let actor_name = text("actor_name")?.unwrap_or_default();
    let detail: String = row.try_get("detail")?;
    Ok(Entry {
        number: u64::try_from(row.try_get::<i64, _>("number")?).unwrap_or_default(),
        at: Time::from_millis(row.try_get("at")?),
        kind: *known.ok_or_else(|| sqlx::Error::Decode(format!("no such kind: {kind}").into()))?,
        actor: text("actor")?.map(|id| Person {
            id: AccountId(id),
            name: actor_name,
        }),
        subject: subject.transpose()?,
        section: text("section")?.map(SectionId::from),
        resource: text("resource")?.map(ResourceId),
        detail: serde_json::from_str(&detail).map_err(|error| sqlx::Error::Decode(error.into()))?,
        reason: row.try_get("reason")?,
        device: row.try_get("device")?,
        address: row.try_get("address")?,
    })
}

/// The hash of the entry of this number.
pub(crate) async fn hash_of(db: &mut Db, number: u64) -> sqlx::Result<Option<String>> {
    query_scalar("SELECT hash FROM activity WHERE number = $1")
        .bind(i64::try_from(number).unwrap_or(i64::MAX))
        .fetch_optional(db)
        .await
}
