package org.mediaenricher.media;

/**
 * A picture's sides in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " pixels");
        }
    }

    /** The same picture lying on its side. */
    public Size turned() {
        return new Size(height, width);
    }
}
