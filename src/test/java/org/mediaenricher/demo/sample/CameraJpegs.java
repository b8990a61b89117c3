package org.mediaenricher.demo.sample;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Any number of files that look like ordinary camera JPEGs to whoever reads facts: full EXIF with maker
 * note and thumbnail, XMP and IPTC on some, tables, frame, the beginning of the scan. What follows is a
 * hole in the file, so a hundred thousand of them need some 2 GB of disk. The pictures themselves cannot
 * be shown. The same index always gives the same bytes.
 *
 * @param count how many, indexes 0 to count - 1
 * @param size how long each file is
 * @param brokenEvery every so many one is cut in its header, beginning with the last of the first group; 0 for
 *     none
 */
public record CameraJpegs(int count, Size size, int brokenEvery) {
    private static final int FILES_PER_FOLDER = 1000;
    private static final byte[] END_OF_IMAGE = {(byte) 0xFF, (byte) 0xD9};

    /** How long the files are. */
    public enum Size {
        /** 2 to 4 MiB, of which about 20 KiB are on the disk. */
        CAMERA,
        /** 15 KiB: the header alone. */
        SMALL
    }

    public CameraJpegs {
        if (count < 0 || brokenEvery < 0) {
            throw new IllegalArgumentException("count " + count + ", brokenEvery " + brokenEvery);
        }
    }

    /** Files of camera size, none broken. */
    public static CameraJpegs cameraSized(int count) {
        return new CameraJpegs(count, Size.CAMERA, 0);
    }

    /** Small files, none broken. */
    public static CameraJpegs small(int count) {
        return new CameraJpegs(count, Size.SMALL, 0);
    }

    /** The same files, but with every nth cut in its header. */
    public CameraJpegs withBrokenEvery(int nth) {
        return new CameraJpegs(count, size, nth);
    }

    /** How many of them are broken. */
    public int broken() {
        return brokenEvery == 0 ? 0 : count / brokenEvery;
    }

    /** What a right reader finds in one of them; its path is {@code 012/IMG_12345.jpg}. */
    public SampleFile file(int index) {
        SampleFile file = shot(index).file(path(index));
        return isBroken(index) ? file.broken() : file;
    }

    /**
     * Writes those that are missing or of another length; other files in the folder stay.
     *
     * @param folder made when absent
     * @throws UncheckedIOException when it cannot be written
     */
    public void fill(Path folder) {
        try {
            for (int index = 0; index < count; index += FILES_PER_FOLDER) {
                Files.createDirectories(folder.resolve(path(index)).getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IntStream.range(0, count).parallel().forEach(index -> put(folder.resolve(path(index)), index));
    }

    private void put(Path target, int index) {
        CameraShot shot = shot(index);
        long length = length(index, shot);
        try {
            if (target.toFile().length() != length) {
                write(target, shot, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path target, CameraShot shot, long length) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(shot.head());
        try (FileChannel file = FileChannel.open(target, CREATE, TRUNCATE_EXISTING, WRITE)) {
            if (length < head.limit()) {
                file.write(head.limit((int) length));
            } else {
                file.write(head);
                file.write(ByteBuffer.wrap(END_OF_IMAGE), length - END_OF_IMAGE.length);
            }
        }
    }

    private long length(int index, CameraShot shot) {
        if (isBroken(index)) {
            return CameraShot.CUT_LENGTH;
        }
        return size == Size.SMALL ? CameraShot.HEAD_LENGTH + END_OF_IMAGE.length : shot.fullLength();
    }

    private boolean isBroken(int index) {
        return brokenEvery > 0 && (index + 1) % brokenEvery == 0;
    }

    private static CameraShot shot(int index) {
        return new CameraShot(index);
    }

    private static String path(int index) {
        return "%03d/IMG_%05d.jpg".formatted(index / FILES_PER_FOLDER, index);
    }
}
