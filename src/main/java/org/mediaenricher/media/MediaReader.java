package org.mediaenricher.media;

/** Reads what is known about an object. Stateless: one instance serves all threads. */
public interface MediaReader {
    /**
     * Reads an object's facts in a few ranged reads.
     *
     * @param source the object's bytes
     * @return the facts, or a coded reason why there are none; hostile bytes never end in an exception
     * @throws RuntimeException only what the source itself threw
     */
    MediaReading read(RangedSource source);
}
