package org.mediaenricher.demo.sample;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One image file directory: TIFF 6.0, section 2. Entries stand in ascending order of their tags, values
 * over four bytes and whatever an entry points at follow the directory, each on an even byte.
 */
final class Ifd {
    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;
    private static final int SRATIONAL = 10;

    private static final int ENTRY_LENGTH = 12;
    private static final int HEADER_LENGTH = 8;

    /** Bytes that may hold offsets, so they are known only once it is known where they will stand. */
    private interface Block {
        byte[] at(int offset);
    }

    private record Field(int type, int count, boolean pointer, Block block) {}

    private final ByteOrder order;
    private final Map<Integer, Field> fields = new TreeMap<>();
    private Ifd next;

    Ifd(ByteOrder order) {
        this.order = order;
    }

    Ifd bytes(int tag, int... values) {
        Octets octets = Octets.in(order);
        for (int value : values) {
            octets.u8(value);
        }
        return value(tag, BYTE, values.length, octets.toByteArray());
    }

    Ifd ascii(int tag, String text) {
        byte[] value = (text + '\0').getBytes(StandardCharsets.US_ASCII);
        return value(tag, ASCII, value.length, value);
    }

    Ifd shorts(int tag, int... values) {
        Octets octets = Octets.in(order);
        for (int value : values) {
            octets.u16(value);
        }
        return value(tag, SHORT, values.length, octets.toByteArray());
    }

    Ifd longs(int tag, long... values) {
        return value(tag, LONG, values.length, fourByteNumbers(values));
    }

    /** @param parts numerator and denominator of each rational in turn */
    Ifd rationals(int tag, long... parts) {
        return value(tag, RATIONAL, parts.length / 2, fourByteNumbers(parts));
    }

    Ifd signedRational(int tag, int numerator, int denominator) {
        return value(tag, SRATIONAL, 1, fourByteNumbers(numerator, denominator));
    }

    Ifd undefined(int tag, byte[] value) {
        return value(tag, UNDEFINED, value.length, value);
    }

    /** An entry whose value is the offset of another directory (EXIF, GPS). */
    Ifd directory(int tag, Ifd directory) {
        fields.put(tag, new Field(LONG, 1, true, directory::at));
        return this;
    }

    /** A pair of entries, offset and length, as the thumbnail of IFD1 has them. */
    Ifd data(int offsetTag, int lengthTag, byte[] data) {
        fields.put(offsetTag, new Field(LONG, 1, true, offset -> data));
        return longs(lengthTag, data.length);
    }

    /** Says which directory comes after this one: IFD1, with the thumbnail, after IFD0. */
    Ifd followedBy(Ifd following) {
        next = following;
        return this;
    }

    /** A whole TIFF stream: header, this directory as IFD0, and what hangs on it. */
    byte[] toTiff() {
        return Octets.in(order)
                .text(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")
                .u16(42)
                .u32(HEADER_LENGTH)
                .bytes(at(HEADER_LENGTH))
                .toByteArray();
    }

    /** This directory without a TIFF header, for a place where it stands at the given offset. */
    byte[] at(int offset) {
        int valuesAt = offset + 2 + fields.size() * ENTRY_LENGTH + 4;
        Octets directory = Octets.in(order).u16(fields.size());
        Octets values = Octets.in(order);
        fields.forEach((tag, field) -> entry(directory, values, valuesAt, tag, field));
        int nextAt = valuesAt + values.size();
        byte[] following = next == null ? new byte[0] : next.at(nextAt);
        return directory
                .u32(next == null ? 0 : nextAt)
                .bytes(values.toByteArray())
                .bytes(following)
                .toByteArray();
    }

    private static void entry(Octets directory, Octets values, int valuesAt, int tag, Field field) {
        int offset = valuesAt + values.size();
        byte[] value = field.block.at(offset);
        directory.u16(tag).u16(field.type).u32(field.count);
        if (!field.pointer && value.length <= 4) {
            directory.bytes(value).zeros(4 - value.length);
        } else {
            directory.u32(offset);
            values.bytes(value).padToEven();
        }
    }

    private Ifd value(int tag, int type, int count, byte[] value) {
        fields.put(tag, new Field(type, count, false, offset -> value));
        return this;
    }

    private byte[] fourByteNumbers(long... values) {
        Octets octets = Octets.in(order);
        for (long value : values) {
            octets.u32(value);
        }
        return octets.toByteArray();
    }
}
