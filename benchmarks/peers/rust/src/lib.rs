//! Engines written in Rust, asked as remit is: every outcome is compared, then the time of one decision in each of five rounds is printed, and what
//! becomes of three faulty actions, as one line of JSON.
//! Not here: each engine (../../cedar, ../../regorus, ../../zen).
use serde_json::{json, Value};
use std::hint::black_box;

/// An engine makes an action ready once, and decides it as often as asked.
pub trait Engine {
    type Asked;
    type Answer;

    fn name(&self) -> &str;
    fn prepare(&self, action: &Value) -> Self::Asked;
    /// What is timed.
    fn decide(&self, asked: &Self::Asked) -> Self::Answer;
    fn outcome(&self, answer: &Self::Answer) -> Option<String>;
    /// What a host gets of an action, faulty or not, if it does not look further.
    fn told(&self, action: &Value) -> String;
    /// Whether deciding has left what was asked as it was.
    fn is_unchanged(&self, _asked: &Self::Asked, _action: &Value) -> bool {
        true
    }
}

/// The arguments of the process, without its name.
pub fn arguments() -> Vec<String> {
    std::env::args().skip(1).collect()
}
pub fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap()
}
pub fn fail(why: String) -> ! {
    eprintln!("{why}");
    std::process::exit(1);
}

fn cpu_seconds() -> f64 {
    let mut t = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut t) };
    t.tv_sec as f64 + t.tv_nsec as f64 * 1e-9
}

// All of them; or, where only `some` are asked for, as many as a minute allows.
fn compare<E: Engine>(engine: &E, actions: &[Value], prepared: &[E::Asked], some: bool) {
    let start = std::time::Instant::now();
    for (action, asked) in actions.iter().zip(prepared) {
        if some && start.elapsed().as_secs() > 60 {
            break;
        }
        let got = engine.outcome(&engine.decide(asked));
        if got.as_deref() != action["outcome"].as_str() {
            fail(format!("another outcome, {got:?}, on {action}"));
        }
        // What was written there would be found again, and not be decided.
        if !engine.is_unchanged(asked, action) {
            fail(format!("the input was written to, on {action}"));
        }
    }
}

fn times<E: Engine>(engine: &E, prepared: &[E::Asked]) -> Vec<f64> {
    let round = || {
        let start = cpu_seconds();
        let (mut decisions, mut next) = (0.0, prepared.iter().cycle());
        while cpu_seconds() - start < 0.3 {
            for asked in next.by_ref().take(32) {
                black_box(engine.decide(black_box(asked)));
            }
            decisions += 32.0;
        }
        (cpu_seconds() - start) * 1e9 / decisions
    };
    (0..5).map(|_| round()).collect()
}

/// `actions`: the path of a file with one a line; `how_many`: `all` or `some`.
pub fn run<E: Engine>(engine: &E, actions: &str, how_many: &str) {
    let actions: Vec<Value> = read(actions).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let prepared: Vec<E::Asked> = actions.iter().map(|a| engine.prepare(a)).collect();
    compare(engine, &actions, &prepared, how_many == "some");
    let times = times(engine, &prepared);
    let mut faulty = actions.iter().find(|a| a["decision"] == "fund_travel" && a["outcome"] == "escalate").unwrap().clone();
    let mut wrong = faulty.clone();
    let mut unknown = faulty.clone();
    faulty["facts"].as_object_mut().unwrap().remove("cost");
    wrong["facts"]["cost"] = json!("cheap");
    unknown["decision"] = json!("fly_a_kite");
    println!("{}", json!({"engine": engine.name(), "times": times, "probes":
        {"missing": engine.told(&faulty), "wrong type": engine.told(&wrong), "unknown decision": engine.told(&unknown)}}));
}
