package org.mediaenricher.api;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.runs.Runs;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.RowScope;

/** S6: whether the server can do its work. Anybody may ask. */
@Path(HealthResource.PATH)
@Tag(name = "health")
public class HealthResource {
    static final String PATH = "/functions/v1/health";

    /**
     * @param status {@code healthy}; {@code degraded} without the store; {@code unhealthy} without the database
     * @param database {@code up} or {@code down}
     * @param storage {@code up} or {@code down}
     * @param lastJobSuccess when a run last completed, absent when none did or it cannot be known now
     */
    public record Body(String status, String database, String storage, Instant lastJobSuccess) {}

    @Inject
    private Database database;

    @Inject
    private ObjectStore store;

    @Inject
    private Runs runs;

    /** The state now. */
    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether the server can do its work")
    @APIResponse(responseCode = "200", description = "healthy")
    @APIResponse(responseCode = "503", description = "degraded or unhealthy")
    public Response health() {
        boolean databaseUp = database.answers();
        boolean storageUp = storeAnswers();
        String status = !databaseUp ? "unhealthy" : storageUp ? "healthy" : "degraded";
        Body body = new Body(status, word(databaseUp), word(storageUp), databaseUp ? lastSuccess() : null);
        return Response.status(databaseUp && storageUp ? 200 : 503).entity(body).build();
    }

    private Instant lastSuccess() {
        return RowScope.service().within(() -> runs.lastCompleted().orElse(null));
    }

    private boolean storeAnswers() {
        try {
            store.check();
            return true;
        } catch (StoreUnavailable away) {
            return false;
        }
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }
}
