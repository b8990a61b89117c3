package org.mediaenricher.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.assets.SingleEnrichment;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** E3: one object, now. */
@Path("/media-enricher/enrich")
@Tag(name = "assets")
@RolesAllowed(Rights.EDIT_ASSETS)
public class EnrichResource {
    /** Which object; {@code looks} false spares it being decoded, which is what happens otherwise. */
    public record Request(String bucket, String path, Boolean looks) {
        /**
         * @throws Problem INVALID naming each field that is missing or wrong
         */
        public Request {
            Map<String, String> wrong = new LinkedHashMap<>();
            check(wrong, "bucket", bucket, 100);
            check(wrong, "path", path, 1024);
            if (!wrong.isEmpty()) {
                throw Problem.invalid(wrong);
            }
        }

        private static void check(Map<String, String> wrong, String name, String value, int longest) {
            if (value == null || value.isEmpty()) {
                wrong.put(name, "is needed");
            } else if (!Query.isText(value, longest)) {
                wrong.put(name, Query.textRule(longest));
            }
        }
    }

    @Inject
    private SingleEnrichment enrichment;

    @Inject
    private Caller caller;

    /** The record after the enrichment. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enrich one object now")
    @APIResponse(responseCode = "200", description = "the enriched record")
    @APIResponse(responseCode = "400", description = "a field is missing or wrong; errors names each")
    @APIResponse(responseCode = "401", description = "no valid token")
    @APIResponse(responseCode = "403", description = "your role does not allow this")
    @APIResponse(responseCode = "404", description = "no such bucket or object")
    @APIResponse(responseCode = "422", description = "the object cannot be read: code says why")
    @APIResponse(responseCode = "503", description = "the database or the store is down; retry")
    public AssetBody enrich(Request request) {
        if (request == null) {
            throw Problem.invalid(Map.of("bucket", "is needed", "path", "is needed"));
        }
        return AssetBody.of(
                enrichment.enrich(caller, request.bucket(), request.path(), !Boolean.FALSE.equals(request.looks())));
    }
}
