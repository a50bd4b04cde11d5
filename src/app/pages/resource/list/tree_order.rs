//! Records that lie in one another: their order on the screen, and what has to be saved when one is moved. Pure.

use std::collections::BTreeMap;

use latchkey_contract::id::RecordId;
use serde_json::{Value, json};

use crate::client::{FieldRecord, Fields};
use crate::pages::resource::value::at;

/// A move of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// Before its neighbour above.
    Up,
    /// After its neighbour below.
    Down,
    /// Into its neighbour above.
    In,
    /// Out of what it lies in, to after it.
    Out,
}

impl Move {
    /// Its word in the ids of elements.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// A tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tree {
    /// What lies in what, in order; at the top under none.
    children: BTreeMap<Option<String>, Vec<String>>,
    /// The positions that are saved.
    positions: BTreeMap<String, Option<i64>>,
}

/// The id of what a record lies in.
fn parent(record: &FieldRecord) -> Option<String> {
    match at(&record.fields, "parent") {
        Value::String(id) => Some(id.clone()),
        Value::Object(reference) => at(reference, "id").as_str().map(str::to_owned),
        _ => None,
    }
}

impl Tree {
    /// The tree of these records. What lies in something that is not among them stands at the top.
    pub(super) fn of(records: &[FieldRecord]) -> Self {
        let known = |id: &String| records.iter().any(|record| record.id.as_str() == id);
        let mut sorted: Vec<_> = records.iter().collect();
        let position = |record: &FieldRecord| at(&record.fields, "position").as_i64();
        sorted.sort_by_key(|record| position(record).unwrap_or(i64::MAX));
        let mut tree = Self::default();
        for record in sorted {
            let under = parent(record).filter(known);
            tree.children.entry(under).or_default().push(record.id.0.clone());
            tree.positions.insert(record.id.0.clone(), position(record));
        }
        tree
    }

    fn under(&self, parent: Option<&str>) -> &[String] {
        self.children.get(&parent.map(str::to_owned)).map_or(&[], Vec::as_slice)
    }

    /// What a record lies in, and its place among its like.
    fn place(&self, id: &str) -> Option<(Option<String>, usize)> {
        self.children.iter().find_map(|(parent, children)| {
            let index = children.iter().position(|child| child == id)?;
            Some((parent.clone(), index))
        })
    }

    /// All records as they stand on the screen, each with its depth. What lies in itself is left at the top.
    pub(super) fn lines(&self) -> Vec<(String, usize)> {
        let mut lines = Vec::new();
        self.walk(None, 0, &mut lines);
        let lost: Vec<_> = self
            .positions
            .keys()
            .filter(|id| !lines.iter().any(|(known, _)| known == *id))
            .cloned()
            .collect();
        lines.extend(lost.into_iter().map(|id| (id, 0)));
        lines
    }

    fn walk(&self, parent: Option<&str>, depth: usize, lines: &mut Vec<(String, usize)>) {
        for id in self.under(parent) {
            lines.push((id.clone(), depth));
            self.walk(Some(id), depth + 1, lines);
        }
    }

    /// Whether a record can be moved so.
    pub(super) fn can(&self, id: &str, step: Move) -> bool {
        let Some((parent, index)) = self.place(id) else {
            return false;
        };
        match step {
            Move::Up | Move::In => index > 0,
            Move::Down => index + 1 < self.under(parent.as_deref()).len(),
            Move::Out => parent.is_some(),
        }
    }

