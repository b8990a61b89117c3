package org.mediaenricher.media.container;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.nio.charset.StandardCharsets;

/** Facts out of an Exif block's directories (Exif 3.0, 4.6). */
final class ExifFacts {
    private final Metadata metadata;

    ExifFacts(Metadata metadata) {
        this.metadata = metadata;
    }

    /** Orientation, time, place, camera, exposure. */
    void tellOrigin(FactsBuilder facts) {
        Directory image = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (image != null) {
            image(image, facts);
        }
        for (Directory exif : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            exposure(exif, facts.camera());
            ExifTimes.original(exif).or(() -> ExifTimes.digitized(exif)).ifPresent(facts::captured);
        }
        Directory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        if (gps != null) {
            ExifPosition.of(gps).ifPresent(facts::position);
            ExifTimes.satellites(gps).ifPresent(facts::satelliteTime);
        }
    }

    /** What an author wrote: weaker than XMP and IPTC, since cameras fill these fields by themselves. */
    void tellDescription(DescriptionBuilder description) {
        Directory image = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (image == null) {
            return;
        }
        description.title(windowsText(image, ExifDirectoryBase.TAG_WIN_TITLE));
        description.caption(text(image, ExifDirectoryBase.TAG_IMAGE_DESCRIPTION));
        description.caption(windowsText(image, ExifDirectoryBase.TAG_WIN_COMMENT));
        description.rating(image.getInteger(ExifDirectoryBase.TAG_RATING));
        keywords(windowsText(image, ExifDirectoryBase.TAG_WIN_KEYWORDS), description);
    }

    private static void image(Directory image, FactsBuilder facts) {
        Integer orientation = image.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        facts.turnedByExif(orientation == null ? 0 : orientation);
        facts.camera()
                .make(text(image, ExifDirectoryBase.TAG_MAKE))
                .model(text(image, ExifDirectoryBase.TAG_MODEL))
                .software(text(image, ExifDirectoryBase.TAG_SOFTWARE));
        exposure(image, facts.camera());
    }

    private static void exposure(Directory exif, CameraBuilder camera) {
        camera.lens(text(exif, ExifDirectoryBase.TAG_LENS_MODEL))
                .lens(ExifLens.name(exif.getRationalArray(ExifDirectoryBase.TAG_LENS_SPECIFICATION)))
                .seconds(exif.getDoubleObject(ExifDirectoryBase.TAG_EXPOSURE_TIME))
                .aperture(exif.getDoubleObject(ExifDirectoryBase.TAG_FNUMBER))
                .iso(exif.getInteger(ExifDirectoryBase.TAG_ISO_EQUIVALENT))
                .focalLength(exif.getDoubleObject(ExifDirectoryBase.TAG_FOCAL_LENGTH));
    }

    private static void keywords(String list, DescriptionBuilder description) {
        if (list != null) {
            for (String keyword : list.split(";", -1)) {
                description.keyword(keyword);
            }
        }
    }

    static String text(Directory directory, int tag) {
        Object value = directory.getObject(tag);
        if (value instanceof StringValue string) {
            return Texts.decode(string.getBytes());
        }
        return value instanceof String string ? string : null;
    }

    /** The fields Windows adds are UTF-16, little endian, with a zero at the end. */
    private static String windowsText(Directory directory, int tag) {
        byte[] bytes = directory.getByteArray(tag);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_16LE);
    }
}
