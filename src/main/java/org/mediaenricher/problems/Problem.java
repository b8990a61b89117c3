package org.mediaenricher.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request that cannot be granted, told so that the one who asked can act on it. Anything else that
 * is thrown is a bug of ours, or a dependency that is down.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is; the doors translate it, for no room below them speaks HTTP. */
    public enum Kind {
        /** Something asked is missing or wrong; {@link Problem#fields()} says what. */
        INVALID,
        /** The caller may not do this. */
        FORBIDDEN,
        /** There is no such thing, or none the caller may know of. */
        NOT_FOUND,
        /** It does not go with the state things are in. */
        CONFLICT,
        /** Understood, and still not possible with this content. */
        UNPROCESSABLE,
        /** The caller is too fast; {@link Problem#retryAfter()} says when to try again. */
        TOO_MANY,
        /** A dependency is away; worth another try. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final transient Map<String, String> fields;
    private final transient Map<String, Object> details;
    private final Duration wait;

    private Problem(
            Kind kind, String sentence, Map<String, String> fields, Map<String, Object> details, Duration wait) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.fields = fields;
        this.details = details;
        this.wait = wait;
    }

    /**
     * @param sentence what is the matter and what to do, for a person
     */
    public Problem(Kind kind, String sentence) {
        this(kind, sentence, Map.of(), Map.of(), Duration.ZERO);
    }

    /** Input that is wrong: a sentence for each field, by the field's name. */
    public static Problem invalid(Map<String, String> fields) {
        String names = String.join(", ", fields.keySet());
        return new Problem(
                Kind.INVALID, "Missing or wrong: " + names + ".", new LinkedHashMap<>(fields), Map.of(), Duration.ZERO);
    }

    /** A caller who is too fast: after {@code wait} it is worth another try. */
    public static Problem tooMany(String sentence, Duration wait) {
        return new Problem(Kind.TOO_MANY, sentence, Map.of(), Map.of(), wait);
    }

    /** The same problem with one more fact a program can use, such as the id of the run in the way. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Problem(kind, getMessage(), fields, more, wait);
    }

    /** What kind of refusal it is. */
    public Kind kind() {
        return kind;
    }

    /** A sentence for each wrong field, in the order they were checked; empty when no field is to blame. */
    public Map<String, String> fields() {
        return fields;
    }

    /** Further facts for programs, by name. */
    public Map<String, Object> details() {
        return details;
    }

    /** How long to wait before another try, where that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.of(wait).filter(span -> !span.isZero());
    }
}
