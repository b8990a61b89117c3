package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader that others wrote finds in the photos what the catalogue tells. */
class JpegMetadataTest {
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");

    /** Drawn once for all tests. */
    private static final List<Arguments> PHOTOS = Photos.all().stream()
            .map(photo -> Arguments.of(photo.file(), photo.bytes().get()))
            .toList();

    static List<Arguments> photos() {
        return PHOTOS;
    }

    @ParameterizedTest
    @MethodSource("photos")
    void camera_orientation_and_time_are_the_catalogues(SampleFile file, byte[] jpeg) throws Exception {
        Metadata metadata = read(jpeg);
        Directory image = directory(metadata, ExifIFD0Directory.class);
        Directory shot = directory(metadata, ExifSubIFDDirectory.class);

        assertThat(image.getString(ExifIFD0Directory.TAG_MAKE))
                .isEqualTo(file.make().orElse(null));
        assertThat(image.getString(ExifIFD0Directory.TAG_MODEL))
                .isEqualTo(file.model().orElse(null));
        assertThat(image.getString(ExifIFD0Directory.TAG_ORIENTATION))
                .isEqualTo(file.make().isPresent() ? "" + file.orientation() : null);
        assertThat(shot.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
                .isEqualTo(file.taken().map(EXIF_TIME::format).orElse(null));
        assertThat(shot.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL))
                .isEqualTo(file.offset()
                        .map(offset -> offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId())
                        .orElse(null));
    }

    @ParameterizedTest
    @MethodSource("photos")
    void the_place_is_the_catalogues(SampleFile file, byte[] jpeg) throws Exception {
        GpsDirectory gps = read(jpeg).getFirstDirectoryOfType(GpsDirectory.class);

        if (file.position().isEmpty()) {
            assertThat(gps).isNull();
        } else {
            Position expected = file.position().get();
            GeoLocation found = gps.getGeoLocation();
            assertThat(Math.abs(found.getLatitude() - expected.latitude())).isLessThan(1e-6);
            assertThat(Math.abs(found.getLongitude() - expected.longitude())).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("photos")
    void the_keywords_are_the_catalogues(SampleFile file, byte[] jpeg) throws Exception {
        assertThat(keywords(jpeg)).containsExactlyInAnyOrderElementsOf(file.keywords());
    }

    @Test
    void camera_jpegs_have_all_they_tell_and_a_thumbnail() throws Exception {
        CameraJpegs jpegs = CameraJpegs.small(40);
        for (int i = 0; i < jpegs.count(); i++) {
            byte[] head = new CameraShot(i).head();
            Metadata metadata = read(head);

            assertThat(directory(metadata, ExifIFD0Directory.class).getString(ExifIFD0Directory.TAG_MODEL))
                    .isEqualTo(jpegs.file(i).model().orElseThrow());
            assertThat(directory(metadata, ExifThumbnailDirectory.class)
                            .getInt(ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH))
                    .isBetween(8000, 10_000);
            assertThat(keywords(head))
                    .containsExactlyInAnyOrderElementsOf(jpegs.file(i).keywords());
            assertThat(metadata.getDirectories())
                    .allSatisfy(directory -> assertThat(directory.getErrors()).isEmpty());
        }
    }

    private static Set<String> keywords(byte[] jpeg) throws Exception {
        Metadata metadata = read(jpeg);
        Set<String> keywords = new TreeSet<>();
        for (IptcDirectory iptc : metadata.getDirectoriesOfType(IptcDirectory.class)) {
            keywords.addAll(Arrays.asList(iptc.getStringArray(IptcDirectory.TAG_KEYWORDS)));
        }
        for (XmpDirectory xmp : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            xmp.getXmpProperties().forEach((path, value) -> {
                if (path.startsWith("dc:subject[")) {
                    keywords.add(value);
                }
            });
        }
        return keywords;
    }

    private static Metadata read(byte[] jpeg) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
    }

    private static <T extends Directory> Directory directory(Metadata metadata, Class<T> type) {
        List<T> found = new ArrayList<>(metadata.getDirectoriesOfType(type));
        return found.isEmpty() ? new ExifIFD0Directory() : found.get(0);
    }
}
