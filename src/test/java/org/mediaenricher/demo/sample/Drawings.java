package org.mediaenricher.demo.sample;

import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.mediaenricher.demo.sample.Landscape.Mood;

/** The drawings: PNG, GIF and WebP, still and animated. */
final class Drawings {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final int SMALL = 160;
    private static final int FRAMES = 12;
    private static final int DELAY_MILLIS = 100;
    private static final List<String> KEYWORDS = List.of("sketch", "poster");
    private static final LocalDateTime DRAWN = LocalDateTime.of(2024, 4, 1, 10, 30);

    private Drawings() {}

    static List<Sample> all() {
        return List.of(
                still("png/rings.png", "image/png", () -> Png.still(Drawing.RINGS.on(WIDTH, HEIGHT, 0), List.of())),
                still("png/tiles.png", "image/png", () -> Png.still(Drawing.TILES.on(WIDTH, HEIGHT, 0), List.of())),
                still(
                        "png/cut-out.png",
                        "image/png",
                        () -> Png.still(Drawing.ORBIT.transparent(WIDTH, HEIGHT), List.of())),
                still(
                        "png/sky.png",
                        "image/png",
                        () -> Png.still(new Landscape(Mood.DAWN, 5).draw(WIDTH, HEIGHT), List.of())),
                described(
                        "png/poster.png",
                        "image/png",
                        () -> Png.still(
                                Drawing.TILES.on(WIDTH, HEIGHT, 0.5),
                                List.of(Png.exif(exif()), Png.xmp(Xmp.packet(KEYWORDS))))),
                animated(
                        "png/orbit.png",
                        "image/apng",
                        () -> Png.animated(Drawing.ORBIT.frames(FRAMES, SMALL, SMALL), DELAY_MILLIS)),
                still("gif/rings.gif", "image/gif", () -> Gif.of(List.of(Drawing.RINGS.on(WIDTH, HEIGHT, 0)), 0)),
                still("gif/tiles.gif", "image/gif", () -> Gif.of(List.of(Drawing.TILES.on(WIDTH, HEIGHT, 0.25)), 0)),
                animated(
                        "gif/orbit.gif",
                        "image/gif",
                        () -> Gif.of(Drawing.ORBIT.frames(FRAMES, SMALL, SMALL), DELAY_MILLIS)),
                animated(
                        "gif/pulse.gif",
                        "image/gif",
                        () -> Gif.of(Drawing.RINGS.frames(FRAMES, SMALL, SMALL), DELAY_MILLIS)),
                still("webp/rings.webp", "image/webp", () -> WebP.lossless(Drawing.RINGS.on(WIDTH, HEIGHT, 0.5))),
                still("webp/cut-out.webp", "image/webp", () -> WebP.lossless(Drawing.RINGS.transparent(WIDTH, HEIGHT))),
                still(
                        "webp/mosaic.webp",
                        "image/webp",
                        () -> WebP.lossy(new Landscape(Mood.DUSK, 3).draw(WIDTH, HEIGHT))),
                described(
                        "webp/poster.webp",
                        "image/webp",
                        () -> WebP.withMetadata(Drawing.TILES.on(WIDTH, HEIGHT, 0.75), exif(), Xmp.packet(KEYWORDS))),
                animated(
                        "webp/orbit.webp",
                        "image/webp",
                        () -> WebP.animated(Drawing.ORBIT.frames(FRAMES, SMALL, SMALL), DELAY_MILLIS)));
    }

    private static Sample still(String name, String contentType, Supplier<byte[]> bytes) {
        return new Sample(file(name, contentType).shown(WIDTH, HEIGHT), bytes);
    }

    private static Sample animated(String name, String contentType, Supplier<byte[]> bytes) {
        return new Sample(file(name, contentType).shown(SMALL, SMALL).frames(FRAMES), bytes);
    }

    private static Sample described(String name, String contentType, Supplier<byte[]> bytes) {
        SampleFile file = file(name, contentType)
                .shown(WIDTH, HEIGHT)
                .taken(DRAWN)
                .offset(ZoneOffset.ofHours(2))
                .keywords(KEYWORDS);
        return new Sample(file, bytes);
    }

    private static SampleFile file(String name, String contentType) {
        return SampleFile.of("drawings/" + name, contentType);
    }

    private static byte[] exif() {
        return new Exif(ByteOrder.BIG_ENDIAN)
                .pixels(WIDTH, HEIGHT)
                .taken(DRAWN)
                .offset(ZoneOffset.ofHours(2))
                .toTiff();
    }
}
