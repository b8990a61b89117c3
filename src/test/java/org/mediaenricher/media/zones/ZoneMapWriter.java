package org.mediaenricher.media.zones;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Collects the trees' nodes tile by tile and writes them as {@link ZoneMapFile} says. */
final class ZoneMapWriter {
    private static final int SPLIT = -1;

    private final List<String> zones;
    private final Map<BitSet, Integer> sets = new LinkedHashMap<>();
    private final int[] tiles = new int[ZoneMapFile.TILES * ZoneMapFile.TILES];
    private final ByteArrayOutputStream trees = new ByteArrayOutputStream();
    private final List<Integer> nodes = new ArrayList<>();

    ZoneMapWriter(List<String> zones) {
        this.zones = zones;
    }

    void split() {
        nodes.add(SPLIT);
    }

    void leaf(BitSet set) {
        Integer known = sets.putIfAbsent(set, sets.size());
        nodes.add(known == null ? sets.size() - 1 : known);
    }

    /** What was told since the last tile is this one. */
    void endTile(int column, int row) {
        int tile = row * ZoneMapFile.TILES + column;
        if (nodes.size() == 1) {
            tiles[tile] = -1 - nodes.get(0);
        } else {
            tiles[tile] = trees.size();
            tree(nodes.stream().filter(node -> node != SPLIT).distinct().toList());
        }
        nodes.clear();
    }

    private void tree(List<Integer> used) {
        if (used.size() >= ZoneMapFile.SPLIT) {
            throw new IllegalStateException("a tile with " + used.size() + " sets of zones");
        }
        trees.write(used.size());
        for (int set : used) {
            trees.write(set >> 8);
            trees.write(set);
        }
        for (int node : nodes) {
            trees.write(node == SPLIT ? ZoneMapFile.SPLIT : used.indexOf(node));
        }
    }

    void write(OutputStream file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(file))) {
            out.writeShort(zones.size());
            for (String zone : zones) {
                out.writeUTF(zone);
            }
            out.writeShort(sets.size());
            for (BitSet set : sets.keySet()) {
                out.writeByte(set.cardinality());
                for (int zone : set.stream().toArray()) {
                    out.writeShort(zone);
                }
            }
            for (int tile : tiles) {
                out.writeInt(tile);
            }
            out.writeInt(trees.size());
            trees.writeTo(out);
        }
    }

    @Override
    public String toString() {
        long whole = Arrays.stream(tiles).filter(tile -> tile < 0).count();
        return "zones=%d sets=%d tiles=%d whole=%d trees=%d bytes"
                .formatted(zones.size(), sets.size(), tiles.length, whole, trees.size());
    }
}
