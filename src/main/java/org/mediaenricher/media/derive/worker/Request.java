package org.mediaenricher.media.derive.worker;

import java.io.DataInputStream;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;

/**
 * A picture to decode.
 *
 * @param contentType its MIME type
 * @param box what the result has to fit into
 * @param mostPixels more are refused
 * @param object its bytes, outside of the heap, with room for what decoders read past the end
 */
record Request(String contentType, Box box, long mostPixels, BytePointer object) implements AutoCloseable {
    private static final int STEP = 1 << 16;
    private static final int PADDING = 64;

    /** Pixels. */
    record Box(int width, int height) {}

    static Request from(DataInputStream in) throws IOException {
        String contentType = in.readUTF();
        Box box = new Box(in.readInt(), in.readInt());
        long mostPixels = in.readLong();
        return new Request(contentType, box, mostPixels, bytes(in, in.readInt()));
    }

    int length() {
        return (int) object.limit() - PADDING;
    }

    private static BytePointer bytes(DataInputStream in, int length) throws IOException {
        BytePointer object = new BytePointer((long) length + PADDING);
        byte[] step = new byte[STEP];
        for (int at = 0; at < length; at += STEP) {
            int part = Math.min(STEP, length - at);
            in.readFully(step, 0, part);
            object.position(at).put(step, 0, part);
        }
        object.position(length).put(new byte[PADDING]);
        return object.position(0);
    }

    @Override
    public void close() {
        object.close();
    }
}
