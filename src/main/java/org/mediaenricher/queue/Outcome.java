package org.mediaenricher.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How an attempt ended, as its handler tells it. Anything but {@link Done} rolls back what it did in its transaction. */
public sealed interface Outcome {
    /** The job is done. */
    record Done() implements Outcome {}

    /**
     * It failed and is worth another attempt, if any is left.
     *
     * @param after not before so long, as a provider's {@code Retry-After} has it; empty for what the kind's policy says
     * @param why for people
     */
    record Retry(Optional<Duration> after, String why) implements Outcome {}

    /**
     * It is too early; the attempt does not count.
     *
     * @param until how long to wait
     */
    record Snooze(Duration until) implements Outcome {}

    /**
     * It failed, and another attempt would too: to the dead letters.
     *
     * @param why for people
     */
    record GiveUp(String why) implements Outcome {}

    /** What of a provider's refusals passes by itself: 408 and 425 and 429 (RFC 9110, RFC 8470, RFC 6585). */
    Set<Integer> PASSING = Set.of(408, 425, 429);

    /** The job is done. */
    static Outcome done() {
        return new Done();
    }

    /** Worth another attempt, after as long as the kind's policy says. */
    static Outcome retry(String why) {
        return new Retry(Optional.empty(), why);
    }

    /** Too early. */
    static Outcome snooze(Duration until) {
        return new Snooze(until);
    }

    /** Another attempt would fail too. */
    static Outcome giveUp(String why) {
        return new GiveUp(why);
    }

    /**
     * What a provider's failing HTTP status means: a refusal of the request itself (4xx) is for good, all else passes.
     *
     * @param retryAfter what the provider asked for, empty when nothing
     */
    static Outcome ofStatus(int status, Optional<Duration> retryAfter, String why) {
        boolean forGood = status >= 400 && status < 500 && !PASSING.contains(status);
        return forGood ? new GiveUp(why) : new Retry(retryAfter, why);
    }
}
