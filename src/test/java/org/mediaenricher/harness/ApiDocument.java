package org.mediaenricher.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The operations of the OpenAPI document a server gives of itself. */
public final class ApiDocument {
    private ApiDocument() {}

    /**
     * One operation.
     *
     * @param path with the names of its parameters in braces
     */
    public record Operation(String method, String path, List<Parameter> parameters) {
        /** Those that stand in the path. */
        public List<String> inPath() {
            return named("path");
        }

        /** Those that stand behind the question mark. */
        public List<String> inQuery() {
            return named("query");
        }

        private List<String> named(String place) {
            return parameters.stream()
                    .filter(parameter -> parameter.in().equals(place))
                    .map(Parameter::name)
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * One parameter.
     *
     * @param in {@code path}, {@code query}, {@code header} …
     */
    public record Parameter(String name, String in) {}

    /** All of them. */
    public static List<Operation> operations(ServerNode node) {
        JsonNode paths =
                Api.nobody(node.address()).get("/openapi?format=json").json().get("paths");
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            List<Parameter> shared = parameters(path.getValue());
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().has("responses")) {
                    List<Parameter> all = new ArrayList<>(shared);
                    all.addAll(parameters(operation.getValue()));
                    operations.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), all));
                }
            }
        }
        return operations;
    }

    private static List<Parameter> parameters(JsonNode of) {
        List<Parameter> found = new ArrayList<>();
        of.path("parameters")
                .forEach(one -> found.add(
                        new Parameter(one.get("name").asText(), one.get("in").asText())));
        return found;
    }
}
