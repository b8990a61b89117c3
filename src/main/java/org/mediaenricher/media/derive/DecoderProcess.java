package org.mediaenricher.media.derive;

import static org.mediaenricher.media.derive.worker.DecoderMain.PICTURE;
import static org.mediaenricher.media.derive.worker.DecoderMain.READY;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import org.mediaenricher.media.Decoding;
import org.mediaenricher.media.Raster;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Undecodable;

/**
 * One decoder, warm: a JVM under the limits of its shell. What it is asked and what it answers is written at
 * {@code worker.DecoderMain}, of which nothing but constants is known here: the class stays outside. Used by one thread at a time.
 */
final class DecoderProcess {
    private static final String MAIN = "org.mediaenricher.media.derive.worker.DecoderMain";
    private static final int LARGEST_SIDE = 4096;
    private static final int BUFFER = 1 << 16;

    /** A process serves for less than this, so that no picture is blamed for the CPU time of those before it. */
    private static final int CPU_SECONDS = 3600;

    /**
     * Data in KiB, CPU in seconds, no core, no byte written to any file, few files open, no variable of the
     * environment (but for OpenBLAS, which OpenCV brings along unused and which would start threads); exec, so that the
     * process killed is the one that decodes.
     */
    private static final String LIMITS = "ulimit -c 0; ulimit -f 0; ulimit -n 64; ulimit -t " + CPU_SECONDS
            + "; ulimit -d \"$1\"; shift; exec /usr/bin/env -i OPENBLAS_NUM_THREADS=1 \"$@\"";

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream replies;

    private DecoderProcess(Process process) {
        this.process = process;
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        replies = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
    }

    static DecoderProcess start(DecoderKit kit, DecoderSettings settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(kit, settings))
                .directory(kit.emptyFolder().toFile())
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        return new DecoderProcess(builder.start());
    }

    private static List<String> command(DecoderKit kit, DecoderSettings settings) {
        return List.of(
                "/bin/sh",
                "-c",
                LIMITS,
                "decoder",
                String.valueOf(settings.memory() * 1024L),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=24m",
                "-XX:-UsePerfData",
                "-XX:+SuppressFatalErrorMessage",
                "-Ddecoder.seconds=" + 2 * settings.patience().toSeconds(),
                "-Djava.library.path=" + kit.libraries(),
                "-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Dorg.bytedeco.javacpp.cachedir=" + kit.links(),
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-cp",
                kit.classPath(),
                MAIN);
    }

    /**
     * Waits until its libraries are loaded.
     *
     * @throws IOException when it ends instead
     */
    void awaitReady() throws IOException {
        if (replies.read() != READY) {
            throw new IOException("a decoder ends at its start: its libraries are not for this machine");
        }
    }

    /**
     * Gives it a picture.
     *
     * @return false when the store gave less than the object is long; the process is of no use then
     * @throws IOException when the process is gone
     */
    boolean ask(Question question) throws IOException {
        requests.writeUTF(question.contentType());
        requests.writeInt(question.stored().width());
        requests.writeInt(question.stored().height());
        requests.writeInt(question.box().width());
        requests.writeInt(question.box().height());
        requests.writeLong(question.mostPixels());
        requests.writeInt(question.object().length());
        boolean whole = question.object().writeTo(requests);
        requests.flush();
        return whole;
    }

    /**
     * Waits for what came of it.
     *
     * @throws IOException when the process died of it
     */
    Decoding answer() throws IOException {
        return replies.readByte() == PICTURE ? raster() : new Undecodable(replies.readUTF(), replies.readUTF());
    }

    /** The process is not trusted: what it says is checked. */
    private Raster raster() throws IOException {
        int width = replies.readInt();
        int height = replies.readInt();
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new IOException("a picture of " + width + " x " + height + " was answered");
        }
        byte[] rgba = new byte[width * height * 4];
        replies.readFully(rgba);
        return new Raster(new Size(width, height), rgba);
    }

    /** Ends it at once, whatever it does. Its pipes break, which frees whoever waits for an answer. */
    void kill() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** For the log. */
    long pid() {
        return process.pid();
    }
}
