package org.mediaenricher.demo.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraJpegsTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void spreads_files_over_folders_of_a_thousand() throws IOException {
        CameraJpegs.small(1001).fill(folder);

        assertThat(folder.resolve("000/IMG_00999.jpg")).exists();
        assertThat(folder.resolve("001/IMG_01000.jpg")).exists();
        assertThat(allFiles()).hasSize(1001);
    }

    @Test
    void the_same_index_gives_the_same_bytes() throws IOException {
        CameraJpegs.cameraSized(20).fill(folder.resolve("a"));
        CameraJpegs.cameraSized(20).fill(folder.resolve("b"));

        for (int i = 0; i < 20; i++) {
            String path = CameraJpegs.cameraSized(20).file(i).path();
            assertThat(Files.mismatch(folder.resolve("a/" + path), folder.resolve("b/" + path)))
                    .isEqualTo(-1);
        }
    }

    @Test
    void camera_sized_files_are_two_to_four_mebibytes_and_end_as_jpeg() throws IOException {
        CameraJpegs.cameraSized(5).fill(folder);

        for (Path file : allFiles()) {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(bytes.length).isBetween(2 * MEBIBYTE, 4 * MEBIBYTE);
            assertThat(bytes).startsWith(0xFF, 0xD8, 0xFF, 0xE1).endsWith(0xFF, 0xD9);
        }
    }

    @Test
    void the_head_reaches_into_the_scan() throws IOException {
        CameraJpegs.small(200).fill(folder);

        for (Path file : allFiles()) {
            assertThat(JpegSegments.of(Files.readAllBytes(file)).markers())
                    .as(file.toString())
                    .contains(0xE1, 0xDB, 0xC0, 0xC4)
                    .endsWith(0xDA);
        }
    }

    @Test
    void the_frame_has_the_size_the_catalogue_tells() throws IOException {
        CameraJpegs jpegs = CameraJpegs.small(50);
        jpegs.fill(folder);

        for (int i = 0; i < jpegs.count(); i++) {
            SampleFile file = jpegs.file(i);
            JpegSegments segments = JpegSegments.of(Files.readAllBytes(folder.resolve(file.path())));
            List<Integer> shown = List.of(file.width(), file.height());
            assertThat(List.of(segments.width(), segments.height())).hasSameElementsAs(shown);
            assertThat(segments.width()).isEqualTo(file.orientation() < 5 ? file.width() : file.height());
        }
    }

    @Test
    void contents_vary() {
        CameraJpegs jpegs = CameraJpegs.small(300);
        List<SampleFile> files =
                IntStream.range(0, jpegs.count()).mapToObj(jpegs::file).toList();

        assertThat(files.stream().map(SampleFile::model).distinct()).hasSize(Camera.ALL.size());
        assertThat(files.stream().map(SampleFile::orientation).distinct()).contains(1, 3, 6, 8);
        assertThat(files.stream().map(SampleFile::taken).distinct()).hasSizeGreaterThan(290);
        assertThat(files).anyMatch(file -> file.position().isPresent());
        assertThat(files).anyMatch(file -> file.position().isEmpty());
        assertThat(files).anyMatch(file -> file.keywords().isEmpty());
    }

    @Test
    void every_nth_is_cut_in_its_header() throws IOException {
        CameraJpegs jpegs = CameraJpegs.small(20).withBrokenEvery(10);
        jpegs.fill(folder);

        assertThat(jpegs.broken()).isEqualTo(2);
        assertThat(IntStream.range(0, 20).filter(i -> !jpegs.file(i).readable()))
                .containsExactly(9, 19);
        assertThat(folder.resolve("000/IMG_00009.jpg")).hasSize(CameraShot.CUT_LENGTH);
    }

    @Test
    void a_second_fill_mends_what_is_cut_and_leaves_the_rest() throws IOException {
        CameraJpegs jpegs = CameraJpegs.small(2);
        jpegs.fill(folder);
        Path kept = folder.resolve("000/IMG_00000.jpg");
        Path cut = folder.resolve("000/IMG_00001.jpg");
        byte[] whole = Files.readAllBytes(cut);
        Files.setLastModifiedTime(kept, FileTime.fromMillis(1_000_000));
        Files.write(cut, new byte[100]);

        jpegs.fill(folder);

        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(FileTime.fromMillis(1_000_000));
        assertThat(cut).hasBinaryContent(whole);
    }

    @Test
    void some_have_keywords_in_iptc_and_some_in_xmp() throws IOException {
        CameraJpegs.small(40).fill(folder);

        List<String> texts = allFiles().stream().map(CameraJpegsTest::text).toList();
        assertThat(texts).anyMatch(text -> text.contains("8BIM")).anyMatch(text -> !text.contains("8BIM"));
        assertThat(texts).anyMatch(text -> text.contains("dc:subject")).anyMatch(text -> !text.contains("dc:subject"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
