package org.mediaenricher.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.queue.JobActions;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** How far the redriving or discarding of many dead letters is. */
@Path(JobActionsResource.PATH)
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.READ)
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "your role does not allow this")
public class JobActionsResource {
    static final String PATH = "/api/job-actions";

    @Inject
    private JobActions actions;

    @Inject
    private Caller caller;

    @Context
    private UriInfo asked;

    /** A page of them. */
    @GET
    @Operation(summary = "What was done to many dead letters at once, newest first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
    @APIResponse(responseCode = "200", description = "a page of actions")
    public PageBody<ActionBody> list() {
        Query query = new Query(asked.getQueryParameters());
        int limit = query.pageSize();
        Optional<UUID> after = query.id("after");
        query.check();
        return PageBody.of(actions.list(caller, after, limit), limit, ActionBody::of, action -> action.id.toString());
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One action as it stands now")
    @APIResponse(responseCode = "200", description = "the action")
    @APIResponse(responseCode = "404", description = "no such action")
    public ActionBody get(@PathParam("id") ActionId id) {
        return ActionBody.of(actions.get(id.value()));
    }
}
