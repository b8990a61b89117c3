package org.mediaenricher.demo.sample;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What a camera notes beside the picture: Exif 2.32 (CIPA DC-008), tags of section 4.6, in a TIFF stream
 * with IFD0, Exif IFD, GPS IFD and, with a thumbnail, IFD1. What is not told is not written.
 */
final class Exif {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy:MM:dd");

    private final ByteOrder order;
    private final Ifd image;
    private final Ifd photo;

    Exif(ByteOrder order) {
        this.order = order;
        this.image = new Ifd(order)
                .rationals(0x011A, 72, 1)
                .rationals(0x011B, 72, 1)
                .shorts(0x0128, 2)
                .shorts(0x0213, 1)
                .ascii(0x0131, "Media Enricher sample");
        this.photo = new Ifd(order)
                .undefined(0x9000, ascii("0232"))
                .undefined(0x9101, new byte[] {1, 2, 3, 0})
                .undefined(0xA000, ascii("0100"))
                .shorts(0xA001, 1);
    }

    Exif orientation(int orientation) {
        image.shorts(0x0112, orientation);
        return this;
    }

    Exif camera(Camera camera) {
        image.ascii(0x010F, camera.make()).ascii(0x0110, camera.model());
        photo.ascii(0xA434, camera.lens().name())
                .rationals(0x829D, camera.lens().apertureTenths(), 10)
                .rationals(0x920A, camera.lens().focalTenths(), 10);
        return this;
    }

    Exif exposure(int secondsDenominator, int iso) {
        photo.rationals(0x829A, 1, secondsDenominator)
                .shorts(0x8822, 2)
                .shorts(0x8827, iso)
                .signedRational(0x9204, 0, 10)
                .shorts(0x9207, 5)
                .shorts(0x9209, 16);
        return this;
    }

    /** The camera's clock, as always without a zone. */
    Exif taken(LocalDateTime local) {
        String text = DATE_TIME.format(local);
        image.ascii(0x0132, text);
        photo.ascii(0x9003, text).ascii(0x9004, text);
        return this;
    }

    /** The zone of the camera's clock, which cameras write since Exif 2.31 and many leave out. */
    Exif offset(ZoneOffset offset) {
        String text = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        photo.ascii(0x9010, text).ascii(0x9011, text).ascii(0x9012, text);
        return this;
    }

    Exif pixels(int width, int height) {
        photo.longs(0xA002, width).longs(0xA003, height);
        return this;
    }

    /** Degrees, minutes and seconds with four decimals, so three millimetres at worst. */
    Exif position(Position position) {
        gps(position);
        return this;
    }

    /** As {@link #position(Position)}, with the satellites' clock. */
    Exif position(Position position, LocalDateTime utc) {
        gps(position)
                .rationals(0x0007, utc.getHour(), 1, utc.getMinute(), 1, utc.getSecond(), 1)
                .ascii(0x001D, DATE.format(utc));
        return this;
    }

    Exif makerNote(byte[] note) {
        photo.undefined(0x927C, note);
        return this;
    }

    /** @param jpeg a small JPEG; IFD1 points at it */
    Exif thumbnail(byte[] jpeg) {
        Ifd small = new Ifd(order)
                .shorts(0x0103, 6)
                .rationals(0x011A, 72, 1)
                .rationals(0x011B, 72, 1)
                .shorts(0x0128, 2)
                .data(0x0201, 0x0202, jpeg);
        image.followedBy(small);
        return this;
    }

    byte[] toTiff() {
        return image.directory(0x8769, photo).toTiff();
    }

    private Ifd gps(Position position) {
        Ifd gps = new Ifd(order)
                .bytes(0x0000, 2, 3, 0, 0)
                .ascii(0x0001, position.latitude() < 0 ? "S" : "N")
                .rationals(0x0002, degreesMinutesSeconds(position.latitude()))
                .ascii(0x0003, position.longitude() < 0 ? "W" : "E")
                .rationals(0x0004, degreesMinutesSeconds(position.longitude()));
        image.directory(0x8825, gps);
        return gps;
    }

    private static long[] degreesMinutesSeconds(double degrees) {
        long tenThousandths = Math.round(Math.abs(degrees) * 3600 * 10_000);
        long seconds = tenThousandths % 600_000;
        long minutes = tenThousandths / 600_000;
        return new long[] {minutes / 60, 1, minutes % 60, 1, seconds, 10_000};
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
