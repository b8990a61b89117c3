package org.mediaenricher.demo.sample;

import java.util.Arrays;

/**
 * VP8 key frames, RFC 6386: every block of 4x4 is predicted from its neighbours and corrected by its mean
 * alone, so pictures are mosaics of such blocks in exact colours.
 *
 * <p>The trick that keeps this small: in the first partition each flag, mode and quantiser wanted here is
 * written as zeros. Encoding zeros never moves the bottom of the boolean coder's interval, whatever the
 * probabilities, so the partition is a run of zero bytes (section 7.3), and none of the tables for the
 * updates of probabilities are needed. It says: no segments, no loop filter, quantiser 0, no updates, and for each
 * macroblock B_PRED with sixteen times B_DC_PRED, and DC_PRED for the colours.
 */
final class Vp8 {
    private static final int[] START_CODE = {0x9D, 0x01, 0x2A};

    /** Zero bits of the header, and below, generously, of one macroblock. */
    private static final int HEADER_BYTES = 64;

    private static final int BYTES_PER_MACROBLOCK = 2;

    private final Yuv wanted;
    private final byte[][] shown;
    private final boolean[][] leftCoded;
    private final boolean[][] aboveCoded;
    private final BoolEncoder tokens = new BoolEncoder();

    private Vp8(Yuv wanted) {
        this.wanted = wanted;
        this.shown = new byte[][] {
            new byte[wanted.planes()[0].length],
            new byte[wanted.planes()[1].length],
            new byte[wanted.planes()[2].length]
        };
        this.leftCoded = new boolean[3][4];
        this.aboveCoded = new boolean[3][wanted.columns() * 4];
    }

    static byte[] keyFrame(Yuv picture) {
        return new Vp8(picture).encode();
    }

    private byte[] encode() {
        for (int row = 0; row < wanted.rows(); row++) {
            Arrays.stream(leftCoded).forEach(flags -> Arrays.fill(flags, false));
            for (int column = 0; column < wanted.columns(); column++) {
                luma(column, row);
                chroma(1, column, row);
                chroma(2, column, row);
            }
        }
        int modes = HEADER_BYTES + BYTES_PER_MACROBLOCK * wanted.rows() * wanted.columns();
        Octets frame = Octets.littleEndian().u24(modes << 5 | 1 << 4);
        for (int code : START_CODE) {
            frame.u8(code);
        }
        return frame.u16(wanted.width())
                .u16(wanted.height())
                .zeros(modes)
                .bytes(tokens.toByteArray())
                .toByteArray();
    }

    private void luma(int column, int row) {
        for (int block = 0; block < 16; block++) {
            int x = column * 16 + block % 4 * 4;
            int y = row * 16 + block / 4 * 4;
            int sum = 4;
            for (int i = 0; i < 4; i++) {
                sum += y == 0 ? 127 : at(0, x + i, y - 1);
                sum += x == 0 ? 129 : at(0, x - 1, y + i);
            }
            correct(0, x, y, sum >> 3);
        }
    }

    /** DC_PRED takes only those edges that lie inside the frame (section 12.2). */
    private void chroma(int plane, int column, int row) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += row == 0 ? 0 : at(plane, column * 8 + i, row * 8 - 1);
            sum += column == 0 ? 0 : at(plane, column * 8 - 1, row * 8 + i);
        }
        int count = (row == 0 ? 0 : 8) + (column == 0 ? 0 : 8);
        int prediction = count == 0 ? 128 : (sum + count / 2) / count;
        for (int block = 0; block < 4; block++) {
            correct(plane, column * 8 + block % 2 * 4, row * 8 + block / 2 * 4, prediction);
        }
    }

    /** At quantiser 0 the mean's factor is 4 and the inverse transform divides by 8: twice the difference. */
    private void correct(int plane, int x, int y, int prediction) {
        int difference = mean(plane, x, y) - prediction;
        int blocks = plane == 0 ? 4 : 2;
        int left = y / 4 % blocks;
        int above = x / 4;
        int context = (leftCoded[plane][left] ? 1 : 0) + (aboveCoded[plane][above] ? 1 : 0);
        Vp8Tokens.put(tokens, plane == 0, context, 2 * difference);
        leftCoded[plane][left] = difference != 0;
        aboveCoded[plane][above] = difference != 0;
        for (int row = y; row < y + 4; row++) {
            int from = row * wanted.stride(plane) + x;
            Arrays.fill(shown[plane], from, from + 4, (byte) (prediction + difference));
        }
    }

    private int mean(int plane, int x, int y) {
        int sum = 8;
        for (int i = 0; i < 16; i++) {
            sum += wanted.planes()[plane][(y + i / 4) * wanted.stride(plane) + x + i % 4] & 0xFF;
        }
        return sum >> 4;
    }

    private int at(int plane, int x, int y) {
        return shown[plane][y * wanted.stride(plane) + x] & 0xFF;
    }
}
