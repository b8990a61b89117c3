package org.mediaenricher.media.zones;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Which time zones a place may be in. Made beforehand from the borders of timeshape's release of the
 * OpenStreetMap's, which would themselves take 215 MB and milliseconds a question: here borders between clocks
 * that differ are strips some 100 m wide, in which a place is in both zones.
 */
public final class ZoneMap {
    private static final Logger LOG = System.getLogger(ZoneMap.class.getName());

    /** Where nothing is known: at sea, and everywhere if the map cannot be read. */
    private static final List<ZoneRules> UNKNOWN = List.of();

    private final List<List<ZoneRules>> sets;
    private final int[] tiles;
    private final byte[] trees;

    private ZoneMap(List<List<ZoneRules>> sets, int[] tiles, byte[] trees) {
        this.sets = sets;
        this.tiles = tiles;
        this.trees = trees;
    }

    /** The world's, read when first asked for. */
    public static ZoneMap world() {
        return World.MAP;
    }

    private static final class World {
        static final ZoneMap MAP = load();
    }

    private static ZoneMap load() {
        try (InputStream file = ZoneMap.class.getResourceAsStream(ZoneMapFile.NAME);
                DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            return read(in);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "the map of time zones cannot be read: no zone will follow from a place", e);
            int[] tiles = new int[ZoneMapFile.TILES * ZoneMapFile.TILES];
            Arrays.fill(tiles, -1);
            return new ZoneMap(List.of(UNKNOWN), tiles, new byte[0]);
        }
    }

    private static ZoneMap read(DataInputStream in) throws IOException {
        List<Optional<ZoneRules>> zones = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            zones.add(rules(in.readUTF()));
        }
        List<List<ZoneRules>> sets = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            sets.add(set(in, zones));
        }
        int[] tiles = new int[ZoneMapFile.TILES * ZoneMapFile.TILES];
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] = in.readInt();
        }
        return new ZoneMap(sets, tiles, in.readNBytes(in.readInt()));
    }

    /** Empty for the open sea, and for a zone younger than this machine's own rules. */
    private static Optional<ZoneRules> rules(String zone) {
        try {
            return zone.equals(ZoneMapFile.OPEN_SEA)
                    ? Optional.empty()
                    : Optional.of(ZoneId.of(zone).getRules());
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** Where one of several zones is unknown, all is. */
    private static List<ZoneRules> set(DataInputStream in, List<Optional<ZoneRules>> zones) throws IOException {
        List<Optional<ZoneRules>> set = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            set.add(zones.get(in.readUnsignedShort()));
        }
        boolean known = set.stream().allMatch(Optional::isPresent);
        return known ? set.stream().flatMap(Optional::stream).distinct().toList() : UNKNOWN;
    }

    /**
     * The rules of the zones a place may be in: one, or several near a border or where people live by two
     * clocks; none at sea.
     *
     * @param latitude degrees north, -90 to 90
     * @param longitude degrees east, -180 to 180
     */
    public List<ZoneRules> at(double latitude, double longitude) {
        double column = scaled((longitude + 180) / 360);
        double row = scaled((latitude + 90) / 180);
        int tile = tiles[(int) row * ZoneMapFile.TILES + (int) column];
        return sets.get(tile < 0 ? -1 - tile : leaf(tile, column % 1, row % 1));
    }

    /** The edge of the world belongs to its last tile. */
    private static double scaled(double share) {
        return Math.min(share * ZoneMapFile.TILES, Math.nextDown((double) ZoneMapFile.TILES));
    }

    /** The number of the set at a point of a tile, both coordinates from 0 to below 1. */
    private int leaf(int tile, double x, double y) {
        double column = x;
        double row = y;
        int node = tile + 1 + 2 * u8(tile);
        while (u8(node) == ZoneMapFile.SPLIT) {
            column *= 2;
            row *= 2;
            node = behind(node + 1, (int) row * 2 + (int) column);
            column %= 1;
            row %= 1;
        }
        int set = tile + 1 + 2 * u8(node);
        return u8(set) << 8 | u8(set + 1);
    }

    /** The node that follows when so many have been passed over, with all that hangs on them. */
    private int behind(int first, int passed) {
        int node = first;
        for (int left = passed; left > 0; node++) {
            left += u8(node) == ZoneMapFile.SPLIT ? 3 : -1;
        }
        return node;
    }

    private int u8(int at) {
        return trees[at] & 0xff;
    }
}
