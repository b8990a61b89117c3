package org.mediaenricher.runs;

/** Another node, or another life of this one, holds the slice now: nothing of this chunk may be written. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(Slice slice) {
        super("slice " + slice.number() + " was taken over, its token " + slice.token() + " is out of date");
    }
}
