package org.mediaenricher.media.container;

/** Parts of movies that several tests need. */
final class MovieSamples {
    private MovieSamples() {}

    /** An elementary stream box with AAC of a channel configuration. */
    static Bytes aac(int objectType, int configuration) {
        int config = objectType << 11 | 4 << 7 | configuration << 3; // 44.1 kHz
        return elementaryStream(0x40, new Bytes().u16(config));
    }

    static Bytes elementaryStream(int objectType, Bytes specific) {
        Bytes decoder = new Bytes().u8(objectType, 0x15).u24(0).u32(128_000).u32(96_000);
        if (specific.length() > 0) {
            decoder.u8(5, specific.length()).add(specific);
        }
        Bytes stream =
                new Bytes().u16(1).u8(0, 4, 0x80, 0x80, 0x80, decoder.length()).add(decoder);
        return new Bytes()
                .fullBox("esds", 0, 0, new Bytes().u8(3, stream.length()).add(stream));
    }

    static Bytes colour(int transfer) {
        return new Bytes()
                .box("colr", Bytes.of("nclx").u16(9).u16(transfer).u16(9).u8(0));
    }

    /** QuickTime's place. */
    static Bytes xyz(String place) {
        return new Bytes()
                .box("\u00a9xyz", new Bytes().u16(place.length()).u16(0x15c7).text(place));
    }

    /** 3GPP's place. */
    static Bytes loci(double latitude, double longitude) {
        Bytes content = new Bytes()
                .u16(0x15c7)
                .text("here\0")
                .u8(0)
                .u32(Math.round(longitude * 65536))
                .u32(Math.round(latitude * 65536))
                .u32(0)
                .text("earth\0\0");
        return new Bytes().fullBox("loci", 0, 0, content);
    }

    static Bytes keywords3gp(String... words) {
        Bytes content = new Bytes().u32(0).u16(0x15c7).u8(words.length);
        for (String word : words) {
            content.u8(word.length() + 1).text(word).u8(0);
        }
        return content;
    }

    /** A movie of one video track without samples of its own; the track's samples last 40 of 1000 units. */
    static Bytes fragmented(Bytes extendsBoxes, Bytes after) {
        Bytes defaults = new Bytes()
                .add(extendsBoxes)
                .fullBox("trex", 0, 0, new Bytes().u32(1).u32(1).u32(40).u32(0).u32(0));
        return MovieFixture.of("iso5")
                .track(TrackFixture.video("avc1", 64, 36).timed(1000, 0, 0))
                .box("mvex", defaults)
                .then(after)
                .bytes();
    }

    /** A fragment that begins at a time, with as many samples of the default duration. */
    static Bytes fragment(int time, int samples) {
        Bytes track = new Bytes()
                .fullBox("tfhd", 0, 0x20000, new Bytes().u32(1))
                .fullBox("tfdt", 1, 0, new Bytes().u64(time))
                .fullBox("trun", 0, 0x1, new Bytes().u32(samples).u32(0));
        return new Bytes().box("moof", new Bytes().box("traf", track)).box("mdat", new Bytes().zeros(100));
    }

    /** A segment index with two references that last so many of 1000 units together. */
    static Bytes index(int units) {
        Bytes content = new Bytes()
                .u32(1)
                .u32(1000)
                .u32(0)
                .u32(0)
                .u16(0)
                .u16(2)
                .u32(50)
                .u32(units / 2)
                .u32(0)
                .u32(50)
                .u32(units - units / 2)
                .u32(0);
        return new Bytes().fullBox("sidx", 0, 0, content).zeros(100);
    }
}
