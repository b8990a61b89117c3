package org.mediaenricher.api;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The answers every operation may give that wants a token, in the OpenAPI document at each of them. Named in {@code
 * microprofile-config.properties}.
 */
public class CommonAnswers implements OASFilter {
    private static final Map<String, String> SENTENCES = Map.of(
            "401", "no valid token",
            "403", "your role does not allow this",
            "503", "a dependency is down; retry after Retry-After");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(CommonAnswers::wantsToken)
                .forEach(CommonAnswers::complete);
    }

    /** One for which an empty requirement stands is open to all; the others go by the requirement of the document. */
    private static boolean wantsToken(Operation operation) {
        return operation.getSecurity() == null
                || operation.getSecurity().stream()
                        .noneMatch(one ->
                                one.getSchemes() == null || one.getSchemes().isEmpty());
    }

    private static void complete(Operation operation) {
        SENTENCES.forEach((status, sentence) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, answer(sentence));
            }
        });
        operation.getResponses().addAPIResponse("429", tooMany());
    }

    private static APIResponse tooMany() {
        return answer("too many requests of this caller, or of all callers of the tenant")
                .addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("seconds until the next request is granted")
                                .schema(OASFactory.createSchema().type(List.of(SchemaType.INTEGER))));
    }

    private static APIResponse answer(String sentence) {
        return OASFactory.createAPIResponse().description(sentence);
    }
}
