package org.mediaenricher.crash;

/** Something that is done to a {@link Field}. */
public interface Scenario {
    /** Does it, waits until all has come to rest, and counts. */
    Toll on(Field field) throws Exception;
}
