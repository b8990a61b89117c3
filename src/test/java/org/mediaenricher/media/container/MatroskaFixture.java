package org.mediaenricher.media.container;

/** Builds Matroska and WebM files of EBML elements. */
final class MatroskaFixture {
    private final String docType;
    private final Bytes segment = new Bytes();

    private MatroskaFixture(String docType) {
        this.docType = docType;
    }

    static MatroskaFixture webm() {
        return new MatroskaFixture("webm");
    }

    static MatroskaFixture matroska() {
        return new MatroskaFixture("matroska");
    }

    static MatroskaFixture of(String docType) {
        return new MatroskaFixture(docType);
    }

    /** Any element in the segment. */
    MatroskaFixture add(Bytes element) {
        segment.add(element);
        return this;
    }

    /** General facts, behind what is given. */
    MatroskaFixture info(Bytes elements) {
        return add(element(0x1549a966, elements));
    }

    MatroskaFixture lasting(double millis) {
        return info(real(0x4489, millis));
    }

    MatroskaFixture tracks(Bytes... entries) {
        Bytes all = new Bytes();
        for (Bytes entry : entries) {
            all.add(element(0xae, entry));
        }
        return add(element(0x1654ae6b, all));
    }

    /** A cluster of blocks at milliseconds after its own. */
    MatroskaFixture cluster(int time, int... blocks) {
        return add(element(0x1f43b675, clusterContent(time, blocks)));
    }

    /** The same, its size left open. */
    MatroskaFixture openCluster(int time, int... blocks) {
        return add(new Bytes().u32(0x1f43b675).u8(0xff).add(clusterContent(time, blocks)));
    }

    Bytes bytes() {
        return header().add(element(0x18538067, segment));
    }

    /** The segment's size left open, as live recorders do. */
    Bytes open() {
        return header().u32(0x18538067)
                .u8(0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)
                .add(segment);
    }

    private Bytes header() {
        return element(0x1a45dfa3, text(0x4282, docType));
    }

    private static Bytes clusterContent(int time, int... blocks) {
        Bytes content = number(0xe7, time);
        for (int block : blocks) {
            content.add(element(0xa3, new Bytes().u8(0x81).u16(block).u8(0x80, 1, 2, 3)));
        }
        return content;
    }

    static Bytes video(String codec, int width, int height, Bytes more) {
        Bytes shape = number(0xb0, width).add(number(0xba, height)).add(more);
        return number(0x83, 1).add(text(0x86, codec)).add(element(0xe0, shape));
    }

    static Bytes audio(String codec, int channels, double rate) {
        Bytes shape = real(0xb5, rate).add(number(0x9f, channels));
        return number(0x83, 2).add(text(0x86, codec)).add(element(0xe1, shape));
    }

    static Bytes subtitle(String codec) {
        return number(0x83, 0x11).add(text(0x86, codec)).add(text(0x22b59c, "deu"));
    }

    /** A tag of the whole file. */
    static Bytes tag(String name, String value) {
        Bytes simple = element(0x67c8, text(0x45a3, name).add(text(0x4487, value)));
        return element(0x7373, element(0x63c0, new Bytes()).add(simple));
    }

    static Bytes seek(int id, long position) {
        return element(0x4dbb, element(0x53ab, new Bytes().u32(id)).add(element(0x53ac, new Bytes().u64(position))));
    }

    static Bytes number(int id, long value) {
        return element(id, new Bytes().u32(value));
    }

    static Bytes real(int id, double value) {
        return element(id, new Bytes().u64(Double.doubleToLongBits(value)));
    }

    static Bytes text(int id, String value) {
        return element(id, MovieFixture.utf8(value));
    }

    /** An element, its size in four bytes. */
    static Bytes element(int id, Bytes content) {
        Bytes head = new Bytes();
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (id >>> shift != 0) {
                head.u8(id >>> shift);
            }
        }
        return head.u32(0x10000000L | content.length()).add(content);
    }
}
