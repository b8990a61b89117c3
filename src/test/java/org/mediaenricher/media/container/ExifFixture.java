package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;

/** Builds TIFF structures, little endian: directories with entries, as Exif blocks and TIFF files have them. */
final class ExifFixture {
    private final List<Entry> image = new ArrayList<>();
    private final List<Entry> exif = new ArrayList<>();
    private final List<Entry> gps = new ArrayList<>();

    private record Entry(int tag, int type, int count, Bytes value) {}

    /** A camera's photo with everything that becomes a fact. */
    static ExifFixture camera() {
        return new ExifFixture()
                .image(0x010e, "A bridge")
                .image(0x010f, "Acme")
                .image(0x0110, "Box 1")
                .image(0x0131, "1.0")
                .orientation(6)
                .exif(0x829a, 1, 200)
                .exif(0x829d, 28, 10)
                .exifShort(0x8827, 400)
                .exif(0x9003, "2024:05:31 12:30:15")
                .exif(0x9011, "+02:00")
                .exif(0x9291, "25")
                .exif(0x920a, 50, 1)
                .exif(0xa434, "Acme 50mm")
                .place("N", 48, "E", 11)
                .gps(0x0005, 1, 1, Bytes.of(0))
                .gps(0x0006, 5, 1, rational(5195, 10));
    }

    ExifFixture orientation(int value) {
        return image(0x0112, 3, 1, new Bytes().u16le(value));
    }

    ExifFixture image(int tag, String text) {
        return image(tag, 2, text.length() + 1, Bytes.of(text).u8(0));
    }

    ExifFixture image(int tag, int type, int count, Bytes value) {
        image.add(new Entry(tag, type, count, value));
        return this;
    }

    ExifFixture exif(int tag, String text) {
        exif.add(new Entry(tag, 2, text.length() + 1, Bytes.of(text).u8(0)));
        return this;
    }

    ExifFixture exif(int tag, int numerator, int denominator) {
        exif.add(new Entry(tag, 5, 1, rational(numerator, denominator)));
        return this;
    }

    ExifFixture exif(int tag, Bytes rationals) {
        exif.add(new Entry(tag, 5, rationals.length() / 8, rationals));
        return this;
    }

    ExifFixture exifShort(int tag, int value) {
        exif.add(new Entry(tag, 3, 1, new Bytes().u16le(value)));
        return this;
    }

    ExifFixture place(String latitudeReference, int latitude, String longitudeReference, int longitude) {
        return gps(0x0001, 2, 2, Bytes.of(latitudeReference).u8(0))
                .gps(0x0002, 5, 3, angle(latitude))
                .gps(0x0003, 2, 2, Bytes.of(longitudeReference).u8(0))
                .gps(0x0004, 5, 3, angle(longitude));
    }

    ExifFixture gps(int tag, int type, int count, Bytes value) {
        gps.add(new Entry(tag, type, count, value));
        return this;
    }

    static Bytes rational(int numerator, int denominator) {
        return new Bytes().u32le(numerator).u32le(denominator);
    }

    private static Bytes angle(int degrees) {
        return rational(degrees, 1).add(rational(30, 1)).add(rational(0, 1));
    }

    /** The TIFF structure. */
    Bytes tiff() {
        List<Entry> first = new ArrayList<>(image);
        int sub = 8 + size(first.size() + (exif.isEmpty() ? 0 : 1) + (gps.isEmpty() ? 0 : 1), first);
        int place = sub + (exif.isEmpty() ? 0 : size(exif.size(), exif));
        if (!exif.isEmpty()) {
            first.add(new Entry(0x8769, 4, 1, new Bytes().u32le(sub)));
        }
        if (!gps.isEmpty()) {
            first.add(new Entry(0x8825, 4, 1, new Bytes().u32le(place)));
        }
        Bytes tiff = Bytes.of("II").u16le(42).u32le(8);
        directory(tiff, first);
        if (!exif.isEmpty()) {
            directory(tiff, exif);
        }
        if (!gps.isEmpty()) {
            directory(tiff, gps);
        }
        return tiff;
    }

    private static int size(int count, List<Entry> entries) {
        return 6 + 12 * count + entries.stream().mapToInt(ExifFixture::outside).sum();
    }

    private static int outside(Entry entry) {
        int length = entry.value().length();
        return length <= 4 ? 0 : length + (length & 1);
    }

    private static void directory(Bytes tiff, List<Entry> entries) {
        int values = tiff.length() + size(entries.size(), List.of());
        tiff.u16le(entries.size());
        Bytes outside = new Bytes();
        for (Entry entry : entries) {
            tiff.u16le(entry.tag()).u16le(entry.type()).u32le(entry.count());
            if (outside(entry) == 0) {
                tiff.add(entry.value()).zeros(4 - entry.value().length());
            } else {
                tiff.u32le(values + outside.length());
                outside.add(entry.value()).zeros(entry.value().length() & 1);
            }
        }
        tiff.u32le(0).add(outside);
    }
}
