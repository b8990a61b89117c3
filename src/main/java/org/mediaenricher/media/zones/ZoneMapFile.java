package org.mediaenricher.media.zones;

/**
 * The form of the file with the map: packed by gzip, all numbers big endian.
 *
 * <ul>
 *   <li>how many zones (u16), their names (UTF with length, {@code -} for the open sea);
 *   <li>how many sets of zones (u16), each as a count (u8) and its zones' numbers (u16);
 *   <li>for each tile, row by row from the south-west: where it stands among the trees (i32), or, below
 *       zero, -1 - the set that holds all over it;
 *   <li>how long the trees are (i32), then they: for each tile how many sets it has (u8), their numbers
 *       (u16), and its tree. A tree is written from the root down; a node is {@link #SPLIT} and its four
 *       quarters (south-west, south-east, north-west, north-east), or one of the tile's sets, counted from 0.
 * </ul>
 */
final class ZoneMapFile {
    static final String NAME = "zones.bin";
    static final String OPEN_SEA = "-";

    /** The world is so often halved, in both directions, down to a tile: 1.4 by 0.7 degrees. */
    static final int TILE_DEPTH = 8;

    /** Tiles in a row, and rows. */
    static final int TILES = 1 << TILE_DEPTH;

    static final int SPLIT = 0xff;

    private ZoneMapFile() {}
}
