package org.mediaenricher.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.queue.NewSchedule;

/**
 * A schedule as somebody wants it. What is missing is told together with all else that is wrong, by the room that knows
 * what a schedule is.
 *
 * @param name unique within the tenant, 1 to 100 characters
 * @param expression a cron expression, such as {@code 0 3 * * sun}
 * @param zone the time zone whose clocks it goes by; UTC when absent
 * @param kind of the jobs it makes, such as {@code backfill-bucket}
 * @param payload what they are about; an empty object when absent
 */
public record ScheduleRequest(
        String name,
        String expression,
        String zone,
        String kind,
        @Schema(type = SchemaType.OBJECT) JsonValue payload) {
    NewSchedule wanted() {
        JsonValue given = payload == null || payload.equals(JsonValue.NULL) ? JsonValue.EMPTY_JSON_OBJECT : payload;
        if (!(given instanceof JsonObject object)) {
            throw Problem.invalid(Map.of("payload", "must be a JSON object"));
        }
        return new NewSchedule(
                text(name), text(expression), Optional.ofNullable(zone).orElse("UTC"), text(kind), object);
    }

    private static String text(String given) {
        return Optional.ofNullable(given).orElse("");
    }
}
