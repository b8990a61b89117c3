package org.mediaenricher.media.derive.worker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.bytedeco.javacpp.BytePointer;

/**
 * A picture to decode.
 *
 * @param contentType its MIME type
 * @param stored its size, as the one who asks has read it
 * @param box what the result has to fit into
 * @param mostPixels more are refused
 * @param object its bytes, outside of the heap, with room for what decoders read past the end
 */
record Request(String contentType, Sides stored, Sides box, long mostPixels, BytePointer object)
        implements AutoCloseable {
    private static final int PADDING = 64;

    /** Pixels. */
    record Sides(int width, int height) {}

    /** The head is read byte by byte, so that what follows can go straight to where it is needed. */
    static Request from(FileInputStream in) throws IOException {
        DataInputStream head = new DataInputStream(in);
        String contentType = head.readUTF();
        Sides stored = new Sides(head.readInt(), head.readInt());
        Sides box = new Sides(head.readInt(), head.readInt());
        long mostPixels = head.readLong();
        return new Request(contentType, stored, box, mostPixels, bytes(in.getChannel(), head.readInt()));
    }

    /** Bytes as an object, with the padding. */
    static BytePointer padded(int length) {
        BytePointer object = new BytePointer((long) length + PADDING);
        object.position(length).put(new byte[PADDING]);
        return object.position(0);
    }

    int length() {
        return (int) object.limit() - PADDING;
    }

    private static BytePointer bytes(ReadableByteChannel in, int length) throws IOException {
        BytePointer object = padded(length);
        ByteBuffer room = object.asByteBuffer().limit(length);
        while (room.hasRemaining()) {
            if (in.read(room) < 0) {
                throw new EOFException("the request ends within its object");
            }
        }
        return object;
    }

    @Override
    public void close() {
        object.close();
    }
}
