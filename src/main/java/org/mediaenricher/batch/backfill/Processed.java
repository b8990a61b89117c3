package org.mediaenricher.batch.backfill;

import org.mediaenricher.assets.Outcome;
import org.mediaenricher.runs.Slice;

/** What the writer gets: an outcome, or the slice's end. */
sealed interface Processed {
    /** The slice it belongs to. */
    Slice slice();

    /** How it went with one object. */
    record One(Slice slice, Outcome outcome) implements Processed {}

    /** The slice is through. */
    record End(Slice slice, int seen) implements Processed {}
}
