package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleBucketTest {
    private static final int TEN_MEGABYTES = 10_000_000;

    @TempDir
    static Path bucket;

    @BeforeAll
    static void fill() {
        SampleBucket.fill(bucket);
    }

    @Test
    void holds_what_the_catalogue_lists_and_nothing_else() throws IOException {
        List<String> paths = SampleBucket.files().stream().map(SampleFile::path).toList();

        assertThat(paths).doesNotHaveDuplicates();
        assertThat(written()).containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void is_small() throws IOException {
        long total = 0;
        for (String path : written()) {
            total += Files.size(bucket.resolve(path));
        }
        assertThat(total).isLessThan(TEN_MEGABYTES);
    }

    /** Only what differs is written, so untouched files prove that the same bytes were made again. */
    @Test
    void filling_again_makes_the_same_bytes_and_mends_only_what_is_cut() throws IOException {
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        String cut = "photos/2022/lisbon-bridge.jpg";
        byte[] whole = Files.readAllBytes(bucket.resolve(cut));
        Files.write(bucket.resolve(cut), new byte[10]);
        for (String path : written()) {
            Files.setLastModifiedTime(bucket.resolve(path), longAgo);
        }

        SampleBucket.fill(bucket);

        assertThat(bucket.resolve(cut)).hasBinaryContent(whole);
        for (String path : written()) {
            FileTime modified = Files.getLastModifiedTime(bucket.resolve(path));
            assertThat(modified.equals(longAgo)).as(path).isEqualTo(!path.equals(cut));
        }
    }

    @Test
    void pictures_the_jdk_knows_are_read_back_with_their_size() throws IOException {
        List<SampleFile> pictures = SampleBucket.files().stream()
                .filter(SampleFile::readable)
                .filter(file -> List.of("image/jpeg", "image/png", "image/gif").contains(file.contentType()))
                .toList();

        assertThat(pictures).isNotEmpty();
        for (SampleFile file : pictures) {
            BufferedImage stored = ImageIO.read(bucket.resolve(file.path()).toFile());
            boolean turned = file.orientation() >= 5;
            assertThat(stored.getWidth()).as(file.path()).isEqualTo(turned ? file.height() : file.width());
            assertThat(stored.getHeight()).as(file.path()).isEqualTo(turned ? file.width() : file.height());
        }
    }

    @Test
    void two_files_are_broken() throws IOException {
        assertThat(SampleBucket.files()).filteredOn(file -> !file.readable()).hasSize(2);
        assertThat(ImageIO.read(bucket.resolve("photos/2024/notes.jpg").toFile()))
                .isNull();
        assertThatThrownBy(() ->
                        ImageIO.read(bucket.resolve("photos/2024/cut-off.jpg").toFile()))
                .isInstanceOf(IIOException.class);
    }

    @Test
    void has_every_kind_of_media() {
        assertThat(SampleBucket.files().stream()
                        .filter(SampleFile::readable)
                        .map(SampleFile::contentType)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "image/jpeg",
                        "image/png",
                        "image/apng",
                        "image/gif",
                        "image/webp",
                        "video/mp4",
                        "video/quicktime",
                        "video/webm",
                        "audio/mpeg",
                        "audio/mp4",
                        "audio/x-wav");
    }

    @Test
    void photos_cover_every_orientation() {
        assertThat(SampleBucket.files().stream().map(SampleFile::orientation)).contains(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private static List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(bucket)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
