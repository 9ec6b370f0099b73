//! regorus: regorus_peer POLICY ACTIONS all|some. The policy is compiled once, inputs are parsed once.
//! Not here: asking and timing (../rust); the policy, which is the one OPA gets (../go/write.py).
use regorus::{CompiledPolicy, PolicyLengthConfig, Value};

struct Regorus(CompiledPolicy);

impl peer::Engine for Regorus {
    type Asked = Value;
    type Answer = Result<Value, String>;

    fn name(&self) -> &str {
        "regorus"
    }
    fn prepare(&self, action: &serde_json::Value) -> Value {
        Value::from_json_str(&action.to_string()).unwrap()
    }
    fn decide(&self, asked: &Value) -> Self::Answer {
        self.0.eval_with_input(asked.clone()).map_err(|e| e.to_string())
    }
    fn outcome(&self, answer: &Self::Answer) -> Option<String> {
        answer.as_ref().ok()?.as_string().ok().map(|s| s.to_string())
    }
    fn told(&self, action: &serde_json::Value) -> String {
        let answer = self.decide(&self.prepare(action));
        match &answer {
            Err(e) => format!("an error: {}", e.trim().lines().last().unwrap_or("").trim()),
            Ok(_) => self.outcome(&answer).unwrap_or("undefined".to_string()),
        }
    }
}

fn main() {
    let arguments = peer::arguments();
    let mut engine = regorus::Engine::new();
    // It reads 20,000 lines unless told otherwise.
    let mut lengths = PolicyLengthConfig::default();
    lengths.max_lines = std::num::NonZeroUsize::new(1_000_000).unwrap();
    lengths.max_file_bytes = std::num::NonZeroUsize::new(1 << 30).unwrap();
    engine.set_policy_length_config(lengths);
    engine.add_policy("policy.rego".to_string(), peer::read(&arguments[0])).unwrap();
    peer::run(&Regorus(engine.compile_with_entrypoint(&"data.saltmarsh.outcome".into()).unwrap()), &arguments[1], &arguments[2]);
}
