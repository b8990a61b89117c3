package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_0BGR;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.leptonica.global.leptonica.pixConvertTo32;
import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixGetData;
import static org.bytedeco.leptonica.global.leptonica.pixGetHeight;
import static org.bytedeco.leptonica.global.leptonica.pixGetWidth;
import static org.bytedeco.leptonica.global.leptonica.pixGetWpl;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.readHeaderMemJpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;

/**
 * A JPEG, decoded no larger than it has to be: the inverse transform of a block may give 4, 2 or 1 pixels a side instead
 * of 8 (ITU-T T.81, A.3.3), which saves most of the time.
 */
final class JpegPicture {
    /** What is left to the scaler, for its filter wants more pixels than it gives. */
    private static final double SPARE = 1.25;

    private static final int SMALLEST = 8;
    private static final int BYTES_A_WORD = 4;

    private JpegPicture() {}

    static Picture of(Request request) throws Refused {
        try (IntPointer warnings = new IntPointer(1)) {
            PIX read = pixReadMemJpeg(request.object(), request.length(), 0, reduction(request), warnings, 0);
            if (read == null) {
                throw Refused.malformed("The JPEG's picture cannot be decoded.");
            }
            PIX colours = pixConvertTo32(read);
            pixDestroy(read);
            return picture(colours);
        }
    }

    private static int reduction(Request request) throws Refused {
        try (IntPointer width = new IntPointer(1);
                IntPointer height = new IntPointer(1)) {
            int failed = readHeaderMemJpeg(request.object(), request.length(), width, height, null, null, null);
            if (failed != 0) {
                throw Refused.malformed("The JPEG has no header that can be read.");
            }
            return reduction(width.get(), height.get(), request);
        }
    }

    private static int reduction(int width, int height, Request request) throws Refused {
        if ((long) width * height > request.mostPixels()) {
            throw Refused.tooLarge(width, height, request.mostPixels());
        }
        double shrink = Math.max(
                (double) width / request.box().width(),
                (double) height / request.box().height());
        int reduction = SMALLEST;
        while (reduction > 1 && reduction * SPARE > shrink) {
            reduction /= 2;
        }
        return reduction;
    }

    /** Leptonica keeps a pixel as a 32-bit number 0xRRGGBBAA; on a little-endian machine that is A, B, G, R in memory. */
    private static Picture picture(PIX colours) {
        AVFrame frame = av_frame_alloc();
        frame.width(pixGetWidth(colours));
        frame.height(pixGetHeight(colours));
        frame.format(AV_PIX_FMT_0BGR);
        frame.data(0, new BytePointer(pixGetData(colours)));
        frame.linesize(0, pixGetWpl(colours) * BYTES_A_WORD);
        return new Picture(frame, () -> pixDestroy(colours));
    }
}
