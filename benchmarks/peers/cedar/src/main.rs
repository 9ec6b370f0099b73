//! Cedar: cedar_peer POLICIES SCHEMA ACTIONS with|without all|some.
//! Not here: asking and timing (../rust); the policies (write.py).
use cedar_policy::*;
use serde_json::Value;
use std::collections::HashMap;
use std::str::FromStr;

fn uid(kind: &str, name: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(EntityTypeName::from_str(kind).unwrap(), EntityId::new(name))
}

struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    schema: Option<Schema>,
    levels: HashMap<PolicyId, u8>,
}

impl Cedar {
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
    fn level(&self, response: &Response) -> Option<u8> {
        match response.decision() {
            Decision::Allow => Some(0),
            Decision::Deny => response.diagnostics().reason().filter_map(|id| self.levels.get(id).copied()).max(),
        }
    }
}

const OUTCOMES: [&str; 3] = ["allow", "consult", "escalate"];

impl peer::Engine for Cedar {
    type Asked = Request;
    type Answer = Option<u8>;

    fn name(&self) -> &str {
        if self.schema.is_some() { "Cedar, with a schema" } else { "Cedar" }
    }
    fn prepare(&self, action: &Value) -> Request {
        self.request(action).unwrap()
    }
    fn decide(&self, request: &Request) -> Option<u8> {
        self.level(&self.answer(request))
    }
    fn outcome(&self, level: &Option<u8>) -> Option<String> {
        level.map(|o| OUTCOMES[o as usize].to_string())
    }
    fn told(&self, action: &Value) -> String {
        match self.request(action) {
            Err(e) => format!("refused: {e}"),
            Ok(request) => {
                let response = self.answer(&request);
                let errors = response.diagnostics().errors().count();
                let outcome = self.level(&response).map_or("denied, without a reason", |o| OUTCOMES[o as usize]);
                if errors == 0 { outcome.to_string() } else { format!("{outcome}, and {errors} policies left out with an error") }
            }
        }
    }
}

fn main() {
    let arguments = peer::arguments();
    let policies = PolicySet::from_str(&peer::read(&arguments[0])).unwrap();
    let levels = policies
        .policies()
        .filter_map(|p| p.annotation("outcome").map(|o| (p.id().clone(), if o == "escalate" { 2 } else { 1 })))
        .collect();
    let schema = Schema::from_cedarschema_str(&peer::read(&arguments[1])).unwrap().0;
    // The groups of the actions stand in the schema; without one they are given as entities all the same.
    let entities = schema.action_entities().unwrap();
    let with_schema = arguments[3] == "with";
    if with_schema {
        let found = Validator::new(schema.clone()).validate(&policies, ValidationMode::default());
        if !found.validation_passed() {
            peer::fail(format!("the policies do not fit the schema: {}", found.validation_errors().next().unwrap()));
        }
    }
    let engine = Cedar { authorizer: Authorizer::new(), policies, entities, schema: with_schema.then_some(schema), levels };
    peer::run(&engine, &arguments[2], &arguments[4]);
}
