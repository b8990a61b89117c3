package org.mediaenricher.demo.sample;

import java.util.ArrayList;
import java.util.List;

/** The markers of a JPEG up to its first scan, walked by their lengths, and the frame's size. For tests. */
record JpegSegments(List<Integer> markers, int width, int height) {
    private static final int START_OF_SCAN = 0xDA;

    static JpegSegments of(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>();
        int width = 0;
        int height = 0;
        int at = 2;
        do {
            if (jpeg[at] != (byte) 0xFF) {
                throw new IllegalArgumentException("no marker at " + at);
            }
            int marker = jpeg[at + 1] & 0xFF;
            markers.add(marker);
            if (marker == 0xC0 || marker == 0xC2) {
                height = u16(jpeg, at + 5);
                width = u16(jpeg, at + 7);
            }
            at += 2 + u16(jpeg, at + 2);
        } while (markers.get(markers.size() - 1) != START_OF_SCAN);
        return new JpegSegments(List.copyOf(markers), width, height);
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
