package org.mediaenricher.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.assets.DryRun;
import org.mediaenricher.batch.RunKeeper;
import org.mediaenricher.runs.RunTrigger;
import org.mediaenricher.runs.Runs;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** Opens runs over a bucket. */
@Path("/media-enricher")
@Tag(name = "runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.STEER_RUNS)
@APIResponse(responseCode = "400", description = "a parameter is missing or wrong; errors names each")
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "not an operator, an admin or a service")
@APIResponse(responseCode = "404", description = "unknown bucket")
@APIResponse(responseCode = "503", description = "the database or the store is down; retry")
public class BackfillResource {
    @Inject
    private Runs runs;

    @Inject
    private RunKeeper keeper;

    @Inject
    private DryRun dryRun;

    @Inject
    private Caller caller;

    /** E1. */
    @POST
    @Path("/backfill")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Enrich a bucket in the background")
    @RequestBody(description = "an empty JSON object, or nothing", content = @Content(mediaType = "application/json"))
    @APIResponse(
            responseCode = "202",
            description = "the run is opened; Location leads to it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "dry_run=true: the counts",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DryRun.Counts.class)))
    @APIResponse(responseCode = "409", description = "another run is active on this bucket and prefix: run_id")
    @APIResponse(responseCode = "422", description = "the Idempotency-Key was used for another request")
    public Response backfill(@BeanParam BackfillQuery query, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return open(query.request(key, RunTrigger.BACKFILL));
    }

    /** E2. */
    @POST
    @Path("/cron")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "The same for schedulers: while a run is busy, answers with that run and opens none")
    @RequestBody(description = "an empty JSON object, or nothing", content = @Content(mediaType = "application/json"))
    @APIResponse(
            responseCode = "202",
            description = "the run that was opened, or that is busy still",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunBody.class)))
    @APIResponse(responseCode = "422", description = "the Idempotency-Key was used for another request")
    public Response cron(@BeanParam BackfillQuery query, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return open(query.request(key, RunTrigger.CRON));
    }

    private Response open(BackfillRequest request) {
        if (request.dryRun()) {
            return Response.ok(dryRun.of(caller, request.run())).build();
        }
        return Accepted.run(keeper.attended(runs.open(caller, request.run()).run()));
    }
}
