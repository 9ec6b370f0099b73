// CLIPS asked as remit is: clips_peer RULES ACTIONS all|some compares every outcome, then prints the time of one decision in each
// of five rounds, and what becomes of three faulty actions, as one line of JSON. A decision is: assert the action, run, read,
// retract. Not here: the rules (write.py).
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

extern "C" {
#include <clips.h>
}

namespace {

struct slot {
  std::string name;
  DATA_OBJECT value;
};
struct action {
  int outcome = 0;
  std::vector<slot> slots;
};

double cpu_seconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

// Values are made once and kept; a decision only puts them into a new fact.
slot made(void* env, const std::string& name, char kind, const std::string& said) {
  slot s{name, {}};
  std::memset(&s.value, 0, sizeof s.value);
  if (kind == 'i') {
    SetpType(&s.value, INTEGER);
    SetpValue(&s.value, EnvAddLong(env, std::stoll(said)));
    IncrementIntegerCount(s.value.value);
  } else if (kind == 's') {
    SetpType(&s.value, SYMBOL);
    SetpValue(&s.value, EnvAddSymbol(env, said.c_str()));
    IncrementSymbolCount(s.value.value);
  } else {
    std::vector<std::string> each;
    std::istringstream in{said};
    for (std::string one; std::getline(in, one, ',');) each.push_back(one);
    void* const all = CreateMultifield2(env, static_cast<long>(each.size()));
    for (std::size_t i = 0; i < each.size(); ++i) {
      SetMFType(all, static_cast<long>(i) + 1, SYMBOL);
      SetMFValue(all, static_cast<long>(i) + 1, EnvAddSymbol(env, each[i].c_str()));
    }
    MultifieldInstall(env, static_cast<struct multifield*>(all));
    SetpType(&s.value, MULTIFIELD);
    SetpValue(&s.value, all);
    SetpDOBegin(&s.value, 1);
    SetpDOEnd(&s.value, static_cast<long>(each.size()));
  }
  return s;
}

action read(void* env, const std::string& line) {
  action out;
  std::istringstream in{line};
  in >> out.outcome;
  for (std::string word; in >> word;) {
    const auto first = word.find(':');
    out.slots.push_back(made(env, word.substr(0, first), word[first + 1], word.substr(first + 3)));
  }
  return out;
}

bool error_printed = false;
int is_error(void*, const char* to) { return std::strcmp(to, "werror") == 0 ? 1 : 0; }
int note_error(void*, const char*, const char*) {
  error_printed = true;
  return 1;
}

struct engine {
  void* env;
  void* kind;

  int decide(const action& a) const {
    DATA_OBJECT none;
    std::memset(&none, 0, sizeof none);
    SetType(none, INTEGER);
    SetValue(none, EnvAddLong(env, 0));
    EnvSetDefglobalValue(env, "outcome", &none);
    void* const fact = EnvCreateFact(env, kind);
    for (const slot& s : a.slots) EnvPutFactSlot(env, fact, s.name.c_str(), const_cast<DATA_OBJECT*>(&s.value));
    EnvAssignFactSlotDefaults(env, fact);
    EnvAssert(env, fact);
    EnvRun(env, -1);
    DATA_OBJECT got;
    EnvGetDefglobalValue(env, "outcome", &got);
    EnvRetract(env, fact);
    return static_cast<int>(DOToLong(got));
  }
  std::string told(action a, const std::string& change, const char* to) const {
    for (std::size_t i = 0; i < a.slots.size(); ++i)
      if (a.slots[i].name == change) {
        if (to == nullptr)
          a.slots.erase(a.slots.begin() + static_cast<std::ptrdiff_t>(i));
        else
          a.slots[i] = made(env, change, 's', to);
        break;
      }
    static const char* const words[] = {"allow", "consult", "escalate"};
    error_printed = false;
    const int outcome = decide(a);
    return std::string{words[outcome]} + (error_printed ? ", with errors printed" : "");
  }
};

}  // namespace

int main(int, char** arguments) {
  engine e{CreateEnvironment(), nullptr};
  if (EnvLoad(e.env, arguments[1]) != 1) return std::fputs("the rules do not load\n", stderr), 1;
  EnvReset(e.env);
  EnvAddRouter(e.env, "errors", 50, is_error, note_error, nullptr, nullptr, nullptr);
  e.kind = EnvFindDeftemplate(e.env, "action");
  std::vector<action> actions;
  std::ifstream in{arguments[2]};
  for (std::string line; std::getline(in, line);) actions.push_back(read(e.env, line));
  // All of them; or, with the last argument `some`, as many as a minute allows.
  const bool all = std::strcmp(arguments[3], "some") != 0;
  const std::time_t start = std::time(nullptr);
  for (const action& a : actions) {
    if (!all && std::time(nullptr) - start > 60) break;
    if (const int got = e.decide(a); got != a.outcome)
      return std::fprintf(stderr, "another outcome, %d for %d\n", got, a.outcome), 1;
  }
  std::string times;
  std::size_t next = 0;
  for (int round = 0; round < 5; ++round) {
    const double begin = cpu_seconds();
    double decisions = 0;
    while (cpu_seconds() - begin < 0.3)
      for (int i = 0; i < 32; ++i, ++decisions) e.decide(actions[next++ % actions.size()]);
    times += (round == 0 ? "" : ", ") + std::to_string((cpu_seconds() - begin) * 1e9 / decisions);
  }
  const action* faulty = &actions[0];
  for (const action& a : actions)
    if (a.outcome == 2 && std::strcmp(DOToString(a.slots[0].value), "fund_travel") == 0) faulty = &a;
  const std::string missing = e.told(*faulty, "cost", nullptr), wrong = e.told(*faulty, "cost", "cheap"),
                    unknown = e.told(*faulty, "decision", "fly_a_kite");
  std::printf(
      "{\"engine\": \"CLIPS\", \"times\": [%s], \"probes\": {\"missing\": \"%s\", \"wrong type\": \"%s\", \"unknown decision\": "
      "\"%s\"}}\n",
      times.c_str(), missing.c_str(), wrong.c_str(), unknown.c_str());
}
