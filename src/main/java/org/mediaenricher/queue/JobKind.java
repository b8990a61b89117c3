package org.mediaenricher.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is the same for all jobs of a kind.
 *
 * @param name verb-noun in lower case, such as {@code ingest-asset}; never changed, for jobs wait under it
 * @param version of the payloads its handler writes; it reads this one and all before. Jobs of a later version wait for a
 *     node that knows it
 * @param effect how its effect and its end go together
 * @param attempts how often a job is tried before it is given up
 * @param timeout for one attempt; then the handler is interrupted, and the attempt has failed
 * @param retries how long it waits in between
 * @param atOnce how many of them run at the same time on a node
 * @param ahead how many more a node claims so that they are there when one ends; 0 where a job takes longer than a claim
 * @param together how many of a tenant may share a transaction, for jobs of a few statements: all of them commit, or none
 *     does and each is tried again in one of its own, which is not another attempt; 1 for one of its own each. They are
 *     taken from those claimed ahead, each thread its part, so where none are, none share
 * @param mostRunning over all nodes, empty for any number
 * @param mostOfTenant of one tenant over all nodes, empty for any number
 */
public record JobKind(
        String name,
        int version,
        Effect effect,
        int attempts,
        Duration timeout,
        RetryPolicy retries,
        int atOnce,
        int ahead,
        int together,
        Optional<Integer> mostRunning,
        Optional<Integer> mostOfTenant) {
    /** Below this a crash, which counts as an attempt of all that were claimed, could be the end of one that never ran. */
    private static final int FEWEST_ATTEMPTS_AHEAD = 4;

    private static final int MOST_ATTEMPTS = 100;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public JobKind {
        demand(isName(name), "a kind is named by lower-case letters, digits and hyphens, not " + name);
        demand(version > 0 && version <= Short.MAX_VALUE, "versions are numbered from 1");
        demand(attempts > 0 && attempts <= MOST_ATTEMPTS, "attempts are 1 to " + MOST_ATTEMPTS);
        demand(!timeout.isNegative() && !timeout.isZero(), "a timeout is positive");
        demand(atOnce > 0 && ahead >= 0, "at least one at once, and not fewer than none ahead");
        demand(
                ahead == 0 || attempts >= FEWEST_ATTEMPTS_AHEAD,
                "only kinds of four attempts and more are claimed ahead");
        demand(together > 0, "a transaction has at least one job");
        demand(together == 1 || effect == Effect.IN_TRANSACTION, "outside of a transaction none is shared");
        demand(mostRunning.orElse(1) > 0 && mostOfTenant.orElse(1) > 0, "a limit lets at least one run");
    }

    /** A kind as most are: in a transaction, 5 attempts of a minute, retried as usual, two at once. */
    public static JobKind named(String name) {
        return new JobKind(
                name,
                1,
                Effect.IN_TRANSACTION,
                5,
                Duration.ofMinutes(1),
                RetryPolicy.USUAL,
                2,
                0,
                1,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether a kind may be called so. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The same in another version. */
    public JobKind version(int newest) {
        return new JobKind(
                name, newest, effect, attempts, timeout, retries, atOnce, ahead, together, mostRunning, mostOfTenant);
    }

    /** The same with another effect. */
    public JobKind effect(Effect other) {
        return new JobKind(
                name, version, other, attempts, timeout, retries, atOnce, ahead, together, mostRunning, mostOfTenant);
    }

    /** The same with another number of attempts. */
    public JobKind attempts(int most) {
        return new JobKind(
                name, version, effect, most, timeout, retries, atOnce, ahead, together, mostRunning, mostOfTenant);
    }

    /** The same with another timeout. */
    public JobKind timeout(Duration longest) {
        return new JobKind(
                name, version, effect, attempts, longest, retries, atOnce, ahead, together, mostRunning, mostOfTenant);
    }

    /** The same with other retries. */
    public JobKind retries(RetryPolicy other) {
        return new JobKind(
                name, version, effect, attempts, timeout, other, atOnce, ahead, together, mostRunning, mostOfTenant);
    }

    /** The same with so many at once on a node, and so many more claimed ahead. */
    public JobKind atOnce(int running, int more) {
        return new JobKind(
                name, version, effect, attempts, timeout, retries, running, more, together, mostRunning, mostOfTenant);
    }

    /** The same with so many in a transaction. */
    public JobKind together(int most) {
        return new JobKind(
                name, version, effect, attempts, timeout, retries, atOnce, ahead, most, mostRunning, mostOfTenant);
    }

    /** The same with so many at the most over all nodes. */
    public JobKind mostRunning(int most) {
        return new JobKind(
                name,
                version,
                effect,
                attempts,
                timeout,
                retries,
                atOnce,
                ahead,
                together,
                Optional.of(most),
                mostOfTenant);
    }

    /** The same with so many of one tenant at the most over all nodes. */
    public JobKind mostOfTenant(int most) {
        return new JobKind(
                name,
                version,
                effect,
                attempts,
                timeout,
                retries,
                atOnce,
                ahead,
                together,
                mostRunning,
                Optional.of(most));
    }

    /** How many a node holds at the most. */
    int capacity() {
        return atOnce + ahead;
    }

    /** Whether other nodes have a say in how many may run here. */
    boolean limited() {
        return mostRunning.isPresent() || mostOfTenant.isPresent();
    }

    /** After this long a claim is over even if its node lives: all it holds was tried in turn, with a minute to spare. */
    Duration hold() {
        Duration each = together == 1 ? timeout : timeout.multipliedBy(2); // with others, and alone
        return each.multipliedBy(1L + ahead / atOnce).plusMinutes(1);
    }

    private static void demand(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
