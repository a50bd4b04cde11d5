//! Where a store is kept: in a file within the data folder, or on a PostgreSQL server. Apart from what speaks to either,
//! because settings and commands name it too.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The name of the database file within the data folder.
pub(crate) const FILE: &str = "latchkey.sqlite";

/// Where a store is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// In one SQLite file.
    File(PathBuf),
    /// On a PostgreSQL server.
    Server(Server),
}

impl Database {
    /// The file of a data folder, or the server where one is named.
    pub fn of(data: &Path, server: Option<&Server>) -> Self {
        server.map_or_else(|| Self::File(data.join(FILE)), |server| Self::Server(server.clone()))
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(file) => file.display().fmt(f),
            Self::Server(server) => server.fmt(f),
        }
    }
}

/// The address of a database on a PostgreSQL server. It can hold a password, and so it is never written out whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Server(String);

impl Server {
    /// The whole address, for connecting.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for Server {
    type Err = String;

    /// Reads an address.
    ///
    /// # Errors
    /// A sentence where it is not one of PostgreSQL.
    fn from_str(text: &str) -> Result<Self, String> {
        let schemes = ["postgres://", "postgresql://"];
        if schemes.iter().any(|scheme| text.starts_with(scheme)) {
            Ok(Self(text.to_owned()))
        } else {
            Err("it must look like postgres://name:password@host/database".to_owned())
        }
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, rest) = self.0.split_once("://").unwrap_or_default();
        // A password can stand before the host, or in the query.
        let rest = rest.split('?').next().unwrap_or_default();
        let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
        write!(f, "{scheme}://{place}")
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_shows_its_password() {
        for (text, shown) in [
            (
                "postgres://shop:p@ss/word@db.example:5432/store",
                "postgres://db.example:5432/store",
            ),
            (
                "postgresql://db.example/store?user=shop&password=secret",
                "postgresql://db.example/store",
            ),
            ("postgres:///store?host=/run/postgresql", "postgres:///store"),
        ] {
            let server: Server = text.parse().expect("an address");
            assert_eq!(server.to_string(), shown);
            assert_eq!(format!("{:?}", Database::Server(server)), format!("Server({shown})"));
        }
        assert!("mysql://db.example/store".parse::<Server>().is_err());
    }

    #[test]
    fn without_a_server_it_is_a_file_of_the_data_folder() {
        let data = Path::new("/srv/shop");
        assert_eq!(Database::of(data, None).to_string(), "/srv/shop/latchkey.sqlite");
        let server: Server = "postgres://db/store".parse().expect("an address");
        assert_eq!(Database::of(data, Some(&server)), Database::Server(server));
    }
}
