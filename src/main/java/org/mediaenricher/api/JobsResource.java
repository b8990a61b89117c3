package org.mediaenricher.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.queue.JobDesk;
import org.mediaenricher.queue.JobFilter;
import org.mediaenricher.queue.JobStatus;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** The tenant's jobs, wherever they are: waiting, running, ended. */
@Path("/api/jobs")
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.STEER_QUEUE)
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "your role does not allow this")
public class JobsResource {
    private static final long LONGEST_SNOOZE = Duration.ofDays(365).toSeconds();

    @Inject
    private JobDesk desk;

    @Inject
    private Caller caller;

    @Context
    private UriInfo asked;

    /** A page of them. */
    @GET
    @RolesAllowed(Rights.READ)
    @Operation(summary = "Jobs, newest first")
    @Parameter(name = "kind", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "text", in = ParameterIn.QUERY, description = "only with this in their last error")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
    @APIResponse(responseCode = "200", description = "a page of jobs")
    public PageBody<JobBody> list() {
        Query query = new Query(asked.getQueryParameters());
        int limit = query.pageSize();
        JobFilter filter = new JobFilter(
                query.text("kind", 100),
                query.word("status", JobStatus.words(), JobStatus::of),
                query.text("text", 200),
                Optional.of(query.number("after", Long.MAX_VALUE, 0, Long.MAX_VALUE)),
                limit);
        query.check();
        return PageBody.of(desk.list(caller, filter), limit, JobBody::of, job -> String.valueOf(job.id));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "One job, wherever it is now, with what went wrong in it")
    @APIResponse(responseCode = "200", description = "the job")
    @APIResponse(responseCode = "404", description = "no such job")
    public JobBody get(@PathParam("id") JobId id) {
        return JobBody.of(desk.get(caller, id.value()));
    }

    /** Called off. */
    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Call a job off: at once where it waits, within seconds where it runs")
    @APIResponse(responseCode = "200", description = "the job; cancel_requested where it runs still")
    @APIResponse(responseCode = "404", description = "no such job")
    @APIResponse(responseCode = "409", description = "it has ended already")
    public JobBody cancel(@PathParam("id") JobId id) {
        return JobBody.of(desk.cancel(caller, id.value()));
    }

    /** Now. */
    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Let a job that waits for its time be done now")
    @APIResponse(responseCode = "200", description = "the job")
    @APIResponse(responseCode = "404", description = "no such job")
    @APIResponse(responseCode = "409", description = "it does not wait for its time")
    public JobBody retry(@PathParam("id") JobId id) {
        return JobBody.of(desk.hurry(caller, id.value()));
    }

    /** Later. */
    @POST
    @Path("/{id}/snooze")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Put a job off that waits")
    @Parameter(name = "seconds", in = ParameterIn.QUERY, required = true, schema = @Schema(type = SchemaType.INTEGER))
    @APIResponse(responseCode = "200", description = "the job")
    @APIResponse(responseCode = "400", description = "seconds are missing or wrong")
    @APIResponse(responseCode = "404", description = "no such job")
    @APIResponse(responseCode = "409", description = "it runs, or has ended")
    public JobBody snooze(@PathParam("id") JobId id) {
        Query query = new Query(asked.getQueryParameters());
        query.needed("seconds", 100);
        long seconds = query.number("seconds", 1, 1, LONGEST_SNOOZE);
        query.check();
        return JobBody.of(desk.snooze(caller, id.value(), Duration.ofSeconds(seconds)));
    }
}
