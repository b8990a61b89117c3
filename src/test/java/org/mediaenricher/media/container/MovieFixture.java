package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Builds movies: a file type box, a movie box that counts milliseconds, media data before or behind it. */
final class MovieFixture {
    private static final int FROM_1904_TO_1970 = 2_082_844_800;

    private final String brand;
    private final Bytes tracks = new Bytes();
    private final Bytes words = new Bytes();
    private Bytes after = new Bytes();
    private long created;
    private long duration;

    private MovieFixture(String brand) {
        this.brand = brand;
    }

    /** A movie of a major brand; the empty one has no file type box. */
    static MovieFixture of(String brand) {
        return new MovieFixture(brand);
    }

    /** Seconds since 1970. */
    MovieFixture created(long epochSecond) {
        return createdRaw(epochSecond + Integer.toUnsignedLong(FROM_1904_TO_1970));
    }

    /** The header's field as it is. */
    MovieFixture createdRaw(long seconds) {
        created = seconds;
        return this;
    }

    MovieFixture lasting(long millis) {
        duration = millis;
        return this;
    }

    MovieFixture track(TrackFixture track) {
        tracks.box("trak", track.boxes());
        return this;
    }

    /** A box right in the movie box, behind the tracks. */
    MovieFixture box(String type, Bytes content) {
        words.box(type, content);
        return this;
    }

    MovieFixture userData(Bytes boxes) {
        return box("udta", boxes);
    }

    /** Names and texts in QuickTime's metadata box. */
    MovieFixture keys(Map<String, String> texts) {
        Bytes keys = new Bytes().u32(0).u32(texts.size());
        Bytes items = new Bytes();
        int index = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            keys.u32(8L + text.getKey().length()).text("mdta").text(text.getKey());
            items.u32(24L + utf8(text.getValue()).length())
                    .u32(++index)
                    .box("data", new Bytes().u32(1).u32(0).add(utf8(text.getValue())));
        }
        Bytes handler = new Bytes()
                .fullBox("hdlr", 0, 0, new Bytes().u32(0).text("mdta").zeros(13));
        return box("meta", handler.box("keys", keys).box("ilst", items));
    }

    /** Boxes behind the movie box. */
    MovieFixture then(Bytes boxes) {
        after = boxes;
        return this;
    }

    /** The movie box in front. */
    Bytes bytes() {
        return type().add(movie()).add(after);
    }

    /** The movie box behind so many bytes of media data. */
    Bytes bytesWithMovieLast(int dataLength) {
        return type().box("mdat", new Bytes().zeros(dataLength)).add(movie()).add(after);
    }

    /** The same with a media data box whose size takes 64 bits. */
    Bytes bytesBehindWideData(int dataLength) {
        return type().u32(1)
                .text("mdat")
                .u64(16L + dataLength)
                .zeros(dataLength)
                .add(movie());
    }

    private Bytes type() {
        return brand.isEmpty()
                ? new Bytes()
                : new Bytes().box("ftyp", Bytes.of(brand).u32(512).text("isomiso2"));
    }

    private Bytes movie() {
        Bytes header = new Bytes()
                .u32(created)
                .u32(created)
                .u32(1000)
                .u32(duration)
                .u32(0x10000)
                .u16(0x100)
                .zeros(10)
                .add(TrackFixture.matrix(1, 0, 0, 1))
                .zeros(24)
                .u32(9);
        return new Bytes()
                .box(
                        "moov",
                        new Bytes().fullBox("mvhd", 0, 0, header).add(tracks).add(words));
    }

    static Bytes utf8(String text) {
        return new Bytes().add(text.getBytes(StandardCharsets.UTF_8));
    }
}
