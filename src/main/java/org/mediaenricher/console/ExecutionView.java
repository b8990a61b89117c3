package org.mediaenricher.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.mediaenricher.runs.Execution;

/**
 * An execution of a batch job as pages show it.
 *
 * @param execution the execution
 * @param parameters of the job, in one line
 * @param steps in their order
 */
public record ExecutionView(Execution execution, String parameters, List<Step> steps) {
    /** One step: its counts are the engine's own. */
    public record Step(String name, String status, long read, long written, long commits, long rollbacks) {}

    static ExecutionView of(Execution execution) {
        return new ExecutionView(execution, parameters(execution.parameters()), steps(execution.steps()));
    }

    private static String parameters(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return object.keySet().stream()
                    .map(name -> name + "=" + object.getString(name, ""))
                    .collect(Collectors.joining(", "));
        }
    }

    private static List<Step> steps(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(step -> new Step(
                            step.getString("name"),
                            step.getString("status"),
                            step.getJsonNumber("read").longValue(),
                            step.getJsonNumber("written").longValue(),
                            step.getJsonNumber("commits").longValue(),
                            step.getJsonNumber("rollbacks").longValue()))
                    .toList();
        }
    }
}
