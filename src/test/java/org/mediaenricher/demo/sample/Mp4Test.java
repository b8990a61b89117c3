package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Mp4Test {
    private static final Instant CREATED = Instant.parse("2024-05-03T13:20:11Z");
    private static final List<Yuv> PICTURES =
            Drawing.ORBIT.frames(4, 48, 32).stream().map(Yuv::of).toList();

    @Test
    void the_movie_stands_first_or_last() {
        Mp4 movie = movie(Mp4Track.video(PICTURES, 25, 0));

        assertThat(boxes(movie.movieFirst()).keySet()).containsExactly("ftyp", "moov", "mdat");
        assertThat(boxes(movie.movieLast()).keySet()).containsExactly("ftyp", "mdat", "moov");
    }

    @Test
    void chunk_offsets_point_at_the_samples_of_each_track() {
        Mp4Track video = Mp4Track.video(PICTURES, 25, 0);
        Mp4Track audio = Mp4Track.silence(1);

        for (byte[] file :
                List.of(movie(video, audio).movieFirst(), movie(video, audio).movieLast())) {
            assertThat(chunkOffsets(file))
                    .hasSize(2)
                    .satisfies(at -> assertThat(from(file, at.get(0), video)).isEqualTo(video.data()))
                    .satisfies(at -> assertThat(from(file, at.get(1), audio)).isEqualTo(audio.data()));
        }
    }

    @Test
    void tells_its_time_and_length_in_the_movie_header() {
        ByteBuffer header =
                ByteBuffer.wrap(inside(movie(Mp4Track.video(PICTURES, 25, 0)).movieFirst(), "moov", "mvhd"));

        assertThat(Integer.toUnsignedLong(header.getInt(4)) - 2_082_844_800L).isEqualTo(CREATED.getEpochSecond());
        assertThat(header.getInt(12)).as("timescale").isEqualTo(1000);
        assertThat(header.getInt(16)).as("duration").isEqualTo(160);
    }

    @Test
    void the_matrix_turns_by_ninety_degrees_and_moves_back_into_view() {
        byte[] header = inside(movie(Mp4Track.video(PICTURES, 25, 90)).movieFirst(), "moov", "trak", "tkhd");

        int[] matrix = new int[9];
        Arrays.setAll(matrix, i -> ByteBuffer.wrap(header).getInt(40 + 4 * i));
        assertThat(matrix).containsExactly(0, 0x10000, 0, -0x10000, 0, 0, 32 << 16, 0, 0x40000000);
    }

    @Test
    void only_changed_macroblocks_are_written_again() {
        List<byte[]> samples = new H264(List.of(PICTURES.get(0), PICTURES.get(0))).samples();

        assertThat(samples.get(0)).hasSizeGreaterThan(6 * 384);
        assertThat(samples.get(1)).hasSizeLessThan(16);
    }

    /** Bytes that look like a start code inside a NAL unit would end it. */
    @Test
    void no_start_code_appears_inside_a_nal_unit() {
        for (byte[] sample : new H264(PICTURES).samples()) {
            String text = new String(sample, 4, sample.length - 4, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("\0\0\0", "\0\0\1", "\0\0\2");
        }
    }

    private static Mp4 movie(Mp4Track... tracks) {
        return new Mp4(List.of("isom"), CREATED, List.of(tracks));
    }

    private static byte[] from(byte[] file, int at, Mp4Track track) {
        return Arrays.copyOfRange(file, at, at + track.data().length);
    }

    private static List<Integer> chunkOffsets(byte[] file) {
        byte[] tag = "stco".getBytes(StandardCharsets.US_ASCII);
        return Stream.iterate(0, at -> at <= file.length - 16, at -> at + 1)
                .filter(at -> Arrays.equals(file, at, at + 4, tag, 0, 4))
                .map(at -> ByteBuffer.wrap(file).getInt(at + 12))
                .toList();
    }

    private static byte[] inside(byte[] file, String... path) {
        byte[] contents = file;
        for (String name : path) {
            contents = boxes(contents).get(name);
        }
        return contents;
    }

    /** Name and contents of the boxes that fill these bytes; the last of each name. */
    private static Map<String, byte[]> boxes(byte[] bytes) {
        Map<String, byte[]> boxes = new LinkedHashMap<>();
        int at = 0;
        while (at < bytes.length) {
            int length = ByteBuffer.wrap(bytes).getInt(at);
            assertThat(length).isBetween(8, bytes.length - at);
            String name = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            boxes.put(name, Arrays.copyOfRange(bytes, at + 8, at + length));
            at += length;
        }
        return boxes;
    }
}
