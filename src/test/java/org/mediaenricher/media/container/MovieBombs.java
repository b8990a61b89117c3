package org.mediaenricher.media.container;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Supplier;

/** Movies made to cost much. */
final class MovieBombs {
    private static final int TAGS = 0x1254c367;
    private static final int CUES = 0x1c53bb6b;

    private MovieBombs() {}

    static Map<String, Supplier<Bytes>> all() {
        return Map.ofEntries(
                entry("a day of video with counts and no samples", MovieBombs::day),
                entry("a movie of half a million fragments", MovieBombs::fragments),
                entry("a movie of fragments that claim everything", MovieBombs::greedyFragments),
                entry("a movie of segment indexes in a circle", MovieBombs::indexes),
                entry(
                        "a movie of boxes nested ten thousand deep",
                        () -> movie("udta", PictureBombs.nested("meta", 10_000))),
                entry(
                        "a movie of empty tracks",
                        () -> movie("free", new Bytes().zeros(8)).add(tracks())),
                entry("a movie of countless tracks", MovieBombs::countlessTracks),
                entry("a movie of countless keys", MovieBombs::keys),
                entry("a movie of countless words", MovieBombs::words),
                entry(
                        "a movie of boxes of eight bytes",
                        () -> type().add(Bombs.times(900_000, new Bytes().u32(8).text("skip")))),
                entry("a matroska of elements nested without sizes", MovieBombs::nestedElements),
                entry("a matroska of empty elements", () -> matroska(Bombs.times(2_000_000, Bytes.of(0xec, 0x80)))),
                entry("a matroska of tags", MovieBombs::tags),
                entry("a matroska of open clusters", MovieBombs::openClusters),
                entry("a matroska of seek heads in a circle", MovieBombs::seekHeads),
                entry("an avi of nested lists", MovieBombs::lists));
    }

    private static Bytes type() {
        return new Bytes().box("ftyp", Bytes.of("isom").u32(512).text("isomiso2"));
    }

    private static Bytes movie(String box, Bytes content) {
        return MovieFixture.of("isom")
                .track(TrackFixture.video("avc1", 64, 36))
                .box(box, content)
                .bytes();
    }

    /** A megabyte of time-to-sample entries, and a sample size box that promises four thousand million. */
    private static Bytes day() {
        TrackFixture track = TrackFixture.video("avc1", 64, 36).timed(1, 86_400, -1);
        Bytes runs = new Bytes()
                .u32(0x7fff_ffffL)
                .add(Bombs.times(120_000, new Bytes().u32(-1).u32(1)));
        return MovieFixture.of("isom")
                .track(track)
                .box("stbl", new Bytes().fullBox("stts", 0, 0, runs))
                .bytes();
    }

    private static Bytes fragments() {
        return MovieSamples.fragmented(new Bytes(), Bombs.times(500_000, new Bytes().box("moof", new Bytes())));
    }

    private static Bytes greedyFragments() {
        Bytes track = new Bytes()
                .fullBox("tfhd", 0, 0x20000, new Bytes().u32(1))
                .fullBox("trun", 0, 0xf01, new Bytes().u32(0xffff_ffffL).u32(0));
        Bytes fragment = new Bytes().box("moof", Bombs.times(30, new Bytes().box("traf", track)));
        return MovieSamples.fragmented(new Bytes(), Bombs.times(2000, fragment));
    }

    private static Bytes indexes() {
        Bytes content = new Bytes().u32(1).u32(1000).u32(0).u32(0).u16(0).u16(65_535);
        return MovieSamples.fragmented(
                new Bytes(), Bombs.times(20, new Bytes().fullBox("sidx", 0, 0, content.zeros(65_535))));
    }

    private static Bytes tracks() {
        return new Bytes().box("moov", Bombs.times(300_000, new Bytes().box("trak", new Bytes())));
    }

    private static Bytes countlessTracks() {
        Bytes track = new Bytes().box("trak", TrackFixture.video("avc1", 64, 36).boxes());
        return type().box("moov", Bombs.times(10_000, track));
    }

    private static Bytes keys() {
        Bytes keys = new Bytes()
                .u32(0)
                .u32(-1)
                .add(Bombs.times(300_000, new Bytes().u32(8).text("mdta")));
        Bytes items = new Bytes();
        for (int i = 0; i < 40_000; i++) {
            items.u32(26)
                    .u32(1 + i % 1000)
                    .box("data", new Bytes().u32(1).u32(0).text("ab"));
        }
        Bytes handler = new Bytes()
                .fullBox("hdlr", 0, 0, new Bytes().u32(0).text("mdta").zeros(13));
        return movie("meta", handler.box("keys", keys).box("ilst", items));
    }

    private static Bytes words() {
        Bytes word = new Bytes().box("\u00a9cmt", new Bytes().u16(4000).u16(0).text("w".repeat(4000)));
        return movie("udta", Bombs.times(1000, word));
    }

    private static Bytes matroska(Bytes elements) {
        return MatroskaFixture.matroska()
                .tracks(MatroskaFixture.video("V_VP8", 64, 36, new Bytes()))
                .add(elements)
                .bytes();
    }

    private static Bytes nestedElements() {
        return matroska(
                Bombs.times(500_000, new Bytes().u32(TAGS).u8(0xff).u16(0x7373).u8(0xff)));
    }

    private static Bytes tags() {
        Bytes tags = Bombs.times(1500, MatroskaFixture.tag("N".repeat(1000), "v".repeat(1000)));
        return matroska(MatroskaFixture.element(TAGS, tags));
    }

    private static Bytes openClusters() {
        Bytes cluster = new Bytes().u32(0x1f43b675).u8(0xff).u16(0xe781).u8(1);
        return MatroskaFixture.matroska().add(Bombs.times(400_000, cluster)).open();
    }

    private static Bytes seekHeads() {
        Bytes seeks = new Bytes();
        for (int i = 0; i < 50_000; i++) {
            seeks.add(MatroskaFixture.seek(i % 2 == 0 ? 0x114d9b74 : CUES + i, 0));
        }
        return matroska(MatroskaFixture.element(0x114d9b74, seeks));
    }

    private static Bytes lists() {
        Bytes lists = new Bytes();
        for (int left = 100_000; left > 0; left--) {
            lists.text("LIST").u32le(12L * left - 8).text("hdrl");
        }
        return Bytes.of("RIFF").u32le(4 + lists.length()).text("AVI ").add(lists);
    }
}
