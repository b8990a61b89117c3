package org.mediaenricher.batch;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.runs.NewRun;
import org.mediaenricher.runs.RunMode;
import org.mediaenricher.runs.RunTrigger;

/**
 * What a job of kind {@code backfill-bucket} is about: the parameters of {@code POST /media-enricher/cron} as JSON.
 *
 * @param run what it opens
 * @param schedule the name of the schedule it comes of, empty when of none
 */
record BackfillPayload(NewRun run, Optional<String> schedule) {
    private static final String SCHEDULE = "schedule";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEY = 1024;

    /**
     * @throws Problem INVALID naming every field that is missing, wrong or unknown
     */
    static BackfillPayload of(JsonObject payload) {
        Fields fields = new Fields(payload);
        NewRun run = new NewRun(
                fields.needed("bucket", LONGEST_NAME),
                fields.text("prefix", LONGEST_KEY).orElse(""),
                fields.number("limit", 1).orElse(0L),
                fields.mode("mode").orElse(RunMode.CHANGED),
                fields.flag("looks"),
                fields.number("skip_limit", 0).orElse(-1L),
                Optional.empty(),
                RunTrigger.CRON,
                Optional.empty());
        Optional<String> schedule = fields.text(SCHEDULE, LONGEST_NAME);
        fields.check();
        return new BackfillPayload(run, schedule);
    }

    /** The fields that are there, and what is wrong with any of them. */
    private static final class Fields {
        private final JsonObject given;
        private final Set<String> known = new TreeSet<>();
        private final Map<String, String> wrong = new LinkedHashMap<>();

        Fields(JsonObject given) {
            this.given = given;
        }

        Optional<String> text(String name, int longest) {
            return value(name, "must be a text of at most " + longest + " characters, and no NUL", value -> {
                String text = value instanceof JsonString string ? string.getString() : null;
                boolean fits = text != null && text.length() <= longest && text.indexOf(0) < 0;
                return Optional.ofNullable(fits ? text : null);
            });
        }

        String needed(String name, int longest) {
            Optional<String> text = text(name, longest).filter(some -> !some.isEmpty());
            if (text.isEmpty()) {
                wrong.putIfAbsent(name, "is needed");
            }
            return text.orElse("");
        }

        Optional<Long> number(String name, long least) {
            return value(name, "must be a whole number from " + least + " on", value -> {
                boolean whole = value instanceof JsonNumber number && number.isIntegral();
                return whole
                        ? Optional.of(((JsonNumber) value).longValueExact()).filter(number -> number >= least)
                        : Optional.empty();
            });
        }

        boolean flag(String name) {
            return value(name, "must be true or false", value -> switch (value.getValueType()) {
                        case TRUE -> Optional.of(true);
                        case FALSE -> Optional.of(false);
                        default -> Optional.empty();
                    })
                    .orElse(false);
        }

        Optional<RunMode> mode(String name) {
            return value(
                    name,
                    "must be one of " + String.join(", ", RunMode.words()),
                    value -> value instanceof JsonString word ? RunMode.of(word.getString()) : Optional.empty());
        }

        void check() {
            for (String name : given.keySet()) {
                if (!known.contains(name)) {
                    wrong.put(name, "is not a field here; there are " + String.join(", ", known));
                }
            }
            if (!wrong.isEmpty()) {
                throw Problem.invalid(wrong);
            }
        }

        private <T> Optional<T> value(String name, String rule, Function<JsonValue, Optional<T>> read) {
            known.add(name);
            JsonValue value = given.getOrDefault(name, JsonValue.NULL);
            if (value.equals(JsonValue.NULL)) {
                return Optional.empty();
            }
            Optional<T> understood = tried(value, read);
            if (understood.isEmpty()) {
                wrong.put(name, rule);
            }
            return understood;
        }

        private static <T> Optional<T> tried(JsonValue value, Function<JsonValue, Optional<T>> read) {
            try {
                return read.apply(value);
            } catch (ArithmeticException tooLarge) {
                return Optional.empty();
            }
        }
    }
}
