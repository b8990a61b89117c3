package org.mediaenricher.demo.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * H.264 video, ITU-T H.264, baseline profile: pictures as they are, in I_PCM macroblocks (clause 7.3.5);
 * after the first one, only the macroblocks that changed, the others are skipped. No prediction, no
 * transform, so every player shows exactly the given pixels.
 */
final class H264 {
    private static final int PROFILE_BASELINE = 66;
    private static final int CONSTRAINT_SETS_0_AND_1 = 0xC0;
    private static final int LEVEL_3 = 30;

    private static final int NAL_SLICE = 0x41;
    private static final int NAL_IDR_SLICE = 0x65;
    private static final int NAL_SEQUENCE = 0x67;
    private static final int NAL_PICTURE = 0x68;

    private static final int SLICE_P = 5;
    private static final int SLICE_I = 7;
    private static final int I_PCM = 25;
    private static final int INTRA_TYPES_IN_P = 5;
    private static final int FRAME_NUMBER_BITS = 4;

    private final List<Yuv> pictures;

    /** @param pictures of one size, even in both directions */
    H264(List<Yuv> pictures) {
        this.pictures = pictures;
    }

    /** The decoder configuration record of ISO/IEC 14496-15, 5.3.3.1: the contents of an avcC box. */
    byte[] configuration() {
        byte[] sequence = nal(NAL_SEQUENCE, sequenceParameters());
        byte[] picture = nal(NAL_PICTURE, pictureParameters());
        return Octets.bigEndian()
                .u8(1)
                .u8(PROFILE_BASELINE)
                .u8(CONSTRAINT_SETS_0_AND_1)
                .u8(LEVEL_3)
                .u8(0xFF)
                .u8(0xE1)
                .u16(sequence.length)
                .bytes(sequence)
                .u8(1)
                .u16(picture.length)
                .bytes(picture)
                .toByteArray();
    }

    /** One sample a picture, each NAL unit after its length in four bytes; only the first is a sync sample. */
    List<byte[]> samples() {
        List<byte[]> samples = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            byte[] nal = i == 0 ? nal(NAL_IDR_SLICE, wholeSlice()) : nal(NAL_SLICE, changesSlice(i));
            samples.add(Octets.bigEndian().u32(nal.length).bytes(nal).toByteArray());
        }
        return samples;
    }

    /** Clause 7.3.2.1.1; cropping takes away what fills up the last macroblocks. */
    private HighFirstBits sequenceParameters() {
        Yuv first = pictures.get(0);
        int excessColumns = first.columns() * 16 - first.width();
        int excessRows = first.rows() * 16 - first.height();
        return new HighFirstBits()
                .put(PROFILE_BASELINE, 8)
                .put(CONSTRAINT_SETS_0_AND_1, 8)
                .put(LEVEL_3, 8)
                .golomb(0) // this set's id
                .golomb(FRAME_NUMBER_BITS - 4)
                .golomb(2) // pictures are shown in the order they are stored
                .golomb(1) // one reference picture
                .put(0, 1)
                .golomb(first.columns() - 1)
                .golomb(first.rows() - 1)
                .put(1, 1) // frames, not fields
                .put(0, 1)
                .put(1, 1) // cropping follows, in units of two pixels
                .golomb(0)
                .golomb(excessColumns / 2)
                .golomb(0)
                .golomb(excessRows / 2)
                .put(0, 1); // no usability information
    }

    /** Clause 7.3.2.2. */
    private static HighFirstBits pictureParameters() {
        return new HighFirstBits()
                .golomb(0) // this set's id
                .golomb(0) // the sequence's
                .put(0, 2) // CAVLC, no picture order in fields
                .golomb(0) // one slice group
                .golomb(0) // one reference in each list
                .golomb(0)
                .put(0, 3) // no weighted prediction
                .golomb(0) // quantisers as they are
                .golomb(0)
                .golomb(0)
                .put(1, 1) // slices say whether blocks are smoothed
                .put(0, 2);
    }

    /** Clauses 7.3.3 and 7.3.4: an IDR slice, smoothing off. */
    private HighFirstBits wholeSlice() {
        Yuv picture = pictures.get(0);
        HighFirstBits bits = new HighFirstBits()
                .golomb(0)
                .golomb(SLICE_I)
                .golomb(0)
                .put(0, FRAME_NUMBER_BITS)
                .golomb(0) // this IDR picture's id
                .put(0, 2) // it stays as a short-term reference
                .golomb(0)
                .golomb(1);
        for (int i = 0; i < picture.columns() * picture.rows(); i++) {
            bits.golomb(I_PCM).align().bytes(macroblock(picture, i));
        }
        return bits;
    }

    /** A P slice: how many macroblocks stay as they were, then one that did not, and so on. */
    private HighFirstBits changesSlice(int number) {
        Yuv picture = pictures.get(number);
        HighFirstBits bits = new HighFirstBits()
                .golomb(0)
                .golomb(SLICE_P)
                .golomb(0)
                .put(number, FRAME_NUMBER_BITS)
                .put(0, 3) // references as they come, marked as usual
                .golomb(0)
                .golomb(1);
        int skipped = 0;
        for (int i = 0; i < picture.columns() * picture.rows(); i++) {
            byte[] pixels = macroblock(picture, i);
            if (Arrays.equals(pixels, macroblock(pictures.get(number - 1), i))) {
                skipped++;
            } else {
                bits.golomb(skipped).golomb(INTRA_TYPES_IN_P + I_PCM).align().bytes(pixels);
                skipped = 0;
            }
        }
        return skipped > 0 ? bits.golomb(skipped) : bits;
    }

    private static byte[] macroblock(Yuv picture, int number) {
        int column = number % picture.columns();
        int row = number / picture.columns();
        Octets pixels = Octets.bigEndian();
        for (int plane = 0; plane < 3; plane++) {
            int size = plane == 0 ? 16 : 8;
            for (int y = 0; y < size; y++) {
                int from = (row * size + y) * picture.stride(plane) + column * size;
                pixels.bytes(Arrays.copyOfRange(picture.planes()[plane], from, from + size));
            }
        }
        return pixels.toByteArray();
    }

    /** Clause 7.3.1, with the stop bit, and a three after any two zeros that could look like a start code. */
    private static byte[] nal(int header, HighFirstBits contents) {
        Octets nal = Octets.bigEndian().u8(header);
        int zeros = 0;
        for (byte value : contents.put(1, 1).toByteArray()) {
            if (zeros == 2 && (value & 0xFC) == 0) {
                nal.u8(3);
                zeros = 0;
            }
            nal.u8(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }
        return nal.toByteArray();
    }
}
