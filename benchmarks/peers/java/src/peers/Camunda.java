// Camunda's DMN engine: a decision table for each decision, read once; the facts are the variables.
// Not here: the tables (../../../camunda/write.py).
package peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

final class Camunda implements Engine {
    private record Asked(DmnDecision decision, VariableMap variables) {}

    private final String language;
    private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> decisions = new HashMap<>();

    Camunda(Path folder, String language) throws IOException {
        this.language = language;
        try (InputStream tables = Files.newInputStream(folder.resolve(language + ".dmn"))) {
            for (DmnDecision decision : engine.parseDecisions(tables)) decisions.put(decision.getKey(), decision);
        }
    }

    @Override
    public String name() {
        return "Camunda DMN, " + language.toUpperCase();
    }

    @Override
    public Object prepare(JsonNode action) {
        VariableMap variables = Variables.fromMap(new ObjectMapper().convertValue(action.get("facts"), Map.class));
        variables.put("by", action.get("by").asText());
        return new Asked(decisions.get(action.get("decision").asText()), variables);
    }

    @Override
    public String decide(Object prepared) {
        Asked asked = (Asked) prepared;
        return engine.evaluateDecisionTable(asked.decision, asked.variables).getSingleEntry();
    }
}
