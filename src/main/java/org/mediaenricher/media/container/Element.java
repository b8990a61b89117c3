package org.mediaenricher.media.container;

/**
 * One element of an EBML document (RFC 8794, 3).
 *
 * @param id with its length marker, as specifications write it
 * @param start the offset of its head
 * @param content the offset of what follows the head
 * @param end the offset behind it, never beyond its parent's
 * @param sized false where its writer left the size open, as live recorders do: then the end is the parent's
 */
record Element(int id, long start, long content, long end, boolean sized) {
    long length() {
        return end - content;
    }
}
