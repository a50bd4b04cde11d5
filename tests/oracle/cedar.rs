//! The facts put to Cedar.
//!
//! Memberships say what is given: a permission is in those that it requires, a section is in each of its permissions,
//! a role is in its sections and permissions, and the owner is in every section. Whoever is in a permission holds it.
//! Policies say the rest. Nothing here asks the permission module anything but how to write a date.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use cedar_policy::{
    Authorizer, Context, Entities, Entity, EntityId, EntityTypeName, EntityUid, Policy, PolicyId, PolicySet, Request,
    RestrictedExpression,
};
use latchkey_permissions::Time;

use crate::facts::{Dates, Need, ROLES, Role, Shop, Staff, Who};

/// What keeps staff out whatever they hold, each policy by its name. Own things stay open before the first day and
/// before joining, and close with a suspension and with the end.
const FORBIDDEN: [(&str, &str); 5] = [
    (
        "suspended",
        r#"forbid (principal is Staff, action, resource) when { principal.status == "suspended" };"#,
    ),
    (
        "ended",
        r#"forbid (principal is Staff, action, resource) when { principal.status == "ended" };"#,
    ),
    (
        "over",
        "forbid (principal is Staff, action, resource) when { principal has ends && context.now >= principal.ends };",
    ),
    (
        "not-begun",
        r#"forbid (principal is Staff, action, resource) when { principal has starts && context.now < principal.starts }
           unless { resource.kind == "signed-in" };"#,
    ),
    (
        "not-joined",
        r#"forbid (principal is Staff, action, resource) when { ["invited", "onboarding"].contains(principal.status) }
           unless { resource.kind == "signed-in" };"#,
    ),
];

/// What needs no permission.
const PERMITTED: [(&str, &str); 2] = [
    (
        "signed-in",
        r#"permit (principal, action, resource) when { (principal is Staff || principal is Owner) && resource.kind == "signed-in" };"#,
    ),
    (
        "owner",
        r#"permit (principal is Owner, action, resource) when { resource.kind == "owner" };"#,
    ),
];

fn policy(name: &str, text: &str) -> Policy {
    Policy::parse(Some(PolicyId::new(name)), text).expect("policies are well formed")
}

/// The policies that are the same for everything.
static FIXED: LazyLock<PolicySet> = LazyLock::new(|| {
    let all = FORBIDDEN.iter().chain(&PERMITTED);
    PolicySet::from_policies(all.map(|(name, text)| policy(name, text))).expect("no policy id twice")
});

/// The types of entities.
#[derive(Clone, Copy)]
enum Kind {
    Action,
    Catalogue,
    Owner,
    Permission,
    Role,
    Section,
    Staff,
    Thing,
    Visitor,
}

/// Their names, by number, read once: Cedar has a whole parser for them.
static KINDS: LazyLock<[EntityTypeName; 9]> = LazyLock::new(|| {
    let names = [
        "Action",
        "Catalogue",
        "Owner",
        "Permission",
        "Role",
        "Section",
        "Staff",
        "Thing",
        "Visitor",
    ];
    names.map(|name| name.parse().expect("types are names"))
});

fn uid(kind: Kind, id: impl AsRef<str>) -> EntityUid {
    EntityUid::from_type_name_and_id(KINDS[kind as usize].clone(), EntityId::new(id))
}

fn text(value: &str) -> RestrictedExpression {
    RestrictedExpression::new_string(value.to_owned())
}

/// A moment in Cedar's own type. Each is made once: making one runs Cedar's parser for the name of that type.
fn datetime(millis: i64) -> RestrictedExpression {
    thread_local! {
        static MADE: RefCell<HashMap<i64, RestrictedExpression>> = RefCell::default();
    }
    let make = || RestrictedExpression::new_datetime(Time::from_millis(millis).to_string());
    MADE.with_borrow_mut(|made| made.entry(millis).or_insert_with(make).clone())
}

fn bounds(dates: Dates) -> impl Iterator<Item = (String, RestrictedExpression)> {
    let bound = |name: &str, at: Option<i64>| at.map(|at| (name.to_owned(), datetime(at)));
    bound("starts", dates.starts)
        .into_iter()
        .chain(bound("ends", dates.ends))
}

/// A shop's permissions, sections and owner.
pub fn shop_entities(shop: &Shop) -> Vec<Entity> {
    let current = uid(Kind::Catalogue, "current");
    let permission = |id: &String| uid(Kind::Permission, id);
    let mut entities = vec![Entity::new_no_attrs(current.clone(), HashSet::new())];
    for entry in shop.permissions() {
        let parents = entry.requires.iter().map(permission).chain([current.clone()]);
        entities.push(Entity::new_no_attrs(permission(&entry.id), parents.collect()));
    }
    for section in &shop.sections {
        let parents = section.permissions.iter().map(|entry| permission(&entry.id));
        entities.push(Entity::new_no_attrs(uid(Kind::Section, &section.id), parents.collect()));
    }
    let sections = shop.sections.iter().map(|section| uid(Kind::Section, &section.id));
    entities.push(Entity::new_no_attrs(uid(Kind::Owner, "owner"), sections.collect()));
    entities
}

