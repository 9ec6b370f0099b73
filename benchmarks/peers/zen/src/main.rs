//! ZEN asked as remit is: zen_peer graphs|policies DOCUMENTS ACTIONS all|some compares every outcome, then prints the time of one decision in each of five
//! rounds, and what becomes of three faulty actions, as one line of JSON. DOCUMENTS are compiled once, the actions are made ready once.
//! Not here: the documents (write.py).
use serde_json::{json, Value};
use std::sync::Arc;
use zen_engine::loader::MemoryLoader;
use zen_engine::model::DecisionContent;
use zen_engine::{DecisionEngine, Variable};

fn cpu_seconds() -> f64 {
    let mut t = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut t) };
    t.tv_sec as f64 + t.tv_nsec as f64 * 1e-9
}

struct Asked {
    key: String,
    input: Variable,
    /// How many levels of the input a decision writes to: a policy writes its outcome beside the facts.
    written: usize,
}

/// Each decision has its document; a policy's facts belong to something that has a name.
fn asked(action: &Value, kind: &str) -> Asked {
    let mut input = action["facts"].clone();
    input["by"] = action["by"].clone();
    if kind == "policies" {
        input = json!({ "action": input });
    }
    let written = if kind == "policies" { 2 } else { 0 };
    Asked { key: action["decision"].as_str().unwrap().to_string(), input: input.into(), written }
}

fn path(kind: &str) -> &'static str {
    if kind == "policies" { "action.outcome" } else { "outcome" }
}

async fn decide(engine: &DecisionEngine, asked: &Asked) -> Result<Variable, String> {
    engine.evaluate(&asked.key, asked.input.depth_clone(asked.written)).await.map(|r| r.result).map_err(|e| format!("{e:?}"))
}

async fn told(engine: &DecisionEngine, action: &Value, kind: &str) -> String {
    match decide(engine, &asked(action, kind)).await {
        Err(e) => format!("an error: {e}"),
        Ok(result) => result.dot(path(kind)).map_or(result.to_string(), |v| v.as_str().unwrap_or("nothing").to_string()),
    }
}

async fn run() {
    let arguments: Vec<String> = std::env::args().collect();
    let kind = arguments[1].as_str();
    let loader = MemoryLoader::default();
    let documents: serde_json::Map<String, Value> = serde_json::from_str(&std::fs::read_to_string(&arguments[2]).unwrap()).unwrap();
    for (key, document) in documents {
        loader.add(key, serde_json::from_value::<DecisionContent>(document).unwrap());
    }
    let engine = DecisionEngine::default().with_loader(Arc::new(loader));
    if let Some(failure) = engine.compile().first() {
        eprintln!("{failure}");
        std::process::exit(1);
    }
    let actions: Vec<Value> =
        std::fs::read_to_string(&arguments[3]).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let all_asked: Vec<Asked> = actions.iter().map(|a| asked(a, kind)).collect();
    // All of them; or, with the last argument `some`, as many as a minute allows.
    let (start, all) = (std::time::Instant::now(), arguments[4] != "some");
    for (action, asked) in actions.iter().zip(&all_asked) {
        if !all && start.elapsed().as_secs() > 60 {
            break;
        }
        let got = decide(&engine, asked).await;
        let outcome = got.as_ref().ok().and_then(|v| v.dot(path(kind)));
        if outcome.as_ref().and_then(|v| v.as_str()) != action["outcome"].as_str() {
            eprintln!("another outcome, {got:?}, on {action}");
            std::process::exit(1);
        }
        // What it wrote there would be found again, and not be decided.
        if asked.input != self::asked(action, kind).input {
            eprintln!("the input was written to, on {action}");
            std::process::exit(1);
        }
    }
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = cpu_seconds();
        let (mut decisions, mut next) = (0.0, all_asked.iter().cycle());
        while cpu_seconds() - start < 0.3 {
            for asked in next.by_ref().take(32) {
                let result = decide(&engine, std::hint::black_box(asked)).await.unwrap();
                std::hint::black_box(result.dot(path(kind)));
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
    println!("{}", json!({"engine": if kind == "policies" { "ZEN, policies" } else { "ZEN" }, "times": times, "probes":
        {"missing": told(&engine, &faulty, kind).await, "wrong type": told(&engine, &wrong, kind).await,
         "unknown decision": told(&engine, &unknown, kind).await}}));
}

fn main() {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(run());
}
