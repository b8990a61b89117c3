package org.mediaenricher.media.derive.worker;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;

/**
 * The first frame of an animated WebP as a file of its own, for libav knows stills alone: the chunks within the first
 * {@code ANMF} (RFC 9649, 2.7.1.1), under a header of their own.
 */
final class WebpStill {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;

    private WebpStill() {}

    /** The request itself for a still. */
    static Request of(Request request) {
        BytePointer object = request.object();
        long at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= request.length()) {
            long length = Integer.toUnsignedLong(int32(object, at + 4));
            if (isFrame(object, at) && length > FRAME_HEADER && at + CHUNK_HEADER + length <= request.length()) {
                return still(request, at + CHUNK_HEADER + FRAME_HEADER, (int) length - FRAME_HEADER);
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        return request;
    }

    private static Request still(Request request, long from, int length) {
        byte[] file = new byte[RIFF_HEADER + length];
        System.arraycopy("RIFF    WEBP".getBytes(StandardCharsets.US_ASCII), 0, file, 0, RIFF_HEADER);
        for (int i = 0; i < Integer.BYTES; i++) {
            file[4 + i] = (byte) (length + 4 >>> 8 * i);
        }
        request.object().position(from).get(file, RIFF_HEADER, length);
        request.object().position(0);
        BytePointer still = Request.padded(file.length);
        still.put(file, 0, file.length);
        return new Request(request.contentType(), request.stored(), request.box(), request.mostPixels(), still);
    }

    private static boolean isFrame(BytePointer object, long at) {
        return object.get(at) == 'A'
                && object.get(at + 1) == 'N'
                && object.get(at + 2) == 'M'
                && object.get(at + 3) == 'F';
    }

    private static int int32(BytePointer object, long at) {
        return object.get(at) & 0xff
                | (object.get(at + 1) & 0xff) << 8
                | (object.get(at + 2) & 0xff) << 16
                | (object.get(at + 3) & 0xff) << 24;
    }
}
