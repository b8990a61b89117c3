package org.mediaenricher.media.container;

/** The frame header of MPEG audio (ISO/IEC 11172-3, 2.4.1.3; ISO/IEC 13818-3 and its half rates, "MPEG 2.5"). */
final class MpegFrameHeader implements FrameHeader {
    /** By version (1, 2), layer (1 to 3) and index, in thousands of bits a second. */
    private static final int[][][] BIT_RATES = {
        {
            {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
            {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
            {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
        },
        {
            {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
            {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
            {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
        }
    };

    private static final int[] RATES = {44100, 48000, 32000};
    private static final int MONO = 3;

    @Override
    public AudioFrame at(ByteWindow window, long offset) {
        return window.has(offset, 4) ? of(window.i32(offset)) : null;
    }

    /** Eleven bits of sync, version 2, layer 2, protection 1, bit rate 4, rate 2, padding 1, private 1, mode 2. */
    private static AudioFrame of(int header) {
        int version = header >> 19 & 3;
        int layer = 4 - (header >> 17 & 3);
        int bitRate = header >> 12 & 15;
        int rate = header >> 10 & 3;
        boolean frame = header >>> 21 == 0x7ff && version != 1 && layer != 4;
        if (!frame || bitRate == 0 || bitRate == 15 || rate == 3) {
            return null;
        }
        boolean full = version == 3;
        int sampleRate = RATES[rate] >> (full ? 0 : version == 2 ? 1 : 2);
        int bits = BIT_RATES[full ? 0 : 1][layer - 1][bitRate] * 1000;
        int samples = layer == 1 ? 384 : layer == 3 && !full ? 576 : 1152;
        int length = length(layer, samples, bits, sampleRate, header >> 9 & 1);
        return new AudioFrame(length, samples, sampleRate, channels(header), bits, "mp" + layer);
    }

    private static int length(int layer, int samples, int bits, int sampleRate, int padding) {
        return layer == 1
                ? (12 * bits / sampleRate + padding) * 4 // in slots of four bytes
                : samples / 8 * bits / sampleRate + padding;
    }

    private static int channels(int header) {
        return (header >> 6 & 3) == MONO ? 1 : 2;
    }

    /** Where in a frame of layer 3 the side information ends, behind which an encoder's own header may stand. */
    static int sideInformationEnd(ByteWindow window, long frame) {
        int header = window.i32(frame);
        boolean full = (header >> 19 & 3) == 3;
        boolean mono = channels(header) == 1;
        return 4 + (full ? mono ? 17 : 32 : mono ? 9 : 17);
    }
}
