package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;

/** Builds HEIF files: a grid as primary item 1, a tile as item 2, Exif as item 3, XMP as item 4. */
final class HeifFixture {
    private final String brand;
    private final List<Bytes> primary = new ArrayList<>();
    private Bytes exif = new Bytes();
    private Bytes xmp = new Bytes();
    private boolean inDescription;

    private HeifFixture(String brand) {
        this.brand = brand;
    }

    static HeifFixture of(String brand, int width, int height) {
        return new HeifFixture(brand)
                .property("ispe", new Bytes().u32(0).u32(width).u32(height));
    }

    HeifFixture property(String type, Bytes content) {
        primary.add(new Bytes().box(type, content));
        return this;
    }

    HeifFixture exif(ExifFixture block) {
        exif = new Bytes().u32(6).text("Exif\0\0").add(block.tiff());
        return this;
    }

    HeifFixture xmp(Bytes packet) {
        xmp = packet;
        return this;
    }

    /** Has the metadata in the description's own data box. */
    HeifFixture inDescription() {
        inDescription = true;
        return this;
    }

    Bytes bytes() {
        Bytes type = new Bytes().box("ftyp", Bytes.of(brand).u32(0).text("mif1miaf"));
        int meta = meta(0).length();
        int data = type.length() + meta + 8;
        Bytes file = type.add(meta(inDescription ? 0 : data));
        return inDescription ? file : file.box("mdat", new Bytes().add(exif).add(xmp));
    }

    private Bytes meta(int data) {
        Bytes boxes = new Bytes()
                .fullBox("hdlr", 0, 0, new Bytes().u32(0).text("pict").zeros(13))
                .fullBox("pitm", 0, 0, new Bytes().u16(1))
                .fullBox("iinf", 0, 0, items())
                .box("iprp", properties())
                .fullBox("iloc", 1, 0, locations(data));
        if (inDescription) {
            boxes.box("idat", new Bytes().add(exif).add(xmp));
        }
        return new Bytes().fullBox("meta", 0, 0, boxes);
    }

    private static Bytes items() {
        return new Bytes()
                .u16(4)
                .add(item(1, "grid", ""))
                .add(item(2, "hvc1", ""))
                .add(item(3, "Exif", ""))
                .add(item(4, "mime", "application/rdf+xml\0"));
    }

    private static Bytes item(int id, String type, String contentType) {
        return new Bytes()
                .fullBox(
                        "infe",
                        2,
                        0,
                        new Bytes().u16(id).u16(0).text(type).u8(0).text(contentType));
    }

    private Bytes properties() {
        Bytes all = new Bytes().box("ispe", new Bytes().u32(0).u32(512).u32(512));
        primary.forEach(all::add);
        Bytes associations = new Bytes().u32(2).u16(2).u8(1, 1).u16(1).u8(primary.size());
        for (int i = 0; i < primary.size(); i++) {
            associations.u8(0x80 | i + 2);
        }
        return new Bytes().box("ipco", all).fullBox("ipma", 0, 0, associations);
    }

    private Bytes locations(int data) {
        return new Bytes()
                .u16(0x4400)
                .u16(2)
                .add(location(3, data, exif.length()))
                .add(location(4, data + exif.length(), xmp.length()));
    }

    private Bytes location(int id, int offset, int length) {
        return new Bytes()
                .u16(id)
                .u16(inDescription ? 1 : 0)
                .u16(0)
                .u16(1)
                .u32(offset)
                .u32(length);
    }
}
