package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mediaenricher.storage.StoreUnavailable;

/**
 * A file being written: beside its final place, so that one rename puts it there whole, under a name
 * that no listing shows. Closed before it is in place, it vanishes.
 */
final class PartFile implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PartFile.class);
    private static final String BEGIN = ".media-enricher-";
    private static final String END = ".part";
    private static final int BUFFER = 64 << 10;

    private final Path path;
    private final FileChannel channel;

    PartFile(Path folder) throws IOException {
        path = folder.resolve(BEGIN + UUID.randomUUID() + END);
        channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Whether a file of this name is one of ours. */
    static boolean isOne(String name) {
        return name.startsWith(BEGIN) && name.endsWith(END);
    }

    Path path() {
        return path;
    }

    /**
     * Writes the whole content.
     *
     * @throws IOException when the content fails, or is not of that size
     * @throws StoreUnavailable when the disk fails, or is full
     */
    void write(InputStream content, long size) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long written = 0;
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            written += n;
            if (written > size) {
                break;
            }
            append(ByteBuffer.wrap(buffer, 0, n));
        }
        if (written != size) {
            throw new IOException(
                    "the content has " + (written > size ? "more" : "fewer") + " than its " + size + " bytes");
        }
    }

    /** Makes it durable and puts it in place of whatever is there. */
    void moveTo(Path place) throws IOException {
        channel.force(true);
        Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        sync(place.getParent());
    }

    /** Makes the names in a folder durable. */
    static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            LOG.warnf("left behind: %s, %s", path, Reason.of(failed));
        }
    }

    private void append(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failed) {
            throw new StoreUnavailable("cannot write " + path + ": " + Reason.of(failed), failed);
        }
    }
}
