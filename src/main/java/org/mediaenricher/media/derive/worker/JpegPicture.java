package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A JPEG, decoded no larger than it has to be: the inverse transform of a block may give 4, 2 or 1 pixels a side instead
 * of 8 (ITU-T T.81, A.3.3), which saves most of the time.
 */
final class JpegPicture {
    /** What is left to the scaler, for its filter wants more pixels than it gives. */
    private static final double SPARE = 1.25;

    private JpegPicture() {}

    static Picture of(Request request) throws Refused {
        try (Mat bytes = new Mat(1, request.length(), CV_8UC1, request.object())) {
            Mat picture = imdecode(bytes, reduction(request) | IMREAD_IGNORE_ORIENTATION);
            if (picture.empty()) {
                throw Refused.malformed("The JPEG's picture cannot be decoded.");
            }
            return picture(picture);
        } catch (RuntimeException refused) {
            // What OpenCV throws is a C++ exception, brought over as this.
            throw Refused.malformed("The JPEG's picture cannot be decoded.");
        }
    }

    private static int reduction(Request request) {
        double shrink = Math.max(
                        (double) request.stored().width() / request.box().width(),
                        (double) request.stored().height() / request.box().height())
                / SPARE;
        return shrink >= 8
                ? IMREAD_REDUCED_COLOR_8
                : shrink >= 4 ? IMREAD_REDUCED_COLOR_4 : shrink >= 2 ? IMREAD_REDUCED_COLOR_2 : IMREAD_COLOR;
    }

    private static Picture picture(Mat picture) {
        AVFrame frame = av_frame_alloc();
        frame.width(picture.cols());
        frame.height(picture.rows());
        frame.format(AV_PIX_FMT_BGR24);
        frame.data(0, picture.data());
        frame.linesize(0, (int) picture.step());
        return new Picture(frame, picture::close);
    }
}
