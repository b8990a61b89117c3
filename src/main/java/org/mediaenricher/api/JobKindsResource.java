package org.mediaenricher.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.queue.KindDesk;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** Kinds of jobs: how they stand, paused and resumed. */
@Path("/api/job-kinds")
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.STEER_QUEUE)
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "your role does not allow this")
public class JobKindsResource {
    @Inject
    private KindDesk desk;

    @Inject
    private Caller caller;

    /** All of them. */
    @GET
    @RolesAllowed(Rights.READ)
    @Operation(summary = "Kinds of jobs with the tenant's counts: exact now, of what has ended in the last hour")
    @APIResponse(responseCode = "200", description = "all kinds, by name")
    public List<KindBody> list() {
        return desk.list(caller).stream().map(KindBody::of).toList();
    }

    /** No more for now. */
    @POST
    @Path("/{kind}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin no more of the tenant's jobs of a kind; what runs goes on")
    @APIResponse(responseCode = "204", description = "it is paused")
    @APIResponse(responseCode = "400", description = "the reason is missing")
    @APIResponse(responseCode = "404", description = "no such kind")
    public void pause(@PathParam("kind") String kind, ReasonBody body) {
        desk.pause(caller, kind, ReasonBody.needed(body).reason());
    }

    /** On again. */
    @POST
    @Path("/{kind}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Begin the tenant's jobs of a kind again")
    @APIResponse(responseCode = "204", description = "it goes on")
    @APIResponse(responseCode = "404", description = "no such kind")
    public void resume(@PathParam("kind") String kind) {
        desk.resume(caller, kind);
    }
}
