package org.mediaenricher.media.container;

/** Parts of audio files that several tests need. */
final class AudioSamples {
    private AudioSamples() {}

    /** FLAC's stream information. */
    static Bytes streamInfo(int rate, int channels, int bits, long samples) {
        long packed = (long) rate << 44 | (long) (channels - 1) << 41 | (long) (bits - 1) << 36 | samples;
        return new Bytes().u16(4096).u16(4096).u24(0).u24(0).u64(packed).zeros(16);
    }

    /** The comments of Vorbis, FLAC and Opus. */
    static Bytes comments(String... comments) {
        Bytes bytes = new Bytes().u32le(4).text("Test").u32le(comments.length);
        for (String comment : comments) {
            Bytes text = MovieFixture.utf8(comment);
            bytes.u32le(text.length()).add(text);
        }
        return bytes;
    }

    /** One MP3 frame: MPEG 1 layer 3, 44.1 kHz, stereo; index 9 is 128 kbit/s. */
    static Bytes mp3Frame(int bitRateIndex, int length) {
        return new Bytes().u32(0xfffb0000L | bitRateIndex << 12).zeros(length - 4);
    }

    /** Frames of 128 kbit/s, 417 bytes each. */
    static Bytes mp3(int frames) {
        Bytes bytes = new Bytes();
        for (int i = 0; i < frames; i++) {
            bytes.add(mp3Frame(9, 417));
        }
        return bytes;
    }

    /** One frame of AAC with its own header: 44.1 kHz, stereo. */
    static Bytes adtsFrame(int length) {
        long fields = 1L << 30 | 4L << 26 | 2L << 22 | (long) length << 5 | 0x1f;
        return new Bytes().u16(0xfff1).u32(fields).u8(0xfc).zeros(length - 7);
    }

    /** A tag of ID3 with a version's flags around frames. */
    static Bytes id3(int version, int flags, Bytes frames) {
        int length = frames.length();
        return Bytes.of("ID3")
                .u8(version, 0, flags)
                .u8(length >> 21 & 127, length >> 14 & 127, length >> 7 & 127, length & 127)
                .add(frames);
    }

    /** A text frame of ID3v2.3 in UTF-16. */
    static Bytes textFrame(String id, String text) {
        Bytes content = new Bytes().u8(1).u16(0xfffe);
        text.chars().forEach(content::u16le);
        return Bytes.of(id).u32(content.length()).u16(0).add(content);
    }
}
