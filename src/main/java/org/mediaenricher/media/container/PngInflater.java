package org.mediaenricher.media.container;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates compressed text of a PNG (W3C PNG, 11.3.3.3), up to a limit: a kilobyte can hold a gigabyte. */
final class PngInflater {
    private static final int BUFFER = 8192;

    private PngInflater() {}

    /** The bytes; empty where they are no zlib stream, are cut, or exceed {@link Limits#BLOCK}. */
    static Optional<Slice> inflated(Slice compressed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed.array(), compressed.from(), compressed.length());
            return inflated(inflater);
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static Optional<Slice> inflated(Inflater inflater) throws DataFormatException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        while (!inflater.finished()) {
            int length = inflater.inflate(buffer);
            if (length == 0 || bytes.size() > Limits.BLOCK) {
                return Optional.empty();
            }
            bytes.write(buffer, 0, length);
        }
        return Optional.of(new Slice(bytes.toByteArray(), 0, bytes.size()));
    }
}
