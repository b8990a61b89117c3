package org.mediaenricher.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file as a source; it counts what is asked of it. */
public final class FileSource implements RangedSource, AutoCloseable {
    private final FileChannel channel;
    private final long size;
    private int calls;
    private long bytes;

    public FileSource(Path path) throws IOException {
        channel = FileChannel.open(path);
        size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long offset, byte[] into, int from, int length) {
        calls++;
        try {
            ByteBuffer buffer = ByteBuffer.wrap(into, from, length);
            while (buffer.hasRemaining() && channel.read(buffer, offset + length - buffer.remaining()) >= 0) {
                // a file may answer with less than asked
            }
            bytes += length - buffer.remaining();
            return length - buffer.remaining();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often it was read from. */
    public int calls() {
        return calls;
    }

    /** How many bytes it gave. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