    /// The changes that move a record, in the order in which they are to be saved: the record itself first.
    pub(super) fn after(&self, id: &str, step: Move) -> Vec<(RecordId, Fields)> {
        let Some((parent, index)) = self.place(id).filter(|_| self.can(id, step)) else {
            return Vec::new();
        };
        let mut siblings = self.under(parent.as_deref()).to_vec();
        let (under, order) = match step {
            Move::Up => {
                siblings.swap(index, index - 1);
                (None, siblings)
            }
            Move::Down => {
                siblings.swap(index, index + 1);
                (None, siblings)
            }
            Move::In => {
                let neighbour = siblings.swap_remove(index - 1);
                let mut inside = self.under(Some(&neighbour)).to_vec();
                inside.push(id.to_owned());
                (Some(Value::String(neighbour)), inside)
            }
            Move::Out => {
                let Some((grand, place)) = parent.as_deref().and_then(|parent| self.place(parent)) else {
                    return Vec::new();
                };
                let mut outside = self.under(grand.as_deref()).to_vec();
                outside.insert(place + 1, id.to_owned());
                (Some(grand.map_or(Value::Null, Value::String)), outside)
            }
        };
        let mut changes = Vec::new();
        for (position, sibling) in order.iter().enumerate() {
            let position = i64::try_from(position).unwrap_or(i64::MAX);
            let moved = under.as_ref().filter(|_| sibling == id);
            let same = self.positions.get(sibling).copied().flatten() == Some(position);
            if same && moved.is_none() {
                continue;
            }
            let mut change = Fields::new();
            change.insert("position".to_owned(), json!(position));
            if let Some(under) = moved {
                change.insert("parent".to_owned(), under.clone());
            }
            let at = if sibling == id { 0 } else { changes.len() };
            changes.insert(at, (RecordId(sibling.clone()), change));
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::id::{RecordId, Version};
    use serde_json::{Value, json};

    use super::{Move, Tree};
    use crate::client::FieldRecord;

    fn record(id: &str, parent: Option<&str>, position: i64) -> FieldRecord {
        let fields = json!({ "parent": parent.map(|id| json!({ "id": id, "name": id })), "position": position });
        let Value::Object(fields) = fields else {
            panic!("an object")
        };
        FieldRecord {
            id: RecordId(id.to_owned()),
            version: Version("1".to_owned()),
            fields,
        }
    }

    /// Clothes (shirts, coats), and shoes.
    fn tree() -> Tree {
        Tree::of(&[
            record("shoes", None, 1),
            record("coats", Some("clothes"), 1),
            record("clothes", None, 0),
            record("shirts", Some("clothes"), 0),
        ])
    }

    fn changes(id: &str, step: Move) -> Vec<(String, Value)> {
        let changes = tree().after(id, step).into_iter();
        changes.map(|(id, fields)| (id.0, Value::Object(fields))).collect()
    }

    #[test]
    fn what_lies_in_something_stands_below_it() {
        let lines = tree().lines();
        let lines: Vec<_> = lines.iter().map(|(id, depth)| (id.as_str(), *depth)).collect();
        assert_eq!(lines, [("clothes", 0), ("shirts", 1), ("coats", 1), ("shoes", 0)]);
    }

    #[test]
    fn what_lies_in_itself_or_in_nothing_known_is_not_lost() {
        let odd = Tree::of(&[
            record("a", Some("b"), 0),
            record("b", Some("a"), 0),
            record("c", Some("gone"), 0),
        ]);
        let lines = odd.lines();
        let mut ids: Vec<_> = lines.iter().map(|(id, _)| id.as_str()).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["a", "b", "c"]);
    }

    #[test]
    fn only_what_moves_is_saved() {
        let swapped = [
            ("coats".to_owned(), json!({ "position": 0 })),
            ("shirts".to_owned(), json!({ "position": 1 })),
        ];
        assert_eq!(changes("coats", Move::Up), swapped);
        assert_eq!(
            changes("shoes", Move::In),
            [("shoes".to_owned(), json!({ "position": 2, "parent": "clothes" }))]
        );
        let out = [
            ("coats".to_owned(), json!({ "position": 1, "parent": null })),
            ("shoes".to_owned(), json!({ "position": 2 })),
        ];
        assert_eq!(changes("coats", Move::Out), out);
    }

    #[test]
    fn nothing_moves_where_there_is_no_room() {
        assert!(changes("clothes", Move::Up).is_empty());
        assert!(changes("shoes", Move::Down).is_empty());
        assert!(changes("shirts", Move::In).is_empty());
        assert!(changes("shoes", Move::Out).is_empty());
        assert!(tree().can("shirts", Move::Down));
    }
}
