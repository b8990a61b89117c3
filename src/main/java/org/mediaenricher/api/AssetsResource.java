package org.mediaenricher.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mediaenricher.assets.Assets;
import org.mediaenricher.assets.Tagging;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** E15: one asset with its look, what looks like it, what has the same bytes; and the tags its users give it. */
@Path("/media-enricher/assets/{id}")
@Tag(name = "assets")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "no valid token")
@APIResponse(responseCode = "403", description = "your role does not allow this")
@APIResponse(responseCode = "404", description = "no such asset")
public class AssetsResource {
    private static final int MOST = 100;
    private static final int USUAL = 20;
    private static final int USUAL_DISTANCE = 8;

    @Inject
    private Assets assets;

    @Inject
    private Tagging tagging;

    @Inject
    private Caller caller;

    @Context
    private UriInfo asked;

    /** One asset. */
    @GET
    @RolesAllowed(Rights.READ)
    @Operation(summary = "One asset: its facts, and its look where it was decoded")
    @APIResponse(responseCode = "200", description = "the asset")
    public AssetBody get(@PathParam("id") AssetReference id) {
        return AssetBody.of(assets.get(id.value()));
    }

    /** What looks like it. */
    @GET
    @Path("/similar")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "Pictures of the tenant that look like this one, the most alike first")
    @Parameter(
            name = "distance",
            in = ParameterIn.QUERY,
            description = "in how many of 64 bits the perceptual hashes may differ",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "11", defaultValue = "8"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "100"))
    @APIResponse(responseCode = "200", description = "they, with their distance")
    @APIResponse(responseCode = "400", description = "a parameter is wrong; errors names each")
    public SimilarBody similar(@PathParam("id") AssetReference id) {
        Query query = new Query(asked.getQueryParameters());
        int distance = (int) query.number("distance", USUAL_DISTANCE, 0, Assets.FARTHEST);
        int limit = (int) query.number("limit", USUAL, 1, MOST);
        query.check();
        return SimilarBody.of(assets.similar(id.value(), distance, limit));
    }

    /** What has the same bytes. */
    @GET
    @Path("/duplicates")
    @RolesAllowed(Rights.READ)
    @Operation(summary = "Objects of the tenant with the same bytes, by SHA-256")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, maximum = "100"))
    @APIResponse(responseCode = "200", description = "they, with distance 0")
    @APIResponse(responseCode = "400", description = "a parameter is wrong; errors names each")
    public SimilarBody duplicates(@PathParam("id") AssetReference id) {
        Query query = new Query(asked.getQueryParameters());
        int limit = (int) query.number("limit", USUAL, 1, MOST);
        query.check();
        return SimilarBody.of(assets.duplicates(id.value(), limit));
    }

    /** A user's own tags. */
    @PUT
    @Path("/tags")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Rights.EDIT_ASSETS)
    @Operation(
            summary = "Set the tags; enriching again neither removes what was added nor brings back what was removed")
    @APIResponse(responseCode = "200", description = "the asset")
    @APIResponse(responseCode = "400", description = "the tags are missing or wrong")
    public AssetBody tag(@PathParam("id") AssetReference id, TagsBody body) {
        if (body == null) {
            throw Problem.invalid(Map.of("tags", "is needed: a list of texts"));
        }
        return AssetBody.of(tagging.tag(caller, id.value(), body.tags()));
    }
}
