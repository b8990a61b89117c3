package org.mediaenricher.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.queue.DeadLetters;
import org.mediaenricher.queue.JobAction;
import org.mediaenricher.queue.JobActions;
import org.mediaenricher.queue.JobFilter;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** S3: jobs that were given up; listed, redriven, discarded, one or many. */
@Path("/api/dead-letters")
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.STEER_QUEUE)
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "your role does not allow this")
public class DeadLettersResource {
    @Inject
    private DeadLetters letters;

    @Inject
    private JobActions actions;

    @Inject
    private Caller caller;

    @Context
    private UriInfo asked;

    /** A page of them. */
    @GET
    @RolesAllowed(Rights.READ)
    @Operation(summary = "Dead letters, newest first")
    @Parameter(name = "kind", in = ParameterIn.QUERY)
    @Parameter(name = "text", in = ParameterIn.QUERY, description = "only with this in their reason")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
    @APIResponse(responseCode = "200", description = "a page of dead letters")
    public PageBody<JobBody> list() {
        Query query = new Query(asked.getQueryParameters());
        int limit = query.pageSize();
        JobFilter filter = new JobFilter(
                query.text("kind", 100),
                Optional.empty(),
                query.text("text", 200),
                Optional.of(query.number("after", Long.MAX_VALUE, 0, Long.MAX_VALUE)),
                limit);
        query.check();
        return PageBody.of(letters.list(caller, filter), limit, JobBody::of, job -> String.valueOf(job.id));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "One dead letter, with what went wrong in each attempt")
    @APIResponse(responseCode = "200", description = "the dead letter")
    @APIResponse(responseCode = "404", description = "no such dead letter")
    public JobBody get(@PathParam("id") JobId id) {
        return JobBody.of(letters.get(caller, id.value()));
    }

    /** Once more. */
    @POST
    @Path("/{id}/redrive")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Make a dead letter a job again, with all its attempts; once, however often it is asked")
    @APIResponse(responseCode = "204", description = "it waits")
    @APIResponse(responseCode = "404", description = "no such dead letter")
    @APIResponse(responseCode = "409", description = "a job with its unique key waits or runs")
    public void redrive(@PathParam("id") JobId id) {
        letters.redrive(caller, id.value());
    }

    /** Gone. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Discard a dead letter")
    @APIResponse(responseCode = "204", description = "it is gone")
    @APIResponse(responseCode = "404", description = "no such dead letter")
    public void discard(@PathParam("id") JobId id) {
        letters.discard(caller, id.value());
    }

    /** Many once more. */
    @POST
    @Path("/redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make all dead letters jobs again that match")
    @APIResponse(responseCode = "202", description = "it begins; Location leads to how far it is")
    @APIResponse(responseCode = "400", description = "a field is missing or wrong; errors names it")
    @APIResponse(responseCode = "409", description = "none matches")
    public Response redriveAll(LettersBody body) {
        LettersBody wanted = LettersBody.needed(body);
        return begun(actions.redrive(caller, wanted.choice(), wanted.reason()));
    }

    /** Many gone. */
    @POST
    @Path("/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Discard all dead letters that match")
    @APIResponse(responseCode = "202", description = "it begins; Location leads to how far it is")
    @APIResponse(responseCode = "400", description = "a field is missing or wrong; errors names it")
    @APIResponse(responseCode = "409", description = "none matches")
    public Response discardAll(LettersBody body) {
        LettersBody wanted = LettersBody.needed(body);
        return begun(actions.discard(caller, wanted.choice(), wanted.reason()));
    }

    private static Response begun(JobAction action) {
        return Response.accepted(ActionBody.of(action))
                .location(URI.create(JobActionsResource.PATH + "/" + action.id))
                .build();
    }
}
