package org.mediaenricher.media.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mediaenricher.media.RangedSource;

/**
 * An object's bytes as readers see them: any offset, bounds checked, fetched in blocks and kept. The
 * first fetch is the head; reading on from a block's end fetches ever bigger blocks; a hop elsewhere
 * fetches one block there. Nothing is fetched twice as long as its block is kept.
 *
 * <p>Every access beyond the object's end ends in {@code truncated}, every access beyond the {@link
 * Limits} in {@code too-large}.
 */
final class ByteWindow implements AutoCloseable {
    private static final int BLOCKS_KEPT = 6;
    private static final int BIGGEST_READ_AHEAD = 512 * 1024;

    private final RangedSource source;
    private final BlockPool pool;
    private final long size;
    private final int blockSize;
    private final List<Block> kept = new ArrayList<>(BLOCKS_KEPT);
    private final List<byte[]> taken = new ArrayList<>(2);

    private long bytesLeft;
    private int callsLeft;
    private int stepsLeft;
    private Block current = new Block(new byte[0], 0, 0);
    private RuntimeException sourceFailure;

    ByteWindow(RangedSource source, BlockPool pool, Limits limits) {
        this.source = source;
        this.pool = pool;
        this.size = source.size();
        this.blockSize = Math.max(source.blockSize(), 4096);
        this.bytesLeft = limits.bytes();
        this.callsLeft = limits.calls();
        this.stepsLeft = limits.steps();
    }

    /** The object's length in bytes. */
    long size() {
        return size;
    }

    /** Counts one turn of a loop over what a file claims to hold; every such loop calls it. */
    void step() {
        if (--stepsLeft < 0) {
            throw Unreadable.tooLarge("the object has more parts than are looked at");
        }
    }

    /** Whether the object has that many bytes at that offset. */
    boolean has(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size - length;
    }

    /** Whether one more fetch of that many bytes is within the limits: for facts worth no failure. */
    boolean affords(long length) {
        return callsLeft > 0 && bytesLeft >= length + blockSize;
    }

    /** Whether a box's header there, or the object's end, is at hand without a fetch. */
    boolean isNear(long offset) {
        long length = Math.min(16, size - offset);
        return length <= 0 || keptWith(offset, (int) length) != null;
    }

    int u8(long offset) {
        int i = at(offset, 1);
        return current.bytes()[i] & 0xff;
    }

    int u16(long offset) {
        int i = at(offset, 2);
        byte[] b = current.bytes();
        return (b[i] & 0xff) << 8 | b[i + 1] & 0xff;
    }

    int u16le(long offset) {
        return Short.toUnsignedInt(Short.reverseBytes((short) u16(offset)));
    }

    int u24(long offset) {
        int i = at(offset, 3);
        byte[] b = current.bytes();
        return (b[i] & 0xff) << 16 | (b[i + 1] & 0xff) << 8 | b[i + 2] & 0xff;
    }

    int u24le(long offset) {
        return Integer.reverseBytes(u24(offset)) >>> 8;
    }

    int i32(long offset) {
        int i = at(offset, 4);
        byte[] b = current.bytes();
        return b[i] << 24 | (b[i + 1] & 0xff) << 16 | (b[i + 2] & 0xff) << 8 | b[i + 3] & 0xff;
    }

    int i32le(long offset) {
        return Integer.reverseBytes(i32(offset));
    }

    long u32(long offset) {
        return Integer.toUnsignedLong(i32(offset));
    }

    long u32le(long offset) {
        return Integer.toUnsignedLong(i32le(offset));
    }

    /** Eight bytes, big endian, as they are: negative where the first bit is set. */
    long i64(long offset) {
        return (long) i32(offset) << 32 | u32(offset + 4);
    }

    long i64le(long offset) {
        return Long.reverseBytes(i64(offset));
    }

    /** Whether these ASCII characters stand there; no where the object ends before. */
    boolean matches(long offset, String ascii) {
        if (!has(offset, ascii.length())) {
            return false;
        }
        return slice(offset, ascii.length()).startsWith(ascii);
    }

    /** Text of a known length. */
    String text(long offset, int length, Charset charset) {
        int i = at(offset, length);
        return new String(current.bytes(), i, length, charset);
    }

