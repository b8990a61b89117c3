package org.mediaenricher.demo.sample;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes; multi-byte numbers are written in one byte order, set at the start. */
final class Octets {
    private final boolean bigEndian;
    private byte[] bytes;
    private int size;

    private Octets(boolean bigEndian, int capacity) {
        this.bigEndian = bigEndian;
        this.bytes = new byte[capacity];
    }

    static Octets bigEndian() {
        return new Octets(true, 256);
    }

    static Octets littleEndian() {
        return new Octets(false, 256);
    }

    static Octets in(ByteOrder order) {
        return new Octets(order == ByteOrder.BIG_ENDIAN, 256);
    }

    Octets u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    Octets u16(int value) {
        return number(value, 2);
    }

    Octets u24(int value) {
        return number(value, 3);
    }

    Octets u32(long value) {
        return number(value, 4);
    }

    Octets u64(long value) {
        return number(value, 8);
    }

    Octets bytes(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
        return this;
    }

    Octets text(String ascii) {
        return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    Octets utf8(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Octets zeros(int count) {
        room(count);
        size += count;
        return this;
    }

    /** Adds a zero when the length is odd: TIFF values, RIFF chunks and Photoshop blocks begin on even bytes. */
    Octets padToEven() {
        return zeros(size & 1);
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private Octets number(long value, int length) {
        room(length);
        for (int i = 0; i < length; i++) {
            int shift = 8 * (bigEndian ? length - 1 - i : i);
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
