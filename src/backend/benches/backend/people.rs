//! Ten thousand people, written into the database behind the backend's back. There is no other way: the largest plan has room
//! for two thousand, and each who joined by the ordinary calls would cost an invitation, a letter and the hash of a password.
//! What is written is what those calls would have left: all have the owner's password, one role, and two permissions of their own.

use std::path::Path;

use sqlx::{AnyConnection, Connection, query, query_scalar};

use crate::Outcome;

const FIRST: [&str; 16] = [
    "Anna", "Budi", "Cecilia", "Dewi", "Erik", "Fitri", "Gustav", "Hana", "Ingrid", "Joko", "Karin", "Lars", "Maya",
    "Nils", "Olga", "Putri",
];
const LAST: [&str; 15] = [
    "Andersson",
    "Berg",
    "Carlsson",
    "Dahl",
    "Ek",
    "Fransson",
    "Gunawan",
    "Hidayat",
    "Isaksson",
    "Johansson",
    "Kurniawan",
    "Lind",
    "Nyberg",
    "Pratama",
    "Santoso",
];
const ROLES: [&str; 3] = ["fulfilment-operator", "marketing-assistant", "accountant"];
const PERMISSIONS: [&str; 2] = ["customers.view", "giftcards.view"];
/// Of so many, one is suspended and one is gone.
const OF: usize = 10;

/// The address of one of them.
pub(crate) fn email(n: usize) -> String {
    format!("person{n}@staff.test")
}

/// The `n`-th of those that may sign in, from the beginning again where there are no more.
pub(crate) fn active(n: usize, people: usize) -> usize {
    let n = n % (people / OF * (OF - 2)).max(1);
    n / (OF - 2) * OF + n % (OF - 2)
}

/// The status of one of them, and its place in the order of a life.
fn status(n: usize) -> (&'static str, i64) {
    match n % OF {
        8 => ("suspended", 3),
        9 => ("ended", 4),
        _ => ("active", 2),
    }
}

/// Writes them; with what passwords are hashed.
pub(crate) async fn fill(data: &Path, people: usize) -> Outcome<String> {
    sqlx::any::install_default_drivers();
    let file = data.join("latchkey.sqlite");
    let mut db = AnyConnection::connect(&format!("sqlite://{}?mode=rw", file.display())).await?;
    let hash: String = query_scalar("SELECT password_hash FROM accounts WHERE owner = 1")
        .fetch_one(&mut db)
        .await?;
    let mut tx = db.begin_with("BEGIN IMMEDIATE").await?;
    let now: i64 = query_scalar("SELECT created FROM accounts WHERE owner = 1")
        .fetch_one(&mut *tx)
        .await?;
    for n in 0..people {
        let name = format!("{} {} {n}", FIRST[n % FIRST.len()], LAST[n / FIRST.len() % LAST.len()]);
        let (id, email, key) = (format!("{n:032x}"), email(n), name.to_lowercase());
        let (status, rank) = status(n);
        let ended = status == "ended";
        query(
            "INSERT INTO accounts (id, email, email_key, name, name_key, search, owner, status, status_rank, password_hash, \
             last_seen, two_factor, version, created) VALUES ($1, $2, $2, $3, $4, $5, 0, $6, $7, $8, $9, 0, 1, $10)",
        )
        .bind(&id)
        .bind(&email)
        .bind(&name)
        .bind(&key)
        .bind(format!("{key}\n{email}"))
        .bind(status)
        .bind(rank)
        .bind((!ended).then_some(&hash))
        .bind(now - i64::try_from(n)? * 60_000)
        .bind(now)
        .execute(&mut *tx)
        .await?;
        if ended {
            continue;
        }
        query("INSERT INTO account_roles (account, role) VALUES ($1, $2)")
            .bind(&id)
            .bind(ROLES[n % ROLES.len()])
            .execute(&mut *tx)
            .await?;
        for permission in PERMISSIONS {
            query("INSERT INTO account_permissions (account, permission) VALUES ($1, $2)")
                .bind(&id)
                .bind(permission)
                .execute(&mut *tx)
                .await?;
        }
    }
    tx.commit().await?;
    db.close().await?;
    // `$argon2id$v=19$m=…,t=…,p=…$salt$hash`
    let parts: Vec<&str> = hash.split('$').collect();
    match parts[..] {
        ["", method, version, parameters, ..] => Ok(format!("{method} {version} {parameters}")),
        _ => Err("the hash of a password is of an unknown form".into()),
    }
}
