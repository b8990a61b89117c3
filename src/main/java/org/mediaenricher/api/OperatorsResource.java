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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.NewPassword;
import org.mediaenricher.security.Operators;
import org.mediaenricher.security.Rights;

/** The people of a tenant who sign in to the console with a password of ours. */
@Path("/api/operators")
@Tag(name = "operators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.MANAGE_USERS)
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "not an admin or a service")
public class OperatorsResource {
    @Inject
    private Operators operators;

    @Inject
    private Caller caller;

    /** All of them. */
    @GET
    @Operation(summary = "The operators of the tenant, by name")
    @APIResponse(responseCode = "200", description = "all of them")
    public List<OperatorBody> list() {
        return operators.list().stream().map(OperatorBody::of).toList();
    }

    /** One more. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let somebody in; the answer alone tells their password")
    @APIResponse(responseCode = "201", description = "the operator, with a password that is told this once")
    @APIResponse(responseCode = "400", description = "a field is missing or wrong; errors names each")
    @APIResponse(responseCode = "409", description = "the name is in use")
    public Response add(NewOperatorBody body) {
        NewOperatorBody asked = needed(body);
        NewPassword made = operators.add(caller, asked.name(), asked.role());
        return Response.created(URI.create("/api/operators/" + made.operator().id))
                .entity(OperatorBody.of(made))
                .build();
    }

    /** Another role, or out. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give somebody another role, or keep them out; effective with their next request")
    @APIResponse(responseCode = "200", description = "the operator")
    @APIResponse(responseCode = "400", description = "a field is missing or wrong; errors names each")
    @APIResponse(responseCode = "404", description = "no such operator")
    @APIResponse(responseCode = "409", description = "the last admin stays one")
    public OperatorBody change(@PathParam("id") OperatorReference id, OperatorChangeBody body) {
        OperatorChangeBody asked = needed(body);
        return OperatorBody.of(operators.change(caller, id.value(), asked.role(), asked.disabled()));
    }

    /** Another password. */
    @POST
    @Path("/{id}/password")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Give somebody another password; their sessions end")
    @APIResponse(responseCode = "200", description = "the operator, with a password that is told this once")
    @APIResponse(responseCode = "404", description = "no such operator")
    public OperatorBody renewPassword(@PathParam("id") OperatorReference id) {
        return OperatorBody.of(operators.renewPassword(caller, id.value()));
    }

    /** Gone. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove somebody; their sessions end")
    @APIResponse(responseCode = "204", description = "they are gone")
    @APIResponse(responseCode = "404", description = "no such operator")
    @APIResponse(responseCode = "409", description = "the last admin stays")
    public void remove(@PathParam("id") OperatorReference id) {
        operators.remove(caller, id.value());
    }

    private static <T> T needed(T body) {
        if (body == null) {
            throw Problem.invalid(Map.of("user_role", "is needed"));
        }
        return body;
    }
}
