package org.mediaenricher.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.queue.Schedule;
import org.mediaenricher.queue.Schedules;
import org.mediaenricher.queue.Tick;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** S5: what becomes a job again and again. */
@Path("/api/schedules")
@Tag(name = "schedules")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "your role does not allow this")
public class SchedulesResource {
    private static final int LONGEST_NAME = 100;

    @Inject
    private Schedules schedules;

    @Inject
    private Caller caller;

    @Context
    private UriInfo asked;

    /** The tenant's schedules. */
    @GET
    @RolesAllowed(Rights.READ)
    @Operation(summary = "Schedules by name, with their last and next tick")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
    @APIResponse(responseCode = "200", description = "a page of schedules")
    public PageBody<ScheduleBody> list() {
        Query query = new Query(asked.getQueryParameters());
        int limit = query.pageSize();
        String after = query.text("after", LONGEST_NAME).orElse("");
        query.check();
        List<Schedule> page = schedules.list(after, limit);
        Map<UUID, Tick> last = schedules.lastTicks(page);
        return PageBody.of(page, limit, one -> ScheduleBody.of(one, last.get(one.id)), one -> one.name);
    }

    /** One more. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Rights.MANAGE_SCHEDULES)
    @Operation(summary = "Make a schedule")
    @APIResponse(
            responseCode = "201",
            description = "the schedule; Location leads to it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ScheduleBody.class)))
    @APIResponse(responseCode = "400", description = "a field is missing or wrong; errors names each")
    @APIResponse(responseCode = "409", description = "the name is in use")
    public Response create(ScheduleRequest body) {
        Schedule made = schedules.create(caller, needed(body).wanted());
        return Response.created(URI.create("/api/schedules/" + made.id))
                .entity(body(made))
                .build();
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "One schedule, with its last and next tick")
    @APIResponse(responseCode = "200", description = "the schedule")
    @APIResponse(responseCode = "404", description = "no such schedule")
    public ScheduleBody get(@PathParam("id") ScheduleReference id) {
        return body(schedules.get(id.value()));
    }

    /** Another one in its place. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Rights.MANAGE_SCHEDULES)
    @Operation(summary = "Edit a schedule; all but its kind may change")
    @APIResponse(responseCode = "200", description = "the schedule")
    @APIResponse(responseCode = "400", description = "a field is missing or wrong; errors names each")
    @APIResponse(responseCode = "404", description = "no such schedule")
    @APIResponse(responseCode = "409", description = "the name is in use")
    public ScheduleBody change(@PathParam("id") ScheduleReference id, ScheduleRequest body) {
        return body(schedules.change(caller, id.value(), needed(body).wanted()));
    }

    /** Gone. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Rights.MANAGE_SCHEDULES)
    @Operation(summary = "Remove a schedule and its history; jobs that it made stay")
    @APIResponse(responseCode = "204", description = "it is gone")
    @APIResponse(responseCode = "404", description = "no such schedule")
    public void remove(@PathParam("id") ScheduleReference id) {
        schedules.remove(caller, id.value());
    }

    /** Now. */
    @POST
    @Path("/{id}/run")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Rights.STEER_QUEUE)
    @Operation(summary = "Run it now, besides its ticks; skipped while a job of it is still to be done")
    @APIResponse(
            responseCode = "202",
            description = "the tick",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TickBody.class)))
    @APIResponse(responseCode = "404", description = "no such schedule")
    public Response run(@PathParam("id") ScheduleReference id) {
        return Response.accepted(TickBody.of(schedules.runNow(caller, id.value())))
                .build();
    }

    /** Not for now. */
    @POST
    @Path("/{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Rights.STEER_QUEUE)
    @Operation(summary = "Let it not fire until it is resumed")
    @APIResponse(responseCode = "200", description = "the schedule")
    @APIResponse(responseCode = "404", description = "no such schedule")
    public ScheduleBody pause(@PathParam("id") ScheduleReference id) {
        return body(schedules.pause(caller, id.value()));
    }

    /** Again. */
    @POST
    @Path("/{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Rights.STEER_QUEUE)
    @Operation(summary = "Let it fire again from its next tick on; nothing is caught up with")
    @APIResponse(responseCode = "200", description = "the schedule")
    @APIResponse(responseCode = "404", description = "no such schedule")
    public ScheduleBody resume(@PathParam("id") ScheduleReference id) {
        return body(schedules.resume(caller, id.value()));
    }

    /** What became of it each time. */
    @GET
    @Path("/{id}/ticks")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "Its ticks with duration and outcome, newest first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
    @APIResponse(responseCode = "200", description = "a page of ticks")
    @APIResponse(responseCode = "404", description = "no such schedule")
    public PageBody<TickBody> ticks(@PathParam("id") ScheduleReference id) {
        Query query = new Query(asked.getQueryParameters());
        int limit = query.pageSize();
        Optional<Instant> after = query.instant("after");
        query.check();
        return PageBody.of(
                schedules.ticks(id.value(), after, limit), limit, TickBody::of, tick -> tick.dueAt.toString());
    }

    private ScheduleBody body(Schedule schedule) {
        return ScheduleBody.of(schedule, schedules.lastTicks(List.of(schedule)).get(schedule.id));
    }

    private static ScheduleRequest needed(ScheduleRequest body) {
        if (body == null) {
            throw Problem.invalid(Map.of("name", "is needed", "expression", "is needed", "kind", "is needed"));
        }
        return body;
    }
}
