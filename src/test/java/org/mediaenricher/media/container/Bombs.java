package org.mediaenricher.media.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files made to cost much, each with a name that says how; a few megabytes at most, made when asked for. */
public final class Bombs {
    private Bombs() {}

    /** All of them, by name. */
    public static Map<String, Supplier<byte[]>> all() {
        Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
        add(all, MetadataBombs.all());
        add(all, PictureBombs.all());
        add(all, MovieBombs.all());
        add(all, SoundBombs.all());
        return all;
    }

    private static void add(Map<String, Supplier<byte[]>> all, Map<String, Supplier<Bytes>> some) {
        some.forEach((name, bomb) -> all.put(name, () -> bomb.get().array()));
    }

    /** A part so many times over. */
    static Bytes times(int count, Bytes part) {
        Bytes all = new Bytes();
        byte[] bytes = part.array();
        for (int i = 0; i < count; i++) {
            all.add(bytes);
        }
        return all;
    }

    /** Zeros as a zlib stream, a thousandth of their length. */
    static byte[] deflatedZeros(int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                deflater.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
