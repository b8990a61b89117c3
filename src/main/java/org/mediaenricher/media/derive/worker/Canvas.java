package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;

/** Where the tiles of a grid are painted; it takes the pixel format of the first. */
final class Canvas implements AutoCloseable {
    private final AVStreamGroupTileGrid grid;
    private AVFrame frame;

    Canvas(AVStreamGroupTileGrid grid) {
        this.grid = grid;
    }

    /** Paints a tile with its upper left corner at this pixel; what reaches over the edge is left out. */
    void paint(AVFrame tile, int left, int top) throws Refused {
        if (frame == null) {
            frame = like(tile);
        }
        if (tile.format() != frame.format()) {
            throw Refused.unsupported("The picture's tiles have different pixel formats.");
        }
        int width = Math.min(tile.width(), frame.width() - left);
        int height = Math.min(tile.height(), frame.height() - top);
        if (left < 0 || top < 0 || width <= 0 || height <= 0) {
            return;
        }
        for (int plane = 0; plane < av_pix_fmt_count_planes(frame.format()); plane++) {
            new Plane(frame.format(), plane).copy(tile, left, top, width, height);
        }
    }

    /** What was painted, cut to the size the file gives. */
    Picture picture() throws Refused {
        if (frame == null) {
            throw Refused.malformed("The file ends before its picture.");
        }
        frame.width(Math.min(frame.width(), grid.width()));
        frame.height(Math.min(frame.height(), grid.height()));
        return Picture.of(frame);
    }

    @Override
    public void close() {
        if (frame != null) {
            av_frame_free(frame);
        }
    }

    private AVFrame like(AVFrame tile) throws Refused {
        AVFrame canvas = av_frame_alloc();
        av_frame_copy_props(canvas, tile);
        canvas.width(grid.coded_width());
        canvas.height(grid.coded_height());
        canvas.format(tile.format());
        if (av_frame_get_buffer(canvas, 0) < 0) {
            av_frame_free(canvas);
            throw Refused.malformed("The picture's grid has no size that could be decoded.");
        }
        return canvas;
    }

    /** One plane of a planar format, with chroma at a half or the whole of the resolution. */
    private final class Plane {
        private final int plane;
        private final int step;
        private final int shiftX;
        private final int shiftY;

        Plane(int format, int plane) {
            AVPixFmtDescriptor description = av_pix_fmt_desc_get(format);
            boolean chroma = plane == 1 || plane == 2;
            this.plane = plane;
            step = description.comp(plane).step();
            shiftX = chroma ? description.log2_chroma_w() : 0;
            shiftY = chroma ? description.log2_chroma_h() : 0;
        }

        void copy(AVFrame tile, int left, int top, int width, int height) {
            int stride = frame.linesize(plane);
            long corner = (long) (top >> shiftY) * stride + (long) (left >> shiftX) * step;
            int bytes = (width + (1 << shiftX) - 1 >> shiftX) * step;
            int rows = height + (1 << shiftY) - 1 >> shiftY;
            BytePointer to = new BytePointer(frame.data(plane)).position(corner);
            av_image_copy_plane(to, stride, tile.data(plane), tile.linesize(plane), bytes, rows);
        }
    }
}
