package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** One of libav's decoders, open. One thread: the processes beside this one have the other cores. */
final class Codec implements AutoCloseable {
    private final AVCodecContext context;

    private Codec(AVCodecContext context) {
        this.context = context;
    }

    static Codec of(int id, long mostPixels) throws Refused {
        return open(id, null, mostPixels);
    }

    /** The decoder of a track. */
    static Codec of(AVCodecParameters track, long mostPixels) throws Refused {
        return open(track.codec_id(), track, mostPixels);
    }

    private static Codec open(int id, AVCodecParameters track, long mostPixels) throws Refused {
        AVCodec decoder = avcodec_find_decoder(id);
        if (decoder == null) {
            throw Refused.unsupported("The picture's codec is not decoded.");
        }
        AVCodecContext context = avcodec_alloc_context3(decoder);
        Codec codec = new Codec(context);
        if (track != null) {
            avcodec_parameters_to_context(context, track);
        }
        context.thread_count(1);
        context.max_pixels(mostPixels);
        if (avcodec_open2(context, decoder, (AVDictionary) null) < 0) {
            codec.close();
            throw Refused.unsupported("The picture's codec is not decoded.");
        }
        return codec;
    }

    /** The first picture in bytes that are one packet. */
    Picture decode(BytePointer bytes, int length) throws Refused {
        AVPacket packet = av_packet_alloc();
        try {
            packet.data(bytes);
            packet.size(length);
            return decode(packet);
        } finally {
            av_packet_free(packet);
        }
    }

    /** The first picture of a packet. */
    Picture decode(AVPacket packet) throws Refused {
        AVFrame frame = av_frame_alloc();
        boolean decoded = avcodec_send_packet(context, packet) >= 0
                && (avcodec_receive_frame(context, frame) >= 0 || drained(frame));
        if (!decoded) {
            av_frame_free(frame);
            throw Refused.malformed("The picture cannot be decoded.");
        }
        return Picture.of(frame);
    }

    /** A decoder that keeps a picture back, in case others belong before it, gives it when told that nothing follows. */
    private boolean drained(AVFrame frame) {
        return avcodec_send_packet(context, null) >= 0 && avcodec_receive_frame(context, frame) >= 0;
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }
}
