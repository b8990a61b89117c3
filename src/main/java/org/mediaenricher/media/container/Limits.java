package org.mediaenricher.media.container;

/**
 * How much one object may cost.
 *
 * @param bytes read from the source at most
 * @param calls to the source at most
 * @param steps boxes, chunks, segments, frames looked at, at most
 */
record Limits(long bytes, int calls, int steps) {
    /** Far more than honest files need, and still within a second and 64 MB. */
    static final Limits DEFAULT = new Limits(16L << 20, 256, 250_000);

    /** Sides and area of a picture that decoders here are asked to open: 200 megapixels, 32,768 a side. */
    static final int SIDE = 32_768;

    static final long PIXELS = 200_000_000;

    /** A metadata block (Exif, XMP, IPTC) handed on at most; honest ones stay far below. */
    static final int BLOCK = 2 << 20;

    /** Boxes or elements within each other. */
    static final int NESTING = 16;
}
