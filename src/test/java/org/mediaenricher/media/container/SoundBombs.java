package org.mediaenricher.media.container;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Supplier;

/** Sound files made to cost much. */
final class SoundBombs {
    private SoundBombs() {}

    static Map<String, Supplier<Bytes>> all() {
        return Map.ofEntries(
                entry("an ogg of pages without an end", () -> ogg(0)),
                entry("an ogg of streams without an end", () -> ogg(2)),
                entry("an ogg of a comment without an end", SoundBombs::endlessComment),
                entry("an ogg whose tail is nothing but page marks", SoundBombs::marks),
                entry("an mp3 of the smallest frames", () -> Bombs.times(200_000, frame())),
                entry("an mp3 behind bytes that look like frames", SoundBombs::looksLikeFrames),
                entry("an adts of headers alone", () -> Bombs.times(500_000, AudioSamples.adtsFrame(7))),
                entry("an id3 tag of empty frames", SoundBombs::emptyFrames),
                entry("an id3 tag of one gigantic frame", SoundBombs::giganticFrame),
                entry("an id3 tag of long texts", SoundBombs::longTexts),
                entry("an id3 tag scrambled as a whole", SoundBombs::scrambled),
                entry("id3 tags one after another", () -> Bombs.times(500_000, AudioSamples.id3(4, 0, new Bytes()))),
                entry(
                        "a flac of empty blocks",
                        () -> Bytes.of("fLaC").add(Bombs.times(700_000, new Bytes().u32(0x1000000)))),
                entry("a flac of comments", SoundBombs::comments),
                entry("a wave of empty chunks", SoundBombs::emptyChunks),
                entry(
                        "an amr of the smallest frames",
                        () -> Bytes.of("#!AMR\n").add(Bombs.times(3 << 20, Bytes.of(0x7c)))));
    }

    private static Bytes page(int flags, int serial, Bytes packet) {
        return Bytes.of("OggS")
                .u8(0, flags)
                .u64le(-1)
                .u32le(serial)
                .u64le(0)
                .u8(1, packet.length())
                .add(packet);
    }

    private static Bytes ogg(int flags) {
        return page(2, 1, opus()).add(Bombs.times(150_000, page(flags, 1, new Bytes())));
    }

    private static Bytes opus() {
        return Bytes.of("OpusHead").u8(1, 2).u16le(312).u32le(48_000).u16le(0).u8(0);
    }

    private static Bytes endlessComment() {
        Bytes piece =
                Bytes.of("OggS").u8(0, 1).u64le(-1).u32le(1).u64le(0).u8(1, 255).zeros(255);
        return page(2, 1, opus()).add(Bombs.times(30_000, piece));
    }

    private static Bytes marks() {
        return page(2, 1, opus())
                .add(page(0, 1, Bytes.of("OpusTags").zeros(8)))
                .add(Bombs.times(400_000, Bytes.of("OggS")));
    }

    /** MPEG 2.5, layer 3, 8 kbit/s, 12 kHz. */
    private static Bytes frame() {
        return new Bytes().u32(0xffe31400L).zeros(44);
    }

    private static Bytes looksLikeFrames() {
        return Bombs.times(2_000_000, Bytes.of(0xff, 0xfb)).add(AudioSamples.mp3(4));
    }

    private static Bytes emptyFrames() {
        Bytes frame = Bytes.of("TXXX").u32(1).u16(0).u8(0);
        return AudioSamples.id3(3, 0, Bombs.times(300_000, frame)).add(AudioSamples.mp3(4));
    }

    private static Bytes giganticFrame() {
        Bytes frame = Bytes.of("TIT2").u32(0x7fff_ffff).u16(0).zeros(4 << 20);
        return AudioSamples.id3(3, 0, frame).add(AudioSamples.mp3(4));
    }

    private static Bytes longTexts() {
        Bytes frame = Bytes.of("TIT2").u32(60_000).u16(0).u8(0).text("t".repeat(59_999));
        return AudioSamples.id3(3, 0, Bombs.times(100, frame)).add(AudioSamples.mp3(4));
    }

    private static Bytes scrambled() {
        return AudioSamples.id3(3, 0x80, Bombs.times(2 << 20, Bytes.of(0xff, 0)))
                .add(AudioSamples.mp3(4));
    }

    private static Bytes comments() {
        Bytes comment = new Bytes().u32le(3).text("a=b");
        Bytes block = new Bytes().u32le(0).u32le(-1).add(Bombs.times(1_000_000, comment));
        return Bytes.of("fLaC")
                .u32(34)
                .add(AudioSamples.streamInfo(44_100, 2, 16, 1))
                .u32(0x84000000L | block.length())
                .add(block);
    }

    private static Bytes emptyChunks() {
        Bytes chunks = Bytes.of("WAVE").add(Bombs.times(700_000, new Bytes().chunk("LIST", new Bytes())));
        return Bytes.of("RIFF").u32le(chunks.length()).add(chunks);
    }
}
