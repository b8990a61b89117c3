package org.mediaenricher.batch.backfill;

import java.util.function.Supplier;
import org.mediaenricher.assets.Outcome;

/**
 * What the reader hands on: a candidate and how to get its outcome, which may be under way already.
 *
 * @param outcome waits for it; fails as {@link Readings} says. Not to be asked of a slice's end
 * @param abandon gives the outcome up where nobody has begun with it
 */
record Reading(Candidate candidate, Supplier<Outcome> outcome, Runnable abandon) {
    /** The end of a slice has nothing to read. */
    static Reading nothing(Candidate.End end) {
        return new Reading(
                end,
                () -> {
                    throw new IllegalStateException(
                            "the end of slice " + end.slice().number() + " has no outcome");
                },
                () -> {});
    }
}
