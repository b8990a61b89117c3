package org.mediaenricher.media.container;

import org.mediaenricher.media.Orientation;

/**
 * How a movie or track is placed on the screen (ISO/IEC 14496-12, 6.2.2; QuickTime File Format,
 * "Matrices"): the point (x, y) goes to (a·x + c·y, b·x + d·y), y pointing down. Shifts, scales and
 * shears count for nothing here.
 *
 * @param a of the matrix's first row
 * @param b of the first row
 * @param c of the second row
 * @param d of the second row
 */
record MovieMatrix(double a, double b, double c, double d) {
    static final MovieMatrix IDENTITY = new MovieMatrix(1, 0, 0, 1);

    /** The nine 32-bit numbers of a header box. */
    static MovieMatrix at(ByteWindow window, long offset) {
        return new MovieMatrix(
                window.i32(offset), window.i32(offset + 4), window.i32(offset + 12), window.i32(offset + 16));
    }

    /** This one first, the other on its result. */
    MovieMatrix then(MovieMatrix other) {
        return new MovieMatrix(
                a * other.a + b * other.c,
                a * other.b + b * other.d,
                c * other.a + d * other.c,
                c * other.b + d * other.d);
    }

    /** The nearest of the eight orientations; upright where the matrix flattens everything. */
    Orientation orientation() {
        double area = a * d - b * c;
        if (area == 0 || !Double.isFinite(area)) {
            return Orientation.UPRIGHT;
        }
        boolean mirrored = area < 0;
        double angle = mirrored ? Math.atan2(-b, -a) : Math.atan2(b, a);
        return Orientation.of(mirrored, (int) Math.round(Math.toDegrees(angle) / 90) * 90);
    }
}
