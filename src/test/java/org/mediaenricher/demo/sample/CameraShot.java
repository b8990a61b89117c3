package org.mediaenricher.demo.sample;

import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** One shot of {@link CameraJpegs}: everything about it follows from its index. */
final class CameraShot {
    /** How much of a file is written; the rest is a hole. */
    static final int HEAD_LENGTH = 15 * 1024;

    /** Where a broken one ends: inside the EXIF segment. */
    static final int CUT_LENGTH = 2000;

    private static final int MEBIBYTE = 1 << 20;
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2015, 1, 1, 8, 0);
    private static final int[] ORIENTATIONS = {1, 1, 1, 1, 1, 6, 6, 8, 3, 1};
    private static final List<String> WORDS =
            List.of("family", "holiday", "sea", "mountain", "city", "garden", "birthday", "friends", "work", "snow");

    private final Random noise;
    private final Camera camera;
    private final int orientation;
    private final LocalDateTime taken;
    private final ZoneOffset offset;
    private final Position position;
    private final boolean positioned;
    private final List<String> iptc;
    private final List<String> xmp;
    private final int look;
    private final long fullLength;

    CameraShot(int index) {
        Random random = new Random(index * 0x9E3779B97F4A7C15L);
        camera = Camera.ALL.get(random.nextInt(Camera.ALL.size()));
        orientation = ORIENTATIONS[random.nextInt(ORIENTATIONS.length)];
        taken = FIRST_DAY.plusDays(random.nextInt(3650)).plusSeconds(random.nextInt(43_200));
        position = new Position(random.nextInt(120_000) / 1e3 - 55, random.nextInt(360_000) / 1e3 - 180);
        offset = ZoneOffset.ofHours((int) Math.round(position.longitude() / 15));
        positioned = random.nextInt(10) < 6;
        iptc = random.nextInt(3) == 0 ? words(random) : List.of();
        xmp = random.nextInt(2) == 0 ? words(random) : List.of();
        look = random.nextInt(1000);
        fullLength = 2 * MEBIBYTE + random.nextInt(2 * MEBIBYTE);
        noise = random;
    }

    long fullLength() {
        return fullLength;
    }

    SampleFile file(String path) {
        Camera.Sensor sensor = camera.sensor();
        boolean turned = orientation >= 5;
        SampleFile file = SampleFile.of(path, "image/jpeg")
                .shown(turned ? sensor.height() : sensor.width(), turned ? sensor.width() : sensor.height())
                .orientation(orientation)
                .camera(camera)
                .taken(taken)
                .keywords(keywords());
        if (positioned) {
            file.position(position);
        }
        return camera.phone() ? file.offset(offset) : file;
    }

    /** The first {@link #HEAD_LENGTH} bytes; to be asked for once. */
    byte[] head() {
        Octets head = Octets.bigEndian().u8(0xFF).u8(0xD8).bytes(Jpeg.exif(exif()));
        if (!iptc.isEmpty()) {
            head.bytes(Jpeg.photoshop(Iptc.photoshop(iptc)));
        }
        if (!xmp.isEmpty()) {
            head.bytes(Jpeg.xmp(Xmp.packet(xmp)));
        }
        byte[] picture = CameraLooks.picture(camera.sensor());
        return Arrays.copyOf(head.bytes(picture).toByteArray(), HEAD_LENGTH);
    }

    private byte[] exif() {
        ByteOrder order = camera.phone() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Camera.Sensor sensor = camera.sensor();
        Exif exif = new Exif(order)
                .camera(camera)
                .orientation(orientation)
                .pixels(sensor.width(), sensor.height())
                .taken(taken)
                .exposure(30 + look, 100 << look % 6)
                .makerNote(MakerNote.of(camera, noise))
                .thumbnail(CameraLooks.thumbnail(look));
        if (camera.phone()) {
            exif.offset(offset);
        }
        if (positioned) {
            exif.position(position, taken.minusSeconds(offset.getTotalSeconds()));
        }
        return exif.toTiff();
    }

    private List<String> keywords() {
        return Stream.concat(iptc.stream(), xmp.stream()).distinct().toList();
    }

    private static List<String> words(Random random) {
        int first = random.nextInt(WORDS.size() - 3);
        return WORDS.subList(first, first + 1 + random.nextInt(3));
    }
}
