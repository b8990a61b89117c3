package org.mediaenricher.batch.backfill;

import org.mediaenricher.runs.Slice;
import org.mediaenricher.storage.StoredObject;

/** What the reader hands on: an object of a slice, or the slice's end. */
sealed interface Candidate {
    /** The slice it belongs to. */
    Slice slice();

    /**
     * An object as it was listed.
     *
     * @param leaveAlone whether the mode of the run does not ask for it
     */
    record Listed(Slice slice, StoredObject object, boolean leaveAlone) implements Candidate {}

    /** An object that failed before and is known by its name alone. */
    record Named(Slice slice, String path) implements Candidate {}

    /**
     * Nothing more in this slice.
     *
     * @param seen how many candidates this lease of it gave
     */
    record End(Slice slice, int seen) implements Candidate {}
}
