package org.mediaenricher.media.container;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/** Pictures made to cost much. */
final class PictureBombs {
    private PictureBombs() {}

    static Map<String, Supplier<Bytes>> all() {
        return Map.ofEntries(
                entry(
                        "a png of 16000 by 16000 pixels",
                        () -> PngFixture.of(16_000, 16_000).bytes()),
                entry("a png of empty chunks", () -> png(200_000, "tEXt", new Bytes())),
                entry("a png of short texts", () -> png(200_000, "tEXt", Bytes.of("Title\0t"))),
                entry("a png of long texts", () -> png(100, "tEXt", Bytes.of("Title\0" + "t".repeat(60_000)))),
                entry("a png whose packet inflates", PictureBombs::inflating),
                entry("a png of packets that inflate", () -> manyInflating(2)),
                entry("a png of packets that inflate too far", () -> manyInflating(3)),
                entry("a png whose tail looks like chunks", PictureBombs::tail),
                entry("a tiff of crowded pages", PictureBombs::crowdedPages),
                entry("a tiff whose pages lead in a circle", PictureBombs::circle),
                entry("a heif of countless properties", PictureBombs::countlessProperties),
                entry("a heif of countless locations", PictureBombs::countlessLocations),
                entry("a heif of boxes nested ten thousand deep", () -> heif(nested("meta", 10_000))),
                entry("a jpeg of countless comments", () -> jpeg(300_000, Bytes.of("c"))),
                entry("a jpeg of long comments", () -> jpeg(4_000, new Bytes().zeros(1999))),
                entry(
                        "a jpeg of 65535 by 65535 pixels",
                        () -> new JpegFixture().frame(65_535, 65_535).bytes()),
                entry("a jpeg of fill bytes", () -> Bytes.of(0xff, 0xd8, 0xff).add(fill(8 << 20))),
                entry("a gif without an end", PictureBombs::endlessGif),
                entry("a gif of sub-blocks", () -> gif().u8(0x21, 0xfe).add(Bombs.times(2 << 20, Bytes.of(1, 0)))),
                entry("a webp of empty chunks", PictureBombs::emptyChunks),
                entry("an svg of nested entities", PictureBombs::entities),
                entry("an svg whose root never closes", () -> Bytes.of("<svg " + "a='b' ".repeat(500_000))));
    }

    private static Bytes png(int chunks, String type, Bytes content) {
        return PngFixture.of(4, 3).chunks(chunks, type, content).bytes();
    }

    private static Bytes inflating() {
        return PngFixture.of(4, 3).compressedXmp(Bombs.deflatedZeros(256)).bytes();
    }

    private static Bytes manyInflating(int megabytes) {
        Bytes text = Bytes.of("XML:com.adobe.xmp\0").u8(1, 0, 0, 0).add(Bombs.deflatedZeros(megabytes));
        return png(3000, "iTXt", text);
    }

    /** Every other byte of the tail begins a chunk of metadata that leads nowhere. */
    private static Bytes tail() {
        Bytes chunks = Bombs.times(2700, new Bytes().u32(0).text("tEXt").u32(0));
        return PngFixture.of(4, 3).pixels(3, 10).bytes().add(chunks).zeros(8);
    }

    private static Bytes crowdedPages() {
        Bytes tiff = Bytes.of("II").u16le(42).u32le(8);
        for (int page = 0; page < 100; page++) {
            tiff.u16le(1000);
            for (int tag = 0; tag < 1000; tag++) {
                tiff.u16le(256 + tag).u16le(4).u32le(1).u32le(40);
            }
            tiff.u32le(tiff.length() + 4);
        }
        return tiff;
    }

    private static Bytes circle() {
        return Bytes.of("II")
                .u16le(42)
                .u32le(8)
                .u16le(3)
                .add(entry32(256, 4))
                .add(entry32(257, 3))
                .add(entry32(0x8769, 8))
                .u32le(8);
    }

    private static Bytes entry32(int tag, int value) {
        return new Bytes().u16le(tag).u16le(4).u32le(1).u32le(value);
    }

    private static Bytes countlessProperties() {
        Bytes properties = Bombs.times(400_000, new Bytes().u32(8).text("free"));
        return heif(
                new Bytes().fullBox("pitm", 0, 0, new Bytes().u16(1)).box("iprp", new Bytes().box("ipco", properties)));
    }

    private static Bytes countlessLocations() {
        Bytes items = new Bytes().u16(0x4400).u16(65_535);
        for (int i = 0; i < 60_000; i++) {
            items.u16(i % 3).u16(0).u16(0).u16(1).u32(8).u32(1 << 20);
        }
        return heif(new Bytes().fullBox("pitm", 0, 0, new Bytes().u16(1)).fullBox("iloc", 1, 0, items));
    }

    private static Bytes heif(Bytes meta) {
        byte[] type = Arrays.copyOf(HeifFixture.of("heic", 40, 30).bytes().array(), 24);
        return new Bytes().add(type).fullBox("meta", 0, 0, meta);
    }

    static Bytes nested(String type, int deep) {
        Bytes boxes = new Bytes();
        for (int left = deep; left > 0; left--) {
            boxes.u32(8L * left).text(type);
        }
        return boxes;
    }

    private static Bytes jpeg(int comments, Bytes comment) {
        Bytes segment = Bytes.of(0xff, 0xfe).u16(comment.length() + 2).add(comment);
        byte[] end = new JpegFixture().frame(4, 3).bytes().array();
        return Bytes.of(0xff, 0xd8).add(Bombs.times(comments, segment)).add(Arrays.copyOfRange(end, 2, end.length));
    }

    private static byte[] fill(int length) {
        byte[] fill = new byte[length];
        Arrays.fill(fill, (byte) 0xff);
        return fill;
    }

    private static Bytes gif() {
        return Bytes.of("GIF89a").u16le(4).u16le(3).u8(0, 0, 0);
    }

    private static Bytes endlessGif() {
        Bytes frame = Bytes.of(0x2c).zeros(8).u8(0, 2, 1, 0, 0);
        return gif().add(Bombs.times(500_000, frame));
    }

    private static Bytes emptyChunks() {
        Bytes chunks = Bytes.of("WEBP")
                .chunk("VP8X", new Bytes().u32le(0x2c).u24le(3).u24le(2))
                .add(Bombs.times(700_000, new Bytes().chunk("ALPH", new Bytes())));
        return Bytes.of("RIFF").u32le(chunks.length()).add(chunks);
    }

    private static Bytes entities() {
        StringBuilder svg = new StringBuilder("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a0 'lol'>");
        for (int i = 1; i < 30; i++) {
            svg.append("<!ENTITY a" + i + " '&a" + (i - 1) + ";&a" + (i - 1) + ";'>");
        }
        return Bytes.of(svg + "]><svg width='&a29;' height='4'/>");
    }
}
