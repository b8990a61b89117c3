package org.mediaenricher.media.container;

import org.mediaenricher.media.Orientation;

/**
 * Turning and mirroring, one after the other as a file asks (ISO/IEC 23008-12:2022, 6.5.10 and
 * 6.5.12). Every such sequence comes down to mirroring left to right, or not, and then turning.
 */
final class HeifPlacement {
    private boolean told;
    private boolean mirrored;
    private int clockwise;

    /** Property {@code irot}: quarters counter-clockwise. */
    void turn(int quarters) {
        told = true;
        clockwise -= 90 * quarters;
    }

    /** Property {@code imir}: 0 exchanges top and bottom, 1 left and right. */
    void mirror(int axis) {
        told = true;
        mirrored = !mirrored;
        clockwise = (axis == 0 ? 180 : 0) - clockwise;
    }

    /** Tells nothing where neither property was there: then Exif may speak. */
    void tell(FactsBuilder facts) {
        if (told) {
            facts.turnedByContainer(Orientation.of(mirrored, clockwise));
        }
    }
}
