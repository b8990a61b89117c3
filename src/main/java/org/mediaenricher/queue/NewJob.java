package org.mediaenricher.queue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import org.mediaenricher.tenancy.TenantId;

/**
 * A job to be enqueued.
 *
 * @param tenant whose work it is, empty for none's
 * @param kind the name of its kind
 * @param version of the payload
 * @param payload what it is about, at the most a few kilobytes: names, not contents
 * @param priority higher goes first, within its tenant
 * @param delay not before
 * @param attempts how often it is tried at the most
 * @param uniqueKey as long as a job of this tenant, kind and key waits or runs, there is no second one
 */
public record NewJob(
        Optional<TenantId> tenant,
        String kind,
        int version,
        JsonObject payload,
        int priority,
        Duration delay,
        int attempts,
        Optional<String> uniqueKey) {
    /** The longest unique key, in characters. */
    public static final int LONGEST_KEY = 500;

    public NewJob {
        if (!JobKind.isName(kind)) {
            throw new IllegalArgumentException("no kind is called " + kind);
        }
        if (priority < Short.MIN_VALUE || priority > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a priority has 16 bits");
        }
        if (uniqueKey.orElse("").length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a unique key has at most " + LONGEST_KEY + " characters");
        }
    }

    /** A job of a kind with its own number of attempts, to be done at once. */
    public static NewJob of(JobKind kind, TenantId tenant, JsonObject payload) {
        return new NewJob(
                Optional.of(tenant),
                kind.name(),
                kind.version(),
                payload,
                0,
                Duration.ZERO,
                kind.attempts(),
                Optional.empty());
    }

    /** Work of the server itself. */
    public static NewJob ofNobody(JobKind kind) {
        return new NewJob(
                Optional.empty(),
                kind.name(),
                kind.version(),
                JsonValue.EMPTY_JSON_OBJECT,
                0,
                Duration.ZERO,
                kind.attempts(),
                Optional.empty());
    }

    /** The same, before others of its tenant or behind them. */
    public NewJob priority(int higherGoesFirst) {
        return new NewJob(tenant, kind, version, payload, higherGoesFirst, delay, attempts, uniqueKey);
    }

    /** The same, later. */
    public NewJob delay(Duration notBefore) {
        return new NewJob(tenant, kind, version, payload, priority, notBefore, attempts, uniqueKey);
    }

    /** The same, only once at a time. */
    public NewJob unique(String key) {
        return new NewJob(tenant, kind, version, payload, priority, delay, attempts, Optional.of(key));
    }
}
