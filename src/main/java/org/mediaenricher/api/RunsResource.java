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
import jakarta.ws.rs.core.Response;
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
import org.mediaenricher.batch.RunKeeper;
import org.mediaenricher.runs.Failure;
import org.mediaenricher.runs.Run;
import org.mediaenricher.runs.RunFilter;
import org.mediaenricher.runs.RunStatus;
import org.mediaenricher.runs.Runs;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** E7: runs are listed, read, stopped, restarted where they stopped, and retried for what failed. */
@Path("/media-enricher/runs")
@Tag(name = "runs")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "your role does not allow this")
public class RunsResource {
    @Inject
    private Runs runs;

    @Inject
    private RunKeeper keeper;

    @Inject
    private Caller caller;

    @Context
    private UriInfo asked;

    /** The tenant's runs. */
    @GET
    @RolesAllowed(Rights.READ)
    @Operation(summary = "Runs, newest first")
    @Parameter(name = "bucket", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "started_by", in = ParameterIn.QUERY)
    @Parameter(name = "since", in = ParameterIn.QUERY, description = "started then or later")
    @Parameter(name = "until", in = ParameterIn.QUERY, description = "started before")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
    @APIResponse(responseCode = "200", description = "a page of runs")
    public PageBody<RunBody> list() {
        Query query = new Query(asked.getQueryParameters());
        int limit = query.pageSize();
        RunFilter filter = new RunFilter(
                query.text("bucket", 100),
                query.word("status", RunStatus.words(), RunStatus::of),
                query.text("started_by", 100),
                query.instant("since"),
                query.instant("until"),
                query.id("after"),
                limit);
        query.check();
        return PageBody.of(
                runs.list(filter), limit, RunBody::of, run -> run.id().toString());
    }

    /** One run. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "One run as it stands now")
    @APIResponse(responseCode = "200", description = "the run")
    @APIResponse(responseCode = "404", description = "no such run")
    public RunBody get(@PathParam("id") RunId id) {
        return RunBody.of(runs.get(id.value()));
    }

    /** What failed in it. */
    @GET
    @Path("/{id}/failures")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "The objects a run could not enrich, in the order of their keys")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "only with this code")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
    @APIResponse(responseCode = "200", description = "a page of failures")
    @APIResponse(responseCode = "404", description = "no such run")
    public PageBody<FailureBody> failures(@PathParam("id") RunId id) {
        Query query = new Query(asked.getQueryParameters());
        int limit = query.pageSize();
        String code = query.text("code", 100).orElse("");
        String after = query.text("after", 1024).orElse("");
        query.check();
        return PageBody.of(runs.failures(id.value(), code, after, limit), limit, FailureBody::of, Failure::path);
    }

    /** Who worked on it. */
    @GET
    @Path("/{id}/executions")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "What the batch engines of all nodes did for a run, oldest first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
    @APIResponse(responseCode = "200", description = "a page of executions")
    @APIResponse(responseCode = "404", description = "no such run")
    public PageBody<ExecutionBody> executions(@PathParam("id") RunId id) {
        Query query = new Query(asked.getQueryParameters());
        int limit = query.pageSize();
        Optional<UUID> after = query.id("after");
        query.check();
        return PageBody.of(
                runs.executions(id.value(), after, limit),
                limit,
                ExecutionBody::of,
                execution -> execution.id().toString());
    }

    /** Stop at the next chunk. */
    @POST
    @Path("/{id}/stop")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Rights.STEER_RUNS)
    @Operation(summary = "Stop a run; the chunks in hand are finished first")
    @APIResponse(responseCode = "202", description = "it is stopping")
    @APIResponse(responseCode = "404", description = "no such run")
    @APIResponse(responseCode = "409", description = "it has ended already")
    public Response stop(@PathParam("id") RunId id) {
        return accepted(runs.stop(caller, id.value()));
    }

    /** Go on where it stopped. */
    @POST
    @Path("/{id}/restart")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Rights.STEER_RUNS)
    @Operation(summary = "Let a stopped or failed run go on where it stopped")
    @APIResponse(responseCode = "202", description = "it goes on")
    @APIResponse(responseCode = "404", description = "no such run")
    @APIResponse(responseCode = "409", description = "it is neither stopped nor failed, or another is active: run_id")
    public Response restart(@PathParam("id") RunId id) {
        return accepted(runs.restart(caller, id.value()));
    }

    /** Only what failed. */
    @POST
    @Path("/{id}/retry-failed")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Rights.STEER_RUNS)
    @Operation(summary = "Open a run over the objects that failed in this one and were not enriched since")
    @APIResponse(responseCode = "202", description = "the new run; Location leads to it")
    @APIResponse(responseCode = "404", description = "no such run")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "only those that failed with this code")
    @APIResponse(responseCode = "409", description = "it is active still, or nothing is left to retry")
    public Response retryFailed(@PathParam("id") RunId id) {
        Query query = new Query(asked.getQueryParameters());
        Optional<String> code = query.text("code", 100);
        query.check();
        return accepted(runs.retryFailed(caller, id.value(), code).run());
    }

    private Response accepted(Run run) {
        return Accepted.run(keeper.attended(run));
    }
}
