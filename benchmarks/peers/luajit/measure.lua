-- LuaJIT asked as remit is: luajit measure.lua RULES ACTIONS compares every outcome, then prints the time of one decision in each
-- of five rounds, and what becomes of three faulty actions, as one line of JSON. No call from C is counted: the loop is Lua's own.
-- Not here: the rules (write.py).
local rules, actions = dofile(arg[1]), {}
for line in io.lines(arg[2]) do actions[#actions + 1] = loadstring(line)() end

local function answer(a) return rules[a.decision](a.by, a.facts) end
for _, a in ipairs(actions) do
  if answer(a) ~= a.outcome then
    io.stderr:write("another outcome on ", a.decision, "\n")
    os.exit(1)
  end
end

local times, kept = {}, {}
for round = 1, 5 do
  local start, decisions = os.clock(), 0
  repeat
    for i = 1, #actions do kept[i] = answer(actions[i]) end
    decisions = decisions + #actions
  until os.clock() - start > 0.3
  times[round] = (os.clock() - start) * 1e9 / decisions
end

local function told(decision, cost)
  local faulty
  for _, a in ipairs(actions) do
    if a.decision == "fund_travel" and a.outcome == "escalate" then faulty = a break end
  end
  local facts = {}
  for k, v in pairs(faulty.facts) do facts[k] = v end
  facts.cost = cost
  local fine, result = pcall(answer, {decision = decision, by = faulty.by, facts = facts})
  return fine and result or "an error: " .. result:gsub("^.*:%d+: ", "")
end
print(string.format('{"engine": %q, "times": [%s], "probes": {"missing": %q, "wrong type": %q, "unknown decision": %q}}',
                    jit.status() and "LuaJIT" or "LuaJIT, interpreting", table.concat(times, ", "), told("fund_travel", nil), told("fund_travel", "cheap"), told("fly_a_kite", 0)))
