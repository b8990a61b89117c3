package org.mediaenricher.queue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.queue.cron.CronExpression;

/**
 * A schedule that can be kept.
 *
 * @param asked what somebody asks
 * @param timetable when it is due
 * @param kind of its jobs
 */
record CheckedSchedule(NewSchedule asked, Timetable timetable, JobKind kind) {
    private static final int LONGEST_NAME = 100;
    private static final int LARGEST_PAYLOAD = 10_000;

    /**
     * @throws Problem INVALID naming each field that is wrong
     */
    static CheckedSchedule of(NewSchedule asked, JobKinds kinds) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!isName(asked.name())) {
            wrong.put(
                    "name", "must have 1 to " + LONGEST_NAME + " characters, none for control, no blank at either end");
        }
        Optional<CronExpression> expression = expression(asked.expression(), wrong);
        Optional<ZoneId> zone = zone(asked.zone(), wrong);
        Optional<JobHandler<?>> handler = kinds.schedulable(asked.kind());
        handler.ifPresentOrElse(
                known -> checkPayload(asked, known, wrong),
                () -> wrong.put("kind", "must be one of " + String.join(", ", kinds.schedulable())));
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new CheckedSchedule(
                asked,
                new Timetable(expression.orElseThrow(), zone.orElseThrow()),
                handler.orElseThrow().kind());
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.equals(name.strip())
                && name.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(name);
    }

    private static Optional<CronExpression> expression(String text, Map<String, String> wrong) {
        try {
            return Optional.of(CronExpression.of(text));
        } catch (IllegalArgumentException none) {
            wrong.put("expression", text.isBlank() ? "is needed" : "is " + none.getMessage());
            return Optional.empty();
        }
    }

    /** A region, for an offset alone knows nothing of the nights when clocks change. */
    private static Optional<ZoneId> zone(String text, Map<String, String> wrong) {
        try {
            if (ZoneId.getAvailableZoneIds().contains(text)) {
                return Optional.of(ZoneId.of(text));
            }
        } catch (DateTimeException unreadable) {
            // said below
        }
        wrong.put("zone", "must be the name of a time zone, such as Europe/Berlin or UTC");
        return Optional.empty();
    }

    /** The handler is asked now, for later it could only bury what it cannot read. */
    private static void checkPayload(NewSchedule asked, JobHandler<?> handler, Map<String, String> wrong) {
        if (asked.payload().toString().length() > LARGEST_PAYLOAD) {
            wrong.put("payload", "must have at most " + LARGEST_PAYLOAD + " characters: names, not contents");
            return;
        }
        try {
            handler.decode(handler.kind().version(), asked.payload());
        } catch (RuntimeException unreadable) {
            wrong.put("payload", "is none of kind " + asked.kind() + reason(unreadable));
        }
    }

    private static String reason(RuntimeException unreadable) {
        if (unreadable instanceof Problem problem && !problem.fields().isEmpty()) {
            return problem.fields().entrySet().stream()
                    .map(field -> field.getKey() + " " + field.getValue())
                    .collect(Collectors.joining("; ", ": ", ""));
        }
        return unreadable.getMessage() == null ? "" : ": " + Sentence.of(unreadable.getMessage());
    }
}
