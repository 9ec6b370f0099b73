// Engines written in Java, asked as remit is: Measure camunda-feel|camunda-juel|sapl FOLDER ACTIONS all|some compares every outcome, then prints
// the time of one decision in each of five rounds, and what becomes of three faulty actions, as one line of JSON.
// Not here: each engine; their rules (../../../camunda, ../../../sapl).
package peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

final class Measure {
    private static final ObjectMapper JSON = new ObjectMapper();
    // What is decided is kept, lest it is found to be of no use and left out.
    private static volatile String kept;

    private final Engine engine;
    private final List<JsonNode> actions = new ArrayList<>();
    private final List<Object> prepared = new ArrayList<>();
    private int next = 0;

    private Measure(Engine engine) {
        this.engine = engine;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Measure measure = new Measure(switch (arguments[0]) {
            case "camunda-feel" -> new Camunda(folder, "feel");
            case "camunda-juel" -> new Camunda(folder, "juel");
            case "sapl" -> new Sapl(folder);
            default -> throw new IllegalArgumentException("no such engine: " + arguments[0]);
        });
        for (String line : Files.readAllLines(Path.of(arguments[2]))) measure.actions.add(JSON.readTree(line));
        measure.compare(arguments[3].equals("some"));
        System.out.println(JSON.writeValueAsString(measure.run()));
        System.exit(0);
    }

    // All of them; or, where only `some` are asked for, as many as a minute allows.
    private void compare(boolean some) {
        long start = System.nanoTime();
        for (JsonNode action : actions) {
            Object one = engine.prepare(action);
            String outcome = engine.decide(one);
            if (!action.get("outcome").asText().equals(outcome)) {
                System.err.println("another outcome, " + outcome + ", on " + action);
                System.exit(1);
            }
            prepared.add(one);
            if (some && System.nanoTime() - start > 60_000_000_000L) break;
        }
    }

    private Map<String, Object> run() {
        // Long enough that what is compiled late is compiled before the first round.
        round(10_000_000_000L);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 5; ++i) times.add(round(1_000_000_000L));
        return Map.of("engine", engine.name(), "times", times, "compared", prepared.size(), "probes",
                Map.of("missing", faulty(a -> ((ObjectNode) a.get("facts")).remove("cost")),
                        "wrong type", faulty(a -> ((ObjectNode) a.get("facts")).put("cost", "cheap")),
                        "unknown decision", faulty(a -> a.put("decision", "fly_a_kite"))));
    }

    // Nanoseconds of a decision: CPU time of this thread, which decides; the collector and the compiler have threads of their own.
    private double round(long enough) {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime(), passed = 0, decisions = 0;
        while (passed < enough) {
            for (int i = 0; i < 32; ++i) {
                kept = engine.decide(prepared.get(next));
                next = (next + 1) % prepared.size();
            }
            decisions += 32;
            passed = clock.getCurrentThreadCpuTime() - start;
        }
        return (double) passed / decisions;
    }

    private String faulty(Consumer<ObjectNode> change) {
        for (JsonNode action : actions) {
            if (!action.get("decision").asText().equals("fund_travel") || !action.get("outcome").asText().equals("escalate")) continue;
            ObjectNode copy = action.deepCopy();
            change.accept(copy);
            try {
                return String.valueOf(engine.decide(engine.prepare(copy)));
            } catch (RuntimeException e) {
                return "an error: " + e.getMessage();
            }
        }
        return "";
    }
}
