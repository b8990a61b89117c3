package org.mediaenricher.queue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A schedule of which a tick was taken, as it is while its row is locked.
 *
 * @param tenant as the tables write it
 * @param payload a JSON object
 */
record Taken(UUID tenant, UUID id, String name, String kind, int version, String payload) {
    /** In the payload of each job that comes of a schedule: the schedule's name. */
    static final String SCHEDULE = "schedule";

    /** Its job; never a second one at a time, for they share a key. */
    NewJob job(int attempts) {
        return new NewJob(
                Owner.tenant(tenant),
                kind,
                version,
                namedPayload(),
                0,
                Duration.ZERO,
                attempts,
                Optional.of("schedule/" + id));
    }

    private JsonObject namedPayload() {
        try (JsonReader reader = Json.createReader(new StringReader(payload))) {
            return Json.createObjectBuilder(reader.readObject())
                    .add(SCHEDULE, name)
                    .build();
        }
    }
}
