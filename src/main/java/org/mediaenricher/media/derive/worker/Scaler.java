package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_LANCZOS;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;

/** Scales a picture down into its box, with Lanczos' filter, keeping its shape; a smaller one keeps its size. */
final class Scaler {
    private static final int BYTES_A_PIXEL = 4;

    SmallPicture scaled(Picture picture, Request request) throws Refused {
        try (picture;
                Picture small = Picture.of(frame(picture, request.box()))) {
            scale(picture.frame(), small.frame());
            return new SmallPicture(small.width(), small.height(), rows(small.frame()));
        }
    }

    private static AVFrame frame(Picture picture, Request.Sides box) {
        double shrink =
                Math.min(1, Math.min((double) box.width() / picture.width(), (double) box.height() / picture.height()));
        AVFrame frame = av_frame_alloc();
        frame.width(side(picture.width(), shrink));
        frame.height(side(picture.height(), shrink));
        frame.format(AV_PIX_FMT_RGBA);
        av_frame_get_buffer(frame, 0);
        return frame;
    }

    private static int side(int pixels, double shrink) {
        return Math.max(1, (int) Math.round(pixels * shrink));
    }

    /** A context of its own for each pair of frames: it takes the matrix and the range of colours from them. */
    private static void scale(AVFrame from, AVFrame to) throws Refused {
        SwsContext context = sws_alloc_context();
        try {
            context.flags(SWS_LANCZOS | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP);
            if (sws_scale_frame(context, to, from) < 0) {
                throw Refused.unsupported("The picture's pixel format cannot be scaled.");
            }
        } finally {
            sws_free_context(context);
        }
    }

    private static byte[] rows(AVFrame frame) {
        int row = frame.width() * BYTES_A_PIXEL;
        byte[] rgba = new byte[row * frame.height()];
        BytePointer pixels = frame.data(0);
        for (int y = 0; y < frame.height(); y++) {
            pixels.position((long) y * frame.linesize(0)).get(rgba, y * row, row);
        }
        return rgba;
    }
}