/// Who asks, as Cedar knows them; staff by their number.
pub fn principal(who: &Who, number: usize) -> EntityUid {
    match who {
        Who::Nobody => uid(Kind::Visitor, "somebody"),
        Who::Owner => uid(Kind::Owner, "owner"),
        Who::Staff(_) => uid(Kind::Staff, number.to_string()),
    }
}

fn role_entity(role: &Role, uid_of_role: EntityUid) -> Entity {
    let sections = role.sections.iter().map(|id| uid(Kind::Section, id));
    let permissions = role.permissions.iter().map(|id| uid(Kind::Permission, id));
    Entity::new_no_attrs(uid_of_role, sections.chain(permissions).collect())
}

/// A member of staff with their roles.
///
/// # Panics
/// Where Cedar refuses an attribute.
pub fn staff_entities(staff: &Staff, number: usize) -> Vec<Entity> {
    let mut attributes: HashMap<_, _> = bounds(staff.dates).collect();
    attributes.insert("status".to_owned(), text(staff.status));
    let mut entities = Vec::new();
    for (n, role) in staff.roles.iter().enumerate() {
        let role_uid = uid(Kind::Role, format!("{number}-{n}"));
        let given = RestrictedExpression::new_entity_uid(role_uid.clone());
        let held = bounds(role.dates).chain([("role".to_owned(), given)]);
        let held = RestrictedExpression::new_record(held).expect("no key twice");
        attributes.insert(format!("held{n}"), held);
        entities.push(role_entity(role, role_uid));
    }
    let staff_uid = uid(Kind::Staff, number.to_string());
    entities.push(Entity::new(staff_uid, attributes, HashSet::new()).expect("attributes are plain"));
    entities
}

/// The thing that is asked for.
///
/// # Panics
/// Where Cedar refuses an attribute.
pub fn need_entity(need: &Need, number: usize) -> Entity {
    let kind = match need {
        Need::Owner => "owner",
        Need::SignedIn => "signed-in",
        Need::All(_) | Need::Any(_) => "permissions",
    };
    let attributes = HashMap::from([("kind".to_owned(), text(kind))]);
    Entity::new(uid(Kind::Thing, number.to_string()), attributes, HashSet::new()).expect("attributes are plain")
}

/// That staff hold a permission by one of their roles, within its dates; and that there is such a permission.
fn staff_hold(id: &str) -> String {
    let permission = uid(Kind::Permission, id);
    let roles = (0..ROLES).map(|n| {
        let held = format!("principal.held{n}");
        format!(
            "(principal has held{n} && {held}.role in {permission} \
             && !({held} has starts && context.now < {held}.starts) && !({held} has ends && context.now >= {held}.ends))"
        )
    });
    let roles = roles.collect::<Vec<_>>().join(" || ");
    format!("({permission} in Catalogue::\"current\" && ({roles}))")
}

/// That the owner does, which takes no more than that there is such a permission.
fn owner_holds(id: &str) -> String {
    format!("(principal in {})", uid(Kind::Permission, id))
}

/// All policies that bear on one thing.
///
/// # Panics
/// Where Cedar cannot read a policy.
pub fn policies(need: &Need) -> PolicySet {
    let condition = |holds: fn(&str) -> String| match need {
        Need::Owner | Need::SignedIn => "false".to_owned(),
        // A thing that needs nothing in particular is a mistake; Cedar, too, denies what no policy permits.
        Need::All(ids) | Need::Any(ids) if ids.is_empty() => "false".to_owned(),
        Need::All(ids) => ids.iter().map(|id| holds(id)).collect::<Vec<_>>().join(" && "),
        Need::Any(ids) => ids.iter().map(|id| holds(id)).collect::<Vec<_>>().join(" || "),
    };
    let staff = format!(
        "permit (principal is Staff, action, resource) when {{ {} }};",
        condition(staff_hold)
    );
    let owner = format!(
        "permit (principal is Owner, action, resource) when {{ {} }};",
        condition(owner_holds)
    );
    let mut policies = FIXED.clone();
    for (name, text) in [("staff-hold", staff), ("owner-holds", owner)] {
        policies.add(policy(name, &text)).expect("no policy id twice");
    }
    policies
}

/// What is asked.
///
/// # Panics
/// Where Cedar refuses the moment.
pub fn request(principal: EntityUid, thing: usize, now: i64) -> Request {
    let context = Context::from_pairs([("now".to_owned(), datetime(now))]).expect("a moment is a datetime");
    let resource = uid(Kind::Thing, thing.to_string());
    Request::new(principal, uid(Kind::Action, "use"), resource, context, None).expect("there is no schema to break")
}

/// Cedar's answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The names of the policies that made it so.
    pub because: BTreeSet<String>,
}

/// Has Cedar decide.
///
/// # Panics
/// Where a policy could not be evaluated: Cedar would leave it out, and the answer would be worth nothing.
pub fn decide(request: &Request, policies: &PolicySet, entities: &Entities) -> Answer {
    let response = Authorizer::new().is_authorized(request, policies, entities);
    let errors: Vec<String> = response.diagnostics().errors().map(ToString::to_string).collect();
    assert_eq!(errors, [""; 0], "Cedar could not evaluate a policy");
    Answer {
        allowed: response.decision() == cedar_policy::Decision::Allow,
        because: response.diagnostics().reason().map(ToString::to_string).collect(),
    }
}
