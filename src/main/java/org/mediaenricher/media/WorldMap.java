package org.mediaenricher.media;

import org.mediaenricher.media.zones.ZoneMap;

/**
 * The world in outline, so that a place can be shown without asking anybody outside where that is. A plate carrée of
 * {@link #WIDTH} by {@link #HEIGHT} units, two a degree, without the ice around the south pole. Its land is where the
 * map of time zones, which comes along anyway, knows a zone; see META-INF/NOTICE for whose borders they are.
 */
public final class WorldMap {
    /** Units from the westernmost to the easternmost meridian. */
    public static final int WIDTH = 720;

    /** Units from the north pole down to the 60th southern parallel. */
    public static final int HEIGHT = 300;

    private static final int UNITS_A_DEGREE = 2;

    /** Units of the squares that land is drawn with. */
    private static final int SQUARE = 2;

    private WorldMap() {}

    /** Units from the left. */
    public static double x(double longitude) {
        return (longitude + 180) * UNITS_A_DEGREE;
    }

    /** Units from the top; what is farther south than the map stands at its lower edge. */
    public static double y(double latitude) {
        return Math.min(HEIGHT, (90 - latitude) * UNITS_A_DEGREE);
    }

    /** All land, as an SVG path ({@code d}): rows of rectangles. */
    public static String land() {
        return Land.PATH;
    }

    private static final class Land {
        static final String PATH = draw();

        private static String draw() {
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < HEIGHT; y += SQUARE) {
                row(path, y);
            }
            return path.toString();
        }

        private static void row(StringBuilder path, int y) {
            int begin = -1;
            for (int x = 0; x <= WIDTH; x += SQUARE) {
                boolean land = x < WIDTH && isLand(x + SQUARE / 2.0, y + SQUARE / 2.0);
                if (land && begin < 0) {
                    begin = x;
                } else if (!land && begin >= 0) {
                    path.append('M')
                            .append(begin)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - begin);
                    path.append('v').append(SQUARE).append('H').append(begin).append('z');
                    begin = -1;
                }
            }
        }

        private static boolean isLand(double x, double y) {
            return !ZoneMap.world()
                    .at(90 - y / UNITS_A_DEGREE, x / UNITS_A_DEGREE - 180)
                    .isEmpty();
        }
    }
}
