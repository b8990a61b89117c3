package org.mediaenricher.media.container;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Supplier;

/** Metadata blocks made to cost much. */
final class MetadataBombs {
    private MetadataBombs() {}

    static Map<String, Supplier<Bytes>> all() {
        return Map.ofEntries(
                entry("an exif block that names the same bytes a thousand times", MetadataBombs::sameBytes),
                entry("an exif block whose directories overlap", MetadataBombs::overlapping),
                entry("an iptc record of nothing but keywords", MetadataBombs::keywords),
                entry("an xmp packet of nested long names", MetadataBombs::longNames),
                entry("an xmp packet of references without an end", () -> xmp("<x>" + "&".repeat(2_000_000))),
                entry("an xmp packet of declarations", () -> xmp("<!DOCTYPE>".repeat(200_000))),
                entry("an xmp packet of entities that multiply", MetadataBombs::entities),
                entry("an xmp packet of attributes", () -> xmp("<x " + "dc:a='b' ".repeat(220_000) + "/>")),
                entry("an xmp packet of text in pieces", () -> xmp("<dc:title>" + "a<!---->".repeat(250_000))),
                entry("an xmp packet of quotes that never close", () -> xmp("<x a='" + "\"<x a=".repeat(300_000))),
                entry("a jpeg of photoshop resources", MetadataBombs::resources));
    }

    private static Bytes sameBytes() {
        Bytes block = Bytes.of("II").u16le(42).u32le(8).u16le(4000);
        for (int i = 0; i < 4000; i++) {
            block.u16le(i + 1).u16le(1).u32le(60_000).u32le(8);
        }
        return exif(block.zeros(13_000));
    }

    private static Bytes overlapping() {
        Bytes block = Bytes.of("II").u16le(42).u32le(8);
        while (block.length() < 60_000) {
            block.u16le(0x8769).u16le(0x8769).u16le(4).u32le(1).u32le(block.length() % 50_000);
        }
        return exif(block);
    }

    private static Bytes keywords() {
        return new JpegFixture()
                .iptc(Bombs.times(12_000, JpegFixture.dataset(25, "")))
                .frame(4, 3)
                .bytes();
    }

    private static Bytes longNames() {
        String name = "n:" + "x".repeat(30_000);
        return xmp("<x>" + ("<" + name + ">").repeat(30) + "<a/>".repeat(250_000));
    }

    private static Bytes entities() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'lol'>");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY a" + i + " '&a" + (i - 1) + ";&a" + (i - 1) + ";'>");
        }
        return xmp(xml + "]><x><dc:title>&a29;</dc:title></x>");
    }

    private static Bytes resources() {
        Bytes resources = Bytes.of("Photoshop 3.0\0")
                .add(Bombs.times(
                        4000, Bytes.of("8BIM").u16(0x0404).u16(0).u32(2).u16(0x1c02)));
        JpegFixture jpeg = new JpegFixture();
        for (int i = 0; i < 60; i++) {
            jpeg.segment(0xed, resources);
        }
        return jpeg.frame(4, 3).bytes();
    }

    private static Bytes exif(Bytes block) {
        return new JpegFixture()
                .segment(0xe1, Bytes.of("Exif\0\0").add(block))
                .frame(4, 3)
                .bytes();
    }

    private static Bytes xmp(String packet) {
        return PngFixture.of(4, 3).xmp(Bytes.of(packet)).bytes();
    }
}
