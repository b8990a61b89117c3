package org.mediaenricher.media;

/**
 * How a stored picture is mirrored and turned for showing.
 *
 * @param exif the value 1 to 8 of Exif tag 0x0112 (Exif 3.0, 4.6.5.1.6); 1 is upright
 */
public record Orientation(int exif) {
    /** As stored. */
    public static final Orientation UPRIGHT = new Orientation(1);

    public Orientation {
        if (!isValid(exif)) {
            throw new IllegalArgumentException("orientation is 1 to 8, not " + exif);
        }
    }

    /** Whether a tag's value is one of the eight. */
    public static boolean isValid(int exif) {
        return exif >= 1 && exif <= 8;
    }

    /**
     * Mirrored left to right first, if at all, then turned.
     *
     * @param mirrored whether left and right change places
     * @param clockwise degrees, any multiple of 90, also negative
     */
    public static Orientation of(boolean mirrored, int clockwise) {
        return new Orientation(
                switch (Math.floorMod(clockwise, 360)) {
                    case 90 -> mirrored ? 7 : 6;
                    case 180 -> mirrored ? 4 : 3;
                    case 270 -> mirrored ? 5 : 8;
                    default -> mirrored ? 2 : 1;
                });
    }

    /** How far to turn clockwise after mirroring: 0, 90, 180 or 270 degrees. */
    public int rotation() {
        return switch (exif) {
            case 3, 4 -> 180;
            case 6, 7 -> 90;
            case 5, 8 -> 270;
            default -> 0;
        };
    }

    /** Whether left and right change places, before turning. */
    public boolean mirrored() {
        return exif == 2 || exif == 4 || exif == 5 || exif == 7;
    }

    /** A stored size as shown. */
    public Size applied(Size stored) {
        return exif >= 5 ? stored.turned() : stored;
    }
}
