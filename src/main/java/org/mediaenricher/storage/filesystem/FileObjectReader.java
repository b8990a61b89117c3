package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.ObjectReader;

/** Reads an open file; what is renamed over its name meanwhile does not show. */
final class FileObjectReader implements ObjectReader {
    private static final Logger LOG = Logger.getLogger(FileObjectReader.class);

    private final FileChannel channel;
    private final ObjectKey key;
    private final Path file;
    private final FileFailures failures;

    FileObjectReader(FileChannel channel, ObjectKey key, Path file, FileFailures failures) {
        this.channel = channel;
        this.key = key;
        this.file = file;
        this.failures = failures;
    }

    @Override
    public int read(long offset, byte[] into, int from, int length) {
        Objects.checkIndex(offset, Long.MAX_VALUE);
        Objects.checkFromIndexSize(from, length, into.length);
        ByteBuffer range = ByteBuffer.wrap(into, from, length);
        try {
            while (range.hasRemaining() && channel.read(range, offset + range.position() - from) >= 0) {
                // a read may bring less than was asked for, and yet not be at the end
            }
        } catch (IOException failed) {
            throw failures.of(key, file, failed);
        }
        return range.position() - from;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.debugf(failed, "closing %s", file);
        }
    }
}
