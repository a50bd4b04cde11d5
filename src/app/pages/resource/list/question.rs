//! What a list is asked for: search, filters, order, and where the page begins. It stands in the address, so that reload
//! and Back keep it. Pure.

use std::collections::BTreeMap;

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::Resource;

/// Writes a value so that it may stand in a query.
type Encode = fn(&str) -> String;

/// The question.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Question {
    /// Words to look for, as they were typed.
    pub(super) text: String,
    /// The filters that are set: by field, the value as it travels.
    pub(super) filters: BTreeMap<String, String>,
    /// The field to sort by, with `-` the other way round; the resource's own order where there is none.
    pub(super) sort: Option<String>,
    /// Where the page begins; at the beginning where there is none.
    pub(super) cursor: Option<String>,
}

impl Question {
    /// The question in an address, as far as the resource knows such filters and orders. `value` gives the value of a
    /// parameter.
    pub(super) fn read(resource: &Resource, value: impl Fn(&str) -> Option<String>) -> Self {
        let given = |name: &str| value(name).filter(|value| !value.trim().is_empty());
        let filter = |name: &FieldName| Some((name.0.clone(), given(name.as_str())?));
        let sortable = |sort: &String| {
            let name = sort.strip_prefix('-').unwrap_or(sort);
            resource.sorts.iter().any(|known| known.as_str() == name)
        };
        Self {
            text: given("q").unwrap_or_default(),
            filters: resource.filters.iter().filter_map(filter).collect(),
            sort: given("sort").filter(sortable),
            cursor: given("cursor"),
        }
    }

    /// Whether it lets every record through.
    pub(super) fn is_open(&self) -> bool {
        self.text.trim().is_empty() && self.filters.is_empty()
    }

    /// The query, without a question mark.
    pub(super) fn write(&self, encode: Encode) -> String {
        let some = |name: &str, value: &str| (!value.is_empty()).then(|| format!("{name}={}", encode(value)));
        let filters = self
            .filters
            .iter()
            .filter_map(|(name, value)| some(&encode(name), value));
        let parts = some("q", self.text.trim_start())
            .into_iter()
            .chain(filters)
            .chain(some("sort", self.sort.as_deref().unwrap_or_default()))
            .chain(some("cursor", self.cursor.as_deref().unwrap_or_default()));
        parts.collect::<Vec<_>>().join("&")
    }

    /// The same list from its beginning.
    pub(super) fn first_page(&self) -> Self {
        self.page(None)
    }

    /// The same list from `cursor` on.
    pub(super) fn page(&self, cursor: Option<String>) -> Self {
        Self { cursor, ..self.clone() }
    }

    /// The address of a list that has this question.
    pub(super) fn address(&self, path: &str, encode: Encode) -> String {
        match self.write(encode) {
            query if query.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }

    /// The order that is in force.
    fn order<'a>(&'a self, resource: &'a Resource) -> Option<(&'a str, bool)> {
        let sort = self.sort.as_deref().or(resource.sort.as_deref())?;
        Some(match sort.strip_prefix('-') {
            Some(name) => (name, true),
            None => (sort, false),
        })
    }

    /// How a column's head says the order; nothing where another column is the one.
    pub(super) fn aria_sort(&self, resource: &Resource, field: &str) -> Option<&'static str> {
        let (name, descending) = self.order(resource)?;
        (name == field).then_some(if descending { "descending" } else { "ascending" })
    }

    /// The order after a click on the head of a column.
    pub(super) fn sorted_by(&self, resource: &Resource, field: &str) -> Self {
        let turn = self.aria_sort(resource, field) == Some("ascending");
        let mark = if turn { "-" } else { "" };
        Self {
            sort: Some(format!("{mark}{field}")),
            ..self.first_page()
        }
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::resource::Resource;
    use serde_json::json;

    use super::Question;

    fn resource() -> Resource {
        serde_json::from_value(json!({
            "id": "products", "section": "catalog", "path": "/catalog/products",
            "words": { "title": { "en": "Products" } },
            "rules": { "view": { "all": ["products.view"] } },
            "filters": ["status", "price"], "sorts": ["name", "price"], "sort": "name",
            "fields": [], "schema": {},
        }))
        .expect("a resource")
    }

    fn read(pairs: &[(&str, &str)]) -> Question {
        Question::read(&resource(), |name| {
            let found = pairs.iter().find(|(known, _)| *known == name)?;
            Some(found.1.to_owned())
        })
    }

    fn plain(text: &str) -> String {
        text.replace('%', "%25").replace(' ', "%20")
    }

    #[test]
    fn what_an_address_says_is_written_back_the_same() {
        let question = read(&[
            ("q", "100% wool"),
            ("status", "active"),
            ("price", "10..20"),
            ("sort", "-price"),
            ("cursor", "c"),
        ]);
        let expected = "/p?q=100%25%20wool&price=10..20&status=active&sort=-price&cursor=c";
        assert_eq!(question.address("/p", plain), expected);
        assert_eq!(Question::default().address("/p", plain), "/p");
    }

    #[test]
    fn what_the_resource_does_not_know_is_not_asked_for() {
        let question = read(&[("colour", "red"), ("sort", "-colour"), ("status", " ")]);
        assert_eq!(question, Question::default());
    }

    #[test]
    fn a_click_on_a_head_sorts_by_it_and_a_second_one_turns_it_round() {
        let question = read(&[("cursor", "c")]);
        assert_eq!(question.aria_sort(&resource(), "name"), Some("ascending"));
        assert_eq!(question.aria_sort(&resource(), "price"), None);
        let by_price = question.sorted_by(&resource(), "price");
        assert_eq!(
            (by_price.sort.as_deref(), by_price.cursor.as_deref()),
            (Some("price"), None)
        );
        let turned = by_price.sorted_by(&resource(), "price");
        assert_eq!(turned.aria_sort(&resource(), "price"), Some("descending"));
        assert_eq!(turned.sorted_by(&resource(), "price").sort.as_deref(), Some("price"));
    }

    #[test]
    fn a_search_for_blanks_is_none() {
        assert!(read(&[("q", "  ")]).is_open());
        assert!(!read(&[("q", "x")]).is_open());
        assert!(!read(&[("status", "active")]).is_open());
    }
}
