//! regorus asked as remit is: regorus_peer POLICY ACTIONS all|some compares every outcome, then prints the time of one decision in each of
//! five rounds, and what becomes of three faulty actions, as one line of JSON. The policy is compiled once, inputs are parsed once.
//! Not here: the policy, which is the one OPA gets (../go/write.py).
use regorus::{CompiledPolicy, Engine, PolicyLengthConfig, Value};
use serde_json::json;

fn cpu_seconds() -> f64 {
    let mut t = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut t) };
    t.tv_sec as f64 + t.tv_nsec as f64 * 1e-9
}

fn told(policy: &CompiledPolicy, action: &serde_json::Value) -> String {
    match policy.eval_with_input(Value::from_json_str(&action.to_string()).unwrap()) {
        Err(e) => format!("an error: {}", e.to_string().trim().lines().last().unwrap_or("").trim()),
        Ok(v) => v.as_string().map_or_else(|_| "undefined".to_string(), |s| s.to_string()),
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let mut engine = Engine::new();
    // It reads 20,000 lines unless told otherwise.
    let mut lengths = PolicyLengthConfig::default();
    lengths.max_lines = std::num::NonZeroUsize::new(1_000_000).unwrap();
    lengths.max_file_bytes = std::num::NonZeroUsize::new(1 << 30).unwrap();
    engine.set_policy_length_config(lengths);
    engine.add_policy("policy.rego".to_string(), std::fs::read_to_string(&arguments[1]).unwrap()).unwrap();
    let policy = engine.compile_with_entrypoint(&"data.saltmarsh.outcome".into()).unwrap();
    let actions: Vec<serde_json::Value> =
        std::fs::read_to_string(&arguments[2]).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let inputs: Vec<Value> = actions.iter().map(|a| Value::from_json_str(&a.to_string()).unwrap()).collect();
    // All of them; or, with the last argument `some`, as many as a minute allows.
    let (start, all) = (std::time::Instant::now(), arguments[3] != "some");
    for (action, input) in actions.iter().zip(&inputs) {
        if !all && start.elapsed().as_secs() > 60 {
            break;
        }
        let got = policy.eval_with_input(input.clone()).unwrap();
        if got.as_string().unwrap().as_ref() != action["outcome"].as_str().unwrap() {
            eprintln!("another outcome, {got:?}, on {action}");
            std::process::exit(1);
        }
    }
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = cpu_seconds();
        let (mut decisions, mut asked) = (0.0, inputs.iter().cycle());
        while cpu_seconds() - start < 0.3 {
            for input in asked.by_ref().take(32) {
                let _ = std::hint::black_box(policy.eval_with_input(std::hint::black_box(input.clone())));
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
    println!("{}", json!({"engine": "regorus", "times": times, "probes":
        {"missing": told(&policy, &faulty), "wrong type": told(&policy, &wrong), "unknown decision": told(&policy, &unknown)}}));
}
