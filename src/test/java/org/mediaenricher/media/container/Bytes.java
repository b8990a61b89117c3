package org.mediaenricher.media.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds files for tests, number by number. */
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Bytes of(int... bytes) {
        return new Bytes().u8(bytes);
    }

    static Bytes of(String latin1) {
        return new Bytes().text(latin1);
    }

    Bytes u8(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    Bytes u16(int value) {
        return u8(value >> 8, value);
    }

    Bytes u16le(int value) {
        return u8(value, value >> 8);
    }

    Bytes u24(int value) {
        return u8(value >> 16).u16(value);
    }

    Bytes u24le(int value) {
        return u16le(value).u8(value >> 16);
    }

    Bytes u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    Bytes u32le(long value) {
        return u16le((int) value).u16le((int) (value >> 16));
    }

    Bytes u64(long value) {
        return u32(value >> 32).u32(value);
    }

    Bytes u64le(long value) {
        return u32le(value).u32le(value >> 32);
    }

    /** Text, a byte a character. */
    Bytes text(String latin1) {
        return add(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes zeros(int count) {
        return add(new byte[count]);
    }

    Bytes add(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes add(Bytes bytes) {
        return add(bytes.array());
    }

    /** A box of an ISO base media file around a content. */
    Bytes box(String type, Bytes content) {
        return u32(8L + content.length()).text(type).add(content);
    }

    /** A full box: version, flags, content. */
    Bytes fullBox(String type, int version, int flags, Bytes content) {
        return box(type, new Bytes().u8(version).u24(flags).add(content));
    }

    /** A RIFF chunk, padded to an even length. */
    Bytes chunk(String type, Bytes content) {
        return text(type).u32le(content.length()).add(content).zeros(content.length() & 1);
    }

    int length() {
        return out.size();
    }

    byte[] array() {
        return out.toByteArray();
    }
}
