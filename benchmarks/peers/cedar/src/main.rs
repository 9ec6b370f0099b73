//! Cedar asked as remit is: cedar_peer POLICIES SCHEMA ACTIONS with|without all|some compares every outcome, then prints the time of one decision in
//! each of five rounds, and what becomes of three faulty actions, as one line of JSON.
//! Not here: the policies (write.py).
use cedar_policy::*;
use serde_json::{json, Value};
use std::collections::HashMap;
use std::str::FromStr;

fn cpu_seconds() -> f64 {
    let mut t = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut t) };
    t.tv_sec as f64 + t.tv_nsec as f64 * 1e-9
}

fn uid(kind: &str, name: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(EntityTypeName::from_str(kind).unwrap(), EntityId::new(name))
}

struct Engine {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    schema: Option<Schema>,
    levels: HashMap<PolicyId, u8>,
}

impl Engine {
    fn request(&self, action: &Value) -> Result<Request, String> {
        let asked = uid("Action", action["decision"].as_str().unwrap());
        let schema = self.schema.as_ref();
        let context = Context::from_json_value(action["facts"].clone(), schema.map(|s| (s, &asked))).map_err(|e| e.to_string())?;
        Request::new(uid("Party", action["by"].as_str().unwrap()), asked, uid("Agreement", "saltmarsh"), context, schema)
            .map_err(|e| e.to_string())
    }
    fn answer(&self, request: &Request) -> Response {
        self.authorizer.is_authorized(request, &self.policies, &self.entities)
    }
    /// The most restrictive outcome that a policy gave as its reason; nothing where it was denied without one.
    fn outcome(&self, response: &Response) -> Option<u8> {
        match response.decision() {
            Decision::Allow => Some(0),
            Decision::Deny => response.diagnostics().reason().filter_map(|id| self.levels.get(id).copied()).max(),
        }
    }
}

const OUTCOMES: [&str; 3] = ["allow", "consult", "escalate"];

fn told(engine: &Engine, action: &Value) -> String {
    match engine.request(action) {
        Err(e) => format!("refused: {e}"),
        Ok(request) => {
            let response = engine.answer(&request);
            let errors = response.diagnostics().errors().count();
            let outcome = engine.outcome(&response).map_or("denied, without a reason", |o| OUTCOMES[o as usize]);
            if errors == 0 { outcome.to_string() } else { format!("{outcome}, and {errors} policies left out with an error") }
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[1]).unwrap();
    let policies = PolicySet::from_str(&text).unwrap();
    let levels = policies
        .policies()
        .filter_map(|p| p.annotation("outcome").map(|o| (p.id().clone(), if o == "escalate" { 2 } else { 1 })))
        .collect();
    let schema = Schema::from_cedarschema_str(&std::fs::read_to_string(&arguments[2]).unwrap()).unwrap().0;
    // The groups of the actions stand in the schema; without one they are given as entities all the same.
    let entities = schema.action_entities().unwrap();
    let with_schema = arguments[4] == "with";
    if with_schema {
        let found = Validator::new(schema.clone()).validate(&policies, ValidationMode::default());
        if !found.validation_passed() {
            eprintln!("the policies do not fit the schema: {}", found.validation_errors().next().unwrap());
            std::process::exit(1);
        }
    }
    let engine = Engine { authorizer: Authorizer::new(), policies, entities, schema: with_schema.then_some(schema), levels };

    let actions: Vec<Value> =
        std::fs::read_to_string(&arguments[3]).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let requests: Vec<Request> = actions.iter().map(|a| engine.request(a).unwrap()).collect();
    // All of them; or, with the last argument `some`, as many as a minute allows.
    let (start, all) = (std::time::Instant::now(), arguments[5] != "some");
    for (action, request) in actions.iter().zip(&requests) {
        if !all && start.elapsed().as_secs() > 60 {
            break;
        }
        let got = engine.outcome(&engine.answer(request)).map(|o| OUTCOMES[o as usize]);
        if got != action["outcome"].as_str() {
            eprintln!("another outcome, {got:?}, on {action}");
            std::process::exit(1);
        }
    }
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = cpu_seconds();
        let (mut decisions, mut asked) = (0.0, requests.iter().cycle());
        while cpu_seconds() - start < 0.3 {
            for request in asked.by_ref().take(32) {
                std::hint::black_box(engine.outcome(&engine.answer(std::hint::black_box(request))));
            }
            decisions += 32.0;
        }
        times.push((cpu_seconds() - start) * 1e9 / decisions);
    }
    let mut faulty = actions.iter().find(|a| a["decision"] == "fund_travel" && a["outcome"] == "escalate").unwrap().clone();
    let mut wrong = faulty.clone();
    let mut unknown = faulty.clone();
    faulty["facts"].as_object_mut().unwrap().remove("cost");
    wrong["facts"]["cost"] = json!("cheap");
    unknown["decision"] = json!("fly_a_kite");
    println!("{}", json!({"engine": if with_schema { "Cedar, with a schema" } else { "Cedar" }, "times": times, "probes":
        {"missing": told(&engine, &faulty), "wrong type": told(&engine, &wrong), "unknown decision": told(&engine, &unknown)}}));
}
