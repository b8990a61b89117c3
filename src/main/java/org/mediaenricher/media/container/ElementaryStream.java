package org.mediaenricher.media.container;

/** An elementary stream descriptor (ISO/IEC 14496-1, 7.2.6.5): which codec an MP4 entry really holds, and how. */
final class ElementaryStream {
    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int SPECIFIC = 5;

    private final ByteWindow window;
    private final long end;
    private long next;

    ElementaryStream(ByteWindow window, long from, long end) {
        this.window = window;
        this.next = from;
        this.end = end;
    }

    void tell(TrackBuilder track) {
        SidePart.read(() -> descriptors(track));
    }

    private void descriptors(TrackBuilder track) {
        int objectType = 0;
        while (next < end - 1) {
            window.step();
            int tag = window.u8(next++);
            long length = length();
            switch (tag) {
                case STREAM -> next += streamFields();
                case DECODER -> objectType = decoder(track);
                case SPECIFIC -> specific(objectType, length, track);
                default -> next += length;
            }
        }
    }

    /** Seven bits a byte, at most four bytes, the first bit saying that another follows (14496-1, 8.3.3). */
    private long length() {
        long length = 0;
        for (int i = 0; i < 4; i++) {
            int octet = window.u8(next++);
            length = length << 7 | octet & 0x7f;
            if (octet < 0x80) {
                break;
            }
        }
        return length;
    }

    /** How long the fields before the next descriptor are. */
    private int streamFields() {
        int flags = window.u8(next + 2);
        int dependence = (flags & 0x80) == 0 ? 0 : 2;
        int url = (flags & 0x40) == 0 ? 0 : 1 + window.u8(next + 3 + dependence);
        int clock = (flags & 0x20) == 0 ? 0 : 2;
        return 3 + dependence + url + clock;
    }

    private int decoder(TrackBuilder track) {
        int objectType = window.u8(next);
        track.codec(MovieCodecs.ofObjectType(objectType)).bitRate(window.u32(next + 9));
        next += 13;
        return objectType;
    }

    private void specific(int objectType, long length, TrackBuilder track) {
        if (objectType == 0x40 || objectType >= 0x66 && objectType <= 0x68) {
            int known = (int) Math.min(Math.min(length, end - next), 64);
            AacConfig.tell(new BitReader(window.slice(next, known)), track);
        }
        next += length;
    }
}
