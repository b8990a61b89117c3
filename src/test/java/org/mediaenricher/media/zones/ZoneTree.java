package org.mediaenricher.media.zones;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Halves the world in both directions until a piece lies in one zone, in zones whose clocks agree, or is
 * small enough. A piece knows the edges that touch it and which zones its middle is in; the middle of a
 * quarter is in the same ones, but for those whose edges are crossed an odd number of times on the way.
 */
final class ZoneTree {
    private static final double OFF_CENTRE = 0.4999371;

    private final Borders borders;
    private final Clocks clocks;
    private final ZoneMapWriter writer;

    ZoneTree(Borders borders, Clocks clocks, ZoneMapWriter writer) {
        this.borders = borders;
        this.clocks = clocks;
        this.writer = writer;
    }

    /** A piece of the world; {@code depth} says how often it was halved. */
    private record Piece(int depth, int column, int row) {
        double width() {
            return 360.0 / (1 << depth);
        }

        double height() {
            return 180.0 / (1 << depth);
        }

        double west() {
            return column * width() - 180;
        }

        double south() {
            return row * height() - 90;
        }

        double x() {
            return west() + width() * OFF_CENTRE;
        }

        double y() {
            return south() + height() * OFF_CENTRE;
        }

        Piece quarter(int index) {
            return new Piece(depth + 1, 2 * column + (index & 1), 2 * row + (index >> 1));
        }
    }

    void write() {
        int[] all = new int[borders.size()];
        Arrays.setAll(all, edge -> edge);
        Piece world = new Piece(0, 0, 0);
        write(world, all, crossed(all, new BitSet(), -181, -91, world.x(), world.y()));
    }

    private void write(Piece piece, int[] edges, BitSet middle) {
        BitSet zones = (BitSet) middle.clone();
        for (int edge : edges) {
            zones.set(borders.zone(edge));
        }
        boolean whole = edges.length == 0 || clocks.agree(zones, piece.depth());
        if (piece.depth() >= ZoneMapFile.TILE_DEPTH && whole) {
            writer.leaf(zones);
        } else {
            quarters(piece, edges, middle);
        }
        if (piece.depth() == ZoneMapFile.TILE_DEPTH) {
            writer.endTile(piece.column(), piece.row());
        }
    }

    private void quarters(Piece piece, int[] edges, BitSet middle) {
        if (piece.depth() >= ZoneMapFile.TILE_DEPTH) {
            writer.split();
        }
        for (int i = 0; i < 4; i++) {
            Piece quarter = piece.quarter(i);
            BitSet inside = crossed(edges, middle, piece.x(), piece.y(), quarter.x(), quarter.y());
            write(quarter, touching(quarter, edges), inside);
        }
    }

    /** The zones a point is in, when another point's are known. */
    private BitSet crossed(int[] edges, BitSet from, double x1, double y1, double x2, double y2) {
        BitSet zones = (BitSet) from.clone();
        for (int edge : edges) {
            if (crosses(edge, x1, y1, x2, y2)) {
                zones.flip(borders.zone(edge));
            }
        }
        return zones;
    }

    private boolean crosses(int edge, double x1, double y1, double x2, double y2) {
        double ax = borders.x1(edge);
        double ay = borders.y1(edge);
        double bx = borders.x2(edge);
        double by = borders.y2(edge);
        return side(x1, y1, x2, y2, ax, ay) != side(x1, y1, x2, y2, bx, by)
                && side(ax, ay, bx, by, x1, y1) != side(ax, ay, bx, by, x2, y2);
    }

    private static boolean side(double x1, double y1, double x2, double y2, double x, double y) {
        return (x2 - x1) * (y - y1) > (y2 - y1) * (x - x1);
    }

    private int[] touching(Piece piece, int[] edges) {
        int[] found = new int[edges.length];
        int count = 0;
        for (int edge : edges) {
            if (touches(piece, edge)) {
                found[count++] = edge;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean touches(Piece piece, int edge) {
        double west = piece.west();
        double east = west + piece.width();
        double south = piece.south();
        double north = south + piece.height();
        double ax = borders.x1(edge);
        double ay = borders.y1(edge);
        double bx = borders.x2(edge);
        double by = borders.y2(edge);
        if (Math.max(ax, bx) < west
                || Math.min(ax, bx) > east
                || Math.max(ay, by) < south
                || Math.min(ay, by) > north) {
            return false;
        }
        boolean left = side(ax, ay, bx, by, west, south);
        return ax == bx
                || ay == by
                || left != side(ax, ay, bx, by, east, south)
                || left != side(ax, ay, bx, by, west, north)
                || left != side(ax, ay, bx, by, east, north);
    }
}
