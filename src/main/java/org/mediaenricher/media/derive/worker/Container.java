package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** A file with pictures in it: which of them is the one to show, and its pixels. */
final class Container implements AutoCloseable {
    private final MemoryInput input;
    private final AVFormatContext format;
    private final long mostPixels;

    private Container(MemoryInput input, AVFormatContext format, long mostPixels) {
        this.input = input;
        this.format = format;
        this.mostPixels = mostPixels;
    }

    /** Opens with this demuxer and no other, whatever the bytes look like. */
    static Container open(String demuxer, Request request) throws Refused {
        MemoryInput input = new MemoryInput(request.object(), request.length());
        AVFormatContext format = avformat_alloc_context();
        format.pb(input.context());
        // On failure the function frees the context.
        int failed = avformat_open_input(format, (String) null, av_find_input_format(demuxer), (AVDictionary) null);
        if (failed < 0) {
            input.close();
            throw Refused.malformed("The picture's container cannot be opened.");
        }
        return new Container(input, format, request.mostPixels());
    }

    /** The primary picture: put together from its tiles where it has some. */
    Picture picture() throws Refused {
        Optional<TileGrid> grid = TileGrid.of(format, mostPixels);
        return grid.isPresent() ? grid.get().picture() : first(shown());
    }

    private AVStream shown() throws Refused {
        return IntStream.range(0, format.nb_streams())
                .mapToObj(format::streams)
                .filter(stream -> stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO)
                .max((one, other) -> Integer.compare(rank(one), rank(other)))
                .orElseThrow(() -> Refused.malformed("The file has no picture."));
    }

    private static int rank(AVStream stream) {
        return (stream.disposition() & AV_DISPOSITION_DEFAULT) == 0 ? 0 : 1;
    }

    private Picture first(AVStream stream) throws Refused {
        AVPacket packet = av_packet_alloc();
        try (Codec codec = Codec.of(stream.codecpar(), mostPixels)) {
            while (av_read_frame(format, packet) >= 0) {
                if (packet.stream_index() == stream.index()) {
                    return codec.decode(packet);
                }
                av_packet_unref(packet);
            }
            throw Refused.malformed("The file ends before its picture.");
        } finally {
            av_packet_free(packet);
        }
    }

    @Override
    public void close() {
        avformat_close_input(format);
        input.close();
    }
}
