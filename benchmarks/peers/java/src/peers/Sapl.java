// SAPL's embedded decision point: who asks is the subject, the decision the action, the facts the resource. What a policy wants of the host, it
// says by an obligation.
// Not here: the policies (../../../sapl/write.py).
package peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sapl.api.pdp.AuthorizationDecision;
import io.sapl.api.pdp.AuthorizationSubscription;
import io.sapl.api.pdp.Decision;
import io.sapl.api.pdp.PolicyDecisionPoint;
import io.sapl.interpreter.combinators.PolicyDocumentCombiningAlgorithm;
import io.sapl.pdp.PolicyDecisionPointFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class Sapl implements Engine {
    private final PolicyDecisionPoint pdp;

    Sapl(Path folder) throws Exception {
        List<String> documents = List.of(new ObjectMapper().readValue(folder.resolve("policies.json").toFile(), String[].class));
        pdp = PolicyDecisionPointFactory.fixedInRamPolicyDecisionPoint(documents, PolicyDocumentCombiningAlgorithm.DENY_OVERRIDES, Map.of());
    }

    @Override
    public String name() {
        return "SAPL";
    }

    @Override
    public Object prepare(JsonNode action) {
        return new AuthorizationSubscription(action.get("by"), action.get("decision"), action.get("facts"), null);
    }

    @Override
    public String decide(Object prepared) {
        AuthorizationDecision decision = pdp.decideOnce((AuthorizationSubscription) prepared).block();
        if (decision.getDecision() != Decision.PERMIT && decision.getDecision() != Decision.DENY) return decision.getDecision().toString();
        return decision.getObligations().map(all -> all.get(0).get("outcome").asText()).orElse("allow");
    }
}
