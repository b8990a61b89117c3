package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A decoded picture, outside of the heap.
 *
 * @param frame its pixels
 * @param behind frees what the frame's pixels lie in, where that is not the frame itself
 */
record Picture(AVFrame frame, Runnable behind) implements AutoCloseable {
    /** A frame that owns its pixels. */
    static Picture of(AVFrame frame) {
        return new Picture(frame, () -> {});
    }

    int width() {
        return frame.width();
    }

    int height() {
        return frame.height();
    }

    @Override
    public void close() {
        av_frame_free(frame);
        behind.run();
    }
}
