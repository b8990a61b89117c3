package org.mediaenricher.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.mediaenricher.runs.RunTrigger;

/**
 * The query of a backfill. The parameters stand here for the OpenAPI document; they are read in {@link
 * BackfillRequest}, all at once, so that one answer names everything that is wrong.
 */
public class BackfillQuery {
    /** The bucket's name. */
    @QueryParam("bucket")
    @Parameter(required = true, description = "the bucket's name")
    String bucket;

    /** Only these keys. */
    @QueryParam("prefix")
    @Parameter(description = "only keys that begin with it")
    String prefix;

    /** At the most. */
    @QueryParam("limit")
    @Parameter(
            description = "how many objects at the most",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
    String limit;

    /** Which objects. */
    @QueryParam("mode")
    @Parameter(
            description = "changed: new, or another ETag or size than enriched; missing: without a record;"
                    + " failed: whose last enrichment failed",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"changed", "all", "missing", "failed"},
                            defaultValue = "changed"))
    String mode;

    /** Pictures decoded too. */
    @QueryParam("looks")
    @Parameter(
            description = "also decode pictures, for placeholder, dominant colour, perceptual hash and SHA-256;"
                    + " reads them whole",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String looks;

    /** Failures borne. */
    @QueryParam("skip_limit")
    @Parameter(
            description = "how many objects may fail before the run does",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String skipLimit;

    /** Only the counts. */
    @QueryParam("dry_run")
    @Parameter(
            description = "only count what each mode would touch",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    @Context
    private UriInfo asked;

    BackfillRequest request(IdempotencyKey key, RunTrigger trigger) {
        return BackfillRequest.of(asked.getQueryParameters(), IdempotencyKey.text(key), trigger);
    }
}
