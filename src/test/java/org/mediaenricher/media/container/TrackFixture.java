package org.mediaenricher.media.container;

/** Builds one track of a movie. */
final class TrackFixture {
    private final String handler;
    private final Bytes entry;
    private Bytes sideBoxes = new Bytes();
    private Bytes matrix = matrix(1, 0, 0, 1);
    private int id = 1;
    private int layoutWidth;
    private int layoutHeight;
    private int timescale = 1000;
    private int duration = 2000;
    private int samples = 50;
    private int language = 0x55c4; // und
    private Bytes sizes = new Bytes();

    private TrackFixture(String handler, Bytes entry) {
        this.handler = handler;
        this.entry = entry;
    }

    static TrackFixture video(String codec, int width, int height) {
        return video(codec, width, height, new Bytes());
    }

    /** A video track with boxes in its sample entry. */
    static TrackFixture video(String codec, int width, int height, Bytes boxes) {
        Bytes fields =
                new Bytes().zeros(6).u16(1).zeros(16).u16(width).u16(height).zeros(50);
        TrackFixture track = new TrackFixture("vide", new Bytes().box(codec, fields.add(boxes)));
        return track.layout(width, height);
    }

    static TrackFixture sound(String codec, int channels, int bits, int rate, Bytes boxes) {
        Bytes fields = new Bytes()
                .zeros(6)
                .u16(1)
                .zeros(8)
                .u16(channels)
                .u16(bits)
                .u32(0)
                .u16(rate)
                .u16(0);
        return new TrackFixture("soun", new Bytes().box(codec, fields.add(boxes)));
    }

    /** QuickTime's second version of a sound description. */
    static TrackFixture soundVersionTwo(String codec, int channels, int bits, double rate) {
        Bytes fields = new Bytes()
                .zeros(6)
                .u16(1)
                .u16(2)
                .zeros(6)
                .u16(3)
                .u16(16)
                .u16(0xfffe)
                .u16(0)
                .u32(0x10000)
                .u32(72)
                .u64(Double.doubleToLongBits(rate))
                .u32(channels)
                .u32(0x7f000000)
                .u32(bits)
                .zeros(12);
        return new TrackFixture("soun", new Bytes().box(codec, fields));
    }

    /** A track of another kind. */
    static TrackFixture other(String handler, String codec) {
        return new TrackFixture(
                handler, new Bytes().box(codec, new Bytes().zeros(6).u16(1)));
    }

    TrackFixture id(int number) {
        id = number;
        return this;
    }

    TrackFixture language(int packed) {
        language = packed;
        return this;
    }

    TrackFixture timed(int perSecond, int units, int count) {
        timescale = perSecond;
        duration = units;
        samples = count;
        return this;
    }

    /** How long each sample is. */
    TrackFixture sizes(int... lengths) {
        for (int length : lengths) {
            sizes.u32(length);
        }
        return this;
    }

    TrackFixture turned(int a, int b, int c, int d) {
        matrix = matrix(a, b, c, d);
        return this;
    }

    TrackFixture layout(int width, int height) {
        layoutWidth = width;
        layoutHeight = height;
        return this;
    }

    /** Has another track hold its chapters. */
    TrackFixture chaptersIn(int track) {
        sideBoxes = new Bytes().box("tref", new Bytes().box("chap", new Bytes().u32(track)));
        return this;
    }

    static Bytes matrix(int a, int b, int c, int d) {
        return new Bytes()
                .u32((long) a << 16)
                .u32((long) b << 16)
                .u32(0)
                .u32((long) c << 16)
                .u32((long) d << 16)
                .zeros(12)
                .u32(0x40000000);
    }

    /** What stands in the track box. */
    Bytes boxes() {
        Bytes header = new Bytes()
                .zeros(8)
                .u32(id)
                .u32(0)
                .u32(duration)
                .zeros(16)
                .add(matrix)
                .u32((long) layoutWidth << 16)
                .u32((long) layoutHeight << 16);
        Bytes mediaHeader =
                new Bytes().zeros(8).u32(timescale).u32(duration).u16(language).u16(0);
        Bytes media = new Bytes()
                .fullBox("mdhd", 0, 0, mediaHeader)
                .fullBox("hdlr", 0, 0, new Bytes().u32(0).text(handler).zeros(13))
                .box("minf", new Bytes().box("stbl", sampleTable()));
        return new Bytes().fullBox("tkhd", 0, 3, header).add(sideBoxes).box("mdia", media);
    }

    private Bytes sampleTable() {
        return new Bytes()
                .fullBox("stsd", 0, 0, new Bytes().u32(1).add(entry))
                .fullBox("stsz", 0, 0, new Bytes().u32(0).u32(samples).add(sizes))
                .fullBox("stco", 0, 0, new Bytes().u32(1).u32(0));
    }
}
