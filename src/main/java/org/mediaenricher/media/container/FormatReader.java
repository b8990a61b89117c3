package org.mediaenricher.media.container;

/** Reads one format. Stateless; a class per format, listed in {@link Formats}. */
interface FormatReader {
    /**
     * Whether the object begins as this format does. Looks at the head only, and never trusts that
     * there are more bytes than it has checked.
     */
    boolean recognises(ByteWindow window);

    /**
     * Reads all facts.
     *
     * @throws Unreadable when the object is broken, hostile or of a variant that is not read
     */
    void read(ByteWindow window, FactsBuilder facts);
}
