package org.mediaenricher.demo.sample;

/**
 * The box stbl of a track: what its samples are, how long, how large and where. ISO/IEC 14496-12 section 8.5 to
 * 8.7; sample entries after ISO/IEC 14496-15 (avc1) and 14496-14 (mp4a).
 */
final class Mp4SampleTable {
    private static final int DPI_72 = 0x480000;

    private final Mp4Track track;
    private final int dataAt;

    /** @param dataAt where in the file the track's only chunk begins */
    Mp4SampleTable(Mp4Track track, int dataAt) {
        this.track = track;
        this.dataAt = dataAt;
    }

    byte[] box() {
        int samples = track.samples().size();
        Octets sizes = Octets.bigEndian().u32(0).u32(samples);
        track.samples().forEach(sample -> sizes.u32(sample.length));
        return Box.of(
                "stbl",
                Box.full("stsd", 0, Octets.bigEndian().u32(1).bytes(sampleEntry())),
                Box.full("stts", 0, Octets.bigEndian().u32(1).u32(samples).u32(track.ticksPerSample())),
                syncSamples(),
                Box.full(
                        "stsc", 0, Octets.bigEndian().u32(1).u32(1).u32(samples).u32(1)),
                Box.full("stsz", 0, sizes),
                Box.full("stco", 0, Octets.bigEndian().u32(1).u32(dataAt)));
    }

    /** Without this box every sample is one a player can begin with. */
    private byte[] syncSamples() {
        return track.kind() instanceof Mp4Track.Video
                ? Box.full("stss", 0, Octets.bigEndian().u32(1).u32(1))
                : new byte[0];
    }

    private byte[] sampleEntry() {
        return track.kind() instanceof Mp4Track.Video video
                ? videoEntry(video)
                : audioEntry((Mp4Track.Audio) track.kind());
    }

    private static byte[] videoEntry(Mp4Track.Video video) {
        Octets entry = Octets.bigEndian()
                .zeros(6)
                .u16(1)
                .zeros(16)
                .u16(video.width())
                .u16(video.height())
                .u32(DPI_72)
                .u32(DPI_72)
                .u32(0)
                .u16(1)
                .zeros(32)
                .u16(24)
                .u16(0xFFFF)
                .bytes(Box.of("avcC", video.configuration()));
        return Box.of("avc1", entry);
    }

    private static byte[] audioEntry(Mp4Track.Audio audio) {
        Octets entry = Octets.bigEndian()
                .zeros(6)
                .u16(1)
                .zeros(8)
                .u16(1)
                .u16(16)
                .u32(0)
                .u32((long) audio.sampleRate() << 16)
                .bytes(Box.full("esds", 0, elementaryStream(audio)));
        return Box.of("mp4a", entry);
    }

    /** ES_Descriptor and what it holds: ISO/IEC 14496-1, section 7.2.6. */
    private static Octets elementaryStream(Mp4Track.Audio audio) {
        Octets specific = descriptor(5, Octets.bigEndian().bytes(audio.configuration()));
        int mpeg4Audio = 0x40;
        int audioStream = 0x15;
        Octets decoder = Octets.bigEndian()
                .u8(mpeg4Audio)
                .u8(audioStream)
                .u24(1024)
                .u32(2000)
                .u32(2000)
                .bytes(specific.toByteArray());
        Octets stream = Octets.bigEndian()
                .u16(1)
                .u8(0)
                .bytes(descriptor(4, decoder).toByteArray())
                .bytes(descriptor(6, Octets.bigEndian().u8(2)).toByteArray());
        return descriptor(3, stream);
    }

    private static Octets descriptor(int tag, Octets contents) {
        return Octets.bigEndian().u8(tag).u8(contents.size()).bytes(contents.toByteArray());
    }
}
