//! The description that the backend serves.

use latchkey_conformance::Client;
use latchkey_contract::endpoint::ENDPOINTS;
use serde_json::Value;

#[test]
fn the_backend_describes_every_call() {
    let answer = Client::browser().get("/openapi.json").send().expect(200);
    assert_eq!(answer.media_type(), Some("application/json"));
    let document: Value = answer.json();
    let version = document["openapi"].as_str().unwrap_or_default();
    assert!(version.starts_with("3.1."), "{version}");
    for endpoint in ENDPOINTS {
        let operation = &document["paths"][endpoint.path][endpoint.method.as_str().to_lowercase()];
        assert_eq!(operation["operationId"], endpoint.name);
    }
}
