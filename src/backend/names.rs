//! Whether a domain can be found. Apart, so that a test asks no name server.

use std::time::Duration;

/// How long a name server is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// Where it is looked up.
#[derive(Clone, Debug, Default)]
pub enum Names {
    /// By the system's name servers.
    #[default]
    System,
    /// These alone can be found.
    Only(Vec<String>),
}

impl Names {
    /// Whether this domain can be found.
    pub(crate) async fn know(&self, domain: &str) -> bool {
        match self {
            Self::System => {
                let found = tokio::time::timeout(PATIENCE, tokio::net::lookup_host((domain, 443))).await;
                found.is_ok_and(|found| found.is_ok_and(|mut addresses| addresses.next().is_some()))
            }
            Self::Only(known) => known.iter().any(|known| known == domain),
        }
    }
}
