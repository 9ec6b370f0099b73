//! GoRules ZEN: zen_peer graphs|policies DOCUMENTS ACTIONS all|some. The documents are compiled once, the actions are made ready once.
//! Not here: asking and timing (../rust); the documents (write.py).
use serde_json::{json, Value};
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use zen_engine::loader::MemoryLoader;
use zen_engine::model::DecisionContent;
use zen_engine::{DecisionEngine, Variable};

struct Asked {
    key: String,
    input: Variable,
}

struct Zen {
    engine: DecisionEngine,
    policies: bool,
}

/// Tables wait for nothing: no runtime stands between them and the clock.
fn at_once<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("a table waits for something"),
    }
}

impl peer::Engine for Zen {
    type Asked = Asked;
    type Answer = Result<Variable, String>;

    fn name(&self) -> &str {
        if self.policies { "ZEN, policies" } else { "ZEN" }
    }
    /// Each decision has its document; a policy's facts belong to something that has a name.
    fn prepare(&self, action: &Value) -> Asked {
        let mut input = action["facts"].clone();
        input["by"] = action["by"].clone();
        if self.policies {
            input = json!({ "action": input });
        }
        Asked { key: action["decision"].as_str().unwrap().to_string(), input: input.into() }
    }
    /// A policy writes its outcome beside the facts, so it gets these anew.
    fn decide(&self, asked: &Asked) -> Self::Answer {
        let input = asked.input.depth_clone(if self.policies { 2 } else { 0 });
        let result = at_once(self.engine.evaluate(&asked.key, input)).map_err(|e| format!("{e:?}"))?.result;
        Ok(result.dot(if self.policies { "action.outcome" } else { "outcome" }).unwrap_or(result))
    }
    fn outcome(&self, answer: &Self::Answer) -> Option<String> {
        answer.as_ref().ok()?.as_str().map(|s| s.to_string())
    }
    fn told(&self, action: &Value) -> String {
        let answer = self.decide(&self.prepare(action));
        match &answer {
            Err(e) => format!("an error: {e}"),
            Ok(said) => self.outcome(&answer).unwrap_or_else(|| said.to_string()),
        }
    }
    fn is_unchanged(&self, asked: &Asked, action: &Value) -> bool {
        asked.input == self.prepare(action).input
    }
}

fn main() {
    let arguments = peer::arguments();
    let loader = MemoryLoader::default();
    let documents: serde_json::Map<String, Value> = serde_json::from_str(&peer::read(&arguments[1])).unwrap();
    for (key, document) in documents {
        loader.add(key, serde_json::from_value::<DecisionContent>(document).unwrap());
    }
    let engine = DecisionEngine::default().with_loader(Arc::new(loader));
    if let Some(failure) = engine.compile().first() {
        peer::fail(failure.to_string());
    }
    peer::run(&Zen { engine, policies: arguments[0] == "policies" }, &arguments[2], &arguments[3]);
}
