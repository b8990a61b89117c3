package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** The object's bytes as libav's demuxers want them: the only file they ever see. */
final class MemoryInput implements AutoCloseable {
    private static final int BUFFER = 1 << 15;
    private static final int FROM_START = 0;
    private static final int FROM_HERE = 1;
    private static final int FROM_END = 2;

    private final BytePointer object;
    private final long length;
    private final AVIOContext context;
    private final Reading reading = new Reading();
    private final Seeking seeking = new Seeking();
    private long at;

    MemoryInput(BytePointer object, int length) {
        this.object = new BytePointer(object);
        this.length = length;
        context = avio_alloc_context(
                new BytePointer(av_malloc(BUFFER)), BUFFER, 0, new Pointer(), reading, null, seeking);
    }

    AVIOContext context() {
        return context;
    }

    @Override
    public void close() {
        av_free(context.buffer());
        avio_context_free(context);
        reading.close();
        seeking.close();
    }

    private final class Reading extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer none, BytePointer into, int most) {
            int part = (int) Math.min(most, length - at);
            if (part <= 0) {
                return AVERROR_EOF;
            }
            Pointer.memcpy(into, object.position(at), part);
            at += part;
            return part;
        }
    }

    private final class Seeking extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer none, long offset, int whence) {
            if ((whence & AVSEEK_SIZE) != 0) {
                return length;
            }
            long to = switch (whence) {
                case FROM_START -> offset;
                case FROM_HERE -> at + offset;
                case FROM_END -> length + offset;
                default -> -1;
            };
            if (to < 0 || to > length) {
                return -1;
            }
            at = to;
            return at;
        }
    }
}
