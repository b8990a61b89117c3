package org.mediaenricher.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A request as the audit log tells of it.
 *
 * @param method such as {@code POST}
 * @param path with its query, percent-encoded as it came, so that no sign in it means anything to whoever reads the log
 */
record AuditedRequest(String method, String path) {
    private static final int LONGEST = 2000;

    /** The last word of a path, and the action it stands for. */
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("backfill", "backfill"),
            Map.entry("cron", "cron"),
            Map.entry("enrich", "enrich"),
            Map.entry("stop", "stop"),
            Map.entry("restart", "restart"),
            Map.entry("retry-failed", "retry"),
            Map.entry("tags", "tag"),
            Map.entry("cancel", "cancel-job"),
            Map.entry("retry", "retry-job"),
            Map.entry("snooze", "snooze-job"),
            Map.entry("redrive", "redrive"),
            Map.entry("discard", "discard-all"),
            Map.entry("pause", "pause"),
            Map.entry("resume", "resume"));

    private static final String SCHEDULES = "/api/schedules";

    /** What is done to schedules, by the last word of its path where that is none of an id, else by its method. */
    private static final Map<String, String> ON_SCHEDULES = Map.of(
            "run", "run-schedule",
            "pause", "pause-schedule",
            "resume", "resume-schedule",
            "POST", "add-schedule",
            "PUT", "change-schedule",
            "DELETE", "remove-schedule");

    static AuditedRequest of(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return new AuditedRequest(request.getMethod(), asked.getRawPath() + query);
    }

    /** What was asked for: by the name of a change where it has one, else {@code get}, {@code put}, {@code delete} … */
    String action() {
        String place = path.split("\\?", 2)[0];
        boolean reads = method.equals("GET") || method.equals("HEAD");
        String word = reads ? "" : place.substring(place.lastIndexOf('/') + 1);
        if (place.startsWith(SCHEDULES) && !reads) {
            return ON_SCHEDULES.getOrDefault(word, ON_SCHEDULES.getOrDefault(method, method.toLowerCase(Locale.ROOT)));
        }
        return ACTIONS.getOrDefault(word, method.toLowerCase(Locale.ROOT));
    }

    Map<String, String> subject() {
        return Map.of("request", path.substring(0, Math.min(LONGEST, path.length())));
    }
}
