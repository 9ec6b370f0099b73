// An engine makes an action ready once, and decides it as often as asked.
// Not here: any one engine.
package peers;

import com.fasterxml.jackson.databind.JsonNode;

interface Engine {
    String name();

    Object prepare(JsonNode action);

    String decide(Object prepared);
}
