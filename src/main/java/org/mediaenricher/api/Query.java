package org.mediaenricher.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.mediaenricher.problems.Problem;

/**
 * Reads query parameters and collects what is wrong with all of them, so that a caller learns everything at once. A
 * parameter nobody asked for is wrong too: it is most often a misspelt one.
 */
final class Query {
    private static final int USUAL_PAGE = 20;
    private static final int LONGEST_PAGE = 1000;

    private final MultivaluedMap<String, String> given;
    private final Set<String> known = new TreeSet<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();

    Query(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** A text that may be absent. */
    Optional<String> text(String name, int longest) {
        known.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong.put(name, "is given " + values.size() + " times; give it once");
        }
        Optional<String> value = values.stream().findFirst().filter(text -> !text.isEmpty());
        if (value.filter(text -> !isText(text, longest)).isPresent()) {
            wrong.put(name, textRule(longest));
            return Optional.empty();
        }
        return value;
    }

    /** Whether the database can hold it: PostgreSQL's text has no NUL, and UTF-8 no half of a surrogate pair. */
    static boolean isText(String text, int longest) {
        return text.length() <= longest
                && text.indexOf(0) < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** What {@link #isText} asks for, as a sentence after the field's name. */
    static String textRule(int longest) {
        return "must have at most " + longest + " characters, and no NUL";
    }

    /** A text that must be given. */
    String needed(String name, int longest) {
        Optional<String> value = text(name, longest);
        if (value.isEmpty()) {
            wrong.putIfAbsent(name, "is needed");
        }
        return value.orElse("");
    }

    /** A whole number. */
    long number(String name, long byDefault, long least, long most) {
        return parsed(name, "must be a whole number from " + least + " to " + most, text -> {
                    long number = Long.parseLong(text);
                    return number >= least && number <= most ? Optional.of(number) : Optional.empty();
                })
                .orElse(byDefault);
    }

    /** How many entries a page is to have: {@code limit}, 1 to 1,000, or 20. */
    int pageSize() {
        return (int) number("limit", USUAL_PAGE, 1, LONGEST_PAGE);
    }

    /** {@code true} or {@code false}. */
    boolean flag(String name) {
        return parsed(name, "must be true or false", text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                })
                .orElse(false);
    }

    /** An id. */
    Optional<UUID> id(String name) {
        return parsed(name, "must be a UUID", text -> Optional.of(UUID.fromString(text)));
    }

    /** A point in time. */
    Optional<Instant> instant(String name) {
        return parsed(name, "must be a time such as 2026-01-31T03:00:00Z", text -> {
            try {
                return Optional.of(Instant.parse(text)).filter(Query::isInDatabase);
            } catch (DateTimeParseException none) {
                return Optional.empty();
            }
        });
    }

    /** PostgreSQL's time ends later than this, and nothing of ours does. */
    private static boolean isInDatabase(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
    }

    /** A value of a closed set. */
    <T> Optional<T> word(String name, List<String> words, Function<String, Optional<T>> value) {
        return parsed(name, "must be one of " + String.join(", ", words), value);
    }

    /**
     * To be called when everything was asked for.
     *
     * @throws Problem INVALID naming every parameter that is missing, wrong or unknown
     */
    void check() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                wrong.put(name, "is not a parameter here; there are " + String.join(", ", known));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private <T> Optional<T> parsed(String name, String rule, Function<String, Optional<T>> parser) {
        Optional<String> text = text(name, 100);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = tried(text.get(), parser);
        if (value.isEmpty()) {
            wrong.put(name, rule);
        }
        return value;
    }

    private static <T> Optional<T> tried(String text, Function<String, Optional<T>> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
