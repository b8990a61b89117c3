package org.mediaenricher.media.container;

import org.mediaenricher.media.Size;

/** Sizes read from headers, checked: a header of a few bytes can promise a picture that fills any memory. */
final class Pixels {
    private Pixels() {}

    /**
     * A picture's size.
     *
     * @throws Unreadable malformed when a side is 0, too large beyond what {@link Limits} names
     */
    static Size size(long width, long height) {
        if (width < 1 || height < 1) {
            throw Unreadable.malformed("the header says " + width + "x" + height + " pixels");
        }
        if (width > Limits.SIDE || height > Limits.SIDE || width * height > Limits.PIXELS) {
            throw Unreadable.tooLarge("a picture of " + width + "x" + height + " pixels is over the limit");
        }
        return new Size((int) width, (int) height);
    }
}
