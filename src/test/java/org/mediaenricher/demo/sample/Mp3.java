package org.mediaenricher.demo.sample;

/**
 * Silence in MPEG-1 Layer III, one channel at 44.1 kHz: ISO/IEC 11172-3, section 2.4. A frame whose side
 * information is all zeros has no coefficients, and so no sound; the rest of it is padding.
 */
final class Mp3 {
    static final int SAMPLE_RATE = 44_100;
    static final int SAMPLES_PER_FRAME = 1152;

    private static final int HEADER_LENGTH = 4;
    private static final int MONO_SIDE_INFORMATION = 17;
    private static final int KBPS_40 = 2;
    private static final int KBPS_64 = 5;
    private static final int[] BIT_RATES = {0, 32_000, 40_000, 48_000, 56_000, 64_000};

    private static final int XING_FRAMES_BYTES_TABLE = 0x7;
    private static final int TABLE_LENGTH = 100;

    private Mp3() {}

    /** One bit rate, nothing but frames: how long it plays follows from its size. */
    static byte[] constantRate(int frames) {
        Octets stream = Octets.bigEndian();
        for (int i = 0; i < frames; i++) {
            stream.bytes(frame(KBPS_64, padding(i)));
        }
        return stream.toByteArray();
    }

    /** Two bit rates by turns, after a Xing header, which alone knows how many frames there are. */
    static byte[] variableRate(int frames) {
        Octets stream = Octets.bigEndian();
        for (int i = 0; i < frames; i++) {
            stream.bytes(frame(i % 2 == 0 ? KBPS_40 : KBPS_64, 0));
        }
        byte[] first = frame(KBPS_64, 0);
        byte[] xing = xing(frames, first.length + stream.size());
        System.arraycopy(xing, 0, first, HEADER_LENGTH + MONO_SIDE_INFORMATION, xing.length);
        return Octets.bigEndian().bytes(first).bytes(stream.toByteArray()).toByteArray();
    }

    /** A header, no checksum, and zeros up to the frame's length (section 2.4.3.1). */
    private static byte[] frame(int rateIndex, int padding) {
        int length = 144 * BIT_RATES[rateIndex] / SAMPLE_RATE + padding;
        return Octets.bigEndian()
                .u16(0xFFFB)
                .u8(rateIndex << 4 | padding << 1)
                .u8(3 << 6)
                .zeros(length - HEADER_LENGTH)
                .toByteArray();
    }

    /** A byte more now and then, so that the mean comes to the bit rate. */
    private static int padding(int frame) {
        long perFrame = 144L * BIT_RATES[KBPS_64];
        return (int) (perFrame * (frame + 1) / SAMPLE_RATE - perFrame * frame / SAMPLE_RATE - perFrame / SAMPLE_RATE);
    }

    /** The layout of Xing's VBR header; its table tells where each hundredth of the time begins. */
    private static byte[] xing(int frames, int bytes) {
        Octets header = Octets.bigEndian()
                .text("Xing")
                .u32(XING_FRAMES_BYTES_TABLE)
                .u32(frames)
                .u32(bytes);
        for (int i = 0; i < TABLE_LENGTH; i++) {
            header.u8(i * 256 / TABLE_LENGTH);
        }
        return header.toByteArray();
    }
}
