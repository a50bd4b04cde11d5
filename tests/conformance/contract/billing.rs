//! The plan: one of those that there are, and never with room for fewer people than have a place.

use latchkey_conformance::people::owner;
use latchkey_contract::billing::Billing;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use serde_json::json;

use crate::faults;

#[test]
fn the_plan_is_one_of_those_that_there_are_and_has_room() {
    let answer = owner().get("/billing").send().expect(200);
    let billing: Billing = answer.read();
    assert_eq!(answer.etag(), billing.version.etag());
    let plan = billing.present().expect("the plan is among the plans");
    assert!(billing.plans.iter().all(|plan| plan.name.has_english()));
    assert_eq!(billing.next.amount, plan.price);
    assert!(billing.invoices.is_sorted_by(|one, next| one.number > next.number));
    assert!(billing.invoices.iter().all(|invoice| invoice.starts < invoice.ends));
}

#[test]
fn what_is_no_plan_or_too_small_is_not_taken() {
    let billing: Billing = owner().get("/billing").send().expect(200).read();
    let ask = |plan: &str| {
        owner()
            .patch("/billing")
            .header("If-Match", "*")
            .json(&json!({ "plan": plan }))
            .send()
    };
    let problem = ask("no-such-plan").refused(ProblemCode::Invalid);
    assert_eq!(faults(&problem), [("/plan", FieldCode::UnknownValue)]);
    for plan in billing.plans.iter().filter(|plan| plan.staff_limit < billing.staff) {
        let problem = ask(plan.id.as_str()).refused(ProblemCode::StaffLimit);
        assert_eq!(problem.limit, Some(plan.staff_limit));
    }
    let unseen = owner().patch("/billing").json(&json!({ "plan": billing.plan })).send();
    unseen.refused(ProblemCode::PreconditionRequired);
}
