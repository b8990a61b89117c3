package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Testbed;

/** C5: the document tells of every operation, and of all it may answer. */
class OpenApiIT {
    @Test
    void every_operation_but_health_tells_of_tokens_rights_and_limits() {
        JsonNode paths = Api.nobody(Testbed.node().address())
                .get("/openapi?format=json")
                .json()
                .get("paths");
        assertThat(paths.size()).isGreaterThan(10);
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                JsonNode responses = operation.getValue().get("responses");
                boolean open = path.getKey().equals("/functions/v1/health");
                for (String status : new String[] {"401", "403", "429"}) {
                    assertThat(responses.has(status))
                            .as("%s %s %s", operation.getKey(), path.getKey(), status)
                            .isEqualTo(!open);
                }
                assertThat(responses.has("503")).isTrue();
                assertThat(operation.getValue().get("summary").asText()).isNotBlank();
            }
        }
    }
}
