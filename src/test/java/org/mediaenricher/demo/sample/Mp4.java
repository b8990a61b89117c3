package org.mediaenricher.demo.sample;

import java.time.Instant;
import java.util.List;

/**
 * Movie files of the ISO base media family: ISO/IEC 14496-12 and, for the sample entries, 14496-14 and -15.
 * All samples of a track lie together in one chunk.
 */
final class Mp4 {
    /** Movie times count in milliseconds. */
    private static final int TIMESCALE = 1000;

    /** Seconds from 1904, where movie times begin, to 1970. */
    private static final long EPOCH_1904 = 2_082_844_800L;

    private static final int ONE = 0x10000;

    private final byte[] fileType;
    private final long created;
    private final List<Mp4Track> tracks;
    private byte[] metadata = {};

    /**
     * @param brands the major one first
     * @param created told in UTC, as the standard wants it
     */
    Mp4(List<String> brands, Instant created, List<Mp4Track> tracks) {
        Octets type = Octets.bigEndian().text(brands.get(0)).u32(0x200);
        brands.forEach(type::text);
        this.fileType = Box.of("ftyp", type);
        this.created = created.getEpochSecond() + EPOCH_1904;
        this.tracks = tracks;
    }

    /** Adds a box at the end of the movie box: user data, or QuickTime's metadata. */
    Mp4 with(byte[] box) {
        metadata = box;
        return this;
    }

    long millis() {
        return tracks.stream().mapToLong(Mp4Track::millis).max().orElse(0);
    }

    /** As a server wants it: what describes the movie before its data. */
    byte[] movieFirst() {
        int length = movie(0).length;
        byte[] movie = movie(fileType.length + length + 8);
        return Octets.bigEndian()
                .bytes(fileType)
                .bytes(movie)
                .bytes(mediaData())
                .toByteArray();
    }

    /** As a camera writes it: it knows the movie only when the data is there. */
    byte[] movieLast() {
        byte[] movie = movie(fileType.length + 8);
        return Octets.bigEndian()
                .bytes(fileType)
                .bytes(mediaData())
                .bytes(movie)
                .toByteArray();
    }

    private byte[] mediaData() {
        return Box.of("mdat", tracks.stream().map(Mp4Track::data).toArray(byte[][]::new));
    }

    private byte[] movie(int dataAt) {
        Octets boxes = Octets.bigEndian().bytes(movieHeader());
        int at = dataAt;
        for (int i = 0; i < tracks.size(); i++) {
            boxes.bytes(track(tracks.get(i), i + 1, at));
            at += tracks.get(i).data().length;
        }
        return Box.of("moov", boxes.bytes(metadata));
    }

    private byte[] movieHeader() {
        Octets header = Octets.bigEndian()
                .u32(created)
                .u32(created)
                .u32(TIMESCALE)
                .u32(millis())
                .u32(ONE)
                .u16(0x100)
                .zeros(10);
        return Box.full("mvhd", 0, matrix(header, 0, 0, 0).zeros(24).u32(tracks.size() + 1));
    }

    private byte[] track(Mp4Track track, int id, int dataAt) {
        byte[] media = Box.of(
                "mdia",
                mediaHeader(track),
                handler(track),
                Box.of("minf", mediaInformation(track), dataInformation(), new Mp4SampleTable(track, dataAt).box()));
        return Box.of("trak", trackHeader(track, id), media);
    }

    private byte[] trackHeader(Mp4Track track, int id) {
        Octets header = Octets.bigEndian()
                .u32(created)
                .u32(created)
                .u32(id)
                .u32(0)
                .u32(track.millis())
                .zeros(12);
        if (track.kind() instanceof Mp4Track.Video video) {
            matrix(header.u16(0).u16(0), video.rotation(), video.width(), video.height())
                    .u32((long) video.width() << 16)
                    .u32((long) video.height() << 16);
        } else {
            matrix(header.u16(0x100).u16(0), 0, 0, 0).u32(0).u32(0);
        }
        return Box.full("tkhd", 3, header);
    }

    /** Section 6.2.2; a turned picture is moved back so that it begins at the origin. */
    private static Octets matrix(Octets to, int rotation, int width, int height) {
        int cosine = rotation == 0 ? ONE : rotation == 180 ? -ONE : 0;
        int sine = rotation == 90 ? ONE : 0;
        int right = rotation == 180 ? width : rotation == 90 ? height : 0;
        int down = rotation == 180 ? height : 0;
        return to.u32(cosine)
                .u32(sine)
                .u32(0)
                .u32(-sine)
                .u32(cosine)
                .u32(0)
                .u32((long) right << 16)
                .u32((long) down << 16)
                .u32(0x40000000);
    }

    private byte[] mediaHeader(Mp4Track track) {
        int undeterminedLanguage = 0x55C4;
        return Box.full(
                "mdhd",
                0,
                Octets.bigEndian()
                        .u32(created)
                        .u32(created)
                        .u32(track.timescale())
                        .u32((long) track.samples().size() * track.ticksPerSample())
                        .u16(undeterminedLanguage)
                        .u16(0));
    }

    private static byte[] handler(Mp4Track track) {
        String type = track.kind() instanceof Mp4Track.Video ? "vide" : "soun";
        return Box.full(
                "hdlr", 0, Octets.bigEndian().u32(0).text(type).zeros(12).text("Media Enricher sample\0"));
    }

    private static byte[] mediaInformation(Mp4Track track) {
        return track.kind() instanceof Mp4Track.Video
                ? Box.full("vmhd", 1, Octets.bigEndian().zeros(8))
                : Box.full("smhd", 0, Octets.bigEndian().zeros(4));
    }

    private static byte[] dataInformation() {
        byte[] inThisFile = Box.full("url ", 1, Octets.bigEndian());
        return Box.of("dinf", Box.full("dref", 0, Octets.bigEndian().u32(1).bytes(inThisFile)));
    }
}
