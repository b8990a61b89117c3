package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The decoder's process. When it can begin it says so by one byte, {@code READY}. A request is: the MIME type (UTF), the width and height of the stored picture and of the box
 * (ints), the most pixels (long), the length (int), the object's bytes. A reply is a byte: {@code PICTURE}, then width and height (ints) and RGBA, four
 * bytes a pixel, row by row; or {@code REFUSED}, then a code and a sentence (UTF).
 */
public final class DecoderMain {
    /** What it says first. */
    public static final int READY = 3;

    /** The first byte of a reply with a picture. */
    public static final int PICTURE = 1;

    /** The first byte of a reply with a reason. */
    public static final int REFUSED = 2;

    private static final int LARGEST_ALLOCATION = 600 << 20;

    /** Its server ends it sooner; this is for when the server is gone. */
    private static final int SECONDS = Integer.getInteger("decoder.seconds", 60);

    private final FileInputStream requests;
    private final DataOutputStream replies;
    private final Decoder decoder = new Decoder();

    private DecoderMain(FileInputStream requests, DataOutputStream replies) {
        this.requests = requests;
        this.replies = replies;
    }

    /** Serves until the input ends. */
    public static void main(String[] arguments) throws IOException {
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(LARGEST_ALLOCATION);
        setNumThreads(1);
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        new DecoderMain(in, out).serve();
    }

    private void serve() throws IOException {
        replies.writeByte(READY);
        replies.flush();
        while (true) {
            try (Request request = Request.from(requests);
                    Deadline deadline = Deadline.in(SECONDS)) {
                answer(request);
            } catch (EOFException over) {
                return;
            }
            replies.flush();
        }
    }

    private void answer(Request request) throws IOException {
        try {
            write(decoder.decode(request));
        } catch (Refused reason) {
            replies.writeByte(REFUSED);
            replies.writeUTF(reason.code());
            replies.writeUTF(reason.getMessage());
        }
    }

    private void write(SmallPicture picture) throws IOException {
        replies.writeByte(PICTURE);
        replies.writeInt(picture.width());
        replies.writeInt(picture.height());
        replies.write(picture.rgba());
    }
}
