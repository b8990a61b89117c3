package org.mediaenricher.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.mediaenricher.runs.Execution;

/** An execution of a job as JSON. */
public record ExecutionBody(
        UUID id,
        String node,
        long incarnation,
        long executionId,
        String job,
        String role,
        JsonObject parameters,
        String status,
        String exitStatus,
        Instant startedAt,
        Instant endedAt,
        JsonArray steps) {
    static ExecutionBody of(Execution execution) {
        return new ExecutionBody(
                execution.id(),
                execution.node(),
                execution.incarnation(),
                execution.executionId(),
                execution.job(),
                execution.role(),
                JsonText.object(execution.parameters()),
                execution.status(),
                execution.exitStatus().orElse(null),
                execution.startedAt(),
                execution.endedAt().orElse(null),
                JsonText.array(execution.steps()));
    }
}