    /** Text of one byte a character, such as a four-character code. */
    String latin1(long offset, int length) {
        return text(offset, length, StandardCharsets.ISO_8859_1);
    }

    /** Bytes of their own, to keep. */
    byte[] bytes(long offset, int length) {
        Slice slice = slice(offset, length);
        byte[] copy = new byte[length];
        System.arraycopy(slice.array(), slice.from(), copy, 0, length);
        return copy;
    }

    /** A view of bytes, fetched in one call where they are not there yet. */
    Slice slice(long offset, int length) {
        int from = at(offset, length);
        return new Slice(current.bytes(), from, length);
    }

    /** What the source threw, if it did: such a failure is the store's and not the object's. */
    boolean failedWith(RuntimeException e) {
        return sourceFailure == e;
    }

    /** Throws again what the source threw, for where foreign code stood between and swallowed it. */
    void rethrowSourceFailure() {
        if (sourceFailure != null) {
            throw sourceFailure;
        }
    }

    /** Gives the buffers back. */
    @Override
    public void close() {
        taken.forEach(pool::give);
        taken.clear();
        kept.clear();
    }

    /** Makes a block current that holds those bytes, and tells the index of the first. */
    private int at(long offset, int length) {
        if (!current.holds(offset, length)) {
            current = blockWith(offset, length);
        }
        return (int) (offset - current.start());
    }

    private Block blockWith(long offset, int length) {
        if (!has(offset, length)) {
            throw Unreadable.truncated("the object ends at byte " + size + ", before what its header promises");
        }
        Block known = keptWith(offset, length);
        return known == null ? keep(fetch(offset, length)) : known;
    }

    /** By index: this runs for every part of a file, and an iterator would be garbage each time. */
    private Block keptWith(long offset, int length) {
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).holds(offset, length)) {
                return kept.get(i);
            }
        }
        return null;
    }

    private Block fetch(long offset, int length) {
        Block before = blockReaching(offset);
        int reused = before == null ? 0 : (int) (before.end() - offset);
        int wanted = (int) Math.min(Math.max(length, reused + readAhead(before)), size - offset);
        demand(wanted);
        byte[] bytes = take(wanted);
        if (reused > 0) {
            System.arraycopy(before.bytes(), (int) (offset - before.start()), bytes, 0, reused);
        }
        readFully(offset + reused, bytes, reused, wanted - reused);
        return new Block(bytes, offset, wanted);
    }

    /** A block that ends in or right before the wanted bytes: its end need not be fetched again. */
    private Block blockReaching(long offset) {
        for (Block block : kept) {
            if (block.start() <= offset && offset <= block.end()) {
                return block;
            }
        }
        return null;
    }

    private int readAhead(Block before) {
        return before == null ? blockSize : Math.min(Math.max(blockSize, 2 * before.length()), BIGGEST_READ_AHEAD);
    }

    private byte[] take(int length) {
        byte[] bytes = pool.take(length);
        taken.add(bytes);
        return bytes;
    }

    private void readFully(long offset, byte[] into, int from, int length) {
        int done = 0;
        while (done < length) {
            int read = readOnce(offset + done, into, from + done, length - done);
            if (read <= 0) {
                throw Unreadable.truncated("the object has fewer bytes than its store says");
            }
            done += read;
        }
    }

    private int readOnce(long offset, byte[] into, int from, int length) {
        demand(length);
        bytesLeft -= length;
        callsLeft--;
        try {
            return source.read(offset, into, from, length);
        } catch (RuntimeException e) {
            sourceFailure = e;
            throw e;
        }
    }

    private void demand(int bytes) {
        if (bytes > bytesLeft || callsLeft == 0) {
            throw Unreadable.tooLarge("more of the object would have to be read than the limits allow");
        }
    }

    private Block keep(Block block) {
        if (kept.size() == BLOCKS_KEPT) {
            kept.remove(1); // never the head: readers come back to it
        }
        kept.add(block);
        return block;
    }

    /** Bytes of the object from an offset on; beyond the length the array holds other objects' bytes. */
    private record Block(byte[] bytes, long start, int length) {
        long end() {
            return start + length;
        }

        boolean holds(long offset, int wanted) {
            return offset >= start && wanted >= 0 && offset <= end() - wanted;
        }
    }
}
